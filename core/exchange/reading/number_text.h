#pragma once
#include "core/exchange/reading/table.h"

#include <optional>
#include <string>
#include <string_view>

namespace wardmote::exchange {

/// A number of a spreadsheet as a person would write it: 15 digits, as Excel shows, so that 1.1 stored as
/// 1.1000000000000001 is "1.1"; never with an exponent below 10^15. The text itself if it is no number.
std::string plainNumber(std::string_view stored);

/// What a number format shows: text stands for "just a number". "[$-809]d mmmm yyyy" is a date.
CellHint hintOfFormat(std::string_view format);
CellHint hintOfBuiltInFormat(std::size_t id); ///< of Excel's numbered formats

/// Excel's days since the end of 1899 (or 1904) as "2013-05-08", "19:00" or both; nothing if it is no
/// number or no date from 1900 to 9999.
std::optional<std::string> dateOfSerial(std::string_view stored, CellHint hint, bool from1904);

/// "PT19H30M00S" -> "19:30"; nothing if it is of another form.
std::optional<std::string> timeOfDuration(std::string_view iso);
/// "2013-05-08T19:00:00" -> "2013-05-08 19:00"; a date alone stays.
std::string dateTimeOfIso(std::string_view iso, CellHint& hint);

} // namespace wardmote::exchange
