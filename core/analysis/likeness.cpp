#include "core/analysis/comparison_table.h"

#include <algorithm>
#include <bit>

namespace wardmote::analysis {
namespace {

struct Place {
    double jaccard = 0;
    double containment = 0;
    bool byAreas = false;
};

/// What the areas covered by both weigh; their number where it goes by areas.
double sharedOf(const ComparisonTable& table, std::size_t a, std::size_t b, bool residents) {
    const auto* wordsA = table.areas.row(a);
    const auto* wordsB = table.areas.row(b);
    const auto from = std::max(table.places[a].fromWord, table.places[b].fromWord);
    const auto to = std::min(table.places[a].toWord, table.places[b].toWord);
    if (!residents) {
        return from < to ? countShared(wordsA + from, wordsB + from, to - from) : 0;
    }
    double sum = 0;
    for (auto word = from; word < to; ++word) {
        sum += table.areaWeights.of(word, wordsA[word] & wordsB[word]);
    }
    return sum;
}

Place placeLikeness(const ComparisonTable& table, std::size_t a, std::size_t b) {
    const auto& placeA = table.places[a];
    const auto& placeB = table.places[b];
    if (placeA.wholePlan && placeB.wholePlan) {
        return {1, 1, false};
    }
    const bool residents = byResidents(placeA, placeB);
    const auto sizeA = placeA.size(residents);
    const auto sizeB = placeB.size(residents);
    const auto least = std::min(sizeA, sizeB);
    const auto shared = placeA.wholePlan || placeB.wholePlan ? least : sharedOf(table, a, b, residents);
    const auto either = sizeA + sizeB - shared;
    return {either > 0 ? shared / either : 0, least > 0 ? shared / least : 0, !residents};
}

double attendanceLikeness(const ComparisonTable& table, std::size_t a, std::size_t b) {
    const auto& listA = table.attendingLists[a];
    const auto& listB = table.attendingLists[b];
    const auto& shorter = listA.size() <= listB.size() ? listA : listB;
    const auto other = &shorter == &listA ? b : a;
    std::uint32_t shared = 0;
    if (shorter.size() < table.attending.words()) {
        for (const auto member : shorter) {
            shared += table.attending.contains(other, member) ? 1 : 0;
        }
    } else {
        shared = countShared(table.attending.row(a), table.attending.row(b), table.attending.words());
    }
    return static_cast<double>(shared) / static_cast<double>(listA.size() + listB.size() - shared);
}

} // namespace

double audienceLikeness(std::uint32_t onlyA, std::uint32_t onlyB, std::uint32_t both, bool everyoneA,
                        bool everyoneB) {
    const double named = onlyA + onlyB + both;
    if (named == 0) {
        return everyoneA && everyoneB ? 0.5 : 0;
    }
    return (both + (everyoneB ? 0.5 * onlyA : 0) + (everyoneA ? 0.5 * onlyB : 0)) / named;
}

void addPlace(const ComparisonTable& table, std::size_t a, std::size_t b, Likeness& likeness) {
    if (table.recorded[a] & table.recorded[b] & placeBit) {
        const auto place = placeLikeness(table, a, b);
        likeness.components.place = place.jaccard;
        likeness.containment = place.containment;
        likeness.placeByAreas = place.byAreas;
    }
}

std::optional<double> purposeOf(const ComparisonTable& table, std::size_t a, std::size_t b) {
    if (!(table.recorded[a] & table.recorded[b] & purposeBit)) {
        return std::nullopt;
    }
    const auto shared = countShared(table.themes.row(a), table.themes.row(b), table.themes.words());
    return static_cast<double>(shared) /
           static_cast<double>(table.themeCounts[a] + table.themeCounts[b] - shared);
}

std::optional<double> audienceOf(const ComparisonTable& table, std::size_t a, std::size_t b) {
    if (!(table.recorded[a] & table.recorded[b] & audienceBit)) {
        return std::nullopt;
    }
    const auto shared = countShared(table.audiences.row(a), table.audiences.row(b), table.audiences.words());
    return audienceLikeness(table.audienceCounts[a] - shared, table.audienceCounts[b] - shared, shared,
                            table.everyone[a], table.everyone[b]);
}

std::optional<double> attendanceOf(const ComparisonTable& table, std::size_t a, std::size_t b) {
    if (!(table.recorded[a] & table.recorded[b] & attendanceBit)) {
        return std::nullopt;
    }
    return attendanceLikeness(table, a, b);
}

Likeness likenessOf(const ComparisonTable& table, std::size_t a, std::size_t b) {
    Likeness likeness;
    addPlace(table, a, b, likeness);
    likeness.components.purpose = purposeOf(table, a, b);
    likeness.components.audience = audienceOf(table, a, b);
    likeness.components.attendance = attendanceOf(table, a, b);
    return likeness;
}

} // namespace wardmote::analysis
