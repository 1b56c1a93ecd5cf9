#pragma once
#include "core/plan/plan.h"

#include <string_view>
#include <vector>

namespace wardmote::ui {

/// A record that refers to another, and in which of its fields.
struct RecordUse {
    plan::RecordKind kind = plan::RecordKind::area;
    plan::Id id = 0;
    std::string_view fieldLabel;
    bool operator==(const RecordUse&) const = default;
};

/// Every record of the plan that refers to this one, by kind, then by name; a record once. Looks at each
/// reference and list of the plan: off the UI thread for a large one.
std::vector<RecordUse> usesOf(const plan::Plan& plan, plan::RecordKind kind, plan::Id id);

} // namespace wardmote::ui
