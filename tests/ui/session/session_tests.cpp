#include "tests/support/catch.h"
#include "tests/support/open_plan.h"
#include "ui/session/selection.h"
#include "ui/session/session.h"

#include <QSignalSpy>

#include <optional>

using namespace wardmote;
using namespace wardmote::tests;
using ui::Session;

namespace {

constexpr plan::Id someArea = 101;

std::string nameOfArea(const Session& session) {
    return plan::nameOf(*session.plan(), plan::RecordKind::area, someArea);
}

plan::Changes renamed(const std::string& name) {
    plan::Changes changes;
    changes.set<&plan::Area::name>(someArea, plan::Value{name});
    return changes;
}

} // namespace

TEST_CASE("a session shows an empty plan while none is open") {
    Session session;
    CHECK_FALSE(session.isOpen());
    CHECK_FALSE(session.isWritable());
    REQUIRE(session.plan() != nullptr);
    CHECK(session.plan()->count(plan::RecordKind::area) == 0);
    QSignalSpy failed(&session, &Session::editFailed);
    session.perform(QStringLiteral("Rename"), renamed("X"));
    CHECK(failed.isEmpty()); // never within the call
    REQUIRE(eventually([&] { return failed.count() == 1; }));
}

TEST_CASE("an edit is on screen when it is in the file, and undo and redo go the same way") {
    TemporaryFolder folder;
    Session session;
    QSignalSpy opened(&session, &Session::opened);
    QSignalSpy changed(&session, &Session::planChanged);
    std::size_t areasSeen = 0;
    QObject::connect(&session, &Session::opened,
                     [&] { areasSeen = session.plan()->count(plan::RecordKind::area); });
    session.adopt(examplePlanFile(folder / "plan.wardmote"));
    CHECK(opened.count() == 1);
    CHECK(areasSeen > 0);
    REQUIRE(changed.count() == 1);
    CHECK(changed.front().front().value<plan::ChangeSummary>().everything);
    const auto before = nameOfArea(session);
    const auto snapshot = session.plan();

    session.perform(QStringLiteral("Rename the area"), renamed("Elsewhere"));
    CHECK(session.isSaving());
    CHECK(nameOfArea(session) == before); // not before it is committed
    REQUIRE(settled(session));
    CHECK(nameOfArea(session) == "Elsewhere");
    CHECK(plan::nameOf(*snapshot, plan::RecordKind::area, someArea) == before);
    CHECK(session.undoLabel() == QStringLiteral("Rename the area"));
    CHECK(session.lastEditLabel() == QStringLiteral("Rename the area"));
    CHECK_FALSE(session.lastEditTime().isEmpty());
    REQUIRE(changed.count() == 2);
    CHECK(changed.back().front().value<plan::ChangeSummary>().touches(plan::RecordKind::area));

    session.undo();
    REQUIRE(settled(session));
    CHECK(nameOfArea(session) == before);
    CHECK(session.redoLabel() == QStringLiteral("Rename the area"));
    session.redo();
    REQUIRE(settled(session));
    CHECK(nameOfArea(session) == "Elsewhere");
}

TEST_CASE("edits are committed in the order in which they were asked for") {
    TemporaryFolder folder;
    Session session;
    session.adopt(examplePlanFile(folder / "plan.wardmote"));
    for (int i = 0; i < 20; ++i) {
        // Each builds on what the one before it made.
        session.perform(QStringLiteral("Add a letter"), [](const plan::Plan& plan) {
            return renamed(plan::nameOf(plan, plan::RecordKind::area, someArea) + "+");
        });
    }
    const auto before = nameOfArea(session);
    REQUIRE(settled(session));
    CHECK(nameOfArea(session) == before + std::string(20, '+'));
}

TEST_CASE("closing waits for the edits under way, and they are there when the plan is opened again") {
    TemporaryFolder folder;
    const auto path = folder / "plan.wardmote";
    Session session;
    session.adopt(examplePlanFile(path));
    for (int i = 0; i < 5; ++i) {
        session.perform(QStringLiteral("Rename %1").arg(i), renamed("Name " + std::to_string(i)));
    }
    QSignalSpy closed(&session, &Session::closed);
    session.close();
    CHECK(closed.count() == 1);
    CHECK_FALSE(session.isSaving());
    CHECK(session.plan()->count(plan::RecordKind::area) == 0);
    auto again = store::PlanFile::open(path, {.opener = {"Ada", "desk"}});
    REQUIRE(again);
    session.adopt(std::move(*again));
    CHECK(nameOfArea(session) == "Name 4");
    CHECK(session.isWritable()); // the lease was given back
}

