#include "core/analysis/series_move.h"
#include "tests/core/analysis/engagement.h"

#include "tests/support/catch.h"

using namespace wardmote;
using namespace wardmote::analysis;
using plan::Date;
using tests::Engagement;

namespace {

std::string moved(const char* rule, Date from, Date to) {
    plan::Mechanism mechanism;
    mechanism.id = 101;
    mechanism.pattern.rule = rule;
    const auto move = seriesMoved(mechanism, from, to);
    return move ? move->pattern.rule : move.error().message;
}

} // namespace

TEST_CASE("A day dragged elsewhere says the new pattern") {
    CHECK(moved("FREQ=MONTHLY;BYDAY=2TU", {2026, 3, 10}, {2026, 3, 17}) == "FREQ=MONTHLY;BYDAY=3TU");
    CHECK(moved("FREQ=MONTHLY;BYDAY=2TU", {2026, 3, 10}, {2026, 3, 12}) == "FREQ=MONTHLY;BYDAY=2TH");
    CHECK(moved("FREQ=MONTHLY;BYDAY=-1FR", {2026, 3, 27}, {2026, 3, 26}) == "FREQ=MONTHLY;BYDAY=-1TH");
    // Not every month has a fifth Tuesday.
    CHECK(moved("FREQ=MONTHLY;BYDAY=2TU", {2026, 3, 10}, {2026, 3, 31}) == "FREQ=MONTHLY;BYDAY=-1TU");
    CHECK(moved("FREQ=WEEKLY;BYDAY=MO,TH", {2026, 3, 9}, {2026, 3, 10}) == "FREQ=WEEKLY;BYDAY=TU,TH");
    CHECK(moved("FREQ=MONTHLY;BYMONTHDAY=15", {2026, 3, 15}, {2026, 3, 20}) == "FREQ=MONTHLY;BYMONTHDAY=20");
    CHECK(moved("FREQ=YEARLY;BYMONTH=3;BYDAY=2TU", {2026, 3, 10}, {2026, 3, 17}) ==
          "FREQ=YEARLY;BYMONTH=3;BYDAY=3TU");
}

TEST_CASE("A move that the pattern can't say is refused in words") {
    CHECK(moved("FREQ=YEARLY;BYMONTH=3;BYDAY=2TU", {2026, 3, 10}, {2026, 4, 14}).find("months") !=
          std::string::npos);
    CHECK(moved("FREQ=MONTHLY;BYDAY=MO,TU,WE,TH,FR;BYSETPOS=-1", {2026, 3, 31}, {2026, 3, 30})
              .find("several days") != std::string::npos);
    CHECK(moved("", {2026, 3, 31}, {2026, 3, 30}).find("pattern") != std::string::npos);
}

TEST_CASE("A pattern that needs a day to count from is counted from the new one") {
    plan::Mechanism mechanism;
    mechanism.id = 101;
    mechanism.pattern.rule = "FREQ=WEEKLY;INTERVAL=6";
    const auto move = seriesMoved(mechanism, {2026, 3, 10}, {2026, 3, 12});
    REQUIRE(move);
    CHECK(move->pattern.rule == "FREQ=WEEKLY;INTERVAL=6");
    CHECK(move->patternStart == Date{2026, 3, 12});
    CHECK_FALSE(seriesMovedTo(mechanism, "FREQ=WEEKLY;INTERVAL=4", {}));
    CHECK(seriesMovedTo(mechanism, "FREQ=WEEKLY;INTERVAL=4;BYDAY=MO", Date{2026, 1, 5})->patternStart ==
          Date{2026, 1, 5});
}

TEST_CASE("The effect of a move is its clashes before and after, and one edit") {
    Engagement made;
    for (const plan::Id id : {101, 102}) {
        auto& mechanism = made.mechanism(id, "Mechanism " + std::to_string(id), {1}, {21}, {}, {61});
        mechanism.pattern.rule = "FREQ=MONTHLY;BYDAY=2TU";
        made.again();
    }
    auto& third = made.mechanism(103, "Mondays", {1}, {21}, {}, {61});
    third.pattern.rule = "FREQ=MONTHLY;BYDAY=1MO";
    made.again();
    const auto move = seriesMoved(*made.plan.find<plan::Mechanism>(102), {2026, 4, 14}, {2026, 4, 6});
    REQUIRE(move);
    const auto effect = effectOf(made.plan, *move, 2026);
    CHECK(effect.clashesBefore.size() == 12);
    CHECK(effect.clashesAfter.size() == 12);
    CHECK(effect.onBankHolidaysBefore.empty());
    CHECK(effect.onBankHolidaysAfter.size() == 2);
    CHECK(effect.expectedAfter == 12);
    const auto free = seriesMoved(*made.plan.find<plan::Mechanism>(102), {2026, 4, 14}, {2026, 4, 15});
    REQUIRE(free);
    CHECK(effectOf(made.plan, *free, 2026).clashesAfter.empty());
    CHECK(changesOf(made.plan, *free).size() == 1);
    CHECK(labelOf(made.plan, *free) == "Move Mechanism 102 to 3rd Wednesday of the month");
}
