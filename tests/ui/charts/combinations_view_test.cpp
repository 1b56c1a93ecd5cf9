#include "ui/charts/combinations_view.h"

#include "tests/support/catch.h"

#include <QSignalSpy>
#include <QTest>

using namespace wardmote::charts;

namespace {

CombinationChart chart() {
    CombinationChart chart;
    chart.sets = {QStringLiteral("Police"), QStringLiteral("Housing"), QStringLiteral("Libraries")};
    chart.combinations = {{{0, 1}, 3, QStringLiteral("3 areas")},
                          {{}, 1, QStringLiteral("1 area")},
                          {{1}, 7, QStringLiteral("7 areas")}};
    return chart;
}

} // namespace

TEST_CASE("Combinations stand largest first, and a click or Enter opens one") {
    CombinationsView view;
    view.setChart(chart());
    view.resize(500, 220);
    view.show();
    CHECK(view.shown() == std::vector<std::size_t>{2, 0, 1});
    QSignalSpy opened(&view, &CombinationsView::combinationOpened);
    QTest::mouseClick(&view, Qt::LeftButton, Qt::NoModifier, view.placeOf(1));
    REQUIRE(opened.size() == 1);
    CHECK(opened.back().front().toInt() == 0);
    QTest::keyClick(&view, Qt::Key_Left);
    QTest::keyClick(&view, Qt::Key_Return);
    CHECK(opened.back().front().toInt() == 2);
    QTest::keyClick(&view, Qt::Key_Right);
    QTest::keyClick(&view, Qt::Key_Right);
    QTest::keyClick(&view, Qt::Key_Right); // at the end it stays
    QTest::keyClick(&view, Qt::Key_Return);
    CHECK(opened.back().front().toInt() == 1);
}

TEST_CASE("A screen reader hears every combination and what it is of") {
    CombinationsView view;
    view.setChart(chart());
    CHECK(view.accessibleDescription() ==
          QStringLiteral("Housing: 7 areas; Police + Housing: 3 areas; none: 1 area"));
}

TEST_CASE("A set that is in every combination is named apart, since its dots tell nothing") {
    CombinationsView view;
    auto all = chart();
    CHECK((view.setChart(all), view.everywhere().empty()));
    for (auto& combination : all.combinations) {
        combination.sets.push_back(2);
    }
    view.setChart(all);
    CHECK(view.everywhere() == std::vector<std::size_t>{2});
}

TEST_CASE("Where there is little room the smallest combinations are left to the table") {
    CombinationsView view;
    view.setChart(chart());
    view.resize(view.placeOf(0).x() + 20, 220);
    CHECK(view.shown() == std::vector<std::size_t>{2});
    view.setChart({});
    CHECK(view.shown().empty());
    view.grab(); // an empty chart draws nothing and does not fail
}
