#include "tests/support/accessibility_audit.h"
#include "tests/ui/pages/shown_page.h"
#include "ui/charts/map_widget.h"
#include "ui/pages/map/effect_panel.h"
#include "ui/pages/map/map_cluster_list.h"
#include "ui/pages/map/map_page.h"
#include "ui/pages/map/map_table.h"
#include "ui/pages/map/room_view.h"
#include "ui/session/selection.h"

#include <QAction>
#include <QComboBox>
#include <QFile>
#include <QLabel>
#include <QLineEdit>
#include <QMenu>
#include <QPushButton>
#include <QSignalSpy>
#include <QTableView>

using namespace wardmote;
using namespace wardmote::ui;

namespace {

struct Fixture : tests::ShownPage<MapPage> {
    charts::MapWidget& map() { return *part<charts::MapWidget>("map"); }
    MapClusterList& list() { return *part<MapClusterList>("mapClusters"); }
    QString effect() { return part<EffectPanel>("mapEffect")->words(); }
    QPoint middleOf(plan::Id area) { return map().rectOf(area).center(); }
    void drag(QWidget& on, QPoint to) {
        QMouseEvent move(QEvent::MouseMove, to, on.mapToGlobal(to), Qt::NoButton, Qt::LeftButton,
                         Qt::NoModifier);
        QApplication::sendEvent(&on, &move);
    }
    QString message() { return part<QLabel>("mapMessage")->text(); }
};

} // namespace

TEST_CASE("The Map page shows the arrangement with its clusters and their figures") {
    Fixture f;
    CHECK(f.page->arrangement() == 551);
    REQUIRE(f.list().topLevelItemCount() == 4);
    CHECK(f.list().topLevelItem(1)->text(1) == QStringLiteral("Keynsham Area"));
    CHECK(f.list().topLevelItem(1)->text(2) == QStringLiteral("25,722"));
    CHECK(f.map().spec().areas.size() == 12);
    CHECK(f.map().spec().clusters.size() == 3);
    CHECK(f.page->headline()[2].value == QStringLiteral("2")); // unassigned
}

TEST_CASE("The brush paints areas into the cluster of the list, as one edit, and tells what it would do") {
    Fixture f;
    f.part<QPushButton>("mapToolBrush")->click();
    f.list().setChosen(501);
    QTest::mousePress(&f.map(), Qt::LeftButton, {}, f.middleOf(111));
    f.drag(f.map(), f.middleOf(112));
    CHECK(f.effect().contains(QStringLiteral("moved to Keynsham Area")));
    CHECK(f.effect().contains(QStringLiteral("25,722 → ")));
    CHECK_FALSE(f.holds(501, 111)); // not before it is lifted
    QTest::mouseRelease(&f.map(), Qt::LeftButton, {}, f.middleOf(112));
    REQUIRE(f.ready());
    CHECK(f.holds(501, 111));
    CHECK(f.holds(501, 112));
    CHECK(f.session.undoLabel().startsWith(QStringLiteral("Move ")));
    f.session.undo();
    REQUIRE(f.ready());
    CHECK_FALSE(f.holds(501, 111));
    CHECK_FALSE(f.holds(501, 112));
}

TEST_CASE("A stroke passes over a locked area and paints the others") {
    Fixture f;
    const auto edit = lockAreas(*f.session.plan(), 551, {104}, true);
    f.session.perform(edit.label, edit.changes);
    REQUIRE(f.ready());
    f.part<QPushButton>("mapToolBrush")->click();
    f.list().setChosen(501);
    QTest::mousePress(&f.map(), Qt::LeftButton, {}, f.middleOf(104));
    f.drag(f.map(), f.middleOf(111));
    QTest::mouseRelease(&f.map(), Qt::LeftButton, {}, f.middleOf(111));
    REQUIRE(f.ready());
    CHECK_FALSE(f.holds(501, 104));
    CHECK(f.holds(501, 111));
    CHECK(f.message().contains(QStringLiteral("left where they were: locked")));
}

TEST_CASE("Escape lifts the brush and nothing is moved") {
    Fixture f;
    f.part<QPushButton>("mapToolBrush")->click();
    f.list().setChosen(501);
    f.map().setFocus();
    QTest::mousePress(&f.map(), Qt::LeftButton, {}, f.middleOf(111));
    QTest::keyClick(&f.map(), Qt::Key_Escape);
    QTest::mouseRelease(&f.map(), Qt::LeftButton, {}, f.middleOf(111));
    CHECK_FALSE(f.session.isSaving());
    CHECK_FALSE(f.holds(501, 111));
}

