#include "ui/publish/figure_map.h"

#include "core/geography/schematic.h"

#include <QCoreApplication>
#include <QFontMetricsF>
#include <QPainter>

#include <algorithm>
#include <array>
#include <cmath>

namespace wardmote::publish {

namespace {

struct Drawn {
    const report::Map::Area* area = nullptr;
    plan::ShapeRef shape;
    bool schematic = false;
};

std::vector<Drawn> shapesOf(const report::Map& map) {
    std::vector<geography::Place> places;
    for (std::size_t i = 0; i < map.areas.size(); ++i) {
        geography::Place place;
        place.id = static_cast<plan::Id>(i) + 1;
        place.boundary = map.areas[i].boundary;
        place.point = map.areas[i].point;
        places.push_back(std::move(place));
    }
    std::vector<Drawn> drawn;
    const auto shapes = geography::shapesOf(places);
    if (shapes) {
        for (const auto& shape : *shapes) {
            drawn.push_back(
                {&map.areas[static_cast<std::size_t>(shape.id - 1)], shape.shape, shape.schematic});
        }
    }
    // Context first, so that the outlines of the areas in question lie on top.
    std::ranges::stable_partition(drawn, [](const Drawn& one) { return !one.area->group.has_value(); });
    return drawn;
}

/// Metres to the painter's units, north up.
struct Projection {
    plan::Box box;
    QRectF place;
    double scale = 1;

