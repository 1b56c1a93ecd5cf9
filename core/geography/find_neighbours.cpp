#include "core/geography/geos.h"
#include "core/geography/measures.h"
#include "core/geography/neighbours.h"
#include "core/geography/schematic.h"

#include <algorithm>
#include <cmath>
#include <map>
#include <numeric>

namespace wardmote::geography {
namespace {

using Index = std::uint32_t;
using Pair = std::pair<Index, Index>;
/// Metres shared by each pair of positions, first < second.
using Shared = std::map<Pair, double>;

/// Coordinates in whole millimetres: files write the same corner with a different last digit.
struct Corner {
    std::int64_t x;
    std::int64_t y;
    auto operator<=>(const Corner&) const = default;
};

Corner cornerOf(plan::Point p) {
    return {std::llround(p.easting * 1000), std::llround(p.northing * 1000)};
}

std::uint64_t mixed(std::uint64_t key, std::uint64_t value) {
    key ^= value + 0x9E3779B97F4A7C15ULL + (key << 6) + (key >> 2);
    key ^= key >> 31;
    return key * 0xBF58476D1CE4E5B9ULL;
}

/// A stretch of boundary between two corners, whichever way it runs.
struct Stretch {
    std::uint64_t key;
    Index place;
    float metres;
};

void addStretches(const plan::Shape& shape, Index place, std::vector<Stretch>& into) {
    for (const auto& polygon : shape.polygons) {
        for (const auto& ring : polygon) {
            for (std::size_t i = 0; i < ring.size(); ++i) {
                const auto p = ring[i];
                const auto q = ring[(i + 1) % ring.size()];
                auto a = cornerOf(p);
                auto b = cornerOf(q);
                if (a == b) {
                    continue;
                }
                if (b < a) {
                    std::swap(a, b);
                }
                std::uint64_t key = 0;
                for (const auto part : {a.x, a.y, b.x, b.y}) {
                    key = mixed(key, static_cast<std::uint64_t>(part));
                }
                into.push_back({key, place, static_cast<float>(distanceBetween(p, q))});
            }
        }
    }
}

/// Lines that agree corner by corner, as they do in layers cut from one piece.
Shared exactlyShared(const std::vector<PlaceShape>& shapes) {
    std::vector<Stretch> stretches;
    for (Index i = 0; i < shapes.size(); ++i) {
        addStretches(*shapes[i].shape, i, stretches);
    }
    std::ranges::sort(stretches, [](const Stretch& x, const Stretch& y) {
        return x.key != y.key ? x.key < y.key : x.place < y.place;
    });
    Shared shared;
    for (std::size_t from = 0; from < stretches.size();) {
        std::size_t to = from + 1;
        while (to < stretches.size() && stretches[to].key == stretches[from].key) {
            ++to;
        }
        for (std::size_t i = from; i < to; ++i) {
            for (std::size_t j = i + 1; j < to; ++j) {
                if (stretches[i].place != stretches[j].place) {
                    shared[{stretches[i].place, stretches[j].place}] +=
                        static_cast<double>(stretches[i].metres);
                }
            }
        }
        from = to;
    }
    return shared;
}

/// Lines within the tolerance of one another, for pairs whose lines do not agree.
class NearLines {
public:
    NearLines(const std::vector<PlaceShape>& shapes, double tolerance)
        : shapes_(shapes), tolerance_(tolerance), lines_(shapes.size()), prepared_(shapes.size()) {
        for (const auto& place : shapes) {
            boxes_.push_back(plan::boxOf(*place.shape));
        }
    }

    /// Pairs whose boxes come within the tolerance, first < second, found by sweeping from west to east.
    template<class Visit>
    bool forEachCandidate(const Visit& visit) const {
        std::vector<Index> order(shapes_.size());
        std::iota(order.begin(), order.end(), Index{0});
        std::ranges::sort(order, {}, [&](Index i) { return std::pair(boxes_[i].min.easting, i); });
        for (std::size_t at = 0; at < order.size(); ++at) {
            const auto& west = boxes_[order[at]];
            for (std::size_t next = at + 1; next < order.size(); ++next) {
                const auto& east = boxes_[order[next]];
                if (east.min.easting > west.max.easting + tolerance_) {
                    break;
                }
                if (east.min.northing <= west.max.northing + tolerance_ &&
                    west.min.northing <= east.max.northing + tolerance_) {
                    const auto [a, b] = std::minmax(order[at], order[next]);
                    visit(Pair{a, b});
                }
            }
            if (!goOn(at, order.size())) {
                return false;
            }
        }
        return true;
    }
    std::function<bool(std::size_t done, std::size_t of)> goOn = [](std::size_t, std::size_t) {
        return true;
    };

