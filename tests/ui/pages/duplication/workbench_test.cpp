#include "tests/support/accessibility_audit.h"
#include "tests/ui/pages/duplication/fixture.h"
#include "ui/charts/matrix_view.h"
#include "ui/charts/network_view.h"
#include "ui/pages/duplication/pair_network.h"
#include "ui/pages/duplication/pair_words.h"
#include "ui/session/selection.h"
#include "ui/widgets/record_merge_dialog.h"

#include <QComboBox>
#include <QLabel>
#include <QPlainTextEdit>
#include <QPushButton>
#include <QSlider>
#include <QTableWidget>

#include <algorithm>

using namespace wardmote;
using namespace wardmote::ui;
using Fixture = tests::DuplicationFixture;

namespace {

const auto pact = QStringLiteral("PACT, Keynsham and Saltford / Keynsham community safety panel");

void click(QPushButton& button) {
    QTest::mouseClick(&button, Qt::LeftButton);
}

void choose(Fixture& fixture, const char* combo, const QString& text) {
    auto& box = fixture.widget<QComboBox>(combo);
    REQUIRE(box.findText(text) >= 0);
    box.setCurrentIndex(box.findText(text));
}

} // namespace

TEST_CASE("Weights slid to are tried and not saved, set as the plan's by one edit, and taken back") {
    Fixture fixture;
    REQUIRE(fixture.ready());
    click(fixture.widget<QPushButton>("duplicationWeights"));
    choose(fixture, "duplicationKinds", QStringLiteral("Possible duplicate"));
    choose(fixture, "duplicationDecided", QStringLiteral("Undecided and decided"));
    const auto before = fixture.pairs();
    auto& threshold = fixture.widget<QSlider>("threshold");
    CHECK(threshold.value() == 60);
    threshold.setFocus();
    for (int i = 0; i < 10; ++i) {
        QTest::keyClick(&threshold, Qt::Key_PageDown);
    }
    REQUIRE(tests::eventually([&] { return fixture.ready() && fixture.pairs().size() > before.size(); }));
    CHECK(fixture.session.plan()->settings().duplicationThreshold == Approx(0.6));
    CHECK_FALSE(fixture.session.undoLabel().contains(QStringLiteral("weights")));

    click(fixture.widget<QPushButton>("weightsBack"));
    REQUIRE(tests::eventually([&] { return fixture.ready() && fixture.pairs() == before; }));
    CHECK(threshold.value() == 60);

    fixture.widget<QSlider>("weight0").setValue(80);
    REQUIRE(tests::eventually([&] { return fixture.widget<QPushButton>("weightsSet").isEnabled(); }));
    click(fixture.widget<QPushButton>("weightsSet"));
    REQUIRE(tests::settled(fixture.session));
    REQUIRE(fixture.ready());
    CHECK(fixture.session.plan()->settings().weightPlace == Approx(0.8));
    CHECK_FALSE(fixture.widget<QPushButton>("weightsBack").isEnabled());
    fixture.session.undo();
    REQUIRE(tests::eventually([&] { return fixture.widget<QSlider>("weight0").value() == 35; }));
}

TEST_CASE("Without any weight nothing is compared, and it is said") {
    Fixture fixture;
    REQUIRE(fixture.ready());
    click(fixture.widget<QPushButton>("duplicationWeights"));
    for (const auto* name : {"weight0", "weight1", "weight2", "weight3"}) {
        fixture.widget<QSlider>(name).setValue(0);
    }
    const auto said = [&] {
        for (const auto* label : fixture.page.findChildren<QLabel*>()) {
            if (label->text().contains(QStringLiteral("Give at least one part"))) {
                return true;
            }
        }
        return false;
    };
    REQUIRE(tests::eventually(said));
    CHECK_FALSE(fixture.widget<QPushButton>("weightsSet").isEnabled());
    CHECK(fixture.widget<QLabel>("weightsSuggestion").text().contains(QStringLiteral("After 19 more")));
}

