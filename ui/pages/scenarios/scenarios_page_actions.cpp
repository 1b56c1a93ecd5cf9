#include "core/text/values.h"
#include "ui/pages/scenarios/change_form.h"
#include "ui/pages/scenarios/mechanism_list.h"
#include "ui/pages/scenarios/scenarios_page.h"
#include "ui/session/session.h"
#include "ui/widgets/prompts.h"
#include "ui/widgets/record_cell.h"

#include <QComboBox>
#include <QMenu>

#include <algorithm>

namespace wardmote::ui {

using plan::Id;
using plan::WhatToDo;

void ScenariosPage::fillMenu() {
    const auto add = [this](const QString& text, const QString& name, auto act) {
        auto* action = menu_->addAction(text);
        action->setObjectName(name);
        connect(action, &QAction::triggered, this, act);
    };
    add(tr("&New…"), QStringLiteral("scenarioNew"), &ScenariosPage::addAsked);
    add(tr("&Copy…"), QStringLiteral("scenarioCopy"), &ScenariosPage::copyAsked);
    add(tr("&Rename…"), QStringLiteral("scenarioRename"), &ScenariosPage::renameAsked);
    add(tr("&Delete…"), QStringLiteral("scenarioDelete"), &ScenariosPage::eraseAsked);
}

TakeId ScenariosPage::newIds() {
    return [this] { return session().newId(); };
}

bool ScenariosPage::perform(const ScenarioEdit& edit) {
    if (!edit.refusal.isEmpty()) {
        prompts_.inform(this, title(), edit.refusal);
        return false;
    }
    if (!edit.changes.empty() && session().isWritable()) {
        session().perform(edit.label, edit.changes);
        return true;
    }
    return false;
}

void ScenariosPage::addAsked() {
    const auto name = prompts_.text(this, tr("New scenario"), tr("Name"), tr("Option"));
    if (name && !name->trimmed().isEmpty()) {
        chosen_ = coming_ = session().newId();
        perform(addScenario(chosen_, name->trimmed()));
    }
}

void ScenariosPage::copyAsked() {
    const auto plan = session().plan();
    const auto original = scenario();
    const auto preset = tr("%1 (copy)").arg(qtext(plan::nameOf(*plan, plan::RecordKind::scenario, original)));
    const auto name = prompts_.text(this, tr("Copy scenario"), tr("Name"), preset);
    if (original != 0 && name && !name->trimmed().isEmpty()) {
        chosen_ = coming_ = session().newId();
        perform(copyScenario(*plan, original, chosen_, name->trimmed(), newIds()));
    }
}

void ScenariosPage::renameAsked() {
    const auto plan = session().plan();
    const auto name = prompts_.text(this, tr("Rename scenario"), tr("Name"),
                                    qtext(plan::nameOf(*plan, plan::RecordKind::scenario, scenario())));
    if (scenario() != 0 && name && !name->trimmed().isEmpty()) {
        perform(renameScenario(*plan, scenario(), name->trimmed()));
    }
}

void ScenariosPage::eraseAsked() {
    const auto plan = session().plan();
    const auto name = qtext(plan::nameOf(*plan, plan::RecordKind::scenario, scenario()));
    if (scenario() != 0 &&
        prompts_.confirm(this, tr("Delete scenario"),
                         tr("%1 and its changes go. The mechanisms stay; the edit can be undone.").arg(name),
                         tr("Delete"))) {
        perform(eraseScenario(*plan, scenario()));
    }
}

void ScenariosPage::statusChosen(int index) {
    if (!perform(setScenarioStatus(*session().plan(), scenario(), static_cast<plan::ScenarioStatus>(index),
                                   today()))) {
        fillScenarios(); // back to what is recorded
    }
}

void ScenariosPage::takeFromReviews() {
    const auto found = changesFromReviews(*session().plan(), scenario(), newIds());
    QStringList said;
    if (found.made == 0) {
        said << tr("No agreed review says anything of a mechanism that this scenario leaves as it is.");
    }
    if (found.unclear > 0) {
        said << tr("%1 agreed reviews do not say which mechanism ends or stays: mark those yourself.")
                    .arg(found.unclear);
    }
    perform(found.edit);
    if (!said.isEmpty()) {
        prompts_.inform(this, tr("From reviews"), said.join(QLatin1Char(' ')));
    }
}

Id ScenariosPage::askForOther(WhatToDo action, const std::vector<Id>& chosen) {
    QStringList names;
    std::vector<Id> ids;
    for (const auto& each : answer_->mechanisms) {
        if (std::ranges::find(chosen, each.mechanism) == chosen.end()) {
            names << each.name;
            ids.push_back(each.mechanism);
        }
    }
    const bool merges = action == WhatToDo::mergeInto;
    const auto name = prompts_.choose(this, merges ? tr("Merge into") : tr("Share a meeting"),
                                      merges ? tr("The mechanism that takes it up")
                                             : tr("The mechanism in whose meeting it is held"),
                                      names);
    const auto at = name ? names.indexOf(*name) : -1;
    return at < 0 ? 0 : ids[static_cast<std::size_t>(at)];
}

void ScenariosPage::mark(WhatToDo action) {
    const auto chosen = list_->chosen();
    if (chosen.empty() || !answer_ || scenario() == 0) {
        return;
    }
    Id into = 0;
    if (action == WhatToDo::mergeInto || action == WhatToDo::shareAMeeting) {
        into = askForOther(action, chosen);
        if (into == 0) {
            return;
        }
    }
    // The one that takes it up is what the person has to fill in next.
    wanted_ = into;
    perform(markMechanisms(*session().plan(), scenario(), chosen, action, into, newIds()));
}

std::optional<plan::Date> ScenariosPage::askForDay(const std::vector<Id>& mechanisms) {
    const auto plan = session().plan();
    const bool ends = std::ranges::any_of(mechanisms, [&](Id mechanism) {
        const auto* change = changeOf(*plan, scenario(), mechanism);
        return change && (change->action == WhatToDo::end || change->action == WhatToDo::mergeInto);
    });
    if (!ends) {
        return today();
    }
    const auto title = tr("Done");
    const auto said =
        prompts_.text(this, title, tr("Day on which it ended; the mechanism’s own record will say so too"),
                      QString::fromStdString(today().words()));
    if (!said) {
        return std::nullopt;
    }
    const auto read = text::readValue(*plan, plan::fieldFor<&plan::Mechanism::ended>(), said->toStdString());
    const auto* iso = read ? std::get_if<std::string>(&*read) : nullptr;
    const auto day = iso ? plan::Date::fromIso(*iso) : std::nullopt;
    if (!day || *day > today()) {
        prompts_.inform(this, title,
                        !read ? qtext(read.error().text())
                        : day ? tr("That day is still to come: it can be marked done when it has ended.")
                              : tr("Give the day on which it ended, for example 31 March 2026."));
        return std::nullopt;
    }
    return day;
}

void ScenariosPage::decide(const std::vector<Id>& mechanisms, plan::ReviewStatus status) {
    if (mechanisms.empty() || !answer_ || !answer_->shown) {
        return;
    }
    const auto edit = [&](plan::Date day) {
        return decideChanges(*session().plan(), *answer_->shown, mechanisms, status, day);
    };
    if (const auto tried = edit(today()); !tried.refusal.isEmpty()) {
        const auto* change = changeOf(*session().plan(), scenario(), mechanisms.front());
        const auto missing = change && analysis::isAgreed(status) ? analysis::missingForAgreement(*change)
                                                                  : std::vector<const plan::FieldInfo*>{};
        if (mechanisms.size() > 1 || missing.empty() || !form_) {
            prompts_.inform(this, title(), tried.refusal);
        } else if (prompts_.confirm(this, tr("Not yet"), tried.refusal,
                                    tr("Go to “%1”").arg(qtext(missing.front()->label)))) {
            form_->fillIn(missing.front()->key);
        }
        return;
    }
    const auto day = status == plan::ReviewStatus::done ? askForDay(mechanisms) : today();
    if (day) {
        perform(edit(*day));
    }
}

void ScenariosPage::takeBack() {
    perform(unmarkMechanisms(*session().plan(), scenario(), list_->chosen()));
}

} // namespace wardmote::ui
