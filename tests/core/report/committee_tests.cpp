#include "core/report/cluster_report.h"
#include "core/report/committee_paper.h"
#include "core/report/plan_report.h"
#include "tests/core/report/made_plan.h"
#include "tests/support/catch.h"

#include <functional>

using namespace wardmote;
using namespace wardmote::tests;

namespace {

plan::PlanRef with(const ReportPlan& made, const std::function<void(plan::Plan&)>& change) {
    auto plan = *made.plan;
    change(plan);
    return std::make_shared<const plan::Plan>(std::move(plan));
}

bool says(const std::string& text, const std::string& what) {
    return text.find(what) != std::string::npos;
}

std::string reportText(const plan::PlanRef& plan, plan::Id cluster,
                       const report::CommitteePaper& paper = {}) {
    auto options = reportOptions();
    options.paper = paper;
    const auto document = report::clusterReport(plan, cluster, options);
    REQUIRE(document);
    CHECK(document->problems().empty());
    return textOf(*document);
}

} // namespace

TEST_CASE("a report says whom it affects, whom to ask, and how to have it in another format") {
    const auto made = madePlan();
    const auto plan = with(made, [](plan::Plan& changed) {
        plan::Organisation council;
        council.id = 20;
        council.name = "Somewhere Council";
        council.website = "https://www.example.org";
        council.publicContact = "01234 567890";
        changed.put(council);
        plan::Role role;
        role.id = 21;
        role.name = "Area officer";
        role.organisation = {20};
        role.personName = "A Person";
        role.contact = "a.person@example.org";
        changed.put(role);
        auto settings = changed.settings();
        settings.ownCouncil = {20};
        changed.put(settings);
        auto cluster = *changed.find<plan::Cluster>(500);
        cluster.singlePointOfContact = {21};
        changed.put(cluster);
    });
    const auto text = reportText(plan, 500);
    CHECK(says(text, "Parishes and wards affected: Ashby and Burton"));
    CHECK(says(text, "# Contact and other formats"));
    CHECK(says(text, "Single point of contact: Area officer, Somewhere Council."));
    CHECK(says(text, "please contact Somewhere Council: 01234 567890 (www.example.org)."));
    CHECK(says(text, "# Background papers and sources"));
    // Roles before people: a report that is published carries neither the name nor the private address.
    CHECK_FALSE(says(text, "A Person"));
    CHECK_FALSE(says(text, "a.person"));
}

TEST_CASE("recommendations are what reviews propose, and what is agreed is told apart") {
    const auto made = madePlan();
    auto text = reportText(with(made,
                                [](plan::Plan& changed) {
                                    auto review = *changed.find<plan::Review>(600);
                                    review.status = plan::ReviewStatus::proposed;
                                    changed.put(review);
                                }),
                           500);
    CHECK(says(
        text, "# Recommendations\nProposed in reviews of mechanisms, and not yet agreed:\n- Let Tenant panel "
              "and Safer estates group share a meeting. Reason: Same people, same room. Proposed by "
              "Cabinet on 4 March 2026."));
    CHECK(says(text, "No saving is claimed"));

    text = reportText(with(made,
                           [](plan::Plan& changed) {
                               auto review = *changed.find<plan::Review>(600);
                               review.decision = plan::WhatToDo::mergeInto;
                               review.mergeInto = {100};
                               review.status = plan::ReviewStatus::agreed;
                               review.lostReach = "Two estates lose their own meeting";
                               changed.put(review);
                           }),
                      500);
    CHECK(
        says(text, "Agreed, and not yet recorded as done:\n- Merge Safer estates group into Tenant panel."));
    CHECK(says(text,
               "# Risk\nWhat the reviews say would be lost:\n- Merge Safer estates group into Tenant panel: "
               "Two estates lose their own meeting."));
    CHECK_FALSE(says(text, "not yet agreed"));

    // What was turned down, and reviews of other places, are no recommendation.
    text = reportText(with(made,
                           [](plan::Plan& changed) {
                               auto review = *changed.find<plan::Review>(600);
                               review.status = plan::ReviewStatus::rejected;
                               changed.put(review);
                           }),
                      500);
    CHECK_FALSE(says(text, "# Recommendations"));
}

TEST_CASE("a heading with nothing to say is left out, and what the author writes stands under its own") {
    const auto made = madePlan();
    const auto bare = reportText(made.plan, made.cluster);
    for (const auto* heading : {"# The issue", "# Consultation", "# Legal", "# Other options considered",
                                "# Attachments", "# Rationale"}) {
        INFO(heading);
        CHECK_FALSE(says(bare, heading));
    }
    report::CommitteePaper paper;
    for (const auto& part : report::paperParts()) {
        paper.*part.text = "Words of " + std::string(part.key);
    }
    paper.recommendations = "Note the report\n\n  Agree the next steps  ";
    const auto document = report::clusterReport(made.plan, made.cluster, [&] {
        auto options = reportOptions();
        options.paper = paper;
        return options;
    }());
    REQUIRE(document);
    CHECK(document->problems().empty());
    CHECK(document->lines.front() == "Meeting: Words of meeting, Words of date");
    const auto text = textOf(*document);
    for (const auto& part : report::paperParts()) {
        if (part.key != std::string("meeting") && part.key != std::string("date") &&
            part.key != std::string("recommendations")) {
            INFO(part.key);
            CHECK(says(text, paper.*part.text));
        }
    }
    CHECK(says(text, "Words of meeting is asked to agree:\n- Note the report\n- Agree the next steps\n"));
    CHECK(says(text, "# Consultation\nWords of consultation"));
}

TEST_CASE("statutory mechanisms, other arrangements and protected characteristics come from the plan") {
    const auto made = madePlan();
    const auto text = reportText(with(made,
                                      [](plan::Plan& changed) {
                                          auto panel = *changed.find<plan::Mechanism>(100);
                                          panel.statutory = true;
                                          panel.law = "Housing Act 1985, section 105";
                                          changed.put(panel);
                                          auto audience = *changed.find<plan::Audience>(40);
                                          audience.protectedCharacteristic = true;
                                          changed.put(audience);
                                          audience.id = 41;
                                          audience.name = "Young people";
                                          changed.put(audience);
                                          plan::Arrangement other;
                                          other.id = 401;
                                          other.name = "Option A";
                                          other.status = plan::ArrangementStatus::option;
                                          other.rationale = "One hub fewer";
                                          changed.put(other);
                                      }),
                                 500);
    CHECK(says(text, "Recorded as required by law: Tenant panel (Housing Act 1985, section 105)."));
    CHECK(says(text, "name these as an audience: Tenants. No mechanism is recorded as naming Young people;"));
    CHECK(says(text, "- Option A: 0 hubs, Option. One hub fewer."));
}

TEST_CASE("a committee's paper is written and read back, and what is none is refused with a reason") {
    report::CommitteePaper paper;
    paper.meeting = "Cabinet";
    paper.legal = "Line one\nLine \"two\" \xE2\x82\xAC";
    const auto back = report::readPaper(report::writtenPaper(paper));
    REQUIRE(back);
    CHECK(*back == paper);
    CHECK(report::writtenPaper({}) == "{}");
    for (const auto* wrong : {"", "[]", "{\"legal\": 3}", "{\"colour\": \"red\"}", "{"}) {
        INFO(wrong);
        const auto read = report::readPaper(wrong);
        REQUIRE_FALSE(read);
        CHECK_FALSE(read.error().remedy.empty());
    }
}
