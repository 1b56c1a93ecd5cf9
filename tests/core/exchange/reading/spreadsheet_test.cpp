#include "tests/core/exchange/reading/made_files.h"
#include "tests/support/catch.h"

#include <array>

using namespace wardmote;
using namespace wardmote::tests;
using exchange::CellHint;

namespace {
using Row = std::vector<std::string>;

const std::string styles = "<numFmts><numFmt numFmtId=\"164\" formatCode=\"dd/mm/yyyy hh:mm\"/>"
                           "<numFmt numFmtId=\"165\" formatCode=\"h:mm AM/PM\"/></numFmts>"
                           "<cellXfs><xf numFmtId=\"0\"/><xf numFmtId=\"14\"/><xf numFmtId=\"164\"/>"
                           "<xf numFmtId=\"165\"/></cellXfs>";

/// Writes a number's bytes, the lowest first.
void put(std::string& to, std::size_t number, int bytes) {
    for (int i = 0; i < bytes; ++i) {
        to.push_back(static_cast<char>(number >> (8 * i) & 0xFFU));
    }
}

std::string biffRecord(std::size_t type, const std::string& content) {
    std::string bytes;
    put(bytes, type, 2);
    put(bytes, content.size(), 2);
    return bytes + content;
}

std::string biffStart(std::size_t what) {
    std::string content;
    put(content, 0x0500, 2);
    put(content, what, 2);
    put(content, 0, 4);
    return biffRecord(0x0809, content);
}

std::string biffText(std::size_t row, std::size_t column, const std::string& text) {
    std::string content;
    put(content, row, 2);
    put(content, column, 2);
    put(content, 0, 2);
    put(content, text.size(), 2);
    return biffRecord(0x0204, content + text);
}

/// A workbook of Excel 5: one sheet of four cells, in the smallest compound file.
std::string oldWorkbook() {
    const std::string end = biffRecord(0x000A, {});
    const std::string name = "Sheet one";
    std::string listed;
    std::string codePage;
    put(codePage, 1252, 2);
    const std::string start = biffStart(5) + biffRecord(0x0042, codePage);
    put(listed, start.size() + 4 + 7 + name.size() + end.size(), 4);
    put(listed, 0, 2);
    put(listed, name.size(), 1);
    std::string stream = start + biffRecord(0x0085, listed + name) + end + biffStart(0x10);
    stream += biffText(0, 0, "Forum") + biffText(0, 1, "Month") + biffText(1, 0, "PACT");
    std::string number;
    put(number, 1, 2);
    put(number, 1, 2);
    put(number, 0, 2);
    put(number, 0x4028000000000000, 8); // 12.0
    stream += biffRecord(0x0203, number) + end;
    stream.resize(4096); // shorter streams would lie in a stream of their own

    constexpr std::size_t none = 0xFFFFFFFF;
    constexpr std::size_t chainEnd = 0xFFFFFFFE;
    std::string file("\xD0\xCF\x11\xE0\xA1\xB1\x1A\xE1", 8);
    file.append(16, '\0');
    for (const std::size_t half : {0x3EU, 3U, 0xFFFEU, 9U, 6U}) {
        put(file, half, 2);
    }
    put(file, 0, 6);
    for (const std::size_t whole :
         {std::size_t{0}, std::size_t{1}, std::size_t{1}, std::size_t{0}, std::size_t{4096}, chainEnd,
          std::size_t{0}, chainEnd, std::size_t{0}, std::size_t{0}}) {
        put(file, whole, 4);
    }
    for (int i = 1; i < 109; ++i) {
        put(file, none, 4);
    }
    put(file, 0xFFFFFFFD, 4); // sector 0: the allocation table itself
    put(file, chainEnd, 4);   // sector 1: the directory
    for (std::size_t sector = 2; sector < 9; ++sector) {
        put(file, sector + 1, 4);
    }
    put(file, chainEnd, 4);
    for (int i = 10; i < 128; ++i) {
        put(file, none, 4);
    }
    const auto entry = [&](const std::string& title, std::size_t type, std::size_t child, std::size_t sector,
                           std::size_t size) {
        std::string wide;
        for (const char c : title) {
            wide += c;
            wide += '\0';
        }
        wide.resize(64);
        file += wide;
        put(file, title.empty() ? 0 : title.size() * 2 + 2, 2);
        put(file, type, 1);
        put(file, 1, 1);
        put(file, none, 4);
        put(file, none, 4);
        put(file, child, 4);
        file.append(36, '\0');
        put(file, sector, 4);
        put(file, size, 8);
    };
    entry("Root Entry", 5, 1, chainEnd, 0);
    entry("Book", 2, none, 2, 4096);
    entry("", 0, none, 0, 0);
    entry("", 0, none, 0, 0);
    return file + stream;
}

} // namespace

