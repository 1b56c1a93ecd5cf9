#include "core/exchange/reading/wire.h"

#include <bit>
#include <cstring>
#include <nlohmann/json.hpp>

namespace wardmote::exchange {
namespace {

static_assert(std::endian::native == std::endian::little,
              "the wire is written as this machine keeps numbers");

constexpr std::size_t frameLimit = 1U << 30U;

template<class T>
void put(std::string& to, T number) {
    std::array<char, sizeof(T)> bytes{};
    std::memcpy(bytes.data(), &number, sizeof(T));
    to.append(bytes.data(), bytes.size());
}

void putText(std::string& to, std::string_view text) {
    put(to, static_cast<std::uint32_t>(text.size()));
    to.append(text);
}

/// Reads numbers and texts off the front; fails for good once the bytes run out.
class Unpacker {
public:
    explicit Unpacker(std::string_view bytes) : bytes_(bytes) {}
    template<class T>
    T number() {
        T value{};
        if (bytes_.size() < sizeof(T)) {
            failed_ = true;
            return value;
        }
        std::memcpy(&value, bytes_.data(), sizeof(T));
        bytes_.remove_prefix(sizeof(T));
        return value;
    }
    std::string_view text() {
        const auto length = number<std::uint32_t>();
        if (length > bytes_.size()) {
            failed_ = true;
            return {};
        }
        const auto result = bytes_.substr(0, length);
        bytes_.remove_prefix(length);
        return result;
    }
    std::string string() { return std::string(text()); }
    bool empty() const { return bytes_.empty(); }
    bool failed() const { return failed_; }

private:
    std::string_view bytes_;
    bool failed_ = false;
};

/// A row's place: '-' none, 'p' a point, 's' a shape as well-known binary.
void putPlace(std::string& to, const Place* place) {
    if (place != nullptr && place->shape) {
        to.push_back('s');
        putText(to, plan::toWkb(*place->shape));
    } else if (place != nullptr && place->point) {
        to.push_back('p');
        put(to, place->point->easting);
        put(to, place->point->northing);
    } else {
        to.push_back('-');
    }
}

bool takePlace(Unpacker& from, std::optional<Place>& place) {
    switch (from.number<char>()) {
    case '-':
        return true;
    case 'p': {
        const auto easting = from.number<double>();
        const auto northing = from.number<double>();
        place = Place{nullptr, plan::Point{easting, northing}};
        return !from.failed();
    }
    case 's': {
        auto shape = plan::fromWkb(from.text());
        if (!shape || from.failed()) {
            return false;
        }
        place = Place{std::make_shared<const plan::Shape>(std::move(*shape)), std::nullopt};
        return true;
    }
    default:
        return false;
    }
}

} // namespace

void WireSink::send(char type) {
    std::string head(1, type);
    put(head, static_cast<std::uint32_t>(frame_.size()));
    std::fwrite(head.data(), 1, head.size(), to_);
    std::fwrite(frame_.data(), 1, frame_.size(), to_);
    frame_.clear();
}

void WireSink::kind(FileKind kind) {
    put(frame_, kind);
    send('K');
}

void WireSink::csv(Encoding encoding, bool byteOrderMark, char delimiter) {
    put(frame_, encoding);
    put(frame_, byteOrderMark ? 'y' : 'n');
    put(frame_, delimiter);
    send('C');
}

void WireSink::sheet(const SheetSummary& summary) {
    putText(frame_, summary.name);
    put(frame_, summary.hidden ? 'y' : 'n');
    put(frame_, summary.rows ? static_cast<std::int64_t>(*summary.rows) : std::int64_t{-1});
    putText(frame_, summary.projection);
    putText(frame_, summary.geometry);
    send('S');
}

void WireSink::startTable(const std::string& name, bool hidden, bool headingsInFirstRow) {
    putText(frame_, name);
    put(frame_, hidden ? 'y' : 'n');
    put(frame_, headingsInFirstRow ? 'y' : 'n');
    send('T');
}

void WireSink::row(std::size_t number, const std::vector<SinkCell>& cells, const Place* place) {
    put(frame_, static_cast<std::uint64_t>(number));
    putPlace(frame_, place);
    for (const auto& cell : cells) {
        put(frame_, cell.hint);
        putText(frame_, cell.text);
    }
    send('R');
}

void WireSink::merge(const Merge& merge) {
    for (const auto part : {merge.firstRow, merge.firstColumn, merge.lastRow, merge.lastColumn}) {
        put(frame_, static_cast<std::uint64_t>(part));
    }
    send('M');
}

void WireSink::cut() {
    send('L');
}

void WireSink::warning(const Warning& warning) {
    putText(frame_, warning.sheet);
    put(frame_, static_cast<std::uint64_t>(warning.row));
    put(frame_, static_cast<std::uint64_t>(warning.column));
    putText(frame_, warning.message);
    send('W');
}

void WireSink::progress(double fraction) {
    put(frame_, fraction);
    send('P');
    std::fflush(to_);
}

void WireSink::end() {
    send('E');
    std::fflush(to_);
}

void WireSink::refused(const Error& error) {
    frame_.clear();
    putText(frame_, error.message);
    putText(frame_, error.remedy);
    putText(frame_, error.detail);
    send('X');
    std::fflush(to_);
}

bool WireDecoder::take(std::string_view piece) {
    constexpr std::size_t headSize = 1 + sizeof(std::uint32_t);
    waiting_.append(piece);
    std::string_view rest = waiting_;
    while (rest.size() >= headSize) {
        std::uint32_t length = 0;
        std::memcpy(&length, rest.data() + 1, sizeof length);
        if (length > frameLimit) {
            return false;
        }
        if (rest.size() - headSize < length) {
            break;
        }
        if (ended_ || refusal_ || !frame(rest.front(), rest.substr(headSize, length))) {
            return false;
        }
        rest.remove_prefix(headSize + length);
    }
    waiting_.erase(0, waiting_.size() - rest.size());
    return true;
}

bool WireDecoder::frame(char type, std::string_view content) {
    Unpacker from(content);
    switch (type) {
    case 'K': {
        const auto kind = from.number<FileKind>();
        sink_.kind(kind);
        return !from.failed() && kind <= FileKind::calendar;
    }
    case 'C': {
        const auto encoding = from.number<Encoding>();
        const bool mark = from.number<char>() == 'y';
        sink_.csv(encoding, mark, from.number<char>());
        return !from.failed() && encoding <= Encoding::windows1252;
    }
    case 'S': {
        SheetSummary summary;
        summary.name = from.string();
        summary.hidden = from.number<char>() == 'y';
        const auto rows = from.number<std::int64_t>();
        if (rows >= 0) {
            summary.rows = static_cast<std::size_t>(rows);
        }
        summary.projection = from.string();
        summary.geometry = from.string();
        sink_.sheet(summary);
        return !from.failed();
    }
    case 'T': {
        const auto name = from.string();
        const bool hidden = from.number<char>() == 'y';
        sink_.startTable(name, hidden, from.number<char>() == 'y');
        tableStarted_ = true;
        return !from.failed();
    }
    case 'R': {
        const auto number = from.number<std::uint64_t>();
        std::optional<Place> place;
        if (!tableStarted_ || !takePlace(from, place)) {
            return false;
        }
        cells_.clear();
        while (!from.empty() && !from.failed()) {
            const auto hint = from.number<CellHint>();
            cells_.push_back({from.text(), hint <= CellHint::flag ? hint : CellHint::text});
        }
        if (!from.failed()) {
            sink_.row(number, cells_, place ? &*place : nullptr);
        }
        return !from.failed();
    }
    case 'M': {
        Merge merge;
        merge.firstRow = from.number<std::uint64_t>();
        merge.firstColumn = from.number<std::uint64_t>();
        merge.lastRow = from.number<std::uint64_t>();
        merge.lastColumn = from.number<std::uint64_t>();
        if (tableStarted_) {
            sink_.merge(merge);
        }
        return tableStarted_ && !from.failed();
    }
    case 'L':
        if (tableStarted_) {
            sink_.cut();
        }
        return tableStarted_;
    case 'W': {
        Warning warning;
        warning.sheet = from.string();
        warning.row = from.number<std::uint64_t>();
        warning.column = from.number<std::uint64_t>();
        warning.message = from.string();
        sink_.warning(warning);
        return !from.failed();
    }
    case 'P':
        sink_.progress(from.number<double>());
        return !from.failed();
    case 'E':
        ended_ = true;
        return true;
    case 'X': {
        Error error;
        error.message = from.string();
        error.remedy = from.string();
        error.detail = from.string();
        refusal_ = std::move(error);
        return !from.failed();
    }
    default:
        return false;
    }
}

std::string written(const ReadRequest& request) {
    nlohmann::json json;
    // As numbers: file names need not be UTF-8, JSON texts must.
    const auto name = request.file.u8string();
    json["file"] = std::vector<unsigned>(name.begin(), name.end());
    if (request.options.sheet) {
        json["sheet"] = *request.options.sheet;
    }
    if (request.options.encoding) {
        json["encoding"] = static_cast<int>(*request.options.encoding);
    }
    if (request.options.delimiter) {
        json["delimiter"] = static_cast<int>(*request.options.delimiter);
    }
    if (request.options.rowLimit) {
        json["rows"] = *request.options.rowLimit;
    }
    json["shapes"] = request.options.shapes;
    const auto& limits = request.limits;
    json["limits"] = {limits.fileBytes, limits.unpackedBytes, limits.textBytes,   limits.cells,
                      limits.columns,   limits.cellBytes,     limits.shapePoints, limits.memoryBytes};
    return json.dump(-1, ' ', false, nlohmann::json::error_handler_t::replace);
}

Result<ReadRequest> readRequest(std::string_view text) {
    try {
        const auto json = nlohmann::json::parse(text);
        ReadRequest request;
        std::u8string name;
        for (const auto& byte : json.at("file")) {
            name.push_back(static_cast<char8_t>(byte.get<unsigned>()));
        }
        request.file = std::filesystem::path(name);
        if (json.contains("sheet")) {
            request.options.sheet = json["sheet"].get<std::string>();
        }
        if (json.contains("encoding")) {
            request.options.encoding = static_cast<Encoding>(json["encoding"].get<int>());
        }
        if (json.contains("delimiter")) {
            request.options.delimiter = static_cast<char>(json["delimiter"].get<int>());
        }
        if (json.contains("rows")) {
            request.options.rowLimit = json["rows"].get<std::size_t>();
        }
        request.options.shapes = json.value("shapes", true);
        auto& limits = request.limits;
        const auto& numbers = json.at("limits");
        limits.fileBytes = numbers.at(0);
        limits.unpackedBytes = numbers.at(1);
        limits.textBytes = numbers.at(2);
        limits.cells = numbers.at(3);
        limits.columns = numbers.at(4);
        limits.cellBytes = numbers.at(5);
        limits.shapePoints = numbers.at(6);
        limits.memoryBytes = numbers.at(7);
        return request;
    } catch (const nlohmann::json::exception& error) {
        return failure("The reader was asked for nothing it understands.", {}, error.what());
    }
}

} // namespace wardmote::exchange
