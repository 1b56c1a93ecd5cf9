#pragma once
#include "core/analysis/proposal/start.h"
#include "core/base/progress.h"

namespace wardmote::analysis::proposal {

struct SearchOptions {
    std::uint64_t seed = 1;
    /// How long to look. With seconds, the number of steps follows from how fast this machine is, and the
    /// recipes say how many they were; without, it follows from the size alone, so that the answer is the
    /// same everywhere.
    std::optional<double> seconds;
    unsigned threads = 0;                   ///< 0: as many as the machine has
    std::optional<std::vector<Label>> from; ///< improve this, instead of beginning anew
};

struct SearchAnswer {
    std::vector<Found> found; ///< one a start, best first; equals by start
    std::uint64_t steps = 0;  ///< in all
};

/// Many tries from different beginnings, on all cores. `better` is called from one thread at a time with the
/// best so far. Stopped, it answers with what it has. Nothing is found only where there is no first
/// arrangement.
SearchAnswer search(const UnitGraph& graph, const Aims& aims, const SearchOptions& options,
                    const Progress& progress, const std::function<void(const Found&)>& better = {});

/// How much of the residents would have to change their company to get from one arrangement to the other,
/// 0..1; labels may differ. By the largest common parts.
double difference(const UnitGraph& graph, Label clusters, const std::vector<Label>& a,
                  const std::vector<Label>& b);

} // namespace wardmote::analysis::proposal
