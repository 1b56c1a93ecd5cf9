#include "core/analysis/agreement.h"

#include "tests/support/catch.h"

#include <functional>

using namespace wardmote;
using namespace wardmote::analysis;
using plan::ProposedChange;
using plan::Review;
using plan::ReviewStatus;
using plan::WhatToDo;

namespace {

using Fields = std::vector<const plan::FieldInfo*>;

const Fields allOfReview{&plan::fieldFor<&Review::equalityScreening>(), &plan::fieldFor<&Review::consulted>(),
                         &plan::fieldFor<&Review::consultationOutcome>()};

template<class R>
void write(R& record) {
    record.equalityScreening = "No group loses more than others; on file.";
    record.consulted = "Members and the parish councils";
    record.consultationOutcome = "Six of seven agree.";
}

Review toEnd(std::optional<ReviewStatus> status) {
    Review review;
    review.id = 801;
    review.name = "Alpha and Beta";
    review.decision = WhatToDo::end;
    review.status = status;
    return review;
}

/// What an edit of the review would be refused for; the fields that it is refused for are in `because`.
std::vector<UnreadyDecision> asked(const Review& before, const std::function<void(Review&)>& edit) {
    plan::Plan plan;
    plan.put(before);
    auto after = before;
    edit(after);
    plan::Changes changes;
    changes.update(before, after);
    return unreadyDecisions(plan, changes);
}

} // namespace

TEST_CASE("To end or merge needs screening, who was consulted, and what they said") {
    Review review;
    review.decision = WhatToDo::meetLessOften;
    CHECK(missingForAgreement(review).empty());
    review.decision = WhatToDo::mergeInto;
    CHECK(missingForAgreement(review) == allOfReview);
    review.finding = plan::Finding::recordedTwice; // one record goes, no mechanism
    CHECK(missingForAgreement(review).empty());
    review.finding = plan::Finding::duplicate;
    review.equalityScreening = "On file";
    review.consulted = " \n";
    CHECK(missingForAgreement(review) == Fields{allOfReview[1], allOfReview[2]});
    CHECK(missingInWords(missingForAgreement(review)) ==
          "Before ending or merging can be agreed, write: who was consulted, what they said.");
    write(review);
    CHECK(missingForAgreement(review).empty());
    CHECK(missingInWords({}).empty());

    ProposedChange change;
    change.action = WhatToDo::end;
    CHECK(missingForAgreement(change).size() == 3);
    write(change);
    change.consultationOutcome.clear();
    CHECK(missingForAgreement(change) == Fields{&plan::fieldFor<&ProposedChange::consultationOutcome>()});
    change.action = WhatToDo::shareAMeeting;
    CHECK(missingForAgreement(change).empty());
}

TEST_CASE("An edit that would mark an unready decision agreed or done is found") {
    const Fields status{&plan::fieldFor<&Review::status>()};
    for (const auto wanted : {ReviewStatus::agreed, ReviewStatus::done}) {
        const auto found = asked(toEnd(ReviewStatus::proposed), [&](Review& r) { r.status = wanted; });
        REQUIRE(found.size() == 1);
        CHECK(found[0].id == 801);
        CHECK(found[0].missing == allOfReview);
        CHECK(found[0].because == status);
    }
    CHECK(asked(toEnd(ReviewStatus::proposed), [](Review& r) { r.status = ReviewStatus::rejected; }).empty());
    CHECK(asked(toEnd(ReviewStatus::proposed), [](Review& r) {
              r.status = ReviewStatus::agreed;
              write(r); // in the same edit
          }).empty());
}

TEST_CASE("What was agreed can't become another decision, or lose what it rests on") {
    auto kept = toEnd(ReviewStatus::agreed);
    kept.decision = WhatToDo::keep;
    auto found = asked(kept, [](Review& r) { r.decision = WhatToDo::end; });
    REQUIRE(found.size() == 1);
    CHECK(found[0].because == Fields{&plan::fieldFor<&Review::decision>()});

    auto twice = toEnd(ReviewStatus::agreed);
    twice.finding = plan::Finding::recordedTwice;
    found = asked(twice, [](Review& r) { r.finding = plan::Finding::nested; });
    REQUIRE(found.size() == 1);
    CHECK(found[0].because == Fields{&plan::fieldFor<&Review::finding>()});

    auto ready = toEnd(ReviewStatus::agreed);
    write(ready);
    found = asked(ready, [](Review& r) { r.consulted.clear(); });
    REQUIRE(found.size() == 1);
    CHECK(found[0].because == Fields{allOfReview[1]});
}

TEST_CASE("An old decision that was agreed without may be filled in step by step") {
    const auto old = toEnd(ReviewStatus::agreed);
    CHECK(asked(old, [](Review& r) { r.consulted = "Both chairs"; }).empty());
    CHECK(asked(old, [](Review& r) { r.notes = "From the old list"; }).empty());
    CHECK(asked(old, [](Review& r) { r.status = ReviewStatus::open; }).empty());
    CHECK(asked(old, [](Review& r) { r.status = ReviewStatus::done; }).size() == 1);
    CHECK(asked(old, [](Review& r) { r.decision = WhatToDo::mergeInto; }).size() == 1);
}

TEST_CASE("New decisions and changes of scenarios are asked in the same way") {
    plan::Plan plan;
    plan::Changes changes;
    changes.insert(toEnd(ReviewStatus::agreed));
    ProposedChange change;
    change.id = 911;
    change.name = "Merge";
    change.action = WhatToDo::mergeInto;
    change.status = ReviewStatus::done;
    changes.insert(change);
    const auto found = unreadyDecisions(plan, changes);
    REQUIRE(found.size() == 2);
    CHECK(found[0].kind == plan::RecordKind::review);
    CHECK(found[1].kind == plan::RecordKind::proposedChange);
    CHECK(found[1].because.front() == &plan::fieldFor<&ProposedChange::status>());
    changes.erase<ProposedChange>(911);
    CHECK(unreadyDecisions(plan, changes).size() == 1);
}
