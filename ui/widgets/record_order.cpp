#include "ui/widgets/record_order.h"

#include "ui/widgets/record_cell.h"

#include <QCoreApplication>

#include <algorithm>
#include <unordered_set>

namespace wardmote::ui {
namespace {

/// More records than this are sorted anew rather than put in their places one by one.
constexpr std::size_t mostPutInPlace = 200;

} // namespace

void RecordOrder::addColumn(ComputedColumn column) {
    columns_.add(std::move(column));
    forgetAll();
}

void RecordOrder::wantSorting(KeysWanted& wanted, int column) const {
    const auto known = keys_.sorting.find(column);
    if (known != keys_.sorting.end() && known->second.size() == columns_.plan().count(columns_.kind())) {
        return; // keys of erased records are forgotten, so as many are all
    }
    auto ids = columns_.plan().ids(columns_.kind());
    if (known != keys_.sorting.end()) {
        std::erase_if(ids, [&](plan::Id id) { return known->second.contains(id); });
    }
    if (!ids.empty()) {
        wanted.sorting.emplace(column, std::move(ids));
    }
}

KeysWanted RecordOrder::lacking(const Request& request) const {
    auto wanted = request.words.empty() ? KeysWanted{} : lackingTexts();
    wantSorting(wanted, request.sortColumn);
    if (request.groupColumn >= 0) {
        wantSorting(wanted, request.groupColumn);
    }
    return wanted;
}

KeysWanted RecordOrder::lackingTexts() const {
    KeysWanted wanted;
    if (keys_.texts.size() != columns_.plan().count(columns_.kind())) {
        wanted.texts = columns_.plan().ids(columns_.kind());
        std::erase_if(wanted.texts, [&](plan::Id id) { return keys_.texts.contains(id); });
    }
    return wanted;
}

void RecordOrder::take(RecordKeys keys) {
    for (auto& [column, made] : keys.sorting) {
        keys_.sorting[column].merge(made);
    }
    keys_.texts.merge(keys.texts);
}

void RecordOrder::sortAll(const RecordKeys::OfColumn& keys, bool descending) {
    struct Entry {
        const RecordKeys::SortKey* key;
        plan::Id id;
    };
    std::vector<Entry> entries;
    entries.reserve(keys.size());
    for (const auto id : columns_.plan().ids(columns_.kind())) {
        entries.push_back({&keys.at(id), id});
    }
    std::ranges::sort(entries, [descending](const Entry& a, const Entry& b) {
        const int order = a.key->compare(*b.key, descending);
        return order != 0 ? order < 0 : a.id < b.id;
    });
    sorted_.clear();
    std::ranges::transform(entries, std::back_inserter(sorted_), &Entry::id);
}

const std::vector<plan::Id>& RecordOrder::sorted(const Request& request) {
    const auto& keys = keys_.sorting[request.sortColumn];
    if (sortedBy_ != request.sortColumn || descending_ != request.descending ||
        touched_.size() > mostPutInPlace) {
        sortAll(keys, request.descending);
    } else if (!touched_.empty()) {
        const std::unordered_set<plan::Id> touched(touched_.begin(), touched_.end());
        std::erase_if(sorted_, [&](plan::Id id) { return touched.contains(id); });
        for (const auto id : touched) {
            const auto key = keys.find(id);
            if (key == keys.end()) {
                continue; // erased
            }
            const auto place = std::ranges::lower_bound(sorted_, id, [&](plan::Id a, plan::Id b) {
                const int order = keys.at(a).compare(keys.at(b), request.descending);
                return order != 0 ? order < 0 : a < b;
            });
            sorted_.insert(place, id);
        }
    }
    sortedBy_ = request.sortColumn;
    descending_ = request.descending;
    touched_.clear();
    return sorted_;
}

std::vector<RowKey> RecordOrder::rows(const Request& request) {
    take(makeKeys(columns_, lacking(request)));
    std::vector<plan::Id> ids;
    for (const auto id : sorted(request)) {
        if (request.restriction && !request.restriction(columns_.plan(), id)) {
            continue;
        }
        if (std::ranges::all_of(request.words, [&](const std::string& word) {
                return keys_.texts.at(id).find(word) != std::string::npos;
            })) {
            ids.push_back(id);
        }
    }
    return request.groupColumn < 0 ? ids : grouped(std::move(ids), request.groupColumn);
}

/// Under a heading stands what sorts alike.
std::vector<RowKey> RecordOrder::grouped(std::vector<plan::Id> ids, int column) {
    const auto& keys = keys_.sorting[column];
    std::ranges::stable_sort(
        ids, [&](plan::Id a, plan::Id b) { return keys.at(a).compare(keys.at(b), false) < 0; });
    std::vector<RowKey> rows;
    const RecordKeys::SortKey* current = nullptr;
    RowKey heading = 0;
    for (const auto id : ids) {
        const auto& key = keys.at(id);
        if (!current || current->compare(key, false) != 0) {
            current = &key;
            const auto next = headingOf(id, column);
            if (next != heading) { // two numbers may read the same
                heading = next;
                headingCounts_[heading] = 0;
                rows.push_back(heading);
            }
        }
        ++headingCounts_[heading];
        rows.push_back(id);
    }
    return rows;
}

RowKey RecordOrder::headingOf(plan::Id id, int column) {
    const auto at = static_cast<std::size_t>(column);
    const auto text = qtext(columns_.words(columns_.value(id, at), at));
    auto& known = headings_[text];
    if (known == 0) {
        known = -static_cast<RowKey>(headings_.size());
        headingTexts_[known] =
            text.isEmpty() ? QCoreApplication::translate("RecordTable", "Not recorded") : text;
    }
    return known;
}

QString RecordOrder::headingText(RowKey heading) const {
    return headingTexts_.value(heading);
}

int RecordOrder::headingCount(RowKey heading) const {
    return headingCounts_.value(heading);
}

void RecordOrder::forgetAll() {
    keys_ = {};
    sortedBy_ = -1;
    touched_.clear();
}

void RecordOrder::forget(const plan::ChangeSummary& summary) {
    if (summary.everything) {
        forgetAll();
        return;
    }
    std::unordered_set<plan::RecordKind> kinds;
    for (const auto& touched : summary.records) {
        kinds.insert(touched.kind);
        if (touched.kind == columns_.kind()) {
            keys_.texts.erase(touched.id);
            for (auto& [column, keys] : keys_.sorting) {
                keys.erase(touched.id);
            }
            touched_.push_back(touched.id);
        }
    }
    // Other rows too show what they refer to.
    if (std::ranges::any_of(kinds, [this](plan::RecordKind kind) { return columns_.dependsOn(kind); })) {
        keys_.texts.clear();
    }
    std::erase_if(keys_.sorting, [&](const auto& of) {
        return std::ranges::any_of(kinds, [&](plan::RecordKind kind) {
            return columns_.dependsOn(static_cast<std::size_t>(of.first), kind);
        });
    });
    if (!keys_.sorting.contains(sortedBy_)) {
        sortedBy_ = -1;
    }
}

} // namespace wardmote::ui
