#include "core/analysis/pair_scan.h"

#include "core/analysis/row_sets.h"

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

constexpr std::size_t stretch = 16; ///< groups that a block of rows is compared with at a time
/// Rows that are compared with one stretch after another, so that what is read of the stretch is still near
/// when the next row asks for it; few enough that a stop is heard within 50 ms of 20,000 rows.
constexpr std::size_t block = 32;

} // namespace

/// What all threads of a scan read.
struct ScanScene {
    ScanScene(const ComparisonTable& ofTable, const PairRules& ofRules, const Relations& ofRelations,
              const ScanOptions& ofOptions)
        : table(ofTable), rules(ofRules), relations(ofRelations), options(ofOptions),
          rows(ofTable, ofRules, ofRelations) {}
    const ComparisonTable& table;
    const PairRules& rules;
    const Relations& relations;
    const ScanOptions options;
    const RowSets rows;
};

namespace {

/// A row with all that is asked of it again and again.
struct Chosen {
    Chosen(const ScanScene& scene, SetLikeness& sets, std::uint32_t row,
           const std::shared_ptr<const RowSet>& purposes)
        : one(scene.table, sets, row), mayMatter(scene.table, scene.rules, scene.rows, row, purposes),
          unscorable(scene.rows.unscorableWith[scene.table.recorded[row]]),
          placed(scene.rows.placed.has(row)), active(scene.rows.active.has(row)),
          mayEnd(scene.rows.mayEnd.has(row)), wholePlan(scene.rows.wholePlan.has(row)),
          linked(scene.rows.linked.has(row)) {}
    OneRow one;
    MayMatter mayMatter;
    const RowSet& unscorable;
    bool placed;
    bool active;
    bool mayEnd;
    bool wholePlan;
    bool linked;
};

/// One thread's part of a scan.
class Worker {
public:
    Worker(const ScanScene& scene, PairSink& sink)
        : scene_(scene), table_(scene.table), rules_(scene.rules), rows_(scene.rows), sink_(sink),
          sets_(scene.table) {}

    /// Compares rows with all later ones; gives how many of the pairs are active and exist at the same time.
    std::size_t compareWithLater(std::span<const std::uint32_t> rows) {
        choose(rows);
        const auto from = std::ranges::min(rows) / groupSize;
        compareFrom(from, true);
        return compared_;
    }

    /// The same of one row with all others.
    std::size_t compareWithAll(std::uint32_t row) {
        choose(std::span(&row, 1));
        compareFrom(0, false);
        return compared_;
    }

private:
    void choose(std::span<const std::uint32_t> rows) {
        compared_ = 0;
        chosen_.clear();
        chosen_.reserve(rows.size());
        for (const auto row : rows) {
            const auto themes = table_.themeSets.setOf[row];
            if (!purposes_ || purposesOf_ != themes) {
                purposes_ = std::make_shared<const RowSet>(
                    purposesThatMatter(rules_, rows_, OneRow(table_, sets_, row)));
                purposesOf_ = themes;
            }
            chosen_.emplace_back(scene_, sets_, row, purposes_);
        }
    }

    /// Compares those chosen with the rows from a group on.
    void compareFrom(std::size_t from, bool onlyLater) {
        std::array<std::uint64_t, stretch> shared;
        const auto groups = rows_.exists.groups();
        for (auto first = from; first < groups; first += stretch) {
            const auto last = std::min(first + stretch, groups);
            for (const auto& chosen : chosen_) {
                const auto row = chosen.one.row();
                const std::size_t own = row / groupSize;
                const auto start = onlyLater ? std::max(first, own) : first;
                if (start >= last) {
                    continue;
                }
                scene_.options.kernel(chosen.one.areas(), table_.areaColumns.data(), table_.columnStride,
                                      start, last, shared.data());
                for (auto group = start; group < last; ++group) {
                    const auto self = std::uint64_t{1} << (row % groupSize);
                    const auto inOwn = onlyLater ? ~(self | (self - 1)) : ~self;
                    compareWith(chosen, group, shared[group - start],
                                group == own ? inOwn : ~std::uint64_t{0});
                }
            }
        }
    }

