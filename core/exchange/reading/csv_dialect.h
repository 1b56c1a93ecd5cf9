#pragma once
#include <string>
#include <string_view>

namespace wardmote::exchange {

/// The delimiter by which most lines of the text's beginning fall into the same number of cells, quotes
/// respected; a comma if none does. A first line "sep=;" decides alone.
char findDelimiter(std::string_view beginning);

/// The bytes of a first line "sep=;" (Excel's own), which is no row; 0 if there is none.
std::size_t separatorLineLength(std::string_view beginning);

/// A text that a spreadsheet would run as a formula stands in CSV behind an apostrophe; so does one that
/// already looks as if it did. unguarded(guarded(x)) == x for every x.
std::string guarded(std::string_view text);
std::string_view unguarded(std::string_view cell);

} // namespace wardmote::exchange
