#include "core/text/quantities.h"

#include "core/text/words.h"

#include <algorithm>
#include <array>
#include <charconv>
#include <cmath>
#include <fmt/format.h>

namespace wardmote::text {
namespace {

std::string quoted(std::string_view text) {
    auto tidy = tidied(text);
    if (tidy.size() > 60) {
        tidy.resize(57);
        while (!tidy.empty() && (static_cast<unsigned char>(tidy.back()) & 0xC0U) == 0x80U) {
            tidy.pop_back();
        }
        if (!tidy.empty() && (static_cast<unsigned char>(tidy.back()) & 0x80U) != 0) {
            tidy.pop_back();
        }
        tidy += "...";
    }
    return "“" + tidy + "”";
}

bool takeFront(std::string& text, std::string_view beginning) {
    if (!text.starts_with(beginning)) {
        return false;
    }
    text = tidied(std::string_view(text).substr(beginning.size()));
    return true;
}

bool takeBack(std::string& text, std::string_view ending) {
    if (!text.ends_with(ending) || text.size() == ending.size()) {
        return false;
    }
    text = tidied(std::string_view(text).substr(0, text.size() - ending.size()));
    return true;
}

/// Words around a number that make it a rough one.
bool takeAbout(std::string& text) {
    bool about = false;
    for (bool again = true; again;) {
        again = false;
        for (const std::string_view word :
             {"about ",   "around ",    "approximately ", "approx. ",   "approx ",
              "circa ",   "c. ",        "ca. ",           "c.",         "~",
              "roughly ", "estimated ", "est. ",          "est ",       "say ",
              "up to ",   "over ",      "at least ",      "more than ", "max ",
              "maximum ", "average ",   "on average ",    "some "}) {
            if (takeFront(text, word)) {
                about = again = true;
            }
        }
        for (const std::string_view word : {"+", " approx", " approx.", " (approx)", " (approx.)", " or so",
                                            " (est)", " (est.)", " estimated", " on average", " ish"}) {
            if (takeBack(text, word)) {
                about = again = true;
            }
        }
    }
    return about;
}

/// A number and nothing else: "1,234.5", "1 234", "-3", "−3", ".5", "1e3" not.
std::optional<double> plainNumber(std::string_view text) {
    bool negative = false;
    std::string digits;
    if (!text.empty() && (text.front() == '-' || text.front() == '+')) {
        negative = text.front() == '-';
        text.remove_prefix(1);
    }
    bool point = false;
    std::size_t sinceGroup = 0;
    bool grouped = false;
    for (std::size_t i = 0; i < text.size(); ++i) {
        const char c = text[i];
        if (c >= '0' && c <= '9') {
            digits += c;
            ++sinceGroup;
        } else if (c == '.' && !point) {
            if (grouped && sinceGroup != 3) {
                return std::nullopt;
            }
            point = true;
            digits += c;
        } else if ((c == ',' || c == ' ' || c == '\'') && !point && !digits.empty()) {
            if (grouped ? sinceGroup != 3 : sinceGroup > 3) {
                return std::nullopt;
            }
            grouped = true;
            sinceGroup = 0;
        } else {
            return std::nullopt;
        }
    }
    if (grouped && !point && sinceGroup != 3) {
        return std::nullopt;
    }
    double value = 0;
    const auto [end, error] = std::from_chars(digits.data(), digits.data() + digits.size(), value);
    if (digits.empty() || digits == "." || error != std::errc{} || end != digits.data() + digits.size()) {
        return std::nullopt;
    }
    return negative ? -value : value;
}

/// "1 1/2", "1/2", "2.5", "two".
std::optional<double> countWithHalves(std::string text) {
    double halves = 0;
    for (const auto& [words, part] : {std::pair<std::string_view, double>{"1/2", 0.5},
                                      {"1/4", 0.25},
                                      {"3/4", 0.75},
                                      {"and a half", 0.5},
                                      {"a half", 0.5},
                                      {"half an", 0.5},
                                      {"half", 0.5}}) {
        if (text == words) {
            return part;
        }
        if (takeBack(text, std::string(" ") + std::string(words))) {
            halves = part;
            break;
        }
    }
    if (const auto number = plainNumber(text)) {
        return *number + halves;
    }
    const auto count = countOf(text);
    return count ? std::optional(*count + halves) : std::nullopt;
}

} // namespace

std::optional<int> countOf(std::string_view word) {
    static constexpr std::array<std::string_view, 21> words{
        "none",     "one",     "two",     "three",     "four",     "five",     "six",
        "seven",    "eight",   "nine",    "ten",       "eleven",   "twelve",   "thirteen",
        "fourteen", "fifteen", "sixteen", "seventeen", "eighteen", "nineteen", "twenty"};
    if (word == "a" || word == "an" || word == "once") {
        return 1;
    }
    if (word == "twice") {
        return 2;
    }
    if (word == "thrice") {
        return 3;
    }
    for (std::size_t i = 1; i < words.size(); ++i) {
        if (word == words[i]) {
            return static_cast<int>(i);
        }
    }
    int value = 0;
    const auto [end, error] = std::from_chars(word.data(), word.data() + word.size(), value);
    const bool whole =
        error == std::errc{} && end == word.data() + word.size() && !word.empty() && value >= 0;
    return whole ? std::optional(value) : std::nullopt;
}

Result<std::optional<ReadNumber>> readNumber(std::string_view text) {
    if (meansNothing(text)) {
        return std::nullopt;
    }
    auto words = folded(text);
    const bool about = takeAbout(words);
    if (words == "nil" || words == "none" || words == "zero") {
        return ReadNumber{0, about};
    }
    takeBack(words, "%");
    if (const auto number = countWithHalves(words)) {
        return ReadNumber{*number, about};
    }
    const std::string remedy =
        words.find("under") != std::string::npos || words.find('<') != std::string::npos
            ? "It says less than a number, not the number."
            : "Give one number.";
    return failure(quoted(text) + " is not a number.", remedy);
}

Result<std::optional<plan::Money>> readMoney(std::string_view text) {
    if (meansNothing(text)) {
        return std::nullopt;
    }
    auto words = folded(text);
    const auto bad = [&] {
        return failure(quoted(text) + " is not an amount of money.", "Write it as £1,940.50.");
    };
    if (words.find("\xE2\x82\xAC") != std::string::npos || words.find('$') != std::string::npos) {
        return failure(quoted(text) + " is not in pounds.", "Give the amount in pounds.");
    }
    takeAbout(words);
    if (words == "nil" || words == "none" || words == "zero" || words == "free") {
        return plan::Money{0};
    }
    bool negative = false;
    if (words.starts_with('(') && words.ends_with(')')) {
        negative = true;
        words = words.substr(1, words.size() - 2);
    }
    for (const std::string_view ending : {" a year", " per year", " per annum", " pa", " p.a.", " p.a",
                                          " each year", "/year", " gbp", " pounds", " pound", "/-"}) {
        takeBack(words, ending);
    }
    if (takeFront(words, "-")) {
        negative = !negative;
    }
    takeFront(words, "gbp");
    takeFront(words, "\xC2\xA3");
    takeFront(words, "?"); // a pound sign that lost its encoding
    double factor = 100;
    if (takeBack(words, "p") && words.find('.') == std::string::npos) {
        factor = 1;
    } else if (takeBack(words, "k") || takeBack(words, "thousand")) {
        factor = 100'000;
    } else if (takeBack(words, "million") || takeBack(words, "mn") || takeBack(words, "m")) {
        factor = 100'000'000;
    }
    const auto number = plainNumber(words);
    const auto pence = number ? *number * factor : 0;
    if (!number || std::abs(pence) > 1e15) {
        return bad();
    }
    const auto whole = std::llround(pence);
    return plan::Money{negative ? -whole : whole};
}

Result<std::optional<bool>> readFlag(std::string_view text) {
    if (meansNothing(text)) {
        return std::nullopt;
    }
    const auto words = folded(text);
    static constexpr std::array<std::string_view, 12> yes{
        "yes",          "y",  "true", "t", "1", "1.0", "on", "\xE2\x9C\x93", "\xE2\x9C\x94",
        "\xE2\x98\x91", "ie", "yes."};
    static constexpr std::array<std::string_view, 10> no{"no",  "n",   "false",        "f",    "0",
                                                         "0.0", "off", "\xE2\x9C\x97", "none", "no."};
    // "yes (online)", "No - officers only" and "yes, by appointment" say more, not else.
    const auto end = std::min(words.find_first_of("(,;-:"), words.size());
    const auto first = tidied(std::string_view(words).substr(0, end));
    for (const auto& answer : {words, first}) {
        if (std::ranges::find(yes, answer) != yes.end()) {
            return true;
        }
        if (std::ranges::find(no, answer) != no.end()) {
            return false;
        }
    }
    return failure(quoted(text) + " is neither yes nor no.", "Answer yes or no, or leave it blank.");
}

Result<std::optional<double>> readHours(std::string_view text) {
    if (meansNothing(text)) {
        return std::nullopt;
    }
    auto words = folded(text);
    takeAbout(words);
    const auto bad = [&] {
        return failure(quoted(text) + " is not a length of time.", "Write it as 2 hours or 90 minutes.");
    };
    if (const auto colon = words.find(':'); colon != std::string::npos) {
        const auto time = plan::Time::fromIso(words.ends_with(":00") && words.find(':') != words.rfind(':')
                                                  ? words.substr(0, words.rfind(':'))
                                                  : words);
        return time ? Result<std::optional<double>>(time->minutes / 60.0) : bad();
    }
    // "2 hrs 15 mins", "1h30", "2 hours and a half"
    double hours = 0;
    bool any = false;
    const auto at = words.find('h', words.starts_with("half") ? 4 : 0);
    if (at != std::string::npos && !(at > 0 && words.compare(at - 1, 4, "thou") == 0)) {
        auto end = at;
        while (end < words.size() && ((words[end] >= 'a' && words[end] <= 'z') || words[end] == '.')) {
            ++end;
        }
        auto unit = words.substr(at, end - at);
        if (unit.ends_with('.')) {
            unit.pop_back();
        }
        if (unit == "h" || unit == "hr" || unit == "hrs" || unit == "hour" || unit == "hours") {
            const auto count = countWithHalves(tidied(std::string_view(words).substr(0, at)));
            if (!count) {
                return bad();
            }
            hours = *count;
            any = true;
            words = tidied(std::string_view(words).substr(end));
            takeFront(words, "and ");
            takeFront(words, ", ");
            if (words == "a half" || words == "1/2") {
                return hours + 0.5;
            }
        }
    }
    if (words.empty() && any) {
        return hours;
    }
    bool minutes = any;
    for (const std::string_view unit : {"minutes", "minute", "mins.", "mins", "min.", "min", "m"}) {
        if (takeBack(words, unit)) {
            minutes = true;
            break;
        }
    }
    const auto count = countWithHalves(words);
    if (!count || *count < 0) {
        return bad();
    }
    return hours + (minutes ? *count / 60.0 : *count);
}

} // namespace wardmote::text
