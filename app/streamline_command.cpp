#include "app/commands.h"
#include "app/find_record.h"

#include "core/analysis/streamlining/streamlining.h"
#include "core/plan/wording.h"

#include <cmath>
#include <fmt/format.h>

namespace wardmote::app {
namespace {

using analysis::KeptMechanism;
using analysis::StreamlineBy;
using plan::RecordKind;

struct Asked {
    std::string plan;
    std::string objective = "hours";
    std::string cluster;
    std::string scenario;
    std::vector<std::string> keep;
    std::vector<std::string> close;
    double limit = 0;
    double seconds = 10;
    bool nominal = false;
    bool tier = false;
    bool participation = false;
    bool notStatutory = false;
};

const std::vector<std::pair<std::string, StreamlineBy>> objectives = {{"hours", StreamlineBy::staffHours},
                                                                      {"spending", StreamlineBy::spending},
                                                                      {"meetings", StreamlineBy::meetings}};

Result<std::vector<plan::Id>> mechanismsNamed(const plan::Plan& plan, const std::vector<std::string>& names) {
    std::vector<plan::Id> ids;
    for (const auto& name : names) {
        const auto id = mechanismNamed(plan, name);
        if (!id) {
            return Failure(id.error());
        }
        ids.push_back(*id);
    }
    return ids;
}

Result<analysis::StreamliningOptions> optionsOf(const plan::Plan& plan, const Asked& asked, plan::Date day) {
    analysis::StreamliningOptions options{.today = day};
    for (const auto& [name, objective] : objectives) {
        if (name == asked.objective) {
            options.objective = objective;
        }
    }
    options.nominalToo = asked.nominal;
    options.byTier = asked.tier;
    options.byParticipation = asked.participation;
    options.keepStatutory = !asked.notStatutory;
    options.seconds = asked.seconds;
    if (asked.limit > 0) {
        options.meetingsAMonth = asked.limit;
    }
    auto keep = mechanismsNamed(plan, asked.keep);
    auto close = mechanismsNamed(plan, asked.close);
    if (!keep || !close) {
        return Failure(keep ? close.error() : keep.error());
    }
    options.keep = std::move(*keep);
    options.close = std::move(*close);
    if (!asked.cluster.empty()) {
        const auto id = clusterNamed(plan, asked.cluster);
        if (!id) {
            return Failure(id.error());
        }
        for (const auto& link : plan.find<plan::Cluster>(*id)->areas) {
            options.areas.push_back(link.area.id);
        }
        if (options.areas.empty()) {
            return failure(fmt::format("“{}” has no areas.", asked.cluster));
        }
    }
    if (!asked.scenario.empty()) {
        const auto id = scenarioNamed(plan, asked.scenario);
        if (!id) {
            return Failure(id.error());
        }
        options.scenario = *id;
    }
    return options;
}

std::string_view keyOf(KeptMechanism::Because because) {
    switch (because) {
    case KeptMechanism::Because::onlyCover:
        return "only_cover";
    case KeptMechanism::Because::statutory:
        return "statutory";
    case KeptMechanism::Because::pinned:
        return "pinned";
    case KeptMechanism::Because::costNotRecorded:
        return "cost_not_recorded";
    case KeptMechanism::Because::coverageNotRecorded:
        return "coverage_not_recorded";
    }
    return {};
}

Json mechanismsJson(const plan::Plan& plan, const std::vector<plan::Id>& ids) {
    auto list = Json::array();
    for (const auto id : ids) {
        list.push_back(reference(plan, RecordKind::mechanism, id));
    }
    return list;
}

Json cellJson(const plan::Plan& plan, const analysis::StreamliningCell& cell) {
    Json json = {{"area", reference(plan, RecordKind::area, cell.area)},
                 {"theme", reference(plan, RecordKind::theme, cell.theme)},
                 {"audience",
                  cell.audience != 0 ? reference(plan, RecordKind::audience, cell.audience) : Json(nullptr)}};
    if (cell.tier) {
        json["tier"] = plan::labelOf(*cell.tier);
    }
    if (cell.participation) {
        json["participation"] = plan::labelOf(*cell.participation);
    }
    json["nominal"] = cell.nominal;
    return json;
}

/// One line for each cell that forces a mechanism to stay; one with no cell where something else does.
Json becauseJson(const plan::Plan& plan, const analysis::Streamlining& answer) {
    auto list = Json::array();
    for (const auto& kept : answer.keep) {
        const auto mechanism = reference(plan, RecordKind::mechanism, kept.mechanism);
        if (kept.because != KeptMechanism::Because::onlyCover || kept.cells.empty()) {
            list.push_back({{"mechanism", mechanism}, {"cell", nullptr}, {"reason", keyOf(kept.because)}});
        }
        for (const auto& cell : kept.cells) {
            list.push_back({{"mechanism", mechanism},
                            {"cell", cellJson(plan, cell)},
                            {"reason", keyOf(KeptMechanism::Because::onlyCover)}});
        }
    }
    return list;
}

template<class T>
Json lineJson(const analysis::Figure<T>& figure, std::size_t unknown) {
    Json value = nullptr;
    if (figure.value) {
        if constexpr (std::is_same_v<T, plan::Money>) {
            value = static_cast<double>(figure.value->pence) / 100;
        } else {
            value = *figure.value;
        }
    }
    return {{"value", value}, {"at_least", figure.atLeast || unknown > 0}, {"not_recorded_of", unknown}};
}

Json streamliningJson(const plan::Plan& plan, const analysis::Streamlining& answer, const Asked& asked) {
    std::vector<plan::Id> keep;
    std::vector<plan::Id> costNotRecorded;
    std::vector<plan::Id> coverageNotRecorded;
    for (const auto& kept : answer.keep) {
        keep.push_back(kept.mechanism);
        if (kept.because == KeptMechanism::Because::costNotRecorded) {
            costNotRecorded.push_back(kept.mechanism);
        } else if (kept.because == KeptMechanism::Because::coverageNotRecorded) {
            coverageNotRecorded.push_back(kept.mechanism);
        }
    }
    auto lost = Json::array();
    for (const auto& cell : answer.lost) {
        lost.push_back(cellJson(plan, cell));
    }
    auto over = Json::array();
    for (const auto& one : answer.over) {
        over.push_back({{"organisation", reference(plan, RecordKind::organisation, one.organisation)},
                        {"meetings_a_month", one.meetingsAMonth},
                        {"by_what_must_stay", one.byFixed}});
    }
    const auto& saving = answer.saving;
    return {{"minimised", asked.objective},
            {"objective", answer.objective},
            {"today", answer.today},
            {"bound", answer.bound},
            {"gap", answer.gap()},
            {"optimal", answer.optimal},
            {"stopped_early", answer.stoppedEarly},
            {"cells", answer.cells},
            {"keep", mechanismsJson(plan, keep)},
            {"end", mechanismsJson(plan, answer.end)},
            {"saving",
             {{"spending", lineJson(saving.spending, saving.spendingUnknown)},
              {"staff_hours", lineJson(saving.staffHours, saving.staffHoursUnknown)},
              {"staff_value_not_cashable", lineJson(saving.staffValue, saving.staffValueUnknown)},
              {"unpaid_hours", lineJson(saving.unpaidHours, saving.unpaidHoursUnknown)},
              {"room_value", lineJson(saving.roomValue, saving.roomValueUnknown)}}},
            {"because", becauseJson(plan, answer)},
            {"set_aside",
             {{"cost_not_recorded", mechanismsJson(plan, costNotRecorded)},
              {"coverage_not_recorded", mechanismsJson(plan, coverageNotRecorded)}}},
            {"lost", lost},
            {"limit",
             {{"meetings_a_month", asked.limit > 0 ? Json(asked.limit) : Json(nullptr)},
              {"not_kept", answer.limitNotKept},
              {"over", over}}},
            {"runner_up", answer.runnerUp
                              ? Json{{"objective", answer.runnerUp->objective},
                                     {"optimal", answer.runnerUp->optimal},
                                     {"kept_instead", mechanismsJson(plan, answer.runnerUp->keptInstead)},
                                     {"ended_instead", mechanismsJson(plan, answer.runnerUp->endedInstead)}}
                              : Json(nullptr)}};
}

std::string whyKept(const plan::Plan& plan, const KeptMechanism& kept) {
    switch (kept.because) {
    case KeptMechanism::Because::statutory:
        return "statutory";
    case KeptMechanism::Because::pinned:
        return "pinned";
    case KeptMechanism::Because::costNotRecorded:
        return "set aside: cost not recorded";
    case KeptMechanism::Because::coverageNotRecorded:
        return "set aside: what it covers is not recorded";
    case KeptMechanism::Because::onlyCover:
        break;
    }
    return kept.cells.empty()
               ? "shared cover"
               : cellInWords(plan, kept.cells.front()) +
                     (kept.cells.size() > 1 ? fmt::format(" and {} more", kept.cells.size() - 1) : "");
}

void printText(const plan::Plan& plan, const analysis::Streamlining& answer, const Asked& asked,
               StreamlineBy objective, Context& context) {
    TextTable table({"What to do", "Mechanism", "Because only it covers"});
    for (const auto& kept : answer.keep) {
        table.add({"keep", plan::nameOf(plan, RecordKind::mechanism, kept.mechanism), whyKept(plan, kept)});
    }
    for (const auto id : answer.end) {
        table.add({"end", plan::nameOf(plan, RecordKind::mechanism, id), "its cover is kept by others"});
    }
    context.print(table.text());
    context.print(fmt::format(
        "{} kept, {} ended; {:.1f} of {:.1f} {} kept; {}{}. The answer to a question, no recommendation.",
        answer.keep.size(), answer.end.size(), answer.objective, answer.today, analysis::labelOf(objective),
        answer.optimal ? std::string("proved smallest")
                       : fmt::format("at most {:.1f} % above the smallest", 100 * answer.gap()),
        answer.stoppedEarly ? ", stopped early" : ""));
    if (answer.limitNotKept) {
        context.print(
            fmt::format("No set was found that keeps to {} meetings a month: answered without the limit.",
                        plan::inDigits(asked.limit, 1)));
    }
    for (const auto& over : answer.over) {
        context.print(fmt::format("{} is asked to {:.1f} meetings a month{}.",
                                  plan::nameOf(plan, RecordKind::organisation, over.organisation),
                                  over.meetingsAMonth, over.byFixed ? " by what must stay alone" : ""));
    }
}

void streamline(const Asked& asked, Context& context) {
    const auto file = openPlan(asked.plan, true);
    if (!file) {
        return context.fail(file.error());
    }
    const auto plan = file->snapshot();
    const auto options = optionsOf(*plan, asked, context.day());
    if (!options) {
        return context.fail(options.error());
    }
    const auto answer = analysis::streamlined(*plan, *options);
    if (!answer) {
        return context.fail(answer.error());
    }
    context.json ? context.print(streamliningJson(*plan, *answer, asked))
                 : printText(*plan, *answer, asked, options->objective, context);
}

} // namespace

void addStreamlineCommand(CLI::App& cli, Context& context) {
    const auto asked = std::make_shared<Asked>();
    auto* command =
        cli.add_subcommand("streamline", "The smallest set of mechanisms that keeps today's coverage");
    command->add_option("plan", asked->plan, "The plan file")->required();
    command->add_option("--objective", asked->objective, "What is to be least: hours, spending or meetings")
        ->check(CLI::IsMember({"hours", "spending", "meetings"}));
    command->add_option("--cluster", asked->cluster, "Only mechanisms that cover a part of it may end");
    command->add_option("--scenario", asked->scenario, "What it keeps stays, what it ends goes");
    command->add_option("--keep", asked->keep, "A mechanism that stays");
    command->add_option("--close", asked->close, "A mechanism that ends");
    command
        ->add_option("--limit", asked->limit, "Meetings a month that no organisation is to be asked to over")
        ->check(CLI::Range(0.1, 1000.0));
    command->add_option("--seconds", asked->seconds, "How long to look at most")
        ->check(CLI::Range(0.1, 3600.0));
    command->add_flag("--nominal", asked->nominal, "Keep what is covered in name only as well");
    command->add_flag("--tier", asked->tier, "Keep the cover of each tier");
    command->add_flag("--participation", asked->participation,
                      "Keep the cover of each level of participation");
    command->add_flag("--not-statutory", asked->notStatutory, "Statutory mechanisms may end as well");
    command->callback([=, &context] { streamline(*asked, context); });
}

} // namespace wardmote::app
