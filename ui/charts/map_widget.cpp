#include "ui/charts/map_widget.h"

#include "ui/charts/map_accessible.h"
#include "ui/charts/map_furniture.h"

#include <QHelpEvent>
#include <QToolTip>

#include <algorithm>
#include <cmath>

namespace wardmote::charts {

MapWidget::MapWidget(QWidget* parent) : QWidget(parent), spec_(std::make_shared<const MapSpec>()) {
    installMapAccessibility();
    setFocusPolicy(Qt::StrongFocus);
    setMouseTracking(true);
    setAttribute(Qt::WA_OpaquePaintEvent);
    setAccessibleName(tr("Map"));
    connect(&picture_, &MapPicture::painted, this, [this] {
        update();
        if (isSharp()) {
            Q_EMIT sharpened();
        }
    });
    connect(&overviewPicture_, &MapPicture::painted, this, qOverload<>(&QWidget::update));
}

MapWidget::~MapWidget() = default;

void MapWidget::setSpec(MapSpec spec) {
    const bool moved = spec.geometry != spec_->geometry;
    spec_ = std::make_shared<const MapSpec>(std::move(spec));
    if (moved) {
        fitted_ = true;
        picture_.drop();
    }
    overviewPicture_.drop();
    hovered_ = 0;
    if (current_ != 0 && !areaOf(current_)) {
        current_ = 0;
        entered_ = false;
    }
    setAccessibleDescription(inWords(*spec_));
    if (fitted_) {
        fit();
    }
    redraw();
}

void MapWidget::setSelected(std::set<plan::Id> areas) {
    if (areas != selected_) {
        selected_ = std::move(areas);
        if (current_ != 0 && !selected_.empty() && !selected_.contains(current_)) {
            current_ = *selected_.begin(); // the arrows go on from there
            Q_EMIT currentChanged(current_);
        }
        redraw(); // for the names; outlines are drawn over the last picture at once
    }
}

std::vector<plan::Id> MapWidget::meantByKey() const {
    if (current_ == 0 || selected_.contains(current_)) {
        return {selected_.begin(), selected_.end()};
    }
    return {current_};
}

void MapWidget::setCurrentArea(plan::Id area) {
    if (area == current_) {
        return;
    }
    current_ = area;
    update();
    if (current_ != 0) {
        bringIntoSight(current_);
        tellOfCurrentArea(*this);
    }
    Q_EMIT currentChanged(current_);
}

void MapWidget::setAreaLabels(bool shown) {
    areaLabels_ = shown;
    redraw();
}

void MapWidget::fit() {
    if (spec_->geometry) {
        // Above what stands at the foot, unless that left the map too little.
        const double foot = std::min(furnitureHeight(*spec_, width(), look()), 0.3 * height());
        view_ = fitted(spec_->geometry->bounds(), QRectF(rect()).adjusted(0, 0, 0, -foot));
        view_.centre.ry() += foot / 2 * view_.metresPerUnit;
    }
    fitted_ = true;
    redraw();
}

void MapWidget::zoomIn() {
    zoomAt(QRectF(rect()).center(), 1 / 1.5);
}

void MapWidget::zoomOut() {
    zoomAt(QRectF(rect()).center(), 1.5);
}

void MapWidget::zoomTo(const std::vector<plan::Id>& areas) {
    QRectF bounds;
    for (const auto id : areas) {
        const int at = spec_->geometry ? spec_->geometry->indexOf(id) : -1;
        if (at >= 0) {
            bounds = bounds.united(spec_->geometry->areas()[static_cast<std::size_t>(at)].bounds);
        }
    }
    if (!bounds.isEmpty()) {
        fitted_ = false;
        view_ = fitted(bounds, QRectF(rect()));
        view_.metresPerUnit *= 1.6; // with what lies around
        redraw();
    }
}

plan::Id MapWidget::areaAt(QPoint position) const {
    if (!spec_->geometry) {
        return 0;
    }
    const int at = spec_->geometry->areaAt(view_.toMetres(position, QRectF(rect())));
    return at < 0 ? 0 : spec_->geometry->areas()[static_cast<std::size_t>(at)].id;
}

QRect MapWidget::rectOf(plan::Id area) const {
    const int at = spec_->geometry ? spec_->geometry->indexOf(area) : -1;
    return at < 0 ? QRect()
                  : view_.toDevice(QRectF(rect()))
                        .mapRect(spec_->geometry->areas()[static_cast<std::size_t>(at)].bounds)
                        .toAlignedRect();
}

void MapWidget::setTool(MapTool tool) {
    endGesture();
    tool_ = tool;
    setCursor(tool == MapTool::brush || tool == MapTool::lasso ? Qt::CrossCursor
              : tool == MapTool::carry                         ? Qt::OpenHandCursor
                                                               : Qt::ArrowCursor);
}

void MapWidget::setPreview(std::vector<plan::Id> areas, int cluster) {
    preview_ = std::move(areas);
    previewCluster_ = cluster;
    update();
}

void MapWidget::setOverview(bool shown) {
    overview_ = shown;
    update();
}

void MapWidget::setNameFactor(double factor) {
    nameFactor_ = factor;
    redraw();
}

void MapWidget::setClusterFigures(bool shown) {
    clusterFigures_ = shown;
    redraw();
}

/// Asked for when it is next shown: a hidden map, and the second of two changes, cost nothing.
void MapWidget::redraw() {
    stale_ = true;
    update();
}

bool MapWidget::isSharp() const {
    const auto& last = picture_.last();
    return !stale_ && !picture_.isPainting() && last && last->wish.view == view_ &&
           last->wish.spec == spec_ && last->wish.size == size();
}

MapLook MapWidget::look() const {
    MapLook look;
    look.medium = mediumOf(palette());
    look.font = font();
    look.selected = selected_;
    look.areaLabels = areaLabels_;
    look.furniture = false;
    look.nameFactor = nameFactor_;
    look.clusterFigures = clusterFigures_;
    look.pixels = true;
    return look;
}

MapWish MapWidget::wish() const {
    return {spec_, view_, size(), size() / 7, devicePixelRatioF(), look()};
}

void MapWidget::zoomAt(QPointF position, double factor) {
    const QRectF place(rect());
    const auto under = view_.toMetres(position, place);
    const auto whole = spec_->geometry ? fitted(spec_->geometry->bounds(), place).metresPerUnit : 1;
    view_.metresPerUnit = std::clamp(view_.metresPerUnit * factor, 0.2, std::max(0.2, whole * 2));
    view_.centre += under - view_.toMetres(position, place);
    fitted_ = false;
    redraw();
}

void MapWidget::moveBy(QPointF units) {
    view_.centre += units * view_.metresPerUnit;
    fitted_ = false;
    redraw();
}

const MapArea* MapWidget::areaOf(plan::Id id) const {
    const auto found = std::ranges::find(spec_->areas, id, &MapArea::id);
    return found == spec_->areas.end() ? nullptr : &*found;
}

void MapWidget::bringIntoSight(plan::Id area) {
    const auto box = rectOf(area);
    if (box.isValid() && !rect().contains(box.center())) {
        moveBy(QPointF(box.center() - rect().center()));
    }
}

void MapWidget::resizeEvent(QResizeEvent*) {
    if (fitted_) {
        fit();
    } else {
        redraw();
    }
}

void MapWidget::changeEvent(QEvent* event) {
    if (event->type() == QEvent::PaletteChange || event->type() == QEvent::FontChange) {
        overviewPicture_.drop();
        redraw();
    }
    QWidget::changeEvent(event);
}

void MapWidget::focusInEvent(QFocusEvent* event) {
    update();
    QWidget::focusInEvent(event);
}

void MapWidget::focusOutEvent(QFocusEvent* event) {
    update();
    QWidget::focusOutEvent(event);
}

bool MapWidget::event(QEvent* event) {
    if (event->type() == QEvent::ToolTip) {
        auto* help = static_cast<QHelpEvent*>(event);
        if (const auto* area = areaOf(areaAt(help->pos()))) {
            QToolTip::showText(help->globalPos(), spokenText(*spec_, *area), this, rectOf(area->id));
        } else {
            QToolTip::hideText();
        }
        return true;
    }
    return QWidget::event(event);
}

} // namespace wardmote::charts
