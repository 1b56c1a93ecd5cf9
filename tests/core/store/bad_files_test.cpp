#include "core/store/database.h"
#include "core/store/format.h"
#include "tests/core/store/as_nobody.h"
#include "tests/core/store/random_edits.h"
#include "tests/core/store/store_support.h"

#include <random>

using namespace wardmote;
using namespace wardmote::store;
using namespace wardmote::tests;

namespace {

/// Opens what can't be opened, and sees that nothing in the folder was changed by that.
Error refused(const std::filesystem::path& path, const OpenOptions& options = {ann}) {
    const auto before = std::filesystem::is_regular_file(path) ? bytesOf(path) : std::string{};
    const auto file = PlanFile::open(path, options);
    REQUIRE_FALSE(file);
    const bool untouched = (std::filesystem::is_regular_file(path) ? bytesOf(path) : std::string{}) == before;
    CHECK(untouched);
    CHECK_FALSE(std::filesystem::exists(path.string() + ".in-use.txt"));
    CHECK_FALSE(file.error().remedy.empty());
    return file.error();
}

bool says(const Error& error, const std::string& words) {
    INFO(error.text() << " [" << error.detail << "]");
    CHECK(error.text().find(words) != std::string::npos);
    return error.text().find(words) != std::string::npos;
}

void run(const std::filesystem::path& path, const std::string& sql) {
    SQLite::Database database(path.string(), SQLite::OPEN_READWRITE | SQLite::OPEN_CREATE);
    database.exec(sql);
}

std::filesystem::path planIn(const TemporaryFolder& folder, int edits = 5) {
    const auto path = folder / "plan.wardmote";
    auto file = newPlan(path);
    for (int i = 1; i <= edits; ++i) {
        done(file.perform("Edit", randomEdit(*file.snapshot(), static_cast<std::uint64_t>(i))));
    }
    return path;
}

} // namespace

TEST_CASE("Files that are no plans are refused, each with its reason") {
    const TemporaryFolder folder;
    const auto path = folder / "plan.wardmote";
    CHECK(says(refused(path), "moved, renamed or deleted"));
    CHECK(says(refused(folder / "gone/plan.wardmote"), "drive is not connected"));
    CHECK(says(refused(folder.path()), "is a folder"));
    writeBytes(path, "");
    CHECK(says(refused(path), "empty"));
    writeBytes(path, "Name,Area\nForum,Keynsham\n" + std::string(200, 'x'));
    CHECK(says(refused(path), "text file"));
    writeBytes(path, "xyz");
    CHECK(says(refused(path), "text file"));
    writeBytes(path, std::string("PK\x03\x04") + std::string(500, '\1'));
    CHECK(says(refused(path), "spreadsheet"));
    writeBytes(path, "%PDF-1.7" + std::string(500, '\1'));
    CHECK(says(refused(path), "PDF"));
    writeBytes(path, std::string(4096, '\0'));
    CHECK(says(refused(path), "damaged"));
    std::filesystem::remove(path);
    run(path, "CREATE TABLE theirs(a); INSERT INTO theirs VALUES(1)");
    CHECK(says(refused(path), "another program"));
}

TEST_CASE("A truncated plan is refused wherever it ends") {
    const TemporaryFolder folder;
    const auto path = planIn(folder);
    const auto whole = bytesOf(path);
    for (const auto size : {std::size_t{1}, std::size_t{15}, std::size_t{60}, std::size_t{99}}) {
        writeBytes(path, whole.substr(0, size));
        refused(path);
    }
    for (const auto size : {std::size_t{100}, std::size_t{4096}, whole.size() / 2, whole.size() - 1}) {
        writeBytes(path, whole.substr(0, size));
        CHECK(says(refused(path), "cut short"));
    }
}

TEST_CASE("A plan with flipped bits is refused or reads as a plan, and is not written to") {
    const TemporaryFolder folder;
    const auto path = planIn(folder, 120);
    const auto whole = bytesOf(path);
    std::mt19937_64 random(20261122);
    int refusals = 0;
    for (int i = 0; i < 150; ++i) { // most tables of so small a plan are all but empty
        auto bytes = whole;
        // Half of them where it hurts most: page headers and cell pointers.
        const auto page = random() % (whole.size() / 4096);
        const auto at = i % 2 == 0 ? random() % whole.size() : page * 4096 + random() % 64;
        bytes[at] = static_cast<char>(bytes[at] ^ (1 << (random() % 8)));
        writeBytes(path, bytes);
        const auto file = PlanFile::open(path, {.opener = ann, .readOnly = true});
        const bool untouched = bytesOf(path) == bytes;
        CHECK(untouched);
        if (!file) {
            ++refusals;
            CHECK_FALSE(file.error().text().empty());
        } else {
            CHECK(file->snapshot());
        }
    }
    CHECK(refusals > 10);
}

