#pragma once
#include "ui/charts/map_geometry.h"
#include "ui/pages/clusters/cluster_tables.h"
#include "ui/session/background_task.h"
#include "ui/session/cluster_edits.h"
#include "ui/widgets/page.h"

#include <memory>

class QComboBox;
class QLabel;
class QLineEdit;
class QMenu;
class QPushButton;
class QSplitter;
class QStackedLayout;
class QTabWidget;

namespace wardmote::charts {
class MapWidget;
}

namespace wardmote::ui {

class ArrangementPanel;
class EmptyState;
class PhasePanel;

/// Draws clusters: the arrangement at the top, its clusters with live figures and its areas at the left, the
/// map at the right; on tabs of their own its phases, and what it is and why. Areas go to a cluster by drag,
/// by the cluster's key or by menu; every change is one edit that can be undone. Neighbours and shapes are
/// found off the screen's thread, once for each change of boundaries; figures follow each edit.
class ClustersPage : public Page {
    Q_OBJECT
public:
    ClustersPage(Session& session, Prompts& prompts, QWidget* parent = nullptr);
    ~ClustersPage() override;

    QString pageId() const override { return QStringLiteral("clusters"); }
    QString title() const override; ///< the plan's own word for clusters
    std::vector<HeadlineFigure> headline() const override;
    int badge() const override;
    bool badgeNeedsAttention() const override;
    bool choosesArrangement() const override { return true; }
    bool showRecords(plan::RecordKind kind, const std::vector<plan::Id>& ids,
                     const QString& because) override;

    plan::Id arrangement() const; ///< the one shown; 0 if the plan has none
    const analysis::ArrangementMeasures& measures() const { return figures_.measures; }
    bool isReady() const; ///< figures and shapes are of the plan on screen

    void assign(const std::vector<plan::Id>& areas, plan::Id cluster); ///< 0: out of every cluster

Q_SIGNALS:
    void figuresChanged();

protected:
    void showEvent(QShowEvent* event) override;

private:
    void build();
    QWidget* buildTop();
    QWidget* buildTables();
    QWidget* buildMap();
    void connectAll();

    void planChanged();
    void fillArrangements();
    void findPlaces();
    void measure();
    void showFigures();
    void makeRoomForClusters();
    void showAreas();
    void showMap();
    void takeSelection();
    void selectAreas(const std::vector<plan::Id>& areas);
    std::vector<plan::Id> chosenAreas() const;
    void typed(const QString& key);

    void perform(const ClusterEdit& first, std::function<ClusterEdit(const plan::Plan&)> again);
    void refuse(const QString& why);
    void copyAsked(const QString& title);
    void lockChosen(bool locked);
    void addClusterAsked(bool withAreas);
    void renameClusterAsked();
    void eraseClusterAsked();
    void fillArrangementMenu(QMenu& menu);
    void fillStatusMenu(QMenu& menu);
    void addLockEntries(QMenu& menu);
    void showState();
    void fillClusterMenu(QMenu& menu);
    void fillAreaMenu(QMenu& menu);
    void popup(QPoint at, void (ClustersPage::*fill)(QMenu&));
    QString word() const;
    QString words() const;

    Session& session_;
    Prompts& prompts_;
    BackgroundTask placesTask_;
    BackgroundTask figuresTask_;
    std::uint64_t placesKey_ = 0;
    bool havePlaces_ = false;
    bool measured_ = false;
    std::shared_ptr<const analysis::Neighbours> neighbours_;
    charts::MapGeometryRef geometry_;
    ClusterFigures figures_;
    plan::Id chosenArrangement_ = 0; ///< 0: the one that analysis would show

    QStackedLayout* pages_ = nullptr;
    EmptyState* noAreas_ = nullptr;
    EmptyState* noArrangement_ = nullptr;
    QComboBox* arrangements_ = nullptr;
    QLabel* inForce_ = nullptr;
    QPushButton* copyToChange_ = nullptr;
    QTabWidget* tabs_ = nullptr;
    PhasePanel* phases_ = nullptr;
    ArrangementPanel* about_ = nullptr;
    QLineEdit* reason_ = nullptr;
    QSplitter* tables_ = nullptr;
    std::size_t clustersFitted_ = 0; ///< so many rows had their room made
    ClusterTable* clusters_ = nullptr;
    AreaTable* areas_ = nullptr;
    QComboBox* which_ = nullptr;
    QLineEdit* filter_ = nullptr;
    QLabel* counts_ = nullptr;
    QPushButton* assign_ = nullptr;
    bool goOn_ = false; ///< areas are being moved by keys of their table: the next one follows
    charts::MapWidget* map_ = nullptr;
    QLabel* mapState_ = nullptr;
};

} // namespace wardmote::ui
