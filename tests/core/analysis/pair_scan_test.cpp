#include "core/analysis/pair_scan.h"
#include "core/analysis/pairs_of_one.h"
#include "core/analysis/row_sets.h"
#include "tests/core/analysis/engagement.h"
#include "tests/support/properties.h"

#include <algorithm>
#include <random>
#include <tuple>

using namespace wardmote;
using namespace wardmote::analysis;
using tests::Engagement;
using tests::engagementDay;

namespace {

/// A plan of mechanisms drawn at random over more than one word of areas: blanks, whole plans, lives that
/// end, links, names that repeat.
plan::Plan drawnPlan(unsigned seed, std::size_t mechanisms) {
    std::mt19937 engine(seed);
    const auto below = [&](plan::Id limit) {
        return static_cast<plan::Id>(engine() % static_cast<unsigned>(limit));
    };
    plan::Settings settings;
    settings.confidenceNeeded = 0.5 + 0.2 * static_cast<double>(below(3));
    Engagement engagement({});
    engagement.settings(settings);
    for (plan::Id id = 1001; id <= 1090; ++id) {
        plan::Area area;
        area.id = id;
        if (below(12) != 0) {
            area.residents = 1 + static_cast<int>(below(5000));
        }
        engagement.plan.put(std::move(area));
    }
    for (plan::Id id = 101; id < 101 + static_cast<plan::Id>(mechanisms); ++id) {
        auto& made = engagement.mechanism(id, "Panel " + std::to_string(below(40)), {}, {});
        if (below(3) == 0) {
            made.name = "Bath City Forum" + std::string(below(2) == 0   ? " Sub Group"
                                                        : below(2) == 0 ? " (2012)"
                                                                        : "");
        }
        made.wholePlan = below(9) == 0 ? std::optional(true) : std::nullopt;
        const auto first = below(90);
        for (auto count = below(4) == 0 ? below(60) : below(4); count > 0; --count) {
            made.areas.push_back({{1001 + (first + count) % 90}});
        }
        for (auto count = below(4); count > 0; --count) {
            made.themes.push_back({{21 + below(5)}});
        }
        for (auto count = below(4); count > 0; --count) {
            made.audiences.push_back({{41 + below(4)}});
        }
        for (auto count = below(5); count > 0; --count) {
            made.attending.push_back({{61 + below(12)}, {}, {}, {}, {}, {}});
        }
        made.leadOrganisation = {61 + below(3)};
        if (below(4) == 0) {
            made.ended = plan::Date{2005 + static_cast<int>(below(12)), 5, 1};
        }
        if (below(4) == 0) {
            made.setUp = plan::Date{2005 + static_cast<int>(below(8)), 5, 1};
        }
        if (below(15) == 0) {
            made.reportsTo = {101 + below(static_cast<plan::Id>(mechanisms))};
        }
        engagement.again();
    }
    return engagement.plan;
}

struct Found {
    std::uint32_t a;
    std::uint32_t b;
    int kind; ///< a class, or -1 for a pair that can't be scored
    auto operator<=>(const Found&) const = default;
};

class Collector final : public PairSink {
public:
    explicit Collector(double least) : least_(least) {}
    double least() const override { return least_; }
    void pair(const Candidate& candidate) override {
        found.push_back({candidate.a, candidate.b, static_cast<int>(candidate.kind)});
    }
    void unranked(std::uint32_t a, std::uint32_t b, PairClass kind) override {
        found.push_back({a, b, static_cast<int>(kind)});
    }
    void unscored(const OneRow& one, std::size_t group, std::uint64_t others) override {
        forEachRow(others, group, [&](std::uint32_t other) { found.push_back({one.row(), other, -1}); });
    }
    std::vector<Found> found;

private:
    double least_;
};

/// Every two compared whole, as findDuplication() words it.
struct PlainReading {
    std::vector<Found> found;
    std::size_t compared = 0;

