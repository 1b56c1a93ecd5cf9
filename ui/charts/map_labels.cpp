#include "ui/charts/map_labels.h"

#include <QCoreApplication>
#include <QFontMetricsF>
#include <QPainter>

#include <algorithm>
#include <cmath>

namespace wardmote::charts {
namespace {

QString tr(const char* text) {
    return QCoreApplication::translate("Map", text);
}

struct Label {
    QString text;
    QPointF at; ///< middle
    QFont font;
    double priority = 0;
    double room = 1e9; ///< width that it may take
};

QFont sized(const QFont& font, double factor, bool bold) {
    auto result = font;
    if (font.pointSizeF() > 0) {
        result.setPointSizeF(font.pointSizeF() * factor);
    } else {
        result.setPixelSize(std::max(6, static_cast<int>(std::lround(font.pixelSize() * factor))));
    }
    result.setBold(bold);
    return result;
}

/// Text that is read on any fill: a rim in the surface's colour, then the text itself, as text.
void drawHaloed(QPainter& painter, const QRectF& box, const QString& text, const QFont& font,
                const Inks& inks) {
    const QFontMetricsF metrics(font);
    const QPointF baseline(box.left(), box.top() + metrics.ascent());
    QPainterPath path;
    path.addText(baseline, font, text);
    auto rim = inks.surface;
    rim.setAlphaF(0.88F);
    painter.strokePath(path, QPen(rim, 3.2, Qt::SolidLine, Qt::RoundCap, Qt::RoundJoin));
    painter.setFont(font);
    painter.setPen(inks.text);
    painter.drawText(baseline, text);
}

/// Where a cluster's name goes: at the inner point of whichever of its areas is nearest to their middle.
std::vector<Label> clusterLabels(const MapSpec& spec, const QTransform& toDevice, const MapLook& look) {
    struct Sum {
        QPointF weighted;
        double weight = 0;
        QPointF nearest;
        double distance = 1e300;
    };
    std::vector<Sum> sums(spec.clusters.size());
    const auto each = [&](const auto& visit) {
        for (const auto& area : spec.areas) {
            const int at = spec.geometry->indexOf(area.id);
            if (at >= 0 && area.cluster >= 0) {
                visit(spec.geometry->areas()[static_cast<std::size_t>(at)],
                      sums[static_cast<std::size_t>(area.cluster)]);
            }
        }
    };
    each([](const MapGeometry::Area& area, Sum& sum) {
        const double weight = area.bounds.width() * area.bounds.height();
        sum.weighted += area.inside * weight;
        sum.weight += weight;
    });
    each([](const MapGeometry::Area& area, Sum& sum) {
        const auto off = area.inside - sum.weighted / sum.weight;
        const double distance = std::hypot(off.x(), off.y());
        if (distance < sum.distance) {
            sum.distance = distance;
            sum.nearest = area.inside;
        }
    });
    std::vector<Label> labels;
    for (std::size_t c = 0; c < sums.size(); ++c) {
        if (sums[c].weight > 0) {
            labels.push_back({spec.clusters[c].name, toDevice.map(sums[c].nearest),
                              sized(look.font, 1.1, true), 1e12 + sums[c].weight});
        }
    }
    return labels;
}

std::vector<Label> areaLabels(const MapSpec& spec, const QTransform& toDevice, const MapLook& look) {
    std::vector<Label> labels;
    const auto font = sized(look.font, 0.85, false);
    for (const auto& area : spec.areas) {
        const int at = spec.geometry->indexOf(area.id);
        if (at < 0) {
            continue;
        }
        const auto& drawn = spec.geometry->areas()[static_cast<std::size_t>(at)];
        const auto bounds = toDevice.mapRect(drawn.bounds);
        const bool chosen = look.selected.contains(area.id) || look.current == area.id;
        labels.push_back({area.name, toDevice.map(drawn.inside), chosen ? sized(font, 1, true) : font,
                          (chosen ? 1e13 : 0) + bounds.width() * bounds.height(),
                          chosen ? 1e9 : 1.35 * bounds.width()});
    }
    return labels;
}

/// A round distance that takes about a hundred units: 1, 2 or 5 times a power of ten.
double roundDistance(double metres) {
    const double power = std::pow(10.0, std::floor(std::log10(metres)));
    const double first = metres / power;
    return power * (first >= 5 ? 5 : first >= 2 ? 2 : 1);
}

void paintScaleBar(QPainter& painter, const QRectF& place, const MapView& view, const Inks& inks) {
    const double metres = roundDistance(110 * view.metresPerUnit);
    const double length = metres / view.metresPerUnit;
    const QString text = metres >= 1000 ? tr("%1 km").arg(metres / 1000) : tr("%1 m").arg(metres);
    const QPointF left(place.left() + 12, place.bottom() - 12);
    const QPolygonF bar{left + QPointF(0, -5), left, left + QPointF(length, 0), left + QPointF(length, -5)};
    painter.setBrush(Qt::NoBrush);
    painter.setPen(QPen(inks.surface, 4));
    painter.drawPolyline(bar);
    painter.setPen(QPen(inks.text, 1.5));
    painter.drawPolyline(bar);
    const QFontMetricsF metrics(painter.font());
    drawHaloed(painter, QRectF(left + QPointF(6, -7 - metrics.height()), QSizeF(length, metrics.height())),
               text, painter.font(), inks);
}

/// Lines at the lower right, the last at the bottom.
void paintNotes(QPainter& painter, const QRectF& place, QStringList lines, const Inks& inks) {
    const QFontMetricsF metrics(painter.font());
    double bottom = place.bottom() - 8;
    std::ranges::reverse(lines);
    for (const auto& line : lines) {
        const double width = metrics.horizontalAdvance(line);
        const QRectF box(place.right() - 12 - width, bottom - metrics.height(), width, metrics.height());
        drawHaloed(painter, box, line, painter.font(), inks);
        bottom -= metrics.height() + 1;
    }
}

void paintLegend(QPainter& painter, const QRectF& place, const MapSpec& spec, const Inks& inks) {
    struct Entry {
        QString name;
        QString figure;
        int colour;
    };
    std::vector<Entry> entries;
    for (const auto& cluster : spec.clusters) {
        entries.push_back({cluster.name, cluster.figure, cluster.colour});
    }
    if (std::ranges::any_of(spec.areas, [](const MapArea& area) { return area.cluster < 0; })) {
        entries.push_back({spec.noCluster, {}, -1});
    }
    const QFontMetricsF metrics(painter.font());
    double names = 0;
    double figures = 0;
    for (const auto& entry : entries) {
        names = std::max(names, metrics.horizontalAdvance(entry.name));
        figures = std::max(figures, metrics.horizontalAdvance(entry.figure));
    }
    const double row = metrics.height() + 6;
    const double width = 10 + 22 + 8 + names + (figures > 0 ? 14 + figures : 0) + 10;
    const QRectF box(place.left() + 12, place.top() + 12, width,
                     row * static_cast<double>(entries.size()) + 12);
    painter.setPen(QPen(inks.grid, 1));
    painter.setBrush(inks.surface);
    painter.drawRoundedRect(box, 4, 4);
    double top = box.top() + 6;
    for (const auto& entry : entries) {
        QPainterPath swatch;
        swatch.addRect(QRectF(box.left() + 10, top + (row - 14) / 2, 22, 14));
        const bool none = entry.colour < 0;
        fillPatterned(painter, swatch, none ? inks.context : categorical(entry.colour),
                      none ? Pattern::sparse : patternOf(entry.colour), 5, inks.text, 0.8);
        painter.setPen(inks.text);
        painter.drawText(QPointF(box.left() + 40, top + (row - metrics.height()) / 2 + metrics.ascent()),
                         entry.name);
        painter.drawText(QPointF(box.right() - 10 - metrics.horizontalAdvance(entry.figure),
                                 top + (row - metrics.height()) / 2 + metrics.ascent()),
                         entry.figure);
        top += row;
    }
}

} // namespace

void paintMapLabels(QPainter& painter, const QRectF& place, const MapSpec& spec, const QTransform& toDevice,
                    const MapLook& look) {
    auto labels = clusterLabels(spec, toDevice, look);
    if (look.areaLabels) {
        auto more = areaLabels(spec, toDevice, look);
        labels.insert(labels.end(), more.begin(), more.end());
    }
    std::ranges::stable_sort(labels, std::greater{}, &Label::priority);
    constexpr std::size_t mostLabels = 400; // more can't be read
    std::vector<QRectF> taken;
    for (const auto& label : labels) {
        if (taken.size() >= mostLabels || !place.contains(label.at)) {
            continue;
        }
        const QFontMetricsF metrics(label.font);
        const double width = metrics.horizontalAdvance(label.text);
        if (width > label.room) {
            continue;
        }
        const QSizeF size(width, metrics.height());
        // In its place, or a line below or above it, where another name is in the way.
        for (const double shift : {0.0, 0.9, -0.9}) {
            QRectF box(label.at - QPointF(size.width() / 2, size.height() / 2), size);
            box.translate(0, shift * size.height());
            const auto collides = [&](const QRectF& other) {
                return other.intersects(box.adjusted(-3, 0, 3, 0));
            };
            if (place.contains(box) && std::ranges::none_of(taken, collides)) {
                drawHaloed(painter, box, label.text, label.font, inksOf(look.medium));
                taken.push_back(box);
                break;
            }
        }
    }
}

void paintMapFurniture(QPainter& painter, const QRectF& place, const MapSpec& spec, const MapView& view,
                       const MapLook& look) {
    const auto& inks = inksOf(look.medium);
    painter.setFont(sized(look.font, 0.85, false));
    paintScaleBar(painter, place, view, inks);
    auto lines = spec.attribution;
    if (spec.geometry->hasSchematic()) {
        lines.prepend(tr("Dashed shapes are schematic: drawn from points, not from boundaries."));
    }
    paintNotes(painter, place, lines, inks);
    if (spec.legend) {
        paintLegend(painter, place, spec, inks);
    }
}

} // namespace wardmote::charts
