#include "core/exchange/partners/partner_workbook.h"

#include "core/exchange/partners/partner_cells.h"
#include "core/exchange/writing/replaced_file.h"
#include "core/plan/wording.h"

#include <algorithm>
#include <charconv>
#include <nlohmann/json.hpp>
#include <xlsxwriter.h>

namespace wardmote::exchange {
namespace {

using plan::FieldInfo;
using plan::FieldKind;
using plan::Id;

constexpr lxw_row_t spareRows = 40; ///< for mechanisms that the plan does not know
constexpr lxw_col_t firstField = 2; ///< after id and part

class Writer {
public:
    Writer(const plan::Plan& plan, const PartnerRequest& request)
        : plan_(plan), request_(request), cells_(plan, request.footprintSet),
          fields_(request.fields.empty() ? usualPartnerFields() : request.fields),
          mechanisms_(mechanismsOfPartner(plan, request.partner)) {
        // A row must say which mechanism it is.
        const auto* name = plan::findField(plan::recordInfo(plan::RecordKind::mechanism), "name");
        std::erase(fields_, name);
        fields_.insert(fields_.begin(), name);
        list_.id = request.list;
        list_.partner = {request.partner};
        list_.footprintSet = {request.footprintSet};
        list_.sentOn = request.today;
        list_.name = partnerName() + ", " + request.today.words();
    }

    Result<void> write(const std::filesystem::path& file) {
        const auto name = file.u8string();
        book_ = ::workbook_new(std::string(name.begin(), name.end()).c_str());
        if (book_ == nullptr) {
            return failure("", {}, "no workbook");
        }
        makeFormats();
        lxw_doc_properties properties{};
        auto title = titleWords();
        properties.title = title.data(); // the library wants what it does not change to be changeable
        ::workbook_set_properties(book_, &properties);
        auto* advice = ::workbook_add_worksheet(book_, partner_sheets::instructions);
        sheet_ = ::workbook_add_worksheet(book_, partner_sheets::list);
        choices_ = ::workbook_add_worksheet(book_, partner_sheets::choices);
        auto* record = ::workbook_add_worksheet(book_, partner_sheets::record);
        writeAdvice(advice);
        writeHeader(title);
        for (const auto id : mechanisms_) {
            writeRow(*plan_.find<plan::Mechanism>(id));
        }
        writeSpareRows();
        writeDropDowns();
        protect();
        writeRecord(record);
        ::worksheet_hide(choices_);
        ::worksheet_hide(record);
        ::worksheet_activate(advice);
        const auto error = ::workbook_close(book_);
        return error == LXW_NO_ERROR ? Result<void>{} : failure("", {}, ::lxw_strerror(error));
    }

    plan::PartnerList list() const { return list_; }

private:
    std::string partnerName() const {
        return plan::nameOf(plan_, plan::RecordKind::organisation, request_.partner);
    }
    std::string titleWords() const {
        const auto& settings = plan_.settings();
        return "What " + (settings.name.empty() ? "the plan" : settings.name) + " has on record for " +
               partnerName() + ", " + request_.today.words();
    }

    lxw_format* format(bool locked) {
        auto* made = ::workbook_add_format(book_);
        ::format_set_text_wrap(made);
        ::format_set_align(made, LXW_ALIGN_VERTICAL_TOP);
        if (!locked) {
            ::format_set_unlocked(made);
        }
        return made;
    }

    void makeFormats() {
        title_ = ::workbook_add_format(book_);
        ::format_set_bold(title_);
        ::format_set_font_size(title_, 16);
        header_ = format(true);
        ::format_set_bold(header_);
        ::format_set_bg_color(header_, 0x1F3864);
        ::format_set_font_color(header_, LXW_COLOR_WHITE);
        words_ = format(true);
        open_ = format(false);
        date_ = format(false);
        ::format_set_num_format(date_, "dd/mm/yyyy");
        check_ = format(false);
        ::format_set_italic(check_);
        ::format_set_bg_color(check_, 0xFFF2CC);
        ::format_set_border(check_, LXW_BORDER_DASHED);
    }

    void writeAdvice(lxw_worksheet* sheet) {
        ::worksheet_set_column(sheet, 0, 0, 100, nullptr);
        ::worksheet_write_string(sheet, 0, 0, "How to fill in your list", title_);
        const std::string places =
            request_.footprintSet
                ? "Places are your own: " +
                      plan::nameOf(plan_, plan::RecordKind::footprintSet, request_.footprintSet) +
                      ". Put a semicolon between them."
                : std::string("Put a semicolon between places.");
        const std::string lines[] = {
            "The sheet “Your list” has the meetings and groups that you lead or attend, one in each row.",
            "Please correct what is wrong. Change nothing that is right.",
            "Where a cell says “please check”, we have nothing on record. Type over it if you know; "
            "leave it if you don't.",
            places,
            "Put a semicolon between organisations, themes and audiences too.",
            "Some cells offer a list: choose from it with Alt and the down arrow, or the small arrow.",
            "Add what we don't know of in the empty rows at the end.",
            "If something has ended, choose “Ended” under Status. If you delete a row, we will ask you about "
            "it "
            "and delete nothing.",
            "You may sort the rows. Please leave the headings as they are, save the file as Excel, and send "
            "it "
            "back.",
        };
        lxw_row_t row = 2;
        for (const auto& line : lines) {
            ::worksheet_write_string(sheet, row++, 0, line.c_str(), words_);
        }
    }

