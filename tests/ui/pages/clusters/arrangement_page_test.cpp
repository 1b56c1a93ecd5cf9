#include "tests/support/accessibility_audit.h"
#include "tests/ui/pages/shown_page.h"
#include "ui/pages/clusters/clusters_page.h"
#include "ui/pages/clusters/phase_panel.h"
#include "ui/session/selection.h"
#include "ui/session/today.h"
#include "ui/widgets/record_field_editor.h"
#include "ui/widgets/record_form.h"
#include "ui/widgets/record_table.h"

#include <QComboBox>
#include <QFile>
#include <QLabel>
#include <QLineEdit>
#include <QMenu>
#include <QPushButton>
#include <QTabWidget>

#include <algorithm>

using namespace wardmote;
using namespace wardmote::ui;

namespace {

struct Fixture : tests::ShownPage<ClustersPage> {
    plan::Id mainOf(plan::Id area) {
        for (const auto& cluster : session.plan()->all<plan::Cluster>()) {
            for (const auto& held : cluster.areas) {
                if (held.area.id == area && held.main && cluster.arrangement.id == page->arrangement()) {
                    return cluster.id;
                }
            }
        }
        return 0;
    }
    QAction* entry(QMenu& menu, const QString& text) {
        for (auto* action : menu.actions()) {
            if (action->text().remove(QLatin1Char('&')).startsWith(text)) {
                return action;
            }
        }
        FAIL("no entry " << text.toStdString());
        return nullptr;
    }
    QMenu& menuOf(const char* button) {
        auto* menu = part<QPushButton>(button)->menu();
        Q_EMIT menu->aboutToShow();
        CHECK(tests::menuProblems(*menu).isEmpty());
        return *menu;
    }
};

} // namespace

TEST_CASE("A reason typed before a move goes into the log with it, and the field is empty again") {
    Fixture f;
    auto* reason = f.part<QLineEdit>("moveReason");
    CHECK(reason->text().isEmpty());
    reason->setFocus();
    QTest::keyClicks(reason, QStringLiteral("Asked for by the parish"));
    f.session.selection().select(plan::RecordKind::area, {102});
    QTest::keyClick(f.part<AreaTable>("areaTable"), Qt::Key_1); // Chew Valley
    REQUIRE(f.ready());
    CHECK(f.mainOf(102) == 502);
    CHECK(reason->text().isEmpty());
    REQUIRE(f.session.plan()->all<plan::Move>().size() == 1);
    const auto& move = f.session.plan()->all<plan::Move>()[0];
    CHECK(move.reason == "Asked for by the parish");
    CHECK(move.fromCluster.id == 501);
    CHECK(move.toCluster.id == 502);
    CHECK_FALSE(move.movedBy.empty());
    CHECK(move.movedOn.has_value());

    QTest::keyClick(f.part<AreaTable>("areaTable"), Qt::Key_2); // back, without a reason
    REQUIRE(f.ready());
    CHECK(f.mainOf(102) == 501);
    CHECK(f.session.plan()->all<plan::Move>().size() == 1);
}

TEST_CASE("Areas and clusters are locked and unlocked by menu, and the tables say so") {
    Fixture f;
    f.session.selection().select(plan::RecordKind::area, {102});
    CHECK_FALSE(f.entry(f.menuOf("assignAreas"), QStringLiteral("Unlock"))->isEnabled());
    f.entry(f.menuOf("assignAreas"), QStringLiteral("Lock in place"))->trigger();
    REQUIRE(f.ready());
    CHECK(f.session.lastEditLabel() == QStringLiteral("Lock Saltford"));
    auto* areas = f.part<AreaTable>("areaTable");
    const auto saltford = areas->findItems(QStringLiteral("Saltford"), Qt::MatchExactly);
    REQUIRE(saltford.size() == 1);
    CHECK(saltford.front()->data(0, Qt::AccessibleTextRole).toString() == QStringLiteral("Saltford, locked"));
    QTest::keyClick(areas, Qt::Key_1);
    CHECK(f.prompts.informed.size() == 1); // a part is locked: no copy is offered
    CHECK(f.prompts.asked.isEmpty());
    CHECK(f.mainOf(102) == 501);
    f.entry(f.menuOf("assignAreas"), QStringLiteral("Unlock"))->trigger();
    REQUIRE(f.ready());
    QTest::keyClick(areas, Qt::Key_1);
    REQUIRE(f.ready());
    CHECK(f.mainOf(102) == 502);

    auto* table = f.part<ClusterTable>("clusterTable");
    table->setCurrentCluster(502);
    f.entry(f.menuOf("changeCluster"), QStringLiteral("Lock"))->trigger();
    REQUIRE(f.ready());
    CHECK(table->topLevelItem(0)->text(1) == QStringLiteral("Chew Valley (locked) ⚠")); // in pieces
    f.session.selection().select(plan::RecordKind::area, {101});
    QTest::keyClick(areas, Qt::Key_1);
    CHECK(f.prompts.informed.size() == 2);
    CHECK(f.mainOf(101) == 501);
}

