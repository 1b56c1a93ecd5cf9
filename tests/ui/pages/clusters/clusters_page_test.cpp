#include "tests/support/accessibility_audit.h"
#include "tests/ui/pages/shown_page.h"
#include "ui/charts/map_widget.h"
#include "ui/pages/clusters/clusters_page.h"
#include "ui/session/selection.h"

#include <QComboBox>
#include <QDropEvent>
#include <QLineEdit>
#include <QMenu>
#include <QMimeData>
#include <QPushButton>

using namespace wardmote;
using namespace wardmote::ui;

namespace {

struct Fixture : tests::ShownPage<ClustersPage> {
    QString cell(int row, int column) {
        return part<ClusterTable>("clusterTable")->topLevelItem(row)->text(column);
    }
};

} // namespace

TEST_CASE("The Clusters page shows each cluster's figures and what is left over") {
    Fixture f;
    auto* table = f.part<ClusterTable>("clusterTable");
    REQUIRE(table->topLevelItemCount() == 4); // by name, then areas in none
    CHECK(f.cell(0, 1) == QStringLiteral("Chew Valley"));
    CHECK(f.cell(0, 2) == QStringLiteral("1,769"));
    CHECK(f.cell(1, 2) == QStringLiteral("25,722"));
    CHECK(f.cell(1, 4) == QStringLiteral("3"));
    CHECK(f.cell(3, 1) == QStringLiteral("In no cluster"));
    CHECK(f.cell(3, 4) == QStringLiteral("2"));
    CHECK(f.page->title() == QStringLiteral("Clusters"));
    CHECK(f.page->badge() == 3);
    REQUIRE(f.page->headline().size() == 3);
    CHECK(f.page->headline()[2].value == QStringLiteral("2"));
}

TEST_CASE("Areas move to a cluster by its key, and Undo takes them back") {
    Fixture f;
    auto* areas = f.part<AreaTable>("areaTable");
    areas->setFocus();
    f.session.selection().select(plan::RecordKind::area, {102, 103});
    CHECK(areas->selectedAreas() == std::vector<plan::Id>{102, 103});
    QTest::keyClick(areas, Qt::Key_1); // Chew Valley
    REQUIRE(f.ready());
    CHECK(f.holds(502, 102));
    CHECK_FALSE(f.holds(501, 103));
    CHECK(f.session.undoLabel() == QStringLiteral("Move Saltford and Whitchurch to Chew Valley"));
    CHECK(f.cell(0, 4) == QStringLiteral("4 in 2 pieces"));
    CHECK(f.cell(0, 1) == QStringLiteral("Chew Valley ⚠"));
    CHECK(f.part<ClusterTable>("clusterTable")
              ->topLevelItem(0)
              ->toolTip(1)
              .contains(QStringLiteral("Chew Valley is in 2 pieces")));

    f.session.undo();
    REQUIRE(f.ready());
    CHECK(f.holds(501, 102));
    CHECK(f.cell(0, 4) == QStringLiteral("2"));

    QTest::keyClick(areas, Qt::Key_0); // out of every cluster
    REQUIRE(f.ready());
    CHECK(f.page->measures().unassigned.size() == 4);
    QTest::keyClick(areas, Qt::Key_9); // nobody's key
    CHECK_FALSE(f.session.isSaving());
}

TEST_CASE("Areas move by drag onto a row") {
    Fixture f;
    auto* table = f.part<ClusterTable>("clusterTable");
    QMimeData data;
    data.setData(QString::fromLatin1(areasMimeType), "111 112 ");
    const auto at = table->visualItemRect(table->topLevelItem(2)).center(); // Somer Valley
    // Qt gives a drop only to a widget that took the drag in.
    QDragEnterEvent enter(at, Qt::MoveAction, &data, Qt::LeftButton, Qt::NoModifier);
    QApplication::sendEvent(table->viewport(), &enter);
    CHECK(enter.isAccepted());
    QDropEvent drop(at, Qt::MoveAction, &data, Qt::LeftButton, Qt::NoModifier);
    QApplication::sendEvent(table->viewport(), &drop);
    REQUIRE(f.ready());
    CHECK(f.holds(503, 111));
    CHECK(f.holds(503, 112));
    CHECK(f.page->measures().unassigned.empty());
}

