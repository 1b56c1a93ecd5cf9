#include "core/analysis/proposal/proposal.h"

#include "core/analysis/proposal/namesakes.h"
#include "core/analysis/proposal/problem.h"
#include "core/analysis/proposal/search.h"
#include "core/geography/measures.h"

#include <algorithm>
#include <chrono>
#include <cmath>
#include <fmt/format.h>
#include <set>

namespace wardmote::analysis {
namespace {

using proposal::Found;
using proposal::Label;
using proposal::noLabel;
using proposal::Problem;
using proposal::Unit;

/// Arrangements that differ by less are one arrangement to a person.
constexpr double clearlyDifferent = 0.05;

std::vector<Label> byArea(const Problem& problem, const std::vector<Label>& labels) {
    std::vector<Label> areas;
    areas.reserve(problem.areas.size());
    for (const auto unit : problem.unitOf) {
        areas.push_back(labels[unit]);
    }
    return areas;
}

/// One piece, by the borders between areas.
bool hangsTogether(const Problem& problem, const std::vector<Label>& labels,
                   const std::vector<std::size_t>& members) {
    if (members.empty()) {
        return false;
    }
    std::vector<Unit> reached{static_cast<Unit>(members.front())};
    std::set<Unit> seen{reached.front()};
    for (std::size_t next = 0; next < reached.size(); ++next) {
        for (const auto& border : problem.areaGraph.of(reached[next])) {
            if (labels[border.to] == labels[reached.front()] && seen.insert(border.to).second) {
                reached.push_back(border.to);
            }
        }
    }
    return reached.size() == members.size();
}

void measureFootprints(const Problem& problem, const std::vector<Label>& labels, ProposalMeasures& measures) {
    for (const auto& footprint : problem.footprints) {
        const bool whole = std::ranges::all_of(
            footprint, [&](std::size_t at) { return labels[at] == labels[footprint.front()]; });
        measures.footprints += footprint.empty() ? 0 : 1;
        measures.wholeFootprints += !footprint.empty() && whole ? 1 : 0;
    }
}

/// labels: by position in problem.areas.
ProposedArrangement described(const Problem& problem, const std::vector<Label>& labels) {
    ProposedArrangement result;
    result.staying = problem.aims.staying;
    const auto& graph = problem.areaGraph;
    std::vector<std::vector<std::size_t>> members(problem.aims.clusters);
    for (std::size_t at = 0; at < labels.size(); ++at) {
        members[labels[at]].push_back(at);
    }
    const double mean = graph.residents() / problem.aims.clusters;
    double squares = 0;
    double compactness = 0;
    for (Label label = 0; label < problem.aims.clusters; ++label) {
        ProposedCluster cluster{problem.clusters[label], {}, 0, 0, true, {}};
        double squareMetres = 0;
        double perimeter = 0;
        for (const auto at : members[label]) {
            const auto& size = graph.sizeOf(static_cast<Unit>(at));
            cluster.areas.push_back(problem.areas[at]);
            cluster.residents += size.residents;
            squareMetres += size.squareMetres;
            perimeter += size.perimeterMetres;
            for (const auto& border : graph.of(static_cast<Unit>(at))) {
                perimeter -= labels[border.to] == label ? border.metres : 0;
            }
        }
        cluster.contiguous = hangsTogether(problem, labels, members[label]);
        cluster.deviationPercent = mean > 0 ? (cluster.residents - mean) / mean * 100 : 0;
        if (problem.shapesKnown) {
            cluster.compactness = geography::polsbyPopper(squareMetres, perimeter);
        }
        squares += cluster.deviationPercent * cluster.deviationPercent;
        compactness += cluster.compactness.value_or(0);
        result.measures.maxDeviationPercent =
            std::max(result.measures.maxDeviationPercent, std::abs(cluster.deviationPercent));
        result.clusters.push_back(std::move(cluster));
    }
    result.measures.rmsDeviationPercent = std::sqrt(squares / problem.aims.clusters);
    if (problem.shapesKnown) {
        result.measures.meanCompactness = compactness / problem.aims.clusters;
    }
    std::size_t borders = 0;
    std::size_t cut = 0;
    for (Unit at = 0; at < labels.size(); ++at) {
        for (const auto& border : graph.of(at)) {
            ++borders;
            cut += labels[at] != labels[border.to] ? 1 : 0;
        }
        const auto present = problem.presentByArea[at];
        if (problem.aims.staying > 0 && present != labels[at]) {
            result.moved.push_back(problem.areas[at]);
            result.measures.residentsMoved += graph.sizeOf(at).residents;
        }
    }
    result.measures.cutShare = borders > 0 ? static_cast<double>(cut) / static_cast<double>(borders) : 0;
    measureFootprints(problem, labels, result.measures);
    return result;
}

ProposedArrangement described(const Problem& problem, const Found& found) {
    const auto labels = byArea(problem, found.labels);
    auto result = described(problem, labels);
    // Begun anew, labels say nothing of the clusters that exist, unless an area is pinned to one.
    if (problem.aims.staying <= 0 &&
        std::ranges::all_of(problem.aims.pinned, [](Label pin) { return pin == noLabel; })) {
        const auto namesakes = namesakesOf(problem, labels, problem.aims.clusters);
        for (std::size_t label = 0; label < namesakes.size(); ++label) {
            result.clusters[label].cluster = namesakes[label];
        }
    }
    result.recipe = found.recipe;
    result.withinBand = found.standing.outside <= 0;
    return result;
}

/// What exists, by the measures of the proposals; nothing while an area that takes part is in no cluster.
std::optional<ProposedArrangement> present(Problem problem) {
    if (problem.clusters.empty() ||
        std::ranges::find(problem.presentByArea, noLabel) != problem.presentByArea.end()) {
        return std::nullopt;
    }
    problem.aims.clusters = static_cast<Label>(problem.clusters.size());
    auto result = described(problem, problem.presentByArea);
    result.withinBand = std::ranges::all_of(result.clusters, [&](const ProposedCluster& cluster) {
        return cluster.residents >= problem.aims.least && cluster.residents <= problem.aims.most;
    });
    return result;
}

/// The best, then the best of those that are clearly different from all before.
void choose(const Problem& problem, const std::vector<Found>& found, std::size_t wanted,
            std::vector<const Found*>& chosen) {
    const double bestOutside = found.empty() ? 0 : found.front().standing.outside;
    for (const auto& candidate : found) {
        const bool asGood = candidate.standing.outside <= bestOutside + 1e-9;
        const bool different = std::ranges::all_of(chosen, [&](const Found* other) {
            return proposal::difference(problem.graph, problem.aims.clusters, candidate.labels,
                                        other->labels) >= clearlyDifferent;
        });
        if (asGood && different && chosen.size() < wanted) {
            chosen.push_back(&candidate);
        }
    }
}

std::string shortfall(const Problem& problem, const Found& best) {
    const auto worst = described(problem, best);
    const auto at = std::ranges::max_element(worst.clusters, {}, [&](const ProposedCluster& cluster) {
        return std::max({problem.aims.least - cluster.residents, cluster.residents - problem.aims.most, 0.0});
    });
    return fmt::format(
        "No arrangement within the band was found. The nearest has a cluster of {:.0f} residents "
        "({:+.1f} % of the mean), {:.0f} {} what it may have.",
        at->residents, at->deviationPercent,
        std::max(problem.aims.least - at->residents, at->residents - problem.aims.most),
        at->residents < problem.aims.least ? "under" : "over");
}

class Proposer {
public:
    Proposer(const ProposalOptions& options, const Progress& progress,
             const std::function<void(const ProposedArrangement&)>& better, Problem problem)
        : options_(options), progress_(progress), better_(better), problem_(std::move(problem)) {}

