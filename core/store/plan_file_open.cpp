#include "core/platform/durable_file.h"
#include "core/store/file_check.h"
#include "core/store/migrate.h"
#include "core/store/plan_copy.h"
#include "core/store/plan_file_impl.h"

#include <charconv>
#include <fmt/format.h>
#include <random>

namespace wardmote::store {
namespace {

/// A folder of one's own for a file that can't be read where it lies.
class ElsewhereFolder {
public:
    ElsewhereFolder() {
        std::random_device entropy;
        path_ = std::filesystem::temp_directory_path() /
                fmt::format("wardmote-{:08x}{:08x}", entropy(), entropy());
        std::filesystem::create_directory(path_);
        std::filesystem::permissions(path_, std::filesystem::perms::owner_all);
    }
    ~ElsewhereFolder() {
        std::error_code ignored;
        std::filesystem::remove_all(path_, ignored);
    }
    ElsewhereFolder(const ElsewhereFolder&) = delete;
    ElsewhereFolder& operator=(const ElsewhereFolder&) = delete;
    std::filesystem::path operator/(const char* name) const { return path_ / name; }

private:
    std::filesystem::path path_;
};

/// "Plan (before format 2).wardmote", or with a number where that is taken.
std::filesystem::path backupNameFor(const std::filesystem::path& plan, int version) {
    for (int n = 1;; ++n) {
        auto name = plan.stem();
        name += fmt::format(" (before format {}){}", version, n == 1 ? "" : fmt::format(" {}", n));
        name += plan.extension();
        auto backup = platform::folderOf(plan) / name;
        std::error_code ignored;
        if (!std::filesystem::exists(backup, ignored)) {
            return backup;
        }
    }
}

bool meansNotWritable(const SQLite::Exception& problem) {
    switch (kindOf(problem)) {
    case SQLITE_READONLY:
    case SQLITE_CANTOPEN:
    case SQLITE_PERM:
    case SQLITE_FULL:
    case SQLITE_IOERR:
        return true;
    default:
        return false;
    }
}

[[noreturn]] void refuse(Error error) {
    throw Refusal(std::move(error));
}

void refuseIf(std::optional<Error> error) {
    if (error) {
        refuse(std::move(*error));
    }
}

} // namespace

/// The steps of opening a plan, in order; each may throw a Refusal.
class PlanFile::Impl::Opening {
public:
    Opening(Impl& plan, bool readOnly) : plan_(plan), readOnly_(readOnly) {}

    void run() {
        database_ = openDatabase(plan_.path, plan_.options.patience);
        writable_ = sqlite3_db_readonly(database_->getHandle(), "main") == 0 &&
                    platform::folderIsWritable(platform::folderOf(plan_.path));
        if (hasJournal(plan_.path)) {
            rollBack();
        }
        check();
        if (version_ < plan_.format.version()) {
            bringToFormat();
        }
        if (readOnly_ && plan_.readOnlyReason == ReadOnlyReason::none) {
            plan_.readOnlyReason = ReadOnlyReason::asked;
        }
        load(); // before anything is written: what can't be read is not to be touched
        if (plan_.readOnlyReason == ReadOnlyReason::none) {
            takeLease();
        }
        keepWhatIsNeeded();
    }

private:
    /// A writer was cut off, or is at work just now. Where the folder can't be written, its unfinished edit
    /// is taken back in a copy of file and journal.
    void rollBack() {
        if (writable_) {
            static_cast<void>(database_->tryExec("SELECT count(*) FROM sqlite_schema"));
            return;
        }
        database_ = std::make_unique<SQLite::Database>(platform::shown(plan_.path), SQLite::OPEN_READONLY,
                                                       static_cast<int>(plan_.options.patience.count()));
        if (database_->tryExec("SELECT count(*) FROM sqlite_schema") != SQLITE_READONLY) {
            database_ = openDatabase(plan_.path, plan_.options.patience);
            return;
        }
        database_.reset();
        const ElsewhereFolder elsewhere;
        const auto copy = elsewhere / "plan.wardmote";
        std::filesystem::copy_file(plan_.path, copy);
        auto journal = plan_.path;
        journal += "-journal";
        std::filesystem::copy_file(journal, elsewhere / "plan.wardmote-journal");
        // Copies keep their permissions, also those that forbid writing.
        for (const auto& file : {copy, elsewhere / "plan.wardmote-journal"}) {
            std::filesystem::permissions(file, std::filesystem::perms::owner_all);
        }
        const auto rolledBack = openDatabase(copy, plan_.options.patience);
        static_cast<void>(rolledBack->tryExec("SELECT count(*) FROM sqlite_schema"));
        refuseIf(wrongWithHeader(headerOf(*rolledBack), plan_.path));
        database_ = copyInMemory(*rolledBack);
        headerChecked_ = true;
        plan_.readOnlyReason = ReadOnlyReason::fileOrFolder;
        plan_.notices.push_back(
            "The last edit of this plan was cut off before it was saved, and its folder can’t be "
            "written. You see the plan without that edit, for reading only.");
    }

