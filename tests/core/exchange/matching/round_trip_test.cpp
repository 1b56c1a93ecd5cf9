#include "tests/core/exchange/matching/tables.h"

#include "core/exchange/writing/export_records.h"

using namespace wardmote;
using namespace wardmote::tests;
using plan::RecordKind;

namespace {

/// Every kind of a plan as an export has it, in the order of a workbook.
std::vector<exchange::Table> exported(const plan::Plan& plan) {
    std::vector<exchange::Table> tables;
    for (const auto& info : plan::allRecordInfos()) {
        if (info.kind == RecordKind::settings || info.kind == RecordKind::importMatching ||
            plan.count(info.kind) == 0) {
            continue;
        }
        const auto plain = exchange::exportTable(plan, info.kind, true);
        Rows rows(1);
        for (const auto& column : plain.columns) {
            rows.front().push_back(column.heading);
        }
        rows.insert(rows.end(), plain.rows.begin(), plain.rows.end());
        tables.push_back(tableOf(rows, std::string(info.plural)));
    }
    return tables;
}

} // namespace

TEST_CASE("what is exported imports again without loss") {
    auto plan = emptyPlan();
    for (const std::string file :
         {"bathnes/banes_tessellation_areas.csv", "bathnes/banes_tessellation_clusters.csv",
          "engagement/engagement_mechanisms.csv", "engagement/engagement_mechanism_relations.csv"}) {
        const auto tables = realTables(file);
        if (tables.empty()) {
            return;
        }
        plan = after(plan, proposed(tables, plan, file.substr(file.find('/') + 1)));
    }
    exchange::ImportOptions options;
    options.rememberMatching = false;
    const auto tables = exported(plan);

    SECTION("into the same plan: nothing changes") {
        const auto again = proposed(tables, plan, "plan.xlsx", {}, {}, options);
        CHECK(again.counts.refused == 0);
        for (const auto& change : again.changes.list()) {
            for (const auto& field : change.fields) {
                UNSCOPED_INFO(plan::recordInfo(change.kind).singular << " " << field.field->key);
            }
        }
        CHECK(again.changes.empty());
    }
    SECTION("into an empty plan: every record is the same") {
        options.addStarterThemes = false;
        const auto copy = after(emptyPlan(), proposed(tables, emptyPlan(), "plan.xlsx", {}, {}, options));
        for (const auto& info : plan::allRecordInfos()) {
            if (info.kind == RecordKind::settings || info.kind == RecordKind::importMatching) {
                continue;
            }
            CAPTURE(info.plural);
            CHECK(copy.ids(info.kind) == plan.ids(info.kind));
            for (const auto id : plan.ids(info.kind)) {
                const auto record = copy.record(info.kind, id);
                CHECK((record && info.equal(record.get(), plan.record(info.kind, id).get())));
            }
        }
    }
}
