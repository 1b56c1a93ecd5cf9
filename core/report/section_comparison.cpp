#include "core/report/scope.h"
#include "core/report/wording.h"

#include <algorithm>
#include <map>
#include <tuple>

namespace wardmote::report {

namespace {

using analysis::ArrangementComparison;
using analysis::ArrangementDifference;
using analysis::ComparedRow;

constexpr std::size_t optionsInTable = 3; ///< beside the status quo, so that a page is wide enough
constexpr std::size_t movesOneByOne = 25; ///< above it, they are told by where from and where to

bool isSaid(const ComparedRow& row) {
    return analysis::infoOf(row.measure).forReports &&
           std::ranges::any_of(row.figures, [](const auto& figure) { return figure.value.has_value(); });
}

std::string cellOf(const ComparedRow& row, std::size_t arrangement) {
    const auto difference = analysis::differenceInWords(row, arrangement);
    return analysis::inWords(row, arrangement) +
           (difference.empty() ? std::string{} : " (" + difference + ")");
}

/// The status quo and some of the options.
Table measuresTable(const Scope& scope, std::size_t from, std::size_t to) {
    const auto& comparison = scope.comparison;
    Table table;
    table.caption = "Arrangements by the same measures";
    table.columns.push_back({"Measure", Align::left, 2});
    table.columns.push_back({comparison.arrangements.front().name, Align::right, 1.2});
    for (auto option = from; option < to; ++option) {
        table.columns.push_back({comparison.arrangements[option].name, Align::right, 1.6});
    }
    for (const auto& row : comparison.rows) {
        if (!isSaid(row)) {
            continue;
        }
        std::vector<std::string> cells{analysis::labelOf(*scope.whole, comparison, row), cellOf(row, 0)};
        for (auto option = from; option < to; ++option) {
            cells.push_back(cellOf(row, option));
        }
        table.rows.push_back({std::move(cells)});
    }
    return table;
}

bool anyReason(const ArrangementDifference& difference) {
    return std::ranges::any_of(difference.moves,
                               [](const analysis::AreaMove& move) { return move.loggedAs != 0; });
}

Table movesTable(const Scope& scope, const ArrangementDifference& difference) {
    const bool reasons = anyReason(difference);
    Table table;
    table.columns = {{"Area", Align::left, 1.6},
                     {"From", Align::left, 1.6},
                     {"To", Align::left, 1.6},
                     {"Residents", Align::right, 1.3}};
    if (reasons) {
        table.columns.push_back({"Reason", Align::left, 2.4});
    }
    for (const auto& move : difference.moves) {
        std::vector<std::string> cells{plan::nameOf(*scope.whole, plan::RecordKind::area, move.area),
                                       analysis::clusterInWords(*scope.whole, move.from),
                                       analysis::destinationInWords(*scope.whole, move),
                                       number(move.residents)};
        if (reasons) {
            const auto* logged = scope.whole->find<plan::Move>(move.loggedAs);
            cells.push_back(logged ? logged->reason : notRecorded);
        }
        table.rows.push_back({std::move(cells)});
    }
    return table;
}

/// Many moves are told by where from and where to; the comparison itself lists each.
Table flowsTable(const Scope& scope, const ArrangementDifference& difference) {
    struct Flow {
        std::size_t areas = 0;
        std::optional<std::int64_t> residents;
        bool blank = false;
    };
    std::map<std::tuple<std::string, std::string>, Flow> flows;
    for (const auto& move : difference.moves) {
        auto& flow = flows[{analysis::clusterInWords(*scope.whole, move.from),
                            analysis::destinationInWords(*scope.whole, move)}];
        ++flow.areas;
        flow.blank = flow.blank || !move.residents;
        if (move.residents) {
            flow.residents = flow.residents.value_or(0) + *move.residents;
        }
    }
    Table table;
    table.columns = {{"From", Align::left, 2},
                     {"To", Align::left, 2},
                     {"Areas", Align::right, 1},
                     {"Residents", Align::right, 1}};
    for (const auto& [ends, flow] : flows) {
        table.rows.push_back({{std::get<0>(ends), std::get<1>(ends), std::to_string(flow.areas),
                               (flow.residents && flow.blank ? "at least " : "") + number(flow.residents)}});
    }
    return table;
}

void addDifference(Document& document, const Scope& scope, const ArrangementDifference& difference) {
    const auto now = plan::nameOf(*scope.whole, plan::RecordKind::arrangement, difference.before);
    const auto option = plan::nameOf(*scope.whole, plan::RecordKind::arrangement, difference.after);
    document.heading(2, "What " + option + " would change");
    if (difference.moves.empty()) {
        document.paragraph("No area would be in another " + scope.word() + " than in " + now + ".");
        return;
    }
    const auto residents = difference.residentsMoved
                               ? std::string(difference.withoutResidents > 0 ? "at least " : "") +
                                     grouped(*difference.residentsMoved) + " residents live there"
                               : std::string("how many residents live there is not recorded");
    document.paragraph(counted(difference.moves.size(), "area", "areas") + " would be in another " +
                       scope.word() + " than in " + now + "; " + residents + "." +
                       (anyReason(difference) ? "" : " No reasons are recorded."));
    if (const auto renamed = analysis::renamedInWords(*scope.whole, difference); !renamed.empty()) {
        document.paragraph("Taken to be the same " + scope.word() +
                           " under another name, by the residents that they share: " + joined(renamed) + ".");
    }
    auto table = difference.moves.size() <= movesOneByOne ? movesTable(scope, difference)
                                                          : flowsTable(scope, difference);
    table.caption = "From " + now + " to " + option;
    document.add(std::move(table));
}

} // namespace

void addComparison(Document& document, const Scope& scope) {
    const auto& comparison = scope.comparison;
    const auto count = comparison.arrangements.size();
    if (count < 2) {
        return;
    }
    document.heading(1, "Options compared");
    document.paragraph(
        std::string(comparison.statusQuo != 0 ? "The status quo comes first: " : "Compared with ") +
        comparison.arrangements.front().name +
        ". In brackets stands how an option differs from it. The figures describe the options; they are no "
        "recommendation, and what is not recorded is not counted.");
    for (std::size_t from = 1; from < count; from += optionsInTable) {
        document.add(measuresTable(scope, from, std::min(count, from + optionsInTable)));
    }
    for (std::size_t option = 1; option < count; ++option) {
        addDifference(document, scope, comparison.differences[option]);
    }
}

void addReasons(Document& document, const Scope& scope) {
    std::vector<const plan::Move*> lines;
    for (const auto& move : scope.whole->all<plan::Move>()) {
        const bool here = !scope.cluster || move.fromCluster.id == scope.cluster->id ||
                          move.toCluster.id == scope.cluster->id;
        if (move.arrangement.id == scope.options.arrangement && here && !move.reason.empty()) {
            lines.push_back(&move);
        }
    }
    if (lines.empty()) {
        return;
    }
    std::ranges::sort(lines, {}, [](const plan::Move* move) {
        return std::tuple(!move->movedOn.has_value(), move->movedOn, std::string_view(move->name), move->id);
    });
    document.heading(1, "Reasons on record");
    document.paragraph("Why areas are where they are, as it was written down when they were moved.");
    Table table; // who gave a reason stays in the plan: a published report names no people
    table.caption = "Reasons for moves in " + scope.arrangement.name;
    table.columns = {{"Move", Align::left, 2}, {"Reason", Align::left, 3}, {"Date", Align::left, 1}};
    for (const auto* move : lines) {
        table.rows.push_back(
            {{move->name, move->reason, move->movedOn ? move->movedOn->words() : std::string(notRecorded)}});
    }
    document.add(std::move(table));
}

} // namespace wardmote::report
