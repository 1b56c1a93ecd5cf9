#pragma once
#include "core/base/progress.h"
#include "core/base/result.h"

#include <cstdint>
#include <filesystem>
#include <functional>
#include <string>
#include <string_view>
#include <vector>

namespace wardmote::platform {

/// What a child may use. Where the system can't limit something it is left out; the clock always counts.
struct ChildLimits {
    std::uint64_t memoryBytes = 1536ULL << 20; ///< address space
    int processorSeconds = 120;
    int clockSeconds = 120;
    std::uint64_t outputBytes = 2048ULL << 20; ///< of standard output
};

/// How a child ended, when it ended otherwise than by its own return.
enum class ChildEnd : std::uint8_t { returned, crashed, outOfMemory, outOfTime, tooMuchOutput, stopped };

struct ChildOutcome {
    ChildEnd end = ChildEnd::returned;
    int exitCode = 0;    ///< when it returned
    std::string message; ///< last lines of its standard error, for a support call
};

/// Exit code by which a child says that memory ran out.
inline constexpr int outOfMemoryExit = 77;

/// Starts a program with arguments, gives it the input on standard input, and hands each piece of its
/// standard output to onOutput as it comes (on the calling thread). Returns when it has ended, been ended
/// for a limit, or been ended because progress.stop asked or onOutput returned false. An Error only if it
/// could not be started.
Result<ChildOutcome> runChild(const std::filesystem::path& program, const std::vector<std::string>& arguments,
                              std::string_view input, const ChildLimits& limits,
                              const std::function<bool(std::string_view)>& onOutput,
                              const Progress& progress);

/// Path of the program that is running, to start it again as its own reader.
Result<std::filesystem::path> thisProgram();

} // namespace wardmote::platform
