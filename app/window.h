#pragma once
#include "app/command_line.h"

namespace wardmote::app {

/// The window until it is closed. Exit code 2, with a line on standard error, where there is no display.
int runWindow(int argc, char** argv, const WindowRequest& request);

} // namespace wardmote::app
