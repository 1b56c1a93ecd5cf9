#include "core/analysis/agreement.h"
#include "core/analysis/checks_collector.h"

#include <fmt/format.h>

/// Rules about what is decided of mechanisms: in reviews, and in the changes of scenarios.
namespace wardmote::analysis {
namespace {

using plan::Id;
using plan::RecordKind;
using plan::ReviewStatus;

/// A decision about a mechanism, wherever it is recorded.
struct Decision {
    RecordLink record;
    std::string_view kind; ///< "the review"
    std::string name;
    std::optional<ReviewStatus> status;
    std::string_view how; ///< "end" or "merge away"; empty: it would go on
    const plan::Mechanism* mechanism = nullptr;
    std::vector<const plan::FieldInfo*> missing; ///< before it could have been agreed
};

std::string_view stops(std::optional<plan::WhatToDo> what, plan::Ref<plan::Mechanism> into, Id mechanism) {
    if (what == plan::WhatToDo::end) {
        return "end";
    }
    return what == plan::WhatToDo::mergeInto && into.id != mechanism ? "merge away" : std::string_view{};
}

std::vector<Decision> decisionsOf(const plan::Plan& plan) {
    std::vector<Decision> decisions;
    for (const auto& review : plan.all<plan::Review>()) {
        if (review.finding == plan::Finding::recordedTwice) {
            continue; // one record goes, the mechanism goes on
        }
        for (const auto& link : review.mechanisms) {
            decisions.push_back({linkTo(RecordKind::review, review.id), "the review", review.name,
                                 review.status, stops(review.decision, review.mergeInto, link.mechanism.id),
                                 plan.find(link.mechanism), missingForAgreement(review)});
        }
    }
    for (const auto& change : plan.all<plan::ProposedChange>()) {
        const auto* scenario = plan.find(change.scenario);
        decisions.push_back({linkTo(RecordKind::proposedChange, change.id), "the scenario",
                             scenario ? scenario->name : change.name, change.status,
                             stops(change.action, change.into, change.mechanism.id),
                             plan.find(change.mechanism), missingForAgreement(change)});
    }
    std::erase_if(decisions, [](const Decision& decision) {
        return !decision.mechanism || decision.how.empty() || decision.status == ReviewStatus::rejected;
    });
    return decisions;
}

void overdue(Checking& checking) {
    for (const auto& mechanism : checking.plan.all<plan::Mechanism>()) {
        const bool over = mechanism.status == plan::MechanismStatus::ended;
        if (!over && mechanism.nextReview && *mechanism.nextReview < checking.options.today) {
            checking.add(
                "review-overdue",
                fmt::format("{} was to be reviewed by {}.", mechanism.name, mechanism.nextReview->words()),
                {linkTo(RecordKind::mechanism, mechanism.id)});
        }
    }
}

} // namespace

void checkDecisions(Checking& checking) {
    for (const auto& decision : decisionsOf(checking.plan)) {
        const auto& mechanism = *decision.mechanism;
        const std::vector<RecordLink> records{linkTo(RecordKind::mechanism, mechanism.id), decision.record};
        if (mechanism.statutory.value_or(false)) {
            checking.add("statutory-to-end",
                         fmt::format("{} is required by law{}, but {} \"{}\" would {} it.", mechanism.name,
                                     mechanism.law.empty() ? "" : " (" + mechanism.law + ")", decision.kind,
                                     decision.name, decision.how),
                         records);
        }
        if (isAgreed(decision.status) && !decision.missing.empty()) {
            checking.add("agreed-without-screening",
                         fmt::format("{} \"{}\" would {} {}. It is agreed, but equality screening, who was "
                                     "consulted or what they said is not recorded.",
                                     decision.kind == "the review" ? "The review" : "The scenario",
                                     decision.name, decision.how, mechanism.name),
                         records);
        }
    }
    overdue(checking);
}

} // namespace wardmote::analysis
