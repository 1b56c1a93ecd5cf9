#pragma once
#include "core/plan/plan.h"

#include <vector>

namespace wardmote::exchange {

/// What a mechanism lacks that the comparison with others needs.
struct MechanismGaps {
    plan::Id mechanism = 0;
    std::vector<const plan::FieldInfo*> missing; ///< the most useful first
    /// Weights of what is missing (of the plan's settings; how often counts like place) times the meetings a
    /// year, 1 where those are not recorded: a blank in what meets often keeps more from being compared.
    double usefulness = 0;
};

/// Mechanisms not ended with areas, themes, audiences, attendance or pattern missing; the most useful blanks
/// first, then by name. For the grid that is filled down after an import.
std::vector<MechanismGaps> gapsOf(const plan::Plan& plan);

} // namespace wardmote::exchange
