#include "tests/support/accessibility_audit.h"
#include "tests/support/catch.h"
#include "tests/support/open_plan.h"
#include "tests/support/scripted_prompts.h"
#include "ui/charts/bars_view.h"
#include "ui/charts/map_widget.h"
#include "ui/pages/responses/responses_page.h"
#include "ui/pages/responses/responses_table.h"
#include "ui/session/selection.h"
#include "ui/widgets/record_form.h"

#include <QAbstractItemModelTester>
#include <QApplication>
#include <QClipboard>
#include <QComboBox>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QTableView>
#include <QTableWidget>

using namespace wardmote;
using namespace wardmote::tests;
using analysis::Answer;
using plan::RecordKind;
using Model = ui::ResponsesModel;

namespace {

plan::LocalResponse response(plan::Id id, const char* who, plan::Id area, plan::LocalView view) {
    plan::LocalResponse made;
    made.id = id;
    made.name = who;
    made.arrangement = {551};
    made.area = {area};
    made.view = view;
    return made;
}

struct Shown {
    TemporaryFolder folder;
    ui::Session session;
    ScriptedPrompts prompts;
    ui::ResponsesPage page{session, prompts};

    explicit Shown(const plan::Changes& also = {}) {
        session.adopt(examplePlanFile(folder / "plan.wardmote"));
        if (!also.empty()) {
            session.perform(QStringLiteral("Also"), also);
            REQUIRE(settled(session));
        }
        page.resize(1000, 700);
        page.show();
        page.activateWindow();
        page.activated();
        REQUIRE(QTest::qWaitForWindowActive(&page));
        REQUIRE(ready());
    }
    bool ready() {
        return eventually(
            [this] { return page.answer() && page.answer()->plan == session.plan() && !session.isSaving(); });
    }
    QTableView& view() { return page.table().view(); }
    /// The view's row of a local council or other body.
    int rowOf(const QString& who) {
        for (int row = 0; row < view().model()->rowCount(); ++row) {
            if (view().model()->index(row, Model::who).data().toString() == who) {
                return row;
            }
        }
        return -1;
    }
    void goTo(const QString& who, int column) {
        REQUIRE(rowOf(who) >= 0);
        view().setFocus();
        view().setCurrentIndex(view().model()->index(rowOf(who), column));
    }
    QString cell(const QString& who, int column) {
        return view().model()->index(rowOf(who), column).data().toString();
    }
    const plan::LocalResponse* only() {
        const auto& all = session.plan()->all<plan::LocalResponse>();
        return all.size() == 1 ? &all[0] : nullptr;
    }
};

} // namespace

TEST_CASE("every local council has a row, and what is typed first makes its response") {
    Shown shown;
    QAbstractItemModelTester tester(&shown.page.table().model(),
                                    QAbstractItemModelTester::FailureReportingMode::Fatal);
    CHECK(shown.view().model()->rowCount() == 10); // the two wards have nobody to ask
    CHECK(shown.cell(QStringLiteral("Saltford parish council"), Model::view) == QStringLiteral("None yet"));
    CHECK(shown.cell(QStringLiteral("Saltford parish council"), Model::cluster) ==
          QStringLiteral("Keynsham Area"));

    shown.goTo(QStringLiteral("Saltford parish council"), Model::minute);
    QTest::keyClicks(&shown.view(), QStringLiteral("1"));
    QTest::keyClicks(QApplication::focusWidget(), QStringLiteral("4/26"));
    QTest::keyClick(QApplication::focusWidget(), Qt::Key_Return);
    REQUIRE(eventually([&] { return shown.only() != nullptr; }));
    REQUIRE(shown.ready());
    CHECK(shown.only()->name == "Saltford parish council");
    CHECK(shown.only()->arrangement.id == 551);
    CHECK(shown.only()->area.id == 102);
    CHECK(shown.only()->minuteReference == "14/26");
    CHECK(shown.session.undoLabel() == QStringLiteral("Record the response of Saltford parish council"));
    // The place in the table is kept, and the whole record is in the inspector.
    CHECK(shown.view().currentIndex().row() == shown.rowOf(QStringLiteral("Saltford parish council")));
    CHECK(static_cast<ui::RecordForm*>(shown.page.inspector())->record() == shown.only()->id);
    CHECK(shown.cell(QStringLiteral("Saltford parish council"), Model::view) ==
          QStringLiteral("View not recorded"));

    shown.session.undo();
    REQUIRE(eventually([&] { return shown.session.plan()->all<plan::LocalResponse>().empty(); }));
}

