#include "core/analysis/local_issues.h"
#include "core/plan/local_issue.h"
#include "core/report/scope.h"
#include "core/report/wording.h"

#include <algorithm>

namespace wardmote::report {

namespace {

constexpr std::size_t issuesListed = 15;
constexpr std::size_t pairsListed = 12;

/// Issues that concern the place: raised there, or at a mechanism that operates there.
bool concerns(const Scope& scope, const analysis::IssueStanding& standing) {
    if (!scope.cluster) {
        return true;
    }
    const auto& issue = *scope.whole->find<plan::LocalIssue>(standing.issue);
    const std::set<plan::Id> here(scope.areas.begin(), scope.areas.end());
    if (!issue.areas.empty()) {
        return std::ranges::any_of(issue.areas,
                                   [&](const auto& link) { return here.contains(link.area.id); });
    }
    return std::ranges::any_of(standing.mechanisms, [&](plan::Id id) {
        return std::ranges::find(scope.mechanisms, id) != scope.mechanisms.end() && !scope.wider.contains(id);
    });
}

std::string areasOf(const Scope& scope, const plan::LocalIssue& issue) {
    std::vector<std::string> names;
    for (const auto& link : issue.areas) {
        names.push_back(plan::nameOf(*scope.whole, plan::RecordKind::area, link.area.id));
    }
    return names.empty() ? notRecorded : joined(names);
}

void addUnanswered(Document& document, const Scope& scope, const analysis::LocalIssues& found) {
    Table table;
    table.caption = "Issues without an answer, oldest first";
    table.columns = {{"What was raised", Align::left, 2.4},
                     {"Where", Align::left, 1.6},
                     {"Days waiting", Align::right, 1},
                     {"Taken by", Align::left, 1.6}};
    for (std::size_t i = 0; i < std::min(found.unanswered.size(), issuesListed); ++i) {
        const auto& standing = *found.find(found.unanswered[i]);
        const auto& issue = *scope.whole->find<plan::LocalIssue>(standing.issue);
        table.rows.push_back({{issue.name, areasOf(scope, issue), number(standing.daysUnanswered),
                               scope.organisation(scope.whole->find(issue.takenBy) ? issue.takenBy.id : 0)}});
    }
    if (!table.rows.empty()) {
        document.add(std::move(table));
    }
    if (found.unanswered.size() > issuesListed) {
        document.paragraph(counted(found.unanswered.size() - issuesListed, "more is", "more are") +
                           " waiting.");
    }
}

void addShared(Document& document, const Scope& scope, const analysis::LocalIssues& found) {
    Table table;
    table.caption = "Mechanisms at which the same issues were raised";
    table.columns = {{"Mechanism", Align::left, 2}, {"and", Align::left, 2}, {"Issues", Align::left, 3}};
    for (std::size_t i = 0; i < std::min(found.sharedBetween.size(), pairsListed); ++i) {
        const auto& pair = found.sharedBetween[i];
        std::vector<std::string> names;
        for (const auto id : pair.issues) {
            names.push_back(plan::nameOf(*scope.whole, plan::RecordKind::localIssue, id));
        }
        table.rows.push_back({{scope.name(pair.a), scope.name(pair.b), joined(names)}});
    }
    if (!table.rows.empty()) {
        document.paragraph(
            "One issue raised at several mechanisms is evidence that they do the same work; it is no "
            "part of any score.");
        document.add(std::move(table));
    }
}

} // namespace

void addLocalIssues(Document& document, const Scope& scope) {
    auto plan = *scope.whole;
    for (const auto& standing : analysis::findLocalIssues(*scope.whole, scope.options.today).issues) {
        if (!concerns(scope, standing)) {
            plan.remove(plan::RecordKind::localIssue, standing.issue);
        }
    }
    const auto found = analysis::findLocalIssues(plan, scope.options.today);
    if (found.issues.empty()) {
        return;
    }
    document.heading(1, "What people raised");
    document.paragraph(counted(found.all.issues, "local issue is", "local issues are") + " recorded; " +
                       counted(found.all.unanswered, "waits", "wait") + " for an answer. " +
                       (found.all.medianDays
                            ? "From raised to answered it took " + decimal(*found.all.medianDays, 1) +
                                  " days in the median, over " + counted(found.all.timed, "issue", "issues") +
                                  " of which both days are recorded."
                            : std::string("How long answers take is not recorded.")));
    addUnanswered(document, scope, found);
    addShared(document, scope, found);
}

} // namespace wardmote::report
