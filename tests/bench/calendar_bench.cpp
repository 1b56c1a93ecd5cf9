#include "core/analysis/calendar.h"
#include "core/analysis/meeting_load.h"
#include "core/analysis/series_move.h"
#include "tests/bench/invented_plan.h"

#include <benchmark/benchmark.h>

namespace {

using namespace wardmote;

constexpr plan::Date day{2014, 9, 1};

plan::Plan planOf(const benchmark::State& state) {
    return bench::inventedPlan(static_cast<std::size_t>(state.range(0)));
}

void calendarOfAYear(benchmark::State& state) {
    const auto plan = planOf(state);
    std::size_t occurrences = 0;
    std::size_t clashes = 0;
    for (auto _ : state) {
        const auto calendar = analysis::findCalendar(plan, 2014, day);
        occurrences = calendar->occurrences.size();
        clashes = calendar->clashes.size();
        benchmark::DoNotOptimize(calendar);
    }
    state.counters["occurrences"] = static_cast<double>(occurrences);
    state.counters["clashes"] = static_cast<double>(clashes);
}
BENCHMARK(calendarOfAYear)->Arg(100)->Arg(1000)->Arg(5000)->Unit(benchmark::kMillisecond)->UseRealTime();

void meetingLoad(benchmark::State& state) {
    const auto plan = planOf(state);
    for (auto _ : state) {
        benchmark::DoNotOptimize(analysis::findMeetingLoad(plan, 2014, day));
    }
}
BENCHMARK(meetingLoad)->Arg(100)->Arg(1000)->Arg(5000)->Unit(benchmark::kMillisecond)->UseRealTime();

void effectOfAMove(benchmark::State& state) {
    const auto plan = planOf(state);
    const analysis::SeriesMove move{
        plan.all<plan::Mechanism>()[0].id, {"FREQ=MONTHLY;BYDAY=3TU"}, std::nullopt};
    for (auto _ : state) {
        benchmark::DoNotOptimize(analysis::effectOf(plan, move, 2014));
    }
}
BENCHMARK(effectOfAMove)->Arg(1000)->Unit(benchmark::kMillisecond)->UseRealTime();

} // namespace
