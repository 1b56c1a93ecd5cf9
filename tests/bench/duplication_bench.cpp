#include "core/analysis/explanation.h"
#include "core/analysis/overlap.h"
#include "core/analysis/pair_scan.h"
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

class Counter final : public analysis::PairSink {
public:
    double least() const override { return -1; }
    void pair(const analysis::Candidate&) override { ++found; }
    void unranked(std::uint32_t, std::uint32_t, analysis::PairClass) override { ++found; }
    void unscored(const analysis::OneRow&, std::size_t, std::uint64_t) override {}
    std::size_t found = 0;
};

/// What an edit of one mechanism asks for, once the table is there.
void oneAgainstAll(benchmark::State& state) {
    const auto plan = bench::inventedPlan(static_cast<std::size_t>(state.range(0)));
    const analysis::CostModel costs(plan, day);
    const analysis::ComparisonTable table(plan, costs, day);
    const analysis::PairRules rules(plan.settings(), {});
    const analysis::Relations relations(plan);
    const analysis::RowScan scan(table, rules, relations, {});
    std::uint32_t row = 0;
    for (auto _ : state) {
        Counter counter;
        scan.compare(row, counter);
        benchmark::DoNotOptimize(counter.found);
        row = (row + 97) % static_cast<std::uint32_t>(table.size());
    }
}
BENCHMARK(oneAgainstAll)->ArgName("mechanisms")->Arg(5000)->Arg(20000)->Unit(benchmark::kMicrosecond);

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
