#include "core/store/plan_copy.h"

#include "core/platform/durable_file.h"

#include <fmt/format.h>

namespace wardmote::store {
namespace {

constexpr int pagesAtOnce = 256;

/// False if stopped.
bool copyPages(SQLite::Database& source, SQLite::Database& copy, const Progress& progress) {
    SQLite::Backup backup(copy, source);
    for (;;) {
        if (progress.stopped()) {
            return false;
        }
        const int code = backup.executeStep(pagesAtOnce);
        if (code == SQLITE_DONE) {
            return true;
        }
        if (code == SQLITE_BUSY || code == SQLITE_LOCKED) {
            throw SQLite::Exception("the plan is being written", code);
        }
        const int total = backup.getTotalPageCount();
        progress.at(total > 0 ? 1.0 - static_cast<double>(backup.getRemainingPageCount()) / total : 0.0,
                    "Copying the plan");
    }
}

} // namespace

Result<void> copyPlan(SQLite::Database& source, const std::filesystem::path& target,
                      const Progress& progress) {
    std::error_code code;
    const auto folder = platform::folderOf(target);
    if (!std::filesystem::is_directory(folder, code)) {
        return failure(fmt::format("The folder “{}” can’t be found.", platform::shown(folder)),
                       "Choose another folder or connect the drive.");
    }
    if (std::filesystem::exists(target, code)) {
        return failure(fmt::format("There is already something called “{}”.", platform::shown(target)),
                       "Choose another name.");
    }
    const auto part = platform::temporaryNameFor(target);
    const auto done = guarded(folder, [&] {
        const auto copy = makeDatabase(part);
        if (!copyPages(source, *copy, progress)) {
            return false;
        }
        copy->exec("DELETE FROM lease");
        return true;
    });
    auto result = !done    ? Result<void>(Failure(done.error()))
                  : !*done ? Result<void>(failure("Stopped: no copy was made."))
                           : platform::moveWithoutReplacing(part, target);
    if (!result) {
        std::filesystem::remove(part, code);
        auto journal = part;
        journal += "-journal";
        std::filesystem::remove(journal, code);
    }
    return result;
}

} // namespace wardmote::store
