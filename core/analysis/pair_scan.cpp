#include "core/analysis/pair_scan.h"

#include <algorithm>
#include <array>
#include <atomic>
#include <mutex>
#include <thread>

namespace wardmote::analysis {
namespace {

constexpr std::uint32_t stretch = 1024;
constexpr std::size_t rowsABlock = 16; ///< small enough that a stop is heard within 50 ms of 20,000 rows

class Scan {
public:
    Scan(const ComparisonTable& table, const PairRules& rules, const Relations& relations,
         const ScanOptions& options, const Progress& progress)
        : table_(table), rules_(rules), relations_(relations), options_(options), progress_(progress) {
        for (std::size_t row = 0; row < table.size(); ++row) {
            linked_.push_back(relations.linked(table.mechanisms[row]->id) ? 1 : 0);
            active_.push_back(table.lives[row].active ? 1 : 0);
            mayEnd_.push_back(table.lives[row].last ? 1 : 0);
        }
    }

    void work(PairSink& sink) {
        const auto rows = table_.size();
        while (!progress_.stopped()) {
            const auto from = next_.fetch_add(rowsABlock);
            if (from >= rows) {
                return;
            }
            const auto to = std::min(from + rowsABlock, rows);
            std::size_t compared = 0;
            for (auto a = from; a < to; ++a) {
                compared += row(static_cast<std::uint32_t>(a), sink);
            }
            compared_ += compared;
            report(from, to);
        }
    }

    std::size_t compared() const { return compared_; }

private:
    /// Compares one row with all later ones, a stretch of them at a time.
    std::size_t row(std::uint32_t a, PairSink& sink) {
        const auto rows = static_cast<std::uint32_t>(table_.size());
        std::array<std::uint64_t, stretch> shared;
        std::size_t compared = 0;
        for (auto from = a + 1; from < rows; from += stretch) {
            const auto to = std::min(from + stretch, rows);
            std::fill_n(shared.begin(), to - from, std::uint64_t{0});
            for (std::size_t word = 0; word < table_.areas.words(); ++word) {
                // Most mechanisms cover few areas, so that most of their words are empty.
                if (const auto mine = table_.areas.row(a)[word]) {
                    const auto* others = table_.areaColumns.data() + word * rows;
                    for (auto b = from; b < to; ++b) {
                        shared[b - from] |= mine & others[b];
                    }
                }
            }
            for (auto b = from; b < to; ++b) {
                compared += pair(a, b, shared[b - from] != 0, sink);
            }
        }
        return compared;
    }

    /// One if the two are active and exist at the same time.
    std::size_t pair(std::uint32_t a, std::uint32_t b, bool shareAreas, PairSink& sink) {
        const bool active = active_[a] && active_[b];
        const auto both = static_cast<std::uint8_t>(table_.recorded[a] & table_.recorded[b]);
        const bool elsewhere =
            (both & placeBit) && !shareAreas && !(table_.wholePlan[a] && table_.wholePlan[b]);
        const auto apart = [&] {
            return (mayEnd_[a] || mayEnd_[b]) && livesApart(table_.lives[a], table_.lives[b]);
        };
        if (elsewhere) {
            return active && !apart() ? 1 : 0; // nothing more to say of this pair
        }
        if (!active && !(both & placeBit)) {
            return 0;
        }
        const bool livesDoNotMeet = apart();
        const std::size_t one = active && !livesDoNotMeet ? 1 : 0;
        if ((active || livesDoNotMeet) && !joined(a, b)) {
            compare(a, b, both, livesDoNotMeet, sink);
        }
        return one;
    }

    void compare(std::uint32_t a, std::uint32_t b, std::uint8_t both, bool apart, PairSink& sink) {
        if (!rules_.scorable(both)) {
            if (!apart && options_.withUnscored) {
                sink.unscored(a, b, both);
            }
            return;
        }
        Candidate candidate;
        candidate.a = a;
        candidate.b = b;
        candidate.likeness = placeAndPurposeOf(table_, a, b);
        if (!rules_.canMatter(candidate.likeness.components)) {
            return;
        }
        addAudienceAndAttendance(table_, a, b, candidate.likeness);
        candidate.confidence = rules_.confidence(both);
        candidate.score = rules_.score(candidate.likeness.components);
        if (const auto kind = rules_.classOf(table_, candidate, apart)) {
            candidate.kind = *kind;
            sink.pair(candidate);
        }
    }

    bool joined(std::uint32_t a, std::uint32_t b) const {
        return linked_[a] && linked_[b] &&
               relations_.between(table_.mechanisms[a]->id, table_.mechanisms[b]->id);
    }

    void report(std::size_t from, std::size_t to) {
        if (!progress_.report) {
            return;
        }
        const std::lock_guard lock(reporting_);
        const auto rows = static_cast<double>(table_.size());
        for (auto row = from; row < to; ++row) {
            done_ += rows - static_cast<double>(row) - 1;
        }
        progress_.at(std::min(1.0, done_ / std::max(1.0, rows * (rows - 1) / 2)), "Comparing mechanisms");
    }

    const ComparisonTable& table_;
    const PairRules& rules_;
    const Relations& relations_;
    const ScanOptions& options_;
    const Progress& progress_;
    std::vector<std::uint8_t> linked_;
    std::vector<std::uint8_t> active_;
    std::vector<std::uint8_t> mayEnd_; ///< something is known of its end
    std::atomic<std::size_t> next_{0};
    std::atomic<std::size_t> compared_{0};
    std::mutex reporting_;
    double done_ = 0;
};

} // namespace

unsigned threadsFor(std::size_t rows, unsigned wanted) {
    const unsigned most = wanted != 0 ? wanted : std::max(1u, std::thread::hardware_concurrency());
    return rows < 500 ? 1 : most;
}

Candidate compared(const ComparisonTable& table, const PairRules& rules, std::uint32_t a, std::uint32_t b) {
    Candidate candidate;
    candidate.a = a;
    candidate.b = b;
    candidate.likeness = likenessOf(table, a, b);
    const auto both = static_cast<std::uint8_t>(table.recorded[a] & table.recorded[b]);
    candidate.confidence = rules.confidence(both);
    if (rules.scorable(both)) {
        candidate.score = rules.score(candidate.likeness.components);
    }
    return candidate;
}

std::optional<std::size_t> scanPairs(const ComparisonTable& table, const PairRules& rules,
                                     const Relations& relations, const ScanOptions& options,
                                     const std::function<PairSink&(unsigned thread)>& sinkOf,
                                     const Progress& progress) {
    Scan scan(table, rules, relations, options, progress);
    const auto threads = threadsFor(table.size(), options.threads);
    {
        std::vector<std::jthread> others;
        for (unsigned thread = 1; thread < threads; ++thread) {
            others.emplace_back([&scan, &sink = sinkOf(thread)] { scan.work(sink); });
        }
        scan.work(sinkOf(0));
    }
    if (progress.stopped()) {
        return std::nullopt;
    }
    return scan.compared();
}

} // namespace wardmote::analysis
