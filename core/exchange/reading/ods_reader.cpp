#include "core/exchange/reading/detect.h"
#include "core/exchange/reading/number_text.h"
#include "core/exchange/reading/readers.h"
#include "core/exchange/reading/sheet_rows.h"
#include "core/exchange/reading/xml_stream.h"

#include <algorithm>
#include <memory>
#include <set>

namespace wardmote::exchange {
namespace {

/// Rows are repeated to the sheet's end to carry a format; columns too.
constexpr std::size_t rowsOfSheet = 1'048'576;
constexpr std::size_t columnsOfSheet = 16'384;

/// content.xml: automatic styles, then the sheets with their rows.
class ContentHandler : public XmlHandler {
public:
    ContentHandler(const ReadOptions& options, const ReadLimits& limits, Sink& sink)
        : options_(options), limits_(limits), sink_(sink) {}

    void start(std::string_view name, const XmlAttributes& attributes) override {
        if (name == "style") {
            style_ = attributes.get("name");
        } else if (name == "table-properties" && attributes.get("display") == "false") {
            hiddenStyles_.insert(style_);
        } else if (name == "table") {
            if (++tableDepth_ == 1) {
                startSheet(attributes);
            }
        } else if (name == "annotation") {
            ++noteDepth_; // comments beside a cell are no content
        } else if (rows_ != nullptr && tableDepth_ == 1 && noteDepth_ == 0) {
            startInSheet(name, attributes);
        }
    }

    void end(std::string_view name) override {
        if (name == "annotation") {
            --noteDepth_;
        } else if (name == "table") {
            if (--tableDepth_ == 0) {
                endSheet();
            }
        } else if (rows_ != nullptr && tableDepth_ == 1 && noteDepth_ == 0) {
            if (name == "p" || name == "h") {
                inParagraph_ = false;
            } else if (name == "table-cell" || name == "covered-table-cell") {
                endCell();
            } else if (name == "table-row") {
                rows_->endRow();
                rows_->repeatRow(rowRepeat_);
            }
        }
    }

    void text(std::string_view piece) override {
        if (inParagraph_ && noteDepth_ == 0 && paragraphs_.size() <= limits_.cellBytes * 8) {
            paragraphs_.append(piece);
        }
    }

    std::vector<SheetSummary> sheets;

private:
    void startSheet(const XmlAttributes& attributes) {
        const std::string name(attributes.get("name"));
        const bool hidden = hiddenStyles_.contains(std::string(attributes.get("style-name")));
        sheets.push_back({name, hidden, std::nullopt, {}, {}});
        sink_.sheet(sheets.back());
        if (isWanted(options_, name)) {
            rows_ = std::make_unique<SheetRows>(name, hidden, options_, sink_);
        }
    }

    void endSheet() {
        if (rows_ != nullptr) {
            rows_->finish();
            rows_.reset();
        }
    }

    void startInSheet(std::string_view name, const XmlAttributes& attributes) {
        if (name == "table-row") {
            rows_->startRow(rows_->lastNumber() + 1);
            rowRepeat_ = std::min(attributes.count("number-rows-repeated", 1), rowsOfSheet);
            nextColumn_ = 0;
            const auto shown = attributes.get("visibility");
            if (shown == "collapse" || shown == "filter") {
                rows_->hiddenRow();
            }
        } else if (name == "table-cell" || name == "covered-table-cell") {
            startCell(attributes);
        } else if (name == "p" || name == "h") {
            inParagraph_ = true;
            paragraphs_ += paragraphCount_++ == 0 ? "" : "\n";
        } else if (name == "s" && inParagraph_) {
            paragraphs_.append(std::min<std::size_t>(attributes.count("c", 1), 1000), ' ');
        } else if (name == "tab" && inParagraph_) {
            paragraphs_.push_back('\t');
        } else if (name == "line-break" && inParagraph_) {
            paragraphs_.push_back('\n');
        }
    }

