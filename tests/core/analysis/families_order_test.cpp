#include "core/analysis/families_order.h"

#include "tests/support/properties.h"

#include <algorithm>
#include <set>

using namespace wardmote;
using namespace wardmote::analysis;

namespace {

Pair pairOf(plan::Id a, plan::Id b, double score) {
    Pair pair;
    pair.a = a;
    pair.b = b;
    pair.score = score;
    pair.confidence = 1;
    return pair;
}

} // namespace

TEST_CASE("Mechanisms that are alike stand beside one another") {
    // Two groups, 1 3 5 and 2 4 6, and one weak bridge from 5 to 2.
    const std::vector<Pair> pairs{pairOf(1, 3, .9), pairOf(2, 4, .9), pairOf(3, 5, .8), pairOf(4, 6, .8),
                                  pairOf(1, 5, .7), pairOf(2, 6, .7), pairOf(2, 5, .2)};
    const auto order = inBlocks(pairs);
    REQUIRE(order.size() == 6);
    const std::set<plan::Id> first(order.begin(), order.begin() + 3);
    CHECK((first == std::set<plan::Id>{1, 3, 5} || first == std::set<plan::Id>{2, 4, 6}));
}

TEST_CASE("The order holds each mechanism once, is repeatable, and no more than asked for") {
    tests::holds("a permutation of the mechanisms of the pairs", [] {
        std::vector<Pair> pairs;
        std::set<plan::Id> all;
        for (int i = *rc::gen::inRange(0, 30); i > 0; --i) {
            const auto a = *rc::gen::inRange<plan::Id>(1, 15);
            const auto b = *rc::gen::inRange<plan::Id>(15, 30);
            pairs.push_back(pairOf(a, b, *rc::gen::inRange(0, 101) / 100.0));
            all.insert({a, b});
        }
        std::ranges::stable_sort(pairs, std::greater{}, &Pair::order);
        const auto order = inBlocks(pairs);
        RC_ASSERT(order.size() == all.size());
        RC_ASSERT(std::set<plan::Id>(order.begin(), order.end()) == all);
        RC_ASSERT(order == inBlocks(pairs));
        RC_ASSERT(inBlocks(pairs, 5).size() <= 5);
    });
}
