#include "core/analysis/calendar.h"

#include "core/analysis/attendance.h"
#include "core/analysis/calendar_dates.h"
#include "core/analysis/clusters_membership.h"

#include <algorithm>
#include <limits>
#include <map>
#include <set>
#include <tuple>
#include <unordered_map>

namespace wardmote::analysis {
namespace {

using plan::Date;
using plan::Id;

/// Days looked at on either side of the year, so that a meeting of 3 January can stand for one expected on 30
/// December.
constexpr int padding = 46;

/// Ascending, each once: most are short, many are asked for.
using Ids = std::vector<Id>;

void settle(Ids& ids) {
    std::ranges::sort(ids);
    const auto repeats = std::ranges::unique(ids);
    ids.erase(repeats.begin(), repeats.end());
}

void merge(Ids& into, const Ids& more) {
    if (into.empty()) {
        into = more;
        return;
    }
    Ids all;
    std::ranges::set_union(into, more, std::back_inserter(all));
    into = std::move(all);
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

/// A rule that mechanisms share: hundreds of them have a few dozen, and to expand one takes its time.
struct Pattern {
    Result<recurrence::Rule> rule;
    int near = 0; ///< nearDays()
    std::map<std::optional<Date>, std::vector<Date>>
        dates; ///< around the year, by what they are counted from
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
                auto& of = clustersOf_[area];
                of.insert(of.end(), clusters.begin(), clusters.end());
            }
        }
        for (const auto& mechanism : plan.all<plan::Mechanism>()) {
            for (const auto& link : mechanism.sharedMeetings) {
                partners_[mechanism.id].push_back(link.mechanism.id);
                partners_[link.mechanism.id].push_back(mechanism.id);
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
        sortOccurrences();
        std::ranges::sort(calendar_.undated, {}, [&](const Undated& undated) {
            return std::pair(plan_.find<plan::Mechanism>(undated.mechanism)->name, undated.mechanism);
        });
        return std::move(calendar_);
    }

private:
    void sortOccurrences() {
        const auto startOf = [](const Occurrence& occurrence) {
            return occurrence.start ? occurrence.start->minutes : std::numeric_limits<int>::max();
        };
        std::ranges::sort(calendar_.occurrences, [&](const Occurrence& a, const Occurrence& b) {
            const int first = startOf(a);
            const int second = startOf(b);
            return std::tie(a.date, first, a.name, a.meeting, a.mechanisms) <
                   std::tie(b.date, second, b.name, b.meeting, b.mechanisms);
        });
    }

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
                    serves.clusters.insert(serves.clusters.end(), clusters->second.begin(),
                                           clusters->second.end());
                }
            }
            for (const auto& link : mechanism.rolesAttending) {
                serves.roles.push_back(link.role.id);
            }
            for (const auto& link : mechanism.themes) {
                serves.themes.push_back(link.theme.id);
            }
            if (const auto id = mechanism.service ? mechanism.service.id : mechanism.leadOrganisation.id) {
                serves.services.push_back(id);
            }
            settle(serves.clusters);
            settle(serves.roles);
            settle(serves.themes);
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
        return attendance_.counted(there).counted;
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
                    draft.mechanisms.push_back(link.mechanism.id);
                }
            }
            for (const auto& link : meeting.clusters) {
                if (shown_.contains(link.cluster.id)) {
                    draft.clusters.push_back(link.cluster.id);
                }
            }
            settle(draft.clusters);
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
        auto& pattern = patternOf(mechanism.pattern.rule);
        const auto& rule = pattern.rule;
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
        for (const auto& date : datesLeft(mechanism, pattern, anchor)) {
            const bool exists = (!mechanism.setUp || mechanism.setUp <= date) &&
                                (!mechanism.ended || date <= mechanism.ended);
            if (exists && date.year == calendar_.year) {
                put(mechanism, date);
            }
        }
    }

    Pattern& patternOf(const std::string& text) {
        auto at = patterns_.find(text);
        if (at == patterns_.end()) {
            at = patterns_.emplace(text, Pattern{recurrence::readRule(text), 0, {}}).first;
            if (auto& pattern = at->second; pattern.rule) {
                pattern.near = nearDays(*pattern.rule);
            }
        }
        return at->second;
    }

    Date firstLookedAt() const { return Date::fromDaysSinceEpoch(firstDay().daysSinceEpoch() - padding); }
    Date lastLookedAt() const { return Date::fromDaysSinceEpoch(lastDay().daysSinceEpoch() + padding); }

    const std::vector<Date>& datesOf(Pattern& pattern, std::optional<Date> anchor) const {
        // A rule that counts its meetings starts where it starts.
        if (anchor && pattern.rule->count == 0) {
            anchor = recurrence::anchorBefore(*pattern.rule, *anchor, firstLookedAt());
        }
        const auto [at, fresh] = pattern.dates.try_emplace(anchor);
        if (fresh) {
            at->second = recurrence::datesBetween(*pattern.rule, firstLookedAt(), lastLookedAt(), anchor)
                             .value_or(std::vector<Date>{});
        }
        return at->second;
    }

    /// Days of the rule around the year that no recorded meeting stands for.
    std::vector<Date> datesLeft(const plan::Mechanism& mechanism, Pattern& pattern,
                                std::optional<Date> anchor) {
        const auto& dates = datesOf(pattern, anchor);
        const auto at = recorded_.find(mechanism.id);
        if (at == recorded_.end()) {
            return dates;
        }
        std::vector<Date> recorded;
        std::ranges::copy_if(at->second, std::back_inserter(recorded), [&](const Date& date) {
            return firstLookedAt() <= date && date <= lastLookedAt();
        });
        std::set<std::size_t> gone;
        for (const auto& place : placesTaken(dates, recorded, pattern.near)) {
            if (place) {
                gone.insert(*place);
            }
        }
        std::vector<Date> left;
        for (std::size_t i = 0; i < dates.size(); ++i) {
            if (!gone.contains(i)) {
                left.push_back(dates[i]);
            }
        }
        return left;
    }

    /// Where on the day a mechanism that shares its meetings with this one is expected, the first of them.
    std::optional<std::size_t> sharedOn(Date date, Id mechanism) const {
        std::optional<std::size_t> first;
        if (const auto all = partners_.find(mechanism); all != partners_.end()) {
            for (const auto partner : all->second) {
                if (const auto at = sharing_.find({date, partner}); at != sharing_.end()) {
                    first = std::min(first.value_or(at->second), at->second);
                }
            }
        }
        return first;
    }

    void put(const plan::Mechanism& mechanism, Date date) {
        const auto shared = sharedOn(date, mechanism.id);
        const auto place = shared.value_or(drafts_.size());
        if (partners_.contains(mechanism.id)) {
            sharing_[{date, mechanism.id}] = place;
        }
        if (shared) {
            auto& draft = drafts_[*shared];
            draft.mechanisms.push_back(mechanism.id);
            draft.occurrence.name += ", " + mechanism.name;
            return;
        }
        Draft draft;
        draft.occurrence.date = date;
        draft.occurrence.from = OccurrenceFrom::expected;
        draft.occurrence.name = mechanism.name;
        draft.mechanisms.push_back(mechanism.id);
        drafts_.push_back(std::move(draft));
    }

    void finish(Draft& draft) {
        auto& occurrence = draft.occurrence;
        settle(draft.mechanisms);
        for (const auto id : draft.mechanisms) {
            const auto& mechanism = *plan_.find<plan::Mechanism>(id);
            const auto& serves = servesOf(mechanism);
            merge(occurrence.clusters, serves.clusters);
            merge(occurrence.organisations, serves.organisations);
            merge(occurrence.roles, serves.roles);
            merge(occurrence.services, serves.services);
            merge(occurrence.themes, serves.themes);
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
        merge(occurrence.clusters, draft.clusters);
        occurrence.mechanisms = std::move(draft.mechanisms);
        calendar_.occurrences.push_back(std::move(occurrence));
    }

    const plan::Plan& plan_;
    AttendanceRules attendance_;
    Calendar calendar_;
    std::set<Id> shown_;
    std::unordered_map<Id, Ids> clustersOf_; ///< by area
    std::map<Id, std::vector<Date>> recorded_;
    std::unordered_map<Id, Ids> partners_; ///< with which a mechanism shares meetings, whichever says so
    std::unordered_map<Id, Serves> serves_;
    std::unordered_map<std::string, Pattern> patterns_;
    std::map<std::pair<Date, Id>, std::size_t> sharing_; ///< drafts of mechanisms that have partners
    std::vector<Draft> drafts_;
};

} // namespace

Calendar meetingsOf(const plan::Plan& plan, int year) {
    return Gatherer(plan, year).run();
}

} // namespace wardmote::analysis
