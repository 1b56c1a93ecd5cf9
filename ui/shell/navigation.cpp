#include "ui/shell/navigation.h"

#include "ui/widgets/style.h"

#include <QEvent>
#include <QKeyEvent>
#include <QPainter>
#include <QStyledItemDelegate>

namespace wardmote::ui {
namespace {

enum Role { pageRole = Qt::UserRole, badgeRole, attentionRole, foldedRole };

bool isHeading(const QListWidgetItem& item) {
    return item.data(pageRole).toString().isEmpty();
}

constexpr int groupSpace = 4; ///< that a group's name takes more than an entry
constexpr int least = 6;      ///< space above and below the letters of an entry, together
constexpr int comfortable = 12;
constexpr int margin = 18;

class EntryPainter : public QStyledItemDelegate {
public:
    using QStyledItemDelegate::QStyledItemDelegate;

    QSize sizeHint(const QStyleOptionViewItem& option, const QModelIndex& index) const override {
        const bool group = index.data(pageRole).toString().isEmpty();
        const auto* list = qobject_cast<const Navigation*>(option.widget);
        const int entry = option.fontMetrics.height() + (list ? list->entrySpace() : comfortable);
        return {180, entry + (group ? groupSpace : 0)};
    }

    void paint(QPainter* painter, const QStyleOptionViewItem& option,
               const QModelIndex& index) const override {
        const auto& theme = themeOf(*option.widget);
        painter->save();
        if (index.data(pageRole).toString().isEmpty()) {
            paintGroup(*painter, option, index, theme);
        } else {
            paintEntry(*painter, option, index, theme);
        }
        painter->restore();
    }

private:
    static void paintGroup(QPainter& painter, const QStyleOptionViewItem& option, const QModelIndex& index,
                           const Theme& theme) {
        if (option.state.testFlag(QStyle::State_MouseOver)) {
            painter.fillRect(option.rect, theme.hover);
        }
        auto font = option.font;
        font.setPixelSize(qRound(QFontInfo(font).pixelSize() * 0.85));
        font.setBold(true);
        font.setLetterSpacing(QFont::PercentageSpacing, 106);
        painter.setFont(font);
        painter.setPen(theme.mutedText);
        painter.drawText(option.rect.adjusted(margin, 0, -margin - 16, -5), Qt::AlignLeft | Qt::AlignBottom,
                         index.data().toString().toUpper());
        const bool folded = index.data(foldedRole).toBool();
        const auto sign = icon(folded ? QStringLiteral("chevron-down") : QStringLiteral("chevron-up"));
        sign.paint(&painter, QRect(option.rect.right() - 28, option.rect.bottom() - 19, 14, 14),
                   Qt::AlignCenter, folded ? QIcon::Normal : QIcon::Disabled);
        if (option.state.testFlag(QStyle::State_HasFocus)) {
            paintFocus(painter, option, theme);
        }
    }

    static void paintFocus(QPainter& painter, const QStyleOptionViewItem& option, const Theme& theme) {
        painter.setBrush(Qt::NoBrush);
        painter.setPen(QPen(theme.accent, 2));
        painter.drawRect(option.rect.adjusted(1, 1, -1, -1));
    }

