#include "ui/pages/clusters/clusters_page.h"

#include "core/analysis/acceptances.h"
#include "ui/charts/map_places.h"
#include "ui/charts/map_widget.h"
#include "ui/pages/clusters/arrangement_panel.h"
#include "ui/pages/clusters/phase_panel.h"
#include "ui/session/selection.h"
#include "ui/session/session.h"
#include "ui/session/today.h"
#include "ui/widgets/arrangement_headline.h"
#include "ui/widgets/empty_state.h"
#include "ui/widgets/style.h"

#include <QComboBox>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QSignalBlocker>
#include <QSplitter>
#include <QStackedLayout>
#include <QTimer>

#include <algorithm>
#include <map>

namespace wardmote::ui {

using plan::RecordKind;

ClustersPage::ClustersPage(Session& session, Prompts& prompts, QWidget* parent)
    : Page(parent), session_(session), prompts_(prompts), placesTask_(session), figuresTask_(session) {
    figures_.plan = session.plan();
    build();
    connectAll();
    planChanged();
}

ClustersPage::~ClustersPage() = default;

QString ClustersPage::word() const {
    return QString::fromStdString(session_.plan()->settings().clusterWord);
}

QString ClustersPage::words() const {
    return QString::fromStdString(session_.plan()->settings().clusterWordPlural);
}

QString ClustersPage::title() const {
    auto text = words();
    if (!text.isEmpty()) {
        text[0] = text[0].toUpper();
    }
    return text;
}

std::vector<HeadlineFigure> ClustersPage::headline() const {
    return measured_ ? arrangementHeadline(session_.plan()->settings(), figures_.measures)
                     : std::vector<HeadlineFigure>{};
}

int ClustersPage::badge() const {
    return measured_ && figures_.measures.arrangement != 0
               ? static_cast<int>(figures_.measures.clusters.size())
               : -1;
}

bool ClustersPage::badgeNeedsAttention() const {
    return !figures_.measures.doubleMain.empty();
}

bool ClustersPage::showRecords(RecordKind kind, const std::vector<plan::Id>& ids, const QString&) {
    if (kind == RecordKind::cluster && !ids.empty()) {
        const auto* cluster = session_.plan()->find<plan::Cluster>(ids.front());
        if (cluster) {
            chosenArrangement_ = cluster->arrangement.id;
            planChanged();
            clusters_->setCurrentCluster(cluster->id);
        }
        return cluster != nullptr;
    }
    return false;
}

plan::Id ClustersPage::arrangement() const {
    const auto& plan = *session_.plan();
    return plan.find<plan::Arrangement>(chosenArrangement_) ? chosenArrangement_
                                                            : analysis::arrangementShown(plan);
}

bool ClustersPage::isReady() const {
    return havePlaces_ && measured_ && !placesTask_.isRunning() && !figuresTask_.isRunning() &&
           figures_.plan == session_.plan();
}

void ClustersPage::planChanged() {
    const auto plan = session_.plan();
    if (plan->all<plan::Area>().empty()) {
        pages_->setCurrentWidget(noAreas_);
    } else if (plan->all<plan::Arrangement>().empty()) {
        pages_->setCurrentWidget(noArrangement_);
    } else {
        pages_->setCurrentIndex(2);
    }
    noArrangement_->setTexts(
        tr("No %1 are drawn yet").arg(words()),
        tr("An arrangement is one complete way of drawing the %1. A plan can hold several, "
           "to compare them.")
            .arg(words()));
    fillArrangements();
    const auto key = analysis::neighboursKey(*plan);
    if (!havePlaces_ || key != placesKey_) {
        findPlaces();
    }
    measure();
}

void ClustersPage::fillArrangements() {
    const auto plan = session_.plan();
    const QSignalBlocker blocker(arrangements_);
    arrangements_->clear();
    std::vector<const plan::Arrangement*> all;
    for (const auto& each : plan->all<plan::Arrangement>()) {
        all.push_back(&each);
    }
    std::ranges::sort(all, {}, [](const plan::Arrangement* each) { return std::tie(each->name, each->id); });
    for (const auto* each : all) {
        arrangements_->addItem(QString::fromStdString(each->name), QVariant::fromValue<qlonglong>(each->id));
    }
    arrangements_->setCurrentIndex(arrangements_->findData(QVariant::fromValue<qlonglong>(arrangement())));
    showState();
    about_->setArrangement(arrangement());
}

void ClustersPage::findPlaces() {
    mapState_->setText(tr("Reading boundaries…"));
    mapState_->show();
    placesTask_.run(
        [shared = session_.shared()](const plan::PlanRef& plan, const Progress& progress) {
            return charts::placesIn(*plan, *shared, progress);
        },
        [this](Result<charts::MapPlaces> found) {
            if (!found) {
                mapState_->setText(QString::fromStdString(found.error().text()));
                return;
            }
            mapState_->hide();
            neighbours_ = found->neighbours;
            geometry_ = found->geometry;
            placesKey_ = found->key;
            havePlaces_ = true;
            measure();
        });
}

void ClustersPage::measure() {
    // Neighbours of other boundaries than the plan's would be wrong; without any, the rest is still right.
    const auto neighbours =
        havePlaces_ && placesKey_ == analysis::neighboursKey(*session_.plan()) ? neighbours_ : nullptr;
    figuresTask_.run(
        [neighbours, shown = arrangement(), day = today()](const plan::PlanRef& plan, const Progress&) {
            const auto judged =
                analysis::judgedChecks(*plan, neighbours.get(), {.today = day, .arrangement = shown});
            return ClusterFigures{plan, analysis::measuredClusters(*plan, shown, neighbours.get()),
                                  analysis::openByCluster(judged)};
        },
        [this](ClusterFigures figures) {
            figures_ = std::move(figures);
            measured_ = true;
            showFigures();
        });
}

void ClustersPage::showFigures() {
    clusters_->show(figures_);
    phases_->show(figures_);
    makeRoomForClusters();
    showAreas();
    showMap();
    if (goOn_ && !session_.isSaving()) {
        goOn_ = false;
        if (areas_->selectedAreas().empty()) {
            areas_->chooseCurrent(); // what was moved has left the list: the keys go on with the next
        }
    }
    Q_EMIT headlineChanged();
    Q_EMIT badgeChanged();
    Q_EMIT figuresChanged();
}

/// Every cluster is in sight where there are a dozen or fewer; a person who moves the line between the tables
/// is left alone until there are more clusters or fewer.
void ClustersPage::makeRoomForClusters() {
    const auto rows = figures_.measures.clusters.size();
    if (rows == clustersFitted_ || !isVisible()) {
        return;
    }
    if (clustersFitted_ == 0) {
        // Names and figures on the smallest screen that counts; of a wider one the map gets what is left.
        auto* split = static_cast<QSplitter*>(tables_->parentWidget());
        const int width = qBound(440, split->width() - 380, 560);
        split->setSizes({width, split->width() - width});
    }
    clustersFitted_ = rows;
    const int buttons = tables_->widget(0)->sizeHint().height() - clusters_->sizeHint().height();
    const int wanted = qMin(clusters_->wholeHeight() + buttons, tables_->height() / 2);
    tables_->setSizes({wanted, tables_->height() - wanted});
}

void ClustersPage::showEvent(QShowEvent* event) {
    Page::showEvent(event);
    QTimer::singleShot(0, this, &ClustersPage::makeRoomForClusters); // when it is laid out
}

void ClustersPage::showAreas() {
    const auto left = figures_.measures.unassigned.size() + figures_.measures.withoutMain.size();
    which_->setItemText(1, tr("Left over (%1)").arg(left));
    which_->setItemText(2, tr("In the chosen %1").arg(word()));
    areas_->show(figures_, static_cast<AreaTable::Which>(which_->currentIndex()), clusters_->currentCluster(),
                 filter_->text().trimmed());
    takeSelection();
    const auto all = figures_.plan->all<plan::Area>().size();
    counts_->setText(tr("%1 of %2").arg(areas_->shown()).arg(all));
}

void ClustersPage::showMap() {
    const auto& plan = *figures_.plan;
    charts::MapSpec spec;
    spec.geometry = geometry_;
    spec.noCluster = tr("In no %1").arg(word());
    spec.empty = havePlaces_
                     ? tr("No boundaries and no points are recorded. Import boundaries, or give areas an "
                          "easting and a northing, to see them here.")
                     : QString();
    std::map<plan::Id, int> clusterOf;
    for (const auto& measured : figures_.measures.clusters) {
        const auto* cluster = plan.find<plan::Cluster>(measured.id);
        for (const auto area : measured.areas) {
            clusterOf.emplace(area, static_cast<int>(spec.clusters.size()));
        }
        spec.clusters.push_back(
            {measured.id, QString::fromStdString(measured.name), cluster ? fillOf(plan, *cluster) : 0,
             measured.residents ? tr("%1 residents").arg(numberText(*measured.residents)) : QString()});
    }
    for (const auto& area : plan.all<plan::Area>()) {
        const auto at = clusterOf.find(area.id);
        spec.areas.push_back({area.id, QString::fromStdString(area.name),
                              at == clusterOf.end() ? -1 : at->second,
                              area.residents ? tr("%1 residents").arg(numberText(*area.residents))
                                             : tr("residents not recorded")});
    }
    for (const auto& line : plan.settings().attributions) {
        spec.attribution << QString::fromStdString(line.text);
    }
    map_->setSpec(std::move(spec));
    takeSelection();
}

void ClustersPage::takeSelection() {
    const auto& selection = session_.selection();
    const bool areas = selection.kind() == RecordKind::area;
    const auto ids = areas ? selection.ids() : std::vector<plan::Id>{};
    areas_->setSelectedAreas(ids);
    map_->setSelected({ids.begin(), ids.end()});
    if (selection.kind() == RecordKind::cluster && !selection.isEmpty()) {
        const QSignalBlocker blocker(clusters_);
        clusters_->setCurrentCluster(selection.ids().front());
    }
    assign_->setEnabled(!ids.empty() && session_.isWritable());
    // Names would change the button's width, and the page's with it.
    assign_->setToolTip(ids.empty() ? QString() : areasInWords(*session_.plan(), ids));
    assign_->setAccessibleDescription(assign_->toolTip());
}

void ClustersPage::selectAreas(const std::vector<plan::Id>& areas) {
    session_.selection().select(RecordKind::area, areas);
}

std::vector<plan::Id> ClustersPage::chosenAreas() const {
    const auto& selection = session_.selection();
    return selection.kind() == RecordKind::area ? selection.ids() : std::vector<plan::Id>{};
}

} // namespace wardmote::ui
