#include "core/analysis/cluster_profile.h"
#include "core/report/profile_sections.h"
#include "core/report/wording.h"

#include <algorithm>
#include <map>
#include <utility>

namespace wardmote::report {

namespace {

constexpr std::size_t barsShown = 6;
constexpr std::size_t pairsShown = 6;
constexpr std::size_t checksShown = 12;

std::string serviceName(const Scope& scope, const analysis::ServiceLine& line) {
    return line.service ? scope.organisation(line.service) : "Service not recorded";
}

std::string meetingsOf(const analysis::ServiceLine& line) {
    return line.meetings ? (line.meetingsUnknown > 0 ? "at least " : "") + decimal(*line.meetings, 1)
                         : std::string(notRecorded);
}

/// Bars of the services with most paid hours; nothing where no hours are recorded.
void addHoursChart(Document& document, const Scope& scope, const std::vector<analysis::ServiceLine>& lines) {
    std::vector<const analysis::ServiceLine*> order;
    for (const auto& line : lines) {
        if (line.hours.value) {
            order.push_back(&line);
        }
    }
    std::ranges::stable_sort(order, std::greater{}, [](const auto* line) { return *line->hours.value; });
    if (order.size() < 2) {
        return; // a single bar compares nothing
    }
    BarChart chart;
    chart.unit = "Paid hours a year";
    chart.series = {"Paid staff time"};
    std::vector<std::string> said;
    for (std::size_t i = 0; i < std::min(order.size(), barsShown); ++i) {
        const auto name = serviceName(scope, *order[i]);
        chart.categories.push_back({name, {order[i]->hours.value}});
        said.push_back(name + " " + hours(*order[i]->hours.value));
    }
    const auto rest = order.size() > barsShown ? " The " + std::to_string(barsShown) +
                                                     " services with most hours are shown; the table has all."
                                               : std::string{};
    document.add(Figure("Bars: paid staff time a year by service. " + joined(said) + "." + rest,
                        "Paid staff time a year by service", std::move(chart)));
}

/// One row a service, its mechanisms with their meetings a year in brackets.
Table servicesTable(const Scope& scope, const std::vector<analysis::ServiceLine>& lines) {
    std::map<plan::Id, std::size_t> at;
    for (std::size_t i = 0; i < scope.mechanisms.size(); ++i) {
        at[scope.mechanisms[i]] = i;
    }
    Table table;
    table.caption =
        "Mechanisms in force by service; in brackets the meetings of each in a year, where recorded";
    table.columns = {{"Service", Align::left, 2.3},
                     {"Mechanisms", Align::left, 4.6},
                     {"Meetings a year", Align::right, 0.9},
                     {"Paid staff time", Align::right, 1.1}};
    for (const auto& line : lines) {
        std::vector<std::string> names;
        for (const auto id : line.mechanisms) {
            const auto& cost = scope.costs[at[id]];
            names.push_back(
                scope.name(id) + (scope.wider.contains(id) ? "*" : "") +
                (cost.meetings.value ? " (" + decimal(*cost.meetings.value, 1) + ")" : std::string{}));
        }
        table.rows.push_back(
            {{serviceName(scope, line), joined(names), meetingsOf(line), figure(line.hours)}});
    }
    return table;
}

/// Columns of a coverage table by how many areas they reach.
struct Reached {
    std::vector<std::string> everywhere;
    std::vector<std::string> somewhere; ///< "Housing (3 of 8)"
    std::vector<std::string> inNameOnly;
    std::vector<std::string> nowhere;
};

Reached reachedBy(const Scope& scope, const analysis::CoverageTable& coverage, plan::RecordKind kind) {
    Reached reached;
    const auto all = coverage.areas.size();
    for (std::size_t column = 0; column < coverage.columns.size(); ++column) {
        std::size_t covered = 0;
        std::size_t none = 0;
        for (std::size_t row = 0; row < all; ++row) {
            covered += coverage.at(row, column).covered.empty() ? 0 : 1;
            none += coverage.at(row, column).none() ? 1 : 0;
        }
        const auto name = plan::nameOf(*scope.whole, kind, coverage.columns[column]);
        if (covered == all) {
            reached.everywhere.push_back(name);
        } else if (covered > 0) {
            reached.somewhere.push_back(name + " (" + std::to_string(covered) + " of " + std::to_string(all) +
                                        ")");
        } else if (none < all) {
            reached.inNameOnly.push_back(name);
        } else {
            reached.nowhere.push_back(name);
        }
    }
    return reached;
}

void addReached(std::vector<Spans>& points, const char* what, const Reached& reached) {
    const auto point = [&](const char* how, const std::vector<std::string>& names) {
        if (!names.empty()) {
            points.push_back(
                {{std::string(what) + " " + how + ": ", true, {}}, {joined(names) + ".", false, {}}});
        }
    };
    point("covered in every area", reached.everywhere);
    point("covered in some areas", reached.somewhere);
    point("covered in name only", reached.inNameOnly);
    point("with no mechanism recorded", reached.nowhere);
}

std::string areaOf(const Scope& scope, const plan::Asset& asset) {
    return asset.area ? plan::nameOf(*scope.whole, plan::RecordKind::area, asset.area.id)
                      : std::string(notRecorded);
}

} // namespace

void addProfileServices(Document& document, const Scope& scope) {
    document.heading(1, "How services engage");
    if (scope.mechanisms.empty()) {
        document.paragraph("No engagement mechanism in force is recorded for " + scope.place() + ".");
        return;
    }
    const auto lines = analysis::byService(*scope.whole, scope.mechanisms, scope.costs);
    addHoursChart(document, scope, lines);
    document.add(servicesTable(scope, lines));
    if (!scope.wider.empty()) {
        document.paragraph("A star (*) marks what also serves places outside " + scope.place() +
                           "; its meetings and hours are counted in full.");
    }
}

void addProfileDuplicates(Document& document, const Scope& scope) {
    document.heading(1, "Possible duplicates");
    document.add(duplicatesTable(scope, pairsShown));
    document.paragraph("A score is a reason to look, not a finding. The report of the " + scope.word() +
                       " has the reasons of each.");
}

void addProfileCoverage(Document& document, const Scope& scope) {
    std::vector<Spans> points;
    addReached(points, "Themes", reachedBy(scope, scope.coverage.themes, plan::RecordKind::theme));
    addReached(points, "Audiences", reachedBy(scope, scope.coverage.audiences, plan::RecordKind::audience));
    if (points.empty() || scope.coverage.themes.areas.empty()) {
        return;
    }
    document.heading(1, "Coverage in brief");
    document.paragraph("Covered means an active mechanism that names an audience and has met within twelve "
                       "months; anything less is coverage in name only.");
    document.add(List{false, std::move(points)});
}

void addProfileFootprints(Document& document, const Scope& scope) {
    const auto& splits = scope.measures->splitFootprints;
    if (scope.whole->all<plan::Footprint>().empty()) {
        return; // none are recorded, so nothing is known of splits
    }
    document.heading(1, "Footprints");
    Table table;
    table.caption = "Footprints that lie partly in other " + scope.settings().clusterWordPlural;
    table.whenEmpty = "none: every footprint recorded here is whole.";
    table.columns = {{"Footprint", Align::left, 2},
                     {"Set", Align::left, 2.2},
                     {"Residents here", Align::right, 1.2},
                     {"Of", Align::right, 0.8},
                     {"Also in", Align::left, 2.8}};
    for (const auto& split : splits) {
        std::vector<std::string> others;
        for (const auto id : split.clusters) {
            if (id != scope.cluster->id) {
                others.push_back(id ? plan::nameOf(*scope.whole, plan::RecordKind::cluster, id)
                                    : "no " + scope.word());
            }
        }
        const auto residents = [](const std::optional<double>& value) {
            return value ? grouped(static_cast<std::int64_t>(*value + 0.5)) : std::string(notRecorded);
        };
        table.rows.push_back(
            {{plan::nameOf(*scope.whole, plan::RecordKind::footprint, split.footprint),
              plan::nameOf(*scope.whole, plan::RecordKind::footprintSet, split.set),
              residents(split.residentsHere), residents(split.residentsInAll), joined(others)}});
    }
    document.add(std::move(table));
}

void addProfileAssets(Document& document, const Scope& scope) {
    const auto assets = analysis::assetsIn(*scope.whole, scope.areas);
    if (assets.empty()) {
        return;
    }
    document.heading(1, "Assets");
    const auto meetings = analysis::mechanismsAtAssets(*scope.whole);
    Table table;
    table.caption = "Community buildings and other assets, and what meets there";
    table.columns = {{"Asset", Align::left, 1.8},
                     {"Kind and owner", Align::left, 1.8},
                     {"Area", Align::left, 1.2},
                     {"Meets there", Align::left, 4.4}};
    for (const auto id : assets) {
        const auto& asset = *scope.whole->find<plan::Asset>(id);
        std::vector<std::string> names;
        if (const auto at = meetings.find(id); at != meetings.end()) {
            for (const auto mechanism : at->second) {
                names.push_back(scope.name(mechanism));
            }
        }
        const auto owner = asset.owner ? "; " + scope.organisation(asset.owner.id) : std::string{};
        table.rows.push_back({{asset.name, label(asset.kind) + owner, areaOf(scope, asset),
                               names.empty() ? "–" : joined(names)}});
    }
    document.add(std::move(table));
}

void addProfileChecks(Document& document, const Scope& scope) {
    const auto judged = analysis::judgedChecks(*scope.whole, scope.neighbours.get(),
                                               {scope.options.today, scope.options.arrangement});
    const auto concerned = analysis::checksOf(judged, scope.cluster->id, scope.areas, scope.mechanisms);
    document.heading(1, "Open checks");
    Table table;
    table.caption = "What the plan's checks find here";
    table.whenEmpty = "nothing open.";
    table.columns = {{"Weight", Align::left, 0.9}, {"Check", Align::left, 1.8}, {"Finding", Align::left, 4}};
    constexpr std::string_view split = "footprint-split";
    const auto splits = std::ranges::count_if(
        concerned.open, [&](const auto& check) { return check.breach.rule->id == split; });
    bool told = false;
    for (std::size_t i = 0; i < std::min(concerned.open.size(), checksShown); ++i) {
        const auto& breach = concerned.open[i].breach;
        const bool many = splits > 2 && breach.rule->id == split; // each has a row among the footprints
        if (many && std::exchange(told, true)) {
            continue;
        }
        table.rows.push_back(
            {{std::string(analysis::labelOf(breach.rule->severity)), std::string(breach.rule->title),
              many ? std::to_string(splits) + " footprints are split; they are listed under Footprints."
                   : breach.message}});
    }
    document.add(std::move(table));
    std::string rest;
    if (concerned.open.size() > checksShown) {
        rest = "The worst " + std::to_string(checksShown) + " of " + std::to_string(concerned.open.size()) +
               " are listed. ";
    }
    if (!concerned.accepted.empty()) {
        rest += counted(concerned.accepted.size(), "finding", "findings") + " more " +
                (concerned.accepted.size() == 1 ? "has" : "have") + " been accepted with a reason.";
    }
    if (!rest.empty()) {
        document.paragraph(rest);
    }
}

} // namespace wardmote::report
