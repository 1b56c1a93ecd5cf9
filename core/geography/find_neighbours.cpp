#include "core/geography/corner.h"
#include "core/geography/measures.h"
#include "core/geography/neighbours.h"
#include "core/geography/schematic.h"

#include <algorithm>
#include <cmath>
#include <map>
#include <unordered_map>

namespace wardmote::geography {
namespace {

using Index = std::uint32_t;
using Pair = std::pair<Index, Index>;
/// Metres shared by each pair of positions, first < second.
using Shared = std::map<Pair, double>;

std::uint64_t mixed(std::uint64_t key, std::uint64_t value) {
    key ^= value + 0x9E3779B97F4A7C15ULL + (key << 6) + (key >> 2);
    key ^= key >> 31;
    return key * 0xBF58476D1CE4E5B9ULL;
}

/// A stretch of boundary between two corners, whichever way it runs.
struct Stretch {
    std::uint64_t key;
    Index place;
    plan::Point from;
    plan::Point to;
};

void addStretches(const plan::Shape& shape, Index place, std::vector<Stretch>& into) {
    for (const auto& polygon : shape.polygons) {
        for (const auto& ring : polygon) {
            for (std::size_t i = 0; i < ring.size(); ++i) {
                const auto from = ring[i];
                const auto to = ring[(i + 1) % ring.size()];
                auto a = cornerOf(from);
                auto b = cornerOf(to);
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
                into.push_back({key, place, from, to});
            }
        }
    }
}

struct Line {
    plan::Point from;
    plan::Point to;
};

/// Lines that agree corner by corner, as they do in layers cut from one piece, and those that agree with
/// none.
struct Comparison {
    Shared shared;
    std::vector<std::vector<Line>> unmatched; ///< by place
};

Comparison compared(const std::vector<PlaceShape>& shapes) {
    std::vector<Stretch> stretches;
    for (Index i = 0; i < shapes.size(); ++i) {
        addStretches(*shapes[i].shape, i, stretches);
    }
    std::ranges::sort(stretches, [](const Stretch& x, const Stretch& y) {
        return x.key != y.key ? x.key < y.key : x.place < y.place;
    });
    Comparison result;
    result.unmatched.resize(shapes.size());
    for (std::size_t from = 0; from < stretches.size();) {
        std::size_t to = from + 1;
        while (to < stretches.size() && stretches[to].key == stretches[from].key) {
            ++to;
        }
        bool matched = false;
        for (std::size_t i = from; i < to; ++i) {
            for (std::size_t j = i + 1; j < to; ++j) {
                if (stretches[i].place != stretches[j].place) {
                    matched = true;
                    result.shared[{stretches[i].place, stretches[j].place}] +=
                        distanceBetween(stretches[i].from, stretches[i].to);
                }
            }
        }
        for (std::size_t i = from; !matched && i < to; ++i) {
            result.unmatched[stretches[i].place].push_back({stretches[i].from, stretches[i].to});
        }
        from = to;
    }
    return result;
}

double distanceTo(const Line& line, plan::Point p) {
    const double dx = line.to.easting - line.from.easting;
    const double dy = line.to.northing - line.from.northing;
    const double length2 = dx * dx + dy * dy;
    const double dot = (p.easting - line.from.easting) * dx + (p.northing - line.from.northing) * dy;
    const double along = length2 > 0 ? std::clamp(dot / length2, 0.0, 1.0) : 0;
    return distanceBetween(p, {line.from.easting + along * dx, line.from.northing + along * dy});
}

/// Calls visit(from, to) for equal parts of a line that are no longer than asked, or for so many parts that a
/// line across the country costs no minute.
template<class Visit>
void inParts(const Line& line, double metres, const Visit& visit) {
    constexpr double mostParts = 20'000;
    const double parts = std::clamp(std::ceil(distanceBetween(line.from, line.to) / metres), 1.0, mostParts);
    const auto at = [&](double fraction) {
        return plan::Point{line.from.easting + fraction * (line.to.easting - line.from.easting),
                           line.from.northing + fraction * (line.to.northing - line.from.northing)};
    };
    for (double part = 0; part < parts; ++part) {
        visit(at(part / parts), at((part + 1) / parts));
    }
}

/// Lines that agree with none, in squares of a grid: finds those within the tolerance of a point.
class LineGrid {
public:
    LineGrid(const std::vector<std::vector<Line>>& lines, double tolerance)
        : tolerance_(tolerance), square_(10 * tolerance) {
        for (Index place = 0; place < lines.size(); ++place) {
            for (const auto& line : lines[place]) {
                inParts(line, square_, [&](plan::Point from, plan::Point to) { add({place, {from, to}}); });
            }
        }
    }