    void startCell(const XmlAttributes& attributes) {
        column_ = nextColumn_;
        repeat_ = std::min(attributes.count("number-columns-repeated", 1), columnsOfSheet + 1);
        nextColumn_ = column_ + repeat_;
        type_ = attributes.get("value-type");
        value_ = attributes.get(type_ == "date"      ? "date-value"
                                : type_ == "time"    ? "time-value"
                                : type_ == "boolean" ? "boolean-value"
                                : type_ == "string"  ? "string-value"
                                                     : "value");
        formula_ = !attributes.get("formula").empty();
        paragraphs_.clear();
        paragraphCount_ = 0;
        const auto columns = attributes.count("number-columns-spanned", 1);
        const auto rows = attributes.count("number-rows-spanned", 1);
        if (columns > 1 || rows > 1) {
            const auto row = rows_->lastNumber() - 1;
            rows_->merge({row, column_, row + std::min(rows, rowsOfSheet) - 1,
                          column_ + std::min(columns, columnsOfSheet) - 1});
        }
    }

    void endCell() {
        auto hint = CellHint::text;
        const auto text = content(hint);
        if (text.empty()) {
            return;
        }
        if (rows_->full()) {
            rows_->seenMore();
            return;
        }
        if (nextColumn_ > limits_.columns) {
            throw Refused{
                "Row " + std::to_string(rows_->lastNumber()) + " has more than " +
                    std::to_string(limits_.columns) + " columns.",
                "Check that the file is a list with a row for each record, and keep the columns needed.",
                {}};
        }
        for (std::size_t i = 0; i < repeat_; ++i) {
            rows_->cell(column_ + i, text, hint);
        }
    }

    std::string content(CellHint& hint) {
        if (type_ == "float" || type_ == "percentage" || type_ == "currency") {
            hint = CellHint::number;
            return plainNumber(value_);
        }
        if (type_ == "date") {
            return dateTimeOfIso(value_, hint);
        }
        if (type_ == "time") {
            hint = CellHint::time;
            return timeOfDuration(value_).value_or(paragraphs_);
        }
        if (type_ == "boolean") {
            hint = CellHint::flag;
            return value_ == "true" ? "yes" : "no";
        }
        if (formula_ && (paragraphs_.starts_with("#") || paragraphs_.starts_with("Err:"))) {
            rows_->errorCell(column_);
            return {};
        }
        if (formula_ && type_.empty() && paragraphs_.empty()) {
            rows_->uncalculated(column_);
        }
        return paragraphs_.empty() ? value_ : paragraphs_;
    }

    const ReadOptions& options_;
    const ReadLimits& limits_;
    Sink& sink_;
    std::set<std::string> hiddenStyles_;
    std::string style_;
    std::unique_ptr<SheetRows> rows_; ///< of the sheet at work on, if it is wanted
    std::string type_;
    std::string value_;
    std::string paragraphs_;
    std::size_t column_ = 0;
    std::size_t nextColumn_ = 0;
    std::size_t repeat_ = 1;
    std::size_t rowRepeat_ = 1;
    std::size_t paragraphCount_ = 0; ///< of the cell at work on
    int tableDepth_ = 0;
    int noteDepth_ = 0;
    bool inParagraph_ = false;
    bool formula_ = false;
};

bool isEncrypted(const ZipArchive& archive) {
    const auto manifest = archive.readAll("META-INF/manifest.xml", 4 << 20);
    return manifest && manifest->find("encryption-data") != std::string::npos;
}

} // namespace

void readOds(const std::filesystem::path& file, const ReadOptions& options, const ReadLimits& limits,
             Sink& sink) {
    const auto archive = ZipArchive::open(file, limits);
    if (!archive) {
        throw Refused{archive.error().message, archive.error().remedy, archive.error().detail};
    }
    if (archive->has("META-INF/manifest.xml") && isEncrypted(*archive)) {
        throw Refused{"The spreadsheet " + quotedName(file) + " is protected by a password.",
                      "Open it, save a copy without the password and import that.",
                      {}};
    }
    ContentHandler handler(options, limits, sink);
    parseXml(*archive, "content.xml", handler);
}

} // namespace wardmote::exchange
