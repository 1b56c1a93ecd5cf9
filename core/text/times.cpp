#include "core/text/quantities.h"
#include "core/text/words.h"

#include <algorithm>
#include <charconv>
#include <fmt/format.h>

namespace wardmote::text {
namespace {

enum class Half { none, morning, afternoon };

struct Clock {
    int hour = 0;
    int minute = 0;
    bool separated = false; ///< written with minutes: 7.30, 19:00
    bool colon = false;
    Half half = Half::none;
};

std::optional<int> digits(std::string_view text) {
    int value = 0;
    const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), value);
    const bool whole = !text.empty() && text.front() != '-' && end == text.data() + text.size();
    return error == std::errc{} && whole ? std::optional(value) : std::nullopt;
}

std::optional<Clock> readClock(std::string text) {
    Clock clock;
    if (text == "noon" || text == "midday" || text == "12 noon" || text == "12noon") {
        return Clock{12, 0, true, true};
    }
    if (text == "midnight") {
        return Clock{0, 0, true, true};
    }
    for (const auto& [ending, half] : {std::pair<std::string_view, Half>{"a.m.", Half::morning},
                                       {"p.m.", Half::afternoon},
                                       {"a.m", Half::morning},
                                       {"p.m", Half::afternoon},
                                       {"am", Half::morning},
                                       {"pm", Half::afternoon},
                                       {"in the evening", Half::afternoon},
                                       {"in the morning", Half::morning}}) {
        if (text.size() > ending.size() && text.ends_with(ending)) {
            text = tidied(std::string_view(text).substr(0, text.size() - ending.size()));
            clock.half = half;
            break;
        }
    }
    bool hours24 = false;
    for (const std::string_view ending : {"hours", "hrs", "hr", "h", "o'clock"}) {
        if (text.size() > ending.size() && text.ends_with(ending)) {
            text = tidied(std::string_view(text).substr(0, text.size() - ending.size()));
            hours24 = ending != "o'clock";
            break;
        }
    }
    const auto cut = text.find_first_of(":.");
    if (cut == std::string::npos) {
        const auto number = digits(text);
        if (!number) {
            return std::nullopt;
        }
        const bool run = text.size() == 4 || (text.size() == 3 && clock.half != Half::none);
        if (run) {
            clock.separated = clock.colon = hours24 || text.size() == 4;
            clock.hour = *number / 100;
            clock.minute = *number % 100;
        } else {
            clock.hour = text.size() <= 2 ? *number : 99;
        }
    } else {
        auto rest = std::string_view(text).substr(cut + 1);
        if (rest.size() > 2 && rest[2] == ':') { // seconds
            rest = rest.substr(0, 2);
        }
        const auto hour = digits(std::string_view(text).substr(0, cut));
        const auto minute = rest.size() == 2 ? digits(rest) : std::nullopt;
        if (!hour || !minute) {
            return std::nullopt;
        }
        clock.hour = *hour;
        clock.minute = *minute;
        clock.separated = true;
        clock.colon = text[cut] == ':' || hours24;
    }
    if (clock.minute > 59 || clock.hour > 23 || (clock.half != Half::none && clock.hour == 0)) {
        return std::nullopt;
    }
    return clock;
}

/// Minutes after midnight; nothing where morning and evening are both possible.
std::optional<int> minutesOf(const Clock& clock) {
    int hour = clock.hour;
    if (clock.half == Half::afternoon && hour < 12) {
        hour += 12;
    } else if (clock.half == Half::morning && hour == 12) {
        hour = 0;
    } else if (clock.half == Half::none && hour <= 12 && !clock.colon) {
        return std::nullopt;
    }
    return hour * 60 + clock.minute;
}

} // namespace

Result<std::optional<ReadTime>> readTime(std::string_view text) {
    if (meansNothing(text)) {
        return std::nullopt;
    }
    const auto words = folded(text);
    const auto bad = [&](std::string_view why) {
        return failure(fmt::format("“{}” {}.", tidied(text).substr(0, 60), why),
                       "Write it as 7.30 pm or 19:30.");
    };
    auto start = words;
    std::optional<Clock> end;
    for (const std::string_view joiner : {" to ", " - ", "-", " until ", " till "}) {
        const auto at = words.find(joiner);
        if (at == std::string::npos) {
            continue;
        }
        end = readClock(tidied(std::string_view(words).substr(at + joiner.size())));
        if (end) {
            start = tidied(std::string_view(words).substr(0, at));
            break;
        }
    }
    for (const std::string_view word : {"at ", "from ", "starts ", "start "}) {
        if (start.starts_with(word)) {
            start = start.substr(word.size());
        }
    }
    auto clock = readClock(start);
    if (!clock) {
        return bad("is not a time of day");
    }
    // "7-9pm": the half of the day stands once; "11am-1pm" has both.
    if (end && clock->half == Half::none && !clock->colon && end->half != Half::none) {
        clock->half = end->half;
        if (end->half == Half::afternoon && clock->hour > end->hour && clock->hour < 12 && end->hour != 12) {
            clock->half = Half::morning;
        }
    }
    const auto minutes = minutesOf(*clock);
    if (!minutes) {
        return bad("does not say whether in the morning or the evening");
    }
    ReadTime time{plan::Time{*minutes}, std::nullopt};
    if (end) {
        if (end->half == Half::none && !end->colon) {
            end->half = *minutes >= 12 * 60 ? Half::afternoon : Half::none;
        }
        const auto last = minutesOf(*end);
        if (last && *last > *minutes) {
            time.end = plan::Time{*last};
        }
    }
    return time;
}

} // namespace wardmote::text