TEST_CASE("Pairs are looked at by cluster, service and theme") {
    Fixture fixture;
    REQUIRE(fixture.ready());
    const auto all = fixture.pairs();
    choose(fixture, "duplicationCluster", QStringLiteral("Chew Valley"));
    const auto inChew = fixture.pairs();
    CHECK(inChew.size() < all.size());
    CHECK_FALSE(inChew.filter(QStringLiteral("Chew")).isEmpty());
    CHECK(inChew.filter(QStringLiteral("PACT, Keynsham")).isEmpty());
    choose(fixture, "duplicationCluster", QStringLiteral("All clusters"));
    choose(fixture, "duplicationTheme", QStringLiteral("Flooding"));
    for (const auto& pair : fixture.pairs()) {
        CHECK(pair == QStringLiteral("Chew Valley Area Forum / Chew flood forum"));
    }
    choose(fixture, "duplicationTheme", QStringLiteral("All themes"));
    choose(fixture, "duplicationService", QStringLiteral("Avon and Somerset Police"));
    for (const auto& pair : fixture.pairs()) {
        CHECK((pair.contains(QStringLiteral("PACT")) || pair.contains(QStringLiteral("Bath West"))));
    }
}

TEST_CASE("The network shows the pairs that the filters leave, and leads to them") {
    Fixture fixture;
    REQUIRE(fixture.ready());
    const auto listed = fixture.pairs().size();
    click(fixture.widget<QPushButton>("duplication-showNetwork"));
    auto& view = fixture.widget<charts::NetworkView>("duplicationNetwork");
    CHECK(static_cast<int>(view.network().lines.size()) == listed);
    auto& table = fixture.widget<QTableWidget>("duplicationNetworkTable");
    CHECK(table.rowCount() == static_cast<int>(view.network().nodes.size()));
    CHECK(tests::accessibilityProblems(fixture.page).join(QStringLiteral("; ")).toStdString() == "");
    view.setFocus(Qt::TabFocusReason);
    QTest::keyClick(&view, Qt::Key_Home);
    QTest::keyClick(&view, Qt::Key_Right);
    CHECK(fixture.session.selection().ids().size() == 1);
    const auto explained = fixture.inspector->findChildren<QLabel*>();
    CHECK(std::ranges::any_of(explained, [&](const auto* label) {
        return label->text() == view.network().nodes[static_cast<std::size_t>(view.chosen())].name;
    }));
    const auto name = view.network().nodes[static_cast<std::size_t>(view.chosen())].name;
    QTest::keyClick(&view, Qt::Key_Return);
    CHECK(fixture.widget<QTableView>("duplicationPairs").isVisible());
    CHECK_FALSE(fixture.pairs().isEmpty());
    for (const auto& pair : fixture.pairs()) {
        CHECK(pair.contains(name));
    }
    auto* network = fixture.page.findChild<PairNetwork*>();
    REQUIRE(network);
    Q_EMIT network->pairOpened(602, 601);
    CHECK(fixture.session.selection().ids() == std::vector<plan::Id>{601, 602});
}

TEST_CASE("The matrix holds every pair on both sides, and its cells open them") {
    Fixture fixture;
    REQUIRE(fixture.ready());
    const auto listed = fixture.pairs().size();
    click(fixture.widget<QPushButton>("duplication-showMatrix"));
    auto& view = fixture.widget<charts::MatrixView>("duplicationMatrix");
    const auto* model = view.model();
    int cells = 0;
    QModelIndex first;
    for (int row = 0; row < model->rowCount(); ++row) {
        for (int column = 0; column < model->columnCount(); ++column) {
            const auto index = model->index(row, column);
            if (index.data().toInt() > 0) {
                ++cells;
                first = first.isValid() ? first : index;
                CHECK(index.data() == model->index(column, row).data());
            }
        }
    }
    CHECK(cells == 2 * listed);
    for (int score = 0; score <= 1000; score += 5) {
        CHECK(int(ui::inHundredths(score / 1000.0)) == ui::scoreWords(score / 1000.0).remove(u'.').toInt());
    }
    view.setCurrentIndex(first);
    view.setFocus();
    QTest::keyClick(&view, Qt::Key_Return);
    CHECK(fixture.session.selection().ids().size() == 2);
    CHECK(tests::accessibilityProblems(fixture.page).join(QStringLiteral("; ")).toStdString() == "");
}

