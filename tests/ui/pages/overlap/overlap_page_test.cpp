#include "ui/pages/overlap/overlap_page.h"

#include "tests/support/accessibility_audit.h"
#include "tests/ui/pages/analysis_page_fixture.h"
#include "ui/charts/matrix_view.h"
#include "ui/pages/overlap/hours_chart.h"
#include "ui/session/selection.h"

#include <QPushButton>
#include <QSignalSpy>
#include <QTableWidget>

using namespace wardmote;
using namespace wardmote::ui;

namespace {

struct Fixture : tests::AnalysisPageFixture<OverlapPage> {
    explicit Fixture(bool open = true) { begin({2014, 9, 1}, open); }
};

} // namespace

TEST_CASE("Every chart of the overlap page has its table") {
    Fixture fixture;
    REQUIRE(fixture.ready());
    auto& matrix = fixture.widget<charts::MatrixView>("overlapMatrix");
    CHECK(matrix.model()->rowCount() == matrix.model()->columnCount());
    CHECK(matrix.model()->rowCount() > 3);
    auto& table = fixture.widget<QTableWidget>("overlapMatrixTable");
    CHECK_FALSE(table.isVisible());
    QTest::mouseClick(&fixture.widget<QPushButton>("overlapShowMatrix"), Qt::LeftButton);
    CHECK(table.isVisible());
    CHECK(table.rowCount() > 0);
    QTest::mouseClick(&fixture.widget<QPushButton>("overlapShowHours"), Qt::LeftButton);
    CHECK(fixture.widget<QTableWidget>("overlapHoursTable").isVisible());
    CHECK(fixture.page.headline().size() == 2);
}

TEST_CASE("A cell, a bar and a row open the records behind them") {
    Fixture fixture;
    REQUIRE(fixture.ready());
    QSignalSpy shown(&fixture.session.selection(), &Selection::showRequested);
    auto& matrix = fixture.widget<charts::MatrixView>("overlapMatrix");
    matrix.setFocus();
    bool opened = false;
    for (int row = 0; row < matrix.model()->rowCount() && !opened; ++row) {
        for (int column = 0; column < matrix.model()->columnCount() && !opened; ++column) {
            if (matrix.model()->index(row, column).data().toInt() > 0) {
                matrix.setCurrentIndex(matrix.model()->index(row, column));
                QTest::keyClick(&matrix, Qt::Key_Return);
                opened = true;
            }
        }
    }
    REQUIRE(opened);
    REQUIRE(shown.count() == 1);
    CHECK(shown[0][0].value<plan::RecordKind>() == plan::RecordKind::mechanism);
    CHECK(shown[0][1].value<std::vector<plan::Id>>().size() >= 2);
    auto& hours = fixture.widget<QTableWidget>("overlapHoursTable");
    for (int row = 0; row < hours.rowCount(); ++row) {
        Q_EMIT hours.cellActivated(row, 2);
        Q_EMIT hours.cellActivated(row, 3);
    }
    CHECK(shown.count() > hours.rowCount());
    auto& where = fixture.widget<QTableWidget>("overlapCombinations");
    REQUIRE(where.rowCount() > 1);
    shown.clear();
    Q_EMIT where.cellActivated(0, 0);
    REQUIRE(shown.count() == 1);
    CHECK(shown[0][0].value<plan::RecordKind>() == plan::RecordKind::area);
}

TEST_CASE("The overlap page says what would be here and can be used by everyone") {
    {
        Fixture fixture(false);
        REQUIRE(fixture.ready());
        CHECK(fixture.widget<QPushButton>("overlapImport").isVisible());
    }
    Fixture fixture;
    REQUIRE(fixture.ready());
    CHECK(tests::accessibilityProblems(fixture.page).join(QStringLiteral("; ")).toStdString() == "");
}
