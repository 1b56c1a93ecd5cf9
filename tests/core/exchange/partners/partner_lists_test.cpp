#include "core/exchange/partners/partner_cells.h"
#include "core/exchange/partners/partner_return.h"
#include "core/exchange/partners/partner_workbook.h"
#include "core/exchange/reading/read_file.h"
#include "tests/support/catch.h"
#include "tests/support/folders.h"

#include <algorithm>

using namespace wardmote;
using namespace wardmote::exchange;

namespace {

constexpr plan::Date sent{2014, 9, 1};
constexpr plan::Date received{2014, 10, 1};
constexpr plan::Id police = 61;

/// The police lead the PACT (areas 1 and 2, beat A) and attend the forum of the council (areas 1 to 3).
struct Lists {
    plan::Plan plan;
    tests::TemporaryFolder folder;

    Lists() {
        organisation(60, "The Council");
        organisation(police, "Avon Police");
        organisation(62, "Neighbourhood team", police);
        organisation(63, "Curo");
        for (plan::Id id = 1; id <= 4; ++id) {
            plan::Area area;
            area.id = id;
            area.name = "Parish " + std::string(1, char('A' + id - 1));
            plan.put(area);
        }
        plan::Theme theme;
        theme.id = 21;
        theme.name = "Community safety";
        plan.put(theme);
        plan::FootprintSet set;
        set.id = 31;
        set.name = "Police beats";
        plan.put(set);
        beat(32, "Beat North", {1, 2});
        beat(33, "Beat South", {3, 4});
        plan::Mechanism pact;
        pact.id = 101;
        pact.name = "Keynsham PACT";
        pact.kind = plan::MechanismKind::pact;
        pact.status = plan::MechanismStatus::active;
        pact.leadOrganisation = {62};
        pact.areas = {{{1}}};
        pact.themes = {{{21}}};
        pact.lastMet = plan::Date{2014, 6, 3};
        pact.pattern.rule = "FREQ=MONTHLY;BYDAY=2TU";
        plan.put(pact);
        plan::Mechanism forum;
        forum.id = 102;
        forum.name = "Area Forum";
        forum.leadOrganisation = {60};
        forum.areas = {{{1}}, {{2}}, {{3}}};
        plan::Attendance attendance;
        attendance.organisation = {police};
        attendance.people = 2;
        forum.attending.push_back(attendance);
        attendance.organisation = {63};
        forum.attending.push_back(attendance);
        plan.put(forum);
        plan::Mechanism other;
        other.id = 103;
        other.name = "Tenants' panel";
        other.leadOrganisation = {63};
        plan.put(other);
    }
    void organisation(plan::Id id, const std::string& name, plan::Id parent = 0) {
        plan::Organisation record;
        record.id = id;
        record.name = name;
        record.parent = {parent};
        plan.put(record);
    }
    void beat(plan::Id id, const std::string& name, std::initializer_list<plan::Id> areas) {
        plan::Footprint footprint;
        footprint.id = id;
        footprint.name = name;
        footprint.set = {31};
        for (const auto area : areas) {
            footprint.areas.push_back({{area}, {}});
        }
        plan.put(footprint);
    }
    /// Sends the list, remembers it, and reads the workbook back as the partner opens it.
    std::vector<Table> send() {
        const auto file = folder / "police.xlsx";
        const auto list = writePartnerWorkbook(plan, {police, 31, {}, 901, sent}, file);
        REQUIRE(list);
        plan.put(*list);
        const auto contents = FileReader({}).read(file);
        REQUIRE(contents);
        return contents->tables;
    }
    PartnerReturn back(const std::vector<Table>& tables) {
        auto read = readPartnerReturn(tables, "back.xlsx", plan, police, {received, 7});
        if (!read) {
            FAIL(read.error().text());
        }
        return std::move(*read);
    }
    plan::Plan taken(const PartnerReturn& read, const ReturnChoice& choice) {
        const auto after = plan::applied(plan, changesOf(read, choice, plan, {received, 7}, 902));
        if (!after) {
            FAIL(after.error().text());
        }
        return *after;
    }
};

/// A sheet of the workbook as rows of texts, to be changed as a person would.
struct Edited {
    std::vector<Table> tables;
    std::size_t at = 0;
    std::vector<std::vector<std::string>> rows;

