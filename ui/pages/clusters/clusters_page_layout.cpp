#include "ui/charts/map_widget.h"
#include "ui/pages/clusters/arrangement_panel.h"
#include "ui/pages/clusters/clusters_page.h"
#include "ui/pages/clusters/phase_panel.h"
#include "ui/session/selection.h"
#include "ui/session/session.h"
#include "ui/widgets/empty_state.h"
#include "ui/widgets/prompts.h"
#include "ui/widgets/style.h"

#include <QComboBox>
#include <QHBoxLayout>
#include <QLabel>
#include <QLineEdit>
#include <QMenu>
#include <QPushButton>
#include <QShortcut>
#include <QSplitter>
#include <QStackedLayout>
#include <QTabWidget>
#include <QToolButton>
#include <QVBoxLayout>

namespace wardmote::ui {

void ClustersPage::build() {
    setObjectName(QStringLiteral("clustersPage"));
    pages_ = new QStackedLayout(this);
    noAreas_ =
        new EmptyState(QStringLiteral("areas"), tr("No areas yet"),
                       tr("Import the council's parishes and wards first: they are what is grouped here."));
    noArrangement_ = new EmptyState(QStringLiteral("clusters"), QString(), QString());
    auto* first = noArrangement_->addButton(tr("New arrangement…"), QStringLiteral("firstArrangement"));
    connect(first, &QPushButton::clicked, this, [this] {
        const auto name = prompts_.text(this, tr("New arrangement"), tr("Name"), tr("As now"));
        if (name && !name->trimmed().isEmpty()) {
            const auto edit = addArrangement(*session_.plan(), session_.newId(), name->trimmed());
            session_.perform(edit.label, edit.changes);
        }
    });
    auto* content = new QWidget;
    auto* column = new QVBoxLayout(content);
    setPageMargins(*column);
    column->addWidget(buildTop());
    auto* split = new QSplitter(Qt::Horizontal);
    split->setObjectName(QStringLiteral("clustersSplit"));
    split->setChildrenCollapsible(false);
    split->addWidget(buildTables());
    split->addWidget(buildMap());
    split->setStretchFactor(0, 1);
    split->setStretchFactor(1, 3);
    split->setSizes({440, 300});
    tabs_ = new QTabWidget;
    setNames(*tabs_, QStringLiteral("clusterTabs"), tr("Draw, phases, reasons"));
    tabs_->setDocumentMode(true);
    phases_ = new PhasePanel(session_, prompts_);
    about_ = new ArrangementPanel(session_, prompts_);
    tabs_->addTab(split, tr("Draw"));
    tabs_->addTab(phases_, tr("Phases"));
    tabs_->addTab(about_, tr("About and reasons"));
    column->addWidget(tabs_, 1);
    pages_->addWidget(noAreas_);
    pages_->addWidget(noArrangement_);
    pages_->addWidget(content);
}

QWidget* ClustersPage::buildTop() {
    auto* top = new QWidget;
    auto* row = new QHBoxLayout(top);
    row->setContentsMargins(0, 0, 0, 0);
    arrangements_ = new QComboBox;
    arrangements_->setSizeAdjustPolicy(QComboBox::AdjustToMinimumContentsLengthWithIcon);
    arrangements_->setMinimumContentsLength(22);
    setNames(*arrangements_, QStringLiteral("arrangement"), tr("Arrangement shown"));
    auto* label = new QLabel(tr("Arran&gement"));
    label->setBuddy(arrangements_);
    inForce_ = makeLabel(QString(), TextRole::caption);
    auto* more = makeButton(tr("Change…"), QStringLiteral("arrangementMenu"));
    more->setAccessibleName(tr("New, copy, rename, status, lock, put in force or delete an arrangement"));
    copyToChange_ = makePrimaryButton(tr("Make a copy to change…"), QStringLiteral("copyToChange"));
    connect(copyToChange_, &QPushButton::clicked, this, [this] { copyAsked(tr("Make a copy to change")); });
    auto* menu = giveMenu(*more);
    connect(menu, &QMenu::aboutToShow, this, [this, menu] {
        menu->clear();
        fillArrangementMenu(*menu);
    });
    assign_ = makePrimaryButton(tr("Assign areas…"), QStringLiteral("assignAreas"));
    auto* assignMenu = giveMenu(*assign_);
    connect(assignMenu, &QMenu::aboutToShow, this, [this, assignMenu] {
        assignMenu->clear();
        fillAreaMenu(*assignMenu);
    });
    row->addWidget(label);
    row->addWidget(arrangements_);
    row->addWidget(inForce_);
    row->addWidget(more);
    row->addStretch(1);
    row->addWidget(copyToChange_);
    row->addWidget(assign_);
    return top;
}

QWidget* ClustersPage::buildTables() {
    auto* tables = new QSplitter(Qt::Vertical);
    tables_ = tables;
    tables->setObjectName(QStringLiteral("clusterTablesSplit"));
    tables->setChildrenCollapsible(false);

    auto* upper = new QWidget;
    auto* upperColumn = new QVBoxLayout(upper);
    upperColumn->setContentsMargins(0, 0, 0, 0);
    clusters_ = new ClusterTable;
    setNames(*clusters_, QStringLiteral("clusterTable"), tr("Clusters and their figures"));
    auto* buttons = new QHBoxLayout;
    auto* add = makeButton(tr("Add…"), QStringLiteral("addCluster"));
    auto* change = makeButton(tr("Change…"), QStringLiteral("changeCluster"));
    change->setAccessibleName(tr("Rename, recolour or delete the chosen cluster"));
    auto* menu = giveMenu(*change);
    connect(menu, &QMenu::aboutToShow, this, [this, menu] {
        menu->clear();
        fillClusterMenu(*menu);
    });
    connect(add, &QPushButton::clicked, this, [this] { addClusterAsked(false); });
    buttons->addWidget(add);
    buttons->addWidget(change);
    buttons->addStretch(1);
    upperColumn->addWidget(clusters_, 1);
    upperColumn->addLayout(buttons);

    auto* lower = new QWidget;
    auto* lowerColumn = new QVBoxLayout(lower);
    lowerColumn->setContentsMargins(0, 8, 0, 0);
    auto* bar = new QHBoxLayout;
    which_ = new QComboBox;
    which_->addItems({tr("All areas"), tr("Left over"), tr("In the chosen cluster")});
    setNames(*which_, QStringLiteral("whichAreas"), tr("Which areas are listed"));
    filter_ = new QLineEdit;
    filter_->setPlaceholderText(tr("Filter areas (Ctrl+F)"));
    filter_->setClearButtonEnabled(true);
    setNames(*filter_, QStringLiteral("areaFilter"), tr("Filter areas by name"));
    counts_ = makeLabel(QString(), TextRole::caption);
    bar->addWidget(which_);
    bar->addWidget(filter_, 1);
    bar->addWidget(counts_);
    areas_ = new AreaTable;
    setNames(*areas_, QStringLiteral("areaTable"), tr("Areas and their clusters"));
    areas_->setToolTip(tr("Drag areas onto a row above, or press its key; Enter opens the menu."));
    areas_->setAccessibleDescription(
        tr("Choose areas, then press the key of a cluster to move them there, or Enter for a menu."));
    lowerColumn->addLayout(bar);
    lowerColumn->addWidget(areas_, 1);

    tables->addWidget(upper);
    tables->addWidget(lower);
    tables->setStretchFactor(0, 0);
    tables->setStretchFactor(1, 1);
    return tables;
}

QWidget* ClustersPage::buildMap() {
    auto* panel = new QWidget;
    auto* column = new QVBoxLayout(panel);
    column->setContentsMargins(8, 0, 0, 0);
    auto* bar = new QHBoxLayout;
    mapState_ = makeLabel(QString(), TextRole::caption);
    bar->addWidget(mapState_);
    reason_ = new QLineEdit;
    reason_->setPlaceholderText(tr("Reason, if any, for the next move"));
    reason_->setClearButtonEnabled(true);
    setNames(*reason_, QStringLiteral("moveReason"), tr("Reason for the next move"));
    reason_->setAccessibleDescription(
        tr("Goes into the rationale log with the move, and is then empty again."));
    bar->addWidget(reason_, 1);
    map_ = new charts::MapWidget;
    setNames(*map_, QStringLiteral("clusterMap"), tr("Map of areas and clusters"));
    auto* names = new QToolButton;
    names->setText(tr("Names"));
    names->setCheckable(true);
    names->setChecked(true);
    setNames(*names, QStringLiteral("mapNames"), tr("Show the names of areas"));
    connect(names, &QToolButton::toggled, map_, &charts::MapWidget::setAreaLabels);
    auto* in = makeIconButton(QStringLiteral("add"), tr("Zoom in"), QStringLiteral("mapZoomIn"));
    auto* out = makeIconButton(QStringLiteral("remove"), tr("Zoom out"), QStringLiteral("mapZoomOut"));
    auto* fit = makeIconButton(QStringLiteral("fit"), tr("Show the whole map"), QStringLiteral("mapFit"));
    connect(in, &QToolButton::clicked, map_, &charts::MapWidget::zoomIn);
    connect(out, &QToolButton::clicked, map_, &charts::MapWidget::zoomOut);
    connect(fit, &QToolButton::clicked, map_, &charts::MapWidget::fit);
    for (auto* button : {names, in, out, fit}) {
        bar->addWidget(button);
    }
    column->addLayout(bar);
    column->addWidget(map_, 1);
    return panel;
}

void ClustersPage::connectAll() {
    connect(&session_, &Session::planChanged, this, &ClustersPage::planChanged);
    connect(&session_.selection(), &Selection::changed, this, &ClustersPage::takeSelection);
    connect(&session_, &Session::opened, this, [this] { chosenArrangement_ = 0; });
    connect(&placesTask_, &BackgroundTask::failed, mapState_, &QLabel::setText);
    connect(arrangements_, &QComboBox::activated, this, [this](int index) {
        chosenArrangement_ = arrangements_->itemData(index).toLongLong();
        planChanged();
    });
    connect(which_, &QComboBox::activated, this, &ClustersPage::showAreas);
    connect(filter_, &QLineEdit::textChanged, this, &ClustersPage::showAreas);

    connect(clusters_, &QTreeWidget::currentItemChanged, this, [this] {
        if (clusters_->isAtLeftOver()) {
            which_->setCurrentIndex(static_cast<int>(AreaTable::Which::leftOver));
        } else if (clusters_->currentCluster() != 0) {
            session_.selection().select(plan::RecordKind::cluster, {clusters_->currentCluster()});
            if (which_->currentIndex() == static_cast<int>(AreaTable::Which::leftOver)) {
                which_->setCurrentIndex(static_cast<int>(AreaTable::Which::all));
            }
        }
        showAreas();
    });
    connect(clusters_, &ClusterTable::areasDropped, this, &ClustersPage::assign);
    connect(clusters_, &ClusterTable::renameRequested, this, &ClustersPage::renameClusterAsked);
    connect(clusters_, &ClusterTable::eraseRequested, this, &ClustersPage::eraseClusterAsked);
    connect(clusters_, &ClusterTable::menuRequested, this,
            [this](QPoint at) { popup(at, &ClustersPage::fillClusterMenu); });

    connect(areas_, &AreaTable::selectedByPerson, this, [this] { selectAreas(areas_->selectedAreas()); });
    connect(areas_, &AreaTable::keyTyped, this, [this](const QString& key) {
        typed(key);
        goOn_ = session_.isSaving();
    });
    areas_->setKeys([this](const QString& key) { return clusters_->isKey(key); });
    // Of this tab alone: the others have tables with a filter of their own.
    auto* find = new QShortcut(QKeySequence::Find, tables_->parentWidget());
    find->setContext(Qt::WidgetWithChildrenShortcut);
    connect(find, &QShortcut::activated, filter_, [this] {
        filter_->setFocus(Qt::ShortcutFocusReason);
        filter_->selectAll();
    });
    connect(areas_, &AreaTable::menuRequested, this,
            [this](QPoint at) { popup(at, &ClustersPage::fillAreaMenu); });

    connect(map_, &charts::MapWidget::selectionChanged, this, &ClustersPage::selectAreas);
    connect(map_, &charts::MapWidget::keyTyped, this, [this](const QString& key) {
        if (clusters_->isKey(key)) {
            selectAreas(map_->meantByKey());
            typed(key);
        }
    });
    connect(map_, &charts::MapWidget::menuRequested, this,
            [this](QPoint at) { popup(at, &ClustersPage::fillAreaMenu); });
    connect(map_, &charts::MapWidget::areaActivated, this, [this](plan::Id area) {
        selectAreas({area});
        popup(map_->mapToGlobal(map_->rectOf(area).center()), &ClustersPage::fillAreaMenu);
    });
}

} // namespace wardmote::ui
