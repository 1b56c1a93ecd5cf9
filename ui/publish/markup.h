#pragma once
#include <string>
#include <string_view>

namespace wardmote::publish {

/// Text for HTML and XML, in element content and in attributes. Characters that XML does not allow become
/// spaces.
std::string escaped(std::string_view text);

} // namespace wardmote::publish
