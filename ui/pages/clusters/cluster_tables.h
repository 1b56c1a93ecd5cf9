#pragma once
#include "core/analysis/clusters.h"

#include <QTreeWidget>

#include <functional>
#include <map>

namespace wardmote::ui {

/// What the tables of the page show: one arrangement and its figures.
struct ClusterFigures {
    plan::PlanRef plan;
    analysis::ArrangementMeasures measures;
    std::map<plan::Id, std::vector<std::string>> open; ///< what breaks a rule, by cluster
};

/// The clusters of an arrangement with their figures, each with a key of its own, and a last row for areas in
/// none. Areas may be dropped on a row.
class ClusterTable : public QTreeWidget {
    Q_OBJECT
public:
    explicit ClusterTable(QWidget* parent = nullptr);
    void show(const ClusterFigures& figures);
    int wholeHeight() const;         ///< with every row in sight
    plan::Id currentCluster() const; ///< 0: none, or the row of areas left over
    bool isAtLeftOver() const;
    void setCurrentCluster(plan::Id cluster);
    /// The cluster that a key stands for: 1 to 9, then a to z, in the order of the table; 0 if there is none.
    plan::Id clusterForKey(const QString& key) const;
    bool isKey(const QString& key) const; ///< of a cluster, or 0 for none

Q_SIGNALS:
    void areasDropped(const std::vector<wardmote::plan::Id>& areas,
                      wardmote::plan::Id cluster); ///< 0: out of all
    void menuRequested(QPoint global);
    void renameRequested();
    void eraseRequested();

protected:
    void dragEnterEvent(QDragEnterEvent* event) override;
    void dragMoveEvent(QDragMoveEvent* event) override;
    void dropEvent(QDropEvent* event) override;
    void keyPressEvent(QKeyEvent* event) override;
    void resizeEvent(QResizeEvent* event) override;
};

/// Areas with their clusters; many can be chosen and dragged.
class AreaTable : public QTreeWidget {
    Q_OBJECT
public:
    enum class Which { all, leftOver, inCluster };
    explicit AreaTable(QWidget* parent = nullptr);
    void show(const ClusterFigures& figures, Which which, plan::Id cluster, const QString& filter);
    std::vector<plan::Id> selectedAreas() const;
    void setSelectedAreas(const std::vector<plan::Id>& areas);
    int shown() const { return topLevelItemCount(); }
    void chooseCurrent(); ///< the row that has the keyboard, as if by the person
    /// Which letters and digits are handed on; by the others a row is found by its name.
    void setKeys(std::function<bool(const QString&)> isKey) { isKey_ = std::move(isKey); }

Q_SIGNALS:
    void selectedByPerson();
    void menuRequested(QPoint global);
    void keyTyped(const QString& key); ///< a letter or digit: the key of a cluster

protected:
    void keyPressEvent(QKeyEvent* event) override;
    QMimeData* mimeData(const QList<QTreeWidgetItem*>& items) const override;
    QStringList mimeTypes() const override;
    void resizeEvent(QResizeEvent* event) override;

private:
    std::function<bool(const QString&)> isKey_ = [](const QString&) { return false; };
    void showColumns(); ///< those that there is room for
    bool quiet_ = false;
};

inline constexpr const char* areasMimeType = "application/x-wardmote-areas";
QIcon swatch(int fill, bool none = false);

} // namespace wardmote::ui
