#pragma once
#include "core/analysis/one_row.h"
#include "core/analysis/pair_rules.h"

#include <array>
#include <bit>

namespace wardmote::analysis {

inline constexpr std::uint32_t groupSize = 64; ///< rows a group: as many as a word has bits

/// A set of a table's rows, a bit a row, a word a group.
class RowSet {
public:
    RowSet() = default;
    explicit RowSet(std::size_t rows) : words_((rows + groupSize - 1) / groupSize) {}
    std::size_t groups() const { return words_.size(); }
    std::uint64_t operator[](std::size_t group) const { return words_[group]; }
    bool has(std::size_t row) const { return (words_[row / groupSize] >> (row % groupSize)) & 1; }
    void add(std::size_t row) { words_[row / groupSize] |= std::uint64_t{1} << (row % groupSize); }
    void remove(std::size_t row) { words_[row / groupSize] &= ~(std::uint64_t{1} << (row % groupSize)); }

private:
    std::vector<std::uint64_t> words_;
};

template<class Visit>
void forEachRow(std::uint64_t bits, std::size_t group, const Visit& visit) {
    for (; bits != 0; bits &= bits - 1) {
        visit(static_cast<std::uint32_t>(group * groupSize) +
              static_cast<std::uint32_t>(std::countr_zero(bits)));
    }
}

/// The rows with one of the sets of which `wanted` is true, by number of the set.
template<class Wanted>
void addRowsOf(const std::vector<std::vector<std::uint32_t>>& rowsBySet, const Wanted& wanted, RowSet& rows) {
    for (std::size_t set = 0; set < rowsBySet.size(); ++set) {
        if (wanted(set)) {
            for (const auto row : rowsBySet[set]) {
                rows.add(row);
            }
        }
    }
}

/// The rows of each set, ascending.
std::vector<std::vector<std::uint32_t>> rowsBySet(const DistinctSets& sets);

/// Which rows are near one in size, a superset: rows are cut by size into as many parts as bits go quickly.
class SizeRanges {
public:
    /// Of the rows with these sizes.
    explicit SizeRanges(const std::vector<double>& sizes);
    struct Range {
        std::size_t below = 0; ///< cut below which nothing is wanted
        std::size_t upTo = 0;  ///< cut from which on nothing is wanted
    };
    Range range(double least, double most) const;
    std::uint64_t rows(const Range& range, std::size_t group) const {
        return below_[range.upTo][group] & ~below_[range.below][group];
    }

private:
    std::vector<double> cuts_;  ///< ascending; the last is beyond every size
    std::vector<RowSet> below_; ///< by cut, the rows smaller than it
};

/// Facts of all rows as sets: what a scan can ask of 64 rows at once, before it looks at any pair.
struct RowSets {
    RowSets(const ComparisonTable& table, const PairRules& rules, const Relations& relations);

    RowSet exists;
    RowSet placed;
    RowSet active;
    RowSet mayEnd; ///< something is known of its end
    RowSet wholePlan;
    RowSet linked;
    RowSet knowsResidents;
    std::array<RowSet, 16> unscorableWith; ///< by what one row records: those that can't be scored with it
    SizeRanges byResidents;
    SizeRanges byAreas;
    std::vector<std::vector<std::uint32_t>> ofThemeSet;
};

/// The rows that may matter to one row by what PairRules::canMatter() asks, a superset.
class MayMatter {
public:
    /// `purposes`: rows whose purpose is shared with this row's or not recorded, from purposesThatMatter().
    MayMatter(const ComparisonTable& table, const PairRules& rules, const RowSets& sets, std::uint32_t row,
              std::shared_ptr<const RowSet> purposes);
    std::uint64_t rows(std::size_t group) const {
        const auto& known = (*sets_).knowsResidents;
        const auto byResidents = knowsResidents_ ? known[group] : 0;
        return (*purposes_)[group] | (byResidents & sets_->byResidents.rows(residents_, group)) |
               (~byResidents & sets_->byAreas.rows(areas_, group));
    }

private:
    const RowSets* sets_;
    std::shared_ptr<const RowSet> purposes_;
    bool knowsResidents_;
    SizeRanges::Range residents_;
    SizeRanges::Range areas_;
};

RowSet purposesThatMatter(const PairRules& rules, const RowSets& sets, const OneRow& one);

} // namespace wardmote::analysis
