#pragma once
#include <condition_variable>
#include <deque>
#include <functional>
#include <mutex>
#include <thread>

namespace wardmote::ui {

/// A thread that does jobs one after another, in the order in which they were given.
class WorkQueue {
public:
    WorkQueue();
    ~WorkQueue(); ///< does what is still queued first
    WorkQueue(const WorkQueue&) = delete;
    WorkQueue& operator=(const WorkQueue&) = delete;

    /// A job must not throw.
    void add(std::function<void()> job);
    /// Returns when everything queued so far is done. Not from a job.
    void wait();

private:
    void run();

    std::mutex mutex_;
    std::condition_variable changed_;
    std::deque<std::function<void()>> jobs_;
    bool busy_ = false;
    bool ending_ = false;
    std::thread thread_;
};

} // namespace wardmote::ui
