#include "core/analysis/streamlining/question.h"

#include "core/analysis/attendance.h"
#include "core/analysis/lives.h"
#include "core/text/names.h"

#include <algorithm>
#include <cmath>
#include <map>
#include <set>

namespace wardmote::analysis::streamlining {
namespace {

using Because = KeptMechanism::Because;

constexpr int twelveMonths = 365;
constexpr double monthsAYear = 12;

class Asker {
public:
    Asker(const plan::Plan& plan, const StreamliningOptions& options)
        : plan_(plan), options_(options), costs_(plan, options.today),
          pinned_(options.keep.begin(), options.keep.end()),
          closed_(options.close.begin(), options.close.end()),
          asked_(options.areas.begin(), options.areas.end()) {
        for (const auto& change : plan.all<plan::ProposedChange>()) {
            if (options.scenario != 0 && change.scenario.id == options.scenario) {
                if (change.action == plan::WhatToDo::keep) {
                    pinned_.insert(change.mechanism.id);
                } else if (change.action == plan::WhatToDo::end) {
                    closed_.insert(change.mechanism.id);
                }
            }
        }
        for (const auto& area : plan.all<plan::Area>()) {
            if (area.outside != true) {
                areas_.push_back(area.id);
            }
        }
    }

    Question ask() {
        for (const auto& mechanism : plan_.all<plan::Mechanism>()) {
            if (lifeOf(mechanism, costs_, options_.today).active) {
                question_.mechanisms.push_back(&mechanism);
            }
        }
        std::ranges::stable_sort(question_.mechanisms, {}, [](const plan::Mechanism* mechanism) {
            return text::normalisedName(mechanism->name);
        });
        for (Column column = 0; column < question_.mechanisms.size(); ++column) {
            addColumn(column);
        }
        addRows();
        if (options_.meetingsAMonth) {
            addLimits(*options_.meetingsAMonth);
        }
        return std::move(question_);
    }

private:
    void addColumn(Column column) {
        const auto& mechanism = *question_.mechanisms[column];
        auto cost = costs_.of(mechanism.id);
        const auto objective = objectiveOf(cost);
        const auto areas = areasOf(mechanism);
        const bool ends = closed_.contains(mechanism.id);
        const bool asked = ends || asked_.empty() ||
                           std::ranges::any_of(areas, [&](plan::Id area) { return asked_.contains(area); });
        const auto why = reasonToStay(mechanism, objective.has_value(), areas.empty());
        question_.asked.push_back(asked);
        question_.because.push_back(why);
        question_.objective.push_back(objective);
        question_.problem.costs.push_back(asked ? objective.value_or(0) : 0);
        question_.problem.fixed.push_back(ends                                  ? Fixed::out
                                          : !asked || why != Because::onlyCover ? Fixed::in
                                                                                : Fixed::free);
        question_.costs.push_back(std::move(cost));
        collectCells(column, mechanism, areas);
    }

    std::optional<double> objectiveOf(const MechanismCost& cost) const {
        const auto hundredths = [](double value) { return std::round(value * 100) / 100; };
        switch (options_.objective) {
        case StreamlineBy::staffHours:
            return cost.staffHours.value ? std::optional(hundredths(*cost.staffHours.value)) : std::nullopt;
        case StreamlineBy::spending:
            return cost.spending.value ? std::optional(static_cast<double>(cost.spending.value->pence) / 100)
                                       : std::nullopt;
        case StreamlineBy::meetings:
            return cost.meetings.value ? std::optional(hundredths(*cost.meetings.value * cost.share))
                                       : std::nullopt;
        }
        return std::nullopt;
    }

    Because reasonToStay(const plan::Mechanism& mechanism, bool costKnown, bool nowhere) const {
        if (pinned_.contains(mechanism.id)) {
            return Because::pinned;
        }
        if (options_.keepStatutory && mechanism.statutory == true) {
            return Because::statutory;
        }
        const bool nominalWillDo = options_.nominalToo;
        if (nowhere || mechanism.themes.empty() || (mechanism.audiences.empty() && !nominalWillDo) ||
            (!costs_.lastMet(mechanism.id) && !nominalWillDo)) {
            return Because::coverageNotRecorded;
        }
        return costKnown ? Because::onlyCover : Because::costNotRecorded;
    }

