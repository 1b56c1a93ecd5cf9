#pragma once
#include "core/plan/plan.h"

#include <span>
#include <unordered_set>

namespace wardmote::analysis {

/// The organisations attending a mechanism as they count in a comparison. Ascending, each once.
struct CountedAttendance {
    std::vector<plan::Id> counted;    ///< those that attend over half of all mechanisms are still in it
    std::vector<plan::Id> notCounted; ///< general names; the plan's own council where no service is known
};

/// Who counts where attendance is compared, as Components words it. Reads every organisation's name once.
class AttendanceRules {
public:
    explicit AttendanceRules(const plan::Plan& plan);
    CountedAttendance counted(const plan::Mechanism& mechanism) const;

private:
    const plan::Plan& plan_;
    std::unordered_set<plan::Id> counts_; ///< organisations whose names are not general
};

/// Organisations that attend over half of the mechanisms whose attendance this is, ascending; none below four
/// mechanisms.
std::vector<plan::Id> attendOverHalf(std::span<const CountedAttendance* const> mechanisms);

} // namespace wardmote::analysis
