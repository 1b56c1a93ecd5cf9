#include "core/text/dates.h"

#include "core/text/words.h"

#include <array>
#include <charconv>
#include <cmath>
#include <fmt/format.h>

namespace wardmote::text {
namespace {

using plan::Date;

std::optional<int> digits(std::string_view word) {
    int value = 0;
    const auto [end, error] = std::from_chars(word.data(), word.data() + word.size(), value);
    const bool whole = !word.empty() && word.front() != '-' && end == word.data() + word.size();
    return error == std::errc{} && whole ? std::optional(value) : std::nullopt;
}

/// 1..31 of "1", "1st", "22nd".
std::optional<int> dayOf(std::string_view word) {
    for (const std::string_view ending : {"st", "nd", "rd", "th"}) {
        if (word.size() > 2 && word.ends_with(ending)) {
            word.remove_suffix(2);
            break;
        }
    }
    const auto day = word.size() <= 2 ? digits(word) : std::nullopt;
    return day && *day >= 1 && *day <= 31 ? day : std::nullopt;
}

/// A year of four digits, or of two where it may be ("'13").
std::optional<int> yearOf(std::string_view word, bool two) {
    const auto year = digits(word);
    if (!year) {
        return std::nullopt;
    }
    if (word.size() == 4 && *year >= 1583) {
        return year;
    }
    return two && word.size() == 2 ? std::optional(*year <= 68 ? 2000 + *year : 1900 + *year) : std::nullopt;
}

bool isFiller(std::string_view word) {
    return word == "of" || word == "the" || word == "on" || weekdayOf(word) != 0;
}

std::vector<std::string> dateWords(std::string_view text) {
    auto words = wordsOf(text);
    std::erase_if(words, isFiller);
    // "1May2013" and "8may" are runs of letters and digits.
    std::vector<std::string> split;
    for (const auto& word : words) {
        std::size_t at = 0;
        while (at < word.size() && word[at] >= '0' && word[at] <= '9') {
            ++at;
        }
        const auto letters = std::string_view(word).substr(at);
        auto end = letters.size();
        while (end > 0 && letters[end - 1] >= '0' && letters[end - 1] <= '9') {
            --end;
        }
        if (monthOf(letters.substr(0, end)) == 0 || letters.size() == word.size()) {
            split.push_back(word);
            continue;
        }
        split.emplace_back(word.substr(0, at));
        split.emplace_back(letters.substr(0, end));
        if (end < letters.size()) {
            split.emplace_back(letters.substr(end));
        }
    }
    return split;
}

/// Words after the date that are a time of day ("19:00", "T00:00:00Z") leave it a day.
bool isTimeOfDay(std::string_view rest) {
    int colons = 0;
    for (const char c : rest) {
        if (c == ':') {
            ++colons;
        } else if ((c < '0' || c > '9') && c != 'T' && c != 't' && c != 'Z' && c != 'z' && c != '.' &&
                   c != ' ' && c != '+') {
            return false;
        }
    }
    return colons > 0;
}

std::optional<ReadDate> fromNumbers(std::string_view text, DateOrder order) {
    const auto iso = text.find_first_of("Tt ");
    if (iso != std::string_view::npos && isTimeOfDay(text.substr(iso))) {
        text = text.substr(0, iso);
    }
    std::array<std::string_view, 3> parts;
    std::size_t count = 0;
    while (!text.empty()) {
        const auto end = std::min(text.find_first_of("/.- "), text.size());
        if (count == 3 || end == 0) {
            return std::nullopt;
        }
        parts[count++] = text.substr(0, end);
        text.remove_prefix(std::min(end + 1, text.size()));
    }
    if (count == 1 && parts[0].size() == 8) {
        parts = {parts[0].substr(0, 4), parts[0].substr(4, 2), parts[0].substr(6, 2)};
        count = 3;
    }
    const auto a = digits(parts[0]);
    const auto b = digits(parts[1]);
    if (count != 3 || !a || !b) {
        return std::nullopt;
    }
    if (parts[0].size() == 4) {
        const auto c = digits(parts[2]);
        const auto date = c ? Date::of(*a, *b, *c) : std::nullopt;
        return date ? std::optional(ReadDate{*date}) : std::nullopt;
    }
    const auto year = yearOf(parts[2], true);
    if (!year || parts[0].size() > 2 || parts[1].size() > 2) {
        return std::nullopt;
    }
    const bool british = order == DateOrder::dayFirst;
    if (const auto date = british ? Date::of(*year, *b, *a) : Date::of(*year, *a, *b)) {
        return ReadDate{*date};
    }
    if (const auto date = british ? Date::of(*year, *a, *b) : Date::of(*year, *b, *a)) {
        return ReadDate{*date, true};
    }
    return std::nullopt;
}

std::optional<Date> fromWords(const std::vector<std::string>& words) {
    if (words.size() != 3) {
        return std::nullopt;
    }
    if (const int month = monthOf(words[1]); month != 0) {
        const auto day = dayOf(words[0]);
        const auto year = yearOf(words[2], true);
        if (day && year) {
            return Date::of(*year, month, *day);
        }
        const auto first = yearOf(words[0], false);
        const auto last = dayOf(words[2]);
        return first && last ? Date::of(*first, month, *last) : std::nullopt;
    }
    if (const int month = monthOf(words[0]); month != 0) {
        const auto day = dayOf(words[1]);
        const auto year = yearOf(words[2], true);
        return day && year ? Date::of(*year, month, *day) : std::nullopt;
    }
    return std::nullopt;
}

Date lastOfMonth(int year, int month) {
    return Date::fromDaysSinceEpoch(
        Date{month == 12 ? year + 1 : year, month == 12 ? 1 : month + 1, 1}.daysSinceEpoch() - 1);
}

std::optional<DateSpan> season(std::string_view word, int year) {
    const auto months = [&](int from, int to) {
        return DateSpan{{year, from, 1}, lastOfMonth(year, to), true};
    };
    if (word == "spring" || word == "early") {
        return word == "early" ? months(1, 4) : months(3, 5);
    }
    if (word == "summer" || word == "mid") {
        return word == "mid" ? months(4, 9) : months(6, 8);
    }
    if (word == "autumn") {
        return months(9, 11);
    }
    if (word == "late") {
        return months(9, 12);
    }
    if (word == "winter") {
        return DateSpan{{year, 1, 1}, {year, 12, 31}, true};
    }
    return std::nullopt;
}

} // namespace

Result<std::optional<ReadDate>> readDate(std::string_view text, DateOrder order) {
    if (meansNothing(text)) {
        return std::nullopt;
    }
    const auto tidy = tidied(text);
    if (const auto numbers = fromNumbers(tidy, order)) {
        return numbers;
    }
    auto words = dateWords(tidy);
    if (words.size() == 4 &&
        isTimeOfDay(tidy.substr(tidy.rfind(' ') == std::string::npos ? 0 : tidy.rfind(' ')))) {
        words.pop_back();
    }
    if (const auto date = fromWords(words)) {
        return ReadDate{*date};
    }
    if (const auto serial = tidy.size() == 5 ? digits(tidy) : std::nullopt; serial && *serial >= 20000) {
        if (const auto date = *serial <= 80000 ? dateFromSerial(*serial) : std::nullopt) {
            return ReadDate{*date, false, true};
        }
    }
    if (readDateSpan(tidy)) {
        return failure(fmt::format("“{}” does not name one day.", tidy), "Give day, month and year.");
    }
    return failure(fmt::format("“{}” is not a date.", tidy.size() > 60 ? tidy.substr(0, 57) + "..." : tidy),
                   "Write it as 8 May 2013 or 08/05/2013.");
}

std::optional<DateSpan> readDateSpan(std::string_view text) {
    if (text.size() > 60) {
        return std::nullopt;
    }
    auto words = dateWords(text);
    bool about = false;
    while (!words.empty() && (words.front() == "about" || words.front() == "circa" || words.front() == "c" ||
                              words.front() == "around" || words.front() == "approximately" ||
                              words.front() == "in" || words.front() == "later")) {
        about = about || words.front() != "in";
        words.erase(words.begin());
    }
    if (words.size() == 3) {
        const auto date = fromWords(words);
        const auto numbers = date ? std::nullopt : fromNumbers(tidied(text), DateOrder::dayFirst);
        if (date || numbers) {
            const auto day = date ? *date : numbers->date;
            return DateSpan{day, day, about};
        }
    }
    if (words.size() == 1) {
        if (const auto year = yearOf(words[0], false)) {
            return DateSpan{{*year, 1, 1}, {*year, 12, 31}, about};
        }
    }
    if (words.size() == 2) {
        const auto year = yearOf(words[1], false);
        if (year && monthOf(words[0]) != 0) {
            return DateSpan{{*year, monthOf(words[0]), 1}, lastOfMonth(*year, monthOf(words[0])), about};
        }
        if (year) {
            if (auto part = season(words[0], *year)) {
                return part;
            }
        }
        const auto first = yearOf(words[0], false);
        auto last = yearOf(words[1], false);
        if (first && !last && words[1].size() == 2 && digits(words[1])) {
            last = *first / 100 * 100 + *digits(words[1]);
        }
        if (first && last && *last >= *first && text.find('-') != std::string_view::npos) {
            return DateSpan{{*first, 1, 1}, {*last, 12, 31}, about};
        }
    }
    return std::nullopt;
}

std::optional<Date> dateFromSerial(double serial) {
    if (!(serial >= 1) || serial > 200000) {
        return std::nullopt;
    }
    // The 1900 system counts a 29 February 1900 that never was.
    const int days = static_cast<int>(std::floor(serial));
    return Date::fromDaysSinceEpoch(days - (days < 60 ? 25568 : 25569));
}

int monthOf(std::string_view word) {
    static constexpr std::array<std::string_view, 12> months{"january",   "february", "march",    "april",
                                                             "may",       "june",     "july",     "august",
                                                             "september", "october",  "november", "december"};
    if (word == "sept") {
        return 9;
    }
    for (std::size_t i = 0; i < months.size(); ++i) {
        if (word == months[i] || (word.size() == 3 && months[i].starts_with(word))) {
            return static_cast<int>(i) + 1;
        }
    }
    return 0;
}

int weekdayOf(std::string_view word) {
    static constexpr std::array<std::string_view, 7> days{"monday", "tuesday",  "wednesday", "thursday",
                                                          "friday", "saturday", "sunday"};
    static constexpr std::array<std::pair<std::string_view, int>, 6> shorts{
        {{"tues", 2}, {"weds", 3}, {"thur", 4}, {"thurs", 4}, {"wednes", 3}, {"satur", 6}}};
    if (word.size() > 4 && word.ends_with("days")) {
        word.remove_suffix(1);
    }
    for (std::size_t i = 0; i < days.size(); ++i) {
        if (word == days[i] || (word.size() == 3 && days[i].starts_with(word))) {
            return static_cast<int>(i) + 1;
        }
    }
    for (const auto& [name, day] : shorts) {
        if (word == name) {
            return day;
        }
    }
    return 0;
}

} // namespace wardmote::text
