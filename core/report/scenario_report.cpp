#include "core/report/scenario_report.h"

#include "core/plan/wording.h"
#include "core/report/scenario_sections.h"
#include "core/report/wording.h"

#include <algorithm>
#include <cmath>
#include <fmt/format.h>

namespace wardmote::report {
namespace {

using analysis::LineChange;
using analysis::WeighedLine;
using plan::Id;
using plan::RecordKind;

constexpr std::size_t bearersInChart = 12;
constexpr std::size_t areasNamed = 12;

/// What the sections of one report are about.
struct Told {
    const plan::Plan& plan;
    const plan::Scenario& scenario;
    const analysis::WhatIf& weighed;

    std::string mechanism(Id id) const {
        const auto* record = plan.find<plan::Mechanism>(id);
        return record && record->notForPublication == true ? "A mechanism that is not for publication"
                                                           : plan::nameOf(plan, RecordKind::mechanism, id);
    }
    std::string organisation(Id id) const {
        return id == 0 ? "Not recorded who" : plan::nameOf(plan, RecordKind::organisation, id);
    }
};

std::string amount(WeighedLine line, const std::optional<double>& value, bool atLeast) {
    return (atLeast && value ? "at least " : "") + analysis::amountInWords(line, value);
}

std::string difference(WeighedLine line, const LineChange& change) {
    const auto saved = change.saved();
    if (!saved) {
        return notRecorded;
    }
    if (std::abs(*saved) < 0.05) {
        return "no change";
    }
    return analysis::amountInWords(line, std::abs(*saved)) + (*saved > 0 ? " less" : " more");
}

std::string whatBecomes(const Told& told, const analysis::ChangeEffect& effect) {
    const auto& step = effect.step;
    std::vector<std::string> parts;
    if (step.into != 0) {
        parts.push_back(
            (step.action == plan::WhatToDo::mergeInto ? "Merged into " : "Held in one meeting with ") +
            told.mechanism(step.into));
    } else if (step.action != plan::WhatToDo::keep || !step.gathers()) {
        parts.push_back(step.change == 0 ? "Its share of a meeting changes" : plan::labelOf(step.action));
    }
    const auto others = [&](const std::vector<Id>& ids) {
        std::vector<std::string> names;
        std::ranges::transform(ids, std::back_inserter(names), [&](Id id) { return told.mechanism(id); });
        return joined(names);
    };
    if (!step.takesUp.empty()) {
        parts.push_back("Takes up " + others(step.takesUp));
    }
    if (!step.hosts.empty()) {
        parts.push_back("Holds its meeting with " + others(step.hosts));
    }
    return joined(parts);
}

void addLines(Document& document, const Told& told) {
    document.heading(1, "What it would save and cost");
    document.paragraph(
        "Each line stands for itself and none is added to another: freed hours are not saved cash, "
        "and no organisation can claim another's. A line that would rise is shown so.");
    Table table;
    table.caption = "The whole plan, before and after";
    table.columns = {{"Line", Align::left, 2.6},
                     {"Now", Align::right, 1.4},
                     {"Afterwards", Align::right, 1.4},
                     {"Difference", Align::right, 1.4}};
    for (const auto line : told.weighed.shown) {
        const auto& change = told.weighed.total.at(line);
        table.rows.push_back(
            {{std::string(analysis::labelOf(line)), amount(line, change.before, change.beforeAtLeast),
              amount(line, change.after, change.afterAtLeast), difference(line, change)}});
    }
    document.add(std::move(table));
    std::string oneOff = "One-off, to make the changes: ";
    oneOff += told.weighed.oneOffCost ? plan::inPounds(*told.weighed.oneOffCost) : "cost not recorded";
    oneOff += told.weighed.oneOffHours ? "; " + hours(*told.weighed.oneOffHours) + " of staff time"
                                       : "; staff time not recorded";
    if (told.weighed.oneOffUnknown > 0) {
        oneOff += "; neither is recorded for " + counted(told.weighed.oneOffUnknown, "change", "changes");
    }
    document.paragraph(oneOff + ".");
}

void addChanges(Document& document, const Told& told) {
    document.heading(1, "What would change");
    Table table;
    table.caption = "Mechanisms that would change";
    table.columns = {{"Mechanism", Align::left, 2.2},
                     {"What becomes of it", Align::left, 2.4},
                     {"Staff time released", Align::right, 1.3},
                     {"Spending avoided", Align::right, 1.2}};
    table.whenEmpty = "the scenario changes nothing yet.";
    for (const auto& effect : told.weighed.changes) {
        const auto saved = [&](WeighedLine line) {
            return effect.counted ? analysis::amountInWords(line, effect.lines.at(line).saved())
                                  : std::string("not claimed");
        };
        table.rows.push_back({{told.mechanism(effect.step.mechanism), whatBecomes(told, effect),
                               saved(WeighedLine::staffHours), saved(WeighedLine::spending)}});
    }
    document.add(std::move(table));
    if (const auto open = told.weighed.notCounted(); open > 0) {
        document.add(
            Note{"Not claimed",
                 {{"Nothing is claimed of " + counted(open, "mechanism", "mechanisms") +
                       " yet, since it is not said how often the meeting would be, how long, or who would "
                       "attend; the figures count them as they are now.",
                   false,
                   {}}}});
    }
}

void addBearers(Document& document, const Told& told) {
    std::vector<const analysis::BearerEffect*> bearers;
    for (const auto& bearer : told.weighed.bearers) {
        bearers.push_back(&bearer);
    }
    if (bearers.empty()) {
        return;
    }
    std::ranges::stable_sort(bearers, std::greater{}, [](const auto* bearer) {
        return std::abs(bearer->lines.at(WeighedLine::staffHours).saved().value_or(0));
    });
    document.heading(1, "Who would bear what");
    BarChart chart;
    chart.unit = "Paid hours a year";
    chart.series = {"Now", "Afterwards"};
    chart.grouped = true;
    std::vector<std::string> said;
    Table table;
    table.caption = "Before and after by the organisation that bears it";
    table.columns = {{"Organisation", Align::left, 2.4}, {"Staff time now", Align::right, 1.2},
                     {"After", Align::right, 1.2},       {"Spending now", Align::right, 1.2},
                     {"After", Align::right, 1.2},       {"Unpaid hours now", Align::right, 1.2},
                     {"After", Align::right, 1.2}};
    std::size_t roomsOnly = 0;
    for (const auto* bearer : bearers) {
        const auto name = told.organisation(bearer->bearer);
        const auto& time = bearer->lines.at(WeighedLine::staffHours);
        const auto& cash = bearer->lines.at(WeighedLine::spending);
        const auto& unpaid = bearer->lines.at(WeighedLine::unpaidHours);
        const bool drawn =
            chart.categories.size() < bearersInChart && std::abs(time.saved().value_or(0)) >= 0.05;
        if (drawn) {
            chart.categories.push_back({name, {time.before, time.after}});
            said.push_back(name + " " + analysis::amountInWords(WeighedLine::staffHours, time.before) +
                           " now and " + analysis::amountInWords(WeighedLine::staffHours, time.after) +
                           " afterwards");
        }
        const auto cell = [](WeighedLine line, const std::optional<double>& value) {
            return value ? analysis::amountInWords(line, *value) : std::string("not recorded");
        };
        if (!time.before && !time.after && !cash.before && !cash.after && !unpaid.before && !unpaid.after) {
            ++roomsOnly;
            continue;
        }
        table.rows.push_back(
            {{name, cell(WeighedLine::staffHours, time.before), cell(WeighedLine::staffHours, time.after),
              cell(WeighedLine::spending, cash.before), cell(WeighedLine::spending, cash.after),
              cell(WeighedLine::unpaidHours, unpaid.before), cell(WeighedLine::unpaidHours, unpaid.after)}});
    }
    if (!chart.categories.empty()) {
        document.add(
            Figure("Bar chart of paid hours a year before and after, by organisation: " + joined(said) + ".",
                   "Paid hours a year by organisation, before and after", std::move(chart)));
    }
    if (!table.rows.empty()) {
        document.add(std::move(table));
    }
    if (roomsOnly > 0) {
        document.paragraph(
            fmt::format("Of {} more, neither hours nor spending are recorded: their part is rooms lent free, "
                        "or what making "
                        "the changes costs once.",
                        roomsOnly == 1 ? "1 organisation" : fmt::format("{} organisations", roomsOnly)));
    }
}

void addCoverageLost(Document& document, const Told& told) {
    const auto& losses = told.weighed.losses;
    Table table;
    table.caption = "Coverage that would be lost";
    table.columns = {{"Theme or audience", Align::left, 1.8},
                     {"What becomes of it", Align::left, 1.3},
                     {"Areas", Align::left, 2.8},
                     {"Residents", Align::right, 1.2}};
    table.whenEmpty = "no coverage that is recorded would be lost.";
    for (const auto& loss : losses.coverage) {
        std::vector<std::string> areas;
        for (const auto id : loss.areas) {
            if (areas.size() < areasNamed) {
                areas.push_back(plan::nameOf(told.plan, RecordKind::area, id));
            }
        }
        if (loss.areas.size() > areasNamed) {
            areas.push_back(counted(loss.areas.size() - areasNamed, "other", "others"));
        }
        const auto kind = loss.audience ? RecordKind::audience : RecordKind::theme;
        table.rows.push_back(
            {{plan::nameOf(told.plan, kind, loss.column) + (loss.audience ? " (audience)" : ""),
              loss.toNominal ? "left in name only" : "none left", joined(areas),
              (loss.residents.atLeast ? "at least " : "") + number(loss.residents.value)}});
    }
    document.add(std::move(table));
}

void addLosses(Document& document, const Told& told) {
    const auto& losses = told.weighed.losses;
    document.heading(1, "What would be lost");
    for (const auto id : losses.statutory) {
        const auto& law = told.plan.find<plan::Mechanism>(id)->law;
        document.add(
            Note{"Statutory",
                 {{told.mechanism(id) + " is statutory (" + (law.empty() ? "law not recorded" : law) +
                       "). How the duty would be met has to be said before anything is decided.",
                   false,
                   {}}}});
    }
    if (!losses.statutoryNotRecorded.empty()) {
        document.paragraph("For " + counted(losses.statutoryNotRecorded.size(), "mechanism", "mechanisms") +
                           " that would go it is not recorded whether a law requires it.");
    }
    addCoverageLost(document, told);
    std::vector<Spans> items;
    for (const auto& each : losses.attendance) {
        items.push_back(
            {{told.mechanism(each.mechanism) + ": " +
                  (each.publicUsually ? decimal(*each.publicUsually, 0) + " members of the public, usually"
                                      : "attendance by the public not recorded"),
              false,
              {}}});
    }
    if (!items.empty()) {
        document.heading(2, "Attendance at risk");
        document.paragraph("People who come to what would end or be merged, and who may not follow:");
        document.add(List{false, std::move(items)});
    }
    document.heading(2, "Journeys");
    document.paragraph(
        losses.furthestBefore
            ? "The furthest journey from the middle of an area to the nearest recorded meeting place is " +
                  decimal(*losses.furthestBefore, 1) + " km now and " +
                  (losses.furthestAfter ? "would be " + decimal(*losses.furthestAfter, 1) + " km"
                                        : "not recorded") +
                  " afterwards, in a straight line; it is known for " +
                  counted(losses.journeysKnown, "area", "areas") + ". For " +
                  counted(losses.longer.size(), "area", "areas") +
                  " it would be longer, or no recorded place would be left."
            : std::string("Journeys are not recorded."));
}

void addDecisions(Document& document, const Told& told) {
    document.heading(1, "Equality and consultation");
    Table table;
    table.caption = "Changes that would end or merge a mechanism";
    table.columns = {{"Change", Align::left, 1.8},
                     {"Equality screening", Align::left, 2},
                     {"Who was consulted", Align::left, 1.6},
                     {"What they said", Align::left, 1.8}};
    table.whenEmpty = "no change ends or merges a mechanism.";
    for (const auto& effect : told.weighed.changes) {
        const auto* change = told.plan.find<plan::ProposedChange>(effect.step.change);
        if (!change || !effect.step.goes()) {
            continue;
        }
        const auto said = [](const std::string& words) { return words.empty() ? "not written yet" : words; };
        table.rows.push_back(
            {{told.mechanism(effect.step.mechanism) + ": " + whatBecomes(told, effect),
              said(change->equalityScreening), said(change->consulted), said(change->consultationOutcome)}});
    }
    document.add(std::move(table));
}

void addMethodNote(Document& document, const Told& told) {
    document.heading(1, "Method");
    document.paragraph(
        "Staff time is meetings a year, times the paid people at each with its length, travel and "
        "reading, and the hours of organising; spending is cash that would stop. Both are worked out "
        "in the same way for the plan as it is and for the plan as it would be. What is not recorded "
        "counts for nothing on either side and is said so. A merged or shared meeting is counted once, "
        "and only when it is said how often, how long and who attends. " +
        std::string(analysis::sharedMeetingNote()));
    document.paragraph(
        "Coverage is lost where a theme or an audience is covered or named in an area now and would "
        "not be afterwards. Covered means active, met within twelve months, and the audience named.");
    std::vector<Spans> items;
    for (const auto& assumption : told.weighed.assumptions) {
        items.push_back({{assumption.text, false, {}}});
    }
    if (!items.empty()) {
        document.heading(2, "Assumptions used");
        document.add(List{false, std::move(items)});
    }
}

} // namespace

Result<Document> scenarioReport(const plan::PlanRef& plan, Id scenario, plan::Date today,
                                const Progress& progress) {
    const auto weighed = analysis::weigh(plan, scenario, today, progress);
    const auto* record = plan->find<plan::Scenario>(scenario);
    if (!weighed || !record) {
        return Failure(weighed ? Error{"There is no such scenario.", {}, {}} : weighed.error());
    }
    const auto load = analysis::loadChangesOf(*plan, *weighed, today, progress);
    if (!load) {
        return Failure(load.error());
    }
    const Told told{*plan, *record, *weighed};
    Document document;
    document.title = record->name;
    document.subtitle = "A scenario: what it would save, cost and lose";
    document.subject = "What the scenario " + record->name + " would change, save, cost and lose.";
    document.date = today;
    if (const auto council = plan->settings().ownCouncil) {
        document.organisation = plan::nameOf(*plan, RecordKind::organisation, council.id);
    }
    document.lines = {"Status: " + label(record->status),
                      "Prepared " + today.words() + " from the plan \"" + plan->settings().name + "\""};
    if (!record->rationale.empty()) {
        document.paragraph(record->rationale);
    }
    document.paragraph("Nothing in this report is decided by being in it. It sets out what " +
                       counted(weighed->changes.size(), "mechanism", "mechanisms") + " would look like, of " +
                       std::to_string(weighed->mechanismsBefore) + " in force.");
    addChanges(document, told);
    addLines(document, told);
    addBearers(document, told);
    addClusterEffects(document, *plan, *weighed);
    addMeetingLoad(document, *plan, *load);
    addLosses(document, told);
    addDecisions(document, told);
    addAchieved(document, *plan, scenario, today, [&](Id id) { return told.mechanism(id); });
    addMethodNote(document, told);
    return document;
}

} // namespace wardmote::report
