#include "ui/pages/assets/assets_page.h"

#include "core/analysis/cluster_profile.h"
#include "ui/charts/map_places.h"
#include "ui/charts/map_widget.h"
#include "ui/session/selection.h"
#include "ui/session/session.h"
#include "ui/widgets/record_cell.h"
#include "ui/widgets/record_form.h"
#include "ui/widgets/record_table.h"
#include "ui/widgets/style.h"

#include <QPushButton>
#include <QSplitter>
#include <QVBoxLayout>

#include <algorithm>
#include <map>
#include <set>

namespace wardmote::ui {
namespace {

using plan::RecordKind;

/// How dark the areas with assets are, of the darkest: light enough for names and points.
constexpr double withAssets = 0.35;

/// The names of the mechanisms that meet at assets.
ComputedColumn::Reader meetingsOf(const plan::PlanRef& plan) {
    std::map<plan::Id, std::string> names;
    for (const auto& [asset, mechanisms] : analysis::mechanismsAtAssets(*plan)) {
        auto& text = names[asset];
        for (const auto id : mechanisms) {
            text += (text.empty() ? "" : ", ") + plan::nameOf(*plan, RecordKind::mechanism, id);
        }
    }
    return [names = std::move(names)](plan::Id asset) -> plan::Value {
        const auto at = names.find(asset);
        return at == names.end() ? plan::Value{} : plan::Value{at->second};
    };
}

} // namespace

AssetsPage::AssetsPage(Session& session, Prompts& prompts, Preferences* preferences, QWidget* parent)
    : RecordPage(session, prompts, preferences, RecordKind::asset, QStringLiteral("assets"), parent),
      places_(session) {
    table().model().addColumn({"meets_here",
                               tr("Meets there"),
                               tr("Mechanisms whose venue has the asset's name and that have not ended."),
                               meetingsOf,
                               {RecordKind::mechanism},
                               false});
    meetings_ = makeButton(tr("Show what meets there"), QStringLiteral("assetMeetings"), this);
    meetings_->setEnabled(false);
    table().addTool(meetings_);
    connect(meetings_, &QPushButton::clicked, this, [this] {
        const auto id = table().currentId();
        this->session().selection().requestShow(
            RecordKind::mechanism, meetingAt(id),
            tr("Meets at %1").arg(qtext(plan::nameOf(*this->session().plan(), RecordKind::asset, id))));
    });
    setColumns({"name", "kind", "area", "meets_here", "owner"});
    setEmptyText(tr("No assets yet"),
                 tr("Assets are the places that a community uses: halls, libraries, hubs, green spaces. A "
                    "mechanism meets at one when its venue has the asset's name."));
    buildMap();
    connect(&table(), &RecordTable::currentRecordChanged, this, &AssetsPage::showCurrent);
    planChanged();
}

void AssetsPage::buildMap() {
    map_ = new charts::MapWidget;
    setNames(*map_, QStringLiteral("assetMap"), tr("Map of the areas in which assets stand"));
    auto* split = new QSplitter(Qt::Vertical);
    split->setObjectName(QStringLiteral("assetSplit"));
    split->setChildrenCollapsible(false);
    split->addWidget(&table());
    split->addWidget(map_);
    split->setStretchFactor(0, 3);
    split->setStretchFactor(1, 2);
    layout()->addWidget(split);
    connect(map_, &charts::MapWidget::selectionChanged, this, &AssetsPage::selectIn);
}

std::vector<HeadlineFigure> AssetsPage::headline() const {
    const auto plan = session().plan();
    const auto& assets = plan->all<plan::Asset>();
    qint64 placed = 0;
    for (const auto& asset : assets) {
        placed += asset.area || (asset.easting && asset.northing) ? 1 : 0;
    }
    return {{numberText(static_cast<qint64>(assets.size())), tr("assets")},
            {numberText(placed), tr("whose place is recorded")},
            {numberText(static_cast<qint64>(analysis::mechanismsAtAssets(*plan).size())),
             tr("where mechanisms meet")}};
}

void AssetsPage::activated() {
    if (!havePlaces_ || placesKey_ != analysis::neighboursKey(*session().plan())) {
        findPlaces();
    }
}

void AssetsPage::planChanged() {
    map_->setVisible(!session().plan()->all<plan::Asset>().empty());
    if (isVisible() && placesKey_ != analysis::neighboursKey(*session().plan())) {
        findPlaces();
    }
    showMap();
    showCurrent(table().currentId());
}

void AssetsPage::findPlaces() {
    places_.run(
        [shared = session().shared()](const plan::PlanRef& plan, const Progress& progress) {
            return charts::placesIn(*plan, *shared, progress);
        },
        [this](Result<charts::MapPlaces> found) {
            if (found) {
                placesKey_ = found->key;
                havePlaces_ = true;
                geometry_ = found->geometry;
                showMap();
            }
        });
}

void AssetsPage::showMap() {
    const auto plan = session().plan();
    const auto meetings = analysis::mechanismsAtAssets(*plan);
    charts::MapSpec spec;
    std::map<plan::Id, QStringList> standing;
    for (const auto& asset : plan->all<plan::Asset>()) {
        if (asset.area) {
            standing[asset.area.id] << qtext(asset.name);
        }
        if (asset.easting && asset.northing) {
            charts::MapPoint point;
            point.id = asset.id;
            point.name = qtext(asset.name);
            point.at = {*asset.easting, -*asset.northing};
            point.sign = meetings.contains(asset.id) ? charts::MapPoint::Sign::meetingPlace
                                                     : charts::MapPoint::Sign::asset;
            spec.points.push_back(std::move(point));
        }
    }
    spec.geometry = geometry_;
    spec.empty = havePlaces_ ? tr("No boundaries and no points of areas are recorded.") : QString();
    spec.shadedBy = tr("Assets");
    spec.noValue = tr("No asset recorded");
    spec.shades.push_back({tr("With assets"), withAssets, 0});
    for (const auto& area : plan->all<plan::Area>()) {
        charts::MapArea drawn;
        drawn.id = area.id;
        drawn.name = qtext(area.name);
        const auto at = standing.find(area.id);
        drawn.shade = at == standing.end() ? -1 : 0;
        drawn.figure = at == standing.end() ? tr("no asset recorded") : at->second.join(QStringLiteral(", "));
        spec.areas.push_back(std::move(drawn));
    }
    for (const auto& line : plan->settings().attributions) {
        spec.attribution << qtext(line.text);
    }
    map_->setSpec(std::move(spec));
}

void AssetsPage::showCurrent(plan::Id asset) {
    const auto plan = session().plan();
    const auto* record = plan->find<plan::Asset>(asset);
    map_->setSelected(record && record->area ? std::set<plan::Id>{record->area.id} : std::set<plan::Id>{});
    const auto meetings = record ? meetingAt(asset) : std::vector<plan::Id>{};
    meetings_->setEnabled(!meetings.empty());
    meetings_->setToolTip(meetings.empty() ? tr("No mechanism meets at the chosen asset")
                                           : countOf(RecordKind::mechanism, meetings.size()));
}

void AssetsPage::selectIn(const std::vector<plan::Id>& areas) {
    const std::set<plan::Id> chosen(areas.begin(), areas.end());
    std::vector<plan::Id> assets;
    for (const auto& asset : session().plan()->all<plan::Asset>()) {
        if (chosen.contains(asset.area.id)) {
            assets.push_back(asset.id);
        }
    }
    if (!assets.empty()) {
        session().selection().select(RecordKind::asset, assets);
    }
    map_->setSelected(chosen);
}

std::vector<plan::Id> AssetsPage::meetingAt(plan::Id asset) const {
    const auto meetings = analysis::mechanismsAtAssets(*session().plan());
    const auto at = meetings.find(asset);
    return at == meetings.end() ? std::vector<plan::Id>{} : at->second;
}

} // namespace wardmote::ui
