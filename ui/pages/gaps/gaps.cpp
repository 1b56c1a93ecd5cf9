#include "ui/pages/gaps/gaps.h"

#include <algorithm>

namespace wardmote::ui {
namespace {

// Cost needs them, duplication does not.
constexpr double weightOfHowOften = 0.25;
constexpr double weightOfLength = 0.10;

Gaps gapsIn(const plan::Settings& settings, const plan::Mechanism& mechanism, bool hasMet) {
    using plan::fieldFor;
    using plan::Mechanism;
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
    need(!mechanism.pattern.rule.empty() || mechanism.meetingsAYear || hasMet,
         fieldFor<&Mechanism::pattern>(), weightOfHowOften, false);
    need(mechanism.lengthHours.has_value(), fieldFor<&Mechanism::lengthHours>(), weightOfLength, false);
    gaps.comparable = placed && recorded >= settings.confidenceNeeded;
    return gaps;
}

} // namespace

GapFinder::GapFinder(plan::PlanRef plan) : plan_(std::move(plan)) {
    for (const auto& meeting : plan_->all<plan::Meeting>()) {
        for (const auto& link : meeting.mechanisms) {
            met_.insert(link.mechanism.id);
        }
    }
}

Gaps GapFinder::of(plan::Id mechanism) const {
    return gapsIn(plan_->settings(), *plan_->find<plan::Mechanism>(mechanism), met_.contains(mechanism));
}

std::vector<Gaps> gapsOf(const plan::PlanRef& plan) {
    struct Named {
        const std::string* name;
        Gaps gaps;
    };
    const GapFinder finder(plan);
    std::vector<Named> all;
    for (const auto& mechanism : plan->all<plan::Mechanism>()) {
        if (mechanism.status == plan::MechanismStatus::ended) {
            continue;
        }
        auto gaps = finder.of(mechanism.id);
        if (!gaps.missing.empty()) {
            all.push_back({&mechanism.name, std::move(gaps)});
        }
    }
    std::ranges::stable_sort(all, [](const Named& a, const Named& b) {
        return a.gaps.weight != b.gaps.weight ? a.gaps.weight > b.gaps.weight : *a.name < *b.name;
    });
    std::vector<Gaps> ordered;
    ordered.reserve(all.size());
    std::ranges::transform(all, std::back_inserter(ordered),
                           [](Named& each) { return std::move(each.gaps); });
    return ordered;
}

} // namespace wardmote::ui
