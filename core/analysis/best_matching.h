#pragma once
#include <array>
#include <compare>
#include <cstdint>
#include <vector>

namespace wardmote::analysis {

/// What a pair is worth: by the first number, of equal ones by the second, and so on. Sums of weights are
/// summed number by number.
struct MatchWeight {
    std::array<std::int64_t, 4> parts{};

    auto operator<=>(const MatchWeight&) const = default;
    MatchWeight& operator+=(const MatchWeight& other);
    MatchWeight& operator-=(const MatchWeight& other);
    friend MatchWeight operator-(MatchWeight a, const MatchWeight& b) { return a -= b; }
};

/// The one-to-one matching of rows and columns whose sum is the largest: for each row its column, or the
/// number of columns if it has none. Weights are [row][column]; rows are of one length. Kuhn and Munkres'
/// method with potentials, in the square of the shorter side times the longer one.
std::vector<std::size_t> bestMatching(const std::vector<std::vector<MatchWeight>>& weights);

} // namespace wardmote::analysis
