#pragma once
#include "core/exchange/cell_text.h"
#include "core/exchange/matching/place_reader.h"
#include "core/exchange/matching/word_readers.h"

namespace wardmote::exchange {

/// A sheet with its table and what its columns are used for, looked up once.
class SheetReader {
public:
    SheetReader(const SheetSetup& setup, const Table& table, std::size_t index);

    const SheetSetup& setup;
    const Table& table;
    std::size_t index; ///< place in ImportSetup::sheets

    /// The words for a use: those of its column, else of its constant. Views live as long as the table.
    std::string_view words(std::size_t row, std::string_view use) const;
    /// Column of a use from 1; 0 for constants.
    std::size_t columnOf(std::string_view use) const;
    bool has(std::string_view use) const;
    /// False for blank rows and those that the filter keeps out.
    bool isWanted(std::size_t row) const { return passesFilter(row) && !isBlank(row); }
    std::size_t wantedRows() const;
    /// "Heading: words" for every column that is kept in the notes.
    std::vector<std::string> noteLines(std::size_t row) const;
    /// Uses that are fields of the kind, in the order of its fields.
    std::vector<const plan::FieldInfo*> fields() const { return fields_; }
    bool isExport() const { return has(column_uses::id); }

private:
    bool isBlank(std::size_t row) const;
    bool passesFilter(std::size_t row) const;

    std::unordered_map<std::string, std::size_t> columns_;
    std::unordered_map<std::string, std::string> constants_;
    std::vector<const plan::FieldInfo*> fields_;
};

/// Writes the cells of one row into a record. A blank never overwrites; lists gain what the row names and
/// lose nothing, save in rows of an export, which are exact.
/// `filled`: the record already has what an earlier row of this file said; differing single values then stay.
void writeRow(const SheetReader& sheet, std::size_t tableRow, const RowContext& context, PlaceReader& places,
              plan::RecordKind kind, plan::Id id, bool filled);

/// Gives an area the row's boundary, mended, and its point, whether in metres or in degrees. The first row of
/// an area stands.
void writePlace(const SheetReader& sheet, std::size_t tableRow, const RowContext& context, plan::Id id,
                bool filled);

/// Appends a line to notes unless they hold it.
void addNote(std::string& notes, const std::string& line);

} // namespace wardmote::exchange
