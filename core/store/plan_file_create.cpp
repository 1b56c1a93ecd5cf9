#include "core/plan/starter_vocabulary.h"
#include "core/platform/durable_file.h"
#include "core/store/migrate.h"
#include "core/store/plan_file_impl.h"
#include "core/store/snapshot.h"

#include <fmt/format.h>

namespace wardmote::store {

Result<PlanFile> PlanFile::create(const std::filesystem::path& path, const plan::Settings& settings,
                                  const Opener& opener, const Format* format) {
    std::error_code code;
    if (std::filesystem::exists(path, code)) {
        return failure(fmt::format("There is already something called “{}”.", platform::shown(path)),
                       "Choose another name.");
    }
    if (!std::filesystem::is_directory(platform::folderOf(path), code)) {
        return failure(
            fmt::format("The folder “{}” can’t be found.", platform::shown(platform::folderOf(path))),
            "Choose another folder or connect the drive.");
    }
    const auto used = format ? *format : currentFormat();
    plan::IdSource ids;
    plan::Changes start;
    start.insert(settings);
    start.append(plan::starterVocabulary(ids));
    // Made under another name: a plan that is there is whole.
    const auto part = platform::temporaryNameFor(path);
    const auto made = guarded(platform::folderOf(path), [&] {
        const auto database = makeDatabase(part);
        prepareForWriting(*database);
        buildSchema(*database, used, used.version());
        WriteTransaction transaction(*database);
        RecordRows rows(*database);
        writeChanges(rows, {}, start);
        SQLite::Statement meta(*database, "INSERT INTO meta(key, value) VALUES(?, ?)");
        for (const auto& [key, value] : {std::pair{std::string("plan_id"), std::to_string(ids.next())},
                                         std::pair{std::string("created"), timeNow()}}) {
            meta.bind(1, key);
            meta.bind(2, value);
            meta.exec();
            meta.reset();
        }
        transaction.commit();
    });
    auto placed = made ? platform::moveWithoutReplacing(part, path) : Result<void>(Failure(made.error()));
    if (!placed) {
        std::filesystem::remove(part, code);
        return Failure(placed.error());
    }
    return open(path, {.opener = opener, .format = format});
}

} // namespace wardmote::store
