#include "ui/charts/combinations_view.h"

#include "ui/charts/palette.h"

#include <QHelpEvent>
#include <QKeyEvent>
#include <QMouseEvent>
#include <QPainter>
#include <QToolTip>

#include <algorithm>
#include <numeric>
#include <ranges>
#include <set>

namespace wardmote::charts {
namespace {

constexpr int barsHigh = 110;
constexpr int rowHigh = 22;
constexpr int columnWide = 34;
constexpr int widestNames = 230;
constexpr std::size_t mostShown = 24;
constexpr std::size_t mostSets = 20; ///< rows beyond are not read: the table has them

} // namespace

struct CombinationsView::Layout {
    std::vector<std::size_t> columns; ///< combinations
    std::vector<std::size_t> rows;    ///< sets
    int left = 0;                     ///< where the columns begin
    int top = 0;                      ///< where the bars begin
    int largest = 1;
    int xOf(std::size_t column) const {
        return left + static_cast<int>(column) * columnWide + columnWide / 2;
    }
    int yOf(std::size_t row) const {
        return top + barsHigh + 10 + static_cast<int>(row) * rowHigh + rowHigh / 2;
    }
};

CombinationsView::CombinationsView(QWidget* parent) : QWidget(parent) {
    setFocusPolicy(Qt::StrongFocus);
    setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
}

void CombinationsView::setChart(CombinationChart chart) {
    chart_ = std::move(chart);
    order_.resize(chart_.combinations.size());
    std::iota(order_.begin(), order_.end(), std::size_t{0});
    std::ranges::stable_sort(order_, std::greater{},
                             [this](std::size_t place) { return chart_.combinations[place].number; });
    current_ = 0;
    everywhere_.clear();
    for (std::size_t set = 0; set < chart_.sets.size() && chart_.combinations.size() > 1; ++set) {
        if (std::ranges::all_of(chart_.combinations, [set](const auto& combination) {
                return std::ranges::binary_search(combination.sets, set);
            })) {
            everywhere_.push_back(set);
        }
    }
    describe();
    updateGeometry();
    update();
}

void CombinationsView::describe() {
    QStringList said;
    for (const auto place : order_ | std::views::take(mostShown)) {
        const auto& combination = chart_.combinations[place];
        QStringList names;
        for (const auto set : combination.sets) {
            names << chart_.sets[set];
        }
        said << tr("%1: %2").arg(names.isEmpty() ? tr("none") : names.join(QStringLiteral(" + ")),
                                 combination.words);
    }
    setAccessibleDescription(said.join(QStringLiteral("; ")));
}

CombinationsView::Layout CombinationsView::layoutNow() const {
    Layout layout;
    std::vector<int> uses(chart_.sets.size());
    const auto most = std::min(order_.size(), mostShown);
    for (std::size_t i = 0; i < most; ++i) {
        for (const auto set : chart_.combinations[order_[i]].sets) {
            ++uses[set];
        }
    }
    for (std::size_t set = 0; set < uses.size(); ++set) {
        if (uses[set] > 0 && !std::ranges::binary_search(everywhere_, set)) {
            layout.rows.push_back(set);
        }
    }
    // Those in most combinations first, so that their dots make lines.
    std::ranges::stable_sort(layout.rows, std::greater{}, [&](std::size_t set) { return uses[set]; });
    layout.rows.resize(std::min(layout.rows.size(), mostSets));
    int names = 0;
    for (const auto set : layout.rows) {
        names = qMax(names, fontMetrics().horizontalAdvance(chart_.sets[set]));
    }
    layout.left = qMin(names, widestNames) + 14;
    layout.top = fontMetrics().height() + 4;
    const auto room = static_cast<std::size_t>(qMax(1, (width() - layout.left) / columnWide));
    layout.columns.assign(order_.begin(), order_.begin() + static_cast<std::ptrdiff_t>(std::min(most, room)));
    for (const auto place : layout.columns) {
        layout.largest = qMax(layout.largest, chart_.combinations[place].number);
    }
    return layout;
}

std::vector<std::size_t> CombinationsView::shown() const {
    return layoutNow().columns;
}

QPoint CombinationsView::placeOf(std::size_t column) const {
    const auto layout = layoutNow();
    return {layout.xOf(column), layout.yOf(0)};
}

QSize CombinationsView::sizeHint() const {
    const auto layout = layoutNow();
    return {620, layout.top + barsHigh + 18 + static_cast<int>(layout.rows.size()) * rowHigh};
}

void CombinationsView::paintEvent(QPaintEvent*) {
    const auto layout = layoutNow();
    const auto medium = mediumOf(palette());
    const auto& inks = inksOf(medium);
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    const int right = layout.left + static_cast<int>(layout.columns.size()) * columnWide;
    for (std::size_t row = 0; row < layout.rows.size(); ++row) {
        const int y = layout.yOf(row);
        if (row % 2 == 0) {
            painter.fillRect(QRect(0, y - rowHigh / 2, right, rowHigh), inks.context);
        }
        painter.setPen(inks.text);
        painter.drawText(
            QRect(4, y - rowHigh / 2, layout.left - 10, rowHigh), Qt::AlignVCenter | Qt::AlignLeft,
            fontMetrics().elidedText(chart_.sets[layout.rows[row]], Qt::ElideRight, layout.left - 12));
    }
    const auto fill = sequential(0.75, medium);
    for (std::size_t column = 0; column < layout.columns.size(); ++column) {
        const auto& combination = chart_.combinations[layout.columns[column]];
        const int x = layout.xOf(column);
        const int high = qMax(2, barsHigh * combination.number / layout.largest);
        const QRect bar(x - 10, layout.top + barsHigh - high, 20, high);
        painter.setPen(QPen(inks.text, 1));
        painter.setBrush(fill);
        painter.drawRect(bar);
        painter.drawText(QRect(x - columnWide / 2, bar.top() - layout.top, columnWide, layout.top),
                         Qt::AlignCenter, QString::number(combination.number));
        int first = -1;
        int last = -1;
        for (std::size_t row = 0; row < layout.rows.size(); ++row) {
            if (std::ranges::binary_search(combination.sets, layout.rows[row])) {
                first = first < 0 ? layout.yOf(row) : first;
                last = layout.yOf(row);
            }
        }
        painter.setPen(QPen(inks.text, 2));
        if (first >= 0) {
            painter.drawLine(x, first, x, last);
        }
        for (std::size_t row = 0; row < layout.rows.size(); ++row) {
            const bool in = std::ranges::binary_search(combination.sets, layout.rows[row]);
            painter.setPen(QPen(in ? inks.text : inks.grid, 1));
            painter.setBrush(in ? QBrush(inks.text) : QBrush(Qt::NoBrush));
            painter.drawEllipse(QPoint(x, layout.yOf(row)), in ? 6 : 3, in ? 6 : 3);
        }
        if (hasFocus() && static_cast<int>(column) == current_) {
            painter.setPen(QPen(inks.accent, 2));
            painter.setBrush(Qt::NoBrush);
            painter.drawRect(QRect(x - columnWide / 2 + 1, 1, columnWide - 2, height() - 3));
        }
    }
}

int CombinationsView::columnAt(QPoint at) const {
    const auto layout = layoutNow();
    const int column = (at.x() - layout.left) / columnWide;
    return at.x() >= layout.left && column < static_cast<int>(layout.columns.size()) ? column : -1;
}

void CombinationsView::mouseReleaseEvent(QMouseEvent* event) {
    if (const int column = columnAt(event->pos()); column >= 0 && event->button() == Qt::LeftButton) {
        current_ = column;
        update();
        Q_EMIT combinationOpened(static_cast<int>(order_[static_cast<std::size_t>(column)]));
    }
}

void CombinationsView::keyPressEvent(QKeyEvent* event) {
    const int last = static_cast<int>(shown().size()) - 1;
    switch (event->key()) {
    case Qt::Key_Left:
        current_ = qMax(0, current_ - 1);
        break;
    case Qt::Key_Right:
        current_ = qMin(last, current_ + 1);
        break;
    case Qt::Key_Return:
    case Qt::Key_Enter:
        if (current_ <= last) {
            Q_EMIT combinationOpened(static_cast<int>(order_[static_cast<std::size_t>(current_)]));
        }
        break;
    default:
        return QWidget::keyPressEvent(event);
    }
    update();
}

bool CombinationsView::event(QEvent* event) {
    if (event->type() == QEvent::ToolTip) {
        auto* help = static_cast<QHelpEvent*>(event);
        const int column = columnAt(help->pos());
        if (column < 0) {
            QToolTip::hideText();
            return true;
        }
        const auto& combination = chart_.combinations[order_[static_cast<std::size_t>(column)]];
        QStringList names;
        for (const auto set : combination.sets) {
            names << chart_.sets[set];
        }
        QToolTip::showText(
            help->globalPos(),
            tr("%1: %2").arg(names.isEmpty() ? tr("None of them") : names.join(QStringLiteral(", ")),
                             combination.words),
            this);
        return true;
    }
    if (event->type() == QEvent::FontChange || event->type() == QEvent::PaletteChange) {
        updateGeometry();
        update();
    }
    return QWidget::event(event);
}

} // namespace wardmote::charts
