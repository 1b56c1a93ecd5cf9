#include "core/exchange/matching/written_items.h"
#include "tests/core/exchange/matching/tables.h"

#include <algorithm>

using namespace wardmote;
using namespace wardmote::tests;
using plan::RecordKind;

namespace {

const plan::FieldInfo& attending() {
    return plan::fieldFor<&plan::Mechanism::attending>();
}

const plan::Attendance* attendanceOf(const plan::Plan& plan, const plan::Mechanism& mechanism,
                                     std::string_view organisation) {
    const auto found = std::ranges::find_if(mechanism.attending, [&](const plan::Attendance& attendance) {
        return plan::nameOf(plan, RecordKind::organisation, attendance.organisation.id) == organisation;
    });
    return found == mechanism.attending.end() ? nullptr : &*found;
}

plan::Plan withList(const std::string& attendees, const std::string& spending = {}) {
    const std::vector tables{
        tableOf({{"Name", "Frequency", "Attendees", "spending"}, {"Forum", "monthly", attendees, spending}})};
    return after(emptyPlan(), proposed(tables, emptyPlan(), "hand.csv", RecordKind::mechanism));
}

} // namespace

TEST_CASE("the entries of a list written by hand in the form of an export are taken apart") {
    const auto items =
        exchange::readWrittenItems(attending(), "Curo (people=2, Paid=yes), Police\nNHS [123456789]");
    REQUIRE(items);
    REQUIRE(items->size() == 3);
    CHECK((*items)[2].id == 123456789);
    const auto commas = exchange::readWrittenItems(
        attending(), "Curo (people=2, paid=yes), Police, \"Bath, Bristol and District\" (as=chair)");
    REQUIRE(commas);
    REQUIRE(commas->size() == 3);
    CHECK((*commas)[0].name == "Curo");
    REQUIRE((*commas)[0].attributes.size() == 2);
    CHECK((*commas)[0].attributes[0].first->key == "paid"); // in the order of their words
    CHECK((*commas)[0].attributes[1].second == "2");
    CHECK((*commas)[1].plain);
    CHECK((*commas)[2].name == "Bath, Bristol and District");
    CHECK((*commas)[2].attributes[0].first->key == "role");
    const auto known = exchange::readWrittenItems(attending(), "NHS [123456789]");
    REQUIRE(known);
    CHECK(known->front().id == 123456789);
    CHECK(known->front().name == "NHS");
}

TEST_CASE(
    "a cell that is not of the form, or says what the list has no cell for, is left to be read as words") {
    for (const auto* cell : {"Curo, Police", "Curo (chair); Police", "Curo (colour=red)", "E=mc2 group",
                             "Curo [chair]", "Curo (people=2", ""}) {
        INFO(cell);
        CHECK_FALSE(exchange::readWrittenItems(attending(), cell));
    }
}

TEST_CASE("lists written by hand keep what their brackets say") {
    const auto plan =
        withList("Curo (people=2, paid=Yes, how=by topic); Avon and Somerset Police (people=1); "
                 "Bath College (chair)",
                 "hire (amount=480), Catering (amount=£1200, bearer=Curo)");
    const auto* forum = named<plan::Mechanism>(plan, "Forum");
    REQUIRE(forum);
    CHECK(forum->notes.empty());
    REQUIRE(forum->attending.size() == 3);
    const auto* curo = attendanceOf(plan, *forum, "Curo");
    REQUIRE(curo);
    CHECK(curo->people == 2);
    CHECK(curo->paid == true);
    CHECK(curo->how == plan::AttendsHow::byTopic);
    CHECK_FALSE(curo->role);
    REQUIRE(attendanceOf(plan, *forum, "Avon and Somerset Police"));
    CHECK_FALSE(attendanceOf(plan, *forum, "Avon and Somerset Police")->paid);
    REQUIRE(attendanceOf(plan, *forum, "Bath College"));
    CHECK(attendanceOf(plan, *forum, "Bath College")->role == plan::AttendsAs::chair);

    REQUIRE(forum->spending.size() == 2);
    for (const auto& line : forum->spending) {
        REQUIRE(line.amount);
        CHECK(line.amount->pence == (line.kind == plan::SpendingKind::hire ? 480'00 : 1'200'00));
        CHECK(line.bearer.id == (line.kind == plan::SpendingKind::hire ? 0 : curo->organisation.id));
    }
}

TEST_CASE("what can't be read of an entry is said and kept, the rest is taken") {
    const std::vector tables{
        tableOf({{"Name", "Frequency", "Attendees", "spending"},
                 {"Forum", "monthly", "Curo (people=several, paid=no)", "balloons (amount=20)"}})};
    const auto proposal = proposed(tables, emptyPlan(), "hand.csv", RecordKind::mechanism);
    CHECK(std::ranges::count_if(proposal.rows.front().notices, &exchange::Notice::lost) == 2);
    const auto plan = after(emptyPlan(), proposal);
    const auto* forum = named<plan::Mechanism>(plan, "Forum");
    REQUIRE(forum->attending.size() == 1);
    CHECK_FALSE(forum->attending.front().people);
    CHECK(forum->attending.front().paid == false);
    CHECK(forum->spending.empty());
    CHECK(forum->notes.find("Curo (people=several, paid=no)") != std::string::npos);
    CHECK(forum->notes.find("balloons (amount=20)") != std::string::npos);
}

TEST_CASE("a later list changes what it says of an entry and keeps what it does not say") {
    const auto plan = withList("Curo (people=2, paid=yes)");
    const std::vector next{tableOf({{"Name", "Frequency", "Attendees", "spending"},
                                    {"Forum", "monthly", "Curo (people=3); Police", ""}})};
    const auto changed = after(plan, proposed(next, plan, "hand.csv", RecordKind::mechanism));
    const auto* forum = named<plan::Mechanism>(changed, "Forum");
    REQUIRE(forum->attending.size() == 2);
    const auto* curo = attendanceOf(changed, *forum, "Curo");
    CHECK(curo->people == 3);
    CHECK(curo->paid == true);
    CHECK(proposed(next, changed, "hand.csv", RecordKind::mechanism).changes.empty());
}
