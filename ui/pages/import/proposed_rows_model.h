#pragma once
#include "ui/pages/import/import_job.h"

#include <QAbstractTableModel>

#include <memory>
#include <vector>

namespace wardmote::ui {

/// What would happen to each row of the file: outcome, where it stands, name, what changes, what to know.
class ProposedRowsModel : public QAbstractTableModel {
    Q_OBJECT
public:
    enum Column { outcomeColumn, sheetColumn, rowColumn, nameColumn, remarksColumn, changesColumn, columns };

    using QAbstractTableModel::QAbstractTableModel;
    /// Null shows nothing.
    void show(std::shared_ptr<const ImportJob::Proposed> proposed, const exchange::ImportSetup& setup);

    int rowCount(const QModelIndex& parent = {}) const override;
    int columnCount(const QModelIndex& parent = {}) const override;
    QVariant data(const QModelIndex& index, int role) const override;
    QVariant headerData(int section, Qt::Orientation orientation, int role) const override;

    /// All that is to be said of a row, a line each, for where there is room.
    QString detailsOf(int row) const;
    static QString nameOf(exchange::RowOutcome outcome);

private:
    QString changesOf(const exchange::ProposedRow& row, const QString& between) const;
    QString remarksOf(const exchange::ProposedRow& row, const QString& between) const;

    std::shared_ptr<const ImportJob::Proposed> proposed_;
    std::vector<QString> sheets_;
};

} // namespace wardmote::ui
