#include "core/plan/locks.h"
#include "ui/charts/map_widget.h"
#include "ui/pages/map/effect_panel.h"
#include "ui/pages/map/map_cluster_list.h"
#include "ui/pages/map/map_page.h"
#include "ui/session/preferences.h"
#include "ui/session/selection.h"
#include "ui/session/session.h"
#include "ui/session/today.h"
#include "ui/widgets/prompts.h"
#include "ui/widgets/style.h"

#include <QLabel>
#include <QLineEdit>
#include <QPushButton>

#include <algorithm>

namespace wardmote::ui {
namespace {

/// New ids taken beforehand, since an edit is made on another thread than the one that gives them.
std::function<plan::Id()> idsFrom(Session& session, std::size_t count) {
    std::vector<plan::Id> ids;
    for (std::size_t i = 0; i < count; ++i) {
        ids.push_back(session.newId());
    }
    return [ids = std::move(ids), next = std::size_t{0}]() mutable { return ids[next++]; };
}

} // namespace

/// The edit is made anew from the plan as it is when its turn comes, so that two quick moves don't undo each
/// other.
void MapPage::perform(const MakeEdit& make) {
    const auto first = make(*session_.plan());
    messageBar_->hide();
    if (!first.refusal.isEmpty()) {
        refuse(first.refusal);
    } else if (!first.changes.empty() && session_.isWritable()) {
        session_.perform(first.label, [make](const plan::Plan& plan) { return make(plan).changes; });
    }
}

void MapPage::tell(const QString& message) {
    message_->setText(message);
    setTextTone(*message_, Tone::neutral);
    copy_->hide();
    messageBar_->show();
}

/// Where a whole arrangement is closed, a copy is offered.
void MapPage::refuse(const QString& why) {
    map_->setPreview({}, -1);
    tell(QStringLiteral("⚠ ") + why);
    setTextTone(*message_, Tone::attention);
    const auto* shown = session_.plan()->find<plan::Arrangement>(arrangement());
    copy_->setVisible(shown && plan::isLocked(*shown) && session_.isWritable());
}

void MapPage::firstAsked() {
    const auto name = prompts_.text(this, tr("New arrangement"), tr("Name"), tr("As now"));
    if (name && !name->trimmed().isEmpty()) {
        perform([id = session_.newId(), text = name->trimmed()](const plan::Plan& plan) {
            return addArrangement(plan, id, text);
        });
    }
}

void MapPage::copyAsked() {
    const auto original = arrangement();
    const auto name =
        QString::fromStdString(plan::nameOf(*session_.plan(), plan::RecordKind::arrangement, original));
    const auto text =
        prompts_.text(this, tr("Copy the arrangement"), tr("Name of the copy"), tr("%1 (copy)").arg(name));
    if (!text || text->trimmed().isEmpty()) {
        return;
    }
    const auto& plan = *session_.plan();
    const auto id = session_.newId();
    const auto edit =
        copyArrangement(plan, original, id, text->trimmed(), [this] { return session_.newId(); });
    chosenArrangement_ = id;
    messageBar_->hide();
    session_.perform(edit.label, edit.changes);
}

void MapPage::assign(const std::vector<plan::Id>& areas, plan::Id cluster) {
    if (areas.empty()) {
        return;
    }
    MoveReason why;
    why.reason = reason_->text().trimmed();
    why.by = preferences_ ? preferences_->get(preference::author) : QString();
    why.on = today();
    const auto ids = idsFrom(session_, areas.size());
    perform([areas, cluster, why, ids, shown = arrangement()](const plan::Plan& plan) {
        const auto fresh = ids; // the edit is made twice, with the same ids
        return moveAreas(plan, shown, cluster, areas, why, fresh);
    });
    if (!messageBar_->isVisible()) {
        reason_->clear();
    }
}

void MapPage::typed(const QString& key) {
    if (const auto cluster = list_->clusterForKey(key)) {
        const auto areas = map_->meantByKey();
        session_.selection().select(plan::RecordKind::area, areas);
        assign(areas, *cluster);
    }
}

void MapPage::painting(const std::vector<plan::Id>& areas) {
    const auto target = list_->chosen();
    if (!target) {
        refuse(tr("Choose a row of the list first: the brush paints with it."));
        return;
    }
    preview(movable(areas, *target), target);
}

void MapPage::painted(const std::vector<plan::Id>& areas) {
    const auto target = list_->chosen();
    if (!target) {
        return;
    }
    const auto moved = movable(areas, *target);
    assign(moved, *target);
    auto locked = areas;
    std::erase_if(locked, [&](plan::Id area) { return std::ranges::find(moved, area) != moved.end(); });
    if (!locked.empty() && !messageBar_->isVisible()) {
        tell(tr("%1 left where they were: locked.").arg(areasInWords(*session_.plan(), locked)));
    }
}

std::vector<plan::Id> MapPage::movable(const std::vector<plan::Id>& areas, plan::Id cluster) const {
    auto loose = areas;
    std::erase_if(loose, [&](plan::Id area) {
        return !plan::whyNotMoved(*session_.plan(), arrangement(), cluster, std::span(&area, 1)).empty();
    });
    return loose.empty() ? areas : loose;
}

void MapPage::carrying(const std::vector<plan::Id>& areas, QPoint global) {
    preview(areas, targetAt(global));
}

void MapPage::carried(const std::vector<plan::Id>& areas, QPoint global) {
    if (const auto target = targetAt(global)) {
        assign(areas, *target);
    }
}

/// A row of the list, or the cluster of the area that lies there.
std::optional<plan::Id> MapPage::targetAt(QPoint global) const {
    if (const auto row = list_->clusterAt(global)) {
        return row;
    }
    const auto at = map_->mapFromGlobal(global);
    const auto cluster = map_->rect().contains(at) ? clusterOf(map_->areaAt(at)) : 0;
    return cluster != 0 ? std::optional(cluster) : std::nullopt;
}

void MapPage::preview(const std::vector<plan::Id>& areas, std::optional<plan::Id> target) {
    list_->mark(target);
    map_->setPreview(target ? areas : std::vector<plan::Id>{}, target ? positionOf(*target) : -1);
    showEffect(areas, target);
}

void MapPage::showEffect(const std::vector<plan::Id>& areas, std::optional<plan::Id> target) {
    if (!target || areas.empty()) {
        effect_->clear(tr("Let go over another %1, on the map or in the list.").arg(word()));
        return;
    }
    const auto effect = figures_.effects->of(areas, *target);
    if (effect.moved.empty()) {
        effect_->clear(tr("Nothing would change."));
        return;
    }
    effect_->show(effectTitle(*figures_.plan, effect), effectLines(*figures_.effects, effect),
                  QString::fromStdString(effect.refusal));
}

void MapPage::showStandingEffect() {
    const auto areas = chosenAreas();
    const auto target = list_->chosen();
    const bool both = !areas.empty() && target;
    const auto effect = both ? figures_.effects->of(areas, *target) : analysis::MoveEffect{};
    move_->setEnabled(!effect.moved.empty() && session_.isWritable());
    if (!effect.moved.empty()) {
        effect_->show(effectTitle(*figures_.plan, effect), effectLines(*figures_.effects, effect),
                      QString::fromStdString(effect.refusal));
    } else if (const auto outlined = map_->currentArea();
               outlined != 0 && !map_->selected().contains(outlined)) {
        const int at = positionOf(clusterOf(outlined));
        effect_->clear(tr("%1 is outlined: %2. The key of a row moves it there, Enter chooses it.")
                           .arg(areasInWords(*session_.plan(), {outlined}),
                                at < 0 ? figures_.spec.noCluster
                                       : figures_.spec.clusters[static_cast<std::size_t>(at)].name));
    } else if (areas.empty()) {
        effect_->clear(tr("Choose areas, then a row of the list, to see what moving them there would do. Its "
                          "key moves them at once."));
    } else {
        effect_->clear(tr("%1 chosen. Choose another %2 in the list to see what moving there would do.")
                           .arg(areasInWords(*session_.plan(), areas), word()));
    }
}

/// While areas are chosen, whatever cluster the mouse is over is asked about.
void MapPage::hoveredOver(plan::Id area) {
    const auto areas = chosenAreas();
    const auto cluster = clusterOf(area);
    if (areas.empty() || cluster == 0 || std::ranges::find(areas, area) != areas.end()) {
        showStandingEffect();
        return;
    }
    const auto effect = figures_.effects->of(areas, cluster);
    if (effect.moved.empty()) {
        showStandingEffect();
    } else {
        showEffect(areas, cluster);
    }
}

void MapPage::lock(bool everything, bool locked) {
    if (everything) {
        perform([shown = arrangement(), locked](const plan::Plan& plan) {
            return lockArrangement(plan, shown, locked);
        });
        return;
    }
    perform([areas = chosenAreas(), shown = arrangement(), locked](const plan::Plan& plan) {
        return lockAreas(plan, shown, areas, locked);
    });
}

void MapPage::addClusterAsked() {
    const auto name = prompts_.text(this, tr("New %1").arg(word()), tr("Name"), QString());
    if (name && !name->trimmed().isEmpty()) {
        perform([shown = arrangement(), id = session_.newId(), text = name->trimmed(), areas = chosenAreas()](
                    const plan::Plan& plan) { return addCluster(plan, shown, id, text, areas); });
    }
}

} // namespace wardmote::ui
