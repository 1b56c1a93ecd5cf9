#pragma once
#include "core/exchange/matching/calendar_rows.h"

namespace wardmote::exchange {

/// Which record a row is: found in the plan, made by an earlier row, or new.
struct Identity {
    plan::Id id = 0;
    bool gathered = false; ///< an earlier row of the file is the same record
    std::string refusal;   ///< not empty: the row can't be imported, and why
    std::string reason;    ///< "The same as row 12"
};

/// Finds records by the source's own id within the source; areas by code, organisations by their numbers;
/// else by name, lead and areas within the same source. Rows like a record of another source are asked about.
class RowIdentities {
public:
    RowIdentities(ImportWork& work, PlaceReader& places, CalendarRows& calendar)
        : work_(work), places_(places), calendar_(calendar) {}

    Identity of(const SheetReader& sheet, std::size_t tableRow, const RowContext& context);
    /// The source's key that a record of this row has: "list/M001"; empty where the row has no id.
    static std::string sourceKeyOf(const SheetReader& sheet, std::size_t tableRow);
    /// The one mechanism (or other record) whose source's own id ends so, in whatever source.
    std::optional<plan::Id> byOwnId(plan::RecordKind kind, std::string_view ownId);

private:
    struct Known {
        std::unordered_map<std::string, plan::Id> bySourceKey;
        std::unordered_map<std::string, std::vector<plan::Id>> byNumber; ///< charity and company numbers
        text::NameIndex names;                                           ///< of the plan alone
    };
    const Known& known(plan::RecordKind kind);
    std::optional<plan::Id> inPlan(const SheetReader& sheet, std::size_t tableRow, const std::string& name,
                                   const std::string& sourceKey, const RowContext& context);
    bool sameThing(const SheetReader& sheet, std::size_t tableRow, plan::Id id);
    std::string localCouncilOf(const SheetReader& sheet, std::size_t tableRow);
    std::optional<plan::Id> askSameAs(const SheetReader& sheet, std::size_t tableRow, const std::string& name,
                                      const RowContext& context);
    std::string sideOf(plan::RecordKind kind, plan::Id id) const;

    ImportWork& work_;
    PlaceReader& places_;
    CalendarRows& calendar_;
    std::array<std::unique_ptr<Known>, plan::recordKindCount> known_;
    std::unordered_map<std::string, std::size_t> rows_; ///< key within this import -> place of the first row
};

} // namespace wardmote::exchange
