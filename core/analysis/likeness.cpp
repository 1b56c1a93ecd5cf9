#include "core/analysis/comparison_table.h"

#include <algorithm>

namespace wardmote::analysis {
namespace {

struct Place {
    double jaccard = 0;
    double containment = 0;
    bool byAreas = false;
};

Place placeLikeness(const ComparisonTable& table, std::size_t a, std::size_t b) {
    if (table.wholePlan[a] && table.wholePlan[b]) {
        return {1, 1, false};
    }
    const bool aIsShorter = table.areaLists[a].size() <= table.areaLists[b].size();
    const auto& shorter = table.areaLists[aIsShorter ? a : b];
    const auto other = aIsShorter ? b : a;
    double residents = 0;
    double count = 0;
    if (table.wholePlan[other]) {
        residents = table.residents[aIsShorter ? a : b];
        count = static_cast<double>(shorter.size());
    } else {
        for (const auto area : shorter) {
            if (table.areas.contains(other, area)) {
                residents += table.residentsOfArea[area];
                count += 1;
            }
        }
    }
    const double least = std::min(table.residents[a], table.residents[b]);
    if (!table.lacksResidents[a] && !table.lacksResidents[b] && least > 0) {
        const double either = table.residents[a] + table.residents[b] - residents;
        return {residents / either, residents / least, false};
    }
    const auto sizeA = static_cast<double>(table.areaLists[a].size());
    const auto sizeB = static_cast<double>(table.areaLists[b].size());
    const double either = sizeA + sizeB - count;
    return {either > 0 ? count / either : 0, count > 0 ? count / std::min(sizeA, sizeB) : 0, true};
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

Likeness placeAndPurposeOf(const ComparisonTable& table, std::size_t a, std::size_t b) {
    Likeness likeness;
    const auto both = static_cast<std::uint8_t>(table.recorded[a] & table.recorded[b]);
    if (both & placeBit) {
        const auto place = placeLikeness(table, a, b);
        likeness.components.place = place.jaccard;
        likeness.containment = place.containment;
        likeness.placeByAreas = place.byAreas;
    }
    if (both & purposeBit) {
        const auto shared = countShared(table.themes.row(a), table.themes.row(b), table.themes.words());
        likeness.components.purpose =
            static_cast<double>(shared) /
            static_cast<double>(table.themeCounts[a] + table.themeCounts[b] - shared);
    }
    return likeness;
}

void addAudienceAndAttendance(const ComparisonTable& table, std::size_t a, std::size_t b,
                              Likeness& likeness) {
    const auto both = static_cast<std::uint8_t>(table.recorded[a] & table.recorded[b]);
    if (both & audienceBit) {
        const auto shared =
            countShared(table.audiences.row(a), table.audiences.row(b), table.audiences.words());
        likeness.components.audience =
            audienceLikeness(table.audienceCounts[a] - shared, table.audienceCounts[b] - shared, shared,
                             table.everyone[a], table.everyone[b]);
    }
    if (both & attendanceBit) {
        likeness.components.attendance = attendanceLikeness(table, a, b);
    }
}

Likeness likenessOf(const ComparisonTable& table, std::size_t a, std::size_t b) {
    auto likeness = placeAndPurposeOf(table, a, b);
    addAudienceAndAttendance(table, a, b, likeness);
    return likeness;
}

} // namespace wardmote::analysis
