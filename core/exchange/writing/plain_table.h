#pragma once
#include "core/base/result.h"

#include <filesystem>
#include <string>
#include <vector>

namespace wardmote::exchange {

/// How a column's cells are written where the format knows kinds. All of them read back as the same text.
enum class ColumnKind : std::uint8_t { text, number, date };

struct PlainColumn {
    std::string heading;
    ColumnKind kind = ColumnKind::text;
};

/// A table ready to be written: every row has a text for each column, UTF-8; numbers with a point, dates ISO.
struct PlainTable {
    std::string title; ///< names the sheet
    std::vector<PlainColumn> columns;
    std::vector<std::vector<std::string>> rows;
};

enum class TableFormat : std::uint8_t { csv, xlsx, ods };

/// Writes the table beside the file and then puts it in its place, so that the file is never half-written.
/// CSV is UTF-8 with a mark, as Excel wants it, and by RFC 4180; texts that a spreadsheet would run as
/// formulas stand behind an apostrophe, which reading takes away again. Returns what could not be kept (cells
/// too long for the format), empty if all was.
Result<std::vector<std::string>> writeTable(const PlainTable& table, const std::filesystem::path& file,
                                            TableFormat format);

} // namespace wardmote::exchange
