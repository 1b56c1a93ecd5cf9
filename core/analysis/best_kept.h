#pragma once
#include <algorithm>
#include <cstddef>
#include <vector>

namespace wardmote::analysis {

/// Keeps the first `capacity` of what it is given, in the total order First, at a constant cost each.
template<class T, class First>
class BestKept {
public:
    explicit BestKept(std::size_t capacity) : capacity_(capacity) {}

    /// Null while anything is kept; then what an item must come before to be kept.
    const T* limit() const { return full_ ? &last_ : nullptr; }

    void add(const T& item) {
        if (capacity_ == 0 || (full_ && !First{}(item, last_))) {
            return;
        }
        items_.push_back(item);
        // A quarter more than are kept: rare enough to cost little, soon enough to have a limit early.
        if (items_.size() > capacity_ + capacity_ / 4) {
            trim();
        }
    }
    void addAll(const BestKept& other) {
        for (const auto& item : other.items_) {
            add(item);
        }
    }
    std::vector<T> sorted() {
        std::ranges::sort(items_, First{});
        if (items_.size() > capacity_) {
            items_.resize(capacity_);
        }
        return items_;
    }

private:
    void trim() {
        const auto end = items_.begin() + static_cast<std::ptrdiff_t>(capacity_);
        std::nth_element(items_.begin(), end - 1, items_.end(), First{});
        items_.resize(capacity_);
        last_ = items_.back();
        full_ = true;
    }
    std::size_t capacity_;
    std::vector<T> items_;
    T last_{}; ///< the last of those kept: what does not come before it is not looked at again
    bool full_ = false;
};

} // namespace wardmote::analysis
