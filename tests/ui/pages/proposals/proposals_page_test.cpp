#include "ui/pages/proposals/proposals_page.h"

#include "tests/support/accessibility_audit.h"
#include "tests/support/catch.h"
#include "tests/support/open_plan.h"
#include "tests/support/scripted_prompts.h"
#include "ui/charts/map_widget.h"
#include "ui/session/cluster_edits.h"
#include "ui/session/selection.h"

#include <QComboBox>
#include <QDoubleSpinBox>
#include <QLabel>
#include <QListWidget>
#include <QPushButton>
#include <QSignalSpy>
#include <QSpinBox>
#include <QTreeWidget>

#include <algorithm>

using namespace wardmote;
using namespace wardmote::ui;

namespace {

struct Fixture {
    tests::TemporaryFolder folder;
    Session session;
    tests::ScriptedPrompts prompts;
    ProposalsPage page{session, prompts};

    explicit Fixture(bool open = true) {
        if (open) {
            session.adopt(tests::examplePlanFile(folder / "example.wardmote"));
        }
        page.resize(1000, 700);
        page.show();
        part<QComboBox>("effort").setCurrentIndex(1); // two seconds, however slow the build is
    }
    template<class W>
    W& part(const char* name) {
        auto* found = page.findChild<W*>(QString::fromLatin1(name));
        REQUIRE(found);
        return *found;
    }
    bool answered() {
        return tests::eventually(
            [&] { return !page.isSearching() && !page.proposals().arrangements.empty(); });
    }
};

} // namespace

TEST_CASE("A proposal is asked for, looked at and accepted by keys alone") {
    Fixture fixture;
    auto& beginning = fixture.part<QComboBox>("beginning");
    beginning.setFocus();
    QTest::keyClick(&beginning, Qt::Key_Down);
    CHECK(beginning.currentIndex() == 1);
    auto& howMany = fixture.part<QSpinBox>("howMany");
    CHECK(howMany.isVisible());
    howMany.setFocus();
    howMany.selectAll();
    QTest::keyClicks(&howMany, QStringLiteral("3"));
    QTest::keyClick(&fixture.part<QPushButton>("propose"), Qt::Key_Space);
    REQUIRE(fixture.answered());

    auto& table = fixture.part<QTreeWidget>("proposalTable");
    const int present = fixture.page.proposals().present ? 1 : 0;
    CHECK(table.topLevelItemCount() ==
          static_cast<int>(fixture.page.proposals().arrangements.size()) + present);
    CHECK(table.topLevelItem(present)->text(0).startsWith(QStringLiteral("Proposal 1")));
    CHECK(table.currentItem() == table.topLevelItem(present));
    CHECK(fixture.part<charts::MapWidget>("proposalMap").spec().clusters.size() == 3);
    for (const auto& cluster : fixture.page.proposals().arrangements.front().clusters) {
        CHECK(cluster.contiguous);
    }

    const auto before = fixture.session.plan()->all<plan::Arrangement>().size();
    fixture.prompts.texts.push_back(QStringLiteral("Option C"));
    QTest::keyClick(&fixture.part<QPushButton>("acceptProposal"), Qt::Key_Space);
    REQUIRE(tests::eventually(
        [&] { return fixture.session.plan()->all<plan::Arrangement>().size() == before + 1; }));
    CHECK(fixture.session.lastEditLabel().contains(QStringLiteral("Option C")));
    fixture.session.undo();
    REQUIRE(
        tests::eventually([&] { return fixture.session.plan()->all<plan::Arrangement>().size() == before; }));
}

TEST_CASE("What stands in a proposal's way is said on the page") {
    Fixture fixture;
    auto& beginning = fixture.part<QComboBox>("beginning");
    beginning.setCurrentIndex(1);
    fixture.part<QSpinBox>("howMany").setValue(4000);
    QTest::mouseClick(&fixture.part<QPushButton>("propose"), Qt::LeftButton);
    REQUIRE(fixture.answered());
    auto& obstacles = fixture.part<QLabel>("obstacles");
    CHECK(obstacles.isVisible());
    CHECK(obstacles.text().contains(QStringLiteral("4000 clusters can’t be made of")));
}

