#include "tests/support/catch.h"
#include "tests/support/open_plan.h"
#include "tests/support/scripted_prompts.h"
#include "ui/session/selection.h"
#include "ui/widgets/record_table.h"

#include <QAbstractItemModelTester>
#include <QApplication>
#include <QClipboard>
#include <QLabel>
#include <QLineEdit>
#include <QSignalSpy>
#include <QTableView>

using namespace wardmote;
using namespace wardmote::tests;
using plan::RecordKind;

namespace {

/// A table of the example's mechanisms in a window that has the focus.
struct Shown {
    TemporaryFolder folder;
    ui::Session session;
    ScriptedPrompts prompts;
    ui::RecordTable table;

    explicit Shown(RecordKind kind = RecordKind::mechanism)
        : table((session.adopt(examplePlanFile(folder / "plan.wardmote")), session), prompts, kind) {
        table.resize(1000, 600);
        table.show();
        table.activateWindow();
        REQUIRE(QTest::qWaitForWindowActive(&table));
        table.view().setFocus();
    }

    ui::RecordTableModel& model() { return table.model(); }
    QTableView& view() { return table.view(); }
    QModelIndex cell(plan::Id id, std::string_view key) {
        return model().index(model().rowOf(id), model().columnOf(key));
    }
    void goTo(plan::Id id, std::string_view key) {
        view().setColumnHidden(model().columnOf(key), false);
        view().selectionModel()->setCurrentIndex(cell(id, key), QItemSelectionModel::ClearAndSelect);
    }
    void selectCells(std::vector<plan::Id> ids, std::string_view key) {
        goTo(ids.front(), key);
        for (const auto id : ids) {
            view().selectionModel()->select(cell(id, key), QItemSelectionModel::Select);
        }
    }
    void key(int key, Qt::KeyboardModifiers modifiers = Qt::NoModifier) {
        auto* target = QApplication::focusWidget() ? QApplication::focusWidget() : &view();
        QTest::keyClick(target, static_cast<Qt::Key>(key), modifiers);
    }
    void type(const QString& text) { QTest::keyClicks(QApplication::focusWidget(), text); }
    const plan::Mechanism& mechanism(plan::Id id) { return *session.plan()->find<plan::Mechanism>(id); }
    bool wait() { return settled(session); }
    QString message() { return table.findChild<QLabel*>(QStringLiteral("message"))->text(); }
};

} // namespace

TEST_CASE("a table's rows follow every kind of edit without a reset") {
    Shown shown;
    QAbstractItemModelTester tester(&shown.model(), QAbstractItemModelTester::FailureReportingMode::Fatal);
    QSignalSpy resets(&shown.model(), &QAbstractItemModel::modelReset);
    QSignalSpy inserted(&shown.model(), &QAbstractItemModel::rowsInserted);
    QSignalSpy removed(&shown.model(), &QAbstractItemModel::rowsRemoved);
    QSignalSpy moved(&shown.model(), &QAbstractItemModel::layoutChanged);
    CHECK(shown.model().rowCount() == 25);

    plan::Changes rename;
    rename.set<&plan::Mechanism::name>(601, plan::Value{std::string("Zebra forum")});
    shown.session.perform(QStringLiteral("Rename"), rename);
    REQUIRE(shown.wait());
    CHECK(shown.model().rowOf(601) == 24);
    CHECK(moved.count() == 1);

    plan::Changes erase;
    erase.erase<plan::Mechanism>(601);
    erase.erase<plan::Mechanism>(605);
    shown.session.perform(QStringLiteral("Delete"), erase);
    REQUIRE(shown.wait());
    CHECK(shown.model().rowCount() == 23);
    CHECK(removed.count() == 2);

    shown.session.undo();
    REQUIRE(shown.wait());
    CHECK(shown.model().rowCount() == 25);
    CHECK(inserted.count() == 2);

    // A name that the rows only refer to.
    QSignalSpy changed(&shown.model(), &QAbstractItemModel::dataChanged);
    plan::Changes police;
    police.set<&plan::Organisation::name>(205, plan::Value{std::string("The Constabulary")});
    shown.session.perform(QStringLiteral("Rename"), police);
    REQUIRE(shown.wait());
    CHECK(changed.count() >= 1);
    CHECK(shown.cell(602, "lead_organisation").data().toString() == QStringLiteral("The Constabulary"));
    CHECK(resets.count() == 0);
}

