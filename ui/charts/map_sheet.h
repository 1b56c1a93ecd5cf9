#pragma once
#include "ui/charts/bars.h"
#include "ui/charts/map_painter.h"

namespace wardmote::charts {

/// A map on paper: the legend above, scale and attribution below, so that nothing covers the ground. It shows
/// the areas in clusters with some of what lies around them; everything, if none is in one.
///
/// Height that it takes at this width, within `most`: the map has the shape of what it shows.
double mapSheetHeight(const MapSpec& spec, const Look& look, double width, double most);

/// Draws nothing outside `place` and sets no clip. Of several clusters each is named; with one alone the
/// caption names it, and the map has room for the names of its areas. On a large sheet, `allNames`, clusters
/// and areas are both named.
void paintMapSheet(QPainter& painter, const QRectF& place, const MapSpec& spec, const Look& look,
                   bool allNames = false);

} // namespace wardmote::charts
