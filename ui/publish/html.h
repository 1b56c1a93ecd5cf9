#pragma once
#include "core/report/blocks.h"

#include <string>

namespace wardmote::publish {

/// One self-contained page: real headings, tables with scopes, figures as SVG with title and description, a
/// skip link, and a style for print and for dark screens. Nothing is fetched from anywhere.
std::string htmlOf(const report::Document& document);

} // namespace wardmote::publish
