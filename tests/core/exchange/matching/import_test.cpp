#include "tests/core/exchange/matching/tables.h"

#include <algorithm>
#include <chrono>
#include <fmt/format.h>
#include <set>

using namespace wardmote;
using namespace wardmote::tests;
using exchange::RowOutcome;
using plan::RecordKind;

TEST_CASE("a header below title rows is found, totals are left out") {
    const auto table = tableOf({{"Engagement list 2013"},
                                {"Published by the council", "", ""},
                                {},
                                {"Meeting", "Frequency", "Attendees"},
                                {"Planning Forum", "quarterly", "Curo; police"},
                                {"Youth Panel", "monthly", ""},
                                {"Total", "2", ""},
                                {},
                                {"Source: a spreadsheet"}});
    const auto setup = exchange::proposeSetup({&table, 1}, "list.csv", emptyPlan());
    REQUIRE(setup.sheets.size() == 1);
    const auto& sheet = setup.sheets.front();
    CHECK(sheet.headerRow == 3);
    CHECK(sheet.endRow == 6);
    CHECK(sheet.kind == RecordKind::mechanism);
    CHECK(sheet.columns[0].use == "name");
    CHECK(sheet.columns[1].use == "pattern");
    CHECK(sheet.columns[2].use == "attending");
    CHECK(sheet.warnings.size() == 2);
}

TEST_CASE("two columns are enough: rows of one mechanism are gathered") {
    const std::vector tables{tableOf({{"Mechanism", "Organisation attending"},
                                      {"Planning Forum", "Curo"},
                                      {"Planning Forum", "Avon and Somerset Police"},
                                      {"Youth Panel", "Curo"},
                                      {"", "Curo"}})};
    const auto proposal = proposed(tables, emptyPlan());
    CHECK(proposal.counts == exchange::ImportCounts{2, 0, 1, 1});
    CHECK(proposal.rows[3].outcome == RowOutcome::refused);
    CHECK(proposal.rows[3].number == 5);
    CHECK(proposal.rows[3].reason == "It has no name.");
    const auto plan = after(emptyPlan(), proposal);
    CHECK(named<plan::Mechanism>(plan, "Planning Forum")->attending.size() == 2);
    CHECK(plan.count(RecordKind::organisation) == 2);
    CHECK(plan.count(RecordKind::theme) > 15);
    CHECK(proposed(tables, plan).changes.empty());
}

TEST_CASE("sheets named for services give the service") {
    const std::vector tables{
        tableOf({{"Meeting", "How often"}, {"Tenants' Panel", "monthly"}}, "Housing"),
        tableOf({{"Meeting", "How often"}, {"Bus Users' Forum", "2nd Tues monthly, 7pm"}}, "Transport")};
    const auto plan = after(emptyPlan(), proposed(tables, emptyPlan(), "all.xlsx"));
    const auto* panel = named<plan::Mechanism>(plan, "Tenants' Panel");
    REQUIRE(panel);
    CHECK(plan::nameOf(plan, RecordKind::organisation, panel->service.id) == "Housing");
    const auto* forum = named<plan::Mechanism>(plan, "Bus Users' Forum");
    CHECK(forum->pattern.rule == "FREQ=MONTHLY;BYDAY=2TU");
    CHECK(forum->startTime == plan::Time{19 * 60});
    CHECK(proposed(tables, plan, "all.xlsx").changes.empty());
}

TEST_CASE("dated rows become mechanisms with meetings") {
    const std::vector tables{tableOf({{"Meeting", "Date", "Time", "Venue", "Public"},
                                      {"Planning Forum", "08/05/2013", "7pm", "Guildhall", "10"},
                                      {"Planning Forum", "07/08/2013", "7pm", "Guildhall", "20"},
                                      {"Planning Forum", "05/25/2013", "7pm", "Guildhall", ""},
                                      {"Youth Panel", "01/06/2013", "", "", ""},
                                      {"Youth Panel", "soon", "", "", ""}})};
    const auto proposal = proposed(tables, emptyPlan());
    CHECK(proposal.counts.added == 2);
    const auto plan = after(emptyPlan(), proposal);
    CHECK(plan.count(RecordKind::meeting) == 4);
    const auto* forum = named<plan::Mechanism>(plan, "Planning Forum");
    REQUIRE(forum);
    CHECK(forum->meetingsAYear == 3.0);
    CHECK(forum->lastMet == plan::Date{2013, 8, 7});
    CHECK(forum->startTime == plan::Time{19 * 60});
    CHECK(forum->venue == "Guildhall");
    CHECK(forum->attendancePublic == 15.0);
    CHECK_FALSE(named<plan::Mechanism>(plan, "Youth Panel")->meetingsAYear);
    CHECK(proposal.rows.back().notices.size() == 1);
    CHECK(proposed(tables, plan).changes.empty());
}

