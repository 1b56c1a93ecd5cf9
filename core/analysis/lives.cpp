#include "core/analysis/lives.h"

#include <algorithm>
#include <set>

namespace wardmote::analysis {
namespace {

constexpr int yearOfDays = 365;

/// True if `earlier` was over before `later` began.
bool overBefore(const Life& earlier, const Life& later) {
    if (!earlier.last) {
        return false;
    }
    if (later.setUp) {
        const int grace = earlier.ended ? 0 : yearOfDays;
        return *later.setUp - *earlier.last >= grace;
    }
    // Nobody recorded when the later one began: only a long silence between the two says anything.
    return later.first && *later.first - *earlier.last > 2 * yearOfDays;
}

} // namespace

Life lifeOf(const plan::Mechanism& mechanism, const CostModel& meetings, plan::Date today) {
    Life life;
    const auto sign = [&](const std::optional<plan::Date>& date) {
        if (date) {
            const int day = date->daysSinceEpoch();
            life.first = life.first ? std::min(*life.first, day) : day;
        }
    };
    if (mechanism.setUp) {
        life.setUp = mechanism.setUp->daysSinceEpoch();
    }
    sign(mechanism.setUp);
    sign(mechanism.lastMet);
    sign(mechanism.ended);
    for (const auto* meeting : meetings.meetingsOf(mechanism.id)) {
        sign(meeting->date);
    }
    const auto lastMet = meetings.lastMet(mechanism.id);
    const bool saidEnded = mechanism.status == plan::MechanismStatus::ended;
    if (mechanism.ended) {
        life.last = mechanism.ended->daysSinceEpoch();
        life.ended = true;
    } else if (lastMet && (saidEnded || !mechanism.status)) {
        life.last = lastMet->daysSinceEpoch();
        life.ended = saidEnded;
    }
    const bool statusAllows = !mechanism.status || mechanism.status == plan::MechanismStatus::active;
    life.active = statusAllows && !(mechanism.ended && *mechanism.ended <= today);
    return life;
}

bool livesApart(const Life& a, const Life& b) {
    return overBefore(a, b) || overBefore(b, a);
}

Relations::Relations(const plan::Plan& plan) {
    const auto& mechanisms = plan.all<plan::Mechanism>();
    for (const auto& mechanism : mechanisms) {
        std::set<plan::Id> seen{mechanism.id};
        const auto* at = &mechanism;
        for (bool direct = true; (at = plan.find(at->reportsTo)) && seen.insert(at->id).second;
             direct = false) {
            add({Relation::Kind::parent, mechanism.id, at->id, direct, false});
        }
    }
    struct Step {
        plan::Id at;
        bool direct;
        bool inPart;
    };
    for (const auto& mechanism : mechanisms) {
        std::set<plan::Id> seen{mechanism.id};
        std::vector<Step> open{{mechanism.id, true, false}};
        for (std::size_t next = 0; next < open.size(); ++next) {
            const auto step = open[next];
            for (const auto& link : plan.find<plan::Mechanism>(step.at)->replacedBy) {
                if (plan.find(link.mechanism) && seen.insert(link.mechanism.id).second) {
                    const bool inPart = step.inPart || link.extent == plan::Extent::inPart;
                    add({Relation::Kind::succession, mechanism.id, link.mechanism.id, step.direct, inPart});
                    open.push_back({link.mechanism.id, false, inPart});
                }
            }
        }
    }
}

void Relations::add(const Relation& relation) {
    const auto key = std::minmax(relation.from, relation.to);
    if (byPair_.emplace(std::pair{key.first, key.second}, all_.size()).second) {
        all_.push_back(relation);
        linked_[relation.from] = linked_[relation.to] = true;
    }
}

const Relation* Relations::between(plan::Id a, plan::Id b) const {
    const auto key = std::minmax(a, b);
    const auto at = byPair_.find({key.first, key.second});
    return at == byPair_.end() ? nullptr : &all_[at->second];
}

} // namespace wardmote::analysis
