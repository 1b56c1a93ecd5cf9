#include "tests/core/exchange/matching/tables.h"
#include "tests/support/example_plan.h"

using namespace wardmote;
using namespace wardmote::tests;
using plan::RecordKind;

namespace {

/// The example plan with a second arrangement to respond to, and Saltford's council by its name.
plan::Plan twoArrangements() {
    auto plan = examplePlan();
    plan::Arrangement option;
    option.id = 552;
    option.name = "Option A";
    plan.put(option);
    auto saltford = *plan.find<plan::Area>(102);
    saltford.localCouncilName = "Saltford Parish Council";
    plan.put(saltford);
    return plan;
}

} // namespace

TEST_CASE("a list of responses is imported as councils keep it") {
    const std::vector tables{
        tableOf({{"Responses to the consultation"},
                 {},
                 {"Parish", "Respondent", "Option", "Position", "Minute", "Date of response", "Comments"},
                 {"Saltford", "Saltford Parish Council", "Option A", "Supports", "112/26", "6 Oct 2026",
                  "Easier to follow"},
                 {"Keynsham", "Keynsham Town Council", "Option A", "objects", "", "", ""}})};
    const auto proposal = proposed(tables, twoArrangements(), "responses.csv", RecordKind::localResponse);
    const auto plan = after(twoArrangements(), proposal);
    REQUIRE(plan.count(RecordKind::localResponse) == 2);
    const auto* response = named<plan::LocalResponse>(plan, "Saltford Parish Council");
    REQUIRE(response);
    CHECK(response->area.id == 102);
    CHECK(response->arrangement.id == 552);
    CHECK(response->view == plan::LocalView::supports);
    CHECK(response->minuteReference == "112/26");
    CHECK(response->respondedOn == plan::Date{2026, 10, 6});
    CHECK(response->words == "Easier to follow");
    // The same list again changes nothing.
    CHECK(proposed(tables, plan, "responses.csv", RecordKind::localResponse).changes.empty());
}

TEST_CASE("a list that names parishes alone is of their local councils") {
    const std::vector tables{
        tableOf({{"Parish", "View"}, {"Saltford", "No view"}, {"Chew Magna", "Supports"}})};
    const auto plan =
        after(twoArrangements(), proposed(tables, twoArrangements(), "views.csv", RecordKind::localResponse));
    const auto* named1 = named<plan::LocalResponse>(plan, "Saltford Parish Council");
    REQUIRE(named1);
    CHECK(named1->area.id == 102);
    const auto* named2 = named<plan::LocalResponse>(plan, "Chew Magna local council");
    REQUIRE(named2);
    CHECK(named2->view == plan::LocalView::supports);
    CHECK(proposed(tables, plan, "views.csv", RecordKind::localResponse).changes.empty());
}

TEST_CASE("one council's answers to two arrangements are two responses, and an update finds its own") {
    auto plan = after(twoArrangements(),
                      proposed({tableOf({{"Who responds", "Area", "Arrangement", "View"},
                                         {"Saltford Parish Council", "Saltford", "Option A", "Supports"},
                                         {"Saltford Parish Council", "Saltford", "Forums 2014", "Objects"},
                                         {"Residents' Association", "Saltford", "Option A", "Objects"},
                                         {"Residents' Association", "Keynsham", "Option A", "Supports"}})},
                               twoArrangements(), "a.csv", RecordKind::localResponse));
    CHECK(plan.count(RecordKind::localResponse) == 4);
    plan = after(plan, proposed({tableOf({{"Who responds", "Area", "Arrangement", "View"},
                                          {"Saltford Parish Council", "Saltford", "Option A", "No view"}})},
                                plan, "b.csv", RecordKind::localResponse));
    CHECK(plan.count(RecordKind::localResponse) == 4);
    int noView = 0;
    for (const auto& response : plan.all<plan::LocalResponse>()) {
        noView += response.view == plan::LocalView::noView ? 1 : 0;
        CHECK((response.view != plan::LocalView::noView || response.arrangement.id == 552));
    }
    CHECK(noView == 1);
}
