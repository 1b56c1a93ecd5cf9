#include "core/store/format.h"
#include "tests/core/store/as_nobody.h"
#include "tests/core/store/random_edits.h"
#include "tests/core/store/store_support.h"

#include <cstdlib>
#include <fmt/format.h>
#include <map>

using namespace wardmote;
using namespace wardmote::store;
using namespace wardmote::tests;

namespace {

/// A plan as it was saved by a program of a format, for each test a copy.
std::filesystem::path goldenIn(const TemporaryFolder& folder, int format = currentFormat().version()) {
    const auto path = folder / "plan.wardmote";
    std::filesystem::copy_file(sourceFolder() / fmt::format("tests/data/formats/version_{}.wardmote", format),
                               path);
    std::filesystem::permissions(path, std::filesystem::perms::owner_all |
                                           std::filesystem::perms::group_read |
                                           std::filesystem::perms::others_read);
    return path;
}

/// The format after this one, as migrations make them.
Format nextFormat(bool barrier) {
    auto format = currentFormat();
    format.migrations.push_back({.version = format.version() + 1,
                                 .minCompatible = 1,
                                 .programFrom = "Wardmote 9",
                                 .sql = {"ALTER TABLE mechanism ADD COLUMN colour TEXT;"
                                         "CREATE TABLE novelty(id INTEGER PRIMARY KEY, name TEXT) STRICT"},
                                 .barrier = barrier});
    return format;
}

/// Kinds of records that the first format did not have, and the format that brought them.
const std::map<plan::RecordKind, int> addedLater{
    {plan::RecordKind::asset, 2},          {plan::RecordKind::move, 2},
    {plan::RecordKind::localResponse, 2},  {plan::RecordKind::acceptance, 2},
    {plan::RecordKind::localIssue, 3},     {plan::RecordKind::scenario, 3},
    {plan::RecordKind::proposedChange, 3}, {plan::RecordKind::partnerList, 3}};

} // namespace

TEST_CASE("Write the golden plan of the present format", "[.golden]") {
    const char* target = std::getenv("WARDMOTE_GOLDEN");
    REQUIRE(target);
    auto file = newPlan(target);
    for (std::uint64_t seed = 1; seed <= 90; ++seed) {
        done(file.perform("Edit " + std::to_string(seed), randomEdit(*file.snapshot(), seed)));
    }
    done(file.undo());
}

TEST_CASE("A plan of every format opens, with all its history") {
    for (int format = 1; format <= currentFormat().version(); ++format) {
        INFO("format " << format);
        const TemporaryFolder folder;
        const auto path = goldenIn(folder, format);
        auto file = opened(path);
        CHECK(file.writable());
        CHECK(file.snapshot()->settings().id == 1);
        for (const auto& info : plan::allRecordInfos()) {
            INFO(info.table);
            const bool came = addedLater.contains(info.kind) && format < addedLater.at(info.kind);
            CHECK((file.snapshot()->count(info.kind) > 0) == !came);
        }
        const auto rows = *file.history();
        REQUIRE(rows.size() > 40);
        for (const auto& row : rows) {
            const auto details = file.detailsOf(row.id);
            REQUIRE(details);
            CHECK_FALSE(details->empty());
        }
        done(file.redo());
        const auto last = recordsIn(path);
        done(file.goTo(0));
        CHECK(file.snapshot()->count(plan::RecordKind::mechanism) == 0);
        done(file.goTo(rows[1].id));
        CHECK((recordsIn(path) == last));
    }
}

TEST_CASE("An older plan is brought to the present format, after a backup beside it") {
    const TemporaryFolder folder;
    const auto path = goldenIn(folder);
    const auto before = recordsIn(path);
    const auto next = nextFormat(false);
    {
        auto file = opened(path, {.opener = ann, .format = &next});
        CHECK(file.writable());
        REQUIRE(file.notices().size() == 1);
        CHECK(file.notices()[0].find(fmt::format("before format {}", next.version())) != std::string::npos);
        // Columns only came at the end, so what was done before can still be taken back.
        const auto size = file.history()->size();
        done(file.redo());
        done(file.undo());
        done(file.goTo(0));
        CHECK(file.history()->size() > size);
        done(file.redo());
    }
    const auto backup = folder / fmt::format("plan (before format {}).wardmote", next.version());
    REQUIRE(std::filesystem::exists(backup));
    CHECK((recordsIn(backup) == before));
    CHECK(opened(backup).writable());
    // Opened again it is no longer old.
    CHECK(opened(path, {.opener = ann, .format = &next}).notices().empty());
    // A program of the format before reads it.
    CHECK(opened(path).readOnlyReason() == ReadOnlyReason::newerVersion);
}

TEST_CASE("Behind a barrier history can be read but not undone") {
    const TemporaryFolder folder;
    const auto path = goldenIn(folder);
    const auto next = nextFormat(true);
    auto file = opened(path, {.opener = ann, .format = &next});
    const auto rows = *file.history();
    CHECK(rows[0].label.find(fmt::format("format {}", next.version())) != std::string::npos);
    CHECK(rows[0].reachable);
    CHECK_FALSE(rows[1].reachable);
    CHECK_FALSE(file.nextUndo());
    CHECK_FALSE(file.nextRedo());
    const auto refused = file.undo();
    REQUIRE_FALSE(refused);
    CHECK(refused.error().message.find("newer form") != std::string::npos);
    CHECK_FALSE(file.goTo(0));
    CHECK_FALSE(file.goTo(rows[3].id));
    CHECK(file.detailsOf(rows[3].id));
    done(file.perform("Add", adding(areaNamed(77, "After"))));
    done(file.undo());
    CHECK_FALSE(file.undo());
    CHECK(file.redo());
}

TEST_CASE("A migration that fails leaves the plan and says so") {
    const TemporaryFolder folder;
    const auto path = goldenIn(folder);
    const auto before = bytesOf(path);
    auto broken = nextFormat(false);
    broken.migrations.back().sql.push_back("INSERT INTO nowhere VALUES(1)");
    CHECK_FALSE(PlanFile::open(path, {.opener = ann, .format = &broken}));
    const bool untouched = bytesOf(path) == before;
    CHECK(untouched);
}

#ifndef _WIN32
TEST_CASE("In a folder that can't be written an older plan is migrated in memory") {
    const TemporaryFolder folder;
    const auto path = goldenIn(folder);
    const auto before = bytesOf(path);
    const auto next = nextFormat(false);
    setFolderWritable(folder, false);
    {
        const AsNobody nobody;
        auto file = opened(path, {.opener = ann, .format = &next});
        CHECK(file.readOnlyReason() == ReadOnlyReason::migratedInMemory);
        CHECK(file.notices().size() == 1);
        CHECK(file.history()->size() > 40);
        CHECK_FALSE(file.perform("Add", adding(areaNamed(77, "After"))));
    }
    setFolderWritable(folder, true);
    const bool untouched = bytesOf(path) == before;
    CHECK(untouched);
}
#endif
