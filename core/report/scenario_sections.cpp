#include "core/report/scenario_sections.h"

#include "core/analysis/scenario/decisions.h"
#include "core/plan/wording.h"
#include "core/report/wording.h"

#include <cmath>

namespace wardmote::report {
namespace {

using analysis::LineChange;
using analysis::LoadChange;
using analysis::WeighedLine;
using plan::RecordKind;

constexpr std::size_t bodiesListed = 25;
constexpr std::size_t bodiesDrawn = 12;

std::string cell(WeighedLine line, const std::optional<double>& value, bool atLeast) {
    return (atLeast && value ? "at least " : "") + analysis::amountInWords(line, value);
}

std::string bodyName(const plan::Plan& plan, const LoadChange& change) {
    const auto name = plan::nameOf(plan, change.kind, change.body);
    return change.kind == RecordKind::role ? name + " (role)" : name;
}

void addLoadChart(Document& document, const plan::Plan& plan, const analysis::LoadChanges& load) {
    BarChart chart;
    chart.unit = "Meetings a year";
    chart.series = {"Now", "Afterwards"};
    chart.grouped = true;
    std::vector<std::string> said;
    for (const auto& change : load.bodies) {
        const auto meetings = change.meetingsChange();
        if (chart.categories.size() < bodiesDrawn && meetings && std::abs(*meetings) >= 0.05) {
            const auto name = bodyName(plan, change);
            chart.categories.push_back({name, {change.before.meetings, change.after.meetings}});
            said.push_back(name + " " + analysis::meetingsInWords(change.before) + " now and " +
                           analysis::meetingsInWords(change.after) + " afterwards");
        }
    }
    if (!chart.categories.empty()) {
        document.add(Figure("Bar chart of meetings a year now and afterwards: " + joined(said) + ".",
                            "Meetings a year that they are asked to, before and after", std::move(chart)));
    }
}

} // namespace

void addClusterEffects(Document& document, const plan::Plan& plan, const analysis::WhatIf& weighed) {
    if (weighed.clusters.empty()) {
        return;
    }
    const auto& word = plan.settings().clusterWord;
    document.heading(1, "By " + word);
    document.paragraph("A mechanism counts in full in every " + word +
                       " where it operates, so these figures do not add up to the whole.");
    Table table;
    table.caption = "Before and after by " + word;
    table.columns = {{capitalised(word), Align::left, 2},     {"Mechanisms", Align::right, 1.2},
                     {"Staff time now", Align::right, 1.2},   {"After", Align::right, 1.2},
                     {"Spending now", Align::right, 1.1},     {"After", Align::right, 1.1},
                     {"Unpaid hours now", Align::right, 1.2}, {"After", Align::right, 1.2}};
    for (const auto& cluster : weighed.clusters) {
        Row row{{plan::nameOf(plan, RecordKind::cluster, cluster.cluster),
                 std::to_string(cluster.mechanismsBefore) + " now, " +
                     std::to_string(cluster.mechanismsAfter) + " after"}};
        for (const auto line : {WeighedLine::staffHours, WeighedLine::spending, WeighedLine::unpaidHours}) {
            const auto& change = cluster.lines.at(line);
            row.cells.push_back(cell(line, change.before, change.beforeAtLeast));
            row.cells.push_back(cell(line, change.after, change.afterAtLeast));
        }
        table.rows.push_back(std::move(row));
    }
    document.add(std::move(table));
}

void addMeetingLoad(Document& document, const plan::Plan& plan, const analysis::LoadChanges& load) {
    document.heading(1, "Who is asked to meetings");
    if (load.changed == 0) {
        document.paragraph("Nobody would be asked to more or fewer meetings than now.");
        return;
    }
    std::string words = "For " + std::to_string(load.changed) + " of " + std::to_string(load.bodies.size()) +
                        " organisations and roles that are asked to meetings, something would change.";
    if (load.weekLimit || load.monthLimit) {
        words += " Over the plan's limit in some week or month are " + std::to_string(load.overBefore) +
                 " now and " + std::to_string(load.overAfter) + " afterwards.";
    }
    document.paragraph(words);
    addLoadChart(document, plan, load);
    Table table;
    table.caption = "Those for whom meetings change most";
    table.columns = {{"Organisation or role", Align::left, 2.2},
                     {"Meetings a year now", Align::right, 1.2},
                     {"After", Align::right, 1.2},
                     {"Difference", Align::right, 1}};
    const bool limited = load.weekLimit || load.monthLimit;
    if (limited) {
        table.columns.push_back({"Plan's limit, now", Align::left, 1.3});
        table.columns.push_back({"After", Align::left, 1.3});
    }
    for (std::size_t i = 0; i < std::min(load.changed, bodiesListed); ++i) {
        const auto& change = load.bodies[i];
        const auto difference = analysis::meetingsChangeInWords(change);
        table.rows.push_back(
            {{bodyName(plan, change), analysis::meetingsInWords(change.before),
              analysis::meetingsInWords(change.after), difference.empty() ? notRecorded : difference}});
        if (limited) {
            table.rows.back().cells.push_back(analysis::limitInWords(load, change.before));
            table.rows.back().cells.push_back(analysis::limitInWords(load, change.after));
        }
    }
    document.add(std::move(table));
    if (load.changed > bodiesListed) {
        document.paragraph("For " + std::to_string(load.changed - bodiesListed) + " more it changes less.");
    }
    document.paragraph(analysis::limitNote(load));
}

void addAchieved(Document& document, const plan::Plan& plan, plan::Id scenario, plan::Date today,
                 const std::function<std::string(plan::Id)>& nameOf) {
    const auto achievements = analysis::achievementsOf(plan, scenario, today);
    if (achievements.empty()) {
        return;
    }
    document.heading(1, "Decided and achieved");
    Table table;
    table.caption = "What was agreed, and what has come of it";
    table.columns = {{"Mechanism", Align::left, 2},   {"Decision", Align::left, 1.2},
                     {"Over?", Align::left, 1.1},     {"Hours to release", Align::right, 1.1},
                     {"Released", Align::right, 1.1}, {"Spending to avoid", Align::right, 1.1},
                     {"Avoided", Align::right, 1.1}};
    for (const auto& each : achievements) {
        const auto over = !each.over     ? std::string("does not end")
                          : !*each.over  ? std::string("not yet")
                          : each.endedOn ? "yes, " + each.endedOn->words()
                                         : std::string("yes");
        const auto* change = plan.find<plan::ProposedChange>(each.change);
        const auto action = change ? label(change->action) : std::string(notRecorded);
        table.rows.push_back({{nameOf(each.mechanism), action + (each.done ? ", done" : ", agreed"), over,
                               analysis::amountInWords(WeighedLine::staffHours, each.hoursToRelease()),
                               analysis::amountInWords(WeighedLine::staffHours, each.hoursReleased()),
                               analysis::amountInWords(WeighedLine::spending, each.penceToAvoid()),
                               analysis::amountInWords(WeighedLine::spending, each.penceAvoided())}});
    }
    document.add(std::move(table));
}

} // namespace wardmote::report
