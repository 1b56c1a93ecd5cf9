#include "ui/widgets/record_table_model.h"

#include "core/text/words.h"
#include "ui/session/session.h"
#include "ui/widgets/record_cell.h"
#include "ui/widgets/record_edits.h"

#include <algorithm>
#include <ranges>
#include <unordered_set>
#include <utility>

namespace wardmote::ui {
namespace {

/// So many keys are worked out at once without a pause that anybody would notice.
constexpr std::size_t keysAtOnce = 1000;
/// More separate runs of rows than this come and go as a reset: each costs the view a pass over its rows.
constexpr std::size_t mostRuns = 200;
constexpr std::size_t mostPasses = 1'000'000; ///< runs times rows

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
    : QAbstractTableModel(parent), session_(session), plan_(session.plan()), keys_(session), order_(kind) {
    connect(&session, &Session::planChanged, this, &RecordTableModel::planChanged);
    connect(&keys_, &BackgroundTask::failed, this, &RecordTableModel::refused);
    plan::ChangeSummary all;
    all.everything = true;
    planChanged(all);
}

RecordTableModel::~RecordTableModel() = default;

void RecordTableModel::addColumn(ComputedColumn column) {
    beginInsertColumns({}, columnCount(), columnCount());
    order_.addColumn(std::move(column));
    endInsertColumns();
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
    const auto& all = positions();
    const auto at = all.find(id);
    return at == all.end() ? -1 : at->second;
}

int RecordTableModel::shownCount() const {
    return static_cast<int>(std::ranges::count_if(rows_, [](RowKey row) { return row > 0; }));
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
    request_.words.clear();
    for (const auto& word : words.split(u' ', Qt::SkipEmptyParts)) {
        request_.words.push_back(text::folded(word.toStdString()));
    }
    rearrange();
}

void RecordTableModel::prepareFilter() {
    auto wanted = order_.lackingTexts();
    if (wanted.size() > keysAtOnce && !keys_.isRunning()) {
        makeKeysElsewhere(std::move(wanted));
    }
}

void RecordTableModel::readColumnsAgain() {
    order_.setPlan(plan_);
    order_.forgetAll();
    rearrange();
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
    auto wanted = order_.lacking(request_);
    if (wanted.size() > keysAtOnce) {
        if (!keys_.isRunning()) { // else this is called again when it is done
            makeKeysElsewhere(std::move(wanted));
        }
        arranging_ = true;
        Q_EMIT countsChanged();
        return;
    }
    arranging_ = false;
    moveTo(order_.rows(request_));
    Q_EMIT countsChanged();
    Q_EMIT rowsChanged();
}

void RecordTableModel::makeKeysElsewhere(KeysWanted wanted) {
    keys_.run(
        [columns = order_.columns(), wanted = std::move(wanted)](
            const plan::PlanRef&, const Progress& progress) { return makeKeys(columns, wanted, progress); },
        [this](RecordKeys keys) {
            order_.take(std::move(keys));
            rearrange();
        });
}

void RecordTableModel::planChanged(const plan::ChangeSummary& summary) {
    const auto before = std::exchange(plan_, session_.plan());
    order_.setPlan(plan_);
    order_.forget(summary, *before);
    keys_.cancel(); // what it works out is of the plan before
    if (summary.everything) {
        beginResetModel();
        const bool soon = order_.lacking(request_).size() <= keysAtOnce;
        setRows(soon ? order_.rows(request_) : plan_->ids(kind()));
        endResetModel();
    } else {
        auto left = rows_;
        std::erase_if(left, [this](RowKey row) { return row > 0 && !plan_->contains(kind(), row); });
        if (left.size() < rows_.size()) {
            moveTo(std::move(left));
        }
        announceChanged(summary);
    }
    rearrange();
}

void RecordTableModel::setRows(std::vector<RowKey> rows) {
    rows_ = std::move(rows);
    positionsKnown_ = false;
}

const std::unordered_map<RowKey, int>& RecordTableModel::positions() const {
    if (!positionsKnown_) {
        positions_.clear();
        positions_.reserve(rows_.size());
        for (std::size_t i = 0; i < rows_.size(); ++i) {
            positions_.emplace(rows_[i], static_cast<int>(i));
        }
        positionsKnown_ = true;
    }
    return positions_;
}

void RecordTableModel::moveTo(std::vector<RowKey> next) {
    const std::unordered_set<RowKey> before(rows_.begin(), rows_.end());
    const std::unordered_set<RowKey> after(next.begin(), next.end());
    const auto gone = runsWhere(rows_, [&](RowKey row) { return !after.contains(row); });
    const auto come = runsWhere(next, [&](RowKey row) { return !before.contains(row); });
    const auto runs = gone.size() + come.size();
    if (runs > mostRuns || runs * std::max(rows_.size(), next.size()) > mostPasses) {
        beginResetModel();
        setRows(std::move(next));
        endResetModel();
        return;
    }
    for (const auto& run : gone | std::views::reverse) {
        beginRemoveRows({}, run.first, run.last);
        rows_.erase(rows_.begin() + run.first, rows_.begin() + run.last + 1);
        positionsKnown_ = false;
        endRemoveRows();
    }
    std::vector<RowKey> kept;
    std::ranges::copy_if(next, std::back_inserter(kept), [&](RowKey row) { return before.contains(row); });
    followOrder(kept);
    for (const auto& run : come) {
        beginInsertRows({}, run.first, run.last);
        rows_.insert(rows_.begin() + run.first, next.begin() + run.first, next.begin() + run.last + 1);
        positionsKnown_ = false;
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
    setRows(next);
    QModelIndexList after;
    for (const auto& index : before) {
        const auto at = positions().find(rowsBefore[static_cast<std::size_t>(index.row())]);
        after << (at == positions().end() ? QModelIndex() : this->index(at->second, index.column()));
    }
    changePersistentIndexList(before, after);
    Q_EMIT layoutChanged({}, QAbstractItemModel::VerticalSortHint);
}

void RecordTableModel::announceChanged(const plan::ChangeSummary& summary) {
    if (rows_.empty()) {
        return;
    }
    const bool names = std::ranges::any_of(
        summary.records, [&](const auto& touched) { return order_.columns().dependsOn(touched.kind); });
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
    return id == 0 ? plan::Value{} : order_.columns().value(id, static_cast<std::size_t>(column));
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
        auto text = qtext(order_.columns().words(valueAt(index.row(), index.column()), column));
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
                                   (order_.columns().isNumeric(column) ? Qt::AlignRight : Qt::AlignLeft));
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
            (order_.columns().isNumeric(static_cast<std::size_t>(section)) ? Qt::AlignRight : Qt::AlignLeft));
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
        const auto first =
            std::ranges::find_if(edit.refused, [](const Refusal& each) { return each.fillIn; });
        if (first != edit.refused.end()) {
            Q_EMIT fillInFirst(first->record, qtext(first->fillIn->key), refusalsInWords({*first}));
        }
    }
    if (edit.changes.empty()) {
        return edit.refused.empty();
    }
    session_.perform(edit.label, edit.changes);
    return true;
}

} // namespace wardmote::ui
