#include "app/command_line.h"

#include "app/commands.h"
#include "app/program_path.h"

#include <algorithm>
#include <cstdio>

namespace wardmote::app {

CommandLineAnswer runCommandLine(int argc, char** argv) {
    CLI::App cli{"Wardmote plans how public services talk with their communities.", "wardmote"};
    Context context;
    context.program = programPath(argv[0]);
    std::string file;
    cli.add_option("file", file, "A plan to open in the window");
    cli.add_flag("--json", context.json, "Answer with one JSON document");
    cli.add_option("--today", context.today, "Answer as on this day (YYYY-MM-DD)")
        ->check([](const std::string& text) {
            return plan::Date::fromIso(text) ? std::string{} : "is not a day of the form YYYY-MM-DD";
        });
    cli.set_version_flag("--version", WARDMOTE_VERSION);
    cli.require_subcommand(0, 1);
    cli.fallthrough(); // --json may stand behind the command
    addPlanCommands(cli, context);
    addExchangeCommands(cli, context);
    addAnalysisCommands(cli, context);
    addReportCommand(cli, context);
    addProposeCommand(cli, context);
    addCompareCommand(cli, context);
    addStreamlineCommand(cli, context);
    addLoadCommand(cli, context);
    addPartnerCommand(cli, context);
    addWhatIfCommand(cli, context);
    try {
        cli.parse(argc, argv);
    } catch (const CLI::CallForHelp& help) {
        return {cli.exit(help), std::nullopt};
    } catch (const CLI::CallForVersion& version) {
        return {cli.exit(version), std::nullopt};
    } catch (const CLI::ParseError& problem) {
        std::string line = problem.what();
        std::ranges::replace(line, '\n', ' ');
        std::fprintf(stderr, "wardmote: %s Run wardmote --help.\n", line.c_str());
        return {badInput, std::nullopt};
    }
    if (cli.get_subcommands().empty()) {
        std::error_code ignored;
        if (!file.empty() && !std::filesystem::exists(file, ignored)) {
            context.fail({"“" + file + "” is neither a command nor a file.", "Run wardmote --help.", {}});
            return {context.exitCode, std::nullopt};
        }
        return {done, WindowRequest{file}};
    }
    return {context.exitCode, std::nullopt};
}

} // namespace wardmote::app
