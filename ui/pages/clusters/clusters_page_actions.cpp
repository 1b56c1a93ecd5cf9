#include "ui/charts/palette.h"
#include "ui/pages/clusters/clusters_page.h"
#include "ui/session/session.h"
#include "ui/widgets/prompts.h"

#include <QCoreApplication>
#include <QMenu>

namespace wardmote::ui {
namespace {

/// What the twelve fills look like, in words: colour is never the only sign.
QString fillName(int fill) {
    return QCoreApplication::translate("ClustersPage", "Colour %1").arg(fill + 1);
}

} // namespace

void ClustersPage::typed(const QString& key) {
    const auto cluster = clusters_->clusterForKey(key);
    if (cluster != 0 || key == QLatin1String("0")) {
        assign(chosenAreas(), cluster);
    }
}

void ClustersPage::addClusterAsked(bool withAreas) {
    const auto name = prompts_.text(this, tr("Add a %1").arg(word()), tr("Name"), QString());
    if (name && !name->trimmed().isEmpty()) {
        const auto areas = withAreas ? chosenAreas() : std::vector<plan::Id>{};
        auto make = [shown = arrangement(), id = session_.newId(), text = name->trimmed(),
                     areas](const plan::Plan& plan) { return addCluster(plan, shown, id, text, areas); };
        perform(make(*session_.plan()), make);
    }
}

void ClustersPage::renameClusterAsked() {
    const auto* cluster = session_.plan()->find<plan::Cluster>(clusters_->currentCluster());
    if (!cluster) {
        return;
    }
    const auto old = QString::fromStdString(cluster->name);
    const auto id = cluster->id;
    const auto name = prompts_.text(this, tr("Rename %1").arg(old), tr("Name"), old);
    if (name && !name->trimmed().isEmpty() && *name != old) {
        auto make = [id, text = name->trimmed()](const plan::Plan& plan) {
            return renameCluster(plan, id, text);
        };
        perform(make(*session_.plan()), make);
    }
}

void ClustersPage::eraseClusterAsked() {
    const auto* cluster = session_.plan()->find<plan::Cluster>(clusters_->currentCluster());
    if (!cluster) {
        return;
    }
    const auto id = cluster->id;
    const auto name = QString::fromStdString(cluster->name);
    if (cluster->areas.empty() ||
        prompts_.confirm(
            this, tr("Delete %1").arg(name),
            tr("Its %1 areas will be in no %2. You can undo this.").arg(cluster->areas.size()).arg(word()),
            tr("Delete"))) {
        auto make = [id](const plan::Plan& plan) { return eraseCluster(plan, id); };
        perform(make(*session_.plan()), make);
    }
}

void ClustersPage::fillClusterMenu(QMenu& menu) {
    const auto id = clusters_->currentCluster();
    const auto* cluster = session_.plan()->find<plan::Cluster>(id);
    connect(menu.addAction(tr("&Add a %1…").arg(word())), &QAction::triggered, this,
            [this] { addClusterAsked(false); });
    auto* rename = menu.addAction(tr("&Rename…"), QKeySequence(Qt::Key_F2));
    connect(rename, &QAction::triggered, this, &ClustersPage::renameClusterAsked);
    auto* colours = menu.addMenu(tr("&Colour"));
    for (int fill = 0; cluster && fill < charts::categoricalCount; ++fill) {
        auto* action = colours->addAction(swatch(fill), fillName(fill));
        action->setCheckable(true);
        action->setChecked(fillOf(*session_.plan(), *cluster) == fill);
        connect(action, &QAction::triggered, this, [this, id, fill] {
            const auto edit = recolourCluster(*session_.plan(), id, fill + 1);
            session_.perform(edit.label, edit.changes);
        });
    }
    auto* all = menu.addAction(tr("&Select its areas"));
    connect(all, &QAction::triggered, this, [this, id] {
        for (const auto& measured : figures_.measures.clusters) {
            if (measured.id == id) {
                selectAreas(measured.areas);
            }
        }
    });
    auto* lock = menu.addAction(tr("&Lock: no area joins or leaves"));
    lock->setCheckable(true);
    lock->setChecked(cluster && cluster->locked == true);
    connect(lock, &QAction::triggered, this, [this, id](bool locked) {
        auto make = [id, locked](const plan::Plan& plan) { return lockCluster(plan, id, locked); };
        perform(make(*session_.plan()), make);
    });
    menu.addSeparator();
    auto* erase = menu.addAction(tr("&Delete…"), QKeySequence(Qt::Key_Delete));
    connect(erase, &QAction::triggered, this, &ClustersPage::eraseClusterAsked);
    for (auto* action : menu.actions()) {
        action->setEnabled(session_.isWritable() && (cluster || action == menu.actions().front()));
    }
    all->setEnabled(cluster != nullptr);
}

void ClustersPage::fillAreaMenu(QMenu& menu) {
    const auto areas = chosenAreas();
    const auto plan = session_.plan();
    if (areas.empty()) {
        menu.addAction(tr("Choose areas first"))->setEnabled(false);
        return;
    }
    menu.addSection(areasInWords(*plan, areas));
    auto* share = new QMenu(tr("&Also in"), &menu);
    auto* out = new QMenu(tr("Take &out of"), &menu);
    int row = 0;
    for (const auto& measured : figures_.measures.clusters) {
        const auto* cluster = plan->find<plan::Cluster>(measured.id);
        if (!cluster) {
            continue;
        }
        const auto id = cluster->id;
        const auto name = QString::fromStdString(cluster->name);
        const auto icon = swatch(fillOf(*plan, *cluster));
        ++row;
        auto* move = menu.addAction(icon, row < 10 ? tr("&%1  Move to %2").arg(row).arg(name)
                                                   : tr("Move to %1").arg(name));
        connect(move, &QAction::triggered, this, [this, areas, id] { assign(areas, id); });
        connect(share->addAction(icon, name), &QAction::triggered, this, [this, areas, id] {
            auto make = [areas, id](const plan::Plan& now) { return shareAreas(now, id, areas); };
            perform(make(*session_.plan()), make);
        });
        connect(out->addAction(icon, name), &QAction::triggered, this, [this, areas, id] {
            auto make = [areas, id, shown = arrangement()](const plan::Plan& now) {
                return takeOut(now, shown, id, areas);
            };
            perform(make(*session_.plan()), make);
        });
    }
    connect(menu.addAction(tr("Move to a &new %1…").arg(word())), &QAction::triggered, this,
            [this] { addClusterAsked(true); });
    menu.addSeparator();
    menu.addMenu(share);
    out->addSeparator();
    connect(out->addAction(tr("Every %1").arg(word())), &QAction::triggered, this,
            [this, areas] { assign(areas, 0); });
    menu.addMenu(out);
    addLockEntries(menu);
    for (auto* action : menu.actions()) {
        action->setEnabled(action->isEnabled() && session_.isWritable());
    }
}

void ClustersPage::popup(QPoint at, void (ClustersPage::*fill)(QMenu&)) {
    auto* menu = new QMenu(this);
    menu->setAttribute(Qt::WA_DeleteOnClose);
    (this->*fill)(*menu);
    menu->popup(at);
}

} // namespace wardmote::ui
