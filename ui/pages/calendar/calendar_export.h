#pragma once
#include "core/exchange/writing/calendar_writer.h"
#include "ui/pages/calendar/calendar_answer.h"

namespace wardmote::ui {

/// What is seen of a year as a calendar has it. Recorded meetings one by one; expected ones as the series of
/// their mechanism from the first of January on, with its rule and the UID that it has in every export, less
/// the days of the year on which it is not seen: a recorded meeting stands for it, or it is in that of a
/// mechanism that it shares meetings with. Off the window's thread.
std::vector<exchange::CalendarEntry> calendarEntries(const CalendarAnswer& answer,
                                                     const std::vector<std::size_t>& seen);

} // namespace wardmote::ui
