#include "core/recurrence/tokens.h"

#include <algorithm>
#include <array>
#include <cctype>
#include <utility>

namespace wardmote::recurrence {
namespace {

constexpr std::array<std::string_view, 7> dayNames{"monday", "tuesday",  "wednesday", "thursday",
                                                   "friday", "saturday", "sunday"};
constexpr std::array<std::string_view, 12> monthNames{"january",   "february", "march",    "april",
                                                      "may",       "june",     "july",     "august",
                                                      "september", "october",  "november", "december"};
constexpr std::array<std::string_view, 13> counts{"",      "one",   "two",  "three", "four",   "five",  "six",
                                                  "seven", "eight", "nine", "ten",   "eleven", "twelve"};
constexpr std::array<std::pair<std::string_view, int>, 7> ordinals{
    {{"first", 1}, {"second", 2}, {"third", 3}, {"fourth", 4}, {"forth", 4}, {"fifth", 5}, {"last", -1}}};

bool isDigit(char c) {
    return c >= '0' && c <= '9';
}
bool isLetter(char c) {
    return (c >= 'a' && c <= 'z') || (static_cast<unsigned char>(c) & 0x80U) != 0;
}

int weekdayOf(std::string_view word, bool& plural) {
    plural = word.size() > 4 && word.ends_with("days");
    const auto single = plural ? word.substr(0, word.size() - 1) : word;
    for (std::size_t i = 0; i < dayNames.size(); ++i) {
        if (single == dayNames[i] || (word.size() == 3 && dayNames[i].starts_with(word))) {
            return static_cast<int>(i) + 1;
        }
    }
    return word == "tues" ? 2 : word == "weds" ? 3 : word == "thur" || word == "thurs" ? 4 : 0;
}

int monthOf(std::string_view word) {
    for (std::size_t i = 0; i < monthNames.size(); ++i) {
        if (word == monthNames[i] || (word.size() == 3 && monthNames[i].starts_with(word))) {
            return static_cast<int>(i) + 1;
        }
    }
    return word == "sept" ? 9 : 0;
}

/// Lower case; dashes, spaces and apostrophes of typographers as those of typewriters.
std::string plain(std::string_view text) {
    std::string out;
    for (std::size_t i = 0; i < text.size(); ++i) {
        const auto three = text.substr(i, 3);
        if (three == "\xE2\x80\x93" || three == "\xE2\x80\x94" || three == "\xE2\x80\x90" ||
            three == "\xE2\x80\x91") {
            out += '-';
            i += 2;
        } else if (three == "\xE2\x80\x99" || three == "\xE2\x80\x98") {
            i += 2;
        } else if (text.substr(i, 2) == "\xC2\xA0") {
            out += ' ';
            ++i;
        } else if (text[i] != '\'') {
            out += static_cast<char>(std::tolower(static_cast<unsigned char>(text[i])));
        }
    }
    return out;
}

class Reader {
public:
    explicit Reader(std::string_view text) : text_(plain(text)) {}

    std::vector<Token> read() {
        while (at_ < text_.size()) {
            const char c = text_[at_];
            if (isDigit(c)) {
                number();
            } else if (isLetter(c)) {
                word();
            } else {
                ++at_;
                if (std::string_view(",;()-/").find(c) != std::string_view::npos) {
                    tokens_.push_back({TokenKind::mark, std::string(1, c), 0, false, {}});
                } else if (c == '&' || c == '+') {
                    tokens_.push_back({TokenKind::word, "and", 0, false, {}});
                }
            }
        }
        return std::move(tokens_);
    }

private:
    void space() {
        while (at_ < text_.size() && text_[at_] == ' ') {
            ++at_;
        }
    }
    int digits() {
        int value = 0;
        const auto end = std::min(at_ + 6, text_.size());
        while (at_ < end && isDigit(text_[at_])) {
            value = value * 10 + (text_[at_++] - '0');
        }
        return value;
    }
    bool take(std::string_view word) {
        const auto after = at_ + word.size();
        if (text_.compare(at_, word.size(), word) != 0 || (after < text_.size() && isLetter(text_[after]))) {
            return false;
        }
        at_ = after;
        return true;
    }

