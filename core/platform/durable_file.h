#pragma once
#include "core/base/result.h"

#include <filesystem>
#include <string>

namespace wardmote::platform {

/// True if files can be made in the folder by this process, as far as can be told without making one.
bool folderIsWritable(const std::filesystem::path& folder);

/// A name in the same folder that nobody uses, for a file that is to become `target` once it is whole.
std::filesystem::path temporaryNameFor(const std::filesystem::path& target);

/// Gives a finished file its name, in the same folder, and makes sure that the name survives a power cut. An
/// Error if something of that name is there: nothing is ever replaced.
Result<void> moveWithoutReplacing(const std::filesystem::path& from, const std::filesystem::path& to);

/// Gives a finished file the name of another and takes its place in one step: who reads sees the old one or
/// the new one.
Result<void> moveReplacing(const std::filesystem::path& from, const std::filesystem::path& to);

/// The folder that a file lies in; "." for a bare name.
std::filesystem::path folderOf(const std::filesystem::path& file);

/// A path as people write it, in UTF-8.
std::string shown(const std::filesystem::path& path);

} // namespace wardmote::platform