    explicit Edited(std::vector<Table> from) : tables(std::move(from)) {
        while (tables[at].name != partner_sheets::list) {
            ++at;
        }
        for (std::size_t row = 0; row < tables[at].rowCount(); ++row) {
            auto& cells = rows.emplace_back();
            for (std::size_t column = 0; column < tables[at].columnCount(); ++column) {
                cells.emplace_back(tables[at].text(row, column));
            }
        }
    }
    std::size_t header() const {
        return static_cast<std::size_t>(
            std::ranges::find_if(
                rows, [](const auto& row) { return std::ranges::find(row, "Name") != row.end(); }) -
            rows.begin());
    }
    std::size_t column(const std::string& heading) const {
        const auto& cells = rows[header()];
        return static_cast<std::size_t>(std::ranges::find(cells, heading) - cells.begin());
    }
    std::size_t rowOf(const std::string& name) const {
        const auto c = column("Name");
        return static_cast<std::size_t>(
            std::ranges::find_if(rows, [&](const auto& row) { return row[c] == name; }) - rows.begin());
    }
    std::string& cell(const std::string& name, const std::string& heading) {
        return rows[rowOf(name)][column(heading)];
    }
    void add(const std::string& name) {
        rows.emplace_back(rows.front().size());
        rows.back()[column("Name")] = name;
    }
    std::vector<Table> saved() const {
        auto result = tables;
        Table table;
        table.name = tables[at].name;
        for (const auto& row : rows) {
            table.startRow();
            for (const auto& text : row) {
                table.addCell(text);
            }
        }
        result[at] = std::move(table);
        return result;
    }
};

const FieldDifference* difference(const PartnerReturn& read, plan::Id mechanism, std::string_view key) {
    for (const auto& row : read.rows) {
        for (const auto& field : row.fields) {
            if (row.mechanism == mechanism && field.field->key == key) {
                return &field;
            }
        }
    }
    return nullptr;
}

} // namespace

TEST_CASE("A partner's list has what she and her parts lead or attend, in her words and places") {
    Lists lists;
    CHECK(mechanismsOfPartner(lists.plan, police) == std::vector<plan::Id>{102, 101});
    CHECK(partnersIn(lists.plan) == std::set<plan::Id>{60, police, 62, 63});
    auto settings = lists.plan.settings();
    settings.ownCouncil = {60};
    lists.plan.put(settings);
    CHECK(partnersIn(lists.plan) == std::set<plan::Id>{police, 62, 63});
    Edited sheet(lists.send());
    CHECK(sheet.cell("Keynsham PACT", "Your part") == "Leads");
    CHECK(sheet.cell("Area Forum", "Your part") == "Attends");
    CHECK(sheet.cell("Keynsham PACT", "Areas covered") == "Beat North");
    CHECK(sheet.cell("Area Forum", "Areas covered") == "Beat North; Beat South");
    CHECK(sheet.cell("Keynsham PACT", "Kind") == "PACT (Partners and Communities Together)");
    CHECK(sheet.cell("Keynsham PACT", "Last met") == "2014-06-03"); // a date, not a word
    CHECK(sheet.cell("Keynsham PACT", "Venue") == "please check");
    CHECK(sheet.cell("Keynsham PACT", "Record (leave as it is)") == "101");
    CHECK(sheet.rowOf("Tenants' panel") == sheet.rows.size());
    CHECK(sheet.tables.at(sheet.at).merges.empty());
    const auto hidden = std::ranges::count_if(sheet.tables, [](const Table& table) { return table.hidden; });
    CHECK(hidden == 2);
}

