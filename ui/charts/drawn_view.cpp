#include "ui/charts/drawn_view.h"

#include <QEvent>
#include <QFontInfo>

#include <cmath>

namespace wardmote::charts {

Look lookOf(const QWidget& widget) {
    Look look;
    look.medium = mediumOf(widget.palette());
    look.font = widget.font();
    look.font.setPixelSize(QFontInfo(widget.font()).pixelSize());
    return look;
}

DrawnView::DrawnView(int usualWidth, QWidget* parent) : QWidget(parent), usualWidth_(usualWidth) {
    QSizePolicy policy(QSizePolicy::Expanding, QSizePolicy::Preferred);
    policy.setHeightForWidth(true);
    setSizePolicy(policy);
}

QSize DrawnView::sizeHint() const {
    return {usualWidth_, heightForWidth(usualWidth_)};
}

int DrawnView::heightForWidth(int width) const {
    return static_cast<int>(std::ceil(neededHeight(width)));
}

void DrawnView::changeEvent(QEvent* event) {
    QWidget::changeEvent(event);
    if (event->type() == QEvent::FontChange) {
        updateGeometry();
    }
}

} // namespace wardmote::charts