    std::vector<plan::Id> areasOf(const plan::Mechanism& mechanism) const {
        if (mechanism.wholePlan == true) {
            return areas_;
        }
        std::vector<plan::Id> areas;
        for (const auto& link : mechanism.areas) {
            if (std::ranges::binary_search(areas_, link.area.id)) {
                areas.push_back(link.area.id);
            }
        }
        return areas;
    }

    void collectCells(Column column, const plan::Mechanism& mechanism, const std::vector<plan::Id>& areas) {
        const auto met = costs_.lastMet(mechanism.id);
        const bool recent = met && options_.today.daysSinceEpoch() - met->daysSinceEpoch() <= twelveMonths;
        const bool covers = mechanism.status == plan::MechanismStatus::active && recent;
        StreamliningCell cell;
        cell.tier = options_.byTier ? mechanism.tier : std::nullopt;
        cell.participation = options_.byParticipation ? mechanism.participation : std::nullopt;
        for (const auto area : areas) {
            cell.area = area;
            for (const auto& theme : mechanism.themes) {
                cell.theme = theme.theme.id;
                for (const auto& audience : mechanism.audiences) {
                    cell.audience = audience.audience.id;
                    (covers ? covered_ : nominal_)[cell].push_back(column);
                }
                if (mechanism.audiences.empty()) {
                    cell.audience = 0;
                    nominal_[cell].push_back(column);
                }
            }
        }
    }

    void addRows() {
        for (auto& [cell, columns] : covered_) {
            addRow(cell, columns);
        }
        if (!options_.nominalToo) {
            return;
        }
        for (auto& [cell, columns] : nominal_) {
            if (!covered_.contains(cell)) { // what is covered stays so, and in name with it
                auto named = cell;
                named.nominal = true;
                addRow(named, columns);
            }
        }
    }

    void addRow(const StreamliningCell& cell, std::vector<Column>& columns) {
        const auto repeated = std::ranges::unique(columns); // a link recorded twice
        columns.erase(repeated.begin(), repeated.end());
        if (std::ranges::all_of(
                columns, [&](Column column) { return question_.problem.fixed[column] == Fixed::out; })) {
            question_.lost.push_back(cell);
            return;
        }
        question_.cells.push_back(cell);
        question_.problem.rows.push_back(std::move(columns));
    }

    /// Everybody who comes to its meetings; who gets papers only is not asked to come.
    std::vector<plan::Id> comingTo(const plan::Mechanism& mechanism, const AttendanceRules& rules) const {
        auto counted = rules.counted(mechanism).counted;
        for (const auto& link : mechanism.attending) {
            if (link.how == plan::AttendsHow::papersOnly) {
                std::erase(counted, link.organisation.id);
            }
        }
        return counted;
    }

    void addLimits(double most) {
        const AttendanceRules rules(plan_);
        std::map<plan::Id, Limit> limits;
        for (Column column = 0; column < question_.mechanisms.size(); ++column) {
            const auto& cost = question_.costs[column];
            if (cost.meetings.value && question_.problem.fixed[column] != Fixed::out) {
                for (const auto organisation : comingTo(*question_.mechanisms[column], rules)) {
                    limits[organisation].weights.emplace_back(column, *cost.meetings.value * cost.share /
                                                                          monthsAYear);
                }
            }
        }
        for (auto& [organisation, limit] : limits) {
            double fixed = 0;
            double all = 0;
            for (const auto& [column, weight] : limit.weights) {
                fixed += question_.problem.fixed[column] == Fixed::in ? weight : 0;
                all += weight;
            }
            if (fixed > most) {
                question_.overByFixed.push_back({organisation, fixed, true});
            } else if (all > most) {
                limit.most = most;
                question_.limited.push_back(organisation);
                question_.problem.limits.push_back(std::move(limit));
            }
        }
    }

    const plan::Plan& plan_;
    const StreamliningOptions& options_;
    CostModel costs_;
    std::set<plan::Id> pinned_;
    std::set<plan::Id> closed_;
    std::set<plan::Id> asked_;
    std::vector<plan::Id> areas_; ///< ascending
    std::map<StreamliningCell, std::vector<Column>> covered_;
    std::map<StreamliningCell, std::vector<Column>> nominal_;
    Question question_;
};

} // namespace

Question questionOf(const plan::Plan& plan, const StreamliningOptions& options) {
    return Asker(plan, options).ask();
}

} // namespace wardmote::analysis::streamlining
