#pragma once
#include "core/store/database.h"
#include "core/store/format.h"

#include <optional>
#include <string>

/// What a file is asked before anything in it is believed. Nothing here writes.
namespace wardmote::store {

/// What the first bytes say, read through SQLite (a file opened and closed beside it would drop its locks).
struct Header {
    std::int64_t size = 0;
    std::string start; ///< up to 100 bytes
    bool database = false;
    std::int64_t bytesClaimed = 0; ///< 0 where the header does not say
    int applicationId = 0;
    int version = 0;
};
Header headerOf(SQLite::Database& database);

/// Why there can't be a plan at this path: nothing there, a folder. Looks at names only.
std::optional<Error> wrongWithPath(const std::filesystem::path& path);

/// Why these first bytes are not those of a whole plan.
std::optional<Error> wrongWithHeader(const Header& header, const std::filesystem::path& path);

/// Why tables, indexes and whatever else is in the file are not those of this version of the format: it is
/// damaged, or somebody has put something into it.
std::optional<Error> wrongWithSchema(SQLite::Database& database, const Format& format, int version,
                                     const std::filesystem::path& path);

/// Pages, rows and references checked against one another.
std::optional<Error> wrongInside(SQLite::Database& database, const std::filesystem::path& path);

/// True if a writer was cut off and its journal waits to be rolled back.
bool hasJournal(const std::filesystem::path& path);

} // namespace wardmote::store
