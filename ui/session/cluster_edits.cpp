#include "ui/pages/clusters/cluster_edits.h"

#include <QCoreApplication>

#include <algorithm>
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

template<auto Member>
ClusterEdit setName(const plan::Plan& plan, plan::RecordKind kind, plan::Id id, const QString& name) {
    ClusterEdit edit{tr("Rename %1 to %2").arg(recordName(plan, kind, id), name), {}};
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
            after.areas.push_back({{area}, true});
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

ClusterEdit shareAreas(const plan::Plan& plan, plan::Id cluster, const std::vector<plan::Id>& areas) {
    const auto* target = plan.find<plan::Cluster>(cluster);
    if (!target) {
        return {};
    }
    ClusterEdit edit;
    std::vector<plan::Id> added;
    auto after = *target;
    for (const auto area : areas) {
        if (plan.find<plan::Area>(area) && !linkTo(after, area)) {
            after.areas.push_back({{area}, false});
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
        cluster.areas.push_back({{area}, true});
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
    ClusterEdit edit{tr("Change the colour of %1").arg(recordName(plan, plan::RecordKind::cluster, cluster)),
                     {}};
    edit.changes.set<&plan::Cluster::colour>(cluster, std::int64_t{colour});
    return edit;
}

ClusterEdit eraseCluster(const plan::Plan& plan, plan::Id cluster) {
    ClusterEdit edit{tr("Delete %1").arg(recordName(plan, plan::RecordKind::cluster, cluster)), {}};
    edit.changes.erase<plan::Cluster>(cluster);
    return edit;
}

ClusterEdit addArrangement(const plan::Plan& plan, plan::Id id, const QString& name) {
    plan::Arrangement arrangement;
    arrangement.id = id;
    arrangement.name = name.toStdString();
    arrangement.status = plan::ArrangementStatus::draft;
    ClusterEdit edit{tr("Add the arrangement %1").arg(name), {}};
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
    ClusterEdit edit{tr("Copy the arrangement %1 to %2").arg(QString::fromStdString(original->name), name),
                     {}};
    auto copy = *original;
    copy.id = id;
    copy.name = name.toStdString();
    copy.status = plan::ArrangementStatus::draft;
    copy.dateAgreed.reset();
    edit.changes.insert(copy);
    for (const auto* cluster : clustersOf(plan, arrangement)) {
        auto twin = *cluster;
        twin.id = newId();
        twin.arrangement = {id};
        twin.sourceKey.clear();
        edit.changes.insert(twin);
    }
    return edit;
}

ClusterEdit renameArrangement(const plan::Plan& plan, plan::Id arrangement, const QString& name) {
    return setName<&plan::Arrangement::name>(plan, plan::RecordKind::arrangement, arrangement, name);
}

ClusterEdit putInForce(const plan::Plan& plan, plan::Id arrangement) {
    auto settings = plan.settings();
    settings.arrangementInForce = {arrangement};
    ClusterEdit edit{tr("Put %1 in force").arg(recordName(plan, plan::RecordKind::arrangement, arrangement)),
                     {}};
    edit.changes.update(plan.settings(), settings);
    return edit;
}

ClusterEdit eraseArrangement(const plan::Plan& plan, plan::Id arrangement) {
    ClusterEdit edit{
        tr("Delete the arrangement %1").arg(recordName(plan, plan::RecordKind::arrangement, arrangement)),
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
