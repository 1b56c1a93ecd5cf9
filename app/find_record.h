#pragma once
#include "core/base/result.h"
#include "core/plan/plan.h"

#include <string>

namespace wardmote::app {

/// The arrangement of this name or id. An Error lists those there are.
Result<plan::Id> arrangementNamed(const plan::Plan& plan, const std::string& wanted);

/// The cluster of this name or id, in this arrangement; 0: in any, but rather in the one in force, since
/// arrangements often share their clusters' names.
Result<plan::Id> clusterNamed(const plan::Plan& plan, const std::string& wanted, plan::Id arrangement = 0);

/// The area of this name, code or id.
Result<plan::Id> areaNamed(const plan::Plan& plan, const std::string& wanted);

/// The organisation of this name or id.
Result<plan::Id> organisationNamed(const plan::Plan& plan, const std::string& wanted);

/// The footprint set of this name or id; else the one footprint.
Result<plan::Id> footprintsNamed(const plan::Plan& plan, const std::string& wanted);

/// The mechanism, or the scenario, of this name or id.
Result<plan::Id> mechanismNamed(const plan::Plan& plan, const std::string& wanted);
Result<plan::Id> scenarioNamed(const plan::Plan& plan, const std::string& wanted);

} // namespace wardmote::app
