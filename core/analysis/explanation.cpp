#include "core/analysis/explanation.h"

#include "core/analysis/attendance.h"
#include "core/analysis/evidence.h"
#include "core/analysis/pair_scan.h"
#include "core/base/contract.h"

#include <algorithm>

namespace wardmote::analysis {
namespace {

using plan::Mechanism;
using Ids = std::vector<plan::Id>;

Ids settled(Ids ids) {
    std::ranges::sort(ids);
    const auto repeats = std::ranges::unique(ids);
    ids.erase(repeats.begin(), repeats.end());
    return ids;
}

Comparison compare(Ids a, Ids b) {
    Comparison answer;
    a = settled(std::move(a));
    b = settled(std::move(b));
    answer.recordedOnA = !a.empty();
    answer.recordedOnB = !b.empty();
    std::ranges::set_intersection(a, b, std::back_inserter(answer.shared));
    std::ranges::set_difference(a, b, std::back_inserter(answer.onlyA));
    std::ranges::set_difference(b, a, std::back_inserter(answer.onlyB));
    return answer;
}

template<auto Member>
Ids idsOf(const plan::Plan& plan, const auto& links) {
    Ids ids;
    for (const auto& link : links) {
        if (plan.find(link.*Member)) {
            ids.push_back((link.*Member).id);
        }
    }
    return ids;
}

Ids areasOf(const plan::Plan& plan, const Mechanism& mechanism) {
    return mechanism.wholePlan == true ? plan.ids(plan::RecordKind::area)
                                       : idsOf<&plan::AreaLink::area>(plan, mechanism.areas);
}

} // namespace

class PairExplainer::Private {
public:
    Private(plan::PlanRef wanted, plan::Date day)
        : plan(std::move(wanted)), today(day), costs(*plan, day), table(*plan, costs, day),
          rules(plan->settings(), {}), relations(*plan), attendance(*plan) {}

    /// A pair of which one is proposed or paused is not in the table; its own small one compares it.
    Pair pair(plan::Id a, plan::Id b) const {
        const auto rowA = table.rowOf(a);
        const auto rowB = table.rowOf(b);
        if (rowA < table.size() && rowB < table.size()) {
            return classed(table, rowA, rowB);
        }
        plan::Plan active = *plan;
        for (const auto id : {a, b}) {
            auto copy = *plan->find<Mechanism>(id);
            copy.status = plan::MechanismStatus::active;
            active.put(std::move(copy));
        }
        const CostModel otherCosts(active, today);
        const ComparisonTable other(active, otherCosts, today);
        return classed(other, other.rowOf(a), other.rowOf(b));
    }

    Pair classed(const ComparisonTable& in, std::size_t a, std::size_t b) const {
        auto candidate = compared(in, rules, static_cast<std::uint32_t>(a), static_cast<std::uint32_t>(b));
        const auto* relation = relations.between(in.mechanisms[a]->id, in.mechanisms[b]->id);
        candidate.kind = !relation ? rules.nearestClass(in, candidate, livesApart(in.lives[a], in.lives[b]))
                         : relation->kind == Relation::Kind::parent ? PairClass::parentAndSubGroup
                                                                    : PairClass::succeeded;
        return asPair(in, relations, costs, candidate);
    }

    Comparison attendanceOf(const Mechanism& a, const Mechanism& b) const {
        auto countedA = attendance.counted(a);
        auto countedB = attendance.counted(b);
        Ids notCounted = countedA.notCounted;
        notCounted.insert(notCounted.end(), countedB.notCounted.begin(), countedB.notCounted.end());
        for (auto* counted : {&countedA.counted, &countedB.counted}) {
            std::erase_if(*counted, [&](plan::Id id) {
                const bool everywhere = std::ranges::binary_search(table.attendOverHalf, id);
                if (everywhere) {
                    notCounted.push_back(id);
                }
                return everywhere;
            });
        }
        auto answer = compare(countedA.counted, countedB.counted);
        answer.notCounted = settled(std::move(notCounted));
        return answer;
    }

    std::string relationWords(plan::Id a, plan::Id b) const {
        const auto* relation = relations.between(a, b);
        if (!relation) {
            return {};
        }
        const auto from = plan::nameOf(*plan, plan::RecordKind::mechanism, relation->from);
        const auto to = plan::nameOf(*plan, plan::RecordKind::mechanism, relation->to);
        const std::string through = relation->direct ? "." : ", through others.";
        if (relation->kind == Relation::Kind::parent) {
            return from + " reports to " + to + through;
        }
        return from + " was replaced by " + to + (relation->inPart ? " in part" : "") + through;
    }

    plan::PlanRef plan;
    plan::Date today;
    CostModel costs;
    ComparisonTable table;
    PairRules rules;
    Relations relations;
    AttendanceRules attendance;
};

PairExplainer::PairExplainer(plan::PlanRef plan, plan::Date today)
    : d(std::make_unique<Private>(std::move(plan), today)) {}
PairExplainer::~PairExplainer() = default;
PairExplainer::PairExplainer(PairExplainer&&) noexcept = default;
PairExplainer& PairExplainer::operator=(PairExplainer&&) noexcept = default;

const CostModel& PairExplainer::costs() const {
    return d->costs;
}

std::vector<Evidence> PairExplainer::evidence(plan::Id a, plan::Id b) const {
    const auto* first = d->plan->find<Mechanism>(a);
    const auto* second = d->plan->find<Mechanism>(b);
    contract(first && second && a != b, "evidence is asked of two mechanisms of the plan");
    return evidenceOf(*d->plan, d->costs, d->today, *first, *second);
}

PairExplanation PairExplainer::explain(plan::Id idA, plan::Id idB) const {
    const auto [lower, upper] = std::minmax(idA, idB);
    const auto* a = d->plan->find<Mechanism>(lower);
    const auto* b = d->plan->find<Mechanism>(upper);
    contract(a && b && lower != upper, "an explanation is asked of two mechanisms of the plan");
    PairExplanation answer;
    answer.pair = d->pair(lower, upper);
    answer.place = compare(areasOf(*d->plan, *a), areasOf(*d->plan, *b));
    answer.purpose = compare(idsOf<&plan::ThemeLink::theme>(*d->plan, a->themes),
                             idsOf<&plan::ThemeLink::theme>(*d->plan, b->themes));
    answer.audience = compare(idsOf<&plan::AudienceLink::audience>(*d->plan, a->audiences),
                              idsOf<&plan::AudienceLink::audience>(*d->plan, b->audiences));
    answer.attendance = d->attendanceOf(*a, *b);
    answer.evidence = evidenceOf(*d->plan, d->costs, d->today, *a, *b);
    answer.smallerCosts = d->costs.of(answer.pair.smaller);
    answer.relation = d->relationWords(lower, upper);
    const auto lacks = [&](const Comparison& comparison, const plan::FieldInfo& field) {
        if (!comparison.recordedOnA) {
            answer.missing.push_back({lower, &field});
        }
        if (!comparison.recordedOnB) {
            answer.missing.push_back({upper, &field});
        }
    };
    lacks(answer.place, plan::fieldFor<&Mechanism::areas>());
    lacks(answer.purpose, plan::fieldFor<&Mechanism::themes>());
    lacks(answer.attendance, plan::fieldFor<&Mechanism::attending>());
    lacks(answer.audience, plan::fieldFor<&Mechanism::audiences>());
    return answer;
}

} // namespace wardmote::analysis
