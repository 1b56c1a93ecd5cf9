#include "core/analysis/calendar.h"
#include "core/recurrence/rule.h"
#include "core/text/words.h"

#include "tests/support/properties.h"

#include <map>
#include <tuple>

using namespace wardmote;
using namespace wardmote::analysis;
using plan::Date;
using plan::Id;

namespace {

std::vector<Id> someIds() {
    auto ids = *rc::gen::container<std::vector<Id>>(rc::gen::inRange<Id>(1, 9));
    std::ranges::sort(ids);
    const auto repeats = std::ranges::unique(ids);
    ids.erase(repeats.begin(), repeats.end());
    return ids;
}

Calendar someCalendar() {
    Calendar calendar;
    calendar.year = 2026;
    const auto count = *rc::gen::inRange(0, 40);
    for (int i = 0; i < count; ++i) {
        Occurrence one;
        one.date = {2026, 3, *rc::gen::inRange(1, 4)};
        if (*rc::gen::inRange(0, 4) != 0) {
            one.start = plan::Time{*rc::gen::inRange(14, 21) * 60};
        }
        if (*rc::gen::inRange(0, 4) != 0) {
            one.lengthHours = *rc::gen::inRange(0, 7) / 2.0;
        }
        one.venue = *rc::gen::element<std::string>("", "", "Town Hall", "town  hall ", "Online", "Library");
        one.cancelled = *rc::gen::inRange(0, 6) == 0;
        one.wholePlan = *rc::gen::inRange(0, 6) == 0;
        one.organisations = someIds();
        one.roles = *rc::gen::inRange(0, 3) == 0 ? someIds() : std::vector<Id>{};
        one.clusters = *rc::gen::inRange(0, 2) == 0 ? someIds() : std::vector<Id>{};
        one.mechanisms = {*rc::gen::inRange<Id>(101, 106)};
        calendar.occurrences.push_back(std::move(one));
    }
    std::ranges::stable_sort(calendar.occurrences, {}, &Occurrence::date);
    return calendar;
}

std::vector<Id> both(const std::vector<Id>& a, const std::vector<Id>& b) {
    std::vector<Id> shared;
    std::ranges::set_intersection(a, b, std::back_inserter(shared));
    return shared;
}

bool apart(const Occurrence& a, const Occurrence& b) {
    if (!a.start || !b.start || a.start == b.start) {
        return false;
    }
    const auto& first = a.start < b.start ? a : b;
    const auto& second = a.start < b.start ? b : a;
    return first.lengthHours && first.start->minutes + 60 * *first.lengthHours <= second.start->minutes;
}

bool inTheEvening(const Occurrence& one) {
    return !one.wholePlan && (!one.start || one.start->minutes >= 17 * 60);
}

struct Expected {
    std::size_t a;
    std::size_t b;
    AskedOfBoth asked;
    bool venue;
    bool overlap;
    int rank() const {
        const int what = !asked.roles.empty() ? 0 : venue ? 1 : !asked.organisations.empty() ? 2 : 3;
        return 2 * what + (overlap ? 0 : 1);
    }
};

/// As findCalendar() says it: each pair of a day on its own.
std::vector<Expected> pairByPair(const Calendar& calendar) {
    const auto& all = calendar.occurrences;
    std::vector<Expected> found;
    for (std::size_t i = 0; i < all.size(); ++i) {
        for (std::size_t j = i + 1; j < all.size(); ++j) {
            const auto& a = all[i];
            const auto& b = all[j];
            if (a.date != b.date || a.cancelled || b.cancelled) {
                continue;
            }
            Expected one{i, j, {}, false, false};
            if (!apart(a, b)) {
                const auto key = text::folded(text::tidied(a.venue));
                one.asked.roles = both(a.roles, b.roles);
                one.asked.organisations = both(a.organisations, b.organisations);
                one.venue = !key.empty() && key != "online" && key == text::folded(text::tidied(b.venue));
                one.overlap = a.start && b.start &&
                              (a.start == b.start || (a.start < b.start ? a : b).lengthHours.has_value());
            }
            if (inTheEvening(a) && inTheEvening(b)) {
                one.asked.clusters = both(a.clusters, b.clusters);
            }
            if (one.venue || one.asked != AskedOfBoth{}) {
                found.push_back(std::move(one));
            }
        }
    }
    std::ranges::stable_sort(found, {}, &Expected::rank);
    return found;
}

} // namespace

