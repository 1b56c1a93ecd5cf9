#pragma once
#include "core/analysis/cost.h"
#include "core/analysis/duplication.h"

#include <memory>

namespace wardmote::analysis {

/// The records behind one component.
struct Comparison {
    std::vector<plan::Id> shared;
    std::vector<plan::Id> onlyA;
    std::vector<plan::Id> onlyB;
    std::vector<plan::Id> notCounted; ///< on either, shown but not counted (attendance only)
    bool recordedOnA = false;
    bool recordedOnB = false;
};

/// What speaks for or against duplication and is no part of the score.
enum class EvidenceKind : std::uint8_t {
    namesAlike,
    purposesAlike,
    nameOfPart, ///< the name of one says that it is a sub-group of the other, and no link is recorded
    sameLead,
    sameVenue,
    samePattern,
    sameWeek, ///< meetings in the same week
    clash,    ///< meetings on the same day
    sameIssue ///< the same local issue raised at both, on two occasions
};
std::string_view keyOf(EvidenceKind kind);

struct Evidence {
    EvidenceKind kind = EvidenceKind::namesAlike;
    std::string text;               ///< one phrase: "Meetings in the same week 4 times in twelve months"
    std::vector<RecordRef> records; ///< what shows it: the meetings, the lead organisation
};

/// Everything a person needs to judge one pair.
struct PairExplanation {
    Pair pair;
    Comparison place;   ///< areas
    Comparison purpose; ///< themes
    Comparison audience;
    Comparison attendance; ///< organisations
    std::vector<Evidence> evidence;
    std::vector<Blank> missing;
    MechanismCost smallerCosts; ///< all that a pair may show before a person says how a merger would work
    std::string relation;       ///< for linked pairs, one sentence; else empty
};

/// Answers for single pairs of one plan on one day; made once, asked often, as quick as a click needs.
class PairExplainer {
public:
    PairExplainer(plan::PlanRef plan, plan::Date today);
    ~PairExplainer();
    PairExplainer(PairExplainer&&) noexcept;
    PairExplainer& operator=(PairExplainer&&) noexcept;

    /// Both must be mechanisms of the plan, and not the same. The pair is as findDuplication() gives it; one
    /// that it would not list has the class that its parts come nearest to.
    PairExplanation explain(plan::Id a, plan::Id b) const;
    /// The evidence alone.
    std::vector<Evidence> evidence(plan::Id a, plan::Id b) const;
    const CostModel& costs() const;

private:
    class Private;
    std::unique_ptr<Private> d;
};

} // namespace wardmote::analysis
