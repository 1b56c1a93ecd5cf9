#pragma once
#include "app/context.h"
#include "core/analysis/scenario/what_if.h"

namespace wardmote::app {

/// One scenario weighed: {"scenario", "lines": {"staff_hours": {"before", "after", "saved"}, ...}, "one_off",
/// "changes", "bearers", "clusters", "losses"}. Money in pounds, unknown values null, ids strings.
Json whatIfJson(const plan::Plan& plan, const analysis::WhatIf& weighed);

} // namespace wardmote::app
