#include "ui/charts/network_layout.h"

#include <algorithm>
#include <cmath>
#include <limits>
#include <numbers>

namespace wardmote::charts {
namespace {

constexpr int rounds = 120;
constexpr double far = std::numeric_limits<double>::infinity();

using Square = std::vector<std::vector<double>>;

struct Part {
    std::vector<std::size_t> nodes;
    std::vector<QPointF> places; ///< of `nodes`, from (0, 0) on
    QSizeF size;
};

/// Strong lines are short. Never so short that nodes touch.
double lengthOf(double strength) {
    return 1.7 - std::clamp(strength, 0.0, 1.0);
}

std::vector<std::vector<std::size_t>> partsOf(std::size_t nodes, const std::vector<NetworkLink>& links) {
    std::vector<std::size_t> part(nodes);
    for (std::size_t node = 0; node < nodes; ++node) {
        part[node] = node;
    }
    const auto headOf = [&](std::size_t node) {
        while (part[node] != node) {
            node = part[node];
        }
        return node;
    };
    for (const auto& link : links) {
        const auto a = headOf(link.a);
        const auto b = headOf(link.b);
        part[std::max(a, b)] = std::min(a, b);
    }
    std::vector<std::vector<std::size_t>> byHead(nodes);
    for (std::size_t node = 0; node < nodes; ++node) {
        byHead[headOf(node)].push_back(node);
    }
    std::erase_if(byHead, [](const auto& members) { return members.empty(); });
    std::ranges::stable_sort(byHead, std::greater{}, [](const auto& members) { return members.size(); });
    return byHead;
}

/// Lengths of the shortest ways between the nodes of one part (Floyd and Warshall).
Square waysBetween(const std::vector<std::size_t>& nodes, const std::vector<NetworkLink>& links) {
    const auto size = nodes.size();
    Square ways(size, std::vector<double>(size, far));
    for (std::size_t i = 0; i < size; ++i) {
        ways[i][i] = 0;
    }
    const auto placeOf = [&](std::size_t node) {
        return static_cast<std::size_t>(std::ranges::lower_bound(nodes, node) - nodes.begin());
    };
    for (const auto& link : links) {
        if (std::ranges::binary_search(nodes, link.a)) {
            const auto a = placeOf(link.a);
            const auto b = placeOf(link.b);
            ways[a][b] = ways[b][a] = std::min(ways[a][b], lengthOf(link.strength));
        }
    }
    for (std::size_t k = 0; k < size; ++k) {
        for (std::size_t i = 0; i < size; ++i) {
            for (std::size_t j = 0; j < size; ++j) {
                ways[i][j] = std::min(ways[i][j], ways[i][k] + ways[k][j]);
            }
        }
    }
    return ways;
}

std::vector<QPointF> onCircle(std::size_t size) {
    std::vector<QPointF> places;
    const double radius = static_cast<double>(size) / 4 + 0.5;
    for (std::size_t i = 0; i < size; ++i) {
        const double angle = 2 * std::numbers::pi * static_cast<double>(i) / static_cast<double>(size);
        places.emplace_back(radius * std::cos(angle), radius * std::sin(angle));
    }
    return places;
}

/// Moves every node to where its ways to all others pull it, near ones more than far ones.
void relax(std::vector<QPointF>& places, const Square& ways) {
    for (int round = 0; round < rounds; ++round) {
        for (std::size_t i = 0; i < places.size(); ++i) {
            QPointF sum;
            double weights = 0;
            for (std::size_t j = 0; j < places.size(); ++j) {
                if (i == j) {
                    continue;
                }
                const auto away = places[i] - places[j];
                const double distance = std::max(std::hypot(away.x(), away.y()), 1e-6);
                const double weight = 1 / (ways[i][j] * ways[i][j]);
                sum += weight * (places[j] + away * (ways[i][j] / distance));
                weights += weight;
            }
            if (weights > 0) {
                places[i] = sum / weights;
            }
        }
    }
}

/// Wider than high, as windows and names are.
void lay(std::vector<QPointF>& places, QSizeF& size) {
    const auto widthOf = [&](double angle) {
        double least = far;
        double most = -far;
        for (const auto& place : places) {
            const double x = place.x() * std::cos(angle) + place.y() * std::sin(angle);
            least = std::min(least, x);
            most = std::max(most, x);
        }
        return most - least;
    };
    constexpr int turns = 36;
    double best = 0;
    for (int turn = 1; turn < turns; ++turn) {
        const double angle = std::numbers::pi * turn / turns;
        best = widthOf(angle) > widthOf(best) + 1e-9 ? angle : best;
    }
    QPointF least(far, far);
    QPointF most(-far, -far);
    for (auto& place : places) {
        place = {place.x() * std::cos(best) + place.y() * std::sin(best),
                 place.y() * std::cos(best) - place.x() * std::sin(best)};
        least = {std::min(least.x(), place.x()), std::min(least.y(), place.y())};
        most = {std::max(most.x(), place.x()), std::max(most.y(), place.y())};
    }
    for (auto& place : places) {
        place -= least;
    }
    size = {most.x() - least.x(), most.y() - least.y()};
}

/// Puts the parts in rows of at most this width; gives the size that all take.
QSizeF shelve(std::vector<Part>& parts, std::vector<QPointF>& places, double width) {
    constexpr double gap = 1.3;
    QPointF at;
    double high = 0;
    QSizeF all;
    for (const auto& part : parts) {
        if (at.x() > 0 && at.x() + part.size.width() > width) {
            at = {0, at.y() + high + gap};
            high = 0;
        }
        for (std::size_t i = 0; i < part.nodes.size(); ++i) {
            places[part.nodes[i]] = part.places[i] + at;
        }
        all = all.expandedTo({at.x() + part.size.width(), at.y() + part.size.height()});
        high = std::max(high, part.size.height());
        at.rx() += part.size.width() + gap;
    }
    return all;
}

} // namespace

std::vector<QPointF> networkPlaces(std::size_t nodes, const std::vector<NetworkLink>& links,
                                   const QSizeF& box, const QSizeF& margin) {
    std::vector<Part> parts;
    double widest = 0;
    double area = 0;
    for (auto& members : partsOf(nodes, links)) {
        Part part;
        part.nodes = std::move(members);
        part.places = onCircle(part.nodes.size());
        relax(part.places, waysBetween(part.nodes, links));
        lay(part.places, part.size);
        widest = std::max(widest, part.size.width());
        area += (part.size.width() + 1.3) * (part.size.height() + 1.3);
        parts.push_back(std::move(part));
    }
    std::vector<QPointF> places(nodes);
    const QSizeF room(std::max(box.width() - 2 * margin.width(), 1.0),
                      std::max(box.height() - 2 * margin.height(), 1.0));
    const auto all = shelve(parts, places, std::max(widest, std::sqrt(area * room.width() / room.height())));
    // Both ways to the full: more room for names matters more than true proportions.
    const double scaleX = all.width() > 0 ? room.width() / all.width() : 0;
    const double scaleY = all.height() > 0 ? room.height() / all.height() : 0;
    const QPointF corner((box.width() - all.width() * scaleX) / 2,
                         (box.height() - all.height() * scaleY) / 2);
    for (auto& place : places) {
        place = {corner.x() + place.x() * scaleX, corner.y() + place.y() * scaleY};
    }
    return places;
}

} // namespace wardmote::charts
