#pragma once
#include "ui/publish/picture.h"

#include <string>

namespace wardmote::publish {

inline constexpr double svgWidth = 6400; ///< tenths of a point, of which a page shows as much as it is wide

/// A picture as an <svg> element for a web page, named by the title and described by the alternative. `id`
/// must be its own on the page.
std::string svgOf(const Picture& picture, const std::string& title, const std::string& alternative,
                  const std::string& id);

} // namespace wardmote::publish
