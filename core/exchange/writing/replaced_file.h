#pragma once
#include "core/base/result.h"

#include <filesystem>
#include <functional>

namespace wardmote::exchange {

/// Lets write make a new file beside the one asked for, then renames it into its place; if anything fails the
/// old file is as it was and nothing is left over. Errors name the file.
Result<void> replaceFile(const std::filesystem::path& file,
                         const std::function<Result<void>(const std::filesystem::path& temporary)>& write);

/// Writes bytes as a file; for use within replaceFile.
Result<void> writeBytes(const std::filesystem::path& file, std::string_view bytes);

} // namespace wardmote::exchange
