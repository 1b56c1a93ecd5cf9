#include "tests/support/accessibility_audit.h"
#include "tests/support/catch.h"
#include "tests/support/open_plan.h"
#include "tests/support/scripted_prompts.h"
#include "ui/pages/profile/profile_page.h"
#include "ui/preview/page_view.h"
#include "ui/session/selection.h"

#include <QComboBox>
#include <QLabel>
#include <QPushButton>
#include <QSignalSpy>

using namespace wardmote;
using namespace wardmote::tests;
using plan::RecordKind;

namespace {

struct Shown {
    TemporaryFolder folder;
    ui::Session session;
    ScriptedPrompts prompts;
    ui::ProfilePage page{session, prompts};

    Shown() {
        session.adopt(examplePlanFile(folder / "plan.wardmote"));
        page.setToday({2026, 11, 22});
        page.resize(1000, 700);
        page.show();
        page.activated();
    }
    ui::PageView* view() { return page.findChild<ui::PageView*>(); }
    QComboBox* chooser() { return page.findChild<QComboBox*>(QStringLiteral("profileOf")); }
    QPushButton* button(const char* name) { return page.findChild<QPushButton*>(QString::fromLatin1(name)); }
    bool shows(const QString& words) {
        return eventually([&] { return view()->accessibleDescription().contains(words); });
    }
};

} // namespace

TEST_CASE("the profile page shows a cluster's pages and follows the selection that all pages share") {
    Shown shown;
    CHECK(shown.page.title() == QStringLiteral("Cluster profile"));
    CHECK(shown.chooser()->count() == 3);
    REQUIRE(shown.shows(QStringLiteral("Chew Valley"))); // the first by name
    shown.session.selection().select(RecordKind::cluster, {503});
    CHECK(shown.page.cluster() == 503);
    REQUIRE(shown.shows(QStringLiteral("Somer Valley")));
    CHECK(shown.page.headline().front().value == QStringLiteral("5"));

    shown.chooser()->setFocus();
    QTest::keyClick(shown.chooser(), Qt::Key_Up);
    CHECK(shown.session.selection().contains(RecordKind::cluster, 501));
    REQUIRE(shown.shows(QStringLiteral("Keynsham Area")));
    CHECK(shown.page.showRecords(RecordKind::cluster, {502}, QString()));
    CHECK_FALSE(shown.page.showRecords(RecordKind::area, {101}, QString()));
}

TEST_CASE("the records behind a profile are one click away") {
    Shown shown;
    shown.session.selection().select(RecordKind::cluster, {501});
    REQUIRE(shown.shows(QStringLiteral("Keynsham Area")));
    QSignalSpy asked(&shown.session.selection(), &ui::Selection::showRequested);
    auto* areas = shown.button("behindAreas");
    REQUIRE(eventually([&] { return areas->isVisible(); }));
    CHECK(areas->text() == QStringLiteral("3 areas"));
    QTest::mouseClick(areas, Qt::LeftButton);
    REQUIRE(asked.count() == 1);
    CHECK(asked[0][1].value<std::vector<plan::Id>>() == std::vector<plan::Id>{101, 102, 103});
    CHECK_FALSE(shown.button("behindAssets")->isVisible()); // none are recorded
}

TEST_CASE("an edit makes the profile anew, and a cluster that goes gives way to another") {
    Shown shown;
    shown.session.selection().select(RecordKind::cluster, {501});
    REQUIRE(shown.shows(QStringLiteral("Keynsham Area")));
    plan::Changes change;
    change.set<&plan::Cluster::phase>(501, plan::Value{std::string("Phase one")});
    shown.session.perform(QStringLiteral("Phase"), change);
    REQUIRE(shown.shows(QStringLiteral("Phase one")));
    plan::Changes erase;
    erase.erase<plan::Cluster>(501);
    shown.session.perform(QStringLiteral("Delete"), erase);
    REQUIRE(shown.shows(QStringLiteral("Chew Valley")));
    CHECK(shown.page.cluster() == 502);
}

TEST_CASE("a plan without clusters offers to draw them, and every control can be reached") {
    Shown shown;
    REQUIRE(shown.shows(QStringLiteral("Chew Valley")));
    CHECK(accessibilityProblems(shown.page).join(u'\n').toStdString() == "");
    plan::Changes erase;
    erase.erase<plan::Arrangement>(551);
    shown.session.perform(QStringLiteral("Delete"), erase);
    auto* draw = shown.button("profileDraw");
    REQUIRE(eventually([&] { return draw->isVisible(); }));
    QSignalSpy asked(&shown.page, &ui::Page::pageRequested);
    QTest::mouseClick(draw, Qt::LeftButton);
    CHECK(asked.count() == 1);
    CHECK(accessibilityProblems(shown.page).join(u'\n').toStdString() == "");
}
