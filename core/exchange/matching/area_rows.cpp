#include "core/exchange/matching/other_rows.h"
#include "core/geography/mend.h"

#include <cmath>
#include <fmt/format.h>

namespace wardmote::exchange {

namespace {

/// A point in longitude and latitude comes to the grid; one that lies elsewhere is no point of the plan.
void bringToGrid(const SheetReader& sheet, const RowContext& context, plan::Area& area) {
    if (!area.easting || !area.northing) {
        return;
    }
    const plan::Point point{*area.easting, *area.northing};
    const auto grid = gridOf({point, point});
    if (grid == Grid::nationalGrid) {
        return;
    }
    const auto place =
        grid == Grid::elsewhere
            ? Result<Place>(Place{})
            : context.work.degrees.place(fmt::format("POINT ({} {})", point.easting, point.northing));
    if (place && place->point) {
        area.easting = std::round(place->point->easting * 10) / 10; // degrees are no more exact
        area.northing = std::round(place->point->northing * 10) / 10;
        return;
    }
    area.easting.reset();
    area.northing.reset();
    context.notice(sheet.columnOf("easting"), true,
                   fmt::format("{}, {} is no place in Great Britain: neither metres on the National Grid nor "
                               "longitude and latitude.",
                               point.easting, point.northing));
}

} // namespace

void writePlace(const SheetReader& sheet, std::size_t tableRow, const RowContext& context, plan::Id id,
                bool filled) {
    const auto place = sheet.table.place(tableRow);
    if (place.shape && !(filled && context.work.edit<plan::Area>(id).boundary)) {
        auto mended = geography::mended(*place.shape);
        if (!mended) {
            context.notice(0, true, "The boundary can't be used: " + mended.error().message);
        } else {
            if (!mended->note.empty()) {
                context.notice(0, false, fmt::format("The boundary {} and was mended.", mended->note));
            }
            context.work.edit<plan::Area>(id).boundary =
                std::make_shared<const plan::Shape>(std::move(mended->shape));
        }
    }
    if (place.point) {
        auto& area = context.work.edit<plan::Area>(id);
        area.easting = place.point->easting;
        area.northing = place.point->northing;
    } else if (!sheet.isExport() && sheet.has("easting") && sheet.has("northing")) {
        bringToGrid(sheet, context, context.work.edit<plan::Area>(id));
    }
}

} // namespace wardmote::exchange
