#include "core/exchange/reading/csv_dialect.h"
#include "core/exchange/reading/detect.h"
#include "core/exchange/reading/places.h"
#include "core/exchange/reading/readers.h"
#include "core/exchange/reading/text_decoder.h"

#include <csv.h>

#include <algorithm>
#include <exception>
#include <fstream>
#include <map>
#include <new>
#include <utility>

namespace wardmote::exchange {
namespace {

constexpr std::size_t pieceBytes = 1 << 18;
constexpr std::size_t rowBytesLimit = 64 << 20;

/// Receives what libcsv finds and gives whole rows to the sink.
class RowCollector {
public:
    RowCollector(const ReadOptions& options, const ReadLimits& limits, const std::string& table, Sink& sink)
        : options_(options), limits_(limits), table_(table), sink_(sink) {}

    void cell(std::string_view text) {
        afterReturn_ = false;
        if (texts_.size() + text.size() > rowBytesLimit) {
            throw Refused{"Row " + std::to_string(rows_ + 1) + " is longer than " +
                              std::to_string(rowBytesLimit >> 20U) +
                              " MB. Perhaps a quotation mark is opened in it and never closed.",
                          "Open the file in a text editor and look at that row.",
                          {}};
        }
        texts_.append(text);
        ends_.push_back(texts_.size());
    }

    /// libcsv reports both halves of a CR LF, so that blank lines are known.
    void lineEnd(int character) {
        if (character == '\n' && afterReturn_) {
            afterReturn_ = false;
            return;
        }
        afterReturn_ = character == '\r';
        row();
    }

    void finish() {
        if (!ends_.empty()) {
            row();
        }
        sayRagged();
        if (replaced_ > 0) {
            sink_.warning({table_, replacedRow_, replacedColumn_,
                           "Characters were lost before the file was made (shown as \xEF\xBF\xBD) in " +
                               std::to_string(replaced_) + (replaced_ == 1 ? " cell." : " cells.")});
        }
        if (wkt_.grid()) {
            sink_.warning(
                {table_, 0, 0,
                 "Boundaries were found in a column, in " + std::string(nameOf(*wkt_.grid())) + "."});
        }
    }

    bool full() const { return options_.rowLimit && rows_ >= *options_.rowLimit; }
    bool cut() const { return cut_; }

private:
    void row() {
        if (full()) {
            cut_ = cut_ || !ends_.empty();
            clear();
            return;
        }
        ++rows_;
        std::optional<Place> place;
        cells_.clear();
        std::size_t start = 0;
        for (const auto end : ends_) {
            auto text = std::string_view(texts_).substr(start, end - start);
            start = end;
            if (looksLikeWkt(text)) {
                text = readBoundary(text, place);
            }
            if (text.find("\xEF\xBF\xBD") != std::string_view::npos && replaced_++ == 0) {
                replacedRow_ = rows_;
                replacedColumn_ = cells_.size() + 1;
            }
            cells_.push_back({unguarded(text)});
        }
        if (!cells_.empty()) {
            ++lengths_[cells_.size()];
            firstOfLength_.try_emplace(cells_.size(), rows_);
        }
        sink_.row(rows_, cells_, place ? &*place : nullptr);
        clear();
    }

    /// The place stands beside the row; of its text, which may be megabytes, nothing remains.
    std::string_view readBoundary(std::string_view text, std::optional<Place>& place) {
        if (!options_.shapes) {
            return {};
        }
        auto read = wkt_.place(text);
        if (read) {
            place = std::move(*read);
            return {};
        }
        sink_.warning(
            {table_, rows_, cells_.size() + 1, "The boundary was left out: " + read.error().message + "."});
        return shortenedTo(text, 100);
    }

    void clear() {
        texts_.clear();
        ends_.clear();
        if (texts_.capacity() > pieceBytes) {
            texts_.shrink_to_fit();
        }
    }

    void sayRagged() {
        const auto usual =
            std::ranges::max_element(lengths_, {}, [](const auto& entry) { return entry.second; });
        if (lengths_.size() < 2) {
            return;
        }
        std::size_t others = 0;
        std::size_t first = rows_;
        for (const auto& [length, count] : lengths_) {
            if (length != usual->first) {
                others += count;
                first = std::min(first, firstOfLength_[length]);
            }
        }
        sink_.warning({table_, first, 0,
                       std::to_string(others) + (others == 1 ? " row has" : " rows have") +
                           " more or fewer cells than the usual " + std::to_string(usual->first) +
                           "; this is the first."});
    }