    void check() {
        if (!headerChecked_) {
            refuseIf(wrongWithHeader(headerOf(*database_), plan_.path));
        }
        database_->exec("BEGIN"); // everything is asked of one state of the file
        version_ = versionOf(*database_);
        const auto& format = plan_.format;
        if (version_ > format.version()) {
            checkNewer();
        } else if (!format.find(version_)) {
            refuse(explainDamage(plan_.path, fmt::format("it says that its format is {}", version_)));
        } else {
            refuseIf(wrongWithSchema(*database_, format, version_, plan_.path));
        }
        refuseIf(wrongInside(*database_, plan_.path));
        database_->exec("COMMIT");
    }

    void checkNewer() {
        const auto text = metaOf(*database_, "min_compatible");
        auto program = metaOf(*database_, "program_from");
        int needed = version_;
        std::from_chars(text.data(), text.data() + text.size(), needed);
        program = program.empty() ? "a newer Wardmote" : program + " or newer";
        if (needed > plan_.format.version()) {
            refuse({fmt::format(
                        "“{}” was saved by a newer Wardmote, in a form that this one can’t read. Nothing in "
                        "it was changed.",
                        platform::shown(plan_.path)),
                    fmt::format("Install {} to open it.", program),
                    fmt::format("format {}, this program knows {}", version_, plan_.format.version())});
        }
        plan_.readOnlyReason = ReadOnlyReason::newerVersion;
        plan_.notices.push_back(
            fmt::format("This plan was saved by a newer Wardmote. You can read it here; to change "
                        "it, install {}.",
                        program));
    }

    void bringToFormat() {
        const auto& author = plan_.options.opener.author;
        const auto holder = leaseIn(*database_);
        const bool inUse = holder && !isAbandoned(*holder) && !plan_.options.takeOver;
        if (!writable_ || readOnly_ || inUse || plan_.readOnlyReason != ReadOnlyReason::none) {
            database_ = copyInMemory(*database_);
            migrate(*database_, plan_.format, version_, author);
            plan_.readOnlyReason = ReadOnlyReason::migratedInMemory;
            plan_.notices.push_back(fmt::format("This plan is of an older form and {}, so it was brought up "
                                                "to date in memory only. You can read "
                                                "it; to change it, save a copy.",
                                                inUse ? "in use by " + inWords(*holder)
                                                      : std::string("can’t be written where it is")));
            return;
        }
        {
            // Tried in memory first: a plan that can't be read afterwards is not to be touched.
            const auto trial = copyInMemory(*database_);
            migrate(*trial, plan_.format, version_, author);
            static_cast<void>(RecordRows(*trial).readAll());
        }
        const auto backup = backupNameFor(plan_.path, plan_.format.version());
        if (const auto copied = copyPlan(*database_, backup); !copied) {
            refuse({fmt::format(
                        "“{}” is of an older form and no backup could be made before changing it. Nothing in "
                        "it was changed.",
                        platform::shown(plan_.path)),
                    copied.error().text(), copied.error().detail});
        }
        prepareForWriting(*database_);
        migrate(*database_, plan_.format, version_, author);
        plan_.notices.push_back(
            fmt::format("This plan was brought to the present form. As it was before, it is kept "
                        "in “{}”.",
                        platform::shown(backup)));
    }

