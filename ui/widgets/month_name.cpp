#include "ui/widgets/month_name.h"

#include <QLocale>

namespace wardmote::ui {

QString monthName(int month) {
    return QLocale(QLocale::English, QLocale::UnitedKingdom).standaloneMonthName(month);
}

} // namespace wardmote::ui
