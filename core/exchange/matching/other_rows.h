#pragma once
#include "core/exchange/matching/row_identity.h"

namespace wardmote::exchange {

/// A row that names an area and its cluster: arrangement and cluster are found by name or made.
void writeClusterRow(const SheetReader& sheet, std::size_t tableRow, const RowContext& context,
                     PlaceReader& places);

/// A row that says how two mechanisms relate: succeeded (wholly or in part) or sub-group. Relations for which
/// a mechanism has no field are said to be left out.
void writeRelationRow(const SheetReader& sheet, std::size_t tableRow, const RowContext& context,
                      RowIdentities& identities);

/// The meeting of a dated row, linked to its mechanism.
void writeMeeting(const SheetReader& sheet, std::size_t tableRow, const RowContext& context,
                  plan::Id mechanism);

/// Last met, meetings a year, usual time, place and attendance of the mechanisms that dated rows were
/// gathered into, where nothing else says them.
void summariseMeetings(ImportWork& work, const std::set<plan::Id>& mechanisms);

} // namespace wardmote::exchange
