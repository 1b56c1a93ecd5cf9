#include "app/commands.h"
#include "app/find_record.h"

#include "core/analysis/proposal/proposal.h"
#include "core/plan/wording.h"

#include <algorithm>
#include <charconv>
#include <cmath>
#include <fmt/format.h>

namespace wardmote::app {
namespace {

struct Asked {
    std::string plan;
    std::string arrangement;
    int clusters = 0;
    std::string band;
    double tolerance = 0;
    std::vector<std::string> pins;
    std::vector<std::string> together;
    std::vector<std::string> apart;
    std::vector<std::string> keepWhole;
    std::vector<std::string> prefer;
    bool noMixing = false;
    bool improve = false;
    std::uint64_t seed = 1;
    double seconds = 0;
    std::size_t wanted = 4;
    std::string accept;
};

/// "MIN:MAX"; either may be left out.
bool readBand(const std::string& text, std::optional<double>& least, std::optional<double>& most) {
    const auto colon = text.find(':');
    if (colon == std::string::npos || text.size() == 1) {
        return false;
    }
    const auto read = [](std::string_view part, std::optional<double>& into) {
        if (part.empty()) {
            return true;
        }
        double value = 0;
        const auto [end, error] = std::from_chars(part.data(), part.data() + part.size(), value);
        into = value;
        return error == std::errc{} && end == part.data() + part.size() && value >= 0;
    };
    const std::string_view all = text;
    return read(all.substr(0, colon), least) && read(all.substr(colon + 1), most) &&
           !(least && most && *least > *most);
}

/// Names in one word of the command line, separated by '|'.
std::vector<std::string> namesIn(const std::string& text) {
    std::vector<std::string> names;
    std::string_view rest = text;
    while (true) {
        const auto bar = rest.find('|');
        names.emplace_back(rest.substr(0, bar));
        if (bar == std::string_view::npos) {
            return names;
        }
        rest.remove_prefix(bar + 1);
    }
}

Result<std::vector<plan::Id>> areasNamed(const plan::Plan& plan, const std::string& text) {
    std::vector<plan::Id> ids;
    for (const auto& name : namesIn(text)) {
        const auto id = areaNamed(plan, name);
        if (!id) {
            return Failure(id.error());
        }
        ids.push_back(*id);
    }
    return ids;
}

Result<analysis::ProposalOptions> optionsOf(const plan::Plan& plan, const Asked& asked) {
    analysis::ProposalOptions options;
    if (!asked.arrangement.empty()) {
        const auto id = arrangementNamed(plan, asked.arrangement);
        if (!id) {
            return Failure(id.error());
        }
        options.arrangement = *id;
    }
    if (!asked.band.empty() && !readBand(asked.band, options.least, options.most)) {
        return failure(fmt::format("“{}” is not a band of residents: write MIN:MAX, for example 20000:40000.",
                                   asked.band));
    }
    if (asked.clusters > 0) {
        options.clusters = asked.clusters;
    }
    if (asked.tolerance > 0) {
        options.tolerancePercent = asked.tolerance;
    }
    options.improve = asked.improve || (!options.clusters && asked.band.empty());
    for (const auto& pin : asked.pins) {
        const auto names = namesIn(pin);
        if (names.size() != 2) {
            return failure(fmt::format("“{}” is not a pin: write AREA|CLUSTER.", pin));
        }
        const auto area = areaNamed(plan, names[0]);
        const auto cluster = clusterNamed(plan, names[1], options.arrangement);
        if (!area || !cluster) {
            return Failure(area ? cluster.error() : area.error());
        }
        options.pins.push_back({*area, *cluster});
        options.improve = true; // only clusters that exist can be pinned to
    }
    for (const auto& group : asked.together) {
        auto ids = areasNamed(plan, group);
        if (!ids) {
            return Failure(ids.error());
        }
        options.together.push_back(std::move(*ids));
    }
    for (const auto& pair : asked.apart) {
        const auto ids = areasNamed(plan, pair);
        if (!ids || ids->size() != 2) {
            return ids ? failure(fmt::format("“{}” is not a pair of areas: write AREA|AREA.", pair))
                       : Failure(ids.error());
        }
        options.apart.push_back({ids->front(), ids->back()});
    }
    for (const auto& [names, into] :
         {std::pair(&asked.keepWhole, &options.keepWhole), std::pair(&asked.prefer, &options.prefer)}) {
        for (const auto& name : *names) {
            const auto id = footprintsNamed(plan, name);
            if (!id) {
                return Failure(id.error());
            }
            into->push_back(*id);
        }
    }
    options.mayMix = !asked.noMixing;
    options.seed = asked.seed;
    options.wanted = asked.wanted;
    if (asked.seconds > 0) {
        options.seconds = asked.seconds;
    }
    return options;
}

double rounded(double value) {
    return std::round(value * 10'000) / 10'000;
}

Json codesJson(const plan::Plan& plan, const std::vector<plan::Id>& areas) {
    auto codes = Json::array();
    for (const auto id : areas) {
        const auto* area = plan.find<plan::Area>(id);
        codes.push_back(area->code.empty() ? area->name : area->code);
    }
    return codes;
}

Json proposalsJson(const plan::Plan& plan, const analysis::Proposals& proposals, std::uint64_t seed) {
    auto arrangements = Json::array();
    for (const auto& arrangement : proposals.arrangements) {
        auto clusters = Json::array();
        for (const auto& cluster : arrangement.clusters) {
            const auto* source = plan.find<plan::Cluster>(cluster.cluster);
            clusters.push_back(
                {{"name", source ? Json(source->name) : Json(nullptr)},
                 {"areas", codesJson(plan, cluster.areas)},
                 {"residents", std::llround(cluster.residents)},
                 {"deviation_percent", rounded(cluster.deviationPercent)},
                 {"contiguous", cluster.contiguous},
                 {"compactness", cluster.compactness ? Json(rounded(*cluster.compactness)) : Json(nullptr)}});
        }
        const auto& measures = arrangement.measures;
        arrangements.push_back(
            {{"clusters", clusters},
             {"measures",
              {{"max_deviation_percent", rounded(measures.maxDeviationPercent)},
               {"rms_deviation_percent", rounded(measures.rmsDeviationPercent)},
               {"cut_share", rounded(measures.cutShare)},
               {"mean_compactness",
                measures.meanCompactness ? Json(rounded(*measures.meanCompactness)) : Json(nullptr)},
               {"whole_footprints", measures.wholeFootprints},
               {"footprints", measures.footprints},
               {"residents_moved", std::llround(measures.residentsMoved)}}},
             {"within_band", arrangement.withinBand},
             {"moved", codesJson(plan, arrangement.moved)},
             {"start", arrangement.recipe.start},
             {"steps", arrangement.recipe.steps}});
    }
    auto obstacles = Json::array();
    for (const auto& obstacle : proposals.obstacles) {
        obstacles.push_back({{"areas", codesJson(plan, obstacle.areas)}, {"message", obstacle.message}});
    }
    return {{"seed", seed},
            {"seconds", rounded(proposals.seconds)},
            {"arrangements", arrangements},
            {"obstacles", obstacles}};
}

void printText(const plan::Plan& plan, const analysis::Proposals& proposals, Context& context) {
    for (std::size_t i = 0; i < proposals.arrangements.size(); ++i) {
        const auto& arrangement = proposals.arrangements[i];
        context.print(fmt::format(
            "Proposal {}: largest deviation {:.1f} %{}{}", i + 1, arrangement.measures.maxDeviationPercent,
            arrangement.measures.meanCompactness
                ? fmt::format(", compactness {:.2f}", *arrangement.measures.meanCompactness)
                : std::string{},
            arrangement.moved.empty()
                ? std::string{}
                : fmt::format(", {} areas with {} residents move", arrangement.moved.size(),
                              plan::withThousands(std::llround(arrangement.measures.residentsMoved)))));
        TextTable table({"Name", "Areas", "Residents", "From the mean", "Areas by name"});
        for (const auto& cluster : arrangement.clusters) {
            std::string names;
            for (const auto id : cluster.areas) {
                names += (names.empty() ? "" : ", ") + plan::nameOf(plan, plan::RecordKind::area, id);
            }
            table.add({cluster.cluster != 0 ? plan::nameOf(plan, plan::RecordKind::cluster, cluster.cluster)
                                            : "new",
                       std::to_string(cluster.areas.size()),
                       plan::withThousands(std::llround(cluster.residents)),
                       fmt::format("{:+.1f} %", cluster.deviationPercent), names});
        }
        context.print(table.text());
    }
    for (const auto& obstacle : proposals.obstacles) {
        context.print(obstacle.message);
    }
}

void propose(const Asked& asked, Context& context) {
    auto file = openPlan(asked.plan, asked.accept.empty());
    if (!file) {
        return context.fail(file.error());
    }
    const auto plan = file->snapshot();
    const auto options = optionsOf(*plan, asked);
    if (!options) {
        return context.fail(options.error());
    }
    const auto neighbours = analysis::neighboursOf(*plan);
    if (!neighbours) {
        return context.fail(neighbours.error());
    }
    const auto found = analysis::proposed(*plan, *neighbours, *options);
    if (!found) {
        return context.fail(found.error());
    }
    if (found->arrangements.empty() || !found->arrangements.front().withinBand) {
        context.exitCode = problemFound;
    }
    if (!asked.accept.empty() && !found->arrangements.empty()) {
        plan::IdSource ids;
        const auto edit = file->perform(
            "Accept the proposal “" + asked.accept + "”",
            analysis::accepted(*plan, found->arrangements.front(), *options, asked.accept, ids));
        if (!edit) {
            return context.fail(edit.error());
        }
    }
    context.json ? context.print(proposalsJson(*plan, *found, asked.seed))
                 : printText(*plan, *found, context);
}

} // namespace

void addProposeCommand(CLI::App& cli, Context& context) {
    const auto asked = std::make_shared<Asked>();
    auto* command = cli.add_subcommand("propose", "Arrangements of the areas in contiguous clusters");
    command->add_option("plan", asked->plan, "The plan file")->required();
    command->add_option("--arrangement", asked->arrangement, "What to improve; else the one in force");
    command->add_option("--clusters", asked->clusters, "How many clusters, begun anew")
        ->check(CLI::Range(1, 100'000));
    command->add_option("--band", asked->band, "Residents of a cluster, MIN:MAX; either may be left out");
    command->add_option("--tolerance", asked->tolerance, "Per cent that a cluster may be off the mean")
        ->check(CLI::Range(0.0, 1000.0));
    command->add_flag("--improve", asked->improve,
                      "Begin at the arrangement, even with --clusters or --band");
    command->add_option("--pin", asked->pins, "AREA|CLUSTER: the area stays or goes there");
    command->add_option("--together", asked->together, "AREA|AREA|...: in one cluster");
    command->add_option("--apart", asked->apart, "AREA|AREA: not in one cluster");
    command->add_option("--keep-whole", asked->keepWhole, "A footprint, or a set, that no cluster may split");
    command->add_option("--prefer", asked->prefer, "A footprint, or a set, better whole than split");
    command->add_flag("--no-mixing", asked->noMixing, "No parished and unparished areas in one cluster");
    command->add_option("--seed", asked->seed, "The same seed gives the same proposals");
    command
        ->add_option("--seconds", asked->seconds, "How long to look; else as long as the plan's size wants")
        ->check(CLI::Range(0.0, 3600.0));
    command->add_option("--most", asked->wanted, "At most so many proposals")->check(CLI::Range(1, 20));
    command->add_option("--accept", asked->accept, "Add the first as a draft arrangement of this name");
    command->callback([=, &context] { propose(*asked, context); });
}

} // namespace wardmote::app
