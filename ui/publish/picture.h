#pragma once
#include "core/report/blocks.h"
#include "ui/charts/map_painter.h"

#include <memory>
#include <variant>

namespace wardmote::publish {

/// A picture of a report made ready to be drawn, as often as need be: of a map, its shapes are.
using Picture = std::variant<report::BarChart, report::Matrix, charts::MapSpec>;
using PictureRef = std::shared_ptr<const Picture>;

} // namespace wardmote::publish
