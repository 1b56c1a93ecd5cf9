#include "ui/charts/map_widget.h"

#include <QApplication>
#include <QContextMenuEvent>
#include <QMouseEvent>

#include <algorithm>
#include <cmath>

namespace wardmote::charts {

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
        takeChosen(chosen, area);
    }
}

/// Chosen on the map itself: the outline stays with the area that was pointed at, even when that was let go.
void MapWidget::takeChosen(const std::set<plan::Id>& areas, plan::Id at) {
    selected_ = areas;
    if (at != 0 && current_ != 0 && at != current_) {
        current_ = at;
        Q_EMIT currentChanged(current_);
    }
    redraw();
    Q_EMIT selectionChanged({areas.begin(), areas.end()});
}

void MapWidget::chooseWithin(const QPolygonF& loop, bool add) {
    auto chosen = add ? selected_ : std::set<plan::Id>{};
    const auto toDevice = view_.toDevice(QRectF(rect()));
    for (const auto& area : spec_->areas) {
        const int at = spec_->geometry ? spec_->geometry->indexOf(area.id) : -1;
        if (at >= 0 &&
            loop.containsPoint(toDevice.map(spec_->geometry->areas()[static_cast<std::size_t>(at)].inside),
                               Qt::OddEvenFill)) {
            chosen.insert(area.id);
        }
    }
    setSelected(chosen);
    Q_EMIT selectionChanged({chosen.begin(), chosen.end()});
}

void MapWidget::mousePressEvent(QMouseEvent* event) {
    if (gesture_ != Gesture::none ||
        (event->button() != Qt::LeftButton && event->button() != Qt::MiddleButton)) {
        return;
    }
    pressedAt_ = last_ = event->pos();
    adds_ = event->modifiers().testFlag(Qt::ControlModifier);
    gesture_ = Gesture::pressed;
    onOverview_ = showsOverview() && overviewPlace().contains(event->pos());
    if (onOverview_) {
        gesture_ = Gesture::moving;
        lookThere(event->pos());
    } else if (event->button() == Qt::LeftButton) {
        begin(event);
    }
}

/// What the tool begins with a press; a box with Shift in every tool.
void MapWidget::begin(QMouseEvent* event) {
    const auto area = areaAt(event->pos());
    if (event->modifiers().testFlag(Qt::ShiftModifier)) {
        gesture_ = Gesture::boxing;
        adds_ = true;
    } else if (tool_ == MapTool::lasso) {
        gesture_ = Gesture::looping;
        loop_ = QPolygonF({QPointF(event->pos())});
    } else if (tool_ == MapTool::brush && area != 0) {
        gesture_ = Gesture::brushing;
        touched_ = {area};
        Q_EMIT painting(touched_);
    } else if (tool_ == MapTool::carry && area != 0) {
        touched_ = selected_.contains(area) ? std::vector<plan::Id>(selected_.begin(), selected_.end())
                                            : std::vector<plan::Id>{area};
    }
}

void MapWidget::mouseMoveEvent(QMouseEvent* event) {
    const bool far = (event->pos() - pressedAt_).manhattanLength() >= QApplication::startDragDistance();
    if (gesture_ == Gesture::pressed && far) {
        gesture_ = touched_.empty() ? Gesture::moving : Gesture::carrying;
        setCursor(Qt::ClosedHandCursor);
    }
    switch (gesture_) {
    case Gesture::none: {
        const auto area = areaAt(event->pos());
        if (area != hovered_) {
            hovered_ = area;
            Q_EMIT hovered(area);
        }
        return;
    }
    case Gesture::pressed:
        return;
    case Gesture::moving:
        if (onOverview_) {
            lookThere(event->pos());
        } else {
            moveBy(QPointF(last_ - event->pos()));
        }
        break;
    case Gesture::boxing:
        update();
        break;
    case Gesture::looping:
        loop_ << QPointF(event->pos());
        update();
        break;
    case Gesture::brushing:
        brushAlong(last_, event->pos());
        break;
    case Gesture::carrying:
        Q_EMIT carrying(touched_, event->globalPosition().toPoint());
        break;
    }
    last_ = event->pos();
}

/// Everything between two points that the mouse was seen at: it may have crossed a narrow area in one step.
void MapWidget::brushAlong(QPoint from, QPoint to) {
    const auto before = touched_.size();
    const double length = std::hypot(to.x() - from.x(), to.y() - from.y());
    const int steps = std::max(1, static_cast<int>(length / 3));
    for (int i = 1; i <= steps; ++i) {
        const auto at = QPointF(from) + QPointF(to - from) * i / steps;
        const auto area = areaAt(at.toPoint());
        if (area != 0 && std::ranges::find(touched_, area) == touched_.end()) {
            touched_.push_back(area);
        }
    }
    if (touched_.size() != before) {
        Q_EMIT painting(touched_);
    }
}

void MapWidget::mouseReleaseEvent(QMouseEvent* event) {
    const auto gesture = gesture_;
    const auto touched = touched_;
    const auto loop = loop_;
    if (gesture == Gesture::none ||
        (event->button() != Qt::LeftButton && event->button() != Qt::MiddleButton)) {
        return;
    }
    const QRect box = QRect(pressedAt_, event->pos()).normalized();
    switch (gesture) {
    case Gesture::boxing:
        chooseWithin(QPolygonF(QRectF(box)), true);
        break;
    case Gesture::looping:
        if (loop.size() > 2) {
            chooseWithin(loop, adds_);
        } else {
            choose(areaAt(event->pos()), adds_);
        }
        break;
    case Gesture::brushing:
        Q_EMIT painted(touched);
        break;
    case Gesture::carrying:
        Q_EMIT carried(touched, event->globalPosition().toPoint());
        break;
    case Gesture::pressed:
        if (event->button() == Qt::LeftButton) {
            choose(areaAt(event->pos()), adds_);
        }
        break;
    case Gesture::moving:
    case Gesture::none:
        break;
    }
    endGesture();
}

bool MapWidget::isHandling() const {
    return gesture_ == Gesture::brushing || gesture_ == Gesture::carrying;
}

void MapWidget::endGesture() {
    const bool was = isHandling();
    if (gesture_ != Gesture::none) {
        gesture_ = Gesture::none;
        touched_.clear();
        loop_.clear();
        update();
        setTool(tool_); // and its cursor
    }
    if (was) {
        Q_EMIT gestureEnded();
    }
}

/// Of what is being painted, carried or drawn round; false if it is nothing.
bool MapWidget::letGo() {
    const bool held = gesture_ != Gesture::none;
    endGesture();
    return held;
}

void MapWidget::mouseDoubleClickEvent(QMouseEvent* event) {
    const auto area = areaAt(event->pos());
    if (area != 0 && tool_ == MapTool::select && event->button() == Qt::LeftButton) {
        Q_EMIT areaActivated(area);
    }
}

void MapWidget::wheelEvent(QWheelEvent* event) {
    zoomAt(event->position(), std::pow(1.0015, -event->angleDelta().y()));
    event->accept();
}

void MapWidget::leaveEvent(QEvent* event) {
    if (hovered_ != 0 && gesture_ == Gesture::none) {
        hovered_ = 0;
        Q_EMIT hovered(0);
    }
    QWidget::leaveEvent(event);
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

} // namespace wardmote::charts
