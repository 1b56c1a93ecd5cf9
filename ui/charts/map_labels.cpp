#include "ui/charts/map_labels.h"

#include "ui/charts/map_marks.h"

#include <QCoreApplication>
#include <QFontMetricsF>
#include <QPainter>
#include <QTextLayout>

#include <algorithm>
#include <cmath>
#include <optional>

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

namespace {

/// The letters themselves around the letters: the engine keeps their pixels, where an outline of each would
/// be stroked anew.
void drawWithRimOfLetters(QPainter& painter, QPointF topLeft, const QString& text, const QFont& font,
                          const QColor& ink, const QColor& rim, double width) {
    QTextLayout layout(text, font, painter.device());
    layout.beginLayout();
    layout.createLine().setLineWidth(1e6);
    layout.endLayout();
    const auto runs = layout.glyphRuns();
    const auto draw = [&](QPointF by) {
        for (const auto& run : runs) {
            painter.drawGlyphRun(topLeft + by, run);
        }
    };
    painter.setPen(rim);
    const double slant = 0.71 * width;
    for (const auto by :
         {QPointF(-width, 0), QPointF(width, 0), QPointF(0, -width), QPointF(0, width),
          QPointF(-slant, -slant), QPointF(slant, -slant), QPointF(-slant, slant), QPointF(slant, slant)}) {
        draw(by);
    }
    painter.setPen(ink);
    draw({});
}

} // namespace

