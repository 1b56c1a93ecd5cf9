#pragma once
#include <string>
#include <string_view>
#include <vector>

namespace wardmote::text {

/// Lower case without accents, typographic quotes and dashes as typewriters have them, any kind of space as
/// one space, none at the ends. Bytes that are no UTF-8 become '?'. For comparing, never for showing.
std::string folded(std::string_view text);

/// Without white space at the ends (no-break spaces too), runs of it inside as one space. For showing.
std::string tidied(std::string_view text);

/// Without white space at the ends; line breaks inside stay, as "\n".
std::string trimmed(std::string_view text);

/// The letters and digits of a text in runs, folded: "St. Mary's (Bath)" -> st, marys, bath; "&" and "+" give
/// "and".
std::vector<std::string> wordsOf(std::string_view text);

/// True for what lists write where they know nothing: "", "-", "n/a", "tbc", "unknown", "not stated"...
bool meansNothing(std::string_view text);

} // namespace wardmote::text