    QPointF operator()(const plan::Point& point) const {
        return {place.left() + (point.easting - box.min.easting) * scale,
                place.bottom() - (point.northing - box.min.northing) * scale};
    }
};

/// Points nearer than a third of a point to the last one add nothing but bytes.
QPainterPath pathOf(const plan::Shape& shape, const Projection& project, double nearest) {
    QPainterPath path;
    path.setFillRule(Qt::OddEvenFill);
    for (const auto& polygon : shape.polygons) {
        for (const auto& ring : polygon) {
            QPolygonF kept;
            for (const auto& point : ring) {
                const QPointF at = project(point);
                if (kept.isEmpty() || QLineF(kept.back(), at).length() >= nearest) {
                    kept << at;
                }
            }
            if (kept.size() >= 3) {
                path.addPolygon(kept);
                path.closeSubpath();
            }
        }
    }
    return path;
}

struct Layout {
    std::vector<Drawn> drawn;
    plan::Box box;
    double mapHeight = 0;
    double legendHeight = 0;
    double notesHeight = 0;
    std::vector<QString> notes;
    double total() const { return mapHeight + legendHeight + notesHeight; }
};

struct LegendPlace {
    QPointF at;
    double width = 0;
};
std::vector<LegendPlace> legendOf(const report::Map& map, const charts::Look& look, double width,
                                  double& height) {
    const QFontMetricsF metrics(look.font);
    const double em = look.font.pixelSize();
    std::vector<LegendPlace> places;
    double x = 0;
    double y = 0;
    for (const auto& group : map.groups) {
        const double wide = 1.9 * em + metrics.horizontalAdvance(QString::fromStdString(group.name));
        if (x > 0 && x + wide > width) {
            x = 0;
            y += 1.6 * em;
        }
        places.push_back({{x, y}, wide});
        x += wide + 1.4 * em;
    }
    height = places.empty() ? 0 : y + 2.0 * em;
    return places;
}

/// The areas in question with some of what lies around them; everything, if all is in question.
plan::Box frameOf(const std::vector<Drawn>& drawn) {
    plan::Box all;
    plan::Box meant;
    for (const auto& one : drawn) {
        all.add(plan::boxOf(*one.shape));
        if (one.area->group) {
            meant.add(plan::boxOf(*one.shape));
        }
    }
    if (meant.empty()) {
        return all;
    }
    const double margin =
        0.18 * std::max(meant.max.easting - meant.min.easting, meant.max.northing - meant.min.northing);
    return {{std::max(all.min.easting, meant.min.easting - margin),
             std::max(all.min.northing, meant.min.northing - margin)},
            {std::min(all.max.easting, meant.max.easting + margin),
             std::min(all.max.northing, meant.max.northing + margin)}};
}

Layout layoutOf(const report::Map& map, const charts::Look& look, double width, double most) {
    Layout layout;
    layout.drawn = shapesOf(map);
    layout.box = frameOf(layout.drawn);
    const double em = look.font.pixelSize();
    legendOf(map, look, width, layout.legendHeight);
    if (std::ranges::any_of(layout.drawn, &Drawn::schematic)) {
        layout.notes.push_back(QCoreApplication::translate(
            "wardmote::publish", "Schematic: shapes made from a point for each area, not boundaries."));
    }
    for (const auto& line : map.attribution) {
        layout.notes.push_back(QString::fromStdString(line));
    }
    // Wrapped lines are counted as the painter will wrap them.
    const QFontMetricsF metrics(look.font);
    for (const auto& note : layout.notes) {
        layout.notesHeight += metrics.boundingRect(QRectF(0, 0, width, 1e6), Qt::TextWordWrap, note).height();
    }
    layout.notesHeight += (layout.notes.empty() ? 0 : 0.5 * em) + 2.2 * em; // with the scale
    if (!layout.box.empty()) {
        const double high = layout.box.max.northing - layout.box.min.northing;
        const double wide = layout.box.max.easting - layout.box.min.easting;
        const double wanted = wide > 0 ? width * high / wide : width;
        const double room = std::min(most, 6200.0) - layout.legendHeight - layout.notesHeight;
        layout.mapHeight = std::clamp(wanted, std::min(1500.0, room), room);
    } else {
        layout.mapHeight = 2 * em;
    }
    return layout;
}

int colourOf(const report::Map& map, std::size_t group) {
    return map.groups[group].colour.value_or(static_cast<int>(group) + 1) - 1;
}

/// Names where they fit, largest areas first; the others are in the tables of the report.
void paintNames(QPainter& painter,
                const std::vector<std::pair<const report::Map::Area*, QPainterPath>>& paths,
                const charts::Look& look, const QRectF& place) {
    const QFontMetricsF metrics(look.font);
    const double em = look.font.pixelSize();
    std::vector<std::size_t> order(paths.size());
    for (std::size_t i = 0; i < order.size(); ++i) {
        order[i] = i;
    }
    const auto extent = [&](std::size_t i) {
        const QRectF box = paths[i].second.boundingRect();
        return box.width() * box.height();
    };
    std::ranges::stable_sort(order, [&](auto a, auto b) { return extent(a) > extent(b); });
    std::vector<QRectF> taken;
    for (const auto i : order) {
        if (!paths[i].first->group) {
            continue;
        }
        const QString name = QString::fromStdString(paths[i].first->name);
        QRectF box =
            metrics.boundingRect(QRectF(0, 0, 9 * em, 1e5), Qt::TextWordWrap | Qt::AlignCenter, name);
        const QRectF around = paths[i].second.boundingRect();
        const std::array centres{around.center(), around.center() + QPointF(0, around.height() * 0.22),
                                 around.center() - QPointF(0, around.height() * 0.22)};
        for (const auto& centre : centres) {
            box.moveCenter(centre);
            const QRectF padded = box.adjusted(-0.2 * em, -0.05 * em, 0.2 * em, 0.05 * em);
            const bool free =
                paths[i].second.contains(centre) && place.contains(padded) &&
                padded.width() < around.width() * 1.5 &&
                std::ranges::none_of(taken, [&](const QRectF& other) { return other.intersects(padded); });
            if (free) {
                taken.push_back(padded);
                // White behind the words, for hatches would cut through them.
                painter.setPen(Qt::NoPen);
                painter.setBrush(charts::inksOf(look.medium).surface);
                painter.drawRoundedRect(padded, 0.25 * em, 0.25 * em);
                painter.setPen(charts::inksOf(look.medium).text);
                painter.drawText(box.adjusted(-1, -1, 1, 1), Qt::TextWordWrap | Qt::AlignCenter, name);
                break;
            }
        }
    }
}

void paintScale(QPainter& painter, const Projection& project, const charts::Look& look, const QRectF& place) {
    const double em = look.font.pixelSize();
    double kilometres = 0;
    for (const double step : {0.5, 1.0, 2.0, 5.0, 10.0, 20.0, 50.0, 100.0}) {
        if (step * 1000 * project.scale <= place.width() * 0.22) {
            kilometres = step;
        }
    }
    if (kilometres <= 0) {
        return;
    }
    const double length = kilometres * 1000 * project.scale;
    const QPointF left(place.left() + 0.1 * em, place.bottom() + 1.1 * em);
    painter.setPen(QPen(charts::inksOf(look.medium).text, 0.12 * em));
    painter.drawLine(left, left + QPointF(length, 0));
    painter.drawLine(left - QPointF(0, 0.3 * em), left + QPointF(0, 0.3 * em));
    painter.drawLine(left + QPointF(length, -0.3 * em), left + QPointF(length, 0.3 * em));
    painter.drawText(left + QPointF(length + 0.6 * em, 0.35 * em), QStringLiteral("%1 km").arg(kilometres));
}

} // namespace

double mapHeight(const report::Map& map, const charts::Look& look, double width, double most) {
    return layoutOf(map, look, width, most).total();
}

void paintMap(QPainter& painter, const QRectF& place, const report::Map& map, const charts::Look& look) {
    const auto layout = layoutOf(map, look, place.width(), place.height());
    const auto& inks = charts::inksOf(look.medium);
    const double em = look.font.pixelSize();
    painter.save();
    painter.setFont(look.font);

    double height = 0;
    const auto legend = legendOf(map, look, place.width(), height);
    for (std::size_t i = 0; i < legend.size(); ++i) {
        QPainterPath swatch;
        swatch.addRect(QRectF(place.topLeft() + legend[i].at, QSizeF(1.4 * em, 1.1 * em)));
        charts::fillPatterned(painter, swatch, charts::categorical(colourOf(map, i)),
                              charts::patternOf(colourOf(map, i)), 0.5 * em, inks.text, 0.06 * em);
        painter.setPen(inks.text);
        painter.drawText(place.topLeft() + legend[i].at + QPointF(1.9 * em, 0.95 * em),
                         QString::fromStdString(map.groups[i].name));
    }

    const QRectF inside(place.left(), place.top() + layout.legendHeight, place.width(), layout.mapHeight);
    if (layout.box.empty()) {
        painter.setPen(inks.text);
        painter.drawText(
            inside, Qt::AlignLeft,
            QCoreApplication::translate("wardmote::publish", "No boundaries or points are recorded."));
    } else {
        const double wide = std::max(1.0, layout.box.max.easting - layout.box.min.easting);
        const double high = std::max(1.0, layout.box.max.northing - layout.box.min.northing);
        const double scale = std::min(inside.width() / wide, inside.height() / high);
        const QSizeF size(wide * scale, high * scale);
        const Projection project{layout.box,
                                 QRectF(inside.left() + (inside.width() - size.width()) / 2,
                                        inside.top() + (inside.height() - size.height()) / 2, size.width(),
                                        size.height()),
                                 scale};
        QPainterPath frame;
        frame.addRect(project.place);
        std::vector<std::pair<const report::Map::Area*, QPainterPath>> paths;
        for (const auto& one : layout.drawn) {
            auto path = pathOf(*one.shape, project, 0.03 * em);
            if (!project.place.contains(path.boundingRect())) {
                if (!project.place.intersects(path.boundingRect())) {
                    continue;
                }
                path = path.intersected(frame); // no clip: writers of SVG lose it
            }
            paths.emplace_back(one.area, path);
            const bool inGroup = one.area->group.has_value();
            const int colour = inGroup ? colourOf(map, *one.area->group) : 0;
            charts::fillPatterned(painter, paths.back().second,
                                  inGroup ? charts::categorical(colour) : inks.context,
                                  inGroup ? charts::patternOf(colour) : charts::Pattern::none, 0.6 * em,
                                  inGroup ? inks.text : inks.grid, (inGroup ? 0.07 : 0.04) * em);
        }
        paintNames(painter, paths, look, inside);
        paintScale(painter, project, look, inside);
    }
    painter.setPen(inks.muted);
    QRectF notes(place.left(), inside.bottom() + 2.2 * em, place.width(), layout.notesHeight);
    for (const auto& note : layout.notes) {
        QRectF used;
        painter.drawText(notes, Qt::TextWordWrap, note, &used);
        notes.setTop(used.bottom());
    }
    painter.restore();
}

} // namespace wardmote::publish
