#pragma once
#include "core/plan/plan.h"

namespace wardmote::bench {

/// What the window shows beyond mechanisms, added to an invented plan: a boundary for each area (a mesh whose
/// neighbours share their edges point by point), an arrangement in force of 24 clusters, two counted meetings
/// for each fifth mechanism in the year before `today`, roles that attend, and a scenario that ends one
/// mechanism in ten. The same for the same plan and day.
void addPlace(plan::Plan& plan, plan::Date today);

} // namespace wardmote::bench
