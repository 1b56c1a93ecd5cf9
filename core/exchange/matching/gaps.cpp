#include "core/exchange/matching/gaps.h"

#include "core/recurrence/rule.h"

#include <algorithm>

namespace wardmote::exchange {
namespace {

double meetingsOf(const plan::Mechanism& mechanism) {
    if (!mechanism.pattern.rule.empty()) {
        if (const auto meetings = recurrence::meetingsAYear(mechanism.pattern)) {
            return std::max(1.0, *meetings);
        }
    }
    return std::max(1.0, mechanism.meetingsAYear.value_or(1.0));
}

} // namespace

std::vector<MechanismGaps> gapsOf(const plan::Plan& plan) {
    using plan::fieldFor;
    using plan::Mechanism;
    const auto& settings = plan.settings();
    std::vector<MechanismGaps> all;
    for (const auto& mechanism : plan.all<Mechanism>()) {
        if (mechanism.ended || mechanism.status == plan::MechanismStatus::ended) {
            continue;
        }
        std::vector<std::pair<double, const plan::FieldInfo*>> missing;
        const auto need = [&](bool recorded, double weight, const plan::FieldInfo& field) {
            if (!recorded) {
                missing.emplace_back(weight, &field);
            }
        };
        need(!mechanism.areas.empty() || mechanism.wholePlan == true, settings.weightPlace,
             fieldFor<&Mechanism::areas>());
        need(!mechanism.themes.empty(), settings.weightPurpose, fieldFor<&Mechanism::themes>());
        need(!mechanism.audiences.empty(), settings.weightAudience, fieldFor<&Mechanism::audiences>());
        need(!mechanism.attending.empty(), settings.weightAttendance, fieldFor<&Mechanism::attending>());
        need(!mechanism.pattern.rule.empty() || mechanism.meetingsAYear.has_value(), settings.weightPlace,
             fieldFor<&Mechanism::pattern>());
        if (missing.empty()) {
            continue;
        }
        std::ranges::stable_sort(missing, [](const auto& a, const auto& b) { return a.first > b.first; });
        MechanismGaps gaps{mechanism.id, {}, 0};
        for (const auto& [weight, field] : missing) {
            gaps.missing.push_back(field);
            gaps.usefulness += weight * meetingsOf(mechanism);
        }
        all.push_back(std::move(gaps));
    }
    std::ranges::stable_sort(all, [&](const MechanismGaps& a, const MechanismGaps& b) {
        return a.usefulness != b.usefulness
                   ? a.usefulness > b.usefulness
                   : plan.find<Mechanism>(a.mechanism)->name < plan.find<Mechanism>(b.mechanism)->name;
    });
    return all;
}

} // namespace wardmote::exchange