    void writeHeader(const std::string& title) {
        ::worksheet_write_string(sheet_, 0, 0, "", title_);
        ::worksheet_write_string(sheet_, 0, 1, title.c_str(), title_);
        ::worksheet_write_string(sheet_, 1, 1, "The sheet before this one says how to fill it in.", nullptr);
        const auto row = static_cast<lxw_row_t>(partner_sheets::headerRow);
        lxw_row_col_options hidden{};
        hidden.hidden = 1;
        ::worksheet_set_column_opt(sheet_, 0, 0, 4, nullptr, &hidden);
        ::worksheet_write_string(sheet_, row, 0, std::string(partner_sheets::idHeading).c_str(), header_);
        ::worksheet_set_column(sheet_, 1, 1, 11, nullptr);
        ::worksheet_write_string(sheet_, row, 1, std::string(partner_sheets::partHeading).c_str(), header_);
        lxw_col_t column = firstField;
        for (const auto* field : fields_) {
            const bool wide =
                field->rules.longText || field->kind == FieldKind::links || field->key == "name";
            ::worksheet_set_column(sheet_, column, column, wide ? 36 : 18, nullptr);
            ::worksheet_write_string(sheet_, row, column++, heading(*field).c_str(), header_);
        }
        ::worksheet_freeze_panes(sheet_, row + 1, firstField + 1);
        // Some print it to go round the office: all columns on one A3 sheet's width, headings on each.
        constexpr std::uint8_t a3 = 8;
        ::worksheet_set_paper(sheet_, a3);
        ::worksheet_set_landscape(sheet_);
        ::worksheet_fit_to_pages(sheet_, 1, 0);
        ::worksheet_repeat_rows(sheet_, row, row);
    }

    static std::string heading(const FieldInfo& field) {
        return std::string(field.label) +
               (field.rules.unit.empty() ? "" : " (" + std::string(field.rules.unit) + ")");
    }

    /// All of it unlocked: Excel sorts protected rows only where no cell of them is locked.
    void writeRow(const plan::Mechanism& mechanism) {
        ::worksheet_write_string(sheet_, row_, 0, std::to_string(mechanism.id).c_str(), open_);
        ::worksheet_write_string(sheet_, row_, 1,
                                 leads(plan_, mechanism, request_.partner) ? "Leads" : "Attends", open_);
        std::vector<std::pair<std::string, std::string>> content;
        lxw_col_t column = firstField;
        for (const auto* field : fields_) {
            const auto text = cells_.text(*field, mechanism);
            writeCell(column++, *field, text);
            content.emplace_back(field->key, text);
        }
        list_.rows.push_back({std::to_string(mechanism.id), {mechanism.id}, rowContent(content)});
        ++row_;
    }

    void writeCell(lxw_col_t column, const FieldInfo& field, const std::string& text) {
        if (text.empty()) {
            ::worksheet_write_string(sheet_, row_, column, std::string(pleaseCheck).c_str(), check_);
            return;
        }
        if (const auto date = field.kind == FieldKind::date ? plan::Date::fromIso(text) : std::nullopt;
            date && date->year > 1900) {
            lxw_datetime excel{};
            excel.year = date->year;
            excel.month = date->month;
            excel.day = date->day;
            ::worksheet_write_datetime(sheet_, row_, column, &excel, date_);
            return;
        }
        const bool number = field.kind == FieldKind::integer || field.kind == FieldKind::number ||
                            field.kind == FieldKind::money;
        double figure = 0;
        if (number && std::from_chars(text.data(), text.data() + text.size(), figure).ec == std::errc{}) {
            ::worksheet_write_number(sheet_, row_, column, figure, open_);
            return;
        }
        ::worksheet_write_string(sheet_, row_, column, text.c_str(), open_);
    }

    void writeSpareRows() {
        const auto last = static_cast<lxw_col_t>(firstField + fields_.size());
        for (lxw_row_t row = row_; row < row_ + spareRows; ++row) {
            for (lxw_col_t column = 0; column < last; ++column) {
                const bool date =
                    column >= firstField &&
                    fields_[static_cast<std::size_t>(column - firstField)]->kind == FieldKind::date;
                ::worksheet_write_blank(sheet_, row, column, date ? date_ : open_);
            }
        }
    }

