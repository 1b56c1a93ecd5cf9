#pragma once
#include "core/analysis/proposal/problem.h"

namespace wardmote::analysis::proposal {

/// Which of the clusters that exist each label of an arrangement begun anew carries on, so that it keeps that
/// one's name and colour: one to one, so that the most residents stay with their cluster, of equal ways the
/// most areas. 0: none, it is new. `labels` by position in problem.areas; labels count to `clusters`.
std::vector<plan::Id> namesakesOf(const Problem& problem, const std::vector<Label>& labels, Label clusters);

} // namespace wardmote::analysis::proposal
