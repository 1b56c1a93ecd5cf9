#include "ui/pages/history/history_model.h"

#include "ui/widgets/record_cell.h"
#include "ui/widgets/record_history.h"

#include <algorithm>

namespace wardmote::ui {
namespace {

QString stateOf(const store::HistoryRow& row) {
    if (row.undoes != 0) {
        return HistoryModel::tr("takes back an edit");
    }
    if (row.redoes != 0 && row.current) {
        return HistoryModel::tr("made again");
    }
    if (!row.current) {
        return HistoryModel::tr("undone");
    }
    return row.reachable ? QString() : HistoryModel::tr("before the plan's file was renewed");
}

} // namespace

void HistoryModel::setRows(std::vector<store::HistoryRow> rows) {
    if (rows.size() >= rows_.size() && !rows_.empty()) {
        // Rows are only ever added, at the top; those below may have been undone or made again.
        const auto added = rows.size() - rows_.size();
        if (rows[added].id == rows_.front().id) {
            if (added > 0) {
                beginInsertRows({}, 0, static_cast<int>(added) - 1);
            }
            rows_ = std::move(rows);
            if (added > 0) {
                endInsertRows();
            }
            Q_EMIT dataChanged(index(0, 0), index(rowCount() - 1, columnsCount - 1));
            return;
        }
    }
    beginResetModel();
    rows_ = std::move(rows);
    endResetModel();
}

int HistoryModel::rowOf(plan::Id id) const {
    const auto at = std::ranges::find(rows_, id, &store::HistoryRow::id);
    return at == rows_.end() ? -1 : static_cast<int>(at - rows_.begin());
}

int HistoryModel::rowCount(const QModelIndex& parent) const {
    return parent.isValid() ? 0 : static_cast<int>(rows_.size());
}

int HistoryModel::columnCount(const QModelIndex& parent) const {
    return parent.isValid() ? 0 : columnsCount;
}

QVariant HistoryModel::data(const QModelIndex& index, int role) const {
    if (!index.isValid()) {
        return {};
    }
    const auto& row = at(index.row());
    if (role == Qt::TextAlignmentRole && index.column() == records) {
        return QVariant::fromValue(Qt::Alignment(Qt::AlignRight | Qt::AlignVCenter));
    }
    if (role != Qt::DisplayRole && role != Qt::ToolTipRole) {
        return {};
    }
    switch (index.column()) {
    case when:
        return localTime(row.at);
    case who:
        return qtext(row.author);
    case what:
        return qtext(row.label);
    case records:
        return row.recordsTouched;
    default:
        return stateOf(row);
    }
}

QVariant HistoryModel::headerData(int section, Qt::Orientation orientation, int role) const {
    if (orientation != Qt::Horizontal || role != Qt::DisplayRole) {
        return QAbstractTableModel::headerData(section, orientation, role);
    }
    const QStringList headings{tr("When"), tr("Who"), tr("What"), tr("Records"), tr("State")};
    return headings.value(section);
}

void HistoryDetailModel::setDetails(std::vector<store::HistoryDetail> details) {
    beginResetModel();
    details_ = std::move(details);
    endResetModel();
}

int HistoryDetailModel::rowCount(const QModelIndex& parent) const {
    return parent.isValid() ? 0 : static_cast<int>(details_.size());
}

int HistoryDetailModel::columnCount(const QModelIndex& parent) const {
    return parent.isValid() ? 0 : columnsCount;
}

QVariant HistoryDetailModel::data(const QModelIndex& index, int role) const {
    if (!index.isValid() || (role != Qt::DisplayRole && role != Qt::ToolTipRole)) {
        return {};
    }
    const auto& detail = details_[static_cast<std::size_t>(index.row())];
    const auto orNot = [](const std::string& words) {
        return words.empty() ? tr("not recorded") : qtext(words);
    };
    using Action = plan::Change::Action;
    switch (index.column()) {
    case record:
        return QStringLiteral("%1 (%2)").arg(qtext(detail.recordName),
                                             qtext(plan::recordInfo(detail.kind).singular));
    case field:
        if (detail.fieldLabel.empty()) {
            return detail.action == Action::insert  ? tr("added")
                   : detail.action == Action::erase ? tr("deleted")
                                                    : QString();
        }
        return qtext(detail.fieldLabel);
    case before:
        return detail.action == Action::insert ? QString()
               : detail.fieldLabel.empty()     ? qtext(detail.before)
                                               : orNot(detail.before);
    default:
        return detail.action == Action::erase ? QString()
               : detail.fieldLabel.empty()    ? qtext(detail.after)
                                              : orNot(detail.after);
    }
}

QVariant HistoryDetailModel::headerData(int section, Qt::Orientation orientation, int role) const {
    if (orientation != Qt::Horizontal || role != Qt::DisplayRole) {
        return QAbstractTableModel::headerData(section, orientation, role);
    }
    const QStringList headings{tr("Record"), tr("Field"), tr("Before"), tr("After")};
    return headings.value(section);
}

} // namespace wardmote::ui
