#pragma once
#include "core/report/blocks.h"
#include "ui/charts/palette.h"

#include <QFont>
#include <QRectF>

class QPainter;

namespace wardmote::charts {

/// How a picture is drawn. The font must have a pixel size, in the painter's units; every distance follows
/// it.
struct Look {
    Medium medium = Medium::light;
    QFont font;
    int firstColour = 0; ///< palette number of the first series
};

/// Height that the chart needs at this width, labels and legend wrapped and nothing elided.
double barsHeight(const report::BarChart& chart, const Look& look, double width);
/// Height that it can do with, its bars closer together; at most barsHeight().
double leastBarsHeight(const report::BarChart& chart, const Look& look, double width);

/// Draws the chart: a legend, then for each category its label, its bar with colour and pattern for each
/// series, and the values as text after the bar ("210 + 180 = 390"; "not recorded" in those words). Bars
/// stand closer where `place` is lower than barsHeight(). Draws nothing outside `place` as long as that is
/// leastBarsHeight() high; sets no clip, so that it may be written as SVG.
void paintBars(QPainter& painter, const QRectF& place, const report::BarChart& chart, const Look& look);

/// The category whose bar is at this height below the chart's top; -1: none.
int barAt(const report::BarChart& chart, const Look& look, double width, double y);

/// What is written after a bar, for tables and accessible descriptions too.
QString valuesInWords(const report::BarChart& chart, std::size_t category);

} // namespace wardmote::charts
