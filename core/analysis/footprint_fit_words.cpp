#include "core/analysis/checks_collector.h"
#include "core/analysis/footprint_fit.h"
#include "core/plan/wording.h"

#include <cmath>
#include <fmt/format.h>

namespace wardmote::analysis {
namespace {

using plan::RecordKind;

std::string residentsWords(const FootprintPart& part) {
    const auto areas = counted(part.areas.size(), "area", "areas");
    if (!part.residents) {
        return fmt::format("{}, residents not recorded,", areas);
    }
    const auto residents = plan::withThousands(std::llround(*part.residents));
    return part.areasWithoutResidents.empty()
               ? fmt::format("{} residents ({})", residents, areas)
               : fmt::format("{} or more residents ({}, {} without a figure)", residents, areas,
                             part.areasWithoutResidents.size());
}

std::string partsInWords(const plan::Plan& plan, const FittedFootprint& footprint) {
    std::string text;
    for (const auto& part : footprint.parts) {
        text += fmt::format("{}{} in {}", text.empty() ? "" : "; ", residentsWords(part),
                            part.cluster == 0 ? "no " + plan.settings().clusterWord
                                              : plan::nameOf(plan, RecordKind::cluster, part.cluster));
    }
    return text;
}

/// What the footprints of a set are called: "wards"; of other kinds "footprints".
std::string kindInWords(const plan::Plan& plan, plan::Id set) {
    const auto* record = plan.find<plan::FootprintSet>(set);
    if (!record || !record->kind || *record->kind == plan::FootprintKind::other ||
        *record->kind == plan::FootprintKind::partnerships) {
        return "footprints";
    }
    auto label = plan::labelOf(*record->kind);
    label[0] = static_cast<char>(label[0] >= 'A' && label[0] <= 'Z' ? label[0] - 'A' + 'a' : label[0]);
    return label;
}

} // namespace

std::string inWords(const plan::Plan& plan, const FittedFootprint& footprint) {
    const auto name = plan::nameOf(plan, RecordKind::footprint, footprint.footprint);
    const auto outside = footprint.outside.empty()
                             ? std::string()
                             : fmt::format(" {} of a neighbouring council {} left out.",
                                           counted(footprint.outside.size(), "area", "areas"),
                                           footprint.outside.size() == 1 ? "is" : "are");
    switch (footprint.fit) {
    case Fit::whole:
        return fmt::format("{} is whole: {}.{}", name, partsInWords(plan, footprint), outside);
    case Fit::split:
        return fmt::format("{} is split: {}.{}", name, partsInWords(plan, footprint), outside);
    case Fit::partInNone:
        return fmt::format("{} is partly in no {}: {}.{}", name, plan.settings().clusterWord,
                           partsInWords(plan, footprint), outside);
    case Fit::inNone:
        return fmt::format("{} is in no {}: {}.{}", name, plan.settings().clusterWord,
                           partsInWords(plan, footprint), outside);
    case Fit::noAreas:
        return fmt::format("{}: the areas that it takes in are not recorded.{}", name, outside);
    }
    return name;
}

std::string coterminosityInWords(const plan::Plan& plan, const FootprintFit& fit) {
    const auto kind = kindInWords(plan, fit.set);
    if (!fit.coterminosity) {
        return fmt::format("No areas are recorded for these {}.", kind);
    }
    const auto percent = fmt::format("{:.0f}%", 100 * *fit.coterminosity);
    return fit.byResidents
               ? fmt::format("{} of residents live in {} that are whole in one {}.", percent, kind,
                             plan.settings().clusterWord)
               : fmt::format("{} of the {} are whole in one {} (by number, since residents are not recorded "
                             "for every area).",
                             percent, kind, plan.settings().clusterWord);
}

} // namespace wardmote::analysis
