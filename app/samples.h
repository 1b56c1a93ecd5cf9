#pragma once
#include "core/base/result.h"

#include <filesystem>
#include <string>
#include <vector>

namespace wardmote::app {

/// A sample plan that comes with the program: a folder of plain tables.
struct Sample {
    std::string id;    ///< "bathnes"
    std::string title; ///< "Bath and North East Somerset"
    std::filesystem::path folder;
};

/// Where the program's resources lie: beside the installed program, else in the source tree it was built
/// from.
std::filesystem::path resourceFolder(const std::filesystem::path& program);

/// Those that are there, by title.
std::vector<Sample> samples(const std::filesystem::path& program);

/// Makes a new plan with a sample's records; the file must not exist. `program` reads the tables (see
/// exchange::FileReader).
Result<void> makeSamplePlan(const std::string& id, const std::filesystem::path& target,
                            const std::filesystem::path& program);

} // namespace wardmote::app
