#include "core/report/scope.h"
#include "core/report/wording.h"
#include "core/report/written.h"

#include <algorithm>
#include <iterator>

namespace wardmote::report {

void addOptions(Document& document, const Scope& scope) {
    const auto* arrangement = scope.whole->find<plan::Arrangement>(scope.options.arrangement);
    const auto& paper = scope.options.paper;
    Document part;
    if (!linesOf(paper.rationale).empty() || (arrangement && !linesOf(arrangement->rationale).empty())) {
        part.heading(1, "Rationale");
        addLines(part, paper.rationale);
        if (arrangement && !arrangement->rationale.empty()) {
            part.paragraph(
                {{arrangement->name + ": ", true, {}}, {ended(arrangement->rationale), false, {}}});
        }
    }
    std::vector<Spans> others;
    for (const auto& other : scope.whole->all<plan::Arrangement>()) {
        if (other.id == scope.options.arrangement) {
            continue;
        }
        const auto clusters =
            std::ranges::count_if(scope.whole->all<plan::Cluster>(),
                                  [&](const auto& cluster) { return cluster.arrangement.id == other.id; });
        others.push_back(
            {{other.name, true, {}},
             {": " +
                  counted(static_cast<std::size_t>(clusters), scope.word(),
                          scope.settings().clusterWordPlural) +
                  (other.status ? ", " + label(other.status) : std::string{}) + ". " + ended(other.rationale),
              false,
              {}}});
    }
    if (!linesOf(paper.otherOptions).empty() || !others.empty()) {
        part.heading(1, "Other options considered");
        addLines(part, paper.otherOptions);
        if (!others.empty()) {
            part.paragraph("The plan also holds these arrangements:");
            part.add(List{false, std::move(others)});
        }
    }
    addWritten(part, 1, "Consultation", paper.consultation);
    std::ranges::move(part.blocks, std::back_inserter(document.blocks));
}

void addPapers(Document& document, const Scope& scope) {
    const auto& paper = scope.options.paper;
    if (auto listed = itemsOf(paper.backgroundPapers); !listed.empty()) {
        document.add(List{false, std::move(listed)});
    }
}

void addContact(Document& document, const Scope& scope) {
    const auto& plan = *scope.whole;
    const auto council = scope.settings().ownCouncil;
    const auto* organisation = council ? plan.find<plan::Organisation>(council.id) : nullptr;
    if (auto attached = itemsOf(scope.options.paper.attachments); !attached.empty()) {
        document.heading(1, "Attachments");
        document.add(List{false, std::move(attached)});
    }
    document.heading(1, "Contact and other formats");
    if (!scope.options.paper.contact.empty()) {
        document.paragraph({{"Contact: ", true, {}}, {ended(scope.options.paper.contact), false, {}}});
    }
    // Roles, not people: names and private numbers are no part of what is published.
    if (scope.cluster) {
        for (const auto& [name, ref] :
             {std::pair{"Single point of contact: ", scope.cluster->singlePointOfContact},
              {"Lead officer: ", scope.cluster->leadOfficer}}) {
            const auto* role = ref ? plan.find<plan::Role>(ref.id) : nullptr;
            if (role) {
                document.paragraph(
                    {{name, true, {}},
                     {role->name +
                          (role->organisation ? ", " + scope.organisation(role->organisation.id) : "") + ".",
                      false,
                      {}}});
            }
        }
    }
    Spans where{
        {"If you need this report in another format, such as large print, easy read, audio, braille or "
         "another language, please contact " +
             (organisation ? organisation->name : std::string("the council that publishes it")),
         false,
         {}}};
    if (organisation && !organisation->publicContact.empty()) {
        where.push_back({": " + organisation->publicContact, false, {}});
    }
    if (organisation && isAddress(organisation->website)) {
        where.push_back({" (", false, {}});
        const auto& address = organisation->website;
        where.push_back({address.substr(address.find("://") + 3), false, address});
        where.push_back({")", false, {}});
    }
    where.push_back({".", false, {}});
    document.paragraph(std::move(where));
}

} // namespace wardmote::report
