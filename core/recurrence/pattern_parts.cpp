#include "core/recurrence/pattern_parts.h"

#include "core/recurrence/tokens.h"
#include "core/recurrence/units.h"

#include <algorithm>
#include <array>
#include <initializer_list>

namespace wardmote::recurrence {
namespace {

constexpr auto fillers = std::to_array<std::string_view>(
    {"the",        "on",      "of",      "in",       "at",       "a",         "an",       "and",
     "meets",      "meet",    "meeting", "meetings", "held",     "is",        "are",      "from",
     "starting",   "starts",  "start",   "evening",  "evenings", "morning",   "mornings", "afternoon",
     "afternoons", "eve",     "public",  "core",     "formal",   "ordinary",  "full",     "main",
     "open",       "regular", "general", "basis",    "by",       "currently", "for",      "with",
     "during",     "it",      "they",    "sessions", "session"});
constexpr auto roughly = std::to_array<std::string_view>(
    {"about", "approx", "approximately", "around", "roughly", "circa", "usually", "normally", "generally",
     "typically", "minimum", "maximum", "max", "min", "proposed", "currently", "tbc", "planned"});

double perYear(const Unit& unit) {
    switch (unit.frequency) {
    case Frequency::daily:
        return 365;
    case Frequency::weekly:
        return 52.0 / unit.interval;
    case Frequency::monthly:
        return 12.0 / unit.interval;
    case Frequency::yearly:
        break;
    }
    return 1.0 / unit.interval;
}

/// Fills its slots from the tokens, in any order; what it does not know makes the whole unreadable.
class Parser {
public:
    explicit Parser(std::vector<Token> tokens) : tokens_(std::move(tokens)) {}

    bool parse() {
        while (at_ < tokens_.size() && ok_) {
            step();
        }
        if (!pending_.empty()) { // "the 15th of each month"
            parts_.days.insert(parts_.days.end(), pending_.begin(), pending_.end());
        }
        return ok_;
    }
    PatternParts& parts() { return parts_; }

private:
    const Token& now() const { return tokens_[at_]; }
    const Token* ahead(std::size_t n) const { return at_ + n < tokens_.size() ? &tokens_[at_ + n] : nullptr; }
    bool isWord(std::size_t n, std::string_view word) const {
        const auto* token = ahead(n);
        return token && token->word == word;
    }
    void fail(std::string_view reason = {}) {
        ok_ = false;
        if (!reason.empty()) {
            parts_.why = reason;
        }
    }
    void every(Unit unit) {
        if (parts_.every &&
            (parts_.every->frequency != unit.frequency || parts_.every->interval != unit.interval)) {
            fail("says two things");
        }
        parts_.every = unit;
    }

    void step();
    void word();
    void number();
    void eachOrEvery();
    void month();
    bool countPerUnit();
    bool intervalOf(int count, std::size_t next);

