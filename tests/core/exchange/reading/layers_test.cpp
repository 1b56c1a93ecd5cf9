#include "tests/core/exchange/reading/made_files.h"
#include "tests/support/catch.h"

#include <fstream>
#include <iterator>
#include <map>
#include <ogrsf_frmts.h>

using namespace wardmote;
using namespace wardmote::tests;

namespace {

std::string squareAt(double x, double y, double size) {
    const auto point = [](double a, double b) {
        return "[" + std::to_string(a) + "," + std::to_string(b) + "]";
    };
    return "{\"type\":\"Polygon\",\"coordinates\":[[" + point(x, y) + "," + point(x + size, y) + "," +
           point(x + size, y + size) + "," + point(x, y + size) + "," + point(x, y) + "]]}";
}

std::string collection(const std::string& geometry) {
    return "{\"type\":\"FeatureCollection\",\"features\":[{\"type\":\"Feature\",\"properties\":{\"code\":"
           "\"E04000988\","
           "\"residents\":15641,\"share\":0.1,\"open\":true},\"geometry\":" +
           geometry + "}]}";
}

plan::Box boxOfRow(const exchange::Table& table, std::size_t row) {
    const auto place = table.place(row);
    return place.shape ? plan::boxOf(*place.shape) : plan::Box{};
}

/// A GeoPackage of layers, each with one square; a layer's code is its name in capitals.
std::filesystem::path madeGeoPackage(const TemporaryFolder& folder, const std::vector<std::string>& layers) {
    ::GDALAllRegister();
    const auto path = folder / "layers.gpkg";
    auto* driver = GetGDALDriverManager()->GetDriverByName("GPKG");
    const GDALDatasetUniquePtr file(driver->Create(path.string().c_str(), 0, 0, 0, GDT_Unknown, nullptr));
    OGRSpatialReference grid;
    grid.importFromEPSG(27700);
    for (const auto& name : layers) {
        auto* layer = file->CreateLayer(name.c_str(), &grid, wkbPolygon, nullptr);
        OGRFieldDefn field("code", OFTString);
        layer->CreateField(&field);
        OGRFeature feature(layer->GetLayerDefn());
        feature.SetField("code", ("of " + name).c_str());
        OGRGeometry* read = nullptr;
        OGRGeometryFactory::createFromWkt(
            "POLYGON ((365000 168000, 366000 168000, 366000 169000, 365000 168000))", nullptr, &read);
        feature.SetGeometryDirectly(read);
        REQUIRE(layer->CreateFeature(&feature) == OGRERR_NONE);
    }
    return path;
}

/// A Shapefile in British National Grid, with its parts.
std::filesystem::path madeShapefile(const TemporaryFolder& folder) {
    ::GDALAllRegister();
    const auto path = folder / "wards.shp";
    auto* driver = GetGDALDriverManager()->GetDriverByName("ESRI Shapefile");
    const GDALDatasetUniquePtr file(driver->Create(path.string().c_str(), 0, 0, 0, GDT_Unknown, nullptr));
    OGRSpatialReference grid;
    grid.importFromEPSG(27700);
    auto* layer = file->CreateLayer("wards", &grid, wkbPolygon, nullptr);
    OGRFieldDefn field("NAME", OFTString);
    layer->CreateField(&field);
    OGRFeature feature(layer->GetLayerDefn());
    feature.SetField("NAME", "Keynsham");
    OGRGeometry* read = nullptr;
    OGRGeometryFactory::createFromWkt(
        "POLYGON ((365000 168000, 366000 168000, 366000 169000, 365000 168000))", nullptr, &read);
    feature.SetGeometryDirectly(read);
    REQUIRE(layer->CreateFeature(&feature) == OGRERR_NONE);
    return path;
}

std::string bytesOf(const std::filesystem::path& file) {
    std::ifstream stream(file, std::ios::binary);
    return {std::istreambuf_iterator<char>(stream), {}};
}

} // namespace