    /// Calls visit(place) for each line nearby, for a place as often as it has lines there.
    template<class Visit>
    void near(plan::Point point, const Visit& visit) const {
        const auto found = squares_.find(keyOf(column(point.easting), column(point.northing)));
        if (found == squares_.end()) {
            return;
        }
        for (const auto& [place, line] : found->second) {
            if (distanceTo(line, point) <= tolerance_) {
                visit(place);
            }
        }
    }

private:
    struct Owned {
        Index place;
        Line line;
    };

    std::int64_t column(double metres) const {
        return static_cast<std::int64_t>(std::floor(metres / square_));
    }
    static std::uint64_t keyOf(std::int64_t x, std::int64_t y) {
        return mixed(mixed(0, static_cast<std::uint64_t>(x)), static_cast<std::uint64_t>(y));
    }
    /// Into every square that the part comes within the tolerance of, so that one square answers a point.
    void add(const Owned& part) {
        const auto [from, to] = part.line;
        const auto [west, east] = std::minmax(from.easting, to.easting);
        const auto [south, north] = std::minmax(from.northing, to.northing);
        for (auto x = column(west - tolerance_); x <= column(east + tolerance_); ++x) {
            for (auto y = column(south - tolerance_); y <= column(north + tolerance_); ++y) {
                squares_[keyOf(x, y)].push_back(part);
            }
        }
    }

    double tolerance_;
    double square_;
    std::unordered_map<std::uint64_t, std::vector<Owned>> squares_;
};

/// Adds lines that agree with none but run within the tolerance of one another: slivers, gaps, corners that
/// one side leaves out. Lines that agree with a third place are no gap, however narrow that place is. False
/// if asked to stop.
bool addNear(Comparison& found, const Options& options, const Progress& progress) {
    const LineGrid grid(found.unmatched, options.toleranceMetres);
    const double enough = options.sharedTolerances * options.toleranceMetres;
    const auto count = static_cast<Index>(found.unmatched.size());
    for (Index place = 0; place < count; ++place) {
        if (progress.stopped()) {
            return false;
        }
        progress.at(0.4 + 0.6 * place / count);
        std::map<Index, double> metres;
        std::vector<Index> here;
        for (const auto& line : found.unmatched[place]) {
            inParts(line, options.toleranceMetres, [&](plan::Point from, plan::Point to) {
                here.clear();
                grid.near({(from.easting + to.easting) / 2, (from.northing + to.northing) / 2},
                          [&](Index other) {
                              if (other > place && std::ranges::find(here, other) == here.end()) {
                                  here.push_back(other);
                                  metres[other] += distanceBetween(from, to);
                              }
                          });
            });
        }
        for (const auto& [other, length] : metres) {
            if (length >= enough) {
                found.shared[{place, other}] += length;
            }
        }
    }
    return true;
}

} // namespace

Result<Neighbours> neighbours(std::span<const Place> places, const Options& options,
                              const Progress& progress) {
    progress.at(0, "Reading boundaries");
    const auto shapes = shapesOf(places, options, progress);
    if (!shapes) {
        return Failure(shapes.error());
    }
    progress.at(0.1, "Comparing boundaries");
    auto found = compared(*shapes);
    if (progress.stopped()) {
        return failure("Stopped.");
    }
    progress.at(0.4, "Looking for gaps");
    if (options.toleranceMetres > 0 && !addNear(found, options, progress)) {
        return failure("Stopped.");
    }

    std::vector<Neighbours::Link> links;
    for (const auto& [pair, metres] : found.shared) {
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
