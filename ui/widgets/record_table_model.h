#pragma once
#include "core/plan/change.h"
#include "ui/session/background_task.h"
#include "ui/widgets/record_order.h"
#include "ui/widgets/record_value_meta.h"

#include <QAbstractTableModel>

#include <functional>
#include <unordered_map>
#include <vector>

namespace wardmote::ui {

class Session;

/// The records of one kind as rows: sorted, filtered, grouped. Follows the session's plan: an edit removes,
/// inserts, moves and changes just the rows that it concerns. Only a filter or restriction that changes much
/// at once, or another plan, resets the model.
///
/// What sorting and searching thousands of records takes is worked out on another thread. Until it is there
/// the rows stay as they are, without those that were erased, and isArranging() is true.
///
/// Rows of a group's heading have no id, are not selectable and hold their words in column 0. Editing asks
/// the session; the display changes when the plan does.
class RecordTableModel : public QAbstractTableModel {
    Q_OBJECT
public:
    RecordTableModel(Session& session, plan::RecordKind kind, QObject* parent = nullptr);
    ~RecordTableModel() override;

    plan::RecordKind kind() const { return order_.columns().kind(); }
    const plan::Plan& plan() const { return *plan_; }

    /// All fields that screens show, then what was added here.
    const std::vector<RecordColumn>& columns() const { return order_.columns().all(); }
    void addColumn(ComputedColumn column);
    int columnOf(std::string_view key) const; ///< -1: none
    /// Null for a computed column.
    const plan::FieldInfo* fieldAt(int column) const;

    plan::Id idAt(int row) const; ///< 0 for a heading
    int rowOf(plan::Id id) const; ///< -1: not shown
    bool isHeading(int row) const { return idAt(row) == 0; }
    std::vector<plan::Id> shownIds() const;
    int shownCount() const;
    int totalCount() const; ///< records within the restriction, before the filter

    void setFilter(const QString& words);
    QString filter() const { return filter_; }
    /// Shows only records for which this holds; empty: all.
    void setRestriction(std::function<bool(const plan::Plan&, plan::Id)> restriction);
    bool isRestricted() const { return static_cast<bool>(request_.restriction); }
    void sort(int column, Qt::SortOrder order) override;
    int sortColumn() const { return request_.sortColumn; }
    Qt::SortOrder sortOrder() const { return request_.descending ? Qt::DescendingOrder : Qt::AscendingOrder; }
    void setGroupColumn(int column); ///< -1: not grouped
    int groupColumn() const { return request_.groupColumn; }

    /// A computed column has changed for a reason other than the plan.
    void readColumnsAgain();
    /// A filter will be wanted soon: what it looks through is worked out on another thread.
    void prepareFilter();
    bool isArranging() const { return arranging_; }

    int rowCount(const QModelIndex& parent = {}) const override;
    int columnCount(const QModelIndex& parent = {}) const override;
    QVariant data(const QModelIndex& index, int role = Qt::DisplayRole) const override;
    QVariant headerData(int section, Qt::Orientation orientation, int role) const override;
    Qt::ItemFlags flags(const QModelIndex& index) const override;
    /// EditRole takes text (as typed) or a plan value (QVariant::fromValue(Value)).
    bool setData(const QModelIndex& index, const QVariant& value, int role = Qt::EditRole) override;

    plan::Value valueAt(int row, int column) const;
    /// Asks the session for it, unless the plan's rules refuse it: then refused() says why.
    bool edit(const struct RecordEdit& edit);

Q_SIGNALS:
    void refused(const QString& message);
    /// After refused(): what was asked for may be done once this field of the record is filled in.
    void fillInFirst(wardmote::plan::Id record, const QString& key, const QString& why);
    void countsChanged();
    /// After any change of rows: spans, selection and message texts that depend on them.
    void rowsChanged();

private:
    void planChanged(const plan::ChangeSummary& summary);
    void rearrange();
    void makeKeysElsewhere(KeysWanted wanted);
    void moveTo(std::vector<RowKey> next);
    void followOrder(const std::vector<RowKey>& next);
    void announceChanged(const plan::ChangeSummary& summary);
    void setRows(std::vector<RowKey> rows);
    const std::unordered_map<RowKey, int>& positions() const;

    Session& session_;
    plan::PlanRef plan_;
    BackgroundTask keys_;
    RecordOrder order_;
    RecordOrder::Request request_;
    QString filter_;
    std::vector<RowKey> rows_;
    mutable std::unordered_map<RowKey, int> positions_; ///< of rows_, found when it is asked for
    mutable bool positionsKnown_ = false;
    bool arranging_ = false; ///< the rows asked for wait for keys
};

} // namespace wardmote::ui
