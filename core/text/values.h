#pragma once
#include "core/base/result.h"
#include "core/plan/plan.h"
#include "core/text/dates.h"

#include <functional>

namespace wardmote::text {

/// What reading a value may be told beside the words.
struct ReadOptions {
    DateOrder dateOrder = DateOrder::dayFirst;
    /// Makes a recurrence rule of words; core/recurrence has one (core/text does not know it). Without it
    /// only rules ("FREQ=MONTHLY;BYDAY=2TU") are read.
    std::function<Result<std::string>(std::string_view)> rule;
};

/// Reads what a person typed, pasted or sent in a list as the content of a field; reads back what
/// plan::inWords writes. Blank gives std::monostate. References and lists of them are found by name (an
/// area's code and other names, a theme's words too); the Error names each that is not there, and ranges that
/// are not kept.
Result<plan::Value> readValue(const plan::Plan& plan, const plan::FieldInfo& field, std::string_view text,
                              const ReadOptions& options = {});

/// The key of the choice that some words mean: its key, its label, known other words ("sub group" is a
/// working group), or the only label that is much like them.
std::optional<std::string> readChoice(std::span<const plan::Choice> choices, std::string_view text);

/// Says what is wrong where a number lies outside the field's range; empty if it does not.
std::string outOfRange(const plan::FieldInfo& field, const plan::Value& value);

/// Every name by which a record may be called: its name, other names, an area's code, the words that mean a
/// theme or audience.
std::vector<std::string> namesOf(const plan::Plan& plan, plan::RecordKind kind, plan::Id id);

/// The one record of a kind that a name means; an Error if there is none (with the nearest name) or several.
Result<plan::Id> findByName(const plan::Plan& plan, plan::RecordKind kind, std::string_view name);

} // namespace wardmote::text
