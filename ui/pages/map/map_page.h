#pragma once
#include "ui/pages/map/map_figures.h"
#include "ui/session/background_task.h"
#include "ui/session/cluster_edits.h"
#include "ui/widgets/page.h"

#include <functional>
#include <optional>

class QAction;
class QButtonGroup;
class QComboBox;
class QLabel;
class QLineEdit;
class QMenu;
class QPushButton;
class QStackedLayout;
class QTableView;
class QToolButton;

namespace wardmote::charts {
class MapWidget;
}

namespace wardmote::ui {

class EffectPanel;
class EmptyState;
class MapClusterList;
class MapLegend;
class MapTableModel;
class Preferences;
class RoomView;

/// Clusters drawn on a map: the arrangement chosen, coloured by cluster or by a value; its clusters beside it
/// as legend and as places to put areas; what a move would do while it is being made. Areas are painted with
/// a brush, carried, chosen with a lasso, moved by menu or by the key of a cluster; every change is one edit.
class MapPage : public Page {
    Q_OBJECT
public:
    MapPage(Session& session, Prompts& prompts, Preferences* preferences = nullptr,
            QWidget* parent = nullptr);
    ~MapPage() override;

    QString pageId() const override { return QStringLiteral("map"); }
    QString title() const override { return tr("Map"); }
    std::vector<HeadlineFigure> headline() const override;
    bool choosesArrangement() const override { return true; }
    bool showRecords(plan::RecordKind kind, const std::vector<plan::Id>& ids,
                     const QString& because) override;
    void activated() override;

    plan::Id arrangement() const; ///< the one shown; 0 if the plan has none
    bool isReady() const;         ///< shows the plan on screen
    const MapFigures& figures() const { return figures_; }

    /// As one edit, with the reason that is written on the page; 0: out of every cluster.
    void assign(const std::vector<plan::Id>& areas, plan::Id cluster);
    RoomView* openRoomView();

Q_SIGNALS:
    void figuresChanged();
    void mapWritten(const QString& path);

private:
    using MakeEdit = std::function<ClusterEdit(const plan::Plan&)>;

    void build();
    QWidget* buildChoices();
    QWidget* buildTools();
    QWidget* buildSide();
    QWidget* buildMap();
    QWidget* buildMessage();
    void addShowMenu(QPushButton& button);
    void addLockMenu(QPushButton& button);
    void addExportMenu(QPushButton& button);
    void connectAll();

    void planChanged();
    void fillChoices();
    void findPlaces();
    void findNeighbours();
    void measure();
    void findLayers();
    void showFigures();
    void showMap();
    void takeSelection();
    void lookAtSelection();
    std::vector<plan::Id> chosenAreas() const;
    plan::Id clusterOf(plan::Id area) const; ///< main one; 0: none
    int positionOf(plan::Id cluster) const;  ///< in the figures; -1: none

    void typed(const QString& key);
    void painting(const std::vector<plan::Id>& areas);
    void painted(const std::vector<plan::Id>& areas);
    /// Those that may go there. A stroke passes over what is locked, where something is left to paint.
    std::vector<plan::Id> movable(const std::vector<plan::Id>& areas, plan::Id cluster) const;
    void carrying(const std::vector<plan::Id>& areas, QPoint global);
    void carried(const std::vector<plan::Id>& areas, QPoint global);
    std::optional<plan::Id> targetAt(QPoint global) const;
    void preview(const std::vector<plan::Id>& areas, std::optional<plan::Id> target);
    void showEffect(const std::vector<plan::Id>& areas, std::optional<plan::Id> target);
    void showStandingEffect(); ///< of what is chosen, for the cluster chosen in the list
    void hoveredOver(plan::Id area);

    void perform(const MakeEdit& make);
    void tell(const QString& message);
    void refuse(const QString& why);
    void firstAsked();
    void copyAsked();
    void lock(bool everything, bool locked);
    void addClusterAsked();
    void fillAreaMenu(QMenu& menu);
    void popup(QPoint at);
    void exportAs(const QString& suffix, int paper);
    void exported(const QString& path, const Result<void>& result);
    QString word() const;

    Session& session_;
    Prompts& prompts_;
    Preferences* preferences_;
    BackgroundTask placesTask_;
    BackgroundTask figuresTask_;
    BackgroundTask layersTask_;
    charts::MapPlaces places_;
    bool havePlaces_ = false;
    bool measured_ = false;
    bool stale_ = true;
    bool arriving_ = true; ///< the page has come to the front and has not looked at what is chosen yet
    MapFigures figures_;
    std::vector<charts::MapFootprint> footprints_;
    std::vector<charts::MapPoint> points_;
    plan::Id chosenArrangement_ = 0; ///< 0: the one that analysis would show
    plan::Id footprintSet_ = 0;
    ColourBy colourBy_ = ColourBy::cluster;

    QStackedLayout* pages_ = nullptr;
    EmptyState* noAreas_ = nullptr;
    QComboBox* arrangements_ = nullptr;
    QLabel* standing_ = nullptr; ///< of the arrangement: in force, agreed, locked
    QComboBox* colours_ = nullptr;
    QComboBox* sets_ = nullptr;
    QButtonGroup* tools_ = nullptr;
    QAction* showNames_ = nullptr;
    QAction* showPoints_ = nullptr;
    QAction* showTable_ = nullptr;
    MapClusterList* list_ = nullptr;
    MapLegend* legend_ = nullptr;
    EffectPanel* effect_ = nullptr;
    QLineEdit* reason_ = nullptr;
    QPushButton* move_ = nullptr;
    charts::MapWidget* map_ = nullptr;
    QTableView* table_ = nullptr;
    MapTableModel* model_ = nullptr;
    QLabel* state_ = nullptr;
    QWidget* messageBar_ = nullptr;
    QLabel* message_ = nullptr;
    QPushButton* copy_ = nullptr;
    QPushButton* first_ = nullptr; ///< arrangement of the plan
};

} // namespace wardmote::ui
