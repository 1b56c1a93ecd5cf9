#include "ui/widgets/record_table_model.h"

#include "core/text/words.h"
#include "ui/session/session.h"
#include "ui/widgets/record_cell.h"
#include "ui/widgets/record_edits.h"

#include <QTimer>

#include <algorithm>
#include <ranges>

namespace wardmote::ui {
namespace {

/// So many records are searched at once without a pause that anybody would notice.
constexpr std::size_t indexedAtOnce = 1500;
/// More separate runs of rows than this come and go as a reset: each costs the view a pass over its rows.
constexpr std::size_t mostRuns = 200;

struct Run {
    int first;
    int last;
};

/// The runs of positions in `rows` for which `wanted` holds.
template<class Wanted>
std::vector<Run> runsWhere(const std::vector<RowKey>& rows, const Wanted& wanted) {
    std::vector<Run> runs;
    for (int i = 0; i < static_cast<int>(rows.size()); ++i) {
        if (!wanted(rows[static_cast<std::size_t>(i)])) {
            continue;
        }
        if (!runs.empty() && runs.back().last == i - 1) {
            runs.back().last = i;
        } else {
            runs.push_back({i, i});
        }
    }
    return runs;
}

} // namespace

RecordTableModel::RecordTableModel(Session& session, plan::RecordKind kind, QObject* parent)
    : QAbstractTableModel(parent), session_(session), plan_(session.plan()), order_(kind) {
    connect(&session, &Session::planChanged, this, &RecordTableModel::planChanged);
    rows_ = order_.rows(*plan_, request_);
    indexPositions();
}

RecordTableModel::~RecordTableModel() = default;

void RecordTableModel::addColumn(ComputedColumn column) {
    beginInsertColumns({}, columnCount(), columnCount());
    order_.addColumn(std::move(column));
    endInsertColumns();
    order_.forgetAll();
}

int RecordTableModel::columnOf(std::string_view key) const {
    const auto at = std::ranges::find(columns(), key, &RecordColumn::key);
    return at == columns().end() ? -1 : static_cast<int>(at - columns().begin());
}

const plan::FieldInfo* RecordTableModel::fieldAt(int column) const {
    return columns()[static_cast<std::size_t>(column)].field;
}

plan::Id RecordTableModel::idAt(int row) const {
    if (row < 0 || row >= static_cast<int>(rows_.size())) {
        return 0;
    }
    return std::max<RowKey>(rows_[static_cast<std::size_t>(row)], 0);
}

int RecordTableModel::rowOf(plan::Id id) const {
    const auto at = positions_.find(id);
    return at == positions_.end() ? -1 : at->second;
}

std::vector<plan::Id> RecordTableModel::shownIds() const {
    std::vector<plan::Id> ids;
    std::ranges::copy_if(rows_, std::back_inserter(ids), [](RowKey row) { return row > 0; });
    return ids;
}

int RecordTableModel::totalCount() const {
    if (!request_.restriction) {
        return static_cast<int>(plan_->count(kind()));
    }
    return static_cast<int>(std::ranges::count_if(
        plan_->ids(kind()), [&](plan::Id id) { return request_.restriction(*plan_, id); }));
}

void RecordTableModel::setFilter(const QString& words) {
    filter_ = words;
    if (!words.isEmpty() && plan_->count(kind()) > indexedAtOnce && !order_.indexSome(*plan_, 0)) {
        if (!indexing_) {
            indexing_ = true;
            indexSome(); // filters when every record's text is there
        }
        return;
    }
    request_.words.clear();
    for (const auto& word : words.split(u' ', Qt::SkipEmptyParts)) {
        request_.words.push_back(text::folded(word.toStdString()));
    }
    rearrange();
}

void RecordTableModel::indexSome() {
    if (order_.indexSome(*plan_, indexedAtOnce / 15)) {
        indexing_ = false;
        setFilter(filter_);
        return;
    }
    QTimer::singleShot(0, this, &RecordTableModel::indexSome);
}

void RecordTableModel::setRestriction(std::function<bool(const plan::Plan&, plan::Id)> restriction) {
    request_.restriction = std::move(restriction);
    rearrange();
}

void RecordTableModel::sort(int column, Qt::SortOrder order) {
    if (column < 0 || column >= columnCount()) {
        return;
    }
    request_.sortColumn = column;
    request_.descending = order == Qt::DescendingOrder;
    rearrange();
}

void RecordTableModel::setGroupColumn(int column) {
    request_.groupColumn = column;
    rearrange();
}

void RecordTableModel::rearrange() {
    moveTo(order_.rows(*plan_, request_));
    Q_EMIT countsChanged();
    Q_EMIT rowsChanged();
}

void RecordTableModel::planChanged(const plan::ChangeSummary& summary) {
    plan_ = session_.plan();
    order_.forget(summary);
    if (summary.everything) {
        beginResetModel();
        rows_ = order_.rows(*plan_, request_);
        indexPositions();
        endResetModel();
    } else {
        moveTo(order_.rows(*plan_, request_));
        announceChanged(summary);
    }
    Q_EMIT countsChanged();
    Q_EMIT rowsChanged();
}

void RecordTableModel::indexPositions() {
    positions_.clear();
    shown_ = 0;
    for (std::size_t i = 0; i < rows_.size(); ++i) {
        positions_.emplace(rows_[i], static_cast<int>(i));
        shown_ += rows_[i] > 0 ? 1 : 0;
    }
}

void RecordTableModel::moveTo(std::vector<RowKey> next) {
    std::unordered_map<RowKey, int> nextAt;
    for (std::size_t i = 0; i < next.size(); ++i) {
        nextAt.emplace(next[i], static_cast<int>(i));
    }
    const auto gone = runsWhere(rows_, [&](RowKey row) { return !nextAt.contains(row); });
    const auto come = runsWhere(next, [&](RowKey row) { return !positions_.contains(row); });
    if (gone.size() + come.size() > mostRuns) {
        beginResetModel();
        rows_ = std::move(next);
        indexPositions();
        endResetModel();
        return;
    }
    for (const auto& run : gone | std::views::reverse) {
        beginRemoveRows({}, run.first, run.last);
        rows_.erase(rows_.begin() + run.first, rows_.begin() + run.last + 1);
        indexPositions();
        endRemoveRows();
    }
    std::vector<RowKey> kept;
    std::ranges::copy_if(next, std::back_inserter(kept),
                         [&](RowKey row) { return positions_.contains(row); });
    followOrder(kept);
    for (const auto& run : come) {
        beginInsertRows({}, run.first, run.last);
        rows_.insert(rows_.begin() + run.first, next.begin() + run.first, next.begin() + run.last + 1);
        indexPositions();
        endInsertRows();
    }
}

void RecordTableModel::followOrder(const std::vector<RowKey>& next) {
    if (rows_ == next) {
        return;
    }
    Q_EMIT layoutAboutToBeChanged({}, QAbstractItemModel::VerticalSortHint);
    const auto before = persistentIndexList();
    const auto rowsBefore = rows_;
    rows_ = next;
    indexPositions();
    QModelIndexList after;
    for (const auto& index : before) {
        const auto at = positions_.find(rowsBefore[static_cast<std::size_t>(index.row())]);
        after << (at == positions_.end() ? QModelIndex() : this->index(at->second, index.column()));
    }
    changePersistentIndexList(before, after);
    Q_EMIT layoutChanged({}, QAbstractItemModel::VerticalSortHint);
}

void RecordTableModel::announceChanged(const plan::ChangeSummary& summary) {
    if (rows_.empty()) {
        return;
    }
    const bool names = std::ranges::any_of(
        summary.records, [&](const auto& touched) { return order_.dependsOn(touched.kind); });
    if (names || request_.groupColumn >= 0) {
        Q_EMIT dataChanged(index(0, 0), index(rowCount() - 1, columnCount() - 1));
        return;
    }
    for (const auto& touched : summary.records) {
        const auto row = touched.kind == kind() ? rowOf(touched.id) : -1;
        if (row >= 0) {
            Q_EMIT dataChanged(index(row, 0), index(row, columnCount() - 1));
        }
    }
}

int RecordTableModel::rowCount(const QModelIndex& parent) const {
    return parent.isValid() ? 0 : static_cast<int>(rows_.size());
}

int RecordTableModel::columnCount(const QModelIndex& parent) const {
    return parent.isValid() ? 0 : static_cast<int>(columns().size());
}

plan::Value RecordTableModel::valueAt(int row, int column) const {
    const auto id = idAt(row);
    return id == 0 ? plan::Value{} : order_.value(*plan_, id, static_cast<std::size_t>(column));
}

QVariant RecordTableModel::data(const QModelIndex& index, int role) const {
    if (!checkIndex(index, CheckIndexOption::IndexIsValid | CheckIndexOption::ParentIsInvalid)) {
        return {};
    }
    const auto column = static_cast<std::size_t>(index.column());
    if (isHeading(index.row())) {
        const auto heading = rows_[static_cast<std::size_t>(index.row())];
        if (index.column() != 0 || (role != Qt::DisplayRole && role != Qt::AccessibleTextRole)) {
            return {};
        }
        return QStringLiteral("%1 (%2)").arg(order_.headingText(heading)).arg(order_.headingCount(heading));
    }
    switch (role) {
    case Qt::DisplayRole:
    case Qt::ToolTipRole:
    case Qt::AccessibleTextRole: {
        auto text = order_.shown(*plan_, valueAt(index.row(), index.column()), column);
        if (text.isEmpty()) {
            return role == Qt::DisplayRole          ? QVariant(notRecordedDash())
                   : role == Qt::AccessibleTextRole ? QVariant(tr("not recorded"))
                                                    : QVariant();
        }
        // A cell shows one line; the rest is in the form and in the tip.
        return role == Qt::DisplayRole ? text.replace(u'\n', u' ') : text;
    }
    case Qt::EditRole: {
        const auto* field = fieldAt(index.column());
        return field ? typedText(*plan_, *field, valueAt(index.row(), index.column())) : QString();
    }
    case Qt::TextAlignmentRole:
        return QVariant::fromValue(Qt::Alignment(Qt::AlignVCenter) |
                                   (order_.numeric(column) ? Qt::AlignRight : Qt::AlignLeft));
    default:
        return {};
    }
}

QVariant RecordTableModel::headerData(int section, Qt::Orientation orientation, int role) const {
    if (orientation != Qt::Horizontal || section < 0 || section >= columnCount()) {
        return QAbstractTableModel::headerData(section, orientation, role);
    }
    const auto& column = columns()[static_cast<std::size_t>(section)];
    switch (role) {
    case Qt::DisplayRole:
        return column.field ? headingOf(*column.field) : column.computed.heading;
    case Qt::ToolTipRole:
        return column.field ? qtext(column.field->rules.help) : column.computed.tip;
    case Qt::TextAlignmentRole:
        return QVariant::fromValue(
            Qt::Alignment(Qt::AlignVCenter) |
            (order_.numeric(static_cast<std::size_t>(section)) ? Qt::AlignRight : Qt::AlignLeft));
    default:
        return {};
    }
}

Qt::ItemFlags RecordTableModel::flags(const QModelIndex& index) const {
    if (!index.isValid()) {
        return Qt::NoItemFlags;
    }
    if (isHeading(index.row())) {
        return Qt::ItemIsEnabled | Qt::ItemNeverHasChildren;
    }
    auto flags = Qt::ItemIsEnabled | Qt::ItemIsSelectable | Qt::ItemNeverHasChildren;
    const auto* field = fieldAt(index.column());
    if (field && isEditable(*field) && session_.isWritable()) {
        flags |= Qt::ItemIsEditable;
    }
    return flags;
}

bool RecordTableModel::setData(const QModelIndex& index, const QVariant& value, int role) {
    const auto* field = index.isValid() ? fieldAt(index.column()) : nullptr;
    if (role != Qt::EditRole || !field || isHeading(index.row())) {
        return false;
    }
    Result<plan::Value> content;
    if (value.canConvert<plan::Value>()) {
        content = value.value<plan::Value>();
    } else {
        content = readTyped(*plan_, *field, value.toString());
    }
    if (!content) {
        Q_EMIT refused(headingOf(*field) + QStringLiteral(": ") + qtext(content.error().text()));
        return false;
    }
    return edit(setField(*plan_, kind(), {idAt(index.row())}, *field, *content));
}

bool RecordTableModel::edit(const RecordEdit& edit) {
    if (!edit.refused.empty()) {
        Q_EMIT refused(refusalsInWords(edit.refused));
    }
    if (edit.changes.empty()) {
        return edit.refused.empty();
    }
    session_.perform(edit.label, edit.changes);
    return true;
}

} // namespace wardmote::ui
