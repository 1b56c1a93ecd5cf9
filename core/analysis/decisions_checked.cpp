#include "core/analysis/decisions_checked.h"

#include "core/plan/wording.h"

#include <algorithm>
#include <cmath>
#include <fmt/format.h>

namespace wardmote::analysis {
namespace {

using plan::Mechanism;
using plan::RecordKind;
using plan::Review;
using plan::WhatToDo;

constexpr std::size_t areasNamed = 3;

std::string lowered(std::string_view label) {
    std::string words(label);
    if (!words.empty() && words.front() >= 'A' && words.front() <= 'Z') {
        words.front() = static_cast<char>(words.front() + 32);
    }
    return words;
}

std::string namesOfAreas(const plan::Plan& plan, const std::vector<plan::Id>& ids) {
    std::string words;
    const auto shown = std::min(ids.size(), areasNamed);
    for (std::size_t i = 0; i < shown; ++i) {
        words += (i == 0                ? ""
                  : i + 1 == ids.size() ? " and "
                                        : ", ") +
                 plan::nameOf(plan, RecordKind::area, ids[i]);
    }
    return ids.size() > shown ? fmt::format("{} and {} more", words, ids.size() - shown) : words;
}

bool moved(double then, double now) {
    return std::abs(now - then) + 1e-9 >= hoursMoved * then && std::abs(now - then) >= 1;
}

std::string hoursSince(const plan::Plan& plan, plan::Id mechanism, const std::optional<double>& then,
                       const std::optional<double>& now) {
    if (!then || !now || !moved(*then, *now)) {
        return {};
    }
    return fmt::format("When decided {} took {} paid hours a year; now {}.",
                       plan::nameOf(plan, RecordKind::mechanism, mechanism), plan::inDigits(*then, 0),
                       plan::inDigits(*now, 0));
}

bool hasEnded(const Mechanism& mechanism, plan::Date today) {
    return mechanism.status == plan::MechanismStatus::ended || (mechanism.ended && *mechanism.ended <= today);
}

/// Calls visit(a, b) for every two mechanisms of a review that are there.
template<class Visit>
void forEachPair(const plan::Plan& plan, const Review& review, const Visit& visit) {
    std::vector<plan::Id> ids;
    for (const auto& link : review.mechanisms) {
        if (plan.find(link.mechanism)) {
            ids.push_back(link.mechanism.id);
        }
    }
    for (std::size_t i = 0; i < ids.size(); ++i) {
        for (std::size_t j = i + 1; j < ids.size(); ++j) {
            visit(std::min(ids[i], ids[j]), std::max(ids[i], ids[j]));
        }
    }
}

} // namespace

DecisionFacts factsOf(const PairExplainer& explainer, plan::Id a, plan::Id b) {
    auto explanation = explainer.explain(a, b);
    DecisionFacts facts;
    facts.a = explanation.pair.a;
    facts.b = explanation.pair.b;
    facts.kind = explanation.pair.kind;
    facts.components = explanation.pair.components;
    facts.score = explanation.pair.score;
    facts.hoursA = explainer.costs().of(facts.a).staffHours.value;
    facts.hoursB = explainer.costs().of(facts.b).staffHours.value;
    facts.areas = std::move(explanation.place.shared);
    return facts;
}

std::string factsOfReview(const PairExplainer& explainer, const plan::Plan& plan, const Review& review) {
    std::vector<DecisionFacts> facts;
    forEachPair(plan, review, [&](plan::Id a, plan::Id b) { facts.push_back(factsOf(explainer, a, b)); });
    return writtenFacts(facts);
}

std::vector<std::string> changedSince(const plan::Plan& plan, const DecisionFacts& then,
                                      const DecisionFacts& now) {
    std::vector<std::string> sentences;
    if (!then.areas.empty() && now.areas.empty()) {
        sentences.push_back(fmt::format("When decided both covered {}; now they share no area.",
                                        namesOfAreas(plan, then.areas)));
    } else if (then.areas.empty() && !now.areas.empty()) {
        sentences.push_back(fmt::format("When decided they shared no area; now both cover {}.",
                                        namesOfAreas(plan, now.areas)));
    }
    if (then.kind != now.kind) {
        sentences.push_back(fmt::format("When decided the comparison said {}; now it says {}.",
                                        lowered(labelOf(then.kind)), lowered(labelOf(now.kind))));
    }
    if (then.score && now.score && std::abs(*then.score - *now.score) + 1e-9 >= scoreMoved) {
        sentences.push_back(
            fmt::format("Their score was {:.2f} when decided; now it is {:.2f}.", *then.score, *now.score));
    }
    for (const auto& [id, before, after] :
         {std::tuple{then.a, then.hoursA, now.hoursA}, std::tuple{then.b, then.hoursB, now.hoursB}}) {
        if (auto sentence = hoursSince(plan, id, before, after); !sentence.empty()) {
            sentences.push_back(std::move(sentence));
        }
    }
    return sentences;
}

bool isDecision(const Review& review) {
    return review.decision && review.status != plan::ReviewStatus::open &&
           review.status != plan::ReviewStatus::rejected;
}

std::vector<std::string> outdatedBecause(const plan::Plan& plan, const PairExplainer& explainer,
                                         plan::Date today, const Review& review) {
    std::vector<std::string> because;
    if (!isDecision(review)) {
        return because;
    }
    const bool toGo = review.decision == WhatToDo::end || review.decision == WhatToDo::mergeInto;
    bool anyEnded = false;
    for (const auto& link : review.mechanisms) {
        const auto* mechanism = plan.find(link.mechanism);
        const bool ended = mechanism && hasEnded(*mechanism, today);
        anyEnded = anyEnded || ended;
        if (ended && !toGo) {
            because.push_back(fmt::format("{} has ended since.", mechanism->name));
        }
    }
    if (toGo && anyEnded) {
        return because; // it was done, and what is left is to look otherwise
    }
    for (const auto& then : readFacts(review.factsWhenDecided)) {
        if (plan.find<Mechanism>(then.a) && plan.find<Mechanism>(then.b) && then.a != then.b) {
            auto more = changedSince(plan, then, factsOf(explainer, then.a, then.b));
            because.insert(because.end(), std::make_move_iterator(more.begin()),
                           std::make_move_iterator(more.end()));
        }
    }
    return because;
}

std::vector<OutdatedDecision> outdatedDecisions(const plan::Plan& plan, const PairExplainer& explainer,
                                                plan::Date today) {
    std::vector<OutdatedDecision> outdated;
    for (const auto& review : plan.all<Review>()) {
        auto because = outdatedBecause(plan, explainer, today, review);
        if (!because.empty()) {
            outdated.push_back({review.id, std::move(because)});
        }
    }
    return outdated;
}

} // namespace wardmote::analysis
