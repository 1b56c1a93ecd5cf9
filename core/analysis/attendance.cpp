#include "core/analysis/attendance.h"

#include "core/text/names.h"

#include <algorithm>
#include <unordered_map>

namespace wardmote::analysis {
namespace {

void settle(std::vector<plan::Id>& ids) {
    std::ranges::sort(ids);
    const auto repeats = std::ranges::unique(ids);
    ids.erase(repeats.begin(), repeats.end());
}

} // namespace

AttendanceRules::AttendanceRules(const plan::Plan& plan) : plan_(plan) {
    for (const auto& organisation : plan.all<plan::Organisation>()) {
        // "Transport" and "Community Development" are general words, and directorates with these names.
        const bool placed = organisation.kind == plan::OrganisationKind::service || organisation.parent;
        if (placed || !text::isGeneralAttendance(organisation.name)) {
            counts_.insert(organisation.id);
        }
    }
}

CountedAttendance AttendanceRules::counted(const plan::Mechanism& mechanism) const {
    const auto council = plan_.settings().ownCouncil.id;
    const auto service = mechanism.service.id;
    CountedAttendance answer;
    for (const auto& row : mechanism.attending) {
        const auto id = row.organisation.id;
        const bool asCouncil = council != 0 && id == council;
        if (asCouncil && service != council && plan_.find(mechanism.service)) {
            answer.counted.push_back(service);
        } else {
            (!asCouncil && counts_.contains(id) ? answer.counted : answer.notCounted).push_back(id);
        }
    }
    settle(answer.counted);
    settle(answer.notCounted);
    return answer;
}

std::vector<plan::Id> attendOverHalf(std::span<const CountedAttendance* const> mechanisms) {
    std::vector<plan::Id> over;
    if (mechanisms.size() < 4) {
        return over;
    }
    std::unordered_map<plan::Id, std::size_t> counts;
    for (const auto* attendance : mechanisms) {
        for (const auto id : attendance->counted) {
            ++counts[id];
        }
    }
    for (const auto& [id, count] : counts) {
        if (2 * count > mechanisms.size()) {
            over.push_back(id);
        }
    }
    std::ranges::sort(over);
    return over;
}

} // namespace wardmote::analysis
