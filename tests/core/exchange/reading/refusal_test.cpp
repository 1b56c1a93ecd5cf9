#include "core/platform/child_process.h"
#include "tests/core/exchange/reading/made_files.h"
#include "tests/support/catch.h"

#include <cstdlib>
#include <fstream>
#include <iterator>
#include <random>

using namespace wardmote;
using namespace wardmote::tests;

namespace {

/// What the refusal says, or "read" if there was none.
std::string refusal(const std::filesystem::path& file) {
    const auto read = readHere(file);
    return read ? "read" : read.error().text();
}

bool holds(const std::string& text, std::string_view words) {
    return text.find(words) != std::string::npos;
}

std::string wide(std::string_view name) {
    std::string result;
    for (const char c : name) {
        result += c;
        result += '\0';
    }
    return result;
}

const std::string ole("\xD0\xCF\x11\xE0\xA1\xB1\x1A\xE1", 8);

/// Makes the test's reading child misbehave for as long as it lives.
class Trouble {
public:
    explicit Trouble(const char* what) { ::setenv("WARDMOTE_READER_TROUBLE", what, 1); }
    ~Trouble() { ::unsetenv("WARDMOTE_READER_TROUBLE"); }
    Trouble(const Trouble&) = delete;
    Trouble& operator=(const Trouble&) = delete;
};

} // namespace

TEST_CASE("each file that can't be read is refused with what it is") {
    const TemporaryFolder folder;
    using namespace std::string_literals;
    CHECK(holds(refusal(folder / "gone.csv"), "not there"));
    CHECK(holds(refusal(folder.path()), "is a folder"));
    CHECK(holds(refusal(made(folder, "e.csv", "")), "is empty"));
    CHECK(holds(refusal(made(folder, "p.csv", "%PDF-1.7 ...")), "PDF"));
    CHECK(holds(refusal(made(folder, "h.xls", "\n<html><table><tr><td>1</td></tr></table></html>")),
                "web page"));
    CHECK(holds(refusal(made(folder, "x.xls",
                             "<?xml version=\"1.0\"?><Workbook xmlns=\"urn:schemas-microsoft-com:"
                             "office:spreadsheet\"/>")),
                "XML spreadsheet of Excel 2003"));
    CHECK(holds(refusal(made(folder, "v.geojson", "<OGRVRTDataSource/>")), "VRT"));
    CHECK(holds(refusal(made(folder, "locked.xlsx", ole + std::string(600, '\0') + wide("EncryptedPackage"))),
                "password"));
    CHECK(holds(refusal(made(folder, "w.doc", ole + std::string(600, '\0') + wide("WordDocument"))), "Word"));
    CHECK(holds(refusal(made(folder, "p.wardmote", "SQLite format 3\0"s + std::string(100, '\0'))),
                "Wardmote plan"));
    CHECK(
        holds(refusal(made(folder, "d.sqlite", "SQLite format 3\0"s + std::string(100, '\0'))), "database"));
    CHECK(holds(refusal(made(folder, "t.dbf", "\x03text")), ".shp"));
    CHECK(holds(refusal(made(folder, "c.csv", "BEGIN:VCALENDAR\n")), "calendar"));
    CHECK(holds(refusal(madeZip(folder, "b.xlsx", {{"xl/workbook.bin", "x"}})), "XLSB"));
    CHECK(holds(refusal(madeZip(folder, "n.numbers", {{"Index/Document.iwa", "x"}})), "Numbers"));
    CHECK(holds(refusal(madeZip(folder, "o.zip", {{"photo.jpg", "x"}})), "without a workbook"));
    CHECK(holds(refusal(made(folder, "cut.xlsx", "PK\x03\x04 and nothing more")), "damaged"));
    CHECK(holds(refusal(made(folder, "n.gpkg", "SQLite format 3\0"s + std::string(100, '\0'))), "damaged"));
    CHECK(holds(refusal(made(folder, "bad.geojson", "{\"type\": \"FeatureCollection\", \"features\": [")),
                "damaged"));
}

TEST_CASE("rubbish of any kind and length is refused or read, and ends nothing") {
    const TemporaryFolder folder;
    std::mt19937 random(7); // the same rubbish every time
    const std::vector<std::string> starts{"",           "PK\x03\x04", ole,    "SQLite format 3",
                                          "{\"type\":", "\xFF\xFE",   "<html"};
    const std::vector<std::string> names{"r.csv", "r.xlsx", "r.xls", "r.ods", "r.gpkg", "r.geojson", "r.shp"};
    for (std::size_t i = 0; i < 140; ++i) {
        std::string bytes = starts[i % starts.size()];
        const auto length = random() % 5000;
        for (std::size_t k = 0; k < length; ++k) {
            bytes.push_back(static_cast<char>(random() & 0xFFU));
        }
        const auto read = readHere(made(folder, names[(i / 7) % names.size()], bytes));
        if (!read) {
            CHECK_FALSE(read.error().message.empty());
            CHECK_FALSE(read.error().remedy.empty());
        }
    }
}

