#pragma once
#include "core/analysis/bit_rows.h"
#include "core/analysis/bit_weights.h"
#include "core/analysis/duplication.h"
#include "core/analysis/lives.h"
#include "core/text/names.h"

#include <algorithm>
#include <bit>
#include <span>

namespace wardmote::analysis {

/// The four components as bits of a mask.
enum ComponentBit : std::uint8_t { placeBit = 1, purposeBit = 2, audienceBit = 4, attendanceBit = 8 };

/// Which rows have the same set: most plans hold far fewer sets of themes than mechanisms.
struct DistinctSets {
    std::vector<std::uint32_t> setOf; ///< by row
    std::vector<std::uint32_t> first; ///< by set, a row that has it
};

/// What the place of a row is measured by: side by side, as a scan asks for all of it at once.
struct PlaceOfRow {
    double residents = 0;        ///< covered, as far as recorded
    std::uint32_t areas = 0;     ///< how many are covered
    std::uint32_t fromWord = 0;  ///< of the row's words in ComparisonTable::areas, the first that holds any
    std::uint32_t toWord = 0;    ///< the one after the last
    bool wholePlan = false;      ///< covers the whole plan
    bool knowsResidents = false; ///< some live there, and those of each area are recorded
    /// Its size on the scale on which two are compared.
    double size(bool byResidents) const { return byResidents ? residents : areas; }
};

/// Everything by which mechanisms are compared, as plain arrays. A row is a mechanism; the universes of the
/// sets are the plan's areas, themes, communities and the organisations that attend, by position.
struct ComparisonTable {
    /// Rows are the mechanisms that are not proposed or paused; with areas given, only those that cover one.
    ComparisonTable(const plan::Plan& plan, const CostModel& costs, plan::Date today,
                    std::span<const plan::Id> onlyAreas = {});

    std::size_t size() const { return mechanisms.size(); }
    std::size_t rowOf(plan::Id mechanism) const; ///< size() if it has none

    std::vector<const plan::Mechanism*> mechanisms; ///< in order of id
    std::vector<std::uint8_t> recorded;             ///< mask of components that a row records
    std::vector<Life> lives;

    BitRows areas;
    std::vector<std::uint64_t> areaColumns; ///< the words of `areas` as a SharingKernel reads them
    std::size_t columnStride = 0;
    std::vector<std::vector<std::uint32_t>> areaLists; ///< positions, ascending
    std::vector<PlaceOfRow> places;
    std::vector<double> residentsOfArea; ///< by position; 0 where not recorded
    BitWeights areaWeights;              ///< the same

    BitRows themes;
    std::vector<std::uint32_t> themeCounts;
    DistinctSets themeSets;
    BitRows audiences; ///< without "everyone"
    std::vector<std::uint32_t> audienceCounts;
    std::vector<std::uint8_t> everyone;
    DistinctSets audienceSets;
    BitRows attending; ///< those that count
    std::vector<std::vector<std::uint32_t>> attendingLists;
    std::vector<std::uint32_t> attendingCounts;
    std::vector<std::uint64_t>
        attendingMarks; ///< a bit for each that attends, shared by every 64th organisation
    std::vector<plan::Id> attendOverHalf;

    std::vector<text::NameKey> names;
    std::vector<std::uint32_t> sameName;       ///< equal for rows whose normalised names are equal
    std::vector<std::uint32_t> sameButForYear; ///< equal where they are once years are taken out
    /// `sameName` of the one that this is a part of as names say: its own speaks of a sub-group of it, or the
    /// body that leads it has that name.
    std::vector<std::uint32_t> partOf;
    static constexpr std::uint32_t partOfNone = ~std::uint32_t{0};

private:
    void addMechanisms(const plan::Plan& plan, const CostModel& costs, plan::Date today,
                       std::span<const plan::Id> onlyAreas);
    void addPlaces(const plan::Plan& plan);
    void addPurposes(const plan::Plan& plan);
    void addAudiences(const plan::Plan& plan);
    void addAttendance(const plan::Plan& plan);
    void addNames(const plan::Plan& plan);
};

/// How alike two rows are.
struct Likeness {
    Components components;
    std::optional<double> containment;
    bool placeByAreas = false;
};
Likeness likenessOf(const ComparisonTable& table, std::size_t a, std::size_t b);

/// The components one by one, for a scan that needs few of them for most pairs.
std::optional<double> purposeOf(const ComparisonTable& table, std::size_t a, std::size_t b);
std::optional<double> audienceOf(const ComparisonTable& table, std::size_t a, std::size_t b);
std::optional<double> attendanceOf(const ComparisonTable& table, std::size_t a, std::size_t b);
void addPlace(const ComparisonTable& table, std::size_t a, std::size_t b, Likeness& likeness);
/// True if the likeness of two places is by residents; else it is by number of areas.
inline bool byResidents(const PlaceOfRow& a, const PlaceOfRow& b) {
    return a.knowsResidents && b.knowsResidents;
}

/// No less than the place Jaccard of two rows that both record place; by their sizes alone.
inline double mostPlace(const ComparisonTable& table, std::size_t a, std::size_t b) {
    const auto& placeA = table.places[a];
    const auto& placeB = table.places[b];
    const bool residents = byResidents(placeA, placeB);
    const auto sizeA = placeA.size(residents);
    const auto sizeB = placeB.size(residents);
    const auto most = std::max(sizeA, sizeB);
    return most > 0 ? std::min(sizeA, sizeB) / most : 1;
}

/// The same of attendance, by numbers and marks; nothing where one of them does not record it.
inline std::optional<double> mostAttendance(const ComparisonTable& table, std::size_t a, std::size_t b) {
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

/// Share of the communities named by either that both engage, as Components words it.
double audienceLikeness(std::uint32_t onlyA, std::uint32_t onlyB, std::uint32_t both, bool everyoneA,
                        bool everyoneB);

} // namespace wardmote::analysis
