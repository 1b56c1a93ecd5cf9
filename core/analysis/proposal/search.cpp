#include "core/analysis/proposal/search.h"

#include <algorithm>
#include <atomic>
#include <chrono>
#include <mutex>
#include <thread>
#include <tuple>

namespace wardmote::analysis::proposal {
namespace {

using Clock = std::chrono::steady_clock;

double secondsSince(Clock::time_point then) {
    return std::chrono::duration<double>(Clock::now() - then).count();
}

/// How often to begin anew: small plans are soon exhausted and hang on their beginning, large ones need the
/// time.
std::uint32_t startsOf(std::size_t units, unsigned threads) {
    const std::uint32_t each = units < 100 ? 24 : units < 2000 ? 4 : 1;
    return each * threads;
}

/// Steps of one start where no time is given: the same on every machine.
std::uint64_t usualSteps(std::size_t units) {
    return units < 100 ? 200'000 : units < 2000 ? 2'000 * units : 1'500 * units;
}

/// Of one start, however much time there is: an hour on any machine.
constexpr double mostSteps = 1e11;

class Pool {
public:
    Pool(const UnitGraph& graph, const Aims& aims, const SearchOptions& options, const Progress& progress,
         const std::function<void(const Found&)>& better)
        : graph_(graph), aims_(aims), options_(options), progress_(progress), better_(better) {}

    /// Makes the starts first .. first + count - 1.
    void run(std::uint32_t first, std::uint32_t count, std::uint64_t steps, unsigned threads) {
        std::atomic<std::uint32_t> next{0};
        const auto work = [&] {
            for (auto i = next++; i < count; i = next++) {
                const Recipe recipe{options_.seed, first + i, steps};
                // Stopped, only the first start is still made: an answer is better than none.
                if (progress_.stopped() && first + i > 0) {
                    return;
                }
                auto found = madeBy(recipe, graph_, aims_, options_.from, patience_, progress_.stop,
                                    [&](const std::vector<Label>& labels, const Standing& standing) {
                                        hear({labels, standing, recipe});
                                    });
                if (found) {
                    const std::lock_guard lock(mutex_);
                    all_.push_back(std::move(*found));
                    progress_.at(static_cast<double>(++done_) / (count + 1), "Looking for arrangements");
                }
            }
        };
        std::vector<std::jthread> others;
        for (unsigned i = 1; i < std::min<unsigned>(threads, count); ++i) {
            others.emplace_back(work);
        }
        work();
    }

    std::vector<Found> sorted() {
        std::ranges::sort(all_, {}, [](const Found& found) {
            return std::tuple(found.standing.outside, found.standing.cost, found.recipe.start);
        });
        return std::move(all_);
    }

private:
    void hear(const Found& found) {
        if (!better_) {
            return;
        }
        const std::lock_guard lock(mutex_);
        if (!best_ || found.standing < *best_) {
            best_ = found.standing;
            better_(found);
        }
    }

    const UnitGraph& graph_;
    const Aims& aims_;
    const SearchOptions& options_;
    const Progress& progress_;
    const std::function<void(const Found&)>& better_;
    const Patience patience_;
    std::mutex mutex_;
    std::vector<Found> all_;
    std::optional<Standing> best_;
    std::uint32_t done_ = 0;
};

} // namespace

SearchAnswer search(const UnitGraph& graph, const Aims& aims, const SearchOptions& options,
                    const Progress& progress, const std::function<void(const Found&)>& better) {
    const auto began = Clock::now();
    const auto threads =
        options.threads != 0 ? options.threads : std::max(1U, std::thread::hardware_concurrency());
    Pool pool(graph, aims, options, progress, better);
    // A beginning without steps first: something to show at once, and how long a beginning takes on this
    // machine.
    pool.run(0, 1, 0, 1);
    // Without a time the starts are as many on every machine, whatever its cores: the answer is to be the
    // same.
    const auto starts = startsOf(graph.size(), options.seconds ? threads : 2);
    if (!options.seconds) {
        const auto steps = usualSteps(graph.size());
        pool.run(1, starts, steps, threads);
        return {pool.sorted(), steps * starts};
    }
    // Then short starts, on all cores at once as later, until they take long enough to be a measure.
    std::uint64_t few = 100 * graph.size() + 5000;
    std::uint32_t next = 1;
    double spent = 0;
    std::uint64_t steps = 0;
    for (; spent < *options.seconds / 16 && !progress.stopped(); few *= 2) {
        const auto fewBegan = Clock::now();
        pool.run(next, threads, few, threads);
        spent = secondsSince(fewBegan);
        next += threads;
        steps = few;
    }
    const double left = *options.seconds - secondsSince(began);
    const double each = left * 0.95 * threads / starts;
    const double wanted = static_cast<double>(steps) * std::max(each / std::max(spent, 1e-6), 1.0);
    steps = static_cast<std::uint64_t>(std::min(wanted, mostSteps));
    pool.run(next, starts, steps, threads);
    return {pool.sorted(), steps * starts};
}

double difference(const UnitGraph& graph, Label clusters, const std::vector<Label>& a,
                  const std::vector<Label>& b) {
    std::vector<double> common(static_cast<std::size_t>(clusters) * clusters, 0);
    for (Unit unit = 0; unit < graph.size(); ++unit) {
        common[static_cast<std::size_t>(a[unit]) * clusters + b[unit]] += graph.sizeOf(unit).residents;
    }
    double kept = 0;
    for (Label label = 0; label < clusters; ++label) {
        const auto row =
            common.begin() + static_cast<std::ptrdiff_t>(static_cast<std::size_t>(label) * clusters);
        kept += *std::max_element(row, row + clusters);
    }
    return graph.residents() > 0 ? 1 - kept / graph.residents() : 0;
}

} // namespace wardmote::analysis::proposal