TEST_CASE("rows sort by size or natural order, and what is not recorded comes last") {
    Shown shown;
    QAbstractItemModelTester tester(&shown.model(), QAbstractItemModelTester::FailureReportingMode::Fatal);
    const auto length = shown.model().columnOf("length_hours");
    for (const auto order : {Qt::AscendingOrder, Qt::DescendingOrder}) {
        shown.model().sort(length, order);
        std::vector<double> lengths;
        bool blank = false;
        for (int row = 0; row < shown.model().rowCount(); ++row) {
            const auto value = shown.model().valueAt(row, length);
            if (!isRecorded(value)) {
                blank = true;
                continue;
            }
            CHECK_FALSE(blank); // nothing recorded after a blank
            lengths.push_back(std::get<double>(value));
        }
        CHECK(blank);
        CHECK((order == Qt::AscendingOrder ? std::ranges::is_sorted(lengths)
                                           : std::ranges::is_sorted(lengths, std::greater<>())));
    }
    plan::Changes names;
    names.set<&plan::Mechanism::name>(601, plan::Value{std::string("Panel 10")});
    names.set<&plan::Mechanism::name>(602, plan::Value{std::string("panel 9")});
    shown.session.perform(QStringLiteral("Rename"), names);
    REQUIRE(shown.wait());
    shown.model().sort(0, Qt::AscendingOrder);
    CHECK(shown.model().rowOf(602) + 1 == shown.model().rowOf(601));
}

TEST_CASE("typing filters by every column, accents and case folded, and counts") {
    Shown shown;
    QAbstractItemModelTester tester(&shown.model(), QAbstractItemModelTester::FailureReportingMode::Fatal);
    shown.key(Qt::Key_F, Qt::ControlModifier);
    shown.type(QStringLiteral("KEYNSHAM curo"));
    CHECK(shown.model().shownCount() == 2);
    CHECK(shown.table.findChild<QLabel*>(QStringLiteral("filterCounts"))->text() ==
          QStringLiteral("2 of 25 mechanisms"));
    shown.key(Qt::Key_Escape);
    CHECK(shown.model().shownCount() == 25);
    shown.type(QStringLiteral("residents' association"));
    CHECK(shown.model().shownCount() == 2); // the curly apostrophe of its name
    shown.key(Qt::Key_Down);
    CHECK(shown.view().hasFocus());
    CHECK(shown.table.currentId() != 0);
}

TEST_CASE("rows stand under the headings of their group") {
    Shown shown;
    QAbstractItemModelTester tester(&shown.model(), QAbstractItemModelTester::FailureReportingMode::Fatal);
    shown.model().setGroupColumn(shown.model().columnOf("status"));
    REQUIRE(shown.model().rowCount() == 27);
    CHECK(shown.model().index(0, 0).data().toString() == QStringLiteral("Active (24)"));
    CHECK(shown.model().isHeading(25));
    CHECK_FALSE(shown.model().flags(shown.model().index(0, 0)) & Qt::ItemIsSelectable);
    plan::Changes pause;
    pause.set<&plan::Mechanism::status>(601, plan::Value{std::string("paused")});
    shown.session.perform(QStringLiteral("Pause"), pause);
    REQUIRE(shown.wait());
    CHECK(shown.model().rowCount() == 28);
    CHECK(shown.model().index(0, 0).data().toString() == QStringLiteral("Active (23)"));
    shown.model().setGroupColumn(-1);
    CHECK(shown.model().rowCount() == 25);
}

