// Set cover on plain data: worked examples by hand, all covers tried on small ones, known optima.
#include "core/analysis/streamlining/cover_problem.h"
#include "tests/support/catch.h"
#include "tests/support/folders.h"
#include "tests/support/properties.h"
#include "tests/support/set_cover_instance.h"

#include <algorithm>
#include <bit>

namespace {

using namespace wardmote::analysis::streamlining;
using wardmote::tests::setCoverInstance;

CoverAnswer answerOf(const CoverProblem& problem, const CoverOptions& options = {}) {
    const auto answer = solved(problem, options);
    REQUIRE(answer);
    return *answer;
}

bool isCover(const CoverProblem& problem, const std::vector<Column>& chosen) {
    for (std::size_t row = 0; row < problem.rows.size(); ++row) {
        const auto times = std::ranges::count_if(
            problem.rows[row], [&](Column column) { return std::ranges::binary_search(chosen, column); });
        if (times < (problem.needs.empty() ? 1 : problem.needs[row])) {
            return false;
        }
    }
    for (const auto& limit : problem.limits) {
        double sum = 0;
        for (const auto& [column, weight] : limit.weights) {
            sum += std::ranges::binary_search(chosen, column) ? weight : 0;
        }
        if (sum > limit.most + 1e-9) {
            return false;
        }
    }
    for (Column column = 0; column < problem.fixed.size(); ++column) {
        const bool in = std::ranges::binary_search(chosen, column);
        if ((problem.fixed[column] == Fixed::in && !in) || (problem.fixed[column] == Fixed::out && in)) {
            return false;
        }
    }
    return true;
}

/// The least cost of any cover, by trying all; nothing if there is none.
std::optional<double> leastByTrying(const CoverProblem& problem) {
    std::optional<double> least;
    for (std::uint32_t set = 0; set < (1U << problem.costs.size()); ++set) {
        std::vector<Column> chosen;
        double cost = 0;
        for (Column column = 0; column < problem.costs.size(); ++column) {
            if ((set >> column) & 1U) {
                chosen.push_back(column);
                cost += problem.costs[column];
            }
        }
        if ((!least || cost < *least) && isCover(problem, chosen)) {
            least = cost;
        }
    }
    return least;
}

} // namespace

TEST_CASE("the cheapest cover is found and proved") {
    // Greedy takes 0 first (three rows for 4: 1.33 each) and pays 4 + 2 + 2; 1 and 2 alone cost 6.
    const CoverProblem problem{.costs = {4, 3, 3, 2, 2}, .rows = {{0, 1}, {0, 1}, {0, 2}, {1, 3}, {2, 4}}};
    const auto answer = answerOf(problem);
    CHECK(answer.chosen == std::vector<Column>{1, 2});
    CHECK(answer.cost == 6);
    CHECK(answer.bound == 6);
    CHECK(answer.optimal);
    CHECK_FALSE(answer.stoppedEarly);
}

TEST_CASE("a triangle of pairs shows a gap that only the exact search closes") {
    // Each two of three columns cover all: the relaxation takes half of each, 1.5; a cover costs 2.
    const CoverProblem problem{.costs = {1.01, 1.02, 1.03}, .rows = {{0, 1}, {1, 2}, {0, 2}}};
    const auto answer = answerOf(problem);
    CHECK(answer.chosen == std::vector<Column>{0, 1});
    CHECK(answer.optimal);
}

TEST_CASE("what is fixed stays, and what is closed is not taken") {
    CoverProblem problem{.costs = {5, 1, 1}, .rows = {{0, 1}, {0, 2}}};
    problem.fixed = {Fixed::in, Fixed::free, Fixed::free};
    CHECK(answerOf(problem).chosen == std::vector<Column>{0});
    problem.fixed = {Fixed::free, Fixed::out, Fixed::free};
    CHECK(answerOf(problem).chosen == std::vector<Column>{0});
    problem.fixed = {Fixed::out, Fixed::out, Fixed::free};
    CHECK_FALSE(solved(problem));
}

