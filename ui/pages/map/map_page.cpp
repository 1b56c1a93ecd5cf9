#include "ui/pages/map/map_page.h"

#include "ui/charts/map_widget.h"
#include "ui/pages/map/effect_panel.h"
#include "ui/pages/map/map_cluster_list.h"
#include "ui/pages/map/map_layers.h"
#include "ui/pages/map/map_legend.h"
#include "ui/pages/map/map_table.h"
#include "ui/session/selection.h"
#include "ui/session/session.h"
#include "ui/widgets/arrangement_headline.h"
#include "ui/widgets/empty_state.h"
#include "ui/widgets/style.h"

#include <QAction>
#include <QComboBox>
#include <QItemSelectionModel>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QSignalBlocker>
#include <QStackedLayout>
#include <QTableView>

#include <algorithm>

namespace wardmote::ui {

using plan::RecordKind;

MapPage::MapPage(Session& session, Prompts& prompts, Preferences* preferences, QWidget* parent)
    : Page(parent), session_(session), prompts_(prompts), preferences_(preferences), placesTask_(session),
      figuresTask_(session), layersTask_(session) {
    figures_ = mapFigures(session.plan(), 0, nullptr, nullptr, colourBy_);
    build();
    connectAll();
    planChanged();
}

MapPage::~MapPage() = default;

QString MapPage::word() const {
    return QString::fromStdString(session_.plan()->settings().clusterWord);
}

std::vector<HeadlineFigure> MapPage::headline() const {
    return measured_ ? arrangementHeadline(figures_.plan->settings(), *figures_.measures)
                     : std::vector<HeadlineFigure>{};
}

bool MapPage::showRecords(RecordKind kind, const std::vector<plan::Id>& ids, const QString&) {
    const auto& plan = *session_.plan();
    if (kind == RecordKind::area && !ids.empty()) {
        session_.selection().select(RecordKind::area, ids);
        map_->zoomTo(ids);
        return true;
    }
    if (const auto* cluster =
            kind == RecordKind::cluster && !ids.empty() ? plan.find<plan::Cluster>(ids.front()) : nullptr) {
        chosenArrangement_ = cluster->arrangement.id;
        planChanged();
        std::vector<plan::Id> areas;
        for (const auto& held : cluster->areas) {
            areas.push_back(held.area.id);
        }
        map_->zoomTo(areas);
        return true;
    }
    return false;
}

void MapPage::activated() {
    arriving_ = true;
    if (stale_) {
        planChanged();
    } else {
        lookAtSelection();
    }
}

/// Whoever comes here with areas chosen elsewhere, as from a check, sees them: the map goes there if they are
/// out of sight or too small to find.
void MapPage::lookAtSelection() {
    const auto areas = chosenAreas();
    if (!arriving_ || !havePlaces_ || !isVisible()) {
        return;
    }
    arriving_ = false;
    QRect drawn;
    for (const auto area : areas) {
        drawn = drawn.united(map_->rectOf(area));
    }
    constexpr int small = 30;
    if (drawn.isValid() &&
        (!map_->rect().contains(drawn.center()) || std::max(drawn.width(), drawn.height()) < small)) {
        map_->zoomTo(areas);
    }
}

plan::Id MapPage::arrangement() const {
    const auto& plan = *session_.plan();
    return plan.find<plan::Arrangement>(chosenArrangement_) ? chosenArrangement_
                                                            : analysis::arrangementShown(plan);
}

bool MapPage::isReady() const {
    return !stale_ && havePlaces_ && measured_ && !placesTask_.isRunning() && !figuresTask_.isRunning() &&
           !layersTask_.isRunning() && figures_.plan == session_.plan();
}

/// A hidden page leaves it until it is looked at: drawing England for nobody takes seconds.
void MapPage::planChanged() {
    stale_ = !isVisible();
    if (stale_) {
        return;
    }
    const auto plan = session_.plan();
    if (plan->all<plan::Area>().empty()) {
        pages_->setCurrentWidget(noAreas_);
    } else {
        pages_->setCurrentIndex(1);
    }
    if (plan->all<plan::Arrangement>().empty()) {
        tell(tr("No %1 are drawn yet. An arrangement is one complete way of drawing them: begin with the one "
                "that is there now.")
                 .arg(QString::fromStdString(plan->settings().clusterWordPlural)));
        first_->show();
    } else if (first_->isVisibleTo(messageBar_)) {
        messageBar_->hide();
        first_->hide();
    }
    fillChoices();
    if (!havePlaces_ || analysis::neighboursKey(*plan) != places_.key) {
        findPlaces();
    } else if (!places_.neighbours && !placesTask_.isRunning()) {
        findNeighbours(); // an edit came before they were found
    }
    findLayers();
    measure();
}

void MapPage::fillChoices() {
    const auto plan = session_.plan();
    const auto fill = [](QComboBox& box, std::vector<std::pair<QString, plan::Id>> entries, plan::Id chosen) {
        const QSignalBlocker blocker(&box);
        box.clear();
        std::ranges::sort(entries);
        for (const auto& [name, id] : entries) {
            box.addItem(name, QVariant::fromValue<qlonglong>(id));
        }
        box.setCurrentIndex(box.findData(QVariant::fromValue<qlonglong>(chosen)));
    };
    std::vector<std::pair<QString, plan::Id>> entries;
    for (const auto& each : plan->all<plan::Arrangement>()) {
        entries.emplace_back(QString::fromStdString(each.name), each.id);
    }
    fill(*arrangements_, std::move(entries), arrangement());
    colours_->setItemText(0, colourByName(ColourBy::cluster, word()));
    footprintSet_ = plan->find<plan::FootprintSet>(footprintSet_) ? footprintSet_ : 0;
    std::vector<std::pair<QString, plan::Id>> sets;
    for (const auto& each : plan->all<plan::FootprintSet>()) {
        sets.emplace_back(QString::fromStdString(each.name), each.id);
    }
    fill(*sets_, std::move(sets), 0);
    sets_->insertItem(0, tr("none"), QVariant::fromValue<qlonglong>(0));
    sets_->setCurrentIndex(sets_->findData(QVariant::fromValue<qlonglong>(footprintSet_)));

    QStringList standing;
    if (const auto* record = plan->find<plan::Arrangement>(arrangement())) {
        if (plan->settings().arrangementInForce.id == record->id) {
            standing << tr("in force");
        }
        if (record->status == plan::ArrangementStatus::agreed) {
            standing << tr("agreed");
        }
        if (record->locked == true) {
            standing << tr("locked");
        }
    }
    standing_->setText(standing.join(tr(", ")));
}

/// Shapes first, so that the map is there to look at; then which lies next to which.
void MapPage::findPlaces() {
    state_->setText(tr("Reading boundaries…"));
    state_->show();
    placesTask_.run(
        [shared = session_.shared()](const plan::PlanRef& plan, const Progress& progress) {
            return charts::geometryIn(*plan, *shared, progress);
        },
        [this](Result<charts::MapGeometryRef> found) {
            if (!found) {
                state_->setText(QString::fromStdString(found.error().text()));
                return;
            }
            places_.geometry = std::move(*found);
            places_.key = analysis::neighboursKey(*session_.plan());
            places_.neighbours.reset();
            havePlaces_ = true;
            findLayers();
            measure();
            findNeighbours();
        });
}

void MapPage::findNeighbours() {
    state_->setText(tr("Finding neighbours…"));
    placesTask_.run(
        [shared = session_.shared()](const plan::PlanRef& plan, const Progress& progress) {
            return analysis::neighboursOf(*plan, *shared, progress);
        },
        [this](Result<std::shared_ptr<const analysis::Neighbours>> found) {
            if (!found) {
                state_->setText(QString::fromStdString(found.error().text()));
                return;
            }
            state_->hide();
            places_.neighbours = std::move(*found);
            measure();
        });
}

void MapPage::measure() {
    // Neighbours of other boundaries than the plan's would be wrong; without any, the rest is still right.
    const auto neighbours = havePlaces_ && places_.key == analysis::neighboursKey(*session_.plan())
                                ? places_.neighbours
                                : nullptr;
    figuresTask_.run([neighbours, shown = arrangement(), geometry = places_.geometry, by = colourBy_](
                         const plan::PlanRef& plan,
                         const Progress&) { return mapFigures(plan, shown, geometry, neighbours, by); },
                     [this](MapFigures figures) {
                         figures_ = std::move(figures);
                         measured_ = true;
                         showFigures();
                     });
}

void MapPage::findLayers() {
    points_ = pointsOnMap(*session_.plan());
    if (footprintSet_ == 0) {
        footprints_.clear();
        return;
    }
    layersTask_.run([set = footprintSet_, geometry = places_.geometry](
                        const plan::PlanRef& plan,
                        const Progress& progress) { return footprintsOnMap(*plan, set, geometry, progress); },
                    [this](Result<std::vector<charts::MapFootprint>> found) {
                        if (!found) {
                            refuse(QString::fromStdString(found.error().text()));
                            return;
                        }
                        footprints_ = std::move(*found);
                        showMap();
                    });
}

void MapPage::showFigures() {
    list_->show(figures_);
    // Every cluster in sight where there are a dozen or fewer.
    list_->setFixedHeight(qBound(90, list_->wholeHeight(), 380));
    model_->show(figures_);
    showMap();
    takeSelection();
    lookAtSelection();
    Q_EMIT headlineChanged();
    Q_EMIT figuresChanged();
}

void MapPage::showMap() {
    auto spec = figures_.spec;
    spec.footprints = footprints_;
    spec.footprintsName = sets_->currentText();
    if (showPoints_->isChecked()) {
        spec.points = points_;
    }
    if (!havePlaces_) {
        spec.empty.clear();
    }
    legend_->show(spec);
    map_->setSpec(std::move(spec));
}

std::vector<plan::Id> MapPage::chosenAreas() const {
    const auto& selection = session_.selection();
    return selection.kind() == RecordKind::area ? selection.ids() : std::vector<plan::Id>{};
}

void MapPage::takeSelection() {
    const auto areas = chosenAreas();
    map_->setSelected({areas.begin(), areas.end()});
    if (table_->isVisible()) {
        const QSignalBlocker blocker(table_->selectionModel());
        QItemSelection rows;
        for (const auto area : areas) {
            if (const int row = model_->rowOf(area); row >= 0) {
                rows.select(model_->index(row, 0), model_->index(row, model_->columnCount() - 1));
            }
        }
        table_->selectionModel()->select(rows, QItemSelectionModel::ClearAndSelect);
        if (!rows.isEmpty()) {
            table_->scrollTo(rows.indexes().front());
        }
        table_->viewport()->update();
    }
    const auto& selection = session_.selection();
    if (selection.kind() == RecordKind::cluster && !selection.isEmpty()) {
        const QSignalBlocker blocker(list_);
        list_->setChosen(selection.ids().front());
    }
    showStandingEffect();
}

plan::Id MapPage::clusterOf(plan::Id area) const {
    const auto found = std::ranges::find(figures_.spec.areas, area, &charts::MapArea::id);
    return found == figures_.spec.areas.end() || found->cluster < 0
               ? 0
               : figures_.spec.clusters[static_cast<std::size_t>(found->cluster)].id;
}

int MapPage::positionOf(plan::Id cluster) const {
    const auto found = std::ranges::find(figures_.spec.clusters, cluster, &charts::MapCluster::id);
    return found == figures_.spec.clusters.end() ? -1
                                                 : static_cast<int>(found - figures_.spec.clusters.begin());
}

} // namespace wardmote::ui