TEST_CASE("Clashes found by what is asked for are those found pair by pair, in the same order") {
    tests::holds("calendars of three days", [] {
        const auto calendar = someCalendar();
        const auto clashes = clashesOf(calendar);
        const auto expected = pairByPair(calendar);
        RC_ASSERT(clashes.size() == expected.size());
        ClashCounts counts;
        for (std::size_t i = 0; i < clashes.size(); ++i) {
            const auto& clash = clashes[i];
            const auto& pair = expected[i];
            RC_ASSERT(std::tuple(std::size_t{clash.a}, std::size_t{clash.b}) == std::tuple(pair.a, pair.b));
            RC_ASSERT(clash.venue == pair.venue);
            RC_ASSERT((clash.times == TimesMeet::overlap) == pair.overlap);
            RC_ASSERT(askedOfBoth(calendar, clash) == pair.asked);
            for (const auto id : pair.asked.roles) {
                ++counts.roles[id];
            }
            for (const auto id : pair.asked.organisations) {
                ++counts.organisations[id];
            }
        }
        RC_ASSERT(countClashes(calendar).roles == counts.roles);
        RC_ASSERT(countClashes(calendar).organisations == counts.organisations);
        for (Id mechanism = 101; mechanism < 106; ++mechanism) {
            auto own = clashes;
            std::erase_if(own, [&](const Clash& clash) {
                return calendar.occurrences[clash.a].mechanisms.front() != mechanism &&
                       calendar.occurrences[clash.b].mechanisms.front() != mechanism;
            });
            RC_ASSERT(clashesOf(calendar, mechanism) == own);
        }
    });
}

TEST_CASE("Mechanisms that share meetings are one occurrence where they are expected on one day") {
    tests::holds("the first on the day that any of them shares with takes a mechanism up", [] {
        const std::vector<std::string> rules{"FREQ=MONTHLY;BYDAY=2TU", "FREQ=WEEKLY;BYDAY=TU",
                                             "FREQ=MONTHLY;INTERVAL=2;BYDAY=2TU",
                                             "FREQ=MONTHLY;BYMONTHDAY=10"};
        plan::Plan plan;
        const auto count = *rc::gen::inRange(0, 12);
        for (int i = 0; i < count; ++i) {
            plan::Mechanism mechanism;
            mechanism.id = 101 + i;
            mechanism.name = "Mechanism " + std::to_string(mechanism.id);
            mechanism.pattern.rule = *rc::gen::elementOf(rules);
            mechanism.patternStart = Date{2025, *rc::gen::inRange(10, 12), 13};
            for (const auto other : someIds()) {
                if (*rc::gen::inRange(0, 3) == 0) {
                    mechanism.sharedMeetings.push_back({{100 + other}, {}});
                }
            }
            plan.put(std::move(mechanism));
        }
        const auto shares = [&](const plan::Mechanism& from, Id to) {
            return std::ranges::any_of(from.sharedMeetings,
                                       [&](const auto& link) { return link.mechanism.id == to; });
        };
        std::map<Date, std::vector<std::vector<Id>>> expected;
        for (const auto& mechanism : plan.all<plan::Mechanism>()) {
            const auto rule = recurrence::readRule(mechanism.pattern.rule);
            const auto dates =
                recurrence::datesBetween(*rule, {2025, 12, 1}, {2026, 12, 31}, mechanism.patternStart);
            for (const auto& date : *dates) {
                auto& onDay = expected[date];
                const auto at = std::ranges::find_if(onDay, [&](const std::vector<Id>& together) {
                    return std::ranges::any_of(together, [&](Id id) {
                        return shares(mechanism, id) || shares(*plan.find<plan::Mechanism>(id), mechanism.id);
                    });
                });
                (at == onDay.end() ? onDay.emplace_back() : *at).push_back(mechanism.id);
            }
        }
        std::map<Date, std::vector<std::vector<Id>>> found;
        for (const auto& occurrence : meetingsOf(plan, 2026).occurrences) {
            found[occurrence.date].push_back(occurrence.mechanisms);
        }
        std::erase_if(expected, [](const auto& day) { return day.first.year != 2026; });
        for (auto* days : {&expected, &found}) {
            for (auto& [date, groups] : *days) {
                std::ranges::sort(groups);
            }
        }
        RC_ASSERT(found == expected);
    });
}
