#pragma once
#include "core/analysis/streamlining/cover_problem.h"
#include "core/analysis/streamlining/streamlining.h"

namespace wardmote::analysis::streamlining {

/// A plan's question as a set cover problem: a column for each active mechanism, a row for each cell.
struct Question {
    std::vector<const plan::Mechanism*> mechanisms; ///< by column, by name
    std::vector<MechanismCost> costs;               ///< by column
    std::vector<std::optional<double>> objective;   ///< by column; nothing: not recorded
    std::vector<bool> asked;                        ///< by column: may end, or is fixed for a reason to tell
    std::vector<KeptMechanism::Because> because;    ///< by column: why it is fixed in; onlyCover: it is not
    std::vector<StreamliningCell> cells;            ///< by row
    std::vector<StreamliningCell> lost;
    std::vector<plan::Id> limited; ///< organisations by limit of the problem
    std::vector<OrganisationOverLimit> overByFixed;
    CoverProblem problem;
};

Question questionOf(const plan::Plan& plan, const StreamliningOptions& options);

} // namespace wardmote::analysis::streamlining