    const ReadOptions& options_;
    const ReadLimits& limits_;
    const std::string& table_;
    Sink& sink_;
    std::string texts_;
    std::vector<std::size_t> ends_;
    std::vector<SinkCell> cells_;
    std::map<std::size_t, std::size_t> lengths_; ///< cells in a row -> rows
    std::map<std::size_t, std::size_t> firstOfLength_;
    WktPlaces wkt_;
    std::size_t rows_ = 0;
    std::size_t replaced_ = 0;
    std::size_t replacedRow_ = 0;
    std::size_t replacedColumn_ = 0;
    bool afterReturn_ = false;
    bool cut_ = false;
};

/// libcsv's parser. Its callbacks are C, which exceptions must not cross: they wait until the call returns.
class Parser {
public:
    Parser(char delimiter, RowCollector& rows) : rows_(rows) {
        if (::csv_init(&parser_, CSV_REPALL_NL) != 0) {
            throw std::bad_alloc();
        }
        ::csv_set_delim(&parser_, static_cast<unsigned char>(delimiter));
        ::csv_set_blk_size(&parser_, 1 << 16);
    }
    ~Parser() { ::csv_free(&parser_); }
    Parser(const Parser&) = delete;
    Parser& operator=(const Parser&) = delete;

    void parse(std::string_view text) {
        const auto taken = ::csv_parse(&parser_, text.data(), text.size(), &onCell, &onLineEnd, this);
        rethrow();
        if (taken != text.size()) {
            throw std::bad_alloc();
        }
    }
    /// False if a quotation mark was never closed.
    bool finish() {
        const bool open = parser_.quoted != 0 && parser_.pstate == quotedState;
        ::csv_fini(&parser_, &onCell, &onLineEndAtEnd, this);
        rethrow();
        return !open;
    }

private:
    static constexpr int quotedState = 2; // libcsv's FIELD_BEGUN

    template<class F>
    void guard(F&& call) {
        if (thrown_) {
            return;
        }
        try {
            call();
        } catch (...) {
            thrown_ = std::current_exception();
        }
    }
    static void onCell(void* text, std::size_t length, void* self) {
        auto& parser = *static_cast<Parser*>(self);
        parser.guard([&] { parser.rows_.cell({static_cast<const char*>(text), length}); });
    }
    static void onLineEnd(int character, void* self) {
        auto& parser = *static_cast<Parser*>(self);
        parser.guard([&] { parser.rows_.lineEnd(character); });
    }
    static void onLineEndAtEnd(int, void*) {} // RowCollector::finish() does it
    void rethrow() {
        if (thrown_) {
            std::rethrow_exception(std::exchange(thrown_, nullptr));
        }
    }

    RowCollector& rows_;
    csv_parser parser_{};
    std::exception_ptr thrown_;
};

std::string readPiece(std::ifstream& stream) {
    std::string piece(pieceBytes, '\0');
    stream.read(piece.data(), static_cast<std::streamsize>(piece.size()));
    piece.resize(static_cast<std::size_t>(stream.gcount()));
    return piece;
}

} // namespace

void readCsv(const std::filesystem::path& file, const ReadOptions& options, const ReadLimits& limits,
             Sink& sink) {
    const auto stem = file.stem().u8string();
    const std::string name(stem.begin(), stem.end());
    const auto found = findEncoding(file);
    const auto encoding = options.encoding.value_or(found.encoding);
    // A mark belongs to its own encoding; read as another it would be part of the text.
    const auto mark = encoding == found.encoding ? found.markBytes : 0;
    TextDecoder decoder(encoding);
    std::ifstream stream(file, std::ios::binary);
    stream.seekg(static_cast<std::streamoff>(mark));

    std::string text;
    decoder.decode(readPiece(stream), text);
    if (!stream) {
        decoder.finish(text);
    }
    const char delimiter = options.delimiter.value_or(findDelimiter(text));
    sink.csv(encoding, mark > 0, delimiter);
    sink.sheet({name, false, std::nullopt, {}, {}});
    sink.startTable(name, false, false);
    text.erase(0, separatorLineLength(text));

    RowCollector rows(options, limits, name, sink);
    Parser parser(delimiter, rows);
    std::error_code ignored;
    const auto size =
        static_cast<double>(std::max<std::uintmax_t>(1, std::filesystem::file_size(file, ignored)));
    std::uint64_t done = 0;
    bool more = true;
    while (more && !rows.cut()) {
        parser.parse(text);
        done += text.size();
        sink.progress(std::min(1.0, static_cast<double>(done) / size));
        text.clear();
        more = static_cast<bool>(stream);
        if (more) {
            decoder.decode(readPiece(stream), text);
            if (!stream) {
                decoder.finish(text);
            }
        }
    }
    if (rows.cut()) {
        sink.cut();
    } else if (!parser.finish()) {
        sink.warning({name, 0, 0,
                      "A quotation mark near the end is opened and never closed: the last cell may hold many "
                      "rows."});
    }
    rows.finish();
    if (decoder.broken() > 0) {
        sink.warning({name, 0, 0,
                      std::to_string(decoder.broken()) + " bytes are no " + std::string(nameOf(encoding)) +
                          "; they were read as Windows-1252."});
    }
    if (decoder.zeros() > 0) {
        sink.warning({name, 0, 0, std::to_string(decoder.zeros()) + " zero bytes were left out."});
    }
}

} // namespace wardmote::exchange