TEST_CASE("a real workbook with bytes flipped or cut off is refused or read") {
    const auto source = realData("messy/table_2025-02-22_19-48-17.xlsx");
    if (!source) {
        WARN("The real data is not here.");
        return;
    }
    const TemporaryFolder folder;
    std::ifstream stream(*source, std::ios::binary);
    const std::string whole((std::istreambuf_iterator<char>(stream)), {});
    std::mt19937 random(11);
    for (int i = 0; i < 12; ++i) {
        auto bytes = whole;
        if (i % 2 == 0) {
            bytes.resize(random() % bytes.size());
        } else {
            for (int k = 0; k < 20; ++k) {
                bytes[random() % bytes.size()] = static_cast<char>(random());
            }
        }
        exchange::ReadOptions options;
        options.rowLimit = 20;
        const auto read = readHere(made(folder, "r.xlsx", bytes), options);
        CHECK((read.has_value() || !read.error().message.empty()));
    }
}

TEST_CASE("the child reads what this process would read") {
    const TemporaryFolder folder;
    const auto file = made(folder, "l.csv", "name,place\nForum,\"POINT (350000 170000)\"\nCaf\xE9,\n");
    const auto here = readHere(file);
    const auto child = exchange::FileReader(WARDMOTE_READER).read(file);
    REQUIRE(here.has_value());
    REQUIRE(child.has_value());
    CHECK(child->encoding == here->encoding);
    CHECK(child->delimiter == here->delimiter);
    CHECK(child->warnings == here->warnings);
    REQUIRE(child->tables.size() == 1);
    for (std::size_t i = 0; i < 3; ++i) {
        CHECK(rowOf(child->tables[0], i) == rowOf(here->tables[0], i));
    }
    CHECK(child->tables[0].place(1).point == plan::Point{350'000, 170'000});
    const auto refused = exchange::FileReader(WARDMOTE_READER).read(made(folder, "e.csv", ""));
    REQUIRE_FALSE(refused.has_value());
    CHECK(holds(refused.error().message, "is empty"));
}

TEST_CASE("a reader that crashes, hangs, swells or is stopped gives its own message") {
    const TemporaryFolder folder;
    const auto file = made(folder, "l.csv", "a\n");
    const auto message = [&](const exchange::ReadLimits& limits, const Progress& progress = {}) {
        const auto read = exchange::FileReader(WARDMOTE_READER, limits).read(file, {}, progress);
        return read ? std::string("read") : read.error().message;
    };
    exchange::ReadLimits limits;
    {
        const Trouble trouble("crash");
        CHECK(holds(message(limits), "ended its reader"));
    }
    {
        const Trouble trouble("hang");
        limits.seconds = 1;
        CHECK(holds(message(limits), "longer than 1 seconds"));
        limits.seconds = 120;
        std::stop_source source;
        source.request_stop();
        Progress progress;
        progress.stop = source.get_token();
        CHECK(message(limits, progress) == "Stopped.");
    }
#if !defined(__SANITIZE_ADDRESS__)
    {
        const Trouble trouble("swell");
        limits.memoryBytes = 800ULL << 20U;
        CHECK(holds(message(limits), "800 MB of memory"));
    }
#endif
    CHECK(message({}) == "read");
    const auto missing = exchange::FileReader(folder / "no-program").read(file);
    REQUIRE_FALSE(missing.has_value());
}

TEST_CASE("a hundred megabytes of rows are read by a child that takes a fraction of that") {
    const TemporaryFolder folder;
    const auto file = folder / "long.csv";
    constexpr std::size_t rows = 800'000;
    {
        std::ofstream stream(file, std::ios::binary);
        stream << "id,name,lead,frequency,venue,notes\n";
        std::string block;
        for (std::size_t i = 0; i < rows; ++i) {
            block += std::to_string(1'000'000 + i) +
                     ",Forum of a place with a long name,Bath and North East Somerset Council,2nd Tues "
                     "monthly at 7pm,Guildhall,\"Words, and more of them\"\n";
            if (block.size() > (1U << 20U)) {
                stream << block;
                block.clear();
            }
        }
        stream << block;
    }
    REQUIRE(std::filesystem::file_size(file) > 100'000'000);
    exchange::ReadLimits limits;
#if !defined(__SANITIZE_ADDRESS__)
    limits.memoryBytes = 256ULL << 20U; // address space, libraries and all
#endif
    const auto read = exchange::FileReader(WARDMOTE_READER, limits).read(file);
    INFO((read ? std::string() : read.error().text()));
    REQUIRE(read.has_value());
    REQUIRE(read->tables[0].rowCount() == rows + 1);
    CHECK(read->tables[0].text(rows, 0) == "1799999");
    CHECK(read->tables[0].textBytes() < 120'000'000);
}
