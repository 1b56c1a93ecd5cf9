#include "core/text/words.h"

#include <algorithm>
#include <array>
#include <cstdint>
#include <utility>

namespace wardmote::text {
namespace {

/// The next code point, or U+FFFD for one byte that is no UTF-8.
char32_t next(std::string_view text, std::size_t& at) {
    const auto byte = [&](std::size_t i) { return static_cast<unsigned char>(text[i]); };
    const unsigned char lead = byte(at);
    std::size_t length = 1;
    char32_t value = lead;
    if (lead >= 0xF0 && lead < 0xF5) {
        length = 4;
        value = lead & 0x07U;
    } else if (lead >= 0xE0 && lead < 0xF0) {
        length = 3;
        value = lead & 0x0FU;
    } else if (lead >= 0xC2 && lead < 0xE0) {
        length = 2;
        value = lead & 0x1FU;
    } else if (lead >= 0x80) {
        ++at;
        return 0xFFFD;
    }
    if (at + length > text.size()) {
        ++at;
        return 0xFFFD;
    }
    for (std::size_t i = 1; i < length; ++i) {
        if ((byte(at + i) & 0xC0U) != 0x80U) {
            ++at;
            return 0xFFFD;
        }
        value = (value << 6U) | (byte(at + i) & 0x3FU);
    }
    at += length;
    return value;
}

bool isSpace(char32_t c) {
    return c == ' ' || (c >= 9 && c <= 13) || c == 0xA0 || c == 0x1680 || (c >= 0x2000 && c <= 0x200B) ||
           c == 0x2028 || c == 0x2029 || c == 0x202F || c == 0x205F || c == 0x3000 || c == 0xFEFF;
}

/// Letters of the Latin-1 and Latin Extended-A blocks as the plain letters they are written for, from U+00C0.
constexpr std::array<std::string_view, 192> plainLetters{
    "a", "a", "a",  "a",  "a", "a", "ae", "c",  "e",  "e", "e", "e", "i",  "i",  "i", "i", "d", "n",
    "o", "o", "o",  "o",  "o", "x", "o",  "u",  "u",  "u", "u", "y", "th", "ss", "a", "a", "a", "a",
    "a", "a", "ae", "c",  "e", "e", "e",  "e",  "i",  "i", "i", "i", "d",  "n",  "o", "o", "o", "o",
    "o", "/", "o",  "u",  "u", "u", "u",  "y",  "th", "y", "a", "a", "a",  "a",  "a", "a", "c", "c",
    "c", "c", "c",  "c",  "c", "c", "d",  "d",  "d",  "d", "e", "e", "e",  "e",  "e", "e", "e", "e",
    "e", "e", "g",  "g",  "g", "g", "g",  "g",  "g",  "g", "h", "h", "h",  "h",  "i", "i", "i", "i",
    "i", "i", "i",  "i",  "i", "i", "ij", "ij", "j",  "j", "k", "k", "k",  "l",  "l", "l", "l", "l",
    "l", "l", "l",  "l",  "l", "n", "n",  "n",  "n",  "n", "n", "n", "n",  "n",  "o", "o", "o", "o",
    "o", "o", "oe", "oe", "r", "r", "r",  "r",  "r",  "r", "s", "s", "s",  "s",  "s", "s", "s", "s",
    "t", "t", "t",  "t",  "t", "t", "u",  "u",  "u",  "u", "u", "u", "u",  "u",  "u", "u", "u", "u",
    "w", "w", "y",  "y",  "y", "z", "z",  "z",  "z",  "z", "z", "s"};

void appendFolded(std::string& out, char32_t c) {
    if (c < 0x80) {
        out += c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : static_cast<char>(c);
        return;
    }
    if (c >= 0xC0 && c < 0xC0 + plainLetters.size()) {
        out += plainLetters[c - 0xC0];
        return;
    }
    static constexpr std::array<std::pair<char32_t, std::string_view>, 25> signs{
        {{0x2018, "'"}, {0x2019, "'"},    {0x201A, "'"},    {0x201B, "'"},    {0x02BC, "'"},
         {0x0060, "'"}, {0x00B4, "'"},    {0x201C, "\""},   {0x201D, "\""},   {0x201E, "\""},
         {0x2010, "-"}, {0x2011, "-"},    {0x2012, "-"},    {0x2013, "-"},    {0x2014, "-"},
         {0x2212, "-"}, {0x00AD, ""},     {0x2026, "..."},  {0x2022, "*"},    {0x00B7, "*"},
         {0x25CF, "*"}, {0x00BD, " 1/2"}, {0x00BC, " 1/4"}, {0x00BE, " 3/4"}, {0x200D, ""}}};
    for (const auto& [sign, plain] : signs) {
        if (sign == c) {
            out += plain;
            return;
        }
    }
    if (c == 0xFFFD) {
        out += '?';
        return;
    }
    // Other scripts and signs stay themselves: equal texts stay equal.
    if (c < 0x800) {
        out += static_cast<char>(0xC0U | (c >> 6U));
    } else if (c < 0x10000) {
        out += static_cast<char>(0xE0U | (c >> 12U));
        out += static_cast<char>(0x80U | ((c >> 6U) & 0x3FU));
    } else {
        out += static_cast<char>(0xF0U | (c >> 18U));
        out += static_cast<char>(0x80U | ((c >> 12U) & 0x3FU));
        out += static_cast<char>(0x80U | ((c >> 6U) & 0x3FU));
    }
    out += static_cast<char>(0x80U | (c & 0x3FU));
}

/// Length of the white space at `at`, 0 if there is none.
std::size_t spaceAt(std::string_view text, std::size_t at) {
    auto end = at;
    return isSpace(next(text, end)) ? end - at : 0;
}

std::string_view withoutEnds(std::string_view text) {
    std::size_t first = 0;
    while (first < text.size()) {
        const auto length = spaceAt(text, first);
        if (length == 0) {
            break;
        }
        first += length;
    }
    std::size_t last = text.size();
    while (last > first) {
        auto start = last - 1;
        while (start > first && (static_cast<unsigned char>(text[start]) & 0xC0U) == 0x80U) {
            --start;
        }
        if (spaceAt(text, start) != last - start) {
            break;
        }
        last = start;
    }
    return text.substr(first, last - first);
}

} // namespace

std::string folded(std::string_view text) {
    std::string out;
    out.reserve(text.size());
    bool gap = false;
    for (std::size_t at = 0; at < text.size();) {
        const auto c = next(text, at);
        if (isSpace(c)) {
            gap = true;
            continue;
        }
        if (gap && !out.empty()) {
            out += ' ';
        }
        gap = false;
        appendFolded(out, c);
    }
    return out.starts_with(' ') ? out.substr(1) : out;
}

std::string tidied(std::string_view text) {
    std::string out;
    out.reserve(text.size());
    bool gap = false;
    for (std::size_t at = 0; at < text.size();) {
        const auto start = at;
        if (isSpace(next(text, at))) {
            gap = true;
            continue;
        }
        if (gap && !out.empty()) {
            out += ' ';
        }
        gap = false;
        out += text.substr(start, at - start);
    }
    return out;
}

std::string trimmed(std::string_view text) {
    std::string out;
    for (const char c : withoutEnds(text)) {
        if (c == '\r') {
            continue;
        }
        out += c;
    }
    return out;
}

std::vector<std::string> wordsOf(std::string_view text) {
    std::vector<std::string> words;
    std::string word;
    const auto flush = [&] {
        if (!word.empty()) {
            words.push_back(std::move(word));
            word.clear();
        }
    };
    const auto plain = folded(text);
    for (std::size_t i = 0; i < plain.size(); ++i) {
        const char c = plain[i];
        const bool letter = (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9') || (c & '\x80') != 0;
        if (letter) {
            word += c;
        } else if (c == '\'') {
            // "Mary's" is one word
        } else if (c == '&' || c == '+') {
            flush();
            words.emplace_back("and");
        } else {
            flush();
        }
    }
    flush();
    return words;
}

bool meansNothing(std::string_view text) {
    if (text.size() > 40) {
        return false;
    }
    auto plain = folded(text);
    while (!plain.empty() && (plain.back() == '.' || plain.back() == ' ')) {
        plain.pop_back();
    }
    static constexpr std::array<std::string_view, 33> words{"",
                                                            "-",
                                                            "--",
                                                            "---",
                                                            "?",
                                                            "??",
                                                            "n/a",
                                                            "na",
                                                            "n.a",
                                                            "n/k",
                                                            "nk",
                                                            "not applicable",
                                                            "not known",
                                                            "unknown",
                                                            "not stated",
                                                            "not given",
                                                            "not recorded",
                                                            "not available",
                                                            "tbc",
                                                            "tba",
                                                            "to be confirmed",
                                                            "to be advised",
                                                            "tbd",
                                                            "null",
                                                            "#n/a",
                                                            "#value!",
                                                            "#ref!",
                                                            "missing",
                                                            "no data",
                                                            "not provided",
                                                            "blank",
                                                            "(blank)",
                                                            "don't know"};
    return std::ranges::find(words, plain) != words.end();
}

} // namespace wardmote::text
