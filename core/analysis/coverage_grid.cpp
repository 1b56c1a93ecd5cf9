#include "core/analysis/coverage_grid.h"

#include "core/analysis/clusters_membership.h"

#include <algorithm>
#include <set>
#include <tuple>
#include <unordered_map>

namespace wardmote::analysis {
namespace {

using plan::Id;
using plan::RecordKind;

constexpr std::size_t levels = plan::choicesOf<plan::ParticipationLevel>.size();

void sortUnique(std::vector<Id>& ids) {
    std::ranges::sort(ids);
    const auto rest = std::ranges::unique(ids);
    ids.erase(rest.begin(), rest.end());
}

/// A mechanism that covers one place of a row is not nominal there.
void settle(CoverageCell& cell) {
    sortUnique(cell.covered);
    sortUnique(cell.nominal);
    std::erase_if(cell.nominal, [&](Id id) { return std::ranges::binary_search(cell.covered, id); });
}

void addPlace(CoverageGridCell& cell, const CoverageCell& of, Id area) {
    cell.covered.insert(cell.covered.end(), of.covered.begin(), of.covered.end());
    cell.nominal.insert(cell.nominal.end(), of.nominal.begin(), of.nominal.end());
    (of.none() ? cell.areasNone : of.covered.empty() ? cell.areasNominal : cell.areasCovered).push_back(area);
}

/// Which row each area of a table stands in.
struct Rows {
    std::vector<Id> ids;
    std::vector<std::size_t> ofArea; ///< by row of the table
};

Rows areaRows(const CoverageTable& table) {
    Rows rows{table.areas, {}};
    for (std::size_t i = 0; i < table.areas.size(); ++i) {
        rows.ofArea.push_back(i);
    }
    return rows;
}

Rows clusterRows(const plan::Plan& plan, const CoverageTable& table, Id arrangement) {
    const auto membership = membershipOf(plan, arrangement ? arrangement : arrangementShown(plan));
    Rows rows;
    std::unordered_map<Id, std::size_t> rowOf;
    std::set<Id> used;
    for (const auto area : table.areas) {
        used.insert(membership.mainCluster(area));
    }
    for (const auto* cluster : membership.clusters) {
        if (used.contains(cluster->id)) { // of one cluster alone, the others' rows would be empty
            rowOf.emplace(cluster->id, rows.ids.size());
            rows.ids.push_back(cluster->id);
        }
    }
    if (used.contains(0)) {
        rowOf.emplace(0, rows.ids.size());
        rows.ids.push_back(0);
    }
    for (const auto area : table.areas) {
        rows.ofArea.push_back(rowOf.at(membership.mainCluster(area)));
    }
    return rows;
}

CoverageGrid gridOf(const plan::Plan& plan, const CoverageTable& table, Rows rows, CoverageGridKind kind) {
    CoverageGrid grid{kind, std::move(rows.ids), table.columns, {}};
    grid.cells.resize(grid.rows.size() * grid.columns.size());
    for (std::size_t area = 0; area < table.areas.size(); ++area) {
        for (std::size_t column = 0; column < table.columns.size(); ++column) {
            addPlace(grid.cells[rows.ofArea[area] * grid.columns.size() + column], table.at(area, column),
                     table.areas[area]);
        }
    }
    for (auto& cell : grid.cells) {
        settle(cell);
        cell.residentsNone = residentsOf(plan, cell.areasNone);
    }
    return grid;
}

/// Every mechanism in force that reaches one of the areas, once.
std::set<Id> reaching(const Coverage& coverage) {
    std::set<Id> ids;
    for (const auto* list : {&coverage.live, &coverage.inNameOnly}) {
        ids.insert(list->begin(), list->end());
    }
    return ids;
}

CoverageGrid participationGrid(const plan::Plan& plan, const Coverage& coverage) {
    CoverageGrid grid{CoverageGridKind::audienceParticipation, coverage.audiences.columns, {}, {}};
    for (std::size_t level = 0; level <= levels; ++level) {
        grid.columns.push_back(static_cast<Id>(level));
    }
    for (const auto& audience : plan.all<plan::Audience>()) {
        if (audience.everyone == true) {
            grid.rows.insert(grid.rows.begin(), audience.id);
        }
    }
    grid.cells.resize(grid.rows.size() * grid.columns.size());
    for (const auto id : reaching(coverage)) {
        const auto& mechanism = *plan.find<plan::Mechanism>(id);
        const auto level =
            mechanism.participation ? static_cast<std::size_t>(*mechanism.participation) : levels;
        const bool live = std::ranges::binary_search(coverage.live, id);
        for (std::size_t row = 0; row < grid.rows.size(); ++row) {
            const bool named = std::ranges::any_of(
                mechanism.audiences, [&](const auto& link) { return link.audience.id == grid.rows[row]; });
            if (named) {
                auto& cell = grid.cells[row * grid.columns.size() + level];
                (live ? cell.covered : cell.nominal).push_back(id);
            }
        }
    }
    return grid;
}

CoverageReach reachOf(const plan::Plan& plan, const CoverageTable& table, std::size_t column,
                      RecordKind kind) {
    CoverageGridCell all;
    for (std::size_t row = 0; row < table.areas.size(); ++row) {
        addPlace(all, table.at(row, column), table.areas[row]);
    }
    CoverageReach reach{kind,
                        table.columns[column],
                        std::move(all.areasCovered),
                        std::move(all.areasNominal),
                        std::move(all.areasNone),
                        {},
                        {},
                        std::move(all.covered)};
    reach.residentsNone = residentsOf(plan, reach.areasNone);
    reach.residentsNominal = residentsOf(plan, reach.areasNominal);
    reach.mechanisms.insert(reach.mechanisms.end(), all.nominal.begin(), all.nominal.end());
    sortUnique(reach.mechanisms);
    return reach;
}

} // namespace

Figure<int> residentsOf(const plan::Plan& plan, const std::vector<Id>& areas) {
    Figure<int> figure;
    for (const auto id : areas) {
        const auto* area = plan.find<plan::Area>(id);
        if (area && area->residents) {
            figure.value = figure.value.value_or(0) + *area->residents;
            figure.records.push_back({RecordKind::area, id});
        } else {
            figure.atLeast = true;
        }
    }
    std::ranges::sort(figure.records);
    figure.atLeast = figure.atLeast && figure.value;
    return figure;
}

CoverageGrid coverageGrid(const plan::Plan& plan, const Coverage& coverage, CoverageGridKind kind,
                          Id arrangement) {
    switch (kind) {
    case CoverageGridKind::clusterTheme:
        return gridOf(plan, coverage.themes, clusterRows(plan, coverage.themes, arrangement), kind);
    case CoverageGridKind::clusterAudience:
        return gridOf(plan, coverage.audiences, clusterRows(plan, coverage.audiences, arrangement), kind);
    case CoverageGridKind::areaTheme:
        return gridOf(plan, coverage.themes, areaRows(coverage.themes), kind);
    case CoverageGridKind::areaAudience:
        return gridOf(plan, coverage.audiences, areaRows(coverage.audiences), kind);
    case CoverageGridKind::audienceParticipation:
        break;
    }
    return participationGrid(plan, coverage);
}

std::string rowName(const plan::Plan& plan, const CoverageGrid& grid, std::size_t row) {
    const auto id = grid.rows[row];
    switch (grid.kind) {
    case CoverageGridKind::clusterTheme:
    case CoverageGridKind::clusterAudience:
        return id == 0 ? "In no " + plan.settings().clusterWord : plan::nameOf(plan, RecordKind::cluster, id);
    case CoverageGridKind::areaTheme:
    case CoverageGridKind::areaAudience:
        return plan::nameOf(plan, RecordKind::area, id);
    case CoverageGridKind::audienceParticipation:
        break;
    }
    return plan::nameOf(plan, RecordKind::audience, id);
}

std::string columnName(const plan::Plan& plan, const CoverageGrid& grid, std::size_t column) {
    const auto id = grid.columns[column];
    switch (grid.kind) {
    case CoverageGridKind::clusterTheme:
    case CoverageGridKind::areaTheme:
        return plan::nameOf(plan, RecordKind::theme, id);
    case CoverageGridKind::clusterAudience:
    case CoverageGridKind::areaAudience:
        return plan::nameOf(plan, RecordKind::audience, id);
    case CoverageGridKind::audienceParticipation:
        break;
    }
    const auto level = static_cast<std::size_t>(id);
    return level < levels ? std::string(plan::choicesOf<plan::ParticipationLevel>[level].label)
                          : "Not recorded";
}

std::vector<CoverageReach> coverageGaps(const plan::Plan& plan, const Coverage& coverage) {
    std::vector<CoverageReach> gaps;
    const auto add = [&](const CoverageTable& table, RecordKind kind) {
        for (std::size_t column = 0; column < table.columns.size() && !table.areas.empty(); ++column) {
            if (auto reach = reachOf(plan, table, column, kind); !reach.everywhere()) {
                gaps.push_back(std::move(reach));
            }
        }
    };
    add(coverage.themes, RecordKind::theme);
    add(coverage.audiences, RecordKind::audience);
    std::ranges::stable_sort(gaps, std::greater{}, [](const CoverageReach& gap) {
        return std::tuple(gap.residentsNone.value.value_or(0), gap.residentsNominal.value.value_or(0),
                          gap.areasNone.size(), gap.areasNominal.size());
    });
    return gaps;
}

std::vector<CoverageReach> protectedCharacteristics(const plan::Plan& plan, const Coverage& coverage) {
    std::vector<CoverageReach> reaches;
    const auto& table = coverage.audiences;
    for (std::size_t column = 0; column < table.columns.size(); ++column) {
        if (plan.find<plan::Audience>(table.columns[column])->protectedCharacteristic != true) {
            continue;
        }
        auto reach = reachOf(plan, table, column, RecordKind::audience);
        std::erase_if(reach.mechanisms, [&](Id id) {
            return std::ranges::none_of(plan.find<plan::Mechanism>(id)->audiences,
                                        [&](const auto& link) { return link.audience.id == reach.of; });
        });
        reaches.push_back(std::move(reach));
    }
    return reaches;
}

} // namespace wardmote::analysis
