#include "app/commands.h"

#include "core/analysis/meeting_load.h"
#include "core/plan/wording.h"

#include <cmath>
#include <fmt/format.h>

namespace wardmote::app {
namespace {

using plan::RecordKind;

Json hoursJson(const analysis::Hours& hours) {
    if (!hours.value) {
        return nullptr;
    }
    return {{"hours", std::round(*hours.value * 100) / 100}, {"at_least", hours.atLeast}};
}

Json bodyJson(const plan::Plan& plan, const analysis::BodyLoad& load) {
    auto services = Json::array();
    for (const auto id : load.services) {
        services.push_back(reference(plan, RecordKind::organisation, id));
    }
    auto mechanisms = Json::array();
    for (const auto id : load.mechanisms) {
        mechanisms.push_back(reference(plan, RecordKind::mechanism, id));
    }
    auto weeks = Json::array();
    for (const auto& monday : load.weeksOver) {
        weeks.push_back(monday.iso());
    }
    auto body = reference(plan, load.kind, load.body);
    body["meetings_a_year"] = orNull(load.meetings);
    body["meetings_by_topic_at_most"] = load.byTopic;
    body["mechanisms_without_meetings_recorded"] = load.meetingsUnknown;
    body["paid"] = hoursJson(load.paid);
    body["unpaid"] = hoursJson(load.unpaid);
    body["months"] = load.months;
    body["clashes"] = load.clashes;
    body["weeks_over_limit"] = weeks;
    body["months_over_limit"] = load.monthsOver;
    body["services"] = services;
    body["mechanisms"] = mechanisms;
    return body;
}

Json loadJson(const plan::Plan& plan, const analysis::MeetingLoad& load) {
    const auto bodies = [&](const std::vector<analysis::BodyLoad>& loads) {
        auto list = Json::array();
        for (const auto& one : loads) {
            list.push_back(bodyJson(plan, one));
        }
        return list;
    };
    auto asks = Json::array();
    for (const auto& ask : load.asks) {
        asks.push_back(
            {{"service",
              ask.service == 0 ? Json(nullptr) : reference(plan, RecordKind::organisation, ask.service)},
             {"organisation", reference(plan, RecordKind::organisation, ask.organisation)},
             {"meetings_a_year", orNull(ask.meetings)},
             {"hours", hoursJson(ask.hours)}});
    }
    auto nowhere = Json::array();
    for (const auto id : load.invitedNowhere) {
        nowhere.push_back(reference(plan, RecordKind::organisation, id));
    }
    return {{"year", load.year},
            {"meetings_a_week_limit", orNull(load.weekLimit)},
            {"meetings_a_month_limit", orNull(load.monthLimit)},
            {"organisations", bodies(load.organisations)},
            {"roles", bodies(load.roles)},
            {"asks", asks},
            {"voluntary_hours_unpaid_share", orNull(load.unpaidShare())},
            {"invited_nowhere", nowhere},
            {"mechanisms_without_a_date", load.undated}};
}

std::string hoursWords(const analysis::Hours& hours) {
    return !hours.value ? "not recorded"
                        : fmt::format("{}{}", plan::withThousands(std::llround(*hours.value)),
                                      hours.atLeast ? "+" : "");
}

void load(const std::string& path, Context& context) {
    const auto file = openPlan(path, true);
    if (!file) {
        return context.fail(file.error());
    }
    const auto plan = file->snapshot();
    const auto found = analysis::findMeetingLoad(*plan, context.day().year, context.day());
    if (!found) {
        return context.fail(found.error());
    }
    if (context.json) {
        return context.print(loadJson(*plan, *found));
    }
    TextTable table({"Who", "Meetings a year", "Paid hours", "Unpaid hours", "Services", "Clashes"});
    for (const auto* loads : {&found->organisations, &found->roles}) {
        for (const auto& one : *loads) {
            table.add({plan::nameOf(*plan, one.kind, one.body),
                       one.meetings ? plan::inDigits(*one.meetings, 1) : "not recorded", hoursWords(one.paid),
                       one.kind == RecordKind::role ? "" : hoursWords(one.unpaid),
                       std::to_string(one.services.size()), std::to_string(one.clashes)});
        }
    }
    context.print(table.text());
    if (!found->weekLimit && !found->monthLimit) {
        context.print(std::string("No limit of meetings a week or month is set."));
    }
    context.print(fmt::format("{} organisations are invited nowhere.", found->invitedNowhere.size()));
}

} // namespace

void addLoadCommand(CLI::App& cli, Context& context) {
    const auto path = std::make_shared<std::string>();
    auto* command = cli.add_subcommand("load", "Who is asked to how many meetings, and by whom");
    command->add_option("plan", *path, "The plan file")->required();
    command->callback([=, &context] { load(*path, context); });
}

} // namespace wardmote::app