TEST_CASE("The menu of areas moves, shares and takes out, without two entries on one key") {
    Fixture f;
    f.session.selection().select(plan::RecordKind::area, {111});
    auto* menu = f.part<QPushButton>("assignAreas")->menu();
    Q_EMIT menu->aboutToShow();
    CHECK(tests::menuProblems(*menu).isEmpty());
    QAction* move = nullptr;
    for (auto* action : menu->actions()) {
        if (action->text().contains(QStringLiteral("Keynsham Area"))) {
            move = action;
        }
    }
    REQUIRE(move);
    move->trigger();
    REQUIRE(f.ready());
    CHECK(f.holds(501, 111));
}

TEST_CASE("A cluster is added, renamed and deleted, each as one edit") {
    Fixture f;
    f.prompts.texts = {QStringLiteral("Bath")};
    f.part<QPushButton>("addCluster")->click();
    REQUIRE(f.ready());
    CHECK(f.cell(0, 1) == QStringLiteral("Bath ⚠"));
    auto* table = f.part<ClusterTable>("clusterTable");
    table->setCurrentItem(table->topLevelItem(0));
    f.prompts.texts = {QStringLiteral("City of Bath")};
    QTest::keyClick(table, Qt::Key_F2);
    REQUIRE(f.ready());
    CHECK(f.session.lastEditLabel() == QStringLiteral("Rename Bath to City of Bath"));
    CHECK(f.cell(1, 1) == QStringLiteral("City of Bath ⚠"));

    table->setCurrentItem(table->topLevelItem(3)); // Somer Valley has areas, so it asks first
    QTest::keyClick(table, Qt::Key_Delete);
    CHECK(f.prompts.asked.size() == 1);
    f.prompts.confirmations = {true};
    QTest::keyClick(table, Qt::Key_Delete);
    REQUIRE(f.ready());
    CHECK(f.session.plan()->find<plan::Cluster>(503) == nullptr);
    CHECK(f.page->measures().unassigned.size() == 7);
}

TEST_CASE("An arrangement is copied, shown and put in force") {
    Fixture f;
    auto* menu = f.part<QPushButton>("arrangementMenu")->menu();
    Q_EMIT menu->aboutToShow();
    CHECK(tests::menuProblems(*menu).isEmpty());
    f.prompts.texts = {QStringLiteral("Option A")};
    menu->actions().at(1)->trigger();
    REQUIRE(f.ready());
    CHECK(f.part<QComboBox>("arrangement")->currentText() == QStringLiteral("Option A"));
    CHECK(f.page->measures().clusters.size() == 3);
    CHECK(f.page->arrangement() != 551);
    CHECK(f.session.plan()->settings().arrangementInForce.id == 551);
    Q_EMIT menu->aboutToShow();
    menu->actions().at(3)->trigger();
    REQUIRE(f.ready());
    CHECK(f.session.plan()->settings().arrangementInForce.id == f.page->arrangement());
}

TEST_CASE("The list of areas is narrowed to what is left over and by name") {
    Fixture f;
    auto* areas = f.part<AreaTable>("areaTable");
    CHECK(areas->shown() == 12);
    auto* table = f.part<ClusterTable>("clusterTable");
    table->setCurrentItem(table->topLevelItem(3));
    CHECK(areas->shown() == 2);
    f.part<QLineEdit>("areaFilter")->setText(QStringLiteral("odd"));
    CHECK(areas->shown() == 1);
}

