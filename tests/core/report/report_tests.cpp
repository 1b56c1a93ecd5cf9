#include "core/report/cluster_report.h"
#include "core/report/plan_report.h"
#include "core/report/wording.h"
#include "tests/core/report/made_plan.h"
#include "tests/support/catch.h"

#include <algorithm>

using namespace wardmote;
using namespace wardmote::tests;

TEST_CASE("a cluster report says what is recorded and only of its own place") {
    const auto made = madePlan();
    const auto document = report::clusterReport(made.plan, made.cluster, reportOptions());
    REQUIRE(document);
    CHECK(document->problems().empty());
    const auto text = textOf(*document);
    CHECK(text.find("North hub: how services and communities talk") != std::string::npos);
    CHECK(document->subtitle == "Hub report");
    CHECK(text.find("Tenant panel") != std::string::npos);
    CHECK(text.find("Elsewhere forum") == std::string::npos);
    CHECK(text.find("\xC2\xA3"
                    "1,234") != std::string::npos);
    CHECK(text.find("Contains OS data") != std::string::npos);
    // Burton's residents are not recorded: the sum is a lower bound, and the area's own cell says so in
    // words.
    CHECK(text.find("at least 1,000 residents") != std::string::npos);
    CHECK(text.find("Burton | Parish | not recorded | not recorded") != std::string::npos);
}

TEST_CASE("a possible duplicate comes with its reasons and the decision taken") {
    const auto made = madePlan();
    const auto document = report::clusterReport(made.plan, made.cluster, reportOptions());
    REQUIRE(document);
    const auto text = textOf(*document);
    CHECK(text.find("# Tenant panel and Safer estates group") != std::string::npos);
    CHECK(text.find("Place 1.00: 2 of 2 areas in common (Ashby and Burton)") != std::string::npos);
    CHECK(text.find("Attendance: not recorded for Tenant panel and Safer estates group") !=
          std::string::npos);
    CHECK(text.find("Share a meeting. Decided by Cabinet on 4 March 2026. Reason: Same people, same room.") !=
          std::string::npos);
    // Careful words: a score alone never makes a duplicate.
    CHECK(text.find("is a duplicate") == std::string::npos);
}

TEST_CASE("the whole plan's report sets the clusters side by side and says what is in none") {
    const auto made = madePlan();
    const auto document = report::planReport(made.plan, reportOptions());
    REQUIRE(document);
    CHECK(document->problems().empty());
    const auto text = textOf(*document);
    CHECK(text.find("In no hub: Carlton.") != std::string::npos);
    CHECK(text.find("Elsewhere forum") != std::string::npos);
}

TEST_CASE("costs name those who bear most of each line, not of paid time alone") {
    auto made = madePlan();
    auto plan = *made.plan;
    auto held = *plan.find<plan::Mechanism>(100);
    for (int i = 0; i < 30; ++i) {
        plan::Organisation organisation;
        organisation.id = 1000 + i;
        organisation.name = "Service " + std::to_string(i);
        held.attending.push_back({{organisation.id}, 2 + i, true, {}, {}, {}});
        plan.put(organisation);
    }
    held.attending.push_back({{12}, 4, false, {}, {}, {}});
    plan.put(held);
    const auto document =
        report::planReport(std::make_shared<const plan::Plan>(std::move(plan)), reportOptions());
    REQUIRE(document);
    const report::Table* bearers = nullptr;
    for (const auto& block : document->blocks) {
        const auto* table = std::get_if<report::Table>(&block);
        if (table && table->caption == "Cost a year by the organisation that bears it") {
            bearers = table;
        }
    }
    REQUIRE(bearers);
    const auto rowOf = [&](const std::string& name) {
        return std::ranges::find(bearers->rows, name, [](const auto& row) { return row.cells[0]; });
    };
    REQUIRE(rowOf("Residents' group") != bearers->rows.end());
    CHECK(rowOf("Residents' group")->cells[3] != report::notRecorded);
    CHECK(rowOf("Police") != bearers->rows.end()); // has the spending
    CHECK(rowOf("Service 29") != bearers->rows.end());
    CHECK(bearers->rows.back().summary);
    CHECK(bearers->rows.back().cells[0].ends_with("other organisations"));
    CHECK(bearers->rows.back().cells[3] == report::notRecorded);
    CHECK(bearers->rows.size() == 15);
}

TEST_CASE("meetings recorded for some only are at least so many") {
    auto made = madePlan();
    auto plan = *made.plan;
    auto unknown = *plan.find<plan::Mechanism>(102);
    unknown.meetingsAYear.reset();
    plan.put(unknown);
    const auto document =
        report::planReport(std::make_shared<const plan::Plan>(std::move(plan)), reportOptions());
    REQUIRE(document);
    CHECK(textOf(*document).find("at least 12 meetings a year") != std::string::npos);
}

TEST_CASE("an empty plan, an empty cluster and a cluster that is gone have reports or reasons") {
    const auto empty = report::planReport(std::make_shared<const plan::Plan>([] {
                                              plan::Plan plan;
                                              plan.put(plan::Settings{});
                                              return plan;
                                          }()),
                                          reportOptions());
    REQUIRE(empty);
    CHECK(empty->problems().empty());

    auto plan = *madePlan().plan;
    plan::Cluster bare;
    bare.id = 501;
    bare.name = "Bare hub";
    bare.arrangement = {400};
    plan.put(bare);
    const auto snapshot = std::make_shared<const plan::Plan>(std::move(plan));
    const auto document = report::clusterReport(snapshot, 501, reportOptions());
    REQUIRE(document);
    CHECK(textOf(*document).find("Tenant panel and") == std::string::npos);

    const auto gone = report::clusterReport(snapshot, 999, reportOptions());
    REQUIRE(!gone);
    CHECK(gone.error().message.find("hub") != std::string::npos);
}

TEST_CASE("a tree that is wrong says how") {
    report::Document document;
    document.title = "T";
    document.heading(2, "Too deep");
    report::Table table;
    table.columns = {{"A", report::Align::left, 0}};
    table.rows = {{{"x", "y"}}};
    document.add(table);
    CHECK(document.problems().size() == 2);
    CHECK_THROWS(report::Figure(" ", "caption", report::BarChart{}));
}

TEST_CASE("figures in words") {
    CHECK(report::grouped(1234567) == "1,234,567");
    CHECK(report::grouped(-999) == "\xE2\x88\x92"
                                   "999");
    CHECK(report::money(plan::Money{194050}) == "\xC2\xA3"
                                                "1,940.50");
    CHECK(report::decimal(0.860, 2) == "0.86");
    CHECK(report::decimal(12.0, 1) == "12");
    CHECK(report::hours(0.2) == "under an hour");
    CHECK(report::joined({"a", "b", "c"}) == "a, b and c");
    analysis::Hours blank;
    CHECK(report::figure(blank) == "not recorded");
    CHECK(!report::isAddress("javascript:alert(1)"));
}
