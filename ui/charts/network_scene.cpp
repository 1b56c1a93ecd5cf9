#include "ui/charts/network_painter.h"

#include <QFontMetricsF>

#include <algorithm>
#include <array>
#include <cmath>

namespace wardmote::charts {
namespace {

constexpr double nearEnough = 5; ///< a click this far from a line means it

double smallestRadius(const Look& look) {
    return look.font.pixelSize() * 0.65;
}
double largestRadius(const Look& look) {
    return look.font.pixelSize() * 1.6;
}

/// The disc's area, not its width, is in proportion.
std::vector<double> radiiOf(const Network& network, const Look& look) {
    double most = 0;
    for (const auto& node : network.nodes) {
        most = std::max(most, node.size.value_or(0));
    }
    std::vector<double> radii;
    for (const auto& node : network.nodes) {
        const double share = most > 0 ? std::sqrt(std::max(0.0, node.size.value_or(0)) / most) : 0;
        radii.push_back(std::max(smallestRadius(look), share * largestRadius(look)));
    }
    return radii;
}

/// A name over at most three lines.
QStringList wrapped(const QString& name, const QFontMetricsF& metrics, double width) {
    QStringList lines;
    QString line;
    const auto words = name.split(u' ', Qt::SkipEmptyParts);
    for (const auto& word : words) {
        const auto longer = line.isEmpty() ? word : line + u' ' + word;
        if (!line.isEmpty() && metrics.horizontalAdvance(longer) > width && lines.size() < 2) {
            lines << line;
            line = word;
        } else {
            line = longer;
        }
    }
    lines << metrics.elidedText(line, Qt::ElideRight, width);
    return lines;
}

QSizeF sizeOf(const QStringList& lines, const QFontMetricsF& metrics) {
    double width = 0;
    for (const auto& line : lines) {
        width = std::max(width, metrics.horizontalAdvance(line));
    }
    return {width + 4, metrics.lineSpacing() * double(lines.size())};
}

QRectF discOf(const NetworkScene& scene, std::size_t node) {
    const double radius = scene.radii[node] + 1;
    const auto& at = scene.places[node];
    return {at.x() - radius, at.y() - radius, 2 * radius, 2 * radius};
}

/// Right, left, below, above, then aslant; near first.
std::vector<QRectF> placesFor(const QPointF& at, double radius, const QSizeF& size) {
    static constexpr std::array<std::array<int, 2>, 8> ways{
        {{1, 0}, {-1, 0}, {0, 1}, {0, -1}, {1, 1}, {-1, 1}, {1, -1}, {-1, -1}}};
    std::vector<QRectF> boxes;
    for (const double gap : {2.0, 9.0}) {
        for (const auto& [x, y] : ways) {
            const double reach = radius + gap;
            const double aslant = x != 0 && y != 0 ? 0.6 : 1;
            const QPointF centre(at.x() + x * (reach * aslant + size.width() / 2),
                                 at.y() + y * (reach * aslant + size.height() / 2));
            boxes.emplace_back(centre.x() - size.width() / 2, centre.y() - size.height() / 2, size.width(),
                               size.height());
        }
    }
    return boxes;
}

bool isFree(const NetworkScene& scene, const QRectF& box) {
    if (!scene.place.contains(box)) {
        return false;
    }
    for (std::size_t node = 0; node < scene.places.size(); ++node) {
        if (box.intersects(discOf(scene, node)) ||
            (node < scene.names.size() && box.intersects(scene.names[node].box))) {
            return false;
        }
    }
    return true;
}

double distanceToLine(const QPointF& at, const QPointF& a, const QPointF& b) {
    const auto along = b - a;
    const double length = QPointF::dotProduct(along, along);
    const double share = length > 0 ? std::clamp(QPointF::dotProduct(at - a, along) / length, 0.0, 1.0) : 0.0;
    const auto away = at - (a + along * share);
    return std::hypot(away.x(), away.y());
}

} // namespace

double usualNetworkHeight(std::size_t nodes, const Look& look, double width) {
    const double em = look.font.pixelSize();
    const double perNode = (em * 11) * (em * 5);
    return std::max(em * 26, static_cast<double>(nodes) * perNode / std::max(width, em * 20) + em * 8);
}

NetworkScene sceneOf(const Network& network, const Look& look, const QRectF& place) {
    const QFontMetricsF metrics(look.font);
    NetworkScene scene;
    const double legendLines = network.groupWords.isEmpty() ? 3 : 4;
    const double legendHeight = metrics.lineSpacing() * legendLines + 6;
    scene.place = place.adjusted(0, 0, 0, -legendHeight);
    scene.legend = QRectF(place.left(), scene.place.bottom(), place.width(), legendHeight);
    std::vector<NetworkLink> links;
    for (const auto& line : network.lines) {
        links.push_back({line.a, line.b, line.strength});
    }
    const double em = look.font.pixelSize();
    scene.places = networkPlaces(network.nodes.size(), links, scene.place.size(), {em * 6, em * 2.5});
    for (auto& at : scene.places) {
        at += scene.place.topLeft();
    }
    scene.radii = radiiOf(network, look);
    for (std::size_t node = 0; node < network.nodes.size(); ++node) {
        NetworkScene::Name name;
        name.lines = wrapped(network.nodes[node].name, metrics, em * 11);
        for (const auto& box :
             placesFor(scene.places[node], scene.radii[node], sizeOf(name.lines, metrics))) {
            if (isFree(scene, box)) {
                name.box = box;
                break;
            }
        }
        scene.names.push_back(std::move(name));
    }
    return scene;
}

int nodeAt(const NetworkScene& scene, const QPointF& at) {
    for (std::size_t node = 0; node < scene.places.size(); ++node) {
        const auto away = at - scene.places[node];
        const bool onName = node < scene.names.size() && scene.names[node].box.contains(at);
        if (onName || std::hypot(away.x(), away.y()) <= scene.radii[node] + 2) {
            return static_cast<int>(node);
        }
    }
    return -1;
}

int lineAt(const Network& network, const NetworkScene& scene, const QPointF& at) {
    int found = -1;
    double nearest = nearEnough;
    for (std::size_t line = 0; line < network.lines.size(); ++line) {
        const double distance =
            distanceToLine(at, scene.places[network.lines[line].a], scene.places[network.lines[line].b]);
        if (distance < nearest) {
            nearest = distance;
            found = static_cast<int>(line);
        }
    }
    return found;
}

} // namespace wardmote::charts
