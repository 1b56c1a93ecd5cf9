#include "app/analysis_json.h"
#include "app/commands.h"
#include "app/find_record.h"

#include "core/analysis/arrangement_comparison.h"
#include "core/plan/wording.h"

#include <fmt/format.h>
#include <fmt/ranges.h>

namespace wardmote::app {
namespace {

using analysis::ArrangementComparison;
using analysis::ArrangementDifference;

std::string nameOf(const plan::Plan& plan, plan::Id arrangement) {
    return plan::nameOf(plan, plan::RecordKind::arrangement, arrangement);
}

/// From the first column to each other; and from the first one asked for, if that is another.
std::vector<ArrangementDifference>
differencesAsked(const plan::Plan& plan, const ArrangementComparison& comparison, plan::Id firstAsked) {
    std::vector<ArrangementDifference> differences(comparison.differences.begin() + 1,
                                                   comparison.differences.end());
    if (comparison.arrangements.front().arrangement != firstAsked) {
        for (const auto& measures : comparison.arrangements) {
            const auto other = measures.arrangement;
            if (other != firstAsked) {
                differences.push_back(analysis::differenceOf(plan, firstAsked, other));
            }
        }
    }
    return differences;
}

void printMeasures(const plan::Plan& plan, const ArrangementComparison& comparison, const Context& context) {
    std::vector<std::string> headings{"Measure"};
    for (const auto& arrangement : comparison.arrangements) {
        headings.push_back(arrangement.arrangement == comparison.statusQuo
                               ? arrangement.name + " (status quo)"
                               : arrangement.name);
    }
    TextTable table(headings);
    for (const auto& row : comparison.rows) {
        std::vector<std::string> cells{analysis::labelOf(plan, comparison, row)};
        for (std::size_t i = 0; i < row.figures.size(); ++i) {
            const auto difference = analysis::differenceInWords(row, i);
            cells.push_back(analysis::inWords(row, i) +
                            (difference.empty() ? std::string() : " (" + difference + ")"));
        }
        table.add(cells);
    }
    context.print(table.text());
}

void printDifference(const plan::Plan& plan, const ArrangementDifference& difference,
                     const Context& context) {
    const auto& word = plan.settings().clusterWord;
    if (difference.moves.empty()) {
        context.print(fmt::format("From {} to {}: no area changes {}.", nameOf(plan, difference.before),
                                  nameOf(plan, difference.after), word));
        return;
    }
    const auto residents = difference.residentsMoved ? plan::withThousands(*difference.residentsMoved)
                                                     : std::string("number not recorded");
    context.print(fmt::format(
        "From {} to {}: {} {} {}; residents there: {}{}.", nameOf(plan, difference.before),
        nameOf(plan, difference.after), difference.moves.size(),
        difference.moves.size() == 1 ? "area changes" : "areas change", word,
        difference.residentsMoved && difference.withoutResidents > 0 ? "at least " : "", residents));
    if (const auto renamed = analysis::renamedInWords(plan, difference); !renamed.empty()) {
        context.print(fmt::format("Taken to be the same, by the residents that they share: {}.",
                                  fmt::join(renamed, "; ")));
    }
    TextTable table({"Area", "From", "To", "Residents", "Reason"});
    for (const auto& move : difference.moves) {
        const auto* reason = plan.find<plan::Move>(move.loggedAs);
        table.add({plan::nameOf(plan, plan::RecordKind::area, move.area),
                   analysis::clusterInWords(plan, move.from), analysis::destinationInWords(plan, move),
                   move.residents ? plan::withThousands(*move.residents) : "not recorded",
                   reason ? reason->reason : "not recorded"});
    }
    context.print(table.text());
}

void compare(const std::string& path, const std::vector<std::string>& wanted, Context& context) {
    const auto file = openPlan(path, true);
    if (!file) {
        return context.fail(file.error());
    }
    const auto plan = file->snapshot();
    std::vector<plan::Id> ids;
    for (const auto& each : wanted) {
        const auto id = arrangementNamed(*plan, each);
        if (!id) {
            return context.fail(id.error());
        }
        ids.push_back(*id);
    }
    const auto neighbours = analysis::neighboursOf(*plan);
    const auto comparison =
        analysis::compareArrangements(*plan, ids, neighbours ? &*neighbours : nullptr, context.day());
    const auto differences = differencesAsked(*plan, comparison, ids.front());
    if (context.json) {
        return context.print(comparisonJson(*plan, comparison, differences));
    }
    printMeasures(*plan, comparison, context);
    for (const auto& difference : differences) {
        printDifference(*plan, difference, context);
    }
}

} // namespace

void addCompareCommand(CLI::App& cli, Context& context) {
    const auto path = std::make_shared<std::string>();
    const auto arrangements = std::make_shared<std::vector<std::string>>();
    auto* command = cli.add_subcommand("compare", "Arrangements side by side, and what moves between them");
    command->add_option("plan", *path, "The plan file")->required();
    command->add_option("arrangements", *arrangements, "Two or more, by name or id; the status quo is added")
        ->required()
        ->expected(2, 50);
    command->callback([=, &context] { compare(*path, *arrangements, context); });
}

} // namespace wardmote::app
