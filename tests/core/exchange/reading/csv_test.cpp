#include "core/exchange/reading/csv_dialect.h"
#include "core/exchange/reading/text_decoder.h"
#include "tests/core/exchange/reading/made_files.h"
#include "tests/support/catch.h"

#include <rapidcheck.h>

using namespace wardmote;
using namespace wardmote::tests;
using exchange::Encoding;

namespace {

using Row = std::vector<std::string>;

std::string utf16(std::u16string_view text, bool little, bool mark) {
    std::string bytes;
    const auto add = [&](char16_t unit) {
        const auto low = static_cast<char>(unit & 0xFFU);
        const auto high = static_cast<char>(unit >> 8U);
        bytes.push_back(little ? low : high);
        bytes.push_back(little ? high : low);
    };
    if (mark) {
        add(0xFEFF);
    }
    for (const char16_t unit : text) {
        add(unit);
    }
    return bytes;
}

} // namespace

TEST_CASE("a CSV file in any encoding that councils use reads as the same text") {
    const TemporaryFolder folder;
    struct Case {
        std::string bytes;
        Encoding encoding;
        bool mark;
    };
    const std::u16string_view wide = u"name,cost\r\nCaf\u00E9 \U0001F600,\u00A35\r\n";
    const std::vector<Case> cases{
        {"name,cost\r\nCaf\xC3\xA9 \xF0\x9F\x98\x80,\xC2\xA3"
         "5\r\n",
         Encoding::utf8, false},
        {"\xEF\xBB\xBFname,cost\r\nCaf\xC3\xA9 \xF0\x9F\x98\x80,\xC2\xA3"
         "5\r\n",
         Encoding::utf8, true},
        {utf16(wide, true, true), Encoding::utf16LittleEndian, true},
        {utf16(wide, false, true), Encoding::utf16BigEndian, true},
        {utf16(wide, true, false), Encoding::utf16LittleEndian, false},
        {utf16(wide, false, false), Encoding::utf16BigEndian, false},
    };
    for (const auto& each : cases) {
        const auto read = readHere(made(folder, "list.csv", each.bytes));
        REQUIRE(read.has_value());
        CHECK(read->encoding == each.encoding);
        CHECK(read->byteOrderMark == each.mark);
        REQUIRE(read->tables.size() == 1);
        CHECK(rowOf(read->tables[0], 0) == Row{"name", "cost"});
        CHECK(rowOf(read->tables[0], 1) == Row{"Caf\xC3\xA9 \xF0\x9F\x98\x80", "\xC2\xA3"
                                                                               "5"});
        CHECK(read->tables[0].rowCount() == 2);
    }
}

TEST_CASE("Windows-1252 is found, and can be asked for") {
    const TemporaryFolder folder;
    const auto file = made(folder, "list.csv",
                           "name,cost\nCaf\xE9 \x96 \x93open\x94,\xA3"
                           "5\n");
    const auto read = readHere(file);
    REQUIRE(read.has_value());
    CHECK(read->encoding == Encoding::windows1252);
    CHECK(rowOf(read->tables[0], 1) == Row{"Caf\xC3\xA9 \xE2\x80\x93 \xE2\x80\x9Copen\xE2\x80\x9D", "\xC2\xA3"
                                                                                                    "5"});

    exchange::ReadOptions options;
    options.encoding = Encoding::utf8;
    const auto asUtf8 = readHere(file, options);
    REQUIRE(asUtf8.has_value());
    CHECK(warns(*asUtf8, "bytes are no UTF-8"));
}

TEST_CASE("a text that is mostly UTF-8 keeps its characters though some bytes are broken") {
    const TemporaryFolder folder;
    const auto read = readHere(made(folder, "l.csv", "a,b\nCaf\xC3\xA9 Caf\xC3\xA9,Caf\xE9\n"));
    REQUIRE(read.has_value());
    CHECK(rowOf(read->tables[0], 1) == Row{"Caf\xC3\xA9 Caf\xC3\xA9", "Caf\xC3\xA9"});
    CHECK(warns(*read, "1 bytes are no UTF-8"));
}