TEST_CASE("A list that comes back as it was sent differs in nothing") {
    Lists lists;
    const auto read = lists.back(lists.send());
    CHECK(read.rows.empty());
    CHECK(read.same == 2);
    CHECK(read.missing.empty());
    CHECK(read.sinceLast.empty());
    CHECK(read.warnings.empty());
    const auto after = lists.taken(read, takeHers(read));
    CHECK(after.find<plan::Mechanism>(102)->attending.front().people == 2);
    CHECK(after.find<plan::PartnerList>(901)->receivedOn == received);
}

TEST_CASE("What she changed is shown field by field and taken as chosen, in one edit") {
    Lists lists;
    Edited sheet(lists.send());
    sheet.cell("Keynsham PACT", "Venue") = "Fire station";
    sheet.cell("Keynsham PACT", "Kind") = "Forum";
    sheet.cell("Area Forum", "Organisations attending") = "Avon Police; Selwood";
    const auto read = lists.back(sheet.saved());
    REQUIRE(read.rows.size() == 2);
    CHECK(read.differences() == 3);
    const auto* kind = difference(read, 101, "kind");
    REQUIRE(kind);
    CHECK(kind->ours == "PACT (Partners and Communities Together)");
    CHECK(kind->hers == "Forum");
    CHECK(kind->changedBy == ChangedBy::her);
    CHECK(read.sinceLast.size() == 3);

    const auto venueOnly = lists.taken(read, {{{101, "venue"}}, {}});
    CHECK(venueOnly.find<plan::Mechanism>(101)->venue == "Fire station");
    CHECK(venueOnly.find<plan::Mechanism>(101)->kind == plan::MechanismKind::pact);
    CHECK(venueOnly.all<plan::Organisation>().size() == 4); // Selwood is not needed for this

    const auto all = lists.taken(read, takeHers(read));
    const auto& attending = all.find<plan::Mechanism>(102)->attending;
    REQUIRE(attending.size() == 2);  // Curo went, Selwood came
    CHECK(attending[0].people == 2); // what she was not asked stays
    CHECK(all.find(attending[1].organisation)->name == "Selwood");
}

TEST_CASE("Her places come back as areas: those added whole, those kept as they were") {
    Lists lists;
    Edited sheet(lists.send());
    sheet.cell("Keynsham PACT", "Areas covered") = "Beat North; Beat South";
    const auto read = lists.back(sheet.saved());
    const auto after = lists.taken(read, takeHers(read));
    std::vector<plan::Id> areas;
    for (const auto& link : after.find<plan::Mechanism>(101)->areas) {
        areas.push_back(link.area.id);
    }
    std::ranges::sort(areas);
    CHECK(areas == std::vector<plan::Id>{1, 3, 4}); // not parish 2, which it did not cover before
}

TEST_CASE("What changed here since the list was sent is not undone by her silence") {
    Lists lists;
    Edited sheet(lists.send());
    auto pact = *lists.plan.find<plan::Mechanism>(101);
    pact.venue = "Town hall";
    pact.status = plan::MechanismStatus::paused;
    lists.plan.put(pact);
    sheet.cell("Keynsham PACT", "Status") = "Proposed";
    const auto read = lists.back(sheet.saved());
    REQUIRE(difference(read, 101, "venue"));
    CHECK(difference(read, 101, "venue")->changedBy == ChangedBy::us);
    CHECK(difference(read, 101, "status")->changedBy == ChangedBy::both);
    const auto after = lists.taken(read, takeHers(read));
    CHECK(after.find<plan::Mechanism>(101)->venue == "Town hall");
}

