// Habits that a machine can hold: sources that fit in a head, and no path of anybody's machine.
#include "tests/support/catch.h"
#include "tests/support/folders.h"

#include <algorithm>
#include <filesystem>
#include <fstream>
#include <iterator>
#include <string>

namespace {

namespace fs = std::filesystem;
constexpr std::ptrdiff_t longestSource = 500;

std::string contentOf(const fs::path& path) {
    std::ifstream in(path, std::ios::binary);
    return {std::istreambuf_iterator<char>(in), {}};
}

} // namespace

TEST_CASE("sources stay small and plain") {
    for (const auto* top : {"core", "ui", "app", "tests"}) {
        for (const auto& entry : fs::recursive_directory_iterator(wardmote::tests::sourceFolder() / top)) {
            const auto extension = entry.path().extension();
            if (extension != ".cpp" && extension != ".h") {
                continue;
            }
            const auto text = contentOf(entry.path());
            INFO(entry.path().generic_string());
            CHECK(std::ranges::count(text, '\n') <= longestSource);
            CHECK(text.find('\r') == std::string::npos);
            CHECK(text.find('\t') == std::string::npos);
            CHECK((text.empty() || text.back() == '\n'));
            if (extension == ".h") {
                CHECK(text.find("using namespace") == std::string::npos);
                CHECK(text.starts_with("#pragma once"));
            }
        }
    }
}
