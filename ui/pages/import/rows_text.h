#pragma once
#include "ui/widgets/style.h"

#include <QCoreApplication>

#include <cstddef>

namespace wardmote::ui {

/// "1 row", "1,267 rows".
inline QString rowsText(std::size_t rows) {
    return rows == 1
               ? QCoreApplication::translate("Import", "1 row")
               : QCoreApplication::translate("Import", "%1 rows").arg(numberText(static_cast<qint64>(rows)));
}

} // namespace wardmote::ui
