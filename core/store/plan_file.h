#pragma once
#include "core/base/progress.h"
#include "core/base/result.h"
#include "core/plan/change.h"

#include <chrono>
#include <cstdint>
#include <filesystem>
#include <functional>
#include <memory>
#include <optional>
#include <string>
#include <vector>

namespace wardmote::store {

/// Who opens a plan, for the history and for the person who finds it in use.
struct Opener {
    std::string author;  ///< as the history shows it, for example the account name
    std::string machine; ///< host name, for "in use on"
};

/// Why a plan was opened for reading only; writable otherwise.
enum class ReadOnlyReason : std::uint8_t { none, asked, fileOrFolder, inUse, newerVersion, migratedInMemory };

struct Format;

struct OpenOptions {
    Opener opener;
    bool readOnly = false;
    bool takeOver = false; ///< take the writer's lease from a session that no longer answers
    /// How long to wait for somebody who reads or copies the file.
    std::chrono::milliseconds patience{5000};
    const Format* format = nullptr; ///< for tests; null: the one this program writes
};

/// One line of the history. Rows are only ever added; an undo is a row too.
struct HistoryRow {
    plan::Id id = 0;
    plan::Id parent = 0; ///< the row this one was made on top of; 0 for the first
    plan::Id undoes = 0; ///< the row whose change this one takes back; 0 unless an undo
    plan::Id redoes = 0; ///< the undone row that this one makes again; 0 unless a redo
    std::string at;      ///< UTC, "2026-11-22T10:41:05Z"
    std::string author;
    std::string label; ///< "Move Saltford to Keynsham Area"
    int recordsTouched = 0;
    bool current = false;  ///< its effect is part of the plan as it is now
    bool reachable = true; ///< false: behind a barrier (an older schema); readable, not undoable
};

/// What an edit did, for the window to refresh by.
struct Edit {
    HistoryRow row;
    plan::ChangeSummary summary;
    plan::PlanRef plan; ///< the snapshot after it
};

/// One field of one record as a history row changed it.
struct HistoryDetail {
    plan::RecordKind kind;
    plan::Id record;
    plan::Change::Action action;
    std::string recordName;
    std::string fieldLabel; ///< empty where a whole record came or went
    std::string before;     ///< in words
    std::string after;
};

/// A plan file (*.wardmote, SQLite): the document itself. Not thread-safe: one thread at a time owns it.
///
/// Every edit is one labelled transaction that is in the file when perform() returns, with its changeset in
/// the history, written in the same transaction. Errors leave file and snapshot as they were.
class PlanFile {
public:
    /// Makes a new plan; the file must not exist. Starter themes and audiences are part of it.
    static Result<PlanFile> create(const std::filesystem::path& path, const plan::Settings& settings,
                                   const Opener& opener, const Format* format = nullptr);
    /// Opens, rolling back a hot journal and migrating (after a backup beside it) where needed.
    static Result<PlanFile> open(const std::filesystem::path& path, const OpenOptions& options);

    PlanFile(PlanFile&&) noexcept;
    PlanFile& operator=(PlanFile&&) noexcept;
    ~PlanFile(); ///< gives the writer's lease back

    const std::filesystem::path& path() const;
    plan::PlanRef snapshot() const;
    ReadOnlyReason readOnlyReason() const;
    bool writable() const { return readOnlyReason() == ReadOnlyReason::none; }
    /// What the person is told when the plan opened: migrated, backup at, in use by whom since when.
    const std::vector<std::string>& notices() const;

    /// Makes the changes, with what follows from deletions, as one transaction. Changes that change nothing
    /// make no row and give back an Edit whose row id is 0.
    Result<Edit> perform(const std::string& label, const plan::Changes& changes);

    std::optional<HistoryRow> nextUndo() const; ///< what undo() would take back
    std::optional<HistoryRow> nextRedo() const;
    Result<Edit> undo();
    Result<Edit> redo();
    /// Takes back or makes again as many edits as it needs to be as it was just after this row (0: as
    /// created).
    Result<Edit> goTo(plan::Id row);

    Result<std::vector<HistoryRow>> history(std::size_t newest = 1'000'000) const; ///< newest first
    Result<std::vector<HistoryRow>> historyOf(plan::RecordKind kind, plan::Id record) const;
    Result<std::vector<HistoryDetail>> detailsOf(plan::Id row) const;

    /// A consistent copy by the backup API; the target must not exist.
    Result<void> backupTo(const std::filesystem::path& target, const Progress& progress = {}) const;
    /// Closes properly and reports what went wrong, if anything; the destructor does so silently.
    Result<void> close();

    /// Lets the file grow by this many pages and no more, as a full disk would. For tests.
    void limitPagesForTest(int more);

private:
    class Impl;
    explicit PlanFile(std::unique_ptr<Impl> impl);
    std::unique_ptr<Impl> impl_;
};

} // namespace wardmote::store
