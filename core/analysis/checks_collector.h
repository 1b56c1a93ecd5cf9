#pragma once
#include "core/analysis/checks.h"

namespace wardmote::analysis {

/// What the rules look at and where they put what they find.
struct Checking {
    const plan::Plan& plan;
    const Neighbours* neighbours;
    CheckOptions options;
    ArrangementMeasures measures;
    std::vector<Breach> breaches;

    void add(std::string_view rule, std::string message, std::vector<RecordLink> records);
    std::string clusterWord() const; ///< the plan's own, within a sentence
    std::string clusterWords() const;
    std::string nameOf(plan::RecordKind kind, plan::Id id) const { return plan::nameOf(plan, kind, id); }
    std::string areaName(plan::Id id) const { return nameOf(plan::RecordKind::area, id); }
    std::string clusterName(plan::Id id) const; ///< "no cluster" in the plan's word for 0
};

RecordLink linkTo(plan::RecordKind kind, plan::Id id);
std::vector<RecordLink> linksTo(plan::RecordKind kind, const std::vector<plan::Id>& ids);
/// "Saltford, Kelston and Corston"; of more than the most: "Saltford, Kelston and 9 more".
std::string listed(const std::vector<std::string>& names, std::size_t most = 6);
/// "1 area", "1,200 areas".
std::string counted(std::size_t number, std::string_view one, std::string_view several);

void checkMembership(
    Checking& checking); ///< areas in no cluster or two, outside the band, councils and footprints split
void checkCover(Checking& checking);     ///< gaps between areas, areas on top of one another
void checkShape(Checking& checking);     ///< pieces, areas cut off, doughnuts, two-fifths
void checkRecords(Checking& checking);   ///< codes, facts missing, attribution
void checkDecisions(Checking& checking); ///< statutory mechanisms to end, screening, reviews overdue

} // namespace wardmote::analysis
