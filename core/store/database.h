#pragma once
#include "core/base/result.h"

// The session extension is in the library but declared only if these are set.
#ifndef SQLITE_ENABLE_SESSION
#define SQLITE_ENABLE_SESSION 1
#endif
#ifndef SQLITE_ENABLE_PREUPDATE_HOOK
#define SQLITE_ENABLE_PREUPDATE_HOOK 1
#endif
#include <SQLiteCpp/Backup.h>
#include <SQLiteCpp/SQLiteCpp.h>
#include <sqlite3.h>

#include <chrono>
#include <filesystem>
#include <memory>
#include <stdexcept>
#include <string>
#include <type_traits>

/// How core/store talks to SQLite. Inside the folder SQLite's exceptions fly; guarded() turns them into
/// Errors at the doors of PlanFile.
namespace wardmote::store {

using DatabasePtr = std::unique_ptr<SQLite::Database>;

/// A content of the file that this program never wrote.
struct Damage : std::runtime_error {
    using std::runtime_error::runtime_error;
};

/// An Error on its way out of a transaction.
struct Refusal : std::runtime_error {
    explicit Refusal(Error why) : std::runtime_error(why.message), error(std::move(why)) {}
    Error error;
};

/// Opens a file that exists, for writing if it can be, and reads nothing of it yet. Nothing in the file is
/// trusted: no triggers, no views, no functions in its schema.
DatabasePtr openDatabase(const std::filesystem::path& path, std::chrono::milliseconds patience);
/// Makes a new file.
DatabasePtr makeDatabase(const std::filesystem::path& path);
DatabasePtr openInMemory();
/// A copy in memory, to be read, and migrated, where the file itself can't be touched.
DatabasePtr copyInMemory(SQLite::Database& source);

/// Settings that need the file's first page: to be called once that is known to be a plan's.
void prepareForWriting(SQLite::Database& database);

std::int64_t numberFrom(SQLite::Database& database, const std::string& sql);

/// BEGIN IMMEDIATE, and ROLLBACK unless committed.
class WriteTransaction {
public:
    explicit WriteTransaction(SQLite::Database& database);
    ~WriteTransaction();
    WriteTransaction(const WriteTransaction&) = delete;
    WriteTransaction& operator=(const WriteTransaction&) = delete;
    void commit();

private:
    SQLite::Database& database_;
    bool open_ = true;
};

/// SQLite's own kind of error (SQLITE_READONLY, SQLITE_IOERR...) without the details that extended codes add:
/// a folder that can't be written is a SQLITE_READONLY too.
inline int kindOf(const SQLite::Exception& problem) {
    return problem.getErrorCode() & 0xFF;
}
/// What went wrong in words a person can act on.
Error explain(const SQLite::Exception& problem, const std::filesystem::path& path);
Error explainDamage(const std::filesystem::path& path, const std::string& detail);

/// Runs what talks to SQLite and gives back its answer, or an Error about the file at path.
template<class Work>
auto guarded(const std::filesystem::path& path, const Work& work) -> Result<std::invoke_result_t<Work>> {
    try {
        if constexpr (std::is_void_v<std::invoke_result_t<Work>>) {
            work();
            return {};
        } else {
            return work();
        }
    } catch (const Refusal& refusal) {
        return Failure(refusal.error);
    } catch (const SQLite::Exception& problem) {
        return Failure(explain(problem, path));
    } catch (const Damage& damage) {
        return Failure(explainDamage(path, damage.what()));
    } catch (const std::bad_alloc&) {
        return failure("There is not enough memory for this plan.", "Close other programs and try again.");
    }
}

} // namespace wardmote::store
