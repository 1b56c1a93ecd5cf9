#include "app/commands.h"
#include "app/record_json.h"
#include "app/samples.h"

#include "core/plan/wording.h"

#include <fmt/format.h>
#include <memory>

namespace wardmote::app {
namespace {

void makeNew(const std::string& path, const std::string& sample, Context& context) {
    if (!sample.empty()) {
        const auto made = makeSamplePlan(sample, path, context.program);
        if (!made) {
            context.fail(made.error());
        }
        return;
    }
    plan::Settings settings;
    settings.name = std::filesystem::path(path).stem().string();
    const auto made = store::PlanFile::create(path, settings, currentOpener());
    if (!made) {
        context.fail(made.error());
    }
}

Result<const plan::RecordInfo*> recordKindCalled(const std::string& name) {
    if (const auto* info = plan::findRecordInfo(name)) {
        return info;
    }
    std::string known;
    for (const auto& info : plan::allRecordInfos()) {
        known += (known.empty() ? "" : ", ") + std::string(info.table);
    }
    return failure(fmt::format("There is no kind of record called “{}”.", name), "Known are: " + known + ".");
}

void list(const std::string& path, const std::string& kind, Context& context) {
    const auto info = recordKindCalled(kind);
    if (!info) {
        return context.fail(info.error());
    }
    const auto file = openPlan(path, true);
    if (!file) {
        return context.fail(file.error());
    }
    const auto plan = file->snapshot();
    if (context.json) {
        auto records = Json::array();
        for (const auto id : plan->ids((*info)->kind)) {
            records.push_back(recordJson(*plan, (*info)->kind, id));
        }
        return context.print(Json{{(*info)->plural, records}});
    }
    // A terminal has room for the first few fields that are not internal.
    std::vector<const plan::FieldInfo*> shown;
    std::vector<std::string> headings;
    for (const auto& field : (*info)->fields) {
        if (!field.rules.hidden && shown.size() < 5) {
            shown.push_back(&field);
            headings.emplace_back(field.label);
        }
    }
    TextTable table(headings);
    for (const auto id : plan->ids((*info)->kind)) {
        const auto record = plan->record((*info)->kind, id);
        std::vector<std::string> cells;
        for (const auto* field : shown) {
            cells.push_back(plan::inWords(*plan, *field, record.get()));
        }
        table.add(std::move(cells));
    }
    context.print(table.text());
}

Json rowJson(const store::HistoryRow& row) {
    return {{"id", idText(row.id)},
            {"at", row.at},
            {"author", row.author},
            {"label", row.label},
            {"records", row.recordsTouched},
            {"undoes", row.undoes == 0 ? Json(nullptr) : Json(idText(row.undoes))},
            {"redoes", row.redoes == 0 ? Json(nullptr) : Json(idText(row.redoes))},
            {"current", row.current}};
}

void history(const std::string& path, Context& context) {
    const auto file = openPlan(path, true);
    if (!file) {
        return context.fail(file.error());
    }
    const auto rows = file->history();
    if (!rows) {
        return context.fail(rows.error());
    }
    if (context.json) {
        auto list = Json::array();
        for (const auto& row : *rows) {
            list.push_back(rowJson(row));
        }
        return context.print(Json{{"history", list}});
    }
    TextTable table({"When (UTC)", "Who", "What", "Records", "In the plan"});
    for (const auto& row : *rows) {
        table.add({row.at, row.author, row.label, std::to_string(row.recordsTouched),
                   row.undoes != 0 ? ""
                   : row.current   ? "yes"
                                   : "taken back"});
    }
    context.print(table.text());
}

void step(const std::string& path, bool back, Context& context) {
    auto file = openPlan(path, false);
    if (!file) {
        return context.fail(file.error());
    }
    if (!(back ? file->nextUndo() : file->nextRedo())) {
        context.fail({back ? "There is nothing to undo." : "There is nothing to redo.", {}, {}});
        context.exitCode = problemFound;
        return;
    }
    const auto edit = back ? file->undo() : file->redo();
    if (!edit) {
        return context.fail(edit.error());
    }
    if (context.json) {
        return context.print(rowJson(edit->row));
    }
    context.print(edit->row.label);
}

} // namespace

void addPlanCommands(CLI::App& cli, Context& context) {
    const auto path = std::make_shared<std::string>();
    const auto word = std::make_shared<std::string>();

    auto* newCommand = cli.add_subcommand("new", "Make an empty plan, or a copy of a sample");
    newCommand->add_option("plan", *path, "The plan file to make; must not exist")->required();
    newCommand->add_option("--sample", *word, "Name of a sample, for example bathnes");
    newCommand->callback([=, &context] { makeNew(*path, *word, context); });

    auto* listCommand = cli.add_subcommand("list", "Records of one kind");
    listCommand->add_option("plan", *path, "The plan file")->required();
    listCommand->add_option("kind", *word, "areas, mechanisms, organisations, clusters...")->required();
    listCommand->callback([=, &context] { list(*path, *word, context); });

    auto* historyCommand = cli.add_subcommand("history", "Who changed what and when, newest first");
    historyCommand->add_option("plan", *path, "The plan file")->required();
    historyCommand->callback([=, &context] { history(*path, context); });

    auto* undoCommand = cli.add_subcommand("undo", "Take back the last edit");
    undoCommand->add_option("plan", *path, "The plan file")->required();
    undoCommand->callback([=, &context] { step(*path, true, context); });

    auto* redoCommand = cli.add_subcommand("redo", "Make the edit again that was taken back");
    redoCommand->add_option("plan", *path, "The plan file")->required();
    redoCommand->callback([=, &context] { step(*path, false, context); });
}

} // namespace wardmote::app
