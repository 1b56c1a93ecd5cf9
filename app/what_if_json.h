#pragma once
#include "app/context.h"
#include "core/analysis/scenario/load_change.h"

namespace wardmote::app {

/// One scenario weighed: {"scenario", "lines": {"staff_hours": {"before", "after", "saved"}, ...}, "one_off",
/// "changes", "bearers", "clusters", "load": {"bodies": [{"organisation" or "role", "meetings": {"before",
/// "after"}, ...}]}, "losses"}. Money in pounds, unknown values null, ids strings.
Json whatIfJson(const plan::Plan& plan, const analysis::WhatIf& weighed, const analysis::LoadChanges& load);

} // namespace wardmote::app
