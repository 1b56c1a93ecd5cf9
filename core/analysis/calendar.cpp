#include "core/analysis/calendar.h"

#include "core/analysis/attendance.h"
#include "core/analysis/calendar_dates.h"
#include "core/analysis/clusters_membership.h"

#include <algorithm>
#include <limits>
#include <map>
#include <set>
#include <tuple>

namespace wardmote::analysis {
namespace {

using plan::Date;
using plan::Id;

/// Days looked at on either side of the year, so that a meeting of 3 January can stand for one expected on 30
/// December.
constexpr int padding = 46;

using Ids = std::set<Id>;

std::vector<Id> listed(const Ids& ids) {
    return {ids.begin(), ids.end()};
}

/// What a mechanism brings to each of its occurrences.
struct Serves {
    Ids clusters;
    Ids organisations;
    Ids roles;
    Ids services;
    Ids themes;
    bool wholePlan = false;
};

/// An occurrence while its mechanisms are gathered.
struct Draft {
    Occurrence occurrence;
    Ids mechanisms;
    Ids clusters;
};

class Gatherer {
public:
    Gatherer(const plan::Plan& plan, int year) : plan_(plan), attendance_(plan) {
        calendar_.year = year;
        calendar_.bankHolidays = recurrence::bankHolidays(year);
        const auto membership = membershipOf(plan, arrangementShown(plan));
        for (const auto* cluster : membership.clusters) {
            calendar_.clusters.push_back(cluster->id);
            shown_.insert(cluster->id);
        }
        for (const auto* lists : {&membership.mainOf, &membership.othersOf}) {
            for (const auto& [area, clusters] : *lists) {
                clustersOf_[area].insert(clusters.begin(), clusters.end());
            }
        }
        for (const auto& meeting : plan.all<plan::Meeting>()) {
            for (const auto& link : meeting.mechanisms) {
                if (meeting.date) {
                    recorded_[link.mechanism.id].push_back(*meeting.date);
                }
            }
        }
        for (auto& [mechanism, dates] : recorded_) {
            std::ranges::sort(dates);
        }
    }

    Calendar run() {
        addRecorded();
        for (const auto& mechanism : plan_.all<plan::Mechanism>()) {
            addExpected(mechanism);
        }
        for (auto& draft : drafts_) {
            finish(draft);
        }
        std::ranges::sort(calendar_.occurrences, {}, [](const Occurrence& occurrence) {
            const int start = occurrence.start ? occurrence.start->minutes : std::numeric_limits<int>::max();
            return std::tuple(occurrence.date, start, occurrence.name, occurrence.meeting,
                              occurrence.mechanisms);
        });
        std::ranges::sort(calendar_.undated, {}, [&](const Undated& undated) {
            return std::pair(plan_.find<plan::Mechanism>(undated.mechanism)->name, undated.mechanism);
        });
        return std::move(calendar_);
    }

private:
    Date firstDay() const { return {calendar_.year, 1, 1}; }
    Date lastDay() const { return {calendar_.year, 12, 31}; }

    const Serves& servesOf(const plan::Mechanism& mechanism) {
        const auto [at, fresh] = serves_.try_emplace(mechanism.id);
        if (fresh) {
            auto& serves = at->second;
            serves.wholePlan = mechanism.wholePlan == true;
            for (const auto& link : mechanism.areas) {
                if (const auto clusters = clustersOf_.find(link.area.id);
                    clusters != clustersOf_.end() && !serves.wholePlan) {
                    serves.clusters.insert(clusters->second.begin(), clusters->second.end());
                }
            }
            for (const auto& link : mechanism.rolesAttending) {
                serves.roles.insert(link.role.id);
            }
            for (const auto& link : mechanism.themes) {
                serves.themes.insert(link.theme.id);
            }
            if (const auto id = mechanism.service ? mechanism.service.id : mechanism.leadOrganisation.id) {
                serves.services.insert(id);
            }
            serves.organisations = alwaysThere(mechanism);
        }
        return at->second;
    }

