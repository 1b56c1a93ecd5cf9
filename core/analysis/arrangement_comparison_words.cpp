#include "core/analysis/arrangement_comparison.h"
#include "core/base/contract.h"
#include "core/plan/wording.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <fmt/format.h>

namespace wardmote::analysis {
namespace {

using M = ArrangementMeasure;
using U = MeasureUnit;

constexpr auto measures = std::to_array<MeasureInfo>({
    {M::clusters, "clusters", "Number of {clusters}"},
    {M::areas, "areas", "Areas in {clusters}"},
    {M::residents, "residents", "Residents in {clusters}", U::number, true},
    {M::largest, "largest", "Residents of the largest {cluster}", U::number, true},
    {M::smallest, "smallest", "Residents of the smallest {cluster}"},
    {M::mean, "mean", "Mean residents"},
    {M::widest, "max_deviation_percent", "Largest deviation from the {middle}", U::percent},
    {M::usual, "mean_deviation_percent", "Mean deviation from the {middle}", U::percent},
    {M::withinBand, "within_band", "{Clusters} within the plan's band", U::number, true},
    {M::inPieces, "in_pieces", "{Clusters} in pieces", U::number, true},
    {M::mixed, "mixed", "{Clusters} that mix parished and unparished", U::number, true},
    {M::areasInNone, "areas_in_none", "Areas in no {cluster}"},
    {M::residentsInNone, "residents_in_none", "Residents in no {cluster}", U::number, true},
    {M::wholeFootprints, "whole_footprints", "Footprints whole in one {cluster}", U::share},
    {M::splitFootprints, "split_footprints", "{set}: footprints split"},
    {M::areasMoved, "areas_moved", "Areas that change {cluster}"},
    {M::residentsMoved, "residents_moved", "Residents who change {cluster}", U::number, true},
    {M::supports, "supports", "Local responses: supports"},
    {M::objects, "objects", "Local responses: objects"},
    {M::noView, "no_view", "Local responses: no view"},
    {M::notHeard, "not_heard", "Local councils with no response recorded"},
    {M::compactness, "mean_compactness", "Mean compactness", U::ratio, false, false},
    {M::openProblems, "open_problems", "Problems found by the checks, open"},
});

void replaceAll(std::string& text, std::string_view what, const std::string& with) {
    for (auto at = text.find(what); at != std::string::npos; at = text.find(what, at + with.size())) {
        text.replace(at, what.size(), with);
    }
}

std::string capitalised(std::string text) {
    if (!text.empty() && text.front() >= 'a' && text.front() <= 'z') {
        text.front() = static_cast<char>(text.front() - 'a' + 'A');
    }
    return text;
}

/// A figure as it is told, so that a difference of what is told adds up.
double told(double value, U unit) {
    switch (unit) {
    case U::number:
    case U::percent:
        return std::round(value);
    case U::share:
        return std::round(100 * value);
    case U::ratio:
        return std::round(100 * value) / 100;
    }
    return value;
}

std::string withUnit(double value, U unit) {
    switch (unit) {
    case U::number:
        return plan::withThousands(static_cast<std::int64_t>(value));
    case U::percent:
    case U::share:
        return plan::withThousands(static_cast<std::int64_t>(value)) + "%";
    case U::ratio:
        return fmt::format("{:.2f}", value);
    }
    return {};
}

} // namespace

std::span<const MeasureInfo> allArrangementMeasures() {
    return measures;
}

const MeasureInfo& infoOf(ArrangementMeasure measure) {
    const auto found = std::ranges::find(measures, measure, &MeasureInfo::measure);
    contract(found != measures.end(), "every measure is described");
    return *found;
}

std::string labelOf(const plan::Plan& plan, const ArrangementComparison& comparison, const ComparedRow& row) {
    const auto& settings = plan.settings();
    std::string label(infoOf(row.measure).label);
    replaceAll(label, "{clusters}", settings.clusterWordPlural);
    replaceAll(label, "{Clusters}", capitalised(settings.clusterWordPlural));
    replaceAll(label, "{cluster}", settings.clusterWord);
    replaceAll(label, "{middle}", comparison.fromTarget ? "target" : "mean");
    if (row.set != 0) {
        replaceAll(label, "{set}", plan::nameOf(plan, plan::RecordKind::footprintSet, row.set));
    }
    return label;
}

std::string inWords(const ComparedRow& row, std::size_t arrangement) {
    const auto& figure = row.figures[arrangement];
    const auto& info = infoOf(row.measure);
    if (!figure.value) {
        // A plan without a band has none to be within: that is no blank in its records.
        return info.measure == M::withinBand ? "no band set" : "not recorded";
    }
    const auto words = withUnit(told(*figure.value, info.unit), info.unit);
    if (!figure.partial) {
        return words;
    }
    return info.floor ? "at least " + words : words + " of what is recorded";
}

std::string differenceInWords(const ComparedRow& row, std::size_t arrangement) {
    const bool isDifference = row.measure == M::areasMoved || row.measure == M::residentsMoved;
    if (arrangement == 0 || isDifference || !row.differenceAt(arrangement)) {
        return {};
    }
    const auto unit = infoOf(row.measure).unit;
    const double difference = told(*row.figures[arrangement].value, unit) - told(*row.figures[0].value, unit);
    if (std::abs(difference) < 0.005) {
        return "same";
    }
    const auto* sign = difference > 0 ? "+" : "−";
    const auto size = std::abs(difference);
    const bool points = unit == U::percent || unit == U::share;
    return sign + withUnit(size, points ? U::number : unit) + (points ? " points" : "");
}

std::string clusterInWords(const plan::Plan& plan, plan::Id cluster) {
    return cluster == 0 ? "no " + plan.settings().clusterWord
                        : plan::nameOf(plan, plan::RecordKind::cluster, cluster);
}

std::string destinationInWords(const plan::Plan& plan, const AreaMove& move) {
    const auto to = clusterInWords(plan, move.to);
    return move.to != 0 && to == clusterInWords(plan, move.from) ? "another " + to : to;
}

std::vector<std::string> renamedInWords(const plan::Plan& plan, const ArrangementDifference& difference) {
    std::vector<std::string> words;
    for (const auto& match : difference.matches) {
        const auto before = clusterInWords(plan, match.before);
        const auto after = clusterInWords(plan, match.after);
        if (match.before != 0 && match.after != 0 && before != after) {
            words.push_back(fmt::format("{} and {}", before, after));
        }
    }
    return words;
}

} // namespace wardmote::analysis
