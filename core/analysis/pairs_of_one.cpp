#include "core/analysis/pairs_of_one.h"

#include "core/analysis/pair_scan.h"

#include <algorithm>

namespace wardmote::analysis {
namespace {

class AllPairs final : public PairSink {
public:
    double least() const override { return -1; } // all are ranked
    void pair(const Candidate& candidate) override { found.push_back(candidate); }
    void unranked(std::uint32_t, std::uint32_t, PairClass) override {}
    void unscored(const OneRow&, std::size_t, std::uint64_t) override {}
    std::vector<Candidate> found;
};

} // namespace

std::vector<Pair> pairsOfOne(const plan::Plan& plan, plan::Id mechanism, const DuplicationOptions& options) {
    const CostModel costs(plan, options.today);
    const ComparisonTable table(plan, costs, options.today);
    const auto row = table.rowOf(mechanism);
    if (row == table.size()) {
        return {};
    }
    const PairRules rules(plan.settings(), options.threshold);
    const Relations relations(plan);
    AllPairs all;
    RowScan(table, rules, relations, {1, false}).compare(static_cast<std::uint32_t>(row), all);
    for (const auto& linked : linkedPairs(table, rules, relations)) {
        if (linked.a == row || linked.b == row) {
            all.found.push_back(linked);
        }
    }
    std::ranges::sort(all.found, [](const Candidate& x, const Candidate& y) {
        return x.order() != y.order() ? x.order() > y.order() : std::pair(x.a, x.b) < std::pair(y.a, y.b);
    });
    std::vector<Pair> pairs;
    for (const auto& candidate : all.found) {
        if (pairs.size() == options.keepPairs) {
            break;
        }
        pairs.push_back(asPair(table, relations, costs, candidate));
    }
    return pairs;
}

} // namespace wardmote::analysis
