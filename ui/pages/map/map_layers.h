#pragma once
#include "ui/charts/map_footprints.h"

namespace wardmote::ui {

/// Assets with a place. One that a mechanism names as its venue is a meeting place.
std::vector<charts::MapPoint> pointsOnMap(const plan::Plan& plan);

} // namespace wardmote::ui
