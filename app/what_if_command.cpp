#include "app/commands.h"
#include "app/find_record.h"
#include "app/what_if_json.h"

#include "core/plan/wording.h"

#include <algorithm>
#include <fmt/format.h>

namespace wardmote::app {
namespace {

using analysis::WeighedLine;

/// Those for whom it changes most; --json has them all.
constexpr std::size_t bodiesPrinted = 12;

void printLoad(const plan::Plan& plan, const analysis::LoadChanges& load, Context& context) {
    if (load.changed == 0) {
        return context.print(std::string("Nobody would be asked to more or fewer meetings than now."));
    }
    const bool limited = load.weekLimit || load.monthLimit;
    std::vector<std::string> headings{"Asked to meetings", "Now", "Afterwards", "By topic now", "Afterwards"};
    if (limited) {
        headings.insert(headings.end(), {"Limit now", "Afterwards"});
    }
    TextTable bodies(headings);
    for (std::size_t i = 0; i < std::min(load.changed, bodiesPrinted); ++i) {
        const auto& change = load.bodies[i];
        std::vector<std::string> cells{
            plan::nameOf(plan, change.kind, change.body), analysis::meetingsInWords(change.before),
            analysis::meetingsInWords(change.after), analysis::byTopicInWords(change.before),
            analysis::byTopicInWords(change.after)};
        if (limited) {
            cells.push_back(analysis::limitInWords(load, change.before));
            cells.push_back(analysis::limitInWords(load, change.after));
        }
        bodies.add(cells);
    }
    context.print(bodies.text());
    if (load.changed > bodiesPrinted) {
        context.print(
            fmt::format("... and {} more, for whom it changes less.", load.changed - bodiesPrinted));
    }
}

void printOne(const plan::Plan& plan, const analysis::WhatIf& weighed, const analysis::LoadChanges& load,
              Context& context) {
    context.print(plan::nameOf(plan, plan::RecordKind::scenario, weighed.scenario));
    TextTable lines({"Line", "Now", "Afterwards", "Released or avoided"});
    for (const auto line : weighed.shown) {
        const auto& change = weighed.total.at(line);
        lines.add({std::string(analysis::labelOf(line)), analysis::amountInWords(line, change.before),
                   analysis::amountInWords(line, change.after),
                   analysis::amountInWords(line, change.saved())});
    }
    context.print(lines.text());
    TextTable changes({"Mechanism", "What to do", "Staff time released", "Spending avoided"});
    for (const auto& effect : weighed.changes) {
        const auto saved = [&](WeighedLine line) {
            return effect.counted ? analysis::amountInWords(line, effect.lines.at(line).saved())
                                  : "not claimed";
        };
        changes.add({plan::nameOf(plan, plan::RecordKind::mechanism, effect.step.mechanism),
                     plan::labelOf(effect.step.action), saved(WeighedLine::staffHours),
                     saved(WeighedLine::spending)});
    }
    context.print(changes.text());
    printLoad(plan, load, context);
    context.print(
        fmt::format("{} of {} changes not counted yet; {} statutory mechanisms would go; {} areas would "
                    "lose coverage.",
                    weighed.notCounted(), weighed.changes.size(), weighed.losses.statutory.size(),
                    weighed.losses.areasAffected.size()));
}

void whatIf(const std::string& path, const std::string& scenario, Context& context) {
    const auto file = openPlan(path, true);
    if (!file) {
        return context.fail(file.error());
    }
    const auto plan = file->snapshot();
    auto ids = plan->ids(plan::RecordKind::scenario);
    if (!scenario.empty()) {
        const auto found = scenarioNamed(*plan, scenario);
        if (!found) {
            return context.fail(found.error());
        }
        ids = {*found};
    }
    auto answers = Json::array();
    for (const auto id : ids) {
        const auto weighed = analysis::weigh(plan, id, context.day());
        if (!weighed) {
            return context.fail(weighed.error());
        }
        const auto load = analysis::loadChangesOf(*plan, *weighed, context.day());
        if (!load) {
            return context.fail(load.error());
        }
        if (context.json) {
            answers.push_back(whatIfJson(*plan, *weighed, *load));
        } else {
            printOne(*plan, *weighed, *load, context);
        }
    }
    if (context.json) {
        context.print(Json{{"scenarios", answers}});
    } else if (ids.empty()) {
        context.print(std::string("The plan has no scenario."));
    }
}

} // namespace

void addWhatIfCommand(CLI::App& cli, Context& context) {
    const auto path = std::make_shared<std::string>();
    const auto scenario = std::make_shared<std::string>();
    auto* command = cli.add_subcommand("what-if", "What scenarios of mechanisms would save, cost and lose");
    command->add_option("plan", *path, "The plan file")->required();
    command->add_option("--scenario", *scenario, "By name; else every one");
    command->callback([=, &context] { whatIf(*path, *scenario, context); });
}

} // namespace wardmote::app
