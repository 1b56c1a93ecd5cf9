#pragma once
#include "core/analysis/explanation.h"

#include <string>
#include <string_view>
#include <vector>

namespace wardmote::analysis {

/// What the comparison said of a pair on the day it was decided about: what a decision rests on.
struct DecisionFacts {
    plan::Id a = 0; ///< the smaller id of the two
    plan::Id b = 0;
    PairClass kind = PairClass::overlapping;
    Components components;
    std::optional<double> score;
    std::optional<double> hoursA; ///< paid hours a year; not recorded is nothing
    std::optional<double> hoursB;
    std::vector<plan::Id> areas; ///< that both cover, ascending
    bool operator==(const DecisionFacts&) const = default;
};

DecisionFacts factsOf(const PairExplainer& explainer, plan::Id a, plan::Id b);

/// One line a pair, "pair=601,602 class=overlapping score=0.5210 ... areas=101,102", as Review keeps it.
/// Scores to four digits, hours to two.
std::string writtenFacts(const std::vector<DecisionFacts>& facts);
/// Reads them back; words that it does not know are passed over, a line without its pair or class is left
/// out.
std::vector<DecisionFacts> readFacts(std::string_view text);

/// What every two of a review's mechanisms are to one another now, for its factsWhenDecided.
std::string factsOfReview(const PairExplainer& explainer, const plan::Plan& plan, const plan::Review& review);

/// From here on a score, or staff hours as a share of what they were, has changed enough to look again.
inline constexpr double scoreMoved = 0.15;
inline constexpr double hoursMoved = 0.25;

/// What has changed between two states of a pair that a decision would rest on, one sentence each; none: it
/// still fits. A class that is another, all shared areas gone or the first ones shared, a score that moved by
/// scoreMoved or more, paid hours of one that changed by the share hoursMoved or more.
std::vector<std::string> changedSince(const plan::Plan& plan, const DecisionFacts& then,
                                      const DecisionFacts& now);

/// A decision that no longer fits the facts.
struct OutdatedDecision {
    plan::Id review = 0;
    std::vector<std::string> because; ///< sentences
};

/// True where somebody said what to do and it was neither left open nor rejected.
bool isDecision(const plan::Review& review);

/// What has changed under one decision; none: it still fits, or what it rested on was not recorded. Also said
/// where one of its mechanisms has ended although it was to be kept.
std::vector<std::string> outdatedBecause(const plan::Plan& plan, const PairExplainer& explainer,
                                         plan::Date today, const plan::Review& review);

/// All decisions that no longer fit, in order of id.
std::vector<OutdatedDecision> outdatedDecisions(const plan::Plan& plan, const PairExplainer& explainer,
                                                plan::Date today);

} // namespace wardmote::analysis
