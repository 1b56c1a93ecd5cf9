#include "core/analysis/proposal/random.h"
#include "core/analysis/streamlining/cover_problem.h"
#include "core/analysis/streamlining/streamlining.h"
#include "tests/bench/invented_plan.h"

#include <benchmark/benchmark.h>

namespace {

using namespace wardmote;

void streamlining(benchmark::State& state) {
    const auto plan = bench::inventedPlan(static_cast<std::size_t>(state.range(0)));
    analysis::StreamliningOptions options{.today = {2014, 9, 1}, .nominalToo = true};
    options.runnerUp = state.range(1) != 0;
    options.seconds = 20;
    double gap = 0;
    for (auto _ : state) {
        const auto answer = analysis::streamlined(plan, options);
        gap = answer->gap();
        benchmark::DoNotOptimize(answer);
    }
    state.counters["gap %"] = 100 * gap;
}
BENCHMARK(streamlining)
    ->ArgNames({"mechanisms", "runner-up"})
    ->ArgsProduct({{100, 500, 2000}, {0, 1}})
    ->Unit(benchmark::kMillisecond)
    ->UseRealTime();

/// Set cover drawn in one of the shapes of OR-Library's scp4 to scp6 and scpa to scpd: costs of 1 to 100, a
/// share of the columns for each row.
analysis::streamlining::CoverProblem drawn(std::size_t rows, std::size_t columns, double density,
                                           std::uint64_t seed) {
    analysis::proposal::Random random(seed);
    analysis::streamlining::CoverProblem problem;
    for (std::size_t column = 0; column < columns; ++column) {
        problem.costs.push_back(1 + random.below(100));
    }
    for (std::size_t row = 0; row < rows; ++row) {
        auto& covered = problem.rows.emplace_back();
        for (std::size_t column = 0; column < columns; ++column) {
            if (random.unit() < density) {
                covered.push_back(static_cast<analysis::streamlining::Column>(column));
            }
        }
        if (covered.empty()) {
            covered.push_back(random.below(columns));
        }
    }
    return problem;
}

/// How far the answer after 0.2 s lies above the best that 20 s find, which is proved for most shapes.
void coverAfterAFifthOfASecond(benchmark::State& state) {
    const auto problem =
        drawn(static_cast<std::size_t>(state.range(0)), static_cast<std::size_t>(state.range(1)),
              static_cast<double>(state.range(2)) / 100, 7);
    analysis::streamlining::CoverOptions options{.seconds = 0.2};
    double cost = 0;
    for (auto _ : state) {
        cost = analysis::streamlining::solved(problem, options)->cost;
    }
    options.seconds = 20;
    const auto best = *analysis::streamlining::solved(problem, options);
    state.counters["over best %"] = 100 * (cost / best.cost - 1);
    state.counters["proved"] = best.optimal ? 1 : 0;
}
BENCHMARK(coverAfterAFifthOfASecond)
    ->ArgNames({"rows", "columns", "density %"})
    ->Args({200, 1000, 2})
    ->Args({200, 2000, 2})
    ->Args({200, 1000, 5})
    ->Args({300, 3000, 2})
    ->Args({300, 3000, 5})
    ->Args({400, 4000, 2})
    ->Args({400, 4000, 5})
    ->Iterations(1)
    ->Unit(benchmark::kMillisecond)
    ->UseRealTime();

} // namespace
