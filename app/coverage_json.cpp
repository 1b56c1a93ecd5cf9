#include "app/analysis_json.h"

namespace wardmote::app {
namespace {

using plan::RecordKind;

Json references(const plan::Plan& plan, RecordKind kind, const std::vector<plan::Id>& ids) {
    auto list = Json::array();
    for (const auto id : ids) {
        list.push_back(reference(plan, kind, id));
    }
    return list;
}

Json figure(const analysis::Figure<int>& residents) {
    return {{"value", orNull(residents.value)}, {"at_least", residents.atLeast}};
}

Json gridJson(const plan::Plan& plan, const analysis::Coverage& coverage, analysis::CoverageGridKind kind) {
    const auto grid = analysis::coverageGrid(plan, coverage, kind);
    auto cells = Json::array();
    for (std::size_t row = 0; row < grid.rows.size(); ++row) {
        for (std::size_t column = 0; column < grid.columns.size(); ++column) {
            const auto& cell = grid.at(row, column);
            Json one{{"row", analysis::rowName(plan, grid, row)},
                     {"column", analysis::columnName(plan, grid, column)},
                     {"covered", references(plan, RecordKind::mechanism, cell.covered)},
                     {"nominal", references(plan, RecordKind::mechanism, cell.nominal)}};
            if (kind != analysis::CoverageGridKind::audienceParticipation) {
                one["areas_covered"] = cell.areasCovered.size();
                one["areas_nominal"] = cell.areasNominal.size();
                one["areas_none"] = cell.areasNone.size();
                one["residents_none"] = figure(cell.residentsNone);
            }
            cells.push_back(std::move(one));
        }
    }
    return cells;
}

Json reachJson(const plan::Plan& plan, const analysis::CoverageReach& reach) {
    return {{reach.kind == RecordKind::theme ? "theme" : "audience", reference(plan, reach.kind, reach.of)},
            {"areas_covered", reach.areasCovered.size()},
            {"areas_nominal", references(plan, RecordKind::area, reach.areasNominal)},
            {"areas_none", references(plan, RecordKind::area, reach.areasNone)},
            {"residents_nominal", figure(reach.residentsNominal)},
            {"residents_none", figure(reach.residentsNone)},
            {"mechanisms", references(plan, RecordKind::mechanism, reach.mechanisms)}};
}

Json reachesJson(const plan::Plan& plan, const std::vector<analysis::CoverageReach>& reaches) {
    auto list = Json::array();
    for (const auto& reach : reaches) {
        list.push_back(reachJson(plan, reach));
    }
    return list;
}

Json rateJson(const analysis::CoverageRate& rate) {
    return {{"areas", rate.areas},
            {"residents", figure(rate.residents)},
            {"mechanisms", rate.mechanisms},
            {"without_local_councils", rate.withoutLocalCouncils},
            {"per_ten_thousand", orNull(rate.perTenThousand)},
            {"per_ten_thousand_without_local_councils", orNull(rate.perTenThousandWithoutLocalCouncils)}};
}

} // namespace

Json coverageJson(const plan::Plan& plan, const analysis::Coverage& coverage) {
    using Kind = analysis::CoverageGridKind;
    return {
        {"areas", coverage.themes.areas.size()},
        {"gaps", reachesJson(plan, analysis::coverageGaps(plan, coverage))},
        {"protected_characteristics", reachesJson(plan, analysis::protectedCharacteristics(plan, coverage))},
        {"cluster_by_theme", gridJson(plan, coverage, Kind::clusterTheme)},
        {"cluster_by_audience", gridJson(plan, coverage, Kind::clusterAudience)},
        {"audience_by_participation", gridJson(plan, coverage, Kind::audienceParticipation)},
        {"parished", rateJson(coverage.parished)},
        {"unparished", rateJson(coverage.unparished)},
        {"areas_without", references(plan, RecordKind::area, coverage.areasWithout)},
        {"place_not_recorded", references(plan, RecordKind::mechanism, coverage.placeNotRecorded)}};
}

} // namespace wardmote::app
