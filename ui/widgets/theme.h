#pragma once
#include <QColor>
#include <QIcon>
#include <QPalette>
#include <QString>

class QApplication;
class QWidget;

namespace wardmote::ui {

/// What a colour says. Never the only sign: a word, a shape or a pattern says it too.
enum class Tone { neutral, accent, attention, good };

/// The colours of a light or a dark window. Text on its ground has a contrast of at least 4.5 to 1, lines of
/// controls of at least 3 to 1 (WCAG 2.2 AA).
struct Theme {
    bool dark = false;
    QColor window;  ///< navigation, bars
    QColor surface; ///< the page
    QColor raised;  ///< cards, inspector
    QColor hover;
    QColor line;        ///< between things; decoration
    QColor controlLine; ///< round controls
    QColor text;
    QColor mutedText;
    QColor accent; ///< primary buttons, bars, what is chosen
    QColor onAccent;
    QColor accentSoft;
    QColor attention; ///< badges and text that ask for work
    QColor onAttention;
    QColor attentionSoft;
    QColor good;
    QColor goodSoft;
    QColor neutralSoft;

    QColor soft(Tone tone) const;   ///< ground of a badge
    QColor strong(Tone tone) const; ///< text on that ground
};

const Theme& lightTheme();
const Theme& darkTheme();
/// The theme that a palette belongs to. Painters ask with palette() each time they paint, so that a change of
/// theme needs no signal.
const Theme& themeOf(const QPalette& palette);
const Theme& themeOf(const QWidget& widget);

QPalette paletteOf(const Theme& theme);
/// Fusion with our palette and style sheet. At start and when the person chooses another theme.
void applyTheme(QApplication& application, const Theme& theme);
/// Whether a palette is light text on a dark ground: how an older Qt shows that the desktop asks for it.
bool isDark(const QPalette& palette);

/// An icon of resources/icons by file name without ".svg"; drawn in the palette's text colour of the moment,
/// sharp at every scale. Null if there is none.
QIcon icon(const QString& name);

} // namespace wardmote::ui