TEST_CASE("GeoJSON in degrees comes to the National Grid with its columns") {
    const TemporaryFolder folder;
    const auto read = readHere(made(folder, "a.geojson", collection(squareAt(-2.5, 51.4, 0.01))));
    REQUIRE(read.has_value());
    CHECK(read->kind == exchange::FileKind::geoJson);
    CHECK(read->sheets[0].geometry == "boundaries");
    CHECK(read->sheets[0].rows == 1U);
    const auto& table = read->tables[0];
    CHECK(table.headingsInFirstRow);
    CHECK(rowOf(table, 0) == std::vector<std::string>{"code", "residents", "share", "open"});
    CHECK(rowOf(table, 1) == std::vector<std::string>{"E04000988", "15641", "0.1", "yes"});
    CHECK(boxOfRow(table, 1).min.easting == Approx(365'319).margin(100));
    CHECK(read->warnings.empty());
}

TEST_CASE("a GeoJSON that lies about its coordinates is found out") {
    const TemporaryFolder folder;
    const auto metres = readHere(made(folder, "a.geojson", collection(squareAt(365'000, 168'000, 1000))));
    REQUIRE(metres.has_value());
    CHECK(boxOfRow(metres->tables[0], 1).min == plan::Point{365'000, 168'000});
    CHECK(warns(*metres, "can only be British National Grid"));
    const auto swapped = readHere(made(folder, "a.geojson", collection(squareAt(51.4, -2.5, 0.01))));
    REQUIRE(swapped.has_value());
    CHECK(boxOfRow(swapped->tables[0], 1).min.easting == Approx(365'319).margin(100));
    CHECK(warns(*swapped, "latitude and longitude"));
}

TEST_CASE("places in another country are refused, lines leave their columns") {
    const TemporaryFolder folder;
    const auto rome = readHere(made(folder, "a.geojson", collection(squareAt(12.5, 41.9, 0.01))));
    REQUIRE_FALSE(rome.has_value());
    CHECK(rome.error().message.find("does not lie in Great Britain") != std::string::npos);
    const auto line =
        readHere(made(folder, "a.geojson",
                      collection("{\"type\":\"LineString\",\"coordinates\":[[-2.5,51.4],[-2.4,51.4]]}")));
    REQUIRE(line.has_value());
    CHECK(line->tables[0].rowCount() == 2);
    CHECK(warns(*line, "holds lines"));
}

TEST_CASE("a Shapefile reads from its parts and from a zip, and not without its index") {
    const TemporaryFolder folder;
    const auto file = madeShapefile(folder);
    const auto read = readHere(file);
    REQUIRE(read.has_value());
    CHECK(read->tables[0].text(1, 0) == "Keynsham");
    CHECK(boxOfRow(read->tables[0], 1).max == plan::Point{366'000, 169'000});

    const auto zipped = readHere(madeZip(folder, "wards.zip",
                                         {{"sub/wards.shp", bytesOf(folder / "wards.shp")},
                                          {"sub/wards.shx", bytesOf(folder / "wards.shx")},
                                          {"sub/wards.dbf", bytesOf(folder / "wards.dbf")},
                                          {"sub/wards.prj", bytesOf(folder / "wards.prj")},
                                          {"__MACOSX/sub/._wards.shp", "shadow"}}));
    REQUIRE(zipped.has_value());
    REQUIRE(zipped->tables.size() == 1);
    CHECK(boxOfRow(zipped->tables[0], 1).max == plan::Point{366'000, 169'000});

    std::filesystem::remove(folder / "wards.shx");
    const auto without = readHere(file);
    REQUIRE_FALSE(without.has_value());
    CHECK(without.error().message.find(".shx") != std::string::npos);
}

TEST_CASE("a GeoPackage of several layers lists all, and reads all or the one that is asked for") {
    const TemporaryFolder folder;
    const auto file = madeGeoPackage(folder, {"parishes", "wards", "beats"});
    const auto all = readHere(file);
    REQUIRE(all.has_value());
    REQUIRE(all->sheets.size() == 3);
    REQUIRE(all->tables.size() == 3);
    CHECK(all->sheets[1].name == "wards");
    CHECK(all->sheets[1].projection == "EPSG:27700");
    CHECK(all->sheets[1].geometry == "boundaries");
    CHECK(all->tables[2].text(1, 0) == "of beats");
    exchange::ReadOptions options;
    options.sheet = "wards";
    const auto one = readHere(file, options);
    REQUIRE(one.has_value());
    CHECK(one->sheets.size() == 3);
    REQUIRE(one->tables.size() == 1);
    CHECK(one->tables[0].text(1, 0) == "of wards");
    CHECK(boxOfRow(one->tables[0], 1).max == plan::Point{366'000, 169'000});
}

TEST_CASE("reading leaves nothing beside the files that it reads") {
    const auto source = realData("bathnes/banes_boundaries_27700.gpkg");
    if (!source) {
        WARN("The real data is not here.");
        return;
    }
    const TemporaryFolder folder;
    const auto file = folder / "b.gpkg";
    std::filesystem::copy_file(*source, file);
    const auto before = bytesOf(file);
    REQUIRE(readHere(file).has_value());
    CHECK(bytesOf(file) == before);
    const std::filesystem::directory_iterator entries(folder.path());
    CHECK(std::distance(begin(entries), end(entries)) == 1);
}

TEST_CASE("the real boundaries read: every layer, in grid and in degrees alike") {
    const auto grid = realData("bathnes/banes_boundaries_27700.gpkg");
    const auto degrees = realData("bathnes/banes_parishes_unparished.geojson");
    if (!grid || !degrees) {
        WARN("The real data is not here.");
        return;
    }
    const auto a = readHere(*grid);
    const auto b = readHere(*degrees);
    REQUIRE(a.has_value());
    REQUIRE(b.has_value());
    REQUIRE(a->sheets.size() == 4);
    CHECK(a->sheets[2].name == "tessellation");
    CHECK(a->sheets[2].rows == 66U);
    CHECK(a->sheets[2].projection == "EPSG:27700");
    for (std::size_t row = 1; row < 53; ++row) {
        CHECK(a->tables[0].text(row, 0) == b->tables[0].text(row, 0));
        // The GeoJSON is simplified, so corners may go.
        const auto one = boxOfRow(a->tables[0], row);
        const auto other = boxOfRow(b->tables[0], row);
        CHECK(one.min.easting == Approx(other.min.easting).margin(50));
        CHECK(one.max.northing == Approx(other.max.northing).margin(50));
    }
}

TEST_CASE("every messy file reads, with the number of rows that it has") {
    const auto messy = realData("messy");
    if (!messy) {
        WARN("The real data is not here.");
        return;
    }
    std::map<std::string, std::size_t> rows;
    for (const auto& entry : std::filesystem::directory_iterator(*messy)) {
        const auto read = exchange::FileReader(WARDMOTE_READER).read(entry.path());
        INFO(entry.path().filename().string());
        REQUIRE(read.has_value());
        REQUIRE_FALSE(read->tables.empty());
        rows[entry.path().filename().string()] = read->tables[0].rowCount();
    }
    CHECK(rows.size() == 19);
    CHECK(rows["BANES_Public_Toilets.csv"] == 19);
    CHECK(rows["Lower_Super_Output_Areas.csv"] == 117);
    CHECK(rows["National_Lottery_Grants_1995-2015.csv"] == 1268);
    CHECK(rows["table_2025-02-22_19-48-17.xlsx"] == 6993);
}
