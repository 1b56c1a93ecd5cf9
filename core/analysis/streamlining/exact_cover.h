#pragma once
#include "core/analysis/streamlining/cover_search.h"

namespace wardmote::analysis::streamlining {

struct ExactOptions {
    double cutoff = 0;          ///< only covers that cost less than this are looked for
    std::size_t iterations = 0; ///< of the simplex method at the root, at most
    std::size_t nodes = 0;      ///< of the tree, at most
    const Deadline* deadline = nullptr;
};

struct ExactAnswer {
    enum class End : std::uint8_t { found, noneBelowCutoff, cut };
    End end = End::cut;
    std::vector<Column> columns; ///< of the best cover below the cutoff, if one was found; ascending
    bool some = false;           ///< columns hold a cover
    double bound = 0;            ///< no cover costs less, up to the cutoff
    bool deadlinePassed = false; ///< cut by the deadline, not by the steps allowed
};

/// Branch and bound on a core, its limits among the rows, by GLPK: columns that by their reduced costs at the
/// root take part in no cover below the cutoff are set aside first. One call at a time in a process; a second
/// waits.
ExactAnswer exactCover(const Core& core, const ExactOptions& options);

} // namespace wardmote::analysis::streamlining
