#include "ui/pages/gaps/gaps.h"

#include <algorithm>

namespace wardmote::ui {
namespace {

// Cost needs them, duplication does not.
constexpr double weightOfHowOften = 0.25;
constexpr double weightOfLength = 0.10;

bool hasMet(const plan::Plan& plan, plan::Id mechanism) {
    return std::ranges::any_of(plan.all<plan::Meeting>(), [&](const plan::Meeting& meeting) {
        return std::ranges::any_of(meeting.mechanisms, [&](const plan::MechanismLink& link) {
            return link.mechanism.id == mechanism;
        });
    });
}

Gaps gapsIn(const plan::Plan& plan, const plan::Mechanism& mechanism) {
    using plan::fieldFor;
    using plan::Mechanism;
    const auto& settings = plan.settings();
    Gaps gaps{mechanism.id, {}, 0, false};
    double recorded = 0;
    const auto need = [&](bool there, const plan::FieldInfo& field, double weight, bool component) {
        if (there) {
            recorded += component ? weight : 0;
        } else {
            gaps.missing.push_back(&field);
            gaps.weight += weight;
        }
    };
    const bool placed = mechanism.wholePlan.value_or(false) || !mechanism.areas.empty();
    need(placed, fieldFor<&Mechanism::areas>(), settings.weightPlace, true);
    need(!mechanism.themes.empty(), fieldFor<&Mechanism::themes>(), settings.weightPurpose, true);
    need(!mechanism.attending.empty(), fieldFor<&Mechanism::attending>(), settings.weightAttendance, true);
    need(!mechanism.audiences.empty(), fieldFor<&Mechanism::audiences>(), settings.weightAudience, true);
    need(!mechanism.pattern.rule.empty() || mechanism.meetingsAYear || hasMet(plan, mechanism.id),
         fieldFor<&Mechanism::pattern>(), weightOfHowOften, false);
    need(mechanism.lengthHours.has_value(), fieldFor<&Mechanism::lengthHours>(), weightOfLength, false);
    gaps.comparable = placed && recorded >= settings.confidenceNeeded;
    return gaps;
}

} // namespace

Gaps gapsOf(const plan::Plan& plan, plan::Id mechanism) {
    return gapsIn(plan, *plan.find<plan::Mechanism>(mechanism));
}

std::vector<Gaps> gapsOf(const plan::Plan& plan) {
    std::vector<Gaps> all;
    for (const auto& mechanism : plan.all<plan::Mechanism>()) {
        if (mechanism.status == plan::MechanismStatus::ended) {
            continue;
        }
        auto gaps = gapsIn(plan, mechanism);
        if (!gaps.missing.empty()) {
            all.push_back(std::move(gaps));
        }
    }
    std::ranges::stable_sort(all, [&](const Gaps& a, const Gaps& b) {
        return a.weight != b.weight ? a.weight > b.weight
                                    : plan.find<plan::Mechanism>(a.mechanism)->name <
                                          plan.find<plan::Mechanism>(b.mechanism)->name;
    });
    return all;
}

} // namespace wardmote::ui
