#pragma once
#include <string>
#include <string_view>
#include <vector>

namespace wardmote::text {

/// A name taken apart for comparing. Two names with equal `plain` are the same name written twice.
struct NameKey {
    std::string plain;                 ///< folded, abbreviations written out, in the order of the name
    std::vector<std::string> specific; ///< words that tell this name from others, sorted, singular
    std::vector<std::string> general;  ///< words that many names share (forum, group, council), sorted
    std::vector<std::string> numbers;  ///< numbers in it, sorted: "Panel 1" is not "Panel 2"
    std::string initials;              ///< "alca" of "Avon Local Councils Association"
};

/// Case, accents, punctuation, "&" and "and", "the", legal forms, "Cttee", "Grp", "PC" (parish council), "St"
/// (saint before a name, street after one) make no difference.
NameKey nameKey(std::string_view name);

/// nameKey(name).plain
std::string normalisedName(std::string_view name);

/// How alike two names are, 0..1, the same either way round: 1 when `plain` is equal; else the share of
/// letters in words that both have (a word of five letters may differ in one, of nine in two), specific words
/// counting fully and general ones a quarter; at most .5 where the names share no specific word, at most .7
/// where numbers differ; .8 where one is the initials of the other.
double similarity(const NameKey& a, const NameKey& b);
double similarity(std::string_view a, std::string_view b);

/// The names, as `plain`, of bodies that one with this name may be a sub-group of, longest first: what stands
/// before words that speak of a sub-group, working group or task group. "Bath City Forum Transport Sub Group"
/// may belong to "bath city forum transport", "bath city forum", "bath city" or "bath". None for other names.
std::vector<std::string> namesOfWhole(const NameKey& name);

/// From here on a person is asked whether two names mean one thing.
inline constexpr double nearMatch = 0.75;

/// Words that name nobody in particular: residents, partners, the community, "parish councils". They are not
/// organisations and never match in attendance.
bool isGeneralAttendance(std::string_view words);

} // namespace wardmote::text
