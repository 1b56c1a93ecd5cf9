#include "ui/pages/footprints/footprints_page.h"

#include "tests/support/accessibility_audit.h"
#include "tests/support/catch.h"
#include "tests/support/open_plan.h"
#include "tests/support/scripted_prompts.h"
#include "ui/charts/map_widget.h"
#include "ui/charts/matrix_view.h"
#include "ui/session/selection.h"

#include <QComboBox>
#include <QLabel>
#include <QMenu>
#include <QPushButton>
#include <QSignalSpy>
#include <QTableWidget>

using namespace wardmote;
using namespace wardmote::ui;
using plan::RecordKind;

namespace {

/// The page on the example plan: clusters 501 (101, 102, 103), 502 (104, 105), 503 (106..110); 111 and 112 in
/// none; with two sets, of which one has footprints.
struct Fixture {
    tests::TemporaryFolder folder;
    Session session;
    tests::ScriptedPrompts prompts;
    FootprintsPage page{session, prompts};

    explicit Fixture(bool withSets = true) {
        session.adopt(tests::examplePlanFile(folder / "example.wardmote"));
        if (withSets) {
            plan::Changes changes;
            auto wards = tests::example::named<plan::FootprintSet>(881, "Wards");
            wards.kind = plan::FootprintKind::wards;
            changes.insert(wards);
            changes.insert(tests::example::named<plan::FootprintSet>(880, "Beats"));
            add(changes, 901, "Whole", {101, 102});
            add(changes, 902, "Split", {103, 104});
            add(changes, 903, "Left", {110, 111});
            session.perform(QStringLiteral("Add sets"), std::move(changes));
        }
        page.resize(1000, 700);
        page.show();
        page.activated();
        REQUIRE(ready());
    }
    static void add(plan::Changes& changes, plan::Id id, const char* name,
                    const std::vector<plan::Id>& areas) {
        auto footprint = tests::example::named<plan::Footprint>(id, name);
        footprint.set = {881};
        for (const auto area : areas) {
            footprint.areas.push_back({{area}, std::nullopt});
        }
        changes.insert(footprint);
    }
    bool ready() {
        return tests::eventually([&] { return !session.isSaving() && page.isReady(); });
    }
    template<class W>
    W& part(const char* name) {
        auto* found = page.findChild<W*>(QString::fromLatin1(name));
        REQUIRE(found);
        return *found;
    }
    void chooseSet(int index) {
        auto& sets = part<QComboBox>("footprintSet");
        sets.setCurrentIndex(index);
        Q_EMIT sets.activated(index);
        REQUIRE(tests::eventually([&] { return page.isReady(); }));
    }
    /// Once the answer about the set is there.
    bool lists(int rows) {
        return tests::eventually([&] { return part<QTableWidget>("footprintsList").rowCount() == rows; });
    }
    QAction* action(const QString& words) {
        auto* menu = part<QPushButton>("footprintSetMenu").menu();
        Q_EMIT menu->aboutToShow();
        CHECK(tests::menuProblems(*menu).isEmpty());
        for (auto* action : menu->actions()) {
            if (action->text().remove(u'&').startsWith(words)) {
                return action;
            }
        }
        return nullptr;
    }
};

} // namespace

TEST_CASE("The fit of a set: what is split comes first, in words, with one figure") {
    Fixture f;
    CHECK(f.part<QComboBox>("footprintSet").count() == 2);
    CHECK(f.part<QComboBox>("footprintSet").itemText(1) == QStringLiteral("Wards (wards)"));
    CHECK(f.page.headline().empty()); // Beats has no footprints
    f.chooseSet(1);
    REQUIRE(f.lists(3));
    auto& list = f.part<QTableWidget>("footprintsList");
    CHECK(list.item(0, 0)->text() == QStringLiteral("Left"));
    CHECK(list.item(1, 0)->text() == QStringLiteral("Split"));
    CHECK(list.item(2, 0)->text() == QStringLiteral("Whole"));
    CHECK(list.item(1, 1)->text().contains(QStringLiteral("is split: ")));
    CHECK(list.item(0, 1)->text().contains(QStringLiteral("partly in no cluster")));
    REQUIRE(f.page.headline().size() == 3);
    CHECK(f.page.headline()[1].value == QStringLiteral("1"));
    CHECK(f.page.headline()[2].value == QStringLiteral("3"));
    CHECK(f.part<QLabel>("footprintsWords").text().contains(u'%'));
    CHECK(f.part<QLabel>("footprintsNotes").text().contains(QStringLiteral("In no footprint of the set")));
}

