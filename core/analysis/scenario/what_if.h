#pragma once
#include "core/analysis/cost.h"
#include "core/analysis/scenario/losses.h"
#include "core/analysis/scenario/plan_after.h"
#include "core/base/progress.h"

#include <array>

namespace wardmote::analysis {

/// What a scenario is weighed by, in lines that are never added to one another.
enum class WeighedLine : std::uint8_t {
    meetings,    ///< a year
    spending,    ///< pence a year: cash
    staffHours,  ///< paid hours a year
    staffValue,  ///< pence a year: what those hours are worth at the plan's rates; never cash
    unpaidHours, ///< councillors' and volunteers' hours a year, never priced
    rooms        ///< pence a year: notional value of rooms used free
};
inline constexpr std::size_t weighedLineCount = 6;
inline constexpr std::array<WeighedLine, weighedLineCount> weighedLines{
    WeighedLine::meetings,   WeighedLine::spending,    WeighedLine::staffHours,
    WeighedLine::staffValue, WeighedLine::unpaidHours, WeighedLine::rooms};
/// The lines that are shown of a plan, in their order: the value of staff time only where the settings record
/// what an hour of a grade is worth, or ask for the £25 of the fees rules.
std::vector<WeighedLine> linesShown(const plan::Settings& settings);
std::string_view keyOf(WeighedLine line);   ///< "staff_hours"; stable
std::string_view labelOf(WeighedLine line); ///< "Staff time, paid hours a year"
bool isMoney(WeighedLine line);
/// "£1,940", "312.5 hours", "24"; money in whole pence. For any amount of a line, negative too ("−12 hours").
std::string amountInWords(WeighedLine line, double amount);
std::string amountInWords(WeighedLine line, const std::optional<double>& amount); ///< "not recorded"

/// One line before and after, in the line's own unit. A sum is of what is recorded.
struct LineChange {
    std::optional<double> before;
    std::optional<double> after;
    bool beforeAtLeast = false; ///< some of it is not recorded: the true figure is no lower
    bool afterAtLeast = false;
    /// Released or avoided; negative where it costs more. Empty where one of the two is not recorded.
    std::optional<double> saved() const {
        return before && after ? std::optional(*before - *after) : std::nullopt;
    }
    bool operator==(const LineChange&) const = default;
};
struct LineChanges {
    std::array<LineChange, weighedLineCount> lines;
    LineChange& at(WeighedLine line) { return lines[static_cast<std::size_t>(line)]; }
    const LineChange& at(WeighedLine line) const { return lines[static_cast<std::size_t>(line)]; }
    bool operator==(const LineChanges&) const = default;
};

/// What becomes of one mechanism's cost: it has a change, or takes up or hosts another, or its share of a
/// meeting changes because another goes.
struct ChangeEffect {
    ScenarioStep step; ///< step.change is 0 where nobody recorded a change
    /// False: nothing is claimed and all totals count it as it is now, because `step.problem` or `blanks` say
    /// so. The blanks of a merge or shared meeting are those of the mechanism that takes up or hosts.
    bool counted = true;
    std::vector<const plan::FieldInfo*> blanks;
    LineChanges lines;
    std::optional<plan::Money> oneOffCost;
    std::optional<double> oneOffHours;
};

/// What one organisation would bear before and after; one-off cost beside it.
struct BearerEffect {
    plan::Id bearer = 0; ///< an organisation; 0: who bears it is not recorded
    LineChanges lines;   ///< meetings are nobody's and stay empty
    std::optional<plan::Money> oneOffCost;
    std::optional<double> oneOffHours;
};

/// One cluster of the scenario's arrangement. A mechanism counts in full in every cluster in which it
/// operates, so clusters do not add up to the whole plan.
struct ClusterEffect {
    plan::Id cluster = 0;
    std::size_t mechanismsBefore = 0;
    std::size_t mechanismsAfter = 0;
    LineChanges lines;
};

struct WhatIf {
    plan::Id scenario = 0; ///< 0: as now
    plan::Id arrangement = 0;
    std::vector<WeighedLine> shown;    ///< linesShown()
    plan::PlanRef after;               ///< the plan as it would be
    std::vector<ChangeEffect> changes; ///< by the mechanisms' names
    std::size_t mechanismsBefore = 0;  ///< in force
    std::size_t mechanismsAfter = 0;
    LineChanges total; ///< of the whole plan, each mechanism once, a shared meeting once
    std::array<std::size_t, weighedLineCount>
        unknownBefore{};                   ///< mechanisms of which the line is not recorded
    std::optional<plan::Money> oneOffCost; ///< of the changes that record one
    std::optional<double> oneOffHours;
    std::size_t oneOffUnknown = 0;       ///< changes other than keep that record neither
    std::vector<BearerEffect> bearers;   ///< those for whom something changes, by name
    std::vector<ClusterEffect> clusters; ///< by name
    std::vector<Assumption> assumptions;
    Losses losses;
    std::size_t notCounted() const; ///< changes of which nothing is claimed
};

/// Weighs a scenario (0, or one without changes: as now). Costs by CostModel on the plan before and on the
/// plan after, so formulas, shares and assumptions are the same on both sides. A mechanism that goes costs
/// nothing afterwards; what was not recorded of it releases nothing that could be claimed. Where a line is
/// recorded before and not after, nothing of that line is claimed and totals count it as it is now; where it
/// is recorded after and not before, totals count what it will take. Errors: no such scenario; stopped.
Result<WhatIf> weigh(const plan::PlanRef& plan, plan::Id scenario, plan::Date today,
                     const Progress& progress = {});

} // namespace wardmote::analysis
