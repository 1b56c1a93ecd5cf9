#include "ui/pages/calendar/month_view.h"

#include "ui/charts/palette.h"
#include "ui/pages/calendar/month_model.h"
#include "ui/widgets/record_cell.h"
#include "ui/widgets/theme.h"

#include <QApplication>
#include <QDate>
#include <QFontInfo>
#include <QHeaderView>
#include <QKeyEvent>
#include <QMouseEvent>
#include <QPainter>
#include <QStyledItemDelegate>

namespace wardmote::ui {
namespace {

constexpr int inset = 3;

/// Smaller than elsewhere: a week of a small screen has room for two meetings a day.
QFont entryFont(const QFont& font) {
    auto small = font;
    small.setPixelSize(qMax(10, QFontInfo(font).pixelSize() * 17 / 20));
    return small;
}

int lineHeight(const QFontMetrics& metrics) {
    return metrics.lineSpacing() + 1;
}

} // namespace

/// A day: its number, the bank holiday, a line for each meeting as far as there is room, and how many more.
/// Recorded ones have a full mark, expected ones a hollow one, cancelled ones are struck through.
class MonthView::Painter : public QStyledItemDelegate {
public:
    Painter(const Model& model, QObject* parent) : QStyledItemDelegate(parent), model_(model) {}

    static QRect lineRect(const QRect& cell, int line, const QFontMetrics& metrics) {
        return {cell.left() + inset, cell.top() + inset + (line + 1) * lineHeight(metrics),
                cell.width() - 2 * inset, lineHeight(metrics)};
    }
    static int linesIn(const QRect& cell, const QFontMetrics& metrics) {
        return qMax(0, (cell.height() - 2 * inset) / lineHeight(metrics) - 1);
    }

    void paint(QPainter* painter, const QStyleOptionViewItem& option,
               const QModelIndex& index) const override {
        const auto& theme = themeOf(option.palette);
        const auto day = model_.dayAt(index);
        auto entry = option;
        entry.font = entryFont(option.font);
        entry.fontMetrics = QFontMetrics(entry.font);
        painter->save();
        painter->setClipRect(option.rect);
        const bool weekend = index.column() >= 5;
        painter->fillRect(option.rect, !day || weekend ? theme.window : theme.raised);
        painter->setPen(theme.line);
        painter->drawRect(option.rect.adjusted(-1, -1, -1, -1));
        if (day) {
            paintDay(*painter, entry, theme, *day);
        }
        if (option.state & QStyle::State_Selected) {
            painter->setPen(QPen(theme.accent, 2));
            painter->setBrush(Qt::NoBrush);
            painter->drawRect(option.rect.adjusted(1, 1, -2, -2));
        }
        painter->restore();
    }

private:
    void paintDay(QPainter& painter, const QStyleOptionViewItem& option, const Theme& theme,
                  plan::Date day) const {
        const auto& metrics = option.fontMetrics;
        auto head = lineRect(option.rect, -1, metrics);
        auto bold = option.font;
        bold.setBold(true);
        painter.setFont(bold);
        painter.setPen(theme.text);
        painter.drawText(head, Qt::AlignLeft | Qt::AlignVCenter, QString::number(day.day));
        painter.setFont(option.font);
        if (const auto* holiday = model_.holidayOn(day)) {
            head.setLeft(head.left() + 2 * metrics.averageCharWidth() + 8);
            painter.setPen(theme.mutedText);
            const auto name = qtext(holiday->name);
            painter.drawText(head, Qt::AlignLeft | Qt::AlignVCenter,
                             metrics.elidedText(name, Qt::ElideRight, head.width()));
        }
        const auto& places = model_.on(day);
        const int room = linesIn(option.rect, metrics);
        const int count = int(places.size());
        const int shown = count <= room ? count : qMax(0, room - 1);
        for (int line = 0; line < shown; ++line) {
            paintMeeting(painter, lineRect(option.rect, line, metrics), option, theme,
                         model_.occurrence(places[static_cast<std::size_t>(line)]));
        }
        if (shown < count && room > 0) {
            painter.setPen(theme.mutedText);
            painter.drawText(lineRect(option.rect, shown, metrics), Qt::AlignLeft | Qt::AlignVCenter,
                             shown == 0 ? tr("%1 meetings").arg(count) : tr("%1 more").arg(count - shown));
        }
    }

    static void paintMeeting(QPainter& painter, QRect line, const QStyleOptionViewItem& option,
                             const Theme& theme, const analysis::Occurrence& occurrence) {
        const bool recorded = occurrence.from == analysis::OccurrenceFrom::recorded;
        const QRect mark(line.left(), line.center().y() - 3, 7, 7);
        painter.setPen(QPen(theme.accent, 1.5));
        painter.setBrush(recorded && !occurrence.cancelled ? QBrush(theme.accent) : QBrush(Qt::NoBrush));
        painter.drawRect(mark);
        auto font = option.font;
        font.setStrikeOut(occurrence.cancelled);
        painter.setFont(font);
        painter.setPen(occurrence.cancelled ? theme.mutedText : theme.text);
        line.setLeft(mark.right() + 5);
        painter.drawText(line, Qt::AlignLeft | Qt::AlignVCenter,
                         option.fontMetrics.elidedText(qtext(occurrence.name), Qt::ElideRight, line.width()));
        painter.setFont(option.font);
    }

