#include "core/analysis/duplication.h"

#include "core/analysis/best_kept.h"
#include "core/analysis/families.h"
#include "core/analysis/pair_scan.h"
#include "core/analysis/unscored_pairs.h"

#include <algorithm>
#include <array>
#include <atomic>
#include <numeric>
#include <thread>

namespace wardmote::analysis {
namespace {

/// As little of a pair as ranks it: of most that are found all else is never asked for.
struct Ranked {
    explicit Ranked(const Candidate& pair) : order(pair.order()), a(pair.a), b(pair.b), kind(pair.kind) {}
    Ranked() = default;
    double order = 0;
    std::uint32_t a = 0;
    std::uint32_t b = 0;
    PairClass kind = PairClass::overlapping;
};
struct FirstByOrder {
    bool operator()(const Ranked& x, const Ranked& y) const {
        return x.order != y.order ? x.order > y.order : std::pair(x.a, x.b) < std::pair(y.a, y.b);
    }
};
class Finder final : public PairSink {
public:
    /// `least` is shared by all: what one thread has no room for is not among the first of all either.
    Finder(const UnscoredScene& scene, const DuplicationOptions& options, std::atomic<double>& least)
        : pairs(options.keepPairs), notEnough(scene, options.keepUnscored), least_(least) {}

    double least() const override { return least_.load(std::memory_order_relaxed); }
    void pair(const Candidate& candidate) override {
        ++counts[static_cast<std::size_t>(candidate.kind)];
        pairs.add(Ranked(candidate));
        if (pairs.limit() && pairs.limit()->order > least()) {
            least_.store(pairs.limit()->order, std::memory_order_relaxed);
        }
    }
    void unranked(std::uint32_t, std::uint32_t, PairClass kind) override {
        ++counts[static_cast<std::size_t>(kind)];
    }
    void unscored(const OneRow& one, std::size_t group, std::uint64_t others) override {
        notEnough.add(one, group, others);
    }

    BestKept<Ranked, FirstByOrder> pairs;
    UnscoredPairs notEnough;
    std::array<std::size_t, pairClassCount> counts{};

private:
    std::atomic<double>& least_;
};

std::vector<const plan::FieldInfo*> fieldsOf(std::uint8_t components) {
    std::vector<const plan::FieldInfo*> fields;
    const auto add = [&](ComponentBit bit, const plan::FieldInfo& field) {
        if (components & bit) {
            fields.push_back(&field);
        }
    };
    add(placeBit, plan::fieldFor<&plan::Mechanism::areas>());
    add(purposeBit, plan::fieldFor<&plan::Mechanism::themes>());
    add(attendanceBit, plan::fieldFor<&plan::Mechanism::attending>());
    add(audienceBit, plan::fieldFor<&plan::Mechanism::audiences>());
    return fields;
}

/// Calls for each of `count` places, on so many threads.
template<class Do>
void inParts(std::size_t count, std::size_t threads, const Do& doOne) {
    const auto part = [&](std::size_t thread) {
        for (auto place = count * thread / threads; place < count * (thread + 1) / threads; ++place) {
            doOne(place);
        }
    };
    std::vector<std::jthread> others;
    for (std::size_t thread = 1; thread < threads; ++thread) {
        others.emplace_back(part, thread);
    }
    part(0);
}

class Writer {
public:
    Writer(const ComparisonTable& table, const PairRules& rules, const Relations& relations,
           const CostModel& costs)
        : table_(table), rules_(rules), relations_(relations), costs_(costs) {}

    Pair pair(const Ranked& ranked) const {
        auto candidate = compared(table_, rules_, ranked.a, ranked.b);
        candidate.kind = ranked.kind;
        return asPair(table_, relations_, costs_, candidate);
    }

    UnscoredPair unscored(const Unscored& pair) const {
        UnscoredPair answer{
            table_.mechanisms[pair.a]->id, table_.mechanisms[pair.b]->id, rules_.confidence(pair.both), {}};
        for (const auto* field : fieldsOf(rules_.lacking(pair.both))) {
            for (const auto row : {pair.a, pair.b}) {
                const auto lacks = fieldsOf(static_cast<std::uint8_t>(~table_.recorded[row] & 15));
                if (std::ranges::find(lacks, field) != lacks.end()) {
                    answer.missing.push_back({table_.mechanisms[row]->id, field});
                }
            }
        }
        return answer;
    }

