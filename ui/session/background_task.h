#pragma once
#include "core/base/progress.h"
#include "core/plan/plan.h"

#include <QObject>
#include <QPointer>
#include <QString>

#include <functional>
#include <memory>
#include <stop_token>
#include <type_traits>
#include <utility>

namespace wardmote::ui {

class Session;

/// Runs one analysis at a time off the UI thread, on the snapshot that is on screen when it starts:
///
///     task_.run([weights](const plan::PlanRef& plan, const Progress& progress) {
///                   return analysis::duplicates(*plan, weights, progress);   // a pool thread
///               },
///               [this](analysis::Duplicates answer) { show(std::move(answer)); });  // the UI thread
///
/// A new run asks the previous one to stop and drops its answer. So does an edit: an answer about a plan that
/// is no longer on screen is never delivered, and a page runs again when planChanged() tells it to. `work`
/// must own all that it reads. Whatever it returns, a Result too, is moved to `done`. An exception becomes
/// failed(). The destructor asks the work to stop and does not wait for it.
class BackgroundTask : public QObject {
    Q_OBJECT
public:
    explicit BackgroundTask(Session& session, QObject* parent = nullptr);
    ~BackgroundTask() override;

    template<class Work, class Done>
    void run(Work work, Done done) {
        using Answer = std::invoke_result_t<Work, const plan::PlanRef&, const Progress&>;
        start([work = std::move(work), done = std::move(done)](
                  const plan::PlanRef& plan, const Progress& progress) -> std::function<void()> {
            auto answer = std::make_shared<Answer>(work(plan, progress));
            return [answer, done]() mutable { done(std::move(*answer)); };
        });
    }

    bool isRunning() const { return running_ != nullptr; }
    /// Asks the run to stop and drops its answer.
    void cancel();

Q_SIGNALS:
    void runningChanged(bool running);
    void progressed(double fraction, const QString& what); ///< at most every 50 ms
    void failed(const QString& message);

private:
    using Erased = std::function<std::function<void()>(const plan::PlanRef&, const Progress&)>;
    struct Run;
    void start(Erased work);
    void finish(const std::shared_ptr<Run>& run, const std::function<void()>& deliver, const QString& error);

    QPointer<Session> session_;
    std::shared_ptr<Run> running_;
};

} // namespace wardmote::ui
