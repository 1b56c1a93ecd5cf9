#include "ui/charts/map_accessible.h"

#include "ui/charts/map_widget.h"

#include <QAccessible>
#include <QAccessibleWidget>
#include <QPointer>

#include <algorithm>

namespace wardmote::charts {
namespace {

/// One area, as an item of the map's list. It names the area by id, so it outlives a new specification.
class AreaItem : public QAccessibleInterface {
public:
    AreaItem(MapWidget* map, plan::Id area) : map_(map), area_(area) {}

    bool isValid() const override { return map_ && find() != nullptr; }
    QObject* object() const override { return nullptr; }
    QWindow* window() const override {
        return map_ && map_->window() ? map_->window()->windowHandle() : nullptr;
    }
    QAccessibleInterface* parent() const override {
        return map_ ? QAccessible::queryAccessibleInterface(map_) : nullptr;
    }
    QAccessibleInterface* child(int) const override { return nullptr; }
    QAccessibleInterface* childAt(int, int) const override { return nullptr; }
    int childCount() const override { return 0; }
    int indexOfChild(const QAccessibleInterface*) const override { return -1; }

    QString text(QAccessible::Text kind) const override {
        const auto* area = find();
        return area && kind == QAccessible::Name ? spokenText(map_->spec(), *area) : QString();
    }
    void setText(QAccessible::Text, const QString&) override {}
    QRect rect() const override {
        if (!map_) {
            return {};
        }
        const auto box = map_->rectOf(area_);
        return QRect(map_->mapToGlobal(box.topLeft()), box.size());
    }
    QAccessible::Role role() const override { return QAccessible::ListItem; }
    QAccessible::State state() const override {
        QAccessible::State state;
        state.selectable = true;
        state.focusable = true;
        state.selected = map_ && map_->selected().contains(area_);
        state.focused = map_ && map_->hasFocus() && map_->currentArea() == area_;
        return state;
    }
    plan::Id area() const { return area_; }

private:
    const MapArea* find() const {
        const auto& areas = map_->spec().areas;
        const auto found = std::ranges::find(areas, area_, &MapArea::id);
        return found == areas.end() ? nullptr : &*found;
    }
    QPointer<MapWidget> map_;
    plan::Id area_;
};

class MapList : public QAccessibleWidget {
public:
    explicit MapList(MapWidget* map)
        : QAccessibleWidget(map, QAccessible::List, map->accessibleName()), map_(map) {}
    ~MapList() override {
        for (const auto& [area, item] : items_) {
            QAccessible::deleteAccessibleInterface(item);
        }
    }

    int childCount() const override { return static_cast<int>(map_->spec().areas.size()); }
    QAccessibleInterface* child(int index) const override {
        if (index < 0 || index >= childCount()) {
            return nullptr;
        }
        return itemOf(map_->spec().areas[static_cast<std::size_t>(index)].id);
    }
    int indexOfChild(const QAccessibleInterface* child) const override {
        for (int i = 0; i < childCount(); ++i) {
            const auto found = items_.find(map_->spec().areas[static_cast<std::size_t>(i)].id);
            if (found != items_.end() && QAccessible::accessibleInterface(found->second) == child) {
                return i;
            }
        }
        return -1;
    }
    QAccessibleInterface* childAt(int x, int y) const override {
        const auto area = map_->areaAt(map_->mapFromGlobal(QPoint(x, y)));
        return area != 0 ? itemOf(area) : nullptr;
    }
    QAccessibleInterface* focusChild() const override {
        return map_->hasFocus() && map_->currentArea() != 0 ? itemOf(map_->currentArea())
                                                            : QAccessibleWidget::focusChild();
    }

private:
    QAccessibleInterface* itemOf(plan::Id area) const {
        auto& id = items_[area];
        if (id == 0) {
            id = QAccessible::registerAccessibleInterface(new AreaItem(map_, area));
        }
        return QAccessible::accessibleInterface(id);
    }
    MapWidget* map_;
    mutable std::map<plan::Id, QAccessible::Id> items_;
};

QAccessibleInterface* makeInterface(const QString&, QObject* object) {
    auto* map = qobject_cast<MapWidget*>(object);
    return map ? new MapList(map) : nullptr;
}

} // namespace

void installMapAccessibility() {
    QAccessible::removeFactory(makeInterface);
    QAccessible::installFactory(makeInterface);
}

QString spokenText(const MapSpec& spec, const MapArea& area) {
    QStringList parts{area.name};
    parts << (area.cluster >= 0 ? spec.clusters[static_cast<std::size_t>(area.cluster)].name
                                : spec.noCluster);
    if (!area.figure.isEmpty()) {
        parts << area.figure;
    }
    return parts.join(QStringLiteral(", "));
}

void tellOfCurrentArea(MapWidget& map) {
    if (!QAccessible::isActive()) {
        return;
    }
    const auto& areas = map.spec().areas;
    const auto found = std::ranges::find(areas, map.currentArea(), &MapArea::id);
    if (found != areas.end()) {
        QAccessibleEvent event(&map, QAccessible::Focus);
        event.setChild(static_cast<int>(found - areas.begin()));
        QAccessible::updateAccessibility(&event);
    }
}

} // namespace wardmote::charts
