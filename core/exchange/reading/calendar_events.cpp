#include "core/exchange/reading/calendar_events.h"

#include "core/exchange/reading/sink.h"
#include "core/recurrence/rule.h"

#include <algorithm>
#include <fmt/format.h>
#include <libical/ical.h>
#include <map>
#include <memory>
#include <set>
#include <sstream>

namespace wardmote::exchange {
namespace {

using plan::Date;
using plan::Time;

constexpr int deepest = 20;

struct FreeComponent {
    void operator()(icalcomponent* component) const { icalcomponent_free(component); }
};
using Component = std::unique_ptr<icalcomponent, FreeComponent>;

/// A file that breaks off, or that nests or holds too much, is told before the parser builds it.
void checkOutline(const std::string& text, const CalendarLimits& limits) {
    std::istringstream lines(text);
    std::string line;
    int depth = 0;
    std::size_t events = 0;
    while (std::getline(lines, line)) {
        if (line.starts_with("BEGIN:")) {
            events += line.starts_with("BEGIN:VEVENT") ? 1 : 0;
            if (++depth > deepest) {
                throw Refused{"Its parts lie too deep within one another.", "Export the calendar again.", {}};
            }
        } else if (line.starts_with("END:")) {
            --depth;
        }
        if (events > limits.events) {
            throw Refused{fmt::format("It holds more than {} events.", limits.events),
                          "Export a shorter time, or one calendar at a time.",
                          {}};
        }
    }
    if (depth != 0) {
        throw Refused{"It breaks off before its end.", "Download or export the calendar again.", {}};
    }
}

bool isBritish(std::string_view zone) {
    return zone.ends_with("Europe/London") || zone == "GMT Standard Time" || zone == "GB" ||
           zone == "Europe/Belfast";
}

std::string textOf(const char* text) {
    return text ? std::string(text) : std::string{};
}

/// What one VEVENT says.
struct Event {
    std::string uid;
    std::string name;
    std::string venue;
    std::string description;
    std::string link;
    bool cancelled = false;
    icaltimetype start{};
    bool british = true; ///< the start needs no conversion
    std::optional<double> lengthHours;
    std::vector<std::string> rules;
    std::vector<CalendarMoment> also;    ///< RDATE
    std::set<CalendarMoment> except;     ///< EXDATE
    std::optional<CalendarMoment> moved; ///< RECURRENCE-ID
};

class Reader {
public:
    explicit Reader(const CalendarLimits& limits) : limits_(limits) {}

    CalendarContent run(icalcomponent* root) {
        collect(root);
        for (const auto& event : events_) {
            if (event.moved) {
                overrides_.emplace(std::pair(event.uid, *event.moved), &event);
            }
        }
        for (const auto& event : events_) {
            layOut(event);
        }
        // Meetings moved whose series the file leaves out.
        for (const auto& [key, event] : overrides_) {
            if (!used_.contains(key)) {
                add(*event, moment(event->start, event->british), key.second);
            }
        }
        std::ranges::stable_sort(content_.meetings, {}, [](const CalendarMeeting& meeting) {
            return std::pair(meeting.start, meeting.name);
        });
        return std::move(content_);
    }

private:
    void warn(const std::string& words) {
        if (warned_.insert(words).second) {
            content_.warnings.push_back(words);
        }
    }

    void collect(icalcomponent* component) {
        if (icalcomponent_isa(component) == ICAL_VEVENT_COMPONENT) {
            read(component);
            return;
        }
        for (auto* inner = icalcomponent_get_first_component(component, ICAL_ANY_COMPONENT); inner;
             inner = icalcomponent_get_next_component(component, ICAL_ANY_COMPONENT)) {
            collect(inner);
        }
    }

    static std::string zoneOf(icalproperty* property) {
        auto* parameter = icalproperty_get_first_parameter(property, ICAL_TZID_PARAMETER);
        return parameter ? textOf(icalparameter_get_tzid(parameter)) : std::string{};
    }

