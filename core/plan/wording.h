#pragma once
#include "core/plan/plan.h"

#include <optional>
#include <string>

namespace wardmote::plan {

/// "12,345"; negative numbers with a minus sign.
std::string withThousands(std::int64_t number);
/// At most this many digits after the point, none that say nothing: 2.50 -> "2.5", 3.0 -> "3".
std::string inDigits(double number, int digits = 2);
/// "£1,940" or "£1,940.50".
std::string inPounds(Money money);

/// What a field holds as a person reads it: labels of choices, names of what it refers to, dates and money in
/// local form, yes and no, lists with commas. Empty where nothing is recorded: the place that shows it says
/// how. A recurrence is given as its rule; core/recurrence puts it in words. A boundary is "recorded".
std::string inWords(const Plan& plan, const FieldInfo& field, const Value& value);

/// The same for a field of a record.
std::string inWords(const Plan& plan, const FieldInfo& field, const void* record);

/// Label of a choice by its key; the key itself if there is no such choice.
std::string labelOf(std::span<const Choice> choices, std::string_view key);

/// Label of an enumerator: labelOf(AreaKind::parish) is "Parish".
template<class E>
requires std::is_enum_v<E> std::string labelOf(E choice) {
    return std::string(choicesOf<E>[static_cast<std::size_t>(choice)].label);
}
template<class E>
std::optional<std::string> labelOf(const std::optional<E>& choice) {
    return choice ? std::optional(labelOf(*choice)) : std::nullopt;
}

} // namespace wardmote::plan
