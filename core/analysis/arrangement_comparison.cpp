#include "core/analysis/arrangement_comparison.h"

#include "core/analysis/arrangement_column.h"

#include <algorithm>
#include <tuple>

namespace wardmote::analysis {
namespace {

using plan::Id;
using M = ArrangementMeasure;

std::vector<Id> columnsFor(const plan::Plan& plan, std::span<const Id> asked, Id statusQuo) {
    std::vector<Id> columns;
    const auto add = [&](Id id) {
        if (plan.find<plan::Arrangement>(id) && std::ranges::find(columns, id) == columns.end()) {
            columns.push_back(id);
        }
    };
    add(statusQuo);
    std::ranges::for_each(asked, add);
    return columns;
}

std::vector<Id> setsByName(const plan::Plan& plan) {
    std::vector<const plan::FootprintSet*> sets;
    for (const auto& each : plan.all<plan::FootprintSet>()) {
        sets.push_back(&each);
    }
    std::ranges::sort(sets, {},
                      [](const plan::FootprintSet* each) { return std::tie(each->name, each->id); });
    std::vector<Id> ids;
    for (const auto* each : sets) {
        ids.push_back(each->id);
    }
    return ids;
}

} // namespace

std::optional<double> ComparedRow::differenceAt(std::size_t arrangement) const {
    const auto& now = figures.front().value;
    const auto& then = figures[arrangement].value;
    return now && then ? std::optional(*then - *now) : std::nullopt;
}

const ComparedRow* ArrangementComparison::row(ArrangementMeasure measure, Id set) const {
    const auto found = std::ranges::find_if(
        rows, [&](const ComparedRow& each) { return each.measure == measure && each.set == set; });
    return found == rows.end() ? nullptr : &*found;
}

Id statusQuoOf(const plan::Plan& plan) {
    const plan::Arrangement* asNow = nullptr;
    for (const auto& each : plan.all<plan::Arrangement>()) {
        if (each.status == plan::ArrangementStatus::asNow &&
            (!asNow || std::tie(each.name, each.id) < std::tie(asNow->name, asNow->id))) {
            asNow = &each;
        }
    }
    const auto inForce = plan.settings().arrangementInForce;
    return asNow ? asNow->id : plan.find(inForce) ? inForce.id : 0;
}

ArrangementComparison compareArrangements(const plan::Plan& plan, std::span<const Id> arrangements,
                                          const Neighbours* neighbours, plan::Date today) {
    ArrangementComparison result;
    result.statusQuo = statusQuoOf(plan);
    for (const auto id : columnsFor(plan, arrangements, result.statusQuo)) {
        result.arrangements.push_back(measuredClusters(plan, id, neighbours));
    }
    if (result.arrangements.empty()) {
        return result;
    }
    // A target of the mean has another value for each number of clusters, so it is the mean that is meant.
    const auto& target = result.arrangements.front().target;
    result.fromTarget = target && target->residents && !target->fromMean;
    std::vector<ArrangementColumn> columns;
    for (const auto& measures : result.arrangements) {
        auto& column = columns.emplace_back(plan, measures, result.fromTarget);
        result.differences.push_back(
            differenceOf(plan, result.arrangements.front().arrangement, measures.arrangement));
        column.countMoves(result.differences.back());
        column.countProblems(
            judgedChecks(plan, neighbours, {.today = today, .arrangement = measures.arrangement}));
    }
    const auto addRow = [&](M measure, Id footprintSet) {
        ComparedRow row{measure, footprintSet, {}};
        for (const auto& column : columns) {
            row.figures.push_back(column.at(measure, footprintSet));
        }
        result.rows.push_back(std::move(row));
    };
    const auto sets = setsByName(plan);
    for (const auto& info : allArrangementMeasures()) {
        if (info.measure != M::splitFootprints) {
            addRow(info.measure, 0);
            continue;
        }
        std::ranges::for_each(sets, [&](Id each) { addRow(info.measure, each); });
    }
    return result;
}

} // namespace wardmote::analysis
