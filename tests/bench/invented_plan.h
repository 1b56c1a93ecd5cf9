#pragma once
#include "core/plan/plan.h"

#include <cstdint>

namespace wardmote::bench {

/// A plan of so many mechanisms over 649 areas, 500 organisations, 14 themes and 12 audiences, the same for
/// the same seed. Places are patches of neighbouring areas, most small, a few very large; one mechanism in
/// fifty covers the whole plan, one in ten records no place, and six in a hundred are altered copies of an
/// earlier one, as when two teams enter the same forum.
plan::Plan inventedPlan(std::size_t mechanisms, std::uint64_t seed = 1);

} // namespace wardmote::bench
