#include "core/exchange/reading/csv_dialect.h"
#include "core/exchange/writing/replaced_file.h"
#include "core/exchange/writing/table_writers.h"

#include <fstream>

namespace wardmote::exchange {
namespace {

void putCell(std::string_view text, std::string& line) {
    constexpr std::string_view special = ",;\t|\"\r\n";
    const bool spaced = !text.empty() && (text.front() == ' ' || text.back() == ' ');
    if (!spaced && text.find_first_of(special) == std::string_view::npos) {
        line.append(text);
        return;
    }
    line.push_back('"');
    for (const char c : text) {
        line.append(c == '"' ? 2U : 1U, c);
    }
    line.push_back('"');
}

} // namespace

Result<void> writeCsv(const PlainTable& table, const std::filesystem::path& file) {
    std::ofstream stream(file, std::ios::binary | std::ios::trunc);
    std::string line = "\xEF\xBB\xBF";
    for (std::size_t i = 0; i < table.columns.size(); ++i) {
        line += i > 0 ? "," : "";
        putCell(guarded(table.columns[i].heading), line);
    }
    for (const auto& row : table.rows) {
        line += "\r\n";
        stream << line;
        line.clear();
        for (std::size_t i = 0; i < row.size(); ++i) {
            line += i > 0 ? "," : "";
            // A negative number is no formula, and must stay one to a spreadsheet.
            const bool text = i >= table.columns.size() || table.columns[i].kind == ColumnKind::text;
            putCell(text ? guarded(row[i]) : row[i], line);
        }
    }
    stream << line << "\r\n";
    stream.close();
    return stream ? Result<void>() : Result<void>(failure("", {}, "writing failed"));
}

} // namespace wardmote::exchange
