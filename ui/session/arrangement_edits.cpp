#include "ui/session/arrangement_edits.h"

#include "core/platform/host.h"

#include <QCoreApplication>

#include <algorithm>

namespace wardmote::ui {
namespace {

QString tr(const char* text) {
    return QCoreApplication::translate("ArrangementEdits", text);
}

QString recordName(const plan::Plan& plan, plan::RecordKind kind, plan::Id id) {
    return QString::fromStdString(plan::nameOf(plan, kind, id));
}

plan::Id mainClusterOf(const plan::Plan& plan, plan::Id arrangement, plan::Id area) {
    for (const auto& cluster : plan.all<plan::Cluster>()) {
        const bool holds = std::ranges::any_of(
            cluster.areas, [&](const plan::ClusterArea& held) { return held.main && held.area.id == area; });
        if (cluster.arrangement.id == arrangement && holds) {
            return cluster.id;
        }
    }
    return 0;
}

} // namespace

ClusterEdit setPhase(const plan::Plan& plan, const std::vector<plan::Id>& clusters, const QString& phase) {
    ClusterEdit edit;
    const auto text = phase.trimmed().toStdString();
    std::vector<plan::Id> changed;
    for (const auto id : clusters) {
        const auto* cluster = plan.find<plan::Cluster>(id);
        if (cluster && cluster->phase != text) {
            edit.changes.set<&plan::Cluster::phase>(id, text);
            changed.push_back(id);
        }
    }
    if (changed.empty()) {
        return {};
    }
    const auto words =
        changed.size() == 1
            ? recordName(plan, plan::RecordKind::cluster, changed.front())
            : tr("%1 %2").arg(changed.size()).arg(QString::fromStdString(plan.settings().clusterWordPlural));
    edit.label = text.empty() ? tr("Take %1 out of the phase").arg(words)
                              : tr("Put %1 in %2").arg(words, QString::fromStdString(text));
    return edit;
}

ClusterEdit giveReason(const plan::Plan& plan, plan::Id arrangement, const std::vector<plan::Id>& areas,
                       const MoveReason& why, const std::function<plan::Id()>& newId) {
    ClusterEdit edit;
    if (why.reason.trimmed().isEmpty() || areas.empty() || !plan.find<plan::Arrangement>(arrangement)) {
        return edit;
    }
    for (const auto area : areas) {
        const auto cluster = mainClusterOf(plan, arrangement, area);
        const auto place = cluster == 0 ? tr("no %1").arg(QString::fromStdString(plan.settings().clusterWord))
                                        : recordName(plan, plan::RecordKind::cluster, cluster);
        plan::Move move;
        move.id = newId();
        move.name = tr("%1 in %2").arg(recordName(plan, plan::RecordKind::area, area), place).toStdString();
        move.arrangement = {arrangement};
        move.area = {area};
        move.toCluster = {cluster};
        move.reason = why.reason.trimmed().toStdString();
        move.movedBy = why.by.toStdString();
        move.movedOn = why.on;
        edit.changes.insert(move);
    }
    edit.label = tr("Give the reason for %1").arg(areasInWords(plan, areas));
    return edit;
}

std::function<plan::Id()> idsFrom(std::vector<plan::Id> ids) {
    return [ids = std::move(ids), next = std::size_t{0}]() mutable {
        return next < ids.size() ? ids[next++] : plan::Id{0};
    };
}

QString personAtKeyboard() {
    return QString::fromStdString(platform::accountName());
}

} // namespace wardmote::ui
