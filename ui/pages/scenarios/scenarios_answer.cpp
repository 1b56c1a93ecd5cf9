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
    for (const auto& mechanism : plan.all<plan::Mechanism>()) {
        const auto at = effects.find(mechanism.id);
        if (at == effects.end() && !analysis::lifeOf(mechanism, costs, answer.today).active) {
            continue;
        }
        ListedMechanism row;
        row.mechanism = mechanism.id;
        row.name = mechanismName(plan, mechanism.id);
        row.hoursBefore = costs.of(mechanism.id).staffHours.value;
        row.hoursAfter = row.hoursBefore;
        if (at != effects.end()) {
            const auto& effect = *at->second;
            row.changed = true;
            row.said = saidOf(plan, effect);
            row.note = whyNotCounted(plan, effect);
            row.hoursAfter =
                effect.counted ? effect.lines.at(analysis::WeighedLine::staffHours).after : std::nullopt;
        }
        row.filterText =
            QString::fromStdString(text::folded((row.name + QLatin1Char(' ') + row.said).toStdString()));
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
    answer.achievements = analysis::achievementsOf(*plan, scenario, today);
    return answer;
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
