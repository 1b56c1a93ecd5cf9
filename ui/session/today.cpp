#include "ui/session/today.h"

#include <QDate>

namespace wardmote::ui {

plan::Date today() {
    const auto day = QDate::currentDate();
    return {day.year(), day.month(), day.day()};
}

} // namespace wardmote::ui
