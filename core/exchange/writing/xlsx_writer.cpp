#include "core/exchange/reading/number_text.h"
#include "core/exchange/writing/table_writers.h"
#include "core/plan/date.h"

#include <algorithm>
#include <charconv>
#include <xlsxwriter.h>

namespace wardmote::exchange {
namespace {

constexpr std::size_t charactersOfCell = 32'767; ///< Excel's own limit
constexpr double narrowest = 10;                 ///< columns, in characters
constexpr double widest = 48;

std::size_t charactersIn(std::string_view text) {
    return static_cast<std::size_t>(
        std::ranges::count_if(text, [](char c) { return (static_cast<unsigned char>(c) & 0xC0U) != 0x80U; }));
}

std::string_view firstCharacters(std::string_view text, std::size_t count) {
    std::size_t seen = 0;
    for (std::size_t i = 0; i < text.size(); ++i) {
        if ((static_cast<unsigned char>(text[i]) & 0xC0U) != 0x80U && seen++ == count) {
            return text.substr(0, i);
        }
    }
    return text;
}

bool isHex(char c) {
    return (c >= '0' && c <= '9') || (c >= 'a' && c <= 'f') || (c >= 'A' && c <= 'F');
}

/// A text that looks like one of Excel's escapes ("_x000D_") would be read as the character it names.
std::string withEscapes(std::string_view text) {
    std::string result;
    for (std::size_t i = 0; i < text.size(); ++i) {
        const auto rest = text.substr(i);
        const bool escape = rest.size() >= 7 && rest.starts_with("_x") && rest[6] == '_' && isHex(rest[2]) &&
                            isHex(rest[3]) && isHex(rest[4]) && isHex(rest[5]);
        result += escape ? std::string("_x005F_") : std::string(1, text[i]);
    }
    return result;
}

/// Excel allows 31 characters, and not these: []:*?/\ .
std::string sheetName(std::string_view title) {
    std::string name;
    for (const char c : title) {
        name.push_back(std::string_view("[]:*?/\\'").find(c) == std::string_view::npos ? c : ' ');
    }
    name = std::string(firstCharacters(name, 31));
    return name.empty() ? "Sheet1" : name;
}

class Workbook {
public:
    explicit Workbook(const std::filesystem::path& file) {
        const auto name = file.u8string();
        // Rows go to the disk as they come: a county's boundaries would not fit otherwise.
        lxw_workbook_options options{};
        options.constant_memory = LXW_TRUE;
        book_ = ::workbook_new_opt(std::string(name.begin(), name.end()).c_str(), &options);
    }

    Result<void> write(const PlainTable& table, std::vector<std::string>& notes) {
        if (book_ == nullptr) {
            return failure("", {}, "no workbook");
        }
        sheet_ = ::workbook_add_worksheet(book_, sheetName(table.title).c_str());
        if (sheet_ == nullptr) {
            ::workbook_close(book_);
            return failure("", {}, "no sheet");
        }
        bold_ = ::workbook_add_format(book_);
        ::format_set_bold(bold_);
        ::format_set_text_wrap(bold_);
        date_ = ::workbook_add_format(book_);
        ::format_set_num_format(date_, "yyyy-mm-dd");
        setWidths(table);
        ::worksheet_freeze_panes(sheet_, 1, 0);
        for (std::size_t i = 0; i < table.columns.size(); ++i) {
            ::worksheet_write_string(sheet_, 0, static_cast<lxw_col_t>(i), table.columns[i].heading.c_str(),
                                     bold_);
        }
        for (std::size_t row = 0; row < table.rows.size(); ++row) {
            for (std::size_t i = 0; i < table.rows[row].size() && i < table.columns.size(); ++i) {
                cell(static_cast<lxw_row_t>(row + 1), static_cast<lxw_col_t>(i), table.rows[row][i],
                     table.columns[i].kind);
            }
        }
        const auto error = ::workbook_close(book_);
        if (error != LXW_NO_ERROR) {
            return failure("", {}, ::lxw_strerror(error));
        }
        if (cut_ > 0) {
            notes.push_back(
                std::to_string(cut_) + (cut_ == 1 ? " cell is" : " cells are") +
                " longer than the 32,767 characters of an Excel cell and were cut; CSV and JSON keep "
                "them whole.");
        }
        return {};
    }

private:
    void setWidths(const PlainTable& table) {
        for (std::size_t i = 0; i < table.columns.size(); ++i) {
            std::size_t longest = table.columns[i].heading.size();
            for (std::size_t row = 0; row < std::min<std::size_t>(table.rows.size(), 200); ++row) {
                if (i < table.rows[row].size()) {
                    longest = std::max(longest, table.rows[row][i].size());
                }
            }
            const auto column = static_cast<lxw_col_t>(i);
            ::worksheet_set_column(sheet_, column, column,
                                   std::clamp(static_cast<double>(longest) + 2, narrowest, widest), nullptr);
        }
    }

    void cell(lxw_row_t row, lxw_col_t column, const std::string& text, ColumnKind kind) {
        if (text.empty()) {
            return;
        }
        // Only a number that comes back digit for digit becomes one.
        if (kind == ColumnKind::number && plainNumber(text) == text) {
            double number = 0;
            const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), number);
            if (error == std::errc{} && end == text.data() + text.size()) {
                ::worksheet_write_number(sheet_, row, column, number, nullptr);
                return;
            }
        }
        const auto date = kind == ColumnKind::date ? plan::Date::fromIso(text) : std::nullopt;
        if (date && date->year > 1900) {
            lxw_datetime excel{};
            excel.year = date->year;
            excel.month = date->month;
            excel.day = date->day;
            ::worksheet_write_datetime(sheet_, row, column, &excel, date_);
            return;
        }
        const bool tooLong = charactersIn(text) > charactersOfCell;
        cut_ += tooLong ? 1U : 0U;
        const auto kept = withEscapes(tooLong ? firstCharacters(text, charactersOfCell) : text);
        ::worksheet_write_string(sheet_, row, column, kept.c_str(), nullptr);
    }

    lxw_workbook* book_ = nullptr;
    lxw_worksheet* sheet_ = nullptr;
    lxw_format* bold_ = nullptr;
    lxw_format* date_ = nullptr;
    std::size_t cut_ = 0;
};

} // namespace

Result<void> writeXlsx(const PlainTable& table, const std::filesystem::path& file,
                       std::vector<std::string>& notes) {
    if (table.rows.size() >= 1'048'576 || table.columns.size() > 16'384) {
        return failure("An Excel sheet has no room for " + std::to_string(table.rows.size()) + " rows.",
                       "Export as CSV.");
    }
    return Workbook(file).write(table, notes);
}

} // namespace wardmote::exchange
