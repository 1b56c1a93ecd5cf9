#pragma once
#include "core/analysis/cost.h"
#include "core/analysis/three_tests.h"

#include <map>

namespace wardmote::analysis {

/// What a plan says that bears on the three tests; made once, asked for each mechanism.
class TestEvidenceFinder {
public:
    TestEvidenceFinder(const plan::Plan& plan, plan::Date today, const Duplication& duplication);

    /// Decisions and actions closed, local issues answered, grants.
    std::vector<TestEvidence> localSolutions(const plan::Mechanism& mechanism) const;
    /// Pairs that duplicate or overlap it; else that none does, or why it can't be compared.
    std::vector<TestEvidence> noDuplication(const plan::Mechanism& mechanism) const;
    /// Public counted in the last twelve months, else usual attendance; audiences named; participation.
    std::vector<TestEvidence> engagesPeople(const plan::Mechanism& mechanism) const;

private:
    const plan::Plan& plan_;
    plan::Date today_;
    const Duplication& duplication_;
    CostModel costs_;
    std::map<plan::Id, std::vector<const Pair*>> pairs_;
    std::map<plan::Id, std::vector<const plan::LocalIssue*>> issues_;
};

} // namespace wardmote::analysis
