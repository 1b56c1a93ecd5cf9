#include "ui/publish/typeface.h"

#include <QFontMetricsF>
#include <QStringList>

namespace wardmote::publish {

namespace {

struct Cut {
    double points;
    bool bold;
    double leading; ///< line height as a multiple of the size
};

Cut cutOf(Face face) {
    switch (face) {
    case Face::body:
        return {12, false, 1.38};
    case Face::strong:
        return {12, true, 1.38};
    case Face::title:
        return {28, true, 1.2};
    case Face::subtitle:
        return {17, false, 1.3};
    case Face::heading1:
        return {19, true, 1.25};
    case Face::heading2:
        return {15, true, 1.3};
    case Face::heading3:
        return {13, true, 1.3};
    case Face::figureValue:
        return {21, true, 1.2};
    }
    return {12, false, 1.38};
}

} // namespace

QFont fontOf(Face face) {
    const Cut cut = cutOf(face);
    QFont font;
    font.setFamilies({QStringLiteral("Liberation Sans"), QStringLiteral("Arial"), QStringLiteral("Helvetica"),
                      QStringLiteral("Noto Sans"), QStringLiteral("DejaVu Sans")});
    font.setStyleHint(QFont::SansSerif);
    font.setPixelSize(static_cast<int>(cut.points * perPoint));
    font.setBold(cut.bold);
    font.setHintingPreference(QFont::PreferNoHinting);
    return font;
}

double lineHeight(Face face) {
    const Cut cut = cutOf(face);
    return cut.points * perPoint * cut.leading;
}

double ascentOf(Face face) {
    const QFontMetricsF metrics(fontOf(face));
    return metrics.ascent() + (lineHeight(face) - metrics.height()) / 2;
}

} // namespace wardmote::publish
