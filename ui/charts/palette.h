#pragma once
#include <QColor>
#include <QLineF>
#include <QPainterPath>

#include <vector>

class QPainter;
class QPen;
class QPalette;

namespace wardmote::charts {

/// What a picture is drawn on. Print is white paper, perhaps printed without colour.
enum class Medium { light, dark, print };

/// Light or dark, as the widget's window colour is.
Medium mediumOf(const QPalette& palette);

/// Colours that everything drawn shares. All text colours reach a contrast of 4.5 on `surface`, lines 3.
struct Inks {
    QColor surface;     ///< behind the picture
    QColor text;        ///< labels and values; also the outline of every filled shape
    QColor muted;       ///< second-rank text
    QColor grid;        ///< axes and rules, told apart from nothing by colour
    QColor accent;      ///< the one emphasis
    QColor attention;   ///< what should be looked at (never by colour alone)
    QColor context;     ///< fill of what is shown for orientation only
    QColor notRecorded; ///< fill of what is not known; with Pattern::sparse
};
const Inks& inksOf(Medium medium);

inline constexpr int categoricalCount = 12;

/// Fill number `index` (from 0; wraps after 12). The twelve stay apart for readers with protanopia,
/// deuteranopia and tritanopia (smallest OKLab distance .08, held by a test) and differ in lightness; some
/// are near the surface, so outline what they fill with Inks::text. The plan's Cluster::colour counts from 1.
QColor categorical(int index);

/// Fill for a share 0..1 of the largest value, lightness rising or falling evenly: legible without colour.
QColor sequential(double share, Medium medium);

/// Black or white, whichever is read better on the fill.
QColor textOn(const QColor& fill);

/// Contrast of two opaque colours as WCAG 2 defines it, 1 to 21.
double contrast(const QColor& a, const QColor& b);

/// A hatch, so that a fill is known without its colour.
enum class Pattern {
    none,
    forward,
    backward,
    dots,
    horizontal,
    vertical,
    diagonalCross,
    cross,
    denseForward,
    denseBackward,
    denseHorizontal,
    denseDots,
    sparse
};
/// The pattern that goes with fill number `index`; the first is plain.
Pattern patternOf(int index);

/// The strokes of a pattern, cut off at the shape's outline (odd-even), so that writers which lose clips
/// (SVG) show them rightly. `spacing` in the painter's units; at most 20,000 strokes, then wider apart.
std::vector<QLineF> hatchLines(const QPainterPath& shape, Pattern pattern, double spacing);

/// The pen that those strokes are drawn with, thicker for dots.
QPen hatchPen(const QColor& ink, Pattern pattern, double spacing);

/// Fills the shape with the colour and its pattern and draws its outline.
/// `spacing` is the distance of the pattern's lines in the painter's units: 5 to 8 on a screen.
void fillPatterned(QPainter& painter, const QPainterPath& shape, const QColor& fill, Pattern pattern,
                   double spacing, const QColor& outline, double outlineWidth = 1);

} // namespace wardmote::charts
