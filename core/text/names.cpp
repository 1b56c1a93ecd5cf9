#include "core/text/names.h"

#include "core/text/words.h"

#include <algorithm>
#include <array>
#include <unordered_map>
#include <unordered_set>

namespace wardmote::text {
namespace {

using Words = std::unordered_set<std::string_view>;

const Words& joiners() {
    static const Words words{"the", "of", "and", "for", "in", "at", "on", "to", "a", "an", "with", "by", "s"};
    return words;
}

const Words& legalForms() {
    static const Words words{"ltd", "limited", "cic", "cio", "plc", "llp", "inc", "incorporated"};
    return words;
}

/// Words that are in so many names of meetings and bodies that they tell none from another. Singular.
const Words& generalWords() {
    static const Words words{
        "forum",         "group",       "meeting",    "committee",   "council",      "parish",
        "town",          "community",   "area",       "partnership", "board",        "panel",
        "network",       "association", "society",    "club",        "team",         "service",
        "local",         "liaison",     "working",    "steering",    "sub",          "task",
        "annual",        "general",     "public",     "trust",       "centre",       "project",
        "neighbourhood", "borough",     "district",   "city",        "county",       "resident",
        "organisation",  "hub",         "reference",  "advisory",    "consultative", "strategic",
        "joint",         "programme",   "initiative", "charity",     "fund",         "ward",
        "unparished",    "new",         "uk"};
    return words;
}

const std::unordered_map<std::string_view, std::string_view>& abbreviations() {
    static const std::unordered_map<std::string_view, std::string_view> words{
        {"cttee", "committee"},
        {"ctte", "committee"},
        {"cmte", "committee"},
        {"cmttee", "committee"},
        {"grp", "group"},
        {"gp", "group"},
        {"assoc", "association"},
        {"assn", "association"},
        {"asscn", "association"},
        {"soc", "society"},
        {"dept", "department"},
        {"mtg", "meeting"},
        {"mtgs", "meetings"},
        {"cllr", "councillor"},
        {"cllrs", "councillors"},
        {"clr", "councillor"},
        {"ctr", "centre"},
        {"center", "centre"},
        {"cent", "centre"},
        {"organization", "organisation"},
        {"organizations", "organisations"},
        {"org", "organisation"},
        {"orgs", "organisations"},
        {"nhood", "neighbourhood"},
        {"neighborhood", "neighbourhood"},
        {"partship", "partnership"},
        {"ptnership", "partnership"},
        {"pship", "partnership"},
        {"vol", "voluntary"},
        {"rd", "road"},
        {"rds", "roads"},
        {"govt", "government"},
        {"mgmt", "management"},
        {"dev", "development"},
        {"devt", "development"},
        {"hosp", "hospital"},
        {"comm", "community"},
        {"cncl", "council"},
        {"sch", "school"},
        {"uni", "university"},
        {"intl", "international"},
        {"natl", "national"},
        {"nat", "national"},
        {"ch", "church"},
        {"wkg", "working"},
        {"wg", "working group"},
        {"ppg", "patient participation group"},
        {"hwb", "health and wellbeing"},
        {"bc", "borough council"},
        {"cc", "county council"},
        {"dc", "district council"},
        {"apc", "annual parish council"},
        {"vcs", "voluntary and community sector"}};
    return words;
}

std::string singular(std::string word) {
    if (word.size() > 4 && word.ends_with("ies")) {
        return word.substr(0, word.size() - 3) + "y";
    }
    if (word.size() > 3 && word.ends_with('s') && !word.ends_with("ss") && !word.ends_with("us") &&
        !word.ends_with("is")) {
        word.pop_back();
    }
    return word;
}

/// "P.A.C.T." is one word; letters that stand apart are none of their own.
std::vector<std::string> wordsWithInitialsJoined(std::string_view name) {
    std::vector<std::string> joined;
    bool inInitials = false;
    for (auto& word : wordsOf(name)) {
        const bool isLetter = word.size() == 1 && word.front() >= 'a' && word.front() <= 'z';
        if (isLetter && inInitials) {
            joined.back() += word;
        } else {
            joined.push_back(std::move(word));
        }
        inInitials = isLetter;
    }
    return joined;
}

std::vector<std::string> expanded(std::string_view name) {
    const auto words = wordsWithInitialsJoined(name);
    std::vector<std::string> out;
    out.reserve(words.size() + 2);
    for (std::size_t i = 0; i < words.size(); ++i) {
        const auto& word = words[i];
        const bool last = i + 1 == words.size();
        std::string_view full;
        if ((word == "pc" || word == "tc") && i > 0) {
            full = word == "pc" ? "parish council" : "town council";
        } else if (word == "st" && (i == 0 || !last)) {
            full = "saint";
        } else if (word == "st") {
            full = "street";
        } else if (const auto found = abbreviations().find(word);
                   found != abbreviations().end() && (words.size() > 1)) {
            full = found->second;
        }
        if (full.empty()) {
            out.push_back(word);
            continue;
        }
        for (std::size_t at = 0; at <= full.size();) {
            const auto end = std::min(full.find(' ', at), full.size());
            out.emplace_back(full.substr(at, end - at));
            at = end + 1;
        }
    }
    return out;
}

/// Edit distance (with neighbours swapped as one edit), or limit + 1 where it is more than the limit.
std::size_t distance(std::string_view a, std::string_view b, std::size_t limit) {
    if (a.size() > b.size()) {
        std::swap(a, b);
    }
    if (b.size() - a.size() > limit || b.size() >= 64) {
        return limit + 1;
    }
    std::array<std::size_t, 65> before{};
    std::array<std::size_t, 65> row{};
    std::array<std::size_t, 65> two{};
    for (std::size_t j = 0; j <= b.size(); ++j) {
        before[j] = j;
    }
    for (std::size_t i = 1; i <= a.size(); ++i) {
        row[0] = i;
        auto best = row[0];
        for (std::size_t j = 1; j <= b.size(); ++j) {
            row[j] =
                std::min({before[j] + 1, row[j - 1] + 1, before[j - 1] + (a[i - 1] == b[j - 1] ? 0U : 1U)});
            if (i > 1 && j > 1 && a[i - 1] == b[j - 2] && a[i - 2] == b[j - 1]) {
                row[j] = std::min(row[j], two[j - 2] + 1);
            }
            best = std::min(best, row[j]);
        }
        if (best > limit) {
            return limit + 1;
        }
        two = before;
        before = row;
    }
    return before[b.size()];
}

/// Share of a word that two spellings of it have in common; 0 where they are different words.
double wordLikeness(const std::string& a, const std::string& b) {
    if (a == b) {
        return 1;
    }
    const auto longer = std::max(a.size(), b.size());
    const std::size_t limit = longer >= 9 ? 2 : longer >= 5 ? 1 : 0;
    if (limit == 0 || std::min(a.size(), b.size()) < 4) {
        return 0;
    }
    const auto edits = distance(a, b, limit);
    return edits > limit ? 0 : 1 - static_cast<double>(edits) / static_cast<double>(longer);
}

/// A long word that names share, written with a slip or two ("partnreship"), as it should be; any other as it
/// is. Else the slip would count as a word that tells names apart.
std::string withoutSlip(std::string word) {
    constexpr std::size_t longEnough = 8;
    if (word.size() + 1 < longEnough) {
        return word;
    }
    for (const auto general : generalWords()) {
        if (general.size() >= longEnough && general.front() == word.front() &&
            general.size() <= word.size() + 2 && word.size() <= general.size() + 2 &&
            wordLikeness(word, std::string(general)) > 0) {
            return std::string(general);
        }
    }
    return word;
}

struct Shared {
    double both = 0; ///< letters in words that both have, counted on both sides
    double all = 0;
};

/// Matches each word of the shorter list with the best one left in the other; lists are short and sorted, so
/// the outcome depends on nothing but the two lists.
Shared shared(const std::vector<std::string>& a, const std::vector<std::string>& b, double weight) {
    Shared sum;
    for (const auto& word : a) {
        sum.all += weight * static_cast<double>(word.size());
    }
    for (const auto& word : b) {
        sum.all += weight * static_cast<double>(word.size());
    }
    std::vector<char> usedA(a.size(), 0);
    std::vector<char> usedB(b.size(), 0);
    for (const bool exactly : {true, false}) {
        for (std::size_t i = 0; i < a.size(); ++i) {
            for (std::size_t j = 0; j < b.size() && usedA[i] == 0; ++j) {
                if (usedB[j] != 0) {
                    continue;
                }
                const auto likeness = exactly ? (a[i] == b[j] ? 1.0 : 0.0) : wordLikeness(a[i], b[j]);
                if (likeness > 0) {
                    usedA[i] = usedB[j] = 1;
                    sum.both += weight * likeness * static_cast<double>(a[i].size() + b[j].size());
                }
            }
        }
    }
    return sum;
}

bool isNumber(std::string_view word) {
    return std::ranges::all_of(word, [](char c) { return c >= '0' && c <= '9'; });
}

bool areInitials(const NameKey& word, const NameKey& name) {
    return word.plain.size() >= 3 && word.plain.find(' ') == std::string::npos && name.initials.size() >= 3 &&
           name.plain.find(' ') != std::string::npos && word.plain == name.initials;
}

/// Where in a name the words begin that make it a part of something; npos where nothing does.
std::size_t beginOfPart(std::string_view plain) {
    static constexpr std::array parts{
        "sub group",     "subgroup",       "sub committee",         "subcommittee",        "task group",
        "working group", "steering group", "task and finish group", "agenda setting group"};
    std::size_t first = std::string_view::npos;
    if (plain.find(" sub") == first && plain.find(" group") == first) {
        return first; // most names
    }
    const std::string spaced = std::string(plain) + ' ';
    for (const std::string_view part : parts) {
        first = std::min(first, spaced.find(' ' + std::string(part) + ' '));
    }
    return first;
}

} // namespace

std::vector<std::string> namesOfWhole(const NameKey& name) {
    std::vector<std::string> names;
    for (auto end = beginOfPart(name.plain); end != std::string::npos && end > 0;
         end = name.plain.rfind(' ', end - 1)) {
        names.push_back(name.plain.substr(0, end));
    }
    return names;
}

NameKey nameKey(std::string_view name) {
    NameKey key;
    for (auto& word : expanded(name)) {
        if (word == "the" || legalForms().contains(word)) {
            continue;
        }
        if (!key.plain.empty()) {
            key.plain += ' ';
        }
        key.plain += word;
        if (joiners().contains(word)) {
            continue;
        }
        key.initials += word.front();
        if (isNumber(word)) {
            key.numbers.push_back(word);
            continue;
        }
        auto stem = singular(std::move(word));
        bool isGeneral = generalWords().contains(stem);
        if (!isGeneral) {
            stem = withoutSlip(std::move(stem));
            isGeneral = generalWords().contains(stem);
        }
        (isGeneral ? key.general : key.specific).push_back(std::move(stem));
    }
    std::ranges::sort(key.specific);
    std::ranges::sort(key.general);
    std::ranges::sort(key.numbers);
    return key;
}

std::string normalisedName(std::string_view name) {
    return nameKey(name).plain;
}

double similarity(const NameKey& first, const NameKey& second) {
    // The greedy matching of words may depend on which list comes first.
    const bool swap = second.plain < first.plain;
    const auto& a = swap ? second : first;
    const auto& b = swap ? first : second;
    if (a.plain.empty() || b.plain.empty()) {
        return 0;
    }
    if (a.plain == b.plain) {
        return 1;
    }
    const auto specific = shared(a.specific, b.specific, 1.0);
    const auto general = shared(a.general, b.general, 0.25);
    const auto all = specific.all + general.all;
    auto score = all > 0 ? (specific.both + general.both) / all : 0;
    if (specific.both <= 0 && specific.all > 0) {
        score = std::min(score, 0.5);
    }
    if (a.numbers != b.numbers) {
        // A number on one side only may be a year added to the name; two different ones tell apart.
        score = a.numbers.empty() || b.numbers.empty() ? score * 0.9 : std::min(score, 0.7);
    }
    if (areInitials(a, b) || areInitials(b, a)) {
        score = std::max(score, 0.8);
    }
    // Only names that are the same but for the order or number of words reach this.
    return std::min(score, 0.99);
}

double similarity(std::string_view a, std::string_view b) {
    return similarity(nameKey(a), nameKey(b));
}

} // namespace wardmote::text