    std::vector<Token> tokens_;
    std::size_t at_ = 0;
    bool ok_ = true;
    bool excepting_ = false;
    std::vector<int> pending_; ///< ordinals that wait for their weekday
    PatternParts parts_;
};

void Parser::step() {
    const auto& token = now();
    switch (token.kind) {
    case TokenKind::time:
        parts_.start = plan::Time{token.value};
        if (token.endValue) {
            parts_.length = (*token.endValue - token.value) / 60.0;
        }
        ++at_;
        return;
    case TokenKind::mark:
        excepting_ = excepting_ && token.word != ")" && token.word != ";";
        // A dash or slash joins words that mean something together, and those are read together.
        if (token.word == "/" ||
            (token.word == "-" && parts_.weekdays.empty() && !parts_.every && !parts_.count)) {
            fail();
        }
        ++at_;
        return;
    case TokenKind::ordinal:
        pending_.push_back(token.value);
        ++at_;
        return;
    case TokenKind::weekday:
        parts_.everyDay = parts_.everyDay || token.plural;
        if (pending_.empty()) {
            parts_.weekdays.push_back({0, token.value});
        }
        for (const int ordinal : pending_) {
            if (ordinal > 5) {
                fail();
            }
            parts_.weekdays.push_back({ordinal, token.value});
        }
        pending_.clear();
        ++at_;
        return;
    case TokenKind::month:
        month();
        return;
    case TokenKind::number:
        number();
        return;
    case TokenKind::word:
        word();
        return;
    }
}

void Parser::month() {
    auto& list = excepting_ ? parts_.except : parts_.months;
    const int first = now().value;
    ++at_;
    const bool range =
        at_ + 1 < tokens_.size() && (isWord(0, "-") || isWord(0, "to")) && ahead(1)->kind == TokenKind::month;
    if (!range) {
        list.push_back(first);
        return;
    }
    const int last = ahead(1)->value;
    for (int month = first;; month = month % 12 + 1) {
        list.push_back(month);
        if (month == last) {
            break;
        }
    }
    at_ += 2;
}

/// "3 times a year", "2 public meetings per quarter", "6/year", "4 pa".
bool Parser::countPerUnit() {
    std::size_t next = 1;
    while (next < 6 && ahead(next) && ahead(next)->kind == TokenKind::word &&
           isOneOf(ahead(next)->word,
                   {"times", "time", "x", "meetings", "meeting", "public", "core", "formal", "ordinary",
                    "full", "main", "open", "regular", "sessions", "scheduled"})) {
        ++next;
    }
    if (isWord(next, "pa") || isWord(next, "yearly") || isWord(next, "annually")) {
        parts_.count = now().value;
        at_ += next + 1;
        return true;
    }
    if (!ahead(next) || !isOneOf(ahead(next)->word, {"a", "per", "each", "every", "/", "in"})) {
        return false;
    }
    ++next;
    if (isWord(next, "a") || isWord(next, "each") || isWord(next, "the")) {
        ++next;
    }
    const auto unit = ahead(next) ? unitOf(ahead(next)->word) : std::nullopt;
    if (!unit) {
        return false;
    }
    if (now().value == 1) {
        every(*unit);
    } else {
        parts_.count = now().value * perYear(*unit);
    }
    at_ += next + 1;
    return true;
}

/// "six weeks", "6-weekly", "6 week cycle" with the count before `next`.
bool Parser::intervalOf(int count, std::size_t next) {
    if (isWord(next, "-")) {
        ++next;
    }
    const auto unit = ahead(next) ? unitOf(ahead(next)->word) : std::nullopt;
    if (!unit || count < 1) {
        return false;
    }
    every({unit->frequency, unit->interval * count});
    at_ += next + 1;
    if (at_ < tokens_.size() && isWord(0, "cycle")) {
        ++at_;
    }
    return true;
}

void Parser::number() {
    if (isWord(0, "once") && (isWord(1, "every") || isWord(1, "in"))) {
        ++at_;
        if (isWord(0, "in")) {
            fail();
        }
        return;
    }
    if (countPerUnit()) {
        return;
    }
    const bool word = isOneOf(now().word, {"once", "twice", "thrice"});
    // "6 weekly" and "6-weekly" are every six weeks, but "6 weeks" alone is a length.
    const auto* unit = isWord(1, "-") ? ahead(2) : ahead(1);
    if (!word && unit && isOneOf(unit->word, {"weekly", "monthly", "yearly", "week"}) &&
        intervalOf(now().value, 1)) {
        return;
    }
    if (word && unit && adverbOf(unit->word)) { // "twice monthly"
        parts_.count = now().value * perYear(*adverbOf(unit->word));
        at_ += 2;
        return;
    }
    fail(isWord(1, "-") || isWord(1, "to") || isWord(1, "or") ? "gives a range" : "does not say how often");
}

void Parser::eachOrEvery() {
    ++at_;
    if (at_ >= tokens_.size()) {
        fail();
        return;
    }
    const auto& next = now();
    if (next.word == "other" || next.word == "second" || next.word == "alternate") {
        const auto unit = ahead(1) ? unitOf(ahead(1)->word) : std::nullopt;
        if (unit) {
            every({unit->frequency, unit->interval * 2});
            at_ += 2;
            return;
        }
        if (next.word != "second") {
            every({Frequency::weekly, 2});
            ++at_;
            return;
        }
    }
    if (next.kind == TokenKind::number) {
        if ((isWord(1, "-") || isWord(1, "to") || isWord(1, "or")) && ahead(2) &&
            ahead(2)->kind == TokenKind::number) {
            fail("gives a range");
        } else if (!intervalOf(next.value, 1)) {
            fail();
        }
        return;
    }
    if (next.kind == TokenKind::ordinal) {
        const auto unit = ahead(1) ? unitOf(ahead(1)->word) : std::nullopt;
        if (unit && next.value > 1) {
            every({unit->frequency, unit->interval * next.value});
            at_ += 2;
        } else {
            parts_.everyNth = true;
        }
        return;
    }
    if (next.kind == TokenKind::weekday) {
        parts_.everyDay = true;
        return;
    }
    if (next.kind == TokenKind::month) {
        every({Frequency::yearly, 1});
        return;
    }
    const auto unit = unitOf(next.word);
    if (!unit) {
        fail();
        return;
    }
    if (next.word == "month") {
        parts_.monthSaid = true;
        if (parts_.every && parts_.every->frequency == Frequency::monthly) {
            ++at_;
            return;
        }
    }
    every(*unit);
    ++at_;
}

void Parser::word() {
    const auto& text = now().word;
    if (isOneOf(text, {"every", "each", "per"})) {
        eachOrEvery();
        return;
    }
    if (text == "alternate") {
        --at_; // read like "every alternate"
        eachOrEvery();
        return;
    }
    if (isOneOf(text, {"bi", "half", "semi", "tri"})) {
        const std::size_t next = isWord(1, "-") ? 2 : 1;
        const auto following = ahead(next) ? ahead(next)->word : std::string{};
        if (text == "bi" && following == "monthly") {
            every({Frequency::monthly, 2});
        } else if (text == "half" && isOneOf(following, {"yearly", "annually", "annual"})) {
            every({Frequency::monthly, 6});
        } else if (text == "half" && isOneOf(following, {"termly"})) {
            parts_.count = 6;
        } else if (isOneOf(text, {"bi", "semi"}) && isOneOf(following, {"annual", "annually"})) {
            parts_.count = 2;
        } else {
            fail(following == "weekly" ? "may mean twice a week or every two weeks" : "");
        }
        at_ += next + 1;
        return;
    }
    if (text == "biweekly") {
        fail("may mean twice a week or every two weeks");
        return;
    }
    if (isOneOf(text, {"biannual", "biannually"})) {
        parts_.count = 2;
        ++at_;
        return;
    }
    if (isOneOf(text, {"termly", "term"})) {
        if (text == "term") {
            fail();
        }
        parts_.count = 3;
        ++at_;
        return;
    }
    if (const auto unit = adverbOf(text)) {
        parts_.monthSaid = parts_.monthSaid || text == "monthly";
        if (!(parts_.every && text == "monthly" && parts_.every->frequency == Frequency::monthly)) {
            every(*unit);
        }
        ++at_;
        return;
    }
    if (isOneOf(text, {"month", "months"})) {
        parts_.monthSaid = true;
        ++at_;
        return;
    }
    if (isOneOf(text,
                {"except", "excluding", "exc", "excl", "excepting", "apart", "not", "no", "but", "none"})) {
        excepting_ = true;
        ++at_;
        return;
    }
    if (text == "up" && isWord(1, "to")) {
        parts_.about = true;
        at_ += 2;
        return;
    }
    if (text == "at" && isWord(1, "least")) {
        parts_.about = true;
        at_ += 2;
        return;
    }
    if (text == "proposal" && (parts_.every || parts_.count)) { // "6 a year, proposal to cut to 4"
        parts_.about = true;
        at_ = tokens_.size();
        return;
    }
    if (std::ranges::find(roughly, text) != roughly.end()) {
        parts_.about = true;
        ++at_;
        return;
    }
    if (std::ranges::find(fillers, text) != fillers.end()) {
        // "annual general meeting and open meetings" says nothing of how often the others are.
        if (text == "and" && parts_.every && isWord(1, "open")) {
            fail();
        }
        ++at_;
        return;
    }
    fail();
}

} // namespace

std::optional<PatternParts> readParts(std::string_view words, std::string& why) {
    Parser parser(tokensOf(words));
    if (parser.parse()) {
        return std::move(parser.parts());
    }
    why = parser.parts().why;
    return std::nullopt;
}

} // namespace wardmote::recurrence
