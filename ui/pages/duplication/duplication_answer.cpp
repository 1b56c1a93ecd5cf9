#include "ui/pages/duplication/duplication_answer.h"

#include "core/analysis/decisions_checked.h"
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

std::map<plan::Id, std::set<plan::Id>> clustersByArea(const plan::Plan& plan) {
    std::map<plan::Id, std::set<plan::Id>> clusters;
    for (const auto& cluster : plan.all<plan::Cluster>()) {
        if (cluster.arrangement == plan.settings().arrangementInForce) {
            for (const auto& link : cluster.areas) {
                clusters[link.area.id].insert(cluster.id);
            }
        }
    }
    return clusters;
}

Belongs belongingOf(const plan::Mechanism& mechanism,
                    const std::map<plan::Id, std::set<plan::Id>>& clustersByArea,
                    const analysis::MechanismCost& cost) {
    Belongs to;
    to.staffHours = cost.staffHours.value;
    const auto addArea = [&](const std::set<plan::Id>& clusters) {
        to.clusters.insert(clusters.begin(), clusters.end());
    };
    if (mechanism.wholePlan == true) {
        for (const auto& [area, clusters] : clustersByArea) {
            addArea(clusters);
        }
    }
    for (const auto& link : mechanism.areas) {
        if (const auto at = clustersByArea.find(link.area.id); at != clustersByArea.end()) {
            addArea(at->second);
        }
    }
    for (const auto organisation : {mechanism.service, mechanism.leadOrganisation}) {
        if (organisation) {
            to.services.insert(organisation.id);
        }
    }
    for (const auto& link : mechanism.themes) {
        to.themes.insert(link.theme.id);
    }
    return to;
}

/// The plan as it would be with these weights; it shares all other records.
plan::PlanRef with(plan::Plan plan, const WeightsTried& tried) {
    auto settings = plan.settings();
    tried.putInto(settings);
    plan.put(std::move(settings));
    return std::make_shared<const plan::Plan>(std::move(plan));
}

/// Makes the list, asking what concerns a mechanism once.
class Lister {
public:
    Lister(DuplicationAnswer& answer, const std::map<plan::Id, analysis::MechanismCost>& costs)
        : answer_(answer), costs_(costs), clusters_(clustersByArea(*answer.plan)) {}

    void add(const analysis::Pair& pair, bool isPair) {
        const auto& plan = *answer_.plan;
        ListedPair listed;
        listed.pair = pair;
        listed.isPair = isPair;
        listed.nameA = plan::nameOf(plan, RecordKind::mechanism, pair.a);
        listed.nameB = plan::nameOf(plan, RecordKind::mechanism, pair.b);
        listed.filterText = filterOf(pair.a) + ' ' + filterOf(pair.b) + ' ';
        listed.spending = costs_.at(pair.smaller).spending;
        listed.staffHours = costs_.at(pair.smaller).staffHours;
        if (const auto* review = reviewOf(plan, pair.a, pair.b)) {
            listed.review = review->id;
            listed.decided = isDecided(*review);
            // A decision rested on the plan's own weights, so that others tried do not make it outdated.
            if (!answer_.tried) {
                listed.outdated = analysis::outdatedBecause(plan, *answer_.explainer, answer_.today, *review);
            }
        }
        answer_.undecided += pair.isDuplication() && isPair && !listed.decided ? 1 : 0;
        answer_.pairs.push_back(std::move(listed));
    }

private:
    const std::string& filterOf(plan::Id id) {
        auto at = filters_.find(id);
        if (at == filters_.end()) {
            const auto& mechanism = *answer_.plan->find<plan::Mechanism>(id);
            at = filters_.emplace(id, filterText(*answer_.plan, mechanism)).first;
            answer_.belongs.emplace(id, belongingOf(mechanism, clusters_, costs_.at(id)));
        }
        return at->second;
    }

    DuplicationAnswer& answer_;
    const std::map<plan::Id, analysis::MechanismCost>& costs_;
    std::map<plan::Id, std::set<plan::Id>> clusters_;
    std::map<plan::Id, std::string> filters_;
};

/// Every two mechanisms of each review that says what to do, the smaller id first.
std::vector<std::tuple<const plan::Review*, plan::Id, plan::Id>> pairsDecidedAbout(const plan::Plan& plan) {
    std::vector<std::tuple<const plan::Review*, plan::Id, plan::Id>> pairs;
    for (const auto& review : plan.all<plan::Review>()) {
        const auto& links = review.mechanisms;
        for (std::size_t i = 0; analysis::isDecision(review) && i < links.size(); ++i) {
            for (std::size_t j = i + 1; j < links.size(); ++j) {
                if (plan.find(links[i].mechanism) && plan.find(links[j].mechanism)) {
                    pairs.emplace_back(&review, std::min(links[i].mechanism.id, links[j].mechanism.id),
                                       std::max(links[i].mechanism.id, links[j].mechanism.id));
                }
            }
        }
    }
    return pairs;
}

} // namespace

std::size_t mechanismsOf(const std::vector<const ListedPair*>& pairs) {
    std::set<plan::Id> mechanisms;
    for (const auto* pair : pairs) {
        mechanisms.insert({pair->pair.a, pair->pair.b});
    }
    return mechanisms.size();
}

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

Result<DuplicationAnswer> duplicationAnswerOf(const plan::PlanRef& recorded, plan::Date today,
                                              const std::optional<WeightsTried>& tried,
                                              const Progress& progress) {
    const auto plan = tried ? with(*recorded, *tried) : recorded;
    DuplicationAnswer answer;
    answer.plan = plan;
    answer.tried = tried;
    answer.today = today;
    analysis::DuplicationOptions options;
    options.today = today;
    options.keepPairs = 5000;
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
    answer.calibration = analysis::calibrated(*recorded, *answer.explainer);
    Lister lister(answer, costs);
    std::set<std::pair<plan::Id, plan::Id>> listed;
    for (const auto& pair : answer.duplication.pairs) {
        lister.add(pair, true);
        listed.emplace(pair.a, pair.b);
    }
    for (const auto& [review, a, b] : pairsDecidedAbout(*plan)) {
        if (!listed.contains({a, b}) &&
            !analysis::outdatedBecause(*plan, *answer.explainer, today, *review).empty()) {
            lister.add(answer.explainer->explain(a, b).pair, false);
            listed.emplace(a, b);
        }
    }
    return answer;
}

} // namespace wardmote::ui
