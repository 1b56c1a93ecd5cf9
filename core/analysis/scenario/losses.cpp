#include "core/analysis/scenario/losses.h"

#include "core/analysis/cost.h"
#include "core/analysis/scenario/journeys.h"

#include <algorithm>
#include <set>
#include <tuple>

namespace wardmote::analysis {
namespace {

using plan::Id;
using plan::RecordKind;

void addArea(const plan::Plan& plan, Figure<int>& residents, Id area) {
    const auto* record = plan.find<plan::Area>(area);
    if (record && record->residents) {
        residents.value = residents.value.value_or(0) + *record->residents;
        residents.records.push_back({RecordKind::area, area});
    } else {
        residents.atLeast = true;
    }
}

void close(Figure<int>& residents) {
    std::ranges::sort(residents.records);
    residents.atLeast = residents.atLeast && residents.value;
}

void compareTables(const plan::Plan& plan, const CoverageTable& before, const CoverageTable& after,
                   bool audience, std::vector<CoverageLoss>& found) {
    for (std::size_t column = 0; column < before.columns.size(); ++column) {
        CoverageLoss gone{audience, false, before.columns[column], {}, {}, {}};
        CoverageLoss nominal{audience, true, before.columns[column], {}, {}, {}};
        for (std::size_t row = 0; row < before.areas.size(); ++row) {
            const auto& was = before.at(row, column);
            const auto& is = after.at(row, column);
            const bool lost = !was.none() && is.none();
            const bool weakened = !was.covered.empty() && is.covered.empty() && !lost;
            if (lost || weakened) {
                auto& loss = lost ? gone : nominal;
                const auto& reached = lost && was.covered.empty() ? was.nominal : was.covered;
                loss.areas.push_back(before.areas[row]);
                addArea(plan, loss.residents, before.areas[row]);
                loss.mechanisms.insert(loss.mechanisms.end(), reached.begin(), reached.end());
            }
        }
        for (auto* loss : {&gone, &nominal}) {
            if (!loss->areas.empty()) {
                close(loss->residents);
                std::ranges::sort(loss->mechanisms);
                const auto again = std::ranges::unique(loss->mechanisms);
                loss->mechanisms.erase(again.begin(), again.end());
                found.push_back(std::move(*loss));
            }
        }
    }
}

void findCoverageLost(const plan::Plan& before, const plan::Plan& after, plan::Date today, Losses& losses) {
    const auto was = findCoverage(before, today);
    const auto is = findCoverage(after, today);
    compareTables(before, was.themes, is.themes, false, losses.coverage);
    compareTables(before, was.audiences, is.audiences, true, losses.coverage);
    std::ranges::stable_sort(losses.coverage, {}, [](const CoverageLoss& loss) {
        return std::tuple(loss.toNominal, -loss.residents.value.value_or(0), -std::ssize(loss.areas));
    });
    const std::set<Id> without(was.areasWithout.begin(), was.areasWithout.end());
    std::ranges::copy_if(is.areasWithout, std::back_inserter(losses.areasWithout),
                         [&](Id area) { return !without.contains(area); });
    std::set<Id> affected;
    for (const auto& loss : losses.coverage) {
        affected.insert(loss.areas.begin(), loss.areas.end());
    }
    for (const auto area : was.themes.areas) { // by name
        if (affected.contains(area)) {
            losses.areasAffected.push_back(area);
            addArea(before, losses.residentsAffected, area);
        }
    }
    close(losses.residentsAffected);
}

/// As recorded; else the mean of what was counted in the twelve months up to today.
std::optional<double> publicUsually(const plan::Mechanism& mechanism, const CostModel& costs,
                                    plan::Date today) {
    if (mechanism.attendancePublic) {
        return mechanism.attendancePublic;
    }
    double sum = 0;
    int counted = 0;
    for (const auto* meeting : costs.meetingsOf(mechanism.id)) {
        const int ago = today.daysSinceEpoch() - meeting->date->daysSinceEpoch();
        if (meeting->attendancePublic && ago >= 0 && ago < 365) {
            sum += *meeting->attendancePublic;
            ++counted;
        }
    }
    return counted > 0 ? std::optional(sum / counted) : std::nullopt;
}

void findAttendance(const plan::Plan& before, const std::vector<Id>& gone, plan::Date today, Losses& losses) {
    const CostModel costs(before, today);
    for (const auto id : gone) {
        const auto& mechanism = *before.find<plan::Mechanism>(id);
        losses.attendance.push_back({id, publicUsually(mechanism, costs, today)});
        if (mechanism.statutory == true) {
            losses.statutory.push_back(id);
        } else if (!mechanism.statutory) {
            losses.statutoryNotRecorded.push_back(id);
        }
    }
    std::ranges::stable_sort(losses.attendance, std::greater{},
                             [](const AttendanceAtRisk& each) { return each.publicUsually.value_or(-1); });
}

Result<void> findDuplicates(const plan::Plan& before, const plan::Plan& after, plan::Date today,
                            const Progress& progress, Losses& losses) {
    const DuplicationOptions options{.today = today};
    const auto was = findDuplication(before, options, {{}, progress.stop});
    const auto is = was ? findDuplication(after, options, {{}, progress.stop}) : was;
    if (!is) {
        return Failure(is.error());
    }
    losses.duplicatesBefore =
        was->countOf(PairClass::possibleDuplicate) + was->countOf(PairClass::recordedTwice);
    std::ranges::copy_if(is->pairs, std::back_inserter(losses.duplicatesAfter),
                         [](const Pair& pair) { return pair.isDuplication(); });
    return {};
}

} // namespace

Result<Losses> findLosses(const plan::Plan& before, const plan::Plan& after, const std::vector<Id>& gone,
                          plan::Date today, const Progress& progress) {
    Losses losses;
    findCoverageLost(before, after, today, losses);
    progress.at(0.5, "Looking for longer journeys");
    findAttendance(before, gone, today, losses);
    findJourneys(before, after, today, losses);
    if (progress.stopped()) {
        return failure("Stopped");
    }
    progress.at(0.6, "Comparing mechanisms before and after");
    if (const auto compared = findDuplicates(before, after, today, progress, losses); !compared) {
        return Failure(compared.error());
    }
    progress.at(1);
    return losses;
}

} // namespace wardmote::analysis
