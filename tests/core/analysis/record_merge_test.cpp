#include "core/analysis/record_merge.h"

#include "core/analysis/references.h"
#include "tests/support/example_plan.h"
#include "tests/support/properties.h"

#include <algorithm>
#include <set>

using namespace wardmote;
using namespace wardmote::analysis;
using plan::RecordKind;

namespace {

/// Which records refer to one, each once, in order.
std::set<std::pair<RecordKind, plan::Id>> referrers(const plan::Plan& plan, RecordKind kind, plan::Id id) {
    std::set<std::pair<RecordKind, plan::Id>> found;
    for (const auto& info : plan::allRecordInfos()) {
        for (const auto record : plan.ids(info.kind)) {
            for (const auto& field : info.fields) {
                if (refersTo(field, field.get(plan.record(info.kind, record).get()), kind, id)) {
                    found.insert({info.kind, record});
                }
            }
        }
    }
    return found;
}

MergeField& sideOf(MergePair& pair, std::string_view key) {
    return *std::ranges::find(pair.fields, key, [](const MergeField& side) { return side.field->key; });
}

plan::Plan merged(const plan::Plan& plan, const MergePair& pair) {
    return *plan::applied(plan, mergedRecords(plan, pair));
}

/// The example, with everything that may refer to mechanisms 602 and 603 doing so.
plan::Plan linkedPlan() {
    auto plan = tests::examplePlan();
    auto panel = *plan.find<plan::Mechanism>(603);
    panel.reportsTo = {602};
    panel.venue = "Town Hall";
    panel.otherNames = {{"Safer Keynsham"}};
    plan.put(panel);
    auto forum = *plan.find<plan::Mechanism>(601);
    forum.sharedMeetings = {{{602}, 0.3}, {{603}, 0.2}};
    forum.replacedBy = {{{603}, plan::Extent::inPart}};
    plan.put(forum);
    plan.put(plan::LocalIssue{.id = 901, .name = "Speeding", .raisedIn = {{{602}}, {{603}}}});
    plan.put(plan::Scenario{.id = 911, .name = "Fewer"});
    plan.put(plan::ProposedChange{
        .id = 912, .name = "Keep", .scenario = {911}, .mechanism = {602}, .notes = "As is"});
    plan.put(plan::ProposedChange{
        .id = 913, .name = "End it", .scenario = {911}, .mechanism = {603}, .reason = "Two are one"});
    plan.put(plan::ProposedChange{
        .id = 914, .name = "Join", .scenario = {911}, .mechanism = {601}, .into = {603}});
    return plan;
}

} // namespace

TEST_CASE("The fuller record stays and its fields are preselected, lists joined") {
    const auto plan = linkedPlan();
    auto pair = mergePair(plan, RecordKind::mechanism, 603, 602);
    CHECK(pair.stays == 602); // its purpose, spending and attendance are recorded
    CHECK(pair.goes == 603);
    CHECK(sideOf(pair, "name").take == MergeTake::first);
    CHECK(sideOf(pair, "name").differs());
    CHECK(sideOf(pair, "venue").take == MergeTake::second); // only the other records it
    CHECK_FALSE(sideOf(pair, "venue").differs());
    CHECK(sideOf(pair, "themes").take == MergeTake::both);
    const auto after = merged(plan, pair);
    const auto* one = after.find<plan::Mechanism>(602);
    REQUIRE(one);
    CHECK_FALSE(after.find<plan::Mechanism>(603));
    CHECK(one->venue == "Town Hall");
    CHECK(one->themes == std::vector<plan::ThemeLink>{{{301}}, {{302}}});
    CHECK(one->purpose == "Sets policing priorities with residents.");
    const std::set<std::string> others{one->otherNames[0].text, one->otherNames[1].text};
    CHECK(others == std::set<std::string>{"Keynsham community safety panel", "Safer Keynsham"});
    CHECK_FALSE(one->reportsTo); // itself
}

