#include "core/analysis/scenario/what_if.h"

#include "core/analysis/clusters_membership.h"
#include "core/analysis/lives.h"
#include "core/plan/wording.h"

#include <algorithm>
#include <cmath>
#include <set>

namespace wardmote::analysis {
namespace {

using plan::Id;
using plan::Mechanism;
using plan::RecordKind;

/// One line of one mechanism, or of one bearer's part in it.
struct Amount {
    std::optional<double> value;
    bool atLeast = false;
};
using Amounts = std::array<Amount, weighedLineCount>;

std::optional<double> number(const std::optional<plan::Money>& money) {
    return money ? std::optional(static_cast<double>(money->pence)) : std::nullopt;
}

Amounts amountsOf(const MechanismCost& cost) {
    const auto meetings =
        cost.meetings.value ? std::optional(*cost.meetings.value * cost.share) : std::nullopt;
    return {{{meetings, false},
             {number(cost.spending.value), cost.spending.atLeast},
             {cost.staffHours.value, cost.staffHours.atLeast},
             {number(cost.staffValue.value), cost.staffValue.atLeast},
             {cost.unpaidHours.value, cost.unpaidHours.atLeast},
             {number(cost.roomValue.value), cost.roomValue.atLeast}}};
}

Amounts amountsOf(const BearerCost& cost) {
    return {{{},
             {number(cost.spending)},
             {cost.staffHours},
             {number(cost.staffValue)},
             {cost.unpaidHours},
             {number(cost.roomValue)}}};
}

/// A mechanism's lines and who bears them; nothing at all of one that is over.
struct Side {
    bool inForce = false;
    Amounts amounts;
    std::map<Id, Amounts> bearers;
};

Side sideOf(const plan::Plan& plan, const CostModel& costs, Id id, plan::Date today,
            std::vector<Assumption>& assumptions) {
    const auto* mechanism = plan.find<Mechanism>(id);
    Side side;
    side.inForce = mechanism && lifeOf(*mechanism, costs, today).active;
    if (!side.inForce) {
        side.amounts.fill({0.0, false});
        const auto shown = linesShown(plan.settings());
        if (std::ranges::find(shown, WeighedLine::staffValue) == shown.end()) {
            side.amounts[static_cast<std::size_t>(WeighedLine::staffValue)] = {}; // worth is not said
        }
        return side;
    }
    const auto cost = costs.of(id);
    side.amounts = amountsOf(cost);
    for (const auto& bearer : cost.bearers) {
        side.bearers.emplace(bearer.bearer, amountsOf(bearer));
    }
    assumptions.insert(assumptions.end(), cost.assumptions.begin(), cost.assumptions.end());
    return side;
}

void addTo(std::optional<double>& sum, const std::optional<double>& part) {
    if (part) {
        sum = sum.value_or(0) + *part;
    }
}

/// Adds a mechanism's line before and after to a sum; one that it does not record takes no part.
void addLine(LineChange& sum, const Amount& before, const Amount& after) {
    addTo(sum.before, before.value);
    addTo(sum.after, after.value);
    sum.beforeAtLeast = sum.beforeAtLeast || before.atLeast || !before.value;
    sum.afterAtLeast = sum.afterAtLeast || after.atLeast || !after.value;
}

void settle(LineChanges& sum) {
    for (auto& line : sum.lines) {
        // Nothing there is zero; something there of which nothing is recorded is not.
        if (line.after && !line.before && !line.beforeAtLeast) {
            line.before = 0;
        } else if (line.before && !line.after && !line.afterAtLeast) {
            line.after = 0;
        }
        if (!line.before && line.after && *line.after == 0 && line.afterAtLeast) {
            line.after.reset(); // what ends costs nothing, but of the rest nothing is recorded
        }
        line.beforeAtLeast = line.beforeAtLeast && line.before;
        line.afterAtLeast = line.afterAtLeast && line.after;
    }
}

/// A mechanism that is in force on one side at least, as it counts.
struct Weighed {
    Id id = 0;
    Side before;
    Side after;   ///< as the plan after has it
    Side counted; ///< as totals count it: lines of which nothing may be claimed as they are now
};

class Weighing {
public:
    Weighing(const plan::PlanRef& plan, Id scenario, plan::Date today)
        : plan_(*plan), today_(today), steps_(stepsOf(*plan, scenario, today)) {
        answer_.scenario = scenario;
        answer_.shown = linesShown(plan_.settings());
        const auto* record = plan_.find<plan::Scenario>(scenario);
        answer_.arrangement =
            record && plan_.find(record->arrangement) ? record->arrangement.id : arrangementShown(plan_);
    }