    /// Metres of a's line that lie within the tolerance of b's.
    double sharedBy(Pair pair) {
        const auto [a, b] = pair;
        const auto* whole = preparedLine(b);
        if (!whole || !line(a) ||
            GEOSPreparedDistanceWithin_r(geos_.handle(), whole, line(a), tolerance_) != 1) {
            return 0;
        }
        double metres = 0;
        for (const auto& polygon : shapes_[a].shape->polygons) {
            for (const auto& ring : polygon) {
                for (std::size_t i = 0; i < ring.size(); ++i) {
                    metres += nearPart(ring[i], ring[(i + 1) % ring.size()], boxes_[b], whole);
                }
            }
        }
        return metres;
    }

private:
    const GEOSGeometry* line(Index i) {
        if (!lines_[i]) {
            lines_[i] = geos_.lines(*shapes_[i].shape);
        }
        return lines_[i].get();
    }
    const GEOSPreparedGeometry* preparedLine(Index i) {
        if (!prepared_[i] && line(i)) {
            prepared_[i] = geos_.prepare(lines_[i]);
        }
        return prepared_[i].get();
    }

    bool within(plan::Point p, const plan::Box& box) const {
        return p.easting >= box.min.easting - tolerance_ && p.easting <= box.max.easting + tolerance_ &&
               p.northing >= box.min.northing - tolerance_ && p.northing <= box.max.northing + tolerance_;
    }

    /// A stretch is looked at in steps of about the tolerance; a step counts if its middle is near.
    double nearPart(plan::Point p, plan::Point q, const plan::Box& box, const GEOSPreparedGeometry* other) {
        plan::Box own;
        own.add(p);
        own.add(q);
        if (own.max.easting < box.min.easting - tolerance_ ||
            own.min.easting > box.max.easting + tolerance_ ||
            own.max.northing < box.min.northing - tolerance_ ||
            own.min.northing > box.max.northing + tolerance_) {
            return 0;
        }
        const double length = distanceBetween(p, q);
        const int steps = std::clamp(static_cast<int>(std::ceil(length / (2 * tolerance_))), 1, 10'000);
        double metres = 0;
        for (int s = 0; s < steps; ++s) {
            const double along = (s + 0.5) / steps;
            const plan::Point middle{p.easting + along * (q.easting - p.easting),
                                     p.northing + along * (q.northing - p.northing)};
            if (within(middle, box)) {
                const auto point = geos_.point(middle);
                if (GEOSPreparedDistanceWithin_r(geos_.handle(), other, point.get(), tolerance_) == 1) {
                    metres += length / steps;
                }
            }
        }
        return metres;
    }

    const std::vector<PlaceShape>& shapes_;
    double tolerance_;
    std::vector<plan::Box> boxes_;
    Geos geos_; // before what it makes, so that it goes last
    std::vector<Geometry> lines_;
    std::vector<Prepared> prepared_;
};

} // namespace

Result<Neighbours> neighbours(std::span<const Place> places, const Options& options,
                              const Progress& progress) {
    progress.at(0, "Reading boundaries");
    const auto shapes = shapesOf(places, options, progress);
    if (!shapes) {
        return Failure(shapes.error());
    }
    progress.at(0.1, "Comparing boundaries");
    auto shared = exactlyShared(*shapes);
    if (progress.stopped()) {
        return failure("Stopped.");
    }
    progress.at(0.4, "Looking for gaps");
    if (options.toleranceMetres > 0) {
        NearLines near(*shapes, options.toleranceMetres);
        near.goOn = [&](std::size_t done, std::size_t of) {
            if (done % 64 == 0) {
                progress.at(0.4 + 0.6 * static_cast<double>(done) / static_cast<double>(of));
            }
            return !progress.stopped();
        };
        const bool finished = near.forEachCandidate([&](Pair pair) {
            const auto known = shared.find(pair);
            if (known != shared.end() && known->second >= options.sharedMetres) {
                return;
            }
            const double metres = near.sharedBy(pair);
            if (metres >= options.sharedTolerances * options.toleranceMetres) {
                shared[pair] = metres;
            }
        });
        if (!finished) {
            return failure("Stopped.");
        }
    }

    std::vector<Neighbours::Link> links;
    for (const auto& [pair, metres] : shared) {
        if (metres >= options.sharedMetres) {
            links.push_back({(*shapes)[pair.first].id, (*shapes)[pair.second].id, metres});
        }
    }
    std::vector<Neighbours::Node> nodes;
    for (const auto& place : places) {
        nodes.push_back({.id = place.id});
    }
    std::ranges::sort(nodes, {}, &Neighbours::Node::id);
    for (const auto& place : *shapes) {
        const auto node = std::ranges::lower_bound(nodes, place.id, {}, &Neighbours::Node::id);
        node->squareMetres = areaOf(*place.shape);
        node->perimeterMetres = perimeterOf(*place.shape);
        node->located = true;
        node->schematic = place.schematic;
    }
    progress.at(1);
    return Neighbours(std::move(nodes), links);
}

} // namespace wardmote::geography