TEST_CASE("an XLSX sheet reads cell by cell: texts, numbers, dates, times, flags, errors, formulas") {
    const TemporaryFolder folder;
    const auto file = madeXlsx(
        folder, "list.xlsx",
        {{"Housing",
          "<sheetData><row r=\"2\"><c r=\"A2\" t=\"inlineStr\"><is><t>Meetings</t></is></c></row>"
          "<row r=\"4\"><c r=\"A4\" t=\"s\"><v>1</v></c><c r=\"B4\"><v>1.1000000000000001</v></c>"
          "<c r=\"C4\" s=\"1\"><v>41402</v></c><c r=\"D4\" s=\"2\"><v>41402.791666666664</v></c>"
          "<c r=\"E4\" s=\"3\"><v>0.79166666666666663</v></c><c r=\"F4\" t=\"b\"><v>1</v></c>"
          "<c r=\"G4\" t=\"e\"><v>#REF!</v></c><c r=\"H4\"><f>1+1</f><v>2</v></c><c r=\"I4\"><f>1+3</f></c>"
          "<c r=\"J4\" t=\"str\"><f>A1</f><v>kept</v></c>"
          "<c r=\"K4\" t=\"inlineStr\"><is><r><t>rich</t></r><r><t xml:space=\"preserve\"> "
          "text</t></r></is></c></row>"
          "</sheetData><mergeCells><mergeCell ref=\"A2:C2\"/></mergeCells>"},
         {"~Lists", "<sheetData><row r=\"1\"><c r=\"A1\"><v>1</v></c></row></sheetData>"}},
        styles, {{"xl/sharedStrings.xml", "<sst><si><t>zero</t></si><si><t>E04000988</t></si></sst>"}});
    const auto read = readHere(file);
    REQUIRE(read.has_value());
    CHECK(read->kind == exchange::FileKind::xlsx);
    REQUIRE(read->tables.size() == 2);
    CHECK(read->sheets[1].hidden);
    CHECK(read->tables[1].hidden);
    const auto& table = read->tables[0];
    CHECK(table.name == "Housing");
    REQUIRE(table.rowCount() == 4);
    CHECK(rowOf(table, 0).empty());
    CHECK(table.rowNumber(3) == 4);
    CHECK(rowOf(table, 3) == Row{"E04000988", "1.1", "2013-05-08", "2013-05-08 19:00", "19:00", "yes", "",
                                 "2", "", "kept", "rich text"});
    CHECK(table.hint(3, 0) == CellHint::text);
    CHECK(table.hint(3, 1) == CellHint::number);
    CHECK(table.hint(3, 2) == CellHint::date);
    CHECK(table.hint(3, 3) == CellHint::dateTime);
    CHECK(table.hint(3, 4) == CellHint::time);
    CHECK(table.hint(3, 5) == CellHint::flag);
    REQUIRE(table.merges == std::vector{exchange::Merge{1, 0, 1, 2}});
    CHECK(table.mergedText(1, 2) == "Meetings");
    CHECK(table.text(1, 2).empty());
    CHECK(warns(*read, "error such as #REF!"));
    CHECK(warns(*read, "no result in the file"));
}

TEST_CASE("one sheet can be asked for; one that is not there is said") {
    const TemporaryFolder folder;
    const auto cell = "<sheetData><row r=\"1\"><c r=\"A1\"><v>1</v></c></row></sheetData>";
    const auto file = madeXlsx(folder, "l.xlsx", {{"One", cell}, {"Two", cell}});
    exchange::ReadOptions options;
    options.sheet = "Two";
    const auto read = readHere(file, options);
    REQUIRE(read.has_value());
    CHECK(read->sheets.size() == 2);
    REQUIRE(read->tables.size() == 1);
    CHECK(read->tables[0].name == "Two");
    options.sheet = "Three";
    CHECK(readHere(file, options).error().message.find("no sheet named \"Three\"") != std::string::npos);
}

