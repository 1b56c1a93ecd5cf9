#include "app/commands.h"

#include "core/exchange/matching/import_proposal.h"
#include "core/exchange/reading/read_file.h"
#include "core/exchange/writing/export_records.h"

#include <fmt/format.h>
#include <memory>
#include <random>

namespace wardmote::app {
namespace {

struct ImportRequest {
    std::string plan;
    std::string file;
    std::string kind;
    std::string sheet;
    std::vector<std::string> matches;   ///< FIELD=COLUMN
    std::vector<std::string> constants; ///< FIELD=WORDS
    bool dryRun = false;
    std::uint64_t seed = 0;
};

/// "areas" and "boundaries" are both areas: a boundary is a field of an area.
Result<std::optional<plan::RecordKind>> wantedKind(const std::string& name) {
    if (name.empty()) {
        return std::optional<plan::RecordKind>{};
    }
    if (name == "boundaries") {
        return std::optional(plan::RecordKind::area);
    }
    if (const auto* info = plan::findRecordInfo(name)) {
        return std::optional(info->kind);
    }
    return failure(fmt::format("Nothing can be imported as “{}”.", name),
                   "Use areas, boundaries, mechanisms, organisations, meetings or another kind of record.");
}

/// Uses FIELD=COLUMN on every sheet that has the column; the column by heading or letter.
Result<void> applyMatch(exchange::ImportSetup& setup, const std::string& match) {
    const auto equals = match.find('=');
    if (equals == std::string::npos) {
        return failure(fmt::format("“{}” is not of the form FIELD=COLUMN.", match));
    }
    const auto use = match.substr(0, equals);
    const auto column = match.substr(equals + 1);
    bool found = false;
    for (auto& sheet : setup.sheets) {
        for (std::size_t c = 0; c < sheet.columns.size(); ++c) {
            if (sheet.columns[c].heading == column || exchange::columnLetter(c) == column) {
                exchange::setUse(sheet, c, use);
                found = true;
            }
        }
    }
    return found ? Result<void>{} : failure(fmt::format("The file has no column “{}”.", column));
}

Json outcomeJson(const exchange::ImportProposal& proposal, bool done) {
    static constexpr const char* outcomes[] = {"new", "updated", "unchanged", "refused"};
    auto rows = Json::array();
    for (const auto& row : proposal.rows) {
        auto notices = Json::array();
        for (const auto& notice : row.notices) {
            notices.push_back(
                {{"column", notice.column}, {"lost", notice.lost}, {"message", notice.message}});
        }
        rows.push_back({{"row", row.number},
                        {"outcome", outcomes[static_cast<int>(row.outcome)]},
                        {"id", row.id == 0 ? Json(nullptr) : Json(idText(row.id))},
                        {"name", row.name},
                        {"reason", row.reason.empty() ? Json(nullptr) : Json(row.reason)},
                        {"notices", notices}});
    }
    auto questions = Json::array();
    for (const auto& question : proposal.questions) {
        questions.push_back({{"key", question.key}, {"text", question.text}, {"rows", question.rows}});
    }
    return {{"imported", done},
            {"new", proposal.counts.added},
            {"updated", proposal.counts.updated},
            {"unchanged", proposal.counts.unchanged},
            {"refused", proposal.counts.refused},
            {"also_created", proposal.alsoCreated.size()},
            {"rows", rows},
            {"questions", questions}};
}

void report(const exchange::ImportProposal& proposal, bool done, const Context& context) {
    if (context.json) {
        return context.print(outcomeJson(proposal, done));
    }
    for (const auto& row : proposal.rows) {
        if (row.outcome == exchange::RowOutcome::refused) {
            context.print(fmt::format("Row {} refused: {}", row.number, row.reason));
        }
    }
    context.print(fmt::format(
        "{}: {} new, {} updated, {} unchanged, {} refused; {} other records{}.",
        done ? "Imported" : "Would import", proposal.counts.added, proposal.counts.updated,
        proposal.counts.unchanged, proposal.counts.refused, proposal.alsoCreated.size(),
        proposal.questions.empty() ? ""
                                   : fmt::format("; {} words not understood", proposal.questions.size())));
}

void import(const ImportRequest& request, Context& context) {
    const auto kind = wantedKind(request.kind);
    if (!kind) {
        return context.fail(kind.error());
    }
    auto file = openPlan(request.plan, request.dryRun);
    if (!file) {
        return context.fail(file.error());
    }
    exchange::ReadOptions reading;
    if (!request.sheet.empty()) {
        reading.sheet = request.sheet;
    }
    const auto contents = exchange::FileReader(context.program).read(request.file, reading);
    if (!contents) {
        return context.fail(contents.error());
    }
    const auto snapshot = file->snapshot();
    auto setup = exchange::proposeSetup(
        contents->tables, std::filesystem::path(request.file).filename().string(), *snapshot, *kind);
    for (const auto& match : request.matches) {
        if (const auto applied = applyMatch(setup, match); !applied) {
            return context.fail(applied.error());
        }
    }
    for (const auto& constant : request.constants) {
        const auto equals = constant.find('=');
        if (equals == std::string::npos) {
            return context.fail({fmt::format("“{}” is not of the form FIELD=WORDS.", constant), {}, {}});
        }
        for (auto& sheet : setup.sheets) {
            sheet.constants.push_back({constant.substr(0, equals), constant.substr(equals + 1)});
        }
    }
    exchange::ImportOptions options;
    options.today = context.day();
    options.seed = request.seed != 0 ? request.seed : std::random_device{}();
    const auto proposal = exchange::proposeImport(contents->tables, setup, *snapshot, options);
    if (!proposal) {
        return context.fail(proposal.error());
    }
    bool done = false;
    // Where no record comes or changes, the way the columns were matched is no edit worth a line in the
    // history.
    const bool worthwhile =
        proposal->counts.added + proposal->counts.updated > 0 || !proposal->alsoCreated.empty();
    if (!request.dryRun && worthwhile && !proposal->changes.empty()) {
        if (const auto edit = file->perform(proposal->label, proposal->changes); !edit) {
            return context.fail(edit.error());
        }
        done = true;
    }
    if (proposal->counts.refused > 0 && proposal->counts.refused == proposal->rows.size()) {
        context.exitCode = problemFound;
    }
    report(*proposal, done, context);
}

void exportRecords(const std::string& path, const std::string& kind, const std::string& target,
                   Context& context) {
    const auto* info = plan::findRecordInfo(kind);
    if (!info) {
        return context.fail({fmt::format("There is no kind of record called “{}”.", kind), {}, {}});
    }
    const auto file = openPlan(path, true);
    if (!file) {
        return context.fail(file.error());
    }
    const auto format = exchange::formatOf(target);
    if (!format) {
        return context.fail({fmt::format("“{}” is no kind of export.", target),
                             "Give a name that ends in .csv, .xlsx, .ods, .json or .geojson.",
                             {}});
    }
    const auto written = exchange::exportRecords(*file->snapshot(), info->kind, target, *format);
    if (!written) {
        return context.fail(written.error());
    }
    if (context.json) {
        return context.print(
            Json{{"file", target}, {"records", written->records}, {"notes", written->notes}});
    }
    for (const auto& note : written->notes) {
        context.print(note);
    }
}

} // namespace

void addExchangeCommands(CLI::App& cli, Context& context) {
    const auto request = std::make_shared<ImportRequest>();
    auto* importCommand =
        cli.add_subcommand("import", "Bring other people's lists and boundaries into the plan");
    importCommand->add_option("plan", request->plan, "The plan file")->required();
    importCommand->add_option("file", request->file, "CSV, XLSX, XLS, ODS, GeoPackage, GeoJSON, Shapefile")
        ->required();
    importCommand->add_option("--as", request->kind,
                              "areas, boundaries, mechanisms, organisations, meetings...");
    importCommand->add_option("--sheet", request->sheet, "Only this sheet or layer");
    importCommand->add_option("--map", request->matches, "FIELD=COLUMN; may be given again");
    importCommand->add_option("--set", request->constants, "FIELD=WORDS for every row; may be given again");
    importCommand->add_option("--seed", request->seed,
                              "Of the new records' ids, for imports that can be repeated");
    importCommand->add_flag("--dry-run", request->dryRun, "Say what would happen and change nothing");
    importCommand->callback([=, &context] { import(*request, context); });

    const auto path = std::make_shared<std::string>();
    const auto kind = std::make_shared<std::string>();
    const auto target = std::make_shared<std::string>();
    auto* exportCommand = cli.add_subcommand("export", "Write records of one kind to a file");
    exportCommand->add_option("plan", *path, "The plan file")->required();
    exportCommand->add_option("kind", *kind, "areas, mechanisms, organisations...")->required();
    exportCommand->add_option("-o,--output", *target, "FILE.csv, .xlsx, .ods, .json or .geojson")->required();
    exportCommand->callback([=, &context] { exportRecords(*path, *kind, *target, context); });
}

} // namespace wardmote::app