TEST_CASE("a blank never overwrites, a list gains") {
    const std::vector first{
        tableOf({{"ID", "Name", "Purpose", "Attendees"}, {"1", "Forum A", "To talk", "Curo"}})};
    auto plan = after(emptyPlan(), proposed(first, emptyPlan(), "a.csv", RecordKind::mechanism));
    const std::vector second{
        tableOf({{"ID", "Name", "Purpose", "Attendees"}, {"1", "Forum A renamed", "", "Police"}})};
    const auto proposal = proposed(second, plan, "a.csv", RecordKind::mechanism);
    CHECK(proposal.counts == exchange::ImportCounts{0, 1, 0, 0});
    plan = after(plan, proposal);
    CHECK(plan.count(RecordKind::mechanism) == 1);
    const auto* forum = named<plan::Mechanism>(plan, "Forum A renamed");
    REQUIRE(forum);
    CHECK(forum->purpose == "To talk");
    CHECK(forum->attending.size() == 2);
}

TEST_CASE("an id used twice is refused") {
    const std::vector tables{
        tableOf({{"ID", "Name", "Frequency"}, {"1", "Forum A", "monthly"}, {"1", "Panel B", "monthly"}})};
    const auto proposal = proposed(tables, emptyPlan(), "a.csv", RecordKind::mechanism);
    CHECK(proposal.rows[1].outcome == RowOutcome::refused);
    CHECK(proposal.rows[1].reason == "Row 2 has the same id for “Forum A”.");
}

TEST_CASE("a row like a record of another source is asked about") {
    const std::vector tables{tableOf({{"Name", "Frequency"}, {"Planning Forum", "monthly"}})};
    const auto plan = after(emptyPlan(), proposed(tables, emptyPlan(), "a.csv", RecordKind::mechanism));
    const std::vector others{tableOf({{"Ref", "Name", "How often"}, {"7", "Planning Forum", "quarterly"}})};
    const auto asked = proposed(others, plan, "b.csv", RecordKind::mechanism);
    REQUIRE(asked.questions.size() == 1);
    CHECK(asked.questions.front().kind == exchange::QuestionKind::sameAs);
    CHECK(asked.counts.added == 1);
    const auto id = asked.questions.front().candidates.front().id;
    const exchange::Answers answers{{asked.questions.front().key, {exchange::AnswerKind::these, {id}, {}}}};
    const auto same = proposed(others, plan, "b.csv", RecordKind::mechanism, answers);
    CHECK(same.counts == exchange::ImportCounts{0, 1, 0, 0});
}

TEST_CASE("a near-duplicate is asked about with what both sides say") {
    const std::vector tables{
        tableOf({{"Name", "Lead organisation", "Kind"}, {"Chew Valley Flood Forum", "Highways", "Forum"}})};
    const auto plan = after(emptyPlan(), proposed(tables, emptyPlan(), "a.csv", RecordKind::mechanism));
    for (const auto* name :
         {"Chew Vally Flood Group", "Flood Forum, Chew Valley", "CHEW VALLEY FLOOD FORUM (Area)"}) {
        CAPTURE(name);
        const std::vector others{tableOf({{"Name", "Lead organisation"}, {name, "Environment"}})};
        const auto asked = proposed(others, plan, "b.csv", RecordKind::mechanism);
        const auto at =
            std::ranges::find(asked.questions, exchange::QuestionKind::sameAs, &exchange::Question::kind);
        REQUIRE(at != asked.questions.end());
        CHECK(at->text.find("(Environment)") != std::string::npos);
        REQUIRE(at->candidates.size() == 1);
        CHECK(at->candidates.front().side == "Forum; Highways");
    }
}