TEST_CASE("not recorded is a dash for the eye and words for a screen reader") {
    Shown shown;
    const auto blank = shown.cell(622, "length_hours");
    CHECK(blank.data().toString() == QStringLiteral("–"));
    CHECK(blank.data(Qt::AccessibleTextRole).toString() == QStringLiteral("not recorded"));
    CHECK(Qt::Alignment(blank.data(Qt::TextAlignmentRole).toInt()) & Qt::AlignRight);
}

TEST_CASE("a cell is edited by typing, and undone") {
    Shown shown;
    shown.goTo(601, "length_hours");
    shown.key(Qt::Key_F2);
    shown.key(Qt::Key_A, Qt::ControlModifier);
    shown.type(QStringLiteral("3.5"));
    shown.key(Qt::Key_Return);
    REQUIRE(shown.wait());
    CHECK(shown.mechanism(601).lengthHours == 3.5);
    CHECK(shown.session.undoLabel() == QStringLiteral("Change “Length” of Keynsham Area Forum"));
    shown.session.undo();
    REQUIRE(shown.wait());
    CHECK(shown.mechanism(601).lengthHours == 2.0);

    shown.goTo(601, "venue");
    shown.view().setFocus();
    shown.type(QStringLiteral("F"));
    shown.type(QStringLiteral("ry Club"));
    shown.key(Qt::Key_Return);
    REQUIRE(shown.wait());
    CHECK(shown.mechanism(601).venue == "Fry Club");

    shown.goTo(601, "length_hours");
    shown.view().setFocus();
    shown.type(QStringLiteral("lots"));
    shown.key(Qt::Key_Return);
    REQUIRE(shown.wait());
    CHECK(shown.mechanism(601).lengthHours == 2.0);
    CHECK(shown.message().contains(QStringLiteral("Length")));
}

TEST_CASE("cells go to a spreadsheet and come back as one edit") {
    Shown shown;
    shown.selectCells({601, 602, 603}, "themes");
    shown.key(Qt::Key_C, Qt::ControlModifier);
    const auto copied = QApplication::clipboard()->text();
    CHECK(copied.count(u'\n') == 3);
    const auto before = *shown.session.plan();
    shown.key(Qt::Key_V, Qt::ControlModifier);
    REQUIRE(shown.wait());
    CHECK(*shown.session.plan() == before); // pasting what was copied changes nothing

    QApplication::clipboard()->setText(QStringLiteral("Flooding\nHighways and transport; Flooding\n"));
    shown.goTo(shown.model().idAt(3), "themes");
    const std::vector<plan::Id> ids{shown.model().idAt(3), shown.model().idAt(4)};
    shown.key(Qt::Key_V, Qt::ControlModifier);
    REQUIRE(shown.wait());
    CHECK(shown.mechanism(ids[0]).themes.size() == 1);
    CHECK(shown.mechanism(ids[1]).themes.size() == 2);
    shown.session.undo();
    REQUIRE(shown.wait());
    CHECK(*shown.session.plan() == before);
}

TEST_CASE("rows pasted below the last become records after asking") {
    Shown shown;
    const auto last = shown.model().rowCount() - 1;
    shown.goTo(shown.model().idAt(last), "name");
    const auto name = shown.model().index(last, 0).data().toString();
    QApplication::clipboard()->setText(name + QStringLiteral("\nNew one\nNew two\n"));
    shown.prompts.confirmations = {true};
    shown.key(Qt::Key_V, Qt::ControlModifier);
    REQUIRE(shown.wait());
    CHECK(shown.model().totalCount() == 27);
}

