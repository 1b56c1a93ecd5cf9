#include "app/command_line.h"
#include "app/window.h"
#include "core/exchange/reading/read_file.h"

#include <string_view>

int main(int argc, char** argv) {
    // Before anything else: this process may be a reader of foreign files, under tight limits.
    if (argc > 1 && std::string_view(argv[1]) == wardmote::exchange::readerArgument) {
        return wardmote::exchange::readerMain(argc, argv);
    }
    const auto answer = wardmote::app::runCommandLine(argc, argv);
    return answer.window ? wardmote::app::runWindow(argc, argv, *answer.window) : answer.exitCode;
}