TEST_CASE("unknown theme and place words are asked once and learnt") {
    auto plan = emptyPlan();
    for (const auto& [id, name] : {std::pair<plan::Id, const char*>{21, "Chew Magna"}, {22, "Chew Stoke"}}) {
        plan::Area area;
        area.id = id;
        area.name = name;
        plan.put(area);
    }
    const std::vector tables{tableOf(
        {{"Name", "Theme", "Area covered"}, {"A", "otters", "Chew Valley"}, {"B", "otters", "Chew Valley"}})};
    const auto asked = proposed(tables, plan);
    REQUIRE(asked.questions.size() == 2);
    CHECK(asked.questions[0].rows == 2);
    const auto drafted = after(plan, asked);
    const auto* environment = named<plan::Theme>(drafted, "Environment and climate");
    const exchange::Answers answers{{"theme:otters", {exchange::AnswerKind::these, {environment->id}, {}}},
                                    {"place:chew valley", {exchange::AnswerKind::these, {21, 22}, {}}}};
    plan = after(plan, proposed(tables, plan, "list.csv", {}, answers));
    CHECK(named<plan::Mechanism>(plan, "A")->areas.size() == 2);
    CHECK(named<plan::Mechanism>(plan, "A")->themes.size() == 1);
    CHECK(plan.count(RecordKind::placeName) == 1);
    const std::vector next{tableOf({{"Title", "Topic", "Area"}, {"C", "Otters", "Chew Valley"}})};
    const auto known = proposed(next, plan, "next.csv", RecordKind::mechanism);
    CHECK(known.questions.empty());
    CHECK(named<plan::Mechanism>(after(plan, known), "C")->areas.size() == 2);
}

TEST_CASE("columns of ONS are matched by pattern, years not mixed silently") {
    const auto one = tableOf({{"PARNCP25CD", "PARNCP25NM", "LAD25NM", "Total"},
                              {"E04000975", "Keynsham", "Bath and North East Somerset", "17,000"}});
    const auto plan = after(emptyPlan(), proposed({one}, emptyPlan(), "parishes.csv"));
    const auto* keynsham = named<plan::Area>(plan, "Keynsham");
    REQUIRE(keynsham);
    CHECK(keynsham->code == "E04000975");
    CHECK(keynsham->residents == 17000);
    CHECK(keynsham->codeVintage == "2025");
    CHECK(keynsham->localAuthority == "Bath and North East Somerset");
    const auto mixed = tableOf({{"WD22CD", "WD25NM"}, {"E05000001", "A"}});
    const auto setup = exchange::proposeSetup({&mixed, 1}, "wards.csv", emptyPlan());
    CHECK(std::ranges::any_of(setup.sheets.front().warnings, [](const exchange::Warning& warning) {
        return warning.message.find("different years") != std::string::npos;
    }));
}

TEST_CASE("a changed matching is remembered for the next file of that shape") {
    const auto table = tableOf({{"Thing", "How often"}, {"Planning Forum", "monthly"}});
    auto setup = exchange::proposeSetup({&table, 1}, "a.csv", emptyPlan(), RecordKind::mechanism);
    exchange::setUse(setup.sheets.front(), 0, "name");
    auto proposal = exchange::proposeImport({&table, 1}, setup, emptyPlan());
    REQUIRE(proposal);
    const auto plan = after(emptyPlan(), *proposal);
    const auto next = exchange::proposeSetup({&table, 1}, "b.csv", plan);
    CHECK(next.sheets.front().columns[0].use == "name");
    CHECK(next.sheets.front().columns[0].by == exchange::MatchedBy::remembered);
    CHECK(next.sheets.front().source == "a");
}

TEST_CASE("the same input gives the same proposal") {
    const std::vector tables{tableOf({{"Meeting", "Attendees"}, {"A", "Curo; Police"}, {"B", "Curo"}})};
    CHECK(proposed(tables, emptyPlan()).changes == proposed(tables, emptyPlan()).changes);
}

