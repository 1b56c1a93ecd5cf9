#pragma once
#include "tests/support/folders.h"

#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <iterator>
#include <nlohmann/json.hpp>
#include <string>
#include <sys/wait.h>

/// The program as a process of its own.
namespace wardmote::tests {

using Json = nlohmann::json;

struct Answer {
    int exitCode = -1;
    std::string output;
    std::string errors;
    Json json() const { return Json::parse(output); }
};

inline std::string contentOf(const std::filesystem::path& path) {
    std::ifstream in(path, std::ios::binary);
    return {std::istreambuf_iterator<char>(in), {}};
}

/// Runs the program with these words, which must need no quoting but double quotes.
inline Answer run(const TemporaryFolder& folder, const std::string& words) {
    const auto out = folder / "out.txt";
    const auto errors = folder / "errors.txt";
    const auto command = std::string("\"") + WARDMOTE_PROGRAM + "\" " + words + " >\"" + out.string() +
                         "\" 2>\"" + errors.string() + "\" </dev/null";
    const int status = std::system(command.c_str());
    return {WIFEXITED(status) ? WEXITSTATUS(status) : -1, contentOf(out), contentOf(errors)};
}

inline std::string quoted(const std::filesystem::path& path) {
    return "\"" + path.string() + "\"";
}

} // namespace wardmote::tests
