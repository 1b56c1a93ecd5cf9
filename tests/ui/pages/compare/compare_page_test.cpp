#include "ui/pages/compare/compare_page.h"

#include "tests/support/accessibility_audit.h"
#include "tests/support/catch.h"
#include "tests/support/open_plan.h"
#include "ui/charts/map_widget.h"
#include "ui/pages/compare/difference_map.h"
#include "ui/pages/compare/difference_panel.h"
#include "ui/pages/compare/measures_table.h"
#include "ui/pages/compare/residents_chart.h"
#include "ui/session/arrangement_edits.h"
#include "ui/session/selection.h"

#include <QComboBox>
#include <QLabel>
#include <QLineEdit>
#include <QListWidget>
#include <QPushButton>
#include <QTabWidget>
#include <QTableWidget>

using namespace wardmote;
using namespace wardmote::ui;

namespace {

/// The example plan's forums as now, and an option in which Saltford and Whitchurch (6,122 residents) moved
/// to the Chew Valley, the first with a reason.
struct Fixture {
    tests::TemporaryFolder folder;
    Session session;
    std::unique_ptr<ComparePage> page;
    plan::Id option = 8000;

    explicit Fixture(bool withOption = true) {
        session.adopt(tests::examplePlanFile(folder / "example.wardmote"));
        if (withOption) {
            plan::Id next = 8001;
            const auto copy = copyArrangement(*session.plan(), 551, option, QStringLiteral("Option B"),
                                              [&next] { return next++; });
            session.perform(copy.label, copy.changes);
            REQUIRE(tests::settled(session));
            const auto valley = clusterNamed("Chew Valley");
            for (const plan::Id area : {102, 103}) {
                const MoveReason why{area == 102 ? QStringLiteral("Asked for by the parish") : QString(),
                                     QStringLiteral("ann"),
                                     {2026, 11, 26}};
                const auto move =
                    moveAreas(*session.plan(), option, valley, {area}, why, idsFrom({9000 + area}));
                session.perform(move.label, move.changes);
                REQUIRE(tests::settled(session));
            }
        }
        page = std::make_unique<ComparePage>(session);
        page->resize(900, 600);
        page->show();
        page->activated();
        if (withOption) {
            REQUIRE(tests::eventually([&] { return page->isReady(); }));
        }
    }
    plan::Id clusterNamed(const std::string& name) {
        for (const auto& cluster : session.plan()->all<plan::Cluster>()) {
            if (cluster.arrangement.id == option && cluster.name == name) {
                return cluster.id;
            }
        }
        FAIL("no cluster " << name);
        return 0;
    }
    template<class W>
    W* part(const char* name) {
        auto* found = page->findChild<W*>(QString::fromLatin1(name));
        REQUIRE(found);
        return found;
    }
    QString cell(QTableWidget& table, int row, int column) { return table.item(row, column)->text(); }
    int rowOf(QTableWidget& table, const QString& label) {
        for (int row = 0; row < table.rowCount(); ++row) {
            if (cell(table, row, 0) == label) {
                return row;
            }
        }
        FAIL("no row " << label.toStdString());
        return 0;
    }
};

} // namespace

