#pragma once
#include "core/store/changeset.h"
#include "core/store/plan_file.h"

#include <optional>
#include <unordered_map>
#include <vector>

namespace wardmote::store {

/// One step back or forward through the history.
struct Step {
    plan::Id change = 0; ///< the row that made the change
    Direction direction = Direction::back;
};

/// The rows of the history in order, without their contents, and what follows from them: which changes are
/// part of the plan now, what undo and redo would do. Rows are only ever added.
class History {
public:
    struct Entry {
        plan::Id id = 0;
        plan::Id undoes = 0;
        plan::Id redoes = 0;
        bool barrier = false;
    };

    static History read(SQLite::Database& database);
    void add(const Entry& entry);

    plan::Id newest() const { return entries_.empty() ? 0 : entries_.back().id; }
    std::size_t size() const { return entries_.size(); }
    bool contains(plan::Id row) const { return positions_.contains(row); }
    const Entry& entry(plan::Id row) const { return entries_[positions_.at(row)]; }
    /// 0 if there is nothing to take back, or only what lies behind a barrier.
    plan::Id nextUndo() const;
    plan::Id nextRedo() const { return undone_.empty() ? 0 : undone_.back(); }
    bool stoppedByBarrier() const { return !applied_.empty() && applied_.size() == floor_; }
    /// The steps to the plan as it was just after this row (0: as created); nothing if a barrier lies
    /// between.
    std::optional<std::vector<Step>> stepsTo(plan::Id row) const;
    bool isCurrent(plan::Id row) const;
    bool isReachable(plan::Id row) const;

private:
    /// The changes that make up the plan just after the first `count` rows.
    std::vector<plan::Id> appliedAfter(std::size_t count) const;

    std::vector<Entry> entries_;
    std::unordered_map<plan::Id, std::size_t> positions_;
    std::vector<plan::Id> applied_; ///< changes that are part of the plan, oldest first
    std::vector<plan::Id> undone_;  ///< changes that redo would make again, last first
    std::size_t floor_ = 0;         ///< how many of applied_ lie behind a barrier
    std::size_t barrier_ = 0;       ///< how many entries do
};

/// What a new row of the history says, beside its id, parent and time.
struct NewRow {
    plan::Id undoes = 0;
    plan::Id redoes = 0;
    bool barrier = false;
    int format = 0;
    std::string author;
    std::string label;
    std::string changeset; ///< empty for an undo or redo, which have that of the row they name
    std::set<RecordKey> touched;
};

/// Appends a row within the transaction that is open, and gives it back.
HistoryRow append(SQLite::Database& database, plan::Id parent, plan::Id id, const NewRow& row);

/// Rows for people to read, newest first; `where` is SQL after "FROM history h".
std::vector<HistoryRow> readRows(SQLite::Database& database, const History& history, const std::string& where,
                                 const std::vector<plan::Id>& arguments = {});

struct StoredChange {
    std::string changeset;
    std::string label;
};
/// What a row that is neither undo nor redo did.
StoredChange storedChange(SQLite::Database& database, plan::Id row);

/// "2026-11-22T10:41:05Z"
std::string timeNow();

} // namespace wardmote::store
