#include "ui/pages/streamlining/streamlining_page.h"
#include "ui/pages/streamlining/streamlining_words.h"

#include "tests/support/accessibility_audit.h"
#include "tests/support/catch.h"
#include "tests/support/open_plan.h"
#include "tests/support/scripted_prompts.h"
#include "ui/charts/bars_view.h"
#include "ui/session/selection.h"

#include <QCheckBox>
#include <QComboBox>
#include <QLabel>
#include <QPushButton>
#include <QSignalSpy>
#include <QTableWidget>

#include <algorithm>

using namespace wardmote;
using namespace wardmote::ui;

namespace {

struct Fixture {
    tests::TemporaryFolder folder;
    Session session;
    tests::ScriptedPrompts prompts;
    StreamliningPage page{session, prompts};

    explicit Fixture(bool open = true) {
        page.setToday({2014, 9, 1});
        if (open) {
            session.adopt(tests::examplePlanFile(folder / "example.wardmote"));
        }
        page.resize(900, 900);
        page.show();
        page.activated();
    }
    bool ready() {
        return tests::eventually([this] { return page.isReady(); });
    }
    template<class W>
    W& widget(const char* name) {
        auto* found = page.findChild<W*>(QString::fromLatin1(name));
        REQUIRE(found);
        return *found;
    }
    QStringList ended() {
        QStringList names;
        auto& table = widget<QTableWidget>("streamliningEnd");
        for (int row = 0; row < table.rowCount(); ++row) {
            names << table.item(row, 0)->text();
        }
        return names;
    }
};

} // namespace

TEST_CASE("The streamlining page says what is kept and why, what ends and what is proved") {
    Fixture fixture;
    REQUIRE(fixture.ready());
    auto& keep = fixture.widget<QTableWidget>("streamliningKeep");
    REQUIRE(keep.rowCount() > 0);
    for (int row = 0; row < keep.rowCount(); ++row) {
        CHECK_FALSE(keep.item(row, 1)->text().isEmpty());
    }
    CHECK(fixture.widget<QLabel>("streamliningProof").text().startsWith("Proved smallest"));
    CHECK(fixture.page.headline().size() == 2);
    CHECK_FALSE(fixture.widget<QPushButton>("stopStreamlining").isEnabled());
}

TEST_CASE("Where costs and cover are not recorded, nothing is called proved") {
    analysis::Streamlining answer;
    answer.optimal = true;
    answer.keep = {{601, analysis::KeptMechanism::Because::costNotRecorded, {}},
                   {602, analysis::KeptMechanism::Because::coverageNotRecorded, {}}};
    const auto verdict = verdictText(answer, analysis::StreamlineBy::staffHours);
    CHECK(verdict.startsWith(QStringLiteral("Not enough is recorded")));
    CHECK(verdict.contains(QStringLiteral("of 2 mechanisms")));
    answer.keep[0].because = analysis::KeptMechanism::Because::statutory;
    CHECK(verdictText(answer, analysis::StreamlineBy::staffHours).startsWith(QStringLiteral("Proved")));
}

TEST_CASE("Other options give another answer at once") {
    Fixture fixture;
    REQUIRE(fixture.ready());
    const auto proof = fixture.widget<QLabel>("streamliningProof").text();
    auto& objective = fixture.widget<QComboBox>("objective");
    objective.setFocus();
    QTest::keyClick(&objective, Qt::Key_End);
    CHECK_FALSE(fixture.page.isReady());
    REQUIRE(fixture.ready());
    CHECK(fixture.widget<QLabel>("streamliningProof").text() != proof);
    auto& nominal = fixture.widget<QCheckBox>("nominalToo");
    const auto before = fixture.ended();
    QTest::keyClick(&nominal, Qt::Key_Space);
    REQUIRE(fixture.ready());
    CHECK(fixture.ended() != before); // what names no audience can be decided about as well
}

