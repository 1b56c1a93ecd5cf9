#pragma once
#include "ui/charts/map_painter.h"

namespace wardmote::charts {

class MapWidget;

/// Offers the areas of every MapWidget to assistive technology as the items of a list. Once is enough; more
/// calls do nothing.
void installMapAccessibility();

/// "Saltford, Keynsham Area, 4,131 residents".
QString spokenText(const MapSpec& spec, const MapArea& area);

/// Says which area has the keyboard now.
void tellOfCurrentArea(MapWidget& map);

} // namespace wardmote::charts
