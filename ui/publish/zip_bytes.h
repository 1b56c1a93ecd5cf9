#pragma once
#include "core/base/result.h"
#include "core/plan/date.h"

#include <string>
#include <vector>

namespace wardmote::publish {

struct ZipEntry {
    std::string name;
    std::string bytes;
    bool stored = false; ///< not compressed: what an OpenDocument's type must be
};

/// A zip archive in memory; every entry dated midnight of `date`, so that the same entries give the same
/// bytes.
Result<std::string> zipOf(const std::vector<ZipEntry>& entries, plan::Date date);

} // namespace wardmote::publish
