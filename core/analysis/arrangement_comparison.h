#pragma once
#include "core/analysis/arrangement_difference.h"
#include "core/analysis/figure.h"
#include "core/plan/date.h"

#include <span>
#include <string_view>

namespace wardmote::analysis {

/// What arrangements are compared by, in the order in which they are shown. Keys never change: scripts name
/// them.
enum class ArrangementMeasure : std::uint8_t {
    clusters,
    areas,           ///< with a main cluster
    residents,       ///< who live in those
    largest,         ///< residents of the largest cluster
    smallest,        ///< of the smallest that has areas
    mean,            ///< of those that have areas
    widest,          ///< largest deviation, in per cent of the target or, without one, of the mean
    usual,           ///< mean of the deviations, whatever their sign
    withinBand,      ///< clusters; nothing where the plan sets no band
    inPieces,        ///< clusters
    mixed,           ///< clusters that hold parished and unparished areas
    areasInNone,     ///< areas without a main cluster
    residentsInNone, ///< who live in those
    wholeFootprints, ///< share of all footprints with areas that lie in one cluster, 0..1
    splitFootprints, ///< of one footprint set; those partly in no cluster too
    areasMoved,      ///< whose cluster is another than in the first arrangement
    residentsMoved,  ///< who live in those
    supports,        ///< local councils and groups; nothing where no response is recorded at all
    objects,
    noView,
    notHeard,    ///< local councils of which no response is recorded
    compactness, ///< mean of the clusters' Polsby-Popper, 0..1; not for public reports
    openProblems ///< breaches of severity "problem" that nobody accepted
};

enum class MeasureUnit : std::uint8_t { number, percent, share, ratio };

struct MeasureInfo {
    ArrangementMeasure measure;
    std::string_view key;
    std::string_view label; ///< with {cluster}, {middle}, {set} and the like in braces: see labelOf
    MeasureUnit unit = MeasureUnit::number;
    bool floor = false; ///< where a part is not recorded, the true figure is no lower
    bool forReports = true;
};
std::span<const MeasureInfo> allArrangementMeasures();
const MeasureInfo& infoOf(ArrangementMeasure measure);

/// One figure of one arrangement. Nothing recorded is no value, never zero.
struct ComparedFigure {
    std::optional<double> value;
    bool partial = false;           ///< it rests on a part of the records; the rest is not recorded
    std::vector<RecordRef> records; ///< those that it counts or that it is of
};

struct ComparedRow {
    ArrangementMeasure measure = ArrangementMeasure::clusters;
    plan::Id set = 0;                    ///< of splitFootprints
    std::vector<ComparedFigure> figures; ///< one for each arrangement

    /// The figure less that of the first arrangement; nothing where one is not recorded.
    std::optional<double> differenceAt(std::size_t arrangement) const;
};

struct ArrangementComparison {
    std::vector<ArrangementMeasures> arrangements; ///< the status quo first, then as asked for
    plan::Id statusQuo = 0;                        ///< 0: no arrangement is marked as now or in force
    bool fromTarget = false;       ///< deviations are from the plan's target, not from the mean
    std::vector<ComparedRow> rows; ///< in the order of ArrangementMeasure; sets by name
    std::vector<ArrangementDifference> differences; ///< from the first to each arrangement; [0] is empty

    const ComparedRow* row(ArrangementMeasure measure, plan::Id set = 0) const; ///< null: not compared
};

/// What "as now" is: the arrangement with that status (the first by name), else the one in force, else 0.
plan::Id statusQuoOf(const plan::Plan& plan);

/// Compares arrangements by the same measures, whatever the number of their clusters. The status quo is the
/// first column whether asked for or not; where there is none, the first one asked for is what the others are
/// compared with. Ids that are no arrangement and repeated ones are passed over. `today` judges what is
/// overdue. Without neighbours, pieces and compactness are nothing.
ArrangementComparison compareArrangements(const plan::Plan& plan, std::span<const plan::Id> arrangements,
                                          const Neighbours* neighbours, plan::Date today);

/// "Largest forum, residents"; "Police beats: split".
std::string labelOf(const plan::Plan& plan, const ArrangementComparison& comparison, const ComparedRow& row);
/// "12,020", "at least 4,131", "146%", "0.41", "not recorded".
std::string inWords(const ComparedRow& row, std::size_t arrangement);
/// "+1,234", "−2", "+12 points", "same"; empty where it can't be said, for the first arrangement, and of
/// what moves, which is a difference already.
std::string differenceInWords(const ComparedRow& row, std::size_t arrangement);
/// The name of a cluster that an area moves from or to; "no forum" for 0.
std::string clusterInWords(const plan::Plan& plan, plan::Id cluster);
/// The same of where an area moves to: "another Keynsham Area" if where it comes from is called so too.
std::string destinationInWords(const plan::Plan& plan, const AreaMove& move);
/// "Keynsham Area and Keynsham": clusters of different names that are taken to be the same one.
std::vector<std::string> renamedInWords(const plan::Plan& plan, const ArrangementDifference& difference);

} // namespace wardmote::analysis