TEST_CASE("the delimiter is found, and can be asked for") {
    const TemporaryFolder folder;
    for (const char delimiter : {',', ';', '\t', '|'}) {
        const std::string d(1, delimiter);
        const auto read = readHere(
            made(folder, "l.csv",
                 "List of meetings\n\nname" + d + "who\n\"a, b; c | d\"" + d + "x\nForum" + d + "y, z\n"));
        REQUIRE(read.has_value());
        CHECK(read->delimiter == delimiter);
        CHECK(rowOf(read->tables[0], 3) == Row{"a, b; c | d", "x"});
    }
    exchange::ReadOptions options;
    options.delimiter = ';';
    const auto asked = readHere(made(folder, "l.csv", "a,b\n1,2\n"), options);
    REQUIRE(asked.has_value());
    CHECK(rowOf(asked->tables[0], 0) == Row{"a,b"});
    const auto told = readHere(made(folder, "l.csv", "sep=;\r\na,b;c\r\n"));
    REQUIRE(told.has_value());
    CHECK(rowOf(told->tables[0], 0) == Row{"a,b", "c"});
}

TEST_CASE("line breaks in cells, doubled quotes, blank lines, ragged rows and GSS codes survive") {
    const TemporaryFolder folder;
    const auto read = readHere(made(
        folder, "l.csv",
        "code,name,notes\r\nE04000988,\"Keynsham \"\"town\"\"\",\"one\r\ntwo\"\r\n\r\n007,Short\r\n1,2,3,4"));
    REQUIRE(read.has_value());
    const auto& table = read->tables[0];
    REQUIRE(table.rowCount() == 5);
    CHECK(rowOf(table, 1) == Row{"E04000988", "Keynsham \"town\"", "one\r\ntwo"});
    CHECK(rowOf(table, 2).empty());
    CHECK(table.rowNumber(3) == 4);
    CHECK(table.text(3, 0) == "007");
    CHECK(table.hint(3, 0) == exchange::CellHint::text);
    CHECK(table.text(3, 2).empty());
    CHECK(table.columnCount() == 4);
    CHECK(warns(*read, "2 rows have more or fewer cells than the usual 3"));
}