    Ids alwaysThere(const plan::Mechanism& mechanism) const {
        plan::Mechanism there;
        there.service = mechanism.service;
        std::ranges::copy_if(mechanism.attending, std::back_inserter(there.attending), [](const auto& row) {
            return row.how.value_or(plan::AttendsHow::always) == plan::AttendsHow::always;
        });
        const auto counted = attendance_.counted(there).counted;
        return {counted.begin(), counted.end()};
    }

    void addRecorded() {
        for (const auto& meeting : plan_.all<plan::Meeting>()) {
            if (!meeting.date || meeting.date->year != calendar_.year) {
                continue;
            }
            Draft draft;
            auto& occurrence = draft.occurrence;
            occurrence.date = *meeting.date;
            occurrence.start = meeting.startTime;
            occurrence.lengthHours = meeting.lengthHours;
            occurrence.venue = meeting.venue;
            occurrence.name = meeting.name;
            occurrence.meeting = meeting.id;
            occurrence.cancelled = meeting.status == plan::MeetingStatus::cancelled;
            for (const auto& link : meeting.mechanisms) {
                if (plan_.find(link.mechanism)) {
                    draft.mechanisms.insert(link.mechanism.id);
                }
            }
            for (const auto& link : meeting.clusters) {
                if (shown_.contains(link.cluster.id)) {
                    draft.clusters.insert(link.cluster.id);
                }
            }
            drafts_.push_back(std::move(draft));
        }
    }

    /// What a meeting can be counted from.
    std::optional<Date> anchorOf(const plan::Mechanism& mechanism) const {
        if (mechanism.patternStart) {
            return mechanism.patternStart;
        }
        const auto at = recorded_.find(mechanism.id);
        return at != recorded_.end() ? std::optional(at->second.front()) : mechanism.lastMet;
    }

    static bool meets(const plan::Mechanism& mechanism) {
        const auto status = mechanism.status.value_or(plan::MechanismStatus::active);
        return status == plan::MechanismStatus::active;
    }

    bool hasMeetingInYear(Id mechanism) const {
        const auto at = recorded_.find(mechanism);
        return at != recorded_.end() &&
               std::ranges::any_of(at->second, [&](const Date& date) { return date.year == calendar_.year; });
    }

    void addUndated(const plan::Mechanism& mechanism, Undated::Why why) {
        if (!hasMeetingInYear(mechanism.id)) {
            calendar_.undated.push_back({mechanism.id, why});
        }
    }

    void addExpected(const plan::Mechanism& mechanism) {
        const bool over = mechanism.ended && mechanism.ended < firstDay();
        const bool before = mechanism.setUp && lastDay() < mechanism.setUp;
        if (!meets(mechanism) || over || before) {
            return;
        }
        const auto rule = recurrence::readRule(mechanism.pattern.rule);
        if (!rule) {
            return addUndated(mechanism, Undated::Why::patternNotRecorded);
        }
        const auto anchor = anchorOf(mechanism);
        if (!anchor && !rule->saysTheDay()) {
            return addUndated(mechanism, Undated::Why::dayNotSaid);
        }
        // Without a meeting to count from nobody knows which second month or third week is meant.
        if (!anchor && rule->interval > 1) {
            return addUndated(mechanism, Undated::Why::firstDayNotRecorded);
        }
        for (const auto& date : datesLeft(mechanism, *rule, anchor)) {
            const bool exists = (!mechanism.setUp || mechanism.setUp <= date) &&
                                (!mechanism.ended || date <= mechanism.ended);
            if (exists && date.year == calendar_.year) {
                put(mechanism, date);
            }
        }
    }

    /// Days of the rule around the year that no recorded meeting stands for.
    std::vector<Date> datesLeft(const plan::Mechanism& mechanism, const recurrence::Rule& rule,
                                std::optional<Date> anchor) {
        const auto from = Date::fromDaysSinceEpoch(firstDay().daysSinceEpoch() - padding);
        const auto to = Date::fromDaysSinceEpoch(lastDay().daysSinceEpoch() + padding);
        // A rule that counts its meetings starts where it starts.
        if (anchor && rule.count == 0) {
            anchor = anchorBefore(rule, *anchor, from);
        }
        auto dates = recurrence::datesBetween(rule, from, to, anchor);
        if (!dates) {
            return {};
        }
        std::vector<Date> recorded;
        if (const auto at = recorded_.find(mechanism.id); at != recorded_.end()) {
            std::ranges::copy_if(at->second, std::back_inserter(recorded),
                                 [&](const Date& date) { return from <= date && date <= to; });
        }
        std::set<std::size_t> gone;
        for (const auto& place : placesTaken(*dates, recorded, nearDaysOf(mechanism.pattern.rule, rule))) {
            if (place) {
                gone.insert(*place);
            }
        }
        std::vector<Date> left;
        for (std::size_t i = 0; i < dates->size(); ++i) {
            if (!gone.contains(i)) {
                left.push_back((*dates)[i]);
            }
        }
        return left;
    }

