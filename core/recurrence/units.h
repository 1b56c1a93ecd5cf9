#pragma once
#include "core/recurrence/pattern_parts.h"

#include <initializer_list>
#include <string_view>

namespace wardmote::recurrence {

using Unit = PatternParts::Unit;

bool isOneOf(std::string_view word, std::initializer_list<std::string_view> words);

/// "weeks", "month", "annum": a unit to count in.
std::optional<Unit> unitOf(std::string_view word);

/// "fortnightly", "quarterly", "annual": words that say how often all by themselves.
std::optional<Unit> adverbOf(std::string_view word);

} // namespace wardmote::recurrence