TEST_CASE("a row may need several") {
    const CoverProblem problem{.costs = {1, 2, 3, 9}, .rows = {{0, 1, 2}, {2, 3}}, .needs = {2, 1}};
    CHECK(answerOf(problem).chosen == std::vector<Column>{0, 2});
}

TEST_CASE("a limit holds, or it is said that it can't") {
    CoverProblem problem{.costs = {1, 1, 5}, .rows = {{0, 2}, {1, 2}}};
    problem.limits = {{.weights = {{0, 4}, {1, 4}, {2, 6}}, .most = 7}};
    CHECK(answerOf(problem).chosen == std::vector<Column>{2});
    problem.limits.front().most = 5;
    CHECK_FALSE(solved(problem));
}

TEST_CASE("parts that have nothing to do with each other are solved apart") {
    CoverProblem problem;
    for (Column part = 0; part < 40; ++part) {
        problem.costs.insert(problem.costs.end(), {1.1, 1.2, 1.3});
        const Column first = part * 3;
        problem.rows.push_back({first, first + 1});
        problem.rows.push_back({first + 1, first + 2});
        problem.rows.push_back({first, first + 2});
    }
    const auto answer = answerOf(problem);
    CHECK(answer.optimal);
    CHECK(answer.cost == Approx(40 * 2.3));
}

TEST_CASE("no rows need nothing") {
    const auto answer = answerOf({.costs = {1, 2}});
    CHECK(answer.chosen.empty());
    CHECK(answer.optimal);
}

