#include "app/analysis_json.h"

#include <cmath>

namespace wardmote::app {
namespace {

using plan::RecordKind;

Json referenceOrNull(const plan::Plan& plan, RecordKind kind, plan::Id id) {
    return id == 0 ? Json(nullptr) : reference(plan, kind, id);
}

Json valueOf(const analysis::ComparedFigure& figure) {
    return figure.value ? Json(std::round(*figure.value * 10'000) / 10'000) : Json(nullptr);
}

Json arrangementJson(const plan::Plan& plan, const analysis::ArrangementComparison& comparison,
                     std::size_t column) {
    const auto& measures = comparison.arrangements[column];
    auto json = reference(plan, RecordKind::arrangement, measures.arrangement);
    const auto* record = plan.find<plan::Arrangement>(measures.arrangement);
    json["status"] = nullptr;
    if (record && record->status) {
        json["status"] =
            plan::choicesOf<plan::ArrangementStatus>[static_cast<std::size_t>(*record->status)].key;
    }
    Json figures;
    auto split = Json::array();
    auto partial = Json::array();
    for (const auto& row : comparison.rows) {
        const auto& figure = row.figures[column];
        const auto key = std::string(analysis::infoOf(row.measure).key);
        if (figure.partial) {
            partial.push_back(key);
        }
        if (row.set != 0) {
            split.push_back(
                {{"set", reference(plan, RecordKind::footprintSet, row.set)}, {"split", valueOf(figure)}});
        } else {
            figures[key] = valueOf(figure);
        }
    }
    figures["split_footprints"] = split;
    json["measures"] = figures;
    json["partly_recorded"] = partial;
    auto clusters = Json::array();
    for (const auto& cluster : measures.clusters) {
        auto each = reference(plan, RecordKind::cluster, cluster.id);
        each["areas"] = cluster.areas.size();
        each["residents"] = orNull(cluster.residents);
        clusters.push_back(std::move(each));
    }
    json["clusters"] = clusters;
    return json;
}

Json differenceJson(const plan::Plan& plan, const analysis::ArrangementDifference& difference) {
    auto matches = Json::array();
    for (const auto& match : difference.matches) {
        matches.push_back({{"before", referenceOrNull(plan, RecordKind::cluster, match.before)},
                           {"after", referenceOrNull(plan, RecordKind::cluster, match.after)},
                           {"shared_areas", match.sharedAreas},
                           {"shared_residents", match.sharedResidents}});
    }
    auto moves = Json::array();
    for (const auto& move : difference.moves) {
        const auto* area = plan.find<plan::Area>(move.area);
        const auto* logged = plan.find<plan::Move>(move.loggedAs);
        auto each = reference(plan, RecordKind::area, move.area);
        each["code"] = area && !area->code.empty() ? Json(area->code) : Json(nullptr);
        each["from"] = referenceOrNull(plan, RecordKind::cluster, move.from);
        each["to"] = referenceOrNull(plan, RecordKind::cluster, move.to);
        each["residents"] = orNull(move.residents);
        each["reason"] = logged ? Json(logged->reason) : Json(nullptr);
        moves.push_back(std::move(each));
    }
    return {{"from", reference(plan, RecordKind::arrangement, difference.before)},
            {"to", reference(plan, RecordKind::arrangement, difference.after)},
            {"areas_moved", difference.moves.size()},
            {"residents_moved", orNull(difference.residentsMoved)},
            {"areas_moved_without_residents", difference.withoutResidents},
            {"clusters", matches},
            {"moves", moves}};
}

} // namespace

Json comparisonJson(const plan::Plan& plan, const analysis::ArrangementComparison& comparison,
                    const std::vector<analysis::ArrangementDifference>& differences) {
    auto arrangements = Json::array();
    for (std::size_t column = 0; column < comparison.arrangements.size(); ++column) {
        arrangements.push_back(arrangementJson(plan, comparison, column));
    }
    auto list = Json::array();
    for (const auto& difference : differences) {
        list.push_back(differenceJson(plan, difference));
    }
    return {{"status_quo", referenceOrNull(plan, RecordKind::arrangement, comparison.statusQuo)},
            {"deviation_from", comparison.fromTarget ? "target" : "mean"},
            {"arrangements", arrangements},
            {"differences", list}};
}

} // namespace wardmote::app
