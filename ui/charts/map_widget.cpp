#include "ui/charts/map_widget.h"

#include "ui/charts/map_accessible.h"

#include <QAccessible>
#include <QApplication>
#include <QContextMenuEvent>
#include <QHelpEvent>
#include <QMouseEvent>
#include <QPainter>
#include <QRubberBand>
#include <QToolTip>

#include <algorithm>
#include <cmath>

namespace wardmote::charts {

MapWidget::MapWidget(QWidget* parent) : QWidget(parent) {
    installMapAccessibility();
    setFocusPolicy(Qt::StrongFocus);
    setMouseTracking(false);
    setAccessibleName(tr("Map"));
}

MapWidget::~MapWidget() = default;

void MapWidget::setSpec(MapSpec spec) {
    const bool moved = spec.geometry != spec_.geometry;
    spec_ = std::move(spec);
    if (moved) {
        fitted_ = true;
    }
    if (current_ != 0 && !areaOf(current_)) {
        current_ = 0;
        entered_ = false;
    }
    setAccessibleDescription(inWords(spec_));
    if (fitted_) {
        fit();
    }
    redraw();
}

void MapWidget::setSelected(std::set<plan::Id> areas) {
    if (areas != selected_) {
        selected_ = std::move(areas);
        redraw();
    }
}

void MapWidget::setCurrentArea(plan::Id area) {
    if (area == current_) {
        return;
    }
    current_ = area;
    redraw();
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
    if (spec_.geometry) {
        view_ = fitted(spec_.geometry->bounds(), QRectF(rect()));
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
        const int at = spec_.geometry ? spec_.geometry->indexOf(id) : -1;
        if (at >= 0) {
            bounds = bounds.united(spec_.geometry->areas()[static_cast<std::size_t>(at)].bounds);
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
    if (!spec_.geometry) {
        return 0;
    }
    const int at = spec_.geometry->areaAt(view_.toMetres(position, QRectF(rect())));
    return at < 0 ? 0 : spec_.geometry->areas()[static_cast<std::size_t>(at)].id;
}

QRect MapWidget::rectOf(plan::Id area) const {
    const int at = spec_.geometry ? spec_.geometry->indexOf(area) : -1;
    return at < 0 ? QRect()
                  : view_.toDevice(QRectF(rect()))
                        .mapRect(spec_.geometry->areas()[static_cast<std::size_t>(at)].bounds)
                        .toAlignedRect();
}

void MapWidget::redraw() {
    picture_ = QPixmap();
    update();
}

void MapWidget::zoomAt(QPointF position, double factor) {
    const QRectF place(rect());
    const auto under = view_.toMetres(position, place);
    const auto whole = spec_.geometry ? fitted(spec_.geometry->bounds(), place).metresPerUnit : 1;
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
    const auto found = std::ranges::find(spec_.areas, id, &MapArea::id);
    return found == spec_.areas.end() ? nullptr : &*found;
}

void MapWidget::bringIntoSight(plan::Id area) {
    const auto box = rectOf(area);
    if (box.isValid() && !rect().contains(box.center())) {
        moveBy(QPointF(box.center() - rect().center()));
    }
}

/// To the area that lies best in a direction: near, and not far off the line.
void MapWidget::step(QPointF direction) {
    if (!spec_.geometry || spec_.areas.empty()) {
        return;
    }
    entered_ = true;
    const auto& areas = spec_.geometry->areas();
    const int from = spec_.geometry->indexOf(current_);
    const auto start = from >= 0 ? areas[static_cast<std::size_t>(from)].inside : view_.centre;
    plan::Id best = 0;
    double bestCost = 1e300;
    for (const auto& area : areas) {
        if (area.id == current_ || !areaOf(area.id)) {
            continue;
        }
        const auto off = area.inside - start;
        const double along = QPointF::dotProduct(off, direction);
        const double aside = std::abs(off.x() * direction.y() - off.y() * direction.x());
        const double cost = from < 0 ? std::hypot(off.x(), off.y()) : along + 2 * aside;
        if ((from < 0 || (along > 0 && aside <= 1.2 * along)) && cost < bestCost) {
            bestCost = cost;
            best = area.id;
        }
    }
    if (best != 0) {
        setCurrentArea(best);
    }
}

bool MapWidget::stepByName(int by) {
    std::vector<const MapArea*> order;
    for (const auto& area : spec_.areas) {
        if (spec_.geometry && spec_.geometry->indexOf(area.id) >= 0) {
            order.push_back(&area);
        }
    }
    std::ranges::stable_sort(order, [](const MapArea* a, const MapArea* b) { return a->name < b->name; });
    const auto at = std::ranges::find(order, current_, &MapArea::id);
    const auto next = (at - order.begin()) + by;
    if (at == order.end() || next < 0 || next >= std::ssize(order)) {
        return false;
    }
    setCurrentArea(order[static_cast<std::size_t>(next)]->id);
    return true;
}

void MapWidget::choose(plan::Id area, bool add) {
    auto chosen = add ? selected_ : std::set<plan::Id>{};
    if (area != 0) {
        if (add && chosen.contains(area)) {
            chosen.erase(area);
        } else {
            chosen.insert(area);
        }
    }
    if (chosen != selected_) {
        setSelected(chosen);
        Q_EMIT selectionChanged({chosen.begin(), chosen.end()});
    }
}

void MapWidget::paintEvent(QPaintEvent*) {
    const qreal ratio = devicePixelRatioF();
    if (picture_.isNull() || picture_.size() != size() * ratio) {
        picture_ = QPixmap(size() * ratio);
        picture_.setDevicePixelRatio(ratio);
        QPainter painter(&picture_);
        MapLook look;
        look.medium = mediumOf(palette());
        look.font = font();
        look.selected = selected_;
        look.current = hasFocus() ? current_ : 0;
        look.areaLabels = areaLabels_;
        paintMap(painter, QRectF(rect()), spec_, view_, look);
    }
    QPainter painter(this);
    painter.drawPixmap(0, 0, picture_);
    if (hasFocus()) {
        painter.setPen(QPen(inksOf(mediumOf(palette())).accent, 2));
        painter.drawRect(rect().adjusted(1, 1, -1, -1));
    }
}

void MapWidget::resizeEvent(QResizeEvent*) {
    if (fitted_) {
        fit();
    }
}

void MapWidget::mousePressEvent(QMouseEvent* event) {
    if (event->button() == Qt::LeftButton) {
        pressed_ = last_ = event->pos();
        dragging_ = false;
        if (event->modifiers().testFlag(Qt::ShiftModifier)) {
            band_ = new QRubberBand(QRubberBand::Rectangle, this);
            band_->setGeometry(QRect(*pressed_, QSize()));
            band_->show();
        }
    }
}

void MapWidget::mouseMoveEvent(QMouseEvent* event) {
    if (!pressed_) {
        return;
    }
    if (band_) {
        band_->setGeometry(QRect(*pressed_, event->pos()).normalized());
    } else if (dragging_ ||
               (event->pos() - *pressed_).manhattanLength() >= QApplication::startDragDistance()) {
        dragging_ = true;
        setCursor(Qt::ClosedHandCursor);
        moveBy(QPointF(last_ - event->pos()));
        last_ = event->pos();
    }
}

void MapWidget::mouseReleaseEvent(QMouseEvent* event) {
    if (event->button() != Qt::LeftButton || !pressed_) {
        return;
    }
    if (band_) {
        auto chosen = selected_;
        for (const auto& area : spec_.areas) {
            const int at = spec_.geometry ? spec_.geometry->indexOf(area.id) : -1;
            if (at >= 0 && band_->geometry().contains(
                               view_.toDevice(QRectF(rect()))
                                   .map(spec_.geometry->areas()[static_cast<std::size_t>(at)].inside)
                                   .toPoint())) {
                chosen.insert(area.id);
            }
        }
        band_->deleteLater();
        band_ = nullptr;
        setSelected(chosen);
        Q_EMIT selectionChanged({chosen.begin(), chosen.end()});
    } else if (!dragging_) {
        choose(areaAt(event->pos()), event->modifiers().testFlag(Qt::ControlModifier));
    }
    pressed_.reset();
    dragging_ = false;
    unsetCursor();
}

void MapWidget::mouseDoubleClickEvent(QMouseEvent* event) {
    if (const auto area = areaAt(event->pos()); area != 0) {
        Q_EMIT areaActivated(area);
    }
}

void MapWidget::wheelEvent(QWheelEvent* event) {
    zoomAt(event->position(), std::pow(1.0015, -event->angleDelta().y()));
    event->accept();
}

void MapWidget::keyPressEvent(QKeyEvent* event) {
    const bool moving = event->modifiers().testFlag(Qt::ControlModifier);
    const auto go = [&](QPointF direction) {
        if (moving) {
            moveBy(direction * 60);
        } else {
            step(direction);
        }
    };
    switch (event->key()) {
    case Qt::Key_Left:
        return go({-1, 0});
    case Qt::Key_Right:
        return go({1, 0});
    case Qt::Key_Up:
        return go({0, -1});
    case Qt::Key_Down:
        return go({0, 1});
    case Qt::Key_Plus:
    case Qt::Key_Equal:
        return zoomIn();
    case Qt::Key_Minus:
        return zoomOut();
    case Qt::Key_Home:
        return fit();
    case Qt::Key_Space:
        if (current_ != 0) {
            choose(current_, true);
        }
        return;
    case Qt::Key_Return:
    case Qt::Key_Enter:
        if (current_ != 0) {
            if (!selected_.contains(current_)) {
                choose(current_, moving);
            } else {
                Q_EMIT areaActivated(current_);
            }
        }
        return;
    case Qt::Key_Escape:
        if (entered_ || current_ != 0) {
            entered_ = false;
            setCurrentArea(0);
            return;
        }
        break;
    case Qt::Key_Menu:
        Q_EMIT menuRequested(mapToGlobal(rectOf(current_).center()));
        return;
    default:
        break;
    }
    if (!moving && event->text().size() == 1 && event->text().front().isLetterOrNumber()) {
        Q_EMIT keyTyped(event->text());
        return;
    }
    QWidget::keyPressEvent(event);
}

void MapWidget::contextMenuEvent(QContextMenuEvent* event) {
    if (event->reason() == QContextMenuEvent::Mouse) {
        const auto area = areaAt(event->pos());
        if (area != 0 && !selected_.contains(area)) {
            choose(area, false);
        }
    }
    Q_EMIT menuRequested(event->globalPos());
}

void MapWidget::changeEvent(QEvent* event) {
    if (event->type() == QEvent::PaletteChange || event->type() == QEvent::FontChange) {
        redraw();
    }
    QWidget::changeEvent(event);
}

void MapWidget::focusInEvent(QFocusEvent* event) {
    redraw();
    QWidget::focusInEvent(event);
}

void MapWidget::focusOutEvent(QFocusEvent* event) {
    redraw();
    QWidget::focusOutEvent(event);
}

bool MapWidget::focusNextPrevChild(bool next) {
    if (entered_ && stepByName(next ? 1 : -1)) {
        return true;
    }
    entered_ = false;
    return QWidget::focusNextPrevChild(next);
}

bool MapWidget::event(QEvent* event) {
    if (event->type() == QEvent::ToolTip) {
        auto* help = static_cast<QHelpEvent*>(event);
        if (const auto* area = areaOf(areaAt(help->pos()))) {
            QToolTip::showText(help->globalPos(), spokenText(spec_, *area), this, rectOf(area->id));
        } else {
            QToolTip::hideText();
        }
        return true;
    }
    return QWidget::event(event);
}

} // namespace wardmote::charts
