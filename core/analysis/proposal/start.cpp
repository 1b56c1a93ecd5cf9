#include "core/analysis/proposal/start.h"

#include "core/analysis/proposal/tree_cut.h"

#include <algorithm>

namespace wardmote::analysis::proposal {
namespace {

constexpr int levels = 64;
/// What a step may cost at the start and at the end, of a cost of about one a cluster.
constexpr double hot = 0.08;
constexpr double cold = 0.0008;
/// An arrangement that exists is to be improved, not forgotten.
constexpr double warm = 0.01;
constexpr std::uint64_t between = 512; ///< steps from one look at the whole to the next
constexpr double leastPenalty = 1;
constexpr double mostPenalty = 1e5;
/// Dealing two clusters out anew counts like so many steps for each of their units.
constexpr std::uint64_t redealSteps = 60;

class Try {
public:
    Try(const Recipe& recipe, const UnitGraph& graph, const Aims& aims, const Patience& patience,
        const std::stop_token& stop,
        const std::function<void(const std::vector<Label>&, const Standing&)>& better)
        : recipe_(recipe), graph_(graph), aims_(aims), patience_(patience), stop_(stop), better_(better),
          random_(recipe.seed * 0x9e3779b97f4a7c15 + recipe.start * std::uint64_t{7919} + 1),
          partition_(graph, aims), cutter_(graph, aims) {
        for (Unit unit = 0; unit < graph.size(); ++unit) {
            const bool pinned = !aims.pinned.empty() && aims.pinned[unit] != noLabel;
            if (!pinned && !graph.of(unit).empty()) {
                movable_.push_back(unit);
            }
        }
    }

    std::optional<Found> run(const std::optional<std::vector<Label>>& from) {
        auto labels = from ? from : firstArrangement(graph_, aims_, random_);
        if (!labels || (stop_.stop_requested() && recipe_.start > 0)) {
            return std::nullopt;
        }
        partition_.assign(std::move(*labels));
        best_ = {partition_.labels(), partition_.standing(), recipe_};
        if (better_) {
            better_(best_.labels, best_.standing);
        }
        if (aims_.clusters > 1 && !movable_.empty()) {
            anneal(recipe_.steps * 80 / 100, from ? warm : hot);
            backToBest();
            redeal(recipe_.steps * 95 / 100);
            settle(recipe_.steps);
        }
        return best_;
    }

private:
    bool over(std::uint64_t until) const { return taken_ >= until || stop_.stop_requested(); }

    void anneal(std::uint64_t until, double from) {
        const double cooling = factorFrom(from, cold, levels);
        double temperature = from;
        double penalty = 2;
        const auto each = std::max<std::uint64_t>(until / levels, 1);
        for (int level = 0; level < levels && !over(until); ++level) {
            partition_.setPenalty(penalty);
            const auto end = each * static_cast<std::uint64_t>(level + 1);
            while (!over(end)) {
                steps(std::min(between, end - taken_), temperature);
                look();
            }
            // The band is no weight to be bought off: what does not meet it becomes dearer until it does.
            const bool met = partition_.standing().outside <= 0;
            penalty = std::clamp(penalty * (met ? 0.9 : 1.25), leastPenalty, mostPenalty);
            temperature *= cooling;
        }
    }

    void redeal(std::uint64_t until) {
        partition_.setPenalty(100);
        while (!over(until)) {
            const auto unit = movable_[random_.below(movable_.size())];
            const auto borders = graph_.of(unit);
            const auto one = partition_.labelOf(unit);
            const auto other = partition_.labelOf(borders[random_.below(borders.size())].to);
            if (one == other) {
                ++taken_;
                continue;
            }
            auto ids = partition_.unitsOf(unit, one, other);
            taken_ += ids.size() * redealSteps;
            if (const auto cut = cutter_.cut(ids, {one, other}, 4, random_)) {
                partition_.redeal(ids, cut->units, cut->labels.front(), cut->otherLabels.front());
            }
            const auto some = 20 * graph_.size() / aims_.clusters;
            steps(some, 0);
            look();
        }
    }

    void settle(std::uint64_t until) {
        backToBest();
        partition_.setPenalty(mostPenalty);
        while (!over(until)) {
            steps(std::min(between, until - taken_), 0);
            look();
        }
    }

    void steps(std::uint64_t count, double temperature) {
        taken_ += count;
        for (std::uint64_t i = 0; i < count; ++i) {
            step(temperature);
        }
    }

    void step(double temperature) {
        const auto unit = movable_[random_.below(movable_.size())];
        const auto borders = graph_.of(unit);
        const auto across = borders[random_.below(borders.size())].to;
        const auto to = partition_.labelOf(across);
        const auto from = partition_.labelOf(unit);
        if (to == from || !partition_.allowed(unit, to)) {
            return;
        }
        const double bearable = temperature > 0 ? temperature * patience_.draw(random_) : -1e-12;
        const auto move = partition_.weighed(unit, to);
        if (move.change <= bearable) {
            if (partition_.staysWhole(unit)) {
                partition_.take(move);
            }
        } else if ((random_.next() & 3U) == 0) {
            exchange(move, across, bearable);
        }
    }

    /// Moves that are too dear alone may pay if the other cluster gives a unit back.
    void exchange(const Partition::Move& there, Unit across, double bearable) {
        const auto near = graph_.of(across);
        const auto other = (random_.next() & 1U) == 0 ? across : near[random_.below(near.size())].to;
        if (partition_.labelOf(other) != there.to || !partition_.allowed(other, there.from) ||
            !partition_.staysWhole(there.unit)) {
            return;
        }
        partition_.take(there);
        const auto back = partition_.weighed(other, there.from);
        const bool joins = std::ranges::any_of(graph_.of(other), [&](const UnitGraph::Border& border) {
            return partition_.labelOf(border.to) == there.from;
        });
        if (joins && there.change + back.change <= bearable && partition_.staysWhole(other)) {
            partition_.take(back);
        } else {
            partition_.take(partition_.weighed(there.unit, there.from));
        }
    }

    void look() {
        const auto standing = partition_.standing();
        if (standing < best_.standing) {
            const bool worthShowing =
                better_ && (standing.outside < best_.standing.outside || standing.cost < shown_ * 0.98);
            best_.labels = partition_.labels();
            best_.standing = standing;
            if (worthShowing) {
                shown_ = standing.cost;
                better_(best_.labels, best_.standing);
            }
        }
    }

    void backToBest() { partition_.assign(best_.labels); }

    const Recipe recipe_;
    const UnitGraph& graph_;
    const Aims& aims_;
    const Patience& patience_;
    const std::stop_token& stop_;
    const std::function<void(const std::vector<Label>&, const Standing&)>& better_;
    Random random_;
    Partition partition_;
    TreeCutter cutter_;
    std::vector<Unit> movable_;
    Found best_;
    double shown_ = std::numeric_limits<double>::infinity();
    std::uint64_t taken_ = 0;
};

} // namespace

std::optional<Found> madeBy(const Recipe& recipe, const UnitGraph& graph, const Aims& aims,
                            const std::optional<std::vector<Label>>& from, const Patience& patience,
                            const std::stop_token& stop,
                            const std::function<void(const std::vector<Label>&, const Standing&)>& better) {
    return Try(recipe, graph, aims, patience, stop, better).run(from);
}

} // namespace wardmote::analysis::proposal
