#include "ui/widgets/lines_model.h"

namespace wardmote::ui {

LinesModel::LinesModel(QStringList headings, QList<int> figures, QObject* parent)
    : QAbstractTableModel(parent), headings_(std::move(headings)), figures_(std::move(figures)) {}

void LinesModel::setLines(int count, Words words) {
    beginResetModel();
    count_ = count;
    words_ = std::move(words);
    endResetModel();
}

int LinesModel::rowCount(const QModelIndex& parent) const {
    return parent.isValid() ? 0 : count_;
}

int LinesModel::columnCount(const QModelIndex& parent) const {
    return parent.isValid() ? 0 : int(headings_.size());
}

QVariant LinesModel::data(const QModelIndex& index, int role) const {
    switch (role) {
    case Qt::DisplayRole:
    case Qt::ToolTipRole:
        return words_(index.row(), index.column());
    case Qt::TextAlignmentRole:
        return int((figures_.contains(index.column()) ? Qt::AlignRight : Qt::AlignLeft) | Qt::AlignVCenter);
    default:
        return {};
    }
}

QVariant LinesModel::headerData(int section, Qt::Orientation orientation, int role) const {
    return orientation == Qt::Horizontal && role == Qt::DisplayRole ? QVariant(headings_[section])
                                                                    : QVariant();
}

} // namespace wardmote::ui