    std::vector<Gap> gaps(const std::vector<std::unique_ptr<Finder>>& finders) const {
        std::vector<Gap> gaps;
        for (std::size_t row = 0; row < table_.size(); ++row) {
            Gap gap{table_.mechanisms[row]->id, {}, 0};
            std::uint8_t lacking = 0;
            for (std::uint8_t other = 0; other < 16; ++other) {
                const auto both = static_cast<std::uint8_t>(table_.recorded[row] & other);
                const auto blanks = rules_.lacking(both) & ~table_.recorded[row];
                for (const auto& finder : finders) {
                    const auto waiting = blanks != 0 ? finder->notEnough.waiting(row, other) : 0;
                    if (waiting != 0) {
                        gap.pairs += waiting;
                        lacking |= static_cast<std::uint8_t>(blanks);
                    }
                }
            }
            if (lacking != 0) {
                gap.missing = fieldsOf(lacking);
                gaps.push_back(std::move(gap));
            }
        }
        std::ranges::stable_sort(gaps, std::greater{}, &Gap::pairs);
        return gaps;
    }

private:
    const ComparisonTable& table_;
    const PairRules& rules_;
    const Relations& relations_;
    const CostModel& costs_;
};

} // namespace

Pair asPair(const ComparisonTable& table, const Relations& relations, const CostModel& costs,
            const Candidate& candidate) {
    const auto a = candidate.a;
    const auto b = candidate.b;
    Pair pair;
    pair.a = table.mechanisms[a]->id;
    pair.b = table.mechanisms[b]->id;
    pair.kind = candidate.kind;
    pair.components = candidate.likeness.components;
    pair.score = candidate.score;
    pair.confidence = candidate.confidence;
    pair.containment = candidate.likeness.containment;
    pair.placeByAreas = candidate.likeness.placeByAreas;
    const auto* relation = relations.between(pair.a, pair.b);
    pair.inPart = relation && relation->inPart;
    pair.byName =
        !relation && (pair.kind == PairClass::succeeded || pair.kind == PairClass::parentAndSubGroup);
    const auto sizeOf = [&](std::uint32_t row) {
        return table.places[row].size(!candidate.likeness.placeByAreas);
    };
    if (pair.components.place && sizeOf(a) != sizeOf(b)) {
        pair.smaller = sizeOf(a) < sizeOf(b) ? pair.a : pair.b;
        return pair;
    }
    const auto meetingsA = costs.meetingsAYear(pair.a).value;
    const auto meetingsB = costs.meetingsAYear(pair.b).value;
    pair.smaller = meetingsA && meetingsB && *meetingsA < *meetingsB ? pair.a : pair.b;
    return pair;
}

std::size_t Duplication::inPairs() const {
    return std::accumulate(counts.begin(), counts.end(), std::size_t{0});
}

Result<Duplication> findDuplication(const plan::Plan& plan, const DuplicationOptions& options,
                                    const Progress& progress) {
    const CostModel costs(plan, options.today);
    const ComparisonTable table(plan, costs, options.today, options.areas);
    const PairRules rules(plan.settings(), options.threshold);
    const Relations relations(plan);
    const UnscoredScene unscored(table, rules);
    std::atomic<double> least{-1};
    std::vector<std::unique_ptr<Finder>> finders;
    for (unsigned thread = 0; thread < threadsFor(table.size(), options.threads); ++thread) {
        finders.push_back(std::make_unique<Finder>(unscored, options, least));
    }
    const auto compared = scanPairs(
        table, rules, relations, {options.threads, true, sharingKernels().back().run},
        [&](unsigned thread) -> PairSink& { return *finders[thread]; }, progress);
    if (!compared) {
        return failure("Stopped");
    }
    BestKept<Ranked, FirstByOrder> pairs(options.keepPairs);
    BestKept<Unscored, FirstByPromise> notEnough(options.keepUnscored);
    Duplication answer;
    answer.compared = *compared;
    answer.attendOverHalf = table.attendOverHalf;
    for (const auto& finder : finders) {
        pairs.addAll(finder->pairs);
        notEnough.addAll(finder->notEnough.kept);
        answer.notEnoughInAll += finder->notEnough.inAll;
        for (std::size_t kind = 0; kind < pairClassCount; ++kind) {
            answer.counts[kind] += finder->counts[kind];
        }
    }
    for (const auto& linked : linkedPairs(table, rules, relations)) {
        ++answer.counts[static_cast<std::size_t>(linked.kind)];
        pairs.add(Ranked(linked));
    }
    const Writer writer(table, rules, relations, costs);
    const auto ranked = pairs.sorted();
    answer.pairs.resize(ranked.size());
    inParts(ranked.size(), finders.size(),
            [&](std::size_t place) { answer.pairs[place] = writer.pair(ranked[place]); });
    for (const auto& pair : notEnough.sorted()) {
        answer.notEnough.push_back(writer.unscored(pair));
    }
    answer.gaps = writer.gaps(finders);
    answer.families = familiesOf(answer.pairs, rules.threshold());
    return answer;
}

} // namespace wardmote::analysis
