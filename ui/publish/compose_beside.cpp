#include "ui/publish/compose.h"

#include <algorithm>
#include <iterator>

namespace wardmote::publish {

namespace {

/// How many blocks from the figure to its table, both counted; 0: no table follows it.
std::size_t pairFrom(const report::Document& document, std::size_t at) {
    const auto& blocks = document.blocks;
    if (!std::holds_alternative<report::Figure>(blocks[at])) {
        return 0;
    }
    auto next = at + 1;
    if (next < blocks.size() && std::holds_alternative<report::List>(blocks[next])) {
        ++next;
    }
    const auto* table = next < blocks.size() ? std::get_if<report::Table>(&blocks[next]) : nullptr;
    return table && !table->rows.empty() ? next + 1 - at : 0;
}

/// The slabs from there on as one, which is then the last.
Slab taken(Strips& strips, std::size_t from) {
    Slab all;
    all.spaceBefore = strips.slabs[from].spaceBefore;
    for (auto i = from; i < strips.slabs.size(); ++i) {
        auto& slab = strips.slabs[i];
        all.height += i == from ? 0 : slab.spaceBefore;
        for (auto& item : slab.items) {
            moveDown(item, all.height);
            all.items.push_back(std::move(item));
        }
        for (auto& link : slab.links) {
            link.place.translate(0, all.height);
            all.links.push_back(std::move(link));
        }
        all.height += slab.height;
    }
    strips.slabs.resize(from);
    return all;
}

} // namespace

std::size_t composeBeside(Strips& strips, const report::Document& document, std::size_t at,
                          const Frame& frame) {
    const auto count = frame.beside ? pairFrom(document, at) : 0;
    if (count == 0) {
        return 0;
    }
    const auto slabs = strips.slabs.size();
    const auto elements = strips.elements.size();
    const auto heads = strips.heads.size();
    constexpr double gap = 260;
    auto half = frame;
    half.width = (frame.width - gap) / 2;
    composeBlock(strips, document.blocks[at], half);
    auto left = taken(strips, slabs);
    half.left += half.width + gap;
    for (auto i = at + 1; i < at + count; ++i) {
        composeBlock(strips, document.blocks[i], half);
    }
    auto right = taken(strips, slabs);
    constexpr double most = 0.6; // of a page: a higher one would leave too much of the last page blank
    if (std::max(left.height, right.height) > most * frame.height()) {
        strips.elements.resize(elements);
        strips.heads.resize(heads);
        return 0;
    }
    left.spaceBefore = std::max(left.spaceBefore, right.spaceBefore);
    left.height = std::max(left.height, right.height);
    std::ranges::move(right.items, std::back_inserter(left.items));
    std::ranges::move(right.links, std::back_inserter(left.links));
    strips.slabs.push_back(std::move(left));
    return count;
}

} // namespace wardmote::publish
