#include "core/report/scope.h"
#include "core/report/wording.h"

#include <algorithm>

namespace wardmote::report {

namespace {

std::string recordedFor(std::size_t unknown, std::size_t all) {
    if (unknown == 0) {
        return {};
    }
    return "recorded for " + grouped(static_cast<std::int64_t>(all - unknown)) + " of " +
           counted(all, "mechanism", "mechanisms");
}

KeyFigure areasFigure(const Scope& scope) {
    std::size_t parished = 0;
    std::size_t unparished = 0;
    const bool holds = analysis::holdsParishes(*scope.whole);
    for (const auto id : scope.areas) {
        const auto* area = scope.whole->find<plan::Area>(id);
        const auto kind = area ? analysis::parishedness(*area, holds) : analysis::Parished::notRecorded;
        parished += kind == analysis::Parished::parished ? 1 : 0;
        unparished += kind == analysis::Parished::unparished ? 1 : 0;
    }
    std::string remark;
    if (parished + unparished > 0) {
        remark = std::to_string(parished) + " parished, " + std::to_string(unparished) + " unparished";
    }
    return {grouped(static_cast<std::int64_t>(scope.areas.size())), scope.settings().areaWords, remark};
}

KeyFigure residentsFigure(const Scope& scope) {
    std::optional<std::int64_t> residents;
    std::size_t blank = 0;
    std::set<std::string> vintages;
    const auto& counted = scope.measures ? scope.measures->areas : scope.areas;
    for (const auto id : counted) {
        const auto* area = scope.whole->find<plan::Area>(id);
        if (!area || !area->residents) {
            ++blank;
            continue;
        }
        residents = residents.value_or(0) + *area->residents;
        if (!area->residentsVintage.empty()) {
            vintages.insert(area->residentsVintage);
        }
    }
    std::string remark = vintages.empty() ? "" : joined({vintages.begin(), vintages.end()});
    if (blank > 0 && residents) {
        remark += (remark.empty() ? "" : "; ") + report::counted(blank, "area", "areas") + " not recorded";
    }
    return {residents && blank > 0 ? "at least " + grouped(*residents) : number(residents), "residents",
            remark};
}

} // namespace

void addKeyFigures(Document& document, const Scope& scope) {
    document.heading(1, "In brief");
    const auto all = scope.mechanisms.size();
    KeyFigures figures;
    figures.figures.push_back(residentsFigure(scope));
    figures.figures.push_back(areasFigure(scope));
    figures.figures.push_back({grouped(static_cast<std::int64_t>(all)), "engagement mechanisms in force",
                               scope.wider.empty()
                                   ? std::string{}
                                   : std::to_string(scope.wider.size()) + " also serve places outside"});
    const bool someMeetings = scope.totals.meetings && scope.totals.meetingsUnknown > 0;
    figures.figures.push_back({(someMeetings ? "at least " : "") + number(scope.totals.meetings),
                               "meetings a year", recordedFor(scope.totals.meetingsUnknown, all)});
    figures.figures.push_back(
        {figure(scope.totals.spending), "spending a year", recordedFor(scope.totals.spendingUnknown, all)});
    figures.figures.push_back({figure(scope.totals.staffHours), "paid staff time a year",
                               recordedFor(scope.totals.staffHoursUnknown, all)});
    document.add(std::move(figures));

    const auto duplicates = scope.duplication.countOf(analysis::PairClass::possibleDuplicate);
    const auto twice = scope.duplication.countOf(analysis::PairClass::recordedTwice);
    std::vector<Spans> points;
    if (duplicates == 0) {
        points.push_back(
            {{"No possible duplicates were found among the mechanisms that can be compared.", false, {}}});
    } else {
        points.push_back(
            {{counted(duplicates, "pair of mechanisms is a possible duplicate",
                      "pairs of mechanisms are possible duplicates"),
              true,
              {}},
             {": alike in place and in purpose, audience or attendance. A person reviews each before "
              "anything is concluded.",
              false,
              {}}});
    }
    if (twice > 0) {
        points.push_back(
            {{counted(twice, "pair looks", "pairs look") + " like one thing recorded twice.", false, {}}});
    }
    if (scope.duplication.notEnoughInAll > 0) {
        points.push_back({{counted(scope.duplication.notEnoughInAll, "pair", "pairs") +
                               " can't be compared yet, because too little is recorded.",
                           false,
                           {}}});
    }
    if (!scope.coverage.areasWithout.empty()) {
        points.push_back({{counted(scope.coverage.areasWithout.size(), "area has", "areas have") +
                               " no mechanism recorded at all.",
                           false,
                           {}}});
    }
    document.add(List{false, std::move(points)});
    document.add(
        Note{"How to read the figures",
             {{"Spending, staff time and the time of councillors and volunteers are different things. They "
               "are shown apart and never added up: hours that are freed are not cash that is saved.",
               false,
               {}}}});
}

void addClusters(Document& document, const Scope& scope) {
    const auto& plural = scope.settings().clusterWordPlural;
    document.heading(1, capitalised(plural.empty() ? "clusters" : plural));
    Table table;
    table.caption = capitalised(plural) + " of the arrangement " + scope.arrangement.name;
    table.columns = {{capitalised(scope.word()), Align::left, 0},
                     {"Areas", Align::right, 0},
                     {"Residents", Align::right, 0},
                     {"Unparished, share of residents", Align::right, 0}};
    const bool target = scope.arrangement.target.has_value();
    if (target) {
        table.columns.push_back({"From target", Align::right, 0});
    }
    const auto phaseOf = [&](const analysis::ClusterMeasures& cluster) {
        const auto* record = scope.whole->find<plan::Cluster>(cluster.id);
        return record ? record->phase : std::string{};
    };
    const bool phases = std::ranges::any_of(scope.arrangement.clusters,
                                            [&](const auto& cluster) { return !phaseOf(cluster).empty(); });
    if (phases) {
        table.columns.push_back({"Phase", Align::left, 0});
    }
    table.whenEmpty = "none drawn yet.";
    for (const auto& cluster : scope.arrangement.clusters) {
        const bool partial = cluster.residents && !cluster.areasWithoutResidents.empty();
        Row row{
            {cluster.name, grouped(static_cast<std::int64_t>(cluster.areas.size())),
             (partial ? "at least " : "") + number(cluster.residents),
             cluster.unparishedShareOfResidents ? percent(*cluster.unparishedShareOfResidents) : notRecorded},
            false};
        if (target) {
            row.cells.push_back(cluster.deviationPercent ? decimal(*cluster.deviationPercent, 0) + "%"
                                                         : notRecorded);
        }
        if (phases) {
            const auto phase = phaseOf(cluster);
            row.cells.push_back(phase.empty() ? notRecorded : phase);
        }
        table.rows.push_back(std::move(row));
    }
    document.add(std::move(table));
    if (!scope.arrangement.unassigned.empty()) {
        std::vector<std::string> names;
        for (const auto id : scope.arrangement.unassigned) {
            names.push_back(plan::nameOf(*scope.whole, plan::RecordKind::area, id));
        }
        document.paragraph("In no " + scope.word() + ": " + joined(names) + ".");
    }
}

} // namespace wardmote::report
