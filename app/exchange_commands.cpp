#include "app/commands.h"
#include "app/import_report.h"

#include "core/exchange/matching/import_proposal.h"
#include "core/exchange/reading/read_file.h"
#include "core/exchange/writing/export_records.h"
#include "core/text/lists.h"

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
    std::vector<std::string> constants; ///< FIELD=WORDS, or the name of a footprint set
    std::string footprintKind;
    std::string only; ///< COLUMN=WORDS
    bool knownOrganisations = false;
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

/// The two sides of FIELD=COLUMN and its like.
Result<std::pair<std::string, std::string>> sidesOf(const std::string& text, const char* form) {
    const auto equals = text.find('=');
    if (equals == std::string::npos) {
        return failure(fmt::format("“{}” is not of the form {}.", text, form));
    }
    return std::pair(text.substr(0, equals), text.substr(equals + 1));
}

/// Does something to every sheet that has the column, which is named by its heading or letter.
template<class What>
Result<void> onColumn(exchange::ImportSetup& setup, const std::string& column, What what) {
    bool found = false;
    for (auto& sheet : setup.sheets) {
        for (std::size_t c = 0; c < sheet.columns.size(); ++c) {
            if (sheet.columns[c].heading == column || exchange::columnLetter(c) == column) {
                what(sheet, c);
                found = true;
            }
        }
    }
    return found ? Result<void>{} : failure(fmt::format("The file has no column “{}”.", column));
}

/// What all footprints of a list have in common, over what was found; false if it holds none.
bool setFootprintConstant(exchange::ImportSetup& setup, std::string_view use, const std::string& words) {
    bool any = false;
    for (auto& sheet : setup.sheets) {
        if (sheet.form == exchange::ImportForm::footprints) {
            std::erase_if(sheet.constants,
                          [&](const exchange::ImportConstant& constant) { return constant.use == use; });
            sheet.constants.push_back({exchange::ColumnUse(use), words});
            any = true;
        }
    }
    return any;
}

/// What the command line says of columns and rows, over what was found.
Result<void> applyRequest(const ImportRequest& request, exchange::ImportSetup& setup) {
    for (const auto& match : request.matches) {
        const auto sides = sidesOf(match, "FIELD=COLUMN");
        if (!sides) {
            return Failure(sides.error());
        }
        const auto applied =
            onColumn(setup, sides->second, [&](exchange::SheetSetup& sheet, std::size_t column) {
                exchange::setUse(sheet, column, sides->first);
            });
        if (!applied) {
            return applied;
        }
    }
    if (!request.footprintKind.empty()) {
        setFootprintConstant(setup, exchange::column_uses::footprintKind, request.footprintKind);
    }
    for (const auto& constant : request.constants) {
        if (constant.find('=') == std::string::npos &&
            setFootprintConstant(setup, exchange::column_uses::footprintSet, constant)) {
            continue;
        }
        const auto sides = sidesOf(constant, "FIELD=WORDS");
        if (!sides) {
            return Failure(sides.error());
        }
        for (auto& sheet : setup.sheets) {
            sheet.constants.push_back({sides->first, sides->second});
        }
    }
    if (request.only.empty()) {
        return {};
    }
    const auto sides = sidesOf(request.only, "COLUMN=WORDS");
    if (!sides) {
        return Failure(sides.error());
    }
    return onColumn(setup, sides->first, [&](exchange::SheetSetup& sheet, std::size_t column) {
        sheet.filter = exchange::RowFilter{column, text::splitList(sides->second)};
    });
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
    if (const auto applied = applyRequest(request, setup); !applied) {
        return context.fail(applied.error());
    }
    exchange::ImportOptions options;
    options.today = context.day();
    options.createOrganisations = !request.knownOrganisations;
    options.seed = request.seed != 0 ? request.seed : std::random_device{}();
    const auto proposal = exchange::proposeImport(contents->tables, setup, *snapshot, options);
    if (!proposal) {
        return context.fail(proposal.error());
    }
    ImportOutcome outcome{*contents, setup, *proposal, request.dryRun, false};
    if (outcome.nothingTaken()) {
        return context.fail(whyNothing(outcome));
    }
    if (!request.dryRun && proposal->isWorthwhile()) {
        if (const auto edit = file->perform(proposal->label, proposal->changes); !edit) {
            return context.fail(edit.error());
        }
        outcome.done = true;
    }
    context.json ? context.print(importJson(outcome)) : context.print(importWords(outcome));
}

void exportRecords(const std::string& path, const std::string& kind, const std::string& target, bool withheld,
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
                             "Give a name that ends in .csv, .xlsx, .ods, .json, .geojson or .ics.",
                             {}});
    }
    const auto written = exchange::exportRecords(*file->snapshot(), info->kind, target, *format,
                                                 {.withheld = withheld, .today = context.day()});
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
    importCommand
        ->add_option("file", request->file, "CSV, XLSX, XLS, ODS, GeoPackage, GeoJSON, Shapefile, iCalendar")
        ->required();
    importCommand->add_option("--as", request->kind,
                              "areas, boundaries, footprints, mechanisms, organisations, meetings...");
    importCommand->add_option("--sheet", request->sheet, "Only this sheet or layer");
    importCommand->add_option("--map", request->matches, "FIELD=COLUMN; may be given again");
    importCommand->add_option("--set", request->constants,
                              "FIELD=WORDS for every row; may be given again. With --as footprints also the "
                              "name of the set");
    importCommand->add_option("--kind", request->footprintKind,
                              "What footprints are: wards, divisions, police_beats...");
    importCommand->add_option("--only", request->only, "COLUMN=WORDS: only rows with one of these words");
    importCommand->add_flag("--known-organisations", request->knownOrganisations,
                            "Leave out names that no organisation has, instead of adding them");
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
    exportCommand->add_option("-o,--output", *target, "FILE.csv, .xlsx, .ods, .json, .geojson or .ics")
        ->required();
    const auto withheld = std::make_shared<bool>(false);
    exportCommand->add_flag("--withheld", *withheld, "Also what is marked as not for publication");
    exportCommand->callback([=, &context] { exportRecords(*path, *kind, *target, *withheld, context); });
}

} // namespace wardmote::app
