#include "ui/charts/map_widget.h"

#include <QKeyEvent>

#include <algorithm>
#include <cmath>

namespace wardmote::charts {

/// To the area that lies best in a direction: near, and not far off the line.
void MapWidget::step(QPointF direction) {
    if (!spec_->geometry || spec_->areas.empty()) {
        return;
    }
    entered_ = true;
    const auto& areas = spec_->geometry->areas();
    const int from = spec_->geometry->indexOf(current_);
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
    for (const auto& area : spec_->areas) {
        if (spec_->geometry && spec_->geometry->indexOf(area.id) >= 0) {
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
        if (letGo()) {
            return;
        }
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

bool MapWidget::focusNextPrevChild(bool next) {
    if (entered_ && stepByName(next ? 1 : -1)) {
        return true;
    }
    entered_ = false;
    return QWidget::focusNextPrevChild(next);
}

} // namespace wardmote::charts
