#include "core/analysis/cost_lines.h"

#include "core/text/words.h"

#include <algorithm>
#include <cmath>
#include <fmt/format.h>

namespace wardmote::analysis {
namespace {

using plan::Mechanism;
using plan::RecordKind;

plan::Money pounds(double pence) {
    return {static_cast<std::int64_t>(std::llround(pence))};
}

template<class T>
void addTo(std::optional<T>& line, T amount) {
    line = line.value_or(T{}) + amount;
}
void addTo(std::optional<plan::Money>& line, plan::Money amount) {
    line = plan::Money{line.value_or(plan::Money{}).pence + amount.pence};
}

plan::Id runsIt(const Mechanism& mechanism) {
    return mechanism.service ? mechanism.service.id : mechanism.leadOrganisation.id;
}

} // namespace

CostLines::CostLines(const plan::Plan& plan, const Mechanism& mechanism, MechanismCost& cost,
                     std::vector<const plan::Meeting*> meetings)
    : plan_(plan), mechanism_(mechanism), cost_(cost), meetings_(std::move(meetings)) {}

void CostLines::assume(Assumption::Kind kind, std::string text) {
    cost_.assumptions.push_back({kind, std::move(text)});
}

void CostLines::lack(const plan::FieldInfo& field) {
    cost_.missing.push_back(&field);
}

template<class T>
void CostLines::rest(Figure<T>& figure, RecordKind kind, plan::Id id) const {
    if (id != 0) {
        figure.records.push_back({kind, id});
    }
}

void CostLines::addSpending() {
    std::int64_t pence = 0;
    bool recorded = false;
    for (const auto& line : mechanism_.spending) {
        if (!line.amount) {
            cost_.spending.atLeast = true;
            continue;
        }
        recorded = true;
        const auto share = pounds(static_cast<double>(line.amount->pence) * cost_.share);
        const auto bearer = line.bearer ? line.bearer.id : mechanism_.leadOrganisation.id;
        pence += share.pence;
        addTo(bearers_[bearer].spending, share);
        rest(cost_.spending, RecordKind::organisation, bearer);
    }
    if (recorded) {
        cost_.spending.value = plan::Money{pence};
        rest(cost_.spending, RecordKind::mechanism, mechanism_.id);
    } else {
        cost_.spending.atLeast = false;
        lack(plan::fieldFor<&Mechanism::spending>());
    }
}

std::optional<double> CostLines::lengthHours() const {
    if (mechanism_.lengthHours) {
        return mechanism_.lengthHours;
    }
    double sum = 0;
    int count = 0;
    for (const auto* meeting : meetings_) {
        if (meeting->lengthHours) {
            sum += *meeting->lengthHours;
            ++count;
        }
    }
    return count == 0 ? std::nullopt : std::optional(sum / count);
}

std::optional<double> CostLines::orAssumed(const std::optional<double>& recorded,
                                           const std::optional<double>& setting, Assumption::Kind kind,
                                           const plan::FieldInfo& field) {
    if (recorded) {
        return recorded;
    }
    lack(field);
    if (setting) {
        assume(kind, fmt::format("{}: {:g} hours, where none are recorded.",
                                 kind == Assumption::Kind::travel    ? "Travel for each person and meeting"
                                 : kind == Assumption::Kind::reading ? "Reading for each person and meeting"
                                                                     : "Organising for each meeting",
                                 *setting));
    }
    return setting;
}

std::vector<CostLines::Attendees> CostLines::attendees() {
    std::vector<Attendees> all;
    bool paidKnown = false;
    bool unpaidKnown = false;
    bool byTopic = false;
    bool open = false;
    for (const auto& row : mechanism_.attending) {
        if (!row.people || !row.paid) {
            open = true;
            continue;
        }
        (*row.paid ? paidKnown : unpaidKnown) = true;
        byTopic = byTopic || row.how == plan::AttendsHow::byTopic;
        all.push_back({row.organisation.id, static_cast<double>(*row.people), *row.paid,
                       row.how == plan::AttendsHow::papersOnly, row.grade});
    }
    if (!paidKnown && mechanism_.attendanceOfficers) {
        all.push_back({0, *mechanism_.attendanceOfficers, true, false, {}});
        paidKnown = true;
    }
    if (!unpaidKnown && mechanism_.attendanceMembers) {
        all.push_back({0, *mechanism_.attendanceMembers, false, false, {}});
        unpaidKnown = true;
    }
    if (byTopic) {
        assume(Assumption::Kind::byTopicAtEveryMeeting,
               "Those who attend by topic are counted at every meeting.");
    }
    const bool nobody = mechanism_.attending.empty();
    staffOpen_ = open || (nobody && !paidKnown);
    unpaidOpen_ = open || (nobody && !unpaidKnown);
    // A full list without one kind of attendee records that nobody of that kind comes.
    staffRecorded_ = paidKnown || (!nobody && !open);
    unpaidRecorded_ = unpaidKnown || (!nobody && !open);
    if (open || (nobody && !(paidKnown && unpaidKnown))) {
        lack(plan::fieldFor<&Mechanism::attending>());
    }
    return all;
}

void CostLines::addStaff(plan::Id bearer, double hours, const std::string& grade) {
    staffHours_ += hours;
    addTo(bearers_[bearer].staffHours, hours);
    rest(cost_.staffHours, RecordKind::organisation, bearer);
    if (hours == 0) {
        return;
    }
    const auto& settings = plan_.settings();
    const auto wanted = text::folded(text::tidied(grade));
    const auto rate = std::ranges::find_if(settings.gradeRates, [&](const auto& candidate) {
        return candidate.perHour && text::folded(text::tidied(candidate.grade)) == wanted;
    });
    double pence = 0;
    if (!wanted.empty() && rate != settings.gradeRates.end()) {
        pence = hours * static_cast<double>(rate->perHour->pence);
        assume(Assumption::Kind::gradeRate, fmt::format("{}: £{:.2f} an hour{}, non-cashable.", rate->grade,
                                                        static_cast<double>(rate->perHour->pence) / 100,
                                                        rate->withOnCosts == true    ? " with on-costs"
                                                        : rate->withOnCosts == false ? " without on-costs"
                                                                                     : ""));
    } else if (settings.useFeesRulesRate == true) {
        pence = hours * static_cast<double>(feesRulesHourlyRate.pence);
        assume(Assumption::Kind::feesRulesRate,
               "Where no grade rate is recorded: £25 an hour, the estimating rate of the freedom of "
               "information fees rules, non-cashable.");
    } else {
        valueOpen_ = true;
        return;
    }
    valueRecorded_ = true;
    valuePence_ += pence;
    addTo(bearers_[bearer].staffValue, pounds(pence));
    rest(cost_.staffValue, RecordKind::organisation, bearer);
}

void CostLines::addAttendees(const std::vector<Attendees>& attendees) {
    const auto& settings = plan_.settings();
    const double factor = *cost_.meetings.value * cost_.share;
    const auto length = lengthHours();
    const bool lengthOpen = !length && !attendees.empty();
    if (lengthOpen) {
        lack(plan::fieldFor<&Mechanism::lengthHours>());
    }
    std::optional<double> travel;
    std::optional<double> reading;
    if (!attendees.empty()) {
        travel = orAssumed(mechanism_.travelHours, settings.assumedTravelHours, Assumption::Kind::travel,
                           plan::fieldFor<&Mechanism::travelHours>());
        reading = orAssumed(mechanism_.readingHours, settings.assumedReadingHours, Assumption::Kind::reading,
                            plan::fieldFor<&Mechanism::readingHours>());
        assumedTime_ = (travel && !mechanism_.travelHours) || (reading && !mechanism_.readingHours);
    }
    for (const auto& row : attendees) {
        auto& recorded = row.paid ? staffRecorded_ : unpaidRecorded_;
        auto& open = row.paid ? staffOpen_ : unpaidOpen_;
        const bool lacks = !reading || (!row.papersOnly && (!length || !travel));
        open = open || lacks;
        const bool anything = reading || (!row.papersOnly && (length || travel));
        if (!anything) {
            recorded = false;
            continue;
        }
        const double each =
            reading.value_or(0) + (row.papersOnly ? 0 : length.value_or(0) + travel.value_or(0));
        const double hours = row.people * each * factor;
        if (row.paid) {
            addStaff(row.bearer, hours, row.grade);
        } else {
            unpaidHours_ += hours;
            addTo(bearers_[row.bearer].unpaidHours, hours);
            rest(cost_.unpaidHours, RecordKind::organisation, row.bearer);
        }
    }
}

void CostLines::addOrganising() {
    const auto organising =
        orAssumed(mechanism_.organisingHours, plan_.settings().assumedOrganisingHours,
                  Assumption::Kind::organising, plan::fieldFor<&Mechanism::organisingHours>());
    if (!organising) {
        staffOpen_ = true;
        return;
    }
    assumedOrganising_ = !mechanism_.organisingHours;
    staffRecorded_ = true;
    addStaff(runsIt(mechanism_), *organising * *cost_.meetings.value * cost_.share,
             mechanism_.organisingGrade);
}

void CostLines::addTime() {
    if (!cost_.meetings.value) {
        lack(plan::fieldFor<&Mechanism::pattern>());
        return;
    }
    addAttendees(attendees());
    addOrganising();
    const auto settle = [&](auto& figure, bool recorded, bool open, auto value, bool zero) {
        if (recorded && !(zero && open)) {
            figure.value = value;
            figure.atLeast = open;
            rest(figure, RecordKind::mechanism, mechanism_.id);
            for (const auto id : cost_.meetings.meetings) {
                rest(figure, RecordKind::meeting, id);
            }
        } else {
            figure.records.clear();
        }
    };
    settle(cost_.staffHours, staffRecorded_, staffOpen_, staffHours_, staffHours_ == 0);
    cost_.staffHours.assumed = cost_.staffHours.value && (assumedTime_ || assumedOrganising_);
    settle(cost_.unpaidHours, unpaidRecorded_, unpaidOpen_, unpaidHours_, unpaidHours_ == 0);
    cost_.unpaidHours.assumed = cost_.unpaidHours.value && assumedTime_;
    settle(cost_.staffValue, valueRecorded_, staffOpen_ || valueOpen_, pounds(valuePence_), valuePence_ == 0);
    cost_.staffValue.assumed = cost_.staffValue.value.has_value();
}

void CostLines::addRoom() {
    if (mechanism_.roomFree == false) {
        cost_.roomValue.value = plan::Money{0};
        rest(cost_.roomValue, RecordKind::mechanism, mechanism_.id);
    } else if (mechanism_.roomValue && cost_.meetings.value) {
        const auto value =
            pounds(static_cast<double>(mechanism_.roomValue->pence) * *cost_.meetings.value * cost_.share);
        cost_.roomValue.value = value;
        addTo(bearers_[0].roomValue, value); // whose room it is has no field of its own
        rest(cost_.roomValue, RecordKind::mechanism, mechanism_.id);
    } else if (!mechanism_.roomValue) {
        lack(plan::fieldFor<&Mechanism::roomValue>());
    }
}

template<class T>
void CostLines::close(Figure<T>& figure) {
    std::ranges::sort(figure.records);
    const auto repeats = std::ranges::unique(figure.records);
    figure.records.erase(repeats.begin(), repeats.end());
}

void CostLines::finish() {
    close(cost_.spending);
    close(cost_.staffHours);
    close(cost_.staffValue);
    close(cost_.unpaidHours);
    close(cost_.roomValue);
    for (auto& [bearer, lines] : bearers_) {
        lines.bearer = bearer;
        cost_.bearers.push_back(lines);
    }
    std::ranges::sort(cost_.assumptions);
    const auto same = std::ranges::unique(cost_.assumptions);
    cost_.assumptions.erase(same.begin(), same.end());
    std::ranges::sort(cost_.missing); // descriptions lie in the order of the form
    const auto again = std::ranges::unique(cost_.missing);
    cost_.missing.erase(again.begin(), again.end());
}

} // namespace wardmote::analysis
