#include "core/analysis/streamlining/cover_problem.h"
#include "core/analysis/streamlining/cover_search.h"
#include "core/analysis/streamlining/exact_cover.h"

#include <algorithm>
#include <fmt/format.h>
#include <memory>

namespace wardmote::analysis::streamlining {
namespace {

// Steps allowed, by experience with the council instances of 120 to 5,000 mechanisms: the small ones are
// proved after hundreds of them, the large ones stop getting better before they run out.
constexpr std::size_t relaxations = 1'500;
constexpr std::size_t firstRounds = 3'000;
constexpr std::size_t moreRounds = 400'000;
constexpr std::size_t rootIterations = 60'000;
constexpr std::size_t treeNodes = 200'000;
/// Above so many columns left the tree is not tried before the search has done what it can.
constexpr std::size_t treeColumns = 1'200;

class Solver {
public:
    Solver(const CoverProblem& problem, const CoverOptions& options, const Progress& progress,
           const std::function<void(const CoverAnswer&)>& better)
        : problem_(problem), options_(options), progress_(progress), better_(better),
          deadline_(options.seconds, progress.stop), reduction_(reduced(problem)) {}

    Result<CoverAnswer> solve() {
        if (!reduction_.impossible.empty()) {
            return failure(fmt::format("{} rows cannot be covered; the first is row {}.",
                                       reduction_.impossible.size(), reduction_.impossible.front() + 1));
        }
        if (reduction_.limitBroken) {
            return failure(brokenLimit);
        }
        for (const auto& core : reduction_.cores) {
            searches_.push_back(
                std::make_unique<CoverSearch>(core, options_.seed, deadline_, [this] { hear(); }));
        }
        ready_ = true;
        hear();
        double at = 0;
        for (std::size_t i = 0; i < searches_.size(); ++i) {
            progress_.at(at, "Looking for the smallest set");
            if (!decide(reduction_.cores[i], *searches_[i])) {
                return failure(brokenLimit);
            }
            at += 1.0 / static_cast<double>(searches_.size());
        }
        if (!known()) {
            return failure(stopped);
        }
        return answer();
    }

private:
    static constexpr const char* brokenLimit = "No set that keeps what must be kept stays within the limits.";

    /// False: no cover keeps the limits.
    bool decide(const Core& core, CoverSearch& search) {
        search.relax(relaxations); // the bound without the limits is a bound with them
        // The search knows no limits and would only come back to what they forbid.
        const bool searchable = core.limits.empty();
        search.improve(searchable ? firstRounds : 0);
        if (search.proven()) {
            return true;
        }
        const auto left = leftToDecide(core, search);
        const bool small = left.ids.size() <= treeColumns;
        if (!small && searchable) {
            search.improve(moreRounds);
        }
        const bool possible = finish(small ? left : leftToDecide(core, search), search);
        if (possible && !search.proven() && small && searchable && !deadline_.passed()) {
            search.improve(moreRounds);
        }
        return possible;
    }

    /// What a better cover can be made of: columns that their reduced costs do not rule out.
    Core leftToDecide(const Core& core, const CoverSearch& search) const {
        const auto& standing = search.standing();
        CoverProblem left{.costs = core.costs, .rows = core.rows, .needs = core.needs, .limits = core.limits};
        left.fixed.assign(core.costs.size(), Fixed::free);
        if (standing.found) {
            for (Column column = 0; column < core.costs.size(); ++column) {
                const bool ruledOut = standing.relaxed + std::max(standing.reducedCosts[column], 0.0) >=
                                      standing.cost - search.grain() + search.tolerance();
                const bool mine = std::ranges::binary_search(standing.best, column);
                left.fixed[column] = ruledOut && !mine ? Fixed::out : Fixed::free;
            }
        }
        return whole(core, left);
    }

