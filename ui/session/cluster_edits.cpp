#include "ui/session/cluster_edits.h"

#include "core/analysis/acceptances.h"
#include "core/plan/locks.h"

#include <QCoreApplication>

#include <algorithm>
#include <map>
#include <set>

namespace wardmote::ui {
namespace {

QString tr(const char* text) {
    return QCoreApplication::translate("ClusterEdits", text);
}

QString recordName(const plan::Plan& plan, plan::RecordKind kind, plan::Id id) {
    return QString::fromStdString(plan::nameOf(plan, kind, id));
}

plan::ClusterArea* linkTo(plan::Cluster& cluster, plan::Id area) {
    const auto found = std::ranges::find_if(
        cluster.areas, [&](const plan::ClusterArea& held) { return held.area.id == area; });
    return found == cluster.areas.end() ? nullptr : &*found;
}

void remove(plan::Cluster& cluster, plan::Id area, bool mainOnly) {
    std::erase_if(cluster.areas, [&](const plan::ClusterArea& held) {
        return held.area.id == area && (held.main || !mainOnly);
    });
}

std::vector<const plan::Cluster*> clustersOf(const plan::Plan& plan, plan::Id arrangement) {
    std::vector<const plan::Cluster*> result;
    for (const auto& cluster : plan.all<plan::Cluster>()) {
        if (cluster.arrangement.id == arrangement) {
            result.push_back(&cluster);
        }
    }
    return result;
}

ClusterEdit refused(const std::string& why) {
    return {{}, {}, QString::fromStdString(why)};
}

plan::Id mainClusterOf(const plan::Plan& plan, plan::Id arrangement, plan::Id area) {
    for (const auto* cluster : clustersOf(plan, arrangement)) {
        for (const auto& held : cluster->areas) {
            if (held.main && held.area.id == area) {
                return cluster->id;
            }
        }
    }
    return 0;
}

template<auto Member>
ClusterEdit setName(const plan::Plan& plan, plan::RecordKind kind, plan::Id id, const QString& name) {
    ClusterEdit edit{tr("Rename %1 to %2").arg(recordName(plan, kind, id), name), {}, {}};
    edit.changes.set<Member>(id, name.toStdString());
    return edit;
}

} // namespace

QString areasInWords(const plan::Plan& plan, const std::vector<plan::Id>& areas) {
    const auto name = [&](std::size_t i) { return recordName(plan, plan::RecordKind::area, areas[i]); };
    switch (areas.size()) {
    case 1:
        return name(0);
    case 2:
        return tr("%1 and %2").arg(name(0), name(1));
    default:
        return tr("%1 areas").arg(areas.size());
    }
}

ClusterEdit moveAreas(const plan::Plan& plan, plan::Id cluster, const std::vector<plan::Id>& areas) {
    const auto* target = plan.find<plan::Cluster>(cluster);
    if (!target) {
        return {};
    }
    if (const auto why = plan::whyNotMoved(plan, target->arrangement.id, cluster, areas); !why.empty()) {
        return refused(why);
    }
    ClusterEdit edit;
    std::vector<plan::Id> moved;
    auto after = *target;
    for (const auto area : areas) {
        auto* held = linkTo(after, area);
        if (!plan.find<plan::Area>(area) || (held && held->main)) {
            continue;
        }
        if (held) {
            held->main = true;
        } else {
            after.areas.push_back({{area}, true, false});
        }
        moved.push_back(area);
    }
    for (const auto* other : clustersOf(plan, target->arrangement.id)) {
        if (other->id == cluster) {
            continue;
        }
        auto without = *other;
        for (const auto area : areas) {
            remove(without, area, true);
        }
        edit.changes.update(*other, without);
    }
    edit.changes.update(*target, after);
    edit.label =
        tr("Move %1 to %2")
            .arg(areasInWords(plan, moved.empty() ? areas : moved), QString::fromStdString(target->name));
    return edit;
}

ClusterEdit moveAreas(const plan::Plan& plan, plan::Id arrangement, plan::Id cluster,
                      const std::vector<plan::Id>& areas, const MoveReason& why,
                      const std::function<plan::Id()>& newId) {
    auto edit = cluster != 0 ? moveAreas(plan, cluster, areas) : takeOut(plan, arrangement, 0, areas);
    if (edit.changes.empty() || why.reason.isEmpty()) {
        return edit;
    }
    for (const auto area : areas) {
        const auto from = mainClusterOf(plan, arrangement, area);
        if (from == cluster) {
            continue;
        }
        const auto none = tr("no %1").arg(QString::fromStdString(plan.settings().clusterWord));
        const auto nameOf = [&](plan::Id id) {
            return id == 0 ? none : recordName(plan, plan::RecordKind::cluster, id);
        };
        plan::Move move;
        move.id = newId();
        move.name = tr("%1 from %2 to %3")
                        .arg(recordName(plan, plan::RecordKind::area, area), nameOf(from), nameOf(cluster))
                        .toStdString();
        move.arrangement = {arrangement};
        move.area = {area};
        move.fromCluster = {from};
        move.toCluster = {cluster};
        move.reason = why.reason.toStdString();
        move.movedBy = why.by.toStdString();
        move.movedOn = why.on;
        edit.changes.insert(move);
    }
    return edit;
}

ClusterEdit shareAreas(const plan::Plan& plan, plan::Id cluster, const std::vector<plan::Id>& areas) {
    const auto* target = plan.find<plan::Cluster>(cluster);
    if (!target) {
        return {};
    }
    if (const auto why = plan::whyNotChanged(plan, target->arrangement.id, 0); !why.empty()) {
        return refused(why);
    }
    ClusterEdit edit;
    std::vector<plan::Id> added;
    auto after = *target;
    for (const auto area : areas) {
        if (plan.find<plan::Area>(area) && !linkTo(after, area)) {
            after.areas.push_back({{area}, false, false});
            added.push_back(area);
        }
    }
    edit.changes.update(*target, after);
    edit.label =
        tr("Add %1 to %2 as well").arg(areasInWords(plan, added), QString::fromStdString(target->name));
    return edit;
}

ClusterEdit takeOut(const plan::Plan& plan, plan::Id arrangement, plan::Id cluster,
                    const std::vector<plan::Id>& areas) {
    if (const auto why = plan::whyNotMoved(plan, arrangement, 0, areas); !why.empty()) {
        return refused(why);
    }
    ClusterEdit edit;
    for (const auto* each : clustersOf(plan, arrangement)) {
        if (cluster != 0 && each->id != cluster) {
            continue;
        }
        auto without = *each;
        for (const auto area : areas) {
            remove(without, area, false);
        }
        edit.changes.update(*each, without);
    }
    const auto words = areasInWords(plan, areas);
    edit.label =
        cluster != 0
            ? tr("Take %1 out of %2").arg(words, recordName(plan, plan::RecordKind::cluster, cluster))
            : tr("Take %1 out of every %2").arg(words, QString::fromStdString(plan.settings().clusterWord));
    return edit;
}

ClusterEdit addCluster(const plan::Plan& plan, plan::Id arrangement, plan::Id id, const QString& name,
                       const std::vector<plan::Id>& areas) {
    if (const auto why = plan::whyNotMoved(plan, arrangement, id, areas); !why.empty()) {
        return refused(why);
    }
    std::set<int> taken;
    ClusterEdit edit;
    for (const auto* other : clustersOf(plan, arrangement)) {
        taken.insert(other->colour.value_or(0));
        auto without = *other;
        for (const auto area : areas) {
            remove(without, area, true);
        }
        edit.changes.update(*other, without);
    }
    plan::Cluster cluster;
    cluster.id = id;
    cluster.name = name.toStdString();
    cluster.arrangement = {arrangement};
    int colour = 1;
    while (taken.contains(colour) && colour < 12) {
        ++colour;
    }
    cluster.colour = colour;
    for (const auto area : areas) {
        cluster.areas.push_back({{area}, true, false});
    }
    edit.changes.insert(cluster);
    edit.label =
        areas.empty() ? tr("Add %1").arg(name) : tr("Add %1 with %2").arg(name, areasInWords(plan, areas));
    return edit;
}

ClusterEdit renameCluster(const plan::Plan& plan, plan::Id cluster, const QString& name) {
    return setName<&plan::Cluster::name>(plan, plan::RecordKind::cluster, cluster, name);
}

ClusterEdit recolourCluster(const plan::Plan& plan, plan::Id cluster, int colour) {
    ClusterEdit edit{
        tr("Change the colour of %1").arg(recordName(plan, plan::RecordKind::cluster, cluster)), {}, {}};
    edit.changes.set<&plan::Cluster::colour>(cluster, std::int64_t{colour});
    return edit;
}

ClusterEdit eraseCluster(const plan::Plan& plan, plan::Id cluster) {
    if (const auto* record = plan.find<plan::Cluster>(cluster)) {
        if (const auto why = plan::whyNotChanged(plan, record->arrangement.id, cluster); !why.empty()) {
            return refused(why);
        }
    }
    ClusterEdit edit{tr("Delete %1").arg(recordName(plan, plan::RecordKind::cluster, cluster)), {}, {}};
    edit.changes.erase<plan::Cluster>(cluster);
    return edit;
}

ClusterEdit lockAreas(const plan::Plan& plan, plan::Id arrangement, const std::vector<plan::Id>& areas,
                      bool locked) {
    const auto words = areasInWords(plan, areas);
    ClusterEdit edit{locked ? tr("Lock %1").arg(words) : tr("Unlock %1").arg(words), {}, {}};
    for (const auto* cluster : clustersOf(plan, arrangement)) {
        auto after = *cluster;
        for (auto& held : after.areas) {
            if (held.main && std::ranges::find(areas, held.area.id) != areas.end()) {
                held.locked = locked;
            }
        }
        edit.changes.update(*cluster, after);
    }
    return edit;
}

ClusterEdit lockCluster(const plan::Plan& plan, plan::Id cluster, bool locked) {
    const auto name = recordName(plan, plan::RecordKind::cluster, cluster);
    ClusterEdit edit{locked ? tr("Lock %1").arg(name) : tr("Unlock %1").arg(name), {}, {}};
    edit.changes.set<&plan::Cluster::locked>(cluster, locked);
    return edit;
}

ClusterEdit lockArrangement(const plan::Plan& plan, plan::Id arrangement, bool locked) {
    const auto name = recordName(plan, plan::RecordKind::arrangement, arrangement);
    ClusterEdit edit{locked ? tr("Lock %1").arg(name) : tr("Unlock %1").arg(name), {}, {}};
    edit.changes.set<&plan::Arrangement::locked>(arrangement, locked);
    return edit;
}

bool isLockedIn(const plan::Plan& plan, plan::Id arrangement, plan::Id area) {
    const auto* record = plan.find<plan::Arrangement>(arrangement);
    if (record && plan::isLocked(*record)) {
        return true;
    }
    for (const auto* cluster : clustersOf(plan, arrangement)) {
        for (const auto& held : cluster->areas) {
            if (held.main && held.area.id == area && (held.locked || cluster->locked == true)) {
                return true;
            }
        }
    }
    return false;
}

ClusterEdit addArrangement(const plan::Plan& plan, plan::Id id, const QString& name) {
    plan::Arrangement arrangement;
    arrangement.id = id;
    arrangement.name = name.toStdString();
    arrangement.status = plan::ArrangementStatus::draft;
    ClusterEdit edit{tr("Add the arrangement %1").arg(name), {}, {}};
    edit.changes.insert(arrangement);
    if (plan.all<plan::Arrangement>().empty()) {
        auto settings = plan.settings();
        settings.arrangementInForce = {id};
        edit.changes.update(plan.settings(), settings);
    }
    return edit;
}

ClusterEdit copyArrangement(const plan::Plan& plan, plan::Id arrangement, plan::Id id, const QString& name,
                            const std::function<plan::Id()>& newId) {
    const auto* original = plan.find<plan::Arrangement>(arrangement);
    if (!original) {
        return {};
    }
    ClusterEdit edit{
        tr("Copy the arrangement %1 to %2").arg(QString::fromStdString(original->name), name), {}, {}};
    auto copy = *original;
    copy.id = id;
    copy.name = name.toStdString();
    copy.status = plan::ArrangementStatus::draft;
    copy.dateAgreed.reset();
    copy.locked.reset();
    edit.changes.insert(copy);
    std::map<plan::Id, plan::Id> twins;
    for (const auto* cluster : clustersOf(plan, arrangement)) {
        auto twin = *cluster;
        twin.id = newId();
        twins[cluster->id] = twin.id;
        twin.arrangement = {id};
        twin.sourceKey.clear();
        edit.changes.insert(twin);
    }
    const auto twinOf = [&](plan::Ref<plan::Cluster> cluster) {
        const auto found = twins.find(cluster.id);
        return plan::Ref<plan::Cluster>{found == twins.end() ? 0 : found->second};
    };
    for (auto move : plan.all<plan::Move>()) {
        if (move.arrangement.id == arrangement) {
            move.id = newId();
            move.arrangement = {id};
            move.fromCluster = twinOf(move.fromCluster);
            move.toCluster = twinOf(move.toCluster);
            edit.changes.insert(move);
        }
    }
    for (auto acceptance : plan.all<plan::Acceptance>()) {
        if (acceptance.arrangement.id == arrangement) {
            acceptance.id = newId();
            acceptance.arrangement = {id};
            acceptance.subject = analysis::subjectWith(acceptance.subject, twins);
            edit.changes.insert(acceptance);
        }
    }
    return edit;
}

ClusterEdit renameArrangement(const plan::Plan& plan, plan::Id arrangement, const QString& name) {
    return setName<&plan::Arrangement::name>(plan, plan::RecordKind::arrangement, arrangement, name);
}

ClusterEdit putInForce(const plan::Plan& plan, plan::Id arrangement) {
    auto settings = plan.settings();
    settings.arrangementInForce = {arrangement};
    ClusterEdit edit{
        tr("Put %1 in force").arg(recordName(plan, plan::RecordKind::arrangement, arrangement)), {}, {}};
    edit.changes.update(plan.settings(), settings);
    return edit;
}

ClusterEdit setArrangementStatus(const plan::Plan& plan, plan::Id arrangement, plan::ArrangementStatus status,
                                 plan::Date today) {
    const auto* record = plan.find<plan::Arrangement>(arrangement);
    if (!record) {
        return {};
    }
    const auto label = plan::choicesOf<plan::ArrangementStatus>[static_cast<std::size_t>(status)].label;
    ClusterEdit edit{tr("Mark %1 as %2")
                         .arg(QString::fromStdString(record->name),
                              QString::fromUtf8(label.data(), static_cast<int>(label.size())).toLower()),
                     {},
                     {}};
    auto after = *record;
    after.status = status;
    if (status == plan::ArrangementStatus::agreed && !after.dateAgreed) {
        after.dateAgreed = today;
    }
    edit.changes.update(*record, after);
    for (const auto& other : plan.all<plan::Arrangement>()) {
        if (status == plan::ArrangementStatus::asNow && other.id != arrangement && other.status == status) {
            auto past = other;
            past.status = plan::ArrangementStatus::draft;
            edit.changes.update(other, past);
        }
    }
    return edit;
}

ClusterEdit eraseArrangement(const plan::Plan& plan, plan::Id arrangement) {
    ClusterEdit edit{
        tr("Delete the arrangement %1").arg(recordName(plan, plan::RecordKind::arrangement, arrangement)),
        {},
        {}};
    edit.changes.erase<plan::Arrangement>(arrangement);
    return edit;
}

int fillOf(const plan::Plan& plan, const plan::Cluster& cluster) {
    if (cluster.colour) {
        return std::clamp(*cluster.colour, 1, 12) - 1;
    }
    int place = 0;
    for (const auto* other : clustersOf(plan, cluster.arrangement.id)) {
        place += std::tie(other->name, other->id) < std::tie(cluster.name, cluster.id) ? 1 : 0;
    }
    return place % 12;
}

} // namespace wardmote::ui
