#pragma once
#include <optional>
#include <string>

namespace wardmote::app {

/// What the command line asks for when it names no command: the window, with a plan or file to open.
struct WindowRequest {
    std::string file; ///< may be empty
};

struct CommandLineAnswer {
    int exitCode = 0;
    std::optional<WindowRequest> window; ///< set: nothing was run, open the window
};

/// Runs the command that the command line names. Messages go to standard error, one line each; with --json
/// one document goes to standard output and nothing else.
CommandLineAnswer runCommandLine(int argc, char** argv);

} // namespace wardmote::app
