#include "ui/charts/map_painter.h"

#include <QImage>
#include <QPainter>

#include <cmath>

namespace wardmote::charts {
namespace {

QColor mixed(const QColor& a, const QColor& b, double share) {
    const auto part = [&](int x, int y) { return static_cast<int>(std::lround(x + (y - x) * share)); };
    return {part(a.red(), b.red()), part(a.green(), b.green()), part(a.blue(), b.blue())};
}

QColor patternInk(const QColor& fill, Medium medium) {
    auto ink = textOn(fill);
    ink.setAlphaF(medium == Medium::print ? 0.55F : 0.28F); // it may be printed grey
    return ink;
}

/// The smallest square that a pattern repeats in, in pixels, at least one.
int periodOf(Pattern pattern, double spacing) {
    const double diagonal = spacing * std::sqrt(2.0);
    const auto whole = [](double size) { return std::max(2, static_cast<int>(std::lround(size))); };
    switch (pattern) {
    case Pattern::none:
        return 1;
    case Pattern::forward:
    case Pattern::backward:
        return whole(diagonal);
    case Pattern::denseForward:
    case Pattern::denseBackward:
        return whole(0.5 * diagonal);
    case Pattern::denseDots:
        return whole(0.6 * diagonal);
    case Pattern::diagonalCross:
        return whole(1.3 * diagonal);
    case Pattern::sparse:
        return whole(2.2 * diagonal);
    case Pattern::cross:
        return whole(1.3 * spacing);
    case Pattern::denseHorizontal:
        return whole(0.5 * spacing);
    case Pattern::dots:
    case Pattern::horizontal:
    case Pattern::vertical:
        break;
    }
    return whole(spacing);
}

void drawRepeated(QPainter& painter, Pattern pattern, double period, double side) {
    const bool rising = pattern == Pattern::forward || pattern == Pattern::denseForward ||
                        pattern == Pattern::diagonalCross || pattern == Pattern::sparse;
    const bool falling = pattern == Pattern::backward || pattern == Pattern::denseBackward ||
                         pattern == Pattern::diagonalCross;
    const bool level =
        pattern == Pattern::horizontal || pattern == Pattern::denseHorizontal || pattern == Pattern::cross;
    const bool upright = pattern == Pattern::vertical || pattern == Pattern::cross;
    for (double at = -side; at < 2 * side; at += period) {
        if (rising) {
            painter.drawLine(QPointF(at, side), QPointF(at + side, 0));
        }
        if (falling) {
            painter.drawLine(QPointF(at, 0), QPointF(at + side, side));
        }
        if (level) {
            painter.drawLine(QPointF(0, at + period / 2), QPointF(side, at + period / 2));
        }
        if (upright) {
            painter.drawLine(QPointF(at + period / 2, 0), QPointF(at + period / 2, side));
        }
    }
}

void drawDots(QPainter& painter, double size, int period, int side, bool staggered) {
    for (int y = 0; y < side; y += period) {
        for (int x = 0; x < side; x += period) {
            painter.fillRect(QRectF(x + 1, y + 1, size, size), painter.pen().color());
            if (staggered) {
                painter.fillRect(QRectF(x + 1 + period / 2, y + 1 + period / 2, size, size),
                                 painter.pen().color());
            }
        }
    }
}

} // namespace

MapFill fillOfCluster(const MapSpec& spec, int cluster, Medium medium) {
    const auto& inks = inksOf(medium);
    if (cluster < 0) {
        auto ink = inks.text;
        ink.setAlphaF(0.28F);
        return {inks.context, Pattern::sparse, ink};
    }
    const int number = spec.clusters[static_cast<std::size_t>(cluster)].colour;
    const auto colour = categorical(number);
    return {colour, patternOf(number), patternInk(colour, medium)};
}

MapFill fillOfShade(const MapSpec& spec, int shade, Medium medium) {
    const auto& inks = inksOf(medium);
    if (shade < 0) {
        auto ink = inks.text;
        ink.setAlphaF(0.4F);
        return {inks.notRecorded, Pattern::sparse, ink};
    }
    const auto& known = spec.shades[static_cast<std::size_t>(shade)];
    if (known.share) {
        // No further than where names are still read on it: they stand on every class, in the ink of text.
        const double strongest = medium == Medium::dark ? 0.38 : 0.55;
        return {sequential(strongest * *known.share, medium), Pattern::none, inks.text};
    }
    const auto colour = categorical(known.colour);
    return {colour, patternOf(known.colour), patternInk(colour, medium)};
}

MapFill fillOf(const MapSpec& spec, const MapArea& area, Medium medium) {
    auto fill = !spec.shadedBy.isEmpty() ? fillOfShade(spec, area.shade, medium)
                                         : fillOfCluster(spec, area.cluster, medium);
    if (area.outside) {
        // Paler, and plain where it stands for itself: it is shown, and is not what the map is about.
        const auto& inks = inksOf(medium);
        const bool none = spec.shadedBy.isEmpty() && area.cluster < 0;
        fill.colour = none ? mixed(inks.context, inks.surface, 0.6) : mixed(fill.colour, inks.surface, 0.55);
        fill.pattern = none ? Pattern::none : fill.pattern;
    }
    return fill;
}

QBrush pixelBrush(const MapFill& fill, double spacing, double ratio) {
    if (fill.pattern == Pattern::none) {
        return fill.colour;
    }
    const int period = periodOf(fill.pattern, spacing * ratio);
    const int side = period * ((63 + period) / period); // small tiles are slow to lay
    QImage tile(side, side, QImage::Format_RGB32);
    tile.fill(fill.colour);
    QPainter painter(&tile);
    painter.setRenderHint(QPainter::Antialiasing);
    const auto pen = hatchPen(fill.ink, fill.pattern, spacing * ratio);
    painter.setPen(pen);
    if (fill.pattern == Pattern::dots || fill.pattern == Pattern::denseDots) {
        drawDots(painter, pen.widthF(), period, side, fill.pattern == Pattern::denseDots);
    } else {
        drawRepeated(painter, fill.pattern, period, side);
    }
    painter.end();
    QBrush brush(tile);
    brush.setTransform(QTransform::fromScale(1 / ratio, 1 / ratio));
    return brush;
}

} // namespace wardmote::charts
