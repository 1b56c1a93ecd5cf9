#pragma once
#include "core/plan/date.h"

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace wardmote::recurrence {

enum class TokenKind : std::uint8_t {
    word,
    number,  ///< "6", "six", "twice" (with word "twice")
    ordinal, ///< "2nd", "second", "last" (-1)
    weekday, ///< 1 Monday .. 7
    month,   ///< 1..12
    time,    ///< minutes after midnight
    mark,    ///< one of , ; ( ) - /
};

struct Token {
    TokenKind kind = TokenKind::word;
    std::string word; ///< lower case
    int value = 0;
    bool plural = false;         ///< of a weekday: "Tuesdays"
    std::optional<int> endValue; ///< of a time: "7 to 9pm"
};

/// The words of a meeting pattern. A '.' after a short word goes; "&" is "and".
std::vector<Token> tokensOf(std::string_view text);

} // namespace wardmote::recurrence
