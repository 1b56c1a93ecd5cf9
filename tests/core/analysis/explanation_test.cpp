#include "core/analysis/explanation.h"
#include "tests/core/analysis/engagement.h"
#include "tests/support/catch.h"
#include "tests/support/example_plan.h"

#include <algorithm>

using namespace wardmote;
using namespace wardmote::analysis;
using tests::Engagement;
using tests::engagementDay;

namespace {

const Evidence* evidence(const PairExplanation& explanation, EvidenceKind kind) {
    const auto at = std::ranges::find(explanation.evidence, kind, &Evidence::kind);
    return at == explanation.evidence.end() ? nullptr : &*at;
}

PairExplanation explained(const Engagement& engagement, plan::Id a, plan::Id b) {
    return PairExplainer(std::make_shared<plan::Plan>(engagement.plan), engagementDay).explain(a, b);
}

} // namespace

TEST_CASE("A pair is explained by the records behind each component") {
    Engagement engagement;
    engagement.organisation(80, "Residents");
    engagement.mechanism(101, "Alpha", {1, 2}, {21, 22}, {}, {61, 62, 80});
    engagement.mechanism(102, "Beta", {2, 3, 4}, {22}, {42}, {62, 63});
    const auto answer = explained(engagement, 102, 101); // either way round
    CHECK(answer.pair.a == 101);
    CHECK(answer.place.shared == std::vector<plan::Id>{2});
    CHECK(answer.place.onlyA == std::vector<plan::Id>{1});
    CHECK(answer.place.onlyB == std::vector<plan::Id>{3, 4});
    CHECK(answer.purpose.onlyA == std::vector<plan::Id>{21});
    CHECK(answer.attendance.shared == std::vector<plan::Id>{62});
    CHECK(answer.attendance.notCounted == std::vector<plan::Id>{80});
    CHECK_FALSE(answer.audience.recordedOnA);
    CHECK(answer.audience.recordedOnB);
    CHECK(answer.missing == std::vector<Blank>{{101, &plan::fieldFor<&plan::Mechanism::audiences>()}});
    CHECK(answer.pair.smaller == 101);
    CHECK(answer.smallerCosts.mechanism == 101);
}

TEST_CASE("The explainer agrees with the list about every pair") {
    const auto plan = std::make_shared<plan::Plan>(tests::examplePlan());
    DuplicationOptions options;
    options.today = engagementDay;
    const auto answer = *findDuplication(*plan, options);
    CHECK(answer.pairs.size() > 10);
    const PairExplainer explainer(plan, options.today);
    for (const auto& pair : answer.pairs) {
        CHECK(explainer.explain(pair.a, pair.b).pair == pair);
    }
}

TEST_CASE("Evidence stands beside the score") {
    Engagement engagement;
    auto& a = engagement.mechanism(101, "Keynsham Community Safety Forum", {1}, {21});
    a.leadOrganisation = {61};
    a.venue = "Fry Hall";
    a.pattern.rule = "FREQ=MONTHLY;BYDAY=2TU";
    a.purpose = "Agree policing priorities with residents, traders and councillors";
    engagement.again();
    auto& b = engagement.mechanism(102, "Community Safety Forum, Keynsham", {1}, {21});
    b.leadOrganisation = {61};
    b.venue = "fry hall";
    b.pattern.rule = "FREQ=MONTHLY;BYDAY=2TU";
    b.purpose = "Residents and councillors agree priorities for policing";
    engagement.again();
    auto answer = explained(engagement, 101, 102);
    CHECK(evidence(answer, EvidenceKind::namesAlike));
    CHECK(evidence(answer, EvidenceKind::purposesAlike));
    REQUIRE(evidence(answer, EvidenceKind::sameLead));
    CHECK(evidence(answer, EvidenceKind::sameLead)->records.at(0).id == 61);
    CHECK(evidence(answer, EvidenceKind::sameVenue));
    CHECK(evidence(answer, EvidenceKind::samePattern));
    REQUIRE(evidence(answer, EvidenceKind::clash));
    CHECK(evidence(answer, EvidenceKind::clash)->text ==
          "Meetings on the same day: 12 days in the next twelve months, by their patterns");

    b.pattern.rule = "FREQ=MONTHLY;BYDAY=2WE"; // a day later, but for months that begin on a Wednesday
    b.name = "Anything else";
    b.purpose.clear();
    b.venue.clear();
    b.leadOrganisation = {};
    engagement.again();
    answer = explained(engagement, 101, 102);
    CHECK(answer.evidence.size() == 1);
    CHECK(evidence(answer, EvidenceKind::sameWeek));
}

