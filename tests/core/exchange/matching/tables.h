#pragma once
#include "core/exchange/matching/import_proposal.h"
#include "core/exchange/reading/read_file.h"

#include "tests/support/catch.h"
#include "tests/support/folders.h"

namespace wardmote::tests {

using Rows = std::vector<std::vector<std::string>>;

inline exchange::Table tableOf(const Rows& rows, std::string name = "Sheet1") {
    exchange::Table table;
    table.name = std::move(name);
    for (const auto& row : rows) {
        table.startRow();
        for (const auto& cell : row) {
            table.addCell(cell);
        }
    }
    return table;
}

/// Proposes, with the setup that is found.
inline exchange::ImportProposal proposed(const std::vector<exchange::Table>& tables, const plan::Plan& plan,
                                         const std::string& file = "list.csv",
                                         std::optional<plan::RecordKind> wanted = {},
                                         const exchange::Answers& answers = {},
                                         const exchange::ImportOptions& options = {}) {
    const auto setup = exchange::proposeSetup(tables, file, plan, wanted);
    auto proposal = exchange::proposeImport(tables, setup, plan, options, answers);
    REQUIRE(proposal);
    return std::move(*proposal);
}

inline plan::Plan after(const plan::Plan& plan, const exchange::ImportProposal& proposal) {
    const auto wrong = plan::complaints(plan, proposal.changes);
    for (const auto& complaint : wrong) {
        UNSCOPED_INFO(complaint.message);
    }
    REQUIRE(wrong.empty());
    auto changed = plan::applied(plan, proposal.changes);
    REQUIRE(changed);
    return std::move(*changed);
}

inline plan::Plan emptyPlan() {
    plan::Plan plan;
    plan::Settings settings;
    settings.name = "Test";
    plan.put(settings);
    return plan;
}

/// The tables of a real file; empty where the real data is not there.
inline std::vector<exchange::Table> realTables(const std::string& below) {
    const auto file = realData(below);
    if (!file) {
        WARN("the real data is not there");
        return {};
    }
    auto contents = exchange::FileReader({}).read(*file);
    REQUIRE(contents);
    return std::move(contents->tables);
}

template<class R>
const R* named(const plan::Plan& plan, std::string_view name) {
    for (const auto& record : plan.all<R>()) {
        if (record.name == name) {
            return &record;
        }
    }
    return nullptr;
}

} // namespace wardmote::tests
