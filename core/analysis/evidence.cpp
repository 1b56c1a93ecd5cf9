#include "core/analysis/evidence.h"

#include "core/analysis/local_issues.h"
#include "core/recurrence/rule.h"
#include "core/text/names.h"
#include "core/text/words.h"

#include <algorithm>
#include <fmt/format.h>
#include <set>

namespace wardmote::analysis {
namespace {

using plan::Mechanism;
using plan::RecordKind;

/// Words of a purpose that carry meaning: five letters or more, without repeats. Short ones are mostly "the",
/// "and", "with".
std::set<std::string> meaningfulWords(const std::string& purpose) {
    std::set<std::string> words;
    for (auto& word : text::wordsOf(purpose)) {
        if (word.size() >= 5) {
            words.insert(std::move(word));
        }
    }
    return words;
}

double wordsShared(const std::string& a, const std::string& b) {
    const auto wordsA = meaningfulWords(a);
    const auto wordsB = meaningfulWords(b);
    const auto least = std::min(wordsA.size(), wordsB.size());
    if (least < 3) {
        return 0;
    }
    const auto shared =
        std::ranges::count_if(wordsA, [&](const auto& word) { return wordsB.contains(word); });
    return static_cast<double>(shared) / static_cast<double>(least);
}

struct Days {
    std::vector<int> days; ///< since 1970, ascending
    std::vector<RecordRef> records;
};

Days daysRecorded(const CostModel& costs, const Mechanism& mechanism, int today) {
    Days answer;
    for (const auto* meeting : costs.meetingsOf(mechanism.id)) {
        const int day = meeting->date->daysSinceEpoch();
        if (day <= today && day > today - 365) {
            answer.days.push_back(day);
            answer.records.push_back({RecordKind::meeting, meeting->id});
        }
    }
    return answer;
}

Days daysPlanned(const CostModel& costs, const Mechanism& mechanism, plan::Date today) {
    Days answer;
    const auto rule = recurrence::readRule(mechanism.pattern.rule);
    const auto anchor = costs.lastMet(mechanism.id);
    // Without a meeting to count from nobody knows which second month or third week is meant.
    if (!rule || !rule->saysTheDay() || (rule->interval > 1 && !anchor)) {
        return answer;
    }
    const auto end = plan::Date::fromDaysSinceEpoch(today.daysSinceEpoch() + 364);
    const auto dates = recurrence::datesBetween(*rule, today, end, anchor);
    for (const auto& date : dates ? *dates : std::vector<plan::Date>{}) {
        answer.days.push_back(date.daysSinceEpoch());
    }
    return answer;
}

/// The Monday of a day's week.
int weekOf(int day) {
    return day - (plan::Date::fromDaysSinceEpoch(day).weekday() - 1);
}

template<class Key>
std::size_t shared(const Days& a, const Days& b, Key key) {
    std::set<int> keysA;
    std::set<int> both;
    for (const int day : a.days) {
        keysA.insert(key(day));
    }
    for (const int day : b.days) {
        if (keysA.contains(key(day))) {
            both.insert(key(day));
        }
    }
    return both.size();
}

void addMeetings(std::vector<Evidence>& evidence, const CostModel& costs, plan::Date today,
                 const Mechanism& a, const Mechanism& b) {
    auto daysA = daysRecorded(costs, a, today.daysSinceEpoch());
    auto daysB = daysRecorded(costs, b, today.daysSinceEpoch());
    const bool recorded = !daysA.days.empty() && !daysB.days.empty();
    if (!recorded) {
        daysA = daysPlanned(costs, a, today);
        daysB = daysPlanned(costs, b, today);
    }
    auto records = daysA.records;
    records.insert(records.end(), daysB.records.begin(), daysB.records.end());
    const auto when = recorded ? "in the last twelve months" : "in the next twelve months, by their patterns";
    if (const auto weeks = shared(daysA, daysB, weekOf)) {
        evidence.push_back(
            {EvidenceKind::sameWeek,
             fmt::format("Meetings in the same week: {} {} {}", weeks, weeks == 1 ? "week" : "weeks", when),
             records});
    }
    if (const auto days = shared(daysA, daysB, [](int day) { return day; })) {
        evidence.push_back(
            {EvidenceKind::clash,
             fmt::format("Meetings on the same day: {} {} {}", days, days == 1 ? "day" : "days", when),
             records});
    }
}

/// Issues that are not for publication are counted and not named: evidence is copied into papers.
void addIssues(std::vector<Evidence>& evidence, const plan::Plan& plan, plan::Id a, plan::Id b) {
    constexpr std::size_t named = 3;
    const auto issues = issuesRaisedAtBoth(plan, a, b);
    if (issues.empty()) {
        return;
    }
    Evidence raised{EvidenceKind::sameIssue, {}, {}};
    std::string names;
    std::size_t shown = 0;
    for (const auto id : issues) {
        raised.records.push_back({RecordKind::localIssue, id});
        if (shown < named && plan.find<plan::LocalIssue>(id)->notForPublication != true) {
            names += (names.empty() ? ": " : "; ") + plan::nameOf(plan, RecordKind::localIssue, id);
            ++shown;
        }
    }
    const auto others = issues.size() - shown;
    raised.text = fmt::format("{} raised at both{}",
                              issues.size() == 1 ? "The same local issue" : "The same local issues", names);
    if (others > 0) {
        raised.text += shown > 0 ? fmt::format(" and {} more", others) : fmt::format(": {}", others);
    }
    evidence.push_back(std::move(raised));
}

void addNameOfPart(std::vector<Evidence>& evidence, const plan::Plan& plan, const Mechanism& part,
                   const Mechanism& whole) {
    if (part.reportsTo) {
        return;
    }
    const auto name = text::normalisedName(whole.name);
    const auto wholes = text::namesOfWhole(text::nameKey(part.name));
    const auto* lead = plan.find(part.leadOrganisation);
    std::string why;
    if (std::ranges::find(wholes, name) != wholes.end()) {
        why = "By its name ";
    } else if (lead && text::normalisedName(lead->name) == name && text::normalisedName(part.name) != name) {
        why = "By the name of its lead ";
    } else {
        return;
    }
    evidence.push_back({EvidenceKind::nameOfPart,
                        fmt::format("{}{} may be a part of {}; what it reports to is not recorded", why,
                                    part.name, whole.name),
                        {{RecordKind::mechanism, part.id}}});
}

} // namespace

std::vector<Evidence> evidenceOf(const plan::Plan& plan, const CostModel& costs, plan::Date today,
                                 const Mechanism& a, const Mechanism& b) {
    std::vector<Evidence> evidence;
    double alike = text::similarity(a.name, b.name);
    for (const auto& other : a.otherNames) {
        alike = std::max(alike, text::similarity(other.text, b.name));
    }
    for (const auto& other : b.otherNames) {
        alike = std::max(alike, text::similarity(a.name, other.text));
    }
    if (alike >= text::nearMatch) {
        evidence.push_back(
            {EvidenceKind::namesAlike,
             alike >= 1 ? "Names that are the same" : fmt::format("Names that read alike ({:.2f})", alike),
             {}});
    }
    const auto purposes = wordsShared(a.purpose, b.purpose);
    if (purposes >= 0.5) {
        evidence.push_back({EvidenceKind::purposesAlike,
                            fmt::format("Purposes that read alike ({:.0f}% of their words)", purposes * 100),
                            {}});
    }
    addNameOfPart(evidence, plan, a, b);
    addNameOfPart(evidence, plan, b, a);
    if (a.service && a.service == b.service) {
        evidence.push_back(
            {EvidenceKind::sameLead,
             "Run by the same service: " + plan::nameOf(plan, RecordKind::organisation, a.service.id),
             {{RecordKind::organisation, a.service.id}}});
    } else if (a.leadOrganisation && a.leadOrganisation == b.leadOrganisation) {
        evidence.push_back({EvidenceKind::sameLead,
                            "Led by the same organisation: " +
                                plan::nameOf(plan, RecordKind::organisation, a.leadOrganisation.id),
                            {{RecordKind::organisation, a.leadOrganisation.id}}});
    }
    const auto venue = text::normalisedName(a.venue);
    if (!venue.empty() && venue == text::normalisedName(b.venue)) {
        evidence.push_back({EvidenceKind::sameVenue, "Same venue: " + a.venue, {}});
    }
    if (!a.pattern.rule.empty() && a.pattern == b.pattern) {
        evidence.push_back(
            {EvidenceKind::samePattern, "Same pattern: " + recurrence::inWords(a.pattern), {}});
    }
    addMeetings(evidence, costs, today, a, b);
    addIssues(evidence, plan, a.id, b.id);
    return evidence;
}

} // namespace wardmote::analysis
