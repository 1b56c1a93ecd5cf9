#include "core/exchange/matching/row_reader.h"
#include "core/text/words.h"

#include <algorithm>
#include <array>
#include <fmt/format.h>

namespace wardmote::exchange {
namespace {

/// Fields that a dated row says of its meeting, not of the mechanism.
constexpr std::array<std::string_view, 6> meetingFields{
    "start_time", "length_hours", "venue", "attendance_public", "attendance_members", "attendance_officers"};

} // namespace

SheetReader::SheetReader(const SheetSetup& sheet, const Table& source, std::size_t place)
    : setup(sheet), table(source), index(place) {
    for (std::size_t c = 0; c < sheet.columns.size(); ++c) {
        if (!sheet.columns[c].use.empty()) {
            columns_.emplace(sheet.columns[c].use, c);
        }
    }
    for (const auto& constant : sheet.constants) {
        constants_.emplace(constant.use, constant.words);
    }
    for (const auto& field : plan::recordInfo(sheet.kind).fields) {
        const std::string key(field.key);
        const bool ofMeeting = sheet.form == ImportForm::datedMeetings &&
                               std::ranges::find(meetingFields, field.key) != meetingFields.end();
        if (!ofMeeting && (columns_.contains(key) || constants_.contains(key))) {
            fields_.push_back(&field);
        }
    }
}

std::string_view SheetReader::words(std::size_t row, std::string_view use) const {
    const std::string key(use);
    if (const auto column = columns_.find(key); column != columns_.end()) {
        const auto cell = table.mergedText(row, column->second);
        if (cell.find_first_not_of(" \t\r\n") != std::string_view::npos) {
            return cell;
        }
    }
    const auto constant = constants_.find(key);
    return constant == constants_.end() ? std::string_view{} : std::string_view(constant->second);
}

std::size_t SheetReader::columnOf(std::string_view use) const {
    const auto column = columns_.find(std::string(use));
    return column == columns_.end() ? 0 : column->second + 1;
}

bool SheetReader::has(std::string_view use) const {
    const std::string key(use);
    return columns_.contains(key) || constants_.contains(key);
}

std::size_t SheetReader::wantedRows() const {
    std::size_t wanted = 0;
    for (auto row = setup.firstRow; row < std::min(setup.endRow, table.rowCount()); ++row) {
        wanted += isWanted(row) ? 1 : 0;
    }
    return wanted;
}

bool SheetReader::isBlank(std::size_t row) const {
    for (std::size_t c = 0; c < table.rowLength(row); ++c) {
        if (!text::tidied(table.text(row, c).substr(0, 1000)).empty()) {
            return false;
        }
    }
    const auto place = table.place(row);
    return !place.shape && !place.point;
}

bool SheetReader::passesFilter(std::size_t row) const {
    if (!setup.filter) {
        return true;
    }
    const auto cell = text::folded(table.text(row, setup.filter->column));
    return std::ranges::any_of(setup.filter->keep,
                               [&](const std::string& word) { return text::folded(word) == cell; });
}

std::vector<std::string> SheetReader::noteLines(std::size_t row) const {
    std::vector<std::string> lines;
    for (std::size_t c = 0; c < setup.columns.size(); ++c) {
        if (setup.columns[c].use == column_uses::note) {
            const auto words = text::tidied(table.text(row, c));
            if (!text::meansNothing(words)) {
                auto heading = setup.columns[c].heading;
                std::ranges::replace(heading, '_', ' ');
                if (!heading.empty() && heading[0] >= 'a' && heading[0] <= 'z') {
                    heading[0] = static_cast<char>(heading[0] - 'a' + 'A');
                }
                lines.push_back(fmt::format("{}: {}", heading, words));
            }
        }
    }
    return lines;
}

} // namespace wardmote::exchange
