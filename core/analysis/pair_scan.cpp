#include "core/analysis/pair_scan.h"

#include <algorithm>
#include <array>
#include <atomic>
#include <bit>
#include <mutex>
#include <numeric>
#include <thread>
#include <tuple>

namespace wardmote::analysis {
namespace {

constexpr std::uint32_t groupSize = 64; ///< rows a group: as many as a word has bits
constexpr std::size_t stretch = 16;     ///< groups asked of a kernel at a time
constexpr std::size_t rowsATurn = 32;   ///< small enough that a stop is heard within 50 ms of 20,000 rows

/// Facts of rows as sets: a bit a row, a word a group.
struct RowSets {
    explicit RowSets(const ComparisonTable& table, const Relations& relations)
        : groups((table.size() + groupSize - 1) / groupSize), exists(1, table.size()), placed(exists),
          active(exists), mayEnd(exists), wholePlan(exists), linked(exists) {
        for (std::size_t row = 0; row < table.size(); ++row) {
            const auto put = [row](BitRows& set, bool is) {
                if (is) {
                    set.add(0, row);
                }
            };
            put(exists, true);
            put(placed, table.recorded[row] & placeBit);
            put(active, table.lives[row].active);
            put(mayEnd, table.lives[row].last.has_value());
            put(wholePlan, table.wholePlan[row]);
            put(linked, relations.linked(table.mechanisms[row]->id));
        }
    }
    std::size_t groups;
    BitRows exists;
    BitRows placed;
    BitRows active;
    BitRows mayEnd; ///< something is known of its end
    BitRows wholePlan;
    BitRows linked;
};

std::uint64_t groupOf(const BitRows& set, std::size_t group) {
    return set.row(0)[group];
}

} // namespace

/// What all threads of a scan read.
struct ScanScene {
    ScanScene(const ComparisonTable& ofTable, const PairRules& ofRules, const Relations& ofRelations,
              const ScanOptions& ofOptions)
        : table(ofTable), rules(ofRules), relations(ofRelations), options(ofOptions),
          rows(ofTable, ofRelations) {}
    const ComparisonTable& table;
    const PairRules& rules;
    const Relations& relations;
    const ScanOptions options;
    const RowSets rows;
};

namespace {

template<class Visit>
void forEachRow(std::uint64_t bits, std::uint32_t first, const Visit& visit) {
    for (; bits != 0; bits &= bits - 1) {
        visit(first + static_cast<std::uint32_t>(std::countr_zero(bits)));
    }
}

/// One thread's part of a scan.
class Worker {
public:
    Worker(const ScanScene& scene, PairSink& sink)
        : scene_(scene), table_(scene.table), rules_(scene.rules), rows_(scene.rows), sink_(sink) {}

    /// Compares a row with all later ones; gives how many of the pairs are active and exist at the same time.
    std::size_t compareRow(std::uint32_t row) {
        const auto later = ~std::uint64_t{1} << (row % groupSize);
        return compareFrom(row / groupSize, row, later);
    }

    /// The same with all others.
    std::size_t compareWithAll(std::uint32_t row) {
        return compareFrom(0, row, ~(std::uint64_t{1} << (row % groupSize)));
    }

private:
    /// With the rows from a group on, of its own group only with `inOwn`.
    std::size_t compareFrom(std::size_t from, std::uint32_t row, std::uint64_t inOwn) {
        a_ = row;
        one_.choose(row);
        compared_ = 0;
        const std::size_t own = row / groupSize;
        std::array<std::uint64_t, stretch> shared;
        for (auto first = from; first < rows_.groups; first += stretch) {
            const auto last = std::min(first + stretch, rows_.groups);
            scene_.options.kernel(one_.areas(), table_.areaColumns.data(), table_.columnStride, first, last,
                                  shared.data());
            for (auto group = first; group < last; ++group) {
                compareWith(group, shared[group - first], group == own ? inOwn : ~std::uint64_t{0});
            }
        }
        return compared_;
    }

    void compareWith(std::size_t group, std::uint64_t shareAreas, std::uint64_t among) {
        const auto first = static_cast<std::uint32_t>(group * groupSize);
        const auto exists = groupOf(rows_.exists, group) & among;
        const auto bothActive = rows_.active.contains(0, a_) ? exists & groupOf(rows_.active, group) : 0;
        const bool placed = rows_.placed.contains(0, a_);
        const auto bothPlaced = placed ? exists & groupOf(rows_.placed, group) : 0;
        const auto everywhere = rows_.wholePlan.contains(0, a_) ? groupOf(rows_.wholePlan, group) : 0;
        const auto onePlace = bothPlaced & (shareAreas | everywhere);

        const auto apart = livesApartOf(first, group, bothActive | onePlace);
        const auto together = bothActive & ~apart;
        compared_ += static_cast<std::size_t>(std::popcount(together));
        const auto unlinked = ~linkedOf(first, group);
        forEachRow(onePlace & (together | apart) & unlinked, first,
                   [&](std::uint32_t b) { compare(b, (apart >> (b - first)) & 1); });
        // Two that record their places and share none need not be known any better.
        const auto unplaced = together & ~bothPlaced & unlinked;
        if (unplaced != 0 && scene_.options.withUnscored) {
            sink_.unscored(one_, first, unplaced);
        }
    }

