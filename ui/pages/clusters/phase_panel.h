#pragma once
#include "ui/pages/clusters/cluster_tables.h"

#include <QWidget>

class QMenu;
class QPushButton;

namespace wardmote::ui {

class Prompts;
class Session;

/// The clusters of an arrangement by phase, each phase summed up in its row: clusters, areas, residents.
/// Several can be chosen and put into another phase at once.
class PhasePanel : public QWidget {
    Q_OBJECT
public:
    PhasePanel(Session& session, Prompts& prompts, QWidget* parent = nullptr);
    void show(const ClusterFigures& figures);
    std::vector<plan::Id> chosenClusters() const; ///< of a phase's row, all of its clusters

private:
    void fillMenu(QMenu& menu);
    void put(const QString& phase);
    void popup(QPoint global);
    void chosen();
    QStringList phases() const;

    Session& session_;
    Prompts& prompts_;
    QTreeWidget* table_ = nullptr;
    QPushButton* change_ = nullptr;
    bool quiet_ = false;
};

} // namespace wardmote::ui
