#include "core/analysis/three_tests.h"

#include "tests/core/analysis/engagement.h"
#include "tests/support/catch.h"

#include <algorithm>

using namespace wardmote;
using namespace wardmote::analysis;
using plan::TestAnswer;
using tests::Engagement;
using tests::engagementDay;

namespace {

ThreeTests testsOf(const Engagement& engagement) {
    return threeTests(engagement.plan, engagementDay,
                      *findDuplication(engagement.plan, {.today = engagementDay}));
}

std::vector<std::string> words(const TestOfMechanism& test) {
    std::vector<std::string> texts;
    for (const auto& evidence : test.evidence) {
        texts.push_back(evidence.text);
    }
    return texts;
}

const MechanismTests& of(const ThreeTests& tests, plan::Id mechanism) {
    return *std::ranges::find(tests.mechanisms, mechanism, &MechanismTests::mechanism);
}

} // namespace

TEST_CASE("Mechanisms that fail most tests come first, and answers are counted") {
    Engagement engagement;
    engagement.mechanism(101, "Alpha", {1}, {21}).service = {61};
    engagement.draft.testLocalSolutions = TestAnswer::yes;
    engagement.again();
    engagement.mechanism(102, "Beta", {2}, {22}).service = {61};
    engagement.draft.testLocalSolutions = TestAnswer::no;
    engagement.draft.testNoDuplication = TestAnswer::no;
    engagement.draft.testEngagesPeople = TestAnswer::partly;
    engagement.again();
    engagement.mechanism(103, "Gamma", {3}, {23}).leadOrganisation = {62};
    engagement.draft.testEngagesPeople = TestAnswer::no;
    engagement.again();
    engagement.mechanism(104, "Delta", {4}, {24}).status = plan::MechanismStatus::ended;
    engagement.again();
    const auto tests = testsOf(engagement);
    REQUIRE(tests.mechanisms.size() == 3); // the ended one is not tested
    CHECK(tests.mechanisms[0].mechanism == 102);
    CHECK(tests.mechanisms[0].failed == 2);
    CHECK(tests.mechanisms[1].mechanism == 103);
    CHECK(tests.mechanisms[2].unanswered == 2);
    CHECK(tests.failTwoOrMore() == 1);
    CHECK(tests.byTest[0] == AnswerCounts{1, 0, 1, 1});
    CHECK(tests.byTest[2] == AnswerCounts{0, 1, 1, 1});
    REQUIRE(tests.services.size() == 2);
    CHECK(tests.services[0].service == 61);
    CHECK(tests.services[0].failTwo == 1);
    CHECK(tests.services[0].notAllAnswered == 1);
    CHECK(tests.services[1].failOne == 1);
}

TEST_CASE("Evidence stands beside each test, and what is not recorded is said") {
    Engagement engagement;
    auto& alpha = engagement.mechanism(101, "Alpha", {1, 2}, {21}, {42}, {61});
    alpha.actionsRaised = 5;
    alpha.actionsClosed = 3;
    alpha.attendancePublic = 5;
    alpha.attendanceOfficers = 35;
    engagement.again();
    engagement.mechanism(102, "Beta", {1, 2}, {21}, {42}, {61});
    engagement.mechanism(103, "Gamma", {}, {});
    plan::Meeting meeting;
    meeting.id = 701;
    meeting.mechanisms = {{{102}}};
    meeting.date = plan::Date{2014, 5, 1};
    meeting.attendancePublic = 12;
    engagement.plan.put(meeting);
    plan::LocalIssue issue;
    issue.id = 801;
    issue.raisedAt = {{{701}}};
    issue.answeredOn = plan::Date{2014, 6, 1};
    engagement.plan.put(issue);
    const auto tests = testsOf(engagement);
    CHECK(words(of(tests, 101).tests[0]) == std::vector<std::string>{"3 of 5 actions closed"});
    CHECK(words(of(tests, 101).tests[1]).front() == "Possible duplicate of Beta (1.00)");
    CHECK(words(of(tests, 101).tests[2]) == std::vector<std::string>{"Usually 5 of the public",
                                                                     "Officers outnumber them: usually 35",
                                                                     "Engages Community 42"});
    CHECK(words(of(tests, 102).tests[0]) ==
          std::vector<std::string>{"1 local issue raised here, 1 answered"});
    CHECK(words(of(tests, 102).tests[2]).front() == "12 of the public counted at 1 meeting in twelve months");
    CHECK(of(tests, 103).tests[0].evidence.front().missing);
    CHECK(of(tests, 103).tests[1].evidence.front().missing);
    CHECK(words(of(tests, 103).tests[2]).back() == "No audience is named");
}