TEST_CASE("Stopped, a search keeps the best so far") {
    Fixture fixture;
    fixture.part<QComboBox>("effort").setCurrentIndex(3); // a minute: the test would be seen to wait
    auto& stop = fixture.part<QPushButton>("stopProposing");
    CHECK_FALSE(stop.isEnabled());
    QTest::mouseClick(&fixture.part<QPushButton>("propose"), Qt::LeftButton);
    REQUIRE(tests::eventually([&] { return stop.isEnabled(); }));
    QTest::mouseClick(&stop, Qt::LeftButton);
    REQUIRE(fixture.answered());
    CHECK(fixture.page.proposals().seconds < 30);
}

TEST_CASE("An edit of the plan makes proposals old") {
    Fixture fixture;
    QTest::mouseClick(&fixture.part<QPushButton>("propose"), Qt::LeftButton);
    REQUIRE(fixture.answered());
    plan::Changes changes;
    changes.set(plan::RecordKind::area, 101, plan::fieldFor<&plan::Area::residents>(),
                plan::Value{std::int64_t{5}});
    fixture.session.perform(QStringLiteral("Count again"), changes);
    REQUIRE(tests::eventually([&] { return fixture.page.proposals().arrangements.empty(); }));
    CHECK_FALSE(fixture.part<QPushButton>("acceptProposal").isEnabled());
}

TEST_CASE("The proposals page can be used by keyboard and screen reader") {
    Fixture fixture;
    CHECK(tests::accessibilityProblems(fixture.page).join(u'\n').toStdString() == "");
}

TEST_CASE("Without areas the proposals page offers the import") {
    Fixture fixture(false);
    CHECK(fixture.part<QPushButton>("proposalsImport").isVisible());
}

TEST_CASE(
    "Areas chosen in the window are kept together, and what exists stands first and can't be accepted") {
    Fixture fixture;
    auto& together = fixture.part<QPushButton>("keepTogether");
    CHECK_FALSE(together.isEnabled());
    fixture.session.selection().select(plan::RecordKind::area, {101, 102});
    REQUIRE(together.isEnabled());
    QTest::keyClick(&together, Qt::Key_Space);
    CHECK(fixture.part<QListWidget>("conditions").count() == 1);
    CHECK(fixture.part<QListWidget>("conditions").item(0)->text().startsWith(QStringLiteral("Together: ")));
    fixture.part<QComboBox>("beginning").setCurrentIndex(1);
    fixture.part<QSpinBox>("howMany").setValue(3);
    QTest::keyClick(&fixture.part<QPushButton>("propose"), Qt::Key_Space);
    REQUIRE(fixture.answered());
    for (const auto& cluster : fixture.page.proposals().arrangements.front().clusters) {
        const auto holds = [&](plan::Id area) {
            return std::ranges::find(cluster.areas, area) != cluster.areas.end();
        };
        CHECK(holds(101) == holds(102));
    }
    auto& table = fixture.part<QTreeWidget>("proposalTable");
    if (fixture.page.proposals().present) {
        table.setCurrentItem(table.topLevelItem(0));
        CHECK(table.topLevelItem(0)->text(0).startsWith(QStringLiteral("As it is")));
        CHECK_FALSE(fixture.part<QPushButton>("acceptProposal").isEnabled());
    }
    auto& remove = fixture.part<QPushButton>("removeCondition");
    QTest::keyClick(&remove, Qt::Key_Space);
    CHECK(fixture.part<QListWidget>("conditions").count() == 0);
}

