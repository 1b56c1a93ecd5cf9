#include "ui/session/background_task.h"

#include "ui/session/session.h"

#include <QThreadPool>

#include <atomic>
#include <chrono>
#include <mutex>

namespace wardmote::ui {

/// What the UI thread and the pool thread share of one run. `task` is null once nobody waits any more.
struct BackgroundTask::Run {
    plan::PlanRef plan;
    std::stop_source stop;
    std::mutex mutex;
    BackgroundTask* task = nullptr;

    /// From the pool: has the task do it on its own thread, if it still is there to.
    void post(std::function<void(BackgroundTask&)> what) {
        const std::lock_guard lock(mutex);
        if (task) {
            QMetaObject::invokeMethod(
                task, [waiting = task, what = std::move(what)] { what(*waiting); }, Qt::QueuedConnection);
        }
    }
    void abandon() {
        stop.request_stop();
        const std::lock_guard lock(mutex);
        task = nullptr;
    }
};

BackgroundTask::BackgroundTask(Session& session, QObject* parent) : QObject(parent), session_(&session) {
    connect(&session, &Session::planChanged, this, [this] {
        // Whoever heard of the edit before us may have started anew already.
        if (running_ && session_ && running_->plan != session_->plan()) {
            cancel();
        }
    });
}

BackgroundTask::~BackgroundTask() {
    if (running_) {
        running_->abandon();
    }
}

void BackgroundTask::cancel() {
    if (running_) {
        running_->abandon();
        running_.reset();
        Q_EMIT runningChanged(false);
    }
}

void BackgroundTask::start(Erased work) {
    const bool wasRunning = isRunning();
    if (wasRunning) {
        running_->abandon();
    }
    auto run = std::make_shared<Run>();
    run->plan = session_ ? session_->plan() : std::make_shared<const plan::Plan>();
    run->task = this;
    running_ = run;
    if (!wasRunning) {
        Q_EMIT runningChanged(true);
    }
    QThreadPool::globalInstance()->start([run, work = std::move(work)] {
        Progress progress;
        progress.stop = run->stop.get_token();
        auto lastTold = std::chrono::steady_clock::time_point{};
        std::mutex telling; // work may report from threads of its own
        progress.report = [&](double fraction, std::string_view what) {
            const std::lock_guard lock(telling);
            const auto now = std::chrono::steady_clock::now();
            if (now - lastTold < std::chrono::milliseconds(50)) {
                return;
            }
            lastTold = now;
            run->post(
                [run, fraction, words = QString::fromUtf8(what.data(), qsizetype(what.size()))](auto& task) {
                    if (task.running_ == run) {
                        Q_EMIT task.progressed(fraction, words);
                    }
                });
        };
        std::function<void()> deliver;
        QString error;
        try {
            if (!progress.stopped()) {
                deliver = work(run->plan, progress);
            }
        } catch (const std::exception& problem) {
            error = QString::fromUtf8(problem.what());
        }
        run->post([run, deliver = std::move(deliver), error](BackgroundTask& task) {
            task.finish(run, deliver, error);
        });
    });
}

void BackgroundTask::finish(const std::shared_ptr<Run>& run, const std::function<void()>& deliver,
                            const QString& error) {
    if (running_ != run) {
        return;
    }
    running_.reset();
    const QPointer<BackgroundTask> alive(this);
    if (session_ && session_->plan() == run->plan) {
        if (deliver) {
            deliver();
        } else if (alive) {
            Q_EMIT failed(error);
        }
    }
    if (alive && !isRunning()) { // `deliver` may have started the next run
        Q_EMIT runningChanged(false);
    }
}

} // namespace wardmote::ui