TEST_CASE("A pinned mechanism stays, a closed one ends") {
    Fixture fixture;
    REQUIRE(fixture.ready());
    REQUIRE_FALSE(fixture.ended().isEmpty());
    const auto wanted = fixture.ended().front();
    fixture.prompts.severalChoices.push_back({}); // to learn the order
    QTest::mouseClick(&fixture.widget<QPushButton>("pinMechanisms"), Qt::LeftButton);
    const auto place = static_cast<int>(fixture.prompts.offered.indexOf(wanted));
    REQUIRE(place >= 0);
    fixture.prompts.severalChoices.push_back({place});
    QTest::mouseClick(&fixture.widget<QPushButton>("pinMechanisms"), Qt::LeftButton);
    REQUIRE(fixture.ready());
    CHECK_FALSE(fixture.ended().contains(wanted));
    fixture.prompts.severalChoices.push_back({});
    QTest::mouseClick(&fixture.widget<QPushButton>("pinMechanisms"), Qt::LeftButton);
    fixture.prompts.severalChoices.push_back({place});
    QTest::mouseClick(&fixture.widget<QPushButton>("closeMechanisms"), Qt::LeftButton);
    REQUIRE(fixture.ready());
    CHECK(fixture.ended().contains(wanted));
}

TEST_CASE("The answer is made a scenario by one edit") {
    Fixture fixture;
    REQUIRE(fixture.ready());
    const auto ends = fixture.ended().size();
    auto& button = fixture.widget<QPushButton>("makeScenario");
    QTest::mouseClick(&button, Qt::LeftButton); // no name: nothing happens
    REQUIRE(tests::settled(fixture.session));
    CHECK(fixture.session.plan()->all<plan::Scenario>().empty());
    fixture.prompts.texts.push_back("Fewer meetings");
    QTest::mouseClick(&button, Qt::LeftButton);
    REQUIRE(tests::settled(fixture.session));
    const auto plan = fixture.session.plan();
    REQUIRE(plan->all<plan::Scenario>().size() == 1);
    CHECK(plan->all<plan::Scenario>()[0].name == "Fewer meetings");
    CHECK_FALSE(plan->all<plan::Scenario>()[0].rationale.empty());
    const auto& changes = plan->all<plan::ProposedChange>();
    CHECK(std::ranges::count(changes, plan::WhatToDo::end, &plan::ProposedChange::action) == ends);
    fixture.session.undo();
    REQUIRE(tests::settled(fixture.session));
    CHECK(fixture.session.plan()->all<plan::Scenario>().empty());
    CHECK(fixture.session.plan()->all<plan::ProposedChange>().empty());
}

TEST_CASE("A row is chosen everywhere and opens its mechanism") {
    Fixture fixture;
    REQUIRE(fixture.ready());
    QSignalSpy shown(&fixture.session.selection(), &Selection::showRequested);
    auto& keep = fixture.widget<QTableWidget>("streamliningKeep");
    keep.setFocus();
    keep.setCurrentCell(0, 0);
    CHECK(fixture.session.selection().kind() == plan::RecordKind::mechanism);
    CHECK(fixture.session.selection().ids().size() == 1);
    QTest::keyClick(&keep, Qt::Key_Return);
    REQUIRE(shown.count() == 1);
    CHECK(shown[0][0].value<plan::RecordKind>() == plan::RecordKind::mechanism);
}

TEST_CASE("The chart of hours has its table") {
    Fixture fixture;
    REQUIRE(fixture.ready());
    auto& chart = fixture.widget<charts::BarsView>("streamliningHours");
    CHECK_FALSE(chart.chart().categories.empty());
    auto& table = fixture.widget<QTableWidget>("streamliningHoursTable");
    CHECK_FALSE(table.isVisible());
    QTest::mouseClick(&fixture.widget<QPushButton>("streamliningShowHours"), Qt::LeftButton);
    CHECK(table.isVisible());
    CHECK(table.rowCount() >= static_cast<int>(chart.chart().categories.size()));
}

TEST_CASE("The streamlining page says what would be here and can be used by everyone") {
    {
        Fixture fixture(false);
        REQUIRE(fixture.ready());
        CHECK(fixture.widget<QPushButton>("streamliningImport").isVisible());
    }
    Fixture fixture;
    REQUIRE(fixture.ready());
    CHECK(tests::accessibilityProblems(fixture.page).join(QStringLiteral("; ")).toStdString() == "");
}
