#include "core/analysis/attendance_record.h"

#include "core/analysis/cost.h"

#include <algorithm>
#include <cmath>

namespace wardmote::analysis {
namespace {

using plan::Meeting;

bool counted(const Meeting& meeting) {
    return meeting.attendancePublic || meeting.attendanceMembers || meeting.attendanceOfficers;
}

std::optional<double> mean(const std::vector<const Meeting*>& meetings, std::optional<int> Meeting::*count) {
    double sum = 0;
    int number = 0;
    for (const auto* meeting : meetings) {
        if (const auto& people = meeting->*count) {
            sum += *people;
            ++number;
        }
    }
    return number == 0 ? std::nullopt : std::optional(sum / number);
}

CountedPeople meansOf(const std::vector<const Meeting*>& meetings) {
    return {mean(meetings, &Meeting::attendancePublic), mean(meetings, &Meeting::attendanceMembers),
            mean(meetings, &Meeting::attendanceOfficers)};
}

/// Those of so many days before today, from and to.
std::vector<const Meeting*> within(const std::vector<const Meeting*>& meetings, plan::Date today, int from,
                                   int to) {
    std::vector<const Meeting*> some;
    std::ranges::copy_if(meetings, std::back_inserter(some), [&](const Meeting* meeting) {
        const int ago = today.daysSinceEpoch() - meeting->date->daysSinceEpoch();
        return from <= ago && ago < to;
    });
    return some;
}

std::optional<double> publicOf(const AttendanceRecord& record, bool& usual) {
    if (record.lately.visitors || record.ever.visitors) {
        return record.lately.visitors ? record.lately.visitors : record.ever.visitors;
    }
    usual = record.usual.visitors.has_value();
    return record.usual.visitors;
}

void addCosts(AttendanceRecord& record, const MechanismCost& cost) {
    const auto visitors = publicOf(record, record.publicIsUsual);
    const double visits = visitors.value_or(0) * cost.meetings.value.value_or(0) * cost.share;
    if (visits <= 0) {
        return;
    }
    if (cost.spending.value) {
        record.spendingEach = cost.spending;
        record.spendingEach.value =
            plan::Money{std::llround(static_cast<double>(cost.spending.value->pence) / visits)};
    }
    if (cost.staffHours.value) {
        record.hoursEach = cost.staffHours;
        record.hoursEach.value = *cost.staffHours.value / visits;
    }
}

} // namespace

const CountedPeople& AttendanceRecord::best() const {
    return lately.any() ? lately : ever.any() ? ever : usual;
}

bool AttendanceRecord::moreOfficials() const {
    const auto& people = best();
    return people.visitors && (people.officers || people.members) &&
           people.officers.value_or(0) + people.members.value_or(0) > *people.visitors;
}

AttendanceAnswer findAttendance(const plan::Plan& plan, plan::Date today) {
    const CostModel costs(plan, today);
    AttendanceAnswer answer;
    for (const auto& mechanism : plan.all<plan::Mechanism>()) {
        if (mechanism.status == plan::MechanismStatus::ended ||
            (mechanism.ended && mechanism.ended < today)) {
            continue;
        }
        std::vector<const Meeting*> held;
        for (const auto* meeting : costs.meetingsOf(mechanism.id)) {
            if (counted(*meeting) && *meeting->date <= today &&
                meeting->status != plan::MeetingStatus::cancelled) {
                held.push_back(meeting);
            }
        }
        AttendanceRecord record;
        record.mechanism = mechanism.id;
        for (const auto* meeting : held) {
            record.meetings.push_back(meeting->id);
        }
        record.lately = meansOf(within(held, today, 0, 365));
        record.before = meansOf(within(held, today, 365, 730));
        record.ever = meansOf(held);
        record.usual = {mechanism.attendancePublic, mechanism.attendanceMembers,
                        mechanism.attendanceOfficers};
        if (!record.best().any()) {
            const auto status = mechanism.status.value_or(plan::MechanismStatus::active);
            if (status == plan::MechanismStatus::active) {
                answer.notRecorded.push_back(mechanism.id);
            }
            continue;
        }
        addCosts(record, costs.of(mechanism.id));
        answer.records.push_back(std::move(record));
    }
    const auto name = [&](plan::Id id) { return std::pair(plan.find<plan::Mechanism>(id)->name, id); };
    std::ranges::sort(answer.records, {}, [&](const auto& record) { return name(record.mechanism); });
    std::ranges::sort(answer.notRecorded, {}, name);
    return answer;
}

} // namespace wardmote::analysis
