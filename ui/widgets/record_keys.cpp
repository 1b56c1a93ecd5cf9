#include "ui/widgets/record_keys.h"

#include "core/text/words.h"
#include "ui/widgets/record_cell.h"

#include <QCollator>
#include <QLocale>

#include <algorithm>
#include <iterator>

namespace wardmote::ui {
namespace {

QCollator makeCollator() {
    QCollator collator(QLocale(QLocale::English, QLocale::UnitedKingdom));
    collator.setNumericMode(true);
    collator.setCaseSensitivity(Qt::CaseInsensitive);
    collator.setIgnorePunctuation(false);
    return collator;
}

} // namespace

int RecordKeys::SortKey::compare(const SortKey& other) const {
    if (missing || other.missing) {
        return int(missing) - int(other.missing);
    }
    if (text && other.text) {
        return text->compare(*other.text);
    }
    return number < other.number ? -1 : number > other.number ? 1 : 0;
}

std::vector<plan::Id> sortedBy(const RecordKeys::OfColumn& keys) {
    struct Entry {
        const RecordKeys::SortKey* key;
        plan::Id id;
    };
    std::vector<Entry> entries;
    entries.reserve(keys.size());
    for (const auto& [id, key] : keys) {
        entries.push_back({&key, id});
    }
    std::ranges::sort(entries, [](const Entry& a, const Entry& b) {
        const int order = a.key->compare(*b.key);
        return order != 0 ? order < 0 : a.id < b.id;
    });
    std::vector<plan::Id> ids;
    ids.reserve(entries.size());
    std::ranges::transform(entries, std::back_inserter(ids), &Entry::id);
    return ids;
}

std::size_t KeysWanted::size() const {
    auto size = texts.size();
    for (const auto& [column, ids] : sorting) {
        size += ids.size();
    }
    return size;
}

RecordKeys makeKeys(const RecordColumns& columns, const KeysWanted& wanted, const Progress& progress) {
    constexpr std::size_t betweenLooks = 64; // at whether it is to stop
    RecordKeys keys;
    std::size_t done = 0;
    const auto stopped = [&] { return ++done % betweenLooks == 0 && progress.stopped(); };
    const auto collator = makeCollator();
    for (const auto& [column, ids] : wanted.sorting) {
        const auto at = static_cast<std::size_t>(column);
        auto& made = keys.sorting[column];
        made.reserve(ids.size());
        for (const auto id : ids) {
            if (stopped()) {
                return keys;
            }
            const auto value = columns.value(id, at);
            auto& key = made[id];
            key.missing = !isRecorded(value);
            if (key.missing) {
                continue;
            }
            if (const auto size = columns.magnitude(value, at)) {
                key.number = *size;
            } else {
                key.text = collator.sortKey(qtext(columns.words(value, at)));
            }
        }
        if (made.size() == columns.plan().count(columns.kind())) {
            keys.order[column] = sortedBy(made);
        }
    }
    keys.texts.reserve(wanted.texts.size());
    for (const auto id : wanted.texts) {
        if (stopped()) {
            return keys;
        }
        std::string text;
        for (std::size_t column = 0; column < columns.all().size(); ++column) {
            const auto value = columns.value(id, column);
            if (isRecorded(value) && !std::holds_alternative<plan::ShapeRef>(value)) {
                text += columns.words(value, column) + '\n';
            }
        }
        keys.texts.emplace(id, text::folded(text));
    }
    return keys;
}

} // namespace wardmote::ui