    const Model& model_;
};

MonthView::MonthView(QWidget* parent) : QTableView(parent), model_(new Model(this)) {
    setModel(model_);
    setItemDelegate(new Painter(*model_, this));
    setSelectionMode(QAbstractItemView::SingleSelection);
    setEditTriggers(QAbstractItemView::NoEditTriggers);
    setTabKeyNavigation(false);
    setShowGrid(false);
    setCornerButtonEnabled(false);
    setVerticalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    verticalHeader()->hide();
    verticalHeader()->setMinimumSectionSize(30);
    horizontalHeader()->setSectionResizeMode(QHeaderView::Stretch);
    horizontalHeader()->setSectionsClickable(false);
    horizontalHeader()->setHighlightSections(false);
    connect(selectionModel(), &QItemSelectionModel::currentChanged, this, &MonthView::dayChosen);
}

void MonthView::setMonth(CalendarAnswerRef answer, const std::vector<std::size_t>& seen, int month) {
    dragged_.reset();
    model_->set(std::move(answer), seen, month);
    fit();
}

void MonthView::setDay(plan::Date day) {
    setCurrentIndex(model_->indexOf(day));
}

std::optional<plan::Date> MonthView::day() const {
    return dayAt(currentIndex());
}

std::optional<plan::Date> MonthView::dayAt(const QModelIndex& index) const {
    return model_->dayAt(index);
}

QModelIndex MonthView::indexOf(plan::Date day) const {
    return model_->indexOf(day);
}

const std::vector<std::size_t>& MonthView::occurrencesOn(plan::Date day) const {
    return model_->on(day);
}

std::optional<std::size_t> MonthView::occurrenceAt(const QPoint& point) const {
    const auto index = indexAt(point);
    const auto on = dayAt(index);
    if (!on) {
        return std::nullopt;
    }
    const auto& places = model_->on(*on);
    const auto cell = visualRect(index);
    const QFontMetrics metrics(entryFont(font()));
    const int room = Painter::linesIn(cell, metrics);
    const int shown = int(places.size()) <= room ? int(places.size()) : qMax(0, room - 1);
    for (int line = 0; line < shown; ++line) {
        if (Painter::lineRect(cell, line, metrics).contains(point)) {
            return places[static_cast<std::size_t>(line)];
        }
    }
    return std::nullopt;
}

void MonthView::mousePressEvent(QMouseEvent* event) {
    const auto point = event->position().toPoint();
    QTableView::mousePressEvent(event);
    dragging_ = false;
    dragged_ = event->button() == Qt::LeftButton ? occurrenceAt(point) : std::nullopt;
    pressedAt_ = point;
    if (dragged_) {
        Q_EMIT occurrenceChosen(int(*dragged_));
        if (model_->occurrence(*dragged_).from != analysis::OccurrenceFrom::expected) {
            dragged_.reset(); // one recorded meeting is no series
        }
    }
}

void MonthView::mouseMoveEvent(QMouseEvent* event) {
    const auto point = event->position().toPoint();
    if (!dragged_) {
        return;
    }
    if (!dragging_ && (point - pressedAt_).manhattanLength() >= QApplication::startDragDistance()) {
        dragging_ = true;
        setCursor(Qt::ClosedHandCursor);
    }
    if (dragging_ && dayAt(indexAt(point))) {
        selectionModel()->setCurrentIndex(indexAt(point), QItemSelectionModel::ClearAndSelect);
    }
}

void MonthView::mouseReleaseEvent(QMouseEvent* event) {
    const auto point = event->position().toPoint();
    unsetCursor();
    const int place = dragging_ && dragged_ ? int(*dragged_) : -1;
    dragging_ = false;
    dragged_.reset();
    const auto to = dayAt(indexAt(point));
    if (place >= 0 && to && *to != model_->occurrence(static_cast<std::size_t>(place)).date) {
        Q_EMIT seriesDropped(place, QDate(to->year, to->month, to->day));
    }
    QTableView::mouseReleaseEvent(event);
}

void MonthView::keyPressEvent(QKeyEvent* event) {
    if (event->key() == Qt::Key_Escape && dragging_) {
        dragging_ = false;
        dragged_.reset();
        unsetCursor();
        return;
    }
    if (event->key() == Qt::Key_Return || event->key() == Qt::Key_Enter) {
        Q_EMIT dayOpened();
        return;
    }
    if (event->key() == Qt::Key_PageUp || event->key() == Qt::Key_PageDown) {
        Q_EMIT monthStepped(event->key() == Qt::Key_PageUp ? -1 : 1);
        return;
    }
    QTableView::keyPressEvent(event);
}

void MonthView::resizeEvent(QResizeEvent* event) {
    QTableView::resizeEvent(event);
    fit();
}

void MonthView::fit() {
    if (const int rows = model_->rowCount(); rows > 0) {
        verticalHeader()->setDefaultSectionSize(qMax(30, (viewport()->height() - 1) / rows));
    }
}

} // namespace wardmote::ui