TEST_CASE("The map shows the same selection and moves areas by key") {
    Fixture f;
    auto* map = f.part<charts::MapWidget>("clusterMap");
    REQUIRE(map->spec().geometry);
    CHECK(map->spec().areas.size() == 12);
    CHECK(map->spec().geometry->hasSchematic());
    Q_EMIT map->selectionChanged({111});
    CHECK(f.session.selection().ids() == std::vector<plan::Id>{111});
    CHECK(f.part<AreaTable>("areaTable")->selectedAreas() == std::vector<plan::Id>{111});
    QTest::keyClick(map, Qt::Key_2);
    REQUIRE(f.ready());
    CHECK(f.holds(501, 111));
}

TEST_CASE("The plan's own word for a cluster is used") {
    Fixture f;
    f.session.perform(QStringLiteral("Call them forums"), [](const plan::Plan& plan) {
        auto settings = plan.settings();
        settings.clusterWord = "area forum";
        settings.clusterWordPlural = "area forums";
        plan::Changes changes;
        changes.update(plan.settings(), settings);
        return changes;
    });
    REQUIRE(f.ready());
    CHECK(f.page->title() == QStringLiteral("Area forums"));
    CHECK(f.cell(3, 1) == QStringLiteral("In no area forum"));
}

TEST_CASE("Everything on the Clusters page has its names and is reached by Tab") {
    Fixture f;
    const auto problems = tests::accessibilityProblems(*f.page);
    INFO(problems.join(QLatin1Char('\n')).toStdString());
    CHECK(problems.isEmpty());
}

TEST_CASE("Without a plan the page says what would be here") {
    Session session;
    tests::ScriptedPrompts prompts;
    ClustersPage page(session, prompts);
    CHECK(page.badge() == -1);
    CHECK(page.headline().empty());
    CHECK_FALSE(page.grab().isNull());
}

TEST_CASE("Areas left over are placed one after the other by keys, and found by their names") {
    Fixture f;
    auto* areas = f.part<AreaTable>("areaTable");
    auto* table = f.part<ClusterTable>("clusterTable");
    table->setCurrentItem(table->topLevelItem(3)); // in none
    REQUIRE(areas->shown() == 2);
    areas->setFocus();
    areas->setCurrentItem(areas->topLevelItem(0));
    const auto first = areas->selectedAreas();
    REQUIRE(first.size() == 1);
    QTest::keyClick(areas, Qt::Key_2); // Keynsham Area
    REQUIRE(f.ready());
    CHECK(f.holds(501, first.front()));
    REQUIRE(areas->shown() == 1);
    const auto next = areas->selectedAreas();
    REQUIRE(next.size() == 1); // chosen, in the table and for the whole window
    CHECK(f.session.selection().ids() == next);
    QTest::keyClick(areas, Qt::Key_2);
    REQUIRE(f.ready());
    CHECK(f.holds(501, next.front()));

    f.part<QComboBox>("whichAreas")->setCurrentIndex(0);
    Q_EMIT f.part<QComboBox>("whichAreas")->activated(0);
    REQUIRE(areas->shown() == 12);
    QTest::keyClicks(areas, QStringLiteral("sal"));
    REQUIRE(areas->currentItem());
    CHECK(areas->currentItem()->text(0) == QStringLiteral("Saltford"));
    CHECK(areas->selectedAreas() == std::vector<plan::Id>{102});
    QApplication::setActiveWindow(f.page.get());
    QTest::keyClick(areas, Qt::Key_F, Qt::ControlModifier);
    CHECK(f.page->focusWidget() == f.part<QLineEdit>("areaFilter"));
}

TEST_CASE("The button that assigns is as wide whatever is chosen") {
    Fixture f;
    auto* assign = f.part<QPushButton>("assignAreas");
    const auto width = assign->sizeHint().width();
    const auto least = f.page->minimumSizeHint().width();
    f.session.selection().select(plan::RecordKind::area, {101, 102});
    CHECK(assign->isEnabled());
    CHECK(assign->sizeHint().width() == width);
    CHECK(f.page->minimumSizeHint().width() == least);
    CHECK(assign->accessibleDescription().contains(QStringLiteral("Saltford")));
}
