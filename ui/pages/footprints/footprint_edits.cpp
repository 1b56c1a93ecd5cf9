#include "ui/pages/footprints/footprint_edits.h"

#include <QCoreApplication>

#include <algorithm>
#include <set>

namespace wardmote::ui {
namespace {

QString tr(const char* text) {
    return QCoreApplication::translate("FootprintEdits", text);
}

QString recordName(const plan::Plan& plan, plan::RecordKind kind, plan::Id id) {
    return QString::fromStdString(plan::nameOf(plan, kind, id));
}

} // namespace

FootprintEdit addFootprintSet(plan::Id id, const QString& name) {
    plan::FootprintSet set;
    set.id = id;
    set.name = name.toStdString();
    FootprintEdit edit{tr("Add the footprint set %1").arg(name), {}};
    edit.changes.insert(set);
    return edit;
}

FootprintEdit addFootprint(const plan::Plan& plan, plan::Id set, plan::Id id, const QString& name,
                           const std::vector<plan::Id>& areas) {
    FootprintEdit edit;
    plan::Footprint footprint;
    footprint.id = id;
    footprint.name = name.toStdString();
    footprint.set = {set};
    for (const auto area : std::set<plan::Id>(areas.begin(), areas.end())) {
        if (plan.find<plan::Area>(area)) {
            footprint.areas.push_back({{area}, std::nullopt});
        }
    }
    edit.changes.insert(footprint);
    edit.label =
        tr("Add the footprint %1 to %2").arg(name, recordName(plan, plan::RecordKind::footprintSet, set));
    return edit;
}

FootprintEdit eraseFootprint(const plan::Plan& plan, plan::Id footprint) {
    FootprintEdit edit{
        tr("Delete the footprint %1").arg(recordName(plan, plan::RecordKind::footprint, footprint)), {}};
    edit.changes.erase<plan::Footprint>(footprint);
    return edit;
}

FootprintEdit eraseFootprintSet(const plan::Plan& plan, plan::Id set) {
    FootprintEdit edit{
        tr("Delete the footprint set %1").arg(recordName(plan, plan::RecordKind::footprintSet, set)), {}};
    edit.changes.erase<plan::FootprintSet>(set);
    return edit;
}

} // namespace wardmote::ui