    /// The time of a property with its zone found, or without one if it is British or floats.
    std::pair<icaltimetype, bool> timeOf(icalproperty* property, icalcomponent* event) {
        const auto zone = zoneOf(property);
        auto time = icalproperty_get_datetime_with_component(property, event);
        if (icaltime_is_utc(time)) {
            return {time, false};
        }
        if (zone.empty() || isBritish(zone) || time.is_date) {
            time.zone = nullptr;
            return {time, true};
        }
        if (!time.zone) {
            warn(fmt::format("The time zone “{}” is not known: its times are taken as they stand.", zone));
            return {time, true};
        }
        return {time, false};
    }

    static CalendarMoment moment(icaltimetype time, bool british) {
        if (time.is_date) {
            return {Date{time.year, time.month, time.day}, {}};
        }
        if (!british) {
            time = icaltime_convert_to_zone(time, icaltimezone_get_utc_timezone());
        }
        const recurrence::LocalTime local{{time.year, time.month, time.day},
                                          Time{time.hour * 60 + time.minute}};
        const auto shown = british ? local : recurrence::britishTime(local);
        return {shown.date, shown.time};
    }

    void read(icalcomponent* component) {
        auto* start = icalcomponent_get_first_property(component, ICAL_DTSTART_PROPERTY);
        if (!start) {
            warn("Events without a start were left out.");
            return;
        }
        Event event;
        std::tie(event.start, event.british) = timeOf(start, component);
        if (!Date::of(event.start.year, event.start.month, event.start.day)) {
            warn("Events with a start that is no day were left out.");
            return;
        }
        event.uid = textOf(icalcomponent_get_uid(component));
        event.name = textOf(icalcomponent_get_summary(component));
        event.venue = textOf(icalcomponent_get_location(component));
        event.description = textOf(icalcomponent_get_description(component));
        if (auto* link = icalcomponent_get_first_property(component, ICAL_URL_PROPERTY)) {
            event.link = textOf(icalproperty_get_url(link));
        }
        event.cancelled = icalcomponent_get_status(component) == ICAL_STATUS_CANCELLED;
        readLength(component, event);
        readSeries(component, event);
        note(event.start);
        if (auto* stamp = icalcomponent_get_first_property(component, ICAL_DTSTAMP_PROPERTY)) {
            note(icalproperty_get_dtstamp(stamp));
        }
        events_.push_back(std::move(event));
    }

    void readLength(icalcomponent* component, Event& event) {
        double hours = 0;
        if (auto* end = icalcomponent_get_first_property(component, ICAL_DTEND_PROPERTY)) {
            const auto [time, british] = timeOf(end, component);
            const auto from = moment(event.start, event.british);
            const auto to = moment(time, british);
            if (from.time && to.time) {
                hours = (to.date.daysSinceEpoch() - from.date.daysSinceEpoch()) * 24 +
                        (to.time->minutes - from.time->minutes) / 60.0;
            }
        } else if (auto* length = icalcomponent_get_first_property(component, ICAL_DURATION_PROPERTY)) {
            hours = icaldurationtype_as_int(icalproperty_get_duration(length)) / 3600.0;
        }
        if (hours > 0 && hours <= 48) {
            event.lengthHours = hours;
        }
    }

    void readSeries(icalcomponent* component, Event& event) {
        for (auto* property = icalcomponent_get_first_property(component, ICAL_ANY_PROPERTY); property;
             property = icalcomponent_get_next_property(component, ICAL_ANY_PROPERTY)) {
            switch (icalproperty_isa(property)) {
            case ICAL_RRULE_PROPERTY: {
                const std::unique_ptr<char, decltype(&free)> text(
                    icalproperty_get_value_as_string_r(property), &free);
                event.rules.push_back(textOf(text.get()));
                break;
            }
            case ICAL_EXDATE_PROPERTY: {
                const auto [time, british] = timeOf(property, component);
                event.except.insert(moment(time, british));
                break;
            }
            case ICAL_RDATE_PROPERTY: {
                auto date = icalproperty_get_rdate(property);
                auto time = icaltime_is_null_time(date.time) ? date.period.start : date.time;
                // Its zone stands in the property, as that of the start.
                time.zone = event.british || icaltime_is_utc(time) ? time.zone : event.start.zone;
                if (Date::of(time.year, time.month, time.day)) {
                    event.also.push_back(moment(time, event.british && !icaltime_is_utc(time)));
                }
                break;
            }
            case ICAL_RECURRENCEID_PROPERTY: {
                const auto [time, british] = timeOf(property, component);
                event.moved = moment(time, british);
                break;
            }
            default:
                break;
            }
        }
    }

