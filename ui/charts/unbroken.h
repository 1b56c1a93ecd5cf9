#pragma once
#include <QString>

namespace wardmote::charts {

inline constexpr QChar wordJoiner(0x2060);

/// The text with a joiner, which is not seen, wherever a line would be broken between a letter's full stop
/// and a figure: "v.3.0", "no.7".
QString unbroken(const QString& text);

} // namespace wardmote::charts
