#pragma once
#include "core/report/blocks.h"

#include <string>

namespace wardmote::publish {

/// A picture as an <svg> element for a web page, named by the title and described by the alternative. `id`
/// must be its own on the page.
std::string svgOf(const report::Picture& picture, const std::string& title, const std::string& alternative,
                  const std::string& id);

} // namespace wardmote::publish
