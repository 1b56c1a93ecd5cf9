#pragma once
#include "core/store/format.h"
#include "core/store/history.h"
#include "core/store/lease.h"
#include "core/store/plan_file.h"
#include "core/store/record_rows.h"

#include <functional>
#include <optional>

namespace wardmote::store {

/// What the parts of PlanFile share: plan_file_open.cpp makes it, plan_file.cpp edits by it.
class PlanFile::Impl {
public:
    class Opening;

    Impl(std::filesystem::path path, OpenOptions options);
    ~Impl();
    Impl(const Impl&) = delete;
    Impl& operator=(const Impl&) = delete;

    Result<Edit> perform(const std::string& label, const plan::Changes& changes);
    Result<Edit> travel(const std::vector<Step>& steps);
    Result<std::vector<HistoryDetail>> detailsOf(plan::Id row) const;
    Result<void> giveLeaseBack();

    /// Runs work(database) on the connection that is held, or on one made for it: who only reads keeps none,
    /// so as to be in nobody's way.
    template<class Work>
    auto read(const Work& work) const -> Result<std::invoke_result_t<Work, SQLite::Database&>> {
        return guarded(path, [&] {
            if (database) {
                return work(*database);
            }
            const auto viewer = openDatabase(path, options.patience);
            return work(*viewer);
        });
    }

    std::filesystem::path path;
    OpenOptions options;
    Format format;
    plan::PlanRef plan;
    History history;
    ReadOnlyReason readOnlyReason = ReadOnlyReason::none;
    std::vector<std::string> notices;
    std::optional<Lease> lease;
    DatabasePtr database; ///< the writer's connection, or a copy in memory; null for who only reads
    std::unique_ptr<RecordRows> rows;
    std::int64_t dataVersion = 0;
    plan::IdSource ids;

private:
    /// What one edit has done so far, inside its transaction.
    struct Draft {
        plan::Id newest = 0; ///< the last row so far
        std::vector<History::Entry> added;
        HistoryRow row;
        std::set<RecordKey> touched;
    };
    /// The one door to the file: takes the lock, checks the lease, lets work draft the edit, commits, and
    /// puts the new snapshot in place. Work gives false if there was nothing to do.
    Result<Edit> write(const std::function<bool(Draft&)>& work);
    void demandLease(bool& lost);
    void addRow(Draft& draft, const NewRow& row);
};

} // namespace wardmote::store
