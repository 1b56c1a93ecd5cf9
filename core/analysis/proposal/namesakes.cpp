#include "core/analysis/proposal/namesakes.h"

#include "core/analysis/best_matching.h"

#include <cmath>

namespace wardmote::analysis::proposal {

std::vector<plan::Id> namesakesOf(const Problem& problem, const std::vector<Label>& labels, Label clusters) {
    std::vector<std::vector<MatchWeight>> shared(clusters, std::vector<MatchWeight>(problem.clusters.size()));
    for (std::size_t at = 0; at < labels.size(); ++at) {
        const auto present = problem.presentByArea[at];
        if (present != noLabel) {
            const auto residents = problem.areaGraph.sizeOf(static_cast<Unit>(at)).residents;
            shared[labels[at]][present] += {{std::llround(residents), 1, 0, 0}};
        }
    }
    const auto matched = bestMatching(shared);
    std::vector<plan::Id> namesakes(clusters, 0);
    for (Label label = 0; label < clusters; ++label) {
        const auto column = matched[label];
        if (column < problem.clusters.size() && shared[label][column] != MatchWeight{}) {
            namesakes[label] = problem.clusters[column];
        }
    }
    return namesakes;
}

} // namespace wardmote::analysis::proposal
