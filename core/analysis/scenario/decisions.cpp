#include "core/analysis/scenario/decisions.h"

#include "core/analysis/lives.h"

#include <algorithm>
#include <cmath>

namespace wardmote::analysis {
namespace {

using plan::ProposedChange;
using plan::WhatToDo;

bool ends(const ProposedChange& change) {
    return change.action == WhatToDo::end || change.action == WhatToDo::mergeInto;
}

std::optional<double> pence(const std::optional<plan::Money>& money) {
    return money ? std::optional(static_cast<double>(money->pence)) : std::nullopt;
}

std::optional<plan::Money> money(const std::optional<double>& pence) {
    return pence ? std::optional(plan::Money{std::llround(*pence)}) : std::nullopt;
}

std::optional<double> less(const std::optional<double>& from, const std::optional<double>& what) {
    return from && what ? std::optional(*from - *what) : std::nullopt;
}

} // namespace

ProposedChange agreed(const ProposedChange& change, const WhatIf& weighed, plan::Date today) {
    auto record = change;
    record.status = plan::ReviewStatus::agreed;
    record.decidedOn = record.decidedOn ? record.decidedOn : today;
    const auto effect = std::ranges::find_if(
        weighed.changes, [&](const ChangeEffect& each) { return each.step.change == change.id; });
    if (effect != weighed.changes.end()) {
        const auto& hours = effect->lines.at(WeighedLine::staffHours);
        const auto& spending = effect->lines.at(WeighedLine::spending);
        record.hoursWhenDecided = hours.before;
        record.hoursExpected = hours.before ? hours.after : std::nullopt;
        record.spendingWhenDecided = money(spending.before);
        record.spendingExpected = spending.before ? money(spending.after) : std::nullopt;
    }
    return record;
}

ProposedChange proposedAgain(ProposedChange change) {
    change.status = plan::ReviewStatus::proposed;
    change.decidedOn.reset();
    change.hoursWhenDecided.reset();
    change.hoursExpected.reset();
    change.spendingWhenDecided.reset();
    change.spendingExpected.reset();
    return change;
}

plan::Changes carriedOut(const plan::Plan& plan, const ProposedChange& change, plan::Date day) {
    plan::Changes changes;
    auto after = change;
    after.status = plan::ReviewStatus::done;
    changes.update(change, after);
    const auto* before = plan.find(change.mechanism);
    if (!before || !ends(change)) {
        return changes;
    }
    auto mechanism = *before;
    mechanism.status = plan::MechanismStatus::ended;
    mechanism.ended = before->ended ? before->ended : day;
    mechanism.sharedMeetings.clear();
    const bool named = std::ranges::any_of(
        before->replacedBy, [&](const auto& link) { return link.mechanism.id == change.into.id; });
    if (change.action == WhatToDo::mergeInto && plan.find(change.into) && !named) {
        mechanism.replacedBy.push_back({change.into, plan::Extent::wholly});
    }
    changes.update(*before, mechanism);
    for (const auto& other : plan.all<plan::Mechanism>()) {
        auto alone = other;
        std::erase_if(alone.sharedMeetings,
                      [&](const auto& link) { return link.mechanism.id == before->id; });
        if (other.id != before->id) {
            changes.update(other, alone);
        }
    }
    return changes;
}

std::optional<double> Achievement::hoursToRelease() const {
    return less(hoursWhenDecided, hoursExpected);
}
std::optional<double> Achievement::hoursReleased() const {
    return less(hoursWhenDecided, hoursNow);
}
std::optional<double> Achievement::penceToAvoid() const {
    return less(penceWhenDecided, penceExpected);
}
std::optional<double> Achievement::penceAvoided() const {
    return less(penceWhenDecided, penceNow);
}

std::vector<Achievement> achievementsOf(const plan::Plan& plan, plan::Id scenario, plan::Date today) {
    const CostModel costs(plan, today);
    std::vector<std::pair<std::string, Achievement>> named;
    for (const auto& change : plan.all<ProposedChange>()) {
        if (change.scenario.id != scenario || !isAgreed(change.status)) {
            continue;
        }
        Achievement each;
        each.change = change.id;
        each.mechanism = change.mechanism.id;
        each.done = change.status == plan::ReviewStatus::done;
        each.hoursWhenDecided = change.hoursWhenDecided;
        each.hoursExpected = change.hoursExpected;
        each.penceWhenDecided = pence(change.spendingWhenDecided);
        each.penceExpected = pence(change.spendingExpected);
        const auto* mechanism = plan.find(change.mechanism);
        const bool over = !mechanism || !lifeOf(*mechanism, costs, today).active;
        if (ends(change)) {
            each.over = over;
            each.endedOn = over && mechanism ? mechanism->ended : std::nullopt;
        }
        if (over) {
            each.hoursNow = 0;
            each.penceNow = 0;
        } else {
            const auto cost = costs.of(mechanism->id);
            each.hoursNow = cost.staffHours.value;
            each.penceNow = pence(cost.spending.value);
        }
        named.emplace_back(change.name, each);
    }
    std::ranges::sort(named, {}, [](const auto& pair) { return std::pair(pair.first, pair.second.change); });
    std::vector<Achievement> achievements;
    for (auto& [name, each] : named) {
        achievements.push_back(each);
    }
    return achievements;
}

} // namespace wardmote::analysis
