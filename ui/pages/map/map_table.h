#pragma once
#include "ui/pages/map/map_figures.h"

#include <QAbstractTableModel>

namespace wardmote::ui {

/// What the map shows, area by area: name, cluster, residents, what it is coloured by.
class MapTableModel : public QAbstractTableModel {
    Q_OBJECT
public:
    using QAbstractTableModel::QAbstractTableModel;
    void show(const MapFigures& figures);
    plan::Id areaAt(int row) const;
    int rowOf(plan::Id area) const; ///< -1: it is not listed

    int rowCount(const QModelIndex& parent = {}) const override;
    int columnCount(const QModelIndex& parent = {}) const override;
    QVariant data(const QModelIndex& index, int role) const override;
    QVariant headerData(int section, Qt::Orientation orientation, int role) const override;

private:
    struct Row {
        plan::Id id = 0;
        QString cells[4];
    };
    std::vector<Row> rows_; ///< by name
    QString headings_[4];
    int columns_ = 3;
};

} // namespace wardmote::ui
