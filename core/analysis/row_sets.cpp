#include "core/analysis/row_sets.h"

#include <algorithm>
#include <limits>

namespace wardmote::analysis {
namespace {

constexpr std::size_t parts = 48; ///< finer ones would leave hardly fewer rows and cost memory

std::vector<double> sizesOf(const ComparisonTable& table, bool byResidents) {
    std::vector<double> sizes;
    sizes.reserve(table.size());
    for (const auto& place : table.places) {
        sizes.push_back(place.size(byResidents));
    }
    return sizes;
}

} // namespace

std::vector<std::vector<std::uint32_t>> rowsBySet(const DistinctSets& sets) {
    std::vector<std::vector<std::uint32_t>> rows(sets.first.size());
    for (std::size_t row = 0; row < sets.setOf.size(); ++row) {
        rows[sets.setOf[row]].push_back(static_cast<std::uint32_t>(row));
    }
    return rows;
}

SizeRanges::SizeRanges(const std::vector<double>& sizes) {
    auto sorted = sizes;
    std::ranges::sort(sorted);
    for (std::size_t part = 0; part < parts && !sorted.empty(); ++part) {
        cuts_.push_back(sorted[part * sorted.size() / parts]);
    }
    const auto repeats = std::ranges::unique(cuts_);
    cuts_.erase(repeats.begin(), repeats.end());
    cuts_.push_back(std::numeric_limits<double>::infinity());
    below_.assign(cuts_.size(), RowSet(sizes.size()));
    for (std::size_t row = 0; row < sizes.size(); ++row) {
        const auto first = std::ranges::upper_bound(cuts_, sizes[row]) - cuts_.begin();
        for (auto cut = static_cast<std::size_t>(first); cut < cuts_.size(); ++cut) {
            below_[cut].add(row);
        }
    }
}

SizeRanges::Range SizeRanges::range(double least, double most) const {
    const auto from = std::ranges::upper_bound(cuts_, least) - cuts_.begin();
    const auto to = std::ranges::upper_bound(cuts_, most) - cuts_.begin();
    const auto last = static_cast<std::ptrdiff_t>(cuts_.size()) - 1;
    return {static_cast<std::size_t>(std::max<std::ptrdiff_t>(from - 1, 0)),
            static_cast<std::size_t>(std::min(to, last))};
}

RowSets::RowSets(const ComparisonTable& table, const PairRules& rules, const Relations& relations)
    : exists(table.size()), placed(exists), active(exists), mayEnd(exists), wholePlan(exists), linked(exists),
      knowsResidents(exists), byResidents(sizesOf(table, true)), byAreas(sizesOf(table, false)),
      ofThemeSet(rowsBySet(table.themeSets)) {
    unscorableWith.fill(exists);
    for (std::size_t row = 0; row < table.size(); ++row) {
        const auto put = [row](RowSet& set, bool is) {
            if (is) {
                set.add(row);
            }
        };
        put(exists, true);
        put(placed, table.recorded[row] & placeBit);
        put(active, table.lives[row].active);
        put(mayEnd, table.lives[row].last.has_value());
        put(wholePlan, table.places[row].wholePlan);
        put(linked, relations.linked(table.mechanisms[row]->id));
        put(knowsResidents, table.places[row].knowsResidents);
        for (std::uint8_t other = 0; other < 16; ++other) {
            const auto both = static_cast<std::uint8_t>(table.recorded[row] & other);
            put(unscorableWith[other], !rules.scorable(both));
        }
    }
}

MayMatter::MayMatter(const ComparisonTable& table, const PairRules& rules, const RowSets& sets,
                     std::uint32_t row, std::shared_ptr<const RowSet> purposes)
    : sets_(&sets), purposes_(std::move(purposes)), knowsResidents_(table.places[row].knowsResidents) {
    const auto rangeOf = [&](const SizeRanges& ranges, double size) {
        const auto share = rules.leastPlaceOfOne();
        return ranges.range(size * share, share > 0 ? size / share : std::numeric_limits<double>::max());
    };
    residents_ = rangeOf(sets.byResidents, table.places[row].size(true));
    areas_ = rangeOf(sets.byAreas, table.places[row].size(false));
}

RowSet purposesThatMatter(const PairRules& rules, const RowSets& sets, const OneRow& one) {
    RowSet rows(sets.exists.groups() * groupSize);
    const auto& purposes = one.purposes();
    addRowsOf(
        sets.ofThemeSet,
        [&](std::size_t set) {
            return rules.canMatter({std::nullopt, purposes[set], {}, {}});
        },
        rows);
    return rows;
}

} // namespace wardmote::analysis
