#include "ui/pages/calendar/calendar_page.h"

#include "tests/support/accessibility_audit.h"
#include "tests/support/catch.h"
#include "tests/support/open_plan.h"
#include "tests/support/scripted_prompts.h"
#include "ui/charts/matrix_view.h"
#include "ui/pages/calendar/month_view.h"
#include "ui/session/selection.h"
#include "ui/widgets/filter_bar.h"

#include <QComboBox>
#include <QFile>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QTabWidget>
#include <QTableWidget>

using namespace wardmote;
using namespace wardmote::ui;

namespace {

constexpr plan::Id forum = 7101;
constexpr plan::Id panel = 7102;

plan::Mechanism monthly(plan::Id id, const char* name, const char* rule) {
    plan::Mechanism mechanism;
    mechanism.id = id;
    mechanism.name = name;
    mechanism.pattern.rule = rule;
    mechanism.startTime = plan::Time{19 * 60};
    mechanism.lengthHours = 2;
    mechanism.venue = "Town Hall";
    return mechanism;
}

/// Two mechanisms in one hall on the second Tuesday of each month.
plan::Changes twoSeries() {
    plan::Changes changes;
    changes.insert(monthly(forum, "Keynsham Forum", "FREQ=MONTHLY;BYDAY=2TU"));
    changes.insert(monthly(panel, "Police panel", "FREQ=MONTHLY;BYDAY=2TU"));
    return changes;
}

struct Fixture {
    tests::TemporaryFolder folder;
    tests::ScriptedPrompts prompts;
    Session session;
    CalendarPage page{session, prompts};

