#include "ui/pages/local_issues/local_issues_page.h"

#include "tests/support/accessibility_audit.h"
#include "tests/support/catch.h"
#include "tests/support/open_plan.h"
#include "tests/support/scripted_prompts.h"
#include "ui/widgets/empty_state.h"
#include "ui/widgets/record_table.h"

#include <QApplication>
#include <QComboBox>
#include <QTableView>
#include <QTableWidget>
#include <QTest>

using namespace wardmote;
using namespace wardmote::ui;

namespace {

struct Fixture {
    tests::TemporaryFolder folder;
    Session session;
    tests::ScriptedPrompts prompts;
    LocalIssuesPage page{session, prompts};

    explicit Fixture(bool issues = true) {
        page.setToday({2014, 9, 1});
        session.adopt(tests::examplePlanFile(folder / "example.wardmote"));
        if (issues) {
            plan::Changes changes;
            changes.insert(issue(90'001, "Speeding", {601, 602}, plan::Date{2014, 3, 1}, {}));
            changes.insert(issue(90'002, "Litter", {601}, plan::Date{2014, 1, 1}, {}));
            changes.insert(issue(90'003, "Bus 39", {603}, plan::Date{2014, 1, 1}, plan::Date{2014, 1, 11}));
            session.perform("Add issues", changes);
            REQUIRE(tests::settled(session));
        }
        page.resize(1000, 700);
        page.show();
        page.activated();
    }
    static plan::LocalIssue issue(plan::Id id, const char* name, std::vector<plan::Id> mechanisms,
                                  plan::Date raised, std::optional<plan::Date> answered) {
        plan::LocalIssue issue;
        issue.id = id;
        issue.name = name;
        issue.theme = {301};
        issue.firstRaised = raised;
        issue.answeredOn = answered;
        for (const auto mechanism : mechanisms) {
            issue.raisedIn.push_back({{mechanism}});
        }
        return issue;
    }
    template<class W>
    W& widget(const char* name) {
        auto* found = page.findChild<W*>(QString::fromLatin1(name));
        REQUIRE(found);
        return *found;
    }
};

} // namespace

TEST_CASE("The local issues page lists what waits longest first, and follows an answer") {
    Fixture fixture;
    auto& waiting = fixture.widget<QTableWidget>("issuesWaiting");
    REQUIRE(waiting.rowCount() == 2);
    CHECK(waiting.item(0, 0)->text() == QStringLiteral("Litter"));
    CHECK(waiting.item(0, 2)->text() == QStringLiteral("243"));
    CHECK(fixture.page.badge() == 2);
    plan::Changes changes;
    changes.set<&plan::LocalIssue::answeredOn>(90'002, std::string("2014-01-31"));
    fixture.session.perform("Answer it", changes);
    REQUIRE(tests::eventually([&] { return fixture.page.badge() == 1; }));
    CHECK(waiting.rowCount() == 1);
    CHECK(fixture.page.headline()[2].value == QStringLiteral("20")); // median of 10 and 30
}

TEST_CASE("A summary of local issues opens the records behind it by the keyboard") {
    Fixture fixture;
    auto& ways = fixture.widget<QComboBox>("issuesInBrief");
    ways.setCurrentIndex(ways.count() - 1);
    auto& shared = fixture.widget<QTableWidget>("issuesShared");
    REQUIRE(shared.isVisible());
    REQUIRE(shared.rowCount() == 1);
    shared.setFocus();
    shared.setCurrentCell(0, 0);
    QTest::keyClick(&shared, Qt::Key_Return);
    CHECK(fixture.page.table().currentId() == 90'001);
    ways.setCurrentIndex(2); // by theme, as a table
    auto& themes = fixture.widget<QTableWidget>("issuesByTheme");
    REQUIRE(themes.rowCount() == 1);
    CHECK(themes.item(0, 4)->text() == QStringLiteral("10"));
    themes.setFocus();
    themes.setCurrentCell(0, 0);
    QTest::keyClick(&themes, Qt::Key_Return);
    CHECK(fixture.page.table().view().model()->rowCount() == 3);
}

TEST_CASE("Without local issues the page says what they are and offers the next step") {
    Fixture fixture(false);
    CHECK(fixture.page.table().emptyState().isVisible());
    CHECK_FALSE(fixture.widget<QTableWidget>("issuesWaiting").isVisible());
    CHECK(fixture.page.headline().empty());
    CHECK(fixture.page.badge() == -1);
}

TEST_CASE("The local issues page can be used without a mouse") {
    Fixture fixture;
    CHECK(tests::accessibilityProblems(fixture.page) == QStringList());
}

TEST_CASE("Tab goes through the local issues page from top to bottom") {
    Fixture fixture;
    fixture.page.activateWindow();
    REQUIRE(QTest::qWaitForWindowActive(&fixture.page));
    const auto has = [&](const char* name) { return fixture.widget<QWidget>(name).hasFocus(); };
    fixture.widget<QWidget>("issuesWaiting").setFocus();
    for (const auto* name : {"filter", "columns", "addRecord", "issuesInBrief", "records"}) {
        QTest::keyClick(QApplication::focusWidget(), Qt::Key_Tab);
        CAPTURE(name, QApplication::focusWidget()->objectName().toStdString());
        CHECK(has(name));
    }
}