TEST_CASE("a preview of a sheet keeps its first rows and its merged cells") {
    const TemporaryFolder folder;
    std::string rows;
    for (int i = 1; i <= 50; ++i) {
        rows += "<row r=\"" + std::to_string(i) + "\"><c><v>" + std::to_string(i) + "</v></c></row>";
    }
    const auto file = madeXlsx(folder, "l.xlsx",
                               {{"One", "<sheetData>" + rows +
                                            "</sheetData><mergeCells><mergeCell ref=\"A1:B2\"/>"
                                            "<mergeCell ref=\"A40:B40\"/></mergeCells>"}});
    exchange::ReadOptions options;
    options.rowLimit = 5;
    const auto read = readHere(file, options);
    REQUIRE(read.has_value());
    CHECK(read->tables[0].rowCount() == 5);
    CHECK(read->tables[0].cut);
    CHECK(read->tables[0].merges.size() == 1);
}

TEST_CASE("rows far down keep their numbers without a million empty ones") {
    const TemporaryFolder folder;
    const auto file =
        madeXlsx(folder, "l.xlsx",
                 {{"One", "<sheetData><row r=\"1\"><c><v>1</v></c></row><row r=\"1048576\"><c><v>2</v></c>"
                          "</row></sheetData><mergeCells><mergeCell ref=\"A1048576:B1048576\"/>"
                          "</mergeCells>"}});
    const auto read = readHere(file);
    REQUIRE(read.has_value());
    REQUIRE(read->tables[0].rowCount() == 2);
    CHECK(read->tables[0].rowNumber(1) == 1'048'576);
    REQUIRE(read->tables[0].merges.size() == 1);
    CHECK(read->tables[0].merges[0].firstRow == 1);
}

TEST_CASE("an ODS sheet reads repeated cells and rows, kinds, spaces, merged cells and hidden sheets") {
    const TemporaryFolder folder;
    const auto file = madeOds(
        folder, "l.ods",
        "<table:table table:name=\"One\"><table:table-row><table:table-cell "
        "table:number-columns-spanned=\"2\" "
        "office:value-type=\"string\"><text:p>Title</text:p></table:table-cell><table:covered-table-cell/>"
        "</table:table-row><table:table-row "
        "table:number-rows-repeated=\"2\"><table:table-cell/></table:table-row>"
        "<table:table-row table:number-rows-repeated=\"2\"><table:table-cell "
        "table:number-columns-repeated=\"2\" "
        "office:value-type=\"float\" office:value=\"1.50\"><text:p>1.5</text:p></table:table-cell>"
        "<table:table-cell office:value-type=\"date\" office:date-value=\"2013-05-08\"><text:p>8 May</text:p>"
        "</table:table-cell><table:table-cell office:value-type=\"time\" office:time-value=\"PT19H30M00S\">"
        "<text:p>7.30pm</text:p></table:table-cell><table:table-cell office:value-type=\"string\">"
        "<office:annotation><text:p>a comment</text:p></office:annotation><text:p>a<text:s "
        "text:c=\"2\"/>b</text:p>"
        "<text:p>c</text:p></table:table-cell></table:table-row>"
        "<table:table-row table:number-rows-repeated=\"1048000\"><table:table-cell "
        "table:number-columns-repeated=\"16384\"/></table:table-row></table:table>"
        "<table:table table:name=\"Two\" table:style-name=\"ta2\"><table:table-row><table:table-cell "
        "office:value-type=\"boolean\" office:boolean-value=\"true\"/></table:table-row></table:table>",
        "<style:style style:name=\"ta2\"><style:table-properties table:display=\"false\"/></style:style>");
    const auto read = readHere(file);
    REQUIRE(read.has_value());
    CHECK(read->kind == exchange::FileKind::ods);
    REQUIRE(read->tables.size() == 2);
    const auto& table = read->tables[0];
    REQUIRE(table.rowCount() == 5);
    CHECK(rowOf(table, 3) == Row{"1.5", "1.5", "2013-05-08", "19:30", "a  b\nc"});
    CHECK(rowOf(table, 4) == rowOf(table, 3));
    CHECK(table.merges == std::vector{exchange::Merge{0, 0, 0, 1}});
    CHECK_FALSE(table.hidden);
    CHECK(read->tables[1].hidden);
    CHECK(rowOf(read->tables[1], 0) == Row{"yes"});
}

