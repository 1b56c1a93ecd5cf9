#include "ui/session/session.h"

#include "ui/session/selection.h"
#include "ui/session/work_queue.h"

#include <deque>
#include <mutex>
#include <optional>

namespace wardmote::ui {
namespace {

QString text(const std::string& utf8) {
    return QString::fromStdString(utf8);
}

/// What the window shows of the file itself, read on the writer thread.
struct FileState {
    store::ReadOnlyReason readOnly = store::ReadOnlyReason::none;
    QString undoLabel;
    QString redoLabel;
    QString lastLabel;
    QString lastTime;
    bool operator==(const FileState&) const = default;
};

FileState stateOf(const store::PlanFile& file) {
    FileState state;
    state.readOnly = file.readOnlyReason();
    if (const auto row = file.nextUndo()) {
        state.undoLabel = text(row->label);
    }
    if (const auto row = file.nextRedo()) {
        state.redoLabel = text(row->label);
    }
    if (const auto rows = file.history(1); rows && !rows->empty()) {
        state.lastLabel = text(rows->front().label);
        state.lastTime = text(rows->front().at);
    }
    return state;
}

QString readOnlyText(store::ReadOnlyReason reason) {
    using enum store::ReadOnlyReason;
    switch (reason) {
    case inUse:
        return Session::tr("This plan is open for reading only, because someone else is working on it.");
    case newerVersion:
        return Session::tr(
            "This plan is open for reading only, because a newer version of Wardmote made it.");
    case fileOrFolder:
        return Session::tr(
            "This plan is open for reading only, because its file or folder can't be written.");
    case migratedInMemory:
        return Session::tr(
            "This plan is open for reading only: it is of an older version and its folder can't "
            "be written.");
    case asked:
    case none:
        break;
    }
    return Session::tr("This plan is open for reading only.");
}

} // namespace

class Session::Private {
public:
    explicit Private(Session* session) : q(session) {}

    using Job = std::function<Result<store::Edit>(store::PlanFile&)>;

    Session* q;
    Selection* selection = nullptr;
    plan::IdSource ids;
    plan::PlanRef plan = std::make_shared<const plan::Plan>();
    std::shared_ptr<SharedAnswers> shared = std::make_shared<SharedAnswers>();
    std::optional<store::PlanFile> file; ///< touched by the queue's thread only, while there is a queue
    QString path;
    QStringList notices;
    FileState state;
    int saving = 0;
    std::vector<Job> late; ///< refused because the lease was lost, in order

    std::mutex mutex;
    std::deque<std::function<void()>> answers; ///< for the UI thread, in order
    std::unique_ptr<WorkQueue> queue;

    /// From the writer thread.
    void answer(std::function<void()> deliver) {
        {
            const std::lock_guard lock(mutex);
            answers.push_back(std::move(deliver));
        }
        QMetaObject::invokeMethod(
            q, [this] { deliverAnswers(); }, Qt::QueuedConnection);
    }

    void deliverAnswers() {
        while (true) {
            std::function<void()> next;
            {
                const std::lock_guard lock(mutex);
                if (answers.empty()) {
                    return;
                }
                next = std::move(answers.front());
                answers.pop_front();
            }
            next();
        }
    }

    void edit(const QString& label, Job job) {
        if (!queue || !q->isWritable()) {
            // Later, like any other answer: who asks must not be answered within its own call.
            const auto why = queue ? readOnlyText(state.readOnly) : Session::tr("No plan is open.");
            QMetaObject::invokeMethod(
                q, [this, label, why] { Q_EMIT q->editFailed(label, why); }, Qt::QueuedConnection);
            return;
        }
        if (saving++ == 0) {
            Q_EMIT q->savingChanged(true);
        }
        queue->add([this, label, job = std::move(job)] {
            auto done = guarded(job);
            auto after = file ? stateOf(*file) : FileState{};
            answer([this, label, job, done = std::move(done), after = std::move(after)] {
                // Only edits that were asked for while the plan could still be changed come here.
                if (!done && after.readOnly != store::ReadOnlyReason::none) {
                    late.push_back(job);
                }
                finish(label, done, after);
            });
        });
    }

    /// A bug in an edit must not take the person's other edits down with it.
    Result<store::Edit> guarded(const Job& job) {
        try {
            return job(*file);
        } catch (const std::exception& problem) {
            return failure("The edit could not be made.", "Please report this.", problem.what());
        }
    }

    void finish(const QString& label, const Result<store::Edit>& done, const FileState& after) {
        if (done && done->plan && done->row.id != 0) {
            plan = done->plan;
            Q_EMIT q->planChanged(done->summary);
            forgetErased();
        }
        show(after);
        if (--saving == 0) {
            Q_EMIT q->savingChanged(false);
        }
        if (!done) {
            Q_EMIT q->editFailed(label, text(done.error().text()));
        }
    }

    void show(const FileState& after) {
        if (after == state) {
            return;
        }
        const bool readOnlyChanged = after.readOnly != state.readOnly;
        state = after;
        Q_EMIT q->historyChanged();
        if (readOnlyChanged) {
            Q_EMIT q->writableChanged();
        }
    }

    void forgetErased() {
        const auto kind = selection->kind();
        auto kept = selection->ids();
        std::erase_if(kept, [&](plan::Id id) { return !plan->contains(kind, id); });
        selection->select(kind, std::move(kept));
    }