TEST_CASE("thousands of rows take seconds, and stop when told") {
    Rows rows{{"Name", "Frequency", "Lead", "Attendees", "Themes", "Area", "Venue", "Notes"}};
    for (int i = 0; i < 4'000; ++i) {
        rows.push_back({fmt::format("Forum {} of {}ton", i, i % 977), "2nd Tues monthly, 7pm",
                        fmt::format("Council {}", i % 40),
                        fmt::format("Curo; Body {}; Trust of {}ham", i % 3000, i % 1777),
                        "planning; transport", "Keynsham", "Town Hall", "Words"});
    }
    const std::vector tables{tableOf(rows)};
    const auto start = std::chrono::steady_clock::now();
    const auto proposal = proposed(tables, emptyPlan());
    const auto seconds = std::chrono::duration<double>(std::chrono::steady_clock::now() - start).count();
    CHECK(proposal.counts.added == 4'000);
    CHECK(seconds < 60); // 20,000 rows take 4 s optimised; this is the slowest build on a busy machine
    std::stop_source stop;
    stop.request_stop();
    const auto setup = exchange::proposeSetup(tables, "list.csv", emptyPlan());
    CHECK_FALSE(exchange::proposeImport(tables, setup, emptyPlan(), {}, {}, Progress{{}, stop.get_token()}));
}

TEST_CASE("headings of statistics in words are matched as their codes are") {
    const auto ons = exchange::readOnsHeading("LSOA code (2011)");
    REQUIRE(ons);
    CHECK(ons->geography == "LSOA");
    CHECK(ons->year == 2011);
    CHECK(ons->code);
    CHECK(exchange::readOnsHeading("Ward name")->geography == "WD");
    CHECK_FALSE(exchange::readOnsHeading("Ward (2011)"));
    CHECK_FALSE(exchange::readOnsHeading("LSOA code (of old)"));
    const auto table = tableOf({{"longitude", "latitude", "LSOA code (2011)", "LSOA name (2011)", "Ward"},
                                {"-2.4169", "51.3185", "E01014442", "Bath 022B", "Abbey"},
                                {"-2.4269", "51.3285", "E01014443", "Bath 022C", "Abbey"}});
    const auto proposal = proposed({table}, emptyPlan(), "deprivation.csv", RecordKind::area);
    CHECK(proposal.counts.added == 2);
    const auto plan = after(emptyPlan(), proposal);
    const auto* area = named<plan::Area>(plan, "Bath 022B");
    REQUIRE(area);
    CHECK(area->code == "E01014442");
    CHECK(area->codeVintage == "2011");
    CHECK(proposed({table}, plan, "deprivation.csv", RecordKind::area).changes.empty());
}

TEST_CASE("points in degrees come to the grid, points elsewhere are said and left out") {
    const auto table = tableOf({{"Area", "X", "Y"},
                                {"Newbridge", "-2.394912", "51.386118"},
                                {"Keynsham", "365400", "168500"},
                                {"Rome", "12.5", "41.9"}});
    const auto proposal = proposed({table}, emptyPlan(), "points.csv", RecordKind::area);
    const auto plan = after(emptyPlan(), proposal);
    CHECK(named<plan::Area>(plan, "Newbridge")->easting == Approx(372'600).margin(200));
    CHECK(named<plan::Area>(plan, "Newbridge")->northing == Approx(165'300).margin(200));
    CHECK(named<plan::Area>(plan, "Keynsham")->easting == 365'400.0);
    CHECK_FALSE(named<plan::Area>(plan, "Rome")->easting);
    REQUIRE(proposal.rows[2].notices.size() == 1);
    CHECK(proposal.rows[2].notices.front().lost);
    CHECK(proposed({table}, plan, "points.csv", RecordKind::area).counts.unchanged == 3);
}

TEST_CASE("an area's first cluster in an arrangement is its main one, whoever names the next") {
    const auto areas = tableOf({{"Code", "Name"}, {"E04000001", "A"}, {"E04000002", "B"}});
    auto plan = after(emptyPlan(), proposed({areas}, emptyPlan(), "areas.csv", RecordKind::area));
    const auto clusters = tableOf(
        {{"cluster", "area code"}, {"North", "E04000001"}, {"South", "E04000001"}, {"South", "E04000002"}});
    plan.put(plan::Settings{.id = 1, .name = "Somewhere"});
    plan = after(plan, proposed({clusters}, plan, "forums_as_now.csv"));
    CHECK(plan.all<plan::Arrangement>()[0].name == "Forums as now");
    CHECK(plan.settings().arrangementInForce.id == plan.all<plan::Arrangement>()[0].id);
    const auto mainOf = [&](std::string_view cluster, std::size_t at) {
        return named<plan::Cluster>(plan, cluster)->areas.at(at).main;
    };
    const auto areaId = named<plan::Area>(plan, "A")->id;
    const auto at = named<plan::Cluster>(plan, "South")->areas.front().area.id == areaId ? 0U : 1U;
    CHECK(mainOf("North", 0));
    CHECK_FALSE(mainOf("South", at));
    CHECK(mainOf("South", 1 - at));
    CHECK(proposed({clusters}, plan, "forums_as_now.csv").changes.empty());
}

TEST_CASE("a list of more rows than can be taken is refused as a whole, unless fewer are wanted") {
    const std::vector tables{tableOf({{"Name", "Frequency"},
                                      {"A", "monthly"},
                                      {"B", "monthly"},
                                      {"C", "weekly"},
                                      {"", ""},
                                      {"D", "weekly"}})};
    exchange::ImportOptions options;
    options.mostRows = 3;
    auto setup = exchange::proposeSetup(tables, "list.csv", emptyPlan(), RecordKind::mechanism);
    const auto refused = exchange::proposeImport(tables, setup, emptyPlan(), options);
    REQUIRE_FALSE(refused);
    CHECK(refused.error().message ==
          "The file list.csv has 4 rows, more than the 3 that can be imported at once.");
    CHECK_FALSE(refused.error().remedy.empty());
    setup.sheets.front().filter = exchange::RowFilter{1, {"Weekly"}};
    const auto some = exchange::proposeImport(tables, setup, emptyPlan(), options);
    REQUIRE(some);
    CHECK(some->counts.added == 2);
}

TEST_CASE("rows that lie in areas are not taken for a list of areas") {
    Rows grants{{"Recipient Name", "Grant Date", "Grant Amount", "Ward", "Ward code"}};
    Rows wards{{"Ward", "Ward code", "Population"}};
    for (int i = 0; i < 12; ++i) {
        const auto ward = std::to_string(i % 3);
        grants.push_back(
            {"Club " + std::to_string(i), "09/06/2015", "500", "Ward " + ward, "E0500000" + ward});
        wards.push_back({"Ward " + std::to_string(i), "E050000" + std::to_string(10 + i), "900"});
    }
    const auto kindOf = [](const Rows& rows) {
        const std::vector tables{tableOf(rows)};
        const auto setup = exchange::proposeSetup(tables, "list.csv", emptyPlan(), {});
        const auto& sheet = setup.sheets.front();
        return sheet.form == exchange::ImportForm::skip ? std::optional<plan::RecordKind>{} : sheet.kind;
    };
    CHECK(kindOf(wards) == plan::RecordKind::area);
    CHECK(kindOf(grants) != plan::RecordKind::area);
    grants[0] = {"", "", "", "Ward", ""};
    CHECK(kindOf(grants) != plan::RecordKind::area);
}

TEST_CASE("words about those who attend are no organisations, and stay in the notes") {
    const std::vector tables{tableOf(
        {{"Name", "Attendees"},
         {"A", "Curo; a member of each sits on the board; no upper limit; council and ALCA representatives"},
         {"B", "A Better Bath; about 800 in July; fire service; public statements heard"}})};
    const auto plan = after(emptyPlan(), proposed(tables, emptyPlan(), "list.csv", RecordKind::mechanism));
    std::set<std::string> names;
    for (const auto& organisation : plan.all<plan::Organisation>()) {
        names.insert(organisation.name);
    }
    CHECK(names == std::set<std::string>{"Curo", "A Better Bath", "fire service"});
    CHECK(named<plan::Mechanism>(plan, "A")->notes.find("no upper limit") != std::string::npos);
    CHECK(proposed(tables, plan, "list.csv", RecordKind::mechanism).changes.empty());
}
