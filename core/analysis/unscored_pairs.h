#pragma once
#include "core/analysis/best_kept.h"
#include "core/analysis/bit_tally.h"
#include "core/analysis/row_sets.h"

namespace wardmote::analysis {

struct Unscored {
    std::uint32_t a = 0;
    std::uint32_t b = 0;
    std::uint8_t both = 0;
    double promise = 0; ///< how alike they are in what is recorded
};
struct FirstByPromise {
    bool operator()(const Unscored& x, const Unscored& y) const {
        return x.promise != y.promise ? x.promise > y.promise : std::pair(x.a, x.b) < std::pair(y.a, y.b);
    }
};

/// What all threads read to rank pairs that can't be scored.
struct UnscoredScene {
    UnscoredScene(const ComparisonTable& ofTable, const PairRules& ofRules);
    const ComparisonTable& table;
    const PairRules& rules;
    std::vector<std::vector<std::uint32_t>> ofName; ///< by ComparisonTable::sameName
    std::vector<std::uint8_t> masks;                ///< what rows record: the masks that there are
    std::array<RowSet, 16> recording;               ///< the rows of each
    /// By set of audiences, the rows whose likeness with it is over a half; empty where there are too many
    /// sets to keep so much of each.
    std::vector<RowSet> ofMuchTheSameAudience;
};

/// The pairs of one thread that can't be scored: all counted, the most promising kept. In a plan with blanks
/// they are many times those that can, so that nearly all are passed over 64 at a time.
class UnscoredPairs {
public:
    UnscoredPairs(const UnscoredScene& scene, std::size_t capacity);

    /// As PairSink::unscored() says.
    void add(const OneRow& one, std::size_t group, std::uint64_t others);

    BestKept<Unscored, FirstByPromise> kept;
    std::size_t inAll = 0;
    /// How many pairs of a row were with others that record just this.
    std::size_t waiting(std::size_t row, std::uint8_t othersRecord) const;

private:
    /// Which can still be kept with a set of themes, where place is not recorded on both sides.
    struct Hopeful {
        std::uint32_t themeSet = 0;
        double limit = 0; ///< what was to be reached when it was worked out; it only grows
        /// By the other's set of themes: 1 if it can be kept with much the same audience, 3 if with any.
        std::vector<std::uint8_t> ofThemeSet;
    };
    std::uint64_t hopefulAmong(std::uint64_t others, const OneRow& one, std::size_t group);
    void workOut(Hopeful& hopeful, const OneRow& one) const;
    void addOne(const OneRow& one, std::uint32_t b);

    const UnscoredScene& scene_;
    double limit_ = 0;               ///< the promise that must be reached to be kept
    std::array<Hopeful, 8> hopeful_; ///< by theme set, the last asked for; rows come sorted by it
    std::array<std::vector<std::uint32_t>, 16> chosenWaits_; ///< by what the other records, then row
    std::array<BitTally, 16> othersWait_;                    ///< by what the chosen row recorded
    std::uint32_t named_ = ~std::uint32_t{0};                ///< the row whose name the next is of
    RowSet sameName_;
};

} // namespace wardmote::analysis
