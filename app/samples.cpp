#include "app/samples.h"

#include "app/context.h"
#include "core/exchange/cell_text.h"
#include "core/exchange/matching/import_proposal.h"
#include "core/exchange/reading/read_file.h"

#include <algorithm>
#include <fmt/format.h>

namespace wardmote::app {
namespace {

namespace fs = std::filesystem;

/// The tables of a sample, in the order in which they refer to one another; each is left out where it is
/// missing.
struct SampleTable {
    const char* file;
    plan::RecordKind kind;
};
constexpr SampleTable tables[] = {
    {"audiences.csv", plan::RecordKind::audience},
    {"organisations.csv", plan::RecordKind::organisation},
    {"roles.csv", plan::RecordKind::role},
    {"areas.csv", plan::RecordKind::area},
    {"assets.csv", plan::RecordKind::asset},
    {"footprint_sets.csv", plan::RecordKind::footprintSet},
    {"footprints.csv", plan::RecordKind::footprint},
    {"arrangements.csv", plan::RecordKind::arrangement},
    {"clusters.csv", plan::RecordKind::cluster},
    {"moves.csv", plan::RecordKind::move},
    {"local_responses.csv", plan::RecordKind::localResponse},
    {"mechanisms.csv", plan::RecordKind::mechanism},
    {"meetings.csv", plan::RecordKind::meeting},
    {"local_issues.csv", plan::RecordKind::localIssue},
    {"reviews.csv", plan::RecordKind::review},
    {"scenarios.csv", plan::RecordKind::scenario},
    {"proposed_changes.csv", plan::RecordKind::proposedChange},
};
constexpr const char* settingsTable = "plan.csv";
/// Samples are the same wherever they are made.
constexpr std::uint64_t sampleSeed = 2013;

/// The first record of a table in the form of an export, as changes to the plan's own record.
Result<plan::Changes> settingsFrom(const exchange::Table& table, const plan::Plan& plan) {
    plan::Changes changes;
    for (std::size_t column = 0; column < table.columnCount(); ++column) {
        const auto* field =
            plan::findField(plan::recordInfo(plan::RecordKind::settings), table.text(0, column));
        if (!field) {
            return failure(
                fmt::format("{} has an unknown column “{}”.", settingsTable, table.text(0, column)));
        }
        auto value = exchange::fromCell(*field, table.text(1, column), exchange::resolverOf(plan));
        if (!value) {
            return failure(
                fmt::format("{} has something in “{}” that can't be read.", settingsTable, field->label));
        }
        changes.set(plan::RecordKind::settings, 1, *field, std::move(*value));
    }
    return changes;
}

/// What the ordinary importer makes of a table of the sample. Unlike other people's lists a sample must be
/// read to its last cell.
Result<exchange::ImportProposal> recordsFrom(const exchange::FileContents& contents,
                                             const SampleTable& sample, const plan::Plan& plan,
                                             const std::string& source) {
    auto setup = exchange::proposeSetup(contents.tables, sample.file, plan, sample.kind);
    for (auto& sheet : setup.sheets) {
        if (sheet.form != exchange::ImportForm::records || sheet.kind != sample.kind) {
            // Lists of other people come in other forms too; a sample's tables are records one a row.
            sheet.form = exchange::ImportForm::records;
            sheet.kind = sample.kind;
            sheet = exchange::rematched(sheet, contents.tables[sheet.table], plan);
        }
        sheet.source = source;
        for (const auto& column : sheet.columns) {
            if (column.use.empty()) {
                return failure(fmt::format("{} has an unknown column “{}”.", sample.file, column.heading));
            }
        }
    }
    exchange::ImportOptions options;
    options.seed = sampleSeed;
    options.createOrganisations = false;
    options.rememberMatching = false;
    auto proposal = exchange::proposeImport(contents.tables, setup, plan, options);
    if (!proposal) {
        return Failure(proposal.error());
    }
    for (const auto& row : proposal->rows) {
        auto wrong = row.outcome == exchange::RowOutcome::refused ? row.reason : std::string{};
        for (const auto& notice : row.notices) {
            wrong = notice.lost ? notice.message : wrong;
        }
        if (!wrong.empty()) {
            return failure(fmt::format("{}, row {}: {}", sample.file, row.number, wrong));
        }
    }
    return std::move(*proposal);
}

Result<void> fill(store::PlanFile& file, const Sample& sample, const fs::path& program) {
    const exchange::FileReader reader(program);
    for (const auto& table : tables) {
        if (!fs::exists(sample.folder / table.file)) {
            continue;
        }
        const auto contents = reader.read(sample.folder / table.file);
        if (!contents) {
            return Failure(contents.error());
        }
        const auto proposal = recordsFrom(*contents, table, *file.snapshot(), sample.title + " sample");
        if (!proposal) {
            return Failure(proposal.error());
        }
        const auto label = fmt::format("Take {} from the sample", plan::recordInfo(table.kind).plural);
        if (const auto edit = file.perform(label, proposal->changes); !edit) {
            return Failure(edit.error());
        }
    }
    const auto contents = reader.read(sample.folder / settingsTable);
    if (!contents) {
        return Failure(contents.error());
    }
    const auto changes = settingsFrom(contents->tables.front(), *file.snapshot());
    if (!changes) {
        return Failure(changes.error());
    }
    if (const auto edit = file.perform("Take the plan's words and assumptions from the sample", *changes);
        !edit) {
        return Failure(edit.error());
    }
    return file.close();
}

} // namespace

fs::path resourceFolder(const fs::path& program) {
    std::error_code ignored;
    const auto installed =
        fs::weakly_canonical(program, ignored).parent_path().parent_path() / "share" / "wardmote";
    if (fs::exists(installed / "samples", ignored)) {
        return installed;
    }
    return WARDMOTE_RESOURCE_FOLDER;
}

std::vector<Sample> samples(const fs::path& program) {
    // Titles are what a person reads; a folder that is not listed here is shown by its name.
    std::vector<Sample> found;
    std::error_code error;
    for (const auto& entry : fs::directory_iterator(resourceFolder(program) / "samples", error)) {
        if (fs::exists(entry.path() / settingsTable, error)) {
            const auto id = entry.path().filename().string();
            found.push_back({id, id == "bathnes" ? "Bath and North East Somerset" : id, entry.path()});
        }
    }
    std::ranges::sort(found, {}, &Sample::title);
    return found;
}

Result<void> makeSamplePlan(const std::string& id, const fs::path& target, const fs::path& program) {
    const auto known = samples(program);
    const auto sample = std::ranges::find(known, id, &Sample::id);
    if (sample == known.end()) {
        std::string names;
        for (const auto& one : known) {
            names += (names.empty() ? "" : ", ") + one.id;
        }
        return failure(fmt::format("There is no sample called “{}”.", id),
                       names.empty() ? "The samples are not installed." : "Samples are: " + names + ".");
    }
    plan::Settings settings;
    settings.name = sample->title;
    auto file = store::PlanFile::create(target, settings, currentOpener());
    if (!file) {
        return Failure(file.error());
    }
    const auto filled = fill(*file, *sample, program);
    if (!filled) {
        // Half a sample is no plan: the file was made here and nobody has worked in it.
        (void)file->close();
        std::error_code ignored;
        fs::remove(target, ignored);
    }
    return filled;
}

} // namespace wardmote::app
