#pragma once
#include "core/exchange/writing/plain_table.h"

namespace wardmote::exchange {

/// One writer for each format. An Error with an empty message means that the file could not be written, with
/// the reason in detail. notes: what could not be kept.
Result<void> writeCsv(const PlainTable& table, const std::filesystem::path& file);
Result<void> writeXlsx(const PlainTable& table, const std::filesystem::path& file,
                       std::vector<std::string>& notes);
Result<void> writeOds(const PlainTable& table, const std::filesystem::path& file);

} // namespace wardmote::exchange
