#include "ui/pages/footprints/footprints_answer.h"

#include <algorithm>
#include <tuple>

namespace wardmote::ui {

Result<FootprintsAnswer> footprintsAnswerOf(const plan::PlanRef& plan, plan::Id set,
                                            const charts::MapPlaces& known, const Progress& progress) {
    FootprintsAnswer answer;
    answer.plan = plan;
    answer.places = known;
    if (!known.geometry || known.key != analysis::neighboursKey(*plan)) {
        auto places = charts::placesIn(*plan, progress);
        if (!places) {
            return Failure(places.error());
        }
        answer.places = std::move(*places);
    }
    const auto sets = footprintSets(*plan);
    const bool there = plan->find<plan::FootprintSet>(set) != nullptr;
    answer.fit = analysis::footprintFit(*plan, 0, there || sets.empty() ? set : sets.front()->id);
    answer.measures = analysis::measuredClusters(*plan, 0, answer.places.neighbours.get());
    auto drawn = charts::footprintsOnMap(*plan, answer.fit.set, answer.places.geometry, progress);
    if (!drawn) {
        return Failure(drawn.error());
    }
    answer.footprints = std::move(*drawn);
    return answer;
}

std::vector<const plan::FootprintSet*> footprintSets(const plan::Plan& plan) {
    std::vector<const plan::FootprintSet*> sets;
    for (const auto& set : plan.all<plan::FootprintSet>()) {
        sets.push_back(&set);
    }
    std::ranges::sort(sets, [](const plan::FootprintSet* a, const plan::FootprintSet* b) {
        return std::tie(a->name, a->id) < std::tie(b->name, b->id);
    });
    return sets;
}

std::optional<double> percentIn(const analysis::FittedFootprint& footprint, plan::Id cluster) {
    const auto* part = footprint.part(cluster);
    if (!part) {
        return std::nullopt;
    }
    if (footprint.residents && *footprint.residents > 0) {
        return 100 * part->residents.value_or(0) / *footprint.residents;
    }
    std::size_t areas = 0;
    for (const auto& each : footprint.parts) {
        areas += each.areas.size();
    }
    return 100 * static_cast<double>(part->areas.size()) / static_cast<double>(areas);
}

} // namespace wardmote::ui
