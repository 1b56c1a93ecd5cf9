#include "tests/support/accessibility_audit.h"
#include "tests/ui/pages/duplication/fixture.h"
#include "ui/pages/duplication/pair_inspector.h"
#include "ui/pages/duplication/review_form.h"
#include "ui/session/selection.h"

#include <QComboBox>
#include <QLabel>
#include <QLineEdit>
#include <QPlainTextEdit>
#include <QPushButton>
#include <QScrollArea>
#include <QScrollBar>
#include <QSignalSpy>
#include <QTableView>
#include <QTableWidget>

using namespace wardmote;
using namespace wardmote::ui;

namespace {

using Fixture = tests::DuplicationFixture;

const auto pact = QStringLiteral("PACT, Keynsham and Saltford / Keynsham community safety panel");

} // namespace

TEST_CASE("Pairs are ranked, filtered as one types, and told apart by decision") {
    Fixture fixture;
    REQUIRE(fixture.ready());
    const auto undecided = fixture.pairs();
    CHECK_FALSE(undecided.isEmpty());
    CHECK_FALSE(undecided.contains(pact)); // its review says what to do
    fixture.widget<QComboBox>("duplicationDecided").setCurrentIndex(1);
    CHECK(fixture.pairs() == QStringList{pact});
    fixture.widget<QComboBox>("duplicationDecided").setCurrentIndex(2);
    const auto all = fixture.pairs();
    CHECK(all.size() == undecided.size() + 1);
    auto* line = fixture.page.findChild<QLineEdit*>();
    REQUIRE(line);
    QTest::keyClicks(line, QStringLiteral("safety"));
    REQUIRE(tests::eventually([&] { return fixture.pairs().size() < all.size(); }));
    for (const auto& names : fixture.pairs()) {
        CHECK(names.contains(QStringLiteral("safety"), Qt::CaseInsensitive));
    }
    line->clear();
    fixture.widget<QComboBox>("duplicationKinds").setCurrentIndex(1);
    CHECK(fixture.pairs().size() >= all.size());
    CHECK(fixture.page.badge() >= 0);
    CHECK(fixture.page.headline().size() == 4);
}

TEST_CASE("A pair chosen is explained and selected") {
    Fixture fixture;
    REQUIRE(fixture.ready());
    auto& table = fixture.widget<QTableView>("duplicationPairs");
    table.selectRow(0);
    CHECK(fixture.session.selection().ids().size() == 2);
    QStringList words;
    for (const auto* label : fixture.inspector->findChildren<QLabel*>()) {
        words << label->text();
    }
    const auto text = words.join(QStringLiteral("\n"));
    CHECK(text.contains(table.model()->index(0, PairModel::first).data().toString()));
    CHECK(text.contains(QStringLiteral("Both (")));
    CHECK(text.contains(QStringLiteral("What the smaller costs a year")));
    CHECK(text.contains(QStringLiteral("not recorded")));
}

TEST_CASE("A review is one edit that can be undone, and moves the pair to the decided") {
    Fixture fixture;
    REQUIRE(fixture.ready());
    auto& table = fixture.widget<QTableView>("duplicationPairs");
    table.selectRow(0);
    const auto pair = fixture.pairs().first();
    fixture.widget<QComboBox>("reviewFinding").setCurrentText(QStringLiteral("Duplicate"));
    fixture.widget<QComboBox>("reviewDecision").setCurrentText(QStringLiteral("Merge into"));
    fixture.widget<QComboBox>("reviewMergeInto").setCurrentIndex(1);
    auto& record = fixture.widget<QPushButton>("reviewRecord");
    QTest::mouseClick(&record, Qt::LeftButton);
    CHECK(fixture.session.plan()->all<plan::Review>().size() == 1); // no reason given: not recorded
    fixture.widget<QPlainTextEdit>("reviewReason").setPlainText(QStringLiteral("The same people"));
    fixture.widget<QLineEdit>("reviewDecidedOn").setText(QStringLiteral("not a day"));
    QTest::mouseClick(&record, Qt::LeftButton);
    CHECK(fixture.session.plan()->all<plan::Review>().size() == 1);
    fixture.widget<QLineEdit>("reviewDecidedOn").setText(QStringLiteral("8 May 2013"));
    fixture.widget<QComboBox>("reviewStatus").setCurrentText(QStringLiteral("Agreed"));
    QTest::mouseClick(&record, Qt::LeftButton);
    CHECK(fixture.session.plan()->all<plan::Review>().size() == 1); // a merger agreed without screening
    fixture.widget<QPlainTextEdit>("reviewScreening").setPlainText(QStringLiteral("None lose more"));
    fixture.widget<QPlainTextEdit>("reviewConsulted").setPlainText(QStringLiteral("Both chairs"));
    fixture.widget<QPlainTextEdit>("reviewOutcome").setPlainText(QStringLiteral("They agree"));
    QTest::mouseClick(&record, Qt::LeftButton);
    REQUIRE(tests::eventually([&] { return fixture.session.plan()->all<plan::Review>().size() == 2; }));
    REQUIRE(tests::eventually([&] { return fixture.ready() && !fixture.pairs().contains(pair); }));
    const plan::Review* made = nullptr;
    for (const auto& review : fixture.session.plan()->all<plan::Review>()) {
        made = review.id == 801 ? made : &review;
    }
    REQUIRE(made);
    CHECK(made->finding == plan::Finding::duplicate);
    CHECK(made->reason == "The same people");
    CHECK(made->decidedOn == plan::Date{2013, 5, 8});
    CHECK(made->mechanisms.size() == 2);
    CHECK(made->mergeInto.id != 0);
    CHECK(made->consulted == "Both chairs");
    CHECK(made->factsWhenDecided.starts_with("pair="));
    fixture.session.undo();
    REQUIRE(tests::eventually([&] { return fixture.ready() && fixture.pairs().contains(pair); }));
    CHECK(fixture.session.plan()->all<plan::Review>().size() == 1);
}