TEST_CASE("A brush without a cluster says what is missing") {
    Fixture f;
    f.part<QPushButton>("mapToolBrush")->click();
    f.list().setCurrentItem(nullptr);
    QTest::mouseClick(&f.map(), Qt::LeftButton, {}, f.middleOf(111));
    CHECK(f.message().contains(QStringLiteral("Choose a row of the list first")));
    CHECK_FALSE(f.session.isSaving());
}

TEST_CASE("An area is carried to another on the map, and all that are chosen to a row of the list") {
    Fixture f;
    f.part<QPushButton>("mapToolCarry")->click();
    QTest::mousePress(&f.map(), Qt::LeftButton, {}, f.middleOf(103));
    f.drag(f.map(), f.middleOf(103) + QPoint(30, 0));
    f.drag(f.map(), f.middleOf(104)); // of Chew Valley
    CHECK(f.effect().contains(QStringLiteral("If Whitchurch moved to Chew Valley")));
    CHECK(f.effect().contains(QStringLiteral("1,769 → 3,760")));
    CHECK(f.effect().contains(QStringLiteral("25,722 → 23,731")));
    QTest::mouseRelease(&f.map(), Qt::LeftButton, {}, f.middleOf(104));
    REQUIRE(f.ready());
    CHECK(f.holds(502, 103));

    f.session.selection().select(plan::RecordKind::area, {111, 112});
    const auto row = f.list().visualItemRect(f.list().topLevelItem(2)).center(); // Somer Valley
    const auto there = f.map().mapFromGlobal(f.list().viewport()->mapToGlobal(row));
    QTest::mousePress(&f.map(), Qt::LeftButton, {}, f.middleOf(112));
    f.drag(f.map(), f.middleOf(112) + QPoint(30, 0));
    f.drag(f.map(), there);
    QMouseEvent release(QEvent::MouseButtonRelease, there, f.map().mapToGlobal(there), Qt::LeftButton,
                        Qt::NoButton, Qt::NoModifier);
    QApplication::sendEvent(&f.map(), &release);
    REQUIRE(f.ready());
    CHECK(f.holds(503, 111));
    CHECK(f.holds(503, 112));
}

TEST_CASE("The lasso chooses the areas whose middle it goes round") {
    Fixture f;
    f.part<QPushButton>("mapToolLasso")->click();
    const QRect all = f.map().rect().adjusted(2, 2, -2, -2);
    QTest::mousePress(&f.map(), Qt::LeftButton, {}, all.topLeft());
    for (const auto corner : {all.topRight(), all.bottomRight(), all.bottomLeft()}) {
        f.drag(f.map(), corner);
    }
    QTest::mouseRelease(&f.map(), Qt::LeftButton, {}, all.bottomLeft());
    CHECK(f.session.selection().ids().size() == 12);
}

TEST_CASE("By keyboard alone: arrows, Enter, a key of the list, and the reason goes into the log") {
    Fixture f;
    f.map().setFocus();
    f.map().setCurrentArea(111);
    QTest::keyClick(&f.map(), Qt::Key_Return);
    CHECK(f.session.selection().ids() == std::vector<plan::Id>{111});
    f.part<QLineEdit>("mapReason")->setText(QStringLiteral("Buses run there"));
    QTest::keyClick(&f.map(), Qt::Key_2); // Keynsham Area
    REQUIRE(f.ready());
    CHECK(f.holds(501, 111));
    REQUIRE(f.session.plan()->all<plan::Move>().size() == 1);
    CHECK(f.session.plan()->all<plan::Move>()[0].reason == "Buses run there");
    CHECK(f.part<QLineEdit>("mapReason")->text().isEmpty());

    QTest::keyClick(&f.map(), Qt::Key_0); // out of every cluster
    REQUIRE(f.ready());
    CHECK_FALSE(f.holds(501, 111));
    CHECK(f.session.plan()->all<plan::Move>().size() == 1); // without a reason there is no line

    f.list().setChosen(503);
    CHECK(f.effect().contains(QStringLiteral("moved to Somer Valley")));
    f.list().setFocus();
    QTest::keyClick(&f.list(), Qt::Key_Return);
    REQUIRE(f.ready());
    CHECK(f.holds(503, 111));
}

