#pragma once
#include "core/report/blocks.h"

#include <vector>

namespace wardmote::publish {

inline constexpr double cellPadding = 55; ///< left and right of what stands in a cell, in tenths of a point

/// Widths of a table's columns that sum to `width`, so that words stay whole where they can: in the shares
/// asked for, else so that long columns get what is left.
std::vector<double> columnWidths(const report::Table& table, double width);

} // namespace wardmote::publish