    /// Hundreds of mechanisms share a few dozen rules, and to expand one takes its time.
    int nearDaysOf(const std::string& text, const recurrence::Rule& rule) {
        const auto [at, fresh] = near_.try_emplace(text, 0);
        if (fresh) {
            at->second = nearDays(rule);
        }
        return at->second;
    }

    static bool sharesAMeeting(const plan::Mechanism& one, const plan::Mechanism& other) {
        const auto names = [](const plan::Mechanism& from, Id to) {
            return std::ranges::any_of(from.sharedMeetings,
                                       [&](const auto& link) { return link.mechanism.id == to; });
        };
        return names(one, other.id) || names(other, one.id);
    }

    void put(const plan::Mechanism& mechanism, Date date) {
        auto& onDay = expected_[date];
        for (const auto place : onDay) {
            auto& draft = drafts_[place];
            const bool shared = std::ranges::any_of(draft.mechanisms, [&](Id id) {
                return sharesAMeeting(mechanism, *plan_.find<plan::Mechanism>(id));
            });
            if (shared) {
                draft.mechanisms.insert(mechanism.id);
                draft.occurrence.name += ", " + mechanism.name;
                return;
            }
        }
        Draft draft;
        draft.occurrence.date = date;
        draft.occurrence.from = OccurrenceFrom::expected;
        draft.occurrence.name = mechanism.name;
        draft.mechanisms.insert(mechanism.id);
        onDay.push_back(drafts_.size());
        drafts_.push_back(std::move(draft));
    }

    void finish(Draft& draft) {
        auto& occurrence = draft.occurrence;
        Serves all;
        for (const auto id : draft.mechanisms) {
            const auto& mechanism = *plan_.find<plan::Mechanism>(id);
            const auto& serves = servesOf(mechanism);
            all.clusters.insert(serves.clusters.begin(), serves.clusters.end());
            all.organisations.insert(serves.organisations.begin(), serves.organisations.end());
            all.roles.insert(serves.roles.begin(), serves.roles.end());
            all.services.insert(serves.services.begin(), serves.services.end());
            all.themes.insert(serves.themes.begin(), serves.themes.end());
            occurrence.wholePlan = occurrence.wholePlan || serves.wholePlan;
            if (!occurrence.start) {
                occurrence.start = mechanism.startTime;
            }
            if (!occurrence.lengthHours) {
                occurrence.lengthHours = mechanism.lengthHours;
            }
            if (occurrence.venue.empty()) {
                occurrence.venue = mechanism.venue;
            }
        }
        all.clusters.insert(draft.clusters.begin(), draft.clusters.end());
        occurrence.mechanisms = listed(draft.mechanisms);
        occurrence.clusters = listed(all.clusters);
        occurrence.organisations = listed(all.organisations);
        occurrence.roles = listed(all.roles);
        occurrence.services = listed(all.services);
        occurrence.themes = listed(all.themes);
        calendar_.occurrences.push_back(std::move(occurrence));
    }

    const plan::Plan& plan_;
    AttendanceRules attendance_;
    Calendar calendar_;
    Ids shown_;
    std::map<Id, Ids> clustersOf_; ///< by area
    std::map<Id, std::vector<Date>> recorded_;
    std::map<Id, Serves> serves_;
    std::map<std::string, int> near_;
    std::map<Date, std::vector<std::size_t>> expected_;
    std::vector<Draft> drafts_;
};

} // namespace

Calendar meetingsOf(const plan::Plan& plan, int year) {
    return Gatherer(plan, year).run();
}

} // namespace wardmote::analysis