    /// As one core again: forced columns stay rows of their own, so that costs compare.
    static Core whole(const Core& core, const CoverProblem& left) {
        const auto again = reduced(left);
        Core all;
        std::vector<Column> position(core.costs.size(), 0);
        const auto take = [&](Column column) {
            position[column] = static_cast<Column>(all.ids.size());
            all.ids.push_back(column);
            all.costs.push_back(core.costs[column]);
        };
        const auto addRow = [&](const std::vector<Column>& columns, int need) {
            all.rows.emplace_back();
            for (const auto column : columns) {
                all.rows.back().push_back(position[column]);
            }
            all.needs.push_back(need);
        };
        for (const auto column : again.forced) {
            take(column);
            addRow({column}, 1);
        }
        for (const auto& part : again.cores) {
            for (const auto column : part.ids) {
                take(column);
            }
            for (Row row = 0; row < part.rows.size(); ++row) {
                std::vector<Column> columns;
                for (const auto column : part.rows[row]) {
                    columns.push_back(part.ids[column]);
                }
                addRow(columns, part.needs[row]);
            }
        }
        for (const auto& limit : core.limits) {
            Limit mine{.most = limit.most};
            for (const auto& [column, weight] : limit.weights) {
                const auto at = std::ranges::find(all.ids, column);
                if (at != all.ids.end()) {
                    mine.weights.emplace_back(static_cast<Column>(at - all.ids.begin()), weight);
                }
            }
            all.limits.push_back(std::move(mine));
        }
        return all;
    }

    bool finish(const Core& left, CoverSearch& search) {
        const auto& standing = search.standing();
        double most = 1;
        for (const double cost : left.costs) {
            most += cost;
        }
        const double cutoff =
            standing.found ? standing.cost - std::max(search.grain() * 0.99, search.tolerance()) : most;
        const auto exact = exactCover(left, {cutoff, rootIterations, treeNodes, &deadline_});
        cut_ = cut_ || exact.deadlinePassed;
        if (exact.some) {
            std::vector<Column> columns;
            for (const auto column : exact.columns) {
                columns.push_back(left.ids[column]);
            }
            std::ranges::sort(columns);
            search.offer(columns);
        }
        if (exact.end == ExactAnswer::End::noneBelowCutoff && !standing.found) {
            return false;
        }
        search.raiseBound(exact.end == ExactAnswer::End::cut ? exact.bound : standing.cost);
        return true;
    }

    bool known() const {
        return std::ranges::all_of(searches_, [](const auto& search) { return search->standing().found; });
    }

    CoverAnswer answer() const {
        CoverAnswer all;
        all.chosen = reduction_.forced;
        bool proven = true;
        for (std::size_t i = 0; i < searches_.size(); ++i) {
            const auto& standing = searches_[i]->standing();
            for (const auto column : standing.best) {
                all.chosen.push_back(reduction_.cores[i].ids[column]);
            }
            all.bound += standing.bound;
            proven = proven && searches_[i]->proven();
            all.stoppedEarly = all.stoppedEarly || standing.cut;
        }
        std::ranges::sort(all.chosen);
        for (const auto column : all.chosen) {
            all.cost += problem_.costs[column];
        }
        for (const auto column : reduction_.forced) {
            all.bound += problem_.costs[column];
        }
        all.optimal = proven;
        all.bound = proven ? all.cost : std::min(all.bound, all.cost);
        all.stoppedEarly = !proven && (all.stoppedEarly || cut_);
        return all;
    }

    void hear() const {
        if (better_ && ready_ && known()) {
            better_(answer());
        }
    }

    const CoverProblem& problem_;
    const CoverOptions& options_;
    const Progress& progress_;
    const std::function<void(const CoverAnswer&)>& better_;
    const Deadline deadline_;
    const Reduction reduction_;
    std::vector<std::unique_ptr<CoverSearch>> searches_;
    bool ready_ = false;
    bool cut_ = false;
};

} // namespace

Result<CoverAnswer> solved(const CoverProblem& problem, const CoverOptions& options, const Progress& progress,
                           const std::function<void(const CoverAnswer&)>& better) {
    return Solver(problem, options, progress, better).solve();
}

} // namespace wardmote::analysis::streamlining
