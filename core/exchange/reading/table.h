#pragma once
#include "core/plan/shape.h"

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace wardmote::exchange {

/// What the file itself said a cell is. CSV says nothing: all its cells are text. The text is what to read;
/// the hint only tells "2013" the number from "2013" the word.
enum class CellHint : std::uint8_t {
    text,
    number,   ///< as written in the file: "0.1", "1234", never "1,234"
    date,     ///< "2013-05-08"
    time,     ///< "19:00" or "19:00:30"
    dateTime, ///< "2013-05-08 19:00"
    flag,     ///< "yes" or "no"
};

/// A block of merged cells, both corners in it; rows and columns from 0. Its first cell holds the content;
/// the others are empty in the table, and Table::mergedText looks through.
struct Merge {
    std::size_t firstRow = 0;
    std::size_t firstColumn = 0;
    std::size_t lastRow = 0;
    std::size_t lastColumn = 0;
    bool operator==(const Merge&) const = default;
};

/// Where a row lies: a boundary, a point, or neither. British National Grid, not yet mended.
struct Place {
    plan::ShapeRef shape;
    std::optional<plan::Point> point;
};

/// One sheet, or one layer of boundaries, as rows of cells. Rows may have different lengths. Texts lie in one
/// block, so that a hundred megabytes of rows take little more than that.
class Table {
public:
    std::string name; ///< of the sheet or layer; of a CSV file its file name without ending
    bool hidden = false;
    bool headingsInFirstRow = false; ///< a layer: row 0 holds its field names
    bool cut = false;                ///< the row limit was met: the file has more rows
    std::vector<Merge> merges;

    std::size_t rowCount() const { return rowStarts_.size(); }
    std::size_t columnCount() const { return columns_; } ///< of the longest row
    std::size_t rowLength(std::size_t row) const;
    /// The cell's text in UTF-8, with its spaces and line breaks; empty beyond the end of a row.
    std::string_view text(std::size_t row, std::size_t column) const;
    CellHint hint(std::size_t row, std::size_t column) const;
    /// As text(), but a cell inside a merged block has the text of the whole block.
    std::string_view mergedText(std::size_t row, std::size_t column) const;
    /// The number a person sees beside the row: a sheet's row, a CSV file's line; from 1.
    std::size_t rowNumber(std::size_t row) const { return rowNumbers_[row]; }
    /// True if any row has a shape or a point.
    bool hasPlaces() const { return !places_.empty(); }
    Place place(std::size_t row) const;

    /// Building, row after row. number 0: the one after the last.
    void startRow(std::size_t number = 0);
    void addCell(std::string_view text, CellHint hint = CellHint::text);
    void setPlace(Place place); ///< of the row started last
    std::size_t cellCount() const { return cells_.size(); }
    std::size_t textBytes() const { return texts_.size(); }

private:
    struct Cell {
        std::uint32_t offset; ///< in texts_, together with the high bits
        std::uint32_t length;
        std::uint16_t offsetHigh;
        CellHint hint;
    };
    const Cell* cell(std::size_t row, std::size_t column) const;

    std::string texts_;
    std::vector<Cell> cells_;
    std::vector<std::size_t> rowStarts_;
    std::vector<std::size_t> rowNumbers_;
    std::vector<Place> places_; ///< empty, or as long as the row that last set one
    std::size_t columns_ = 0;
};

/// Something in the file that a person should know of though it was read.
struct Warning {
    std::string sheet;      ///< empty: the file as a whole
    std::size_t row = 0;    ///< as rowNumber(); 0: the sheet as a whole
    std::size_t column = 0; ///< from 1; 0: the row as a whole
    std::string message;
    bool operator==(const Warning&) const = default;
};

enum class FileKind : std::uint8_t { csv, xlsx, ods, xls, geoPackage, geoJson, shapefile, json, calendar };
std::string_view nameOf(FileKind kind); ///< "an Excel workbook (XLSX)"

enum class Encoding : std::uint8_t { utf8, utf16LittleEndian, utf16BigEndian, windows1252 };
std::string_view nameOf(Encoding encoding); ///< "UTF-8"

/// One sheet or layer of the file, whether or not it was read.
struct SheetSummary {
    std::string name;
    bool hidden = false;
    std::optional<std::size_t> rows; ///< of a layer its features; unknown where only reading would tell
    std::string projection;          ///< of a layer, as the file says, for example "EPSG:27700"
    std::string geometry;            ///< of a layer: "boundaries", "points", "lines" or ""
};

/// Everything that was found in a file.
struct FileContents {
    FileKind kind = FileKind::csv;
    std::vector<SheetSummary> sheets; ///< all of them, in the file's order
    std::vector<Table> tables;        ///< those asked for, in the file's order
    std::vector<Warning> warnings;
    std::optional<Encoding> encoding; ///< of a CSV file: found, or as asked for
    bool byteOrderMark = false;
    std::optional<char> delimiter; ///< of a CSV file: found, or as asked for
};

} // namespace wardmote::exchange
