#include "core/analysis/scenario/load_change.h"

#include "core/plan/wording.h"

#include <algorithm>
#include <cmath>
#include <fmt/format.h>
#include <map>
#include <set>
#include <tuple>

namespace wardmote::analysis {
namespace {

using plan::Id;
using plan::RecordKind;

constexpr double rounding = 0.005;

LoadSide nothingAsked() {
    LoadSide side;
    side.meetings = 0;
    side.paid.value = 0;
    side.unpaid.value = 0;
    return side;
}

LoadSide sideOf(const BodyLoad& load) {
    LoadSide side;
    side.mechanisms = load.mechanisms.size();
    side.meetings = load.meetings;
    // What is open nowhere is not "not recorded": who has papers alone is asked to no meeting.
    const auto close = [&](std::optional<double>& value, bool open) {
        value = value || open || load.meetingsUnknown > 0 ? value : std::optional(0.0);
    };
    close(side.meetings, false);
    side.byTopic = load.byTopic;
    side.meetingsUnknown = load.meetingsUnknown;
    side.paid = load.paid;
    close(side.paid.value, load.paid.atLeast);
    side.unpaid = load.unpaid;
    close(side.unpaid.value, load.unpaid.atLeast);
    side.weeksOver = load.weeksOver.size();
    side.monthsOver = load.monthsOver.size();
    return side;
}

bool differs(const std::optional<double>& a, const std::optional<double>& b) {
    return a.has_value() != b.has_value() || (a && std::abs(*a - *b) > rounding);
}

std::optional<double> less(const std::optional<double>& from, const std::optional<double>& what) {
    return from && what ? std::optional(*from - *what) : std::nullopt;
}

/// Dated meetings say how things are. Of a mechanism that goes or meets by another pattern they go as well.
plan::Changes diaryAfter(const plan::Plan& before, const plan::Plan& after) {
    std::set<Id> otherwise;
    for (const auto& mechanism : before.all<plan::Mechanism>()) {
        const auto* then = after.find<plan::Mechanism>(mechanism.id);
        if (then->status != mechanism.status || then->pattern != mechanism.pattern ||
            then->meetingsAYear != mechanism.meetingsAYear) {
            otherwise.insert(mechanism.id);
        }
    }
    plan::Changes changes;
    for (const auto& meeting : before.all<plan::Meeting>()) {
        auto rest = meeting;
        std::erase_if(rest.mechanisms,
                      [&](const auto& link) { return otherwise.contains(link.mechanism.id); });
        if (rest.mechanisms.empty() && !meeting.mechanisms.empty()) {
            changes.erase<plan::Meeting>(meeting.id);
        } else {
            changes.update(meeting, rest);
        }
    }
    return changes;
}

/// The plan after those changes alone of which something is claimed.
Result<plan::Plan> planClaimed(const plan::Plan& plan, const WhatIf& weighed, plan::Date today) {
    plan::Changes without;
    for (const auto& effect : weighed.changes) {
        if (!effect.counted && effect.step.change != 0) {
            without.set<&plan::ProposedChange::status>(
                effect.step.change,
                std::string(plan::choicesOf<plan::ReviewStatus>[static_cast<std::size_t>(
                                                                    plan::ReviewStatus::rejected)]
                                .key));
        }
    }
    auto claimed = plan::applied(plan, without);
    auto after = claimed ? planAfter(*claimed, weighed.scenario, today) : std::move(claimed);
    return after ? plan::applied(*after, diaryAfter(plan, *after)) : std::move(after);
}

std::string counted(std::size_t number, std::string_view one, std::string_view many) {
    return fmt::format("{} {}", number, number == 1 ? one : many);
}

} // namespace

std::optional<double> LoadChange::meetingsChange() const {
    return less(after.meetings, before.meetings);
}
std::optional<double> LoadChange::paidChange() const {
    return less(after.paid.value, before.paid.value);
}
std::optional<double> LoadChange::unpaidChange() const {
    return less(after.unpaid.value, before.unpaid.value);
}

bool LoadChange::isChanged() const {
    return before.mechanisms != after.mechanisms || differs(before.meetings, after.meetings) ||
           std::abs(before.byTopic - after.byTopic) > rounding ||
           differs(before.paid.value, after.paid.value) || differs(before.unpaid.value, after.unpaid.value) ||
           before.weeksOver != after.weeksOver || before.monthsOver != after.monthsOver;
}

Result<LoadChanges> loadChangesOf(const plan::Plan& plan, const WhatIf& weighed, plan::Date today,
                                  const Progress& progress) {
    const auto claimed = planClaimed(plan, weighed, today);
    if (!claimed) {
        return Failure(claimed.error());
    }
    LoadChanges changes;
    changes.year = today.year;
    changes.weekLimit = plan.settings().meetingsAWeekLimit;
    changes.monthLimit = plan.settings().meetingsAMonthLimit;
    std::map<std::pair<RecordKind, Id>, LoadChange> bodies;
    for (const bool afterwards : {false, true}) {
        auto load = findMeetingLoad(afterwards ? *claimed : plan, today.year, today, {{}, progress.stop});
        if (!load) {
            return Failure(load.error());
        }
        (afterwards ? changes.undatedAfter : changes.undatedBefore) = load->undated;
        for (const auto* list : {&load->organisations, &load->roles}) {
            for (const auto& body : *list) {
                auto& change =
                    bodies
                        .try_emplace({body.kind, body.body},
                                     LoadChange{body.kind, body.body, nothingAsked(), nothingAsked()})
                        .first->second;
                (afterwards ? change.after : change.before) = sideOf(body);
            }
        }
    }
    for (auto& [key, change] : bodies) {
        changes.changed += change.isChanged() ? 1 : 0;
        changes.overBefore += change.before.isOver() ? 1 : 0;
        changes.overAfter += change.after.isOver() ? 1 : 0;
        changes.bodies.push_back(std::move(change));
    }
    std::ranges::sort(changes.bodies, {}, [&](const LoadChange& change) {
        return std::tuple(
            !change.isChanged(), -std::abs(change.meetingsChange().value_or(0)),
            -std::max(std::abs(change.paidChange().value_or(0)), std::abs(change.unpaidChange().value_or(0))),
            change.kind, plan::nameOf(plan, change.kind, change.body), change.body);
    });
    return changes;
}

std::string limitInWords(const LoadChanges& changes, const LoadSide& side) {
    if (!changes.weekLimit && !changes.monthLimit) {
        return "no limit is set";
    }
    if (!side.isOver()) {
        return "within the limit";
    }
    std::string words;
    if (side.weeksOver > 0) {
        words = counted(side.weeksOver, "week", "weeks");
    }
    if (side.monthsOver > 0) {
        words += (words.empty() ? "" : " and ") + counted(side.monthsOver, "month", "months");
    }
    return words + " over the limit";
}

std::string meetingsInWords(const LoadSide& side) {
    if (!side.meetings) {
        return "not recorded";
    }
    const auto words = plan::inDigits(*side.meetings, 1);
    return side.meetingsUnknown > 0 ? "at least " + words : words;
}

std::string byTopicInWords(const LoadSide& side) {
    return side.byTopic > 0 ? "up to " + plan::inDigits(side.byTopic, 1) : "none";
}

std::string meetingsChangeInWords(const LoadChange& change) {
    const auto difference = change.meetingsChange();
    if (!difference) {
        return {};
    }
    if (std::abs(*difference) < 0.05) {
        return "no change";
    }
    return plan::inDigits(std::abs(*difference), 1) + (*difference < 0 ? " fewer" : " more");
}

std::string limitNote(const LoadChanges& changes) {
    if (!changes.weekLimit && !changes.monthLimit) {
        return "The plan sets no limit of meetings for one organisation; the Meeting load page can set one.";
    }
    std::string words = "The plan's limit for one organisation: ";
    if (changes.weekLimit) {
        words += counted(static_cast<std::size_t>(*changes.weekLimit), "meeting", "meetings") + " a week";
    }
    if (changes.monthLimit) {
        words += (changes.weekLimit ? ", " : "") +
                 counted(static_cast<std::size_t>(*changes.monthLimit), "meeting", "meetings") + " a month";
    }
    words +=
        fmt::format(". Weeks and months are counted over {}, of meetings that have a date", changes.year);
    return changes.undatedBefore + changes.undatedAfter == 0
               ? words + "."
               : words + fmt::format("; of {} now and of {} afterwards no date is known.",
                                     counted(changes.undatedBefore, "mechanism", "mechanisms"),
                                     changes.undatedAfter);
}

std::string_view sharedMeetingNote() {
    return "One meeting that several mechanisms hold counts once: today by the shares that their records "
           "state, and in a scenario in equal shares of what its host bears, since a scenario has no field "
           "for other ones.";
}

} // namespace wardmote::analysis