TEST_CASE("filling down, duplicating, adding and deleting work by key, each one edit") {
    Shown shown;
    std::vector<plan::Id> ids;
    for (int row = 0; row < 3; ++row) {
        ids.push_back(shown.model().idAt(row));
    }
    shown.selectCells(ids, "format");
    plan::Changes online;
    online.set<&plan::Mechanism::format>(ids[0], plan::Value{std::string("online")});
    shown.session.perform(QStringLiteral("Online"), online);
    REQUIRE(shown.wait());
    shown.key(Qt::Key_D, Qt::ControlModifier);
    REQUIRE(shown.wait());
    CHECK(shown.mechanism(ids[2]).format == plan::MeetingFormat::online);
    CHECK_FALSE(shown.mechanism(shown.model().idAt(3)).format.has_value());

    shown.goTo(601, "name");
    shown.key(Qt::Key_D, Qt::ControlModifier | Qt::ShiftModifier);
    REQUIRE(shown.wait());
    CHECK(shown.model().totalCount() == 26);
    REQUIRE(eventually([&] { return shown.table.currentId() != 601; }));
    CHECK(shown.mechanism(shown.table.currentId()).name == "Keynsham Area Forum (copy)");

    shown.key(Qt::Key_Delete); // nothing refers to it: no question
    REQUIRE(shown.wait());
    CHECK(shown.model().totalCount() == 25);

    shown.goTo(601, "name");
    shown.prompts.confirmations = {false};
    shown.key(Qt::Key_Delete);
    REQUIRE(shown.wait());
    CHECK(shown.model().totalCount() == 25);
    shown.prompts.confirmations = {true};
    shown.key(Qt::Key_Delete);
    REQUIRE(shown.wait());
    CHECK(shown.model().totalCount() == 24);

    shown.view().setFocus();
    shown.key(Qt::Key_Insert);
    REQUIRE(shown.wait());
    CHECK(shown.model().totalCount() == 25);
    CHECK(shown.mechanism(shown.table.currentId()).name == "New mechanism");
}

TEST_CASE("the selection is shared both ways") {
    Shown shown(RecordKind::area);
    shown.view().setCurrentIndex(shown.cell(101, "name"));
    CHECK(shown.session.selection().contains(RecordKind::area, 101));
    shown.session.selection().select(RecordKind::area, {103, 104});
    auto chosen = shown.table.selectedIds();
    std::ranges::sort(chosen);
    CHECK(chosen == std::vector<plan::Id>{103, 104});
    shown.table.showOnly({105}, QStringLiteral("one of them"));
    CHECK(shown.model().shownCount() == 1);
    shown.table.showAll();
    CHECK(shown.model().shownCount() == 12);
}