TEST_CASE("A plan with parts that Wardmote did not make is refused") {
    const TemporaryFolder folder;
    for (const auto* sql : {"CREATE TRIGGER spy AFTER INSERT ON area BEGIN DELETE FROM theme; END",
                            "CREATE VIEW spy AS SELECT * FROM area", "CREATE TABLE spy(a)",
                            "CREATE INDEX spy ON area(name)", "ALTER TABLE area ADD COLUMN spy TEXT"}) {
        const auto path = planIn(folder, 1);
        run(path, sql);
        CHECK(says(refused(path), "did not put there"));
        std::filesystem::remove(path);
    }
    const auto path = planIn(folder, 1);
    run(path, "DROP TABLE review_mechanisms");
    CHECK(says(refused(path), "damaged"));
}

TEST_CASE("Contents that do not fit their fields are damage") {
    const TemporaryFolder folder;
    for (const auto* sql :
         {"UPDATE plan SET financial_year_start_month = 99999999999", "UPDATE plan SET name = x'00'",
          "INSERT INTO area(id, name, kind) VALUES(5, 'A', 'no such kind')",
          "INSERT INTO area(id, name, boundary) VALUES(5, 'A', x'0102')",
          "INSERT INTO area(id, name, date_checked) VALUES(5, 'A', '2026-02-31')",
          "INSERT INTO area(id, name) VALUES(-5, 'A')", "INSERT INTO theme_words(owner, text) VALUES(5, 'A')",
          "UPDATE plan SET own_council = 5", "UPDATE plan SET weight_place = NULL",
          "INSERT INTO history(id, parent, barrier, format, at, author, label, records) "
          "VALUES(5, 77, 0, 1, '', '', '', 0)"}) {
        const auto path = planIn(folder, 0);
        bool written = true;
        try {
            run(path, sql);
        } catch (const SQLite::Exception&) {
            written = false; // STRICT tables refuse some by themselves
        }
        if (written) {
            INFO(sql);
            CHECK(says(refused(path), "damaged"));
        }
        std::filesystem::remove(path);
    }
}

TEST_CASE("A plan of a newer Wardmote is read where it allows, else refused with what it needs") {
    const TemporaryFolder folder;
    const auto path = planIn(folder);
    run(path, "PRAGMA user_version = 9; ALTER TABLE area ADD COLUMN shiny TEXT; CREATE TABLE novelty(a);"
              "INSERT INTO area(id, name, kind) VALUES(5, 'A', 'kind of the future');"
              "UPDATE meta SET value = 'Wardmote 4.2' WHERE key = 'program_from'");
    auto file = opened(path);
    CHECK(file.readOnlyReason() == ReadOnlyReason::newerVersion);
    REQUIRE(file.notices().size() == 1);
    CHECK(file.notices()[0].find("Wardmote 4.2") != std::string::npos);
    CHECK(file.snapshot()->find<plan::Area>(5)->name == "A");
    CHECK_FALSE(file.snapshot()->find<plan::Area>(5)->kind);
    CHECK_FALSE(file.perform("Edit", adding(areaNamed(6, "B"))));
    CHECK(file.history()->size() == 5);
    run(path, "UPDATE meta SET value = '9' WHERE key = 'min_compatible'");
    CHECK(says(refused(path), "Wardmote 4.2"));
}

TEST_CASE("An edit on a full disk fails clearly and leaves all as it was") {
    const TemporaryFolder folder;
    const auto path = planIn(folder);
    auto file = opened(path);
    const auto before = recordsIn(path);
    const auto snapshot = file.snapshot();
    file.limitPagesForTest(0);
    const auto edit = file.perform("Many", manyMechanisms(*snapshot, 500, 1));
    REQUIRE_FALSE(edit);
    CHECK(says(edit.error(), "no room left"));
    CHECK(file.snapshot() == snapshot);
    CHECK(recordsIn(path) == before);
    file.limitPagesForTest(1'000'000);
    done(file.perform("Many", manyMechanisms(*snapshot, 50, 1)));
}

TEST_CASE("A plan that vanishes while it is open is said to have vanished") {
    const TemporaryFolder folder;
    const auto path = planIn(folder);
    auto file = opened(path);
    std::filesystem::rename(path, folder / "elsewhere.wardmote");
    const auto edit = file.perform("Add", adding(areaNamed(6, "B")));
    REQUIRE_FALSE(edit);
    CHECK(says(edit.error(), "no longer there"));
    std::filesystem::rename(folder / "elsewhere.wardmote", path);
    done(file.perform("Add", adding(areaNamed(6, "B"))));
}