    std::uint64_t livesApartOf(std::uint32_t first, std::size_t group, std::uint64_t among) const {
        std::uint64_t apart = 0;
        const auto mayEnd = rows_.mayEnd.contains(0, a_) ? ~std::uint64_t{0} : groupOf(rows_.mayEnd, group);
        forEachRow(among & mayEnd, first, [&](std::uint32_t b) {
            apart |= std::uint64_t{livesApart(table_.lives[a_], table_.lives[b])} << (b - first);
        });
        return apart;
    }

    std::uint64_t linkedOf(std::uint32_t first, std::size_t group) const {
        std::uint64_t linked = 0;
        if (rows_.linked.contains(0, a_)) {
            forEachRow(groupOf(rows_.linked, group), first, [&](std::uint32_t b) {
                const bool is =
                    scene_.relations.between(table_.mechanisms[a_]->id, table_.mechanisms[b]->id) != nullptr;
                linked |= std::uint64_t{is} << (b - first);
            });
        }
        return linked;
    }

    /// Compares two in one place, each step only where the ones before leave something open.
    void compare(std::uint32_t b, bool apart) {
        const auto both = static_cast<std::uint8_t>(table_.recorded[a_] & table_.recorded[b]);
        if (!rules_.scorable(both)) {
            if (!apart && scene_.options.withUnscored) {
                sink_.unscored(one_, b, 1);
            }
            return;
        }
        Candidate candidate;
        auto& parts = candidate.likeness.components;
        parts.purpose = one_.purpose(b);
        parts.place = mostPlace(table_, a_, b);
        if (!rules_.canMatter(parts)) {
            return;
        }
        addPlace(table_, a_, b, candidate.likeness);
        if (!rules_.canMatter(parts)) {
            return;
        }
        candidate.a = std::min(a_, b);
        candidate.b = std::max(a_, b);
        candidate.confidence = rules_.confidence(both);
        parts.audience = one_.audience(b);
        parts.attendance = mostAttendance(table_, a_, b);
        candidate.score = rules_.score(parts);
        if (candidate.order() < sink_.least() && !rules_.classNeedsScore(candidate)) {
            if (const auto kind = rules_.classOf(table_, candidate, apart)) {
                sink_.unranked(candidate.a, candidate.b, *kind);
            }
            return;
        }
        parts.attendance = attendanceOf(table_, a_, b);
        candidate.score = rules_.score(parts);
        if (const auto kind = rules_.classOf(table_, candidate, apart)) {
            candidate.kind = *kind;
            sink_.pair(candidate);
        }
    }

    const ScanScene& scene_;
    const ComparisonTable& table_;
    const PairRules& rules_;
    const RowSets& rows_;
    PairSink& sink_;
    OneRow one_{table_};
    std::uint32_t a_ = 0; ///< the row that is compared with others
    std::size_t compared_ = 0;
};

/// Hands rows to threads and adds up what they say.
class Scan {
public:
    Scan(const ScanScene& scene, const Progress& progress) : scene_(scene), progress_(progress) {
        order_.resize(scene.table.size());
        std::iota(order_.begin(), order_.end(), std::uint32_t{0});
        std::ranges::sort(order_, {}, [&table = scene.table](std::uint32_t row) {
            return std::tuple(table.themeSets.setOf[row], table.audienceSets.setOf[row], row);
        });
    }

    void work(PairSink& sink) {
        Worker worker(scene_, sink);
        while (!progress_.stopped()) {
            const auto from = next_.fetch_add(rowsATurn);
            if (from >= order_.size()) {
                return;
            }
            const auto to = std::min(from + rowsATurn, order_.size());
            std::size_t compared = 0;
            double done = 0;
            for (auto i = from; i < to; ++i) {
                compared += worker.compareRow(order_[i]);
                done += static_cast<double>(order_.size() - 1 - order_[i]);
            }
            compared_ += compared;
            report(done);
        }
    }

    std::size_t compared() const { return compared_; }

private:
    void report(double pairs) {
        if (!progress_.report) {
            return;
        }
        const std::lock_guard lock(reporting_);
        const auto rows = static_cast<double>(order_.size());
        done_ += pairs;
        progress_.at(std::min(1.0, done_ / std::max(1.0, rows * (rows - 1) / 2)), "Comparing mechanisms");
    }

    const ScanScene& scene_;
    const Progress& progress_;
    std::vector<std::uint32_t>
        order_; ///< rows of the same themes and audience together, as OneRow likes them
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
    const ScanScene scene(table, rules, relations, options);
    Scan scan(scene, progress);
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

RowScan::RowScan(const ComparisonTable& table, const PairRules& rules, const Relations& relations,
                 const ScanOptions& options)
    : scene_(std::make_unique<ScanScene>(table, rules, relations, options)) {}

RowScan::~RowScan() = default;

std::size_t RowScan::compare(std::uint32_t row, PairSink& sink) const {
    return Worker(*scene_, sink).compareWithAll(row);
}

} // namespace wardmote::analysis
