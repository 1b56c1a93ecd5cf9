/// What a table of records costs the window's thread, by number of rows, and what is worked out elsewhere.
#include "core/plan/change.h"
#include "tests/bench/invented_plan.h"
#include "ui/widgets/record_order.h"

#include <QCoreApplication>

#include <benchmark/benchmark.h>

using namespace wardmote;

namespace {

const plan::PlanRef& planOf(std::int64_t rows) {
    static std::map<std::int64_t, plan::PlanRef> plans;
    auto& plan = plans[rows];
    if (!plan) {
        plan = std::make_shared<const plan::Plan>(bench::inventedPlan(static_cast<std::size_t>(rows)));
    }
    return plan;
}

ui::RecordOrder orderOf(std::int64_t rows) {
    ui::RecordOrder order(plan::RecordKind::mechanism);
    order.setPlan(planOf(rows));
    return order;
}

int columnOf(const ui::RecordOrder& order, std::string_view key) {
    const auto& all = order.columns().all();
    return static_cast<int>(std::ranges::find(all, key, &ui::RecordColumn::key) - all.begin());
}

ui::RecordOrder::Request filterFor(const char* word) {
    ui::RecordOrder::Request request;
    request.words = {word};
    return request;
}

/// Off the window's thread: keys of a column of text, and their order.
void sortKeys(benchmark::State& state) {
    const auto order = orderOf(state.range(0));
    for (auto _ : state) {
        benchmark::DoNotOptimize(makeKeys(order.columns(), order.lacking({})));
    }
}
BENCHMARK(sortKeys)->Arg(1000)->Arg(20'000)->Unit(benchmark::kMillisecond);

/// Off the window's thread: the texts that a filter looks through.
void searchTexts(benchmark::State& state) {
    const auto order = orderOf(state.range(0));
    for (auto _ : state) {
        benchmark::DoNotOptimize(makeKeys(order.columns(), order.lackingTexts()));
    }
}
BENCHMARK(searchTexts)->Arg(1000)->Arg(20'000)->Unit(benchmark::kMillisecond);

/// A click on the heading that rows are sorted by, or on one that they were sorted by before.
void sortAgain(benchmark::State& state) {
    auto order = orderOf(state.range(0));
    ui::RecordOrder::Request request;
    order.rows(request);
    for (auto _ : state) {
        request.descending = !request.descending;
        benchmark::DoNotOptimize(order.rows(request));
    }
}
BENCHMARK(sortAgain)->Arg(1000)->Arg(20'000)->Unit(benchmark::kMillisecond);

/// A letter typed in the filter, the texts being there.
void filter(benchmark::State& state) {
    auto order = orderOf(state.range(0));
    order.rows(filterFor("forum"));
    bool other = false;
    for (auto _ : state) {
        other = !other;
        benchmark::DoNotOptimize(order.rows(filterFor(other ? "area 77" : "forum")));
    }
}
BENCHMARK(filter)->Arg(1000)->Arg(20'000)->Unit(benchmark::kMillisecond);

/// One cell changed, in a table that is sorted and filtered.
void edit(benchmark::State& state) {
    auto order = orderOf(state.range(0));
    const auto request = filterFor("forum");
    order.rows(request);
    plan::ChangeSummary summary;
    const auto id = planOf(state.range(0))->ids(plan::RecordKind::mechanism).front();
    summary.records.push_back({plan::RecordKind::mechanism, id, plan::Change::Action::update});
    for (auto _ : state) {
        order.setPlan(planOf(state.range(0)));
        order.forget(summary, *planOf(state.range(0)));
        benchmark::DoNotOptimize(order.rows(request));
    }
}
BENCHMARK(edit)->Arg(1000)->Arg(20'000)->Unit(benchmark::kMillisecond);

void groupByKind(benchmark::State& state) {
    auto order = orderOf(state.range(0));
    ui::RecordOrder::Request request;
    request.groupColumn = columnOf(order, "kind");
    order.rows(request);
    for (auto _ : state) {
        benchmark::DoNotOptimize(order.rows(request));
    }
}
BENCHMARK(groupByKind)->Arg(1000)->Arg(20'000)->Unit(benchmark::kMillisecond);

} // namespace

int main(int argc, char** argv) {
    const QCoreApplication application(argc, argv); // collation wants one
    benchmark::Initialize(&argc, argv);
    benchmark::RunSpecifiedBenchmarks();
    return 0;
}
