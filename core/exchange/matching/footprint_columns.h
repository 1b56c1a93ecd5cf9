#pragma once
#include "core/exchange/matching/import_setup.h"

#include <span>

namespace wardmote::exchange {

/// Uses of the columns of footprints, whose headings only make sense together: where rows have boundaries,
/// code and name are the footprint's; else one pair is the area's and the other the footprint's.
std::vector<ColumnMatching> matchFootprintColumns(std::span<const std::string> headings, bool hasPlaces);

/// What a set's footprints are, as words of its name or of its columns say; nothing where they don't.
std::optional<plan::FootprintKind> footprintKindIn(std::string_view words);

/// Adds what headings and names say of a footprint set as constants: the year of its codes, its kind.
void describeFootprints(SheetSetup& sheet, const std::vector<std::string>& headings);

/// Of several layers read as footprints, one that holds the plan's own areas is nobody else's geography: it
/// is left out, and said to be.
void leaveOutOwnLayers(std::vector<SheetSetup>& sheets, std::span<const Table> tables,
                       const plan::Plan& plan);

} // namespace wardmote::exchange
