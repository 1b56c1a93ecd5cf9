#pragma once
#include "core/plan/plan.h"

#include <compare>
#include <optional>
#include <vector>

namespace wardmote::analysis {

/// One record that an answer rests on.
struct RecordRef {
    plan::RecordKind kind = plan::RecordKind::mechanism;
    plan::Id id = 0;
    auto operator<=>(const RecordRef&) const = default;
};

/// A number with what it rests on. Nothing recorded is no value, never zero.
template<class T>
struct Figure {
    std::optional<T> value;         ///< empty: not recorded
    bool assumed = false;           ///< an assumption of the plan's settings took part
    bool atLeast = false;           ///< some part of the sum is not recorded: the true figure is no lower
    std::vector<RecordRef> records; ///< what it was made from, in order of kind and id, each once
    bool operator==(const Figure&) const = default;
};
using Hours = Figure<double>;
using Pounds = Figure<plan::Money>;

/// A blank that keeps an answer from being given or complete.
struct Blank {
    plan::Id mechanism = 0;
    const plan::FieldInfo* field = nullptr;
    bool operator==(const Blank&) const = default;
};

} // namespace wardmote::analysis
