#include "core/exchange/cell_text.h"
#include "core/exchange/writing/export_records.h"
#include "tests/core/exchange/reading/made_files.h"
#include "tests/core/exchange/writing/random_plan.h"
#include "tests/support/catch.h"

#include <fstream>
#include <iterator>
#include <nlohmann/json.hpp>
#include <rapidcheck.h>

using namespace wardmote;
using namespace wardmote::tests;
using exchange::ExportFormat;
using plan::RecordKind;

namespace {

/// The first field in which the file read back differs from the plan; empty if none does.
std::string difference(const plan::Plan& plan, RecordKind kind, const exchange::Table& table,
                       bool boundaries) {
    const auto& info = plan::recordInfo(kind);
    const auto resolve = exchange::resolverOf(plan);
    if (table.rowCount() != plan.count(kind) + 1) {
        return "the number of rows: " + std::to_string(table.rowCount());
    }
    for (std::size_t row = 1; row < table.rowCount(); ++row) {
        const auto record = plan.record(kind, std::stoll(std::string(table.text(row, 0))));
        if (!record) {
            return "the id " + std::string(table.text(row, 0));
        }
        for (std::size_t column = 1; column < table.rowLength(0); ++column) {
            const auto* field = plan::findField(info, table.text(0, column));
            if (field == nullptr) {
                return "the heading " + std::string(table.text(0, column));
            }
            const auto expected = field->get(record.get());
            if (field->kind == plan::FieldKind::shape) {
                const auto shape = table.place(row).shape;
                if (boundaries && plan::isRecorded(expected) && expected != plan::Value{shape}) {
                    return "a boundary";
                }
                continue;
            }
            const auto cell = table.text(row, column);
            const auto read = exchange::fromCell(*field, cell, resolve);
            if (!read || *read != expected) {
                return std::string(field->key) + " as [" + std::string(cell) + "]";
            }
        }
    }
    return {};
}

void checkFormat(ExportFormat format, const std::string& name) {
    const TemporaryFolder folder;
    for (unsigned seed = 1; seed <= 5; ++seed) {
        const auto plan = randomPlan(seed, 12);
        for (const auto& info : plan::allRecordInfos()) {
            const auto file = folder / name;
            exchange::ExportOptions options;
            options.hidden = true;
            options.withheld = true;
            const auto written = exchange::exportRecords(plan, info.kind, file, format, options);
            INFO(std::string(info.table)
                 << " " << name << " seed " << seed << (written ? "" : written.error().text()));
            REQUIRE(written.has_value());
            CHECK(written->records == plan.count(info.kind));
            const auto read = readHere(file);
            REQUIRE(read.has_value());
            const bool boundaries = format == ExportFormat::csv || format == ExportFormat::json;
            CHECK(difference(plan, info.kind, read->tables.at(0), boundaries) == "");
        }
    }
}

std::string bytesOf(const std::filesystem::path& file) {
    std::ifstream stream(file, std::ios::binary);
    return {std::istreambuf_iterator<char>(stream), {}};
}

} // namespace

TEST_CASE("every kind of record comes back from CSV as it went out") {
    checkFormat(ExportFormat::csv, "export.csv");
}

TEST_CASE("every kind of record comes back from XLSX as it went out") {
    checkFormat(ExportFormat::xlsx, "export.xlsx");
}

TEST_CASE("every kind of record comes back from ODS as it went out") {
    checkFormat(ExportFormat::ods, "export.ods");
}

TEST_CASE("every kind of record comes back from JSON as it went out") {
    checkFormat(ExportFormat::json, "export.json");
}

TEST_CASE("a cell is read as the value that wrote it, whatever the record") {
    rc::check([] {
        const auto plan = randomPlan(*rc::gen::arbitrary<unsigned>(), 4);
        const exchange::CellWriter cells(plan);
        const auto resolve = exchange::resolverOf(plan);
        for (const auto& info : plan::allRecordInfos()) {
            for (const auto id : plan.ids(info.kind)) {
                const auto record = plan.record(info.kind, id);
                for (const auto& field : info.fields) {
                    const auto value = field.get(record.get());
                    const auto read = exchange::fromCell(field, cells.toCell(field, value), resolve);
                    RC_ASSERT(read.has_value());
                    RC_ASSERT(*read == value);
                }
            }
        }
    });
}

TEST_CASE("cells are written as the grammar says") {
    plan::Plan plan;
    plan::Organisation police;
    police.id = 11;
    police.name = "Police, Avon";
    plan.put(police);
    for (const plan::Id id : {12, 13}) {
        plan::Organisation twice;
        twice.id = id;
        twice.name = "Curo";
        plan.put(twice);
    }
    plan::Mechanism mechanism;
    mechanism.id = 20;
    mechanism.name = "Forum";
    mechanism.leadOrganisation.id = 12;
    mechanism.attending.resize(2);
    mechanism.attending[0].organisation.id = 11;
    mechanism.attending[0].people = 2;
    mechanism.attending[0].paid = true;
    mechanism.attending[1].organisation.id = 13;
    mechanism.roomValue = plan::Money{1250};
    const auto cell = [&](const char* key) {
        const auto& field = plan::fieldOf(RecordKind::mechanism, key);
        return exchange::toCell(plan, field, field.get(&mechanism));
    };
    CHECK(cell("lead_organisation") == "Curo [12]");
    CHECK(cell("attending") == "\"Police, Avon\" (paid=yes, people=2); Curo [13]");
    CHECK(cell("room_value") == "12.50");
    CHECK(cell("status").empty());
    CHECK_FALSE(exchange::readLinks("Police, Curo").has_value());
    CHECK_FALSE(exchange::readLinks("Police (people=2").has_value());
    CHECK_FALSE(exchange::readLinks("Police;; Curo").has_value());
    CHECK_FALSE(exchange::readLinks("Police (2 people)").has_value());
    CHECK(exchange::readReference("Keynsham [12]").id == 12);
    CHECK(exchange::readReference("Keynsham [ward]").name == "Keynsham [ward]");
}