TEST_CASE("New rows are offered, rows that are gone are asked about and stay") {
    Lists lists;
    Edited sheet(lists.send());
    sheet.add("Rural crime panel");
    sheet.rows.erase(sheet.rows.begin() + static_cast<std::ptrdiff_t>(sheet.rowOf("Area Forum")));
    const auto read = lists.back(sheet.saved());
    CHECK(read.missing == std::vector<plan::Id>{102});
    REQUIRE(read.rows.size() == 1);
    CHECK(read.rows[0].isNew);
    const auto after = lists.taken(read, takeHers(read));
    CHECK(after.find<plan::Mechanism>(102));
    CHECK(after.all<plan::Mechanism>().size() == 4);
    CHECK(after.find<plan::Mechanism>(read.rows[0].mechanism)->leadOrganisation.id == police);
    const auto without = lists.taken(read, {});
    CHECK(without.all<plan::Mechanism>().size() == 3);
}

TEST_CASE("A workbook that was sorted, renamed and pasted over is read with warnings, and loses nothing") {
    Lists lists;
    Edited sheet(lists.send());
    const auto first = sheet.header() + 1;
    std::swap(sheet.rows[sheet.rowOf("Keynsham PACT")], sheet.rows[sheet.rowOf("Area Forum")]);
    for (auto row = first; row < sheet.rows.size() && !sheet.rows[row][sheet.column("Name")].empty(); ++row) {
        sheet.rows[row][sheet.column("Record (leave as it is)")] = "101"; // filled down
    }
    sheet.rows[sheet.header()][sheet.column("Venue")] = "Where we meet";
    const auto read = lists.back(sheet.saved());
    CHECK(read.rows.empty());
    CHECK(read.same == 2);
    CHECK(read.missing.empty());
    CHECK(read.warnings.size() == 2);

    auto tables = sheet.saved();
    std::erase_if(tables, [](const Table& table) { return table.hidden; });
    CHECK(lists.back(tables).warnings.size() == 3); // and the hidden sheet is gone
}

TEST_CASE("A workbook that is no list of this partner is refused in words") {
    Lists lists;
    const auto tables = lists.send();
    const auto wrong = readPartnerReturn(tables, "back.xlsx", lists.plan, 63, {received, 7});
    REQUIRE_FALSE(wrong);
    CHECK(wrong.error().text().find("Avon Police") != std::string::npos);
    Table holiday;
    holiday.name = "Holidays";
    holiday.startRow();
    holiday.addCell("Who");
    holiday.addCell("When");
    CHECK_FALSE(readPartnerReturn(std::vector<Table>{holiday}, "h.xlsx", lists.plan, police, {received, 7}));
    CHECK_FALSE(readPartnerReturn({}, "h.xlsx", lists.plan, police, {received, 7}));
}

TEST_CASE("A cell that can't be read is said and can't be taken") {
    Lists lists;
    Edited sheet(lists.send());
    sheet.cell("Keynsham PACT", "Last met") = "the other day";
    sheet.cell("Area Forum", "Meetings a year") = "=1+1";
    const auto read = lists.back(sheet.saved());
    const auto* met = difference(read, 101, "last_met");
    REQUIRE(met);
    CHECK_FALSE(met->problem.empty());
    const auto after = lists.taken(read, {{{101, "last_met"}, {102, "meetings_a_year"}}, {}});
    CHECK(after.find<plan::Mechanism>(101)->lastMet == plan::Date{2014, 6, 3});
    CHECK_FALSE(after.find<plan::Mechanism>(102)->meetingsAYear);
}

TEST_CASE("Her next list is compared with her last") {
    Lists lists;
    Edited sheet(lists.send());
    sheet.cell("Keynsham PACT", "Venue") = "Fire station";
    const auto first = lists.back(sheet.saved());
    lists.plan = lists.taken(first, {}); // the venue is not taken, but what she wrote is kept
    sheet.cell("Keynsham PACT", "Purpose") = "Speeding";
    const auto second = lists.back(sheet.saved());
    REQUIRE(second.sinceLast.size() == 1);
    CHECK(second.sinceLast[0] == "Keynsham PACT, Purpose: “Speeding” was blank.");
    CHECK(second.differences() == 2);
}
