#pragma once
#include "core/analysis/proposal/partition.h"
#include "core/analysis/proposal/random.h"

#include <functional>
#include <optional>
#include <stop_token>

namespace wardmote::analysis::proposal {

/// One try, which the same numbers make again on any machine.
struct Recipe {
    std::uint64_t seed = 1;
    std::uint32_t start = 0;
    std::uint64_t steps = 0;
    bool operator==(const Recipe&) const = default;
};

struct Found {
    std::vector<Label> labels;
    Standing standing;
    Recipe recipe;
};

/// Makes one arrangement: a first one by cutting in two (or `from`, where one is given), moves of units at
/// the border that are taken more and more strictly (simulated annealing), then pairs of clusters dealt out
/// anew, then moves that only improve. Nothing if there is no first arrangement, or when stopped before it
/// was made; stopped later, the best so far. `better` hears of each improvement worth showing, with its
/// standing; it may be empty.
std::optional<Found>
madeBy(const Recipe& recipe, const UnitGraph& graph, const Aims& aims,
       const std::optional<std::vector<Label>>& from, const Patience& patience, const std::stop_token& stop,
       const std::function<void(const std::vector<Label>&, const Standing&)>& better = {});

} // namespace wardmote::analysis::proposal
