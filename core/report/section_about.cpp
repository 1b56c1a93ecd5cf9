#include "core/report/scope.h"
#include "core/report/wording.h"
#include "core/report/written.h"

#include <algorithm>
#include <iterator>

namespace wardmote::report {

namespace {

/// A post and the organisation that it belongs to; never a person's name.
std::string postOf(const Scope& scope, plan::Id id) {
    const auto* role = scope.whole->find<plan::Role>(id);
    return !role ? std::string{}
                 : role->name + (role->organisation ? " (" + scope.organisation(role->organisation.id) + ")"
                                                    : std::string{});
}

void addTeam(Document& document, const Scope& scope) {
    std::vector<std::string> posts;
    for (const auto& member : scope.cluster->virtualTeam) {
        if (auto post = postOf(scope, member.role.id); !post.empty()) {
            posts.push_back(std::move(post));
        }
    }
    if (!posts.empty()) {
        document.paragraph({{"Officers who support it: ", true, {}}, {joined(posts) + ".", false, {}}});
    }
}

void addPrinciples(Document& document, const Scope& scope) {
    if (scope.cluster->principleScores.empty()) {
        return;
    }
    Table table;
    table.caption = "How far the plan's principles are lived, from 0 (not yet) to 4 (fully)";
    table.columns = {{"Principle", Align::left, 2},
                     {"Score", Align::right, 0.7},
                     {"What shows it", Align::left, 3},
                     {"Date", Align::left, 1.4}};
    for (const auto& score : scope.cluster->principleScores) {
        table.rows.push_back(
            {{score.principle, number(score.score), score.evidence.empty() ? notRecorded : score.evidence,
              score.scoredOn ? score.scoredOn->words() : notRecorded}});
    }
    document.add(std::move(table));
}

} // namespace

void addAbout(Document& document, const Scope& scope) {
    Document part;
    part.heading(1, "The " + scope.word());
    std::string standing;
    if (scope.cluster->status) {
        standing = "Status: " + label(scope.cluster->status) + ".";
    }
    if (!scope.cluster->phase.empty()) {
        standing += (standing.empty() ? "" : " ") + ended(scope.cluster->phase);
    }
    if (!standing.empty()) {
        part.paragraph(standing);
    }
    addTeam(part, scope);
    addWritten(part, 2, "Priorities", scope.cluster->priorities);
    addWritten(part, 2, "Natural communities", scope.cluster->naturalCommunities);
    addPrinciples(part, scope);
    // What stands in every plan says too little for a section of its own.
    if (part.blocks.size() > (standing.empty() ? 1U : 2U)) {
        std::ranges::move(part.blocks, std::back_inserter(document.blocks));
    }
}

} // namespace wardmote::report
