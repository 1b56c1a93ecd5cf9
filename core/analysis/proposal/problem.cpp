#include "core/analysis/proposal/problem.h"

#include "core/analysis/clusters_membership.h"
#include "core/analysis/proposal/grouping.h"
#include "core/analysis/proposal/whole_clusters.h"
#include "core/geography/measures.h"
#include "core/plan/wording.h"

#include <algorithm>
#include <cmath>
#include <fmt/format.h>
#include <limits>
#include <numeric>
#include <set>

namespace wardmote::analysis::proposal {
namespace {

std::string areasInWords(const plan::Plan& plan, const std::vector<plan::Id>& areas) {
    constexpr std::size_t most = 5;
    std::string words;
    for (std::size_t i = 0; i < areas.size() && i < most; ++i) {
        words += (i == 0 ? "" : ", ") + plan::nameOf(plan, plan::RecordKind::area, areas[i]);
    }
    return areas.size() > most ? fmt::format("{} and {} more", words, areas.size() - most) : words;
}

/// Areas that have a place on the map or neighbours given by hand; the others can be in no proposal.
void chooseAreas(const plan::Plan& plan, const Neighbours& neighbours, const std::set<plan::Id>& locked,
                 Problem& problem) {
    std::vector<plan::Id> left;
    for (const auto& area : plan.all<plan::Area>()) {
        if (area.outside == true || locked.contains(area.id)) {
            continue;
        }
        const auto at = neighbours.indexOf(area.id);
        const bool placed =
            at < neighbours.size() && (neighbours.nodes()[at].located || !neighbours.of(at).empty());
        (placed ? problem.areas : left).push_back(area.id);
    }
    if (!left.empty()) {
        problem.obstacles.push_back(
            {Obstacle::Kind::notLocated, left,
             fmt::format("Nothing is known of where {} {}: no boundary, no point, no neighbour. Left out.",
                         areasInWords(plan, left), left.size() == 1 ? "is" : "are")});
    }
}

/// Residents by area; where an area has none recorded, the mean of the others stands for it, and that is
/// said.
std::vector<double> residentsOf(const plan::Plan& plan, Problem& problem) {
    std::vector<double> residents;
    std::vector<plan::Id> missing;
    double sum = 0;
    for (const auto id : problem.areas) {
        const auto recorded = plan.find<plan::Area>(id)->residents;
        residents.push_back(recorded ? static_cast<double>(*recorded) : -1);
        sum += recorded ? static_cast<double>(*recorded) : 0;
        if (!recorded) {
            missing.push_back(id);
        }
    }
    if (missing.empty()) {
        return residents;
    }
    const auto recorded = problem.areas.size() - missing.size();
    const double mean = recorded > 0 ? sum / static_cast<double>(recorded) : 1;
    std::ranges::replace(residents, -1.0, mean);
    problem.obstacles.push_back(
        {Obstacle::Kind::residentsMissing, missing,
         recorded == 0
             ? std::string("No residents are recorded: clusters are balanced by their number of areas.")
             : fmt::format(
                   "No residents are recorded for {}: each was counted like the mean of the others ({}).",
                   areasInWords(plan, missing), plan::withThousands(std::llround(mean)))});
    return residents;
}

std::optional<plan::Point> placeOf(const plan::Area& area) {
    if (area.boundary) {
        return geography::representativePoint(*area.boundary);
    }
    return area.easting && area.northing ? std::optional(plan::Point{*area.easting, *area.northing})
                                         : std::nullopt;
}

struct Bridge {
    std::size_t from = 0;
    std::size_t to = 0;
    double metres = std::numeric_limits<double>::infinity();
};

/// Where small pieces have no neighbour outside them, the nearest area stands for one, and that is said.
void bridgePieces(const plan::Plan& plan, Problem& problem, std::vector<UnitGraph::Size> sizes,
                  std::vector<UnitGraph::Link> links, double mean) {
    std::vector<std::optional<plan::Point>> places;
    for (const auto id : problem.areas) {
        places.push_back(placeOf(*plan.find<plan::Area>(id)));
    }
    const auto pieces = problem.areaGraph.pieces();
    for (std::size_t piece = 1; piece < pieces.size(); ++piece) {
        double residents = 0;
        std::vector<plan::Id> ids;
        std::vector<bool> inside(problem.areas.size());
        for (const auto unit : pieces[piece]) {
            residents += sizes[unit].residents;
            ids.push_back(problem.areas[unit]);
            inside[unit] = true;
        }
        if (residents >= mean / 2) {
            continue; // large enough for clusters of its own
        }
        Bridge nearest;
        for (const auto unit : pieces[piece]) {
            for (std::size_t other = 0; other < places.size(); ++other) {
                if (!inside[other] && places[unit] && places[other]) {
                    const double metres = geography::distanceBetween(*places[unit], *places[other]);
                    if (metres < nearest.metres) {
                        nearest = {unit, other, metres};
                    }
                }
            }
        }
        const bool bridged = nearest.metres < std::numeric_limits<double>::infinity();
        problem.obstacles.push_back(
            {Obstacle::Kind::island, ids,
             fmt::format(
                 "{} {} next to no other area.{}", areasInWords(plan, ids), ids.size() == 1 ? "lies" : "lie",
                 bridged
                     ? fmt::format(" {} was taken for its neighbour, {:.1f} km away; record under “Counts as "
                                   "next to” what is right.",
                                   plan::nameOf(plan, plan::RecordKind::area, problem.areas[nearest.to]),
                                   nearest.metres / 1000)
                     : std::string(" Record under “Counts as next to” what it belongs to."))});
        if (bridged) {
            links.push_back({static_cast<Unit>(nearest.from), static_cast<Unit>(nearest.to), 0});
        }
    }
    problem.areaGraph = UnitGraph(std::move(sizes), links);
}

void makeGraph(const plan::Plan& plan, const Neighbours& neighbours, const ProposalOptions& options,
               Problem& problem, double meanOf) {
    const auto residents = residentsOf(plan, problem);
    std::vector<UnitGraph::Size> sizes;
    const bool parishes = holdsParishes(plan);
    std::vector<Parished> parished;
    double all = 0;
    for (std::size_t i = 0; i < problem.areas.size(); ++i) {
        const auto& node = neighbours.nodes()[neighbours.indexOf(problem.areas[i])];
        sizes.push_back({residents[i], node.squareMetres, node.perimeterMetres});
        problem.shapesKnown = problem.shapesKnown && node.perimeterMetres > 0;
        parished.push_back(parishedness(*plan.find<plan::Area>(problem.areas[i]), parishes));
        all += residents[i];
    }
    const auto position = [&](plan::Id id) {
        const auto at = std::ranges::lower_bound(problem.areas, id);
        return at != problem.areas.end() && *at == id ? at - problem.areas.begin() : std::ptrdiff_t{-1};
    };
    std::vector<UnitGraph::Link> links;
    for (const auto& link : neighbours.links()) {
        const auto a = position(link.a);
        const auto b = position(link.b);
        if (a < 0 || b < 0) {
            continue;
        }
        const auto of = [&](std::ptrdiff_t at) { return parished[static_cast<std::size_t>(at)]; };
        const bool known = of(a) != Parished::notRecorded && of(b) != Parished::notRecorded;
        if (options.mayMix || !known || of(a) == of(b)) {
            links.push_back({static_cast<Unit>(a), static_cast<Unit>(b), link.sharedMetres});
        }
    }
    if (!problem.shapesKnown) {
        // Without shapes a border is a border: every area a square whose sides its neighbours share.
        std::vector<double> borders(sizes.size(), 4);
        for (auto& link : links) {
            link.metres = 1;
            borders[link.a] += 1;
            borders[link.b] += 1;
        }
        for (std::size_t i = 0; i < sizes.size(); ++i) {
            sizes[i].squareMetres = 1;
            sizes[i].perimeterMetres = borders[i];
        }
    }
    problem.areaGraph = UnitGraph(sizes, links);
    bridgePieces(plan, problem, std::move(sizes), std::move(links), all / std::max(meanOf, 1.0));
}

/// Clusters of the arrangement that hold an area as their main one, and which area is in which.
void readPresent(const plan::Plan& plan, plan::Id arrangement, Problem& problem) {
    const auto membership = membershipOf(plan, arrangement);
    for (const auto id : problem.areas) {
        const auto cluster = membership.mainCluster(id);
        const auto at = std::ranges::find(problem.clusters, cluster);
        problem.presentByArea.push_back(cluster == 0 ? noLabel
                                                     : static_cast<Label>(at - problem.clusters.begin()));
        if (cluster != 0 && at == problem.clusters.end()) {
            problem.clusters.push_back(cluster);
        }
    }
}

/// Where there are to be fewer clusters, those with fewest residents go: labels in order of residents.
void largestFirst(const plan::Plan& plan, Problem& problem) {
    std::vector<double> residents(problem.clusters.size(), 0);
    for (std::size_t at = 0; at < problem.areas.size(); ++at) {
        if (problem.presentByArea[at] != noLabel) {
            residents[problem.presentByArea[at]] +=
                plan.find<plan::Area>(problem.areas[at])->residents.value_or(0);
        }
    }
    std::vector<Label> order(problem.clusters.size());
    std::iota(order.begin(), order.end(), Label{0});
    std::ranges::stable_sort(order, [&](Label a, Label b) { return residents[a] > residents[b]; });
    std::vector<Label> place(order.size());
    std::vector<plan::Id> clusters;
    for (Label rank = 0; rank < order.size(); ++rank) {
        place[order[rank]] = rank;
        clusters.push_back(problem.clusters[order[rank]]);
    }
    problem.clusters = std::move(clusters);
    for (auto& label : problem.presentByArea) {
        label = label == noLabel ? noLabel : place[label];
    }
}

/// The areas of locked clusters, which take no part; locked areas of other clusters become pins.
std::set<plan::Id> obeyLocks(const plan::Plan& plan, ProposalOptions& options, Problem& problem) {
    std::set<plan::Id> kept;
    if (!options.improve) {
        return kept;
    }
    const auto arrangement = options.arrangement != 0 ? options.arrangement : arrangementShown(plan);
    std::string names;
    for (const auto& cluster : plan.all<plan::Cluster>()) {
        if (cluster.arrangement.id != arrangement || arrangement == 0) {
            continue;
        }
        for (const auto& held : cluster.areas) {
            if (held.main && cluster.locked == true) {
                kept.insert(held.area.id);
            } else if (held.main && held.locked && plan.find(held.area)) {
                options.pins.push_back({held.area.id, cluster.id});
            }
        }
        if (cluster.locked == true) {
            problem.lockedClusters.push_back(cluster.id);
            names += (names.empty() ? "" : ", ") + cluster.name;
        }
    }
    if (!names.empty()) {
        problem.obstacles.push_back({Obstacle::Kind::locked,
                                     {kept.begin(), kept.end()},
                                     "Locked, so left as they are: " + names + "."});
    }
    return kept;
}

/// Numbers of clusters worth trying, the likeliest first.
std::vector<Label> countsOf(const ProposalOptions& options, const Aims& aims, double residents,
                            std::size_t present) {
    if (options.clusters) {
        return {static_cast<Label>(std::max(*options.clusters, 1))};
    }
    const bool top = std::isfinite(aims.most);
    if (present > 0 && (options.improve || (aims.least <= 0 && !top))) {
        return {static_cast<Label>(present)};
    }
    std::vector<Label> counts;
    constexpr std::size_t mostTries = 5;
    if (aims.least > 0 && !top) { // as many as there can be of at least so many
        for (auto count = std::floor(residents / aims.least); count >= 1 && counts.size() < mostTries;
             count -= 1) {
            counts.push_back(static_cast<Label>(count));
        }
    } else if (top) {
        const double middle = (aims.least + aims.most) / 2;
        const double wanted = std::max(std::round(residents / middle), 1.0);
        for (int step = 0; counts.size() < mostTries && step < 12; ++step) {
            const double count = wanted + ((step & 1) != 0 ? (step + 1) / 2 : -(step / 2));
            const double each = residents / std::max(count, 1.0);
            if (count >= 1 && each >= aims.least && each <= aims.most) {
                counts.push_back(static_cast<Label>(count));
            }
        }
        if (counts.empty()) {
            counts.push_back(static_cast<Label>(wanted));
        }
    }
    return counts;
}

} // namespace

Result<Problem> problemOf(const plan::Plan& plan, const Neighbours& neighbours,
                          const ProposalOptions& asked) {
    Problem problem;
    auto options = asked;
    chooseAreas(plan, neighbours, obeyLocks(plan, options, problem), problem);
    if (problem.areas.empty()) {
        problem.obstacles.push_back({Obstacle::Kind::noAreas, {}, "The plan has no areas to group yet."});
        return problem;
    }
    readPresent(plan, options.arrangement != 0 ? options.arrangement : arrangementShown(plan), problem);
    if (options.clusters && *options.clusters < static_cast<int>(problem.clusters.size())) {
        largestFirst(plan, problem);
    }
    const auto& settings = plan.settings();
    const bool bandAsked = options.least || options.most || options.tolerancePercent;
    auto& aims = problem.aims;
    aims.least =
        options.least.value_or(bandAsked ? 0 : static_cast<double>(settings.residentsMinimum.value_or(0)));
    aims.most = options.most.value_or(bandAsked || !settings.residentsMaximum
                                          ? std::numeric_limits<double>::infinity()
                                          : static_cast<double>(*settings.residentsMaximum));
    const double guess = options.clusters ? *options.clusters
                                          : std::max<double>(1, static_cast<double>(problem.clusters.size()));
    makeGraph(plan, neighbours, options, problem, guess);
    aims.balance = options.balance;
    aims.compactness = options.compactness;
    aims.footprints = options.footprints;
    aims.staying = options.improve ? options.staying : 0;
    if (auto wrong = groupUnits(plan, options, problem)) {
        return Failure(std::move(*wrong));
    }
    problem.clusterCounts = countsOf(options, aims, problem.areaGraph.residents(), problem.clusters.size());
    if (problem.clusterCounts.empty()) {
        problem.obstacles.push_back(
            {Obstacle::Kind::noArrangement,
             {},
             "There is no arrangement to improve yet: say how many clusters there are to be, or "
             "how many residents each."});
    }
    return problem;
}

void setClusters(Problem& problem, const ProposalOptions& options, Label clusters) {
    auto& aims = problem.aims;
    const auto units = static_cast<Label>(problem.graph.size());
    if (clusters > units) {
        problem.obstacles.push_back(
            {Obstacle::Kind::tooManyClusters,
             {},
             fmt::format("{} clusters can’t be made of {} areas or groups of areas. {} were tried.", clusters,
                         units, units)});
        clusters = units;
    }
    aims.clusters = clusters;
    const double mean = problem.graph.residents() / clusters;
    if (options.tolerancePercent && !options.least && !options.most) {
        aims.least = mean * (1 - *options.tolerancePercent / 100);
        aims.most = mean * (1 + *options.tolerancePercent / 100);
    }
    if (mean < aims.least || mean > aims.most) {
        problem.obstacles.push_back(
            {Obstacle::Kind::bandImpossible,
             {},
             fmt::format(
                 "{} clusters of {} residents have {} each on average, which is outside {} to {}.", clusters,
                 plan::withThousands(std::llround(problem.graph.residents())),
                 plan::withThousands(std::llround(mean)), plan::withThousands(std::llround(aims.least)),
                 std::isfinite(aims.most) ? plan::withThousands(std::llround(aims.most)) : "any number")});
    }
    problem.clusters.resize(std::max<std::size_t>(problem.clusters.size(), clusters), 0);
    if (options.improve && aims.present.size() == problem.graph.size()) {
        problem.from = wholeClusters(problem.graph, aims);
    }
}

} // namespace wardmote::analysis::proposal
