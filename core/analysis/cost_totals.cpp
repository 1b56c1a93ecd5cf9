#include "core/analysis/cost.h"

#include <algorithm>
#include <map>

namespace wardmote::analysis {
namespace {

template<class T>
T sumOf(const std::optional<T>& a, const T& b) {
    if constexpr (std::is_same_v<T, plan::Money>) {
        return plan::Money{a.value_or(plan::Money{}).pence + b.pence};
    } else {
        return a.value_or(T{}) + b;
    }
}

template<class T>
void add(Figure<T>& total, std::size_t& unknown, const Figure<T>& part) {
    if (!part.value) {
        ++unknown;
        return;
    }
    total.value = sumOf(total.value, *part.value);
    total.assumed = total.assumed || part.assumed;
    total.atLeast = total.atLeast || part.atLeast;
    total.records.insert(total.records.end(), part.records.begin(), part.records.end());
}

template<class T>
void add(std::optional<T>& total, const std::optional<T>& part) {
    if (part) {
        total = sumOf(total, *part);
    }
}

template<class T>
void close(Figure<T>& total, std::size_t unknown) {
    total.atLeast = total.atLeast || (total.value && unknown > 0);
    std::ranges::sort(total.records);
    const auto repeats = std::ranges::unique(total.records);
    total.records.erase(repeats.begin(), repeats.end());
}

} // namespace

CostTotals totalOf(std::span<const MechanismCost> costs) {
    CostTotals totals;
    std::map<plan::Id, BearerCost> bearers;
    for (const auto& cost : costs) {
        ++totals.mechanisms;
        if (cost.meetings.value) {
            totals.meetings = totals.meetings.value_or(0) + *cost.meetings.value * cost.share;
        } else {
            ++totals.meetingsUnknown;
        }
        add(totals.spending, totals.spendingUnknown, cost.spending);
        add(totals.staffHours, totals.staffHoursUnknown, cost.staffHours);
        add(totals.staffValue, totals.staffValueUnknown, cost.staffValue);
        add(totals.unpaidHours, totals.unpaidHoursUnknown, cost.unpaidHours);
        add(totals.roomValue, totals.roomValueUnknown, cost.roomValue);
        for (const auto& part : cost.bearers) {
            auto& bearer = bearers[part.bearer];
            bearer.bearer = part.bearer;
            add(bearer.spending, part.spending);
            add(bearer.staffHours, part.staffHours);
            add(bearer.staffValue, part.staffValue);
            add(bearer.unpaidHours, part.unpaidHours);
            add(bearer.roomValue, part.roomValue);
        }
        totals.assumptions.insert(totals.assumptions.end(), cost.assumptions.begin(), cost.assumptions.end());
    }
    close(totals.spending, totals.spendingUnknown);
    close(totals.staffHours, totals.staffHoursUnknown);
    close(totals.staffValue, totals.staffValueUnknown);
    close(totals.unpaidHours, totals.unpaidHoursUnknown);
    close(totals.roomValue, totals.roomValueUnknown);
    for (auto& [id, bearer] : bearers) {
        totals.bearers.push_back(bearer);
    }
    std::ranges::sort(totals.assumptions);
    const auto same = std::ranges::unique(totals.assumptions);
    totals.assumptions.erase(same.begin(), same.end());
    return totals;
}

} // namespace wardmote::analysis
