#pragma once
#include "core/analysis/duplication.h"

namespace wardmote::analysis {

/// The pairs that one mechanism is in, as findDuplication() lists them among all: by order, best first;
/// equals by a, then b. Compares it alone with the others, so that it can follow each edit. Without
/// options.areas, and no more than options.keepPairs. Empty where the mechanism is not compared (proposed,
/// paused, not there).
std::vector<Pair> pairsOfOne(const plan::Plan& plan, plan::Id mechanism, const DuplicationOptions& options);

} // namespace wardmote::analysis
