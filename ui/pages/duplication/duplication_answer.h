#pragma once
#include "core/analysis/explanation.h"
#include "core/base/progress.h"
#include "core/base/result.h"

#include <memory>
#include <optional>
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
};

/// Everything that the Duplication page shows, worked out off the UI thread.
struct DuplicationAnswer {
    plan::PlanRef plan;
    plan::Date today;
    analysis::Duplication duplication;
    std::vector<ListedPair> pairs; ///< as duplication.pairs
    analysis::CostTotals totals;   ///< of the mechanisms compared
    std::shared_ptr<const analysis::PairExplainer> explainer;
    int undecided = 0; ///< pairs recorded twice or possibly duplicate, without a decision
};

Result<DuplicationAnswer> duplicationAnswerOf(const plan::PlanRef& plan, plan::Date today,
                                              const Progress& progress);

/// The review that says most about two mechanisms: one with a decision, else any; null if there is none.
const plan::Review* reviewOf(const plan::Plan& plan, plan::Id a, plan::Id b);
/// A person has said what to do.
bool isDecided(const plan::Review& review);

} // namespace wardmote::ui
