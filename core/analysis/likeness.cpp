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

/// True if the likeness of two places is by residents; else it is by number of areas.
bool byResidents(const ComparisonTable& table, std::size_t a, std::size_t b) {
    return table.knowsResidents[a] && table.knowsResidents[b];
}

/// What the areas covered by both weigh; their number where it goes by areas.
double sharedOf(const ComparisonTable& table, std::size_t a, std::size_t b, bool residents) {
    const auto* wordsA = table.areas.row(a);
    const auto* wordsB = table.areas.row(b);
    if (!residents) {
        return countShared(wordsA, wordsB, table.areas.words());
    }
    double sum = 0;
    const auto to = std::min(table.areaWords[a].to, table.areaWords[b].to);
    for (auto word = std::max(table.areaWords[a].from, table.areaWords[b].from); word < to; ++word) {
        sum += table.areaWeights.of(word, wordsA[word] & wordsB[word]);
    }
    return sum;
}

/// What a row's areas weigh on the same scale.
double sizeOf(const ComparisonTable& table, std::size_t row, bool residents) {
    return residents ? table.residents[row] : static_cast<double>(table.areaLists[row].size());
}

Place placeLikeness(const ComparisonTable& table, std::size_t a, std::size_t b) {
    if (table.wholePlan[a] && table.wholePlan[b]) {
        return {1, 1, false};
    }
    const bool residents = byResidents(table, a, b);
    const auto sizeA = sizeOf(table, a, residents);
    const auto sizeB = sizeOf(table, b, residents);
    const auto least = std::min(sizeA, sizeB);
    const auto shared = table.wholePlan[a] || table.wholePlan[b] ? least : sharedOf(table, a, b, residents);
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

double mostPlace(const ComparisonTable& table, std::size_t a, std::size_t b) {
    const bool residents = byResidents(table, a, b);
    const auto [least, most] = std::minmax({sizeOf(table, a, residents), sizeOf(table, b, residents)});
    return most > 0 ? least / most : 1;
}

std::optional<double> mostAttendance(const ComparisonTable& table, std::size_t a, std::size_t b) {
    const auto sizeA = table.attendingCounts[a];
    const auto sizeB = table.attendingCounts[b];
    if (sizeA == 0 || sizeB == 0) {
        return std::nullopt;
    }
    // Each mark that only one side has stands for at least one who attends there alone.
    const auto onlyA = table.attendingMarks[a] & ~table.attendingMarks[b];
    const auto onlyB = table.attendingMarks[b] & ~table.attendingMarks[a];
    const auto shared = std::min(sizeA - static_cast<std::uint32_t>(std::popcount(onlyA)),
                                 sizeB - static_cast<std::uint32_t>(std::popcount(onlyB)));
    return static_cast<double>(shared) / static_cast<double>(sizeA + sizeB - shared);
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