TEST_CASE("Cells of the matrix and rows of its table open their areas") {
    Fixture f;
    f.chooseSet(1);
    REQUIRE(f.lists(3));
    QSignalSpy shown(&f.session.selection(), &Selection::showRequested);
    auto& matrix = f.part<charts::MatrixView>("footprintsMatrix");
    REQUIRE(matrix.model()->rowCount() == 3);
    REQUIRE(matrix.model()->columnCount() == 4);              // three clusters and none
    CHECK(matrix.model()->index(2, 1).data().toInt() == 100); // Whole in Keynsham Area
    CHECK(matrix.model()->index(2, 0).data().toString().isEmpty());
    matrix.setFocus();
    matrix.setCurrentIndex(matrix.model()->index(2, 1));
    QTest::keyClick(&matrix, Qt::Key_Return);
    REQUIRE(shown.count() == 1);
    CHECK(shown[0][0].value<RecordKind>() == RecordKind::area);
    CHECK(shown[0][1].value<std::vector<plan::Id>>().size() == 2);
    QTest::mouseClick(&f.part<QPushButton>("footprintsShowTable"), Qt::LeftButton);
    auto& table = f.part<QTableWidget>("footprintsMatrixTable");
    CHECK(table.isVisible());
    REQUIRE(table.rowCount() == 5);
    Q_EMIT table.cellActivated(4, 0);
    REQUIRE(shown.count() == 2);
    CHECK(shown[1][1].value<std::vector<plan::Id>>().size() == 2);
    Q_EMIT f.part<QTableWidget>("footprintsList").cellActivated(0, 0);
    CHECK(shown.count() == 3);
}

TEST_CASE("Areas chosen anywhere become a footprint of the set") {
    Fixture f;
    auto& make = f.part<QPushButton>("footprintMake");
    CHECK_FALSE(make.isEnabled());
    f.session.selection().select(RecordKind::area, {104, 105});
    CHECK(make.isEnabled());
    CHECK(f.part<charts::MapWidget>("footprintsMap").selected() == std::set<plan::Id>{104, 105});
    QTest::mouseClick(&make, Qt::LeftButton); // the prompt is cancelled
    CHECK_FALSE(f.session.isSaving());
    f.prompts.texts = {QStringLiteral("Chew beat")};
    QTest::mouseClick(&make, Qt::LeftButton);
    REQUIRE(f.ready());
    REQUIRE(f.lists(1));
    const auto& footprints = f.session.plan()->all<plan::Footprint>();
    REQUIRE(footprints.size() == 4);
    const auto& made = *std::ranges::find_if(footprints, [](const auto& each) { return each.set.id == 880; });
    CHECK(made.name == "Chew beat");
    CHECK(made.areas.size() == 2);
    CHECK(f.session.undoLabel() == QStringLiteral("Add the footprint Chew beat to Beats"));
    f.session.undo();
    REQUIRE(f.ready());
    CHECK(f.lists(0));
}

TEST_CASE("Footprints and sets are chosen, deleted and added") {
    Fixture f;
    f.chooseSet(1);
    REQUIRE(f.lists(3));
    auto& list = f.part<QTableWidget>("footprintsList");
    list.setFocus();
    list.setCurrentCell(1, 0);
    CHECK(f.session.selection().contains(RecordKind::footprint, 902));
    CHECK(f.part<charts::MapWidget>("footprintsMap").selected() == std::set<plan::Id>{103, 104});
    f.prompts.confirmations = {true};
    QTest::mouseClick(&f.part<QPushButton>("footprintErase"), Qt::LeftButton);
    REQUIRE(f.ready());
    REQUIRE(f.lists(2));
    CHECK_FALSE(f.session.plan()->find<plan::Footprint>(902));

    f.prompts.confirmations = {true};
    auto* erase = f.action(QStringLiteral("Delete the set"));
    REQUIRE(erase);
    erase->trigger();
    REQUIRE(f.ready());
    CHECK(f.session.plan()->all<plan::FootprintSet>().size() == 1);
    CHECK(f.session.plan()->all<plan::Footprint>().empty());

    f.prompts.texts = {QStringLiteral("Networks")};
    f.action(QStringLiteral("New set"))->trigger();
    REQUIRE(f.ready());
    CHECK(f.part<QComboBox>("footprintSet").currentText() == QStringLiteral("Networks"));
}

TEST_CASE("A footprint asked for elsewhere is shown in its set") {
    Fixture f;
    CHECK_FALSE(f.page.showRecords(RecordKind::area, {101}, {}));
    CHECK(f.page.showRecords(RecordKind::footprint, {903}, {}));
    REQUIRE(f.lists(3));
    CHECK(f.part<QTableWidget>("footprintsList").currentRow() == 0);
}

TEST_CASE("The footprints page says what would be here and can be used by everyone") {
    {
        Fixture f(false);
        CHECK(f.part<QPushButton>("footprintsImport").isVisible());
        CHECK(tests::accessibilityProblems(f.page).join(u'\n').toStdString() == "");
    }
    Fixture f;
    f.chooseSet(1);
    REQUIRE(f.lists(3));
    CHECK(tests::accessibilityProblems(f.page).join(u'\n').toStdString() == "");
}
