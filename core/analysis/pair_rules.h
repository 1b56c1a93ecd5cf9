#pragma once
#include "core/analysis/comparison_table.h"

#include <array>

namespace wardmote::analysis {

/// A pair as it is compared: rows of the table.
struct Candidate {
    std::uint32_t a = 0;
    std::uint32_t b = 0;
    PairClass kind = PairClass::overlapping;
    Likeness likeness;
    std::optional<double> score;
    double confidence = 0;
    double order() const { return score.value_or(0) * confidence; }
};

/// Sums of weights are compared as people write them: .35 + .15 reaches .5.
inline constexpr double weightTolerance = 1e-9;

/// The settings of a comparison, with what follows from them for each mask of components recorded on both.
class PairRules {
public:
    PairRules(const plan::Settings& settings, std::optional<double> threshold);

    double threshold() const { return threshold_; }
    double confidence(std::uint8_t both) const { return confidence_[both]; }
    bool scorable(std::uint8_t both) const { return scorable_[both]; }
    /// The components that must be recorded before a pair with these can be scored: place alone where that
    /// is enough, else all that are not.
    std::uint8_t lacking(std::uint8_t both) const { return lacking_[both]; }
    /// Weighted mean over the components that are there; 0 where place is there and nothing of it shared.
    double score(const Components& components) const;

    /// Share of the whole weight that the components come to: score x confidence where place is shared or not
    /// recorded.
    double promise(const Components& components) const {
        return shares_[0] * components.place.value_or(0) + shares_[1] * components.purpose.value_or(0) +
               shares_[2] * components.audience.value_or(0) + shares_[3] * components.attendance.value_or(0);
    }
    /// Two whose smaller place is a lesser share of the larger are not in one place.
    double leastPlaceOfOne() const;
    /// False if no class can fit two that are active together, whatever audience and attendance say.
    bool canMatter(const Components& placeAndPurpose) const {
        return placeAndPurpose.place.value_or(0) + weightTolerance >= placeNeeded_ ||
               !placeAndPurpose.purpose || purposeIsShared(placeAndPurpose);
    }

    /// False if the class of a pair is the same whatever lower score it has; its score must be the most that
    /// it can be, and all but its attendance known.
    bool classNeedsScore(const Candidate& pair) const;
    /// Class of a pair that is scored and not linked, nothing for one that no class fits. `apart`: their
    /// lives do not meet.
    std::optional<PairClass> classOf(const ComparisonTable& table, const Candidate& pair, bool apart) const;
    /// The class that a pair comes nearest to, whatever it is.
    PairClass nearestClass(const ComparisonTable& table, const Candidate& pair, bool apart) const;

private:
    std::optional<PairClass> classByNames(const ComparisonTable& table, const Candidate& pair,
                                          bool apart) const;
    bool recordedTwice(const ComparisonTable& table, const Candidate& pair) const;
    bool purposeIsShared(const Components& components) const {
        const auto reaches = [&](const std::optional<double>& component) {
            return component && *component + weightTolerance >= purposeShared_;
        };
        return components.purpose ? reaches(components.purpose)
                                  : reaches(components.audience) || reaches(components.attendance);
    }

    std::array<double, 4> weights_;
    std::array<double, 4> shares_{}; ///< the weights, as shares of their sum
    double threshold_;
    double placeNeeded_;
    double containmentHigh_;
    double purposeShared_;
    std::array<double, 16> confidence_{};
    std::array<bool, 16> scorable_{};
    std::array<std::uint8_t, 16> lacking_{};
};

/// From here on two names are taken for one name written twice.
inline constexpr double namesOfOneThing = 0.9;

} // namespace wardmote::analysis
