#pragma once
#include "core/base/progress.h"
#include "core/base/result.h"

#include <cstdint>
#include <functional>
#include <optional>
#include <utility>
#include <vector>

namespace wardmote::analysis::streamlining {

using Column = std::uint32_t; ///< what may be chosen, by position
using Row = std::uint32_t;    ///< what must be covered, by position

enum class Fixed : std::uint8_t { free, in, out };

/// The weights of the columns chosen may add up to `most`; fixed ones count. Weights are not negative.
struct Limit {
    std::vector<std::pair<Column, double>> weights; ///< each column once; others weigh nothing
    double most = 0;
};

/// Weighted set cover: choose columns of least cost so that every row is covered.
struct CoverProblem {
    std::vector<double> costs;             ///< of each column, finite and not negative
    std::vector<std::vector<Column>> rows; ///< for each row the columns that cover it, each once
    std::vector<int> needs;                ///< how many of them a row needs; empty: one each
    std::vector<Fixed> fixed;              ///< empty: all free
    std::vector<Limit> limits;
};

/// The message of the Error of a search that was stopped before it found anything.
inline constexpr const char* stopped = "Stopped";

struct CoverOptions {
    std::uint64_t seed = 1;
    /// Cuts the work off, to be felt only where it is not done sooner: the work itself is counted in steps,
    /// so that the same problem gives the same answer on every machine.
    std::optional<double> seconds;
};

struct CoverAnswer {
    std::vector<Column> chosen; ///< ascending, with those fixed in
    double cost = 0;
    double bound = 0;          ///< no cover costs less
    bool optimal = false;      ///< the cost is the bound
    bool stoppedEarly = false; ///< time ran out, or somebody stopped it
    double gap() const { return cost > 0 ? (cost - bound) / cost : 0; } ///< 0..1 of the cost
};

/// Solves the problem: reductions, a Lagrangian bound (Held and Karp's subgradient; after Caprara, Fischetti
/// and Toth 1999), a ruin-and-recreate search, then branch and bound on what is left. `better` hears of each
/// better cover as it is found. Errors: a row that cannot be covered as often as it needs, limits that no
/// cover keeps, "Stopped" where nothing was found yet.
Result<CoverAnswer> solved(const CoverProblem& problem, const CoverOptions& options = {},
                           const Progress& progress = {},
                           const std::function<void(const CoverAnswer&)>& better = {});

} // namespace wardmote::analysis::streamlining
