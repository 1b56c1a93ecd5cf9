#include "tests/core/exchange/matching/tables.h"

#include "core/exchange/writing/export_records.h"

using namespace wardmote;
using namespace wardmote::tests;
using plan::RecordKind;

namespace {

exchange::Table exported(const plan::Plan& plan, const plan::RecordInfo& info, std::string sheet) {
    const auto plain = exchange::exportTable(plan, info.kind, true);
    Rows rows(1);
    for (const auto& column : plain.columns) {
        rows.front().push_back(column.heading);
    }
    rows.insert(rows.end(), plain.rows.begin(), plain.rows.end());
    return tableOf(rows, std::move(sheet));
}

/// Every kind of a plan as an export has it, in the order of a workbook.
std::vector<exchange::Table> exported(const plan::Plan& plan) {
    std::vector<exchange::Table> tables;
    for (const auto& info : plan::allRecordInfos()) {
        if (info.kind == RecordKind::settings || info.kind == RecordKind::importMatching ||
            plan.count(info.kind) == 0) {
            continue;
        }
        tables.push_back(exported(plan, info, std::string(info.plural)));
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

TEST_CASE("an export imports again under any name of file, kind by kind") {
    auto plan = emptyPlan();
    plan.put(plan::Area{.id = 1, .name = "Saltford", .code = "E04000988", .residents = 4131});
    plan.put(plan::Area{.id = 2, .name = "Keynsham", .code = "E04000982"});
    plan.put(plan::Arrangement{.id = 3, .name = "As now"});
    plan.put(plan::Cluster{.id = 4, .name = "Keynsham Area", .arrangement = {3}, .areas = {{{1}}, {{2}}}});
    plan.put(plan::FootprintSet{.id = 5, .name = "Beats", .kind = plan::FootprintKind::policeBeats});
    plan.put(plan::Footprint{.id = 6, .name = "Keynsham beat", .set = {5}, .areas = {{{1}, 0.5}, {{2}, {}}}});
    plan.put(plan::Move{.id = 7, .name = "Saltford from one to the other", .reason = "Buses"});
    plan.put(plan::LocalResponse{
        .id = 8, .name = "Saltford Parish Council", .area = {1}, .view = plan::LocalView::supports});
    plan.put(plan::Asset{.id = 9, .name = "Saltford Hall", .area = {1}});
    plan.put(plan::Acceptance{.id = 10, .name = "In pieces", .rule = "cluster-in-pieces", .reason = "River"});
    exchange::ImportOptions options;
    options.rememberMatching = false;
    for (const auto& info : plan::allRecordInfos()) {
        if (plan.count(info.kind) == 0 || info.kind == RecordKind::settings) {
            continue;
        }
        CAPTURE(info.plural);
        const std::vector tables{exported(plan, info, "list")};
        const auto again = proposed(tables, plan, "list.csv", info.kind, {}, options);
        CHECK(again.counts.refused == 0);
        CHECK(again.counts.unchanged == plan.count(info.kind));
        CHECK(again.changes.empty());
    }
}
