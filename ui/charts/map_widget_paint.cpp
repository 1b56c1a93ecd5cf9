#include "ui/charts/map_furniture.h"
#include "ui/charts/map_labels.h"
#include "ui/charts/map_widget.h"

#include <QPainter>

#include <algorithm>

namespace wardmote::charts {
namespace {

/// Up to so many areas the first picture is painted at once, so that nothing flickers.
constexpr std::size_t fewAreas = 400;
/// More outlines than this wait for the picture.
constexpr std::size_t mostOutlines = 300;

} // namespace

void MapWidget::paintEvent(QPaintEvent*) {
    QPainter painter(this);
    const QRectF place(rect());
    const auto& inks = inksOf(mediumOf(palette()));
    painter.fillRect(place, inks.surface);
    auto look = this->look();
    if (!spec_->geometry || spec_->geometry->areas().empty() || spec_->areas.empty()) {
        paintMap(painter, place, *spec_, view_, look);
    } else {
        if (stale_) {
            stale_ = false;
            if (!picture_.last() && spec_->areas.size() <= fewAreas) {
                picture_.put(paintedMap(wish()));
            } else {
                picture_.ask(wish());
            }
        }
        if (const auto& last = picture_.last()) {
            painter.drawImage(last->placeIn(view_, size()), last->image);
        } else {
            painter.setPen(inks.muted);
            painter.drawText(place, Qt::AlignCenter, tr("Drawing the map…"));
        }
        paintPreview(painter);
        if (const auto level = spec_->geometry->levelAtHand(view_.metresPerUnit)) {
            // The picture has them beneath its names, once it was painted for this selection.
            const auto& last = picture_.last();
            const bool inPicture =
                (last && last->wish.look.selected == selected_) || selected_.size() > mostOutlines;
            look.selected = inPicture ? std::set<plan::Id>{} : selected_;
            look.current = hasFocus() ? current_ : 0;
            paintMapOutlines(painter, place, *spec_->geometry, *level, view_, look);
        }
        paintMapFurniture(painter, place, *spec_, view_, look);
        paintOverview(painter);
        paintGesture(painter);
    }
    if (hasFocus()) {
        painter.setPen(QPen(inks.accent, 2));
        painter.setBrush(Qt::NoBrush);
        painter.drawRect(rect().adjusted(1, 1, -1, -1));
    }
}

void MapWidget::paintPreview(QPainter& painter) {
    const auto level = spec_->geometry->levelAtHand(view_.metresPerUnit);
    if (preview_.empty() || !level) {
        return;
    }
    const auto medium = mediumOf(palette());
    const auto brush = pixelBrush(fillOfCluster(*spec_, previewCluster_, medium), 9, devicePixelRatioF());
    const auto toDevice = view_.toDevice(QRectF(rect()));
    painter.save();
    painter.setRenderHint(QPainter::Antialiasing);
    QPainterPath covered;
    for (const auto id : preview_) {
        if (const int at = spec_->geometry->indexOf(id); at >= 0) {
            const auto path = toDevice.map(level->areas[static_cast<std::size_t>(at)]);
            painter.fillPath(path, brush);
            painter.strokePath(path, QPen(inksOf(medium).accent, 2, Qt::DotLine));
            covered.addPath(path);
        }
    }
    paintPreviewNames(painter, paintCoveredNames(painter, covered, level));
    painter.restore();
}

/// A cluster's name that the fill runs into is whole again: the part of it that is covered is drawn as it is
/// in the picture.
std::vector<QRectF> MapWidget::paintCoveredNames(QPainter& painter, const QPainterPath& covered,
                                                 std::shared_ptr<const MapGeometry::Level> level) {
    const auto picture = wish();
    auto names = picture.look;
    names.areaLabels = false;
    const auto place = QRectF(rect()).adjusted(-picture.margin.width(), -picture.margin.height(),
                                               picture.margin.width(), picture.margin.height());
    painter.save();
    painter.setClipPath(covered);
    auto where = paintMapLabels(painter, sceneOf(*spec_, place, view_, names, std::move(level)));
    painter.restore();
    return where;
}

/// The fill covers the names of areas that were there: they are set again, clear of those of clusters.
void MapWidget::paintPreviewNames(QPainter& painter, const std::vector<QRectF>& taken) {
    constexpr std::size_t mostNames = 12;
    const auto style = look();
    const auto bold = sized(font(), 0.85 * nameFactor_, true);
    const auto toDevice = view_.toDevice(QRectF(rect()));
    for (std::size_t i = 0; i < preview_.size() && i < mostNames; ++i) {
        const auto* area = areaOf(preview_[i]);
        const int at = spec_->geometry->indexOf(preview_[i]);
        if (area && at >= 0) {
            const QFontMetricsF metrics(bold);
            const auto middle = toDevice.map(spec_->geometry->areas()[static_cast<std::size_t>(at)].inside);
            const QSizeF size(metrics.horizontalAdvance(area->name), metrics.height());
            for (const double shift : {0.0, 1.0, -1.0, 2.0, -2.0}) {
                const QRectF box(middle + QPointF(-size.width() / 2, (shift - 0.5) * size.height()), size);
                if (std::ranges::none_of(taken, [&](const QRectF& each) { return each.intersects(box); })) {
                    drawHaloed(painter, box.topLeft(), area->name, bold, inksOf(style.medium).text, style);
                    break;
                }
            }
        }
    }
}

void MapWidget::paintGesture(QPainter& painter) {
    const auto& inks = inksOf(mediumOf(palette()));
    painter.setRenderHint(QPainter::Antialiasing);
    auto soft = inks.accent;
    soft.setAlphaF(0.15F);
    painter.setPen(QPen(inks.accent, 1.5, Qt::DashLine));
    painter.setBrush(soft);
    if (gesture_ == Gesture::boxing) {
        painter.drawRect(QRect(pressedAt_, last_).normalized());
    } else if (gesture_ == Gesture::looping) {
        painter.drawPolygon(loop_);
    }
}

bool MapWidget::showsOverview() const {
    return overview_ && width() >= 420 && height() >= 320 && spec_->geometry &&
           view_.metresPerUnit < 0.75 * fitted(spec_->geometry->bounds(), QRectF(rect())).metresPerUnit;
}

QRectF MapWidget::overviewPlace() const {
    const auto bounds = spec_->geometry->bounds();
    QSizeF size = bounds.size().scaled(QSizeF(150, 120), Qt::KeepAspectRatio);
    size += QSizeF(12, 12);
    return {QPointF(width() - size.width() - 10, 10), size};
}

void MapWidget::paintOverview(QPainter& painter) {
    if (!showsOverview()) {
        return;
    }
    const auto& inks = inksOf(mediumOf(palette()));
    const auto place = overviewPlace();
    const auto view = fitted(spec_->geometry->bounds(), place);
    if (!overviewPicture_.last() && !overviewPicture_.isPainting()) {
        auto small = look();
        small.clusterLabels = small.areaLabels = small.outlines = false;
        overviewPicture_.ask({spec_, view, place.size().toSize(), {0, 0}, devicePixelRatioF(), small});
    }
    painter.fillRect(place, inks.surface);
    if (const auto& last = overviewPicture_.last()) {
        painter.drawImage(place, last->image);
    }
    const QRectF seen(view_.toMetres({0, 0}, QRectF(rect())),
                      view_.toMetres({double(width()), double(height())}, QRectF(rect())));
    painter.setBrush(Qt::NoBrush);
    painter.setPen(QPen(inks.surface, 4));
    const auto frame = view.toDevice(place).mapRect(seen).intersected(place);
    painter.drawRect(frame);
    painter.setPen(QPen(inks.text, 2));
    painter.drawRect(frame);
    painter.setPen(QPen(inks.grid, 1));
    painter.drawRect(place);
}

void MapWidget::lookThere(QPointF position) {
    const auto place = overviewPlace();
    view_.centre = fitted(spec_->geometry->bounds(), place).toMetres(position, place);
    fitted_ = false;
    redraw();
}

} // namespace wardmote::charts
