#include "core/exchange/reading/sink.h"

#include "core/base/contract.h"

namespace wardmote::exchange {
namespace {

constexpr std::size_t warningsListed = 200;
constexpr std::size_t mergesKept = 20'000;

std::string inSheet(const std::string& sheet) {
    return sheet.empty() ? std::string{} : " in \"" + sheet + "\"";
}

} // namespace

std::string_view shortenedTo(std::string_view text, std::size_t bytes) {
    if (text.size() <= bytes) {
        return text;
    }
    while (bytes > 0 && (static_cast<unsigned char>(text[bytes]) & 0xC0U) == 0x80U) {
        --bytes;
    }
    return text.substr(0, bytes);
}

Table& ContentsSink::table() {
    contract(!contents.tables.empty(), "a row before its table");
    return contents.tables.back();
}

void ContentsSink::csv(Encoding encoding, bool byteOrderMark, char delimiter) {
    contents.encoding = encoding;
    contents.byteOrderMark = byteOrderMark;
    contents.delimiter = delimiter;
}

void ContentsSink::startTable(const std::string& name, bool hidden, bool headingsInFirstRow) {
    auto& made = contents.tables.emplace_back();
    made.name = name;
    made.hidden = hidden;
    made.headingsInFirstRow = headingsInFirstRow;
}

void ContentsSink::row(std::size_t number, const std::vector<SinkCell>& cells, const Place* place) {
    auto& into = table();
    into.startRow(number);
    for (const auto& cell : cells) {
        into.addCell(cell.text, cell.hint);
    }
    if (place != nullptr) {
        into.setPlace(*place);
    }
}

void ContentsSink::merge(const Merge& merge) {
    table().merges.push_back(merge);
}

void ContentsSink::cut() {
    table().cut = true;
}

void GuardSink::startTable(const std::string& name, bool hidden, bool headingsInFirstRow) {
    table_ = name;
    merges_ = 0;
    behind_.startTable(name, hidden, headingsInFirstRow);
}

void GuardSink::row(std::size_t number, const std::vector<SinkCell>& cells, const Place* place) {
    if (cells.size() > limits_.columns) {
        throw Refused{
            "Row " + std::to_string(number) + inSheet(table_) + " has " + std::to_string(cells.size()) +
                " columns; up to " + std::to_string(limits_.columns) + " can be read.",
            "Check that the file is a list with a row for each record, and keep the columns needed.",
            {}};
    }
    cells_ += cells.size();
    bool tooLong = false;
    for (std::size_t i = 0; i < cells.size(); ++i) {
        bytes_ += cells[i].text.size();
        tooLong = tooLong || cells[i].text.size() > limits_.cellBytes;
    }
    if (cells_ > limits_.cells || bytes_ > limits_.textBytes) {
        throw Refused{"The file holds more than can be read at once: at row " + std::to_string(number) +
                          inSheet(table_) + " there are " + std::to_string(cells_) + " cells with " +
                          std::to_string(bytes_ >> 20U) + " MB of text.",
                      "Split it into smaller files, or keep only the rows and columns needed.",
                      {}};
    }
    if (place != nullptr && place->shape) {
        for (const auto& polygon : place->shape->polygons) {
            for (const auto& ring : polygon) {
                points_ += ring.size();
            }
        }
        if (points_ > limits_.shapePoints) {
            throw Refused{"The boundaries" + inSheet(table_) + " have more than " +
                              std::to_string(limits_.shapePoints) + " points.",
                          "Use a generalised version of them; the Office for National Statistics calls it "
                          "BGC or BSC.",
                          {}};
        }
    }
    if (!tooLong) {
        behind_.row(number, cells, place);
        return;
    }
    shortened_ = cells;
    for (std::size_t i = 0; i < shortened_.size(); ++i) {
        auto& text = shortened_[i].text;
        if (text.size() > limits_.cellBytes) {
            warning({table_, number, i + 1,
                     "The cell holds " + std::to_string(text.size()) + " bytes; the first " +
                         std::to_string(limits_.cellBytes) + " were read."});
            text = shortenedTo(text, limits_.cellBytes);
        }
    }
    behind_.row(number, shortened_, place);
}

void GuardSink::merge(const Merge& merge) {
    if (++merges_ <= mergesKept) {
        behind_.merge(merge);
    } else if (merges_ == mergesKept + 1) {
        warning({table_, 0, 0,
                 "There are more than " + std::to_string(mergesKept) +
                     " merged cells; those beyond were read as if not merged."});
    }
}

void GuardSink::warning(const Warning& warning) {
    if (++warnings_ <= warningsListed) {
        behind_.warning(warning);
    }
}

void GuardSink::finish() {
    if (warnings_ > warningsListed) {
        behind_.warning(
            {{}, 0, 0, "And " + std::to_string(warnings_ - warningsListed) + " more like these."});
    }
}

} // namespace wardmote::exchange
