#include "core/analysis/meeting_load.h"
#include "tests/core/analysis/engagement.h"

#include "tests/support/catch.h"

using namespace wardmote;
using namespace wardmote::analysis;
using plan::Date;
using tests::Engagement;

namespace {

constexpr Date day{2026, 6, 1};

/// Run by the service 70, on second Tuesdays for two hours; 61 sends two paid people, 62 one volunteer.
plan::Mechanism& forum(Engagement& made, plan::Id id) {
    auto& mechanism = made.mechanism(id, "Mechanism " + std::to_string(id), {1}, {21}, {}, {61, 62});
    mechanism.service = {70};
    mechanism.pattern.rule = "FREQ=MONTHLY;BYDAY=2TU";
    mechanism.startTime = plan::Time{19 * 60};
    mechanism.lengthHours = 2;
    mechanism.travelHours = 1;
    mechanism.readingHours = 0.5;
    mechanism.attending[0].people = 2;
    mechanism.attending[0].paid = true;
    mechanism.attending[1].people = 1;
    mechanism.attending[1].paid = false;
    made.again();
    return mechanism;
}

MeetingLoad loadOf(const Engagement& made) {
    const auto load = findMeetingLoad(made.plan, 2026, day);
    REQUIRE(load);
    return *load;
}

const BodyLoad& of(const std::vector<BodyLoad>& loads, plan::Id id) {
    const auto at = std::ranges::find(loads, id, &BodyLoad::body);
    REQUIRE(at != loads.end());
    return *at;
}

} // namespace

TEST_CASE("Meetings and hours a year, paid and unpaid apart") {
    Engagement made;
    forum(made, 101);
    const auto load = loadOf(made);
    const auto& paid = of(load.organisations, 61);
    CHECK(paid.meetings == 12.0);
    CHECK(paid.paid.value == 2 * 3.5 * 12);
    CHECK_FALSE(paid.unpaid.value);
    CHECK(paid.services == std::vector<plan::Id>{70});
    CHECK(paid.months == std::array<int, 12>{1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1});
    CHECK(of(load.organisations, 62).unpaid.value == 3.5 * 12);
    REQUIRE(load.asks.size() == 2);
    CHECK(load.asks[0].service == 70);
    CHECK(load.asks[0].meetings == 12.0);
}

TEST_CASE("A meeting shared by two mechanisms is one meeting") {
    Engagement made;
    forum(made, 101);
    auto& other = forum(made, 102);
    other.sharedMeetings = {{{101}, 0.5}};
    made.again();
    const auto load = loadOf(made);
    const auto& body = of(load.organisations, 61);
    CHECK(body.meetings == 12.0);
    CHECK(body.dated == 12);
    CHECK(body.clashes == 0);
    CHECK(body.paid.value == 2 * 3.5 * 12);
}

TEST_CASE("Who comes by topic or gets papers is not asked to every meeting") {
    Engagement made;
    auto& mechanism = forum(made, 101);
    mechanism.attending[0].how = plan::AttendsHow::byTopic;
    mechanism.attending[1].how = plan::AttendsHow::papersOnly;
    made.again();
    const auto load = loadOf(made);
    CHECK_FALSE(of(load.organisations, 61).meetings);
    CHECK(of(load.organisations, 61).byTopic == 12);
    CHECK(of(load.organisations, 61).dated == 0);
    CHECK(of(load.organisations, 62).papersOnly == 1);
    CHECK(of(load.organisations, 62).unpaid.value == 0.5 * 12); // reading alone
}

TEST_CASE("Weeks and months over a limit are counted only where the plan sets one") {
    Engagement made;
    forum(made, 101);
    forum(made, 102).pattern.rule = "FREQ=MONTHLY;BYDAY=2WE";
    made.again();
    CHECK(of(loadOf(made).organisations, 61).weeksOver.empty());
    plan::Settings settings;
    settings.meetingsAWeekLimit = 1;
    settings.meetingsAMonthLimit = 2;
    made.settings(settings);
    const auto load = loadOf(made);
    const auto& body = of(load.organisations, 61);
    // A month that begins on a Wednesday has its second Wednesday in the week before its second Tuesday:
    // April and July of 2026.
    CHECK(body.weeksOver.size() == 10);
    CHECK(body.weeksOver.front() == Date{2026, 1, 12});
    CHECK(body.monthsOver.empty());
    CHECK(load.weekLimit == 1);
}

TEST_CASE("A role is asked to clashing meetings; its hours are one person's") {
    Engagement made;
    plan::Role role;
    role.id = 301;
    role.name = "Area officer";
    made.plan.put(role);
    forum(made, 101).rolesAttending = {{{301}}};
    made.again();
    forum(made, 102).rolesAttending = {{{301}}};
    made.again();
    const auto load = loadOf(made);
    const auto& body = of(load.roles, 301);
    CHECK(body.meetings == 24.0);
    CHECK(body.clashes == 12);
    CHECK(body.paid.value == 3.5 * 24);
}

TEST_CASE("The voluntary sector's unpaid share, and those whom nobody invites") {
    Engagement made;
    forum(made, 101);
    for (const plan::Id id : {61, 62, 63}) {
        auto body = *made.plan.find<plan::Organisation>(id);
        body.kind = plan::OrganisationKind::vcs;
        made.plan.put(body);
    }
    const auto load = loadOf(made);
    REQUIRE(load.unpaidShare());
    CHECK(*load.unpaidShare() == Approx(1.0 / 3));
    CHECK(std::ranges::find(load.invitedNowhere, plan::Id{63}) != load.invitedNowhere.end());
    CHECK(std::ranges::find(load.invitedNowhere, plan::Id{61}) == load.invitedNowhere.end());
    CHECK(std::ranges::find(load.invitedNowhere, plan::Id{70}) == load.invitedNowhere.end()); // runs it
}

TEST_CASE("What is not recorded is no zero") {
    Engagement made;
    auto& mechanism = forum(made, 101);
    mechanism.pattern.rule.clear();
    mechanism.attending[0].people.reset();
    made.again();
    const auto load = loadOf(made);
    const auto& body = of(load.organisations, 61);
    CHECK_FALSE(body.meetings);
    CHECK(body.meetingsUnknown == 1);
    CHECK_FALSE(body.paid.value);
    CHECK(load.undated == 1);
}
