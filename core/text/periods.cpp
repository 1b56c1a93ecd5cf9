#include "core/text/dates.h"
#include "core/text/lists.h"
#include "core/text/words.h"

#include <algorithm>
#include <array>

namespace wardmote::text {
namespace {

using plan::Date;

bool takeFront(std::string& text, std::string_view word) {
    if (text.size() > word.size() && text.starts_with(word) && text[word.size()] == ' ') {
        text.erase(0, word.size() + 1);
        return true;
    }
    return false;
}

void earliest(std::optional<Date>& known, Date date) {
    known = known ? std::min(*known, date) : date;
}

void latest(std::optional<Date>& known, Date date) {
    known = known ? std::max(*known, date) : date;
}

/// Something was there from the first to the last of these days.
void wasThere(ReadPeriod& period, const DateSpan& span) {
    earliest(period.knownFrom, span.last);
    latest(period.lastMet, span.last);
}

/// "2008 to about 2011", "2014-2017", "28 June to 12 July 2021".
bool readRange(const std::string& text, ReadPeriod& period) {
    for (const std::string_view joiner : {" to ", " until ", " - ", "-"}) {
        const auto at = text.find(joiner);
        if (at == std::string::npos || at == 0) {
            continue;
        }
        auto last = readDateSpan(std::string_view(text).substr(at + joiner.size()));
        if (!last) {
            continue;
        }
        auto first = readDateSpan(std::string_view(text).substr(0, at));
        if (!first) {
            first = readDateSpan(text.substr(0, at) + " " + std::to_string(last->last.year));
        }
        if (!first || last->last < first->first) {
            continue;
        }
        // "2014-2017" is when it is known of; only words say that it began and ended then.
        if (joiner == " to " || joiner == " until ") {
            earliest(period.setUp, first->first);
            latest(period.ended, last->last);
        } else {
            earliest(period.knownFrom, first->last);
            latest(period.lastMet, last->last);
        }
        return true;
    }
    return false;
}

/// One clause between commas, semicolons and "and"s.
void readClause(std::string text, ReadPeriod& period, int yearAfter) {
    static constexpr std::array<std::string_view, 12> beginnings{
        "from",    "since",   "launched",          "launch",    "established", "set up", "formed",
        "founded", "started", "inaugural meeting", "first met", "designated"};
    static constexpr std::array<std::string_view, 7> ends{"to",     "until",     "till",         "ended",
                                                          "closed", "abolished", "funding ended"};
    const auto spanOf = [&](const std::string& words) {
        auto span = readDateSpan(words);
        return span || yearAfter == 0 ? span : readDateSpan(words + " " + std::to_string(yearAfter));
    };
    if (text.starts_with("proposed") || text.starts_with("agreed") || text.starts_with("cabinet")) {
        period.proposed = true;
        return;
    }
    for (const auto word : beginnings) {
        if (takeFront(text, word)) {
            if (const auto span = spanOf(text)) {
                earliest(period.setUp, span->first);
            }
            return;
        }
    }
    for (const auto word : ends) {
        if (takeFront(text, word)) {
            takeFront(text, "on");
            if (const auto span = spanOf(text)) {
                latest(period.ended, span->last);
            }
            return;
        }
    }
    if (takeFront(text, "before")) {
        return; // it ended or met some time before: no day is sure
    }
    for (const std::string_view word : {"last met", "met", "meetings", "meeting", "meets", "workshop",
                                        "reported", "hubs in", "held", "in", "and"}) {
        takeFront(text, word);
    }
    if (readRange(text, period)) {
        return;
    }
    if (const auto span = spanOf(text)) {
        wasThere(period, *span);
    }
}

} // namespace

ReadPeriod readPeriod(std::string_view text) {
    ReadPeriod period;
    if (text.size() > 400 || meansNothing(text)) {
        return period;
    }
    auto plain = folded(text);
    std::vector<std::string> clauses;
    for (const auto& part : splitList(plain, ListStyle::names)) {
        for (auto& piece : splitList(part, ListStyle::names)) {
            std::size_t at = 0;
            for (auto cut = piece.find(" and "); cut != std::string::npos; cut = piece.find(" and ", at)) {
                clauses.push_back(piece.substr(at, cut - at));
                at = cut + 5;
            }
            clauses.push_back(piece.substr(at));
        }
    }
    // "24 July and 16 Oct 2014": the year stands with the last day only.
    int year = 0;
    std::vector<int> years(clauses.size(), 0);
    for (std::size_t i = clauses.size(); i-- > 0;) {
        for (const auto& word : wordsOf(clauses[i])) {
            if (word.size() == 4 && (word.starts_with("19") || word.starts_with("20")) &&
                std::ranges::all_of(word, [](char c) { return c >= '0' && c <= '9'; })) {
                year = std::stoi(word);
                break;
            }
        }
        years[i] = year;
    }
    for (std::size_t i = 0; i < clauses.size(); ++i) {
        readClause(clauses[i], period, years[i]);
    }
    if (!period.ended &&
        (plain.find("replaced") != std::string::npos || plain.find("abolished") != std::string::npos)) {
        period.ended = period.lastMet;
    }
    if (period.setUp || period.ended || period.lastMet) {
        period.proposed = false;
    }
    return period;
}

} // namespace wardmote::text