TEST_CASE("After a review the next pair is chosen, and read from its top") {
    Fixture fixture;
    REQUIRE(fixture.ready());
    auto& table = fixture.widget<QTableView>("duplicationPairs");
    auto& scroll = fixture.widget<QScrollArea>("pairInspectorScroll");
    table.selectRow(1);
    const auto before = fixture.pairs();
    REQUIRE(before.size() > 3);
    auto& record = fixture.widget<QPushButton>("reviewRecord");
    REQUIRE(tests::eventually([&] { return scroll.verticalScrollBar()->maximum() > 0; }));
    scroll.verticalScrollBar()->setValue(scroll.verticalScrollBar()->maximum());
    fixture.widget<QComboBox>("reviewFinding").setCurrentText(QStringLiteral("Duplicate"));
    fixture.widget<QComboBox>("reviewDecision").setCurrentText(QStringLiteral("Keep"));
    fixture.widget<QComboBox>("reviewStatus").setCurrentText(QStringLiteral("Proposed"));
    fixture.widget<QPlainTextEdit>("reviewReason").setPlainText(QStringLiteral("Other people"));
    record.setFocus();
    QTest::keyClick(&record, Qt::Key_Space);
    REQUIRE(tests::eventually([&] { return fixture.ready() && !fixture.pairs().contains(before[1]); }));
    CHECK(table.currentIndex().row() == 1); // the one that has moved up
    CHECK(fixture.widget<ReviewForm>("reviewForm").pair().first != 0);
    CHECK(scroll.verticalScrollBar()->value() == 0);
    CHECK(fixture.page.focusWidget() == &table);
    const auto& chosen =
        static_cast<const PairModel*>(static_cast<const QAbstractProxyModel*>(table.model())->sourceModel());
    const auto& pair = chosen
                           ->at(static_cast<const QAbstractProxyModel*>(table.model())
                                    ->mapToSource(table.currentIndex())
                                    .row())
                           .pair;
    CHECK(fixture.widget<ReviewForm>("reviewForm").pair() == std::pair(pair.a, pair.b));
    scroll.verticalScrollBar()->setValue(scroll.verticalScrollBar()->maximum());
    QTest::keyClick(&table, Qt::Key_Down);
    CHECK(scroll.verticalScrollBar()->value() == 0);
}

TEST_CASE("A review that is refused says so at the field to put right, and goes there") {
    Fixture fixture;
    REQUIRE(fixture.ready());
    fixture.widget<QTableView>("duplicationPairs").selectRow(0);
    fixture.widget<QComboBox>("reviewDecision").setCurrentText(QStringLiteral("Keep"));
    auto& record = fixture.widget<QPushButton>("reviewRecord");
    auto& scroll = fixture.widget<QScrollArea>("pairInspectorScroll");
    REQUIRE(tests::eventually([&] { return scroll.verticalScrollBar()->maximum() > 0; }));
    scroll.verticalScrollBar()->setValue(scroll.verticalScrollBar()->maximum());
    record.setFocus();
    QTest::keyClick(&record, Qt::Key_Space);
    auto& reason = fixture.widget<QPlainTextEdit>("reviewReason");
    auto& complaint = fixture.widget<QLabel>("reviewComplaint");
    CHECK(complaint.isVisible());
    CHECK(fixture.inspector->focusWidget() == &reason);
    CHECK(tests::eventually([&] { return complaint.y() >= reason.y() + reason.height(); }));
    CHECK(complaint.y() < fixture.widget<QLineEdit>("reviewLostReach").y());
    CHECK_FALSE(reason.visibleRegion().isEmpty());
    CHECK_FALSE(complaint.visibleRegion().isEmpty());
    QTest::keyClicks(&reason, QStringLiteral("Other people"));
    CHECK_FALSE(complaint.isVisible());
}

TEST_CASE("Every finding has room in its column") {
    Fixture fixture;
    REQUIRE(fixture.ready());
    auto& table = fixture.widget<QTableView>("duplicationPairs");
    CHECK(table.columnWidth(PairModel::finding) >
          table.fontMetrics().horizontalAdvance(QStringLiteral("Recorded twice (reviewed)")) + 24);
}

TEST_CASE("What is not recorded enough leads to the mechanism that lacks it") {
    Fixture fixture;
    REQUIRE(fixture.ready());
    auto& gaps = fixture.widget<QTableWidget>("duplicationGaps");
    REQUIRE(gaps.rowCount() > 0);
    QSignalSpy shown(&fixture.session.selection(), &Selection::showRequested);
    Q_EMIT gaps.cellActivated(0, 0);
    CHECK(shown.count() == 1);
}

TEST_CASE("An empty plan is told what would be here") {
    Fixture fixture(false);
    REQUIRE(fixture.ready());
    QSignalSpy asked(&fixture.page, &Page::importRequested);
    auto& button = fixture.widget<QPushButton>("duplicationImport");
    CHECK(button.isVisible());
    QTest::mouseClick(&button, Qt::LeftButton);
    CHECK(asked.count() == 1);
}

TEST_CASE("The duplication page works by keyboard and for screen readers") {
    Fixture fixture;
    REQUIRE(fixture.ready());
    fixture.widget<QTableView>("duplicationPairs").selectRow(0);
    CHECK(tests::accessibilityProblems(fixture.page).join(QStringLiteral("; ")).toStdString() == "");
    CHECK(tests::accessibilityProblems(*fixture.inspector).join(QStringLiteral("; ")).toStdString() == "");
}
