#include "ui/pages/coverage/coverage_page.h"

#include "tests/support/accessibility_audit.h"
#include "tests/ui/pages/analysis_page_fixture.h"
#include "ui/charts/map_widget.h"
#include "ui/charts/matrix_view.h"
#include "ui/session/selection.h"

#include <QComboBox>
#include <QPushButton>
#include <QSignalSpy>
#include <QTableWidget>

#include <algorithm>

using namespace wardmote;
using namespace wardmote::ui;

namespace {

struct Fixture : tests::AnalysisPageFixture<CoveragePage> {
    Fixture() {
        begin();
        REQUIRE(ready());
    }
};

} // namespace

TEST_CASE("The coverage page changes its grid by keyboard and keeps grid and table alike") {
    Fixture fixture;
    auto& grids = fixture.widget<QComboBox>("coverageGrid");
    auto& matrix = fixture.widget<charts::MatrixView>("coverageMatrix");
    auto& table = fixture.widget<QTableWidget>("coverageMatrixTable");
    for (int grid = 0; grid < grids.count(); ++grid) {
        REQUIRE(tests::eventually([&] { return fixture.page.isReady(); }));
        const auto& answer = *fixture.page.answer();
        CHECK(int(answer.grid.kind) == grids.itemData(grid).toInt());
        const auto rows = int(answer.grid.rows.size());
        const auto columns = int(answer.grid.columns.size());
        const bool turned = columns > 8 && rows < columns;
        CHECK(matrix.model()->rowCount() == (turned ? columns : rows));
        CHECK(matrix.model()->columnCount() == (turned ? rows : columns));
        CHECK(table.rowCount() == matrix.model()->rowCount() * matrix.model()->columnCount());
        QTest::keyClick(&grids, Qt::Key_Down);
    }
    CHECK_FALSE(table.isVisible());
    QTest::mouseClick(&fixture.widget<QPushButton>("coverageShowMatrix"), Qt::LeftButton);
    CHECK(table.isVisible());
    CHECK_FALSE(matrix.isVisible());
}

TEST_CASE("A cell of the coverage grid opens its mechanisms, in name only too") {
    Fixture fixture;
    auto& matrix = fixture.widget<charts::MatrixView>("coverageMatrix");
    QSignalSpy shown(&fixture.session.selection(), &Selection::showRequested);
    const auto& grid = fixture.page.answer()->grid;
    bool opened = false;
    for (std::size_t row = 0; row < grid.rows.size() && !opened; ++row) {
        for (std::size_t column = 0; column < grid.columns.size() && !opened; ++column) {
            if (grid.at(row, column).covered.empty() && !grid.at(row, column).nominal.empty()) {
                matrix.setFocus();
                const bool turned = matrix.model()->rowCount() != int(grid.rows.size());
                matrix.setCurrentIndex(
                    matrix.model()->index(int(turned ? column : row), int(turned ? row : column)));
                CHECK(matrix.currentIndex().data().toString().startsWith(QLatin1Char('(')));
                QTest::keyClick(&matrix, Qt::Key_Return);
                REQUIRE(shown.size() == 1);
                CHECK(shown.front()[1].value<std::vector<plan::Id>>() == grid.at(row, column).nominal);
                opened = true;
            }
        }
    }
    CHECK(opened);
}

TEST_CASE("A cell that is a gap opens the areas without, and one that is not says which cover") {
    Fixture fixture;
    auto& matrix = fixture.widget<charts::MatrixView>("coverageMatrix");
    const auto& grid = fixture.page.answer()->grid;
    const bool turned = matrix.model()->rowCount() != int(grid.rows.size());
    bool gap = false;
    bool both = false;
    for (std::size_t row = 0; row < grid.rows.size(); ++row) {
        for (std::size_t column = 0; column < grid.columns.size(); ++column) {
            const auto& cell = grid.at(row, column);
            const bool isGap = cell.covered.empty() && cell.nominal.empty() && !cell.areasNone.empty();
            const bool isBoth = !cell.covered.empty() && !cell.nominal.empty();
            if (!(isGap && !gap) && !(isBoth && !both)) {
                continue;
            }
            QSignalSpy shown(&fixture.session.selection(), &Selection::showRequested);
            matrix.setCurrentIndex(
                matrix.model()->index(int(turned ? column : row), int(turned ? row : column)));
            QTest::keyClick(&matrix, Qt::Key_Return);
            REQUIRE(shown.size() == 1);
            if (isGap) {
                CHECK(shown.front()[1].value<std::vector<plan::Id>>() == cell.areasNone);
            } else {
                CHECK(shown.front()[2].toString().contains(QStringLiteral("in name only")));
                CHECK(shown.front()[2].toString().contains(QStringLiteral("cover")));
            }
            gap = gap || isGap;
            both = both || isBoth;
        }
    }
    CHECK((gap || both));
    CHECK(gap);
}

TEST_CASE("A gap opens the areas it leaves out, and shows them on the map") {
    Fixture fixture;
    auto& gaps = fixture.widget<QTableWidget>("coverageGaps");
    REQUIRE(gaps.rowCount() > 0);
    auto& onMap = fixture.widget<QPushButton>("coverageOnMap");
    CHECK_FALSE(onMap.isEnabled());
    gaps.setFocus();
    gaps.setCurrentCell(0, 0);
    QSignalSpy shown(&fixture.session.selection(), &Selection::showRequested);
    QTest::keyClick(&gaps, Qt::Key_Return);
    REQUIRE(shown.size() == 1);
    const auto& map = fixture.widget<charts::MapWidget>("coverageMap").spec();
    REQUIRE(map.shades.size() == 3);
    const auto& first = fixture.page.answer()->gaps.front();
    CHECK(map.shadedBy ==
          QString::fromStdString(plan::nameOf(*fixture.session.plan(), first.kind, first.of)));
    const auto none = std::ranges::count_if(map.areas, [](const auto& area) { return area.shade == 2; });
    CHECK(std::size_t(none) == first.areasNone.size());
    QSignalSpy pages(&fixture.page, &Page::pageRequested);
    QTest::mouseClick(&onMap, Qt::LeftButton);
    REQUIRE(pages.size() == 1);
    CHECK(pages.front().front().toString() == QStringLiteral("map"));
    const auto& gap = fixture.page.answer()->gaps.front();
    CHECK(fixture.session.selection().ids() == (gap.areasNone.empty() ? gap.areasNominal : gap.areasNone));
}

TEST_CASE("The coverage page follows an edit and can be used without a mouse") {
    Fixture fixture;
    CHECK(tests::accessibilityProblems(fixture.page) == QStringList());
    const auto before = fixture.page.answer()->protectedOnes.size();
    plan::Audience faith;
    faith.id = 99'001;
    faith.name = "People of faith";
    faith.protectedCharacteristic = true;
    plan::Changes changes;
    changes.insert(faith);
    fixture.session.perform("Add an audience", changes);
    REQUIRE(tests::eventually(
        [&] { return fixture.page.isReady() && fixture.page.answer()->protectedOnes.size() == before + 1; }));
    CHECK(fixture.widget<QTableWidget>("coverageCharacteristics").rowCount() == int(before) + 1);
}
