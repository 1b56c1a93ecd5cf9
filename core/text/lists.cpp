#include "core/text/lists.h"

#include "core/text/words.h"

#include <cctype>
#include <unordered_set>

namespace wardmote::text {
namespace {

/// Cuts where `cuts` says so outside brackets and quotes. A bracket that is never closed does not hold the
/// rest of the cell together.
template<class Cuts>
std::vector<std::string> cut(std::string_view text, Cuts cuts) {
    std::vector<std::string> parts(1);
    const auto lastRound = text.rfind(')');
    const auto lastSquare = text.rfind(']');
    const auto lastQuote = text.rfind('"');
    const auto closes = [](std::size_t last, std::size_t at) {
        return last != std::string_view::npos && last > at;
    };
    int depth = 0;
    bool quoted = false;
    for (std::size_t i = 0; i < text.size(); ++i) {
        const char c = text[i];
        if (c == '(' || c == '[') {
            depth += closes(c == '(' ? lastRound : lastSquare, i) ? 1 : 0;
        } else if ((c == ')' || c == ']') && depth > 0) {
            --depth;
        } else if (c == '"' && depth == 0) {
            quoted = !quoted && closes(lastQuote, i);
        }
        if (const std::size_t length = depth == 0 && !quoted ? cuts(text, i) : 0; length > 0) {
            parts.emplace_back();
            i += length - 1;
            continue;
        }
        parts.back() += c;
    }
    return parts;
}

bool startsWord(std::string_view text, std::size_t at, std::string_view word) {
    return text.substr(at, word.size()) == word;
}

std::size_t hardCut(std::string_view text, std::size_t at) {
    if (text[at] == ';' || text[at] == '\n' || text[at] == '\r' || text[at] == '|') {
        return 1;
    }
    for (const std::string_view bullet : {"\xE2\x80\xA2", "\xE2\x97\x8F", "\xE2\x96\xAA", "\xE2\x80\xA8"}) {
        if (startsWord(text, at, bullet)) {
            return bullet.size();
        }
    }
    return 0;
}

/// A comma splits unless it stands inside a number ("1,234").
std::size_t commaCut(std::string_view text, std::size_t at) {
    if (text[at] != ',') {
        return 0;
    }
    const bool inNumber = at > 0 && at + 1 < text.size() &&
                          std::isdigit(static_cast<unsigned char>(text[at - 1])) != 0 &&
                          std::isdigit(static_cast<unsigned char>(text[at + 1])) != 0;
    return inNumber ? 0 : 1;
}

std::size_t wordCut(std::string_view text, std::size_t at) {
    if (text[at] == '/' && at > 0 && text[at - 1] != 'n' && text[at - 1] != ':' && text[at - 1] != '/') {
        return 1;
    }
    for (const std::string_view joiner : {" and ", " & "}) {
        if (startsWord(text, at, joiner)) {
            return joiner.size();
        }
    }
    return 0;
}

/// Without the bullet or number at the start of a line, an "and" at the start, a full stop at the end.
std::string cleaned(std::string part) {
    part = tidied(part);
    std::size_t at = 0;
    while (at < part.size() && (part[at] == '-' || part[at] == '*' || part[at] == 'o') &&
           at + 1 < part.size() && part[at + 1] == ' ') {
        at += 2;
    }
    auto digits = at;
    while (digits < part.size() && std::isdigit(static_cast<unsigned char>(part[digits])) != 0) {
        ++digits;
    }
    if (digits > at && digits + 1 < part.size() && (part[digits] == '.' || part[digits] == ')') &&
        part[digits + 1] == ' ') {
        at = digits + 2;
    }
    if (part.compare(at, 4, "and ") == 0) {
        at += 4;
    }
    part = tidied(std::string_view(part).substr(at));
    if (part.size() > 1 && part.front() == '"' && part.back() == '"') {
        part = part.substr(1, part.size() - 2);
    }
    if (part.size() > 3 && part.back() == '.' && part.find('.') == part.size() - 1) {
        part.pop_back();
    }
    return part;
}

} // namespace

std::vector<std::string> splitList(std::string_view cell, ListStyle style,
                                   const std::function<bool(std::string_view)>& isOne) {
    const auto whole = [&](const std::string& part) { return isOne && isOne(tidied(part)); };
    if (whole(std::string(cell))) {
        return {tidied(cell)};
    }
    auto parts = cut(cell, hardCut);
    if (style != ListStyle::strict && parts.size() == 1) {
        parts = cut(cell, commaCut);
        // Commas make it a list, so the last "and" joins its last two parts.
        if (parts.size() > 1 && !cleaned(parts.back()).empty()) {
            const auto last = parts.back();
            const bool alone = cleaned(last) == tidied(last);
            const auto ends = cut(last, [](std::string_view text, std::size_t at) -> std::size_t {
                return startsWord(text, at, " and ") ? 5 : 0;
            });
            if (alone && ends.size() == 2 && !whole(last)) {
                parts.back() = ends[0];
                parts.push_back(ends[1]);
            }
        }
    }
    if (style == ListStyle::words) {
        std::vector<std::string> finer;
        for (const auto& part : parts) {
            if (whole(part)) {
                finer.push_back(part);
                continue;
            }
            auto pieces = cut(part, wordCut);
            finer.insert(finer.end(), pieces.begin(), pieces.end());
        }
        parts = std::move(finer);
    }
    std::vector<std::string> list;
    std::unordered_set<std::string> seen;
    for (auto& part : parts) {
        auto tidy = cleaned(std::move(part));
        if (tidy.empty() || meansNothing(tidy) || !seen.insert(folded(tidy)).second) {
            continue;
        }
        list.push_back(std::move(tidy));
    }
    return list;
}

WithBrackets splitBrackets(std::string_view text) {
    const auto tidy = tidied(text);
    if (!tidy.ends_with(')')) {
        return {tidy, {}};
    }
    int depth = 0;
    for (std::size_t i = tidy.size(); i-- > 0;) {
        depth += tidy[i] == ')' ? 1 : tidy[i] == '(' ? -1 : 0;
        if (depth == 0) {
            return {tidied(std::string_view(tidy).substr(0, i)),
                    tidied(std::string_view(tidy).substr(i + 1, tidy.size() - i - 2))};
        }
    }
    return {tidy, {}};
}

} // namespace wardmote::text
