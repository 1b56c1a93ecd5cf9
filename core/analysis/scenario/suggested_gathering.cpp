#include "core/analysis/scenario/plan_after.h"

#include "core/analysis/cost.h"

#include <algorithm>
#include <set>
#include <tuple>

namespace wardmote::analysis {
namespace {

using plan::Id;
using plan::Mechanism;

std::int64_t residentsCovered(const plan::Plan& plan, const Mechanism& mechanism) {
    std::int64_t residents = 0;
    for (const auto& area : plan.all<plan::Area>()) {
        const bool covered =
            mechanism.wholePlan == true ||
            std::ranges::any_of(mechanism.areas, [&](const auto& link) { return link.area.id == area.id; });
        residents += covered && area.outside != true ? area.residents.value_or(0) : 0;
    }
    return residents;
}

/// One row for each organisation and kind of attendee.
void addAttendees(std::vector<plan::Attendance>& all, const std::vector<plan::Attendance>& more) {
    for (const auto& row : more) {
        const auto same = std::ranges::find_if(all, [&](const plan::Attendance& known) {
            return known.organisation == row.organisation &&
                   (known.paid == row.paid || !known.paid || !row.paid);
        });
        if (same == all.end()) {
            all.push_back(row);
            continue;
        }
        same->people = same->people && row.people ? std::optional(std::max(*same->people, *row.people))
                       : same->people             ? same->people
                                                  : row.people;
        same->paid = same->paid ? same->paid : row.paid;
        same->grade = same->grade.empty() ? row.grade : same->grade;
    }
}

} // namespace

plan::ProposedChange suggestedGathering(const plan::Plan& plan, plan::Date today, plan::ProposedChange change,
                                        const std::vector<Id>& coming) {
    const CostModel costs(plan, today);
    std::vector<const Mechanism*> all;
    if (const auto* own = plan.find(change.mechanism)) {
        all.push_back(own);
    }
    for (const auto id : coming) {
        if (const auto* mechanism = plan.find<Mechanism>(id); mechanism && id != change.mechanism.id) {
            all.push_back(mechanism);
        }
    }
    if (all.empty()) {
        return change;
    }
    const auto* larger = *std::ranges::min_element(all, {}, [&](const Mechanism* each) {
        return std::tuple(-residentsCovered(plan, *each), -costs.meetingsAYear(each->id).value.value_or(0),
                          each->id);
    });
    if (change.patternAfter.rule.empty() && !change.meetingsAfter) {
        change.patternAfter = larger->pattern;
        if (change.patternAfter.rule.empty()) {
            change.meetingsAfter = costs.meetingsAYear(larger->id).value;
        }
    }
    const auto take = [](auto& field, const auto& from) { field = field ? field : from; };
    take(change.lengthAfter, larger->lengthHours);
    take(change.organisingAfter, larger->organisingHours);
    if (change.attendingAfter.empty()) {
        for (const auto* each : all) {
            addAttendees(change.attendingAfter, each->attending);
        }
    }
    return change;
}

} // namespace wardmote::analysis
