#include "ui/pages/load/load_page.h"

#include "tests/support/accessibility_audit.h"
#include "tests/ui/pages/analysis_page_fixture.h"
#include "ui/charts/bars_view.h"
#include "ui/charts/matrix_view.h"
#include "ui/session/selection.h"
#include "ui/widgets/filter_bar.h"

#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QSignalSpy>
#include <QTableWidget>

using namespace wardmote;
using namespace wardmote::ui;

namespace {

struct Fixture : tests::AnalysisPageFixture<LoadPage> {
    Fixture() {
        begin();
        REQUIRE(ready());
    }
};

} // namespace

TEST_CASE("The load is ranked, in a chart and in a table, and one is looked at by month") {
    Fixture fixture;
    auto& bars = fixture.widget<charts::BarsView>("loadBars");
    REQUIRE(bars.chart().categories.size() > 3);
    CHECK(bars.chart().categories[0].values[0] >= bars.chart().categories[1].values[0]);
    QTest::mouseClick(&fixture.widget<QPushButton>("loadShowRanking"), Qt::LeftButton);
    auto& table = fixture.widget<QTableView>("loadTable");
    CHECK(table.isVisible());
    table.setFocus();
    QTest::keyClick(&table, Qt::Key_Down);
    CHECK(fixture.session.selection().kind() == plan::RecordKind::organisation);
    CHECK_FALSE(fixture.widget<QLabel>("loadWords").text().isEmpty());
    CHECK(fixture.widget<charts::BarsView>("loadMonths").chart().categories.size() == 12);
    CHECK(table.model()->index(0, 7).data().toString() == "no limit set");
    CHECK(tests::accessibilityProblems(fixture.page).join(u'\n').toStdString() == "");
}

TEST_CASE("A cell and a body open the mechanisms behind them") {
    Fixture fixture;
    QSignalSpy shown(&fixture.session.selection(), &Selection::showRequested);
    QTest::mouseClick(&fixture.widget<QPushButton>("loadOpen"), Qt::LeftButton);
    REQUIRE(shown.count() == 1);
    CHECK(shown[0][0].value<plan::RecordKind>() == plan::RecordKind::mechanism);
    auto& matrix = fixture.widget<charts::MatrixView>("loadMatrix");
    REQUIRE(matrix.model()->rowCount() > 0);
    auto& asks = fixture.widget<QTableView>("loadMatrixTable");
    Q_EMIT asks.activated(asks.model()->index(0, 0));
    CHECK(shown.count() == 2);
}

TEST_CASE("A limit is one edit, and then weeks and months over it are counted") {
    Fixture fixture;
    fixture.prompts.choices.push_back("1 a week, 2 a month");
    QTest::mouseClick(&fixture.widget<QPushButton>("loadLimits"), Qt::LeftButton);
    REQUIRE(tests::settled(fixture.session));
    CHECK(fixture.session.plan()->settings().meetingsAWeekLimit == 1);
    CHECK(fixture.session.plan()->settings().meetingsAMonthLimit == 2);
    REQUIRE(tests::eventually([&] { return fixture.page.isReady(); }));
    CHECK(fixture.widget<QTableView>("loadTable").model()->index(0, 7).data().toString() != "no limit set");
}

TEST_CASE("The filter narrows the ranking") {
    Fixture fixture;
    auto& table = fixture.widget<QTableView>("loadTable");
    const int all = table.model()->rowCount();
    fixture.page.findChild<FilterBar*>()->filter().setText("police");
    CHECK(table.model()->rowCount() < all);
    fixture.page.findChild<FilterBar*>()->filter().setText("no such body");
    CHECK(table.model()->rowCount() == 0);
}
