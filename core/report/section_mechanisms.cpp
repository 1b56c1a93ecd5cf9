#include "core/report/scope.h"
#include "core/report/wording.h"

#include <algorithm>
#include <functional>
#include <map>
#include <tuple>

namespace wardmote::report {

namespace {

constexpr std::size_t bearersListed = 14;

std::string frequency(const plan::Mechanism& mechanism, const analysis::MechanismCost& cost) {
    const auto& meetings = cost.meetings;
    std::string number;
    if (meetings.value) {
        number = decimal(*meetings.value, 1) + " a year";
        if (meetings.from == analysis::MeetingsFrom::counted) {
            number += ", counted";
        }
    }
    if (!mechanism.patternWords.empty()) {
        return mechanism.patternWords + (number.empty() ? "" : " (" + number + ")");
    }
    return number.empty() ? notRecorded : number;
}

std::string attendance(const plan::Mechanism& mechanism) {
    std::vector<std::string> parts;
    const auto part = [&parts](const std::optional<double>& value, const char* one, const char* several) {
        if (value) {
            parts.push_back(decimal(*value, 0) + " " + (*value == 1.0 ? one : several));
        }
    };
    part(mechanism.attendancePublic, "public", "public");
    part(mechanism.attendanceMembers, "member", "members");
    part(mechanism.attendanceOfficers, "officer", "officers");
    if (parts.empty() && !mechanism.attending.empty()) {
        return counted(mechanism.attending.size(), "organisation", "organisations");
    }
    return parts.empty() ? notRecorded : joined(parts);
}

plan::Id serviceOf(const plan::Mechanism& mechanism) {
    return mechanism.service ? mechanism.service.id : mechanism.leadOrganisation.id;
}

/// Which bearers are named: in turn the largest that is left of each line, since those who give the unpaid
/// time are others than those whose staff are paid; and always what is borne by nobody recorded. The rest are
/// summed, but never one alone.
std::vector<bool> bearersToList(const std::vector<analysis::BearerCost>& borne) {
    std::vector<bool> listed(borne.size(), borne.size() <= bearersListed + 1);
    std::vector<std::size_t> byLine[3];
    const auto sizeOf = [&](std::size_t line, std::size_t at) {
        const auto& bearer = borne[at];
        return line == 0   ? bearer.staffHours.value_or(0)
               : line == 1 ? static_cast<double>(bearer.spending.value_or(plan::Money{}).pence)
                           : bearer.unpaidHours.value_or(0);
    };
    for (std::size_t line = 0; line < std::size(byLine); ++line) {
        for (std::size_t at = 0; at < borne.size(); ++at) {
            byLine[line].push_back(at);
            listed[at] = listed[at] || borne[at].bearer == 0;
        }
        std::ranges::stable_sort(byLine[line], std::greater{}, std::bind_front(sizeOf, line));
    }
    const auto wanted = std::min(bearersListed, borne.size());
    std::size_t next[3] = {};
    for (std::size_t turn = 0; std::ranges::count(listed, true) < static_cast<std::ptrdiff_t>(wanted);
         ++turn) {
        const auto line = turn % std::size(byLine);
        auto& at = next[line];
        while (at < borne.size() && listed[byLine[line][at]]) {
            ++at;
        }
        // A line of which nothing is left to name gives its turn to the others.
        if (at < borne.size() && (line == 0 || sizeOf(line, byLine[line][at]) > 0)) {
            listed[byLine[line][at]] = true;
        }
    }
    return listed;
}

void addCostLines(Document& document, const Scope& scope) {
    const auto all = scope.mechanisms.size();
    const auto& totals = scope.totals;
    document.heading(2, "What it costs in a year");
    Table lines;
    lines.caption = "Cost a year, in lines that are not added up";
    lines.columns = {
        {"Line", Align::left, 2.6}, {"Recorded", Align::right, 2}, {"Recorded for", Align::right, 1.6}};
    const auto line = [&](const char* name, const std::string& value, std::size_t unknown) {
        lines.rows.push_back(
            {{name, value, std::to_string(all - unknown) + " of " + std::to_string(all)}, false});
    };
    line("Spending: cash that would stop", figure(totals.spending), totals.spendingUnknown);
    line("Paid staff time", figure(totals.staffHours), totals.staffHoursUnknown);
    line("Value of paid staff time (not cashable)", figure(totals.staffValue), totals.staffValueUnknown);
    line("Councillors' and volunteers' time (not priced)", figure(totals.unpaidHours),
         totals.unpaidHoursUnknown);
    line("Notional value of rooms used free", figure(totals.roomValue), totals.roomValueUnknown);
    document.add(std::move(lines));
    if (!scope.wider.empty()) {
        document.paragraph(counted(scope.wider.size(), "mechanism also serves", "mechanisms also serve") +
                           " places outside " + scope.place() +
                           ". Their cost is counted here in full and is not divided between places.");
    }

    Table bearers;
    bearers.caption = "Cost a year by the organisation that bears it";
    bearers.columns = {{"Organisation", Align::left, 2.4},
                       {"Spending", Align::right, 1.4},
                       {"Paid staff time", Align::right, 1.5},
                       {"Unpaid time", Align::right, 1.5}};
    bearers.whenEmpty = "not recorded.";
    std::vector<analysis::BearerCost> borne = totals.bearers;
    std::erase_if(borne, [](const auto& bearer) {
        return !bearer.spending && !bearer.staffHours && !bearer.unpaidHours;
    });
    std::ranges::stable_sort(borne, std::greater{}, [](const auto& bearer) {
        return std::tuple(bearer.staffHours.value_or(0), bearer.spending.value_or(plan::Money{}).pence,
                          bearer.unpaidHours.value_or(0));
    });
    const auto listed = bearersToList(borne);
    const auto row = [&](const std::string& name, const analysis::BearerCost& bearer, bool summary) {
        bearers.rows.push_back({{name, bearer.spending ? money(*bearer.spending) : notRecorded,
                                 bearer.staffHours ? hours(*bearer.staffHours) : notRecorded,
                                 bearer.unpaidHours ? hours(*bearer.unpaidHours) : notRecorded},
                                summary});
    };
    analysis::BearerCost others;
    std::size_t left = 0;
    for (std::size_t i = 0; i < borne.size(); ++i) {
        const auto& bearer = borne[i];
        if (listed[i]) {
            row(bearer.bearer ? scope.organisation(bearer.bearer) : "Bearer not recorded", bearer, false);
            continue;
        }
        ++left;
        const auto add = [](auto& sum, const auto& part) {
            if (part) {
                sum = sum ? *sum + *part : *part;
            }
        };
        add(others.staffHours, bearer.staffHours);
        add(others.unpaidHours, bearer.unpaidHours);
        if (bearer.spending) {
            others.spending =
                plan::Money{others.spending.value_or(plan::Money{}).pence + bearer.spending->pence};
        }
    }
    if (left > 0) {
        row(counted(left, "other organisation", "other organisations"), others, true);
    }
    document.add(std::move(bearers));
}

} // namespace

void addMechanisms(Document& document, const Scope& scope) {
    document.heading(1, "How services engage");
    if (scope.mechanisms.empty()) {
        document.paragraph("No engagement mechanism in force is recorded for " + scope.place() + ".");
        return;
    }
    std::map<std::pair<std::string, plan::Id>, std::vector<std::size_t>> services;
    for (std::size_t i = 0; i < scope.mechanisms.size(); ++i) {
        const auto* mechanism = scope.whole->find<plan::Mechanism>(scope.mechanisms[i]);
        const auto service = mechanism ? serviceOf(*mechanism) : 0;
        // What has no service comes last.
        services[{service ? scope.organisation(service) : "\x7F", service}].push_back(i);
    }
    document.paragraph(
        "The mechanisms are listed by the service or organisation that runs them. Attendance is what "
        "is usual at one meeting; spending and paid staff time are for a year." +
        std::string(scope.wider.empty()
                        ? ""
                        : " A star (*) marks what also serves places outside " + scope.place() + "."));
    Table table;
    table.caption = "Mechanisms in force, by service";
    table.columns = {{"Mechanism", Align::left, 2.3},
                     {"How often", Align::left, 1.55},
                     {"Attendance", Align::left, 1.7},
                     {"Spending", Align::right, 1.4},
                     {"Paid staff time", Align::right, 1.4}};
    for (const auto& [key, members] : services) {
        table.rows.push_back(
            {{(key.second ? key.first : "Service not recorded") +
              (members.size() > 1 ? " (" + std::to_string(members.size()) + " mechanisms)" : std::string{})},
             false,
             true});
        for (const auto i : members) {
            const auto id = scope.mechanisms[i];
            const auto* mechanism = scope.whole->find<plan::Mechanism>(id);
            const auto& cost = scope.costs[i];
            table.rows.push_back(
                {{scope.name(id) + (scope.wider.contains(id) ? " *" : ""), frequency(*mechanism, cost),
                  attendance(*mechanism), figure(cost.spending), figure(cost.staffHours)}});
        }
    }
    document.add(std::move(table));
    if (scope.cluster && scope.notPlaced > 0) {
        document.add(Note{
            "Not counted here",
            {{counted(scope.notPlaced, "mechanism of the plan has", "mechanisms of the plan have") +
                  " no place recorded, so it is not known whether they operate in " + scope.place() + ".",
              false,
              {}}}});
    }
    addCostLines(document, scope);
}

} // namespace wardmote::report
