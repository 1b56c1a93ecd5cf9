#include "core/exchange/writing/plain_table.h"
#include "core/exchange/writing/replaced_file.h"
#include "core/exchange/writing/table_writers.h"

namespace wardmote::exchange {

Result<std::vector<std::string>> writeTable(const PlainTable& table, const std::filesystem::path& file,
                                            TableFormat format) {
    std::vector<std::string> notes;
    const auto written = replaceFile(file, [&](const std::filesystem::path& temporary) -> Result<void> {
        switch (format) {
        case TableFormat::csv:
            return writeCsv(table, temporary);
        case TableFormat::xlsx:
            return writeXlsx(table, temporary, notes);
        case TableFormat::ods:
            return writeOds(table, temporary);
        }
        return {};
    });
    if (!written) {
        return Failure(written.error());
    }
    return notes;
}

} // namespace wardmote::exchange
