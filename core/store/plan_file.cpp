#include "core/store/plan_file.h"

#include "core/platform/durable_file.h"
#include "core/store/plan_file_impl.h"
#include "core/store/snapshot.h"

#include <fmt/format.h>

namespace wardmote::store {

using plan::Id;

PlanFile::Impl::Impl(std::filesystem::path where, OpenOptions how)
    : path(std::move(where)), options(std::move(how)),
      format(options.format ? *options.format : currentFormat()) {}

PlanFile::Impl::~Impl() {
    static_cast<void>(giveLeaseBack());
}

void PlanFile::Impl::demandLease(bool& lost) {
    const auto holder = leaseIn(*database);
    if (holder && holder->token == lease->token) {
        return;
    }
    lost = true;
    const auto who = holder ? fmt::format("{} has taken over", inWords(*holder))
                            : std::string("somebody else has opened and closed");
    throw Refusal(
        {fmt::format("This change was not saved: {} “{}”. What you see is the plan as you last saved it, "
                     "now for reading only.",
                     who, platform::shown(path)),
         "Open the plan again to see theirs, or save yours as a copy.", "lease token differs"});
}

Result<Edit> PlanFile::Impl::write(const std::function<bool(Draft&)>& work) {
    if (readOnlyReason != ReadOnlyReason::none) {
        return failure(fmt::format("“{}” is open for reading only.", platform::shown(path)),
                       "Save a copy to change it, or open it again when it can be written.");
    }
    bool lost = false;
    auto edit = guarded(path, [&]() -> Edit {
        WriteTransaction transaction(*database);
        demandLease(lost);
        const auto versionNow = numberFrom(*database, "PRAGMA data_version");
        const bool stale = versionNow != dataVersion;
        if (stale) { // another program has written into the file
            plan = std::make_shared<const plan::Plan>(rows->readAll());
            history = History::read(*database);
            dataVersion = versionNow;
        }
        Draft draft;
        draft.newest = history.newest();
        if (!work(draft)) {
            return {{}, {.records = {}, .everything = stale}, plan};
        }
        auto next = patched(*plan, *rows, draft.touched);
        next.summary.everything = stale;
        transaction.commit();
        plan = std::move(next.plan);
        for (const auto& entry : draft.added) {
            history.add(entry);
        }
        return {draft.row, std::move(next.summary), plan};
    });
    if (lost) {
        readOnlyReason = ReadOnlyReason::inUse;
        notices.push_back(edit.error().message);
        lease.reset();
        rows.reset();
        database.reset();
    }
    return edit;
}

void PlanFile::Impl::addRow(Draft& draft, const NewRow& row) {
    auto id = ids.next();
    while (history.contains(id)) {
        id = ids.next();
    }
    draft.row = append(*database, draft.newest, id, row);
    draft.newest = id;
    draft.added.push_back({id, row.undoes, row.redoes, row.barrier});
    draft.touched.insert(row.touched.begin(), row.touched.end());
}

Result<Edit> PlanFile::Impl::perform(const std::string& label, const plan::Changes& changes) {
    return write([&](Draft& draft) {
        const Recording recording(*database);
        writeChanges(*rows, *plan, changes);
        auto changeset = recording.changeset();
        if (changeset.empty()) {
            return false;
        }
        auto touched = touchedBy(changeset);
        addRow(draft, {.format = format.version(),
                       .author = lease->author,
                       .label = label,
                       .changeset = std::move(changeset),
                       .touched = std::move(touched)});
        return true;
    });
}

Result<Edit> PlanFile::Impl::travel(const std::vector<Step>& steps) {
    return write([&](Draft& draft) {
        for (const auto& [change, direction] : steps) {
            const auto stored = storedChange(*database, change);
            apply(*database, stored.changeset, direction);
            const bool back = direction == Direction::back;
            addRow(draft, {.undoes = back ? change : 0,
                           .redoes = back ? 0 : change,
                           .format = format.version(),
                           .author = lease->author,
                           .label = (back ? "Undo: " : "Redo: ") + stored.label,
                           .touched = touchedBy(stored.changeset)});
        }
        return !steps.empty();
    });
}

PlanFile::PlanFile(std::unique_ptr<Impl> impl) : impl_(std::move(impl)) {}
PlanFile::PlanFile(PlanFile&&) noexcept = default;
PlanFile& PlanFile::operator=(PlanFile&&) noexcept = default;
PlanFile::~PlanFile() = default;

const std::filesystem::path& PlanFile::path() const {
    return impl_->path;
}

plan::PlanRef PlanFile::snapshot() const {
    return impl_->plan;
}

ReadOnlyReason PlanFile::readOnlyReason() const {
    return impl_->readOnlyReason;
}

const std::vector<std::string>& PlanFile::notices() const {
    return impl_->notices;
}

Result<Edit> PlanFile::perform(const std::string& label, const plan::Changes& changes) {
    return impl_->perform(label, changes);
}

namespace {

Failure barrierInTheWay() {
    return failure("Changes from before the plan was brought to a newer form can be read but not taken back.",
                   "Change the records by hand, or look at the backup that was made beside the plan.");
}

std::optional<HistoryRow> firstOf(Result<std::vector<HistoryRow>> rows) {
    return rows && !rows->empty() ? std::optional(std::move(rows->front())) : std::nullopt;
}

} // namespace

std::optional<HistoryRow> PlanFile::nextUndo() const {
    const auto row = impl_->history.nextUndo();
    return row == 0 ? std::nullopt : firstOf(impl_->read([&](SQLite::Database& database) {
        return readRows(database, impl_->history, "WHERE h.id = ?", {row});
    }));
}

std::optional<HistoryRow> PlanFile::nextRedo() const {
    const auto row = impl_->history.nextRedo();
    return row == 0 ? std::nullopt : firstOf(impl_->read([&](SQLite::Database& database) {
        return readRows(database, impl_->history, "WHERE h.id = ?", {row});
    }));
}

Result<Edit> PlanFile::undo() {
    const auto row = impl_->history.nextUndo();
    if (row == 0 && impl_->history.stoppedByBarrier()) {
        return barrierInTheWay();
    }
    if (row == 0) {
        return failure("There is nothing to undo.");
    }
    return impl_->travel({{row, Direction::back}});
}

Result<Edit> PlanFile::redo() {
    const auto row = impl_->history.nextRedo();
    if (row == 0) {
        return failure("There is nothing to redo.");
    }
    return impl_->travel({{row, Direction::again}});
}

Result<Edit> PlanFile::goTo(Id row) {
    if (row != 0 && !impl_->history.contains(row)) {
        return failure("The history of this plan has no such line.");
    }
    const auto steps = impl_->history.stepsTo(row);
    if (!steps) {
        return barrierInTheWay();
    }
    return impl_->travel(*steps);
}

Result<std::vector<HistoryRow>> PlanFile::history(std::size_t newest) const {
    return impl_->read([&](SQLite::Database& database) {
        return readRows(database, impl_->history, "ORDER BY h.seq DESC LIMIT ?", {static_cast<Id>(newest)});
    });
}

Result<std::vector<HistoryRow>> PlanFile::historyOf(plan::RecordKind kind, Id record) const {
    return impl_->read([&](SQLite::Database& database) {
        const auto of = fmt::format("SELECT history FROM history_record WHERE kind = '{}' AND record = ?1",
                                    plan::recordInfo(kind).table);
        return readRows(database, impl_->history,
                        fmt::format("WHERE h.id IN ({0}) OR h.undoes IN ({0}) OR h.redoes IN ({0}) "
                                    "ORDER BY h.seq DESC",
                                    of),
                        {record});
    });
}

Result<std::vector<HistoryDetail>> PlanFile::detailsOf(Id row) const {
    return impl_->detailsOf(row);
}

void PlanFile::limitPagesForTest(int more) {
    const auto pages = numberFrom(*impl_->database, "PRAGMA page_count");
    impl_->database->exec(fmt::format("PRAGMA max_page_count={}", pages + more));
}

Result<void> PlanFile::close() {
    auto result = impl_->giveLeaseBack();
    impl_->rows.reset();
    impl_->database.reset();
    if (impl_->readOnlyReason == ReadOnlyReason::none) {
        impl_->readOnlyReason = ReadOnlyReason::asked;
    }
    return result;
}

} // namespace wardmote::store
