#include "app/analysis_json.h"
#include "app/commands.h"
#include "app/find_record.h"

#include "core/analysis/acceptances.h"
#include "core/plan/wording.h"

#include <algorithm>
#include <fmt/format.h>

namespace wardmote::app {
namespace {

std::string percent(double share) {
    return plan::inDigits(share * 100, 0) + "%";
}

void check(const std::string& path, Context& context) {
    const auto file = openPlan(path, true);
    if (!file) {
        return context.fail(file.error());
    }
    const auto plan = file->snapshot();
    const auto neighbours = analysis::neighboursOf(*plan);
    const auto cover = analysis::coverOf(*plan);
    const auto found = analysis::judgedChecks(*plan, neighbours ? &*neighbours : nullptr,
                                              {.today = context.day(), .cover = cover ? &*cover : nullptr});
    if (!found.empty() && !found.front().accepted) {
        context.exitCode = problemFound;
    }
    if (context.json) {
        return context.print(checksJson(*plan, found));
    }
    TextTable table({"Severity", "Rule", "What", "Accepted"});
    for (const auto& [breach, accepted] : found) {
        table.add({std::string(analysis::labelOf(breach.rule->severity)), std::string(breach.rule->title),
                   breach.message, accepted ? accepted->reason : std::string()});
    }
    context.print(found.empty() ? std::string("No rule is broken.") : table.text());
}

void duplicates(const std::string& path, const std::string& cluster, std::optional<double> threshold,
                Context& context) {
    const auto file = openPlan(path, true);
    if (!file) {
        return context.fail(file.error());
    }
    const auto plan = file->snapshot();
    analysis::DuplicationOptions options{.today = context.day(), .threshold = threshold};
    options.keepUnscored = 10'000; // read by programs, which can take more than a person
    if (!cluster.empty()) {
        const auto id = clusterNamed(*plan, cluster);
        if (!id) {
            return context.fail(id.error());
        }
        for (const auto& link : plan->find<plan::Cluster>(*id)->areas) {
            options.areas.push_back(link.area.id);
        }
    }
    const auto found = analysis::findDuplication(*plan, options);
    if (!found) {
        return context.fail(found.error());
    }
    if (context.json) {
        return context.print(duplicationJson(plan, *found, context.day()));
    }
    TextTable table({"Mechanism", "and", "Score", "Confidence", "Finding"});
    for (const auto& pair : found->pairs) {
        table.add({plan::nameOf(*plan, plan::RecordKind::mechanism, pair.a),
                   plan::nameOf(*plan, plan::RecordKind::mechanism, pair.b),
                   pair.score ? fmt::format("{:.2f}", *pair.score) : "not recorded", percent(pair.confidence),
                   std::string(analysis::labelOf(pair.kind))});
    }
    context.print(table.text());
    context.print(fmt::format("{} pairs of {} compared; {} have not enough recorded.", found->inPairs(),
                              found->compared, found->notEnoughInAll));
}

void overlap(const std::string& path, Context& context) {
    const auto file = openPlan(path, true);
    if (!file) {
        return context.fail(file.error());
    }
    const auto plan = file->snapshot();
    const auto found = analysis::findOverlap(*plan, context.day());
    if (!found) {
        return context.fail(found.error());
    }
    if (context.json) {
        return context.print(overlapJson(*plan, *found));
    }
    TextTable table({"Service", "and", "Overlapping pairs", "Residents where both operate"});
    const auto nameOfService = [&](std::size_t index) {
        return plan::nameOf(*plan, plan::RecordKind::organisation, found->services[index].service);
    };
    for (const auto& pair : found->pairs) {
        if (pair.pairs > 0) {
            table.add({nameOfService(pair.first), nameOfService(pair.second), std::to_string(pair.pairs),
                       pair.residents.value ? plan::withThousands(*pair.residents.value) : "not recorded"});
        }
    }
    context.print(table.text());
}

std::string residentsWords(const analysis::Figure<int>& residents) {
    if (!residents.value) {
        return "not recorded";
    }
    return (residents.atLeast ? "at least " : "") + plan::withThousands(*residents.value);
}

void coverage(const std::string& path, const std::string& cluster, Context& context) {
    const auto file = openPlan(path, true);
    if (!file) {
        return context.fail(file.error());
    }
    const auto plan = file->snapshot();
    std::vector<plan::Id> areas;
    if (!cluster.empty()) {
        const auto id = clusterNamed(*plan, cluster);
        if (!id) {
            return context.fail(id.error());
        }
        for (const auto& link : plan->find<plan::Cluster>(*id)->areas) {
            areas.push_back(link.area.id);
        }
        if (areas.empty()) {
            return context.fail({fmt::format("“{}” has no areas.", cluster), {}, {}});
        }
    }
    const auto found = analysis::findCoverage(*plan, context.day(), areas);
    if (context.json) {
        return context.print(coverageJson(*plan, found));
    }
    TextTable table({"Theme or audience", "Areas covered", "In name only", "None", "Residents with none"});
    const auto gaps = analysis::coverageGaps(*plan, found);
    for (const auto& gap : gaps) {
        table.add({plan::nameOf(*plan, gap.kind, gap.of), std::to_string(gap.areasCovered.size()),
                   std::to_string(gap.areasNominal.size()), std::to_string(gap.areasNone.size()),
                   gap.areasNone.empty() ? "0" : residentsWords(gap.residentsNone)});
    }
    context.print(gaps.empty() ? std::string("Every theme and audience is covered in every area.")
                               : table.text());
    context.print(fmt::format("{} areas; {} with no mechanism at all.", found.themes.areas.size(),
                              found.areasWithout.size()));
}

void clusters(const std::string& path, const std::string& arrangement, Context& context) {
    const auto file = openPlan(path, true);
    if (!file) {
        return context.fail(file.error());
    }
    const auto plan = file->snapshot();
    plan::Id id = 0;
    if (!arrangement.empty()) {
        const auto found = arrangementNamed(*plan, arrangement);
        if (!found) {
            return context.fail(found.error());
        }
        id = *found;
    }
    const auto neighbours = analysis::neighboursOf(*plan);
    const auto measures = analysis::measuredClusters(*plan, id, neighbours ? &*neighbours : nullptr);
    if (context.json) {
        return context.print(clustersJson(*plan, measures));
    }
    TextTable table({"Name", "Areas", "Residents", "Parished", "In one piece"});
    for (const auto& cluster : measures.clusters) {
        table.add(
            {cluster.name, std::to_string(cluster.areas.size()),
             cluster.residents ? plan::withThousands(*cluster.residents) : "not recorded",
             cluster.parishedShareOfResidents ? percent(*cluster.parishedShareOfResidents) : "not recorded",
             !cluster.contiguous   ? "not known"
             : *cluster.contiguous ? "yes"
                                   : "no"});
    }
    context.print(table.text());
    context.print(fmt::format("{} in no {}.", measures.unassigned.size(), plan->settings().clusterWord));
}

} // namespace

void addAnalysisCommands(CLI::App& cli, Context& context) {
    const auto path = std::make_shared<std::string>();
    const auto cluster = std::make_shared<std::string>();
    const auto arrangement = std::make_shared<std::string>();
    const auto threshold = std::make_shared<double>(-1);

    auto* checkCommand = cli.add_subcommand("check", "Rules broken, worst first");
    checkCommand->add_option("plan", *path, "The plan file")->required();
    checkCommand->callback([=, &context] { check(*path, context); });

    auto* duplicatesCommand = cli.add_subcommand("duplicates", "Which mechanisms duplicate which");
    duplicatesCommand->add_option("plan", *path, "The plan file")->required();
    duplicatesCommand->add_option("--cluster", *cluster, "Only mechanisms that cover a part of it");
    duplicatesCommand->add_option("--threshold", *threshold, "Score of a possible duplicate, 0 to 1")
        ->check(CLI::Range(0.0, 1.0));
    duplicatesCommand->callback([=, &context] {
        duplicates(*path, *cluster, *threshold < 0 ? std::nullopt : std::optional(*threshold), context);
    });

    auto* overlapCommand = cli.add_subcommand("overlap", "Services against services");
    overlapCommand->add_option("plan", *path, "The plan file")->required();
    overlapCommand->callback([=, &context] { overlap(*path, context); });

    auto* coverageCommand = cli.add_subcommand("coverage", "What is covered where, and gaps by residents");
    coverageCommand->add_option("plan", *path, "The plan file")->required();
    coverageCommand->add_option("--cluster", *cluster, "Only its areas");
    coverageCommand->callback([=, &context] { coverage(*path, *cluster, context); });

    auto* clustersCommand =
        cli.add_subcommand("clusters", "The clusters of an arrangement and their figures");
    clustersCommand->add_option("plan", *path, "The plan file")->required();
    clustersCommand->add_option("--arrangement", *arrangement, "By name; else the one in force");
    clustersCommand->callback([=, &context] { clusters(*path, *arrangement, context); });
}

} // namespace wardmote::app
