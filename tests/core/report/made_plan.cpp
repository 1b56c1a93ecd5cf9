#include "tests/core/report/made_plan.h"

namespace wardmote::tests {

namespace {

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

} // namespace

ReportPlan madePlan() {
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

std::string textOf(const report::Document& document) {
    std::string text = document.title + "\n";
    for (const auto& line : document.lines) {
        text += line + "\n";
    }
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

report::ReportOptions reportOptions() {
    report::ReportOptions made;
    made.today = {2026, 11, 22};
    return made;
}

} // namespace wardmote::tests
