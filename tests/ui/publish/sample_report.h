#pragma once
#include "core/report/blocks.h"

namespace wardmote::tests {

/// A report with every kind of block in it, a table of `rows` rows among them.
report::Document sampleReport(std::size_t rows = 12);

} // namespace wardmote::tests
