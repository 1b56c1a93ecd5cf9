#pragma once
#include "ui/charts/map_painter.h"

#include "core/report/blocks.h"

namespace wardmote::publish {

/// A report's map as the painter of every map takes it, its shapes made ready.
charts::MapSpec specOf(const report::Map& map);

} // namespace wardmote::publish