TEST_CASE("A decision that no longer fits the facts is flagged with the reason") {
    Fixture fixture;
    REQUIRE(fixture.ready());
    // The example's review, recorded again with what it rests on.
    choose(fixture, "duplicationDecided", QStringLiteral("Decided"));
    fixture.widget<QTableView>("duplicationPairs").selectRow(0);
    fixture.widget<QComboBox>("reviewDecision").setCurrentText(QStringLiteral("Share a meeting"));
    fixture.widget<QPlainTextEdit>("reviewReason").setPlainText(QStringLiteral("The same evening"));
    click(fixture.widget<QPushButton>("reviewRecord"));
    REQUIRE(tests::eventually(
        [&] { return !fixture.session.plan()->find<plan::Review>(801)->factsWhenDecided.empty(); }));
    REQUIRE(fixture.ready());
    choose(fixture, "duplicationDecided", QStringLiteral("No longer fits"));
    CHECK(fixture.pairs().isEmpty());
    const auto plan = fixture.session.plan();
    const auto& panel = *plan->find<plan::Mechanism>(603);
    auto moved = panel;
    moved.areas = {{{103}}, {{109}}, {{110}}};
    plan::Changes changes;
    changes.update(panel, moved);
    fixture.perform(changes);
    // They share no place now and are no pair; the decision about them is still shown, with why.
    CHECK(fixture.pairs() == QStringList{pact});
    CHECK(fixture.widget<QLabel>("reviewOutdated").isVisible());
    CHECK(fixture.widget<QLabel>("reviewOutdated").text().contains(QStringLiteral("When decided")));
}

TEST_CASE("A pair recorded twice offers to be made one record") {
    Fixture fixture;
    REQUIRE(fixture.ready());
    fixture.widget<QTableView>("duplicationPairs").selectRow(0);
    CHECK_FALSE(fixture.widget<QPushButton>("pairMerge").isVisible());
    const auto plan = fixture.session.plan();
    auto twin = *plan->find<plan::Mechanism>(603);
    twin.id = 690;
    twin.name = "Keynsham Community Safety Panel";
    plan::Changes changes;
    changes.insert(twin);
    fixture.perform(changes);
    choose(fixture, "duplicationKinds", QStringLiteral("Possibly recorded twice"));
    REQUIRE(fixture.pairs().size() == 1);
    fixture.widget<QTableView>("duplicationPairs").selectRow(0);
    auto& merge = fixture.widget<QPushButton>("pairMerge");
    REQUIRE(merge.isVisible());
    click(merge);
    auto* dialog = fixture.inspector->window()->findChild<RecordMergeDialog*>();
    REQUIRE(dialog);
    dialog->accept();
    REQUIRE(tests::settled(fixture.session));
    REQUIRE(fixture.ready());
    CHECK(fixture.session.plan()->count(plan::RecordKind::mechanism) == 25);
    CHECK(fixture.pairs().isEmpty());
}

TEST_CASE("Enter on a family goes to its pairs, and beside what can't be compared stands what it lacks") {
    Fixture fixture;
    REQUIRE(fixture.ready());
    auto& table = fixture.widget<QTableView>("duplicationPairs");
    auto& families = fixture.widget<QTableWidget>("duplicationFamilies");
    REQUIRE(families.rowCount() > 0);
    click(fixture.widget<QPushButton>("duplication-showFamilies"));
    families.setFocus();
    families.setCurrentCell(0, 0);
    QTest::keyClick(&families, Qt::Key_Return);
    CHECK(table.isVisible());
    CHECK(fixture.page.focusWidget() == &table);
    CHECK(table.currentIndex().isValid());
    click(fixture.widget<QPushButton>("duplication-showGaps"));
    auto& gaps = fixture.widget<QTableWidget>("duplicationGaps");
    auto& words = fixture.widget<QLabel>("pairInspectorNone");
    gaps.setCurrentCell(0, 0);
    REQUIRE(words.isVisible());
    CHECK(words.text().contains(gaps.item(0, 0)->text()));
    CHECK(words.text().contains(gaps.item(0, 1)->text()));
    click(fixture.widget<QPushButton>("duplication-showPairs"));
    CHECK_FALSE(words.isVisible());
}
