#pragma once
#include "core/exchange/matching/row_identity.h"

#include <map>

namespace wardmote::exchange {

/// Rows of a footprint set: a row is a footprint with its boundary, or an area with a footprint that takes it
/// in, wholly or by a share. Sets and footprints are found by name or code, or made. Of rows with boundaries
/// the areas are found once all rows are read, by the land that footprint and area have in common.
class FootprintRows {
public:
    FootprintRows(ImportWork& work, PlaceReader& places) : work_(work), places_(places) {}
    void write(const SheetReader& sheet, std::size_t tableRow, const RowContext& context);
    /// Which areas the footprints with new boundaries take in. False if stopped.
    bool finish(const Progress& progress);

private:
    /// What the rows of one footprint said of its land.
    struct Drawn {
        std::vector<plan::ShapeRef> parts;
        std::size_t row = 0; ///< place in the proposal's rows of its first
    };
    plan::Id setOf(const SheetReader& sheet, std::size_t tableRow);
    plan::Id footprintOf(plan::Id set, const std::string& code, const std::string& name);
    void takeArea(const SheetReader& sheet, std::size_t tableRow, const RowContext& context);
    void takeBoundary(plan::Shape boundary, const RowContext& context);
    void giveAreas(plan::Id footprint, const Drawn& drawn,
                   const std::vector<std::pair<plan::Id, double>>& in);
    void know(plan::Id set, const plan::Footprint& footprint);
    /// 0: none; less: several, which a name alone does not tell apart.
    plan::Id known(plan::Id set, const std::string& code, const std::string& name);

    ImportWork& work_;
    PlaceReader& places_;
    std::map<plan::Id, Drawn> drawn_;                             ///< by footprint
    std::map<std::pair<plan::Id, std::string>, plan::Id> byCode_; ///< set, folded code
    std::map<std::pair<plan::Id, std::string>, std::vector<plan::Id>> byName_;
    bool indexed_ = false;
};

} // namespace wardmote::exchange