    explicit Fixture(bool withSeries = true) {
        page.setToday({2026, 3, 2});
        auto file = store::PlanFile::create(folder / "plan.wardmote",
                                            [] {
                                                plan::Settings settings;
                                                settings.name = "Plan";
                                                return settings;
                                            }(),
                                            {"Ada", "desk"});
        REQUIRE(file);
        if (withSeries) {
            REQUIRE(file->perform("Add two series", twoSeries()));
        }
        session.adopt(std::move(*file));
        page.resize(1000, 700);
        page.show();
        page.activated();
        REQUIRE(ready());
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
    void showMonth() {
        widget<QTabWidget>("calendarTabs").setCurrentIndex(1);
        QCoreApplication::processEvents();
    }
    /// Waits for the effect of a move to be known.
    bool moveIsJudged() {
        return tests::eventually([this] { return widget<QPushButton>("moveGo").isEnabled(); });
    }
    std::string patternOf(plan::Id id) { return session.plan()->find<plan::Mechanism>(id)->pattern.rule; }
};

} // namespace

TEST_CASE("The year shows meetings by month, and a cell opens its month") {
    Fixture fixture;
    auto& strip = fixture.widget<charts::MatrixView>("calendarStrip");
    REQUIRE(strip.model()->rowCount() == 1); // no clusters yet
    CHECK(strip.model()->index(0, 2).data().toString() == "2");
    CHECK(fixture.widget<QTableWidget>("calendarStripTable").rowCount() == 12);
    strip.setFocus();
    strip.setCurrentIndex(strip.model()->index(0, 4));
    QTest::keyClick(&strip, Qt::Key_Return);
    CHECK(fixture.widget<QTabWidget>("calendarTabs").currentIndex() == 1);
    CHECK(fixture.widget<QComboBox>("calendarMonth").currentText() == "May");
    CHECK(tests::accessibilityProblems(fixture.page).join(u'\n').toStdString() == "");
}

TEST_CASE("Findings jump to their day, and the meeting is selected") {
    Fixture fixture;
    auto& tabs = fixture.widget<QTabWidget>("calendarTabs");
    tabs.setCurrentIndex(3);
    auto& findings = fixture.widget<QTableView>("calendarFindings");
    REQUIRE(findings.model()->rowCount() == 12); // twelve clashes of venue
    CHECK(findings.model()->index(0, 2).data().toString().contains("Town Hall"));
    findings.setFocus();
    findings.setCurrentIndex(findings.model()->index(4, 0));
    QTest::keyClick(&findings, Qt::Key_Return);
    CHECK(tabs.currentIndex() == 1);
    CHECK(fixture.widget<MonthView>("calendarGrid").day() == plan::Date{2026, 5, 12});
    CHECK(fixture.session.selection().contains(plan::RecordKind::mechanism, forum));
}

TEST_CASE("Words and choices narrow every view") {
    Fixture fixture;
    fixture.page.findChild<FilterBar*>()->filter().setText("police");
    QCoreApplication::processEvents();
    CHECK(fixture.widget<charts::MatrixView>("calendarStrip").model()->index(0, 2).data().toString() == "1");
    CHECK(fixture.widget<QTableView>("calendarList").model()->rowCount() == 12);
    fixture.page.findChild<FilterBar*>()->filter().setText("nothing like it");
    CHECK(fixture.widget<QTableView>("calendarList").model()->rowCount() == 0);
    CHECK_FALSE(fixture.widget<QPushButton>("calendarExport").isEnabled());
}

TEST_CASE("A series is moved by a drag, its effect seen first, as one edit") {
    Fixture fixture;
    fixture.showMonth();
    auto& grid = fixture.widget<MonthView>("calendarGrid");
    const auto from = grid.visualRect(grid.indexOf({2026, 3, 10}));
    const auto to = grid.visualRect(grid.indexOf({2026, 3, 17}));
    const QPoint line(from.left() + 30, from.top() + grid.fontMetrics().lineSpacing() * 3 / 2 + 1);
    auto* ground = grid.viewport();
    QTest::mousePress(ground, Qt::LeftButton, {}, line);
    QTest::mouseMove(ground, line + QPoint(2, 30));
    QTest::mouseMove(ground, to.center());
    QTest::mouseRelease(ground, Qt::LeftButton, {}, to.center());
    REQUIRE(fixture.moveIsJudged());
    const auto effect = fixture.widget<QLabel>("moveEffect").text();
    CHECK(effect.contains("12 now, 0 after"));
    CHECK(fixture.patternOf(forum) == "FREQ=MONTHLY;BYDAY=2TU"); // nothing yet
    QTest::mouseClick(&fixture.widget<QPushButton>("moveGo"), Qt::LeftButton);
    REQUIRE(tests::settled(fixture.session));
    CHECK(fixture.patternOf(forum) == "FREQ=MONTHLY;BYDAY=3TU");
    CHECK(fixture.session.undoLabel().contains("Keynsham Forum"));
    REQUIRE(fixture.ready());
    CHECK(fixture.widget<QTableView>("calendarFindings").model()->rowCount() == 0);
}

TEST_CASE("A series is moved by keys alone") {
    Fixture fixture;
    fixture.showMonth();
    auto& grid = fixture.widget<MonthView>("calendarGrid");
    grid.setFocus();
    grid.setDay({2026, 3, 9});
    QTest::keyClick(&grid, Qt::Key_Right);
    QTest::keyClick(&grid, Qt::Key_PageDown);
    CHECK(fixture.widget<QComboBox>("calendarMonth").currentText() == "April");
    QTest::keyClick(&grid, Qt::Key_PageUp);
    grid.setDay({2026, 3, 10});
    QTest::keyClick(&grid, Qt::Key_Return);
    auto& day = fixture.widget<QTableWidget>("calendarDay");
    REQUIRE(day.rowCount() == 2);
    CHECK(day.hasFocus());
    QTest::keyClick(&day, Qt::Key_Down);
    CHECK(fixture.session.selection().contains(plan::RecordKind::mechanism, panel));
    auto& move = fixture.widget<QPushButton>("calendarMove");
    REQUIRE(move.isEnabled());
    move.setFocus();
    QTest::keyClick(&move, Qt::Key_Space);
    auto& pattern = fixture.widget<QLineEdit>("movePattern");
    CHECK(pattern.hasFocus());
    QTest::keyClicks(&pattern, "4th Thursday of the month");
    REQUIRE(fixture.moveIsJudged());
    QTest::keyClick(&pattern, Qt::Key_Return);
    REQUIRE(tests::settled(fixture.session));
    CHECK(fixture.patternOf(panel) == "FREQ=MONTHLY;BYDAY=4TH");
}

TEST_CASE("Words that are no pattern move nothing and say why") {
    Fixture fixture;
    fixture.showMonth();
    auto& grid = fixture.widget<MonthView>("calendarGrid");
    grid.setDay({2026, 3, 10});
    fixture.widget<QTableWidget>("calendarDay").setCurrentCell(0, 0);
    QTest::mouseClick(&fixture.widget<QPushButton>("calendarMove"), Qt::LeftButton);
    fixture.widget<QLineEdit>("movePattern").setText("now and then");
    CHECK_FALSE(fixture.widget<QPushButton>("moveGo").isEnabled());
    CHECK_FALSE(fixture.widget<QLabel>("moveEffect").text().isEmpty());
    QTest::mouseClick(&fixture.widget<QPushButton>("moveCancel"), Qt::LeftButton);
    CHECK(fixture.widget<QTableWidget>("calendarDay").isVisible());
}

TEST_CASE("What is seen is written as iCalendar, a series as one with the same UID each time") {
    Fixture fixture;
    fixture.page.findChild<FilterBar*>()->filter().setText("police");
    const auto path = QString::fromStdString((fixture.folder / "seen.ics").string());
    fixture.prompts.filesToSave.push_back(path);
    QTest::mouseClick(&fixture.widget<QPushButton>("calendarExport"), Qt::LeftButton);
    QFile file(path);
    REQUIRE(tests::eventually([&] { return file.exists(); }));
    REQUIRE(file.open(QIODevice::ReadOnly));
    const auto text = QString::fromUtf8(file.readAll());
    CHECK(text.count("BEGIN:VEVENT") == 1);
    CHECK(text.contains("UID:mechanism-7102@wardmote"));
    CHECK(text.contains("RRULE:FREQ=MONTHLY"));
    CHECK_FALSE(text.contains("Keynsham"));
}

TEST_CASE("Without meetings the calendar offers the next step") {
    Fixture fixture(false);
    CHECK(fixture.widget<QPushButton>("calendarEmptyImport").isVisible());
    CHECK_FALSE(fixture.widget<QTabWidget>("calendarTabs").isVisible());
}
