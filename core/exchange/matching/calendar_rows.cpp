#include "core/exchange/matching/calendar_rows.h"

#include "core/text/dates.h"
#include "core/text/quantities.h"
#include "core/text/words.h"

#include <cmath>
#include <fmt/format.h>

namespace wardmote::exchange {

using plan::Id;
using plan::RecordKind;

void CalendarRows::index() {
    if (indexed_) {
        return;
    }
    indexed_ = true;
    for (const auto& meeting : work_.plan.all<plan::Meeting>()) {
        if (!meeting.calendarUid.empty()) {
            meetings_.emplace(meeting.calendarUid, meeting.id);
        }
    }
    for (const auto& mechanism : work_.plan.all<plan::Mechanism>()) {
        if (!mechanism.calendarUid.empty()) {
            mechanisms_.emplace(mechanism.calendarUid, mechanism.id);
        }
    }
}

std::optional<Id> CalendarRows::meetingOf(const SheetReader& sheet, std::size_t tableRow) {
    index();
    const auto uid = text::tidied(sheet.words(tableRow, "calendar_uid"));
    if (const auto known = meetings_.find(uid); known != meetings_.end()) {
        return known->second;
    }
    const auto own = recordOfUid(RecordKind::meeting, uid);
    return own && work_.plan.contains(RecordKind::meeting, *own) ? own : std::nullopt;
}

std::optional<Id> CalendarRows::expectedOf(const SheetReader& sheet, std::size_t tableRow) {
    const auto words = [&](std::string_view key) { return text::tidied(sheet.words(tableRow, key)); };
    auto id = recordOfUid(RecordKind::mechanism, words(column_uses::series));
    id = id ? id : recordOfUid(RecordKind::mechanism, words("calendar_uid"));
    const auto* mechanism = id ? work_.plan.find<plan::Mechanism>(*id) : nullptr;
    const auto date = text::readDate(words("date"), sheet.setup.dateOrder);
    if (!mechanism || !date || !*date || !words("status").empty()) {
        return std::nullopt;
    }
    const auto start = text::readTime(words("start_time"));
    const auto length = text::readNumber(words("length_hours"));
    if (!start || !length) {
        return std::nullopt;
    }
    const auto startTime = *start ? std::optional((*start)->start) : std::nullopt;
    // A whole day has no length, whatever the mechanism's meetings have.
    const auto hours = startTime ? mechanism->lengthHours : std::nullopt;
    const bool sameLength =
        *length ? hours && std::abs((*length)->value - *hours) < 0.01 : !hours.has_value();
    const bool same =
        startTime == mechanism->startTime && sameLength && words("venue") == text::tidied(mechanism->venue);
    if (!series_) {
        series_.emplace(work_.plan);
    }
    return same && series_->expects(*mechanism, (*date)->date) ? id : std::nullopt;
}

std::optional<Id> CalendarRows::byUid(const std::string& series, const std::string& uid) const {
    for (const auto& words : {series, uid}) {
        if (const auto known = mechanisms_.find(words); known != mechanisms_.end()) {
            return known->second;
        }
        const auto own = recordOfUid(RecordKind::mechanism, words);
        if (own && work_.plan.contains(RecordKind::mechanism, *own)) {
            return own;
        }
    }
    return std::nullopt;
}

std::optional<Id> CalendarRows::asked(const std::string& name, const RowContext& context) {
    const auto near = work_.index(RecordKind::mechanism).near(name, text::nearMatch, 4);
    if (near.empty()) {
        return std::nullopt;
    }
    const auto answer =
        work_.ask(QuestionKind::sameAs, fmt::format("series {}", name), context.row, [&](Question& question) {
            question.words = name;
            question.text = fmt::format("Are the meetings “{}” those of a mechanism that is there?", name);
            question.otherwise = "Without an answer they belong to no mechanism.";
            question.allowed = {AnswerKind::these, AnswerKind::leaveOut};
            for (const auto& one : near) {
                question.candidates.push_back(
                    {one.id, work_.nameOf(RecordKind::mechanism, one.id), one.similarity});
            }
        });
    const bool same = answer.kind == AnswerKind::these && !answer.ids.empty() &&
                      work_.record(RecordKind::mechanism, answer.ids.front());
    return same ? std::optional(answer.ids.front()) : std::nullopt;
}

void CalendarRows::link(const SheetReader& sheet, std::size_t tableRow, const RowContext& context,
                        Id meetingId) {
    index();
    const auto series = text::tidied(sheet.words(tableRow, column_uses::series));
    auto& meeting = work_.edit<plan::Meeting>(meetingId);
    const auto uid = meeting.calendarUid;
    if (const auto* planned = work_.plan.find<plan::Meeting>(meetingId)) {
        // What an export took from the mechanism is no fact of the meeting's own.
        const auto usual = withUsual(work_.plan, *planned);
        const auto keep = [&](auto member) {
            if (meeting.*member == usual.*member) {
                meeting.*member = planned->*member;
            }
        };
        keep(&plan::Meeting::startTime);
        keep(&plan::Meeting::lengthHours);
        keep(&plan::Meeting::venue);
    }
    if (uid == ownUid(RecordKind::meeting, meetingId)) {
        // Its own, from an export: neither UID nor file say anything new.
        const auto* planned = work_.plan.find<plan::Meeting>(meetingId);
        meeting.calendarUid.clear();
        meeting.source = planned ? planned->source : meeting.source;
    }
    if (!meeting.mechanisms.empty()) {
        return;
    }
    auto mechanism = byUid(series, uid);
    const bool byName = !mechanism;
    if (byName) {
        mechanism = work_.named(RecordKind::mechanism, meeting.name);
    }
    if (!mechanism) {
        mechanism = asked(meeting.name, context);
    }
    if (!mechanism) {
        return;
    }
    work_.edit<plan::Meeting>(meetingId).mechanisms = {{plan::Ref<plan::Mechanism>{*mechanism}}};
    if (byName && !series.empty() && work_.find<plan::Mechanism>(*mechanism)->calendarUid.empty()) {
        work_.edit<plan::Mechanism>(*mechanism).calendarUid = series;
        mechanisms_.emplace(series, *mechanism);
    }
}

} // namespace wardmote::exchange
