#pragma once
#include "core/analysis/explanation.h"

namespace wardmote::analysis {

/// What speaks for or against duplication of two mechanisms beside their score, in the order of EvidenceKind.
///
/// Meetings are compared over the twelve months up to today where both have meetings recorded in them, else
/// over the twelve months to come where the patterns of both name the day; else nothing is said of them.
/// Purposes read alike where at least half of the words that carry meaning in the shorter are in the longer.
std::vector<Evidence> evidenceOf(const plan::Plan& plan, const CostModel& costs, plan::Date today,
                                 const plan::Mechanism& a, const plan::Mechanism& b);

} // namespace wardmote::analysis
