#include "core/exchange/matching/other_rows.h"

#include "core/text/quantities.h"
#include "core/text/values.h"
#include "core/text/words.h"

#include <algorithm>
#include <fmt/format.h>
#include <map>

namespace wardmote::exchange {
namespace {

using plan::Id;
using plan::RecordKind;

/// The value in which all meetings that record one agree.
template<class T, class Get>
std::optional<T> agreed(const std::vector<const plan::Meeting*>& meetings, Get get) {
    std::optional<T> same;
    for (const auto* meeting : meetings) {
        const auto value = get(*meeting);
        if (value && same && !(*same == *value)) {
            return std::nullopt;
        }
        same = value ? value : same;
    }
    return same;
}

std::optional<double> mean(const std::vector<const plan::Meeting*>& meetings,
                           std::optional<int> plan::Meeting::*count) {
    double sum = 0;
    int counted = 0;
    for (const auto* meeting : meetings) {
        if (const auto& people = meeting->*count) {
            sum += *people;
            ++counted;
        }
    }
    return counted == 0 ? std::nullopt : std::optional(sum / counted);
}

} // namespace

Id MeetingRows::known(const std::string& key, Id mechanism) {
    if (!indexed_) {
        indexed_ = true;
        for (const auto& meeting : work_.plan.all<plan::Meeting>()) {
            for (const auto& link : meeting.mechanisms) {
                meetings_.emplace(std::pair(link.mechanism.id, meeting.sourceKey), meeting.id);
            }
        }
    }
    const auto found = meetings_.find({mechanism, key});
    return found == meetings_.end() ? 0 : found->second;
}

void MeetingRows::write(const SheetReader& sheet, std::size_t tableRow, const RowContext& context,
                        Id mechanism) {
    const auto words = sheet.words(tableRow, column_uses::meetingDate);
    const auto read = text::readDate(words, sheet.setup.dateOrder);
    const auto column = sheet.columnOf(column_uses::meetingDate);
    if (!read || !*read) {
        context.notice(column, true,
                       read ? "The row has no date, so no meeting is added." : read.error().text());
        return;
    }
    const auto date = (*read)->date;
    const auto name = work_.nameOf(RecordKind::mechanism, mechanism);
    auto key = fmt::format("{}/{}/{}", sheet.setup.source, text::folded(name), date.iso());
    const auto time = text::readTime(sheet.words(tableRow, "start_time"));
    if (time && *time) {
        key += "T" + (*time)->start.iso();
    }
    auto id = known(key, mechanism);
    if (id == 0) {
        id = work_.idFor(fmt::format("meeting/{}/{}", mechanism, key));
        auto& draft = work_.add(RecordKind::meeting, id);
        auto& meeting = *static_cast<plan::Meeting*>(draft.record.get());
        meeting.name = name;
        meeting.mechanisms = {{plan::Ref<plan::Mechanism>{mechanism}}};
        meeting.date = date;
        meeting.sourceKey = key;
        meeting.source = context.source;
        meetings_.emplace(std::pair(mechanism, key), id);
        work_.alsoCreated(RecordKind::meeting, id, fmt::format("{}, {}", name, date.words()));
    }
    auto& meeting = work_.edit<plan::Meeting>(id);
    if (time && *time) {
        meeting.startTime = (*time)->start;
        if ((*time)->end) {
            meeting.lengthHours = ((*time)->end->minutes - (*time)->start.minutes) / 60.0;
        }
    }
    for (const std::string_view key2 :
         {"length_hours", "venue", "attendance_public", "attendance_members", "attendance_officers"}) {
        const auto cell = sheet.words(tableRow, key2);
        if (text::meansNothing(cell)) {
            continue;
        }
        const auto& field = plan::fieldOf(RecordKind::meeting, key2);
        const auto value = text::readValue(work_.plan, field, cell);
        if (value && plan::isRecorded(*value)) {
            field.set(&meeting, *value);
        } else if (!value) {
            context.notice(sheet.columnOf(key2), true, value.error().text());
        }
    }
}

void summariseMeetings(ImportWork& work, const std::set<Id>& mechanisms) {
    std::map<Id, std::vector<const plan::Meeting*>> held;
    const auto take = [&](const plan::Meeting* meeting) {
        for (const auto& link : meeting->mechanisms) {
            if (meeting->date && mechanisms.contains(link.mechanism.id)) {
                held[link.mechanism.id].push_back(meeting);
            }
        }
    };
    for (const auto& meeting : work.plan.all<plan::Meeting>()) {
        take(work.find<plan::Meeting>(meeting.id));
    }
    for (const auto& made : work.proposal.alsoCreated) {
        if (made.kind == RecordKind::meeting) {
            take(work.find<plan::Meeting>(made.id));
        }
    }
    for (auto& [id, meetings] : held) {
        std::ranges::sort(meetings, {}, [](const plan::Meeting* meeting) { return *meeting->date; });
        auto& mechanism = work.edit<plan::Mechanism>(id);
        for (const auto* meeting : meetings) {
            const bool past = !work.options.today || *meeting->date <= *work.options.today;
            if (past && (!mechanism.lastMet || *mechanism.lastMet < *meeting->date)) {
                mechanism.lastMet = meeting->date;
            }
        }
        // Meetings in the last year of the list: two or more dates say how often.
        const int last = meetings.back()->date->daysSinceEpoch();
        const auto inYear = std::ranges::count_if(meetings, [&](const plan::Meeting* meeting) {
            return last - meeting->date->daysSinceEpoch() < 365;
        });
        if (mechanism.pattern.rule.empty() && !mechanism.meetingsAYear && inYear > 1) {
            mechanism.meetingsAYear = static_cast<double>(inYear);
        }
        if (!mechanism.startTime) {
            mechanism.startTime =
                agreed<plan::Time>(meetings, [](const plan::Meeting& meeting) { return meeting.startTime; });
        }
        if (!mechanism.lengthHours) {
            mechanism.lengthHours =
                agreed<double>(meetings, [](const plan::Meeting& meeting) { return meeting.lengthHours; });
        }
        if (mechanism.venue.empty()) {
            mechanism.venue = agreed<std::string>(meetings, [](const plan::Meeting& meeting) {
                                  return meeting.venue.empty() ? std::nullopt : std::optional(meeting.venue);
                              }).value_or("");
        }
        const auto usual = [&](std::optional<double>& field, std::optional<int> plan::Meeting::*count) {
            field = field ? field : mean(meetings, count);
        };
        usual(mechanism.attendancePublic, &plan::Meeting::attendancePublic);
        usual(mechanism.attendanceMembers, &plan::Meeting::attendanceMembers);
        usual(mechanism.attendanceOfficers, &plan::Meeting::attendanceOfficers);
    }
}

} // namespace wardmote::exchange
