#pragma once
#include "core/analysis/duplication.h"

#include <span>

namespace wardmote::analysis {

/// The mechanisms of these pairs in an order that puts those that are alike beside one another, so that
/// blocks show in a matrix of them: average linkage by order (score x confidence; 0 for two that are no pair
/// here), each join turning its two groups so that their likest ends meet. Repeatable: equals go by the
/// smallest id. At most `most` mechanisms: those of the first pairs.
std::vector<plan::Id> inBlocks(std::span<const Pair> pairsInOrder, std::size_t most = 200);

} // namespace wardmote::analysis
