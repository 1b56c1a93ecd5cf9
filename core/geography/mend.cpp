#include "core/geography/mend.h"

#include "core/geography/geos.h"
#include "core/geography/measures.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <cstdlib>
#include <fmt/format.h>
#include <string_view>

namespace wardmote::geography {
namespace {

/// Beyond this no place on the Earth lies, whatever the grid.
constexpr double farAway = 1e8;

std::size_t pointsIn(const plan::Shape& shape) {
    std::size_t points = 0;
    for (const auto& polygon : shape.polygons) {
        for (const auto& ring : polygon) {
            points += ring.size();
        }
    }
    return points;
}

bool everyPointIsSomewhere(const plan::Shape& shape) {
    const auto fine = [](plan::Point p) {
        return std::isfinite(p.easting) && std::isfinite(p.northing) && std::abs(p.easting) < farAway &&
               std::abs(p.northing) < farAway;
    };
    return std::ranges::all_of(shape.polygons, [&](const plan::Polygon& polygon) {
        return std::ranges::all_of(polygon,
                                   [&](const plan::Ring& ring) { return std::ranges::all_of(ring, fine); });
    });
}

/// Without repeated points and without exact spikes (there and straight back).
plan::Ring cleaned(const plan::Ring& ring, bool& hadSpike) {
    plan::Ring result;
    for (const auto point : ring) {
        if (!result.empty() && result.back() == point) {
            continue;
        }
        if (result.size() >= 2 && result[result.size() - 2] == point) {
            result.pop_back();
            hadSpike = true;
            continue;
        }
        result.push_back(point);
    }
    while (result.size() > 1 && result.front() == result.back()) {
        result.pop_back();
    }
    return result;
}

/// What GEOS says, in words: "Self-intersection[361200 156000]" -> "crosses itself near 361200, 156000".
std::string inWords(std::string_view reason) {
    constexpr std::array<std::pair<std::string_view, std::string_view>, 7> words{{
        {"Ring Self-intersection", "touches itself"},
        {"Self-intersection", "crosses itself"},
        {"Hole lies outside", "has a hole that lies outside it"},
        {"Holes are nested", "has holes inside holes"},
        {"Interior is disconnected", "is cut through by its holes"},
        {"Nested shells", "has parts inside parts"},
        {"Duplicate Rings", "has the same ring twice"},
    }};
    std::string text = "was not a valid boundary";
    for (const auto& [theirs, ours] : words) {
        if (reason.starts_with(theirs)) {
            text = ours;
            break;
        }
    }
    const auto open = reason.find('[');
    if (open != std::string_view::npos) {
        char* after = nullptr;
        const std::string at(reason.substr(open + 1));
        const double easting = std::strtod(at.c_str(), &after);
        const double northing = std::strtod(after, nullptr);
        text += fmt::format(" near {:.0f}, {:.0f}", easting, northing);
    }
    return text;
}

void orient(plan::Shape& shape) {
    for (auto& polygon : shape.polygons) {
        for (std::size_t r = 0; r < polygon.size(); ++r) {
            double twice = 0;
            const auto& ring = polygon[r];
            const auto origin = ring.front();
            for (std::size_t i = 0; i < ring.size(); ++i) {
                const auto a = ring[i];
                const auto b = ring[(i + 1) % ring.size()];
                twice += (a.easting - origin.easting) * (b.northing - origin.northing) -
                         (b.easting - origin.easting) * (a.northing - origin.northing);
            }
            if ((twice > 0) != (r == 0)) {
                std::ranges::reverse(polygon[r]);
            }
        }
    }
}

class Notes {
public:
    void add(std::string note) {
        if (!note.empty()) {
            text_ += (text_.empty() ? "" : "; ") + note;
        }
    }
    std::string text() const { return text_; }

private:
    std::string text_;
};

/// Drops rings and parts too small to be anything; true if a part went.
bool dropSlivers(plan::Shape& shape, double squareMetres) {
    const auto before = shape.polygons.size();
    std::erase_if(shape.polygons, [&](const plan::Polygon& polygon) {
        return areaOf(plan::Shape{{polygon}}) < squareMetres;
    });
    return shape.polygons.size() != before;
}

} // namespace

Result<Mended> mended(const plan::Shape& shape, const Options& options) {
    if (!everyPointIsSomewhere(shape)) {
        return failure("The boundary has coordinates that are no place on Earth.",
                       "Export it again from the program it was drawn with.");
    }
    Notes notes;
    plan::Shape clean;
    bool spikes = false;
    bool broken = false;
    for (const auto& polygon : shape.polygons) {
        plan::Polygon rings;
        for (const auto& ring : polygon) {
            auto points = cleaned(ring, spikes);
            if (points.size() >= 3) {
                rings.push_back(std::move(points));
            } else {
                broken = true;
                if (rings.empty()) {
                    break; // holes of a part that is not there
                }
            }
        }
        if (!rings.empty()) {
            clean.polygons.push_back(std::move(rings));
        }
    }
    notes.add(spikes ? "had a spike" : "");
    notes.add(broken ? "had a part of fewer than three points" : "");
    if (clean.empty()) {
        return failure("The boundary is empty.");
    }

    const auto given = pointsIn(clean);
    for (double metres = 0.1; pointsIn(clean) > options.mostPoints && metres < 1e4; metres *= 4) {
        clean = simplified(clean, metres);
    }
    if (pointsIn(clean) != given) {
        notes.add(fmt::format("was thinned from {} to {} points", given, pointsIn(clean)));
    }

    const Geos geos;
    auto geometry = geos.multiPolygon(clean);
    if (!geometry) {
        return Failure(geos.error("The boundary could not be read."));
    }
    if (GEOSisValid_r(geos.handle(), geometry.get()) != 1) {
        char* reason = GEOSisValidReason_r(geos.handle(), geometry.get());
        notes.add(inWords(reason ? reason : ""));
        GEOSFree_r(geos.handle(), reason);
        auto* parameters = GEOSMakeValidParams_create_r(geos.handle());
        GEOSMakeValidParams_setMethod_r(geos.handle(), parameters, GEOS_MAKE_VALID_STRUCTURE);
        GEOSMakeValidParams_setKeepCollapsed_r(geos.handle(), parameters, 0);
        geometry = geos.own(GEOSMakeValidWithParams_r(geos.handle(), geometry.get(), parameters));
        GEOSMakeValidParams_destroy_r(geos.handle(), parameters);
        if (!geometry) {
            return Failure(geos.error("The boundary crosses itself and could not be mended."));
        }
        clean = geos.shapeOf(geometry.get());
    }
    notes.add(dropSlivers(clean, options.sliverSquareMetres) ? "had slivers" : "");
    if (clean.empty()) {
        return failure("The boundary encloses no land.");
    }
    orient(clean);
    return Mended{std::move(clean), notes.text()};
}

} // namespace wardmote::geography