    Result<WhatIf> weigh(const Progress& progress) {
        progress.at(0.05, "Making the plan as it would be");
        auto after = planAfter(plan_, answer_.scenario, today_);
        if (!after) {
            return Failure(after.error());
        }
        answer_.after = std::make_shared<const plan::Plan>(std::move(*after));
        progress.at(0.15, "Working out costs before and after");
        weighAll();
        if (progress.stopped()) {
            return failure("Stopped");
        }
        addChanges();
        addTotals();
        addBearers();
        addClusters();
        progress.at(0.3, "Looking for what would be lost");
        auto losses = findLosses(plan_, *answer_.after, gone(), today_, progress);
        if (!losses) {
            return Failure(losses.error());
        }
        answer_.losses = std::move(*losses);
        return std::move(answer_);
    }

private:
    const ScenarioStep* step(Id mechanism) const {
        const auto at = steps_.find(mechanism);
        return at == steps_.end() ? nullptr : &at->second;
    }

    /// What keeps a step from being counted: its own blanks, or those of the one that it goes to.
    std::vector<const plan::FieldInfo*> blanksOf(const ScenarioStep& step) const {
        auto blanks = step.blanks;
        if (const auto* into = this->step(step.into); into && !step.problem) {
            blanks.insert(blanks.end(), into->blanks.begin(), into->blanks.end());
        }
        std::ranges::sort(blanks);
        const auto again = std::ranges::unique(blanks);
        blanks.erase(again.begin(), again.end());
        return blanks;
    }

    bool claimed(Id mechanism) const {
        const auto* found = step(mechanism);
        return !found || blanksOf(*found).empty();
    }

    void weighAll() {
        const CostModel before(plan_, today_);
        const CostModel after(*answer_.after, today_);
        std::vector<Assumption> assumptions;
        for (const auto& mechanism : plan_.all<Mechanism>()) {
            Weighed each{mechanism.id, sideOf(plan_, before, mechanism.id, today_, assumptions), {}, {}};
            if (!each.before.inForce) {
                continue;
            }
            each.after = sideOf(*answer_.after, after, mechanism.id, today_, assumptions);
            each.counted = countedSide(each);
            all_.push_back(std::move(each));
        }
        std::ranges::sort(assumptions);
        const auto same = std::ranges::unique(assumptions);
        assumptions.erase(same.begin(), same.end());
        answer_.assumptions = std::move(assumptions);
    }

    Side countedSide(const Weighed& each) const {
        if (!claimed(each.id)) {
            return each.before;
        }
        auto side = each.after;
        for (std::size_t i = 0; i < weighedLineCount; ++i) {
            if (each.before.amounts[i].value && !each.after.amounts[i].value) {
                takeLine(side, each.before, i);
            }
        }
        return side;
    }

    static void takeLine(Side& side, const Side& from, std::size_t line) {
        side.amounts[line] = from.amounts[line];
        for (auto& [bearer, amounts] : side.bearers) {
            amounts[line] = {};
        }
        for (const auto& [bearer, amounts] : from.bearers) {
            side.bearers[bearer][line] = amounts[line];
        }
    }

    void addChanges() {
        for (const auto& each : all_) {
            const auto* found = step(each.id);
            LineChanges lines;
            for (std::size_t i = 0; i < weighedLineCount; ++i) {
                const auto& before = each.before.amounts[i];
                const auto& after = each.after.amounts[i];
                lines.lines[i] = {before.value, after.value, before.atLeast, after.atLeast};
            }
            const bool same = std::ranges::all_of(
                lines.lines, [](const LineChange& line) { return line.before == line.after; });
            if (found || !same) {
                addChange(each.id, found, lines);
            }
        }
        for (const auto& [id, found] : steps_) {
            if (found.problem == ChangeProblem::mechanismGone) {
                addChange(id, &found, {});
            }
        }
        std::ranges::sort(answer_.changes, {}, [&](const ChangeEffect& effect) {
            return std::pair(plan::nameOf(plan_, RecordKind::mechanism, effect.step.mechanism),
                             effect.step.mechanism);
        });
    }

    void addChange(Id mechanism, const ScenarioStep* found, const LineChanges& lines) {
        ChangeEffect effect;
        effect.step = found ? *found : ScenarioStep{};
        effect.step.mechanism = mechanism;
        effect.blanks = found ? blanksOf(*found) : std::vector<const plan::FieldInfo*>{};
        effect.counted = !effect.step.problem && effect.blanks.empty();
        effect.lines = lines;
        for (auto& line : effect.lines.lines) {
            if (!effect.counted) {
                line.after.reset();
                line.afterAtLeast = false;
            }
        }
        if (const auto* change = plan_.find<plan::ProposedChange>(effect.step.change)) {
            effect.oneOffCost = change->oneOffCost;
            effect.oneOffHours = change->oneOffHours;
            addOneOff(*change, effect.step);
        }
        answer_.changes.push_back(std::move(effect));
    }

