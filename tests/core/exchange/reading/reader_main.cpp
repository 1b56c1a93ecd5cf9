#include "core/exchange/reading/read_file.h"

#include <csignal>
#include <cstdlib>
#include <cstring>
#include <new>
#include <vector>

/// The reading child of the tests. Asked by an environment variable it behaves as a reader would that a
/// hostile file has broken.
int main(int argc, char** argv) {
    const char* trouble = std::getenv("WARDMOTE_READER_TROUBLE");
    if (trouble != nullptr && std::strcmp(trouble, "crash") == 0) {
        std::raise(SIGSEGV);
    }
    if (trouble != nullptr && std::strcmp(trouble, "hang") == 0) {
        volatile bool forever = true;
        while (forever) {
        }
    }
    if (trouble != nullptr && std::strcmp(trouble, "swell") == 0) {
        std::set_new_handler([] { std::_Exit(77); });
        std::vector<std::vector<char>> hoard;
        while (true) {
            hoard.emplace_back(100U << 20U, 'x');
        }
    }
    return wardmote::exchange::readerMain(argc, argv);
}
