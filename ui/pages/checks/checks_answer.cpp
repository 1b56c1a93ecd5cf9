#include "ui/pages/checks/checks_answer.h"

#include <algorithm>

namespace wardmote::ui {
namespace {

Result<CheckedPlaces> placesOf(const plan::Plan& plan, const CheckedPlaces& known, SharedAnswers& shared,
                               const Progress& progress) {
    if (known.cover && known.places.key == analysis::neighboursKey(plan)) {
        return known;
    }
    CheckedPlaces found;
    auto places = charts::placesIn(plan, shared, progress);
    if (!places) {
        return Failure(places.error());
    }
    found.places = std::move(*places);
    auto cover = analysis::coverOf(plan, progress);
    if (!cover) {
        return Failure(cover.error());
    }
    found.cover = std::make_shared<const geography::Cover>(std::move(*cover));
    return found;
}

} // namespace

std::size_t ChecksAnswer::open(analysis::Severity severity) const {
    return static_cast<std::size_t>(std::ranges::count_if(judged, [&](const analysis::JudgedBreach& each) {
        return !each.accepted && each.breach.rule->severity == severity;
    }));
}

Result<ChecksAnswer> checksAnswerOf(const plan::PlanRef& plan, plan::Date today, const CheckedPlaces& known,
                                    SharedAnswers& shared, const Progress& progress) {
    auto places = placesOf(*plan, known, shared, progress);
    if (!places) {
        return Failure(places.error());
    }
    ChecksAnswer answer;
    answer.plan = plan;
    answer.places = std::move(*places);
    const auto* neighbours = answer.places.places.neighbours.get();
    answer.measures = analysis::measuredClusters(*plan, 0, neighbours);
    const auto arrangement = answer.measures.arrangement;
    answer.judged = analysis::judgedChecks(
        *plan, neighbours, {.today = today, .arrangement = arrangement, .cover = answer.places.cover.get()});
    answer.idle = analysis::idleAcceptances(*plan, answer.judged, arrangement);
    return answer;
}

} // namespace wardmote::ui
