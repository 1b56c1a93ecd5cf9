#include "ui/charts/map_picture.h"

#include <QPainter>

#include <utility>

namespace wardmote::charts {

QRectF PaintedMap::placeIn(const MapView& view, const QSizeF& size) const {
    const QRectF whole(QPointF(0, 0), size);
    const double scale = wish.view.metresPerUnit / view.metresPerUnit;
    const QSizeF drawn = QSizeF(image.size()) / wish.ratio * scale;
    auto middle = view.toDevice(whole).map(wish.view.centre);
    QPointF corner = middle - QPointF(drawn.width() / 2, drawn.height() / 2);
    if (scale == 1) { // to a whole pixel, so that nothing is smeared
        corner = QPointF((corner * wish.ratio).toPoint()) / wish.ratio;
    }
    return {corner, drawn};
}

PaintedMap paintedMap(const MapWish& wish) {
    const QSize whole = wish.size + 2 * wish.margin;
    PaintedMap result{QImage(whole * wish.ratio, QImage::Format_RGB32), wish};
    result.image.setDevicePixelRatio(wish.ratio);
    QPainter painter(&result.image);
    painter.translate(wish.margin.width(), wish.margin.height());
    auto look = wish.look;
    look.pixels = true;
    paintMap(painter, QRectF(QPointF(-wish.margin.width(), -wish.margin.height()), QSizeF(whole)), *wish.spec,
             wish.view, look);
    painter.end();
    result.image.setDevicePixelRatio(1); // it is placed by its size in pixels
    return result;
}

MapPicture::MapPicture(QObject* parent) : QObject(parent) {
    pool_.setMaxThreadCount(1); // of its own, so that no analysis keeps the map waiting
}

MapPicture::~MapPicture() {
    next_.reset();
    pool_.waitForDone();
}

void MapPicture::ask(MapWish wish) {
    if (painting_) {
        next_ = std::move(wish);
    } else {
        start(std::move(wish));
    }
}

void MapPicture::put(PaintedMap painted) {
    last_ = std::move(painted);
}

void MapPicture::drop() {
    last_.reset();
    next_.reset();
    ++generation_;
}

void MapPicture::start(MapWish wish) {
    painting_ = true;
    pool_.start([this, wish = std::move(wish), generation = generation_] {
        // Whoever takes this apart waits for the pool, and then nobody delivers it.
        QMetaObject::invokeMethod(
            this, [this, generation, painted = paintedMap(wish)] { take(painted, generation); },
            Qt::QueuedConnection);
    });
}

void MapPicture::take(PaintedMap painted, int generation) {
    painting_ = false;
    const bool wanted = generation == generation_;
    if (wanted) {
        last_ = std::move(painted);
    }
    if (next_) {
        start(*std::exchange(next_, std::nullopt));
    }
    if (wanted) {
        Q_EMIT this->painted();
    }
}

} // namespace wardmote::charts
