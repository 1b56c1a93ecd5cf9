#include "core/analysis/scenario/journeys.h"

#include "core/analysis/cluster_profile.h"
#include "core/analysis/lives.h"
#include "core/geography/measures.h"

#include <algorithm>
#include <cmath>
#include <unordered_map>

namespace wardmote::analysis {
namespace {

using plan::Id;
using plan::Point;

std::optional<Point> centreOf(const plan::Area& area) {
    if (area.easting && area.northing) {
        return Point{*area.easting, *area.northing};
    }
    return area.boundary ? geography::representativePoint(*area.boundary) : std::nullopt;
}

/// Where the mechanisms in force meet, by area that they cover; those of the whole plan under 0.
std::unordered_map<Id, std::vector<Point>> placesByArea(const plan::Plan& plan, plan::Date today) {
    const CostModel costs(plan, today);
    std::unordered_map<Id, std::vector<Point>> places;
    for (const auto& [assetId, mechanisms] : mechanismsAtAssets(plan)) {
        const auto* asset = plan.find<plan::Asset>(assetId);
        if (!asset->easting || !asset->northing) {
            continue;
        }
        const Point at{*asset->easting, *asset->northing};
        for (const auto id : mechanisms) {
            const auto& mechanism = *plan.find<plan::Mechanism>(id);
            if (!lifeOf(mechanism, costs, today).active) {
                continue;
            }
            if (mechanism.wholePlan == true) {
                places[0].push_back(at);
            }
            for (const auto& link : mechanism.areas) {
                places[link.area.id].push_back(at);
            }
        }
    }
    return places;
}

std::optional<double> kilometresToNearest(Point from, Id area,
                                          const std::unordered_map<Id, std::vector<Point>>& places) {
    std::optional<double> nearest;
    for (const auto key : {area, Id{0}}) {
        const auto at = places.find(key);
        for (const auto place : at == places.end() ? std::vector<Point>{} : at->second) {
            const double distance = geography::distanceBetween(from, place) / 1000;
            nearest = nearest ? std::min(*nearest, distance) : distance;
        }
    }
    return nearest;
}

void takeFurthest(std::optional<double>& furthest, const std::optional<double>& distance) {
    if (distance && (!furthest || *furthest < *distance)) {
        furthest = distance;
    }
}

} // namespace

void findJourneys(const plan::Plan& before, const plan::Plan& after, plan::Date today, Losses& losses) {
    const auto was = placesByArea(before, today);
    if (was.empty()) {
        return;
    }
    const auto is = placesByArea(after, today);
    for (const auto& area : before.all<plan::Area>()) {
        const auto centre = area.outside == true ? std::nullopt : centreOf(area);
        if (!centre) {
            continue;
        }
        const Journey journey{area.id, kilometresToNearest(*centre, area.id, was),
                              kilometresToNearest(*centre, area.id, is)};
        if (!journey.kilometresBefore) {
            continue;
        }
        ++losses.journeysKnown;
        takeFurthest(losses.furthestBefore, journey.kilometresBefore);
        takeFurthest(losses.furthestAfter, journey.kilometresAfter);
        // A hundred metres is within what a centre can mean.
        if (!journey.kilometresAfter || *journey.kilometresAfter > *journey.kilometresBefore + 0.1) {
            losses.longer.push_back(journey);
        }
    }
    std::ranges::stable_sort(losses.longer, std::greater{},
                             [](const Journey& journey) { return journey.kilometresAfter.value_or(1e9); });
}

} // namespace wardmote::analysis
