#include "core/analysis/streamlining/cover_search.h"

#include <algorithm>
#include <cmath>
#include <limits>
#include <numeric>

namespace wardmote::analysis::streamlining {
namespace {

// Of the ruin-and-recreate search, found by trying on the council instance of 5,000 mechanisms: few columns
// at a time and uneven prices find more in the same time than many and even ones.
constexpr std::size_t mostRuined = 8;
constexpr double unevenness = 0.4;
constexpr double patience = 0.002;       ///< what a round may cost now and then, of the best
constexpr std::size_t homeEvery = 4'000; ///< rounds, then back to the best

} // namespace

Deadline::Deadline(const std::optional<double>& seconds, std::stop_token stop) : stop_(std::move(stop)) {
    if (seconds) {
        end_ = std::chrono::steady_clock::now() +
               std::chrono::duration_cast<std::chrono::steady_clock::duration>(
                   std::chrono::duration<double>(std::min(*seconds, 86'400.0)));
    }
}

bool Deadline::passed() const {
    return stop_.stop_requested() || (end_ && std::chrono::steady_clock::now() >= *end_);
}

double Deadline::secondsLeft() const {
    return end_ ? std::chrono::duration<double>(*end_ - std::chrono::steady_clock::now()).count() : 86'400.0;
}

double grainOf(const std::vector<double>& costs) {
    std::int64_t common = 0;
    for (const double cost : costs) {
        const double thousandths = cost * 1000;
        if (thousandths > 1e15 || std::abs(thousandths - std::round(thousandths)) > 1e-6) {
            return 0;
        }
        common = std::gcd(common, static_cast<std::int64_t>(std::llround(thousandths)));
    }
    return static_cast<double>(common) / 1000;
}

CoverSearch::CoverSearch(const Core& core, std::uint64_t seed, const Deadline& deadline,
                         std::function<void()> better)
    : core_(core), deadline_(deadline), random_(seed), better_(std::move(better)), cover_(core),
      grain_(grainOf(core.costs)) {
    standing_.reducedCosts = core.costs;
    cover_.fill(core.costs, 0, random_);
    cover_.prune();
    keepLimits();
    consider();
}

void CoverSearch::raiseBound(double bound) {
    const double grains = grain_ > 0 ? bound / grain_ : 0;
    const double doubt = 1e-6 + 1e-8 * grains; // of what the relaxation comes to: never rounded up by mistake
    const double rounded = grain_ > 0 ? std::ceil(grains - doubt) * grain_ : bound;
    standing_.bound = std::max(standing_.bound, rounded);
    if (standing_.found) {
        standing_.bound = std::min(standing_.bound, standing_.cost);
    }
}

void CoverSearch::offer(const std::vector<Column>& columns) {
    cover_.become(columns);
    if (cover_.complete()) {
        cover_.prune();
        consider();
    }
}

void CoverSearch::consider() {
    const double cost = cover_.cost();
    if ((!standing_.found || cost < standing_.cost - tolerance()) && cover_.excess() == 0) {
        standing_.best = cover_.sorted();
        standing_.cost = cost;
        standing_.found = true;
        better_();
    }
}

/// Exchanges heavy columns for others while that brings the cover nearer to its limits. Only a try: whether
/// any cover keeps them the exact search says.
void CoverSearch::keepLimits() {
    for (double over = cover_.excess(); over > 0 && !deadline_.passed();) {
        const auto before = cover_.sorted();
        std::vector<Column> best = before;
        double least = over;
        double cheapest = std::numeric_limits<double>::infinity();
        for (const auto column : before) {
            auto prices = core_.costs;
            prices[column] = 1e9 * (1 + prices[column]);
            cover_.drop(column);
            cover_.fill(prices, 0, random_);
            cover_.prune();
            const double now = cover_.excess();
            const double cost = cover_.cost();
            if (now < least || (now == least && now < over && cost < cheapest)) {
                least = now;
                cheapest = cost;
                best = cover_.sorted();
            }
            cover_.become(before);
        }
        cover_.become(best);
        if (!(least < over)) {
            return;
        }
        over = least;
    }
}

void CoverSearch::relax(std::size_t iterations) {
    const auto columns = core_.costs.size();
    std::vector<double> prices(core_.rows.size());
    for (Row row = 0; row < prices.size(); ++row) {
        prices[row] = std::numeric_limits<double>::infinity();
        for (const auto column : core_.rows[row]) {
            prices[row] = std::min(prices[row],
                                   core_.costs[column] / static_cast<double>(core_.columns[column].size()));
        }
    }
    auto best = prices;
    double bound = 0; // nothing costs less than nothing
    std::vector<double> costs(columns);
    std::vector<double> slope(prices.size());
    double step = 2;
    int stalled = 0;
    for (std::size_t round = 0; round < iterations && step > 0.002 && !proven(); ++round) {
        if (deadline_.passed()) {
            standing_.cut = true;
            break;
        }
        double value = 0;
        for (Row row = 0; row < prices.size(); ++row) {
            value += prices[row] * core_.needs[row];
            slope[row] = core_.needs[row];
        }
        std::vector<Column> cheap;
        for (Column column = 0; column < columns; ++column) {
            double cost = core_.costs[column];
            for (const auto row : core_.columns[column]) {
                cost -= prices[row];
            }
            costs[column] = cost;
            if (cost < 0) {
                value += cost;
                cheap.push_back(column);
                for (const auto row : core_.columns[column]) {
                    slope[row] -= 1;
                }
            }
        }
        if (value > bound * (1 + 1e-6)) {
            bound = value;
            best = prices;
            standing_.reducedCosts = costs;
            standing_.relaxed = value;
            raiseBound(bound);
            stalled = 0;
        } else if (++stalled >= 30) {
            step *= 0.6;
            stalled = 0;
            prices = best;
            continue;
        }
        if (round % 20 == 0) {
            cover_.become(cheap);
            cover_.fill(costs, 0, random_);
            cover_.prune();
            consider();
        }
        const double steepness = std::inner_product(slope.begin(), slope.end(), slope.begin(), 0.0);
        if (steepness < 0.5) {
            break;
        }
        const double top = standing_.found ? standing_.cost : cover_.cost();
        const double length = step * (1.01 * top - value) / steepness;
        for (Row row = 0; row < prices.size(); ++row) {
            prices[row] = std::max(0.0, prices[row] + length * slope[row]);
        }
    }
}

Column CoverSearch::neighbourOf(Column column) {
    const auto& mine = core_.columns[column];
    const auto& row = core_.rows[mine[random_.below(mine.size())]];
    const auto& theirs = core_.columns[row[random_.below(row.size())]];
    const auto& next = core_.rows[theirs[random_.below(theirs.size())]];
    for (const auto other : next) {
        if (cover_.has(other)) {
            return other;
        }
    }
    return column;
}

void CoverSearch::ruin(std::size_t columns) {
    const auto& chosen = cover_.chosen();
    std::vector<Column> taken{chosen[random_.below(chosen.size())]};
    const auto take = [&](Column column) {
        cover_.drop(column);
        log_.emplace_back(column, false);
    };
    take(taken.front());
    for (std::size_t at = 0; at < taken.size() && taken.size() < columns; ++at) {
        for (int tries = 0; tries < 12 && taken.size() < columns; ++tries) {
            const auto column = neighbourOf(taken[at]);
            if (cover_.has(column)) {
                take(column);
                taken.push_back(column);
            }
        }
    }
}

void CoverSearch::improve(std::size_t rounds) {
    if (!standing_.found || standing_.best.empty()) {
        return;
    }
    cover_.become(standing_.best);
    double now = standing_.cost;
    std::vector<double> prices(core_.costs.size());
    for (std::size_t round = 0; round < rounds && !proven(); ++round) {
        if (round % 16 == 0 && deadline_.passed()) {
            standing_.cut = true;
            return;
        }
        if (round % 64 == 0) { // a blend of cost and reduced cost for the rounds that come
            const double weight = random_.unit();
            for (Column column = 0; column < prices.size(); ++column) {
                prices[column] = weight * core_.costs[column] +
                                 (1 - weight) * std::max(standing_.reducedCosts[column], 0.0);
            }
        }
        log_.clear();
        const auto before = cover_.chosen().size();
        const auto most = std::max<std::size_t>(2, std::min<std::size_t>(before / 6, mostRuined));
        ruin(2 + random_.below(most));
        double change = 0;
        for (const auto& [column, added] : log_) {
            change -= core_.costs[column];
        }
        const auto kept = cover_.chosen().size();
        cover_.fill(prices, unevenness, random_);
        std::vector<Column> fresh(cover_.chosen().begin() + static_cast<std::ptrdiff_t>(kept),
                                  cover_.chosen().end());
        for (const auto column : fresh) {
            log_.emplace_back(column, true);
            change += core_.costs[column];
        }
        cover_.prune(fresh, [&](Column column) {
            log_.emplace_back(column, false);
            change -= core_.costs[column];
        });
        const double allowed = random_.below(20) == 0 ? patience * standing_.cost : 0;
        if (change <= allowed + 1e-12 && now + change < standing_.cost * 1.02) {
            now += change;
            if (now < standing_.cost - tolerance()) {
                consider();
            }
        } else {
            for (auto at = log_.rbegin(); at != log_.rend(); ++at) {
                at->second ? cover_.drop(at->first) : cover_.add(at->first);
            }
        }
        if (round % homeEvery == homeEvery - 1) {
            cover_.become(standing_.best);
            now = standing_.cost;
        }
    }
}

} // namespace wardmote::analysis::streamlining