TEST_CASE("An agreed arrangement is locked, and changing it offers a copy") {
    Fixture f;
    CHECK(f.part<QPushButton>("copyToChange")->isHidden());
    auto& menu = f.menuOf("arrangementMenu");
    auto* status = f.entry(menu, QStringLiteral("Status"))->menu();
    REQUIRE(status);
    f.entry(*status, QStringLiteral("Agreed"))->trigger();
    REQUIRE(f.ready());
    const auto* agreed = f.session.plan()->find<plan::Arrangement>(551);
    CHECK(agreed->status == plan::ArrangementStatus::agreed);
    CHECK(agreed->dateAgreed.has_value());
    CHECK_FALSE(f.part<QPushButton>("copyToChange")->isHidden());
    CHECK(f.part<QPushButton>("assignAreas")->isHidden());
    CHECK_FALSE(f.part<QLineEdit>("moveReason")->isEnabled());

    auto* areas = f.part<AreaTable>("areaTable");
    f.session.selection().select(plan::RecordKind::area, {102});
    QTest::keyClick(areas, Qt::Key_1); // the offer is declined
    CHECK(f.prompts.asked.size() == 1);
    CHECK(f.page->arrangement() == 551);
    f.prompts.confirmations = {true};
    f.prompts.texts = {QStringLiteral("Forums 2027")};
    QTest::keyClick(areas, Qt::Key_1);
    REQUIRE(f.ready());
    CHECK(f.page->arrangement() != 551);
    CHECK(f.part<QComboBox>("arrangement")->currentText() == QStringLiteral("Forums 2027"));
    CHECK(f.mainOf(102) != 0);
    QTest::keyClick(areas, Qt::Key_1); // the copy is open
    REQUIRE(f.ready());
    CHECK(f.session.plan()->find<plan::Cluster>(f.mainOf(102))->name == "Chew Valley");
    CHECK(f.session.plan()->find<plan::Cluster>(501)->areas.size() == 3); // the agreed one is as it was
}

TEST_CASE("Everything is locked and unlocked at once") {
    Fixture f;
    f.entry(f.menuOf("arrangementMenu"), QStringLiteral("Lock everything"))->trigger();
    REQUIRE(f.ready());
    CHECK(f.session.plan()->find<plan::Arrangement>(551)->locked == true);
    f.session.selection().select(plan::RecordKind::area, {102});
    QTest::keyClick(f.part<AreaTable>("areaTable"), Qt::Key_1);
    CHECK(f.prompts.asked.size() == 1);
    CHECK(f.mainOf(102) == 501);
    f.entry(f.menuOf("arrangementMenu"), QStringLiteral("Lock everything"))->trigger();
    REQUIRE(f.ready());
    CHECK(f.session.plan()->find<plan::Arrangement>(551)->locked == false);
    CHECK(f.part<QPushButton>("copyToChange")->isHidden());
}

TEST_CASE("Clusters stand by phase with sums, and several change phase at once") {
    Fixture f;
    auto* tabs = f.part<QTabWidget>("clusterTabs");
    tabs->setCurrentIndex(1);
    auto* table = f.part<QTreeWidget>("phaseTable");
    REQUIRE(table->topLevelItemCount() == 1);
    CHECK(table->topLevelItem(0)->text(0) == QStringLiteral("In no phase yet: 3 clusters"));
    CHECK(table->topLevelItem(0)->text(1) == QStringLiteral("10"));
    table->topLevelItem(0)->child(0)->setSelected(true); // Chew Valley
    table->topLevelItem(0)->child(2)->setSelected(true); // Somer Valley
    CHECK(f.session.selection().ids() == std::vector<plan::Id>{502, 503});
    f.prompts.texts = {QStringLiteral("Phase 2")};
    f.entry(f.menuOf("changePhase"), QStringLiteral("New phase"))->trigger();
    REQUIRE(f.ready());
    CHECK(f.session.lastEditLabel() == QStringLiteral("Put 2 clusters in Phase 2"));
    REQUIRE(table->topLevelItemCount() == 2);
    CHECK(table->topLevelItem(0)->text(0) == QStringLiteral("Phase 2: 2 clusters"));
    CHECK(table->topLevelItem(0)->text(1) == QStringLiteral("7"));
    CHECK(table->topLevelItem(0)->text(2) == QStringLiteral("35,790")); // 1,769 and 34,021
    CHECK(table->topLevelItem(1)->text(0) == QStringLiteral("In no phase yet: 1 cluster"));
    table->clearSelection();
    table->topLevelItem(0)->setSelected(true); // a phase stands for its clusters
    CHECK(f.part<PhasePanel>("phasePanel")->chosenClusters() == std::vector<plan::Id>{502, 503});
    f.entry(f.menuOf("changePhase"), QStringLiteral("In no phase"))->trigger();
    REQUIRE(f.ready());
    CHECK(table->topLevelItemCount() == 1);
    CHECK(tests::accessibilityProblems(*f.page).isEmpty());
}

