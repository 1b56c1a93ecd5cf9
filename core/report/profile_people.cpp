#include "core/report/profile_sections.h"
#include "core/report/wording.h"
#include "core/report/written.h"

#include <algorithm>
#include <cmath>
#include <iterator>

namespace wardmote::report {

namespace {

KeyFigure deviationFigure(const Scope& scope) {
    const auto& measures = *scope.measures;
    const bool target = scope.arrangement.target && measures.deviationPercent;
    const auto& deviation = target ? measures.deviationPercent : measures.deviationFromMeanPercent;
    std::string value = notRecorded;
    if (deviation) {
        const auto rounded = std::lround(*deviation);
        value = (rounded > 0 ? "+" : rounded < 0 ? "−" : "") + std::to_string(std::abs(rounded)) + "%";
    }
    std::string remark;
    if (measures.withinBand) {
        remark = *measures.withinBand ? "within the plan's limits" : "outside the plan's limits";
    } else if (target) {
        remark = "the plan sets the target";
    }
    return {value,
            target ? "of the target for residents"
                   : "from the mean of the " + scope.settings().clusterWordPlural,
            remark};
}

KeyFigure deprivationFigure(const Scope& scope) {
    const auto& measures = *scope.measures;
    std::string remark = measures.deprivationVintages.empty()
                             ? std::string{}
                             : "Indices of Deprivation " + joined(measures.deprivationVintages);
    if (measures.mostDeprivedFifthShare) {
        remark += (remark.empty() ? "" : "; ") + percent(*measures.mostDeprivedFifthShare) +
                  " in the most deprived fifth";
    }
    return {measures.deprivationScore ? decimal(*measures.deprivationScore, 1) : notRecorded,
            "deprivation score", remark};
}

std::string knownOf(std::size_t unknown, std::size_t all) {
    return unknown == 0 ? std::string{}
                        : "recorded for " + std::to_string(all - unknown) + " of " + std::to_string(all);
}

KeyFigure residentsFigure(const analysis::ClusterMeasures& measures) {
    const bool partial = measures.residents && !measures.areasWithoutResidents.empty();
    return {(partial ? "at least " : "") + number(measures.residents), "residents",
            partial ? counted(measures.areasWithoutResidents.size(), "area", "areas") + " not recorded"
                    : std::string{}};
}

} // namespace

void addProfileFigures(Document& document, const Scope& scope) {
    const auto& measures = *scope.measures;
    document.heading(1, "In brief");
    KeyFigures place;
    place.figures.push_back(residentsFigure(measures));
    place.figures.push_back(deviationFigure(scope));
    place.figures.push_back({std::to_string(measures.areas.size()), scope.settings().areaWords,
                             std::to_string(measures.parishedAreas) + " parished, " +
                                 std::to_string(measures.unparishedAreas) + " unparished"});
    place.figures.push_back(
        {measures.parishedShareOfResidents ? percent(*measures.parishedShareOfResidents) : notRecorded,
         "of residents live in a parish", ""});
    place.figures.push_back(deprivationFigure(scope));
    const auto all = scope.mechanisms.size();
    place.figures.push_back({std::to_string(all), "engagement mechanisms in force",
                             scope.wider.empty()
                                 ? std::string{}
                                 : std::to_string(scope.wider.size()) + " also serve places outside"});
    place.figures.push_back(
        {number(scope.totals.meetings), "meetings a year", knownOf(scope.totals.meetingsUnknown, all)});
    place.figures.push_back({figure(scope.totals.staffHours), "paid staff time a year",
                             knownOf(scope.totals.staffHoursUnknown, all)});
    place.figures.push_back(
        {figure(scope.totals.spending), "spending a year", knownOf(scope.totals.spendingUnknown, all)});
    document.add(std::move(place));
}

void addProfilePeople(Document& document, const Scope& scope) {
    document.heading(1, "People");
    Table table;
    // Posts, never persons: a profile is printed and passed on.
    table.caption = "Who supports the " + scope.word() + ": posts and organisations";
    table.columns = {{"Part", Align::left, 1.2}, {"Post", Align::left, 4}};
    const auto post = [&](plan::Id id) {
        const auto* role = scope.whole->find<plan::Role>(id);
        if (!role) {
            return std::string(notRecorded);
        }
        return role->organisation ? role->name + " (" + scope.organisation(role->organisation.id) + ")"
                                  : role->name;
    };
    table.rows.push_back({{"Lead officer", post(scope.cluster->leadOfficer.id)}});
    table.rows.push_back({{"Single point of contact", post(scope.cluster->singlePointOfContact.id)}});
    std::vector<std::string> team;
    for (const auto& member : scope.cluster->virtualTeam) {
        team.push_back(post(member.role.id));
    }
    for (const auto& link : scope.cluster->teamOrganisations) {
        team.push_back(scope.organisation(link.organisation.id));
    }
    table.rows.push_back({{"Virtual team", team.empty() ? std::string(notRecorded) : joined(team)}});
    document.add(std::move(table));
}

void addProfilePurpose(Document& document, const Scope& scope) {
    addWritten(document, 1, "Priorities", scope.cluster->priorities);
    addWritten(document, 1, "Natural communities", scope.cluster->naturalCommunities);
}

void addProfilePrinciples(Document& document, const Scope& scope) {
    const auto& scores = scope.cluster->principleScores;
    if (scores.empty()) {
        return;
    }
    document.heading(1, "Principles");
    Table table;
    table.caption = "How far the plan's principles are lived, from 0 (not yet) to 4 (fully)";
    table.columns = {{"Principle", Align::left, 2},
                     {"Score", Align::right, 0.7},
                     {"What shows it, and when", Align::left, 4}};
    for (const auto& score : scores) {
        table.rows.push_back({{score.principle, number(score.score),
                               (score.evidence.empty() ? notRecorded : score.evidence) +
                                   (score.scoredOn ? " (" + score.scoredOn->words() + ")" : std::string{})}});
    }
    document.add(std::move(table));
}

} // namespace wardmote::report
