#include "app/commands.h"
#include "app/find_record.h"

#include "core/exchange/partners/partner_return.h"
#include "core/exchange/partners/partner_workbook.h"
#include "core/exchange/reading/read_file.h"

#include <fmt/format.h>
#include <memory>
#include <random>

namespace wardmote::app {
namespace {

struct PartnerRequest {
    std::string plan;
    std::string partner;
    std::string output;
    std::string back;
    std::string places; ///< name of a footprint set
    std::string take;   ///< hers, ours or nothing
    bool dryRun = false;
    std::uint64_t seed = 0;
};

std::uint64_t seedOf(const PartnerRequest& request) {
    return request.seed != 0 ? request.seed : std::random_device{}();
}

void send(const PartnerRequest& request, plan::Id partner, store::PlanFile& file, Context& context) {
    const auto plan = file.snapshot();
    exchange::PartnerRequest wanted{partner, 0, {}, plan::IdSource(seedOf(request)).next(), context.day()};
    if (!request.places.empty()) {
        const auto set = footprintsNamed(*plan, request.places);
        if (!set) {
            return context.fail(set.error());
        }
        if (!plan->find<plan::FootprintSet>(*set)) {
            return context.fail(
                {fmt::format("“{}” is one footprint, not a set of them.", request.places), {}, {}});
        }
        wanted.footprintSet = *set;
    }
    const auto list = exchange::writePartnerWorkbook(*plan, wanted, request.output);
    if (!list) {
        return context.fail(list.error());
    }
    plan::Changes changes;
    changes.insert(*list);
    if (const auto edit = file.perform("Send a list to " + list->name, changes); !edit) {
        return context.fail(edit.error());
    }
    context.json
        ? context.print(
              Json{{"file", request.output}, {"list", idText(list->id)}, {"mechanisms", list->rows.size()}})
        : context.print(fmt::format("{} mechanisms in {}.", list->rows.size(), request.output));
}

std::string_view inWords(exchange::ChangedBy by) {
    switch (by) {
    case exchange::ChangedBy::her:
        return "partner";
    case exchange::ChangedBy::us:
        return "plan";
    case exchange::ChangedBy::both:
        return "both";
    case exchange::ChangedBy::unknown:
        break;
    }
    return "not known";
}

Json returnJson(const plan::Plan& plan, const exchange::PartnerReturn& back, bool done) {
    auto rows = Json::array();
    for (const auto& row : back.rows) {
        auto fields = Json::array();
        for (const auto& field : row.fields) {
            fields.push_back({{"field", std::string(field.field->key)},
                              {"ours", field.ours},
                              {"hers", field.hers},
                              {"last", orNull(field.last)},
                              {"changed_by", std::string(inWords(field.changedBy))},
                              {"problem", field.problem}});
        }
        rows.push_back({{"mechanism", row.isNew ? Json(nullptr) : Json(idText(row.mechanism))},
                        {"name", row.name},
                        {"row", row.row},
                        {"new", row.isNew},
                        {"fields", std::move(fields)}});
    }
    auto missing = Json::array();
    for (const auto id : back.missing) {
        missing.push_back(reference(plan, plan::RecordKind::mechanism, id));
    }
    return {{"same", back.same},
            {"rows", std::move(rows)},
            {"no_longer_in_list", std::move(missing)},
            {"since_last", back.sinceLast},
            {"warnings", back.warnings},
            {"done", done}};
}

void printReturn(const plan::Plan& plan, const exchange::PartnerReturn& back, const Context& context) {
    for (const auto& warning : back.warnings) {
        context.print("Note: " + warning);
    }
    TextTable table({"Mechanism", "Field", "Ours", "Hers", "Last time", "Changed by"});
    for (const auto& row : back.rows) {
        for (const auto& field : row.fields) {
            table.add({row.isNew ? row.name + " (new)" : row.name, std::string(field.field->label),
                       field.ours.empty() ? "not recorded" : field.ours,
                       field.problem.empty() ? field.hers : field.hers + " (" + field.problem + ")",
                       field.last.value_or(""), row.isNew ? "" : std::string(inWords(field.changedBy))});
        }
    }
    if (!back.rows.empty()) {
        context.print(table.text());
    }
    context.print(fmt::format("{} rows agree; {} fields differ.", back.same, back.differences()));
    for (const auto& row : back.rows) {
        for (const auto& notice : row.notices) {
            context.print(fmt::format("Row {}, {}: {}", row.row, row.name, notice));
        }
    }
    for (const auto& change : back.sinceLast) {
        context.print("Since the last list: " + change);
    }
    for (const auto id : back.missing) {
        context.print("No longer in the list, to be asked about: " +
                      plan::nameOf(plan, plan::RecordKind::mechanism, id));
    }
}

void takeBack(const PartnerRequest& request, plan::Id partner, store::PlanFile& file, Context& context) {
    const auto plan = file.snapshot();
    const auto contents = exchange::FileReader(context.program).read(request.back);
    if (!contents) {
        return context.fail(contents.error());
    }
    const auto seed = seedOf(request);
    const exchange::ReturnOptions options{context.day(), seed};
    const auto back = exchange::readPartnerReturn(
        contents->tables, std::filesystem::path(request.back).filename().string(), *plan, partner, options);
    if (!back) {
        return context.fail(back.error());
    }
    const bool act = !request.dryRun && !request.take.empty();
    if (act) {
        const auto choice = request.take == "hers" ? exchange::takeHers(*back) : exchange::ReturnChoice{};
        const auto changes =
            exchange::changesOf(*back, choice, *plan, options, plan::IdSource(seed + 1).next());
        const auto label =
            "Take what " + plan::nameOf(*plan, plan::RecordKind::organisation, partner) + " sent back";
        if (const auto edit = file.perform(label, changes); !edit) {
            return context.fail(edit.error());
        }
    }
    context.json ? context.print(returnJson(*plan, *back, act)) : printReturn(*plan, *back, context);
}

void partner(const PartnerRequest& request, Context& context) {
    if (request.output.empty() == request.back.empty()) {
        return context.fail({"Say what is to be done with the partner's list.",
                             "Use -o FILE.xlsx to write it or --back FILE.xlsx to read it.",
                             {}});
    }
    auto file = openPlan(request.plan, request.output.empty() && (request.dryRun || request.take.empty()));
    if (!file) {
        return context.fail(file.error());
    }
    const auto id = organisationNamed(*file->snapshot(), request.partner);
    if (!id) {
        return context.fail(id.error());
    }
    request.back.empty() ? send(request, *id, *file, context) : takeBack(request, *id, *file, context);
}

} // namespace

void addPartnerCommand(CLI::App& cli, Context& context) {
    const auto request = std::make_shared<PartnerRequest>();
    auto* command =
        cli.add_subcommand("partner", "A partner's own list of mechanisms, as a workbook and back");
    command->add_option("plan", request->plan, "The plan file")->required();
    command->add_option("organisation", request->partner, "The partner, by name or id")->required();
    command->add_option("-o,--output", request->output, "Write her list as FILE.xlsx");
    command->add_option("--back", request->back, "Read the list that came back");
    command->add_option("--places", request->places, "A footprint set: her own places instead of areas");
    command->add_option("--take", request->take, "hers: what she changed; ours: remember her list alone")
        ->check(CLI::IsMember({"hers", "ours"}));
    command->add_flag("--dry-run", request->dryRun, "Say what would happen and change nothing");
    command->add_option("--seed", request->seed, "Of the new records' ids");
    command->callback([=, &context] { partner(*request, context); });
}

} // namespace wardmote::app
