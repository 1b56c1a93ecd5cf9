#include "ui/pages/scenarios/scenarios_answer.h"

#include "core/analysis/lives.h"
#include "core/plan/wording.h"
#include "core/text/words.h"
#include "ui/widgets/record_cell.h"
#include "ui/widgets/style.h"

#include <QCoreApplication>

#include <algorithm>
#include <cmath>
#include <map>

namespace wardmote::ui {
namespace {

using plan::Id;
using plan::RecordKind;
using plan::WhatToDo;

QString tr(const char* text) {
    return QCoreApplication::translate("ScenariosPage", text);
}

QString saidOf(const plan::Plan& plan, const analysis::ChangeEffect& effect) {
    const auto& step = effect.step;
    QStringList parts;
    if (step.action == WhatToDo::mergeInto && step.into != 0) {
        parts << tr("Merge into %1").arg(mechanismName(plan, step.into));
    } else if (step.action == WhatToDo::shareAMeeting && step.into != 0) {
        parts << tr("Share a meeting with %1").arg(mechanismName(plan, step.into));
    } else if (step.action != WhatToDo::keep || (step.change != 0 && !step.gathers())) {
        parts << QString::fromStdString(plan::labelOf(step.action));
    }
    if (!step.takesUp.empty()) {
        parts << (step.takesUp.size() == 1 ? tr("Takes up %1").arg(mechanismName(plan, step.takesUp.front()))
                                           : tr("Takes up %1 others").arg(step.takesUp.size()));
    }
    if (!step.hosts.empty()) {
        parts << (step.hosts.size() == 1
                      ? tr("Holds its meeting with %1").arg(mechanismName(plan, step.hosts.front()))
                      : tr("Holds its meeting with %1 others").arg(step.hosts.size()));
    }
    if (parts.isEmpty()) {
        parts << tr("Its share of a meeting changes");
    }
    return parts.join(QStringLiteral("; "));
}

void listMechanisms(ScenariosAnswer& answer) {
    const auto& plan = *answer.plan;
    const analysis::CostModel costs(plan, answer.today);
    std::map<Id, const analysis::ChangeEffect*> effects;
    if (answer.shown) {
        for (const auto& effect : answer.shown->changes) {
            effects[effect.step.mechanism] = &effect;
        }
    }
    std::map<Id, const plan::ProposedChange*> recorded;
    for (const auto& change : plan.all<plan::ProposedChange>()) {
        if (change.scenario.id == answer.scenario) {
            recorded.try_emplace(change.mechanism.id, &change);
        }
    }
    for (const auto& mechanism : plan.all<plan::Mechanism>()) {
        const auto at = effects.find(mechanism.id);
        const auto change = recorded.find(mechanism.id);
        const bool marked = change != recorded.end();
        if (at == effects.end() && !marked && !analysis::lifeOf(mechanism, costs, answer.today).active) {
            continue;
        }
        ListedMechanism row;
        row.mechanism = mechanism.id;
        row.name = mechanismName(plan, mechanism.id);
        row.over = !analysis::lifeOf(mechanism, costs, answer.today).active;
        row.hoursBefore = costs.of(mechanism.id).staffHours.value;
        row.hoursAfter = row.hoursBefore;
        if (marked) {
            row.marked = true;
            row.decision = QString::fromStdString(
                plan::labelOf(change->second->status.value_or(plan::ReviewStatus::open)));
            row.said = QString::fromStdString(plan::labelOf(change->second->action.value_or(WhatToDo::keep)));
        }
        if (at != effects.end()) {
            const auto& effect = *at->second;
            row.changed = true;
            row.said = saidOf(plan, effect);
            row.note = whyNotCounted(plan, effect);
            row.hoursAfter =
                effect.counted ? effect.lines.at(analysis::WeighedLine::staffHours).after : std::nullopt;
        }
        row.filterText = QString::fromStdString(
            text::folded(QStringList{row.name, row.said, row.decision}.join(QLatin1Char(' ')).toStdString()));
        answer.mechanisms.push_back(std::move(row));
    }
    std::ranges::stable_sort(answer.mechanisms, [](const ListedMechanism& a, const ListedMechanism& b) {
        return a.name.localeAwareCompare(b.name) < 0;
    });
}

} // namespace

QString mechanismName(const plan::Plan& plan, Id mechanism) {
    return QString::fromStdString(plan::nameOf(plan, RecordKind::mechanism, mechanism));
}

std::vector<Id> scenariosOf(const plan::Plan& plan) {
    auto ids = plan.ids(RecordKind::scenario);
    std::ranges::sort(ids, {},
                      [&](Id id) { return std::pair(plan::nameOf(plan, RecordKind::scenario, id), id); });
    return ids;
}

Result<ScenariosAnswer> scenariosAnswerOf(const plan::PlanRef& plan, Id scenario, plan::Date today,
                                          const Progress& progress) {
    ScenariosAnswer answer;
    answer.plan = plan;
    answer.today = today;
    answer.scenario = scenario;
    auto asNow = analysis::weigh(plan, 0, today, {{}, progress.stop});
    if (!asNow) {
        return Failure(asNow.error());
    }
    answer.asNow = std::move(*asNow);
    const auto ids = scenariosOf(*plan);
    for (std::size_t i = 0; i < ids.size(); ++i) {
        progress.at(static_cast<double>(i + 1) / static_cast<double>(ids.size() + 1));
        auto weighed = analysis::weigh(plan, ids[i], today, {{}, progress.stop});
        if (!weighed) {
            return Failure(weighed.error());
        }
        answer.all.push_back(std::make_shared<const analysis::WhatIf>(std::move(*weighed)));
        if (ids[i] == scenario) {
            answer.shown = answer.all.back();
        }
    }
    listMechanisms(answer);
    if (answer.shown) {
        auto load = analysis::loadChangesOf(*plan, *answer.shown, today, {{}, progress.stop});
        if (!load) {
            return Failure(load.error());
        }
        answer.load = std::move(*load);
    }
    answer.achievements = analysis::achievementsOf(*plan, scenario, today);
    return answer;
}

QString decisionText(const plan::ProposedChange& change) {
    auto words = QString::fromStdString(plan::labelOf(change.status.value_or(plan::ReviewStatus::open)));
    if (change.decidedOn) {
        words = change.status == plan::ReviewStatus::done
                    ? tr("%1, decided on %2").arg(words, QString::fromStdString(change.decidedOn->words()))
                    : tr("%1 on %2").arg(words, QString::fromStdString(change.decidedOn->words()));
    }
    return change.decidedBy.empty() ? words : tr("%1 by %2").arg(words, qtext(change.decidedBy));
}

QString whyNotCounted(const plan::Plan& plan, const analysis::ChangeEffect& effect) {
    if (effect.step.problem) {
        return QString::fromStdString(analysis::inWords(*effect.step.problem));
    }
    if (effect.blanks.empty()) {
        return {};
    }
    QStringList blanks;
    for (const auto* field : effect.blanks) {
        blanks << qtext(field->label).toLower();
    }
    const auto where = effect.step.gathers() ? effect.step.mechanism : effect.step.into;
    return tr("Nothing is claimed until it is said of %1: %2.")
        .arg(mechanismName(plan, where), blanks.join(QStringLiteral(", ")));
}

QString amountText(analysis::WeighedLine line, const std::optional<double>& amount, bool atLeast) {
    if (!amount) {
        return notRecorded();
    }
    const auto words = QString::fromStdString(analysis::amountInWords(line, *amount));
    return atLeast ? tr("at least %1").arg(words) : words;
}

QString savedText(analysis::WeighedLine line, const analysis::LineChange& change) {
    const auto saved = change.saved();
    if (!saved) {
        return {};
    }
    if (std::abs(*saved) < 0.05) {
        return tr("no change");
    }
    const auto words = QString::fromStdString(analysis::amountInWords(line, std::abs(*saved)));
    return *saved > 0 ? tr("%1 less").arg(words) : tr("%1 more").arg(words);
}

} // namespace wardmote::ui
