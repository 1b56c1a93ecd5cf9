#include "tests/core/store/random_edits.h"
#include "tests/core/store/store_support.h"

using namespace wardmote;
using namespace wardmote::store;
using namespace wardmote::tests;
using plan::RecordKind;

TEST_CASE("A new plan has its settings and the starter vocabulary, and no history") {
    const TemporaryFolder folder;
    const auto file = newPlan(folder / "new.wardmote");
    const auto plan = file.snapshot();
    CHECK(file.writable());
    CHECK(file.notices().empty());
    CHECK(plan->settings().name == "Test plan");
    CHECK(plan->settings().weightPlace == Approx(0.35));
    CHECK(plan->all<plan::Theme>().size() >= 20);
    CHECK(std::ranges::count_if(plan->all<plan::Audience>(),
                                [](const auto& a) { return a.protectedCharacteristic == true; }) >= 9);
    CHECK(std::ranges::count_if(plan->all<plan::Audience>(),
                                [](const auto& a) { return a.everyone == true; }) == 1);
    CHECK(file.history()->empty());
    CHECK_FALSE(file.nextUndo());
    CHECK_FALSE(PlanFile::create(folder / "new.wardmote", settingsNamed("Other"), ann));
    CHECK_FALSE(PlanFile::create(folder / "none.wardmote", settingsNamed(""), ann));
    CHECK_FALSE(PlanFile::create(folder / "gone/new.wardmote", settingsNamed("Other"), ann));
    CHECK_FALSE(std::filesystem::exists(folder / "none.wardmote"));
}

TEST_CASE("An edit is in the file at once, with who, when and what") {
    const TemporaryFolder folder;
    const auto path = folder / "plan.wardmote";
    {
        auto file = newPlan(path);
        const auto before = file.snapshot();
        const auto edit = done(file.perform("Add Saltford", adding(areaNamed(7, "Saltford"))));
        CHECK(edit.row.label == "Add Saltford");
        CHECK(edit.row.author == "Ann");
        CHECK(edit.row.at.size() == 20);
        REQUIRE(edit.summary.records.size() == 1);
        CHECK(edit.summary.records[0] ==
              plan::ChangeSummary::Touched{RecordKind::area, 7, plan::Change::Action::insert});
        CHECK(edit.plan == file.snapshot());
        CHECK(edit.plan->find<plan::Area>(7)->name == "Saltford");
        CHECK(before->find<plan::Area>(7) == nullptr);
        // What was not touched is the same object, not a copy.
        CHECK(before->record(RecordKind::settings, 1) == edit.plan->record(RecordKind::settings, 1));
    }
    auto file = opened(path);
    CHECK(file.writable());
    CHECK(file.snapshot()->find<plan::Area>(7)->name == "Saltford");
    REQUIRE(file.history()->size() == 1);
    CHECK(file.nextUndo()->label == "Add Saltford");
    done(file.undo());
    CHECK(file.snapshot()->find<plan::Area>(7) == nullptr);
    CHECK(file.nextRedo()->label == "Add Saltford");
    const auto rows = *file.history();
    REQUIRE(rows.size() == 2);
    CHECK(rows[0].undoes == rows[1].id);
    CHECK(rows[0].parent == rows[1].id);
    CHECK(rows[0].current);
    CHECK_FALSE(rows[1].current);
}

