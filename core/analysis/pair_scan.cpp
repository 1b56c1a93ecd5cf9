#include "core/analysis/pair_scan.h"

#include <algorithm>
#include <atomic>
#include <mutex>
#include <thread>

namespace wardmote::analysis {
namespace {

constexpr std::size_t rowsABlock = 16; ///< small enough that a stop is heard within 50 ms of 20,000 rows

class Scan {
public:
    Scan(const ComparisonTable& table, const PairRules& rules, const Relations& relations,
         const ScanOptions& options, const Progress& progress)
        : table_(table), rules_(rules), relations_(relations), options_(options), progress_(progress) {
        linked_.reserve(table.size());
        for (const auto* mechanism : table.mechanisms) {
            linked_.push_back(relations.linked(mechanism->id) ? 1 : 0);
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
    /// Compares one row with all later ones.
    std::size_t row(std::uint32_t a, PairSink& sink) {
        const auto rows = static_cast<std::uint32_t>(table_.size());
        const auto words = table_.areas.words();
        const auto* place = table_.areas.row(a);
        const auto recorded = table_.recorded[a];
        const auto& life = table_.lives[a];
        std::size_t compared = 0;
        for (auto b = a + 1; b < rows; ++b) {
            const bool active = life.active && table_.lives[b].active;
            const auto both = static_cast<std::uint8_t>(recorded & table_.recorded[b]);
            const bool elsewhere = (both & placeBit) && !meet(place, table_.areas.row(b), words) &&
                                   !(table_.wholePlan[a] && table_.wholePlan[b]);
            if (elsewhere && active) {
                // Nothing to say of this pair; only whether it was one has to be known.
                compared += livesApart(life, table_.lives[b]) ? 0 : 1;
                continue;
            }
            if (elsewhere || (!active && !(both & placeBit)) || joined(a, b)) {
                continue;
            }
            const bool apart = livesApart(life, table_.lives[b]);
            compared += active && !apart ? 1 : 0;
            if (!active && !apart) {
                continue;
            }
            pair(a, b, both, apart, sink);
        }
        return compared;
    }

    void pair(std::uint32_t a, std::uint32_t b, std::uint8_t both, bool apart, PairSink& sink) {
        if (rules_.scorable(both)) {
            auto candidate = analysis::compared(table_, rules_, a, b);
            if (const auto kind = rules_.classOf(table_, candidate, apart)) {
                candidate.kind = *kind;
                sink.pair(candidate);
            }
        } else if (!apart && options_.withUnscored) {
            sink.unscored(a, b, both);
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