TEST_CASE("Arrangements stand side by side, the status quo first, with signs and words") {
    Fixture f;
    auto& table = *f.part<MeasuresTable>("measuresTable");
    REQUIRE(table.columnCount() == 3);
    CHECK(table.horizontalHeaderItem(1)->text() == QStringLiteral("Forums 2014 (status quo)"));
    CHECK(table.horizontalHeaderItem(2)->text() == QStringLiteral("Option B"));
    const auto smallest = f.rowOf(table, QStringLiteral("Residents of the smallest cluster"));
    CHECK(f.cell(table, smallest, 1) == QStringLiteral("1,769"));
    CHECK(f.cell(table, smallest, 2) == QStringLiteral("7,891   ▲ 6,122 more")); // and 4,131 and 1,991
    const auto moved = f.rowOf(table, QStringLiteral("Residents who change cluster"));
    CHECK(f.cell(table, moved, 2) == QStringLiteral("6,122"));
    const auto clusters = f.rowOf(table, QStringLiteral("Number of clusters"));
    CHECK(f.cell(table, clusters, 2) == QStringLiteral("3   = the same"));
    CHECK(f.page->headline().front().value == QStringLiteral("2"));

    std::vector<plan::Id> shown;
    QObject::connect(&f.session.selection(), &Selection::showRequested, f.page.get(),
                     [&](plan::RecordKind kind, const std::vector<plan::Id>& ids) {
                         CHECK(kind == plan::RecordKind::area);
                         shown = ids;
                     });
    table.setCurrentCell(moved, 2);
    Q_EMIT table.cellActivated(moved, 2);
    CHECK(shown == std::vector<plan::Id>{102, 103});
    CHECK(tests::accessibilityProblems(*f.page).isEmpty());
}

TEST_CASE("An arrangement is taken out of the comparison by a key and comes back") {
    Fixture f;
    auto* choices = f.part<QListWidget>("arrangementChoices");
    REQUIRE(choices->count() == 2);
    CHECK((choices->item(0)->flags() & Qt::ItemIsUserCheckable) == 0); // the status quo is always there
    choices->setFocus();
    choices->setCurrentRow(1);
    QTest::keyClick(choices, Qt::Key_Space);
    auto& table = *f.part<MeasuresTable>("measuresTable");
    CHECK(tests::eventually([&] { return table.columnCount() == 2; }));
    CHECK(f.page->chosen() == std::vector<plan::Id>{551});
    QTest::keyClick(choices, Qt::Key_Space);
    CHECK(tests::eventually([&] { return table.columnCount() == 3; }));
}

TEST_CASE("What moves is listed with its reason, drawn on the map, and chosen everywhere") {
    Fixture f;
    f.part<QTabWidget>("compareTabs")->setCurrentIndex(2);
    auto& moves = *f.part<QTableWidget>("moveTable");
    REQUIRE(moves.rowCount() == 2);
    CHECK(f.cell(moves, 0, 0) == QStringLiteral("Saltford"));
    CHECK(f.cell(moves, 0, 1) == QStringLiteral("Keynsham Area"));
    CHECK(f.cell(moves, 0, 2) == QStringLiteral("Chew Valley"));
    CHECK(f.cell(moves, 0, 3) == QStringLiteral("4,131"));
    CHECK(f.cell(moves, 0, 4) == QStringLiteral("Asked for by the parish"));
    CHECK(f.cell(moves, 1, 4) == QStringLiteral("not recorded"));
    CHECK(f.part<QLabel>("differenceSentence")->text() ==
          QStringLiteral("2 areas move; 6,122 residents live there."));
    const auto& spec = f.part<charts::MapWidget>("differenceMap")->spec();
    REQUIRE(spec.clusters.size() == 1);
    CHECK(spec.clusters[0].name == QStringLiteral("Keynsham Area → Chew Valley"));
    CHECK(spec.clusters[0].figure == QStringLiteral("2 areas"));

    moves.setFocus();
    moves.selectRow(1);
    CHECK(f.session.selection().ids() == std::vector<plan::Id>{103});
    CHECK(f.part<charts::MapWidget>("differenceMap")->selected() == std::set<plan::Id>{103});
    f.session.selection().select(plan::RecordKind::area, {102});
    CHECK(moves.selectionModel()->isRowSelected(0));
    CHECK_FALSE(moves.selectionModel()->isRowSelected(1));

    QTest::keyClicks(f.part<QLineEdit>("moveFilter"), QStringLiteral("parish"));
    CHECK(moves.rowCount() == 1);
    f.part<QLineEdit>("moveFilter")->clear();

    auto* from = f.part<QComboBox>("differenceFrom");
    from->setCurrentIndex(1);
    Q_EMIT from->activated(1);
    CHECK(f.part<QLabel>("differenceSentence")->text() ==
          QStringLiteral("Choose two different arrangements."));
    auto* to = f.part<QComboBox>("differenceTo");
    to->setCurrentIndex(0);
    Q_EMIT to->activated(0);
    REQUIRE(moves.rowCount() == 2); // and back again
    CHECK(f.cell(moves, 0, 1) == QStringLiteral("Chew Valley"));
    auto* view = f.part<QComboBox>("differenceView");
    view->setCurrentIndex(1);
    Q_EMIT view->activated(1);
    CHECK(f.part<charts::MapWidget>("differenceMap")->spec().clusters.size() == 3);
    CHECK(tests::accessibilityProblems(*f.page).isEmpty());
}

