#include "ui/pages/overview/attention.h"

#include "core/analysis/acceptances.h"
#include "core/analysis/duplication.h"
#include "core/plan/wording.h"

#include <algorithm>
#include <fmt/format.h>
#include <map>
#include <set>

namespace wardmote::ui {
namespace {

using analysis::Severity;

std::string counted(std::size_t count, std::string_view one, std::string_view many) {
    return fmt::format("{} {}", plan::withThousands(std::int64_t(count)), count == 1 ? one : many);
}

/// Breaches of one rule as one line: its own words while it is one, else how many.
void addBreaches(const plan::Plan& plan, const analysis::Neighbours* neighbours, plan::Date today,
                 OverviewFigures& figures) {
    std::map<const analysis::Rule*, std::vector<const analysis::Breach*>> byRule;
    std::vector<const analysis::Rule*> order;
    const auto judged = analysis::judgedChecks(plan, neighbours, {today, 0});
    for (const auto& [breach, accepted] : judged) {
        if (accepted) {
            continue;
        }
        auto& same = byRule[breach.rule];
        if (same.empty()) {
            order.push_back(breach.rule);
        }
        same.push_back(&breach);
    }
    for (const auto* rule : order) {
        const auto& same = byRule[rule];
        Attention line;
        line.severity = rule->severity;
        line.text = same.size() == 1
                        ? same.front()->message
                        : fmt::format("{} ({})", rule->title, plan::withThousands(std::int64_t(same.size())));
        std::set<plan::Id> seen;
        for (const auto* breach : same) {
            if (!breach->records.empty()) {
                line.kind = same.front()->records.empty() ? breach->records.front().kind
                                                          : same.front()->records.front().kind;
                const auto& main = breach->records.front();
                if (main.kind == line.kind && seen.insert(main.id).second) {
                    line.records.push_back(main.id);
                }
            }
        }
        figures.attention.push_back(std::move(line));
    }
}

/// What the analyses lack most.
void addGaps(const plan::Plan& plan, OverviewFigures& figures) {
    struct Lack {
        const char* what;
        bool (*lacks)(const plan::Mechanism&);
    };
    static constexpr Lack lacks[] = {
        {"no areas recorded",
         [](const plan::Mechanism& m) { return m.areas.empty() && !m.wholePlan.value_or(false); }},
        {"no themes recorded", [](const plan::Mechanism& m) { return m.themes.empty(); }},
        {"nobody recorded as attending", [](const plan::Mechanism& m) { return m.attending.empty(); }},
        {"no meeting pattern recorded",
         [](const plan::Mechanism& m) { return m.pattern.rule.empty() && !m.meetingsAYear; }},
    };
    for (const auto& lack : lacks) {
        Attention line;
        for (const auto& mechanism : plan.all<plan::Mechanism>()) {
            if (mechanism.status != plan::MechanismStatus::ended && lack.lacks(mechanism)) {
                line.records.push_back(mechanism.id);
            }
        }
        if (!line.records.empty()) {
            line.text =
                fmt::format("{}: {}", counted(line.records.size(), "mechanism", "mechanisms"), lack.what);
            figures.attention.push_back(std::move(line));
        }
    }
}

void addDuplicates(const plan::Plan& plan, plan::Date today, const Progress& progress,
                   OverviewFigures& figures) {
    analysis::DuplicationOptions options;
    options.today = today;
    const auto found = analysis::findDuplication(plan, options, progress);
    if (!found) {
        return;
    }
    std::set<std::set<plan::Id>> reviewed;
    for (const auto& review : plan.all<plan::Review>()) {
        std::set<plan::Id> about;
        for (const auto& link : review.mechanisms) {
            about.insert(link.mechanism.id);
        }
        reviewed.insert(std::move(about));
    }
    const auto decided = [&](const analysis::Pair& pair) {
        return std::ranges::any_of(reviewed, [&](const std::set<plan::Id>& about) {
            return about.contains(pair.a) && about.contains(pair.b);
        });
    };
    Attention line;
    std::set<plan::Id> involved;
    for (const auto& pair : found->pairs) {
        if (pair.isDuplication() && !decided(pair)) {
            ++figures.possibleDuplicates;
            involved.insert({pair.a, pair.b});
        }
    }
    figures.notEnoughRecorded = found->gaps.size();
    if (figures.possibleDuplicates > 0) {
        line.severity = Severity::warning;
        line.text =
            fmt::format("{} without a decision",
                        counted(figures.possibleDuplicates, "possible duplicate", "possible duplicates"));
        line.records.assign(involved.begin(), involved.end());
        line.page = "duplication";
        figures.attention.push_back(std::move(line));
    }
    if (!found->gaps.empty()) {
        Attention gaps;
        gaps.text = fmt::format("{} can't be compared yet: not enough is recorded",
                                counted(found->gaps.size(), "mechanism", "mechanisms"));
        for (const auto& gap : found->gaps) {
            gaps.records.push_back(gap.mechanism);
        }
        gaps.page = "duplication";
        figures.attention.push_back(std::move(gaps));
    }
}

} // namespace

OverviewFigures overviewOf(const plan::Plan& plan, plan::Date today, SharedAnswers& shared,
                           const Progress& progress) {
    OverviewFigures figures;
    for (const auto& area : plan.all<plan::Area>()) {
        if (area.outside == true) {
            continue;
        }
        ++figures.areas;
        if (area.residents) {
            figures.residents += *area.residents;
            ++figures.areasWithResidents;
        }
    }
    figures.organisations = plan.all<plan::Organisation>().size();
    for (const auto& mechanism : plan.all<plan::Mechanism>()) {
        figures.mechanisms += mechanism.status != plan::MechanismStatus::ended ? 1 : 0;
    }
    // Where they can't be found, the rules that need none are still asked; the checks page says why.
    const auto neighbours = analysis::neighboursOf(plan, shared, progress);
    const auto* known = neighbours ? neighbours->get() : nullptr;
    figures.arrangement = analysis::measuredClusters(plan, 0, known);
    addBreaches(plan, known, today, figures);
    if (!progress.stopped()) {
        addDuplicates(plan, today, progress, figures);
    }
    addGaps(plan, figures);
    std::ranges::stable_sort(figures.attention, {}, &Attention::severity);
    return figures;
}

} // namespace wardmote::ui
