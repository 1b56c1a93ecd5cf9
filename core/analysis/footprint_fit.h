#pragma once
#include "core/analysis/clusters.h"

#include <string>

namespace wardmote::analysis {

/// How a footprint lies in the clusters of an arrangement.
enum class Fit : std::uint8_t {
    whole,      ///< all of it in one cluster
    split,      ///< in two or more clusters
    partInNone, ///< in one cluster and in none
    inNone,     ///< in no cluster at all
    noAreas,    ///< which areas it takes in is not recorded: nothing can be said
};
std::string_view labelOf(Fit fit); ///< "Whole", "Split"

/// What of a footprint lies in one cluster. An area lies in its main cluster.
struct FootprintPart {
    plan::Id cluster = 0;        ///< 0: in none
    std::vector<plan::Id> areas; ///< wholly or in part, by name
    /// Of the areas where they are recorded, each by its share in the footprint; nothing where none is.
    std::optional<double> residents;
    std::vector<plan::Id> areasWithoutResidents; ///< if not empty, the true figure is higher
    bool operator==(const FootprintPart&) const = default;
};

struct FittedFootprint {
    plan::Id footprint = 0;
    Fit fit = Fit::noAreas;
    std::vector<FootprintPart> parts; ///< by name of cluster, what is in none last
    std::vector<plan::Id> outside;    ///< its areas of neighbouring councils, by name: counted nowhere
    std::optional<double> residents;  ///< of all parts; nothing unless recorded for every area
    const FootprintPart* part(plan::Id cluster) const; ///< null if nothing of it lies there
};

/// How one body's geography agrees with an arrangement.
struct FootprintFit {
    plan::Id arrangement = 0;
    plan::Id set = 0;
    bool ofCouncillors = false; ///< wards or divisions: each has councillors who would meet in one cluster
    std::vector<plan::Id> clusters;          ///< of the arrangement, by name
    std::vector<FittedFootprint> footprints; ///< by name
    std::size_t count(Fit fit) const;
    /// Share of residents who live in footprints that are whole in one cluster, 0..1, of the residents of all
    /// footprints with areas. Where the residents of some area are not recorded: share of those footprints
    /// by number, and byResidents is false. Nothing without such footprints.
    std::optional<double> coterminosity;
    bool byResidents = false;
    std::vector<plan::Id> uncovered;    ///< areas of the plan in no footprint of the set, by name
    std::vector<plan::Id> coveredTwice; ///< whose shares in the set come to more than the whole, by name
};

/// Of an arrangement (0: arrangementShown) and a set. Areas of neighbouring councils are left out.
/// Milliseconds for thousands of footprints.
FootprintFit footprintFit(const plan::Plan& plan, plan::Id arrangement, plan::Id set);

/// "Keynsham North is split: 4,131 residents (3 areas) in Keynsham Area, 310 (1 area) in Chew Valley." Every
/// class of fit has its sentence, in the plan's own word for a cluster; what is not recorded is said.
std::string inWords(const plan::Plan& plan, const FittedFootprint& footprint);
/// "82% of residents live in wards that are whole in one area forum." or by number, and why.
std::string coterminosityInWords(const plan::Plan& plan, const FootprintFit& fit);

} // namespace wardmote::analysis
