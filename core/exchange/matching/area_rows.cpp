#include "core/exchange/matching/other_rows.h"
#include "core/geography/mend.h"

#include <fmt/format.h>

namespace wardmote::exchange {

void writeBoundary(const SheetReader& sheet, std::size_t tableRow, const RowContext& context, plan::Id id,
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
    }
}

} // namespace wardmote::exchange
