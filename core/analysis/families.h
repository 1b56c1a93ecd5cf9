#pragma once
#include "core/analysis/duplication.h"

#include <span>

namespace wardmote::analysis {

/// Groups of three or more in which every two are a pair that overlaps with a score at or over the threshold.
/// Complete linkage: pairs in their order, two groups become one if every pair across them is there.
/// Repeatable; no search for the largest groups.
std::vector<Family> familiesOf(std::span<const Pair> pairsInOrder, double threshold);

} // namespace wardmote::analysis
