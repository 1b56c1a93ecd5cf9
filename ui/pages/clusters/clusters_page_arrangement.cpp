#include "core/plan/locks.h"
#include "ui/pages/clusters/clusters_page.h"
#include "ui/session/arrangement_edits.h"
#include "ui/session/session.h"
#include "ui/session/today.h"
#include "ui/widgets/prompts.h"

#include <QLabel>
#include <QLineEdit>
#include <QMenu>
#include <QPushButton>

#include <algorithm>

namespace wardmote::ui {

/// The edit is made anew from the plan as it is when its turn comes, so that two quick moves don't undo each
/// other.
void ClustersPage::perform(const ClusterEdit& first, std::function<ClusterEdit(const plan::Plan&)> again) {
    if (!first.refusal.isEmpty()) {
        refuse(first.refusal);
    } else if (!first.changes.empty() && session_.isWritable()) {
        session_.perform(first.label,
                         [again = std::move(again)](const plan::Plan& plan) { return again(plan).changes; });
    }
}

/// What is agreed or locked as a whole is changed in a copy; a lock on a part says who has to be unlocked.
void ClustersPage::refuse(const QString& why) {
    const auto* shown = session_.plan()->find<plan::Arrangement>(arrangement());
    if (!shown || !plan::isLocked(*shown) || !session_.isWritable()) {
        prompts_.inform(this, tr("Locked"), why);
        return;
    }
    if (prompts_.confirm(this, tr("Locked"), why, tr("Make a copy to change"))) {
        copyAsked(tr("Make a copy to change"));
    }
}

void ClustersPage::copyAsked(const QString& title) {
    const auto* shown = session_.plan()->find<plan::Arrangement>(arrangement());
    if (!shown) {
        return;
    }
    const auto text =
        prompts_.text(this, title, tr("Name"), tr("%1 (copy)").arg(QString::fromStdString(shown->name)));
    if (text && !text->trimmed().isEmpty()) {
        const auto original = shown->id;
        chosenArrangement_ = session_.newId();
        const auto edit = copyArrangement(*session_.plan(), original, chosenArrangement_, text->trimmed(),
                                          [this] { return session_.newId(); });
        session_.perform(edit.label, edit.changes);
    }
}

void ClustersPage::assign(const std::vector<plan::Id>& areas, plan::Id cluster) {
    if (areas.empty()) {
        return;
    }
    std::vector<plan::Id> ids; // of lines of the log: taken here, since the edit's turn is on another thread
    std::ranges::for_each(areas, [&](plan::Id) { ids.push_back(session_.newId()); });
    const MoveReason why{reason_->text().trimmed(), personAtKeyboard(), today()};
    auto make = [areas, cluster, ids, why, shown = arrangement()](const plan::Plan& plan) {
        return moveAreas(plan, shown, cluster, areas, why, idsFrom(ids));
    };
    const auto edit = make(*session_.plan());
    if (!edit.changes.empty()) {
        reason_->clear(); // it was this move's
    }
    perform(edit, make);
}

void ClustersPage::lockChosen(bool locked) {
    auto make = [areas = chosenAreas(), locked, shown = arrangement()](const plan::Plan& plan) {
        return lockAreas(plan, shown, areas, locked);
    };
    perform(make(*session_.plan()), make);
}

void ClustersPage::addLockEntries(QMenu& menu) {
    const auto plan = session_.plan();
    bool anyLocked = false;
    bool anyFree = false;
    const auto areas = chosenAreas();
    for (const auto& cluster : plan->all<plan::Cluster>()) {
        for (const auto& held : cluster.areas) {
            if (cluster.arrangement.id == arrangement() && held.main &&
                std::ranges::find(areas, held.area.id) != areas.end()) {
                (held.locked ? anyLocked : anyFree) = true;
            }
        }
    }
    menu.addSeparator();
    auto* lock = menu.addAction(tr("&Lock in place"));
    lock->setEnabled(anyFree);
    connect(lock, &QAction::triggered, this, [this] { lockChosen(true); });
    auto* unlock = menu.addAction(tr("&Unlock"));
    unlock->setEnabled(anyLocked);
    connect(unlock, &QAction::triggered, this, [this] { lockChosen(false); });
}

/// "in force · agreed 8 May 2013 · locked".
void ClustersPage::showState() {
    const auto plan = session_.plan();
    const auto* shown = plan->find<plan::Arrangement>(arrangement());
    QStringList words;
    if (shown) {
        words << (plan->settings().arrangementInForce.id == shown->id ? tr("in force") : tr("not in force"));
        if (shown->status) {
            const auto label =
                plan::choicesOf<plan::ArrangementStatus>[static_cast<std::size_t>(*shown->status)].label;
            words << QString::fromUtf8(label.data(), static_cast<int>(label.size())).toLower();
        }
        if (shown->status == plan::ArrangementStatus::agreed && shown->dateAgreed) {
            words.last() += QLatin1Char(' ') + QString::fromStdString(shown->dateAgreed->words());
        }
        if (plan::isLocked(*shown)) {
            words << tr("locked");
        }
    }
    inForce_->setText(words.join(QStringLiteral(" · ")));
    const bool locked = shown && plan::isLocked(*shown);
    copyToChange_->setVisible(locked);
    copyToChange_->setEnabled(session_.isWritable());
    assign_->setVisible(!locked);
    reason_->setEnabled(!locked && session_.isWritable());
}

void ClustersPage::fillArrangementMenu(QMenu& menu) {
    const auto* shown = session_.plan()->find<plan::Arrangement>(arrangement());
    const auto id = shown ? shown->id : 0;
    const auto name = shown ? QString::fromStdString(shown->name) : QString();
    const auto ask = [this](const QString& title, const QString& preset) {
        const auto text = prompts_.text(this, title, tr("Name"), preset);
        return text ? text->trimmed() : QString();
    };
    auto* add = menu.addAction(tr("&New…"));
    connect(add, &QAction::triggered, this, [this, ask] {
        const auto text = ask(tr("New arrangement"), tr("Option"));
        if (!text.isEmpty()) {
            chosenArrangement_ = session_.newId();
            const auto edit = addArrangement(*session_.plan(), chosenArrangement_, text);
            session_.perform(edit.label, edit.changes);
        }
    });
    auto* copy = menu.addAction(tr("&Copy %1…").arg(name));
    connect(copy, &QAction::triggered, this, [this] { copyAsked(tr("Copy the arrangement")); });
    auto* rename = menu.addAction(tr("&Rename…"));
    connect(rename, &QAction::triggered, this, [this, ask, id, name] {
        const auto text = ask(tr("Rename the arrangement"), name);
        if (!text.isEmpty() && text != name) {
            const auto edit = renameArrangement(*session_.plan(), id, text);
            session_.perform(edit.label, edit.changes);
        }
    });
    auto* force = menu.addAction(tr("Put in &force"));
    force->setEnabled(session_.plan()->settings().arrangementInForce.id != id);
    connect(force, &QAction::triggered, this, [this, id] {
        const auto edit = putInForce(*session_.plan(), id);
        session_.perform(edit.label, edit.changes);
    });
    auto* status = new QMenu(tr("&Status"), &menu);
    fillStatusMenu(*status);
    menu.addMenu(status);
    auto* lock = menu.addAction(tr("&Lock everything"));
    lock->setCheckable(true);
    lock->setChecked(shown && shown->locked == true);
    connect(lock, &QAction::triggered, this, [this, id](bool locked) {
        const auto edit = lockArrangement(*session_.plan(), id, locked);
        session_.perform(edit.label, edit.changes);
    });
    menu.addSeparator();
    auto* erase = menu.addAction(tr("&Delete…"));
    connect(erase, &QAction::triggered, this, [this, id, name] {
        if (prompts_.confirm(this, tr("Delete the arrangement"),
                             tr("%1 and its %2 will be deleted. You can undo this.").arg(name, words()),
                             tr("Delete"))) {
            const auto edit = eraseArrangement(*session_.plan(), id);
            session_.perform(edit.label, edit.changes);
        }
    });
    for (auto* action : menu.actions()) {
        action->setEnabled(action->isEnabled() && session_.isWritable() && (id != 0 || action == add));
    }
}

void ClustersPage::fillStatusMenu(QMenu& menu) {
    const auto* shown = session_.plan()->find<plan::Arrangement>(arrangement());
    for (std::size_t i = 0; i < plan::choicesOf<plan::ArrangementStatus>.size(); ++i) {
        const auto status = static_cast<plan::ArrangementStatus>(i);
        const auto label = plan::choicesOf<plan::ArrangementStatus>[i].label;
        auto* action = menu.addAction(QString::fromUtf8(label.data(), static_cast<int>(label.size())));
        action->setCheckable(true);
        action->setChecked(shown && shown->status == status);
        connect(action, &QAction::triggered, this, [this, status] {
            auto make = [status, id = arrangement(), day = today()](const plan::Plan& plan) {
                return setArrangementStatus(plan, id, status, day);
            };
            perform(make(*session_.plan()), make);
        });
    }
}

} // namespace wardmote::ui
