#pragma once
#include "core/analysis/calibration.h"
#include "core/plan/settings.h"

#include <optional>

namespace wardmote::ui {

/// Weights and threshold of a comparison: the plan's own, or those that a person tries.
struct WeightsTried {
    analysis::Weights weights{};
    double threshold = 0;
    bool operator==(const WeightsTried&) const = default;

    static WeightsTried of(const plan::Settings& settings) {
        return {{settings.weightPlace, settings.weightPurpose, settings.weightAudience,
                 settings.weightAttendance},
                settings.duplicationThreshold};
    }
    void putInto(plan::Settings& settings) const {
        settings.weightPlace = weights[0];
        settings.weightPurpose = weights[1];
        settings.weightAudience = weights[2];
        settings.weightAttendance = weights[3];
        settings.duplicationThreshold = threshold;
    }
    /// Without any weight nothing can be compared.
    bool canBeUsed() const { return weights[0] + weights[1] + weights[2] + weights[3] > 0; }
};

} // namespace wardmote::ui