    PlainReading(const ComparisonTable& table, const PairRules& rules, const Relations& relations) {
        for (std::uint32_t a = 0; a < table.size(); ++a) {
            for (std::uint32_t b = a + 1; b < table.size(); ++b) {
                const bool apart = livesApart(table.lives[a], table.lives[b]);
                const bool active = table.lives[a].active && table.lives[b].active;
                compared += active && !apart ? 1 : 0;
                const auto candidate = analysis::compared(table, rules, a, b);
                const bool elsewhere = candidate.likeness.components.place == 0.0;
                if (elsewhere || relations.between(table.mechanisms[a]->id, table.mechanisms[b]->id)) {
                    continue;
                }
                if (!candidate.score) {
                    if (active && !apart) {
                        found.push_back({a, b, -1});
                    }
                } else if (const auto kind = rules.classOf(table, candidate, apart);
                           kind && (active || apart)) {
                    found.push_back({a, b, static_cast<int>(*kind)});
                }
            }
        }
    }
};

} // namespace

TEST_CASE("Every kernel and any number of threads find what comparing every two finds") {
    tests::holds("the same pairs, classes and counts", [] {
        const auto plan = drawnPlan(*rc::gen::arbitrary<unsigned>(), *rc::gen::inRange<std::size_t>(2, 150));
        const CostModel costs(plan, engagementDay);
        const ComparisonTable table(plan, costs, engagementDay);
        const PairRules rules(plan.settings(), {});
        const Relations relations(plan);
        const PlainReading plain(table, rules, relations);
        for (const auto& kernel : sharingKernels()) {
            for (const double least : {-1.0, 0.3, 2.0}) { // all ranked, some, none
                Collector collector(least);
                const auto compared = scanPairs(table, rules, relations, {1, true, kernel.run},
                                                [&](unsigned) -> PairSink& { return collector; }, {});
                std::ranges::sort(collector.found);
                RC_ASSERT(compared == plain.compared);
                RC_ASSERT(collector.found == plain.found);
            }
        }
        DuplicationOptions all;
        all.today = engagementDay;
        all.threads = 1;
        auto few = all;
        few.threads = 3;
        few.keepPairs = 3;
        few.keepUnscored = *rc::gen::element<std::size_t>(3, 60); // within those of one name, and beyond them
        const auto whole = *findDuplication(plan, all);
        const auto some = *findDuplication(plan, few);
        RC_ASSERT(whole.counts == some.counts);
        RC_ASSERT(whole.notEnoughInAll == some.notEnoughInAll);
        RC_ASSERT(std::equal(some.pairs.begin(), some.pairs.end(), whole.pairs.begin()));
        RC_ASSERT(some.notEnough.size() == std::min(few.keepUnscored, whole.notEnough.size()));
        for (std::size_t i = 0; i < some.notEnough.size(); ++i) {
            RC_ASSERT(some.notEnough[i].a == whole.notEnough[i].a);
            RC_ASSERT(some.notEnough[i].b == whole.notEnough[i].b);
        }
        for (const auto& pair : whole.pairs) {
            RC_ASSERT(pair.a < pair.b);
            RC_ASSERT(pair.confidence >= 0 && pair.confidence <= 1 + 1e-9);
            RC_ASSERT(!pair.score || (*pair.score >= 0 && *pair.score <= 1 + 1e-9));
        }
    });
}

TEST_CASE("Of pairs without places those are kept that promise most, whatever it is that they share") {
    // Thirty share a theme alone (0.30); after them, six share audience and one who attends, and no theme
    // (0.35).
    Engagement engagement;
    for (plan::Id id = 101; id <= 130; ++id) {
        engagement.mechanism(id, "Theme panel " + std::to_string(id), {}, {21});
    }
    for (plan::Id id = 131; id <= 136; ++id) {
        engagement.mechanism(id, "Circle " + std::to_string(id), {}, {id - 131 + 22}, {42}, {61});
    }
    DuplicationOptions options;
    options.today = engagementDay;
    options.threads = 1;
    options.keepUnscored = 15;
    const auto answer = *findDuplication(engagement.plan, options);
    CHECK(answer.notEnoughInAll == 36 * 35 / 2);
    REQUIRE(answer.notEnough.size() == 15);
    for (const auto& pair : answer.notEnough) {
        CHECK(pair.a >= 131);
    }
}

