#pragma once
#include "core/analysis/explanation.h"

#include <array>
#include <vector>

namespace wardmote::analysis {

/// Fewer findings than this say too little about weights.
inline constexpr std::size_t findingsNeeded = 20;

/// A pair whose finding people recorded: recorded twice or duplicate, or anything else.
struct JudgedPair {
    plan::Id review = 0;
    plan::Id a = 0;
    plan::Id b = 0;
    bool duplicate = false;
    Components components;
    bool operator==(const JudgedPair&) const = default;
};

/// Place, purpose, audience, attendance.
using Weights = std::array<double, 4>;

/// How a set of weights with a threshold fits the findings: it agrees with one if the pair's score reaches
/// the threshold (together with the place needed and some purpose shared, as for a possible duplicate) just
/// where people found a duplicate.
struct WeightFit {
    Weights weights{};
    double threshold = 0;
    std::size_t agrees = 0;
    std::vector<std::size_t> odd; ///< places in Calibration::judged that it does not agree with
    bool operator==(const WeightFit&) const = default;
};

struct Calibration {
    std::vector<JudgedPair> judged; ///< in order of review, then of a and b
    std::size_t leftOut = 0; ///< pairs with a finding, of which place and another part are not both recorded
    std::size_t missing = 0; ///< so many findings more are needed before weights can be suggested
    WeightFit now;           ///< the plan's own weights and threshold
    /// Weights and a threshold that agree with more findings than the plan's; nothing: none do, or findings
    /// are missing.
    std::optional<WeightFit> better;
    bool operator==(const Calibration&) const = default;
};

/// Looks for weights and a threshold that agree with more of the findings recorded, and changes nothing:
/// every set of weights in steps of a twentieth that add up to 1, place and one other at least a twentieth,
/// and the plan's own; with each the plan's own threshold and those from .30 to .95 in steps of a twentieth.
/// Of those that agree with most it takes what is nearest to the plan's (sum of the differences of the four
/// weights and of the threshold, so that the threshold alone changes where that does as well), then the one
/// with more weight on place, purpose, audience in that order, then the plan's own threshold, then the lower.
/// Repeatable; the answer never agrees with fewer than the plan's own.
///
/// A review of several mechanisms is a finding about every two of them; of several reviews of one pair the
/// last by id counts.
Calibration calibrated(const plan::Plan& plan, const PairExplainer& explainer);

/// The same for findings given as data.
WeightFit fitOf(const std::vector<JudgedPair>& judged, const Weights& weights, double threshold,
                const plan::Settings& settings);
std::optional<WeightFit> betterFit(const std::vector<JudgedPair>& judged, const plan::Settings& settings);

/// One sentence each for what differs between two sets of weights, as shares: "Place counts more: 45% for
/// 35%."
std::vector<std::string> differencesInWords(const Weights& before, const Weights& after);

/// Why another threshold is suggested, as sentences: "A possible duplicate begins at 0.55 in place of 0.60:
/// of the 4 pairs that score between the two with these weights, 3 were found to be duplicates." Only pairs
/// count that share the place needed and some purpose. None where the threshold stays.
std::vector<std::string> thresholdInWords(const Calibration& calibration, const plan::Settings& settings);

} // namespace wardmote::analysis
