#include "core/analysis/checks_collector.h"
#include "core/geography/measures.h"

#include <algorithm>
#include <fmt/format.h>
#include <map>
#include <set>

namespace wardmote::analysis {
namespace {

using plan::Id;
using plan::RecordKind;

/// Positions of areas and the cluster of each; 0 for none.
std::vector<Id> clusterByPosition(const Checking& checking) {
    std::vector<Id> clusters(checking.neighbours->size(), 0);
    for (const auto& cluster : checking.measures.clusters) {
        for (const auto area : cluster.areas) {
            const auto index = checking.neighbours->indexOf(area);
            if (index < clusters.size()) {
                clusters[index] = cluster.id;
            }
        }
    }
    return clusters;
}

void pieces(Checking& checking, const std::vector<Id>& clusters) {
    const auto& neighbours = *checking.neighbours;
    for (const auto& cluster : checking.measures.clusters) {
        if (cluster.contiguous.value_or(true)) {
            continue;
        }
        std::vector<RecordLink> records{linkTo(RecordKind::cluster, cluster.id)};
        std::vector<std::string> apart;
        for (std::size_t p = 1; p < cluster.pieces.size(); ++p) {
            const auto& piece = cluster.pieces[p];
            for (const auto area : piece) {
                records.push_back(linkTo(RecordKind::area, area));
                apart.push_back(checking.areaName(area));
            }
            if (piece.size() > 1) {
                continue;
            }
            std::set<std::string> others;
            for (const auto& edge : neighbours.of(neighbours.indexOf(piece.front()))) {
                if (clusters[edge.to] != 0) {
                    others.insert(checking.clusterName(clusters[edge.to]));
                }
            }
            if (!others.empty()) {
                checking.add(
                    "area-cut-off",
                    fmt::format("{} is cut off from the rest of {}: it is next to {} only.",
                                checking.areaName(piece.front()), cluster.name,
                                listed({others.begin(), others.end()})),
                    {linkTo(RecordKind::area, piece.front()), linkTo(RecordKind::cluster, cluster.id)});
            }
        }
        checking.add("cluster-in-pieces",
                     fmt::format("{} is in {} pieces: {} {} apart from the rest.", cluster.name,
                                 cluster.pieces.size(), listed(apart), apart.size() == 1 ? "lies" : "lie"),
                     std::move(records));
    }
    for (std::size_t i = 0; i < neighbours.size(); ++i) {
        const auto& node = neighbours.nodes()[i];
        if (node.located && neighbours.of(i).empty() && neighbours.size() > 1) {
            checking.add("area-next-to-nothing",
                         fmt::format("{} touches no other area.", checking.areaName(node.id)),
                         {linkTo(RecordKind::area, node.id)});
        }
    }
}

/// Whether areas reach the edge of the plan or a coast: more of their outer line is nobody's than slivers
/// explain.
bool reachesOutside(const Neighbours& neighbours, const std::vector<std::size_t>& areas) {
    double outside = 0;
    double line = 0;
    for (const auto index : areas) {
        outside += neighbours.outsideMetres(index);
        line += neighbours.nodes()[index].perimeterMetres;
    }
    return outside > 0.03 * line;
}

bool isAllIn(const ClusterMeasures& cluster, const std::vector<std::size_t>& group,
             const Neighbours& neighbours) {
    return std::ranges::all_of(cluster.areas, [&](Id area) {
        return std::ranges::find(group, neighbours.indexOf(area)) != group.end();
    });
}

/// A cluster is a doughnut if, without it, some others can't reach the outside.
void doughnuts(Checking& checking, const std::vector<Id>& clusters) {
    const auto& neighbours = *checking.neighbours;
    for (const auto& cluster : checking.measures.clusters) {
        std::vector<char> seen(neighbours.size(), 0);
        for (std::size_t start = 0; start < neighbours.size(); ++start) {
            if (seen[start] || clusters[start] == cluster.id || !neighbours.nodes()[start].located) {
                continue;
            }
            std::vector<std::size_t> group{start};
            std::set<Id> within;
            bool touches = false;
            seen[start] = 1;
            for (std::size_t next = 0; next < group.size(); ++next) {
                within.insert(clusters[group[next]]);
                for (const auto& edge : neighbours.of(group[next])) {
                    if (clusters[edge.to] == cluster.id) {
                        touches = true;
                    } else if (!seen[edge.to]) {
                        seen[edge.to] = 1;
                        group.push_back(edge.to);
                    }
                }
            }
            within.erase(0);
            if (!touches || within.empty() || reachesOutside(neighbours, group)) {
                continue;
            }
            std::vector<RecordLink> records{linkTo(RecordKind::cluster, cluster.id)};
            std::vector<std::string> inner;
            for (const auto& other : checking.measures.clusters) { // by name
                if (within.contains(other.id)) {
                    records.push_back(linkTo(RecordKind::cluster, other.id));
                    inner.push_back(isAllIn(other, group, neighbours) ? other.name
                                                                      : "a part of " + other.name);
                }
            }
            checking.add("cluster-doughnut", fmt::format("{} encloses {}.", cluster.name, listed(inner)),
                         std::move(records));
        }
    }
}

/// The first mechanism that takes delegated decisions for this cluster: all of its areas lie in the cluster
/// and make up at least half of it.
const plan::Mechanism* delegatedMechanism(const plan::Plan& plan, const ClusterMeasures& cluster) {
    const std::set<Id> areas(cluster.areas.begin(), cluster.areas.end());
    for (const auto& mechanism : plan.all<plan::Mechanism>()) {
        if (mechanism.powers != plan::Powers::delegatedDecisions || mechanism.areas.empty() ||
            mechanism.status == plan::MechanismStatus::ended) {
            continue;
        }
        const bool within = std::ranges::all_of(
            mechanism.areas, [&](const plan::AreaLink& link) { return areas.contains(link.area.id); });
        if (within && 2 * mechanism.areas.size() >= areas.size()) {
            return &mechanism;
        }
    }
    return nullptr;
}

void twoFifths(Checking& checking) {
    double residents = 0;
    double hectares = 0;
    bool residentsKnown = true;
    bool landKnown = true;
    for (const auto& area : checking.plan.all<plan::Area>()) {
        if (area.outside == true) {
            continue;
        }
        residentsKnown = residentsKnown && area.residents.has_value();
        residents += area.residents.value_or(0);
        landKnown = landKnown && (area.landAreaHectares || area.boundary);
        hectares +=
            area.landAreaHectares.value_or(area.boundary ? geography::areaOf(*area.boundary) / 10'000 : 0);
    }
    for (const auto& cluster : checking.measures.clusters) {
        const auto* mechanism = delegatedMechanism(checking.plan, cluster);
        if (!mechanism) {
            continue;
        }
        std::optional<double> ofResidents;
        std::optional<double> ofLand;
        if (residentsKnown && residents > 0) {
            ofResidents = static_cast<double>(cluster.residents.value_or(0)) / residents;
        }
        if (landKnown && hectares > 0 && cluster.hectares) {
            ofLand = *cluster.hectares / hectares;
        }
        const bool passes = ofResidents.value_or(1) <= 0.4 || ofLand.value_or(1) <= 0.4;
        if (passes) {
            continue;
        }
        const auto words = [](const std::optional<double>& share) {
            return share ? fmt::format("{:.0f}%", 100 * *share) : std::string("an unknown share");
        };
        checking.add("two-fifths",
                     fmt::format("{} has delegated powers for {}, which holds {} of the council's residents "
                                 "and {} of its land.",
                                 mechanism->name, cluster.name, words(ofResidents), words(ofLand)),
                     {linkTo(RecordKind::cluster, cluster.id), linkTo(RecordKind::mechanism, mechanism->id)});
    }
}

} // namespace

void checkShape(Checking& checking) {
    if (checking.neighbours) {
        const auto clusters = clusterByPosition(checking);
        pieces(checking, clusters);
        doughnuts(checking, clusters);
    }
    twoFifths(checking);
}

} // namespace wardmote::analysis