TEST_CASE("an old XLS workbook reads") {
    const TemporaryFolder folder;
    const auto read = readHere(made(folder, "old.xls", oldWorkbook()));
    INFO((read ? std::string() : read.error().text() + read.error().detail));
    REQUIRE(read.has_value());
    CHECK(read->kind == exchange::FileKind::xls);
    REQUIRE(read->tables.size() == 1);
    CHECK(rowOf(read->tables[0], 0) == Row{"Forum", "Month"});
    CHECK(rowOf(read->tables[0], 1) == Row{"PACT", "12"});
}

TEST_CASE("a zip that would swell, and XML that would, are refused before they do") {
    const TemporaryFolder folder;
    const auto bomb = madeXlsx(folder, "bomb.xlsx", {{"One", std::string(80'000'000, ' ')}});
    const auto read = readHere(bomb);
    REQUIRE_FALSE(read.has_value());
    CHECK(read.error().message.find("would unpack") != std::string::npos);

    const std::string content = "<office:document-content>" + std::string(80'000'000, ' ');
    const auto ods = readHere(
        madeZip(folder, "bomb.ods",
                {{"mimetype", "application/vnd.oasis.opendocument.spreadsheet"}, {"content.xml", content}}));
    REQUIRE_FALSE(ods.has_value());
    CHECK(ods.error().message.find("would unpack") != std::string::npos);
    CHECK_FALSE(ods.error().remedy.empty());
    const auto shapes = readHere(madeZip(
        folder, "bomb.zip", {{"w.shp", std::string(80'000'000, ' ')}, {"w.shx", "x"}, {"w.dbf", "x"}}));
    REQUIRE_FALSE(shapes.has_value());
    CHECK(shapes.error().message.find("would unpack") != std::string::npos);

    const auto laughs =
        madeZip(folder, "laughs.xlsx",
                {{"xl/workbook.xml", "<!DOCTYPE x [<!ENTITY a \"aa\"><!ENTITY b \"&a;&a;\">]><workbook>"
                                     "&b;</workbook>"}});
    const auto refused = readHere(laughs);
    REQUIRE_FALSE(refused.has_value());
    CHECK(refused.error().message.find("damaged") != std::string::npos);
}

TEST_CASE("an ODS formula is its result, and a cell that only looks like one stays text") {
    const TemporaryFolder folder;
    const auto read = readHere(madeOds(
        folder, "l.ods",
        "<table:table table:name=\"One\"><table:table-row><table:table-cell "
        "table:formula=\"of:=WEBSERVICE(&quot;http://example.org&quot;)\" office:value-type=\"float\" "
        "office:value=\"3\"><text:p>3</text:p></table:table-cell><table:table-cell "
        "office:value-type=\"string\"><text:p>=1+1</text:p></table:table-cell></table:table-row>"
        "</table:table>"));
    REQUIRE(read.has_value());
    CHECK(rowOf(read->tables[0], 0) == Row{"3", "=1+1"});
}

TEST_CASE("columns beyond Excel's, rows with impossible numbers and broken XML are refused") {
    const TemporaryFolder folder;
    const auto sheet = [&](const std::string& rows) {
        return readHere(madeXlsx(folder, "l.xlsx", {{"One", "<sheetData>" + rows + "</sheetData>"}}));
    };
    CHECK(sheet("<row r=\"99999999\"><c><v>1</v></c></row>").error().message.find("99999999") !=
          std::string::npos);
    CHECK_FALSE(sheet("<row r=\"1\"><c><v>1</v></row>").has_value());
    exchange::ReadLimits limits;
    limits.cells = 3;
    const auto tooMany =
        readHere(madeXlsx(folder, "l.xlsx",
                          {{"One", "<sheetData><row r=\"1\"><c r=\"D1\"><v>1</v></c></row></sheetData>"}}),
                 {}, limits);
    REQUIRE_FALSE(tooMany.has_value());
    CHECK(tooMany.error().message.find("more than can be read at once") != std::string::npos);
}