void drawHaloed(QPainter& painter, QPointF topLeft, const QString& text, const QFont& font, const QColor& ink,
                const MapLook& look) {
    auto rim = inksOf(look.medium).surface;
    if (look.pixels) {
        drawWithRimOfLetters(painter, topLeft, text, font, ink, rim, 1.5 * look.unit);
        return;
    }
    const QPointF baseline = topLeft + QPointF(0, QFontMetricsF(font).ascent());
    QPainterPath path;
    path.addText(baseline, font, text);
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
    bool locked = false;
    int cluster = -1;            ///< whose name it is: it stands on that cluster's ground; -1: of no cluster
    std::vector<QPointF> others; ///< middles that do as well, the best first
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

/// Where a cluster's name goes: at the inner point of whichever of its areas is nearest to their middle; or
/// of one of the next few, where another name is there.
std::vector<Label> clusterLabels(const Scene& scene) {
    struct Sum {
        QPointF weighted;
        double weight = 0;
        QRectF bounds;
        std::vector<std::pair<double, QPointF>> nearest; ///< by distance from the middle
    };
    static constexpr std::size_t mostPlaces = 8;
    const auto& spec = scene.spec;
    std::vector<Sum> sums(spec.clusters.size());
    const auto& areas = spec.geometry->areas();
    const auto each = [&](const auto& visit) {
        for (std::size_t i = 0; i < areas.size(); ++i) {
            if (const int cluster = scene.clusterAt(static_cast<int>(i)); cluster >= 0) {
                visit(areas[i], sums[static_cast<std::size_t>(cluster)]);
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
        if (sum.nearest.size() < mostPlaces || distance < sum.nearest.back().first) {
            const auto at =
                std::ranges::upper_bound(sum.nearest, distance, {}, &std::pair<double, QPointF>::first);
            sum.nearest.insert(at, {distance, area.inside});
            sum.nearest.resize(std::min(sum.nearest.size(), mostPlaces));
        }
    });
    const auto& look = scene.look;
    std::vector<Label> labels;
    for (std::size_t c = 0; c < sums.size(); ++c) {
        if (sums[c].weight > 0) {
            const auto& cluster = spec.clusters[c];
            const bool figure = look.clusterFigures && !cluster.figure.isEmpty();
            std::vector<QPointF> places;
            for (const auto& [distance, inside] : sums[c].nearest) {
                places.push_back(scene.toDevice.map(inside));
            }
            const auto best = places.front();
            places.erase(places.begin());
            labels.push_back({figure ? cluster.name + u'\n' + cluster.figure : cluster.name, best,
                              sized(look.font, 1.1 * look.nameFactor, true), scene.inks.text,
                              1e12 + sums[c].weight,
                              std::max(140 * look.unit * look.nameFactor,
                                       0.8 * scene.toDevice.mapRect(sums[c].bounds).width()),
                              cluster.locked, static_cast<int>(c), std::move(places)});
        }
    }
    return labels;
}

std::vector<Label> areaLabels(const Scene& scene) {
    const auto& look = scene.look;
    std::vector<Label> labels;
    const auto font = sized(smaller(look), look.nameFactor, false);
    const auto chosenFont = sized(font, 1, true);
    auto outsideFont = font;
    outsideFont.setItalic(true);
    const double least = QFontMetricsF(font).averageCharWidth() * 3;
    const auto& areas = scene.spec.geometry->areas();
    for (std::size_t i = 0; i < areas.size(); ++i) {
        if (!scene.visible[i]) {
            continue;
        }
        const auto& area = *scene.areaAt[i];
        const auto bounds = scene.toDevice.mapRect(areas[i].bounds);
        const bool chosen = look.selected.contains(area.id) || look.current == area.id;
        if (!chosen && 1.35 * bounds.width() < least) {
            continue; // no name fits, so none is measured
        }
        // On paper, what is drawn for orientation only gives way to what the map is about.
        const bool context = area.outside || (area.cluster < 0 && look.medium == Medium::print);
        labels.push_back({area.name,
                          scene.toDevice.map(areas[i].inside),
                          chosen         ? chosenFont
                          : area.outside ? outsideFont
                                         : font,
                          context ? scene.inks.muted : scene.inks.text,
                          (chosen ? 1e13 : 0) + (context ? 1e-6 : 1) * bounds.width() * bounds.height(),
                          chosen ? 1e9 : 1.35 * bounds.width(),
                          area.locked,
                          -1,
                          {}});
    }
    return labels;
}

/// Before the names of areas, since somebody asked for them; after those of clusters.
void addFootprintLabels(std::vector<Label>& labels, const Scene& scene) {
    auto font = sized(smaller(scene.look), scene.look.nameFactor, true);
    font.setItalic(true);
    for (const auto& footprint : scene.spec.footprints) {
        QRectF bounds;
        for (const auto& outline : footprint.outlines) {
            bounds = bounds.united(outline.boundingRect());
        }
        const auto drawn = scene.toDevice.mapRect(bounds);
        labels.push_back({footprint.name,
                          scene.toDevice.map(footprint.inside),
                          font,
                          scene.inks.accent,
                          1e11 + drawn.width() * drawn.height(),
                          std::max(90 * scene.look.unit, 1.2 * drawn.width()),
                          false,
                          -1,
                          {}});
    }
}

/// A cluster's name on another's ground would name the wrong one.
bool isOnItsGround(const Scene& scene, const Label& label, QPointF middle) {
    return label.cluster < 0 ||
           scene.clusterAt(scene.spec.geometry->areaAt(scene.toDevice.inverted().map(middle))) ==
               label.cluster;
}

/// Where the label is free: in its place, or a line below or above it where another name is in the way, or in
/// another that does as well.
std::optional<QRectF> freePlace(const Scene& scene, const Label& label, QSizeF size,
                                const std::vector<QRectF>& taken) {
    std::vector<QPointF> middles{label.at};
    middles.insert(middles.end(), label.others.begin(), label.others.end());
    for (const auto& middle : middles) {
        for (const double shift : {0.0, 0.9, -0.9}) {
            QRectF box(middle - QPointF(size.width() / 2, size.height() / 2), size);
            box.translate(0, shift * size.height());
            const auto collides = [&](const QRectF& other) {
                return other.intersects(box.adjusted(-3 * scene.look.unit, 0, 3 * scene.look.unit, 0));
            };
            if (scene.place.contains(box) && std::ranges::none_of(taken, collides) &&
                isOnItsGround(scene, label, box.center())) {
                return box;
            }
        }
    }
    return std::nullopt;
}

/// Draws the label where it is free; false if there is no such place.
bool place(QPainter& painter, const Scene& scene, const Label& label, std::vector<QRectF>& taken) {
    const QFontMetricsF metrics(label.font);
    QStringList text;
    for (const auto& part : label.text.split(u'\n')) {
        const auto broken = lines(part, metrics, label.room);
        if (broken.isEmpty()) {
            return false;
        }
        text += broken;
    }
    const double lock = label.locked ? 0.75 * metrics.ascent() : 0;
    double width = 0;
    for (const auto& line : text) {
        width = std::max(width, metrics.horizontalAdvance(line));
    }
    width += 2 * lock;
    const double step = 0.95 * metrics.height();
    const QSizeF size(width, step * static_cast<double>(text.size()));
    const auto box = freePlace(scene, label, size, taken);
    if (!box) {
        return false;
    }
    double top = box->top();
    for (const auto& line : text) {
        const QPointF left(box->center().x() - metrics.horizontalAdvance(line) / 2, top);
        drawHaloed(painter, left, line, label.font, label.ink, scene.look);
        if (label.locked && top == box->top()) {
            drawPadlock(painter, left + QPointF(-1.15 * lock, 0.3 * metrics.ascent()),
                        0.75 * metrics.ascent(), label.ink);
        }
        top += step;
    }
    taken.push_back(*box);
    return true;
}

} // namespace

std::vector<QRectF> paintMapLabels(QPainter& painter, const Scene& scene) {
    std::vector<Label> labels;
    if (scene.look.clusterLabels) {
        labels = clusterLabels(scene);
    }
    if (scene.look.areaLabels) {
        auto more = areaLabels(scene);
        labels.insert(labels.end(), more.begin(), more.end());
    }
    addFootprintLabels(labels, scene);
    std::ranges::stable_sort(labels, std::greater{}, &Label::priority);
    constexpr std::size_t mostLabels = 400; // more can't be read
    constexpr std::size_t mostTried = 1500;
    std::vector<QRectF> taken;
    std::size_t tried = 0;
    for (const auto& label : labels) {
        if (taken.size() >= mostLabels || tried >= mostTried) {
            break;
        }
        if (scene.place.contains(label.at)) {
            ++tried;
            place(painter, scene, label, taken);
        }
    }
    return taken;
}

} // namespace wardmote::charts
