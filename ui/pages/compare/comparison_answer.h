#pragma once
#include "core/analysis/arrangement_comparison.h"
#include "ui/charts/map_places.h"

#include <QString>

#include <map>

namespace wardmote::ui {

/// What the page shows: arrangements side by side, and what moves between any two of them.
struct ComparisonAnswer {
    plan::PlanRef plan;
    charts::MapPlaces places;
    analysis::ArrangementComparison comparison;
    std::map<std::pair<plan::Id, plan::Id>, analysis::ArrangementDifference> differences; ///< from, to

    const analysis::ArrangementMeasures* arrangement(plan::Id id) const; ///< null: not compared
    QString nameOf(plan::Id arrangement) const;
};
using ComparisonRef = std::shared_ptr<const ComparisonAnswer>;

/// `known`: places found before, used while the plan's boundaries are still the same.
Result<ComparisonAnswer> comparisonOf(const plan::PlanRef& plan, const std::vector<plan::Id>& arrangements,
                                      const charts::MapPlaces& known, SharedAnswers& shared, plan::Date today,
                                      const Progress& progress);

/// "▲ 400 more", "▼ 28 points lower", "= the same": never by sign alone, and no judgement. Empty where it
/// can't be said.
QString differenceInSigns(const analysis::ComparedRow& row, std::size_t arrangement);

} // namespace wardmote::ui
