#include "tests/core/exchange/matching/tables.h"

#include "core/plan/wording.h"

using namespace wardmote;
using namespace wardmote::tests;
using plan::RecordKind;

namespace {

plan::Plan withRealAreas() {
    auto plan = emptyPlan();
    for (const auto* file :
         {"bathnes/banes_tessellation_areas.csv", "bathnes/banes_tessellation_clusters.csv"}) {
        const auto tables = realTables(file);
        if (tables.empty()) {
            return plan;
        }
        plan = after(plan, proposed(tables, plan, std::filesystem::path(file).filename().string()));
    }
    return plan;
}

} // namespace

TEST_CASE("the real areas and clusters import") {
    const auto plan = withRealAreas();
    if (plan.count(RecordKind::area) == 0) {
        return;
    }
    CHECK(plan.count(RecordKind::area) == 66);
    CHECK(plan.count(RecordKind::cluster) == 6);
    CHECK(plan.count(RecordKind::arrangement) == 1);
    const auto* bathwick = named<plan::Area>(plan, "Bath: Bathwick");
    REQUIRE(bathwick);
    CHECK(bathwick->code == "E05012463-BATH");
    CHECK(bathwick->kind == plan::AreaKind::ward);
    CHECK(bathwick->residents == 8180);
    CHECK(bathwick->localAuthority == "Bath and North East Somerset");
    CHECK(named<plan::Cluster>(plan, "Bath City Forum")->areas.size() == 15);
    CHECK(named<plan::Cluster>(plan, "Cam Valley Forum")->areas.size() == 12);
    for (const auto& cluster : plan.all<plan::Cluster>()) {
        for (const auto& link : cluster.areas) {
            CHECK(link.main);
        }
    }
}

TEST_CASE("real boundaries join the areas that are there") {
    const auto tables = realTables("bathnes/banes_boundaries_27700.gpkg");
    if (tables.empty()) {
        return;
    }
    const auto plan = withRealAreas();
    const auto proposal = proposed(tables, plan, "banes_boundaries_27700.gpkg");
    CHECK(proposal.counts == exchange::ImportCounts{0, 66, 0, 0});
    const auto filled = after(plan, proposal);
    CHECK(filled.count(RecordKind::area) == 66);
    for (const auto& area : filled.all<plan::Area>()) {
        CHECK(area.boundary);
    }
    CHECK(proposed(tables, filled, "banes_boundaries_27700.gpkg").changes.empty());
}

TEST_CASE("the real mechanisms import, twice without change") {
    const auto tables = realTables("engagement/engagement_mechanisms.csv");
    if (tables.empty()) {
        return;
    }
    const auto plan = withRealAreas();
    const auto proposal = proposed(tables, plan, "engagement_mechanisms.csv");
    CHECK(proposal.counts == exchange::ImportCounts{110, 0, 0, 0});
    const auto filled = after(plan, proposal);
    CHECK(filled.count(RecordKind::mechanism) == 110);
    for (const auto& question : proposal.questions) {
        UNSCOPED_INFO(question.key << " x" << question.rows);
    }
    std::size_t themeQuestions = 0;
    for (const auto& question : proposal.questions) {
        themeQuestions += question.kind == exchange::QuestionKind::theme ? 1 : 0;
    }
    CHECK(themeQuestions <= 3);

    const auto* keynsham = named<plan::Mechanism>(filled, "Keynsham Area Forum");
    REQUIRE(keynsham);
    CHECK(keynsham->areas.size() == 8);
    CHECK(keynsham->kind == plan::MechanismKind::forum);
    CHECK(keynsham->sourceKey == "engagement_mechanisms/M001");
    CHECK_FALSE(keynsham->themes.empty());
    CHECK(keynsham->lastMet == plan::Date{2015, 7, 28});
    CHECK(keynsham->notes.find("Membership: ward councillors") != std::string::npos);
    bool saltford = false;
    for (const auto& attendance : keynsham->attending) {
        const auto name = plan::nameOf(filled, RecordKind::organisation, attendance.organisation.id);
        saltford = saltford || name == "Saltford Business Network";
        CHECK(name != "residents");
        CHECK(name != "ward councillors");
        CHECK(name != "town and parish councils");
    }
    CHECK(saltford);
    for (const auto& organisation : filled.all<plan::Organisation>()) {
        for (const auto* phrase : {"a member of each", "no upper limit", "about 800", "statements heard"}) {
            INFO(organisation.name);
            CHECK(organisation.name.find(phrase) == std::string::npos);
        }
    }

    // Bath is cut into 15 ward parts here: its own code is unknown, its name is not.
    const auto* city = named<plan::Mechanism>(filled, "Bath City Forum");
    CHECK(city->areas.size() == 15);
    CHECK(city->meetingsAYear == 3.0);
    CHECK(city->setUp == plan::Date{2015, 10, 13});
    CHECK(named<plan::Mechanism>(filled, "Bath City Liaison Forum")->ended == plan::Date{2011, 12, 31});
    CHECK(named<plan::Mechanism>(filled, "Health and Wellbeing Board")->wholePlan == true);
    // "Bath and North East Somerset, Swindon and Wiltshire": the council, not Bath and others.
    CHECK(named<plan::Mechanism>(filled, "Our Health Our Future Panel")->wholePlan == true);
    CHECK(named<plan::Mechanism>(filled, "Our Health Our Future Panel")->areas.empty());
    // A borough elsewhere is not this plan's whole area.
    const auto* bury = named<plan::Mechanism>(filled, "Bury Voluntary Community and Faith Alliance");
    REQUIRE(bury);
    CHECK_FALSE(bury->wholePlan);
    CHECK(bury->areas.empty());
    const auto* fobra = named<plan::Mechanism>(filled, "FoBRA meetings with the Council Leader");
    CHECK(plan::nameOf(filled, RecordKind::organisation, fobra->leadOrganisation.id) == "FoBRA");
    CHECK(named<plan::Mechanism>(filled, "Community Strategy Task Group")->pattern.rule == "FREQ=MONTHLY");

    const auto again = proposed(tables, filled, "engagement_mechanisms.csv");
    CHECK(again.counts == exchange::ImportCounts{0, 0, 110, 0});
    for (const auto& change : again.changes.list()) {
        for (const auto& field : change.fields) {
            UNSCOPED_INFO(plan::nameOf(filled, change.kind, change.id)
                          << ": " << field.field->key << " "
                          << plan::inWords(filled, *field.field, filled.record(change.kind, change.id).get())
                          << " -> " << plan::inWords(filled, *field.field, field.value));
        }
    }
    CHECK(again.changes.empty());

    const auto relations = realTables("engagement/engagement_mechanism_relations.csv");
    const auto related = after(filled, proposed(relations, filled, "engagement_mechanism_relations.csv"));
    const auto* bathavon = named<plan::Mechanism>(related, "Bathavon Area Forum");
    REQUIRE(bathavon->replacedBy.size() == 2);
    CHECK(bathavon->replacedBy.front().extent == plan::Extent::inPart);
    CHECK(named<plan::Mechanism>(related, "Bath City Forum Transport Sub Group")->reportsTo.id == city->id);
    CHECK(named<plan::Mechanism>(related, "Parish Liaison agenda setting group")->reportsTo);
    // What no field holds is not guessed at, and what the list says of it is kept.
    const auto* chew = named<plan::Mechanism>(related, "Chew Valley Area Forum");
    CHECK_FALSE(chew->reportsTo);
    CHECK(chew->notes.find("nested, Public Services Board: the forum terms of reference say") !=
          std::string::npos);
    CHECK(named<plan::Mechanism>(related, "West Dorset Partnership")->notes.find("has a seat") !=
          std::string::npos);
    CHECK(proposed(relations, related, "engagement_mechanism_relations.csv").changes.empty());
}

