#include "ui/widgets/record_links_model.h"

#include "ui/session/session.h"
#include "ui/widgets/record_cell.h"

#include <algorithm>

namespace wardmote::ui {

LinksModel::LinksModel(Session& session, const plan::FieldInfo& field, QObject* parent)
    : QAbstractTableModel(parent), session_(session), field_(field) {}

const plan::FieldInfo& LinksModel::cellField(int column) const {
    return field_.linkFields[static_cast<std::size_t>(column)];
}

plan::Value LinksModel::cell(const QModelIndex& index) const {
    const auto& cells = links_[static_cast<std::size_t>(index.row())].cells;
    const auto column = static_cast<std::size_t>(index.column());
    return column < cells.size() ? cells[column] : plan::Value{};
}

void LinksModel::setCell(const QModelIndex& index, plan::Value value) {
    auto& cells = links_[static_cast<std::size_t>(index.row())].cells;
    cells.resize(field_.linkFields.size());
    cells[static_cast<std::size_t>(index.column())] = std::move(value);
    Q_EMIT dataChanged(index, index);
    Q_EMIT edited();
}

bool LinksModel::hasKey(const plan::Value& key) const {
    return std::ranges::any_of(links_, [&](const plan::Link& link) { return link.cells.front() == key; });
}

void LinksModel::append(plan::Link link) {
    if (hasKey(link.cells.front())) {
        return;
    }
    link.cells.resize(field_.linkFields.size());
    beginInsertRows({}, rowCount(), rowCount());
    links_.push_back(std::move(link));
    endInsertRows();
}

void LinksModel::removeRowsAt(std::vector<int> rows) {
    std::ranges::sort(rows, std::greater<>());
    for (const auto row : rows) {
        beginRemoveRows({}, row, row);
        links_.erase(links_.begin() + row);
        endRemoveRows();
    }
    Q_EMIT edited();
}

void LinksModel::setLinks(plan::Links links) {
    if (links == links_) {
        // The names that they refer to may have changed.
        if (!links_.empty()) {
            Q_EMIT dataChanged(index(0, 0), index(rowCount() - 1, columnCount() - 1));
        }
        return;
    }
    beginResetModel();
    links_ = std::move(links);
    endResetModel();
}

int LinksModel::rowCount(const QModelIndex& parent) const {
    return parent.isValid() ? 0 : static_cast<int>(links_.size());
}

int LinksModel::columnCount(const QModelIndex& parent) const {
    return parent.isValid() ? 0 : static_cast<int>(field_.linkFields.size());
}

QVariant LinksModel::data(const QModelIndex& index, int role) const {
    if (!index.isValid()) {
        return {};
    }
    const auto& field = cellField(index.column());
    const auto value = cell(index);
    if (role == Qt::TextAlignmentRole) {
        return QVariant::fromValue(Qt::Alignment(Qt::AlignVCenter) |
                                   (isNumeric(field) ? Qt::AlignRight : Qt::AlignLeft));
    }
    if (role == Qt::ToolTipRole) {
        return qtext(field.rules.help);
    }
    if (role != Qt::DisplayRole && role != Qt::AccessibleTextRole) {
        return {};
    }
    const auto* id = std::get_if<std::int64_t>(&value);
    if (id && field.kind == plan::FieldKind::reference && newNames_.contains(*id)) {
        return newNames_[*id];
    }
    const auto text = shownText(*session_.plan(), field, value);
    if (text.isEmpty()) {
        return role == Qt::DisplayRole ? notRecordedDash() : tr("not recorded");
    }
    return text;
}

QVariant LinksModel::headerData(int section, Qt::Orientation orientation, int role) const {
    if (orientation == Qt::Horizontal && section < columnCount()) {
        if (role == Qt::DisplayRole) {
            return headingOf(cellField(section));
        }
        if (role == Qt::ToolTipRole) {
            return qtext(cellField(section).rules.help);
        }
        if (role == Qt::TextAlignmentRole) {
            return QVariant::fromValue(Qt::Alignment(Qt::AlignVCenter) |
                                       (isNumeric(cellField(section)) ? Qt::AlignRight : Qt::AlignLeft));
        }
    }
    return QAbstractTableModel::headerData(section, orientation, role);
}

Qt::ItemFlags LinksModel::flags(const QModelIndex& index) const {
    auto flags = QAbstractTableModel::flags(index);
    return readOnly_ || !index.isValid() ? flags : flags | Qt::ItemIsEditable;
}

} // namespace wardmote::ui
