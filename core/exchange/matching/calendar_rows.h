#pragma once
#include "core/exchange/matching/row_reader.h"
#include "core/exchange/writing/calendar_writer.h"

namespace wardmote::exchange {

/// Meetings that came from a calendar, given to the mechanisms whose they are.
class CalendarRows {
public:
    explicit CalendarRows(ImportWork& work) : work_(work) {}

    /// The meeting of the plan that the row's UID means.
    std::optional<plan::Id> meetingOf(const SheetReader& sheet, std::size_t tableRow);

    /// Whether the row is a day of a series that this program wrote, still as the mechanism's pattern has it:
    /// what an export says of the plan is nothing new to it. Then the mechanism.
    std::optional<plan::Id> expectedOf(const SheetReader& sheet, std::size_t tableRow);

    /// By the UID of the series, which a mechanism has or which this program gave it; else by the one
    /// mechanism of the meeting's name; else a person is asked about names that read alike. A series' UID is
    /// learnt, so that it is known next time. A meeting that has a mechanism keeps it.
    void link(const SheetReader& sheet, std::size_t tableRow, const RowContext& context, plan::Id meeting);

private:
    void index();
    std::optional<plan::Id> byUid(const std::string& series, const std::string& uid) const;
    std::optional<plan::Id> asked(const std::string& name, const RowContext& context);

    ImportWork& work_;
    std::optional<MechanismSeries> series_;
    bool indexed_ = false;
    std::unordered_map<std::string, plan::Id> meetings_;   ///< by UID
    std::unordered_map<std::string, plan::Id> mechanisms_; ///< by UID of their series
};

} // namespace wardmote::exchange
