#pragma once
#include "ui/pages/map/map_figures.h"

#include <QTreeWidget>

namespace wardmote::ui {

/// The clusters beside the map: its legend, what the brush paints with, and where areas can be let go. Each
/// has a key of its own; the last row is for areas in none.
class MapClusterList : public QTreeWidget {
    Q_OBJECT
public:
    explicit MapClusterList(QWidget* parent = nullptr);
    void show(const MapFigures& figures);

    /// The cluster that is chosen here; 0 for "in none"; nothing while no row is.
    std::optional<plan::Id> chosen() const;
    void setChosen(plan::Id cluster);
    /// 1 to 9, then a to z, in the order of the list; 0 for none.
    std::optional<plan::Id> clusterForKey(const QString& key) const;
    std::optional<plan::Id> clusterAt(QPoint global) const;
    void mark(std::optional<plan::Id> cluster); ///< areas are held over it
    int wholeHeight() const;

Q_SIGNALS:
    void activatedByKey(); ///< Enter on a row
    void menuRequested(QPoint global);

protected:
    void keyPressEvent(QKeyEvent* event) override;
    void resizeEvent(QResizeEvent* event) override;

private:
    QTreeWidgetItem* row(plan::Id cluster) const;
    QTreeWidgetItem* marked_ = nullptr;
};

/// A fill with its pattern, for lists and legends.
QIcon fillIcon(const charts::MapFill& fill, charts::Medium medium);

/// "+12%", "−8%", "0%".
QString signedPercent(double percent);

} // namespace wardmote::ui