    void addOneOff(const plan::ProposedChange& change, const ScenarioStep& step) {
        if (change.oneOffCost) {
            answer_.oneOffCost =
                plan::Money{answer_.oneOffCost.value_or(plan::Money{}).pence + change.oneOffCost->pence};
        }
        addTo(answer_.oneOffHours, change.oneOffHours);
        if (!change.oneOffCost && !change.oneOffHours && step.action != plan::WhatToDo::keep) {
            ++answer_.oneOffUnknown;
        }
        if (change.oneOffCost || change.oneOffHours) {
            const auto* mechanism = plan_.find<Mechanism>(step.mechanism);
            const auto bearer = change.oneOffBearer ? change.oneOffBearer.id
                                : mechanism         ? mechanism->leadOrganisation.id
                                                    : Id{0};
            auto& effect = bearers_[bearer];
            effect.bearer = bearer;
            if (change.oneOffCost) {
                effect.oneOffCost =
                    plan::Money{effect.oneOffCost.value_or(plan::Money{}).pence + change.oneOffCost->pence};
            }
            addTo(effect.oneOffHours, change.oneOffHours);
        }
    }

    void addTotals() {
        for (const auto& each : all_) {
            ++answer_.mechanismsBefore;
            answer_.mechanismsAfter += each.counted.inForce ? 1 : 0;
            addLines(answer_.total, each);
            for (std::size_t i = 0; i < weighedLineCount; ++i) {
                answer_.unknownBefore[i] += each.before.amounts[i].value ? 0 : 1;
            }
        }
        settle(answer_.total);
    }

    static void addLines(LineChanges& sum, const Weighed& each) {
        for (std::size_t i = 0; i < weighedLineCount; ++i) {
            addLine(sum.lines[i], each.before.amounts[i], each.counted.amounts[i]);
        }
    }

    void addBearers() {
        for (const auto& each : all_) {
            for (const auto* side : {&each.before, &each.counted}) {
                for (const auto& [bearer, amounts] : side->bearers) {
                    auto& effect = bearers_[bearer];
                    effect.bearer = bearer;
                    for (std::size_t i = 0; i < weighedLineCount; ++i) {
                        auto& line = effect.lines.lines[i];
                        addTo(side == &each.before ? line.before : line.after, amounts[i].value);
                    }
                }
            }
        }
        for (auto& [bearer, effect] : bearers_) {
            settle(effect.lines);
            const bool same = std::ranges::all_of(effect.lines.lines, [](const LineChange& line) {
                return std::abs(line.saved().value_or(0)) < 1e-9;
            });
            if (!same || effect.oneOffCost || effect.oneOffHours) {
                answer_.bearers.push_back(std::move(effect));
            }
        }
        std::ranges::sort(answer_.bearers, {}, [&](const BearerEffect& effect) {
            return std::tuple(effect.bearer == 0,
                              plan::nameOf(plan_, RecordKind::organisation, effect.bearer), effect.bearer);
        });
    }

    static bool operatesIn(const plan::Plan& plan, Id id, const std::set<Id>& areas) {
        const auto* mechanism = plan.find<Mechanism>(id);
        return mechanism->wholePlan == true || std::ranges::any_of(mechanism->areas, [&](const auto& link) {
                   return areas.contains(link.area.id);
               });
    }

    void addClusters() {
        const auto membership = membershipOf(plan_, answer_.arrangement);
        for (const auto* cluster : membership.clusters) {
            std::set<Id> areas;
            for (const auto& link : cluster->areas) {
                areas.insert(link.area.id);
            }
            ClusterEffect effect;
            effect.cluster = cluster->id;
            for (const auto& each : all_) {
                const bool here = operatesIn(plan_, each.id, areas);
                const auto& places = claimed(each.id) ? *answer_.after : plan_;
                const bool stays = each.counted.inForce && operatesIn(places, each.id, areas);
                effect.mechanismsBefore += here ? 1 : 0;
                effect.mechanismsAfter += stays ? 1 : 0;
                for (std::size_t i = 0; (here || stays) && i < weighedLineCount; ++i) {
                    addLine(effect.lines.lines[i], here ? each.before.amounts[i] : Amount{0.0, false},
                            stays ? each.counted.amounts[i] : Amount{0.0, false});
                }
            }
            settle(effect.lines);
            answer_.clusters.push_back(std::move(effect));
        }
    }

    std::vector<Id> gone() const {
        std::vector<Id> ids;
        for (const auto& [id, found] : steps_) {
            if (found.goes()) {
                ids.push_back(id);
            }
        }
        return ids;
    }

    const plan::Plan& plan_;
    plan::Date today_;
    std::map<Id, ScenarioStep> steps_;
    std::vector<Weighed> all_;
    std::map<Id, BearerEffect> bearers_;
    WhatIf answer_;
};

} // namespace

std::size_t WhatIf::notCounted() const {
    return static_cast<std::size_t>(
        std::ranges::count_if(changes, [](const ChangeEffect& effect) { return !effect.counted; }));
}

Result<WhatIf> weigh(const plan::PlanRef& plan, Id scenario, plan::Date today, const Progress& progress) {
    if (scenario != 0 && !plan->find<plan::Scenario>(scenario)) {
        return failure("This scenario is no longer in the plan.", "Choose another.");
    }
    return Weighing(plan, scenario, today).weigh(progress);
}

} // namespace wardmote::analysis
