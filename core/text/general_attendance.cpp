#include "core/text/names.h"
#include "core/text/words.h"

#include <algorithm>
#include <unordered_set>

namespace wardmote::text {
namespace {

/// Kinds of people and bodies, singular. Words made of nothing else name no one in particular.
const std::unordered_set<std::string_view>& kinds() {
    static const std::unordered_set<std::string_view> words{"resident",     "people",      "person",
                                                            "community",    "communities", "partner",
                                                            "member",       "councillor",  "officer",
                                                            "staff",        "public",      "volunteer",
                                                            "tenant",       "trustee",     "council",
                                                            "parish",       "town",        "city",
                                                            "ward",         "county",      "district",
                                                            "borough",      "clerk",       "group",
                                                            "organisation", "body",        "agency",
                                                            "business",     "stakeholder", "representative",
                                                            "speaker",      "guest",       "local",
                                                            "voluntary",    "statutory",   "private",
                                                            "sector",       "service",     "other",
                                                            "various",      "all",         "any",
                                                            "anyone",       "everyone",    "interest",
                                                            "interested",   "chair",       "vice",
                                                            "deputy",       "cabinet",     "elected",
                                                            "co",           "opted",       "coopted",
                                                            "faith",        "church",      "charity",
                                                            "young",        "older",       "disabled",
                                                            "user",         "patient",     "carer",
                                                            "family",       "parent",      "school",
                                                            "citizen",      "neighbour",   "neighbourhood",
                                                            "area",         "association", "panel",
                                                            "forum",        "appointed",   "lead",
                                                            "leader",       "team",        "place",
                                                            "directorate",  "transport",   "regeneration",
                                                            "development",  "trust",       "wider",
                                                            "invited",      "attend",      "may",
                                                            "not",          "are",         "is",
                                                            "as",           "proposed",    "from",
                                                            "the",          "and",         "of",
                                                            "or",           "for",         "in",
                                                            "to",           "by",          "with",
                                                            "one",          "two",         "three",
                                                            "four",         "five",        "six",
                                                            "seven",        "eight",       "nine",
                                                            "ten",          "eleven",      "twelve",
                                                            "vote",         "each",        "part",
                                                            "time",         "worker",      "resource",
                                                            "youth",        "hub",         "core",
                                                            "independent",  "open",        "constituted",
                                                            "rural",        "art",         "equality",
                                                            "equalities",   "key",         "external",
                                                            "internal",     "committee",   "chamber",
                                                            "commerce",     "relevant",    "appropriate",
                                                            "professional", "living",      "working",
                                                            "or",           "affiliated",  "friend",
                                                            "hospital",     "fishing",     "train",
                                                            "operator",     "retailer",    "station",
                                                            "together",     "dedicated",   "adult",
                                                            "children"};
    return words;
}

} // namespace

bool isGeneralAttendance(std::string_view attendance) {
    const auto words = wordsOf(attendance);
    return std::ranges::all_of(words, [](const std::string& word) {
        if (kinds().contains(word) || word.find_first_not_of("0123456789") == std::string::npos) {
            return true;
        }
        if (word.size() > 3 && word.ends_with("ies")) {
            return kinds().contains(word.substr(0, word.size() - 3) + "y");
        }
        return word.size() > 3 &&
               (word.ends_with("es")
                    ? kinds().contains(word.substr(0, word.size() - 2)) ||
                          kinds().contains(word.substr(0, word.size() - 1))
                    : word.ends_with('s') && kinds().contains(word.substr(0, word.size() - 1)));
    });
}

} // namespace wardmote::text