    /// Whoever hears of either signal sees the new plan.
    void showAnew(plan::PlanRef other, void (Session::*openedOrClosed)()) {
        plan = std::move(other);
        Q_EMIT(q->*openedOrClosed)();
        plan::ChangeSummary summary;
        summary.everything = true;
        Q_EMIT q->planChanged(summary);
        forgetErased();
        Q_EMIT q->historyChanged();
    }
};

Session::Session(QObject* parent) : QObject(parent), d(std::make_unique<Private>(this)) {
    d->selection = new Selection(this);
}

Session::~Session() {
    // The edits asked for are still made; nobody is left to be told.
    d->queue.reset();
    d->file.reset();
}

bool Session::isOpen() const {
    return d->queue != nullptr;
}

bool Session::isWritable() const {
    return isOpen() && d->state.readOnly == store::ReadOnlyReason::none;
}

bool Session::isSaving() const {
    return d->saving > 0;
}

QString Session::path() const {
    return d->path;
}

store::ReadOnlyReason Session::readOnlyReason() const {
    return d->state.readOnly;
}

plan::PlanRef Session::plan() const {
    return d->plan;
}

std::shared_ptr<SharedAnswers> Session::shared() const {
    return d->shared;
}

Selection& Session::selection() const {
    return *d->selection;
}

plan::Id Session::newId() {
    return d->ids.next();
}

void Session::adopt(store::PlanFile file) {
    close();
    d->path = text(file.path().string());
    d->notices.clear();
    for (const auto& notice : file.notices()) {
        d->notices << text(notice);
    }
    d->state.readOnly = file.readOnlyReason();
    auto snapshot = file.snapshot();
    d->file.emplace(std::move(file));
    d->queue = std::make_unique<WorkQueue>();
    d->queue->add([this] { d->answer([this, state = stateOf(*d->file)] { d->show(state); }); });
    d->showAnew(std::move(snapshot), &Session::opened);
}

void Session::close() {
    if (!isOpen()) {
        return;
    }
    std::optional<Error> problem;
    d->queue->add([this, &problem] {
        if (auto closed = d->file->close(); !closed) {
            problem = closed.error();
        }
        d->file.reset();
    });
    d->queue->wait();
    d->deliverAnswers();
    d->queue.reset();
    d->path.clear();
    d->notices.clear();
    d->late.clear();
    d->shared = std::make_shared<SharedAnswers>();
    d->state = {};
    d->selection->clear();
    d->showAnew(std::make_shared<const plan::Plan>(), &Session::closed);
    if (problem) {
        Q_EMIT editFailed(tr("Close the plan"), text(problem->text()));
    }
}

void Session::perform(const QString& label, plan::Changes changes) {
    d->edit(label, [label = label.toStdString(), changes = std::move(changes)](store::PlanFile& file) {
        return file.perform(label, changes);
    });
}

void Session::perform(const QString& label, std::function<plan::Changes(const plan::Plan&)> make) {
    d->edit(label, [label = label.toStdString(), make = std::move(make)](store::PlanFile& file) {
        return file.perform(label, make(*file.snapshot()));
    });
}

void Session::undo() {
    d->edit(tr("Undo"), [](store::PlanFile& file) { return file.undo(); });
}

void Session::redo() {
    d->edit(tr("Redo"), [](store::PlanFile& file) { return file.redo(); });
}

void Session::goTo(plan::Id historyRow) {
    d->edit(tr("Go back in the history"),
            [historyRow](store::PlanFile& file) { return file.goTo(historyRow); });
}

QString Session::undoLabel() const {
    return d->state.undoLabel;
}

QString Session::redoLabel() const {
    return d->state.redoLabel;
}

QString Session::lastEditLabel() const {
    return d->state.lastLabel;
}

QString Session::lastEditTime() const {
    return d->state.lastTime;
}

QStringList Session::notices() const {
    return d->notices;
}

int Session::lateEdits() const {
    return int(d->late.size());
}

void Session::keepLateEdits(const QString& path, std::function<void(const QString& problem)> done) {
    withFile([jobs = d->late, target = std::filesystem::path(path.toStdU16String()),
              done = std::move(done)](store::PlanFile& file) -> std::function<void()> {
        const auto problem = [&]() -> QString {
            if (const auto copied = file.backupTo(target); !copied) {
                return text(copied.error().text());
            }
            auto copy = store::PlanFile::open(target, {});
            if (!copy) {
                return text(copy.error().text());
            }
            for (const auto& job : jobs) {
                if (const auto made = job(*copy); !made) {
                    return text(made.error().text());
                }
            }
            const auto closed = copy->close();
            return closed ? QString() : text(closed.error().text());
        }();
        return [done, problem] { done(problem); };
    });
}

void Session::withFile(std::function<std::function<void()>(store::PlanFile&)> work) {
    if (!d->queue) {
        return;
    }
    d->queue->add([this, work = std::move(work)] {
        if (!d->file) {
            return;
        }
        try {
            if (auto deliver = work(*d->file)) {
                d->answer(std::move(deliver));
            }
        } catch (const std::exception& problem) {
            d->answer([this, what = QString::fromUtf8(problem.what())] {
                Q_EMIT editFailed(tr("Read the plan's file"), what);
            });
        }
    });
}

} // namespace wardmote::ui
