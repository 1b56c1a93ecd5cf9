#include "core/report/reviews.h"

#include "core/report/wording.h"
#include "core/report/written.h"

#include <algorithm>

namespace wardmote::report {

std::vector<const plan::Review*> reviewsOf(const Scope& scope) {
    std::vector<const plan::Review*> found;
    for (const auto& review : scope.whole->all<plan::Review>()) {
        const bool here = std::ranges::any_of(review.mechanisms, [&](const auto& link) {
            return std::ranges::find(scope.mechanisms, link.mechanism.id) != scope.mechanisms.end();
        });
        if (here && review.decision) {
            found.push_back(&review);
        }
    }
    std::ranges::sort(found, {}, [](const auto* review) { return std::pair(review->name, review->id); });
    return found;
}

const plan::Review* reviewOf(const Scope& scope, const analysis::Pair& pair) {
    const plan::Review* found = nullptr;
    for (const auto& review : scope.whole->all<plan::Review>()) {
        const auto names = [&review](plan::Id id) {
            return std::ranges::any_of(review.mechanisms,
                                       [id](const auto& link) { return link.mechanism.id == id; });
        };
        if (names(pair.a) && names(pair.b) && (!found || review.decidedOn > found->decidedOn)) {
            found = &review;
        }
    }
    return found;
}

bool isProposal(const plan::Review& review) {
    return review.status
               ? *review.status == plan::ReviewStatus::open || *review.status == plan::ReviewStatus::proposed
               : !review.decidedOn;
}

bool isAgreed(const plan::Review& review) {
    return review.status ? *review.status == plan::ReviewStatus::agreed : review.decidedOn.has_value();
}

std::string whatToDo(const Scope& scope, const plan::Review& review) {
    std::vector<std::string> names;
    for (const auto& link : review.mechanisms) {
        if (review.decision != plan::WhatToDo::mergeInto || link.mechanism.id != review.mergeInto.id) {
            names.push_back(scope.name(link.mechanism.id));
        }
    }
    const auto all = joined(names);
    switch (*review.decision) {
    case plan::WhatToDo::keep:
        return "Keep " + all;
    case plan::WhatToDo::mergeInto:
        return "Merge " + all +
               (review.mergeInto ? " into " + scope.name(review.mergeInto.id) : std::string{});
    case plan::WhatToDo::shareAMeeting:
        return "Let " + all + " share a meeting";
    case plan::WhatToDo::meetLessOften:
        return "Let " + all + " meet less often";
    case plan::WhatToDo::reScope:
        return "Re-scope " + all;
    case plan::WhatToDo::end:
        return "End " + all;
    }
    return all;
}

std::string byWhomAndWhen(const plan::Review& review) {
    return (review.decidedBy.empty() ? "" : " by " + review.decidedBy) +
           (review.decidedOn ? " on " + review.decidedOn->words() : std::string{});
}

std::string lossesInWords(const plan::Review& review) {
    std::string text;
    for (const auto* words : {&review.lostReach, &review.lostTravel, &review.lostStatutoryDuty}) {
        text += (text.empty() || words->empty() ? "" : " ") + ended(*words);
    }
    return text;
}

std::string decisionInBrief(const plan::Review* review) {
    if (!review || (!review->decision && !review->finding)) {
        return "none yet";
    }
    std::string text = review->decision ? label(review->decision) : "Found: " + label(review->finding);
    if (review->status) {
        text += " (" + label(review->status) + ")";
    }
    return text;
}

} // namespace wardmote::report