TEST_CASE("Nothing in the question lies on anything else, whichever way it begins") {
    Fixture fixture(false); // the page is there before the plan: nothing to improve, then something
    fixture.session.adopt(tests::examplePlanFile(fixture.folder / "example.wardmote"));
    auto& form = fixture.part<QWidget>("proposalForm");
    auto& beginning = fixture.part<QComboBox>("beginning");
    REQUIRE(tests::eventually([&] { return beginning.isEnabled(); }));
    for (const int way : {0, 1, 0}) {
        CAPTURE(way);
        beginning.setFocus();
        QTest::keyClick(&beginning, way == 0 ? Qt::Key_Up : Qt::Key_Down);
        REQUIRE(beginning.currentIndex() == way);
        fixture.page.repaint();
        QCoreApplication::sendPostedEvents(nullptr, QEvent::LayoutRequest);
        int bottom = -1;
        for (const auto* name :
             {"beginning", way == 0 ? "arrangementToImprove" : "howMany", "atLeast", "atMost", "tolerance"}) {
            auto& field = fixture.part<QWidget>(name);
            const auto labels = form.findChildren<QLabel*>();
            const auto label =
                std::ranges::find_if(labels, [&](const QLabel* each) { return each->buddy() == &field; });
            CAPTURE(name);
            REQUIRE(label != labels.end());
            const auto top = [&](const QWidget& part) { return part.mapTo(&form, QPoint()).y(); };
            CHECK((*label)->isVisible());
            CHECK(top(**label) > bottom);
            CHECK(top(field) >= top(**label) + (*label)->height());
            CHECK((*label)->height() >= (*label)->fontMetrics().height());
            bottom = top(field) + field.height() - 1;
        }
    }
}

TEST_CASE("A proposal keeps the colours that its clusters have on every map") {
    Fixture fixture;
    QTest::keyClick(&fixture.part<QPushButton>("propose"), Qt::Key_Space);
    REQUIRE(fixture.answered());
    const auto& drawn = fixture.part<charts::MapWidget>("proposalMap").spec().clusters;
    REQUIRE_FALSE(drawn.empty());
    const auto plan = fixture.session.plan();
    for (const auto& cluster : drawn) {
        const auto* record = plan->find<plan::Cluster>(cluster.id);
        REQUIRE(record);
        CHECK(cluster.colour == fillOf(*plan, *record));
    }
}

TEST_CASE("What is accepted leaves the others to be accepted too, and an edit of something else does") {
    Fixture fixture;
    fixture.part<QComboBox>("beginning").setCurrentIndex(1);
    fixture.part<QSpinBox>("howMany").setValue(3);
    QTest::keyClick(&fixture.part<QPushButton>("propose"), Qt::Key_Space);
    REQUIRE(fixture.answered());
    const auto found = fixture.page.proposals().arrangements.size();
    auto& accept = fixture.part<QPushButton>("acceptProposal");
    auto& compare = fixture.part<QPushButton>("compareAccepted");
    CHECK_FALSE(compare.isVisible());
    const auto before = fixture.session.plan()->all<plan::Arrangement>().size();
    fixture.prompts.texts = {QStringLiteral("Option C"), QStringLiteral("Option D")};
    QTest::keyClick(&accept, Qt::Key_Space);
    REQUIRE(tests::eventually(
        [&] { return fixture.session.plan()->all<plan::Arrangement>().size() == before + 1; }));
    CHECK(fixture.page.proposals().arrangements.size() == found);
    CHECK(fixture.session.selection().kind() == plan::RecordKind::arrangement);
    CHECK(compare.isVisible());
    QSignalSpy asked(&fixture.page, &Page::pageRequested);
    QTest::keyClick(&compare, Qt::Key_Space);
    REQUIRE(asked.size() == 1);
    CHECK(asked[0][0].toString() == QStringLiteral("compare"));

    REQUIRE(accept.isEnabled());
    QTest::keyClick(&accept, Qt::Key_Space);
    REQUIRE(tests::eventually(
        [&] { return fixture.session.plan()->all<plan::Arrangement>().size() == before + 2; }));
    plan::Changes changes;
    const auto& mechanisms = fixture.session.plan()->all<plan::Mechanism>();
    REQUIRE_FALSE(mechanisms.empty());
    changes.set(plan::RecordKind::mechanism, (*mechanisms.begin()).id,
                plan::fieldFor<&plan::Mechanism::name>(), plan::Value{std::string("Another name")});
    fixture.session.perform(QStringLiteral("Rename it"), changes);
    REQUIRE(
        tests::eventually([&] { return fixture.session.lastEditLabel() == QStringLiteral("Rename it"); }));
    CHECK(fixture.page.proposals().arrangements.size() == found);
}