    void compareWith(const Chosen& chosen, std::size_t group, std::uint64_t shareAreas, std::uint64_t among) {
        const auto exists = rows_.exists[group] & among;
        const auto bothActive = chosen.active ? exists & rows_.active[group] : 0;
        const auto bothPlaced = chosen.placed ? exists & rows_.placed[group] : 0;
        const auto everywhere = chosen.wholePlan ? rows_.wholePlan[group] : 0;
        const auto onePlace = bothPlaced & (shareAreas | everywhere);

        const auto apart = livesApartOf(chosen, group, bothActive | onePlace);
        const auto together = bothActive & ~apart;
        compared_ += static_cast<std::size_t>(std::popcount(together));
        const auto unlinked = ~linkedOf(chosen, group);
        const auto matter = chosen.mayMatter.rows(group) | chosen.unscorable[group];
        forEachRow(onePlace & (together | apart) & unlinked & matter, group,
                   [&](std::uint32_t b) { compare(chosen.one, b, (apart >> (b % groupSize)) & 1); });
        // Two that record their places and share none need not be known any better.
        const auto unplaced = together & ~bothPlaced & unlinked;
        if (unplaced != 0 && scene_.options.withUnscored) {
            sink_.unscored(chosen.one, group, unplaced);
        }
    }

    std::uint64_t livesApartOf(const Chosen& chosen, std::size_t group, std::uint64_t among) const {
        std::uint64_t apart = 0;
        const auto mayEnd = chosen.mayEnd ? ~std::uint64_t{0} : rows_.mayEnd[group];
        forEachRow(among & mayEnd, group, [&](std::uint32_t b) {
            const bool is = livesApart(table_.lives[chosen.one.row()], table_.lives[b]);
            apart |= std::uint64_t{is} << (b % groupSize);
        });
        return apart;
    }

    std::uint64_t linkedOf(const Chosen& chosen, std::size_t group) const {
        std::uint64_t linked = 0;
        if (chosen.linked) {
            const auto id = table_.mechanisms[chosen.one.row()]->id;
            forEachRow(rows_.linked[group], group, [&](std::uint32_t b) {
                const bool is = scene_.relations.between(id, table_.mechanisms[b]->id) != nullptr;
                linked |= std::uint64_t{is} << (b % groupSize);
            });
        }
        return linked;
    }

    /// Compares two in one place, each step only where the ones before leave something open.
    void compare(const OneRow& one, std::uint32_t b, bool apart) {
        const auto a = one.row();
        const auto both = static_cast<std::uint8_t>(table_.recorded[a] & table_.recorded[b]);
        if (!rules_.scorable(both)) {
            if (!apart && scene_.options.withUnscored) {
                sink_.unscored(one, b / groupSize, std::uint64_t{1} << (b % groupSize));
            }
            return;
        }
        Candidate candidate;
        auto& parts = candidate.likeness.components;
        parts.purpose = one.purpose(b);
        parts.place = mostPlace(table_, a, b);
        if (!rules_.canMatter(parts)) {
            return;
        }
        addPlace(table_, a, b, candidate.likeness);
        if (!rules_.canMatter(parts)) {
            return;
        }
        candidate.a = std::min(a, b);
        candidate.b = std::max(a, b);
        candidate.confidence = rules_.confidence(both);
        parts.audience = one.audience(b);
        parts.attendance = mostAttendance(table_, a, b);
        candidate.score = rules_.score(parts);
        if (candidate.order() < sink_.least() && !rules_.classNeedsScore(candidate)) {
            if (const auto kind = rules_.classOf(table_, candidate, apart)) {
                sink_.unranked(candidate.a, candidate.b, *kind);
            }
            return;
        }
        parts.attendance = attendanceOf(table_, a, b);
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
    SetLikeness sets_;
    std::vector<Chosen> chosen_; ///< the rows that are compared with others
    std::shared_ptr<const RowSet> purposes_;
    std::uint32_t purposesOf_ = 0; ///< the set of themes that they are of
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
            const auto from = next_.fetch_add(block);
            if (from >= order_.size()) {
                return;
            }
            const auto rows = std::span(order_).subspan(from, std::min(block, order_.size() - from));
            compared_ += worker.compareWithLater(rows);
            double done = 0;
            for (const auto row : rows) {
                done += static_cast<double>(order_.size() - 1 - row);
            }
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

std::vector<Candidate> linkedPairs(const ComparisonTable& table, const PairRules& rules,
                                   const Relations& relations) {
    std::vector<Candidate> pairs;
    for (const auto& relation : relations.all()) {
        const auto a = table.rowOf(std::min(relation.from, relation.to));
        const auto b = table.rowOf(std::max(relation.from, relation.to));
        if (a < table.size() && b < table.size()) {
            pairs.push_back(
                compared(table, rules, static_cast<std::uint32_t>(a), static_cast<std::uint32_t>(b)));
            pairs.back().kind =
                relation.kind == Relation::Kind::parent ? PairClass::parentAndSubGroup : PairClass::succeeded;
        }
    }
    return pairs;
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