TEST_CASE("A cluster's key moves the area that is outlined, not what was chosen on another page") {
    Fixture f;
    f.map().setFocus();
    f.session.selection().select(plan::RecordKind::area, {104});
    f.map().setCurrentArea(111);
    CHECK(f.effect().contains(QStringLiteral("is outlined")));
    QTest::keyClick(&f.map(), Qt::Key_2); // Keynsham Area
    REQUIRE(f.ready());
    CHECK(f.holds(501, 111));
    CHECK(f.holds(502, 104));
    CHECK(f.session.selection().ids() == std::vector<plan::Id>{111});
}

TEST_CASE("The menu of areas moves, shares, takes out, locks, without two entries on one key") {
    Fixture f;
    f.session.selection().select(plan::RecordKind::area, {111});
    Q_EMIT f.map().menuRequested(f.map().mapToGlobal(QPoint(5, 5)));
    auto* menu = f.page->findChild<QMenu*>(QString(), Qt::FindDirectChildrenOnly);
    REQUIRE(menu);
    CHECK(tests::menuProblems(*menu).isEmpty());
    auto* share = menu->actions().at(2)->menu();
    REQUIRE(share);
    CHECK(tests::menuProblems(*share).isEmpty());
    share->actions().at(1)->trigger();
    REQUIRE(f.ready());
    const auto& areas = f.session.plan()->find<plan::Cluster>(501)->areas;
    CHECK(std::ranges::any_of(areas, [](const auto& held) { return held.area.id == 111 && !held.main; }));
}

TEST_CASE("A lock says why a move is not made, and a closed arrangement offers a copy") {
    Fixture f;
    const auto edit = lockCluster(*f.session.plan(), 501, true);
    f.session.perform(edit.label, edit.changes);
    REQUIRE(f.ready());
    f.page->assign({111}, 501);
    CHECK(f.message().contains(QStringLiteral("Keynsham Area is locked")));
    CHECK_FALSE(f.part<QPushButton>("mapCopy")->isVisible());
    CHECK(f.list().topLevelItem(1)->text(1).contains(QStringLiteral("locked")));

    const auto agreed =
        setArrangementStatus(*f.session.plan(), 551, plan::ArrangementStatus::agreed, {2014, 5, 1});
    f.session.perform(agreed.label, agreed.changes);
    REQUIRE(f.ready());
    f.page->assign({111}, 502);
    CHECK(f.message().contains(QStringLiteral("is agreed")));
    REQUIRE(f.part<QPushButton>("mapCopy")->isVisible());
    f.prompts.texts = {QStringLiteral("Option A")};
    f.part<QPushButton>("mapCopy")->click();
    REQUIRE(f.ready());
    CHECK(f.part<QComboBox>("mapArrangement")->currentText() == QStringLiteral("Option A"));
    CHECK(f.page->figures().measures->clusters.size() == 3);
    CHECK(f.session.plan()->settings().arrangementInForce.id == 551);
}

TEST_CASE("Whatever it is coloured by, every area has its class in words and a place in the table") {
    Fixture f;
    auto* colours = f.part<QComboBox>("mapColourBy");
    f.page->findChild<QAction*>(QStringLiteral("mapShowTable"))->trigger();
    auto* table = f.part<QTableView>("mapTable");
    CHECK(table->isVisible());
    for (int by = 0; by < colours->count(); ++by) {
        CAPTURE(colours->itemText(by).toStdString());
        colours->setCurrentIndex(by);
        Q_EMIT colours->activated(by);
        REQUIRE(f.ready());
        CHECK(f.map().spec().shadedBy.isEmpty() == (by == 0));
        CHECK(table->model()->rowCount() == 12);
        CHECK(f.page->figures().valueTexts.size() == 12);
    }
    const auto gaps = static_cast<int>(ColourBy::gaps);
    colours->setCurrentIndex(gaps);
    Q_EMIT colours->activated(gaps);
    REQUIRE(f.ready());
    int without = 0;
    for (const auto& area : f.map().spec().areas) {
        without += area.shade == 0 ? 1 : 0;
    }
    CHECK(without == 0); // the example's areas each have one

    f.session.selection().select(plan::RecordKind::area, {103});
    REQUIRE(table->selectionModel()->selectedRows().size() == 1);
    CHECK(table->selectionModel()->selectedRows().front().data().toString() == QStringLiteral("Whitchurch"));
    table->selectRow(0);
    CHECK(f.session.selection().ids() == std::vector<plan::Id>{111}); // Bath: Odd Down
}