TEST_CASE("Changes that change nothing make no row, and bad ones change nothing") {
    const TemporaryFolder folder;
    auto file = newPlan(folder / "plan.wardmote");
    done(file.perform("Add", adding(areaNamed(7, "Saltford"))));
    const auto before = file.snapshot();
    plan::Changes same;
    same.set<&plan::Area::name>(7, std::string("Saltford"));
    CHECK(done(file.perform("Nothing", same)).row.id == 0);
    CHECK(done(file.perform("Nothing", {})).row.id == 0);

    plan::Changes blank;
    blank.set<&plan::Area::name>(7, {});
    CHECK_FALSE(file.perform("Blank", blank));
    CHECK_FALSE(file.perform("Twice", adding(areaNamed(7, "Again"))));
    plan::Changes wrongType;
    wrongType.set<&plan::Area::residents>(7, std::string("many"));
    CHECK_FALSE(file.perform("Wrong type", wrongType));
    plan::Changes dangling;
    dangling.set<&plan::Settings::ownCouncil>(1, plan::Id{4242});
    CHECK_FALSE(file.perform("Dangling", dangling));
    plan::Changes noSettings;
    noSettings.erase<plan::Settings>(1);
    CHECK_FALSE(file.perform("No settings", noSettings));
    CHECK(file.snapshot() == before);
    CHECK(file.history()->size() == 1);
}

TEST_CASE("Every kind of field comes back as it was written") {
    const TemporaryFolder folder;
    const auto path = folder / "plan.wardmote";
    plan::PlanRef written;
    {
        auto file = newPlan(path);
        for (std::uint64_t seed = 1; seed <= 120; ++seed) {
            done(file.perform("Edit", randomEdit(*file.snapshot(), seed)));
        }
        written = file.snapshot();
    }
    const auto file = opened(path);
    for (const auto& info : plan::allRecordInfos()) {
        CHECK(written->count(info.kind) > 0);
        for (const auto id : written->ids(info.kind)) {
            for (const auto& field : info.fields) {
                INFO(info.table << "." << field.key);
                const auto before = field.get(written->record(info.kind, id).get());
                const auto after = field.get(file.snapshot()->record(info.kind, id).get());
                CHECK(before == after);
            }
        }
    }
}

TEST_CASE("Deleting a record takes what refers to it along, and undo brings all back") {
    const TemporaryFolder folder;
    const auto path = folder / "plan.wardmote";
    auto file = newPlan(path);
    plan::Changes changes;
    changes.insert(areaNamed(7, "Saltford"));
    changes.insert(areaNamed(8, "Keynsham"));
    plan::Mechanism forum;
    forum.id = 9;
    forum.name = "Forum";
    forum.areas = {{{7}}, {{8}}};
    changes.insert(forum);
    done(file.perform("Add", changes));
    const auto before = recordsIn(path);
    plan::Changes erase;
    erase.erase<plan::Area>(7);
    const auto edit = done(file.perform("Delete Saltford", erase));
    CHECK(edit.summary.records.size() == 2);
    CHECK(file.snapshot()->find<plan::Mechanism>(9)->areas.size() == 1);
    done(file.undo());
    CHECK(recordsIn(path) == before);
    CHECK(file.snapshot()->find<plan::Mechanism>(9)->areas.size() == 2);
    done(file.redo());
    CHECK(file.snapshot()->find<plan::Area>(7) == nullptr);
    CHECK(integrityOf(path) == "ok");
}

TEST_CASE("A copy is a plan of its own, in use by nobody") {
    const TemporaryFolder folder;
    auto file = newPlan(folder / "plan.wardmote");
    done(file.perform("Add", adding(areaNamed(7, "Saltford"))));
    REQUIRE(file.backupTo(folder / "copy.wardmote"));
    CHECK_FALSE(file.backupTo(folder / "copy.wardmote"));
    CHECK_FALSE(file.backupTo(folder / "gone/copy.wardmote"));
    auto copy = opened(folder / "copy.wardmote", {ben});
    CHECK(copy.writable());
    CHECK(*copy.snapshot() == *file.snapshot());
    done(copy.undo());
    CHECK(file.snapshot()->find<plan::Area>(7) != nullptr);
    std::stop_source stop;
    stop.request_stop();
    CHECK_FALSE(file.backupTo(folder / "stopped.wardmote", {{}, stop.get_token()}));
    for (const auto& entry : std::filesystem::directory_iterator(folder.path())) {
        CHECK(entry.path().string().find("stopped") == std::string::npos);
    }
}