TEST_CASE("a session that goes takes its queued edits to the file first") {
    TemporaryFolder folder;
    const auto path = folder / "plan.wardmote";
    {
        Session session;
        session.adopt(examplePlanFile(path));
        session.perform(QStringLiteral("Rename"), renamed("Last words"));
    }
    auto again = store::PlanFile::open(path, {.opener = {"Ada", "desk"}});
    REQUIRE(again);
    CHECK(plan::nameOf(*again->snapshot(), plan::RecordKind::area, someArea) == "Last words");
}

TEST_CASE("an edit that can't be made says so and changes nothing") {
    TemporaryFolder folder;
    Session session;
    session.adopt(examplePlanFile(folder / "plan.wardmote"));
    const auto before = session.plan();
    QSignalSpy failed(&session, &Session::editFailed);
    plan::Changes bad;
    bad.set<&plan::Area::name>(someArea, plan::Value{}); // required
    session.perform(QStringLiteral("Take the name away"), std::move(bad));
    session.perform(QStringLiteral("Fail inside"),
                    [](const plan::Plan&) -> plan::Changes { throw std::runtime_error("a bug"); });
    REQUIRE(settled(session));
    REQUIRE(failed.count() == 2);
    CHECK(failed[0][0].toString() == QStringLiteral("Take the name away"));
    CHECK_FALSE(failed[0][1].toString().isEmpty());
    CHECK(session.plan() == before);
    session.perform(QStringLiteral("Rename"), renamed("Still works"));
    REQUIRE(settled(session));
    CHECK(nameOfArea(session) == "Still works");
}

TEST_CASE("a session whose lease was taken over becomes read-only and says so") {
    TemporaryFolder folder;
    const auto path = folder / "plan.wardmote";
    Session session;
    session.adopt(examplePlanFile(path));
    REQUIRE(session.isWritable());
    auto other = store::PlanFile::open(path, {.opener = {"Grace", "laptop"}, .takeOver = true});
    REQUIRE(other);
    REQUIRE(other->writable());

    QSignalSpy failed(&session, &Session::editFailed);
    QSignalSpy writable(&session, &Session::writableChanged);
    session.perform(QStringLiteral("Rename"), renamed("Too late"));
    REQUIRE(settled(session));
    CHECK(failed.count() == 1);
    CHECK(writable.count() == 1);
    CHECK_FALSE(session.isWritable());
    CHECK(plan::nameOf(*other->snapshot(), plan::RecordKind::area, someArea) != "Too late");

    REQUIRE(session.lateEdits() == 1);
    std::optional<QString> problem;
    session.keepLateEdits(QString::fromStdString((folder / "kept.wardmote").string()),
                          [&](const QString& what) { problem = what; });
    REQUIRE(eventually([&] { return problem.has_value(); }));
    CHECK(problem->toStdString() == "");
    const auto kept = store::PlanFile::open(folder / "kept.wardmote", {});
    REQUIRE(kept);
    CHECK(plan::nameOf(*kept->snapshot(), plan::RecordKind::area, someArea) == "Too late");
}

TEST_CASE("selected records that an edit erased are no longer selected") {
    TemporaryFolder folder;
    Session session;
    session.adopt(examplePlanFile(folder / "plan.wardmote"));
    session.selection().select(plan::RecordKind::mechanism, {601, 602});
    QSignalSpy changed(&session.selection(), &ui::Selection::changed);
    plan::Changes changes;
    changes.erase<plan::Mechanism>(601);
    session.perform(QStringLiteral("Delete"), std::move(changes));
    REQUIRE(settled(session));
    CHECK(changed.count() == 1);
    CHECK(session.selection().ids() == std::vector<plan::Id>{602});
}

TEST_CASE("work with the file comes after the edits asked for before it and answers on this thread") {
    TemporaryFolder folder;
    Session session;
    session.adopt(examplePlanFile(folder / "plan.wardmote"));
    session.perform(QStringLiteral("Rename"), renamed("First"));
    std::size_t rows = 0;
    const auto here = QThread::currentThread();
    bool onThisThread = false;
    session.withFile([&](store::PlanFile& file) -> std::function<void()> {
        const auto history = file.history();
        return [&, count = history ? history->size() : 0] {
            rows = count;
            onThisThread = QThread::currentThread() == here;
        };
    });
    REQUIRE(eventually([&] { return rows > 0; }));
    CHECK(rows == 2);
    CHECK(onThisThread);
}
