#pragma once
#include "core/report/blocks.h"
#include "ui/charts/bars.h"

namespace wardmote::publish {

/// A map of a report, drawn by the painter that draws it on screen, with legend and attribution.
double mapHeight(const report::Map& map, const charts::Look& look, double width, double most);
void paintMap(QPainter& painter, const QRectF& place, const report::Map& map, const charts::Look& look);

} // namespace wardmote::publish
