#include "app/program_path.h"

namespace wardmote::app {

std::filesystem::path programPath(const char* calledAs) {
    std::error_code error;
    const auto own = std::filesystem::read_symlink("/proc/self/exe", error);
    return error ? std::filesystem::absolute(calledAs, error) : own;
}

} // namespace wardmote::app
