#include "ui/widgets/figure_words.h"

#include "ui/widgets/style.h"

#include <QCoreApplication>

namespace wardmote::ui {

QString figureWords(const analysis::Figure<int>& figure) {
    if (!figure.value) {
        return notRecorded();
    }
    const auto number = numberText(*figure.value);
    return figure.atLeast ? QCoreApplication::translate("Figures", "at least %1").arg(number) : number;
}

} // namespace wardmote::ui
