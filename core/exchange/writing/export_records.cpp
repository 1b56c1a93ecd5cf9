#include "core/exchange/writing/export_records.h"

#include "core/exchange/cell_text.h"
#include "core/exchange/writing/calendar_writer.h"
#include "core/exchange/writing/export_fields.h"
#include "core/exchange/writing/replaced_file.h"
#include "core/plan/publishable.h"

#include <algorithm>
#include <fmt/format.h>

namespace wardmote::exchange {
namespace {

using plan::FieldKind;

ColumnKind columnKind(FieldKind kind) {
    switch (kind) {
    case FieldKind::integer:
    case FieldKind::number:
    case FieldKind::money:
        return ColumnKind::number;
    case FieldKind::date:
        return ColumnKind::date;
    default:
        return ColumnKind::text;
    }
}

bool hasBoundaries(const plan::Plan& plan) {
    return std::ranges::any_of(plan.all<plan::Area>(),
                               [](const plan::Area& area) { return area.boundary != nullptr; });
}

Result<void> writeText(const std::filesystem::path& file, const std::string& text) {
    return replaceFile(file,
                       [&](const std::filesystem::path& temporary) { return writeBytes(temporary, text); });
}

Result<ExportSummary> exportCalendar(const plan::Plan& plan, plan::RecordKind kind,
                                     const std::filesystem::path& file, const ExportOptions& options) {
    if (kind != plan::RecordKind::meeting && kind != plan::RecordKind::mechanism) {
        return failure("A calendar holds meetings; " + std::string(plan::recordInfo(kind).plural) +
                           " have no dates of their own.",
                       "Export meetings or mechanisms as .ics, or these as CSV, XLSX, ODS or JSON.");
    }
    const MechanismSeries series(plan);
    std::vector<CalendarEntry> entries;
    const auto ids = exportedIds(plan, kind, options);
    for (const auto id : ids) {
        const auto* mechanism = plan.find<plan::Mechanism>(id);
        auto entry =
            kind == plan::RecordKind::meeting
                ? entryOf(plan, *plan.find<plan::Meeting>(id))
                : series.of(*mechanism,
                            options.today.value_or(mechanism->setUp.value_or(plan::Date{2000, 1, 1})));
        if (entry) {
            entries.push_back(std::move(*entry));
        }
    }
    const auto written = writeCalendar(file, entries);
    if (!written) {
        return Failure(written.error());
    }
    ExportSummary summary{entries.size(), {}};
    if (const auto left = ids.size() - entries.size(); left > 0) {
        summary.notes.push_back(std::to_string(left) + " of " + std::to_string(ids.size()) + " " +
                                std::string(plan::recordInfo(kind).plural) +
                                " have no date, no pattern that names its days, or are not active, and were "
                                "left out.");
    }
    return summary;
}

} // namespace

std::vector<const plan::FieldInfo*> exportedFields(plan::RecordKind kind, const ExportOptions& options) {
    std::vector<const plan::FieldInfo*> fields;
    for (const auto& field : plan::recordInfo(kind).fields) {
        if ((options.personal || !field.rules.personal) && (options.hidden || !field.rules.hidden)) {
            fields.push_back(&field);
        }
    }
    return fields;
}

std::vector<plan::Id> exportedIds(const plan::Plan& plan, plan::RecordKind kind,
                                  const ExportOptions& options) {
    auto ids = options.only ? *options.only : plan.ids(kind);
    std::erase_if(ids, [&](plan::Id id) { return !plan.contains(kind, id); });
    return ids;
}

std::optional<ExportFormat> formatOf(const std::filesystem::path& file) {
    auto ending = file.extension().string();
    std::ranges::transform(ending, ending.begin(),
                           [](char c) { return c >= 'A' && c <= 'Z' ? static_cast<char>(c + 32) : c; });
    if (ending == ".csv") {
        return ExportFormat::csv;
    }
    if (ending == ".xlsx") {
        return ExportFormat::xlsx;
    }
    if (ending == ".ods") {
        return ExportFormat::ods;
    }
    if (ending == ".json") {
        return ExportFormat::json;
    }
    if (ending == ".ics") {
        return ExportFormat::calendar;
    }
    return ending == ".geojson" ? std::optional(ExportFormat::geoJson) : std::nullopt;
}

PlainTable exportTable(const plan::Plan& plan, plan::RecordKind kind, bool boundaries,
                       const ExportOptions& options) {
    const auto& info = plan::recordInfo(kind);
    PlainTable table;
    table.title = std::string(info.plural);
    table.columns.push_back({std::string(idHeading), ColumnKind::text});
    auto fields = exportedFields(kind, options);
    std::erase_if(fields, [&](const auto* field) { return !boundaries && field->kind == FieldKind::shape; });
    for (const auto* field : fields) {
        table.columns.push_back({std::string(field->key), columnKind(field->kind)});
    }
    const CellWriter cells(plan);
    for (const auto id : exportedIds(plan, kind, options)) {
        const auto record = plan.record(kind, id);
        auto& row = table.rows.emplace_back();
        row.push_back(std::to_string(id));
        for (const auto* field : fields) {
            row.push_back(cells.toCell(*field, field->get(record.get())));
        }
    }
    return table;
}

namespace {

/// Writes what is in the plan as it is.
Result<ExportSummary> write(const plan::Plan& plan, plan::RecordKind kind, const std::filesystem::path& file,
                            ExportFormat format, const ExportOptions& options) {
    ExportSummary summary;
    summary.records = exportedIds(plan, kind, options).size();
    if (format == ExportFormat::json) {
        const auto written = writeText(file, exportJson(plan, kind, options));
        return written ? Result<ExportSummary>(summary) : Failure(written.error());
    }
    if (format == ExportFormat::geoJson) {
        if (kind != plan::RecordKind::area) {
            return failure("GeoJSON holds places; " + std::string(plan::recordInfo(kind).plural) +
                               " have no boundaries of their own.",
                           "Export the areas as GeoJSON, or these as CSV, XLSX, ODS or JSON.");
        }
        const auto text = exportGeoJson(plan, options);
        const auto written = text ? writeText(file, *text) : Failure(text.error());
        return written ? Result<ExportSummary>(summary) : Failure(written.error());
    }
    if (format == ExportFormat::calendar) {
        return exportCalendar(plan, kind, file, options);
    }
    const bool boundaries = format == ExportFormat::csv;
    const auto table = exportTable(plan, kind, boundaries, options);
    auto notes = writeTable(table, file,
                            format == ExportFormat::csv    ? TableFormat::csv
                            : format == ExportFormat::xlsx ? TableFormat::xlsx
                                                           : TableFormat::ods);
    if (!notes) {
        return Failure(notes.error());
    }
    summary.notes = std::move(*notes);
    if (!boundaries && kind == plan::RecordKind::area && hasBoundaries(plan)) {
        summary.notes.emplace_back("Boundaries are too long for cells of this format and were left out; CSV, "
                                   "JSON and GeoJSON keep them.");
    }
    return summary;
}

/// How many of the records an export holds nothing of, or not all.
std::string whatIsWithheld(const plan::RecordInfo& info, std::size_t count) {
    const bool mechanisms = info.kind == plan::RecordKind::mechanism;
    const auto what =
        count == 1 ? fmt::format("1 {} is", info.singular) : fmt::format("{} {} are", count, info.plural);
    return fmt::format("{} marked as not for publication: {} left out.", what,
                       mechanisms   ? "notes, source and the evidence of the three tests are"
                       : count == 1 ? "it is"
                                    : "they are");
}

} // namespace

Result<ExportSummary> exportRecords(const plan::Plan& plan, plan::RecordKind kind,
                                    const std::filesystem::path& file, ExportFormat format,
                                    const ExportOptions& options) {
    if (options.withheld) {
        return write(plan, kind, file, format, options);
    }
    // A blank, not the words that stand in a report: read back they would replace the source.
    const auto shown = plan::publishable(plan::PlanRef(plan::PlanRef{}, &plan), "");
    auto narrowed = options;
    narrowed.only = exportedIds(plan, kind, options);
    const auto withheld = static_cast<std::size_t>(
        std::ranges::count_if(*narrowed.only, [&](plan::Id id) { return plan::isWithheld(plan, kind, id); }));
    if (kind != plan::RecordKind::mechanism) {
        std::erase_if(*narrowed.only, [&](plan::Id id) { return plan::isWithheld(plan, kind, id); });
    }
    auto written = write(*shown, kind, file, format, narrowed);
    if (written && withheld > 0) {
        written->notes.push_back(whatIsWithheld(plan::recordInfo(kind), withheld));
    }
    return written;
}

} // namespace wardmote::exchange
