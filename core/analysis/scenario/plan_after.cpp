#include "core/analysis/scenario/plan_after.h"

#include "core/analysis/cost.h"

#include <algorithm>
#include <set>

namespace wardmote::analysis {
namespace {

using plan::Id;
using plan::Mechanism;
using plan::ProposedChange;
using plan::WhatToDo;

/// Adds the links that are not there yet.
template<class Link>
void addLinks(std::vector<Link>& links, const std::vector<Link>& more) {
    for (const auto& link : more) {
        if (std::ranges::find(links, link) == links.end()) {
            links.push_back(link);
        }
    }
}

/// Makes the records of mechanisms as a scenario would leave them.
class After {
public:
    After(const plan::Plan& plan, Id scenario, plan::Date today)
        : plan_(plan), costs_(plan, today), today_(today), steps_(stepsOf(plan, scenario, today)) {}

    plan::Changes changes() {
        for (const auto& [id, step] : steps_) {
            if (step.goes()) {
                end(step);
            }
        }
        for (const auto& [id, step] : steps_) {
            if (!step.goes() && step.problem != ChangeProblem::mechanismGone) {
                stay(step);
            }
        }
        for (const auto& [id, step] : steps_) {
            if (!step.hosts.empty()) {
                share(step);
            }
        }
        letGo();
        plan::Changes changes;
        for (const auto& [id, record] : changed_) {
            changes.update(*plan_.find<Mechanism>(id), record);
        }
        return changes;
    }

private:
    Mechanism& record(Id id) {
        const auto at = changed_.find(id);
        return at != changed_.end() ? at->second
                                    : changed_.emplace(id, *plan_.find<Mechanism>(id)).first->second;
    }

    void end(const ScenarioStep& step) {
        auto& mechanism = record(step.mechanism);
        mechanism.status = plan::MechanismStatus::ended;
        mechanism.ended = today_;
        mechanism.sharedMeetings.clear();
        if (step.action == WhatToDo::mergeInto) {
            mechanism.replacedBy.push_back({{step.into}, plan::Extent::wholly});
        }
    }

    void stay(const ScenarioStep& step) {
        const auto* change = step.problem ? nullptr : plan_.find<ProposedChange>(step.change);
        auto& mechanism = record(step.mechanism);
        if (step.gathers()) {
            forget(mechanism);
        }
        for (const auto from : step.takesUp) {
            takeUp(mechanism, *plan_.find<Mechanism>(from));
        }
        if (change) {
            followWhatIsSaid(mechanism, *change);
        }
    }

    /// How often, how long and with whom is another question once others come: only the change answers it.
    static void forget(Mechanism& mechanism) {
        mechanism.pattern = {};
        mechanism.patternWords.clear();
        mechanism.patternStart.reset();
        mechanism.meetingsAYear.reset();
        mechanism.lengthHours.reset();
        mechanism.attending.clear();
        mechanism.attendanceMembers.reset();
        mechanism.attendanceOfficers.reset();
    }

    void takeUp(Mechanism& mechanism, const Mechanism& gone) {
        mechanism.wholePlan = gone.wholePlan == true ? gone.wholePlan : mechanism.wholePlan;
        addLinks(mechanism.areas, gone.areas);
        addLinks(mechanism.themes, gone.themes);
        addLinks(mechanism.audiences, gone.audiences);
        // The merged one goes on from both: it met when either last did.
        const auto met = costs_.lastMet(gone.id);
        if (met && (!mechanism.lastMet || *mechanism.lastMet < *met)) {
            mechanism.lastMet = met;
        }
        for (const auto& other : plan_.all<Mechanism>()) {
            const auto at = steps_.find(other.id);
            const bool goes = at != steps_.end() && at->second.goes();
            if (other.reportsTo.id == gone.id && other.id != mechanism.id && !goes) {
                record(other.id).reportsTo = {mechanism.id};
            }
        }
        if (mechanism.reportsTo.id == gone.id) {
            mechanism.reportsTo = gone.reportsTo.id == mechanism.id ? plan::Ref<Mechanism>{} : gone.reportsTo;
        }
    }

