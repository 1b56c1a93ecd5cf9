#pragma once
#include "core/plan/change.h"

#include <QCollator>
#include <QHash>
#include <QString>

#include <functional>
#include <optional>
#include <unordered_map>
#include <vector>

namespace wardmote::ui {

/// A column that is worked out from the plan and can't be edited.
struct ComputedColumn {
    std::string key;
    QString heading;
    QString tip;
    std::function<plan::Value(const plan::Plan&, plan::Id)> value;
    bool numeric = false;
};

struct RecordColumn {
    const plan::FieldInfo* field = nullptr; ///< null: computed
    ComputedColumn computed;
    std::string_view key() const { return field ? field->key : std::string_view(computed.key); }
};

/// A row of a table: a record's id, or a heading as a negative number.
using RowKey = std::int64_t;

/// Which records a table shows, in what order: filter, sort keys and groups. Keys and folded texts are kept
/// between calls and forgotten for records that changed, so that typing and sorting stay quick for 20,000
/// rows.
class RecordOrder {
public:
    explicit RecordOrder(plan::RecordKind kind);

    plan::RecordKind kind() const { return kind_; }
    const std::vector<RecordColumn>& columns() const { return columns_; }
    void addColumn(ComputedColumn column);

    struct Request {
        std::vector<std::string> words; ///< folded; each must be found somewhere in the record
        std::function<bool(const plan::Plan&, plan::Id)> restriction;
        int sortColumn = 0;
        bool descending = false;
        int groupColumn = -1;
    };
    std::vector<RowKey> rows(const plan::Plan& plan, const Request& request);
    QString headingText(RowKey heading) const;
    int headingCount(RowKey heading) const;
    static bool isHeading(RowKey row) { return row < 0; }

    plan::Value value(const plan::Plan& plan, plan::Id id, std::size_t column) const;
    QString shown(const plan::Plan& plan, const plan::Value& value, std::size_t column) const;
    bool numeric(std::size_t column) const;

    /// Forgets what depends on these records.
    void forget(const plan::ChangeSummary& summary);
    void forgetAll();
    /// True if a change to records of this kind shows in the table: through a reference or a computed column.
    bool dependsOn(plan::RecordKind other) const;

    /// Folds the texts of up to `most` records more; true when there is nothing left to do.
    bool indexSome(const plan::Plan& plan, std::size_t most);

private:
    struct SortKey {
        bool missing = true;
        double number = 0;
        std::optional<QCollatorSortKey> text;
    };
    const SortKey& sortKey(const plan::Plan& plan, plan::Id id, int column);
    const std::string& searchText(const plan::Plan& plan, plan::Id id);
    static bool less(const SortKey& a, const SortKey& b, bool descending);

    plan::RecordKind kind_;
    std::vector<RecordColumn> columns_;
    QCollator collator_;
    std::unordered_map<int, std::unordered_map<plan::Id, SortKey>> sortKeys_; ///< by column
    std::unordered_map<plan::Id, std::string> searchTexts_;
    std::size_t indexed_ = 0; ///< so many records, in order of id, have their text
    QHash<QString, RowKey> headings_;
    QHash<RowKey, QString> headingTexts_;
    QHash<RowKey, int> headingCounts_;
};

} // namespace wardmote::ui