TEST_CASE("A plan that another program holds is said to be busy, and works afterwards") {
    const TemporaryFolder folder;
    const auto path = planIn(folder);
    auto file = opened(path, {.opener = ann, .patience = std::chrono::milliseconds(20)});
    {
        SQLite::Database other(path.string(), SQLite::OPEN_READWRITE);
        other.exec("BEGIN; SELECT count(*) FROM area");
        const auto edit = file.perform("Add", adding(areaNamed(6, "B")));
        REQUIRE_FALSE(edit);
        CHECK(says(edit.error(), "by another program"));
        CHECK(file.writable());
    }
    done(file.perform("Add", adding(areaNamed(6, "B"))));
}

TEST_CASE("What another program wrote meanwhile is taken up by the next edit") {
    const TemporaryFolder folder;
    const auto path = planIn(folder, 0);
    auto file = opened(path);
    run(path, "INSERT INTO area(id, name) VALUES(5, 'From outside')");
    const auto edit = done(file.perform("Add", adding(areaNamed(6, "B"))));
    CHECK(edit.summary.everything);
    CHECK(edit.plan->find<plan::Area>(5));
    CHECK(edit.plan->find<plan::Area>(6));
    // Undoing over what somebody changed behind the history's back stops, and skips nothing.
    run(path, "UPDATE area SET name = 'Changed' WHERE id = 6");
    const auto undone = file.undo();
    REQUIRE_FALSE(undone);
    CHECK(says(undone.error(), "not as the history says"));
}

#ifndef _WIN32

TEST_CASE("A plan that may not be read is refused") {
    const TemporaryFolder folder;
    const auto path = planIn(folder);
    std::filesystem::permissions(path, std::filesystem::perms::none);
    const AsNobody nobody;
    const auto file = PlanFile::open(path, {ann});
    REQUIRE_FALSE(file);
    CHECK(says(file.error(), "permission"));
}

TEST_CASE("In a folder that can't be written a plan is for reading only") {
    const TemporaryFolder folder;
    const auto path = planIn(folder);
    // Whether or not the file itself could be written, SQLite needs the folder for its journal.
    const bool fileWritable = GENERATE(true, false);
    using std::filesystem::perms;
    std::filesystem::permissions(
        path, fileWritable ? perms::all : perms::owner_read | perms::group_read | perms::others_read);
    const auto before = bytesOf(path);
    setFolderWritable(folder, false);
    {
        const AsNobody nobody;
        auto file = opened(path);
        CHECK(file.readOnlyReason() == ReadOnlyReason::fileOrFolder);
        CHECK(file.notices().size() == 1);
        CHECK_FALSE(file.perform("Add", adding(areaNamed(6, "B"))));
        CHECK(file.history()->size() == 5);
    }
    setFolderWritable(folder, true);
    const bool untouched = bytesOf(path) == before;
    CHECK(untouched);
}

namespace {

/// A plan and its journal as they lie on the disk after a writer was cut off in the middle of an edit.
void cutOffAnEdit(const std::filesystem::path& path) {
    const auto whole = path.string() + ".whole";
    SQLite::Database database(path.string(), SQLite::OPEN_READWRITE);
    database.exec(
        "PRAGMA cache_size = 1; PRAGMA cache_spill = 1; BEGIN;"
        "UPDATE theme SET notes = hex(randomblob(3000)); UPDATE audience SET notes = hex(randomblob(3000))");
    std::filesystem::copy_file(path, whole);
    std::filesystem::copy_file(path.string() + "-journal", whole + "-journal");
    database.exec("ROLLBACK");
    std::filesystem::rename(whole, path);
    std::filesystem::rename(whole + "-journal", path.string() + "-journal");
}

} // namespace

TEST_CASE("An edit that was cut off is taken back on open") {
    const TemporaryFolder folder;
    const auto path = planIn(folder);
    const auto before = recordsIn(path);
    cutOffAnEdit(path);
    REQUIRE(std::filesystem::exists(path.string() + "-journal"));
    SECTION("in the file where it can be written") {
        const auto file = opened(path);
        CHECK(file.writable());
        CHECK_FALSE(std::filesystem::exists(path.string() + "-journal"));
        CHECK(recordsIn(path) == before);
    }
    SECTION("in a copy where it can't") {
        const auto bytes = bytesOf(path);
        setFolderWritable(folder, false);
        {
            const AsNobody nobody;
            const auto file = opened(path);
            CHECK(file.readOnlyReason() == ReadOnlyReason::fileOrFolder);
            CHECK(file.notices().size() == 1);
            CHECK(file.history()->size() == 5);
            for (const auto& theme : file.snapshot()->all<plan::Theme>()) {
                CHECK(theme.notes.size() < 1000);
            }
        }
        setFolderWritable(folder, true);
        const bool untouched = bytesOf(path) == bytes;
        CHECK(untouched);
        CHECK(std::filesystem::exists(path.string() + "-journal"));
    }
}

#endif
