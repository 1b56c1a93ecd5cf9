#include "core/exchange/reading/calendar_events.h"
#include "core/exchange/reading/detect.h"
#include "core/exchange/reading/readers.h"

#include <fmt/format.h>
#include <fstream>
#include <sstream>

namespace wardmote::exchange {
namespace {

constexpr std::uintmax_t mostBytes = 64ULL << 20U;

void writeRow(Sink& sink, std::size_t number, const std::vector<std::string>& cells) {
    std::vector<SinkCell> row;
    for (const auto& cell : cells) {
        row.push_back({cell, CellHint::text});
    }
    sink.row(number, row, nullptr);
}

} // namespace

void readCalendar(const std::filesystem::path& file, const ReadOptions& options, Sink& sink) {
    if (std::filesystem::file_size(file) > mostBytes) {
        throw Refused{fmt::format("A calendar of more than {} MB can't be read.", mostBytes >> 20U),
                      "Export a shorter time, or one calendar at a time.",
                      {}};
    }
    std::ifstream stream(file, std::ios::binary);
    std::ostringstream text;
    text << stream.rdbuf();
    const auto content = readCalendarText(text.str());
    const std::string name = "meetings";
    sink.sheet({name, false, content.meetings.size(), {}, {}});
    for (const auto& warning : content.warnings) {
        sink.warning({name, 0, 0, warning});
    }
    if (!isWanted(options, name)) {
        return;
    }
    sink.startTable(name, false, true);
    writeRow(sink, 1,
             {"name", "date", "start_time", "length_hours", "venue", "topics", "status", "link",
              "calendar_uid", "series"});
    std::size_t number = 1;
    for (const auto& meeting : content.meetings) {
        if (options.rowLimit && number >= *options.rowLimit) {
            sink.cut();
            return;
        }
        writeRow(sink, ++number,
                 {meeting.name, meeting.start.date.iso(), meeting.start.time ? meeting.start.time->iso() : "",
                  meeting.lengthHours ? fmt::format("{:.6g}", *meeting.lengthHours) : "", meeting.venue,
                  meeting.description, meeting.cancelled ? "cancelled" : "", meeting.link, meeting.uid,
                  meeting.series});
    }
    if (content.cut) {
        sink.cut();
    }
}

} // namespace wardmote::exchange
