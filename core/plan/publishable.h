#pragma once
#include "core/plan/plan.h"

#include <optional>
#include <string_view>

namespace wardmote::plan {

/// What stands where a source is left out.
inline constexpr std::string_view sourceWithheld = "Not for publication";

/// The plan as reports and exports may tell of it. Of what is marked "not for publication":
///
///   local issue  left out altogether
///   meeting      counted, since figures rest on it, but its name, venue, topics, outcome, link, notes and
///                source are left out
///   mechanism    told of, but its notes and source are left out, the evidence of its three tests with them
///
/// `instead` stands where a mechanism's source stood. The same plan where nothing is so marked.
PlanRef publishable(const PlanRef& plan, std::string_view instead = sourceWithheld);

/// True if the record is marked so; false for kinds that cannot be marked and for records that are not there.
bool isWithheld(const Plan& plan, RecordKind kind, Id id);

} // namespace wardmote::plan
