#include "core/exchange/writing/calendar_writer.h"

#include "core/exchange/writing/replaced_file.h"
#include "core/recurrence/rule.h"

#include <algorithm>
#include <charconv>
#include <cmath>
#include <fmt/format.h>
#include <libical/ical.h>
#include <memory>

namespace wardmote::exchange {
namespace {

using plan::Date;

constexpr auto ending = "@wardmote";
constexpr auto zoneName = "Europe/London";

struct FreeComponent {
    void operator()(icalcomponent* component) const { icalcomponent_free(component); }
};
using Component = std::unique_ptr<icalcomponent, FreeComponent>;

/// The zone as it has been since 1996: the clock goes forward and back on the last Sundays of March and
/// October at 01:00 UTC. Written out, since not every reader knows the name.
constexpr auto zoneText = "BEGIN:VTIMEZONE\r\n"
                          "TZID:Europe/London\r\n"
                          "BEGIN:STANDARD\r\n"
                          "TZNAME:GMT\r\n"
                          "DTSTART:19961027T020000\r\n"
                          "RRULE:FREQ=YEARLY;BYDAY=-1SU;BYMONTH=10\r\n"
                          "TZOFFSETFROM:+0100\r\n"
                          "TZOFFSETTO:+0000\r\n"
                          "END:STANDARD\r\n"
                          "BEGIN:DAYLIGHT\r\n"
                          "TZNAME:BST\r\n"
                          "DTSTART:19970330T010000\r\n"
                          "RRULE:FREQ=YEARLY;BYDAY=-1SU;BYMONTH=3\r\n"
                          "TZOFFSETFROM:+0000\r\n"
                          "TZOFFSETTO:+0100\r\n"
                          "END:DAYLIGHT\r\n"
                          "END:VTIMEZONE\r\n";

icaltimetype timeOf(const Date& date, std::optional<plan::Time> time) {
    auto value = icaltime_null_time();
    value.year = date.year;
    value.month = date.month;
    value.day = date.day;
    value.is_date = time ? 0 : 1;
    value.hour = time ? time->minutes / 60 : 0;
    value.minute = time ? time->minutes % 60 : 0;
    return value;
}

void addLocal(icalcomponent* event, icalproperty* property, bool timed) {
    if (timed) {
        icalproperty_add_parameter(property, icalparameter_new_tzid(zoneName));
    }
    icalcomponent_add_property(event, property);
}

/// The rule for a timed series: an end must be said in UTC (RFC 5545, 3.3.10), here at the end of its day.
std::string ruleText(const std::string& text, bool timed) {
    auto rule = recurrence::readRule(text);
    if (!rule || !rule->until || !timed) {
        return text;
    }
    const auto until = *rule->until;
    rule->until.reset();
    return fmt::format("{};UNTIL={:04}{:02}{:02}T225900Z", rule->text(), until.year, until.month, until.day);
}

void addText(icalcomponent* event, const std::string& text, icalproperty* (*make)(const char*)) {
    if (!text.empty()) {
        icalcomponent_add_property(event, make(text.c_str()));
    }
}

icalcomponent* eventOf(const CalendarEntry& entry) {
    auto* event = icalcomponent_new(ICAL_VEVENT_COMPONENT);
    const bool timed = entry.start.has_value();
    addText(event, entry.uid, icalproperty_new_uid);
    auto stamp = timeOf(entry.date, plan::Time{});
    stamp.zone = icaltimezone_get_utc_timezone();
    icalcomponent_add_property(event, icalproperty_new_dtstamp(stamp));
    const auto start = timeOf(entry.date, entry.start);
    addLocal(event, icalproperty_new_dtstart(start), timed);
    if (timed && entry.lengthHours) {
        auto end = start;
        icaltime_adjust(&end, 0, 0, static_cast<int>(std::lround(*entry.lengthHours * 60)), 0);
        addLocal(event, icalproperty_new_dtend(end), timed);
    }
    if (!entry.rule.empty()) {
        icalcomponent_add_property(event, icalproperty_new_rrule(icalrecurrencetype_from_string(
                                              ruleText(entry.rule, timed).c_str())));
    }
    for (const auto& day : entry.except) {
        addLocal(event, icalproperty_new_exdate(timeOf(day, entry.start)), timed);
    }
    addText(event, entry.name, icalproperty_new_summary);
    addText(event, entry.venue, icalproperty_new_location);
    addText(event, entry.description, icalproperty_new_description);
    addText(event, entry.link, icalproperty_new_url);
    if (entry.cancelled) {
        icalcomponent_add_property(event, icalproperty_new_status(ICAL_STATUS_CANCELLED));
    }
    return event;
}

} // namespace

std::string ownUid(plan::RecordKind kind, plan::Id id) {
    return fmt::format("{}-{}{}", plan::recordInfo(kind).table, id, ending);
}

std::optional<plan::Id> recordOfUid(plan::RecordKind kind, std::string_view uid) {
    const auto start = fmt::format("{}-", plan::recordInfo(kind).table);
    if (!uid.starts_with(start) || !uid.ends_with(ending)) {
        return std::nullopt;
    }
    plan::Id id = 0;
    const auto digits = uid.substr(start.size());
    const auto [end, error] = std::from_chars(digits.data(), digits.data() + digits.size(), id);
    const bool whole = error == std::errc{} && (*end == '@' || *end == '-') && id > 0 && id < plan::idLimit;
    return whole ? std::optional(id) : std::nullopt;
}

plan::Meeting withUsual(const plan::Plan& plan, plan::Meeting meeting) {
    std::vector<plan::Id> ids;
    for (const auto& link : meeting.mechanisms) {
        ids.push_back(link.mechanism.id);
    }
    std::ranges::sort(ids);
    for (const auto id : ids) {
        if (const auto* mechanism = plan.find<plan::Mechanism>(id)) {
            meeting.startTime = meeting.startTime ? meeting.startTime : mechanism->startTime;
            meeting.lengthHours = meeting.lengthHours ? meeting.lengthHours : mechanism->lengthHours;
            meeting.venue = meeting.venue.empty() ? mechanism->venue : meeting.venue;
        }
    }
    return meeting;
}

std::optional<CalendarEntry> entryOf(const plan::Plan& plan, const plan::Meeting& recorded) {
    if (!recorded.date) {
        return std::nullopt;
    }
    const auto meeting = withUsual(plan, recorded);
    return CalendarEntry{
        .uid =
            meeting.calendarUid.empty() ? ownUid(plan::RecordKind::meeting, meeting.id) : meeting.calendarUid,
        .name = meeting.name,
        .date = *meeting.date,
        .start = meeting.startTime,
        .lengthHours = meeting.lengthHours,
        .venue = meeting.venue,
        .description = meeting.topics,
        .link = meeting.link,
        .cancelled = meeting.status == plan::MeetingStatus::cancelled,
        .rule = {},
        .except = {},
    };
}

MechanismSeries::MechanismSeries(const plan::Plan& plan) : plan_(plan) {
    for (const auto& meeting : plan.all<plan::Meeting>()) {
        for (const auto& link : meeting.mechanisms) {
            if (meeting.date) {
                const auto [at, fresh] = firstMeetings_.try_emplace(link.mechanism.id, *meeting.date);
                at->second = std::min(at->second, *meeting.date);
            }
        }
    }
}

std::optional<Date> MechanismSeries::countedFrom(const plan::Mechanism& mechanism,
                                                 const recurrence::Rule& rule, Date day) const {
    auto anchor = mechanism.patternStart;
    if (const auto at = firstMeetings_.find(mechanism.id); !anchor && at != firstMeetings_.end()) {
        anchor = at->second;
    }
    anchor = anchor ? anchor : mechanism.lastMet;
    // A rule that counts its meetings starts where it starts.
    return anchor && rule.count == 0 ? recurrence::anchorBefore(rule, *anchor, day) : anchor;
}

bool MechanismSeries::expects(const plan::Mechanism& mechanism, Date day) const {
    const auto rule = recurrence::readRule(mechanism.pattern.rule);
    const bool exists =
        (!mechanism.setUp || *mechanism.setUp <= day) && (!mechanism.ended || day <= *mechanism.ended);
    if (!rule || !exists) {
        return false;
    }
    const auto dates = recurrence::datesBetween(*rule, day, day, countedFrom(mechanism, *rule, day));
    return dates && !dates->empty();
}

std::optional<CalendarEntry> MechanismSeries::of(const plan::Mechanism& mechanism, Date from) const {
    auto rule = recurrence::readRule(mechanism.pattern.rule);
    const bool active =
        mechanism.status.value_or(plan::MechanismStatus::active) == plan::MechanismStatus::active;
    if (!active || !rule) {
        return std::nullopt;
    }
    const auto anchor = countedFrom(mechanism, *rule, from);
    if (!anchor && (!rule->saysTheDay() || rule->interval > 1)) {
        return std::nullopt;
    }
    if (mechanism.ended && rule->count == 0) {
        rule->until = std::min(rule->until.value_or(*mechanism.ended), *mechanism.ended);
    }
    // A series starts on a day of its own, so that its phase can be read from its start.
    const auto start = std::max(from, mechanism.setUp.value_or(from));
    // The first is mostly near, and to look through nine years takes its time.
    std::vector<Date> dates;
    for (const int years : {0, 9}) {
        if (dates.empty()) {
            dates = recurrence::datesBetween(*rule, start, {start.year + years, 12, 31}, anchor)
                        .value_or(std::vector<Date>{});
        }
    }
    if (dates.empty() || (mechanism.ended && *mechanism.ended < dates.front())) {
        return std::nullopt;
    }
    return CalendarEntry{
        .uid = mechanism.calendarUid.empty() ? ownUid(plan::RecordKind::mechanism, mechanism.id)
                                             : mechanism.calendarUid,
        .name = mechanism.name,
        .date = dates.front(),
        .start = mechanism.startTime,
        .lengthHours = mechanism.lengthHours,
        .venue = mechanism.venue,
        .description = mechanism.purpose,
        .link = {},
        .cancelled = false,
        .rule = rule->text(),
        .except = {},
    };
}

std::string calendarText(std::span<const CalendarEntry> entries) {
    const Component calendar(icalcomponent_new(ICAL_VCALENDAR_COMPONENT));
    icalcomponent_add_property(calendar.get(), icalproperty_new_prodid("-//Wardmote//Wardmote//EN"));
    icalcomponent_add_property(calendar.get(), icalproperty_new_version("2.0"));
    icalcomponent_add_component(calendar.get(), icalparser_parse_string(zoneText));
    for (const auto& entry : entries) {
        icalcomponent_add_component(calendar.get(), eventOf(entry));
    }
    const std::unique_ptr<char, decltype(&free)> text(icalcomponent_as_ical_string_r(calendar.get()), &free);
    return text ? std::string(text.get()) : std::string{};
}

Result<void> writeCalendar(const std::filesystem::path& file, std::span<const CalendarEntry> entries) {
    const auto text = calendarText(entries);
    return replaceFile(file,
                       [&](const std::filesystem::path& temporary) { return writeBytes(temporary, text); });
}

} // namespace wardmote::exchange
