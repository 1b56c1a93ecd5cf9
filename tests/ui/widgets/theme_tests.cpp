#include "tests/support/catch.h"
#include "tests/support/folders.h"
#include "ui/widgets/badge.h"
#include "ui/widgets/style.h"
#include "ui/widgets/theme.h"

#include <QApplication>
#include <QDir>
#include <QPushButton>

#include <cmath>

using namespace wardmote::ui;

namespace {

/// Contrast of two opaque colours as WCAG 2 defines it.
double contrast(const QColor& a, const QColor& b) {
    const auto luminance = [](const QColor& colour) {
        const auto part = [](double c) {
            return c <= 0.04045 ? c / 12.92 : std::pow((c + 0.055) / 1.055, 2.4);
        };
        return 0.2126 * part(double(colour.redF())) + 0.7152 * part(double(colour.greenF())) +
               0.0722 * part(double(colour.blueF()));
    };
    const auto [low, high] = std::minmax({luminance(a), luminance(b)});
    return (high + 0.05) / (low + 0.05);
}

} // namespace

TEST_CASE("text can be read on every ground of both themes") {
    for (const auto* theme : {&lightTheme(), &darkTheme()}) {
        CAPTURE(theme->dark);
        for (const auto& ground :
             {theme->window, theme->surface, theme->raised, theme->hover, theme->accentSoft}) {
            CAPTURE(ground.name().toStdString());
            CHECK(contrast(theme->text, ground) >= 7);
            CHECK(contrast(theme->mutedText, ground) >= 4.5);
            CHECK(contrast(theme->accent, ground) >= 4.5);
        }
        CHECK(contrast(theme->onAccent, theme->accent) >= 4.5);
        CHECK(contrast(theme->onAttention, theme->attention) >= 4.5);
        CHECK(contrast(theme->mutedText, theme->neutralSoft) >= 4.5);
        for (const auto tone : {Tone::neutral, Tone::accent, Tone::attention, Tone::good}) {
            CHECK(contrast(theme->strong(tone), theme->soft(tone)) >= 4.5);
        }
        for (const auto& ground : {theme->window, theme->surface, theme->raised}) {
            CHECK(contrast(theme->controlLine, ground) >= 3);
        }
    }
}

TEST_CASE("the palette tells the theme, and the style sheet has no word left unexplained") {
    auto& application = *qobject_cast<QApplication*>(QCoreApplication::instance());
    for (const auto* theme : {&darkTheme(), &lightTheme()}) {
        applyTheme(application, *theme);
        CHECK(isDark(QApplication::palette()) == theme->dark);
        CHECK(&themeOf(QApplication::palette()) == theme);
        const auto sheet = application.styleSheet();
        CHECK(sheet.size() > 1000);
        const auto rules = sheet.mid(sheet.indexOf(QStringLiteral("*/")));
        CHECK_FALSE(rules.contains(u'@'));
    }
}

TEST_CASE("every icon in the folder is built in, and takes the colour of the theme") {
    auto& application = *qobject_cast<QApplication*>(QCoreApplication::instance());
    const QDir folder(
        QString::fromStdString((wardmote::tests::sourceFolder() / "resources" / "icons").string()));
    const auto files = folder.entryList({QStringLiteral("*.svg")});
    REQUIRE(files.size() > 20);
    const auto inkOf = [](const QIcon& sign) {
        const auto image = sign.pixmap(32, 32).toImage();
        QColor darkest;
        int most = 0;
        for (int y = 0; y < image.height(); ++y) {
            for (int x = 0; x < image.width(); ++x) {
                if (image.pixelColor(x, y).alpha() > most) {
                    most = image.pixelColor(x, y).alpha();
                    darkest = image.pixelColor(x, y);
                }
            }
        }
        return darkest;
    };
    for (const auto& file : files) {
        CAPTURE(file.toStdString());
        CHECK_FALSE(icon(file.chopped(4)).isNull());
    }
    CHECK(icon(QStringLiteral("no such icon")).isNull());
    const auto sign = icon(QStringLiteral("areas"));
    applyTheme(application, lightTheme());
    CHECK(inkOf(sign).lightness() < 90);
    applyTheme(application, darkTheme());
    CHECK(inkOf(sign).lightness() > 160);
    applyTheme(application, lightTheme());
}

TEST_CASE("buttons carry their names without the mark of the mnemonic") {
    const std::unique_ptr<QPushButton> button(makeButton(QStringLiteral("&Add"), QStringLiteral("add")));
    CHECK(button->accessibleName() == QStringLiteral("Add"));
    CHECK(button->objectName() == QStringLiteral("add"));
    CHECK(numberText(193400) == QStringLiteral("193,400"));
}
