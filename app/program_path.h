#pragma once
#include <filesystem>

namespace wardmote::app {

/// This program's own file, to start it again as the reader of foreign files: as the system tells it, else as
/// the program was called.
std::filesystem::path programPath(const char* calledAs);

} // namespace wardmote::app
