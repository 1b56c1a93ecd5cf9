#pragma once
#include "core/plan/plan.h"

#include <span>
#include <string>

namespace wardmote::plan {

/// Whether an arrangement is closed to every move: locked by hand, or agreed.
bool isLocked(const Arrangement& arrangement);

/// Why these areas may not be put into a cluster of an arrangement (0: into none), as a sentence that names
/// what is locked and what to do; empty if they may. Locks are an area's place in its cluster, a cluster's
/// list of areas, and the arrangement as a whole.
std::string whyNotMoved(const Plan& plan, Id arrangement, Id toCluster, std::span<const Id> areas);

/// The same for one cluster as a whole, which is to be deleted or made: empty if it may.
std::string whyNotChanged(const Plan& plan, Id arrangement, Id cluster);

} // namespace wardmote::plan
