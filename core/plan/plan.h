#pragma once
#include "core/plan/record_info.h"

#include <algorithm>
#include <iterator>
#include <memory>
#include <vector>

namespace wardmote::plan {

/// All records of one type, in order of id. Copying copies pointers: snapshots share the records themselves.
template<class R>
class Records {
public:
    using Pointer = std::shared_ptr<const R>;

    std::size_t size() const { return items_.size(); }
    bool empty() const { return items_.empty(); }
    const R& operator[](std::size_t index) const { return *items_[index]; }

    /// Position of the record with this id, or size() if there is none.
    std::size_t indexOf(Id id) const {
        const auto at = lowerBound(id);
        return at != items_.end() && (*at)->id == id ? static_cast<std::size_t>(at - items_.begin()) : size();
    }
    const R* find(Id id) const {
        const auto index = indexOf(id);
        return index < size() ? items_[index].get() : nullptr;
    }
    Pointer share(Id id) const {
        const auto index = indexOf(id);
        return index < size() ? items_[index] : nullptr;
    }

    class Iterator {
    public:
        using value_type = R;
        using difference_type = std::ptrdiff_t;
        using reference = const R&;
        using pointer = const R*;
        using iterator_category = std::forward_iterator_tag;
        Iterator() = default;
        explicit Iterator(typename std::vector<Pointer>::const_iterator at) : at_(at) {}
        reference operator*() const { return **at_; }
        pointer operator->() const { return at_->get(); }
        Iterator& operator++() {
            ++at_;
            return *this;
        }
        Iterator operator++(int) {
            auto before = *this;
            ++at_;
            return before;
        }
        bool operator==(const Iterator&) const = default;

    private:
        typename std::vector<Pointer>::const_iterator at_{};
    };
    Iterator begin() const { return Iterator(items_.begin()); }
    Iterator end() const { return Iterator(items_.end()); }

    /// Adds the record, or puts it in the place of the one with its id.
    void put(Pointer record) {
        const auto at = lowerBound(record->id);
        const auto position = items_.begin() + (at - items_.cbegin());
        if (at != items_.cend() && (*at)->id == record->id) {
            *position = std::move(record);
        } else {
            items_.insert(position, std::move(record));
        }
    }
    /// The same for many, in order of id: one pass, where one by one each would move all that come after it.
    void putAll(std::vector<Pointer> records) {
        std::vector<Pointer> merged;
        merged.reserve(items_.size() + records.size());
        const auto idOf = [](const Pointer& item) { return item->id; };
        std::ranges::set_union(records, items_, std::back_inserter(merged), {}, idOf, idOf);
        items_ = std::move(merged);
    }
    void remove(Id id) {
        const auto at = lowerBound(id);
        if (at != items_.cend() && (*at)->id == id) {
            items_.erase(at);
        }
    }

private:
    typename std::vector<Pointer>::const_iterator lowerBound(Id id) const {
        // Files are read in order of id, so the end is where most insertions go.
        if (items_.empty() || items_.back()->id < id) {
            return items_.end();
        }
        return std::ranges::lower_bound(items_, id, {}, [](const Pointer& item) { return item->id; });
    }
    std::vector<Pointer> items_;
};

/// A snapshot of everything a plan records. Made once from the file, then patched; whoever holds a
/// shared_ptr<const Plan> sees it unchanged for ever, on any thread.
class Plan {
public:
    const Settings& settings() const;

    template<class R>
    const Records<R>& all() const {
        return std::get<Records<R>>(records_);
    }
    template<class R>
    const R* find(Ref<R> reference) const {
        return all<R>().find(reference.id);
    }
    template<class R>
    const R* find(Id id) const {
        return all<R>().find(id);
    }

    /// Generic access; null if there is no such record.
    std::shared_ptr<const void> record(RecordKind kind, Id id) const;
    std::vector<Id> ids(RecordKind kind) const;
    std::size_t count(RecordKind kind) const;
    bool contains(RecordKind kind, Id id) const;

    template<class R>
    void put(R record) {
        std::get<Records<R>>(records_).put(std::make_shared<const R>(std::move(record)));
    }
    void put(RecordKind kind, std::shared_ptr<const void> record);
    /// Many of one kind, in order of id.
    void putAll(RecordKind kind, const std::vector<std::shared_ptr<const void>>& records);
    void remove(RecordKind kind, Id id);

    bool operator==(const Plan& other) const;

private:
    template<class Tuple>
    struct RecordsOf;
    template<class... R>
    struct RecordsOf<std::tuple<R...>> {
        using Type = std::tuple<Records<R>...>;
    };
    RecordsOf<AllRecords>::Type records_;
};

using PlanRef = std::shared_ptr<const Plan>;

/// A record's name, as screens and reports call it ("Unnamed mechanism" where it has none, "a deleted area"
/// where it is not there).
std::string nameOf(const Plan& plan, RecordKind kind, Id id);

} // namespace wardmote::plan