TEST_CASE("a block from a spreadsheet makes and changes responses in one edit") {
    plan::Changes also;
    also.insert(response(901, "Chew Magna parish council", 104, plan::LocalView::noView));
    Shown shown(also);
    shown.goTo(QStringLiteral("Chew Magna parish council"), Model::view);
    QApplication::clipboard()->setText(
        QStringLiteral("Supports\t7.2\t3 March 2026\tWe like it\nObjects\t8.1\t\t\nperhaps\t\t\t\n"));
    QTest::keyClick(&shown.view(), Qt::Key_V, Qt::ControlModifier);
    REQUIRE(eventually([&] { return shown.session.plan()->all<plan::LocalResponse>().size() == 2; }));
    REQUIRE(shown.ready());
    CHECK(shown.prompts.warned.size() == 1); // "perhaps" is no view
    const auto* first = shown.session.plan()->find<plan::LocalResponse>(901);
    CHECK(first->view == plan::LocalView::supports);
    CHECK(first->respondedOn == plan::Date{2026, 3, 3});
    CHECK(first->words == "We like it");
    CHECK(shown.page.answer()->all.of(Answer::objects).localCouncils == 1);

    // Nobody is made by pasting beyond the last row, and what follows from areas can't be pasted over.
    shown.goTo(QStringLiteral("Chew Magna parish council"), Model::residents);
    QTest::keyClick(&shown.view(), Qt::Key_V, Qt::ControlModifier);
    CHECK(shown.session.plan()->all<plan::LocalResponse>().size() == 2);
}

TEST_CASE("rows are filled down, copied and deleted, and who is asked stays") {
    plan::Changes also;
    also.insert(response(901, "Keynsham town council", 101, plan::LocalView::supports));
    Shown shown(also);
    shown.view().setFocus();
    auto* model = shown.view().model();
    const int from = shown.rowOf(QStringLiteral("Keynsham town council"));
    REQUIRE(from >= 0);
    shown.view().selectionModel()->setCurrentIndex(model->index(from, Model::view),
                                                   QItemSelectionModel::NoUpdate);
    shown.view().selectionModel()->select(
        QItemSelection(model->index(from, Model::view), model->index(from + 2, Model::view)),
        QItemSelectionModel::ClearAndSelect);
    QTest::keyClick(&shown.view(), Qt::Key_D, Qt::ControlModifier);
    REQUIRE(eventually([&] { return shown.session.plan()->all<plan::LocalResponse>().size() == 3; }));
    REQUIRE(shown.ready());
    CHECK(shown.page.answer()->all.of(Answer::supports).localCouncils == 3);
    QTest::keyClick(&shown.view(), Qt::Key_C, Qt::ControlModifier);
    CHECK(QApplication::clipboard()->text().startsWith(QStringLiteral("Supports\nSupports\nSupports")));
    shown.prompts.confirmations = {true};
    QTest::keyClick(&shown.view(), Qt::Key_Delete);
    REQUIRE(eventually([&] { return shown.session.plan()->all<plan::LocalResponse>().empty(); }));
    REQUIRE(shown.ready());
    CHECK(model->rowCount() == 10);
}

TEST_CASE("totals, chart and map say the same, and lead to the rows behind them") {
    plan::Changes also;
    also.insert(response(901, "Saltford PC", 102, plan::LocalView::supports));
    also.insert(response(902, "Paulton parish council", 109, plan::LocalView::objects));
    Shown shown(also);
    auto* totals = shown.page.findChild<QTableWidget*>(QStringLiteral("responseTotals"));
    CHECK(totals->item(0, 0)->text() == QStringLiteral("Supports"));
    CHECK(totals->item(0, 1)->text() == QStringLiteral("1"));
    CHECK(totals->item(0, 2)->text() == QStringLiteral("4,131"));
    CHECK(totals->item(3, 1)->text() == QStringLiteral("8")); // none yet
    auto* chart = shown.page.findChild<charts::BarsView*>();
    REQUIRE(chart);
    CHECK(chart->accessibleDescription().contains(QStringLiteral("Keynsham Area: 1 + 0 + 0 + 2 = 3")));
    const auto* map = shown.page.findChild<charts::MapWidget*>();
    const auto& areas = map->spec().areas;
    const auto saltford = std::ranges::find(areas, 102, &charts::MapArea::id);
    CHECK(map->spec().shades[static_cast<std::size_t>(saltford->shade)].name == QStringLiteral("Supports"));
    CHECK(map->spec().clusters[static_cast<std::size_t>(saltford->cluster)].name ==
          QStringLiteral("Keynsham Area"));
    CHECK(std::ranges::find(areas, 111, &charts::MapArea::id)->shade == -1); // a ward

    Q_EMIT totals->cellActivated(1, 0);
    CHECK(shown.view().model()->rowCount() == 1);
    CHECK(shown.rowOf(QStringLiteral("Paulton parish council")) == 0);
    shown.page.table().setAnswer(std::nullopt);
    auto* clusters = shown.page.findChild<QTableWidget*>(QStringLiteral("responsesByCluster"));
    Q_EMIT clusters->cellActivated(1, 0);
    CHECK(shown.view().model()->rowCount() == 3);
    CHECK(shown.rowOf(QStringLiteral("Saltford PC")) >= 0);

    auto* filter = shown.page.findChild<QLineEdit*>(QStringLiteral("filter"));
    shown.page.table().showAll();
    QTest::keyClicks(filter, QStringLiteral("paul obj"));
    CHECK(shown.view().model()->rowCount() == 1);
}

