#include "app/analysis_json.h"

#include "core/analysis/explanation.h"

#include <algorithm>
#include <cmath>

namespace wardmote::app {
namespace {

using plan::RecordKind;

/// Scores are told to four digits: the same on every machine.
Json rounded(const std::optional<double>& value) {
    return value ? Json(std::round(*value * 10'000) / 10'000) : Json(nullptr);
}

Json pounds(const std::optional<plan::Money>& money) {
    return money ? Json(static_cast<double>(money->pence) / 100) : Json(nullptr);
}

Json references(const plan::Plan& plan, RecordKind kind, const std::vector<plan::Id>& ids) {
    auto list = Json::array();
    for (const auto id : ids) {
        list.push_back(reference(plan, kind, id));
    }
    return list;
}

std::string lowered(std::string_view text) {
    std::string lower(text);
    std::ranges::transform(lower, lower.begin(),
                           [](char c) { return c >= 'A' && c <= 'Z' ? char(c + 32) : c; });
    return lower;
}

Json areaJson(const plan::Plan& plan, plan::Id id) {
    const auto* area = plan.find<plan::Area>(id);
    Json json{{"code", nullptr}, {"name", plan::nameOf(plan, RecordKind::area, id)}, {"kind", nullptr}};
    if (area && !area->code.empty()) {
        json["code"] = area->code;
    }
    if (area && area->kind) {
        json["kind"] = plan::choicesOf<plan::AreaKind>[static_cast<std::size_t>(*area->kind)].key;
    }
    return json;
}

/// The records that a component was made from.
Json comparisonJson(const plan::Plan& plan, RecordKind kind, const analysis::Comparison& comparison) {
    return {{"shared", references(plan, kind, comparison.shared)},
            {"only_a", references(plan, kind, comparison.onlyA)},
            {"only_b", references(plan, kind, comparison.onlyB)},
            {"not_counted", references(plan, kind, comparison.notCounted)}};
}

Json weightsJson(const plan::Settings& settings) {
    return {{"place", settings.weightPlace},
            {"purpose", settings.weightPurpose},
            {"audience", settings.weightAudience},
            {"attendance", settings.weightAttendance}};
}

Json pairJson(const plan::Plan& plan, const analysis::Pair& pair, const analysis::PairExplainer& explainer) {
    const auto explanation = explainer.explain(pair.a, pair.b);
    auto evidence = Json::array();
    for (const auto& item : explanation.evidence) {
        auto records = Json::array();
        for (const auto& record : item.records) {
            auto json = reference(plan, record.kind, record.id);
            json["record"] = plan::recordInfo(record.kind).table;
            records.push_back(std::move(json));
        }
        evidence.push_back({{"kind", analysis::keyOf(item.kind)}, {"text", item.text}, {"records", records}});
    }
    const auto& costs = explanation.smallerCosts;
    return {{"a", reference(plan, RecordKind::mechanism, pair.a)},
            {"b", reference(plan, RecordKind::mechanism, pair.b)},
            {"score", rounded(pair.score)},
            {"confidence", rounded(pair.confidence)},
            {"class", analysis::keyOf(pair.kind)},
            {"components",
             {{"place", rounded(pair.components.place)},
              {"purpose", rounded(pair.components.purpose)},
              {"audience", rounded(pair.components.audience)},
              {"attendance", rounded(pair.components.attendance)}}},
            {"containment", rounded(pair.containment)},
            {"place_by_areas", pair.placeByAreas},
            {"behind",
             {{"place", comparisonJson(plan, RecordKind::area, explanation.place)},
              {"purpose", comparisonJson(plan, RecordKind::theme, explanation.purpose)},
              {"audience", comparisonJson(plan, RecordKind::audience, explanation.audience)},
              {"attendance", comparisonJson(plan, RecordKind::organisation, explanation.attendance)}}},
            {"relation", explanation.relation.empty() ? Json() : Json(explanation.relation)},
            {"in_part", pair.inPart},
            {"by_name", pair.byName},
            {"evidence", evidence},
            {"smaller", reference(plan, RecordKind::mechanism, pair.smaller)},
            {"smaller_costs",
             {{"spending", pounds(costs.spending.value)},
              {"staff_hours", rounded(costs.staffHours.value)},
              {"unpaid_hours", rounded(costs.unpaidHours.value)}}}};
}

} // namespace

static Json acceptanceJson(const plan::Acceptance* accepted) {
    if (!accepted) {
        return nullptr;
    }
    const auto orNull = [](const std::string& text) { return text.empty() ? Json() : Json(text); };
    return {{"reason", accepted->reason},
            {"by", orNull(accepted->acceptedBy)},
            {"at", accepted->acceptedOn ? Json(accepted->acceptedOn->iso()) : Json()}};
}

Json checksJson(const plan::Plan& plan, const std::vector<analysis::JudgedBreach>& judged) {
    auto problems = Json::array();
    for (const auto& [breach, accepted] : judged) {
        auto records = Json::array();
        for (const auto& link : breach.records) {
            auto record = reference(plan, link.kind, link.id);
            record["record"] = plan::recordInfo(link.kind).table;
            records.push_back(std::move(record));
        }
        problems.push_back({{"rule", breach.rule->id},
                            {"severity", lowered(analysis::labelOf(breach.rule->severity))},
                            {"message", breach.message},
                            {"records", records},
                            {"accepted", acceptanceJson(accepted)}});
    }
    return {{"problems", problems}};
}

Json duplicationJson(const plan::PlanRef& plan, const analysis::Duplication& duplication, plan::Date today) {
    const analysis::PairExplainer explainer(plan, today);
    auto pairs = Json::array();
    for (const auto& pair : duplication.pairs) {
        pairs.push_back(pairJson(*plan, pair, explainer));
    }
    auto notEnough = Json::array();
    for (const auto& pair : duplication.notEnough) {
        auto missing = Json::array();
        for (const auto& blank : pair.missing) {
            missing.push_back({{"mechanism", reference(*plan, RecordKind::mechanism, blank.mechanism)},
                               {"field", blank.field->key}});
        }
        notEnough.push_back({{"a", reference(*plan, RecordKind::mechanism, pair.a)},
                             {"b", reference(*plan, RecordKind::mechanism, pair.b)},
                             {"missing", missing}});
    }
    auto families = Json::array();
    for (const auto& family : duplication.families) {
        families.push_back({{"mechanisms", references(*plan, RecordKind::mechanism, family.mechanisms)},
                            {"weakest", rounded(family.weakest)}});
    }
    return {{"pairs", pairs},
            {"not_enough_recorded", notEnough},
            {"families", families},
            {"compared", duplication.compared},
            {"not_enough_recorded_in_all", duplication.notEnoughInAll},
            {"attend_over_half", references(*plan, RecordKind::organisation, duplication.attendOverHalf)},
            {"weights", weightsJson(plan->settings())}};
}

Json overlapJson(const plan::Plan& plan, const analysis::Overlap& overlap) {
    auto services = Json::array();
    for (const auto& service : overlap.services) {
        services.push_back({{"service", reference(plan, RecordKind::organisation, service.service)},
                            {"mechanisms", references(plan, RecordKind::mechanism, service.mechanisms)},
                            {"shared", references(plan, RecordKind::mechanism, service.shared)},
                            {"hours", rounded(service.hours.value)},
                            {"hours_shared", rounded(service.hoursShared.value)},
                            {"hours_not_shared", rounded(service.hoursNotShared.value)},
                            {"mechanisms_without_hours", service.hoursUnknown}});
    }
    auto pairs = Json::array();
    for (const auto& pair : overlap.pairs) {
        pairs.push_back({{"a", idText(overlap.services[pair.first].service)},
                         {"b", idText(overlap.services[pair.second].service)},
                         {"pairs", pair.pairs},
                         {"mechanisms", references(plan, RecordKind::mechanism, pair.mechanisms)},
                         {"areas", references(plan, RecordKind::area, pair.areas)},
                         {"residents", orNull(pair.residents.value)},
                         {"hours_a", rounded(pair.hoursFirst.value)},
                         {"hours_b", rounded(pair.hoursSecond.value)}});
    }
    auto combinations = Json::array();
    for (const auto& combination : overlap.combinations) {
        auto members = Json::array();
        for (const auto index : combination.services) {
            members.push_back(reference(plan, RecordKind::organisation, overlap.services[index].service));
        }
        auto areas = Json::array();
        for (const auto id : combination.areas) {
            areas.push_back(areaJson(plan, id));
        }
        combinations.push_back(
            {{"services", members}, {"areas", areas}, {"residents", orNull(combination.residents.value)}});
    }
    return {{"services", services},
            {"pairs", pairs},
            {"combinations", combinations},
            {"place_not_recorded", references(plan, RecordKind::mechanism, overlap.placeNotRecorded)},
            {"service_not_recorded", references(plan, RecordKind::mechanism, overlap.serviceNotRecorded)}};
}

Json clustersJson(const plan::Plan& plan, const analysis::ArrangementMeasures& measures) {
    auto clusters = Json::array();
    for (const auto& cluster : measures.clusters) {
        auto areas = Json::array();
        for (const auto id : cluster.areas) {
            areas.push_back(areaJson(plan, id));
        }
        auto shared = Json::array();
        for (const auto& area : cluster.shared) {
            shared.push_back(areaJson(plan, area.area));
        }
        const auto* record = plan.find<plan::Cluster>(cluster.id);
        const auto phase = record ? record->phase : std::string();
        clusters.push_back({{"id", idText(cluster.id)},
                            {"name", cluster.name},
                            {"phase", phase.empty() ? Json(nullptr) : Json(phase)},
                            {"areas", areas},
                            {"shared_areas", shared},
                            {"residents", orNull(cluster.residents)},
                            {"areas_without_residents", cluster.areasWithoutResidents.size()},
                            {"deviation_percent", rounded(cluster.deviationPercent)},
                            {"deviation_from_mean_percent", rounded(cluster.deviationFromMeanPercent)},
                            {"parished_share", rounded(cluster.parishedShareOfResidents)},
                            {"unparished_share", rounded(cluster.unparishedShareOfResidents)},
                            {"contiguous", orNull(cluster.contiguous)},
                            {"pieces", cluster.pieces.size()},
                            {"compactness", rounded(cluster.compactness)},
                            {"deprivation_score", rounded(cluster.deprivationScore)}});
    }
    auto unassigned = Json::array();
    for (const auto id : measures.unassigned) {
        unassigned.push_back(areaJson(plan, id));
    }
    Json arrangement = nullptr;
    if (measures.arrangement != 0) {
        arrangement = {{"id", idText(measures.arrangement)}, {"name", measures.name}};
    }
    return {{"arrangement", arrangement}, {"clusters", clusters}, {"unassigned", unassigned}};
}

} // namespace wardmote::app
