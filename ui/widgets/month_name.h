#pragma once
#include <QString>

namespace wardmote::ui {

/// "April" of 4.
QString monthName(int month);

} // namespace wardmote::ui
