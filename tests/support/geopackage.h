#pragma once
// Boundaries of a GeoPackage layer, read with SQLite alone, for tests of libraries that don't link GDAL.
#include "core/plan/shape.h"

#include <filesystem>
#include <sqlite3.h>
#include <string>
#include <string_view>
#include <vector>

namespace wardmote::tests {

struct GeoPackageRow {
    std::string code;
    std::string name;
    plan::ShapeRef shape;
};

/// Rows in order of feature id; empty if the layer can't be read. The well-known binary follows a header
/// whose envelope has 0, 4, 6 or 8 numbers (GeoPackage 1.3, 2.1.3).
inline std::vector<GeoPackageRow> readGeoPackage(const std::filesystem::path& path, const std::string& layer,
                                                 const std::string& codeColumn = "code",
                                                 const std::string& nameColumn = "name") {
    std::vector<GeoPackageRow> rows;
    sqlite3* file = nullptr;
    sqlite3_stmt* query = nullptr;
    const auto sql = "SELECT " + codeColumn + ", " + nameColumn + ", geom FROM " + layer + " ORDER BY 1";
    if (sqlite3_open_v2(path.c_str(), &file, SQLITE_OPEN_READONLY, nullptr) == SQLITE_OK &&
        sqlite3_prepare_v2(file, sql.c_str(), -1, &query, nullptr) == SQLITE_OK) {
        const auto text = [&](int column) {
            const auto* bytes = static_cast<const char*>(sqlite3_column_blob(query, column));
            return std::string_view(bytes, static_cast<std::size_t>(sqlite3_column_bytes(query, column)));
        };
        while (sqlite3_step(query) == SQLITE_ROW) {
            GeoPackageRow row;
            row.code = text(0);
            row.name = text(1);
            const auto blob = text(2);
            constexpr std::size_t envelopes[] = {0, 32, 48, 48, 64};
            const auto envelope = (static_cast<unsigned char>(blob[3]) >> 1) & 7U;
            const auto shape = plan::fromWkb(blob.substr(8 + envelopes[envelope]));
            if (shape) {
                row.shape = std::make_shared<const plan::Shape>(*shape);
            }
            rows.push_back(std::move(row));
        }
    }
    sqlite3_finalize(query);
    sqlite3_close(file);
    return rows;
}

} // namespace wardmote::tests
