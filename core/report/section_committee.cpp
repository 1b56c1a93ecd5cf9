#include "core/report/reviews.h"
#include "core/report/wording.h"
#include "core/report/written.h"

#include <algorithm>

namespace wardmote::report {

namespace {

Spans inWords(const Scope& scope, const plan::Review& review) {
    std::string why;
    if (!review.reason.empty()) {
        why += " Reason: " + ended(review.reason);
    }
    if (const auto who = byWhomAndWhen(review); !who.empty()) {
        why += (isProposal(review) ? " Proposed" : " Decided") + ended(who);
    }
    return {{ended(whatToDo(scope, review)), true, {}}, {why, false, {}}};
}

std::vector<Spans> inWords(const Scope& scope, bool (*counts)(const plan::Review&)) {
    std::vector<Spans> items;
    for (const auto* review : reviewsOf(scope)) {
        if (counts(*review)) {
            items.push_back(inWords(scope, *review));
        }
    }
    return items;
}

void addLegal(Document& document, const Scope& scope) {
    std::vector<std::string> statutory;
    for (const auto id : scope.mechanisms) {
        const auto* mechanism = scope.whole->find<plan::Mechanism>(id);
        if (mechanism->statutory.value_or(false)) {
            statutory.push_back(mechanism->name + (mechanism->law.empty() ? " (law not recorded)"
                                                                          : " (" + mechanism->law + ")"));
        }
    }
    if (statutory.empty() && linesOf(scope.options.paper.legal).empty()) {
        return;
    }
    document.heading(2, "Legal");
    addLines(document, scope.options.paper.legal);
    if (!statutory.empty()) {
        document.paragraph("Recorded as required by law: " + joined(statutory) + ".");
    }
}

void addRisk(Document& document, const Scope& scope) {
    std::vector<Spans> losses;
    for (const auto* review : reviewsOf(scope)) {
        const auto lost = lossesInWords(*review);
        if (!lost.empty() && (isProposal(*review) || isAgreed(*review))) {
            losses.push_back({{whatToDo(scope, *review) + ":", true, {}}, {" " + lost, false, {}}});
        }
    }
    if (losses.empty() && linesOf(scope.options.paper.risk).empty()) {
        return;
    }
    document.heading(2, "Risk");
    addLines(document, scope.options.paper.risk);
    if (!losses.empty()) {
        document.paragraph("What the reviews say would be lost:");
        document.add(List{false, std::move(losses)});
    }
}

void addEquality(Document& document, const Scope& scope) {
    std::set<plan::Id> named;
    for (const auto id : scope.mechanisms) {
        for (const auto& link : scope.whole->find<plan::Mechanism>(id)->audiences) {
            named.insert(link.audience.id);
        }
    }
    std::vector<std::string> some;
    std::vector<std::string> none;
    for (const auto& audience : scope.whole->all<plan::Audience>()) {
        if (audience.protectedCharacteristic.value_or(false)) {
            (named.contains(audience.id) ? some : none).push_back(audience.name);
        }
    }
    std::ranges::sort(some);
    std::ranges::sort(none);
    const bool recorded = !scope.mechanisms.empty() && !(some.empty() && none.empty());
    if (!recorded && linesOf(scope.options.paper.equality).empty()) {
        return;
    }
    document.heading(2, "Equality");
    addLines(document, scope.options.paper.equality);
    if (!recorded) {
        return;
    }
    document.paragraph("Of the communities that share a protected characteristic (Equality Act 2010), "
                       "mechanisms in force for " +
                       scope.place() + " name " +
                       (some.empty() ? "none" : "these as an audience: " + joined(some)) +
                       (none.empty() ? "."
                                     : ". No mechanism is recorded as naming " + joined(none) +
                                           "; mechanisms for everyone may reach them all the same."));
}

} // namespace

std::vector<std::string> committeeLines(const Scope& scope) {
    const auto& paper = scope.options.paper;
    std::vector<std::string> lines;
    const auto line = [&lines](const char* name, std::string text) {
        lines.push_back(std::string(name) + ": " + std::move(text));
    };
    if (!paper.meeting.empty() || !paper.date.empty()) {
        line("Meeting",
             paper.meeting + (paper.meeting.empty() || paper.date.empty() ? "" : ", ") + paper.date);
    }
    constexpr std::size_t namedAtMost = 24;
    std::vector<std::string> names;
    for (const auto id : scope.areas) {
        names.push_back(plan::nameOf(*scope.whole, plan::RecordKind::area, id));
    }
    if (!names.empty()) {
        lines.push_back(capitalised(scope.settings().areaWords) + " affected: " +
                        (names.size() <= namedAtMost ? joined(names)
                                                     : "all " + std::to_string(names.size()) +
                                                           ", listed under \"Areas and residents\""));
    }
    return lines;
}

void addIssue(Document& document, const Scope& scope) {
    addWritten(document, 1, "The issue", scope.options.paper.issue);
}

void addRecommendations(Document& document, const Scope& scope) {
    auto asked = itemsOf(scope.options.paper.recommendations);
    auto proposed = inWords(scope, isProposal);
    auto agreed = inWords(scope, isAgreed);
    if (asked.empty() && proposed.empty() && agreed.empty()) {
        return;
    }
    document.heading(1, "Recommendations");
    if (!asked.empty()) {
        const auto& meeting = scope.options.paper.meeting;
        document.paragraph((meeting.empty() ? std::string("The meeting") : meeting) + " is asked to agree:");
        document.add(List{true, std::move(asked)});
    }
    if (!proposed.empty()) {
        document.paragraph("Proposed in reviews of mechanisms, and not yet agreed:");
        document.add(List{true, std::move(proposed)});
    }
    if (!agreed.empty()) {
        document.paragraph("Agreed, and not yet recorded as done:");
        document.add(List{false, std::move(agreed)});
    }
    document.paragraph(
        "No saving is claimed for any of these. What a change frees is known once it is decided how "
        "often, how long and with whom the mechanisms that remain will meet.");
}

void addImplications(Document& document, const Scope& scope) {
    Document part;
    part.heading(1, "Implications");
    addWritten(part, 2, "Resources and finance", scope.options.paper.resources);
    addLegal(part, scope);
    addRisk(part, scope);
    addEquality(part, scope);
    if (part.blocks.size() > 1) {
        std::ranges::move(part.blocks, std::back_inserter(document.blocks));
    }
}

} // namespace wardmote::report
