#include "core/exchange/reading/sheet_rows.h"

#include <algorithm>

namespace wardmote::exchange {
namespace {

/// Gaps up to this many rows are shown as empty rows; larger ones only by their row numbers.
constexpr std::size_t gapShown = 1000;

} // namespace

std::optional<std::pair<std::size_t, std::size_t>> cellPosition(std::string_view reference) {
    std::size_t column = 0;
    std::size_t row = 0;
    std::size_t at = 0;
    for (; at < reference.size() && at < 4; ++at) {
        const char c = reference[at];
        const char letter = static_cast<char>(c >= 'a' && c <= 'z' ? c - 32 : c);
        if (letter < 'A' || letter > 'Z') {
            break;
        }
        column = column * 26 + static_cast<std::size_t>(letter - 'A' + 1);
    }
    for (; at < reference.size() && reference[at] >= '0' && reference[at] <= '9' && row < 10'000'000; ++at) {
        row = row * 10 + static_cast<std::size_t>(reference[at] - '0');
    }
    if (at != reference.size() || column == 0 || row == 0 || column > 16'384 || row > 1'048'576) {
        return std::nullopt;
    }
    return std::pair{row - 1, column - 1};
}

SheetRows::SheetRows(const std::string& sheet, bool hidden, const ReadOptions& options, Sink& sink)
    : sheet_(sheet), options_(options), sink_(sink) {
    sink_.startTable(sheet, hidden, false);
}

void SheetRows::startRow(std::size_t number) {
    number_ = std::max(number, number_ + 1);
    cells_.clear();
}

void SheetRows::cell(std::size_t column, std::string text, CellHint hint) {
    if (text.empty() || column < cells_.size()) {
        return;
    }
    cells_.resize(column);
    cells_.emplace_back(std::move(text), hint);
}

void SheetRows::endRow() {
    if (!cells_.empty()) {
        emit();
    }
}

void SheetRows::repeatRow(std::size_t times) {
    for (std::size_t i = 1; i < times && !cells_.empty() && !cut_; ++i) {
        ++number_;
        emit();
    }
    if (cells_.empty() && times > 1) {
        number_ += times - 1;
    }
}

void SheetRows::emit() {
    if (full()) {
        cut_ = true;
        return;
    }
    const auto gap = number_ - lastShown_ - 1;
    if (gap <= gapShown) {
        row_.clear();
        for (std::size_t i = 0; i < gap && !full(); ++i) {
            sink_.row(lastShown_ + 1 + i, row_, nullptr);
            ++rows_;
        }
        if (full()) {
            cut_ = true;
            return;
        }
    } else {
        jumps_.emplace_back(number_ - 1, rows_);
    }
    row_.clear();
    for (const auto& [text, hint] : cells_) {
        row_.push_back({text, hint});
    }
    sink_.row(number_, row_, nullptr);
    lastShown_ = number_;
    ++rows_;
}

void SheetRows::merge(const Merge& inSheet) {
    if (inSheet.lastRow >= inSheet.firstRow && inSheet.lastColumn >= inSheet.firstColumn) {
        merges_.push_back(inSheet);
    }
}

std::optional<std::size_t> SheetRows::indexOf(std::size_t sheetRow) const {
    std::size_t index = sheetRow;
    for (const auto& [from, to] : jumps_) {
        if (sheetRow >= from) {
            index = to + (sheetRow - from);
        }
    }
    return index < rows_ ? std::optional(index) : std::nullopt;
}

void SheetRows::note(Noted& what, std::size_t column) {
    if (what.count++ == 0) {
        what.row = number_;
        what.column = column + 1;
    }
}

void SheetRows::errorCell(std::size_t column) {
    note(errors_, column);
}

void SheetRows::uncalculated(std::size_t column) {
    note(uncalculated_, column);
}

void SheetRows::tell(const Noted& what, const std::string& one, const std::string& many) {
    if (what.count > 0) {
        sink_.warning({sheet_, what.row, what.column,
                       what.count == 1 ? one : std::to_string(what.count) + many + " This is the first."});
    }
}

void SheetRows::finish() {
    for (auto merge : merges_) {
        const auto first = indexOf(merge.firstRow);
        if (!first) {
            continue;
        }
        merge.lastRow = std::min(*first + (merge.lastRow - merge.firstRow), rows_ - 1);
        merge.firstRow = *first;
        sink_.merge(merge);
    }
    if (cut_) {
        sink_.cut();
    }
    tell(errors_, "The cell holds an error such as #REF!; it was read as empty.",
         " cells hold an error such as #REF!; they were read as empty.");
    tell(uncalculated_, "The formula has no result in the file; the cell was read as empty.",
         " formulas have no result in the file; they were read as empty. Open and save the file in a "
         "spreadsheet program to fill them.");
    if (hiddenRows_ > 0) {
        sink_.warning({sheet_, 0, 0,
                       std::to_string(hiddenRows_) +
                           (hiddenRows_ == 1 ? " hidden row was" : " hidden rows were") + " read too."});
    }
}

} // namespace wardmote::exchange
