#include "core/exchange/partners/returned_sheet.h"

#include "core/exchange/matching/column_matching.h"
#include "core/exchange/partners/partner_cells.h"
#include "core/exchange/partners/partner_workbook.h"
#include "core/text/words.h"

#include <algorithm>
#include <charconv>
#include <fmt/format.h>
#include <set>

namespace wardmote::exchange {
namespace {

using plan::FieldInfo;
using plan::Id;

constexpr std::size_t headerWithin = 12; ///< rows from the top
constexpr std::size_t headingsNeeded = 2;

Id idOf(std::string_view words) {
    Id id = 0;
    const auto tidy = text::tidied(words);
    const auto [end, error] = std::from_chars(tidy.data(), tidy.data() + tidy.size(), id);
    return error == std::errc{} && end == tidy.data() + tidy.size() && id > 0 && id < plan::idLimit ? id : 0;
}

/// "Length (hours)" -> "length"
std::string headingKey(std::string_view heading) {
    return normalisedHeading(heading.substr(0, heading.find(" (")));
}

const FieldInfo* fieldOf(std::string_view heading) {
    const auto key = headingKey(heading);
    for (const auto* field : partnerFields()) {
        if (key == normalisedHeading(field->label) || key == normalisedHeading(field->key)) {
            return field;
        }
    }
    return nullptr;
}

struct Header {
    const Table* table = nullptr;
    std::size_t row = 0;
    std::size_t known = 0;
};

Header findHeader(std::span<const Table> tables) {
    Header best;
    for (const auto& table : tables) {
        for (std::size_t row = 0; row < std::min(table.rowCount(), headerWithin) && !table.hidden; ++row) {
            std::size_t known = 0;
            for (std::size_t column = 0; column < table.rowLength(row); ++column) {
                known += fieldOf(table.text(row, column)) ? 1 : 0;
            }
            if (known > best.known) {
                best = {&table, row, known};
            }
        }
    }
    return best;
}

class Reader {
public:
    Reader(std::span<const Table> tables, const Header& header) : header_(header) {
        for (const auto& table : tables) {
            if (table.rowCount() > 3 && table.text(0, 0) == partner_sheets::mark) {
                readRecord(table);
            }
        }
        if (sheet_.list == 0) {
            sheet_.warnings.emplace_back(
                "The workbook's hidden sheet is gone, so it is not known which list it "
                "answers; rows are found by their ids and names.");
        }
    }

    Result<ReturnedSheet> read() {
        readHeadings();
        const auto named = std::ranges::find(sheet_.fields, std::string_view("name"), &FieldInfo::key);
        if (named == sheet_.fields.end()) {
            return failure("The list has no column “Name”, so its rows can't be told apart.",
                           "Give the column with the names its heading back.");
        }
        for (std::size_t row = header_.row + 1; row < header_.table->rowCount(); ++row) {
            readRow(row);
        }
        return std::move(sheet_);
    }

private:
    void readRecord(const Table& table) {
        sheet_.list = idOf(table.text(0, 1));
        sheet_.partner = idOf(table.text(1, 1));
        sheet_.footprintSet = idOf(table.text(2, 1));
        for (std::size_t row = 3; row < table.rowCount(); ++row) {
            written_.emplace_back(table.text(row, 0));
        }
    }

    void readHeadings() {
        const auto& table = *header_.table;
        std::set<const FieldInfo*> used;
        columns_.assign(table.rowLength(header_.row), nullptr);
        for (std::size_t column = 0; column < columns_.size(); ++column) {
            const auto* field = fieldOf(table.text(header_.row, column));
            columns_[column] = field && used.insert(field).second ? field : nullptr;
        }
        for (std::size_t column = 0; column < columns_.size(); ++column) {
            const auto heading = text::tidied(table.text(header_.row, column));
            if (headingKey(heading) == headingKey(partner_sheets::idHeading)) {
                idColumn_ = column;
            } else if (!columns_[column] && !heading.empty() &&
                       headingKey(heading) != headingKey(partner_sheets::partHeading)) {
                takeByPlace(column, heading, used);
            }
            if (columns_[column]) {
                sheet_.fields.push_back(columns_[column]);
            }
        }
        if (!idColumn_) {
            sheet_.warnings.emplace_back("The hidden column with the records' ids is gone; rows are found by "
                                         "their names.");
        }
    }

    /// A heading that somebody changed, in a column that stands where it was written.
    void takeByPlace(std::size_t column, const std::string& heading, std::set<const FieldInfo*>& used) {
        constexpr std::size_t before = 2; // id and part
        const auto* field =
            column >= before && column - before < written_.size()
                ? plan::findField(plan::recordInfo(plan::RecordKind::mechanism), written_[column - before])
                : nullptr;
        if (field && used.insert(field).second) {
            columns_[column] = field;
            sheet_.warnings.push_back(
                fmt::format("The heading “{}” is not ours; by its place the column was read "
                            "as “{}”.",
                            heading, field->label));
        } else {
            sheet_.warnings.push_back(fmt::format("The column “{}” is not ours and was left out.", heading));
        }
    }

    void readRow(std::size_t row) {
        const auto& table = *header_.table;
        ReturnedSheet::Row read;
        read.number = table.rowNumber(row);
        bool any = false;
        for (std::size_t column = 0; column < columns_.size(); ++column) {
            if (columns_[column]) {
                auto words = partnerWords(table.text(row, column)).empty()
                                 ? std::string()
                                 : text::trimmed(table.text(row, column));
                any = any || !words.empty();
                read.cells.emplace(columns_[column]->key, std::move(words));
            }
        }
        if (idColumn_) {
            const auto words = text::tidied(table.text(row, *idColumn_));
            read.id = idOf(words);
            read.idUnreadable = read.id == 0 && !words.empty();
        }
        if (any) {
            sheet_.rows.push_back(std::move(read));
        }
    }

    Header header_;
    ReturnedSheet sheet_;
    std::vector<std::string> written_; ///< keys of the columns as they were sent
    std::vector<const FieldInfo*> columns_;
    std::optional<std::size_t> idColumn_;
};

} // namespace

Result<ReturnedSheet> readReturnedSheet(std::span<const Table> tables) {
    const auto header = findHeader(tables);
    if (!header.table || header.known < headingsNeeded) {
        return failure(
            "This workbook has no sheet that looks like a partner's list.",
            "Choose the file that came back from the partner, with its headings as they were sent.");
    }
    return Reader(tables, header).read();
}

} // namespace wardmote::exchange
