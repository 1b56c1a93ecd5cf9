#pragma once
#include "core/store/plan_file.h"
#include "tests/support/catch.h"
#include "tests/support/folders.h"

#include <fstream>
#include <iterator>
#include <string>

namespace wardmote::tests {

inline const store::Opener ann{"Ann", "PC-1"};
inline const store::Opener ben{"Ben", "PC-2"};

inline plan::Settings settingsNamed(const std::string& name) {
    plan::Settings settings;
    settings.name = name;
    return settings;
}

inline store::PlanFile newPlan(const std::filesystem::path& path) {
    auto file = store::PlanFile::create(path, settingsNamed("Test plan"), ann);
    INFO((file ? std::string{} : file.error().text() + " " + file.error().detail));
    REQUIRE(file);
    return std::move(*file);
}

inline store::PlanFile opened(const std::filesystem::path& path, store::OpenOptions options = {ann}) {
    auto file = store::PlanFile::open(path, options);
    INFO((file ? std::string{} : file.error().text() + " " + file.error().detail));
    REQUIRE(file);
    return std::move(*file);
}

inline store::Edit done(Result<store::Edit> edit) {
    INFO((edit ? std::string{} : edit.error().text() + " " + edit.error().detail));
    REQUIRE(edit);
    return std::move(*edit);
}

inline plan::Area areaNamed(plan::Id id, const std::string& name) {
    plan::Area area;
    area.id = id;
    area.name = name;
    return area;
}

inline plan::Changes adding(const plan::Area& area) {
    plan::Changes changes;
    changes.insert(area);
    return changes;
}

inline std::string bytesOf(const std::filesystem::path& path) {
    std::ifstream file(path, std::ios::binary);
    return {std::istreambuf_iterator<char>(file), {}};
}

inline void writeBytes(const std::filesystem::path& path, const std::string& bytes) {
    std::ofstream(path, std::ios::binary | std::ios::trunc) << bytes;
}

} // namespace wardmote::tests