    void writeDropDowns() {
        const auto first = static_cast<lxw_row_t>(partner_sheets::headerRow + 1);
        lxw_col_t listed = 0;
        std::string errorTitle = "Not in the list";
        std::string errorMessage = "Please choose from the list, or tell us in your message.";
        for (std::size_t i = 0; i < fields_.size(); ++i) {
            const auto& field = *fields_[i];
            std::vector<std::string> offered;
            if (field.kind == FieldKind::flag) {
                offered = {"Yes", "No"};
            }
            for (const auto& choice : field.choices) {
                offered.emplace_back(choice.label);
            }
            if (offered.empty()) {
                continue;
            }
            ::worksheet_write_string(choices_, 0, listed, heading(field).c_str(), header_);
            for (std::size_t row = 0; row < offered.size(); ++row) {
                ::worksheet_write_string(choices_, static_cast<lxw_row_t>(row + 1), listed,
                                         offered[row].c_str(), nullptr);
            }
            char from[LXW_MAX_CELL_NAME_LENGTH];
            char to[LXW_MAX_CELL_NAME_LENGTH];
            ::lxw_rowcol_to_cell_abs(from, 1, listed, 1, 1);
            ::lxw_rowcol_to_cell_abs(to, static_cast<lxw_row_t>(offered.size()), listed, 1, 1);
            auto range = std::string("=") + partner_sheets::choices + "!" + from + ":" + to;
            lxw_data_validation validation{};
            validation.validate = LXW_VALIDATION_TYPE_LIST_FORMULA;
            validation.value_formula = range.data();
            validation.error_type = LXW_VALIDATION_ERROR_TYPE_WARNING;
            validation.error_title = errorTitle.data();
            validation.error_message = errorMessage.data();
            const auto column = static_cast<lxw_col_t>(firstField + i);
            ::worksheet_data_validation_range(sheet_, first, column, row_ + spareRows - 1, column,
                                              &validation);
            ++listed;
        }
    }

    /// The header and the title stay; rows may be sorted, columns and rows widened.
    void protect() {
        lxw_protection options{};
        options.sort = 1;
        options.autofilter = 1;
        options.format_columns = 1;
        options.format_rows = 1;
        options.format_cells = 1;
        options.insert_rows = 1;
        options.delete_rows = 1;
        ::worksheet_protect(sheet_, nullptr, &options);
    }

    void writeRecord(lxw_worksheet* sheet) const {
        lxw_row_t row = 0;
        const auto line = [&](std::string_view key, const std::string& value) {
            ::worksheet_write_string(sheet, row, 0, std::string(key).c_str(), nullptr);
            ::worksheet_write_string(sheet, row++, 1, value.c_str(), nullptr);
        };
        line(partner_sheets::mark, std::to_string(request_.list));
        line("partner", std::to_string(request_.partner));
        line("footprint_set", std::to_string(request_.footprintSet));
        for (const auto* field : fields_) {
            line(field->key, heading(*field));
        }
    }

    const plan::Plan& plan_;
    const PartnerRequest& request_;
    PartnerCells cells_;
    std::vector<const FieldInfo*> fields_;
    std::vector<Id> mechanisms_;
    plan::PartnerList list_;
    lxw_workbook* book_ = nullptr;
    lxw_worksheet* sheet_ = nullptr;
    lxw_worksheet* choices_ = nullptr;
    lxw_format* title_ = nullptr;
    lxw_format* header_ = nullptr;
    lxw_format* words_ = nullptr;
    lxw_format* open_ = nullptr;
    lxw_format* date_ = nullptr;
    lxw_format* check_ = nullptr;
    lxw_row_t row_ = static_cast<lxw_row_t>(partner_sheets::headerRow + 1);
};

} // namespace

Result<plan::PartnerList> writePartnerWorkbook(const plan::Plan& plan, const PartnerRequest& request,
                                               const std::filesystem::path& file) {
    if (!plan.find<plan::Organisation>(request.partner)) {
        return failure("There is no such partner in the plan.");
    }
    Writer writer(plan, request);
    const auto written =
        replaceFile(file, [&](const std::filesystem::path& temporary) { return writer.write(temporary); });
    if (!written) {
        return Failure(written.error());
    }
    auto list = writer.list();
    list.fileName = file.filename().string();
    return list;
}

std::string rowContent(const std::vector<std::pair<std::string, std::string>>& cells) {
    nlohmann::ordered_json json = nlohmann::ordered_json::object();
    for (const auto& [key, text] : cells) {
        json[key] = text;
    }
    return json.dump(-1, ' ', false, nlohmann::ordered_json::error_handler_t::replace);
}

std::vector<std::pair<std::string, std::string>> cellsOf(const plan::PartnerListRow& row) {
    std::vector<std::pair<std::string, std::string>> cells;
    const auto json = nlohmann::ordered_json::parse(row.content, nullptr, false);
    if (json.is_object()) {
        for (const auto& [key, value] : json.items()) {
            if (value.is_string()) {
                cells.emplace_back(key, value.get<std::string>());
            }
        }
    }
    return cells;
}

} // namespace wardmote::exchange
