#pragma once
#include "core/exchange/matching/row_identity.h"

#include <map>
#include <set>

namespace wardmote::exchange {

/// Rows that name an area and its cluster: arrangement and cluster are found by name or made. An area's first
/// cluster in an arrangement is its main one.
class ClusterRows {
public:
    ClusterRows(ImportWork& work, PlaceReader& places) : work_(work), places_(places) {}
    void write(const SheetReader& sheet, std::size_t tableRow, const RowContext& context);

private:
    plan::Id arrangementOf(const std::string& name);
    plan::Id clusterOf(const std::string& name, plan::Id arrangement);
    /// True unless the area has a main cluster in the arrangement; from then on it has.
    bool takesMain(plan::Id arrangement, plan::Id area);

    ImportWork& work_;
    PlaceReader& places_;
    std::set<std::pair<plan::Id, plan::Id>> mains_; ///< arrangement, area
    bool known_ = false;
};

/// A row that says how two mechanisms relate: succeeded (wholly or in part) or sub-group. Relations for which
/// a mechanism has no field are said to be left out.
void writeRelationRow(const SheetReader& sheet, std::size_t tableRow, const RowContext& context,
                      RowIdentities& identities);

/// The meetings of dated rows, linked to their mechanisms. The same date twice in a list is one meeting.
class MeetingRows {
public:
    explicit MeetingRows(ImportWork& work) : work_(work) {}
    void write(const SheetReader& sheet, std::size_t tableRow, const RowContext& context, plan::Id mechanism);

private:
    /// The meeting with this key in its list that belongs to the mechanism; 0 if there is none yet.
    plan::Id known(const std::string& key, plan::Id mechanism);

    ImportWork& work_;
    std::map<std::pair<plan::Id, std::string>, plan::Id> meetings_; ///< mechanism, key in the list
    bool indexed_ = false;
};

/// Last met, meetings a year, usual time, place and attendance of the mechanisms that dated rows were
/// gathered into, where nothing else says them.
void summariseMeetings(ImportWork& work, const std::set<plan::Id>& mechanisms);

} // namespace wardmote::exchange
