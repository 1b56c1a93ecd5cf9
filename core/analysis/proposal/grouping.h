#pragma once
#include "core/analysis/proposal/problem.h"

namespace wardmote::analysis::proposal {

/// Makes units of the areas that stay together, and puts pins, areas apart and footprints into the aims. What
/// contradicts is left out and said among the obstacles. An error only where an option names what is not
/// there.
std::optional<Error> groupUnits(const plan::Plan& plan, const ProposalOptions& options, Problem& problem);

} // namespace wardmote::analysis::proposal
