#pragma once
#include "ui/shell/main_window.h"

#include <memory>

namespace wardmote::ui {

/// The program's window with every page in it, ready to be shown.
std::unique_ptr<MainWindow> makeMainWindow(const ShellServices& services);

} // namespace wardmote::ui
