#include "app/what_if_json.h"

#include "core/plan/wording.h"

#include <cmath>

namespace wardmote::app {
namespace {

using analysis::LineChange;
using analysis::LineChanges;
using analysis::WeighedLine;
using plan::RecordKind;

Json amount(WeighedLine line, const std::optional<double>& value) {
    const double scale = analysis::isMoney(line) ? 0.01 : 1;
    return value ? Json(std::round(*value * scale * 10'000) / 10'000) : Json(nullptr);
}

/// Where the plan does not say what an hour is worth, the value of staff time is null, as all that is not
/// recorded.
Json linesJson(const LineChanges& lines) {
    Json json = Json::object();
    for (const auto line : analysis::weighedLines) {
        const auto& change = lines.at(line);
        json[std::string(analysis::keyOf(line))] = {{"before", amount(line, change.before)},
                                                    {"after", amount(line, change.after)},
                                                    {"saved", amount(line, change.saved())},
                                                    {"before_at_least", change.beforeAtLeast},
                                                    {"after_at_least", change.afterAtLeast}};
    }
    return json;
}

Json oneOffJson(const std::optional<plan::Money>& cost, const std::optional<double>& hours) {
    return {{"cost", cost ? Json(static_cast<double>(cost->pence) / 100) : Json(nullptr)},
            {"hours", orNull(hours)}};
}

template<class Read>
Json both(const analysis::LoadChange& change, Read read) {
    return {{"before", read(change.before)}, {"after", read(change.after)}};
}

Json loadJson(const plan::Plan& plan, const analysis::LoadChanges& load) {
    auto bodies = Json::array();
    for (const auto& change : load.bodies) {
        const auto* kind = change.kind == RecordKind::role ? "role" : "organisation";
        using Side = analysis::LoadSide;
        bodies.push_back(
            {{kind, reference(plan, change.kind, change.body)},
             {"changed", change.isChanged()},
             {"mechanisms", both(change, [](const Side& side) { return side.mechanisms; })},
             {"meetings", both(change, [](const Side& side) { return orNull(side.meetings); })},
             {"by_topic", both(change, [](const Side& side) { return side.byTopic; })},
             {"paid_hours", both(change, [](const Side& side) { return orNull(side.paid.value); })},
             {"unpaid_hours", both(change, [](const Side& side) { return orNull(side.unpaid.value); })},
             {"weeks_over", both(change, [](const Side& side) { return side.weeksOver; })},
             {"months_over", both(change, [](const Side& side) { return side.monthsOver; })}});
    }
    return {{"year", load.year},
            {"meetings_a_week_limit", orNull(load.weekLimit)},
            {"meetings_a_month_limit", orNull(load.monthLimit)},
            {"changed", load.changed},
            {"over_limit", {{"before", load.overBefore}, {"after", load.overAfter}}},
            {"undated_mechanisms", {{"before", load.undatedBefore}, {"after", load.undatedAfter}}},
            {"bodies", bodies}};
}

Json references(const plan::Plan& plan, RecordKind kind, const std::vector<plan::Id>& ids) {
    auto list = Json::array();
    for (const auto id : ids) {
        list.push_back(reference(plan, kind, id));
    }
    return list;
}

Json changeJson(const plan::Plan& plan, const analysis::ChangeEffect& effect) {
    const auto& step = effect.step;
    auto blanks = Json::array();
    for (const auto* field : effect.blanks) {
        blanks.push_back(field->key);
    }
    return {{"mechanism", reference(plan, RecordKind::mechanism, step.mechanism)},
            {"action", plan::choicesOf<plan::WhatToDo>[static_cast<std::size_t>(step.action)].key},
            {"into", step.into ? reference(plan, RecordKind::mechanism, step.into) : Json(nullptr)},
            {"takes_up", references(plan, RecordKind::mechanism, step.takesUp)},
            {"hosts", references(plan, RecordKind::mechanism, step.hosts)},
            {"counted", effect.counted},
            {"problem", step.problem ? Json(analysis::inWords(*step.problem)) : Json(nullptr)},
            {"blanks", blanks},
            {"lines", linesJson(effect.lines)},
            {"one_off", oneOffJson(effect.oneOffCost, effect.oneOffHours)}};
}

Json lossesJson(const plan::Plan& plan, const analysis::Losses& losses) {
    auto coverage = Json::array();
    for (const auto& loss : losses.coverage) {
        const auto kind = loss.audience ? RecordKind::audience : RecordKind::theme;
        coverage.push_back({{loss.audience ? "audience" : "theme", reference(plan, kind, loss.column)},
                            {"becomes", loss.toNominal ? "nominal" : "none"},
                            {"areas", references(plan, RecordKind::area, loss.areas)},
                            {"residents", orNull(loss.residents.value)}});
    }
    auto attendance = Json::array();
    for (const auto& each : losses.attendance) {
        attendance.push_back({{"mechanism", reference(plan, RecordKind::mechanism, each.mechanism)},
                              {"public_usually", orNull(each.publicUsually)}});
    }
    return {{"coverage", coverage},
            {"residents_affected", orNull(losses.residentsAffected.value)},
            {"areas_without", references(plan, RecordKind::area, losses.areasWithout)},
            {"attendance", attendance},
            {"furthest_kilometres",
             {{"before", orNull(losses.furthestBefore)}, {"after", orNull(losses.furthestAfter)}}},
            {"statutory", references(plan, RecordKind::mechanism, losses.statutory)},
            {"statutory_not_recorded", references(plan, RecordKind::mechanism, losses.statutoryNotRecorded)},
            {"duplicates", {{"before", losses.duplicatesBefore}, {"after", losses.duplicatesAfter.size()}}}};
}

} // namespace

Json whatIfJson(const plan::Plan& plan, const analysis::WhatIf& weighed, const analysis::LoadChanges& load) {
    auto changes = Json::array();
    for (const auto& effect : weighed.changes) {
        changes.push_back(changeJson(plan, effect));
    }
    auto bearers = Json::array();
    for (const auto& bearer : weighed.bearers) {
        bearers.push_back(
            {{"organisation",
              bearer.bearer ? reference(plan, RecordKind::organisation, bearer.bearer) : Json(nullptr)},
             {"lines", linesJson(bearer.lines)},
             {"one_off", oneOffJson(bearer.oneOffCost, bearer.oneOffHours)}});
    }
    auto clusters = Json::array();
    for (const auto& cluster : weighed.clusters) {
        clusters.push_back(
            {{"cluster", reference(plan, RecordKind::cluster, cluster.cluster)},
             {"mechanisms", {{"before", cluster.mechanismsBefore}, {"after", cluster.mechanismsAfter}}},
             {"lines", linesJson(cluster.lines)}});
    }
    return {{"scenario", reference(plan, RecordKind::scenario, weighed.scenario)},
            {"mechanisms", {{"before", weighed.mechanismsBefore}, {"after", weighed.mechanismsAfter}}},
            {"not_counted", weighed.notCounted()},
            {"lines", linesJson(weighed.total)},
            {"one_off", oneOffJson(weighed.oneOffCost, weighed.oneOffHours)},
            {"changes", changes},
            {"bearers", bearers},
            {"clusters", clusters},
            {"load", loadJson(plan, load)},
            {"losses", lossesJson(plan, weighed.losses)}};
}

} // namespace wardmote::app
