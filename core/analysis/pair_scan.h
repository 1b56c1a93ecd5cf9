#pragma once
#include "core/analysis/one_row.h"
#include "core/analysis/pair_rules.h"
#include "core/analysis/sharing_kernel.h"
#include "core/base/progress.h"

#include <functional>
#include <memory>

namespace wardmote::analysis {

/// Receives what one thread of a scan finds. Each thread has its own.
class PairSink {
public:
    virtual ~PairSink() = default;
    /// The order (score x confidence) that a pair must reach to be ranked.
    virtual double least() const = 0;
    /// A pair that some class fits.
    virtual void pair(const Candidate& candidate) = 0;
    /// One whose order is certainly below least(), so that only its class was worked out.
    virtual void unranked(std::uint32_t a, std::uint32_t b, PairClass kind) = 0;
    /// Pairs that can't be scored: of a row with those of a group of 64 rows whose bits are set. Either all
    /// of them record their place on both sides or none does.
    virtual void unscored(const OneRow& one, std::size_t group, std::uint64_t others) = 0;
};

struct ScanOptions {
    unsigned threads = 0; ///< 0: as many as the machine has
    bool withUnscored = true;
    SharingKernel kernel = sharingKernels().back().run;
};

/// Compares every two rows of the table that no link joins, and tells the sinks. How rows fall to threads
/// varies from run to run, so what the sinks make of it together must not depend on it. Gives the number of
/// pairs that are active and exist at the same time; nothing if it was stopped.
std::optional<std::size_t> scanPairs(const ComparisonTable& table, const PairRules& rules,
                                     const Relations& relations, const ScanOptions& options,
                                     const std::function<PairSink&(unsigned thread)>& sinkOf,
                                     const Progress& progress);

struct ScanScene;

/// Compares one row with all others, again and again: what follows one edit, where scanPairs() follows all.
/// Keeps references to what it is given.
class RowScan {
public:
    RowScan(const ComparisonTable& table, const PairRules& rules, const Relations& relations,
            const ScanOptions& options);
    ~RowScan();
    /// Tells the sink of each pair that this row is in, as scanPairs() does. Gives how many of them are
    /// active and exist at the same time.
    std::size_t compare(std::uint32_t row, PairSink& sink) const;

private:
    std::unique_ptr<const ScanScene> scene_;
};

/// How many threads a scan of so many rows takes.
unsigned threadsFor(std::size_t rows, unsigned wanted);

/// A candidate with the mechanisms' ids, its link and which of the two is the smaller.
Pair asPair(const ComparisonTable& table, const Relations& relations, const CostModel& costs,
            const Candidate& candidate);

/// The linked pairs of the table, which a scan leaves out.
std::vector<Candidate> linkedPairs(const ComparisonTable& table, const PairRules& rules,
                                   const Relations& relations);

/// Compares two rows whatever they are: fills likeness, score and confidence, not the class.
Candidate compared(const ComparisonTable& table, const PairRules& rules, std::uint32_t a, std::uint32_t b);

} // namespace wardmote::analysis
