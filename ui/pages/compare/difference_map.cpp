#include "ui/pages/compare/difference_map.h"

#include "ui/session/cluster_edits.h"
#include "ui/widgets/style.h"

#include <QCoreApplication>

#include <algorithm>
#include <map>

namespace wardmote::ui {
namespace {

using plan::Id;

QString tr(const char* text) {
    return QCoreApplication::translate("ComparePage", text);
}

/// Every area with its place among the clusters of the map.
void addAreas(charts::MapSpec& spec, const ComparisonAnswer& answer, const std::map<Id, int>& groupOf,
              const std::map<Id, QString>& remarks) {
    for (const auto& area : answer.plan->all<plan::Area>()) {
        const auto group = groupOf.find(area.id);
        const auto remark = remarks.find(area.id);
        auto figure = area.residents ? tr("%1 residents").arg(numberText(*area.residents))
                                     : tr("residents not recorded");
        if (remark != remarks.end()) {
            figure = remark->second + QStringLiteral(", ") + figure;
        }
        spec.areas.push_back({area.id, QString::fromStdString(area.name),
                              group == groupOf.end() ? -1 : group->second, figure});
    }
    for (const auto& line : answer.plan->settings().attributions) {
        spec.attribution << QString::fromStdString(line.text);
    }
}

void addArrangement(charts::MapSpec& spec, const ComparisonAnswer& answer, Id arrangement) {
    const auto* measures = answer.arrangement(arrangement);
    std::map<Id, int> groupOf;
    for (const auto& cluster : measures ? measures->clusters : std::vector<analysis::ClusterMeasures>{}) {
        const auto* record = answer.plan->find<plan::Cluster>(cluster.id);
        for (const auto area : cluster.areas) {
            groupOf.emplace(area, static_cast<int>(spec.clusters.size()));
        }
        spec.clusters.push_back(
            {cluster.id, QString::fromStdString(cluster.name), record ? fillOf(*answer.plan, *record) : 0,
             cluster.residents ? tr("%1 residents").arg(numberText(*cluster.residents)) : QString()});
    }
    spec.noCluster = tr("In no %1").arg(QString::fromStdString(answer.plan->settings().clusterWord));
    addAreas(spec, answer, groupOf, {});
}

/// The last word that all clusters' names share ("Forum") says nothing on a small map; empty: there is none.
QString commonEnd(const ComparisonAnswer& answer, const analysis::ArrangementDifference& difference) {
    QStringList names;
    for (const auto id : {difference.before, difference.after}) {
        const auto* measures = answer.arrangement(id);
        for (const auto& cluster : measures ? measures->clusters : std::vector<analysis::ClusterMeasures>{}) {
            names << QString::fromStdString(cluster.name);
        }
    }
    if (names.isEmpty() || !names.front().contains(QLatin1Char(' '))) {
        return {};
    }
    const auto end = names.front().mid(names.front().lastIndexOf(QLatin1Char(' ')));
    const bool shared = std::ranges::all_of(names, [&](const QString& name) { return name.endsWith(end); });
    return shared ? end : QString();
}

void addMoves(charts::MapSpec& spec, const ComparisonAnswer& answer,
              const analysis::ArrangementDifference& difference) {
    struct Group {
        QString name;
        int areas = 0;
    };
    const auto end = commonEnd(answer, difference);
    const auto shortened = [&](const QString& words) {
        auto text = words;
        return end.isEmpty() ? text : text.remove(end);
    };
    std::map<std::pair<Id, Id>, int> numberOf;
    std::vector<Group> groups;
    std::map<Id, int> groupOf;
    std::map<Id, QString> remarks;
    for (const auto& move : difference.moves) {
        const auto words = moveInWords(*answer.plan, move);
        const auto [at, added] =
            numberOf.emplace(std::pair(move.from, move.to), static_cast<int>(groups.size()));
        if (added) {
            groups.push_back({shortened(words), 0});
        }
        ++groups[static_cast<std::size_t>(at->second)].areas;
        groupOf[move.area] = at->second;
        remarks[move.area] = words;
    }
    int colour = 1; // the first fill is plain: what moves is to be known by its hatch as well
    for (const auto& group : groups) {
        spec.clusters.push_back(
            {0, group.name, colour, group.areas == 1 ? tr("1 area") : tr("%1 areas").arg(group.areas)});
        colour = colour % 11 + 1;
    }
    spec.noCluster = tr("Stays where it is");
    addAreas(spec, answer, groupOf, remarks);
}

} // namespace

QString moveInWords(const plan::Plan& plan, const analysis::AreaMove& move) {
    return QStringLiteral("%1 → %2").arg(QString::fromStdString(analysis::clusterInWords(plan, move.from)),
                                         QString::fromStdString(analysis::destinationInWords(plan, move)));
}

charts::MapSpec differenceMap(const ComparisonAnswer& answer,
                              const analysis::ArrangementDifference& difference, DifferenceView view) {
    charts::MapSpec spec;
    spec.geometry = answer.places.geometry;
    spec.empty = tr("No boundaries and no points are recorded, so there is no map.");
    switch (view) {
    case DifferenceView::moves:
        addMoves(spec, answer, difference);
        break;
    case DifferenceView::before:
        addArrangement(spec, answer, difference.before);
        break;
    case DifferenceView::after:
        addArrangement(spec, answer, difference.after);
        break;
    }
    return spec;
}

} // namespace wardmote::ui