    static void followWhatIsSaid(Mechanism& mechanism, const ProposedChange& change) {
        if (!change.patternAfter.rule.empty() || change.meetingsAfter) {
            mechanism.pattern = change.patternAfter;
            mechanism.meetingsAYear = change.meetingsAfter;
            mechanism.patternWords.clear();
        }
        const auto take = [](auto& field, const auto& after) { field = after ? after : field; };
        take(mechanism.lengthHours, change.lengthAfter);
        take(mechanism.organisingHours, change.organisingAfter);
        const auto takeList = [](auto& field, const auto& after) { field = after.empty() ? field : after; };
        takeList(mechanism.attending, change.attendingAfter);
        takeList(mechanism.themes, change.themesAfter);
        takeList(mechanism.audiences, change.audiencesAfter);
        takeList(mechanism.spending, change.spendingAfter);
        if (!change.attendingAfter.empty()) {
            mechanism.attendanceMembers.reset();
            mechanism.attendanceOfficers.reset();
        }
        if (!change.areasAfter.empty()) {
            mechanism.areas = change.areasAfter;
            mechanism.wholePlan.reset();
        }
        if (change.noSpendingAfter == true) {
            mechanism.spending = {{plan::SpendingKind::other, plan::Money{0}, {}}};
        }
    }

    /// The host's meeting is one meeting: its cost stands at each of them, by shares that make one together
    /// with those who shared it before.
    void share(const ScenarioStep& step) {
        auto& host = record(step.mechanism);
        const double borne = costs_.of(host.id).share;
        const double each = borne / static_cast<double>(step.hosts.size() + 1);
        nameSharers(host, borne);
        for (const auto id : step.hosts) {
            auto& guest = record(id);
            guest.pattern = host.pattern;
            guest.meetingsAYear = host.meetingsAYear;
            guest.patternWords = host.patternWords;
            guest.patternStart = host.patternStart;
            guest.startTime = host.startTime;
            guest.lengthHours = host.lengthHours;
            guest.format = host.format;
            guest.venue = host.venue;
            guest.attending = host.attending;
            guest.attendanceMembers = host.attendanceMembers;
            guest.attendanceOfficers = host.attendanceOfficers;
            guest.travelHours = host.travelHours;
            guest.readingHours = host.readingHours;
            guest.organisingHours = host.organisingHours;
            guest.organisingGrade = host.organisingGrade;
            guest.roomFree = host.roomFree;
            guest.roomValue = host.roomValue;
            guest.spending = host.spending;
            for (auto& line : guest.spending) {
                line.bearer = line.bearer ? line.bearer : host.leadOrganisation;
            }
            guest.sharedMeetings = {{{host.id}, 1 - each}};
            host.sharedMeetings.push_back({{id}, each});
        }
    }

    /// Where only the others recorded that they share the host's meeting, it says so too from now on.
    void nameSharers(Mechanism& host, double borne) {
        const bool stated = std::ranges::any_of(
            host.sharedMeetings, [](const plan::SharedMeeting& link) { return link.share.has_value(); });
        if (stated || borne == 1) {
            return;
        }
        for (const auto& other : plan_.all<Mechanism>()) {
            const bool sharesIt = std::ranges::any_of(other.sharedMeetings, [&](const auto& link) {
                return link.mechanism.id == host.id && link.share == borne;
            });
            if (sharesIt) {
                std::erase_if(host.sharedMeetings,
                              [&](const auto& link) { return link.mechanism.id == other.id; });
                host.sharedMeetings.push_back({{other.id}, 1 - borne});
                return;
            }
        }
    }

    /// Nobody shares a meeting with one that is over, or that meets elsewhere from now on.
    void letGo() {
        std::set<Id> gone;
        std::map<Id, Id> meetsWith;
        for (const auto& [id, step] : steps_) {
            if (step.goes()) {
                gone.insert(id);
            } else if (!step.problem && step.action == WhatToDo::shareAMeeting) {
                meetsWith.emplace(id, step.into);
            }
        }
        for (const auto& other : plan_.all<Mechanism>()) {
            const auto leaves = [&](const plan::SharedMeeting& link) {
                const auto at = meetsWith.find(link.mechanism.id);
                return gone.contains(link.mechanism.id) || (at != meetsWith.end() && at->second != other.id);
            };
            if (std::ranges::any_of(other.sharedMeetings, leaves)) {
                std::erase_if(record(other.id).sharedMeetings, leaves);
            }
        }
    }

    const plan::Plan& plan_;
    CostModel costs_;
    plan::Date today_;
    std::map<Id, ScenarioStep> steps_;
    std::map<Id, Mechanism> changed_;
};

} // namespace

plan::Changes changesOf(const plan::Plan& plan, Id scenario, plan::Date today) {
    return After(plan, scenario, today).changes();
}

Result<plan::Plan> planAfter(const plan::Plan& plan, Id scenario, plan::Date today) {
    return plan::applied(plan, changesOf(plan, scenario, today));
}

} // namespace wardmote::analysis