TEST_CASE("The rationale log is read, added to, edited and exported on the page") {
    Fixture f;
    f.part<QTabWidget>("clusterTabs")->setCurrentIndex(2);
    auto* log = f.part<RecordTable>("moveLog");
    CHECK(f.part<RecordForm>("arrangementForm")->record() == 551);
    f.part<QPushButton>("giveReason")->click(); // nothing is chosen yet
    CHECK(f.prompts.informed.size() == 1);
    f.session.selection().select(plan::RecordKind::area, {102});
    f.prompts.texts = {QStringLiteral("The school is in Keynsham")};
    f.part<QPushButton>("giveReason")->click();
    REQUIRE(f.ready());
    CHECK(f.session.lastEditLabel() == QStringLiteral("Give the reason for Saltford"));
    REQUIRE(tests::eventually([&] { return log->model().rowCount() == 1; }));

    const auto file = f.folder / "log.csv";
    f.prompts.filesToSave = {QString::fromStdString(file.string())};
    f.part<QPushButton>("exportLog")->click();
    QFile written(QString::fromStdString(file.string()));
    REQUIRE(written.open(QIODevice::ReadOnly));
    const auto text = QString::fromUtf8(written.readAll());
    CHECK(text.contains(QStringLiteral("The school is in Keynsham")));
    CHECK(text.contains(QStringLiteral("Saltford")));
    CHECK(tests::accessibilityProblems(*f.page).isEmpty());

    // Another arrangement has a log of its own.
    f.part<QTabWidget>("clusterTabs")->setCurrentIndex(0);
    f.prompts.texts = {QStringLiteral("Other")};
    f.entry(f.menuOf("arrangementMenu"), QStringLiteral("New"))->trigger();
    REQUIRE(f.ready());
    CHECK(tests::eventually([&] { return log->model().rowCount() == 0; }));
}

TEST_CASE("A status chosen in the form fills the date of what is agreed, as one edit") {
    Fixture f;
    auto* form = f.part<RecordForm>("arrangementForm");
    const auto id = f.page->arrangement();
    const auto shown = [&] { return f.session.plan()->find<plan::Arrangement>(id); };
    const auto before = *shown();
    REQUIRE_FALSE(before.dateAgreed);
    auto* status = qobject_cast<QComboBox*>(form->editor("status")->focusTarget());
    REQUIRE(status);
    const auto choose = [&](const QString& words) {
        const int at = status->findText(words);
        REQUIRE(at >= 0);
        status->setCurrentIndex(at);
        Q_EMIT status->activated(at);
        REQUIRE(f.ready());
    };
    choose(QStringLiteral("Option"));
    CHECK(shown()->status == plan::ArrangementStatus::option);
    CHECK_FALSE(shown()->dateAgreed); // nothing is agreed by it
    choose(QStringLiteral("Agreed"));
    CHECK(shown()->status == plan::ArrangementStatus::agreed);
    CHECK(shown()->dateAgreed == today());
    f.session.undo();
    REQUIRE(f.ready());
    CHECK(shown()->status == plan::ArrangementStatus::option);
    CHECK_FALSE(shown()->dateAgreed); // one edit, both taken back
    // A date that is recorded stays.
    plan::Changes changes;
    changes.set<&plan::Arrangement::dateAgreed>(id, plan::Value{plan::Date{2014, 5, 1}.iso()});
    f.session.perform(QStringLiteral("Date"), changes);
    REQUIRE(f.ready());
    choose(QStringLiteral("Agreed"));
    CHECK(shown()->dateAgreed == plan::Date{2014, 5, 1});
}
