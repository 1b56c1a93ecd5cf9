#pragma once
#include "core/exchange/matching/import_proposal.h"

#include <QAbstractTableModel>

#include <memory>
#include <vector>

namespace wardmote::ui {

/// What would happen to each row of the file: outcome, where it stands, name, what changes, what to know.
class ProposedRowsModel : public QAbstractTableModel {
    Q_OBJECT
public:
    enum Column { outcomeColumn, sheetColumn, rowColumn, nameColumn, changesColumn, remarksColumn, columns };

    using QAbstractTableModel::QAbstractTableModel;
    /// The proposal must outlive its use here; null shows nothing.
    void show(const exchange::ImportProposal* proposal, const exchange::ImportSetup& setup,
              const plan::PlanRef& plan);

    int rowCount(const QModelIndex& parent = {}) const override;
    int columnCount(const QModelIndex& parent = {}) const override;
    QVariant data(const QModelIndex& index, int role) const override;
    QVariant headerData(int section, Qt::Orientation orientation, int role) const override;

    static QString nameOf(exchange::RowOutcome outcome);

private:
    QString changesOf(const exchange::ProposedRow& row) const;
    QString remarksOf(const exchange::ProposedRow& row) const;

    const exchange::ImportProposal* proposal_ = nullptr;
    plan::PlanRef plan_;
    std::vector<QString> sheets_;
};

} // namespace wardmote::ui
