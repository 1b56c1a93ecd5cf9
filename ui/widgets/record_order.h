#pragma once
#include "core/plan/change.h"
#include "ui/widgets/record_keys.h"

#include <QHash>
#include <QString>

#include <functional>
#include <vector>

namespace wardmote::ui {

/// A row of a table: a record's id, or a heading as a negative number.
using RowKey = std::int64_t;

/// Which records a table shows, in what order: filter, sort and groups. Keys are kept between calls and
/// forgotten for records that changed, and so is the order: an edit puts only the records that it touched in
/// their places anew, and a filter only leaves out.
class RecordOrder {
public:
    explicit RecordOrder(plan::RecordKind kind) : columns_(kind) {}

    const RecordColumns& columns() const { return columns_; }
    void addColumn(ComputedColumn column);
    void setPlan(plan::PlanRef plan) { columns_.setPlan(std::move(plan)); }

    struct Request {
        std::vector<std::string> words; ///< folded; each must be found somewhere in the record
        std::function<bool(const plan::Plan&, plan::Id)> restriction;
        int sortColumn = 0;
        bool descending = false;
        int groupColumn = -1;
    };
    /// What rows() would have to work out first. Whoever has no time for it has makeKeys() do it elsewhere,
    /// on the same plan, and gives the answer to take().
    KeysWanted lacking(const Request& request) const;
    KeysWanted lackingTexts() const;
    void take(RecordKeys keys);

    std::vector<RowKey> rows(const Request& request);
    QString headingText(RowKey heading) const;
    int headingCount(RowKey heading) const;
    static bool isHeading(RowKey row) { return row < 0; }

    /// Forgets what depends on these records; after setPlan().
    void forget(const plan::ChangeSummary& summary, const plan::Plan& before);
    void forgetAll();

private:
    void wantSorting(KeysWanted& wanted, int column) const;
    const std::vector<plan::Id>& rising(int column);
    void forgetTouched(const plan::ChangeSummary& summary);
    std::vector<RowKey> grouped(std::vector<plan::Id> ids, int column);
    RowKey headingOf(plan::Id id, int column);

    RecordColumns columns_;
    RecordKeys keys_;
    std::map<int, std::vector<plan::Id>> touched_; ///< by column: since keys_.order
    QHash<QString, RowKey> headings_;
    QHash<RowKey, QString> headingTexts_;
    QHash<RowKey, int> headingCounts_;
};

} // namespace wardmote::ui
