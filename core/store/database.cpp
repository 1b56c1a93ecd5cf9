#include "core/store/database.h"

#include "core/platform/durable_file.h"

#include <fmt/format.h>

namespace wardmote::store {
namespace {

void distrust(SQLite::Database& database) {
    auto* handle = database.getHandle();
    sqlite3_extended_result_codes(handle, 1);
    sqlite3_db_config(handle, SQLITE_DBCONFIG_DEFENSIVE, 1, nullptr);
    sqlite3_db_config(handle, SQLITE_DBCONFIG_TRUSTED_SCHEMA, 0, nullptr);
    sqlite3_db_config(handle, SQLITE_DBCONFIG_ENABLE_TRIGGER, 0, nullptr);
    sqlite3_db_config(handle, SQLITE_DBCONFIG_ENABLE_VIEW, 0, nullptr);
    sqlite3_db_config(handle, SQLITE_DBCONFIG_ENABLE_FKEY, 1, nullptr);
    database.exec("PRAGMA cell_size_check=ON");
    database.exec("PRAGMA mmap_size=0"); // a share that vanishes would kill the process, not the call
}

DatabasePtr opened(const std::string& name, int flags, std::chrono::milliseconds patience) {
    auto database = std::make_unique<SQLite::Database>(name, flags, static_cast<int>(patience.count()));
    distrust(*database);
    return database;
}

} // namespace

DatabasePtr openDatabase(const std::filesystem::path& path, std::chrono::milliseconds patience) {
    return opened(platform::shown(path), SQLite::OPEN_READWRITE, patience);
}

DatabasePtr makeDatabase(const std::filesystem::path& path) {
    return opened(platform::shown(path), SQLite::OPEN_READWRITE | SQLite::OPEN_CREATE, {});
}

DatabasePtr openInMemory() {
    return opened(":memory:", SQLite::OPEN_READWRITE | SQLite::OPEN_CREATE, {});
}

DatabasePtr copyInMemory(SQLite::Database& source) {
    auto copy = openInMemory();
    SQLite::Backup(*copy, source).executeStep(-1);
    return copy;
}

void prepareForWriting(SQLite::Database& database) {
    // Not WAL: plans live on network shares, where its shared memory does not work.
    database.exec("PRAGMA journal_mode=DELETE");
    database.exec("PRAGMA synchronous=FULL");
}

std::int64_t numberFrom(SQLite::Database& database, const std::string& sql) {
    SQLite::Statement query(database, sql);
    return query.executeStep() ? query.getColumn(0).getInt64() : 0;
}

WriteTransaction::WriteTransaction(SQLite::Database& database) : database_(database) {
    database_.exec("BEGIN IMMEDIATE");
}

WriteTransaction::~WriteTransaction() {
    // After some errors SQLite has rolled back by itself already.
    if (open_ && sqlite3_get_autocommit(database_.getHandle()) == 0) {
        database_.tryExec("ROLLBACK");
    }
}

void WriteTransaction::commit() {
    database_.exec("COMMIT");
    open_ = false;
}

Error explainDamage(const std::filesystem::path& path, const std::string& detail) {
    return {fmt::format("“{}” is damaged and can’t be opened as a plan. Nothing in it was changed.",
                        platform::shown(path)),
            "Go back to a backup or to an earlier version of the file, and keep the damaged file: some of it "
            "may still be saved.",
            detail};
}

Error explain(const SQLite::Exception& problem, const std::filesystem::path& path) {
    const auto name = platform::shown(path);
    const auto detail = fmt::format("SQLite {}: {}", problem.getExtendedErrorCode(), problem.what());
    std::error_code unknown; // a folder that may not be looked into says nothing of what is in it
    const bool there = std::filesystem::exists(path, unknown) || unknown;
    if (problem.getExtendedErrorCode() == SQLITE_READONLY_DBMOVED || !there) {
        return {fmt::format("“{}” is no longer there: it was moved, renamed or deleted, or its drive is not "
                            "connected. Nothing was changed.",
                            name),
                "Bring the file or the drive back and open the plan again.", detail};
    }
    switch (kindOf(problem)) {
    case SQLITE_CORRUPT:
    case SQLITE_NOTADB:
        return explainDamage(path, detail);
    case SQLITE_FULL:
        return {fmt::format("There is no room left on the disk that holds “{}”. Nothing was changed.", name),
                "Make room on that disk and try again.", detail};
    case SQLITE_BUSY:
    case SQLITE_LOCKED:
        return {fmt::format("“{}” is being read or copied by another program just now. Nothing was changed.",
                            name),
                "Wait a moment and try again; a backup or a virus scan can hold a file for a while.", detail};
    case SQLITE_READONLY:
        return {fmt::format("“{}” can’t be written. Nothing was changed.", name),
                "Check that the file and its folder are not write-protected, or save a copy elsewhere.",
                detail};
    case SQLITE_CANTOPEN:
    case SQLITE_PERM:
    case SQLITE_AUTH:
        return {
            fmt::format("“{}” can’t be opened: you may not have permission to use it.", name),
            "Ask whoever looks after the folder for permission, or copy the file to a folder of your own.",
            detail};
    case SQLITE_IOERR:
        return {fmt::format("“{}” could not be read or written: its disk or network drive does not answer. "
                            "Nothing was changed.",
                            name),
                "Check the connection and try again.", detail};
    case SQLITE_NOMEM:
        return {"There is not enough memory for this plan.", "Close other programs and try again.", detail};
    case SQLITE_TOOBIG:
        return {fmt::format("The change is too large for “{}”. Nothing was changed.", name),
                "Make it in smaller parts.", detail};
    default:
        return {fmt::format("Something unexpected happened with “{}”. Nothing was changed.", name),
                "Try again; if it happens again, send the details to the makers of Wardmote.", detail};
    }
}

} // namespace wardmote::store
