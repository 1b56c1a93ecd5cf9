#pragma once
#include "core/analysis/streamlining/cover_problem.h"

namespace wardmote::analysis::streamlining {

/// A part of a problem that is solved by itself, with columns and rows by its own positions.
struct Core {
    std::vector<Column> ids; ///< its columns as the problem knows them, ascending
    std::vector<double> costs;
    std::vector<std::vector<Column>> rows; ///< ascending
    std::vector<std::vector<Row>> columns; ///< the same by column; never empty
    std::vector<int> needs;
    std::vector<Limit> limits;
};

struct Reduction {
    std::vector<Column> forced;  ///< fixed in, or needed by a row that has no other; ascending
    std::vector<Row> impossible; ///< rows that too few columns cover; then there are no cores
    bool limitBroken = false;    ///< what is forced breaks a limit by itself
    std::vector<Core> cores;     ///< share no row and no column, smallest first
};

/// What is left to decide: equal rows and rows that contain another go, columns that another replaces at no
/// more cost go, columns that a row can't do without are forced; again until nothing changes; then parts that
/// have nothing to do with each other are told apart. Some best cover of the problem is always the forced
/// ones with best covers of the cores. Under limits a column is replaced only by one that weighs no more, and
/// all that is left is one core.
Reduction reduced(const CoverProblem& problem);

} // namespace wardmote::analysis::streamlining
