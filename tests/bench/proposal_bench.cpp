#include "core/analysis/proposal/search.h"
#include "core/analysis/proposal/tree_cut.h"

#include <benchmark/benchmark.h>
#include <cmath>

namespace {

using namespace wardmote::analysis::proposal;

/// Squares of one kilometre in a square, with residents as uneven as those of parishes.
UnitGraph squares(std::size_t units) {
    const auto side = static_cast<Unit>(std::lround(std::sqrt(static_cast<double>(units))));
    Random random(7);
    std::vector<UnitGraph::Size> sizes;
    std::vector<UnitGraph::Link> links;
    for (Unit y = 0; y < side; ++y) {
        for (Unit x = 0; x < side; ++x) {
            const double share = random.unit();
            sizes.push_back({200 + 8000 * share * share, 1e6, 4000});
            if (x > 0) {
                links.push_back({y * side + x - 1, y * side + x, 1000});
            }
            if (y > 0) {
                links.push_back({(y - 1) * side + x, y * side + x, 1000});
            }
        }
    }
    return UnitGraph(std::move(sizes), links);
}

Aims aimsFor(const UnitGraph& graph) {
    Aims aims;
    aims.clusters = static_cast<Label>(std::max<std::size_t>(graph.size() / 15, 2));
    const double mean = graph.residents() / aims.clusters;
    aims.least = mean * 0.9;
    aims.most = mean * 1.1;
    return aims;
}

void firstProposal(benchmark::State& state) {
    const auto graph = squares(static_cast<std::size_t>(state.range(0)));
    const auto aims = aimsFor(graph);
    std::uint64_t seed = 1;
    for (auto _ : state) {
        Random random(seed++);
        benchmark::DoNotOptimize(firstArrangement(graph, aims, random));
    }
}
BENCHMARK(firstProposal)
    ->ArgName("areas")
    ->Arg(30)
    ->Arg(120)
    ->Arg(280)
    ->Arg(650)
    ->Arg(7700)
    ->Unit(benchmark::kMillisecond);

void proposals(benchmark::State& state) {
    const auto graph = squares(static_cast<std::size_t>(state.range(0)));
    const auto aims = aimsFor(graph);
    SearchOptions options;
    options.threads = static_cast<unsigned>(state.range(1));
    double outside = 0;
    double cost = 0;
    for (auto _ : state) {
        const auto answer = search(graph, aims, options, {});
        outside = answer.found.front().standing.outside;
        cost = answer.found.front().standing.cost / aims.clusters;
        state.SetItemsProcessed(static_cast<std::int64_t>(answer.steps));
    }
    state.counters["outside"] = outside;
    state.counters["cost/cluster"] = cost;
}
BENCHMARK(proposals)
    ->ArgNames({"areas", "threads"})
    ->ArgsProduct({{30, 120, 280, 650, 7700}, {1, 2}})
    ->Unit(benchmark::kMillisecond)
    ->UseRealTime();

} // namespace
