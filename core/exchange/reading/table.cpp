#include "core/exchange/reading/table.h"

#include "core/base/contract.h"

#include <algorithm>

namespace wardmote::exchange {

const Table::Cell* Table::cell(std::size_t row, std::size_t column) const {
    if (column >= rowLength(row)) {
        return nullptr;
    }
    return &cells_[rowStarts_[row] + column];
}

std::size_t Table::rowLength(std::size_t row) const {
    if (row >= rowStarts_.size()) {
        return 0;
    }
    const auto end = row + 1 < rowStarts_.size() ? rowStarts_[row + 1] : cells_.size();
    return end - rowStarts_[row];
}

std::string_view Table::text(std::size_t row, std::size_t column) const {
    const auto* found = cell(row, column);
    if (found == nullptr) {
        return {};
    }
    const auto offset = found->offset + (static_cast<std::size_t>(found->offsetHigh) << 32U);
    return std::string_view(texts_).substr(offset, found->length);
}

CellHint Table::hint(std::size_t row, std::size_t column) const {
    const auto* found = cell(row, column);
    return found == nullptr ? CellHint::text : found->hint;
}

std::string_view Table::mergedText(std::size_t row, std::size_t column) const {
    for (const auto& merge : merges) {
        if (row >= merge.firstRow && row <= merge.lastRow && column >= merge.firstColumn &&
            column <= merge.lastColumn) {
            return text(merge.firstRow, merge.firstColumn);
        }
    }
    return text(row, column);
}

Place Table::place(std::size_t row) const {
    return row < places_.size() ? places_[row] : Place{};
}

void Table::startRow(std::size_t number) {
    rowStarts_.push_back(cells_.size());
    rowNumbers_.push_back(number != 0 ? number : rowNumbers_.empty() ? 1 : rowNumbers_.back() + 1);
}

void Table::addCell(std::string_view text, CellHint hint) {
    contract(!rowStarts_.empty(), "a cell before the first row");
    const auto offset = texts_.size();
    texts_.append(text);
    cells_.push_back({static_cast<std::uint32_t>(offset), static_cast<std::uint32_t>(text.size()),
                      static_cast<std::uint16_t>(offset >> 32U), hint});
    columns_ = std::max(columns_, cells_.size() - rowStarts_.back());
}

void Table::setPlace(Place place) {
    contract(!rowStarts_.empty(), "a place before the first row");
    places_.resize(rowStarts_.size());
    places_.back() = std::move(place);
}

std::string_view nameOf(FileKind kind) {
    switch (kind) {
    case FileKind::csv:
        return "a table as text (CSV)";
    case FileKind::xlsx:
        return "an Excel workbook (XLSX)";
    case FileKind::ods:
        return "an OpenDocument spreadsheet (ODS)";
    case FileKind::xls:
        return "an old Excel workbook (XLS)";
    case FileKind::geoPackage:
        return "a GeoPackage";
    case FileKind::geoJson:
        return "a GeoJSON file";
    case FileKind::shapefile:
        return "a Shapefile";
    case FileKind::calendar:
        return "a calendar (iCalendar)";
    case FileKind::json:
        return "records exported by Wardmote (JSON)";
    }
    return {};
}

std::string_view nameOf(Encoding encoding) {
    switch (encoding) {
    case Encoding::utf8:
        return "UTF-8";
    case Encoding::utf16LittleEndian:
        return "UTF-16 (little-endian)";
    case Encoding::utf16BigEndian:
        return "UTF-16 (big-endian)";
    case Encoding::windows1252:
        return "Windows-1252";
    }
    return {};
}

} // namespace wardmote::exchange
