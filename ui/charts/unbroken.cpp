#include "ui/charts/unbroken.h"

namespace wardmote::charts {

QString unbroken(const QString& text) {
    QString joined;
    joined.reserve(text.size() + 4);
    for (qsizetype i = 0; i < text.size(); ++i) {
        joined += text[i];
        if (text[i] == QLatin1Char('.') && i > 0 && text[i - 1].isLetter() && i + 1 < text.size() &&
            text[i + 1].isDigit()) {
            joined += wordJoiner;
        }
    }
    return joined;
}

} // namespace wardmote::charts
