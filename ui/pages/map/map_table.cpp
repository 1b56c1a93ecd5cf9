#include "ui/pages/map/map_table.h"

#include "ui/widgets/style.h"

#include <algorithm>

namespace wardmote::ui {

void MapTableModel::show(const MapFigures& figures) {
    beginResetModel();
    const auto& spec = figures.spec;
    headings_[0] = tr("Area");
    headings_[1] =
        colourByName(ColourBy::cluster, QString::fromStdString(figures.plan->settings().clusterWord));
    headings_[2] = tr("Residents");
    headings_[3] = spec.shadedBy;
    columns_ = spec.shadedBy.isEmpty() || spec.shadedBy == headings_[2] ? 3 : 4;
    rows_.clear();
    for (std::size_t i = 0; i < spec.areas.size(); ++i) {
        const auto& area = spec.areas[i];
        const auto* record = figures.plan->find<plan::Area>(area.id);
        auto cluster =
            area.cluster < 0 ? spec.noCluster : spec.clusters[static_cast<std::size_t>(area.cluster)].name;
        if (area.locked) {
            cluster = tr("%1 (locked)").arg(cluster);
        }
        rows_.push_back({area.id,
                         {area.outside ? tr("%1 (outside)").arg(area.name) : area.name, cluster,
                          record && record->residents ? numberText(*record->residents) : notRecorded(),
                          figures.valueTexts[i]}});
    }
    std::ranges::stable_sort(rows_, {}, [](const Row& row) { return row.cells[0]; });
    endResetModel();
}

plan::Id MapTableModel::areaAt(int row) const {
    return rows_[static_cast<std::size_t>(row)].id;
}

int MapTableModel::rowOf(plan::Id area) const {
    const auto found = std::ranges::find(rows_, area, &Row::id);
    return found == rows_.end() ? -1 : static_cast<int>(found - rows_.begin());
}

int MapTableModel::rowCount(const QModelIndex& parent) const {
    return parent.isValid() ? 0 : static_cast<int>(rows_.size());
}

int MapTableModel::columnCount(const QModelIndex& parent) const {
    return parent.isValid() ? 0 : columns_;
}

QVariant MapTableModel::data(const QModelIndex& index, int role) const {
    const auto& cell = rows_[static_cast<std::size_t>(index.row())].cells[index.column()];
    if (role == Qt::DisplayRole || role == Qt::ToolTipRole) {
        return cell;
    }
    if (role == Qt::TextAlignmentRole && index.column() == 2) {
        return QVariant::fromValue(Qt::Alignment(Qt::AlignRight | Qt::AlignVCenter));
    }
    return {};
}

QVariant MapTableModel::headerData(int section, Qt::Orientation orientation, int role) const {
    return orientation == Qt::Horizontal && role == Qt::DisplayRole ? headings_[section] : QVariant();
}

} // namespace wardmote::ui
