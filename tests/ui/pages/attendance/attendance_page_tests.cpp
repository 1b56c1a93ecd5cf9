#include "ui/pages/attendance/attendance_page.h"

#include "tests/support/accessibility_audit.h"
#include "tests/ui/pages/analysis_page_fixture.h"
#include "ui/charts/bars_view.h"
#include "ui/session/selection.h"

#include <QLabel>
#include <QPushButton>
#include <QTableWidget>

using namespace wardmote;
using namespace wardmote::ui;

namespace {

struct Fixture : tests::AnalysisPageFixture<AttendancePage> {
    explicit Fixture(bool counted = true) {
        plan::Settings settings;
        settings.name = "Plan";
        auto file = store::PlanFile::create(folder / "plan.wardmote", settings, {"Ada", "desk"});
        REQUIRE(file);
        if (counted) {
            plan::Changes changes;
            plan::Mechanism forum;
            forum.id = 7101;
            forum.name = "Area forum";
            changes.insert(forum);
            for (int month = 1; month <= 3; ++month) {
                plan::Meeting meeting;
                meeting.id = 7200 + month;
                meeting.name = "Area forum";
                meeting.mechanisms = {{{7101}}};
                meeting.date = plan::Date{2026, month, 10};
                meeting.attendancePublic = 5;
                meeting.attendanceOfficers = 35;
                changes.insert(meeting);
            }
            REQUIRE(file->perform("Add meetings", changes));
        }
        session.adopt(std::move(*file));
        begin({2026, 6, 1}, false);
        REQUIRE(ready());
    }
};

} // namespace

TEST_CASE("Thirty-five officials and five of the public are shown as such") {
    Fixture fixture;
    CHECK(fixture.widget<QLabel>("attendanceWords").text().contains("35 officials and 5 of the public"));
    CHECK(fixture.widget<QLabel>("attendanceWords").text().contains("More officials than public"));
    CHECK(fixture.widget<charts::BarsView>("attendanceBars").chart().categories.size() == 1);
    CHECK(fixture.widget<charts::BarsView>("attendanceMeetingBars").chart().categories.size() == 3);
    CHECK(tests::accessibilityProblems(fixture.page).join(u'\n').toStdString() == "");
}

TEST_CASE("Each meeting is a row that selects its record") {
    Fixture fixture;
    QTest::mouseClick(&fixture.widget<QPushButton>("attendanceShowMeetings"), Qt::LeftButton);
    auto& table = fixture.widget<QTableWidget>("attendanceMeetings");
    REQUIRE(table.rowCount() == 3);
    CHECK(table.item(0, 3)->text() == "–"); // members were not counted
    table.setFocus();
    table.setCurrentCell(1, 0);
    CHECK(fixture.session.selection().contains(plan::RecordKind::meeting, 7202));
}

TEST_CASE("Where nobody was counted the page offers the next step") {
    Fixture fixture(false);
    CHECK(fixture.widget<QPushButton>("attendanceGoMeetings").isVisible());
}
