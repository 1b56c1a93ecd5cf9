#include "core/report/cluster_report.h"
#include "core/report/plan_report.h"
#include "core/report/wording.h"
#include "tests/support/catch.h"

using namespace wardmote;

namespace {

struct Made {
    plan::PlanRef plan;
    plan::Id cluster = 500;
};

plan::Mechanism mechanism(plan::Id id, const char* name, std::vector<plan::Id> areas) {
    plan::Mechanism made;
    made.id = id;
    made.name = name;
    made.status = plan::MechanismStatus::active;
    made.basis = plan::MechanismBasis::serviceBased;
    made.service = {10 + id % 2};
    for (const auto area : areas) {
        made.areas.push_back({{area}});
    }
    made.themes = {{{30}}};
    made.audiences = {{{40}}};
    made.meetingsAYear = 6;
    made.lengthHours = 2;
    return made;
}

/// Two areas in one cluster and one outside; three mechanisms, two of them alike, and a decision on these.
Made madePlan() {
    plan::Plan plan;
    plan::Settings settings;
    settings.name = "A plan";
    settings.clusterWord = "hub";
    settings.clusterWordPlural = "hubs";
    settings.attributions = {{"Contains OS data"}};
    plan.put(settings);
    for (const auto& [id, name] : {std::pair{10, "Housing"}, {11, "Police"}, {12, "Residents' group"}}) {
        plan::Organisation organisation;
        organisation.id = id;
        organisation.name = name;
        plan.put(organisation);
    }
    plan::Theme theme;
    theme.id = 30;
    theme.name = "Safety";
    plan.put(theme);
    plan::Audience audience;
    audience.id = 40;
    audience.name = "Tenants";
    plan.put(audience);
    for (const auto& [id, name] : {std::pair{1, "Ashby"}, {2, "Burton"}, {3, "Carlton"}}) {
        plan::Area area;
        area.id = id;
        area.name = name;
        area.kind = plan::AreaKind::parish;
        if (id != 2) {
            area.residents = 1000 * id;
        }
        area.easting = 360000.0 + 1000 * id;
        area.northing = 160000.0 + 500 * (id % 2);
        plan.put(area);
    }
    plan::Arrangement arrangement;
    arrangement.id = 400;
    arrangement.name = "As now";
    plan.put(arrangement);
    plan::Cluster cluster;
    cluster.id = 500;
    cluster.name = "North hub";
    cluster.arrangement = {400};
    cluster.areas = {{{1}, true}, {{2}, true}};
    plan.put(cluster);
    plan.put(mechanism(100, "Tenant panel", {1, 2}));
    auto alike = mechanism(101, "Safer estates group", {1, 2});
    alike.spending = {{plan::SpendingKind::hire, plan::Money{123400}, {11}}};
    plan.put(alike);
    plan.put(mechanism(102, "Elsewhere forum", {3}));
    plan::Review review;
    review.id = 600;
    review.mechanisms = {{{100}}, {{101}}};
    review.decision = plan::WhatToDo::shareAMeeting;
    review.reason = "Same people, same room";
    review.decidedBy = "Cabinet";
    review.decidedOn = plan::Date{2026, 3, 4};
    plan.put(review);
    return {std::make_shared<const plan::Plan>(std::move(plan))};
}

/// Every word of the tree, one block a line.
std::string textOf(const report::Document& document) {
    std::string text = document.title + "\n";
    for (const auto& block : document.blocks) {
        if (const auto* heading = std::get_if<report::Heading>(&block)) {
            text += "# " + heading->text;
        } else if (const auto* paragraph = std::get_if<report::Paragraph>(&block)) {
            text += report::plainText(paragraph->spans);
        } else if (const auto* list = std::get_if<report::List>(&block)) {
            for (const auto& item : list->items) {
                text += "- " + report::plainText(item) + "\n";
            }
        } else if (const auto* table = std::get_if<report::Table>(&block)) {
            text += table->caption + "\n";
            for (const auto& row : table->rows) {
                for (const auto& cell : row.cells) {
                    text += cell + " | ";
                }
                text += "\n";
            }
        } else if (const auto* figure = std::get_if<report::Figure>(&block)) {
            text += "[" + figure->alternative() + "]";
        } else if (const auto* figures = std::get_if<report::KeyFigures>(&block)) {
            for (const auto& one : figures->figures) {
                text += one.value + " " + one.caption + " (" + one.remark + ")\n";
            }
        }
        text += "\n";
    }
    return text;
}

report::ReportOptions options() {
    report::ReportOptions made;
    made.today = {2026, 11, 22};
    return made;
}

} // namespace

TEST_CASE("a cluster report says what is recorded and only of its own place") {
    const auto made = madePlan();
    const auto document = report::clusterReport(made.plan, made.cluster, options());
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
    const auto document = report::clusterReport(made.plan, made.cluster, options());
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
    const auto document = report::planReport(made.plan, options());
    REQUIRE(document);
    CHECK(document->problems().empty());
    const auto text = textOf(*document);
    CHECK(text.find("In no hub: Carlton.") != std::string::npos);
    CHECK(text.find("Elsewhere forum") != std::string::npos);
}

TEST_CASE("an empty plan, an empty cluster and a cluster that is gone have reports or reasons") {
    const auto empty = report::planReport(std::make_shared<const plan::Plan>([] {
                                              plan::Plan plan;
                                              plan.put(plan::Settings{});
                                              return plan;
                                          }()),
                                          options());
    REQUIRE(empty);
    CHECK(empty->problems().empty());

    auto plan = *madePlan().plan;
    plan::Cluster bare;
    bare.id = 501;
    bare.name = "Bare hub";
    bare.arrangement = {400};
    plan.put(bare);
    const auto snapshot = std::make_shared<const plan::Plan>(std::move(plan));
    const auto document = report::clusterReport(snapshot, 501, options());
    REQUIRE(document);
    CHECK(textOf(*document).find("Tenant panel and") == std::string::npos);

    const auto gone = report::clusterReport(snapshot, 999, options());
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
