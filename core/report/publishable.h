#pragma once
#include "core/plan/plan.h"

namespace wardmote::report {

/// What stands where a source is left out.
inline constexpr const char* sourceWithheld = "Not for publication";

/// The plan as reports may tell of it. Of what is marked "not for publication":
///
///   local issue  left out altogether
///   meeting      counted, since figures rest on it, but its name, venue, topics, outcome, link, notes and
///                source are left out
///   mechanism    told of, but its notes and source are left out, the evidence of its three tests with them
///
/// The same plan where nothing is so marked.
plan::PlanRef publishable(const plan::PlanRef& plan);

} // namespace wardmote::report
