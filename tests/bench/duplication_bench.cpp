#include "core/analysis/explanation.h"
#include "core/analysis/overlap.h"
#include "tests/bench/invented_plan.h"

#include <benchmark/benchmark.h>

namespace {

using namespace wardmote;

constexpr plan::Date day{2014, 9, 1};

void duplication(benchmark::State& state) {
    const auto plan = bench::inventedPlan(static_cast<std::size_t>(state.range(0)));
    analysis::DuplicationOptions options;
    options.today = day;
    options.threads = static_cast<unsigned>(state.range(1));
    std::size_t pairs = 0;
    std::size_t possible = 0;
    for (auto _ : state) {
        const auto answer = analysis::findDuplication(plan, options);
        pairs = answer->compared;
        possible = answer->countOf(analysis::PairClass::possibleDuplicate);
        benchmark::DoNotOptimize(answer);
    }
    state.counters["possible"] = static_cast<double>(possible);
    state.counters["pairs/s"] =
        benchmark::Counter(static_cast<double>(pairs), benchmark::Counter::kIsIterationInvariantRate);
}
BENCHMARK(duplication)
    ->ArgNames({"mechanisms", "threads"})
    ->ArgsProduct({{100, 1000, 5000, 20000}, {1, 2}})
    ->Unit(benchmark::kMillisecond)
    ->UseRealTime();

void overlap(benchmark::State& state) {
    const auto plan = bench::inventedPlan(static_cast<std::size_t>(state.range(0)));
    for (auto _ : state) {
        benchmark::DoNotOptimize(analysis::findOverlap(plan, day));
    }
}
BENCHMARK(overlap)
    ->ArgName("mechanisms")
    ->Arg(100)
    ->Arg(1000)
    ->Arg(5000)
    ->Unit(benchmark::kMillisecond)
    ->UseRealTime();

void explainOnePair(benchmark::State& state) {
    const auto plan =
        std::make_shared<const plan::Plan>(bench::inventedPlan(static_cast<std::size_t>(state.range(0))));
    const analysis::PairExplainer explainer(plan, day);
    const auto ids = plan->ids(plan::RecordKind::mechanism);
    for (auto _ : state) {
        benchmark::DoNotOptimize(explainer.explain(ids[0], ids[1]));
    }
}
BENCHMARK(explainOnePair)->ArgName("mechanisms")->Arg(1000)->Unit(benchmark::kMicrosecond);

} // namespace
