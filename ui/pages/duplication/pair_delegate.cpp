#include "ui/pages/duplication/pair_delegate.h"

#include "ui/pages/duplication/pair_model.h"
#include "ui/pages/duplication/pair_words.h"
#include "ui/widgets/badge.h"
#include "ui/widgets/record_cell.h"

#include <QApplication>
#include <QPainter>

namespace wardmote::ui {
namespace {

const ListedPair& pairOf(const QModelIndex& index) {
    const auto* filter = static_cast<const QSortFilterProxyModel*>(index.model());
    return static_cast<const PairModel*>(filter->sourceModel())->at(filter->mapToSource(index).row());
}

/// A bar for each part: height is likeness; a dashed frame where it is not recorded.
void paintParts(QPainter& painter, const QRect& box, const ListedPair& pair, const Theme& theme) {
    const auto parts = partsOf(pair.pair.components);
    const int gap = 4;
    const int width = qMax(8, qMin(30, (box.width() - gap * (componentCount - 1)) / componentCount));
    const int height = qMin(18, box.height() - 8);
    const int top = box.top() + (box.height() - height) / 2;
    for (int part = 0; part < componentCount; ++part) {
        const QRect frame(box.left() + part * (width + gap), top, width, height);
        const auto& value = parts[static_cast<std::size_t>(part)];
        if (!value) {
            painter.setBrush(Qt::NoBrush);
            painter.setPen(QPen(theme.controlLine, 1, Qt::DashLine));
            painter.drawRect(frame.adjusted(0, 0, -1, -1));
            continue;
        }
        painter.fillRect(frame, theme.neutralSoft);
        const int full = qMax(2, qRound(*value * height));
        painter.fillRect(QRect(frame.left(), frame.bottom() + 1 - full, width, full), theme.accent);
    }
}

} // namespace

int PairDelegate::widestFinding(const QWidget& view) {
    const auto metrics = view.fontMetrics();
    int widest = 0;
    for (const auto& choice : plan::choicesOf<plan::Finding>) {
        widest = qMax(widest, metrics.horizontalAdvance(reviewedFinding(qtext(choice.label))));
    }
    for (std::size_t kind = 0; kind < analysis::pairClassCount; ++kind) {
        const auto label = qtext(analysis::labelOf(static_cast<analysis::PairClass>(kind)));
        widest = qMax(widest, metrics.horizontalAdvance(label));
    }
    constexpr int aroundBadge = 26;
    return widest + 2 * padding + aroundBadge;
}

void PairDelegate::paint(QPainter* painter, const QStyleOptionViewItem& option,
                         const QModelIndex& index) const {
    const int column = index.column();
    if (column != PairModel::parts && column != PairModel::finding) {
        CellDelegate::paint(painter, option, index);
        return;
    }
    QStyleOptionViewItem ground(option);
    initStyleOption(&ground, index);
    ground.text.clear();
    const auto* style = option.widget ? option.widget->style() : QApplication::style();
    style->drawControl(QStyle::CE_ItemViewItem, &ground, painter, option.widget);
    const auto& theme = themeOf(option.palette);
    const auto& pair = pairOf(index);
    const auto inside = option.rect.adjusted(padding + 3, 0, -padding, 0);
    painter->save();
    if (column == PairModel::parts) {
        paintParts(*painter, inside, pair, theme);
    } else {
        painter->setFont(option.font);
        paintBadge(*painter, inside, index.data().toString(), toneOf(pair.pair.kind), theme);
    }
    painter->restore();
}

QSize PairDelegate::sizeHint(const QStyleOptionViewItem& option, const QModelIndex& index) const {
    auto size = CellDelegate::sizeHint(option, index);
    size.setHeight(qMax(size.height(), 40));
    return size;
}

} // namespace wardmote::ui