TEST_CASE("rows and map share the selection with the rest of the window") {
    Shown shown;
    shown.goTo(QStringLiteral("Timsbury parish council"), Model::who);
    CHECK(shown.session.selection().contains(RecordKind::area, 110));
    shown.session.selection().select(RecordKind::area, {102});
    CHECK(shown.page.table().currentBody()->areas == std::vector<plan::Id>{102});
    CHECK(shown.page.findChild<charts::MapWidget*>()->selected() == std::set<plan::Id>{102});
}

TEST_CASE("another body can be asked, and responses without an arrangement are not lost") {
    plan::Changes also;
    auto lost = response(901, "Radstock town council", 107, plan::LocalView::objects);
    lost.arrangement = {};
    also.insert(lost);
    Shown shown(also);
    CHECK(shown.page.answer()->all.of(Answer::objects).localCouncils == 0);
    auto* count = shown.page.findChild<QPushButton*>(QStringLiteral("countLost"));
    REQUIRE(count->isVisible());
    QTest::mouseClick(count, Qt::LeftButton);
    REQUIRE(eventually([&] { return !count->isVisible(); }));
    REQUIRE(shown.ready());
    CHECK(shown.page.answer()->all.of(Answer::objects).localCouncils == 1);

    shown.goTo(QStringLiteral("Saltford parish council"), Model::who);
    shown.prompts.texts.push_back(QStringLiteral("Saltford Residents' Association"));
    QTest::mouseClick(shown.page.findChild<QPushButton*>(QStringLiteral("addBody")), Qt::LeftButton);
    REQUIRE(eventually([&] { return shown.rowOf(QStringLiteral("Saltford Residents' Association")) >= 0; }));
    CHECK(shown.page.table().currentBody()->name == "Saltford Residents' Association");
    CHECK(shown.page.table().currentBody()->areas == std::vector<plan::Id>{102});
    CHECK(shown.page.answer()->all.of(Answer::noneYet).otherBodies == 1);
}

TEST_CASE("a response asked for elsewhere is shown with its arrangement") {
    plan::Changes also;
    plan::Arrangement option;
    option.id = 552;
    option.name = "Option A";
    also.insert(option);
    auto other = response(901, "Radstock town council", 107, plan::LocalView::objects);
    other.arrangement = {552};
    also.insert(other);
    Shown shown(also);
    CHECK(shown.page.arrangement() == 551);
    CHECK(shown.page.showRecords(RecordKind::localResponse, {901}, QString()));
    CHECK(shown.page.arrangement() == 552);
    REQUIRE(eventually([&] {
        const auto* body = shown.page.table().currentBody();
        return body && body->response == 901;
    }));
    CHECK_FALSE(shown.page.showRecords(RecordKind::area, {101}, QString()));
}

TEST_CASE("every control of the responses page can be named and reached, and an empty plan has a next step") {
    Shown shown;
    CHECK(accessibilityProblems(shown.page).join(u'\n').toStdString() == "");
    auto* ways = shown.page.findChild<QComboBox*>(QStringLiteral("responsesInBrief"));
    for (const int way : {1, 2}) {
        ways->setCurrentIndex(way);
        CHECK(accessibilityProblems(shown.page).join(u'\n').toStdString() == "");
    }
    plan::Changes erase;
    erase.erase<plan::Arrangement>(551);
    shown.session.perform(QStringLiteral("Delete"), erase);
    auto* next = shown.page.findChild<QPushButton*>(QStringLiteral("responsesClusters"));
    REQUIRE(eventually([&] { return next->isVisible(); }));
    CHECK(accessibilityProblems(shown.page).join(u'\n').toStdString() == "");
}
