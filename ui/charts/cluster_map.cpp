#include "ui/charts/cluster_map.h"

#include <QCoreApplication>
#include <QLocale>

#include <map>

namespace wardmote::charts {
namespace {

QString tr(const char* text) {
    return QCoreApplication::translate("ClusterMap", text);
}

template<class Number>
QString residentsText(const std::optional<Number>& residents) {
    return residents ? tr("%1 residents").arg(QLocale().toString(static_cast<qlonglong>(*residents)))
                     : tr("residents not recorded");
}

} // namespace

MapSpec clusterMap(const plan::Plan& plan, const analysis::ArrangementMeasures& measures,
                   MapGeometryRef geometry, const std::function<int(const plan::Cluster&)>& fillOf) {
    MapSpec spec;
    spec.geometry = std::move(geometry);
    spec.noCluster = tr("In no %1").arg(QString::fromStdString(plan.settings().clusterWord));
    spec.empty =
        tr("No boundaries and no points are recorded. Import boundaries, or give areas an easting and "
           "a northing, to see them here.");
    std::map<plan::Id, int> clusterOf;
    for (const auto& measured : measures.clusters) {
        const auto* cluster = plan.find<plan::Cluster>(measured.id);
        for (const auto area : measured.areas) {
            clusterOf.emplace(area, static_cast<int>(spec.clusters.size()));
        }
        for (const auto area : measured.outside) {
            clusterOf.emplace(area, static_cast<int>(spec.clusters.size()));
        }
        spec.clusters.push_back({measured.id, QString::fromStdString(measured.name),
                                 cluster ? fillOf(*cluster) : 0, residentsText(measured.residents)});
    }
    for (const auto& area : plan.all<plan::Area>()) {
        const auto at = clusterOf.find(area.id);
        MapArea drawn;
        drawn.id = area.id;
        drawn.name = QString::fromStdString(area.name);
        drawn.cluster = at == clusterOf.end() ? -1 : at->second;
        drawn.figure = residentsText(area.residents);
        drawn.outside = area.outside == true;
        spec.areas.push_back(std::move(drawn));
    }
    for (const auto& line : plan.settings().attributions) {
        spec.attribution << QString::fromStdString(line.text);
    }
    return spec;
}

} // namespace wardmote::charts
