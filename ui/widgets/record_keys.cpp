#include "ui/widgets/record_keys.h"

#include "core/text/words.h"
#include "ui/widgets/record_cell.h"

#include <QCollator>
#include <QLocale>

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

int RecordKeys::SortKey::compare(const SortKey& other, bool descending) const {
    if (missing || other.missing) {
        return int(missing) - int(other.missing);
    }
    int order = number < other.number ? -1 : number > other.number ? 1 : 0;
    if (text && other.text) {
        order = text->compare(*other.text);
    }
    return descending ? -order : order;
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
