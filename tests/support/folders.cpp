#include "tests/support/folders.h"

#include <random>
#include <string>

namespace wardmote::tests {

TemporaryFolder::TemporaryFolder() {
    std::random_device entropy;
    path_ = std::filesystem::temp_directory_path() /
            ("wardmote-test-" + std::to_string(entropy()) + std::to_string(entropy()));
    std::filesystem::create_directories(path_);
}

TemporaryFolder::~TemporaryFolder() {
    std::error_code ignored;
    std::filesystem::remove_all(path_, ignored);
}

std::filesystem::path sourceFolder() {
    return WARDMOTE_SOURCE_FOLDER;
}

std::optional<std::filesystem::path> realData(const std::string& below) {
    auto path = sourceFolder().parent_path() / "shared" / "data" / below;
    if (!std::filesystem::exists(path)) {
        return std::nullopt;
    }
    return path;
}

} // namespace wardmote::tests
