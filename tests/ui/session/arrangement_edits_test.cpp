#include "ui/session/arrangement_edits.h"

#include "core/analysis/arrangement_difference.h"
#include "tests/support/catch.h"
#include "tests/support/example_plan.h"

using namespace wardmote;
using namespace wardmote::ui;

namespace {

plan::Plan after(const plan::Plan& plan, const ClusterEdit& edit) {
    const auto result = plan::applied(plan, plan::withConsequences(plan, edit.changes));
    REQUIRE(result);
    return *result;
}

} // namespace

TEST_CASE("Several clusters are put in a phase as one edit, and taken out of it") {
    auto plan = tests::examplePlan();
    auto edit = setPhase(plan, {501, 503, 999}, QStringLiteral(" Phase 1 "));
    CHECK(edit.label == QStringLiteral("Put 2 clusters in Phase 1"));
    plan = after(plan, edit);
    CHECK(plan.find<plan::Cluster>(501)->phase == "Phase 1");
    CHECK(plan.find<plan::Cluster>(502)->phase.empty());
    edit = setPhase(plan, {501, 502}, QStringLiteral("Phase 1")); // one is there already
    CHECK(edit.label == QStringLiteral("Put Chew Valley in Phase 1"));
    CHECK(edit.changes.size() == 1);
    edit = setPhase(plan, {501}, {});
    CHECK(edit.label == QStringLiteral("Take Keynsham Area out of the phase"));
    CHECK(after(plan, edit).find<plan::Cluster>(501)->phase.empty());
    CHECK(setPhase(plan, {502}, {}).changes.empty());
}

TEST_CASE("A reason given after a move stands in the log and explains where the area is") {
    const auto plan = tests::examplePlan();
    const MoveReason why{QStringLiteral("The bus goes there"), QStringLiteral("ann"), {2026, 11, 26}};
    const auto edit = giveReason(plan, 551, {102, 111}, why, idsFrom({901, 902}));
    CHECK(edit.label == QStringLiteral("Give the reason for Saltford and Bath: Odd Down"));
    const auto told = after(plan, edit);
    REQUIRE(told.all<plan::Move>().size() == 2);
    CHECK(told.find<plan::Move>(901)->name == "Saltford in Keynsham Area");
    CHECK(told.find<plan::Move>(902)->name == "Bath: Odd Down in no cluster");
    CHECK(told.find<plan::Move>(901)->movedBy == "ann");
    CHECK(told.find<plan::Move>(901)->movedOn == plan::Date{2026, 11, 26});
    const auto* reason = analysis::reasonFor(told, 551, 102, 501);
    REQUIRE(reason);
    CHECK(reason->reason == "The bus goes there");
    CHECK(analysis::reasonFor(told, 551, 102, 502) == nullptr);
    CHECK(giveReason(plan, 551, {102}, {QStringLiteral("  "), {}, {}}, idsFrom({901})).changes.empty());
    CHECK(giveReason(plan, 551, {}, why, idsFrom({})).changes.empty());
}

TEST_CASE("Ids taken before are given out the same each time") {
    const std::vector<plan::Id> ids{7, 8};
    auto once = idsFrom(ids);
    auto again = idsFrom(ids);
    CHECK(once() == 7);
    CHECK(once() == 8);
    CHECK(again() == 7);
}
