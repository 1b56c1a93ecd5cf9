#pragma once
#include "core/analysis/acceptances.h"
#include "ui/charts/map_places.h"

#include <memory>

namespace wardmote::ui {

/// Where areas lie and what of the land they leave out: kept while boundaries stay as they are.
struct CheckedPlaces {
    charts::MapPlaces places;
    std::shared_ptr<const geography::Cover> cover;
};

/// Everything that the page shows of one snapshot.
struct ChecksAnswer {
    plan::PlanRef plan; ///< acceptances in `judged` are its
    CheckedPlaces places;
    analysis::ArrangementMeasures measures;
    std::vector<analysis::JudgedBreach> judged;
    std::vector<plan::Id> idle; ///< acceptances that nothing needs any more
    std::size_t open(analysis::Severity severity) const;
};

/// Seconds for a country's wards the first time, then as quick as the rules are. `known` may be empty.
Result<ChecksAnswer> checksAnswerOf(const plan::PlanRef& plan, plan::Date today, const CheckedPlaces& known,
                                    SharedAnswers& shared, const Progress& progress);

} // namespace wardmote::ui