TEST_CASE("cells too long are cut with a warning that says where, whole characters only") {
    const TemporaryFolder folder;
    std::string longCell;
    for (int i = 0; i < 100'000; ++i) {
        longCell += "\xC3\xA9";
    }
    const auto read = readHere(made(folder, "l.csv", "a,b\n1," + longCell + "\n"));
    REQUIRE(read.has_value());
    CHECK(read->tables[0].text(1, 1).size() == 100'000);
    REQUIRE(warns(*read, "200000 bytes"));
    CHECK(read->warnings[0].row == 2);
    CHECK(read->warnings[0].column == 2);
}

TEST_CASE("zero bytes, lost characters and a quotation mark never closed are told") {
    const TemporaryFolder folder;
    std::string bytes("a,b\nx", 5);
    bytes.append(1, '\0').append(200, 'y').append(",z\n");
    const auto zeros = readHere(made(folder, "l.csv", bytes));
    REQUIRE(zeros.has_value());
    CHECK(warns(*zeros, "1 zero bytes were left out"));
    const auto lost = readHere(made(folder, "l.csv", "a,b\nCaf\xEF\xBF\xBD,z\n"));
    REQUIRE(lost.has_value());
    CHECK(warns(*lost, "Characters were lost"));
    const auto open = readHere(made(folder, "l.csv", "a,b\n\"never closed,z\nmore,rows\n"));
    REQUIRE(open.has_value());
    CHECK(warns(*open, "never closed"));
}

TEST_CASE("a preview stops after its rows and says that there are more") {
    const TemporaryFolder folder;
    const auto file = made(folder, "l.csv", "a\n1\n2\n3\n");
    exchange::ReadOptions options;
    options.rowLimit = 2;
    auto read = readHere(file, options);
    REQUIRE(read.has_value());
    CHECK(read->tables[0].rowCount() == 2);
    CHECK(read->tables[0].cut);
    options.rowLimit = 4;
    read = readHere(file, options);
    CHECK(read->tables[0].rowCount() == 4);
    CHECK_FALSE(read->tables[0].cut);
}

TEST_CASE("a million columns are refused with their number") {
    const TemporaryFolder folder;
    std::string bytes(1'000'000, ',');
    bytes.push_back('\n');
    const auto read = readHere(made(folder, "l.csv", bytes));
    REQUIRE_FALSE(read.has_value());
    CHECK(read.error().message.find("1000001 columns") != std::string::npos);
    CHECK(read.error().message.find("l.csv") != std::string::npos);
    CHECK_FALSE(read.error().remedy.empty());
}

TEST_CASE("a cell that looks like a formula stays the text that it is") {
    const TemporaryFolder folder;
    const auto read = readHere(made(folder, "l.csv", "name,cost\n=HYPERLINK(\"x\"),+44 1225\n@SUM(A1),-5\n"));
    REQUIRE(read.has_value());
    CHECK(rowOf(read->tables[0], 1) == Row{"=HYPERLINK(\"x\")", "+44 1225"});
    CHECK(rowOf(read->tables[0], 2) == Row{"@SUM(A1)", "-5"});
}

TEST_CASE("a column of well-known text becomes boundaries on the National Grid") {
    const TemporaryFolder folder;
    const auto read =
        readHere(made(folder, "l.csv",
                      "the_geom,name\n\"POLYGON ((-2.5 51.4, -2.4 51.4, -2.4 51.5, -2.5 51.4))\",A\n"
                      "\"POINT (1.716052 52.657979)\",B\n\"POLYGON ((-2.5 51.4, -2.4\",C\n,D\n"));
    REQUIRE(read.has_value());
    const auto& table = read->tables[0];
    REQUIRE(table.place(1).shape != nullptr);
    CHECK(table.place(1).shape->polygons.size() == 1);
    CHECK(table.text(1, 0).empty());
    REQUIRE(table.place(2).point.has_value());
    // The Ordnance Survey's worked example (A guide to coordinate systems in Great Britain): Caister.
    CHECK(table.place(2).point->easting == Approx(651'409.9).margin(6));
    CHECK(table.place(2).point->northing == Approx(313'177.3).margin(6));
    CHECK(table.place(3).shape == nullptr);
    CHECK(warns(*read, "cut off or cannot be read"));
    CHECK(table.place(4).shape == nullptr);
}

TEST_CASE("what guards a text against being run as a formula is taken away again") {
    CHECK(exchange::guarded("=1+1") == "'=1+1");
    CHECK(exchange::guarded("'Allo") == "'Allo");
    CHECK(exchange::unguarded("'+44 1225") == "+44 1225");
    rc::check("unguarded(guarded(x)) == x", [](const std::string& text) {
        RC_ASSERT(exchange::unguarded(exchange::guarded(text)) == text);
    });
    rc::check("also for the characters that matter", [] {
        const auto text = *rc::gen::container<std::string>(rc::gen::element('\'', '=', '+', 'a', '-', '@'));
        RC_ASSERT(exchange::unguarded(exchange::guarded(text)) == text);
    });
}

TEST_CASE("decoding in any pieces gives the same text") {
    rc::check([] {
        const auto bytes = *rc::gen::container<std::string>(
            rc::gen::element('a', '\xC3', '\xA9', '\xF0', '\x9F', '\x98', '\x80', '\xE9', '\n'));
        const auto encoding = *rc::gen::element(Encoding::utf8, Encoding::utf16LittleEndian,
                                                Encoding::utf16BigEndian, Encoding::windows1252);
        const auto cut = *rc::gen::inRange<std::size_t>(0, bytes.size() + 1);
        std::string whole;
        exchange::TextDecoder once(encoding);
        once.decode(bytes, whole);
        once.finish(whole);
        std::string pieces;
        exchange::TextDecoder twice(encoding);
        twice.decode(std::string_view(bytes).substr(0, cut), pieces);
        twice.decode(std::string_view(bytes).substr(cut), pieces);
        twice.finish(pieces);
        RC_ASSERT(whole == pieces);
        for (std::string_view rest = whole; !rest.empty();) {
            const int length = exchange::utf8Length(rest);
            RC_ASSERT(length > 0);
            rest.remove_prefix(static_cast<std::size_t>(length));
        }
    });
}