    void note(const icaltimetype& time) {
        if (const auto date = Date::of(time.year, time.month, time.day); date && date->year <= 2200) {
            newest_ = std::max(newest_, date->daysSinceEpoch());
        }
    }

    void layOut(const Event& event) {
        if (event.moved) {
            return;
        }
        const auto first = moment(event.start, event.british);
        if (event.rules.empty() && event.also.empty()) {
            add(event, first, {});
            return;
        }
        std::set<CalendarMoment> starts(event.also.begin(), event.also.end());
        starts.insert(first);
        for (const auto& rule : event.rules) {
            addRule(event, rule, starts);
        }
        for (const auto& start : starts) {
            if (event.except.contains(start)) {
                continue;
            }
            const auto key = std::pair(event.uid, start);
            const auto moved = overrides_.find(key);
            if (moved == overrides_.end()) {
                add(event, start, start);
                continue;
            }
            used_.insert(key);
            add(*moved->second, moment(moved->second->start, moved->second->british), start);
        }
    }

    void addRule(const Event& event, const std::string& text, std::set<CalendarMoment>& starts) {
        const auto rule = recurrence::readRule(text);
        const Date anchor{event.start.year, event.start.month, event.start.day};
        const auto to = Date::fromDaysSinceEpoch(newest_ + limits_.daysAhead);
        const auto from =
            std::max(anchor, Date::fromDaysSinceEpoch(newest_ + limits_.daysAhead - limits_.yearsBack * 366));
        const auto dates = rule ? recurrence::datesBetween(*rule, from, to, anchor)
                                : Result<std::vector<Date>>(Failure(rule.error()));
        if (!dates) {
            warn(fmt::format("Of “{}” only the first meeting is taken, because its rule “{}” can't be read.",
                             event.name, text.substr(0, 100)));
            return;
        }
        for (const auto& date : *dates) {
            if (starts.size() >= limits_.meetings) {
                content_.cut = true;
                return;
            }
            auto start = event.start;
            start.year = date.year;
            start.month = date.month;
            start.day = date.day;
            starts.insert(moment(start, event.british));
        }
    }

    void add(const Event& event, const CalendarMoment& start, std::optional<CalendarMoment> original) {
        if (content_.meetings.size() >= limits_.meetings) {
            content_.cut = true;
            return;
        }
        CalendarMeeting meeting;
        meeting.uid = event.uid;
        if (original && !event.uid.empty()) {
            meeting.series = event.uid;
            meeting.uid += fmt::format("/{:04}{:02}{:02}", original->date.year, original->date.month,
                                       original->date.day);
            if (original->time) {
                meeting.uid +=
                    fmt::format("T{:02}{:02}", original->time->minutes / 60, original->time->minutes % 60);
            }
        }
        meeting.name = event.name;
        meeting.start = start;
        meeting.lengthHours = event.lengthHours;
        meeting.venue = event.venue;
        meeting.description = event.description;
        meeting.link = event.link;
        meeting.cancelled = event.cancelled;
        content_.meetings.push_back(std::move(meeting));
    }

    const CalendarLimits& limits_;
    CalendarContent content_;
    std::vector<Event> events_;
    std::map<std::pair<std::string, CalendarMoment>, const Event*> overrides_;
    std::set<std::pair<std::string, CalendarMoment>> used_;
    std::set<std::string> warned_;
    int newest_ = 0;
};

} // namespace

CalendarContent readCalendarText(const std::string& text, const CalendarLimits& limits) {
    checkOutline(text, limits);
    icalerror_set_errors_are_fatal(false);
    const Component root(icalparser_parse_string(text.c_str()));
    if (!root) {
        throw Refused{"It is no calendar that can be read.", "Download or export the calendar again.", {}};
    }
    return Reader(limits).run(root.get());
}

} // namespace wardmote::exchange
