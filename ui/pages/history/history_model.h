#pragma once
#include "core/store/plan_file.h"

#include <QAbstractTableModel>

#include <optional>
#include <vector>

namespace wardmote::ui {

/// The rows of a plan's history, newest first.
class HistoryModel : public QAbstractTableModel {
    Q_OBJECT
public:
    enum Column { when, who, what, records, state, columnsCount };
    using QAbstractTableModel::QAbstractTableModel;

    void setRows(std::vector<store::HistoryRow> rows);
    const store::HistoryRow& at(int row) const { return rows_[static_cast<std::size_t>(row)]; }
    int rowOf(plan::Id id) const; ///< -1: not there

    int rowCount(const QModelIndex& parent = {}) const override;
    int columnCount(const QModelIndex& parent = {}) const override;
    QVariant data(const QModelIndex& index, int role) const override;
    QVariant headerData(int section, Qt::Orientation orientation, int role) const override;

private:
    std::vector<store::HistoryRow> rows_;
};

/// What one row of the history changed, field by field.
class HistoryDetailModel : public QAbstractTableModel {
    Q_OBJECT
public:
    enum Column { record, field, before, after, columnsCount };
    using QAbstractTableModel::QAbstractTableModel;

    void setDetails(std::vector<store::HistoryDetail> details);

    int rowCount(const QModelIndex& parent = {}) const override;
    int columnCount(const QModelIndex& parent = {}) const override;
    QVariant data(const QModelIndex& index, int role) const override;
    QVariant headerData(int section, Qt::Orientation orientation, int role) const override;

private:
    std::vector<store::HistoryDetail> details_;
};

} // namespace wardmote::ui
