#include "ui/charts/bars_view.h"

#include <QMouseEvent>
#include <QPainter>

namespace wardmote::charts {
namespace {

constexpr int usualWidth = 420;

} // namespace

BarsView::BarsView(QWidget* parent) : DrawnView(usualWidth, parent) {}

void BarsView::setChart(report::BarChart chart) {
    chart_ = std::move(chart);
    QStringList said;
    for (std::size_t i = 0; i < chart_.categories.size(); ++i) {
        said << QStringLiteral("%1: %2").arg(QString::fromStdString(chart_.categories[i].label),
                                             valuesInWords(chart_, i));
    }
    QStringList series;
    for (const auto& name : chart_.series) {
        series << QString::fromStdString(name);
    }
    setAccessibleDescription(
        tr("%1. %2").arg(series.join(QStringLiteral(", ")), said.join(QStringLiteral("; "))));
    updateGeometry();
    update();
}

double BarsView::neededHeight(double width) const {
    return barsHeight(chart_, lookOf(*this), width);
}

void BarsView::paintEvent(QPaintEvent*) {
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    paintBars(painter, QRectF(rect()), chart_, lookOf(*this));
}

int BarsView::categoryAt(double y) const {
    return barAt(chart_, lookOf(*this), width(), y);
}

void BarsView::mouseReleaseEvent(QMouseEvent* event) {
    const int category = categoryAt(event->position().y());
    if (event->button() == Qt::LeftButton && category >= 0) {
        Q_EMIT categoryOpened(category);
    }
}

} // namespace wardmote::charts