TEST_CASE("CSV has a mark, line ends and no formula that a spreadsheet would run") {
    const TemporaryFolder folder;
    const exchange::PlainTable table{
        "list",
        {{"name", exchange::ColumnKind::text}, {"cost", exchange::ColumnKind::number}},
        {{"=HYPERLINK(\"x\")", "-5"}, {"plain", "1"}}};
    REQUIRE(exchange::writeTable(table, folder / "l.csv", exchange::TableFormat::csv).has_value());
    CHECK(bytesOf(folder / "l.csv") ==
          "\xEF\xBB\xBFname,cost\r\n\"'=HYPERLINK(\"\"x\"\")\",-5\r\nplain,1\r\n");
}

TEST_CASE("a file that can't be written is said, the old one stays, nothing is left over") {
    const TemporaryFolder folder;
    const auto plan = randomPlan(1, 2);
    for (const char* name : {"e.csv", "e.xlsx", "e.ods", "e.json", "e.geojson"}) {
        const auto file = folder / "missing" / name;
        const auto written = exchange::exportRecords(plan, RecordKind::area, file, *exchange::formatOf(file));
        INFO(name);
        REQUIRE_FALSE(written.has_value());
        CHECK(written.error().message.find(name) != std::string::npos);
    }
    // A folder stands where the file should be: the new file is made, and can't take its place.
    std::filesystem::create_directory(folder / "taken.csv");
    std::ofstream(folder / "taken.csv" / "inside") << "kept";
    CHECK_FALSE(
        exchange::exportRecords(plan, RecordKind::area, folder / "taken.csv", ExportFormat::csv).has_value());
    CHECK(bytesOf(folder / "taken.csv" / "inside") == "kept");
    const std::filesystem::directory_iterator entries(folder.path());
    CHECK(std::distance(begin(entries), end(entries)) == 1);
}

TEST_CASE("areas become GeoJSON in degrees, rings the right way round") {
    plan::Plan plan;
    plan::Area area;
    area.id = 5;
    area.name = "Keynsham";
    area.code = "E04000988";
    area.residents = 15'641;
    area.boundary = std::make_shared<const plan::Shape>(
        plan::Shape{{{{{365'000, 168'000}, {365'000, 169'000}, {366'000, 169'000}}}}});
    plan.put(area);
    const auto text = exchange::exportGeoJson(plan);
    REQUIRE(text.has_value());
    const auto json = nlohmann::json::parse(*text);
    const auto& feature = json["features"][0];
    CHECK(feature["properties"]["code"] == "E04000988");
    CHECK(feature["properties"]["residents"] == 15'641);
    const auto& ring = feature["geometry"]["coordinates"][0][0];
    REQUIRE(ring.size() == 4);
    CHECK(ring[0] == ring[3]);
    double twiceArea = 0;
    for (std::size_t i = 0; i + 1 < ring.size(); ++i) {
        twiceArea += ring[i][0].get<double>() * ring[i + 1][1].get<double>() -
                     ring[i + 1][0].get<double>() * ring[i][1].get<double>();
    }
    CHECK(twiceArea > 0);
    const TemporaryFolder folder;
    const auto back = readHere(made(folder, "a.geojson", *text));
    REQUIRE(back.has_value());
    REQUIRE(back->tables[0].place(1).shape != nullptr);
    CHECK(plan::boxOf(*back->tables[0].place(1).shape).min.easting == Approx(365'000).margin(0.1));
    CHECK_FALSE(
        exchange::exportRecords(plan, RecordKind::mechanism, folder / "m.geojson", ExportFormat::geoJson)
            .has_value());
}

TEST_CASE("what XLSX can't hold is said") {
    const TemporaryFolder folder;
    plan::Plan plan;
    plan::Area area;
    area.id = 5;
    area.name = "Keynsham";
    area.notes = std::string(40'000, 'x');
    area.boundary = std::make_shared<const plan::Shape>(plan::Shape{{{{{1, 1}, {1, 2}, {2, 2}}}}});
    plan.put(area);
    const auto written =
        exchange::exportRecords(plan, RecordKind::area, folder / "a.xlsx", ExportFormat::xlsx);
    REQUIRE(written.has_value());
    REQUIRE(written->notes.size() == 2);
    CHECK(written->notes[0].find("32,767") != std::string::npos);
    CHECK(written->notes[1].find("Boundaries") != std::string::npos);
}

TEST_CASE("a cell of a list that is left unwritten is as a new entry has it") {
    plan::Plan plan;
    plan::Area keynsham;
    keynsham.id = 7;
    keynsham.name = "Keynsham";
    plan.put(keynsham);
    const auto& field = plan::fieldFor<&plan::Cluster::areas>();
    const auto value = exchange::fromCell(field, "Keynsham", exchange::resolverOf(plan));
    REQUIRE(value);
    plan::Cluster cluster;
    REQUIRE(field.set(&cluster, *value));
    REQUIRE(cluster.areas.size() == 1);
    CHECK(cluster.areas.front().area.id == 7);
    CHECK(cluster.areas.front().main);
    const auto other = exchange::fromCell(field, "Keynsham (main=no)", exchange::resolverOf(plan));
    REQUIRE(field.set(&cluster, *other));
    CHECK_FALSE(cluster.areas.front().main);
}
