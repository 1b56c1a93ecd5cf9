#include "core/exchange/reading/number_text.h"
#include "core/exchange/reading/readers.h"
#include "core/exchange/reading/sheet_rows.h"
#include "core/exchange/reading/xlsx_parts.h"
#include "core/exchange/reading/xml_stream.h"

#include <charconv>

// GDAL's driver is not used for XLSX and ODS. Measured with 3.6: it holds the whole workbook (a 3 MB file
// took 1 GB), keeps only the first run of formatted inline text, leaves times as day fractions, tells
// nothing of merged cells, hidden sheets or kinds of cell, and can't stop after the first rows. Expat and
// libzip stream the same parts in a few megabytes.
namespace wardmote::exchange {
namespace {

/// After the row limit the rest is only looked through for merged cells, and no further than this.
constexpr std::uint64_t previewBytes = 32ULL << 20;

/// The hint for cells of a style; numbers where styles.xml says nothing.
CellHint styleHint(const XlsxWorkbook& workbook, std::size_t style) {
    return style < workbook.styles.size() ? workbook.styles[style] : CellHint::number;
}

class SheetHandler : public XmlHandler {
public:
    SheetHandler(const XlsxWorkbook& workbook, const SharedTexts& texts, SheetRows& rows,
                 const ReadLimits& limits)
        : workbook_(workbook), texts_(texts), rows_(rows), limits_(limits) {}

    void start(std::string_view name, const XmlAttributes& attributes) override {
        if (name == "row") {
            startRow(attributes);
        } else if (name == "c") {
            startCell(attributes);
        } else if (name == "v" || (name == "t" && !phonetic_)) {
            collecting_ = true;
        } else if (name == "f") {
            formula_ = true;
        } else if (name == "rPh") {
            phonetic_ = true;
        } else if (name == "mergeCell") {
            merge(attributes.get("ref"));
        }
    }

    void end(std::string_view name) override {
        if (name == "v" || name == "t") {
            collecting_ = false;
        } else if (name == "c") {
            endCell();
        } else if (name == "row") {
            rows_.endRow();
            inRow_ = false;
        } else if (name == "rPh") {
            phonetic_ = false;
        }
    }

    void text(std::string_view piece) override {
        // One cell over the limit is told by the guard behind; far over it nothing more is gathered.
        if (collecting_ && content_.size() <= (rows_.full() ? 0 : limits_.cellBytes * 8)) {
            content_.append(piece);
        }
    }

    bool enough() const override { return rows_.full() && taken_ > previewBytes; }
    void at(std::uint64_t taken) override { taken_ = taken; }

private:
    void startRow(const XmlAttributes& attributes) {
        const auto number = attributes.count("r", rows_.lastNumber() + 1);
        if (number > 1'048'576) {
            throw Refused{"The file is damaged: a row is numbered " + std::to_string(number) + ".",
                          "Open it in the program that made it and save it again.",
                          {}};
        }
        rows_.startRow(number);
        if (attributes.get("hidden") == "1" || attributes.get("hidden") == "true") {
            rows_.hiddenRow();
        }
        nextColumn_ = 0;
        inRow_ = true;
    }

    void startCell(const XmlAttributes& attributes) {
        const auto position = cellPosition(attributes.get("r"));
        column_ = position ? position->second : nextColumn_;
        nextColumn_ = column_ + 1;
        if (column_ >= limits_.columns) {
            throw Refused{
                "Row " + std::to_string(rows_.lastNumber()) + " has more than " +
                    std::to_string(limits_.columns) + " columns.",
                "Check that the file is a list with a row for each record, and keep the columns needed.",
                {}};
        }
        type_ = attributes.get("t");
        style_ = attributes.count("s", 0);
        content_.clear();
        formula_ = false;
    }

    void endCell() {
        if (!inRow_) {
            return;
        }
        if (rows_.full()) {
            if (!content_.empty()) {
                rows_.seenMore();
            }
            return;
        }
        if (content_.empty()) {
            if (formula_ && type_ != "str") {
                rows_.uncalculated(column_);
            }
        } else if (type_ == "s") {
            std::size_t index = 0;
            std::from_chars(content_.data(), content_.data() + content_.size(), index);
            rows_.cell(column_, withoutEscapes(texts_.at(index)), CellHint::text);
        } else if (type_ == "str" || type_ == "inlineStr") {
            rows_.cell(column_, withoutEscapes(content_), CellHint::text);
        } else if (type_ == "b") {
            rows_.cell(column_, content_ == "1" ? "yes" : "no", CellHint::flag);
        } else if (type_ == "e") {
            rows_.errorCell(column_);
        } else if (type_ == "d") {
            auto hint = CellHint::date;
            auto text = dateTimeOfIso(content_, hint);
            rows_.cell(column_, std::move(text), hint);
        } else {
            numberCell();
        }
    }

    void numberCell() {
        const auto hint = styleHint(workbook_, style_);
        if (hint != CellHint::number) {
            if (auto date = dateOfSerial(content_, hint, workbook_.from1904)) {
                rows_.cell(column_, std::move(*date), hint);
                return;
            }
        }
        rows_.cell(column_, plainNumber(content_), CellHint::number);
    }

    void merge(std::string_view range) {
        const auto colon = range.find(':');
        const auto first = cellPosition(range.substr(0, colon));
        const auto last = colon == std::string_view::npos ? first : cellPosition(range.substr(colon + 1));
        if (first && last) {
            rows_.merge({first->first, first->second, last->first, last->second});
        }
    }

    const XlsxWorkbook& workbook_;
    const SharedTexts& texts_;
    SheetRows& rows_;
    const ReadLimits& limits_;
    std::string type_;
    std::string content_;
    std::size_t style_ = 0;
    std::size_t column_ = 0;
    std::size_t nextColumn_ = 0;
    std::uint64_t taken_ = 0;
    bool inRow_ = false;
    bool collecting_ = false;
    bool formula_ = false;
    bool phonetic_ = false;
};

} // namespace

void readXlsx(const std::filesystem::path& file, const ReadOptions& options, const ReadLimits& limits,
              Sink& sink) {
    const auto archive = ZipArchive::open(file, limits);
    if (!archive) {
        throw Refused{archive.error().message, archive.error().remedy, archive.error().detail};
    }
    const auto workbook = readXlsxWorkbook(*archive);
    for (const auto& sheet : workbook.sheets) {
        sink.sheet({sheet.name, sheet.hidden, std::nullopt, {}, {}});
    }
    const auto texts = readSharedTexts(*archive, workbook.stringsMember, limits);
    std::size_t done = 0;
    for (const auto& sheet : workbook.sheets) {
        if (isWanted(options, sheet.name)) {
            SheetRows rows(sheet.name, sheet.hidden, options, sink);
            SheetHandler handler(workbook, texts, rows, limits);
            parseXml(*archive, sheet.member, handler);
            rows.finish();
        }
        sink.progress(static_cast<double>(++done) / static_cast<double>(workbook.sheets.size()));
    }
}

} // namespace wardmote::exchange
