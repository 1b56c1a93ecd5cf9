#include "core/analysis/checks.h"

#include "core/analysis/checks_collector.h"
#include "core/base/contract.h"
#include "core/plan/wording.h"

#include <algorithm>
#include <array>
#include <fmt/format.h>

namespace wardmote::analysis {
namespace {

constexpr auto rules = std::to_array<Rule>({
    {"area-in-two-main-clusters", Severity::problem, "Two main clusters",
     "An area counts in its main cluster. With two, its residents are counted twice.", true},
    {"area-in-no-cluster", Severity::problem, "Area in no cluster",
     "Nobody holds the conversation with the people who live there.", true},
    {"cluster-in-pieces", Severity::problem, "Cluster in pieces",
     "Its areas do not all hang together by a shared boundary or a link given by hand.", true},
    {"area-cut-off", Severity::problem, "Area cut off",
     "It touches no other area of its cluster, but does touch another cluster.", true},
    {"areas-overlap", Severity::problem, "Areas on top of one another",
     "Each place should be covered once. People who live where two areas lie are counted in both."},
    {"statutory-to-end", Severity::problem, "Statutory mechanism to end",
     "A review would end or merge away a mechanism that the law requires."},
    {"duplicate-code", Severity::problem, "The same code twice",
     "Two areas with one code are counted twice, and imports cannot tell them apart."},
    {"cluster-doughnut", Severity::warning, "Cluster around another",
     "One cluster encloses another, which then has no other neighbour to talk with.", true},
    {"cluster-outside-band", Severity::warning, "Outside the target",
     "Its residents are fewer or more than the plan's target allows.", true},
    {"cluster-empty", Severity::warning, "Cluster without areas", "No area has it as its main cluster.",
     true},
    {"two-fifths", Severity::warning, "Over two-fifths of the council",
     "A committee with delegated powers is exempt from political balance only while its area holds at most "
     "two-fifths of the council by land or by population.",
     true},
    {"local-council-split", Severity::warning, "Local council split",
     "One parish or town council would have to deal with two clusters.", true},
    {"parish-split", Severity::warning, "Parish split between its wards",
     "The parts of one parish lie in different clusters, so that it has no one place to talk.", true},
    {"gap-between-areas", Severity::warning, "Gap between areas",
     "Land that the areas close in but none of them covers: an area is missing, or a boundary is wrong."},
    {"mixed-vintages", Severity::warning, "Codes of different years",
     "Boundaries change: codes of different years may cover a place twice or not at all."},
    {"review-overdue", Severity::warning, "Review overdue", "The date set for its next review has passed."},
    {"agreed-without-screening", Severity::warning, "Agreed without screening",
     "To end or merge a mechanism is agreed, but its equality screening, consultation or outcome is not "
     "recorded."},
    {"map-without-attribution", Severity::warning, "Maps without attribution",
     "Licences of boundary data ask for a line on every map. It is set in the settings of the plan."},
    {"footprint-split", Severity::note, "Footprint split",
     "Another body's area falls in two or more clusters, so that it would have to work with each.", true},
    {"area-next-to-nothing", Severity::note, "Area next to nothing",
     "It touches no other area. Record what it counts as next to, for example across a bridge."},
    {"mechanism-facts-missing", Severity::note, "Facts missing",
     "Comparisons need to know where a mechanism works, on what, with whom and how often."},
    {"area-facts-missing", Severity::note, "Residents or place missing",
     "Figures for its cluster are incomplete without them."},
});

} // namespace

std::string_view labelOf(Severity severity) {
    switch (severity) {
    case Severity::problem:
        return "Problem";
    case Severity::warning:
        return "Warning";
    case Severity::note:
        return "Note";
    }
    return "Note";
}

std::span<const Rule> allRules() {
    return rules;
}

const Rule* findRule(std::string_view id) {
    const auto found = std::ranges::find(rules, id, &Rule::id);
    return found == rules.end() ? nullptr : &*found;
}

std::string inPlansWords(std::string_view text, const plan::Settings& settings) {
    std::string result;
    for (std::size_t at = 0; at < text.size();) {
        const auto rest = text.substr(at);
        const bool begins = rest.starts_with("Cluster");
        if (!begins && !rest.starts_with("cluster")) {
            result.push_back(text[at++]);
            continue;
        }
        const bool several = rest.size() > 7 && rest[7] == 's';
        auto word = several ? settings.clusterWordPlural : settings.clusterWord;
        if (begins && !word.empty() && word[0] >= 'a' && word[0] <= 'z') {
            word[0] = static_cast<char>(word[0] - 'a' + 'A');
        }
        result += word;
        at += several ? 8 : 7;
    }
    return result;
}

void Checking::add(std::string_view rule, std::string message, std::vector<RecordLink> records) {
    const auto* found = findRule(rule);
    contract(found != nullptr, "a check uses a rule that is not in the list");
    breaches.push_back({found, std::move(message), std::move(records)});
}

std::string Checking::clusterWord() const {
    return plan.settings().clusterWord;
}

std::string Checking::clusterWords() const {
    return plan.settings().clusterWordPlural;
}

std::string Checking::clusterName(plan::Id id) const {
    return id == 0 ? "no " + clusterWord() : nameOf(plan::RecordKind::cluster, id);
}

RecordLink linkTo(plan::RecordKind kind, plan::Id id) {
    return {kind, id};
}

std::vector<RecordLink> linksTo(plan::RecordKind kind, const std::vector<plan::Id>& ids) {
    std::vector<RecordLink> links;
    for (const auto id : ids) {
        links.push_back({kind, id});
    }
    return links;
}

std::string listed(const std::vector<std::string>& names, std::size_t most) {
    if (names.empty()) {
        return "none";
    }
    const auto shown = names.size() > most ? most - 1 : names.size();
    std::string text = names.front();
    for (std::size_t i = 1; i < shown; ++i) {
        text += (i + 1 == names.size() ? " and " : ", ") + names[i];
    }
    return shown < names.size() ? fmt::format("{} and {} more", text, names.size() - shown) : text;
}

std::string counted(std::size_t number, std::string_view one, std::string_view several) {
    return fmt::format("{} {}", plan::withThousands(static_cast<std::int64_t>(number)),
                       number == 1 ? one : several);
}

std::vector<Breach> checks(const plan::Plan& plan, const Neighbours* neighbours,
                           const CheckOptions& options) {
    Checking checking{plan, neighbours, options, measuredClusters(plan, options.arrangement, neighbours), {}};
    if (checking.measures.arrangement != 0) {
        checkMembership(checking);
        checkShape(checking);
    }
    checkCover(checking);
    checkRecords(checking);
    checkDecisions(checking);
    // Rules stand in order of severity, so their order is the order of breaches; names are in the messages.
    std::ranges::stable_sort(checking.breaches, [](const Breach& a, const Breach& b) {
        return a.rule != b.rule ? a.rule < b.rule : a.message < b.message;
    });
    return std::move(checking.breaches);
}

} // namespace wardmote::analysis