TEST_CASE("the real organisations import, twice without change") {
    const auto tables = realTables("engagement/voluntary_organisations.csv");
    if (tables.empty()) {
        return;
    }
    const auto plan = emptyPlan();
    const auto proposal = proposed(tables, plan, "voluntary_organisations.csv");
    CHECK(proposal.counts.added > 1070);
    CHECK(proposal.counts.updated == 0);
    CHECK(proposal.counts.refused == 0);
    const auto filled = after(plan, proposal);
    const auto again = proposed(tables, filled, "voluntary_organisations.csv");
    CHECK(again.changes.empty());
}

TEST_CASE("the real arrangements import over the real areas") {
    const auto tables = realTables("bathnes/bathnes_clusters.csv");
    if (tables.empty()) {
        return;
    }
    const auto plan = withRealAreas();
    const auto proposal = proposed(tables, plan, "bathnes_clusters.csv");
    CHECK(proposal.counts.refused == 0);
    const auto filled = after(plan, proposal);
    CHECK(filled.count(RecordKind::arrangement) == 3);
    CHECK(filled.count(RecordKind::cluster) == 17);
    CHECK(proposed(tables, filled, "bathnes_clusters.csv").changes.empty());
}

TEST_CASE("every messy file is imported or refused with a reason") {
    const auto folder = realData("messy");
    if (!folder) {
        WARN("the real data is not there");
        return;
    }
    for (const auto& entry : std::filesystem::directory_iterator(*folder)) {
        if (entry.file_size() > 300'000) {
            continue;
        }
        const auto contents = exchange::FileReader({}).read(entry.path());
        if (!contents) {
            CHECK_FALSE(contents.error().message.empty());
            continue;
        }
        const auto file = entry.path().filename().string();
        CAPTURE(file);
        const auto plan = emptyPlan();
        const auto proposal = proposed(contents->tables, plan, file);
        for (const auto& row : proposal.rows) {
            CHECK((row.outcome != exchange::RowOutcome::refused || !row.reason.empty()));
        }
        CHECK((!proposal.rows.empty() || !proposal.warnings.empty()));
        const auto filled = after(plan, proposal);
        const auto again = proposed(contents->tables, filled, file);
        for (const auto& change : again.changes.list()) {
            for (const auto& field : change.fields) {
                UNSCOPED_INFO(plan::recordInfo(change.kind).singular << " " << field.field->key);
            }
        }
        CHECK(again.changes.empty());
    }
}
