#include "ui/pages/duplication/duplication_answer.h"

#include "core/text/words.h"

#include <algorithm>
#include <map>

namespace wardmote::ui {
namespace {

using plan::RecordKind;

bool names(const plan::Review& review, plan::Id mechanism) {
    return std::ranges::any_of(review.mechanisms,
                               [&](const auto& link) { return link.mechanism.id == mechanism; });
}

std::string filterText(const plan::Plan& plan, const plan::Mechanism& mechanism) {
    std::string words = mechanism.name;
    for (const auto organisation : {mechanism.leadOrganisation, mechanism.service}) {
        if (const auto* record = plan.find(organisation)) {
            words += ' ' + record->name;
        }
    }
    return text::folded(words);
}

} // namespace

bool isDecided(const plan::Review& review) {
    return review.decision && review.status != plan::ReviewStatus::open;
}

const plan::Review* reviewOf(const plan::Plan& plan, plan::Id a, plan::Id b) {
    const plan::Review* found = nullptr;
    for (const auto& review : plan.all<plan::Review>()) {
        if (names(review, a) && names(review, b) && (!found || (!isDecided(*found) && isDecided(review)))) {
            found = &review;
        }
    }
    return found;
}

Result<DuplicationAnswer> duplicationAnswerOf(const plan::PlanRef& plan, plan::Date today,
                                              const Progress& progress) {
    DuplicationAnswer answer;
    answer.plan = plan;
    answer.today = today;
    analysis::DuplicationOptions options;
    options.today = today;
    options.keepPairs = 5000;
    options.keepUnscored = 1000;
    auto found = analysis::findDuplication(*plan, options, progress);
    if (!found) {
        return tl::unexpected(found.error());
    }
    answer.duplication = std::move(*found);
    answer.explainer = std::make_shared<const analysis::PairExplainer>(plan, today);
    std::map<plan::Id, analysis::MechanismCost> costs;
    std::vector<analysis::MechanismCost> all;
    for (const auto& mechanism : plan->all<plan::Mechanism>()) {
        if (progress.stopped()) {
            return failure("Stopped");
        }
        const auto cost = answer.explainer->costs().of(mechanism.id);
        const bool counts = !mechanism.status || mechanism.status == plan::MechanismStatus::active;
        if (counts && !(mechanism.ended && *mechanism.ended <= today)) {
            all.push_back(cost);
        }
        costs.emplace(mechanism.id, cost);
    }
    answer.totals = analysis::totalOf(all);
    std::map<plan::Id, std::string> filters;
    for (const auto& pair : answer.duplication.pairs) {
        ListedPair listed;
        listed.pair = pair;
        listed.nameA = plan::nameOf(*plan, RecordKind::mechanism, pair.a);
        listed.nameB = plan::nameOf(*plan, RecordKind::mechanism, pair.b);
        for (const auto id : {pair.a, pair.b}) {
            auto at = filters.find(id);
            if (at == filters.end()) {
                at = filters.emplace(id, filterText(*plan, *plan->find<plan::Mechanism>(id))).first;
            }
            listed.filterText += at->second + ' ';
        }
        listed.spending = costs.at(pair.smaller).spending;
        listed.staffHours = costs.at(pair.smaller).staffHours;
        if (const auto* review = reviewOf(*plan, pair.a, pair.b)) {
            listed.review = review->id;
            listed.decided = isDecided(*review);
        }
        answer.undecided += pair.isDuplication() && !listed.decided ? 1 : 0;
        answer.pairs.push_back(std::move(listed));
    }
    return answer;
}

} // namespace wardmote::ui
