#pragma once
#include "core/base/result.h"
#include "core/plan/date.h"

#include <cstdint>

namespace wardmote::text {

/// Which number comes first in "08/05/13". A list keeps to one; an import finds out which.
enum class DateOrder : std::uint8_t { dayFirst, monthFirst };

struct ReadDate {
    plan::Date date;
    bool otherOrder = false; ///< could only be read in the other order: 05/25/2013 in a British list
    bool serial = false;     ///< was a spreadsheet's day number
    bool operator==(const ReadDate&) const = default;
};

/// Reads a day: "1st May 2013", "Tues 1 May 13", "May 1, 2013", "08/05/13", "8.5.2013", "2013-05-08",
/// "2013-05-08T19:00", "20130508", "08-May-13", day numbers of spreadsheets (20000 to 80000). Years of two
/// digits are 1969 to 2068. Nothing for words that mean nothing; an Error where no one day is named.
Result<std::optional<ReadDate>> readDate(std::string_view text, DateOrder order = DateOrder::dayFirst);

/// The first and last day that some words can mean: "2013", "May 2013", "spring 2018", "8 May 2013",
/// "2010-11", "mid 2021".
struct DateSpan {
    plan::Date first;
    plan::Date last;
    bool about = false; ///< "about 2011"
    bool operator==(const DateSpan&) const = default;
};
std::optional<DateSpan> readDateSpan(std::string_view text);

/// What the words of a period say of a mechanism's life. Where they leave a choice of days the beginning is
/// the earliest and the end the latest of them, so that two mechanisms that may have existed together are
/// never kept apart for want of a day.
struct ReadPeriod {
    std::optional<plan::Date> setUp;
    std::optional<plan::Date> ended;
    std::optional<plan::Date> lastMet;
    std::optional<plan::Date> knownFrom; ///< known to exist on this day, though set up earlier perhaps
    bool proposed = false;               ///< nothing but a proposal
    bool operator==(const ReadPeriod&) const = default;
};

/// Reads "2008 to about 2011" (set up 1 Jan 2008, ended 31 Dec 2011), "from 2014", "since 1999", "to 5 June
/// 2017", "met 5 Oct 2016", "24 July and 16 Oct 2014", "2013" (last met by 31 Dec 2013), "2014-2017" (known
/// of then: last met by 31 Dec 2017), "2011-2016 and later replaced" (ended 2016), "launched June 2018".
/// Words it does not know say nothing; the caller keeps them as notes.
ReadPeriod readPeriod(std::string_view text);

/// Day number of a spreadsheet (1900 system): 41402 is 8 May 2013.
std::optional<plan::Date> dateFromSerial(double serial);

/// 1..12 for "jan", "sept", "September"; 0 otherwise. Takes folded words.
int monthOf(std::string_view word);
/// 1 (Monday) .. 7 for "mon", "tues", "weds", "thursdays"; 0 otherwise. Takes folded words.
int weekdayOf(std::string_view word);

} // namespace wardmote::text
