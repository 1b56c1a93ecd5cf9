#pragma once
#include "core/store/changeset.h"
#include "core/store/format.h"

#include <string>

namespace wardmote::store {

/// Makes the tables of a format in an empty database, by all migrations up to it.
void buildSchema(SQLite::Database& database, const Format& format, int version);

/// Brings a plan to the newest format in one transaction. Where a migration is a barrier, a row of the
/// history says so.
void migrate(SQLite::Database& database, const Format& format, int from, const std::string& author);

int versionOf(SQLite::Database& database);
std::string metaOf(SQLite::Database& database, const std::string& key);

} // namespace wardmote::store
