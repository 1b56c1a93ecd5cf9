#pragma once
#include "core/exchange/matching/import_setup.h"

namespace wardmote::exchange {

/// Where the header and the data of a table lie.
struct SheetLayout {
    std::optional<std::size_t> headerRow;
    std::size_t firstRow = 0;
    std::size_t endRow = 0;
    std::vector<Warning> warnings;
};

/// The header is the row among the first thirty with the most known headings, else the first full one above
/// rows that look unlike it. Below the data, blank rows, totals and footnotes are left out and said.
SheetLayout findLayout(const Table& table);

/// The same below a header row that a person has chosen.
SheetLayout layoutBelow(const Table& table, std::optional<std::size_t> headerRow);

} // namespace wardmote::exchange
