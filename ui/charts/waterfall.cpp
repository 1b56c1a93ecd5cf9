#include "ui/charts/waterfall.h"

#include <QFontMetricsF>
#include <QLocale>
#include <QMouseEvent>
#include <QPainter>
#include <QTextLayout>

#include <algorithm>
#include <cmath>

namespace wardmote::charts {
namespace {

constexpr int usualWidth = 420;

struct Row {
    double top = 0;
    double height = 0;
    double from = 0; ///< in the chart's own amounts
    double to = 0;
    QRectF label;
};

struct Plan {
    std::vector<Row> rows;
    double axis = 0;    ///< where bars may begin
    double least = 0;   ///< the amount that stands there
    bool cut = false;   ///< above zero, since the steps would not be seen beside the totals
    double perUnit = 0; ///< painter's units for one of the chart's
    double height = 0;
    double x(double amount) const { return axis + (amount - least) * perUnit; }
};

/// Where bars begin: at zero, or below it where amounts are negative; but where all that happens is a small
/// part of the totals, at a round amount not far below it.
double axisBegin(const Waterfall& chart, double most) {
    double at = 0;
    double least = most;
    for (const auto& step : chart.steps) {
        at = step.total ? step.amount : at + step.amount;
        least = std::min(least, at);
    }
    const double spread = most - least;
    if (chart.steps.size() < 3 || spread <= 0 || least < 3 * spread) {
        return 0;
    }
    const double round = std::pow(10.0, std::floor(std::log10(spread)));
    return std::floor((least - spread / 2) / round) * round;
}

double textHeight(const QString& text, const QFont& font, double width) {
    return QFontMetricsF(font)
        .boundingRect(QRectF(0, 0, width, 1e6), Qt::AlignLeft | Qt::TextWordWrap, text)
        .height();
}

Plan planOf(const Waterfall& chart, const Look& look, double width) {
    Plan plan;
    const QFontMetricsF metrics(look.font);
    const double em = look.font.pixelSize();
    double labels = 0;
    double words = 0;
    double most = 0;
    double at = 0;
    for (const auto& step : chart.steps) {
        Row row;
        row.from = step.total ? 0 : at;
        row.to = row.from + step.amount;
        at = row.to;
        plan.least = std::min({plan.least, row.from, row.to});
        most = std::max({most, row.from, row.to});
        labels = std::max(labels, metrics.horizontalAdvance(step.label));
        words = std::max(words, metrics.horizontalAdvance(step.words));
        plan.rows.push_back(row);
    }
    if (const double begin = plan.least < 0 ? 0 : axisBegin(chart, most); begin > 0) {
        plan.least = begin;
        plan.cut = true;
    }
    const double labelWidth = std::min(labels + 2, width * 0.36);
    plan.axis = labelWidth + 0.7 * em;
    const double room = std::max(em, width - plan.axis - words - 1.2 * em);
    plan.perUnit = most > plan.least ? room / (most - plan.least) : 0;
    double y = 0.2 * em;
    for (std::size_t i = 0; i < plan.rows.size(); ++i) {
        auto& row = plan.rows[i];
        row.top = y;
        const double text = textHeight(chart.steps[i].label, look.font, labelWidth);
        row.height = std::max(1.35 * em, text);
        row.label = {0, y, labelWidth, row.height};
        y += row.height + 0.45 * em;
    }
    plan.height = y + (chart.unit.isEmpty() ? 0 : metrics.lineSpacing()) + 0.2 * em;
    return plan;
}

/// Totals, what goes and what is added: numbers of the palette, with the pattern that goes with each.
int fillOf(const Waterfall::Step& step) {
    return step.total ? 0 : step.amount < 0 ? 2 : 1;
}

} // namespace

double waterfallHeight(const Waterfall& chart, const Look& look, double width) {
    return planOf(chart, look, width).height;
}

void paintWaterfall(QPainter& painter, const QRectF& place, const Waterfall& chart, const Look& look) {
    const auto plan = planOf(chart, look, place.width());
    const auto& inks = inksOf(look.medium);
    const double em = look.font.pixelSize();
    painter.save();
    painter.translate(place.topLeft());
    painter.setFont(look.font);
    for (std::size_t i = 0; i < plan.rows.size(); ++i) {
        const auto& row = plan.rows[i];
        const auto& step = chart.steps[i];
        painter.setPen(inks.text);
        painter.drawText(row.label, Qt::AlignLeft | Qt::AlignVCenter | Qt::TextWordWrap, step.label);
        const double left = plan.x(std::max(plan.least, std::min(row.from, row.to)));
        const double right = plan.x(std::max(row.from, row.to));
        const double thick = 1.15 * em;
        const QRectF bar(left, row.top + (row.height - thick) / 2, std::max(1.0, right - left), thick);
        QPainterPath path;
        path.addRect(bar);
        const int fill = fillOf(step);
        fillPatterned(painter, path, categorical(fill), patternOf(fill), em * 0.45, inks.text, em * 0.06);
        painter.setPen(inks.text);
        painter.drawText(QRectF(right + 0.5 * em, row.top, place.width(), row.height),
                         Qt::AlignLeft | Qt::AlignVCenter, step.words);
        if (i + 1 < plan.rows.size()) { // leads the eye to where the next one begins
            painter.setPen(QPen(inks.muted, em * 0.06));
            const double x = plan.x(row.to);
            painter.drawLine(QPointF(x, bar.bottom()),
                             QPointF(x, plan.rows[i + 1].top + plan.rows[i + 1].height / 2));
        }
    }
    if (!chart.unit.isEmpty()) {
        const auto note = plan.cut ? WaterfallView::tr("%1; the bars begin at %2, not at nothing")
                                         .arg(chart.unit, QLocale().toString(plan.least, 'f', 0))
                                   : chart.unit;
        painter.setPen(inks.muted);
        painter.drawText(QRectF(0, plan.height - 1.6 * em, place.width(), 1.5 * em),
                         Qt::AlignRight | Qt::AlignVCenter, note);
    }
    painter.restore();
}

WaterfallView::WaterfallView(QWidget* parent) : DrawnView(usualWidth, parent) {}

void WaterfallView::setChart(Waterfall chart) {
    chart_ = std::move(chart);
    QStringList said;
    for (const auto& step : chart_.steps) {
        said << QStringLiteral("%1: %2").arg(step.label, step.words);
    }
    setAccessibleDescription(said.join(QStringLiteral("; ")));
    updateGeometry();
    update();
}

double WaterfallView::neededHeight(double width) const {
    return waterfallHeight(chart_, lookOf(*this), width);
}

void WaterfallView::paintEvent(QPaintEvent*) {
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    paintWaterfall(painter, QRectF(rect()), chart_, lookOf(*this));
}

void WaterfallView::mouseReleaseEvent(QMouseEvent* event) {
    const auto plan = planOf(chart_, lookOf(*this), width());
    for (std::size_t i = 0; i < plan.rows.size(); ++i) {
        const double y = event->position().y();
        if (event->button() == Qt::LeftButton && y >= plan.rows[i].top &&
            y < plan.rows[i].top + plan.rows[i].height) {
            Q_EMIT stepOpened(static_cast<int>(i));
            return;
        }
    }
}

} // namespace wardmote::charts
