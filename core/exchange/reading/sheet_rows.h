#pragma once
#include "core/exchange/reading/sink.h"

#include <optional>
#include <string>
#include <utility>
#include <vector>

namespace wardmote::exchange {

/// Gathers the cells of one sheet into rows for a sink: fills gaps, leaves out empty rows at the end and
/// empty cells at the end of rows, holds the row limit, counts what people should know of.
class SheetRows {
public:
    SheetRows(const std::string& sheet, bool hidden, const ReadOptions& options, Sink& sink);

    /// number: of the sheet's row, from 1, larger than the last. Rows between are empty.
    void startRow(std::size_t number);
    /// column from 0, larger than the last one's of this row; an empty text may be left out.
    void cell(std::size_t column, std::string text, CellHint hint);
    void endRow();
    /// The row just ended stands for so many equal ones.
    void repeatRow(std::size_t times);
    /// In rows and columns of the sheet from 0.
    void merge(const Merge& inSheet);
    void errorCell(std::size_t column);    ///< "#REF!" and its like, read as empty
    void uncalculated(std::size_t column); ///< a formula whose result is not in the file
    void hiddenRow() { ++hiddenRows_; }

    bool full() const { return options_.rowLimit && rows_ >= *options_.rowLimit; }
    void seenMore() { cut_ = true; } ///< beyond the limit there is something
    std::size_t lastNumber() const { return number_; }
    void finish(); ///< tells the merges and what was counted

private:
    struct Noted {
        std::size_t count = 0;
        std::size_t row = 0;
        std::size_t column = 0;
    };
    void note(Noted& what, std::size_t column);
    void emit();
    void tell(const Noted& what, const std::string& one, const std::string& many);
    std::optional<std::size_t> indexOf(std::size_t sheetRow) const;

    std::string sheet_;
    const ReadOptions& options_;
    Sink& sink_;
    std::vector<std::pair<std::string, CellHint>> cells_;
    std::vector<SinkCell> row_;
    std::vector<std::pair<std::size_t, std::size_t>> jumps_; ///< from sheet row (0-based) -> table row
    std::vector<Merge> merges_;
    std::size_t number_ = 0;    ///< of the row at work on
    std::size_t lastShown_ = 0; ///< number of the last row given to the sink
    std::size_t rows_ = 0;      ///< given to the sink
    std::size_t hiddenRows_ = 0;
    bool cut_ = false;
    Noted errors_;
    Noted uncalculated_;
};

/// "B12" -> row 11, column 1; nothing unless it is a cell of a sheet of at most 1,048,576 by 16,384.
std::optional<std::pair<std::size_t, std::size_t>> cellPosition(std::string_view reference);

} // namespace wardmote::exchange