TEST_CASE("a stop that was asked for is answered with what is known and said so") {
    const auto file = wardmote::tests::realData("../baseline/data/setcover/council_london_5000.txt");
    if (!file) {
        WARN("needs ../shared/baseline");
        return;
    }
    const auto problem = setCoverInstance(*file);
    REQUIRE(problem);
    std::stop_source source;
    source.request_stop();
    const auto answer = solved(*problem, {}, {.report = {}, .stop = source.get_token()});
    REQUIRE(answer);
    CHECK(isCover(*problem, answer->chosen));
    CHECK(answer->stoppedEarly);
    CHECK_FALSE(answer->optimal);
    CHECK(answer->cost < 1.3 * 169'900);
}

TEST_CASE("the council instances are proved") {
    const std::vector<std::pair<std::string, double>> known = {{"council_leeds_120", 25'442},
                                                               {"council_kent_500", 158'035}};
    for (const auto& [name, optimum] : known) {
        const auto file = wardmote::tests::realData("../baseline/data/setcover/" + name + ".txt");
        if (!file) {
            WARN("needs ../shared/baseline");
            return;
        }
        const auto problem = setCoverInstance(*file);
        REQUIRE(problem);
        const auto answer = answerOf(*problem);
        CHECK(answer.cost == optimum);
        CHECK(answer.optimal);
        CHECK(isCover(*problem, answer.chosen));
        CHECK(answerOf(*problem).chosen == answer.chosen);
    }
}

// OR-Library's covers without costs (Grossman and Wool 1997) follow from a rule, so that they need no file.
// Too alike among themselves to be proved soon: the optima are from the literature.
TEST_CASE("OR-Library's smallest hypergraph without two colours: scpclr10") {
    CoverProblem problem;
    std::vector<unsigned> fours; // sets of four of ten points, a bit each
    for (unsigned set = 0; set < 1024; ++set) {
        if (std::popcount(set) == 4) {
            fours.push_back(set);
        }
    }
    problem.costs.assign(fours.size(), 1);
    for (unsigned colouring = 1; colouring < 512; ++colouring) {
        auto& row = problem.rows.emplace_back();
        for (Column column = 0; column < fours.size(); ++column) {
            const auto coloured = fours[column] & colouring;
            if (coloured == 0 || coloured == fours[column]) {
                row.push_back(column);
            }
        }
    }
    REQUIRE(problem.rows.size() == 511);
    REQUIRE(problem.costs.size() == 210);
    const auto answer = answerOf(problem, {.seconds = 2});
    CHECK(answer.cost == 25);
    CHECK(answer.bound <= 25);
    CHECK(isCover(problem, answer.chosen));
}

TEST_CASE("OR-Library's edges that meet each square of a hypercube: scpcyc06") {
    CoverProblem problem;
    const auto edge = [](unsigned corner, unsigned along) { return corner * 6 + along; };
    std::vector<Column> columnOf(64 * 6, 0);
    for (unsigned corner = 0; corner < 64; ++corner) {
        for (unsigned along = 0; along < 6; ++along) {
            if (!((corner >> along) & 1U)) {
                columnOf[edge(corner, along)] = static_cast<Column>(problem.costs.size());
                problem.costs.push_back(1);
            }
        }
    }
    for (unsigned corner = 0; corner < 64; ++corner) {
        for (unsigned a = 0; a < 6; ++a) {
            for (unsigned b = a + 1; b < 6; ++b) {
                if (!((corner >> a) & 1U) && !((corner >> b) & 1U)) {
                    problem.rows.push_back({columnOf[edge(corner, a)], columnOf[edge(corner, b)],
                                            columnOf[edge(corner | 1U << a, b)],
                                            columnOf[edge(corner | 1U << b, a)]});
                }
            }
        }
    }
    REQUIRE(problem.rows.size() == 240);
    REQUIRE(problem.costs.size() == 192);
    const auto answer = answerOf(problem, {.seconds = 2});
    CHECK(answer.cost == 60);
    CHECK(isCover(problem, answer.chosen));
}

TEST_CASE("OR-Library's scp41 is proved") {
    const auto problem = setCoverInstance(wardmote::tests::sourceFolder() / "tests/data/set_cover/scp41.txt");
    REQUIRE(problem);
    REQUIRE(problem->rows.size() == 200);
    REQUIRE(problem->costs.size() == 1000);
    const auto answer = answerOf(*problem);
    CHECK(answer.cost == 429);
    CHECK(answer.optimal);
    CHECK(isCover(*problem, answer.chosen));
}

TEST_CASE("the answer is the least of all covers", "[property]") {
    wardmote::tests::holds("by trying all", [] {
        const auto columns = *rc::gen::inRange<Column>(1, 14);
        CoverProblem problem;
        for (Column column = 0; column < columns; ++column) {
            problem.costs.push_back(*rc::gen::inRange(0, 40));
        }
        const auto rows = *rc::gen::inRange(0, 30);
        const bool several = *rc::gen::arbitrary<bool>();
        for (int row = 0; row < rows; ++row) {
            // A bit a column, the first four of them: short rows leave more to decide.
            const auto bits = *rc::gen::inRange<std::uint32_t>(0, 1U << columns);
            std::vector<Column> covers;
            for (Column column = 0; column < columns && covers.size() < 4; ++column) {
                if ((bits >> column) & 1U) {
                    covers.push_back((column + static_cast<Column>(row)) % columns);
                }
            }
            problem.rows.push_back(covers);
            problem.needs.push_back(several ? *rc::gen::inRange(1, 3) : 1);
        }
        for (Column column = 0; column < columns; ++column) {
            problem.fixed.push_back(
                *rc::gen::weightedElement<Fixed>({{8, Fixed::free}, {1, Fixed::in}, {1, Fixed::out}}));
        }
        if (*rc::gen::arbitrary<bool>()) {
            auto& limit = problem.limits.emplace_back();
            for (Column column = 0; column < columns; ++column) {
                limit.weights.emplace_back(column, *rc::gen::inRange(0, 5));
            }
            limit.most = *rc::gen::inRange(0, 15);
        }
        const auto least = leastByTrying(problem);
        const auto answer = solved(problem);
        RC_ASSERT(answer.has_value() == least.has_value());
        if (answer) {
            RC_ASSERT(answer->optimal);
            RC_ASSERT(isCover(problem, answer->chosen));
            RC_ASSERT(answer->cost == *least);
        }
    });
}
