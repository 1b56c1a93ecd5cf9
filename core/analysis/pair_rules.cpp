#include "core/analysis/pair_rules.h"

#include <algorithm>

namespace wardmote::analysis {
PairRules::PairRules(const plan::Settings& settings, std::optional<double> threshold)
    : weights_{settings.weightPlace, settings.weightPurpose, settings.weightAudience,
               settings.weightAttendance},
      threshold_(threshold.value_or(settings.duplicationThreshold)), placeNeeded_(settings.placeNeeded),
      containmentHigh_(settings.containmentHigh), purposeShared_(settings.purposeShared) {
    const double all = weights_[0] + weights_[1] + weights_[2] + weights_[3];
    for (std::size_t i = 0; i < 4; ++i) {
        shares_[i] = all > 0 ? weights_[i] / all : 0;
    }
    for (std::uint8_t mask = 0; mask < 16; ++mask) {
        double recorded = 0;
        for (std::size_t i = 0; i < 4; ++i) {
            recorded += mask & (1u << i) ? weights_[i] : 0;
        }
        confidence_[mask] = all > 0 ? recorded / all : 0;
        const bool placeAndAnother = (mask & placeBit) && (mask & ~placeBit);
        scorable_[mask] = placeAndAnother && recorded > 0 &&
                          confidence_[mask] + weightTolerance >= settings.confidenceNeeded;
    }
    for (std::uint8_t mask = 0; mask < 16; ++mask) {
        const bool placeIsEnough = !(mask & placeBit) && scorable_[mask | placeBit];
        lacking_[mask] = placeIsEnough ? std::uint8_t{placeBit} : static_cast<std::uint8_t>(~mask & 15);
    }
}

double PairRules::score(const Components& components) const {
    if (components.place && *components.place <= 0) {
        return 0;
    }
    double sum = 0;
    double weights = 0;
    const auto add = [&](const std::optional<double>& component, double weight) {
        if (component) {
            sum += weight * *component;
            weights += weight;
        }
    };
    add(components.place, weights_[0]);
    add(components.purpose, weights_[1]);
    add(components.audience, weights_[2]);
    add(components.attendance, weights_[3]);
    return weights > 0 ? sum / weights : 0;
}

double PairRules::leastPlaceOfOne() const {
    return std::max(0.0, placeNeeded_ - 2 * weightTolerance);
}

/// What the names of two in one place say of them where nobody recorded a link.
std::optional<PairClass> PairRules::classByNames(const ComparisonTable& table, const Candidate& pair,
                                                 bool apart) const {
    const auto a = pair.a;
    const auto b = pair.b;
    const bool sameName = table.sameName[a] == table.sameName[b];
    const bool otherYear = !sameName && table.sameButForYear[a] == table.sameButForYear[b];
    if (otherYear || (apart && text::similarity(table.names[a], table.names[b]) >= text::nearMatch)) {
        return PairClass::succeeded;
    }
    if (!apart && (table.partOf[a] == table.sameName[b] || table.partOf[b] == table.sameName[a])) {
        return PairClass::parentAndSubGroup;
    }
    return std::nullopt;
}

bool PairRules::recordedTwice(const ComparisonTable& table, const Candidate& pair) const {
    const auto& a = *table.mechanisms[pair.a];
    const auto& b = *table.mechanisms[pair.b];
    const bool sameLead = (a.leadOrganisation && a.leadOrganisation == b.leadOrganisation) ||
                          (a.service && a.service == b.service);
    const bool samePattern = !a.pattern.rule.empty() && a.pattern == b.pattern;
    const bool sameName = table.sameName[pair.a] == table.sameName[pair.b];
    // A sub-group of one body, by its name, is not a body of its own written another way.
    const bool partsOfOne = table.partOf[pair.a] == table.partOf[pair.b];
    return (sameLead || samePattern) &&
           (sameName ||
            (partsOfOne && text::similarity(table.names[pair.a], table.names[pair.b]) >= namesOfOneThing));
}

bool PairRules::classNeedsScore(const Candidate& pair) const {
    const auto& parts = pair.likeness.components;
    const bool samePlace = parts.place.value_or(0) + weightTolerance >= placeNeeded_;
    return !parts.purpose || (samePlace && *pair.score + weightTolerance >= threshold_);
}

std::optional<PairClass> PairRules::classOf(const ComparisonTable& table, const Candidate& pair,
                                            bool apart) const {
    const auto& parts = pair.likeness.components;
    const double place = parts.place.value_or(0);
    if (place <= 0) {
        return std::nullopt;
    }
    const bool samePlace = place + weightTolerance >= placeNeeded_;
    // With the same people in the same place, two that share no purpose complement one another.
    const bool duplicate = samePlace && parts.purpose != 0.0 && *pair.score + weightTolerance >= threshold_;
    if (samePlace) {
        if (const auto kind = classByNames(table, pair, apart)) {
            return kind;
        }
    }
    if (apart) {
        return std::nullopt;
    }
    if (samePlace && (duplicate || table.sameName[pair.a] == table.sameName[pair.b]) &&
        recordedTwice(table, pair)) {
        return PairClass::recordedTwice;
    }
    if (duplicate) {
        return PairClass::possibleDuplicate;
    }
    const bool within = *pair.likeness.containment + weightTolerance >= containmentHigh_;
    if (within && !samePlace && parts.purpose && purposeIsShared(parts)) {
        return PairClass::nested;
    }
    if (purposeIsShared(parts)) {
        return PairClass::overlapping;
    }
    if (samePlace && parts.purpose) {
        return PairClass::complementary;
    }
    return std::nullopt;
}

PairClass PairRules::nearestClass(const ComparisonTable& table, const Candidate& pair, bool apart) const {
    if (pair.score) {
        if (const auto kind = classOf(table, pair, apart)) {
            return *kind;
        }
    }
    return purposeIsShared(pair.likeness.components) ? PairClass::overlapping : PairClass::complementary;
}

} // namespace wardmote::analysis
