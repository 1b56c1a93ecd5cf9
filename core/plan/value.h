#pragma once
#include "core/plan/date.h"
#include "core/plan/record_kind.h"
#include "core/plan/shape.h"

#include <cstdint>
#include <string>
#include <variant>
#include <vector>

namespace wardmote::plan {

struct Link;
using Links = std::vector<Link>;

/// The content of any field, for everything that treats records generically. std::monostate is "not
/// recorded"; an empty text, an empty list and a reference to nothing are not recorded too, never "" or {} or
/// 0.
///
/// By field kind: text, long text, recurrence (an RRULE) and choice (its key) are strings; so are a date
/// ("2013-05-08") and a time ("19:00"). Integers, money (whole pence) and references (the id) are int64;
/// numbers double; flags bool; a boundary a ShapeRef; links a list of Link.
using Value = std::variant<std::monostate, std::int64_t, double, bool, std::string, ShapeRef, Links>;

/// One row of a list inside a record: the first cell is its key within the record (what it links to, or its
/// name), the others say more about the link. Cells are never Links.
struct Link {
    std::vector<Value> cells;
    bool operator==(const Link&) const;
};

inline bool Link::operator==(const Link&) const = default;

inline bool isRecorded(const Value& value) {
    return !std::holds_alternative<std::monostate>(value);
}

/// Whole pence. Money and hours are never added to one another.
struct Money {
    std::int64_t pence = 0;
    auto operator<=>(const Money&) const = default;
};

/// A repetition in the form of RFC 5545, for example "FREQ=MONTHLY;BYDAY=2TU"; empty while not recorded.
struct Recurrence {
    std::string rule;
    bool operator==(const Recurrence&) const = default;
};

} // namespace wardmote::plan
