#pragma once
#include "core/plan/plan.h"
#include "core/recurrence/rule.h"

#include <span>

namespace wardmote::analysis {

/// The Monday of a day's week.
plan::Date mondayOf(plan::Date date);

/// How far from its expected day a recorded meeting may lie to take its place, in days: half of the rule's
/// usual gap, 45 at most.
int nearDays(const recurrence::Rule& rule);

/// For each of the recorded days the place of the expected day that it stands for; nothing where none is
/// near. The nearest pairs are matched first, equals by date; each day once. Both ascending.
std::vector<std::optional<std::size_t>> placesTaken(std::span<const plan::Date> expected,
                                                    std::span<const plan::Date> recorded, int near);

} // namespace wardmote::analysis
