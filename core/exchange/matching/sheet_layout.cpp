#include "core/exchange/matching/sheet_layout.h"

#include "core/exchange/matching/column_matching.h"
#include "core/text/words.h"

#include <algorithm>
#include <array>
#include <fmt/format.h>

namespace wardmote::exchange {
namespace {

constexpr std::size_t rowsLookedAt = 30;

std::size_t filledCells(const Table& table, std::size_t row) {
    std::size_t filled = 0;
    for (std::size_t c = 0; c < table.rowLength(row); ++c) {
        filled += text::tidied(table.text(row, c)).empty() ? 0 : 1;
    }
    return filled;
}

bool looksLikeData(std::string_view cell) {
    const auto digits = std::ranges::count_if(cell, [](char c) { return c >= '0' && c <= '9'; });
    return cell.size() > 80 || (digits > 0 && digits * 2 >= static_cast<std::ptrdiff_t>(cell.size()));
}

double headerScore(const Table& table, std::size_t row) {
    double known = 0;
    double filled = 0;
    double data = 0;
    const auto columns = std::min<std::size_t>(table.rowLength(row), 300);
    for (std::size_t c = 0; c < columns; ++c) {
        const auto cell = table.text(row, c);
        if (text::tidied(cell).empty()) {
            continue;
        }
        filled += 1;
        known += isKnownHeading(cell) ? 1 : 0;
        data += looksLikeData(cell) ? 1 : 0;
    }
    const double wide = table.columnCount() <= 1 ? 1 : 2;
    return filled < wide ? -1 : known * 4 + std::min(filled, 10.0) * 0.5 - data * 2;
}

std::string firstWords(const Table& table, std::size_t row) {
    for (std::size_t c = 0; c < table.rowLength(row); ++c) {
        if (auto words = text::tidied(table.text(row, c)); !words.empty()) {
            return words;
        }
    }
    return {};
}

bool startsLikeTotal(const std::string& words) {
    const auto plain = text::folded(words);
    static constexpr std::array<std::string_view, 13> starts{
        "total",    "grand total", "sub total", "subtotal", "sum of",   "overall total", "source:",
        "source :", "note:",       "notes:",    "note ",    "footnote", "\xC2\xA9"};
    return std::ranges::any_of(starts, [&](std::string_view start) {
        return plain.starts_with(start) &&
               (start.back() == ':' || start.size() < 3 || plain.size() == start.size() ||
                !(plain[start.size()] >= 'a' && plain[start.size()] <= 'z'));
    });
}

/// Totals and footnotes: by their words, or alone in their row below a blank one.
bool isBelowData(const Table& table, std::size_t row, std::size_t headings) {
    const auto words = firstWords(table, row);
    if (startsLikeTotal(words)) {
        return true;
    }
    return headings >= 3 && filledCells(table, row) == 1 &&
           (words.size() > 60 || words.starts_with('*') || words.starts_with("(") ||
            (row > 0 && filledCells(table, row - 1) == 0));
}

} // namespace

SheetLayout layoutBelow(const Table& table, std::optional<std::size_t> headerRow) {
    SheetLayout layout;
    layout.headerRow = headerRow;
    layout.firstRow = headerRow ? *headerRow + 1 : 0;
    layout.endRow = table.rowCount();
    const auto headings = headerRow ? filledCells(table, *headerRow) : table.columnCount();
    std::string dropped;
    std::size_t count = 0;
    while (layout.endRow > layout.firstRow) {
        const auto row = layout.endRow - 1;
        if (filledCells(table, row) == 0) {
            --layout.endRow;
            continue;
        }
        if (table.headingsInFirstRow || !isBelowData(table, row, headings)) {
            break;
        }
        dropped = firstWords(table, row).substr(0, 60);
        ++count;
        --layout.endRow;
    }
    if (count > 0) {
        layout.warnings.push_back(
            {table.name, table.rowNumber(layout.endRow), 0,
             count == 1 ? fmt::format("The last row (“{}”) is a total or a note and is left out.", dropped)
                        : fmt::format("The last {} rows (from “{}”) are totals or notes and are left out.",
                                      count, dropped)});
    }
    return layout;
}

SheetLayout findLayout(const Table& table) {
    if (table.headingsInFirstRow) {
        return layoutBelow(table, table.rowCount() > 0 ? std::optional<std::size_t>(0) : std::nullopt);
    }
    double best = 0;
    std::optional<std::size_t> header;
    for (std::size_t row = 0; row < std::min(rowsLookedAt, table.rowCount()); ++row) {
        if (const auto score = headerScore(table, row); score > best + 0.01) {
            best = score;
            header = row;
        }
    }
    auto layout = layoutBelow(table, header);
    if (header && *header > 0) {
        std::size_t titles = 0;
        for (std::size_t row = 0; row < *header; ++row) {
            titles += filledCells(table, row) > 0 ? 1 : 0;
        }
        if (titles > 0) {
            layout.warnings.insert(
                layout.warnings.begin(),
                {table.name, table.rowNumber(0), 0,
                 fmt::format("The headings are in row {}; {} above {} passed over.", table.rowNumber(*header),
                             titles == 1 ? "one row" : fmt::format("{} rows", titles),
                             titles == 1 ? "is" : "are")});
        }
    }
    return layout;
}

} // namespace wardmote::exchange
