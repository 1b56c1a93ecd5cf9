#include "ui/charts/map_widget.h"
#include "ui/pages/map/map_cluster_list.h"
#include "ui/pages/map/map_page.h"
#include "ui/session/session.h"
#include "ui/widgets/style.h"

#include <QMenu>
#include <QPushButton>
#include <QTableView>

namespace wardmote::ui {
namespace {

/// For a dozen clusters a key each in the menu, as in the list.
QString entryText(std::size_t row, const QString& name) {
    auto plain = name;
    plain.replace(u'&', QStringLiteral("&&"));
    return row < 9 ? QStringLiteral("&%1  %2").arg(row + 1).arg(plain) : plain;
}

} // namespace

void MapPage::fillAreaMenu(QMenu& menu) {
    const auto areas = chosenAreas();
    if (areas.empty()) {
        menu.addAction(tr("Choose areas first"))->setEnabled(false);
        return;
    }
    menu.addSection(areasInWords(*session_.plan(), areas));
    auto* move = menu.addMenu(tr("&Move to"));
    auto* share = menu.addMenu(tr("&Add to as well"));
    auto* out = menu.addMenu(tr("&Take out of"));
    const auto medium = charts::mediumOf(palette());
    for (std::size_t i = 0; i < figures_.spec.clusters.size(); ++i) {
        const auto id = figures_.spec.clusters[i].id;
        const auto text = entryText(i, figures_.spec.clusters[i].name);
        const auto sign = fillIcon(charts::fillOfCluster(figures_.spec, static_cast<int>(i), medium), medium);
        connect(move->addAction(sign, text), &QAction::triggered, this,
                [this, areas, id] { assign(areas, id); });
        connect(share->addAction(sign, text), &QAction::triggered, this, [this, areas, id] {
            perform([areas, id](const plan::Plan& plan) { return shareAreas(plan, id, areas); });
        });
        connect(out->addAction(sign, text), &QAction::triggered, this, [this, areas, id] {
            perform([areas, id, shown = arrangement()](const plan::Plan& plan) {
                return takeOut(plan, shown, id, areas);
            });
        });
    }
    move->addSeparator();
    connect(move->addAction(tr("A &new %1…").arg(word())), &QAction::triggered, this,
            &MapPage::addClusterAsked);
    out->addSeparator();
    connect(out->addAction(tr("&Every %1").arg(word())), &QAction::triggered, this,
            [this, areas] { assign(areas, 0); });
    menu.addSeparator();
    connect(menu.addAction(tr("&Lock in place")), &QAction::triggered, this, [this] { lock(false, true); });
    connect(menu.addAction(tr("&Unlock")), &QAction::triggered, this, [this] { lock(false, false); });
    for (auto* action : menu.actions()) {
        action->setEnabled(session_.isWritable());
    }
    menu.addSeparator();
    connect(menu.addAction(tr("&Zoom to")), &QAction::triggered, this,
            [this, areas] { map_->zoomTo(areas); });
}

void MapPage::popup(QPoint at) {
    auto* menu = new QMenu(this);
    menu->setAttribute(Qt::WA_DeleteOnClose);
    fillAreaMenu(*menu);
    menu->popup(at);
}

void MapPage::addShowMenu(QPushButton& button) {
    auto* menu = giveMenu(button);
    const auto add = [menu](const QString& text, const char* name, bool on) {
        auto* action = menu->addAction(text);
        action->setObjectName(QString::fromLatin1(name));
        action->setCheckable(true);
        action->setChecked(on);
        return action;
    };
    showNames_ = add(tr("&Names of areas"), "mapShowNames", true);
    auto* overview = add(tr("&Overview when zoomed in"), "mapShowOverview", true);
    showPoints_ = add(tr("&Assets and meeting places"), "mapShowPoints", false);
    showTable_ = add(tr("&Table of what is drawn"), "mapShowTable", false);
    connect(showNames_, &QAction::toggled, this, [this](bool on) { map_->setAreaLabels(on); });
    connect(overview, &QAction::toggled, this, [this](bool on) { map_->setOverview(on); });
    connect(showPoints_, &QAction::toggled, this, [this](bool on) {
        showMap();
        if (on && points_.empty()) {
            refuse(tr("No asset has an easting and a northing yet, so none can be drawn."));
        }
    });
    connect(showTable_, &QAction::toggled, this, [this](bool on) {
        table_->setVisible(on);
        takeSelection();
    });
}

void MapPage::addLockMenu(QPushButton& button) {
    auto* menu = giveMenu(button);
    connect(menu, &QMenu::aboutToShow, this, [this, menu] {
        menu->clear();
        const auto areas = chosenAreas();
        const auto words = areas.empty() ? tr("the chosen areas") : areasInWords(*session_.plan(), areas);
        const auto* cluster = session_.plan()->find<plan::Cluster>(list_->chosen().value_or(0));
        const auto name = cluster ? QString::fromStdString(cluster->name) : tr("the chosen %1").arg(word());
        const auto* shown = session_.plan()->find<plan::Arrangement>(arrangement());
        const auto add = [&](const QString& text, bool enabled, const auto& act) {
            auto* action = menu->addAction(text);
            action->setEnabled(enabled && session_.isWritable());
            connect(action, &QAction::triggered, this, act);
        };
        add(tr("Lock %1").arg(words), !areas.empty(), [this] { lock(false, true); });
        add(tr("Unlock %1").arg(words), !areas.empty(), [this] { lock(false, false); });
        menu->addSeparator();
        for (const bool locked : {true, false}) {
            add((locked ? tr("Lock %1") : tr("Unlock %1")).arg(name),
                cluster && (cluster->locked == true) != locked, [this, locked] {
                    perform([id = list_->chosen().value_or(0), locked](const plan::Plan& plan) {
                        return lockCluster(plan, id, locked);
                    });
                });
        }
        menu->addSeparator();
        add(tr("Lock everything"), shown && shown->locked != true, [this] { lock(true, true); });
        add(tr("Unlock everything"), shown && shown->locked == true, [this] { lock(true, false); });
    });
}

} // namespace wardmote::ui
