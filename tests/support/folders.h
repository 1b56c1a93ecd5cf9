#pragma once
#include <filesystem>
#include <optional>

namespace wardmote::tests {

/// A folder of its own for one test, removed with everything in it when the object goes.
class TemporaryFolder {
public:
    TemporaryFolder();
    ~TemporaryFolder();
    TemporaryFolder(const TemporaryFolder&) = delete;
    TemporaryFolder& operator=(const TemporaryFolder&) = delete;

    const std::filesystem::path& path() const { return path_; }
    std::filesystem::path operator/(const std::string& name) const { return path_ / name; }

private:
    std::filesystem::path path_;
};

/// The root of the project's sources.
std::filesystem::path sourceFolder();

/// A file or folder below ../shared/data, or nothing where that data is not there: a test that needs it
/// then says so with WARN and returns.
std::optional<std::filesystem::path> realData(const std::string& below);

} // namespace wardmote::tests