TEST_CASE("Footprints are drawn from their areas, and assets where they stand") {
    Fixture f;
    f.session.perform(QStringLiteral("Add layers"), [](const plan::Plan&) {
        plan::Changes changes;
        plan::FootprintSet set;
        set.id = 901;
        set.name = "Police beats";
        plan::Footprint beat;
        beat.id = 902;
        beat.name = "Keynsham beat";
        beat.set = {901};
        beat.areas = {{{101}, std::nullopt}, {{104}, std::nullopt}};
        plan::Asset hall;
        hall.id = 903;
        hall.name = "Keynsham Community Space"; // where mechanism 601 meets
        hall.easting = 365400;
        hall.northing = 168500;
        changes.insert(set);
        changes.insert(beat);
        changes.insert(hall);
        return changes;
    });
    REQUIRE(f.ready());
    auto* sets = f.part<QComboBox>("mapFootprints");
    REQUIRE(sets->count() == 2);
    sets->setCurrentIndex(1);
    Q_EMIT sets->activated(1);
    REQUIRE(f.ready());
    REQUIRE(f.map().spec().footprints.size() == 1);
    CHECK(f.map().spec().footprints[0].name == QStringLiteral("Keynsham beat"));
    CHECK_FALSE(f.map().spec().footprints[0].outlines.empty());
    f.page->findChild<QAction*>(QStringLiteral("mapShowPoints"))->trigger();
    REQUIRE(f.map().spec().points.size() == 1);
    CHECK(f.map().spec().points[0].sign == charts::MapPoint::Sign::meetingPlace);

    f.session.selection().select(plan::RecordKind::area, {101});
    f.list().setChosen(502); // both parts of the beat are there then
    CHECK(f.effect().contains(QStringLiteral("Keynsham beat whole again")));
}

TEST_CASE("The map is written as SVG, PNG and PDF, whole or not at all") {
    Fixture f;
    struct Case {
        const char* action;
        const char* name;
        QByteArray begin;
    };
    for (const auto& each :
         {Case{"mapExportSvg", "map.svg", "<?xml"}, Case{"mapExportPng", "map.png", "\x89PNG"},
          Case{"mapExportA3", "a3.pdf", "%PDF"}, Case{"mapExportA1", "a1.pdf", "%PDF"}}) {
        CAPTURE(each.name);
        const auto path = QString::fromStdString((f.folder / each.name).string());
        f.prompts.filesToSave = {path};
        QSignalSpy written(f.page.get(), &MapPage::mapWritten);
        f.page->findChild<QAction*>(QString::fromLatin1(each.action))->trigger();
        REQUIRE(tests::eventually([&] { return written.count() == 1; }));
        QFile file(path);
        REQUIRE(file.open(QIODevice::ReadOnly));
        const auto bytes = file.readAll();
        CHECK(bytes.startsWith(each.begin));
        if (each.begin == "<?xml") {
            CHECK(bytes.contains("Forums 2014"));
            CHECK(bytes.contains("Keynsham Area"));
        }
    }
    f.prompts.filesToSave = {QString::fromStdString((f.folder / "nowhere" / "map.svg").string())};
    f.page->findChild<QAction*>(QStringLiteral("mapExportSvg"))->trigger();
    REQUIRE(tests::eventually([&] { return f.prompts.warned.size() == 1; }));
}