TEST_CASE("Residents are bars with their table, and choose their cluster") {
    Fixture f;
    f.part<QTabWidget>("compareTabs")->setCurrentIndex(1);
    auto* chart = f.part<ResidentsChart>("residentsChart");
    plan::Id chosen = 0;
    QObject::connect(chart, &ResidentsChart::clusterChosen, chart, [&](plan::Id id) { chosen = id; });
    // The legend, a line with the arrangement's name, then its largest cluster: Somer Valley.
    const int row = chart->fontMetrics().height() + 8;
    QTest::mouseClick(chart, Qt::LeftButton, Qt::NoModifier, {20, 2 * row + row / 2});
    CHECK(chosen == 503);
    CHECK(f.session.selection().contains(plan::RecordKind::cluster, 503));

    f.part<QPushButton>("residentsAsTable")->click();
    auto& table = *f.part<QTableWidget>("residentsTable");
    CHECK(table.isVisible());
    REQUIRE(table.rowCount() == 6);
    CHECK(f.cell(table, 0, 1) == QStringLiteral("Chew Valley"));
    CHECK(f.cell(table, 0, 2) == QStringLiteral("1,769"));
    table.setCurrentCell(0, 0);
    CHECK(f.session.selection().contains(plan::RecordKind::cluster, 502));
    CHECK(tests::accessibilityProblems(*f.page).isEmpty());
}

TEST_CASE("A move made elsewhere shows in the comparison at once") {
    Fixture f;
    const auto keynsham = f.clusterNamed("Keynsham Area");
    f.session.perform(QStringLiteral("Move"), moveAreas(*f.session.plan(), keynsham, {104}).changes);
    auto& moves = *f.part<QTableWidget>("moveTable");
    CHECK(tests::eventually([&] { return moves.rowCount() == 3; }));
}

TEST_CASE("With one arrangement the page says how to make another") {
    Fixture f(false);
    QStringList wanted;
    QObject::connect(f.page.get(), &Page::pageRequested, f.page.get(),
                     [&](const QString& id) { wanted << id; });
    f.part<QPushButton>("compareClusters")->click();
    f.part<QPushButton>("compareProposals")->click();
    CHECK(wanted == QStringList{QStringLiteral("clusters"), QStringLiteral("proposals")});
    CHECK(tests::accessibilityProblems(*f.page).isEmpty());
}

TEST_CASE("A word that every name ends with stays off the map") {
    Fixture f;
    plan::Changes changes;
    for (const auto& cluster : f.session.plan()->all<plan::Cluster>()) {
        changes.set<&plan::Cluster::name>(cluster.id, cluster.name + " Forum");
    }
    f.session.perform(QStringLiteral("Call them forums"), changes);
    auto* map = f.part<charts::MapWidget>("differenceMap");
    CHECK(tests::eventually([&] {
        return f.cell(*f.part<QTableWidget>("moveTable"), 0, 2) == QStringLiteral("Chew Valley Forum");
    }));
    REQUIRE(map->spec().clusters.size() == 1);
    CHECK(map->spec().clusters[0].name == QStringLiteral("Keynsham Area → Chew Valley"));
}
