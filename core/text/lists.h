#pragma once
#include <cstdint>
#include <functional>
#include <string>
#include <string_view>
#include <vector>

namespace wardmote::text {

/// How far splitting may go.
enum class ListStyle : std::uint8_t {
    names, ///< ';', line breaks, bullets and, if none of these is there, ','; "and" only where safe
    words, ///< as names, but '/' and " and " split too ("highways and planning")
    strict ///< ';' and line breaks only
};

/// The parts of a list in one cell, tidied, without blanks and without a second one that is equal but for
/// case, in the order in which they come. Separators inside brackets or double quotes split nothing. " and "
/// splits the last part of a list with commas ("A, B and C"), not a name alone ("Bath and North East
/// Somerset"); a part that starts with "and" loses it. Bullets and numbers at the start of lines go.
/// What `isOne` knows to be one thing ("Bath and North East Somerset") is not split at "and" or "/".
std::vector<std::string> splitList(std::string_view cell, ListStyle style = ListStyle::names,
                                   const std::function<bool(std::string_view)>& isOne = {});

/// "Area Forum (2022)" -> "Area Forum" and "2022"; no brackets at the end: the second is empty.
struct WithBrackets {
    std::string outside;
    std::string inside;
};
WithBrackets splitBrackets(std::string_view text);

} // namespace wardmote::text
