#include "core/analysis/bit_tally.h"
#include "core/analysis/row_sets.h"
#include "tests/support/properties.h"

#include <array>

using namespace wardmote;
using namespace wardmote::analysis;

TEST_CASE("A tally counts for each row how often its bit was set") {
    tests::holds("as counting one by one", [] {
        constexpr std::size_t most = 40;
        BitTally tally(2, most);
        std::array<std::uint32_t, 128> plain{};
        const auto times = *rc::gen::inRange<std::size_t>(0, most);
        for (std::size_t i = 0; i < times; ++i) {
            const auto group = *rc::gen::inRange<std::size_t>(0, 2);
            const auto bits = *rc::gen::arbitrary<std::uint64_t>();
            tally.add(group, bits);
            forEachRow(bits, group, [&](std::uint32_t row) { ++plain[row]; });
        }
        for (std::size_t row = 0; row < plain.size(); ++row) {
            RC_ASSERT(tally.count(row) == plain[row]);
        }
    });
}

TEST_CASE("A range of sizes leaves out no row that is within, and most that are far off") {
    tests::holds("a superset", [] {
        const auto sizes = *rc::gen::container<std::vector<double>>(
            rc::gen::map(rc::gen::inRange(0, 500), [](int size) { return static_cast<double>(size); }));
        const auto least = static_cast<double>(*rc::gen::inRange(0, 500));
        const auto most = least + static_cast<double>(*rc::gen::inRange(0, 100));
        const SizeRanges ranges(sizes);
        const auto range = ranges.range(least, most);
        for (std::size_t row = 0; row < sizes.size(); ++row) {
            const bool in = (ranges.rows(range, row / groupSize) >> (row % groupSize)) & 1;
            RC_ASSERT(in || sizes[row] < least || sizes[row] > most);
        }
    });

    std::vector<double> sizes;
    for (int size = 0; size < 480; ++size) {
        sizes.push_back(size);
    }
    const SizeRanges ranges(sizes);
    const auto range = ranges.range(100, 109);
    int in = 0;
    for (std::size_t group = 0; group < RowSet(sizes.size()).groups(); ++group) {
        in += std::popcount(ranges.rows(range, group));
    }
    CHECK(in <= 30);
}
