#pragma once
#include "ui/publish/pages.h"

namespace wardmote::publish {

/// A strip across the page that is never cut: a line of text, a row of a table, a figure. Positions within it
/// count from its own top.
struct Slab {
    double spaceBefore = 0; ///< dropped at the top of a page
    double height = 0;
    double canGiveUp = 0; ///< of its height, where it would not fit otherwise: a figure drawn smaller
    bool keepWithNext = false;
    bool newPage = false; ///< begins a page
    std::vector<Item> items;
    std::vector<LinkArea> links;
    int head = -1;    ///< of a table row: index of the head that is repeated when it opens a page
    int heading = -1; ///< index into headings: this slab is where it stands
    std::vector<std::pair<std::size_t, int>> pageNumbers; ///< item that shows the page of a heading
};

/// Moves what is on a page down it.
void moveDown(Item& item, double by);

/// What is to be put on pages, in reading order.
struct Strips {
    std::vector<Slab> slabs;
    std::vector<Slab> heads; ///< of tables, as artifacts
    std::vector<Element> elements;
    std::vector<PlacedHeading> headings; ///< without their places

    int element(const char* tag, int parent) {
        elements.push_back({tag, parent, {}, {}, false, 1});
        return static_cast<int>(elements.size()) - 1;
    }
};

} // namespace wardmote::publish
