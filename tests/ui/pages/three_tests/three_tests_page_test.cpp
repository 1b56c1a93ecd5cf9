#include "ui/pages/three_tests/three_tests_page.h"

#include "tests/support/accessibility_audit.h"
#include "tests/support/catch.h"
#include "tests/support/open_plan.h"
#include "ui/charts/bars_view.h"
#include "ui/session/selection.h"

#include <QComboBox>
#include <QPlainTextEdit>
#include <QPushButton>
#include <QRadioButton>
#include <QSignalSpy>
#include <QTableWidget>

using namespace wardmote;
using namespace wardmote::ui;
using plan::TestAnswer;

namespace {

struct Fixture {
    tests::TemporaryFolder folder;
    Session session;
    ThreeTestsPage page{session};
    std::unique_ptr<QWidget> inspector;

    explicit Fixture(bool open = true) {
        page.setToday({2014, 9, 1});
        inspector.reset(page.inspector());
        if (open) {
            session.adopt(tests::examplePlanFile(folder / "example.wardmote"));
        }
        page.resize(900, 900);
        page.show();
        inspector->resize(340, 700);
        inspector->show();
        page.activated();
    }
    bool ready() {
        return tests::eventually([this] { return page.isReady() && !session.isSaving(); });
    }
    template<class W>
    W& widget(const char* name) {
        auto* found = page.findChild<W*>(QString::fromLatin1(name));
        if (!found) {
            found = inspector->findChild<W*>(QString::fromLatin1(name));
        }
        REQUIRE(found);
        return *found;
    }
    QTableWidget& list() { return widget<QTableWidget>("threeTestsList"); }
    const plan::Mechanism& named(const QString& name) {
        for (const auto& mechanism : session.plan()->all<plan::Mechanism>()) {
            if (QString::fromStdString(mechanism.name) == name) {
                return mechanism;
            }
        }
        FAIL("no such mechanism");
        throw std::logic_error("unreached");
    }
};

} // namespace

TEST_CASE("Y, P and N answer the chosen test, each as one edit, and what fails two comes first") {
    Fixture fixture;
    REQUIRE(fixture.ready());
    auto& list = fixture.list();
    CHECK(list.rowCount() == 24); // one of 25 has ended
    CHECK(fixture.page.badge() == 0);
    const int last = list.rowCount() - 1;
    const auto name = list.item(last, 0)->text();
    list.setCurrentCell(last, 1);
    QTest::keyClick(&list, Qt::Key_N);
    REQUIRE(fixture.ready());
    CHECK(fixture.named(name).testLocalSolutions == TestAnswer::no);
    REQUIRE(tests::eventually([&] { return list.item(last, 4)->text() == QStringLiteral("1"); }));
    CHECK(list.item(last, 0)->text() == name); // while one answers, rows stay where they are
    CHECK(list.currentRow() == last);
    fixture.page.activated(); // come back to
    REQUIRE(fixture.ready());
    CHECK(list.item(0, 0)->text() == name);
    CHECK(list.currentRow() == 0); // the same mechanism stays chosen
    list.setCurrentCell(0, 2);
    QTest::keyClick(&list, Qt::Key_N);
    REQUIRE(tests::eventually([&] { return fixture.page.badge() == 1; }));
    list.setCurrentCell(0, 3);
    QTest::keyClick(&list, Qt::Key_P);
    REQUIRE(fixture.ready());
    CHECK(fixture.named(name).testEngagesPeople == TestAnswer::partly);
    CHECK(list.item(0, 3)->text().contains(QStringLiteral("Partly")));
    QTest::keyClick(&list, Qt::Key_Delete);
    REQUIRE(fixture.ready());
    CHECK_FALSE(fixture.named(name).testEngagesPeople);
    fixture.session.undo();
    REQUIRE(tests::settled(fixture.session));
    CHECK(fixture.named(name).testEngagesPeople == TestAnswer::partly);
}

