#include "ui/charts/palette.h"

#include <QPainter>
#include <QTransform>

#include <algorithm>
#include <cmath>
#include <vector>

namespace wardmote::charts {

namespace {

constexpr double mostStrokes = 20000;

struct Strokes {
    double degrees = 0;
    double spacing = 1;    ///< as a multiple of the asked one
    double dashLength = 0; ///< 0: unbroken
};

std::vector<Strokes> strokesOf(Pattern pattern) {
    switch (pattern) {
    case Pattern::none:
        return {};
    case Pattern::forward:
        return {{45, 1, 0}};
    case Pattern::backward:
        return {{-45, 1, 0}};
    case Pattern::dots:
        return {{0, 1, 0.25}};
    case Pattern::horizontal:
        return {{0, 1, 0}};
    case Pattern::vertical:
        return {{90, 1, 0}};
    case Pattern::diagonalCross:
        return {{45, 1.3, 0}, {-45, 1.3, 0}};
    case Pattern::cross:
        return {{0, 1.3, 0}, {90, 1.3, 0}};
    case Pattern::denseForward:
        return {{45, 0.5, 0}};
    case Pattern::denseBackward:
        return {{-45, 0.5, 0}};
    case Pattern::denseHorizontal:
        return {{0, 0.5, 0}};
    case Pattern::denseDots:
        return {{45, 0.6, 0.2}};
    case Pattern::sparse:
        return {{45, 2.2, 0}};
    }
    return {};
}

/// Where a horizontal line meets the outlines, from left to right; pairs of them lie inside (odd-even).
std::vector<double> crossings(const QList<QPolygonF>& outlines, double y) {
    std::vector<double> found;
    for (const auto& outline : outlines) {
        for (qsizetype i = 0; i < outline.size(); ++i) {
            const QPointF& from = outline[i];
            const QPointF& to = outline[(i + 1) % outline.size()];
            // Half open, so that a corner is met once.
            if ((from.y() <= y) != (to.y() <= y)) {
                found.push_back(from.x() + (y - from.y()) / (to.y() - from.y()) * (to.x() - from.x()));
            }
        }
    }
    std::ranges::sort(found);
    return found;
}

void dash(std::vector<QLineF>& lines, double left, double right, double y, double step, double length) {
    // On a common grid, so that dots of neighbouring pieces line up.
    for (double x = std::ceil(left / step) * step; x + length <= right; x += step) {
        if (static_cast<double>(lines.size()) >= mostStrokes) {
            return;
        }
        lines.emplace_back(x, y, x + length, y);
    }
}

void addStrokes(std::vector<QLineF>& lines, const QPainterPath& shape, const Strokes& strokes,
                double spacing) {
    const QTransform turn = QTransform().rotate(strokes.degrees);
    const QTransform back = turn.inverted();
    const auto outlines = shape.toSubpathPolygons(turn);
    const QRectF box = turn.mapRect(shape.boundingRect());
    double step = spacing * strokes.spacing;
    const double wanted =
        strokes.dashLength > 0 ? (box.width() / step) * (box.height() / step) : box.height() / step;
    if (wanted > mostStrokes) {
        step *= strokes.dashLength > 0 ? std::sqrt(wanted / mostStrokes) : wanted / mostStrokes;
    }
    std::vector<QLineF> made;
    for (double y = std::ceil(box.top() / step) * step; y <= box.bottom(); y += step) {
        const auto at = crossings(outlines, y);
        for (std::size_t i = 0; i + 1 < at.size(); i += 2) {
            if (strokes.dashLength > 0) {
                dash(made, at[i], at[i + 1], y, step, strokes.dashLength * spacing);
            } else if (static_cast<double>(made.size()) < mostStrokes) {
                made.emplace_back(at[i], y, at[i + 1], y);
            }
        }
    }
    for (const auto& line : made) {
        lines.push_back(back.map(line));
    }
}

} // namespace

std::vector<QLineF> hatchLines(const QPainterPath& shape, Pattern pattern, double spacing) {
    std::vector<QLineF> lines;
    const QRectF box = shape.boundingRect();
    if (!(spacing > 0) || box.isEmpty() || !std::isfinite(box.width() * box.height())) {
        return lines;
    }
    for (const auto& strokes : strokesOf(pattern)) {
        addStrokes(lines, shape, strokes, spacing);
    }
    return lines;
}

QPen hatchPen(const QColor& ink, Pattern pattern, double spacing) {
    const bool dotted = pattern == Pattern::dots || pattern == Pattern::denseDots;
    return {ink, dotted ? spacing * 0.25 : spacing * 0.11, Qt::SolidLine, Qt::FlatCap};
}

void fillPatterned(QPainter& painter, const QPainterPath& shape, const QColor& fill, Pattern pattern,
                   double spacing, const QColor& outline, double outlineWidth) {
    painter.save();
    painter.setPen(Qt::NoPen);
    painter.setBrush(fill);
    painter.drawPath(shape);
    const auto lines = hatchLines(shape, pattern, spacing);
    if (!lines.empty()) {
        painter.setBrush(Qt::NoBrush);
        painter.setPen(hatchPen(pattern == Pattern::sparse ? outline : textOn(fill), pattern, spacing));
        painter.drawLines(lines.data(), static_cast<int>(lines.size()));
    }
    painter.setBrush(Qt::NoBrush);
    painter.setPen(QPen(outline, outlineWidth, Qt::SolidLine, Qt::SquareCap, Qt::RoundJoin));
    painter.drawPath(shape);
    painter.restore();
}

} // namespace wardmote::charts
