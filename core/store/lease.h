#pragma once
#include "core/store/database.h"
#include "core/store/plan_file.h"

#include <optional>
#include <string>

/// One writer at a time: a row in the file holds the token of the session that may write, and every edit asks
/// for it inside its transaction. A note beside the file tells people who looks at the folder; nothing
/// depends on it.
namespace wardmote::store {

struct Lease {
    std::string token;
    std::string author;
    std::string machine;
    std::string machineKey;
    std::string processKey;
    std::string since; ///< UTC, as in the history
};

std::optional<Lease> leaseIn(SQLite::Database& database);

/// True if the session that holds it is known to have ended without giving it back.
bool isAbandoned(const Lease& lease);

/// Writes a new lease over what is there. In the caller's transaction.
Lease writeLease(SQLite::Database& database, const Opener& opener);

/// Removes the lease if it has this token.
void removeLease(SQLite::Database& database, const std::string& token);

/// "Ann on PC-12 since 22 November 2026, 10:41 (UTC)"
std::string inWords(const Lease& lease);

std::filesystem::path noteBeside(const std::filesystem::path& plan);
/// Best effort, both: a share may not allow it.
void writeNote(const std::filesystem::path& plan, const Lease& lease);
void removeNote(const std::filesystem::path& plan, const Lease& lease);

} // namespace wardmote::store
