#pragma once
#include "core/base/result.h"
#include "core/report/blocks.h"

#include <string>

namespace wardmote::publish {

/// A text document that LibreOffice and Word open, with real headings, styles, table heads that repeat, and
/// pictures with their text alternatives: for councils that finish a report in their own house style.
Result<std::string> odtOf(const report::Document& document);

} // namespace wardmote::publish
