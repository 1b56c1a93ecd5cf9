#pragma once
#include "core/analysis/clusters.h"
#include "core/analysis/proposal/start.h"
#include "core/plan/change.h"

#include <functional>

namespace wardmote::analysis {

/// An area that is to be in a cluster of the arrangement that is improved.
struct ProposalPin {
    plan::Id area = 0;
    plan::Id cluster = 0;
};

/// What is asked for. Everything may be left out: then the arrangement shown is improved by few moves.
struct ProposalOptions {
    plan::Id arrangement = 0;    ///< what exists, to improve and to compare with; 0: arrangementShown
    bool improve = true;         ///< begin there and move few residents; else begin anew
    std::optional<int> clusters; ///< else as many as there are, or as the band wants
    std::optional<double> least; ///< residents of a cluster; else the plan's own band
    std::optional<double> most;
    std::optional<double> tolerancePercent; ///< with neither: this much from the mean of the clusters
    std::vector<ProposalPin> pins;          ///< only where the arrangement is improved
    std::vector<std::vector<plan::Id>> together;
    std::vector<std::pair<plan::Id, plan::Id>> apart;
    std::vector<plan::Id> keepWhole; ///< footprints, or sets of them, that no cluster may split
    std::vector<plan::Id> prefer;    ///< footprints, or sets of them, better whole than split
    bool mayMix = true;              ///< whether parished and unparished areas may share a cluster
    double balance = 0.3;            ///< weights, see proposal::Aims
    double compactness = 1;
    double footprints = 1;
    double staying = 3;
    std::uint64_t seed = 1;
    std::optional<double> seconds; ///< how long to look; without, as long as the plan's size wants, by steps
    unsigned threads = 0;
    std::size_t wanted = 4; ///< at most so many arrangements
};

struct ProposedCluster {
    plan::Id cluster = 0;        ///< of the arrangement that is improved; 0: a new one
    std::vector<plan::Id> areas; ///< main areas, in order of id
    double residents = 0;
    double deviationPercent = 0; ///< from the mean of the clusters
    bool contiguous = true;
    std::optional<double> compactness; ///< Polsby-Popper; nothing where boundaries are not known
};

struct ProposalMeasures {
    double maxDeviationPercent = 0;
    double rmsDeviationPercent = 0;
    double cutShare = 0; ///< neighbouring pairs of areas that are in different clusters, of all
    std::optional<double> meanCompactness;
    std::size_t wholeFootprints = 0; ///< of those to keep whole or preferred
    std::size_t footprints = 0;
    double residentsMoved = 0; ///< whose main cluster is another than in the arrangement compared with
};

struct ProposedArrangement {
    std::vector<ProposedCluster> clusters;
    ProposalMeasures measures;
    std::vector<plan::Id> moved; ///< areas whose main cluster changes, in order of id; where improved
    bool withinBand = true;
    double staying = 0;      ///< the weight that it was made with
    proposal::Recipe recipe; ///< seed, start and steps: makes it again anywhere
};

/// Why something could not be done as asked, or what was assumed to do it.
struct Obstacle {
    enum class Kind : std::uint8_t {
        noAreas,
        residentsMissing,
        notLocated,
        island,
        tooLarge,
        pinsContradict,
        notTogether,
        apartContradicts,
        tooManyClusters,
        bandImpossible,
        bandNotMet,
        noArrangement,
        locked
    };
    Kind kind = Kind::noArrangement;
    std::vector<plan::Id> areas;
    std::string message; ///< what, why, and what was done instead
};

struct Proposals {
    std::vector<ProposedArrangement> arrangements; ///< clearly different ones, best first
    std::optional<ProposedArrangement>
        present; ///< what exists, by the same measures; nothing with areas left over
    std::vector<Obstacle> obstacles;
    double seconds = 0;
    std::uint64_t steps = 0;
};

/// Proposes arrangements of a plan's areas in contiguous clusters. Where an arrangement is improved its locks
/// hold: locked clusters take no part and stay as they are, locked areas stay in their clusters. What can't
/// be met is said among the obstacles, with the nearest that can be. The same plan, neighbours and options
/// without `seconds` give the same answer on every machine. `better` hears of the best so far, from any
/// thread. The only errors are "Stopped" before there was anything, and an option that names a record that is
/// not there.
Result<Proposals> proposed(const plan::Plan& plan, const Neighbours& neighbours,
                           const ProposalOptions& options, const Progress& progress = {},
                           const std::function<void(const ProposedArrangement&)>& better = {});

/// A proposal as a new draft arrangement: the clusters that it improves are copied with their names and
/// colours, areas that clusters share stay shared. The rationale says how it was made, so that it can be made
/// again.
plan::Changes accepted(const plan::Plan& plan, const ProposedArrangement& proposal,
                       const ProposalOptions& options, const std::string& name, plan::IdSource& ids);

} // namespace wardmote::analysis
