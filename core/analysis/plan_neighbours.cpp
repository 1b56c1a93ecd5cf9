#include "core/analysis/clusters.h"
#include "core/geography/schematic.h"

#include <bit>

namespace wardmote::analysis {
namespace {

std::vector<Neighbours::Link> givenLinks(const plan::Plan& plan) {
    std::vector<Neighbours::Link> links;
    for (const auto& area : plan.all<plan::Area>()) {
        for (const auto& given : area.neighbours) {
            links.push_back({area.id, given.area.id, 0});
        }
    }
    return links;
}

/// With the boundaries that it is of: while they are kept no other can come to lie where they do, and pass
/// for them in a key.
struct KnownNeighbours {
    Neighbours neighbours;
    std::vector<plan::ShapeRef> boundaries;
};

} // namespace

Result<Neighbours> neighboursOf(const plan::Plan& plan, const geography::Options& options,
                                const Progress& progress) {
    const auto places = geography::placesOf(plan);
    auto found = geography::neighbours(places, options, progress);
    if (!found) {
        return Failure(found.error());
    }
    return found->with(givenLinks(plan));
}

Result<std::shared_ptr<const Neighbours>> neighboursOf(const plan::Plan& plan, SharedAnswers& shared,
                                                       const Progress& progress) {
    auto known = shared.of<KnownNeighbours>(neighboursKey(plan), progress, [&]() -> Result<KnownNeighbours> {
        auto found = neighboursOf(plan, geography::Options{}, progress);
        if (!found) {
            return Failure(found.error());
        }
        KnownNeighbours all{std::move(*found), {}};
        for (const auto& area : plan.all<plan::Area>()) {
            all.boundaries.push_back(area.boundary);
        }
        return all;
    });
    if (!known) {
        return Failure(known.error());
    }
    return std::shared_ptr<const Neighbours>(*known, &(*known)->neighbours);
}

std::uint64_t neighboursKey(const plan::Plan& plan) {
    std::uint64_t key = 1469598103934665603ULL; // FNV-1a
    const auto add = [&](std::uint64_t value) { key = (key ^ value) * 1099511628211ULL; };
    for (const auto& area : plan.all<plan::Area>()) {
        add(static_cast<std::uint64_t>(area.id));
        add(std::bit_cast<std::uintptr_t>(area.boundary.get()));
        if (!area.boundary) {
            add(std::bit_cast<std::uint64_t>(area.easting.value_or(-1e9)));
            add(std::bit_cast<std::uint64_t>(area.northing.value_or(-1e9)));
        }
        for (const auto& given : area.neighbours) {
            add(static_cast<std::uint64_t>(given.area.id));
        }
    }
    return key;
}

} // namespace wardmote::analysis
