#include "core/analysis/cost.h"

#include "core/analysis/cost_lines.h"
#include "core/base/contract.h"
#include "core/recurrence/rule.h"

#include <algorithm>
#include <cmath>
#include <set>

namespace wardmote::analysis {

CostModel::CostModel(const plan::Plan& plan, plan::Date today) : plan_(plan), today_(today) {
    for (const auto& meeting : plan.all<plan::Meeting>()) {
        for (const auto& link : meeting.mechanisms) {
            if (meeting.date) {
                meetings_[link.mechanism.id].push_back(&meeting);
            }
        }
    }
    for (auto& [mechanism, meetings] : meetings_) {
        std::ranges::stable_sort(meetings, {}, [](const auto* meeting) { return *meeting->date; });
    }
    for (const auto& mechanism : plan.all<plan::Mechanism>()) {
        for (const auto& link : mechanism.sharedMeetings) {
            sharers_[link.mechanism.id].push_back(&mechanism);
        }
        // Thousands of mechanisms share a few dozen rules, and to expand a rule takes its time.
        const auto& rule = mechanism.pattern.rule;
        if (!rule.empty() && !meetingsByRule_.contains(rule)) {
            const auto number = recurrence::meetingsAYear(mechanism.pattern);
            meetingsByRule_.emplace(rule, number ? std::optional(*number) : std::nullopt);
        }
    }
}

std::vector<const plan::Meeting*> CostModel::meetingsOf(plan::Id mechanism) const {
    const auto at = meetings_.find(mechanism);
    return at == meetings_.end() ? std::vector<const plan::Meeting*>{} : at->second;
}

std::optional<plan::Date> CostModel::lastMet(plan::Id id) const {
    const auto* mechanism = plan_.find<plan::Mechanism>(id);
    auto last = mechanism && mechanism->lastMet <= today_ ? mechanism->lastMet : std::nullopt;
    const auto at = meetings_.find(id);
    if (at != meetings_.end()) {
        for (const auto* meeting : at->second) {
            if (*meeting->date <= today_ && (!last || *last < *meeting->date)) {
                last = meeting->date;
            }
        }
    }
    return last;
}

MeetingsAYear CostModel::meetingsAYear(plan::Id id) const {
    const auto* mechanism = plan_.find<plan::Mechanism>(id);
    contract(mechanism != nullptr, "meetings are asked of a mechanism of the plan");
    if (!mechanism->pattern.rule.empty()) {
        if (const auto& number = meetingsByRule_.at(mechanism->pattern.rule)) {
            return {number, MeetingsFrom::pattern, {}};
        }
    }
    if (mechanism->meetingsAYear) {
        return {mechanism->meetingsAYear, MeetingsFrom::stated, {}};
    }
    MeetingsAYear counted;
    const int today = today_.daysSinceEpoch();
    for (const auto* meeting : meetingsOf(id)) {
        const int daysAgo = today - meeting->date->daysSinceEpoch();
        if (daysAgo >= 0 && daysAgo < 365) {
            counted.meetings.push_back(meeting->id);
        }
    }
    if (!counted.meetings.empty()) {
        counted.value = static_cast<double>(counted.meetings.size());
        counted.from = MeetingsFrom::counted;
    }
    return counted;
}

CostModel::Share CostModel::shareOf(const plan::Mechanism& mechanism) const {
    Share share;
    double others = 0;
    bool stated = false;
    for (const auto& link : mechanism.sharedMeetings) {
        share.notStated = share.notStated || !link.share;
        stated = stated || link.share.has_value();
        others += link.share.value_or(0);
    }
    if (stated) {
        share.own = std::clamp(1 - others, 0.0, 1.0);
        return share;
    }
    const auto at = sharers_.find(mechanism.id);
    if (at != sharers_.end()) {
        share.notStated = true;
        for (const auto* other : at->second) {
            for (const auto& link : other->sharedMeetings) {
                if (link.mechanism.id == mechanism.id && link.share) {
                    return {std::clamp(*link.share, 0.0, 1.0), false};
                }
            }
        }
    }
    return share;
}

MechanismCost CostModel::of(plan::Id id) const {
    const auto* mechanism = plan_.find<plan::Mechanism>(id);
    contract(mechanism != nullptr, "a cost is asked of a mechanism of the plan");
    MechanismCost cost;
    cost.mechanism = id;
    cost.meetings = meetingsAYear(id);
    const auto share = shareOf(*mechanism);
    cost.share = share.own;
    cost.shareNotStated = share.notStated;
    CostLines lines(plan_, *mechanism, cost, meetingsOf(id));
    lines.addSpending();
    lines.addTime();
    lines.addRoom();
    lines.finish();
    return cost;
}

plan::Id bodyOf(const plan::Plan& plan, plan::Id organisation) {
    std::set<plan::Id> seen;
    auto at = organisation;
    while (seen.insert(at).second) {
        const auto* record = plan.find<plan::Organisation>(at);
        if (!record || !record->parent || !plan.find(record->parent)) {
            return at;
        }
        at = record->parent.id;
    }
    return organisation; // a circle has no top
}

} // namespace wardmote::analysis