TEST_CASE("By mouse a test is answered beside its evidence, and what it rests on is written") {
    Fixture fixture;
    REQUIRE(fixture.ready());
    fixture.list().setCurrentCell(2, 0);
    const auto name = fixture.list().item(2, 0)->text();
    CHECK(fixture.session.selection().ids().size() == 1);
    auto& yes = fixture.widget<QRadioButton>("test0answer0");
    QTest::mouseClick(&yes, Qt::LeftButton, {}, QPoint(8, yes.height() / 2));
    REQUIRE(fixture.ready());
    CHECK(fixture.named(name).testLocalSolutions == TestAnswer::yes);
    fixture.widget<QPlainTextEdit>("testEvidence").setPlainText(QStringLiteral("Minutes of March"));
    fixture.widget<QPlainTextEdit>("testEvidence").document()->setModified(true);
    QTest::mouseClick(&fixture.widget<QPushButton>("testEvidenceRecord"), Qt::LeftButton);
    REQUIRE(fixture.ready());
    CHECK(fixture.named(name).testEvidence == "Minutes of March");
}

TEST_CASE("Charts have tables that say the same") {
    Fixture fixture;
    REQUIRE(fixture.ready());
    CHECK_FALSE(fixture.widget<charts::BarsView>("threeTestsByTest").isVisible()); // of nothing
    auto& list = fixture.list();
    list.setCurrentCell(0, 1);
    QTest::keyClick(&list, Qt::Key_Y);
    auto& table = fixture.widget<QTableWidget>("threeTestsTableByTest");
    REQUIRE(tests::eventually([&] { return table.item(0, 1)->text() == QStringLiteral("1"); }));
    CHECK(table.item(0, 4)->text() == QStringLiteral("23"));
    CHECK(fixture.widget<charts::BarsView>("threeTestsByTest").chart().categories.size() == 3);
    auto& toggle = fixture.widget<QPushButton>("threeTestsShowByService");
    QTest::mouseClick(&toggle, Qt::LeftButton);
    auto& services = fixture.widget<QTableWidget>("threeTestsTableByService");
    CHECK(services.isVisible());
    QSignalSpy shown(&fixture.session.selection(), &Selection::showRequested);
    Q_EMIT services.cellActivated(0, 0);
    CHECK(shown.count() == 1);
}

TEST_CASE("Y, Down, Down, N answers the mechanism that is seen there") {
    Fixture fixture;
    REQUIRE(fixture.ready());
    auto& list = fixture.list();
    QStringList names;
    for (int row = 0; row < list.rowCount(); ++row) {
        names << list.item(row, 0)->text();
    }
    list.setCurrentCell(4, 1);
    QTest::keyClick(&list, Qt::Key_N);
    REQUIRE(tests::eventually([&] { return list.item(4, 4)->text() == QStringLiteral("1"); }));
    QTest::keyClick(&list, Qt::Key_Down);
    QTest::keyClick(&list, Qt::Key_Down);
    QTest::keyClick(&list, Qt::Key_Y);
    REQUIRE(tests::settled(fixture.session));
    CHECK(fixture.named(names[4]).testLocalSolutions == TestAnswer::no);
    CHECK(fixture.named(names[6]).testLocalSolutions == TestAnswer::yes);
}

TEST_CASE("The two charts name what is well first and what is not answered last") {
    Fixture fixture;
    REQUIRE(fixture.ready());
    const auto& byService = fixture.widget<charts::BarsView>("threeTestsByService").chart();
    REQUIRE(byService.series.size() == 4);
    CHECK(byService.series.front() == "Fail none");
    CHECK(byService.series[2] == "Fail two or more");
    CHECK(byService.series.back() == "Not all answered");
}

TEST_CASE("The list follows the filter") {
    Fixture fixture;
    REQUIRE(fixture.ready());
    fixture.widget<QComboBox>("threeTestsWhich").setCurrentIndex(1);
    CHECK(fixture.list().rowCount() == 0);
    fixture.widget<QComboBox>("threeTestsWhich").setCurrentIndex(2);
    CHECK(fixture.list().rowCount() == 24);
}

TEST_CASE("The three tests work by keyboard and for screen readers, and an empty plan is told what to do") {
    Fixture fixture;
    REQUIRE(fixture.ready());
    fixture.list().setCurrentCell(0, 1);
    CHECK(tests::accessibilityProblems(fixture.page).join(QStringLiteral("; ")).toStdString() == "");
    CHECK(tests::accessibilityProblems(*fixture.inspector).join(QStringLiteral("; ")).toStdString() == "");
    Fixture empty(false);
    REQUIRE(empty.ready());
    CHECK(empty.widget<QPushButton>("threeTestsImport").isVisible());
}