TEST_CASE("Whatever led to the one that goes leads to the one that stays") {
    const auto plan = linkedPlan();
    const auto pair = mergePair(plan, RecordKind::mechanism, 602, 603);
    const auto after = merged(plan, pair);
    CHECK(referrers(after, RecordKind::mechanism, 603).empty());
    const auto* forum = after.find<plan::Mechanism>(601);
    REQUIRE(forum->sharedMeetings.size() == 1);
    CHECK(forum->sharedMeetings.front().mechanism.id == 602);
    CHECK(*forum->sharedMeetings.front().share == Approx(0.5)); // what both bore
    CHECK(forum->replacedBy.front().mechanism.id == 602);
    CHECK(after.find<plan::Meeting>(703)->mechanisms == std::vector<plan::MechanismLink>{{{602}}});
    CHECK(after.find<plan::Review>(801)->mechanisms == std::vector<plan::MechanismLink>{{{602}}});
    CHECK(after.find<plan::LocalIssue>(901)->raisedIn == std::vector<plan::MechanismLink>{{{602}}});
    CHECK(after.find<plan::ProposedChange>(914)->into.id == 602);
    // One change for each mechanism and scenario; the other's words are not lost.
    CHECK_FALSE(after.find<plan::ProposedChange>(913));
    CHECK(after.find<plan::ProposedChange>(912)->notes == "As is\nAlso proposed: End it. Two are one");
}

TEST_CASE("A choice of the person is what is taken") {
    const auto plan = linkedPlan();
    auto pair = mergePair(plan, RecordKind::mechanism, 602, 603);
    sideOf(pair, "name").take = MergeTake::second;
    sideOf(pair, "themes").take = MergeTake::second;
    const auto after = merged(plan, pair);
    const auto* one = after.find<plan::Mechanism>(602);
    CHECK(one->name == "Keynsham community safety panel");
    CHECK(one->themes == std::vector<plan::ThemeLink>{{{301}}});
    CHECK(std::ranges::count(one->otherNames, plan::Words{"PACT, Keynsham and Saltford"}) == 1);
    CHECK(std::ranges::count(one->otherNames, plan::Words{"Keynsham community safety panel"}) == 0);
}

TEST_CASE("Organisations are merged wherever they run, attend or pay") {
    const auto plan = tests::examplePlan();
    const auto pair = mergePair(plan, RecordKind::organisation, 205, 206);
    const auto after = merged(plan, pair);
    CHECK(referrers(after, RecordKind::organisation, pair.goes).empty());
    const auto* forum = after.find<plan::Mechanism>(601); // both attended
    CHECK(std::ranges::count(forum->attending, pair.stays,
                             [](const auto& row) { return row.organisation.id; }) == 1);
}

TEST_CASE("A merge loses no reference and leaves none behind") {
    const auto plan = linkedPlan();
    tests::holds("every record that led to either of two leads to the one that stays", [&] {
        const auto kind = *rc::gen::element(RecordKind::mechanism, RecordKind::organisation);
        const auto ids = plan.ids(kind);
        const auto a = *rc::gen::elementOf(ids);
        const auto b = *rc::gen::elementOf(ids);
        RC_PRE(a != b);
        const auto pair = mergePair(plan, kind, a, b);
        const auto before = referrers(plan, kind, pair.stays);
        auto expected = referrers(plan, kind, pair.goes);
        expected.insert(before.begin(), before.end());
        const auto result = plan::applied(plan, mergedRecords(plan, pair));
        RC_ASSERT(result.has_value());
        RC_ASSERT(referrers(*result, kind, pair.goes).empty());
        // The two themselves may have referred to one another; one of two proposed changes may have gone.
        std::erase_if(expected, [&](const auto& record) {
            return !result->contains(record.first, record.second) || record == std::pair(kind, pair.stays) ||
                   (record.first == RecordKind::proposedChange && kind == RecordKind::mechanism);
        });
        const auto now = referrers(*result, kind, pair.stays);
        RC_ASSERT(std::ranges::includes(now, expected));
        RC_ASSERT(result->count(kind) + 1 == plan.count(kind));
    });
}
