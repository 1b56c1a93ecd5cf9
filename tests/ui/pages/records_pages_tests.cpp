#include "tests/support/accessibility_audit.h"
#include "tests/support/catch.h"
#include "tests/support/open_plan.h"
#include "tests/support/scripted_prompts.h"
#include "ui/pages/areas/areas_page.h"
#include "ui/pages/gaps/gaps.h"
#include "ui/pages/gaps/gaps_page.h"
#include "ui/pages/history/history_model.h"
#include "ui/pages/history/history_page.h"
#include "ui/pages/mechanisms/mechanisms_page.h"
#include "ui/pages/meetings/meetings_page.h"
#include "ui/pages/organisations/organisations_page.h"
#include "ui/pages/reviews/reviews_page.h"
#include "ui/widgets/record_form.h"
#include "ui/widgets/record_table.h"

#include <QAbstractItemModelTester>
#include <QComboBox>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QSignalSpy>
#include <QTableView>

using namespace wardmote;
using namespace wardmote::tests;
using plan::RecordKind;

namespace {

struct Open {
    TemporaryFolder folder;
    ui::Session session;
    ScriptedPrompts prompts;
    Open() { session.adopt(examplePlanFile(folder / "plan.wardmote")); }
};

void showOn(QWidget& page) {
    page.resize(1000, 620);
    page.show();
    page.activateWindow();
    REQUIRE(QTest::qWaitForWindowActive(&page));
}

} // namespace

TEST_CASE("the areas page counts residents, parished and unparished") {
    Open open;
    ui::AreasPage page(open.session, open.prompts);
    const auto figures = page.headline();
    REQUIRE(figures.size() == 3);
    CHECK(figures[0].value == QStringLiteral("76,537"));
    CHECK(figures[1].value == QStringLiteral("10"));
    CHECK(figures[2].value == QStringLiteral("2"));
    const auto column = page.table().model().columnOf("cluster");
    CHECK(page.table().model().index(page.table().model().rowOf(102), column).data().toString() ==
          QStringLiteral("Keynsham Area"));
}

TEST_CASE("the organisations page shows one kind at a time") {
    Open open;
    ui::OrganisationsPage page(open.session, open.prompts);
    auto* kinds = page.findChild<QComboBox*>(QStringLiteral("kinds"));
    kinds->setCurrentIndex(kinds->findData(QStringLiteral("parish_council")));
    CHECK(page.table().model().shownCount() == 4);
    kinds->setCurrentIndex(0);
    CHECK(page.table().model().shownCount() == 15);
}

TEST_CASE("the mechanisms page says what all mechanisms cost and fills its form from the table") {
    Open open;
    ui::MechanismsPage page(open.session, open.prompts);
    showOn(page);
    REQUIRE(eventually([&] { return page.headline().size() == 4; }));
    CHECK(page.headline()[0].value == QStringLiteral("24"));
    CHECK(page.headline()[2].value == QStringLiteral("£580.50 or more"));
    page.table().reveal(605);
    CHECK(page.form().record() == 605);
    CHECK(page.showRecords(RecordKind::mechanism, {601, 602}, QStringLiteral("because")));
    CHECK(page.table().model().shownCount() == 2);
    CHECK_FALSE(page.showRecords(RecordKind::area, {101}, QString()));
}

TEST_CASE("gaps are the blanks that analyses miss most, and a full record has none") {
    const auto plan = std::make_shared<const plan::Plan>(examplePlan());
    const auto gaps = ui::gapsOf(plan);
    REQUIRE_FALSE(gaps.empty());
    CHECK(gaps.front().mechanism == 622); // nothing but a name, a kind and a lead
    CHECK(gaps.front().missing.size() == 6);
    CHECK_FALSE(gaps.front().comparable);
    CHECK(std::ranges::is_sorted(gaps, std::greater<>(), &ui::Gaps::weight));
    for (const auto& each : gaps) {
        CHECK(each.mechanism != 601);
        CHECK(each.mechanism != 623); // ended
    }
    CHECK(ui::GapFinder(plan).of(601).comparable);
    CHECK(ui::GapFinder(plan).of(601).missing.empty());
}