    static void paintEntry(QPainter& painter, const QStyleOptionViewItem& option, const QModelIndex& index,
                           const Theme& theme) {
        const auto* list = qobject_cast<const Navigation*>(option.widget);
        const bool chosen = list && index.data(pageRole).toString() == list->current();
        const auto rect = option.rect;
        if (chosen) {
            painter.fillRect(rect, theme.accentSoft);
            painter.fillRect(QRect(rect.left(), rect.top(), 3, rect.height()), theme.accent);
        } else if (option.state.testFlag(QStyle::State_MouseOver)) {
            painter.fillRect(rect, theme.hover);
        }
        const auto sign = index.data(Qt::DecorationRole).value<QIcon>();
        const QRect signRect(rect.left() + margin, rect.top() + (rect.height() - 16) / 2, 16, 16);
        sign.paint(&painter, signRect);

        int right = rect.right() - 12;
        if (const int number = index.data(badgeRole).toInt(); number >= 0) {
            const bool attention = index.data(attentionRole).toBool() && number > 0;
            auto font = option.font;
            font.setPixelSize(qRound(QFontInfo(font).pixelSize() * 0.88));
            font.setBold(attention);
            painter.setFont(font);
            const auto text = numberText(number);
            const auto size = badgeSize(painter.fontMetrics(), text, attention);
            const QRect badge(right - size.width(), rect.top() + (rect.height() - size.height()) / 2,
                              size.width(), size.height());
            painter.setRenderHint(QPainter::Antialiasing);
            painter.setPen(Qt::NoPen);
            painter.setBrush(attention ? theme.attention : theme.neutralSoft);
            painter.drawRoundedRect(badge, badge.height() / 2.0, badge.height() / 2.0);
            painter.setPen(attention ? theme.onAttention : theme.mutedText);
            painter.drawText(badge, Qt::AlignCenter, text);
            right = badge.left() - 6;
        }
        auto font = option.font;
        font.setBold(chosen);
        painter.setFont(font);
        painter.setPen(theme.text);
        const QRect textRect(signRect.right() + 10, rect.top(), right - signRect.right() - 10, rect.height());
        painter.drawText(
            textRect, Qt::AlignVCenter | Qt::AlignLeft,
            painter.fontMetrics().elidedText(index.data().toString(), Qt::ElideRight, textRect.width()));
        if (option.state.testFlag(QStyle::State_HasFocus)) {
            paintFocus(painter, option, theme);
        }
    }

