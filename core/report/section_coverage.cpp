#include "core/report/scope.h"
#include "core/report/wording.h"

#include <algorithm>

namespace wardmote::report {

namespace {

void addTable(Document& document, const Scope& scope, const analysis::CoverageTable& coverage,
              plan::RecordKind kind, const char* heading, const std::string& caption) {
    Table table;
    table.caption = caption;
    table.columns = {{heading, Align::left, 2.6},
                     {"Areas covered", Align::right, 1.2},
                     {"In name only", Align::right, 1.2},
                     {"No mechanism", Align::right, 1.2}};
    table.whenEmpty = "not recorded for any mechanism.";
    std::vector<std::string> everywhere;
    std::vector<std::string> nowhere;
    for (std::size_t column = 0; column < coverage.columns.size(); ++column) {
        std::size_t covered = 0;
        std::size_t nominal = 0;
        std::size_t none = 0;
        for (std::size_t row = 0; row < coverage.areas.size(); ++row) {
            const auto& cell = coverage.at(row, column);
            covered += cell.covered.empty() ? 0 : 1;
            nominal += cell.covered.empty() && !cell.nominal.empty() ? 1 : 0;
            none += cell.none() ? 1 : 0;
        }
        if (covered == coverage.areas.size()) {
            everywhere.push_back(plan::nameOf(*scope.whole, kind, coverage.columns[column]));
            continue;
        }
        if (none == coverage.areas.size()) {
            nowhere.push_back(plan::nameOf(*scope.whole, kind, coverage.columns[column]));
            continue;
        }
        table.rows.push_back({{plan::nameOf(*scope.whole, kind, coverage.columns[column]),
                               std::to_string(covered), std::to_string(nominal), std::to_string(none)},
                              false});
    }
    if (!everywhere.empty()) {
        document.paragraph(
            {{std::string(heading) + (everywhere.size() == 1 ? "" : "s") + " covered in every area: ",
              true,
              {}},
             {joined(everywhere) + ".", false, {}}});
    }
    if (!nowhere.empty()) {
        document.paragraph({{std::string(heading) + (nowhere.size() == 1 ? "" : "s") +
                                 " with no mechanism recorded anywhere: ",
                             true,
                             {}},
                            {joined(nowhere) + ".", false, {}}});
    }
    if (!table.rows.empty() || (everywhere.empty() && nowhere.empty())) {
        document.add(std::move(table));
    }
}

std::string rate(const analysis::CoverageRate& value, const char* what) {
    return counted(value.areas, "area", "areas") + " " + what + ": " +
           counted(value.mechanisms, "mechanism", "mechanisms") +
           (value.perTenThousand ? ", " + decimal(*value.perTenThousand, 1) + " for every 10,000 residents"
                                 : std::string{}) +
           "; " + std::to_string(value.withoutLocalCouncils) + " of them not led by a local council.";
}

} // namespace

void addCoverage(Document& document, const Scope& scope) {
    const auto& coverage = scope.coverage;
    document.heading(1, "Coverage in brief");
    document.paragraph(
        "An area counts as covered for a theme if an active mechanism that names an audience and has met "
        "within twelve months serves it. Anything less is coverage in name only. What is not recorded "
        "may exist all the same.");
    std::vector<Spans> points;
    if (coverage.parished.areas > 0) {
        points.push_back({{rate(coverage.parished, "parished"), false, {}}});
    }
    if (coverage.unparished.areas > 0) {
        points.push_back({{rate(coverage.unparished, "unparished"), false, {}}});
    }
    if (!coverage.areasWithout.empty()) {
        std::vector<std::string> names;
        for (const auto id : coverage.areasWithout) {
            names.push_back(plan::nameOf(*scope.whole, plan::RecordKind::area, id));
        }
        points.push_back({{"No mechanism at all is recorded for " + joined(names) + ".", false, {}}});
    }
    if (!points.empty()) {
        document.add(List{false, std::move(points)});
    }
    const auto areas = counted(coverage.themes.areas.size(), "area", "areas");
    addTable(document, scope, coverage.themes, plan::RecordKind::theme, "Theme",
             "Themes covered in some areas only: how many of the " + areas);
    addTable(document, scope, coverage.audiences, plan::RecordKind::audience, "Audience",
             "Audiences covered in some areas only: how many of the " + areas);
}

} // namespace wardmote::report