TEST_CASE("A local issue raised at both is evidence, named unless it is not for publication") {
    Engagement engagement;
    engagement.mechanism(101, "Alpha", {1}, {21});
    engagement.mechanism(102, "Beta", {1}, {21});
    engagement.mechanism(103, "Gamma", {1}, {21});
    engagement.plan.put(plan::LocalIssue{.id = 801, .name = "Speeding", .raisedIn = {{{101}}, {{102}}}});
    engagement.plan.put(plan::LocalIssue{
        .id = 802, .name = "A named house", .raisedIn = {{{101}}, {{102}}}, .notForPublication = true});
    engagement.plan.put(plan::LocalIssue{.id = 803, .name = "Litter", .raisedIn = {{{101}}, {{103}}}});
    const auto answer = explained(engagement, 101, 102);
    const auto* raised = evidence(answer, EvidenceKind::sameIssue);
    REQUIRE(raised);
    CHECK(raised->text == "The same local issues raised at both: Speeding and 1 more");
    CHECK(raised->records.size() == 2);
    CHECK_FALSE(evidence(explained(engagement, 102, 103), EvidenceKind::sameIssue));
}

TEST_CASE("Meetings recorded say more than patterns") {
    Engagement engagement;
    engagement.mechanism(101, "A", {1}, {21}).pattern.rule = "FREQ=WEEKLY;BYDAY=MO";
    engagement.again();
    engagement.mechanism(102, "B", {1}, {21}).pattern.rule = "FREQ=WEEKLY;BYDAY=MO";
    engagement.again();
    plan::Id id = 301;
    const auto meet = [&](plan::Id mechanism, plan::Date date) {
        plan::Meeting meeting;
        meeting.id = id++;
        meeting.name = "Meeting";
        meeting.date = date;
        meeting.mechanisms = {{{mechanism}}};
        engagement.plan.put(meeting);
    };
    meet(101, {2014, 6, 2}); // a Monday
    meet(102, {2014, 6, 8}); // the Sunday of the same week
    meet(102, {2014, 6, 9});
    const auto answer = explained(engagement, 101, 102);
    REQUIRE(evidence(answer, EvidenceKind::sameWeek));
    CHECK(evidence(answer, EvidenceKind::sameWeek)->text ==
          "Meetings in the same week: 1 week in the last twelve months");
    CHECK(evidence(answer, EvidenceKind::sameWeek)->records.size() == 3);
    CHECK_FALSE(evidence(answer, EvidenceKind::clash));
}

TEST_CASE("A link is explained in words") {
    Engagement engagement;
    engagement.mechanism(101, "Old forum", {1}, {21}).replacedBy = {{{102}, plan::Extent::inPart}};
    engagement.again();
    engagement.mechanism(102, "New forum", {1}, {21});
    engagement.mechanism(103, "Task group", {1}, {22}).reportsTo = {102};
    engagement.again();
    CHECK(explained(engagement, 101, 102).relation == "Old forum was replaced by New forum in part.");
    CHECK(explained(engagement, 103, 102).relation == "Task group reports to New forum.");
    CHECK(explained(engagement, 101, 103).relation.empty());
}

TEST_CASE("A sub-group by its name is said to be one carefully, and only while nobody recorded it") {
    Engagement engagement;
    engagement.mechanism(101, "Bath City Forum", {1}, {21});
    engagement.mechanism(102, "Bath City Forum Transport Sub Group", {1}, {21});
    auto answer = explained(engagement, 101, 102);
    REQUIRE(evidence(answer, EvidenceKind::nameOfPart));
    CHECK(evidence(answer, EvidenceKind::nameOfPart)->text ==
          "By its name Bath City Forum Transport Sub Group may be a part of Bath City Forum; what it reports "
          "to "
          "is not recorded");
    CHECK(answer.pair.byName);
    CHECK(answer.relation.empty());
    engagement.draft.reportsTo = {101};
    engagement.again();
    answer = explained(engagement, 101, 102);
    CHECK_FALSE(evidence(answer, EvidenceKind::nameOfPart));
    CHECK_FALSE(answer.pair.byName);
    CHECK(answer.relation == "Bath City Forum Transport Sub Group reports to Bath City Forum.");
}
