#include "core/exchange/matching/gaps.h"
#include "tests/core/exchange/matching/tables.h"

using namespace wardmote;
using namespace wardmote::tests;

TEST_CASE("the most useful blanks come first") {
    const std::vector tables{tableOf({{"Name", "Frequency", "Themes", "Attendees"},
                                      {"Yearly", "annual", "", ""},
                                      {"Weekly", "weekly", "planning", ""},
                                      {"Unknown", "", "planning", "Curo"}})};
    const auto plan =
        after(emptyPlan(), proposed(tables, emptyPlan(), "list.csv", plan::RecordKind::mechanism));
    const auto gaps = exchange::gapsOf(plan);
    REQUIRE(gaps.size() == 3);
    CHECK(gaps[0].mechanism == named<plan::Mechanism>(plan, "Weekly")->id);
    CHECK(gaps[0].missing.front()->key == "areas");
    CHECK(gaps[0].missing.size() == 3);
    CHECK(gaps[0].usefulness == Approx(52 * (0.35 + 0.15 + 0.20)));
    CHECK(gaps[1].mechanism == named<plan::Mechanism>(plan, "Yearly")->id);
    CHECK(gaps[2].missing.size() == 3);
}