TEST_CASE("filling a gap keeps its row in place until one looks again") {
    Open open;
    ui::GapsPage page(open.session, open.prompts);
    showOn(page);
    const auto rows = page.table().model().shownCount();
    REQUIRE(rows > 3);
    CHECK(page.table().model().idAt(0) == 622);
    plan::Changes fill;
    for (const auto* field : ui::GapFinder(open.session.plan()).of(622).missing) {
        const auto full = open.session.plan()->record(RecordKind::mechanism, 601);
        fill.set(RecordKind::mechanism, 622, *field, field->get(full.get()));
    }
    open.session.perform(QStringLiteral("Fill"), fill);
    REQUIRE(settled(open.session));
    CHECK(page.table().model().idAt(0) == 622);
    page.findChild<QPushButton*>(QStringLiteral("lookAgain"))->click();
    CHECK(page.table().model().rowOf(622) < 0);
    CHECK(page.table().model().shownCount() == rows - 1);
}

TEST_CASE("the history shows each edit with its fields and goes back to any point") {
    Open open;
    ui::HistoryPage page(open.session, open.prompts);
    showOn(page);
    auto* rows = page.findChild<QTableView*>(QStringLiteral("historyRows"));
    auto* details = page.findChild<QTableView*>(QStringLiteral("historyDetails"));
    QAbstractItemModelTester tester(rows->model(), QAbstractItemModelTester::FailureReportingMode::Fatal);
    REQUIRE(eventually([&] { return rows->model()->rowCount() > 0; }));
    const auto before = rows->model()->rowCount();
    for (const auto* venue : {"Fry Club", "Town Hall"}) {
        plan::Changes move;
        move.set<&plan::Mechanism::venue>(601, plan::Value{std::string(venue)});
        open.session.perform(QStringLiteral("Move to ") + QString::fromUtf8(venue), move);
    }
    REQUIRE(eventually([&] { return rows->model()->rowCount() == before + 2; }));
    rows->selectRow(0);
    REQUIRE(eventually([&] { return details->model()->rowCount() == 1; }));
    CHECK(details->model()->index(0, ui::HistoryDetailModel::before).data().toString() ==
          QStringLiteral("Fry Club"));
    CHECK(details->model()->index(0, ui::HistoryDetailModel::after).data().toString() ==
          QStringLiteral("Town Hall"));

    auto* filter = page.findChild<QLineEdit*>(QStringLiteral("filter"));
    QTest::keyClicks(filter, QStringLiteral("fry"));
    CHECK(rows->model()->rowCount() == 1);
    filter->clear();
    rows->selectRow(2);
    open.prompts.confirmations = {true};
    auto* back = page.findChild<QPushButton*>(QStringLiteral("goBack"));
    REQUIRE(eventually([&] { return back->isEnabled(); }));
    back->click();
    REQUIRE(eventually([&] {
        return open.session.plan()->find<plan::Mechanism>(601)->venue == "Keynsham Community Space";
    }));
    REQUIRE(eventually([&] { return rows->model()->rowCount() > before + 2; }));
    CHECK(open.prompts.asked.size() == 1);
}

TEST_CASE("every control of the record pages can be named and reached") {
    Open open;
    ui::AreasPage areas(open.session, open.prompts);
    ui::OrganisationsPage organisations(open.session, open.prompts);
    ui::MechanismsPage mechanisms(open.session, open.prompts);
    ui::MeetingsPage meetings(open.session, open.prompts);
    ui::ReviewsPage reviews(open.session, open.prompts);
    ui::GapsPage gaps(open.session, open.prompts);
    ui::HistoryPage history(open.session, open.prompts);
    for (auto* page : std::initializer_list<ui::Page*>{&areas, &organisations, &mechanisms, &meetings,
                                                       &reviews, &gaps, &history}) {
        page->resize(1000, 620);
        page->show();
        CAPTURE(page->pageId().toStdString());
        CHECK(accessibilityProblems(*page).join(u'\n').toStdString() == "");
    }
}
