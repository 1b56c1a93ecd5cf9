#include "tests/core/store/random_edits.h"
#include "tests/core/store/store_support.h"

#include <cstdlib>
#include <rapidcheck.h>

using namespace wardmote;
using namespace wardmote::store;
using namespace wardmote::tests;
using plan::RecordKind;

TEST_CASE("Whatever is edited, undone and redone, plan and file are as they were at that point") {
    const TemporaryFolder folder;
    const auto start = folder / "start.wardmote";
    REQUIRE(newPlan(start).close());
    int run = 0;
    const bool holds = rc::check("random edits, undos and redos", [&] {
        const auto path = folder / ("plan" + std::to_string(++run) + ".wardmote");
        std::filesystem::copy_file(start, path);
        auto file = opened(path);
        struct State {
            plan::PlanRef plan;
            std::map<std::string, std::string> rows;
        };
        std::vector<State> done{{file.snapshot(), recordsIn(path)}}; // up to now
        std::vector<State> undone;
        const int steps = *rc::gen::inRange(3, 12);
        for (int step = 0; step < steps; ++step) {
            const auto what = *rc::gen::inRange(0, 4);
            if (what <= 1) {
                // Never the same twice: a seed stands for the ids of new records too.
                const auto seed =
                    *rc::gen::arbitrary<std::uint64_t>() * 100 + static_cast<std::uint64_t>(step);
                const auto edit = file.perform("Edit", randomEdit(*file.snapshot(), seed));
                RC_ASSERT(edit);
                if (edit->row.id != 0) {
                    done.push_back({edit->plan, recordsIn(path)});
                    undone.clear();
                }
            } else if (what == 2) {
                RC_ASSERT(file.undo().has_value() == (done.size() > 1));
                if (done.size() > 1) {
                    undone.push_back(std::move(done.back()));
                    done.pop_back();
                }
            } else {
                RC_ASSERT(file.redo().has_value() == !undone.empty());
                if (!undone.empty()) {
                    done.push_back(std::move(undone.back()));
                    undone.pop_back();
                }
            }
            if (what == 3) { // and over a restart
                RC_ASSERT(file.close());
                file = opened(path);
            }
            RC_ASSERT(recordsIn(path) == done.back().rows);
            // Boundaries are compared by pointer within a Plan, so compare what the file gives.
            RC_ASSERT(file.snapshot()->ids(RecordKind::mechanism) ==
                      done.back().plan->ids(RecordKind::mechanism));
        }
        RC_ASSERT(integrityOf(path) == "ok");
    });
    CHECK(holds);
}

TEST_CASE("One can go to any point of the history, also on a branch that was left") {
    const TemporaryFolder folder;
    const auto path = folder / "plan.wardmote";
    auto file = newPlan(path);
    std::map<plan::Id, std::map<std::string, std::string>> states{{0, recordsIn(path)}};
    const auto edit = [&](std::uint64_t seed) {
        const auto made = done(file.perform("Edit", randomEdit(*file.snapshot(), seed)));
        if (made.row.id != 0) {
            states[made.row.id] = recordsIn(path);
        }
    };
    for (std::uint64_t seed = 1; seed <= 6; ++seed) {
        edit(seed);
    }
    done(file.undo());
    done(file.undo());
    for (std::uint64_t seed = 11; seed <= 14; ++seed) {
        edit(seed);
    }
    file = [&] {
        REQUIRE(file.close());
        return opened(path);
    }();
    const auto points = states;
    for (int round = 0; round < 2; ++round) {
        for (const auto& [row, state] : points) {
            done(file.goTo(row));
            CHECK((recordsIn(path) == state));
            CHECK(done(file.goTo(row)).row.id == 0);
        }
    }
    CHECK_FALSE(file.goTo(4711));
    const auto rows = file.history();
    REQUIRE(rows);
    for (const auto& row : *rows) {
        if (row.undoes == 0 && row.redoes == 0) {
            CHECK(row.recordsTouched > 0);
        }
    }
    CHECK(integrityOf(path) == "ok");
}

TEST_CASE("The history says of each record who changed what, in words") {
    const TemporaryFolder folder;
    auto file = newPlan(folder / "plan.wardmote");
    plan::Changes changes;
    changes.insert(areaNamed(7, "Saltford"));
    changes.insert(areaNamed(8, "Keynsham"));
    plan::Mechanism forum;
    forum.id = 9;
    forum.name = "Forum";
    forum.areas = {{{7}}};
    changes.insert(forum);
    const auto added = done(file.perform("Add", changes)).row.id;
    auto moved = forum;
    moved.status = plan::MechanismStatus::paused;
    moved.areas = {{{8}}};
    plan::Changes move;
    move.update(forum, moved);
    const auto changed = done(file.perform("Move the forum", move)).row.id;
    plan::Changes erase;
    erase.erase<plan::Area>(7);
    const auto erased = done(file.perform("Delete Saltford", erase)).row.id;
    const auto undone = done(file.undo()).row.id;

    const auto details = *file.detailsOf(changed);
    REQUIRE(details.size() == 2);
    const auto find = [](const std::vector<HistoryDetail>& list, const std::string& label) {
        for (const auto& detail : list) {
            if (detail.fieldLabel == label) {
                return detail;
            }
        }
        return HistoryDetail{};
    };
    const auto status = find(details, std::string(plan::fieldFor<&plan::Mechanism::status>().label));
    CHECK(status.recordName == "Forum");
    CHECK(status.before.empty());
    CHECK(status.after == "Paused");
    const auto areas = find(details, std::string(plan::fieldFor<&plan::Mechanism::areas>().label));
    CHECK(areas.before == "Saltford");
    CHECK(areas.after == "Keynsham");

    CHECK(find(*file.detailsOf(erased), "").before == "Saltford");
    CHECK(find(*file.detailsOf(erased), "").action == plan::Change::Action::erase);
    CHECK(find(*file.detailsOf(undone), "").after == "Saltford");
    CHECK(file.detailsOf(added)->size() >= 6);
    CHECK_FALSE(file.detailsOf(4711));

    CHECK(file.historyOf(RecordKind::mechanism, 9)->size() == 2);
    CHECK(file.historyOf(RecordKind::area, 7)->size() == 3); // added, deleted, brought back
    CHECK(file.historyOf(RecordKind::area, 999)->empty());
}
