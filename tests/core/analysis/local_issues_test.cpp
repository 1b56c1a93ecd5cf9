#include "core/analysis/local_issues.h"
#include "tests/core/analysis/engagement.h"
#include "tests/support/properties.h"

#include <algorithm>

using namespace wardmote;
using namespace wardmote::analysis;
using tests::Engagement;
using tests::engagementDay;

namespace {

/// Three forums (101 to 103), meetings from 201, issues from 301.
struct Issues : Engagement {
    Issues() {
        mechanism(101, "Keynsham Forum", {1}, {21});
        mechanism(102, "PACT", {1}, {22});
        mechanism(103, "Tenants' panel", {1}, {23});
        meeting(201, {101}, {2014, 3, 1});
        meeting(202, {102}, {2014, 4, 1});
        meeting(203, {101, 102}, {2014, 5, 1}); // a joint meeting
    }
    void meeting(plan::Id id, std::vector<plan::Id> of, plan::Date date) {
        plan::Meeting meeting;
        meeting.id = id;
        meeting.name = "Meeting";
        meeting.date = date;
        for (const auto mechanism : of) {
            meeting.mechanisms.push_back({{mechanism}});
        }
        plan.put(std::move(meeting));
    }
    void issue(plan::Id id, std::vector<plan::Id> meetings, std::vector<plan::Id> mechanisms,
               std::optional<plan::Date> answered = {}, plan::Id theme = 0) {
        plan::LocalIssue issue;
        issue.id = id;
        issue.name = "Speeding";
        issue.theme = {theme};
        issue.answeredOn = answered;
        for (const auto meeting : meetings) {
            issue.raisedAt.push_back({{meeting}});
        }
        for (const auto mechanism : mechanisms) {
            issue.raisedIn.push_back({{mechanism}});
        }
        plan.put(std::move(issue));
    }
};

} // namespace

TEST_CASE("An issue raised at two forums is evidence, one raised at their joint meeting is none") {
    Issues issues;
    issues.issue(301, {201, 202}, {});
    issues.issue(302, {203}, {});
    issues.issue(303, {202}, {103});
    issues.issue(304, {201, 203}, {}); // at the forum, then at the joint meeting
    CHECK(issuesRaisedAtBoth(issues.plan, 101, 102) == std::vector<plan::Id>{301, 304});
    CHECK(issuesRaisedAtBoth(issues.plan, 102, 101) == std::vector<plan::Id>{301, 304});
    CHECK(issuesRaisedAtBoth(issues.plan, 103, 102) == std::vector<plan::Id>{303});
    CHECK(issuesRaisedAtBoth(issues.plan, 101, 103).empty());
    CHECK(issuesRaisedAtBoth(issues.plan, 101, 101).empty());

    const auto found = findLocalIssues(issues.plan, engagementDay);
    CHECK(found.raisedAtSeveral == std::vector<plan::Id>{301, 303, 304});
    REQUIRE(found.sharedBetween.size() == 2);
    CHECK(found.sharedBetween[0].a == 101);
    CHECK(found.sharedBetween[0].b == 102);
    CHECK(found.sharedBetween[0].issues == std::vector<plan::Id>{301, 304});
    CHECK(found.sharedBetween[1].issues == std::vector<plan::Id>{303});
}

TEST_CASE("Unanswered issues stand oldest first, those of unknown age last") {
    Issues issues;
    issues.issue(301, {202}, {});
    issues.issue(302, {}, {101}); // when is not recorded
    issues.issue(303, {203, 201}, {});
    issues.issue(304, {201}, {}, plan::Date{2014, 4, 1});
    const auto found = findLocalIssues(issues.plan, engagementDay);
    CHECK(found.unanswered == std::vector<plan::Id>{303, 301, 302});
    CHECK(found.find(303)->raised == plan::Date{2014, 3, 1}); // the earlier of its meetings
    CHECK(found.find(303)->daysUnanswered == 184);            // 1 March to 1 September
    CHECK_FALSE(found.find(302)->daysUnanswered);
    CHECK(found.find(304)->daysToAnswer == 31);
    CHECK(found.find(999) == nullptr);
}

TEST_CASE("The median from raised to answered counts the issues of which both days are recorded") {
    Issues issues;
    issues.issue(301, {201}, {}, plan::Date{2014, 3, 11}, 21); // 10 days
    issues.issue(302, {201}, {}, plan::Date{2014, 3, 31}, 21); // 30
    issues.issue(303, {202}, {}, plan::Date{2014, 4, 5}, 22);  // 4
    issues.issue(304, {}, {101}, plan::Date{2014, 4, 5}, 22);  // raised on an unknown day
    issues.issue(305, {202}, {}, plan::Date{2014, 3, 1}, 22);  // before it was raised: a slip
    issues.issue(306, {202}, {}, {});
    const auto found = findLocalIssues(issues.plan, engagementDay);
    CHECK(found.all.issues == 6);
    CHECK(found.all.unanswered == 1);
    CHECK(found.all.timed == 3);
    CHECK(found.all.medianDays == 10.0);
    REQUIRE(found.byTheme.size() == 3);
    CHECK(found.byTheme[0].of == 21);
    CHECK(found.byTheme[0].medianDays == 20.0);
    CHECK(found.byTheme[1].medianDays == 4.0);
    CHECK(found.byTheme[2].of == 0); // no theme recorded, last
    CHECK_FALSE(found.byTheme[2].medianDays);
    REQUIRE(found.byTaker.size() == 1);
    CHECK(found.byTaker[0].issues == 6);
}

TEST_CASE("A median lies between the least and the most, and order does not matter") {
    tests::holds("median", [](std::vector<int> numbers) {
        for (auto& number : numbers) {
            number = std::abs(number % 1000);
        }
        const auto middle = median(numbers);
        RC_ASSERT(middle.has_value() == !numbers.empty());
        if (middle) {
            RC_ASSERT(*middle >= *std::ranges::min_element(numbers));
            RC_ASSERT(*middle <= *std::ranges::max_element(numbers));
            std::ranges::reverse(numbers);
            RC_ASSERT(median(numbers) == middle);
        }
    });
}