    void takeLease() {
        try {
            prepareForWriting(*database_);
            WriteTransaction transaction(*database_);
            const auto holder = leaseIn(*database_);
            const bool alive = holder && !isAbandoned(*holder);
            if (alive && !plan_.options.takeOver) {
                plan_.readOnlyReason = ReadOnlyReason::inUse;
                plan_.notices.push_back(
                    fmt::format("This plan is in use by {}. You can read it; it can be changed "
                                "once they have closed it.",
                                inWords(*holder)));
                return;
            }
            plan_.lease = writeLease(*database_, plan_.options.opener);
            transaction.commit();
            if (numberFrom(*database_, "PRAGMA data_version") != plan_.dataVersion) {
                load(); // somebody saved and closed between our reading and our turn
            }
            if (alive) {
                plan_.notices.push_back(
                    fmt::format("You took this plan over from {}: what they change from now on "
                                "is not saved in it.",
                                inWords(*holder)));
            }
        } catch (const SQLite::Exception& problem) {
            if (!meansNotWritable(problem)) {
                throw;
            }
            plan_.lease.reset();
            plan_.readOnlyReason = ReadOnlyReason::fileOrFolder;
            const bool full = kindOf(problem) == SQLITE_FULL;
            plan_.notices.push_back(
                full ? "There is no room left on the disk that holds this plan. You can read it; "
                       "make room and open it again to change it."
                     : "This plan can’t be written where it is: the file or its folder is "
                       "write-protected. You can read it; to change it, save a copy elsewhere.");
        }
        if (plan_.lease) {
            writeNote(plan_.path, *plan_.lease);
        }
    }

    void load() {
        const bool lenient = plan_.readOnlyReason == ReadOnlyReason::newerVersion;
        RecordRows rows(*database_, lenient);
        database_->exec("BEGIN");
        plan_.plan = std::make_shared<const plan::Plan>(rows.readAll());
        plan_.history = History::read(*database_);
        database_->exec("COMMIT");
        plan_.dataVersion = numberFrom(*database_, "PRAGMA data_version");
    }

    /// Who only reads gives the file free at once.
    void keepWhatIsNeeded() {
        if (plan_.lease) {
            plan_.rows = std::make_unique<RecordRows>(*database_);
        }
        if (plan_.lease || std::string_view(database_->getFilename()) == ":memory:") {
            plan_.database = std::move(database_);
        }
    }

    Impl& plan_;
    bool readOnly_;
    DatabasePtr database_;
    bool writable_ = false;
    bool headerChecked_ = false;
    int version_ = 0;
};

Result<PlanFile> PlanFile::open(const std::filesystem::path& path, const OpenOptions& options) {
    if (auto wrong = wrongWithPath(path)) {
        return Failure(std::move(*wrong));
    }
    auto impl = std::make_unique<Impl>(path, options);
    try {
        const auto opened = guarded(path, [&] { Impl::Opening(*impl, options.readOnly).run(); });
        if (!opened) {
            return Failure(opened.error());
        }
    } catch (const std::filesystem::filesystem_error& problem) {
        return failure(fmt::format("“{}” could not be copied to be read.", platform::shown(path)),
                       "Make room on the disk for temporary files and try again.", problem.what());
    }
    return PlanFile(std::move(impl));
}

Result<void> PlanFile::Impl::giveLeaseBack() {
    if (!lease || !database) {
        return {};
    }
    auto result = guarded(path, [&] {
        WriteTransaction transaction(*database);
        removeLease(*database, lease->token);
        transaction.commit();
    });
    removeNote(path, *lease);
    lease.reset();
    return result;
}

Result<void> PlanFile::backupTo(const std::filesystem::path& target, const Progress& progress) const {
    Result<void> copied;
    const auto readable =
        impl_->read([&](SQLite::Database& database) { copied = copyPlan(database, target, progress); });
    return readable ? copied : readable;
}

} // namespace wardmote::store
