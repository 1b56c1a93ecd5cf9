#pragma once
#include "core/base/result.h"
#include "core/exchange/reading/read_options.h"

#include <filesystem>

namespace wardmote::exchange {

/// What a file is, told by its first bytes and, for archives, by what they hold.
struct Detected {
    FileKind kind = FileKind::csv;
    bool zippedShapefile = false;
};

/// Errors name what the file is instead: a folder, empty, a PDF, a web page with the name of a workbook, a
/// workbook with a password, a plan of this program...
Result<Detected> detect(const std::filesystem::path& file, const ReadLimits& limits);

/// The file's name as messages call it, in quotes.
std::string quotedName(const std::filesystem::path& file);

} // namespace wardmote::exchange
