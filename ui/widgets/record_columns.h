#pragma once
#include "core/plan/plan.h"

#include <QString>

#include <functional>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace wardmote::ui {

/// A column that is worked out from the plan and can't be edited.
struct ComputedColumn {
    using Reader = std::function<plan::Value(plan::Id)>;

    std::string key;
    QString heading;
    QString tip;
    /// Called once for each snapshot: what is the same for all rows is found here. The reader must own what
    /// it reads, since it is used on other threads too.
    std::function<Reader(const plan::PlanRef&)> read;
    /// Edits to records of other kinds change nothing in it.
    std::vector<plan::RecordKind> from;
    bool numeric = false;
};

struct RecordColumn {
    const plan::FieldInfo* field = nullptr; ///< null: computed
    ComputedColumn computed;
    std::string_view key() const { return field ? field->key : std::string_view(computed.key); }
};

/// The columns of a table of records over one snapshot: what a cell holds, and how it reads. A value: a copy
/// may be used on another thread.
class RecordColumns {
public:
    explicit RecordColumns(plan::RecordKind kind);

    plan::RecordKind kind() const { return kind_; }
    const std::vector<RecordColumn>& all() const { return columns_; }
    void add(ComputedColumn column);
    void setPlan(plan::PlanRef plan);
    const plan::Plan& plan() const { return *plan_; }

    plan::Value value(plan::Id id, std::size_t column) const;
    std::string words(const plan::Value& value, std::size_t column) const;
    bool isNumeric(std::size_t column) const;
    /// Where a value stands among others of its column by size; nothing for what is sorted as text.
    std::optional<double> magnitude(const plan::Value& value, std::size_t column) const;
    /// True if an edit to records of this kind shows in the column of other rows than theirs.
    bool dependsOn(std::size_t column, plan::RecordKind other) const;
    bool dependsOn(plan::RecordKind other) const; ///< any column

private:
    plan::RecordKind kind_;
    plan::PlanRef plan_;
    std::vector<RecordColumn> columns_;
    std::vector<ComputedColumn::Reader> readers_; ///< by column; empty for fields
};

} // namespace wardmote::ui
