#include "ui/charts/map_labels.h"

#include <QCoreApplication>
#include <QFontMetricsF>
#include <QPainter>

#include <algorithm>
#include <cmath>

namespace wardmote::charts {

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

void drawHaloed(QPainter& painter, QPointF topLeft, const QString& text, const QFont& font, const QColor& ink,
                const MapLook& look) {
    const QPointF baseline = topLeft + QPointF(0, QFontMetricsF(font).ascent());
    QPainterPath path;
    path.addText(baseline, font, text);
    auto rim = inksOf(look.medium).surface;
    const bool print = look.medium == Medium::print; // where patterns are stronger
    rim.setAlphaF(print ? 0.95F : 0.88F);
    painter.strokePath(
        path, QPen(rim, (print ? 4.4 : 3.2) * look.unit, Qt::SolidLine, Qt::RoundCap, Qt::RoundJoin));
    painter.setFont(font);
    painter.setPen(ink);
    painter.drawText(baseline, text);
}

namespace {

struct Label {
    QString text;
    QPointF at; ///< middle
    QFont font;
    QColor ink;
    double priority = 0;
    double room = 1e9; ///< width that it may take
};

/// Second-rank text: on paper nothing is set smaller than the rest.
QFont smaller(const MapLook& look, bool bold = false) {
    return sized(look.font, look.medium == Medium::print ? 1 : 0.85, bold);
}

/// A name on as few lines as the room allows, at most three; empty if it takes more.
QStringList lines(const QString& text, const QFontMetricsF& metrics, double room) {
    const auto words = text.split(QLatin1Char(' '), Qt::SkipEmptyParts);
    QStringList found;
    for (const auto& word : words) {
        const auto longer = found.isEmpty() ? word : found.back() + QLatin1Char(' ') + word;
        if (!found.isEmpty() && metrics.horizontalAdvance(longer) <= room) {
            found.back() = longer;
        } else {
            found << word;
        }
        if (metrics.horizontalAdvance(found.back()) > room || found.size() > 3) {
            return {};
        }
    }
    return found;
}

/// Where a cluster's name goes: at the inner point of whichever of its areas is nearest to their middle.
std::vector<Label> clusterLabels(const MapSpec& spec, const QTransform& toDevice, const MapLook& look) {
    struct Sum {
        QPointF weighted;
        double weight = 0;
        QRectF bounds;
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
        sum.bounds = sum.bounds.united(area.bounds);
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
                              sized(look.font, 1.1, true), inksOf(look.medium).text, 1e12 + sums[c].weight,
                              std::max(140 * look.unit, 0.8 * toDevice.mapRect(sums[c].bounds).width())});
        }
    }
    return labels;
}

std::vector<Label> areaLabels(const MapSpec& spec, const QTransform& toDevice, const MapLook& look) {
    std::vector<Label> labels;
    const auto font = smaller(look);
    const auto& inks = inksOf(look.medium);
    for (const auto& area : spec.areas) {
        const int at = spec.geometry->indexOf(area.id);
        if (at < 0) {
            continue;
        }
        const auto& drawn = spec.geometry->areas()[static_cast<std::size_t>(at)];
        const auto bounds = toDevice.mapRect(drawn.bounds);
        const bool chosen = look.selected.contains(area.id) || look.current == area.id;
        // On paper, what is drawn for orientation only gives way to what the map is about.
        const bool context = area.cluster < 0 && look.medium == Medium::print;
        labels.push_back({area.name, toDevice.map(drawn.inside), chosen ? sized(font, 1, true) : font,
                          context ? inks.muted : inks.text,
                          (chosen ? 1e13 : 0) + (context ? 1e-6 : 1) * bounds.width() * bounds.height(),
                          chosen ? 1e9 : 1.35 * bounds.width()});
    }
    return labels;
}

} // namespace

void paintMapLabels(QPainter& painter, const QRectF& place, const MapSpec& spec, const QTransform& toDevice,
                    const MapLook& look) {
    std::vector<Label> labels;
    if (look.clusterLabels) {
        labels = clusterLabels(spec, toDevice, look);
    }
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
        const auto text = lines(label.text, metrics, label.room);
        if (text.isEmpty()) {
            continue;
        }
        double width = 0;
        for (const auto& line : text) {
            width = std::max(width, metrics.horizontalAdvance(line));
        }
        const double step = 0.95 * metrics.height();
        const QSizeF size(width, step * static_cast<double>(text.size()));
        // In its place, or a line below or above it, where another name is in the way.
        for (const double shift : {0.0, 0.9, -0.9}) {
            QRectF box(label.at - QPointF(size.width() / 2, size.height() / 2), size);
            box.translate(0, shift * size.height());
            const auto collides = [&](const QRectF& other) {
                return other.intersects(box.adjusted(-3 * look.unit, 0, 3 * look.unit, 0));
            };
            if (!place.contains(box) || std::ranges::any_of(taken, collides)) {
                continue;
            }
            double top = box.top();
            for (const auto& line : text) {
                const double wide = metrics.horizontalAdvance(line);
                drawHaloed(painter, {box.center().x() - wide / 2, top}, line, label.font, label.ink, look);
                top += step;
            }
            taken.push_back(box);
            break;
        }
    }
}

} // namespace wardmote::charts
