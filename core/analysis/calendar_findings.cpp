#include "core/analysis/calendar.h"
#include "core/analysis/calendar_dates.h"
#include "core/analysis/duplication.h"
#include "core/text/words.h"

#include <algorithm>
#include <cmath>
#include <map>
#include <tuple>

namespace wardmote::analysis {
namespace {

using plan::Id;

std::vector<Id> both(const std::vector<Id>& a, const std::vector<Id>& b) {
    std::vector<Id> shared;
    std::ranges::set_intersection(a, b, std::back_inserter(shared));
    return shared;
}

TimesMeet timesOf(const Occurrence& a, const Occurrence& b) {
    if (!a.start || !b.start) {
        return TimesMeet::unknown;
    }
    const auto& first = a.start <= b.start ? a : b;
    const auto& second = a.start <= b.start ? b : a;
    if (first.start == second.start) {
        return TimesMeet::overlap; // however short they are
    }
    if (!first.lengthHours) {
        return TimesMeet::unknown;
    }
    const double end = first.start->minutes + 60 * *first.lengthHours;
    return second.start->minutes < end ? TimesMeet::overlap : TimesMeet::apart;
}

/// What two venues are compared by; empty where nobody meets in a room. Made once for each occurrence, not
/// for each pair of a day.
std::vector<std::string> venueKeys(const std::vector<Occurrence>& occurrences) {
    std::vector<std::string> keys;
    keys.reserve(occurrences.size());
    for (const auto& one : occurrences) {
        auto key = text::folded(text::tidied(one.venue));
        keys.push_back(key == "online" ? std::string() : std::move(key));
    }
    return keys;
}

bool inTheEvening(const Occurrence& occurrence) {
    return !occurrence.start || occurrence.isEvening();
}

Clash clashOf(const Occurrence& a, const Occurrence& b, bool sameVenue) {
    Clash clash;
    clash.times = timesOf(a, b);
    if (clash.times != TimesMeet::apart) {
        clash.roles = both(a.roles, b.roles);
        clash.organisations = both(a.organisations, b.organisations);
        clash.venue = sameVenue;
    }
    if (!a.wholePlan && !b.wholePlan && inTheEvening(a) && inTheEvening(b)) {
        clash.clusters = both(a.clusters, b.clusters);
    }
    return clash;
}

bool isAny(const Clash& clash) {
    return !clash.roles.empty() || !clash.organisations.empty() || clash.venue || !clash.clusters.empty();
}

/// What weighs most: nobody can be in two places; a room can't hold two meetings; a body may send another.
int rankOf(const Clash& clash) {
    const int what = !clash.roles.empty() ? 0 : clash.venue ? 1 : !clash.organisations.empty() ? 2 : 3;
    return 2 * what + (clash.times == TimesMeet::overlap ? 0 : 1);
}

using Weeks = std::map<plan::Date, std::size_t>; ///< Monday -> the first occurrence of the week

std::map<Id, Weeks> weeksOf(const Calendar& calendar) {
    std::map<Id, Weeks> weeks;
    for (std::size_t i = 0; i < calendar.occurrences.size(); ++i) {
        const auto& occurrence = calendar.occurrences[i];
        for (const auto id : occurrence.mechanisms) {
            if (!occurrence.cancelled) {
                weeks[id].emplace(mondayOf(occurrence.date), i);
            }
        }
    }
    return weeks;
}

std::vector<SameWeek> sameWeeksOf(const Calendar& calendar, const Duplication& duplication) {
    const auto weeks = weeksOf(calendar);
    std::vector<SameWeek> found;
    for (const auto& pair : duplication.pairs) {
        const auto a = weeks.find(pair.a);
        const auto b = weeks.find(pair.b);
        if (!pair.overlaps() || a == weeks.end() || b == weeks.end()) {
            continue;
        }
        for (const auto& [week, first] : a->second) {
            const auto second = b->second.find(week);
            // One meeting that serves both is no duplication of meetings.
            if (second != b->second.end() && second->second != first) {
                const bool inOrder = first < second->second;
                found.push_back({std::min(first, second->second), std::max(first, second->second),
                                 inOrder ? pair.a : pair.b, inOrder ? pair.b : pair.a,
                                 pair.score.value_or(0)});
            }
        }
    }
    std::ranges::stable_sort(found, {}, [](const SameWeek& week) { return std::tuple(week.a, week.b); });
    return found;
}

std::vector<OnBankHoliday> onBankHolidaysOf(const Calendar& calendar) {
    std::vector<OnBankHoliday> found;
    for (std::size_t i = 0; i < calendar.occurrences.size(); ++i) {
        for (const auto& holiday : calendar.bankHolidays) {
            if (holiday.date == calendar.occurrences[i].date && !calendar.occurrences[i].cancelled) {
                found.push_back({i, holiday});
            }
        }
    }
    return found;
}

std::vector<EmptyMonths> emptyMonthsOf(const Calendar& calendar) {
    std::map<Id, std::array<int, 13>> counts;
    for (const auto& occurrence : calendar.occurrences) {
        for (const auto id : occurrence.clusters) {
            if (!occurrence.cancelled) {
                ++counts[id][static_cast<std::size_t>(occurrence.date.month)];
            }
        }
    }
    std::vector<EmptyMonths> found;
    for (const auto id : calendar.clusters) {
        EmptyMonths empty{id, {}};
        for (int month = 1; month <= 12; ++month) {
            if (counts[id][static_cast<std::size_t>(month)] == 0) {
                empty.months.push_back(month);
            }
        }
        if (!empty.months.empty()) {
            found.push_back(std::move(empty));
        }
    }
    return found;
}

} // namespace

std::vector<Clash> clashesOf(const Calendar& calendar) {
    const auto& all = calendar.occurrences;
    const auto venues = venueKeys(all);
    std::vector<Clash> clashes;
    for (std::size_t a = 0; a < all.size(); ++a) {
        for (std::size_t b = a + 1; b < all.size() && all[b].date == all[a].date; ++b) {
            if (all[a].cancelled || all[b].cancelled) {
                continue;
            }
            auto clash = clashOf(all[a], all[b], !venues[a].empty() && venues[a] == venues[b]);
            if (isAny(clash)) {
                clash.a = a;
                clash.b = b;
                clashes.push_back(std::move(clash));
            }
        }
    }
    std::ranges::stable_sort(clashes, {}, rankOf);
    return clashes;
}

Result<Calendar> findCalendar(const plan::Plan& plan, int year, plan::Date today, const Progress& progress) {
    auto calendar = meetingsOf(plan, year);
    progress.at(0.4, "Looking for clashes");
    if (progress.stopped()) {
        return failure("Stopped");
    }
    calendar.clashes = clashesOf(calendar);
    calendar.onBankHolidays = onBankHolidaysOf(calendar);
    calendar.emptyMonths = emptyMonthsOf(calendar);
    progress.at(0.6, "Comparing mechanisms");
    const auto duplication = findDuplication(plan, {.today = today}, {.report = {}, .stop = progress.stop});
    if (!duplication) {
        return Failure(duplication.error());
    }
    calendar.sameWeek = sameWeeksOf(calendar, *duplication);
    return calendar;
}

} // namespace wardmote::analysis
