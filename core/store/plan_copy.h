#pragma once
#include "core/base/progress.h"
#include "core/store/database.h"

namespace wardmote::store {

/// Writes a consistent copy of an open plan to a name that nobody has yet: whole, or not at all. The copy is
/// in use by nobody.
Result<void> copyPlan(SQLite::Database& source, const std::filesystem::path& target,
                      const Progress& progress = {});

} // namespace wardmote::store