    void number() {
        const auto start = at_;
        int value = digits();
        const auto length = at_ - start;
        for (const std::string_view ending : {"st", "nd", "rd", "th"}) {
            if (take(ending)) {
                tokens_.push_back({TokenKind::ordinal, {}, value, false, {}});
                return;
            }
        }
        int minute = -1;
        if (at_ + 2 < text_.size() && (text_[at_] == ':' || text_[at_] == '.') && isDigit(text_[at_ + 1]) &&
            isDigit(text_[at_ + 2])) {
            const bool colon = text_[at_] == ':';
            ++at_;
            minute = digits();
            if (minute > 59) {
                minute = 59;
            }
            if (half(value) || colon) {
                time(value * 60 + minute);
                return;
            }
            tokens_.push_back({TokenKind::word, "?", 0, false, {}}); // "7.30": morning or evening?
            return;
        }
        if (length <= 2 && half(value)) {
            time(value * 60);
            return;
        }
        if (length == 4 && value % 100 < 60 && value < 2400 && (take("hrs") || take("hours") || take("h"))) {
            time(value / 100 * 60 + value % 100);
            return;
        }
        tokens_.push_back({TokenKind::number, {}, value, false, {}});
    }

    /// "pm", "p.m." after an hour: moves it to its half of the day.
    bool half(int& hour) {
        const auto before = at_;
        space();
        for (const auto& [word, afternoon] : {std::pair<std::string_view, bool>{"pm", true},
                                              {"p.m.", true},
                                              {"p.m", true},
                                              {"am", false},
                                              {"a.m.", false},
                                              {"a.m", false}}) {
            if (hour <= 12 && take(word)) {
                hour = hour % 12 + (afternoon ? 12 : 0);
                return true;
            }
        }
        at_ = before;
        return false;
    }

    /// Joins "7 - 9pm" and "7pm to 9pm" into one time with an end.
    void time(int minutes) {
        if (minutes >= 24 * 60) {
            tokens_.push_back({TokenKind::word, "?", 0, false, {}});
            return;
        }
        const auto n = tokens_.size();
        const bool joined = n >= 2 && (tokens_[n - 1].word == "-" || tokens_[n - 1].word == "to" ||
                                       tokens_[n - 1].word == "until");
        if (joined && tokens_[n - 2].kind == TokenKind::time && tokens_[n - 2].value < minutes) {
            tokens_.pop_back();
            tokens_.back().endValue = minutes;
            return;
        }
        if (joined && tokens_[n - 2].kind == TokenKind::number && tokens_[n - 2].value <= 12) {
            int start = tokens_[n - 2].value % 12 * 60 + (minutes >= 12 * 60 ? 12 * 60 : 0);
            start -= start >= minutes ? 12 * 60 : 0;
            if (start >= 0) {
                tokens_.pop_back();
                tokens_.back() = {TokenKind::time, {}, start, false, minutes};
                return;
            }
        }
        tokens_.push_back({TokenKind::time, {}, minutes, false, {}});
    }

    void word() {
        const auto start = at_;
        while (at_ < text_.size() &&
               (isLetter(text_[at_]) || (text_[at_] == '.' && at_ + 1 < text_.size() &&
                                         isLetter(text_[at_ + 1]) && at_ - start < 4))) {
            ++at_;
        }
        auto text = text_.substr(start, at_ - start);
        std::erase(text, '.');
        Token token{TokenKind::word, text, 0, false, {}};
        if (const int day = weekdayOf(text, token.plural); day != 0) {
            token.kind = TokenKind::weekday;
            token.value = day;
        } else if (const int month = monthOf(text); month != 0) {
            token.kind = TokenKind::month;
            token.value = month;
        } else if (text == "noon" || text == "midday") {
            if (!tokens_.empty() && tokens_.back().kind == TokenKind::number && tokens_.back().value == 12) {
                tokens_.pop_back();
            }
            time(12 * 60);
            return;
        } else if (text == "once" || text == "twice" || text == "thrice") {
            token.kind = TokenKind::number;
            token.value = text == "once" ? 1 : text == "twice" ? 2 : 3;
        } else if (const auto found = std::ranges::find(counts, text); found != counts.end()) {
            token.kind = TokenKind::number;
            token.value = static_cast<int>(found - counts.begin());
        } else {
            for (const auto& [name, value] : ordinals) {
                if (text == name) {
                    token.kind = TokenKind::ordinal;
                    token.value = value;
                }
            }
        }
        tokens_.push_back(std::move(token));
    }

    std::string text_;
    std::size_t at_ = 0;
    std::vector<Token> tokens_;
};

} // namespace

std::vector<Token> tokensOf(std::string_view text) {
    return Reader(text).read();
}

} // namespace wardmote::recurrence
