#pragma once
#include "core/base/result.h"
#include "core/plan/date.h"
#include "ui/charts/map_painter.h"

#include <QByteArray>

namespace wardmote::ui {

/// What is written around an exported map.
struct MapSheetText {
    QString title;    ///< "Forums 2014"
    QString subtitle; ///< plan, what it is coloured by
    plan::Date date;
};

enum class MapPaper { a3, a1 };
enum class MapFormat { svg, png, pdf };

/// A sheet in landscape: title, legend, the map with the names of clusters and areas, scale, attribution,
/// date. Everything drawn as shapes and text, except of course in a PNG (150 dots an inch). On any thread.
Result<QByteArray> mapSheet(const charts::MapSpec& spec, const MapSheetText& text, MapFormat format,
                            MapPaper paper);

} // namespace wardmote::ui
