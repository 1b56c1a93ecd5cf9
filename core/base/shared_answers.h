#pragma once
#include "core/base/progress.h"
#include "core/base/result.h"

#include <condition_variable>
#include <cstdint>
#include <map>
#include <memory>
#include <mutex>
#include <typeindex>

namespace wardmote {

/// What several askers want to know of the same thing, found out once: the last answer of each type, with the
/// key that says of which version of the thing it is. Whoever asks while another finds it out waits for that.
/// From any thread.
class SharedAnswers {
public:
    SharedAnswers() = default;
    SharedAnswers(const SharedAnswers&) = delete;
    SharedAnswers& operator=(const SharedAnswers&) = delete;

    /// The answer of type T for the key, made by make(), which gives a Result<T>, if it is not there. An
    /// Error is handed on and not kept. Asked to stop while it waits, an Error that says "Stopped".
    template<class T, class Make>
    Result<std::shared_ptr<const T>> of(std::uint64_t key, const Progress& progress, Make make) {
        std::unique_lock lock(mutex_);
        auto& slot = slots_[typeid(T)];
        const auto there = [&] { return slot.answer && slot.key == key; };
        if (!changed_.wait(lock, progress.stop, [&] { return !slot.busy || there(); })) {
            return failure("Stopped");
        }
        if (there()) {
            return std::static_pointer_cast<const T>(slot.answer);
        }
        const Busy busy(*this, slot, lock);
        auto made = make();
        if (!made) {
            return Failure(made.error());
        }
        auto answer = std::make_shared<const T>(std::move(*made));
        const std::lock_guard keeping(mutex_);
        slot.key = key;
        slot.answer = answer;
        return answer;
    }

private:
    struct Slot {
        std::uint64_t key = 0;
        std::shared_ptr<const void> answer;
        bool busy = false;
    };
    /// Whatever becomes of the work, those who wait go on. Without the lock in between.
    class Busy {
    public:
        Busy(SharedAnswers& answers, Slot& slot, std::unique_lock<std::mutex>& lock)
            : answers_(answers), slot_(slot) {
            slot_.busy = true;
            lock.unlock();
        }
        Busy(const Busy&) = delete;
        Busy& operator=(const Busy&) = delete;
        ~Busy() {
            {
                const std::lock_guard ending(answers_.mutex_);
                slot_.busy = false;
            }
            answers_.changed_.notify_all();
        }

    private:
        SharedAnswers& answers_;
        Slot& slot_;
    };

    std::mutex mutex_;
    std::condition_variable_any changed_;
    std::map<std::type_index, Slot> slots_;
};

} // namespace wardmote
