#include "tests/support/accessibility_audit.h"
#include "tests/support/catch.h"
#include "tests/support/open_plan.h"
#include "tests/support/scripted_prompts.h"
#include "ui/charts/map_widget.h"
#include "ui/pages/assets/assets_page.h"
#include "ui/session/selection.h"
#include "ui/widgets/record_form.h"
#include "ui/widgets/record_table.h"

#include <QPushButton>
#include <QSignalSpy>
#include <QTableView>

using namespace wardmote;
using namespace wardmote::tests;
using plan::RecordKind;

namespace {

plan::Asset asset(plan::Id id, const char* name, plan::Id area) {
    plan::Asset made;
    made.id = id;
    made.name = name;
    made.area = {area};
    return made;
}

struct Shown {
    TemporaryFolder folder;
    ui::Session session;
    ScriptedPrompts prompts;
    ui::AssetsPage page{session, prompts};

    explicit Shown(const plan::Changes& also = {}) {
        session.adopt(examplePlanFile(folder / "plan.wardmote"));
        if (!also.empty()) {
            session.perform(QStringLiteral("Also"), also);
            REQUIRE(settled(session));
        }
        page.resize(1000, 700);
        page.show();
        page.activated();
    }
    QPushButton* meetings() { return page.findChild<QPushButton*>(QStringLiteral("assetMeetings")); }
    charts::MapWidget* map() { return page.findChild<charts::MapWidget*>(); }
};

plan::Changes twoAssets() {
    plan::Changes changes;
    changes.insert(asset(901, "Keynsham community space", 101));
    changes.insert(asset(902, "Saltford Hall", 102));
    return changes;
}

} // namespace

TEST_CASE("assets are listed with what meets there, and lead to those mechanisms") {
    Shown shown(twoAssets());
    auto& table = shown.page.table();
    REQUIRE(eventually([&] { return table.model().shownCount() == 2; }));
    const auto column = table.model().columnOf("meets_here");
    const auto meets = table.model().index(table.model().rowOf(901), column).data().toString();
    CHECK(meets.contains(QString::fromStdString(shown.session.plan()->find<plan::Mechanism>(601)->name)));
    CHECK(shown.page.headline()[2].value == QStringLiteral("1"));

    table.reveal(902);
    CHECK_FALSE(shown.meetings()->isEnabled());
    table.reveal(901);
    REQUIRE(shown.meetings()->isEnabled());
    CHECK(shown.page.form().record() == 901);
    QSignalSpy asked(&shown.session.selection(), &ui::Selection::showRequested);
    QTest::mouseClick(shown.meetings(), Qt::LeftButton);
    REQUIRE(asked.count() == 1);
    const auto ids = asked[0][1].value<std::vector<plan::Id>>();
    CHECK(std::ranges::find(ids, 601) != ids.end());
}

TEST_CASE("the map shows where the chosen asset stands, and a place on it chooses its assets") {
    Shown shown(twoAssets());
    auto& table = shown.page.table();
    REQUIRE(eventually([&] { return table.model().shownCount() == 2 && shown.map()->spec().geometry; }));
    table.reveal(902);
    CHECK(shown.map()->selected() == std::set<plan::Id>{102});
    const auto& areas = shown.map()->spec().areas;
    CHECK(std::ranges::find(areas, 102, &charts::MapArea::id)->figure == QStringLiteral("Saltford Hall"));
    CHECK(std::ranges::find(areas, 103, &charts::MapArea::id)->shade == -1);
    CHECK(std::ranges::find(areas, 102, &charts::MapArea::id)->shade == 0);
    Q_EMIT shown.map()->selectionChanged({101});
    CHECK(shown.session.selection().contains(RecordKind::asset, 901));
    CHECK(table.selectedIds() == std::vector<plan::Id>{901});
}

TEST_CASE("a plan without assets offers to add them, and every control can be reached") {
    Shown shown;
    CHECK_FALSE(shown.map()->isVisible());
    CHECK(accessibilityProblems(shown.page).join(u'\n').toStdString() == "");
    auto* first = shown.page.findChild<QPushButton*>(QStringLiteral("addFirst"));
    REQUIRE(first->isVisible());
    QTest::mouseClick(first, Qt::LeftButton);
    REQUIRE(eventually([&] { return shown.map()->isVisible(); }));
    CHECK(shown.session.plan()->count(RecordKind::asset) == 1);
    CHECK(accessibilityProblems(shown.page).join(u'\n').toStdString() == "");
}
