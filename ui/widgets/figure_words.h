#pragma once
#include "core/analysis/figure.h"

#include <QString>

namespace wardmote::ui {

/// "1,200", "at least 1,200" where a part is not recorded, "not recorded" where nothing is.
QString figureWords(const analysis::Figure<int>& figure);

} // namespace wardmote::ui
