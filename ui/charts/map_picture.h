#pragma once
#include "ui/charts/map_painter.h"

#include <QImage>
#include <QObject>
#include <QThreadPool>

#include <optional>

namespace wardmote::charts {

/// What a picture of a map is to show.
struct MapWish {
    std::shared_ptr<const MapSpec> spec;
    MapView view;
    QSize size;      ///< of what is looked at, in units
    QSize margin;    ///< drawn beyond it on each side, so that there is something to move into sight
    qreal ratio = 1; ///< pixels in a unit
    MapLook look;
};

struct PaintedMap {
    QImage image;
    MapWish wish;
    /// Where it lies when another part of the ground is looked at, in units of the widget.
    QRectF placeIn(const MapView& view, const QSizeF& size) const;
};

/// On any thread.
PaintedMap paintedMap(const MapWish& wish);

/// Paints maps off the screen's thread, one at a time: of wishes that come while it paints, the newest is
/// next.
class MapPicture : public QObject {
    Q_OBJECT
public:
    explicit MapPicture(QObject* parent = nullptr);
    ~MapPicture() override;

    void ask(MapWish wish);
    void put(PaintedMap painted); ///< one that was painted elsewhere
    void drop();                  ///< shows nothing until the next is painted
    const std::optional<PaintedMap>& last() const { return last_; }
    bool isPainting() const { return painting_; }

Q_SIGNALS:
    void painted();

private:
    void start(MapWish wish);
    void take(PaintedMap painted, int generation);

    QThreadPool pool_;
    std::optional<PaintedMap> last_;
    std::optional<MapWish> next_;
    bool painting_ = false;
    int generation_ = 0;
};

} // namespace wardmote::charts
