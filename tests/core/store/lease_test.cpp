#include "core/platform/host.h"
#include "tests/core/store/random_edits.h"
#include "tests/core/store/store_support.h"

#include <SQLiteCpp/SQLiteCpp.h>

using namespace wardmote;
using namespace wardmote::store;
using namespace wardmote::tests;

TEST_CASE("The second person reads, told by whom the plan is in use") {
    const TemporaryFolder folder;
    const auto path = folder / "plan.wardmote";
    auto first = newPlan(path);
    const auto note = path.string() + ".in-use.txt";
    CHECK(bytesOf(note).find("Ann on PC-1") != std::string::npos);
    auto second = opened(path, {ben});
    CHECK(second.readOnlyReason() == ReadOnlyReason::inUse);
    REQUIRE(second.notices().size() == 1);
    CHECK(second.notices()[0].find("Ann on PC-1") != std::string::npos);
    CHECK_FALSE(second.perform("Add", adding(areaNamed(7, "Saltford"))));
    CHECK_FALSE(second.undo());
    done(first.perform("Add", adding(areaNamed(7, "Saltford"))));
    CHECK(second.history()->empty()); // what it reads is of one state
    REQUIRE(first.close());
    CHECK_FALSE(std::filesystem::exists(note));
    second = opened(path, {ben});
    CHECK(second.writable());
    CHECK(opened(path, {.opener = ann, .readOnly = true}).readOnlyReason() == ReadOnlyReason::asked);
}

TEST_CASE("Who takes a plan over writes, and the other's next edit is refused") {
    const TemporaryFolder folder;
    const auto path = folder / "plan.wardmote";
    auto first = newPlan(path);
    done(first.perform("Add", adding(areaNamed(7, "Saltford"))));
    const auto snapshot = first.snapshot();
    auto second = opened(path, {.opener = ben, .takeOver = true});
    CHECK(second.writable());
    done(second.perform("Add", adding(areaNamed(8, "Keynsham"))));
    const auto before = recordsIn(path);
    const auto late = first.perform("Add", adding(areaNamed(9, "Corston")));
    REQUIRE_FALSE(late);
    CHECK(late.error().message.find("Ben on PC-2") != std::string::npos);
    CHECK(first.readOnlyReason() == ReadOnlyReason::inUse);
    CHECK(first.snapshot() == snapshot);
    CHECK(recordsIn(path) == before);
    REQUIRE(first.close());
    CHECK(std::filesystem::exists(path.string() + ".in-use.txt"));
    done(second.undo());
}

TEST_CASE("A lease of a session that is known to have ended is taken quietly") {
    const TemporaryFolder folder;
    const auto path = folder / "plan.wardmote";
    REQUIRE(newPlan(path).close());
    const auto write = [&](const std::string& machine, const std::string& process) {
        SQLite::Database database(path.string(), SQLite::OPEN_READWRITE);
        SQLite::Statement row(
            database, "INSERT INTO lease VALUES(1, 'token', 'Cat', 'PC-3', ?, ?, '2026-01-01T00:00:00Z')");
        row.bind(1, machine);
        row.bind(2, process);
        row.exec();
    };
    write(platform::machineKey(), "an-older-start/1/1");
    {
        const auto file = opened(path);
        CHECK(file.writable());
        CHECK(file.notices().empty());
    }
    write("a machine that nothing is known of", "an-older-start/1/1");
    const auto file = opened(path);
    CHECK(file.readOnlyReason() == ReadOnlyReason::inUse);
    CHECK(file.notices()[0].find("Cat on PC-3 since 1 January 2026") != std::string::npos);
}