    Proposals run() {
        const auto began = std::chrono::steady_clock::now();
        answer_.present = present(problem_);
        for (std::size_t i = 0; i < problem_.clusterCounts.size(); ++i) {
            auto attempt = problem_;
            proposal::setClusters(attempt, options_, problem_.clusterCounts[i]);
            const bool last = i + 1 == problem_.clusterCounts.size();
            if (tried(attempt) || last || (progress_.stopped() && !answer_.arrangements.empty())) {
                answer_.obstacles = attempt.obstacles;
                break;
            }
            if (fallback_.empty()) {
                fallback_ = answer_.arrangements;
                fallbackObstacles_ = attempt.obstacles;
            }
        }
        // Of several numbers of clusters none met the band: the likeliest one's nearest is the answer.
        const bool met = !answer_.arrangements.empty() && answer_.arrangements.front().withinBand;
        if (!met && !fallback_.empty()) {
            answer_.arrangements = fallback_;
            answer_.obstacles = fallbackObstacles_;
        }
        answer_.seconds = std::chrono::duration<double>(std::chrono::steady_clock::now() - began).count();
        return std::move(answer_);
    }

private:
    /// True if the band was met.
    bool tried(Problem& problem) {
        const double parts = static_cast<double>(problem_.clusterCounts.size());
        std::vector<double> weights{problem.aims.staying};
        if (problem.from) { // few moves, more, many: what each further move buys
            weights = {options_.staying * 3, options_.staying, options_.staying / 4};
        }
        std::vector<Found> kept;
        std::vector<double> keptWeights;
        for (const auto weight : weights) {
            problem.aims.staying = weight;
            proposal::SearchOptions search;
            search.seed = options_.seed;
            search.threads = options_.threads;
            search.from = problem.from;
            if (options_.seconds) {
                search.seconds = *options_.seconds / parts / static_cast<double>(weights.size());
            }
            auto answer =
                proposal::search(problem.graph, problem.aims, search, progress_, [&](const Found& found) {
                    if (better_) {
                        better_(described(problem, found));
                    }
                });
            answer_.steps += answer.steps;
            std::vector<const Found*> chosen;
            for (const auto& before : kept) {
                chosen.push_back(&before);
            }
            const auto had = chosen.size();
            choose(problem, answer.found, problem.from ? had + 1 : options_.wanted, chosen);
            std::vector<Found> fresh;
            for (auto i = had; i < chosen.size(); ++i) {
                fresh.push_back(*chosen[i]);
            }
            for (auto& found : fresh) {
                kept.push_back(std::move(found));
                keptWeights.push_back(weight);
            }
        }
        answer_.arrangements.clear();
        for (std::size_t i = 0; i < kept.size(); ++i) {
            problem.aims.staying = keptWeights[i];
            answer_.arrangements.push_back(described(problem, kept[i]));
        }
        if (kept.empty()) {
            problem.obstacles.push_back(
                {Obstacle::Kind::noArrangement,
                 {},
                 fmt::format("No contiguous arrangement of {} clusters was found that obeys the "
                             "pins: they stand in one another’s way. Take one away.",
                             problem.aims.clusters)});
            return false;
        }
        if (kept.front().standing.outside > 0) {
            problem.obstacles.push_back({Obstacle::Kind::bandNotMet, {}, shortfall(problem, kept.front())});
            return false;
        }
        return true;
    }

    const ProposalOptions& options_;
    const Progress& progress_;
    const std::function<void(const ProposedArrangement&)>& better_;
    Problem problem_;
    Proposals answer_;
    std::vector<ProposedArrangement> fallback_;
    std::vector<Obstacle> fallbackObstacles_;
};

} // namespace

Result<Proposals> proposed(const plan::Plan& plan, const Neighbours& neighbours,
                           const ProposalOptions& options, const Progress& progress,
                           const std::function<void(const ProposedArrangement&)>& better) {
    auto problem = proposal::problemOf(plan, neighbours, options);
    if (!problem) {
        return Failure(problem.error());
    }
    if (problem->clusterCounts.empty()) {
        return Proposals{{}, present(*problem), problem->obstacles, 0, 0};
    }
    auto answer = Proposer(options, progress, better, std::move(*problem)).run();
    if (answer.arrangements.empty() && progress.stopped()) {
        return failure("Stopped");
    }
    return answer;
}

} // namespace wardmote::analysis
