#pragma once
#include "core/analysis/checks.h"
#include "core/base/progress.h"

#include <cstdint>
#include <string>
#include <vector>

namespace wardmote::ui {

/// One thing to do about a plan, with the records that it is about.
struct Attention {
    analysis::Severity severity = analysis::Severity::note;
    std::string text; ///< "12 mechanisms have no areas recorded"
    plan::RecordKind kind = plan::RecordKind::mechanism;
    std::vector<plan::Id> records;
    std::string page; ///< where it is dealt with, if not where the records are listed
};

/// The figures of the overview, all from what is recorded.
struct OverviewFigures {
    std::size_t areas = 0;
    std::int64_t residents = 0;         ///< of the areas where they are recorded
    std::size_t areasWithResidents = 0; ///< how many of the areas that is
    std::size_t organisations = 0;
    std::size_t mechanisms = 0;
    analysis::ArrangementMeasures arrangement; ///< the one that screens show
    std::size_t possibleDuplicates = 0;        ///< pairs, recorded twice among them, without a review
    std::size_t notEnoughRecorded = 0;         ///< mechanisms that can't be compared
    std::vector<Attention> attention;          ///< worst first
};

/// Asks the plan all of it; a second or so for thousands of mechanisms.
OverviewFigures overviewOf(const plan::Plan& plan, plan::Date today, SharedAnswers& shared,
                           const Progress& progress);

} // namespace wardmote::ui
