#pragma once
#include "core/analysis/scenario/losses.h"

namespace wardmote::analysis {

/// Fills in the journeys of Losses.
void findJourneys(const plan::Plan& before, const plan::Plan& after, plan::Date today, Losses& losses);

} // namespace wardmote::analysis
