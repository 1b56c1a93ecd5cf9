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

} // namespace
