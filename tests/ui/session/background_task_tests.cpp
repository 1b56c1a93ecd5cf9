#include "tests/support/catch.h"
#include "tests/support/open_plan.h"
#include "ui/session/background_task.h"

#include <QSignalSpy>
#include <QThreadPool>

#include <atomic>
#include <semaphore>

using namespace wardmote;
using namespace wardmote::tests;
using ui::BackgroundTask;
using ui::Session;

TEST_CASE("work runs on another thread and its answer comes on this one") {
    Session session;
    BackgroundTask task(session);
    QSignalSpy running(&task, &BackgroundTask::runningChanged);
    const auto* here = QThread::currentThread();
    bool elsewhere = false;
    int answer = 0;
    task.run(
        [&](const plan::PlanRef&, const Progress&) {
            elsewhere = QThread::currentThread() != here;
            return std::make_unique<int>(42); // answers may be move-only
        },
        [&](std::unique_ptr<int> found) {
            CHECK(QThread::currentThread() == here);
            answer = *found;
        });
    CHECK(task.isRunning());
    REQUIRE(eventually([&] { return answer == 42; }));
    CHECK(elsewhere);
    CHECK_FALSE(task.isRunning());
    CHECK(running.count() == 2);
}

TEST_CASE("a new run stops the one before and drops its answer") {
    Session session;
    BackgroundTask task(session);
    std::binary_semaphore begun(0);
    std::atomic<bool> stopped = false;
    std::vector<int> answers;
    task.run(
        [&](const plan::PlanRef&, const Progress& progress) {
            begun.release();
            while (!progress.stopped()) {
                std::this_thread::yield();
            }
            stopped = true;
            return 1;
        },
        [&](int answer) { answers.push_back(answer); });
    begun.acquire();
    task.run([](const plan::PlanRef&, const Progress&) { return 2; },
             [&](int answer) { answers.push_back(answer); });
    REQUIRE(eventually([&] { return !answers.empty() && stopped; }));
    QThreadPool::globalInstance()->waitForDone();
    QCoreApplication::processEvents();
    CHECK(answers == std::vector<int>{2});
}

TEST_CASE("an answer about a plan that is no longer on screen is dropped") {
    TemporaryFolder folder;
    Session session;
    session.adopt(examplePlanFile(folder / "plan.wardmote"));
    BackgroundTask task(session);
    std::binary_semaphore go(0);
    bool delivered = false;
    task.run(
        [&](const plan::PlanRef&, const Progress&) {
            go.acquire();
            return 1;
        },
        [&](int) { delivered = true; });
    plan::Changes changes;
    changes.set<&plan::Area::name>(101, plan::Value{std::string("Moved on")});
    session.perform(QStringLiteral("Rename"), std::move(changes));
    REQUIRE(settled(session));
    CHECK_FALSE(task.isRunning());
    go.release();
    QThreadPool::globalInstance()->waitForDone();
    QCoreApplication::processEvents();
    CHECK_FALSE(delivered);
}

TEST_CASE("a task that is gone gets no answer, and an exception is told") {
    Session session;
    std::binary_semaphore go(0);
    bool delivered = false;
    {
        BackgroundTask task(session);
        task.run(
            [&](const plan::PlanRef&, const Progress&) {
                go.acquire();
                return 1;
            },
            [&](int) { delivered = true; });
    }
    go.release();
    QThreadPool::globalInstance()->waitForDone();
    QCoreApplication::processEvents();
    CHECK_FALSE(delivered);

    BackgroundTask task(session);
    QSignalSpy failed(&task, &BackgroundTask::failed);
    task.run([](const plan::PlanRef&, const Progress&) -> int { throw std::runtime_error("no good"); },
             [](int) {});
    REQUIRE(eventually([&] { return failed.count() == 1; }));
    CHECK(failed.front().front().toString() == QStringLiteral("no good"));
    CHECK_FALSE(task.isRunning());
}

TEST_CASE("progress reaches the screen") {
    Session session;
    BackgroundTask task(session);
    QSignalSpy progressed(&task, &BackgroundTask::progressed);
    bool done = false;
    task.run(
        [](const plan::PlanRef&, const Progress& progress) {
            progress.at(0.5, "half way");
            return 0;
        },
        [&](int) { done = true; });
    REQUIRE(eventually([&] { return done; }));
    REQUIRE(progressed.count() == 1);
    CHECK(progressed.front()[0].toDouble() == 0.5);
    CHECK(progressed.front()[1].toString() == QStringLiteral("half way"));
}
