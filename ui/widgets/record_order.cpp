#include "ui/widgets/record_order.h"

#include "ui/widgets/record_cell.h"

#include <QCoreApplication>

#include <algorithm>
#include <set>
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
    for (auto& [column, ids] : keys.order) {
        keys_.order[column] = std::move(ids);
        touched_.erase(column);
    }
    keys_.texts.merge(keys.texts);
}

const std::vector<plan::Id>& RecordOrder::rising(int column) {
    const auto& keys = keys_.sorting[column];
    auto known = keys_.order.find(column);
    if (known == keys_.order.end()) {
        known = keys_.order.emplace(column, sortedBy(keys)).first;
    } else if (const auto moved = touched_.find(column); moved != touched_.end()) {
        auto& ids = known->second;
        const std::unordered_set<plan::Id> touched(moved->second.begin(), moved->second.end());
        std::erase_if(ids, [&](plan::Id id) { return touched.contains(id); });
        for (const auto id : touched) {
            if (!keys.contains(id)) {
                continue; // erased
            }
            const auto place = std::ranges::lower_bound(ids, id, [&](plan::Id a, plan::Id b) {
                const int order = keys.at(a).compare(keys.at(b));
                return order != 0 ? order < 0 : a < b;
            });
            ids.insert(place, id);
        }
    }
    touched_.erase(column);
    return known->second;
}

std::vector<RowKey> RecordOrder::rows(const Request& request) {
    take(makeKeys(columns_, lacking(request)));
    std::vector<plan::Id> ids;
    for (const auto id : rising(request.sortColumn)) {
        if (request.restriction && !request.restriction(columns_.plan(), id)) {
            continue;
        }
        if (std::ranges::all_of(request.words, [&](const std::string& word) {
                return keys_.texts.at(id).find(word) != std::string::npos;
            })) {
            ids.push_back(id);
        }
    }
    if (request.descending) {
        const auto& keys = keys_.sorting[request.sortColumn];
        std::reverse(ids.begin(),
                     std::ranges::partition_point(ids, [&](plan::Id id) { return !keys.at(id).missing; }));
    }
    return request.groupColumn < 0 ? ids : grouped(std::move(ids), request.groupColumn);
}

/// Under a heading stands what sorts alike.
std::vector<RowKey> RecordOrder::grouped(std::vector<plan::Id> ids, int column) {
    const auto& keys = keys_.sorting[column];
    std::ranges::stable_sort(ids, [&](plan::Id a, plan::Id b) { return keys.at(a).compare(keys.at(b)) < 0; });
    std::vector<RowKey> rows;
    const RecordKeys::SortKey* current = nullptr;
    RowKey heading = 0;
    for (const auto id : ids) {
        const auto& key = keys.at(id);
        if (!current || current->compare(key) != 0) {
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
    touched_.clear();
}

void RecordOrder::forgetTouched(const plan::ChangeSummary& summary) {
    std::vector<plan::Id> ids;
    for (const auto& touched : summary.records) {
        if (touched.kind == columns_.kind()) {
            ids.push_back(touched.id);
            keys_.texts.erase(touched.id);
        }
    }
    for (auto& [column, keys] : keys_.sorting) {
        for (const auto id : ids) {
            keys.erase(id);
        }
        auto& waiting = touched_[column];
        waiting.insert(waiting.end(), ids.begin(), ids.end());
        if (waiting.size() > mostPutInPlace) {
            keys.clear();
            keys_.order.erase(column);
            touched_.erase(column);
        }
    }
}

void RecordOrder::forget(const plan::ChangeSummary& summary, const plan::Plan& before) {
    if (summary.everything) {
        forgetAll();
        return;
    }
    forgetTouched(summary);
    // Other rows show the names of what they refer to, and what is worked out from other records.
    std::set<plan::RecordKind> renamed;
    std::set<plan::RecordKind> edited;
    for (const auto& touched : summary.records) {
        edited.insert(touched.kind);
        const bool isNew = touched.action == plan::Change::Action::insert;
        if (!isNew && !renamed.contains(touched.kind) &&
            nameOf(before, touched.kind, touched.id) != nameOf(columns_.plan(), touched.kind, touched.id)) {
            renamed.insert(touched.kind);
        }
    }
    for (std::size_t column = 0; column < columns_.all().size(); ++column) {
        const auto& kinds = columns_.all()[column].field ? renamed : edited;
        if (std::ranges::any_of(kinds, [&](auto kind) { return columns_.dependsOn(column, kind); })) {
            keys_.texts.clear();
            keys_.sorting.erase(static_cast<int>(column));
            keys_.order.erase(static_cast<int>(column));
            touched_.erase(static_cast<int>(column));
        }
    }
}

} // namespace wardmote::ui
