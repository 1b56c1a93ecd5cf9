#pragma once
#include "core/exchange/reading/read_file.h"
#include "tests/support/folders.h"

#include <map>
#include <string>
#include <string_view>

namespace wardmote::tests {

/// A file with these bytes.
std::filesystem::path made(const TemporaryFolder& folder, const std::string& name, std::string_view bytes);

/// A zip file with these members.
std::filesystem::path madeZip(const TemporaryFolder& folder, const std::string& name,
                              const std::map<std::string, std::string>& members);

/// The smallest workbook: its sheets' XML (what stands inside <worksheet>) by name; a name that begins with
/// '~' is a hidden sheet. styles: what stands inside <styleSheet>.
std::filesystem::path madeXlsx(const TemporaryFolder& folder, const std::string& name,
                               const std::map<std::string, std::string>& sheets,
                               const std::string& styles = {},
                               const std::map<std::string, std::string>& more = {});

/// The smallest OpenDocument spreadsheet: what stands inside <office:spreadsheet>, and the automatic styles.
std::filesystem::path madeOds(const TemporaryFolder& folder, const std::string& name,
                              const std::string& tables, const std::string& styles = {});

/// Reads inside this process.
Result<exchange::FileContents> readHere(const std::filesystem::path& file,
                                        const exchange::ReadOptions& options = {},
                                        const exchange::ReadLimits& limits = {});

/// The cells of one row, for comparing.
std::vector<std::string> rowOf(const exchange::Table& table, std::size_t row);

/// True if one of the warnings has these words.
bool warns(const exchange::FileContents& contents, std::string_view words);

} // namespace wardmote::tests
