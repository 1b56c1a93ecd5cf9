#include "tests/support/catch.h"
#include "tests/support/open_plan.h"
#include "ui/pages/overview/overview_page.h"
#include "ui/session/selection.h"

#include <QPushButton>
#include <QSignalSpy>

using namespace wardmote;
using namespace wardmote::tests;
using ui::OverviewPage;

namespace {

constexpr plan::Date day{2026, 11, 22};

const ui::Attention* lineAbout(const ui::OverviewFigures& figures, const std::string& words) {
    for (const auto& line : figures.attention) {
        if (line.text.find(words) != std::string::npos) {
            return &line;
        }
    }
    return nullptr;
}

} // namespace

TEST_CASE("the overview counts what is recorded and never takes a blank for a zero") {
    auto plan = examplePlan();
    SharedAnswers shared;
    const auto before = ui::overviewOf(plan, day, shared, {});
    CHECK(before.areas == plan.count(plan::RecordKind::area));
    CHECK(before.residents > 0);
    auto area = *plan.find<plan::Area>(101);
    const auto residents = area.residents.value_or(0);
    area.residents.reset();
    plan.put(area);
    const auto after = ui::overviewOf(plan, day, shared, {});
    CHECK(after.areasWithResidents + 1 == before.areasWithResidents);
    CHECK(after.residents + residents == before.residents);
}

TEST_CASE("what mechanisms lack is listed with the mechanisms, worst things first") {
    auto plan = examplePlan();
    SharedAnswers shared;
    auto mechanism = *plan.find<plan::Mechanism>(601);
    mechanism.themes.clear();
    mechanism.status = plan::MechanismStatus::active;
    plan.put(mechanism);
    const auto figures = ui::overviewOf(plan, day, shared, {});
    const auto* line = lineAbout(figures, "no themes recorded");
    REQUIRE(line);
    CHECK(std::ranges::count(line->records, 601) == 1);
    CHECK(std::ranges::is_sorted(figures.attention, {}, &ui::Attention::severity));

    mechanism.status = plan::MechanismStatus::ended;
    plan.put(mechanism);
    const auto afterwards = ui::overviewOf(plan, day, shared, {});
    const auto* without = lineAbout(afterwards, "no themes recorded");
    CHECK((!without || std::ranges::count(without->records, 601) == 0));
}

TEST_CASE("a pair that has been reviewed asks for no decision") {
    auto plan = examplePlan();
    SharedAnswers shared;
    const auto before = ui::overviewOf(plan, day, shared, {}).possibleDuplicates;
    plan::Changes changes;
    for (const auto& review : plan.all<plan::Review>()) {
        changes.erase<plan::Review>(review.id);
    }
    const auto undecided = ui::overviewOf(*plan::applied(plan, changes), day, shared, {}).possibleDuplicates;
    CHECK(undecided > before);
}

TEST_CASE("an empty plan offers the import") {
    TemporaryFolder folder;
    ui::Session session;
    OverviewPage page(session);
    page.show();
    QSignalSpy asked(&page, &ui::Page::pageRequested);
    session.adopt(*store::PlanFile::create(folder / "empty.wardmote", {.name = "Empty"}, {"Ada", "desk"}));
    auto* button = page.findChild<QPushButton*>(QStringLiteral("overviewImport"));
    REQUIRE(eventually([&] { return button->isVisible(); }));
    button->click();
    REQUIRE(asked.count() == 1);
    CHECK(asked[0][0].toString() == QStringLiteral("import"));
    CHECK(page.headline().empty());
}

TEST_CASE("a line leads to the records that it counts") {
    TemporaryFolder folder;
    ui::Session session;
    session.adopt(examplePlanFile(folder / "plan.wardmote"));
    OverviewPage page(session);
    page.show();
    page.activated();
    REQUIRE(eventually([&] { return !page.headline().empty(); }));
    QSignalSpy records(&session.selection(), &ui::Selection::showRequested);
    QSignalSpy pages(&page, &ui::Page::pageRequested);
    int buttons = 0;
    for (auto* button : page.findChildren<QPushButton*>()) {
        if (button->objectName().startsWith(QStringLiteral("attention_"))) {
            ++buttons;
            button->click();
        }
    }
    CHECK(buttons > 0);
    CHECK(records.count() + pages.count() == buttons);
}
