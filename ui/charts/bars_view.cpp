#include "ui/charts/bars_view.h"

#include <QEvent>
#include <QFontInfo>
#include <QMouseEvent>
#include <QPainter>

#include <cmath>

namespace wardmote::charts {
namespace {

constexpr int usualWidth = 420;

} // namespace

Look lookOf(const QWidget& widget) {
    Look look;
    look.medium = mediumOf(widget.palette());
    look.font = widget.font();
    look.font.setPixelSize(QFontInfo(widget.font()).pixelSize());
    return look;
}

BarsView::BarsView(QWidget* parent) : QWidget(parent) {
    QSizePolicy policy(QSizePolicy::Expanding, QSizePolicy::Preferred);
    policy.setHeightForWidth(true);
    setSizePolicy(policy);
}

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

QSize BarsView::sizeHint() const {
    return {usualWidth, heightForWidth(usualWidth)};
}

int BarsView::heightForWidth(int width) const {
    return static_cast<int>(std::ceil(barsHeight(chart_, lookOf(*this), width)));
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

void BarsView::changeEvent(QEvent* event) {
    QWidget::changeEvent(event);
    if (event->type() == QEvent::FontChange) {
        updateGeometry();
    }
}

} // namespace wardmote::charts
