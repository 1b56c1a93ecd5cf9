#pragma once
#include "core/analysis/calibration.h"
#include "core/base/progress.h"
#include "core/base/result.h"

#include "ui/pages/duplication/weights_tried.h"

#include <map>
#include <memory>
#include <optional>
#include <set>
#include <vector>

namespace wardmote::ui {

/// One pair as the page lists it.
struct ListedPair {
    analysis::Pair pair;
    std::string nameA;
    std::string nameB;
    std::string filterText;    ///< names, leads and services, folded
    analysis::Pounds spending; ///< of the smaller one
    analysis::Hours staffHours;
    plan::Id review = 0; ///< the latest review of both; 0: none
    bool decided = false;
    bool isPair = true; ///< false: only a decision on it, that no longer fits, keeps it in the list
    std::vector<std::string> outdated; ///< why its decision no longer fits the facts; empty: it does
};

/// What a mechanism of a listed pair belongs to.
struct Belongs {
    std::set<plan::Id> clusters; ///< of the arrangement in force, where it covers an area of theirs
    std::set<plan::Id> services; ///< its service and lead organisation
    std::set<plan::Id> themes;
    std::optional<double> staffHours;
};

/// Everything that the Duplication page shows, worked out off the UI thread.
struct DuplicationAnswer {
    plan::PlanRef plan; ///< with the weights that are tried, where some are
    plan::Date today;
    std::optional<WeightsTried> tried; ///< instead of the plan's own
    analysis::Duplication duplication;
    std::vector<ListedPair> pairs;       ///< as duplication.pairs
    analysis::CostTotals totals;         ///< of the mechanisms compared
    std::map<plan::Id, Belongs> belongs; ///< of each mechanism of a listed pair
    std::shared_ptr<const analysis::PairExplainer> explainer;
    analysis::Calibration calibration; ///< of the plan's own weights
    int undecided = 0;                 ///< pairs recorded twice or possibly duplicate, without a decision
};

Result<DuplicationAnswer> duplicationAnswerOf(const plan::PlanRef& plan, plan::Date today,
                                              const std::optional<WeightsTried>& tried,
                                              const Progress& progress);

/// How many mechanisms are in these pairs.
std::size_t mechanismsOf(const std::vector<const ListedPair*>& pairs);

/// The review that says most about two mechanisms: one with a decision, else any; null if there is none.
const plan::Review* reviewOf(const plan::Plan& plan, plan::Id a, plan::Id b);
/// A person has said what to do.
bool isDecided(const plan::Review& review);

} // namespace wardmote::ui
