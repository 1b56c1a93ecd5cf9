#pragma once
#include "core/base/result.h"
#include "ui/publish/pages.h"

#include <string>
#include <string_view>

namespace wardmote::publish {

/// Marks are unit squares at (markOrigin - code, markOrigin); code 0 ends an element, n begins chunk n - 1.
inline constexpr double markOrigin = -20000;

/// A stretch of a page's content that belongs to one element.
struct Chunk {
    std::size_t page = 0;
    int element = artifact;
    QRectF place; ///< of a figure
};

/// Turns a marked PDF of the report into a tagged one. Fails only if the marks are not found as they were
/// drawn.
Result<std::string> tagged(std::string_view pdf, const PagedReport& report, const std::vector<Chunk>& chunks);

} // namespace wardmote::publish
