#include "core/analysis/area_values.h"
#include "tests/core/analysis/squares_plan.h"
#include "tests/support/catch.h"
#include "tests/support/properties.h"

using namespace wardmote;
using namespace wardmote::analysis;

TEST_CASE("Values of areas: not recorded is never zero, and a mechanism for everybody fills no gap") {
    tests::SquaresPlan squares(3, 1); // of 100 hectares each
    squares.area(1001, [](plan::Area& area) {
        area.residents = 250;
        area.deprivationScore = 12.5;
    });
    squares.area(1002, [](plan::Area& area) {
        area.residents = 0;
        area.landAreaHectares = 50;
    });
    auto local = tests::madeOf<plan::Mechanism>(601, "Forum");
    local.areas = {{{1001}}, {{1002}}, {{1001}}};
    auto ended = tests::madeOf<plan::Mechanism>(602, "Old forum");
    ended.areas = {{{1003}}};
    ended.status = plan::MechanismStatus::ended;
    auto whole = tests::madeOf<plan::Mechanism>(603, "Survey");
    whole.wholePlan = true;
    for (const auto& mechanism : {local, ended, whole}) {
        squares.plan.put(mechanism);
    }
    using Values = std::vector<std::optional<double>>;
    CHECK(areaValues(squares.plan, AreaValue::residents) == Values{250.0, 0.0, std::nullopt});
    CHECK(areaValues(squares.plan, AreaValue::density) == Values{2.5, 0.0, std::nullopt});
    CHECK(areaValues(squares.plan, AreaValue::deprivation) == Values{12.5, std::nullopt, std::nullopt});
    CHECK(areaValues(squares.plan, AreaValue::mechanisms) == Values{1.0, 1.0, 0.0});
}

TEST_CASE("Classes of about as many areas each") {
    const std::vector<std::optional<double>> values{9.0, 1.0, 2.0, std::nullopt, 3.0, 4.0, 100.0};
    CHECK(valueClasses(values, 3) == std::vector<ValueClass>{{1, 2}, {3, 4}, {9, 100}});
    CHECK(valueClasses(std::vector<std::optional<double>>{std::nullopt}).empty());
    CHECK(valueClasses(std::vector<std::optional<double>>{5.0, 5.0, 5.0}) == std::vector<ValueClass>{{5, 5}});
}

TEST_CASE("Every value has its class") {
    tests::holds("classes cover the values in order", [](const std::vector<int>& numbers) {
        std::vector<std::optional<double>> values(numbers.begin(), numbers.end());
        const auto classes = valueClasses(values);
        RC_ASSERT(classes.size() <= 5);
        RC_ASSERT(classes.empty() == values.empty());
        for (const auto& value : values) {
            const auto at = classOf(classes, *value);
            RC_ASSERT(at < classes.size());
            RC_ASSERT(classes[at].from <= *value && *value <= classes[at].to);
        }
        for (std::size_t i = 1; i < classes.size(); ++i) {
            RC_ASSERT(classes[i - 1].to < classes[i].from);
        }
    });
}
