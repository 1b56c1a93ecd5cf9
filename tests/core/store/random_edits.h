#pragma once
#include "core/plan/change.h"

#include <cstdint>
#include <map>
#include <string>

struct sqlite3;

namespace wardmote::tests {

/// An edit that can be made to this plan: one to four records of any kinds added, changed in any fields or
/// deleted. The same plan and seed give the same edit.
plan::Changes randomEdit(const plan::Plan& plan, std::uint64_t seed);

/// Mechanisms, with the areas, organisations and links that a large council's plan would have.
plan::Changes manyMechanisms(const plan::Plan& plan, int count, std::uint64_t seed);

/// Every row of every table but the bookkeeping ones, by table: what has to be the same after undo.
std::map<std::string, std::string> recordsIn(const std::string& path);

/// "ok" from PRAGMA integrity_check.
std::string integrityOf(const std::string& path);

} // namespace wardmote::tests