    static QSize badgeSize(const QFontMetrics& metrics, const QString& text, bool attention) {
        const int height = metrics.height() + 2;
        return {qMax(metrics.horizontalAdvance(text) + (attention ? 12 : 10), height), height};
    }
};

} // namespace

Navigation::Navigation(QWidget* parent) : QListWidget(parent) {
    setNames(*this, QStringLiteral("navigation"), tr("Pages"));
    setProperty("navigation", true);
    setItemDelegate(new EntryPainter(this));
    setMouseTracking(true);
    setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    setFrameShape(QFrame::NoFrame);
    setMinimumWidth(196);
    connect(this, &QListWidget::currentItemChanged, this, [this](QListWidgetItem* item) {
        if (item && !isHeading(*item) && item->data(pageRole).toString() != page_) {
            page_ = item->data(pageRole).toString();
            viewport()->update();
            Q_EMIT chosen(page_);
        }
    });
    connect(this, &QListWidget::itemClicked, this, [this](QListWidgetItem* item) {
        if (isHeading(*item)) {
            foldByHand(*item, !item->data(foldedRole).toBool());
        }
    });
}

void Navigation::addPage(const QString& group, const QString& pageId, const QString& title,
                         const QIcon& sign) {
    if (group != lastGroup_) {
        lastGroup_ = group;
        auto* heading = new QListWidgetItem(group, this);
        heading->setFlags(Qt::ItemIsEnabled | Qt::ItemIsSelectable);
        heading->setData(badgeRole, -1);
        nameHeading(*heading);
    }
    auto* item = new QListWidgetItem(sign, title, this);
    item->setData(pageRole, pageId);
    item->setData(badgeRole, -1);
    item->setData(Qt::AccessibleTextRole, title);
    fitHeight();
}

void Navigation::setTitle(const QString& pageId, const QString& title) {
    auto* entry = itemOf(pageId);
    if (entry && entry->text() != title) {
        entry->setText(title);
        setBadge(pageId, entry->data(badgeRole).toInt(), entry->data(attentionRole).toBool());
    }
}

void Navigation::setBadge(const QString& pageId, int number, bool needsAttention) {
    if (auto* item = itemOf(pageId)) {
        item->setData(badgeRole, number);
        item->setData(attentionRole, needsAttention);
        const auto spoken = number < 0 ? item->text()
                            : needsAttention && number > 0
                                ? tr("%1, %2 need attention").arg(item->text()).arg(number)
                                : tr("%1, %2").arg(item->text()).arg(number);
        item->setData(Qt::AccessibleTextRole, spoken);
        item->setToolTip(spoken);
    }
}

void Navigation::setCurrent(const QString& pageId) {
    if (auto* item = itemOf(pageId)) {
        if (auto* heading = headingOf(*item)) {
            fold(*heading, false);
        }
        setCurrentItem(item);
        scrollToItem(item);
    }
}

QListWidgetItem* Navigation::headingOf(const QListWidgetItem& entry) const {
    for (int above = row(&entry); above >= 0; --above) {
        if (isHeading(*item(above))) {
            return item(above);
        }
    }
    return nullptr;
}

void Navigation::nameHeading(QListWidgetItem& heading) {
    heading.setData(Qt::AccessibleTextRole, heading.data(foldedRole).toBool()
                                                ? tr("%1, pages folded away").arg(heading.text())
                                                : tr("%1, pages shown").arg(heading.text()));
}

void Navigation::fold(QListWidgetItem& heading, bool folded) {
    if (heading.data(foldedRole).toBool() == folded) {
        return;
    }
    heading.setData(foldedRole, folded);
    nameHeading(heading);
    for (int below = row(&heading) + 1; below < count() && !isHeading(*item(below)); ++below) {
        item(below)->setHidden(folded);
    }
    fitHeight();
}

void Navigation::foldByHand(QListWidgetItem& heading, bool folded) {
    fold(heading, folded);
    Q_EMIT foldedChanged();
}

QStringList Navigation::folded() const {
    QStringList groups;
    for (int row = 0; row < count(); ++row) {
        if (item(row)->data(foldedRole).toBool()) {
            groups << item(row)->text();
        }
    }
    return groups;
}

void Navigation::setFolded(const QStringList& groups) {
    for (int row = 0; row < count(); ++row) {
        if (isHeading(*item(row))) {
            const auto* current = itemOf(page_);
            const bool inFront = current && headingOf(*current) == item(row);
            fold(*item(row), groups.contains(item(row)->text()) && !inFront);
        }
    }
}

void Navigation::keyPressEvent(QKeyEvent* event) {
    auto* at = currentItem();
    const bool left = event->key() == Qt::Key_Left;
    const bool toggles =
        event->key() == Qt::Key_Return || event->key() == Qt::Key_Enter || event->key() == Qt::Key_Space;
    if (at && isHeading(*at) && (left || toggles || event->key() == Qt::Key_Right)) {
        foldByHand(*at, toggles ? !at->data(foldedRole).toBool() : left);
        return;
    }
    if (auto* heading = at && left ? headingOf(*at) : nullptr) {
        setCurrentItem(heading);
        return;
    }
    QListWidget::keyPressEvent(event);
}

void Navigation::moveBy(int steps) {
    const auto ids = pages();
    const auto at = ids.indexOf(current()) + steps;
    if (at >= 0 && at < ids.size()) {
        setCurrent(ids[at]);
    }
}

QStringList Navigation::pages() const {
    QStringList ids;
    for (int row = 0; row < count(); ++row) {
        if (const auto id = item(row)->data(pageRole).toString(); !id.isEmpty()) {
            ids << id;
        }
    }
    return ids;
}

QSize Navigation::sizeHint() const {
    return {212, 500};
}

void Navigation::fitHeight() {
    int groups = 0;
    int shown = 0;
    for (int row = 0; row < count(); ++row) {
        groups += isHeading(*item(row)) ? 1 : 0;
        shown += item(row)->isHidden() ? 0 : 1;
    }
    const int rows = qMax(1, shown);
    const int each = (viewport()->height() - groups * groupSpace) / rows - fontMetrics().height();
    const int space = qBound(least, each, comfortable);
    if (space != entrySpace_) {
        entrySpace_ = space;
        scheduleDelayedItemsLayout();
    }
}

void Navigation::resizeEvent(QResizeEvent* event) {
    fitHeight();
    QListWidget::resizeEvent(event);
    if (auto* item = itemOf(page_)) {
        scrollToItem(item); // a lower window would leave the page in front out of sight
    }
}

void Navigation::changeEvent(QEvent* event) {
    if (event->type() == QEvent::PaletteChange) {
        viewport()->update();
    }
    QListWidget::changeEvent(event);
}

QListWidgetItem* Navigation::itemOf(const QString& pageId) const {
    for (int row = 0; row < count(); ++row) {
        if (item(row)->data(pageRole).toString() == pageId) {
            return item(row);
        }
    }
    return nullptr;
}

} // namespace wardmote::ui
