#include "ui/pages/import/proposed_rows_model.h"

#include "ui/widgets/record_cell.h"

#include <QFont>
#include <QStringList>

namespace wardmote::ui {

void ProposedRowsModel::show(std::shared_ptr<const ImportJob::Proposed> proposed,
                             const exchange::ImportSetup& setup) {
    beginResetModel();
    proposed_ = std::move(proposed);
    sheets_.clear();
    for (const auto& sheet : setup.sheets) {
        sheets_.push_back(QString::fromStdString(sheet.name));
    }
    endResetModel();
}

int ProposedRowsModel::rowCount(const QModelIndex& parent) const {
    return parent.isValid() || !proposed_ ? 0 : static_cast<int>(proposed_->proposal.rows.size());
}

int ProposedRowsModel::columnCount(const QModelIndex& parent) const {
    return parent.isValid() ? 0 : columns;
}

QString ProposedRowsModel::nameOf(exchange::RowOutcome outcome) {
    switch (outcome) {
    case exchange::RowOutcome::added:
        return tr("New");
    case exchange::RowOutcome::updated:
        return tr("Updated");
    case exchange::RowOutcome::unchanged:
        return tr("Unchanged");
    case exchange::RowOutcome::refused:
        return tr("Refused");
    }
    return {};
}

QString ProposedRowsModel::changesOf(const exchange::ProposedRow& row, const QString& between) const {
    QStringList parts;
    for (const auto& [field, value] : row.fields) {
        if (field->rules.hidden || field == &plan::recordInfo(row.kind).fields.front()) {
            continue;
        }
        const auto words = shownText(*proposed_->after, *field, value);
        parts << tr("%1: %2").arg(qtext(field->label), words.isEmpty() ? tr("taken out") : words);
    }
    return parts.join(between);
}

QString ProposedRowsModel::remarksOf(const exchange::ProposedRow& row, const QString& between) const {
    QStringList parts;
    if (!row.reason.empty()) {
        parts << QString::fromStdString(row.reason);
    }
    for (const auto& notice : row.notices) {
        const auto message = QString::fromStdString(notice.message);
        parts << (notice.column == 0
                      ? message
                      : tr("Column %1: %2")
                            .arg(QString::fromStdString(exchange::columnLetter(notice.column - 1)), message));
    }
    return parts.join(between);
}

QString ProposedRowsModel::detailsOf(int row) const {
    const auto& proposed = proposed_->proposal.rows[static_cast<std::size_t>(row)];
    QStringList parts{tr("Row %1, %2").arg(proposed.number).arg(nameOf(proposed.outcome).toLower())};
    if (!proposed.name.empty()) {
        parts.front() += QStringLiteral(": ") + QString::fromStdString(proposed.name);
    }
    parts << remarksOf(proposed, QStringLiteral("\n")) << changesOf(proposed, QStringLiteral("\n"));
    parts.removeAll(QString());
    return parts.join(QStringLiteral("\n"));
}

QVariant ProposedRowsModel::data(const QModelIndex& index, int role) const {
    if (!index.isValid() || !proposed_) {
        return {};
    }
    const auto& row = proposed_->proposal.rows[static_cast<std::size_t>(index.row())];
    if (role == Qt::FontRole && index.column() == outcomeColumn &&
        row.outcome == exchange::RowOutcome::refused) {
        QFont bold;
        bold.setBold(true);
        return bold;
    }
    if (role == Qt::TextAlignmentRole && index.column() == rowColumn) {
        return QVariant(Qt::AlignRight | Qt::AlignVCenter);
    }
    if (role == Qt::UserRole) {
        return static_cast<int>(row.outcome);
    }
    if (role != Qt::DisplayRole && role != Qt::ToolTipRole) {
        return {};
    }
    switch (index.column()) {
    case outcomeColumn:
        return nameOf(row.outcome);
    case sheetColumn:
        return row.sheet < sheets_.size() ? sheets_[row.sheet] : QString();
    case rowColumn:
        return static_cast<qulonglong>(row.number);
    case nameColumn:
        return QString::fromStdString(row.name);
    case changesColumn:
        return changesOf(row, QStringLiteral(" · "));
    case remarksColumn:
        return remarksOf(row, QStringLiteral(" "));
    default:
        return {};
    }
}

QVariant ProposedRowsModel::headerData(int section, Qt::Orientation orientation, int role) const {
    if (orientation != Qt::Horizontal || role != Qt::DisplayRole) {
        return {};
    }
    switch (section) {
    case outcomeColumn:
        return tr("What happens");
    case sheetColumn:
        return tr("Sheet");
    case rowColumn:
        return tr("Row");
    case nameColumn:
        return tr("Name");
    case changesColumn:
        return tr("What is imported");
    case remarksColumn:
        return tr("To know");
    default:
        return {};
    }
}

} // namespace wardmote::ui