TEST_CASE("One row against all others finds the pairs that it is in") {
    tests::holds("the pairs of a whole scan", [] {
        const auto plan = drawnPlan(*rc::gen::arbitrary<unsigned>(), *rc::gen::inRange<std::size_t>(2, 150));
        const CostModel costs(plan, engagementDay);
        const ComparisonTable table(plan, costs, engagementDay);
        const PairRules rules(plan.settings(), {});
        const Relations relations(plan);
        const PlainReading plain(table, rules, relations);
        for (const auto& kernel : sharingKernels()) {
            const RowScan scan(table, rules, relations, {1, true, kernel.run});
            for (std::uint32_t row = 0; row < table.size(); row += 7) {
                Collector collector(-1);
                scan.compare(row, collector);
                for (auto& found : collector.found) { // pairs without a score are told from the row's side
                    std::tie(found.a, found.b) = std::minmax({found.a, found.b});
                }
                std::ranges::sort(collector.found);
                std::vector<Found> wanted;
                std::ranges::copy_if(plain.found, std::back_inserter(wanted),
                                     [row](const Found& found) { return found.a == row || found.b == row; });
                RC_ASSERT(collector.found == wanted);
            }
        }
    });
}

TEST_CASE("The pairs of one mechanism are those that the whole list has of it") {
    tests::holds("the same pairs in the same order", [] {
        const auto plan = drawnPlan(*rc::gen::arbitrary<unsigned>(), *rc::gen::inRange<std::size_t>(2, 150));
        DuplicationOptions options;
        options.today = engagementDay;
        const auto whole = *findDuplication(plan, options);
        for (plan::Id id = 101; id < 251; id += 13) {
            std::vector<Pair> wanted;
            std::ranges::copy_if(whole.pairs, std::back_inserter(wanted),
                                 [id](const Pair& pair) { return pair.a == id || pair.b == id; });
            RC_ASSERT(pairsOfOne(plan, id, options) == wanted);
        }
    });
}

TEST_CASE("Likeness is the same either way round") {
    tests::holds("symmetry and bounds", [] {
        const auto plan = drawnPlan(*rc::gen::arbitrary<unsigned>(), 12);
        const CostModel costs(plan, engagementDay);
        const ComparisonTable table(plan, costs, engagementDay);
        for (std::uint32_t a = 0; a < table.size(); ++a) {
            for (std::uint32_t b = 0; b < a; ++b) {
                const auto one = likenessOf(table, a, b);
                const auto other = likenessOf(table, b, a);
                RC_ASSERT(one.components == other.components);
                RC_ASSERT(one.containment == other.containment);
                if (const auto place = one.components.place) {
                    RC_ASSERT(*place >= 0 && *place <= *one.containment && *one.containment <= 1);
                    RC_ASSERT(*place <= mostPlace(table, a, b));
                }
                const auto most = mostAttendance(table, a, b);
                RC_ASSERT(most.has_value() == one.components.attendance.has_value());
                RC_ASSERT(!most || *one.components.attendance <= *most);
            }
        }
    });
}

TEST_CASE("A kernel marks the rows that share a member, over groups and words") {
    // Row 3 shares through word 0, row 64 through word 1, row 127 has what the set lacks.
    std::vector<std::uint64_t> columns(2 * 128, 0);
    columns[3] = 0b100;
    columns[128 + 64] = 0b1;
    columns[127] = 0b010;
    const std::vector<SetWord> set{{0, 0b101}, {1, 0b1}};
    for (const auto& kernel : sharingKernels()) {
        INFO(kernel.name);
        std::array<std::uint64_t, 2> shared{};
        kernel.run(set, columns.data(), 128, 0, 2, shared.data());
        CHECK(shared[0] == std::uint64_t{1} << 3);
        CHECK(shared[1] == 1);
        kernel.run({}, columns.data(), 128, 0, 2, shared.data());
        CHECK(shared == std::array<std::uint64_t, 2>{});
    }
}
