#include "ui/widgets/theme.h"

#include "ui/widgets/house_style.h"

#include <QApplication>
#include <QFile>
#include <QFontInfo>
#include <QStyle>
#include <QWidget>

#include <algorithm>
#include <utility>
#include <vector>

static void readyResources() {
    Q_INIT_RESOURCE(window); // a static library's resources are not there until asked for
}

namespace wardmote::ui {
namespace {

QColor mixed(const QColor& a, const QColor& b, double share) {
    const auto part = [share](float x, float y) { return x + (y - x) * static_cast<float>(share); };
    return QColor::fromRgbF(part(a.redF(), b.redF()), part(a.greenF(), b.greenF()),
                            part(a.blueF(), b.blueF()));
}

QColor disabledText(const Theme& theme) {
    return mixed(theme.mutedText, theme.surface, 0.35);
}

/// Words of the style sheet and what they stand for.
std::vector<std::pair<QString, QString>> tokens(const Theme& theme, int textPixels) {
    const auto pixels = [textPixels](double factor) {
        return QString::number(qRound(textPixels * factor)) + QStringLiteral("px");
    };
    const auto drawing = [&theme](const char* name) {
        return QStringLiteral(":/wardmote/styles/%1-%2.svg")
            .arg(QLatin1String(name), theme.dark ? QStringLiteral("dark") : QStringLiteral("light"));
    };
    return {
        {QStringLiteral("@window"), theme.window.name()},
        {QStringLiteral("@surface"), theme.surface.name()},
        {QStringLiteral("@raised"), theme.raised.name()},
        {QStringLiteral("@field"), theme.dark ? theme.raised.name() : theme.surface.name()},
        {QStringLiteral("@hover"), theme.hover.name()},
        {QStringLiteral("@line"), theme.line.name()},
        {QStringLiteral("@controlLine"), theme.controlLine.name()},
        {QStringLiteral("@text"), theme.text.name()},
        {QStringLiteral("@mutedText"), theme.mutedText.name()},
        {QStringLiteral("@disabledText"), disabledText(theme).name()},
        {QStringLiteral("@accent"), theme.accent.name()},
        {QStringLiteral("@accentHover"), mixed(theme.accent, theme.text, 0.18).name()},
        {QStringLiteral("@accentText"), theme.accent.name()},
        {QStringLiteral("@accentSoft"), theme.accentSoft.name()},
        {QStringLiteral("@onAccent"), theme.onAccent.name()},
        {QStringLiteral("@focus"), theme.accent.name()},
        {QStringLiteral("@focusOnAccent"), theme.text.name()},
        {QStringLiteral("@attention"), theme.attention.name()},
        {QStringLiteral("@attentionSoft"), theme.attentionSoft.name()},
        {QStringLiteral("@scroll"), mixed(theme.controlLine, theme.surface, 0.35).name()},
        {QStringLiteral("@good"), theme.good.name()},
        {QStringLiteral("@neutralSoft"), theme.neutralSoft.name()},
        {QStringLiteral("@chevronDown"), drawing("dropdown")},
        {QStringLiteral("@chevronOnAccent"), drawing("dropdown-on-accent")},
        {QStringLiteral("@checkOnAccent"), drawing("check-on-accent")},
        {QStringLiteral("@sortUp"), drawing("sort-up")},
        {QStringLiteral("@sortDown"), drawing("sort-down")},
        {QStringLiteral("@pageTitleSize"), pixels(1.5)},
        {QStringLiteral("@titleSize"), pixels(1.2)},
        {QStringLiteral("@figureSize"), pixels(1.15)},
        {QStringLiteral("@captionSize"), pixels(0.88)},
    };
}

QString styleSheet(const Theme& theme, int textPixels) {
    QFile file(QStringLiteral(":/wardmote/styles/window.qss"));
    if (!file.open(QIODevice::ReadOnly)) {
        return {};
    }
    auto sheet = QString::fromUtf8(file.readAll());
    auto words = tokens(theme, textPixels);
    // Longest first, so that @accent does not eat the beginning of @accentSoft.
    std::ranges::sort(words, [](const auto& a, const auto& b) { return a.first.size() > b.first.size(); });
    for (const auto& [word, meaning] : words) {
        sheet.replace(word, meaning);
    }
    return sheet;
}

} // namespace

const Theme& lightTheme() {
    static const Theme theme{
        .dark = false,
        .window = QColor(0xf4f4f2),
        .surface = QColor(0xffffff),
        .raised = QColor(0xfafaf8),
        .hover = QColor(0xecefed),
        .line = QColor(0xdfe1de),
        .controlLine = QColor(0x868c89),
        .text = QColor(0x1c1f1e),
        .mutedText = QColor(0x595f5c),
        .accent = QColor(0x0b5a6b),
        .onAccent = QColor(0xffffff),
        .accentSoft = QColor(0xdfebe9),
        .attention = QColor(0xa83a16),
        .onAttention = QColor(0xffffff),
        .attentionSoft = QColor(0xfce4da),
        .good = QColor(0x1d6539),
        .goodSoft = QColor(0xddf0e3),
        .neutralSoft = QColor(0xe6e8e4),
    };
    return theme;
}

const Theme& darkTheme() {
    static const Theme theme{
        .dark = true,
        .window = QColor(0x191d1e),
        .surface = QColor(0x202526),
        .raised = QColor(0x272d2e),
        .hover = QColor(0x2e3637),
        .line = QColor(0x374041),
        .controlLine = QColor(0x7f8a89),
        .text = QColor(0xe9ecec),
        .mutedText = QColor(0xabb4b3),
        .accent = QColor(0x58b8c8),
        .onAccent = QColor(0x06232a),
        .accentSoft = QColor(0x21434a),
        .attention = QColor(0xffa17c),
        .onAttention = QColor(0x331204),
        .attentionSoft = QColor(0x4c2819),
        .good = QColor(0x86d5a1),
        .goodSoft = QColor(0x1f3f2c),
        .neutralSoft = QColor(0x384042),
    };
    return theme;
}

QColor Theme::soft(Tone tone) const {
    switch (tone) {
    case Tone::accent:
        return accentSoft;
    case Tone::attention:
        return attentionSoft;
    case Tone::good:
        return goodSoft;
    case Tone::neutral:
        break;
    }
    return neutralSoft;
}

QColor Theme::strong(Tone tone) const {
    switch (tone) {
    case Tone::accent:
        return accent;
    case Tone::attention:
        return attention;
    case Tone::good:
        return good;
    case Tone::neutral:
        break;
    }
    return text;
}

bool isDark(const QPalette& palette) {
    return palette.color(QPalette::Window).lightness() < palette.color(QPalette::WindowText).lightness();
}

const Theme& themeOf(const QPalette& palette) {
    return isDark(palette) ? darkTheme() : lightTheme();
}

const Theme& themeOf(const QWidget& widget) {
    // The application's palette: a style sheet may have changed the widget's own.
    Q_UNUSED(widget)
    return themeOf(QApplication::palette());
}

QPalette paletteOf(const Theme& theme) {
    QPalette palette;
    palette.setColor(QPalette::Window, theme.surface);
    palette.setColor(QPalette::WindowText, theme.text);
    palette.setColor(QPalette::Base, theme.surface);
    palette.setColor(QPalette::AlternateBase, theme.raised);
    palette.setColor(QPalette::Text, theme.text);
    palette.setColor(QPalette::PlaceholderText, theme.mutedText);
    palette.setColor(QPalette::Button, theme.window);
    palette.setColor(QPalette::ButtonText, theme.text);
    palette.setColor(QPalette::BrightText, theme.attention);
    palette.setColor(QPalette::ToolTipBase, theme.raised);
    palette.setColor(QPalette::ToolTipText, theme.text);
    palette.setColor(QPalette::Highlight, theme.accent);
    palette.setColor(QPalette::HighlightedText, theme.onAccent);
    palette.setColor(QPalette::Link, theme.accent);
    palette.setColor(QPalette::LinkVisited, theme.accent);
    palette.setColor(QPalette::Light, mixed(theme.window, theme.surface, 0.5));
    palette.setColor(QPalette::Midlight, theme.hover);
    palette.setColor(QPalette::Mid, theme.line);
    palette.setColor(QPalette::Dark, theme.controlLine);
    palette.setColor(QPalette::Shadow, theme.dark ? QColor(Qt::black) : theme.controlLine);
    for (const auto role : {QPalette::WindowText, QPalette::Text, QPalette::ButtonText}) {
        palette.setColor(QPalette::Disabled, role, disabledText(theme));
    }
    return palette;
}

void applyTheme(QApplication& application, const Theme& theme) {
    readyResources();
    if (application.styleSheet().isEmpty()) { // with one, the style is Qt's own that reads it
        QApplication::setStyle(new HouseStyle);
    }
    QApplication::setPalette(paletteOf(theme));
    application.setStyleSheet(styleSheet(theme, QFontInfo(QApplication::font()).pixelSize()));
}

} // namespace wardmote::ui
