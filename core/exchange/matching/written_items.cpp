#include "core/exchange/matching/written_items.h"

#include "core/exchange/cell_text.h"
#include "core/text/lists.h"
#include "core/text/words.h"

#include <algorithm>
#include <iterator>

namespace wardmote::exchange {
namespace {

/// The cell of the list that a key in brackets means; null if the list has none such.
const plan::FieldInfo* cellCalled(const plan::FieldInfo& list, std::string_view key) {
    const auto wanted = text::folded(key);
    const auto cells = list.linkFields.subspan(1);
    const auto found = std::ranges::find_if(cells, [&](const plan::FieldInfo& cell) {
        return text::folded(cell.key) == wanted || text::folded(cell.label) == wanted;
    });
    return found == cells.end() ? nullptr : &*found;
}

WrittenItem readItem(const plan::FieldInfo& list, const std::string& entry) {
    WrittenItem item;
    item.name = entry;
    item.asRead = entry;
    const auto written = readLinks(entry);
    if (!written || written->size() != 1) {
        return item;
    }
    const auto& link = written->front();
    for (const auto& [key, words] : link.attributes) {
        const auto* cell = cellCalled(list, key);
        if (!cell) {
            item.attributes.clear();
            return item;
        }
        item.attributes.emplace_back(cell, words);
    }
    const bool references = list.linkFields.front().kind == plan::FieldKind::reference;
    const auto reference = references ? readReference(link.key) : WrittenReference{link.key, 0};
    item.plain = item.attributes.empty() && reference.id == 0;
    if (!item.plain) {
        item.name = reference.name;
        item.id = reference.id;
    }
    return item;
}

} // namespace

std::optional<std::vector<WrittenItem>> readWrittenItems(const plan::FieldInfo& list, std::string_view cell) {
    if (cell.find_first_of("=[") == std::string_view::npos) {
        return std::nullopt;
    }
    std::vector<WrittenItem> items;
    for (const auto& entry : text::splitList(cell)) {
        auto item = readItem(list, entry);
        // Where lines or semicolons part the list, a line may still hold several entries.
        auto within = item.plain && entry.size() < cell.size() ? readWrittenItems(list, entry) : std::nullopt;
        if (within) {
            std::ranges::move(*within, std::back_inserter(items));
        } else {
            items.push_back(std::move(item));
        }
    }
    if (std::ranges::all_of(items, &WrittenItem::plain)) {
        return std::nullopt;
    }
    return items;
}

} // namespace wardmote::exchange
