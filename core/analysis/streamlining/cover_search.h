#pragma once
#include "core/analysis/streamlining/cover.h"

#include <chrono>

namespace wardmote::analysis::streamlining {

/// When to stop, asked often and cheaply.
class Deadline {
public:
    Deadline(const std::optional<double>& seconds, std::stop_token stop);
    bool passed() const;
    /// What is left; a day where no time was set.
    double secondsLeft() const;

private:
    std::optional<std::chrono::steady_clock::time_point> end_;
    std::stop_token stop_;
};

/// The best cover of a core known so far, and what no cover can go below.
struct Standing {
    std::vector<Column> best; ///< ascending; empty while none is known that keeps the limits
    double cost = 0;
    bool found = false;
    double bound = 0;
    std::vector<double> reducedCosts; ///< by the best multipliers
    double relaxed = 0; ///< the bound that these gave, not rounded: with a column it is so much more
    bool cut = false;   ///< the deadline cut something off
};

/// The greatest number that all costs are multiples of, 0 where there is none: a better cover is better by
/// that much. Costs that are whole thousandths are looked at.
double grainOf(const std::vector<double>& costs);

class CoverSearch {
public:
    CoverSearch(const Core& core, std::uint64_t seed, const Deadline& deadline, std::function<void()> better);

    /// A first cover and the bound of the Lagrangian relaxation, by at most `iterations` of Held and Karp's
    /// subgradient, with a greedy cover now and then on what its prices say.
    void relax(std::size_t iterations);
    /// Takes neighbouring columns out of the cover and fills it again, `rounds` times or until the bound.
    void improve(std::size_t rounds);
    /// The bound may be raised by others; it is rounded up to what a cover can cost.
    void raiseBound(double bound);
    /// Takes a cover that others found, if it is complete, keeps the limits and is better.
    void offer(const std::vector<Column>& columns);
    bool proven() const { return standing_.found && standing_.cost <= standing_.bound + tolerance(); }
    double grain() const { return grain_; }
    double tolerance() const { return 1e-9 * (1 + standing_.cost); }
    const Standing& standing() const { return standing_; }

private:
    void consider();
    void keepLimits();
    void ruin(std::size_t columns);
    Column neighbourOf(Column column);

    const Core& core_;
    const Deadline& deadline_;
    proposal::Random random_;
    std::function<void()> better_;
    Cover cover_;
    Standing standing_;
    double grain_ = 0;
    std::vector<std::pair<Column, bool>> log_; ///< what a round changed; true: added
};

} // namespace wardmote::analysis::streamlining