TEST_CASE("In the room an area is carried, everybody sees the effect, and a checkpoint is kept") {
    Fixture f;
    auto* room = f.page->openRoomView();
    room->setClock([] { return QTime(20, 15); });
    room->showNormal();
    room->resize(1200, 700);
    auto* map = room->findChild<charts::MapWidget*>(QStringLiteral("roomMap"));
    auto* effect = room->findChild<QLabel*>(QStringLiteral("roomEffect"));
    REQUIRE(map);
    REQUIRE(tests::eventually([&] { return map->rectOf(103).isValid(); }));
    CHECK(tests::accessibilityProblems(*room).isEmpty());
    const auto from = map->rectOf(103).center();
    const auto to = map->rectOf(104).center();
    QTest::mousePress(map, Qt::LeftButton, {}, from);
    f.drag(*map, from + QPoint(30, 0));
    f.drag(*map, to);
    CHECK(effect->text().contains(QStringLiteral("25,722 → 23,731")));
    CHECK_FALSE(effect->text().contains(u'%')); // no scores in the room
    QTest::mouseRelease(map, Qt::LeftButton, {}, to);
    REQUIRE(f.ready());
    CHECK(f.holds(502, 103));

    f.prompts.texts = {QStringLiteral("Chew proposal")};
    room->findChild<QPushButton*>(QStringLiteral("roomCheckpoint"))->click();
    REQUIRE(f.ready());
    const auto& arrangements = f.session.plan()->all<plan::Arrangement>();
    REQUIRE(arrangements.size() == 2);
    CHECK(std::ranges::any_of(arrangements,
                              [](const auto& each) { return each.name == "20:15, Chew proposal"; }));
    CHECK(f.page->arrangement() == 551);
    QPointer<RoomView> watched(room);
    QTest::keyClick(room, Qt::Key_Escape);
    CHECK(tests::eventually([&] { return watched.isNull(); }));
}

TEST_CASE("In the room only what was done there is taken back, and it is said what") {
    Fixture f;
    f.page->assign({111}, 501);
    REQUIRE(f.ready());
    const auto earlier = f.session.undoLabel();
    auto* room = f.page->openRoomView();
    room->showNormal();
    QApplication::setActiveWindow(room);
    auto* map = room->findChild<charts::MapWidget*>(QStringLiteral("roomMap"));
    auto* undo = room->findChild<QPushButton*>(QStringLiteral("roomUndo"));
    REQUIRE((map && undo));
    CHECK(room->focusWidget() == map);
    CHECK_FALSE(undo->isEnabled());
    map->setCurrentArea(103);
    QTest::keyClick(map, Qt::Key_1); // Chew Valley
    REQUIRE(f.ready());
    REQUIRE(f.holds(502, 103));
    REQUIRE(tests::eventually([&] { return undo->isEnabled(); }));
    const auto label = f.session.undoLabel();
    CHECK(undo->toolTip() == label);
    QTest::keyClick(map, Qt::Key_Z, Qt::ControlModifier);
    REQUIRE(tests::eventually([&] { return f.holds(501, 103); }));
    REQUIRE(f.ready());
    CHECK(room->findChild<QLabel*>(QStringLiteral("roomEffect"))->text().contains(label));
    CHECK_FALSE(undo->isEnabled());
    QTest::keyClick(map, Qt::Key_Z, Qt::ControlModifier);
    CHECK_FALSE(f.session.isSaving());
    CHECK(f.session.undoLabel() == earlier);
    room->close();
}

TEST_CASE("Whoever comes with an area that is out of sight is taken there") {
    Fixture f;
    f.map().zoomTo({105});
    REQUIRE_FALSE(f.map().rect().contains(f.middleOf(112)));
    f.session.selection().select(plan::RecordKind::area, {112});
    CHECK_FALSE(f.map().rect().contains(f.middleOf(112))); // not while the person looks at the map
    f.page->activated();
    CHECK(f.map().rect().contains(f.middleOf(112)));
}

TEST_CASE("Everything on the Map page has its names and is reached by Tab") {
    Fixture f;
    const auto problems = tests::accessibilityProblems(*f.page);
    INFO(problems.join(QLatin1Char('\n')).toStdString());
    CHECK(problems.isEmpty());
    for (const auto* name : {"mapShow", "mapLock", "mapExport"}) {
        auto* menu = f.part<QPushButton>(name)->menu();
        Q_EMIT menu->aboutToShow();
        CHECK(tests::menuProblems(*menu).isEmpty());
    }
}

TEST_CASE("Without a plan the Map page says what would be here") {
    Session session;
    tests::ScriptedPrompts prompts;
    MapPage page(session, prompts);
    page.show();
    page.activated();
    CHECK(page.headline().empty());
    CHECK_FALSE(page.grab().isNull());
}
