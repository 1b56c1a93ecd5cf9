#pragma once
#include "core/base/result.h"

#include <filesystem>
#include <string_view>

namespace wardmote::publish {

/// Writes a file whole or not at all: beside its place under another name, flushed, then renamed over it.
/// What was there before stays until the moment of the rename. Errors say what to do: full disk, no right to
/// write, open elsewhere, no such folder.
Result<void> writeWhole(const std::filesystem::path& path, std::string_view bytes);

} // namespace wardmote::publish
