#pragma once
#include "app/context.h"

#include <CLI/CLI.hpp>

/// Each adds some of the program's commands to the command line; a command runs as it is parsed and leaves
/// its exit code in the context.
namespace wardmote::app {

void addPlanCommands(CLI::App& cli, Context& context);      ///< new, list, history, undo, redo
void addExchangeCommands(CLI::App& cli, Context& context);  ///< import, export
void addAnalysisCommands(CLI::App& cli, Context& context);  ///< check, duplicates, overlap, coverage...
void addReportCommand(CLI::App& cli, Context& context);     ///< report
void addProposeCommand(CLI::App& cli, Context& context);    ///< propose
void addCompareCommand(CLI::App& cli, Context& context);    ///< compare
void addStreamlineCommand(CLI::App& cli, Context& context); ///< streamline
void addLoadCommand(CLI::App& cli, Context& context);       ///< load
void addPartnerCommand(CLI::App& cli, Context& context);    ///< partner
void addWhatIfCommand(CLI::App& cli, Context& context);     ///< what-if

} // namespace wardmote::app
