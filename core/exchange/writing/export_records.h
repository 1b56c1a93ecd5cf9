#pragma once
#include "core/base/result.h"
#include "core/exchange/writing/plain_table.h"
#include "core/plan/plan.h"

#include <filesystem>
#include <optional>

namespace wardmote::exchange {

enum class ExportFormat : std::uint8_t { csv, xlsx, ods, json, geoJson, calendar };

/// By the file's ending (.csv .xlsx .ods .json .geojson .ics); nothing for another.
std::optional<ExportFormat> formatOf(const std::filesystem::path& file);

struct ExportOptions {
    std::optional<std::vector<plan::Id>> only; ///< these records instead of all
    bool personal = true;                      ///< false: fields that name or contact people are left out
    bool hidden = false;                       ///< true: also fields meant for the program alone
    /// Also what is marked "not for publication". Else meetings and local issues so marked are left out, and
    /// of mechanisms their words (see core/plan/publishable.h); the summary's notes say of how many.
    bool withheld = false;
    std::optional<plan::Date> today; ///< iCalendar: series start on or after it
};

struct ExportSummary {
    std::size_t records = 0;
    std::vector<std::string> notes; ///< what the format could not keep, as sentences
};

/// Writes all records of one kind that may be told of, with every field, in the cell grammar of cell_text.h;
/// importing the file again changes nothing. The first column is the record's own id, headings are the
/// fields' keys. XLSX and ODS leave boundaries out (a cell is too small) and say so; CSV and JSON keep them
/// exactly. GeoJSON (areas only) has them in WGS 84, within about 5 m. iCalendar: meetings one by one,
/// mechanisms as series; what has no date is counted in the notes. JSON: {"wardmote": 1, "kind": "mechanism",
/// "records": [{"id": "123", "name": ..., "areas": [{"area":
/// {"id", "name"}}]}]}; money is in pounds, ids are strings, what is not recorded is left out.
Result<ExportSummary> exportRecords(const plan::Plan& plan, plan::RecordKind kind,
                                    const std::filesystem::path& file, ExportFormat format,
                                    const ExportOptions& options = {});

/// The same rows as a table, for the clipboard or another writer.
PlainTable exportTable(const plan::Plan& plan, plan::RecordKind kind, bool boundaries,
                       const ExportOptions& options = {});

/// The JSON export as text. (This, the table above and the GeoJSON below go by the plan given: what is not
/// for publication is taken out by exportRecords.)
std::string exportJson(const plan::Plan& plan, plan::RecordKind kind, const ExportOptions& options = {});

/// A GeoJSON FeatureCollection of the areas that have a boundary or a point.
Result<std::string> exportGeoJson(const plan::Plan& plan, const ExportOptions& options = {});

} // namespace wardmote::exchange
