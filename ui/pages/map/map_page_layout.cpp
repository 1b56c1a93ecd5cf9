#include "ui/charts/map_widget.h"
#include "ui/pages/map/effect_panel.h"
#include "ui/pages/map/map_cluster_list.h"
#include "ui/pages/map/map_legend.h"
#include "ui/pages/map/map_page.h"
#include "ui/pages/map/map_table.h"
#include "ui/session/selection.h"
#include "ui/session/session.h"
#include "ui/widgets/empty_state.h"
#include "ui/widgets/plain_table.h"
#include "ui/widgets/prompts.h"
#include "ui/widgets/style.h"

#include <QAction>
#include <QButtonGroup>
#include <QComboBox>
#include <QHBoxLayout>
#include <QHeaderView>
#include <QLabel>
#include <QLineEdit>
#include <QMenu>
#include <QPushButton>
#include <QScrollArea>
#include <QSplitter>
#include <QStackedLayout>
#include <QTableView>
#include <QToolButton>

namespace wardmote::ui {

void MapPage::build() {
    setObjectName(QStringLiteral("mapPage"));
    pages_ = new QStackedLayout(this);
    noAreas_ = new EmptyState(QStringLiteral("map"), tr("Nothing to draw yet"),
                              tr("Import the council's parishes and wards, and their boundaries: they are "
                                 "what the map shows."));
    connect(noAreas_->addButton(tr("Import areas…"), QStringLiteral("mapImport")), &QPushButton::clicked,
            this, [this] { Q_EMIT importRequested(plan::RecordKind::area); });
    auto* content = new QWidget;
    auto* column = new QVBoxLayout(content);
    setPageMargins(*column);
    column->setSpacing(6);
    column->addWidget(buildChoices());
    column->addWidget(buildTools());
    column->addWidget(buildMessage());
    auto* split = new QSplitter(Qt::Horizontal);
    split->setObjectName(QStringLiteral("mapSplit"));
    split->setChildrenCollapsible(false);
    split->addWidget(buildSide());
    split->addWidget(buildMap());
    split->setStretchFactor(0, 0);
    split->setStretchFactor(1, 1);
    split->setSizes({286, 600});
    column->addWidget(split, 1);
    pages_->addWidget(noAreas_);
    pages_->addWidget(content);
}

QWidget* MapPage::buildChoices() {
    auto* bar = new QWidget;
    auto* row = new QHBoxLayout(bar);
    row->setContentsMargins(0, 0, 0, 0);
    const auto add = [&](const QString& text, const char* name, int length) {
        auto* box = new QComboBox;
        box->setSizeAdjustPolicy(QComboBox::AdjustToMinimumContentsLengthWithIcon);
        box->setMinimumContentsLength(length);
        auto spoken = text;
        setNames(*box, QString::fromLatin1(name), spoken.remove(u'&'));
        auto* label = new QLabel(text);
        label->setBuddy(box);
        row->addWidget(label);
        row->addWidget(box);
        return box;
    };
    arrangements_ = add(tr("Arran&gement"), "mapArrangement", 14);
    standing_ = makeLabel(QString(), TextRole::caption);
    row->addWidget(standing_);
    row->addSpacing(6);
    colours_ = add(tr("&Colour by"), "mapColourBy", 12);
    for (int by = 0; by < colourByCount; ++by) {
        colours_->addItem(colourByName(static_cast<ColourBy>(by), word()));
    }
    row->addSpacing(6);
    sets_ = add(tr("F&ootprints"), "mapFootprints", 10);
    row->addStretch(1);
    return bar;
}

QWidget* MapPage::buildTools() {
    auto* bar = new QWidget;
    auto* row = new QHBoxLayout(bar);
    row->setContentsMargins(0, 0, 0, 0);
    row->setSpacing(4);
    tools_ = new QButtonGroup(this);
    const auto add = [&](charts::MapTool tool, const QString& text, const char* name, const QString& tip) {
        auto* button = makeButton(text, QString::fromLatin1(name));
        button->setCheckable(true);
        button->setChecked(tool == charts::MapTool::select);
        button->setToolTip(tip);
        tools_->addButton(button, static_cast<int>(tool));
        row->addWidget(button);
    };
    add(charts::MapTool::select, tr("&Select"), "mapToolSelect",
        tr("Click an area; Ctrl adds, Shift draws a box; drag moves the map"));
    add(charts::MapTool::brush, tr("&Brush"), "mapToolBrush",
        tr("Paint areas into the %1 chosen in the list").arg(word()));
    add(charts::MapTool::lasso, tr("&Lasso"), "mapToolLasso", tr("Draw round areas to choose them"));
    add(charts::MapTool::carry, tr("Carr&y"), "mapToolCarry",
        tr("Carry an area, or all that are chosen, to another %1 on the map or in the list").arg(word()));
    row->addSpacing(8);
    auto* lock = makeButton(tr("Loc&k"), QStringLiteral("mapLock"));
    lock->setAccessibleName(tr("Lock or unlock areas, a cluster or everything"));
    addLockMenu(*lock);
    auto* show = makeButton(tr("Sho&w"), QStringLiteral("mapShow"));
    show->setAccessibleName(tr("What the map shows"));
    addShowMenu(*show);
    auto* exported = makeButton(tr("E&xport"), QStringLiteral("mapExport"));
    exported->setAccessibleName(tr("Export the map"));
    addExportMenu(*exported);
    auto* room = makeButton(tr("&Room view"), QStringLiteral("mapRoom"));
    room->setToolTip(tr("The map on the whole screen, for a meeting"));
    connect(room, &QPushButton::clicked, this, &MapPage::openRoomView);
    for (auto* button : {lock, show, exported, room}) {
        row->addWidget(button);
    }
    row->addStretch(1);
    auto* in = makeIconButton(QStringLiteral("add"), tr("Zoom in"), QStringLiteral("mapZoomIn"));
    auto* out = makeIconButton(QStringLiteral("remove"), tr("Zoom out"), QStringLiteral("mapZoomOut"));
    auto* fit = makeIconButton(QStringLiteral("fit"), tr("Show the whole map"), QStringLiteral("mapFit"));
    connect(in, &QToolButton::clicked, this, [this] { map_->zoomIn(); });
    connect(out, &QToolButton::clicked, this, [this] { map_->zoomOut(); });
    connect(fit, &QToolButton::clicked, this, [this] { map_->fit(); });
    for (auto* button : {in, out, fit}) {
        row->addWidget(button);
    }
    return bar;
}

QWidget* MapPage::buildMessage() {
    messageBar_ = new QWidget;
    auto* row = new QHBoxLayout(messageBar_);
    row->setContentsMargins(0, 0, 0, 0);
    message_ = makeParagraph({}, TextRole::body);
    message_->setObjectName(QStringLiteral("mapMessage"));
    copy_ = makeButton(tr("Make a copy to change…"), QStringLiteral("mapCopy"));
    auto* close =
        makeIconButton(QStringLiteral("close"), tr("Close the message"), QStringLiteral("mapCloseMessage"));
    row->addWidget(message_, 1);
    first_ = makeButton(tr("New arrangement…"), QStringLiteral("mapFirstArrangement"));
    row->addWidget(copy_);
    row->addWidget(first_);
    row->addWidget(close);
    connect(copy_, &QPushButton::clicked, this, &MapPage::copyAsked);
    connect(first_, &QPushButton::clicked, this, &MapPage::firstAsked);
    connect(close, &QToolButton::clicked, messageBar_, &QWidget::hide);
    copy_->hide();
    first_->hide();
    messageBar_->hide();
    return messageBar_;
}

/// The clusters, the legend of values, what the move would do, and the move.
QWidget* MapPage::buildSide() {
    auto* side = new QWidget;
    auto* column = new QVBoxLayout(side);
    column->setContentsMargins(0, 0, 0, 0);
    list_ = new MapClusterList;
    setNames(*list_, QStringLiteral("mapClusters"), tr("Clusters, with the keys that move areas there"));
    legend_ = new MapLegend;
    effect_ = new EffectPanel;
    auto* scroll = new QScrollArea;
    setNames(*scroll, QStringLiteral("mapEffectScroll"), tr("What the move would do"));
    scroll->setWidgetResizable(true);
    scroll->setFrameShape(QFrame::NoFrame);
    scroll->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    auto* ground = new QWidget;
    ground->setProperty("page", true);
    auto* inside = new QVBoxLayout(ground);
    inside->setContentsMargins(0, 0, 4, 0);
    inside->addWidget(effect_);
    inside->addWidget(legend_);
    inside->addStretch(1);
    scroll->setWidget(ground);
    reason_ = new QLineEdit;
    reason_->setPlaceholderText(tr("Reason, if there is one to record"));
    setNames(*reason_, QStringLiteral("mapReason"), tr("Reason for the next move"));
    move_ = makePrimaryButton(tr("&Move"), QStringLiteral("mapMove"));
    auto* row = new QHBoxLayout;
    row->addWidget(reason_, 1);
    row->addWidget(move_);
    column->addWidget(list_, 0);
    column->addWidget(scroll, 1);
    column->addLayout(row);
    side->setMinimumWidth(250);
    return side;
}

QWidget* MapPage::buildMap() {
    auto* split = new QSplitter(Qt::Vertical);
    split->setObjectName(QStringLiteral("mapTableSplit"));
    split->setChildrenCollapsible(false);
    auto* upper = new QWidget;
    auto* column = new QVBoxLayout(upper);
    column->setContentsMargins(0, 0, 0, 0);
    state_ = makeLabel(QString(), TextRole::caption);
    state_->hide();
    map_ = new charts::MapWidget;
    map_->setOverview(true);
    setNames(*map_, QStringLiteral("map"), tr("Map of areas and clusters"));
    column->addWidget(state_);
    column->addWidget(map_, 1);
    table_ = new QTableView;
    dressTable(*table_, QStringLiteral("mapTable"), tr("What the map shows, area by area"));
    table_->setSelectionMode(QAbstractItemView::ExtendedSelection);
    model_ = new MapTableModel(this);
    table_->setModel(model_);
    table_->horizontalHeader()->setSectionResizeMode(QHeaderView::Stretch);
    table_->hide();
    split->addWidget(upper);
    split->addWidget(table_);
    split->setStretchFactor(0, 3);
    split->setStretchFactor(1, 1);
    return split;
}

void MapPage::connectAll() {
    connect(&session_, &Session::planChanged, this, &MapPage::planChanged);
    connect(&session_, &Session::opened, this, [this] {
        chosenArrangement_ = 0;
        footprintSet_ = 0;
    });
    connect(&session_, &Session::editFailed, this, [this] { map_->setPreview({}, -1); });
    connect(&session_.selection(), &Selection::changed, this, &MapPage::takeSelection);
    connect(&placesTask_, &BackgroundTask::failed, state_, &QLabel::setText);
    connect(arrangements_, &QComboBox::activated, this, [this](int index) {
        chosenArrangement_ = arrangements_->itemData(index).toLongLong();
        messageBar_->hide();
        planChanged();
    });
    connect(colours_, &QComboBox::activated, this, [this](int index) {
        colourBy_ = static_cast<ColourBy>(index);
        measure();
    });
    connect(sets_, &QComboBox::activated, this, [this](int index) {
        footprintSet_ = sets_->itemData(index).toLongLong();
        findLayers();
        showMap();
    });
    connect(tools_, &QButtonGroup::idClicked, this,
            [this](int tool) { map_->setTool(static_cast<charts::MapTool>(tool)); });
    connect(list_, &QTreeWidget::currentItemChanged, this, &MapPage::showStandingEffect);
    connect(list_, &MapClusterList::activatedByKey, this,
            [this] { assign(chosenAreas(), list_->chosen().value_or(0)); });
    connect(move_, &QPushButton::clicked, this,
            [this] { assign(chosenAreas(), list_->chosen().value_or(0)); });
    connect(table_->selectionModel(), &QItemSelectionModel::selectionChanged, this, [this] {
        std::vector<plan::Id> areas;
        for (const auto& index : table_->selectionModel()->selectedRows()) {
            areas.push_back(model_->areaAt(index.row()));
        }
        session_.selection().select(plan::RecordKind::area, areas);
    });

    using charts::MapWidget;
    connect(map_, &MapWidget::selectionChanged, this, [this](const std::vector<plan::Id>& areas) {
        session_.selection().select(plan::RecordKind::area, areas);
    });
    connect(map_, &MapWidget::keyTyped, this, &MapPage::typed);
    connect(map_, &MapWidget::currentChanged, this, &MapPage::showStandingEffect);
    connect(map_, &MapWidget::menuRequested, this, &MapPage::popup);
    connect(map_, &MapWidget::areaActivated, this, [this](plan::Id area) {
        session_.selection().select(plan::RecordKind::area, {area});
        popup(map_->mapToGlobal(map_->rectOf(area).center()));
    });
    connect(map_, &MapWidget::hovered, this, &MapPage::hoveredOver);
    connect(map_, &MapWidget::painting, this, &MapPage::painting);
    connect(map_, &MapWidget::painted, this, &MapPage::painted);
    connect(map_, &MapWidget::carrying, this, &MapPage::carrying);
    connect(map_, &MapWidget::carried, this, &MapPage::carried);
    connect(map_, &MapWidget::sharpened, this, [this] {
        // An edit is on screen now, so what showed it beforehand can go.
        if (!map_->isHandling() && !session_.isSaving() && !figuresTask_.isRunning()) {
            map_->setPreview({}, -1);
        }
    });
    connect(map_, &MapWidget::gestureEnded, this, [this] {
        list_->mark(std::nullopt);
        if (!session_.isSaving()) {
            map_->setPreview({}, -1); // else it stays until the edit is on screen
        }
        showStandingEffect();
    });
}

} // namespace wardmote::ui