namespace {

/// 20,000 places in no order of names.
struct Many {
    TemporaryFolder folder;
    ui::Session session;
    Many() {
        auto file = examplePlanFile(folder / "plan.wardmote");
        plan::Changes many;
        for (plan::Id id = 10'000; id < 30'000; ++id) {
            auto area = *file.snapshot()->find<plan::Area>(101 + id % 12);
            area.id = id;
            area.name = "Place " + std::to_string(id * 7919 % 30'011);
            many.insert(area);
        }
        REQUIRE(file.perform("Many areas", many).has_value());
        session.adopt(std::move(file));
    }
};

bool isInOrder(const ui::RecordTableModel& model) {
    for (int row = 1; row < model.rowCount(); ++row) {
        const auto name = [&](int at) { return std::get<std::string>(model.valueAt(at, 0)); };
        const auto number = [&](int at) { return std::stoi(name(at).substr(6)); };
        if (name(row - 1).starts_with("Place") && name(row).starts_with("Place") &&
            number(row - 1) > number(row)) {
            return false;
        }
    }
    return true;
}

} // namespace

TEST_CASE("20,000 rows are sorted and searched on another thread") {
    Many many;
    ui::RecordTableModel model(many.session, RecordKind::area);
    CHECK(model.isArranging());
    CHECK(model.rowCount() == 20'012); // there at once, in some order
    REQUIRE(eventually([&] { return !model.isArranging(); }));
    CHECK(isInOrder(model));

    model.setFilter(QStringLiteral("place 77"));
    CHECK(model.isArranging());
    model.setFilter(QStringLiteral("place 777")); // typed on before it is done
    REQUIRE(eventually([&] { return !model.isArranging(); }));
    CHECK(model.shownCount() > 0);
    CHECK(model.shownCount() < 200);
    model.setFilter({});
    CHECK_FALSE(model.isArranging()); // all is known by now
    CHECK(model.shownCount() == 20'012);

    // One record changed is put in its place at once.
    QSignalSpy resets(&model, &QAbstractItemModel::modelReset);
    plan::Changes rename;
    rename.set<&plan::Area::name>(15'000, plan::Value{std::string("Place 0")});
    rename.erase<plan::Area>(15'001);
    many.session.perform(QStringLiteral("Rename"), rename);
    REQUIRE(settled(many.session));
    CHECK_FALSE(model.isArranging());
    CHECK(resets.isEmpty());
    CHECK(model.rowCount() == 20'011);
    CHECK(isInOrder(model));
    model.setFilter(QStringLiteral("place 0"));
    CHECK(model.rowOf(15'000) >= 0);
}

TEST_CASE("an edit while rows are being arranged leaves no row of what is gone") {
    Many many;
    ui::RecordTableModel model(many.session, RecordKind::area);
    REQUIRE(model.isArranging());
    plan::Changes erase;
    erase.erase<plan::Area>(15'001);
    many.session.perform(QStringLiteral("Delete"), erase);
    REQUIRE(settled(many.session));
    CHECK(model.rowOf(15'001) < 0);
    REQUIRE(eventually([&] { return !model.isArranging(); }));
    CHECK(model.rowCount() == 20'011);
    CHECK(isInOrder(model));
    many.session.close();
    CHECK(model.rowCount() == 0);
}

TEST_CASE("typing on a column that is worked out changes nothing and says why") {
    Shown shown;
    shown.model().addColumn({"twice",
                             QStringLiteral("Days waiting"),
                             {},
                             [](const plan::PlanRef&) -> ui::ComputedColumn::Reader {
                                 return [](plan::Id) { return plan::Value{std::int64_t{2}}; };
                             },
                             {},
                             true});
    QSignalSpy opened(&shown.table, &ui::RecordTable::openRequested);
    const auto before = shown.session.undoLabel();
    shown.goTo(601, "twice");
    shown.type(QStringLiteral("21"));
    shown.key(Qt::Key_Return);
    CHECK(opened.size() == 1); // Enter still opens the record
    shown.type(QStringLiteral("1"));
    CHECK(opened.size() == 1);
    CHECK(shown.view().hasFocus());
    CHECK(shown.message().contains(QStringLiteral("“Days waiting” is worked out")));
    CHECK(shown.session.undoLabel() == before);
    shown.table.hide();
    CHECK(shown.message().isEmpty()); // what it was about is over
}

TEST_CASE("a table shows its cell only while keys act on it") {
    Shown shown;
    shown.goTo(601, "kind");
    shown.view().scrollTo(shown.cell(601, "kind"));
    const auto place = shown.view().visualRect(shown.cell(601, "kind"));
    const auto lineBelow = [&] {
        const auto image = shown.view().viewport()->grab().toImage();
        return image.pixelColor(place.center().x(), place.bottom()) !=
               image.pixelColor(place.center().x(), place.bottom() - 3);
    };
    CHECK(lineBelow());
    shown.table.findChild<QLineEdit*>(QStringLiteral("filter"))->setFocus();
    CHECK_FALSE(lineBelow());
}

TEST_CASE("Tab goes through a table from top to bottom") {
    Shown shown;
    auto* filter = shown.table.findChild<QLineEdit*>(QStringLiteral("filter"));
    auto* columns = shown.table.findChild<QWidget*>(QStringLiteral("columns"));
    filter->setFocus();
    shown.key(Qt::Key_Tab);
    CHECK(columns->hasFocus());
    shown.key(Qt::Key_Tab);
    CHECK(shown.view().hasFocus());
}
