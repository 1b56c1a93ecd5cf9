#include "core/plan/wording.h"

#include "tests/support/properties.h"

using namespace wardmote::plan;

TEST_CASE("dates are real days") {
    CHECK(Date::fromIso("2013-05-08")->words() == "8 May 2013");
    CHECK(Date::fromIso("2024-02-29").has_value());
    for (const auto* wrong :
         {"2023-02-29", "2023-13-01", "2023-1-1", "08/05/2013", "", "2013-05-08x", "-013-05-08"}) {
        INFO(wrong);
        CHECK_FALSE(Date::fromIso(wrong).has_value());
    }
    CHECK(Date{2026, 11, 22}.weekday() == 7);
    wardmote::tests::holds("days count both ways", [] {
        const auto days = *rc::gen::inRange(-100'000, 400'000);
        const auto date = Date::fromDaysSinceEpoch(days);
        RC_ASSERT(date.daysSinceEpoch() == days);
        RC_ASSERT(Date::fromIso(date.iso()) == date);
    });
}

TEST_CASE("times of day") {
    CHECK(Time::fromIso("19:00")->minutes == 1140);
    CHECK(Time::fromIso("7:05")->iso() == "07:05");
    for (const auto* wrong : {"24:00", "19:60", "1900", "7:5", ":30", "", "123:00"}) {
        CHECK_FALSE(Time::fromIso(wrong).has_value());
    }
}

TEST_CASE("a boundary survives its way through the file") {
    wardmote::tests::holds("WKB there and back", [] {
        Shape shape;
        const auto polygons = *rc::gen::inRange(0, 4);
        for (int p = 0; p < polygons; ++p) {
            Polygon polygon;
            const auto rings = *rc::gen::inRange(1, 3);
            for (int r = 0; r < rings; ++r) {
                Ring ring;
                const auto points = *rc::gen::inRange(3, 8);
                for (int i = 0; i < points; ++i) {
                    ring.push_back({350000.0 + i * 10 + r, 160000.0 + i * i + p});
                }
                polygon.push_back(ring);
            }
            shape.polygons.push_back(polygon);
        }
        const auto back = fromWkb(toWkb(shape));
        RC_ASSERT(back.has_value());
        RC_ASSERT(*back == shape);
    });
    wardmote::tests::holds("damage is an error, never a crash",
                           [](const std::string& bytes) { (void)fromWkb(bytes); });
    auto bytes = toWkb(Shape{{{{{0, 0}, {1, 0}, {1, 1}}}}});
    for (std::size_t cut = 0; cut < bytes.size(); ++cut) {
        CHECK_FALSE(fromWkb(bytes.substr(0, cut)).has_value());
    }
    bytes[9 + 5] = '\x7f'; // a count of rings that the bytes can't hold
    bytes[9 + 8] = '\x7f';
    CHECK_FALSE(fromWkb(bytes).has_value());
}

TEST_CASE("figures as people write them") {
    CHECK(withThousands(0) == "0");
    CHECK(withThousands(999) == "999");
    CHECK(withThousands(193400) == "193,400");
    CHECK(withThousands(-1234567) == "−1,234,567");
    CHECK(inDigits(2.5) == "2.5");
    CHECK(inDigits(3.0) == "3");
    CHECK(inDigits(-0.001) == "0");
    CHECK(inDigits(1234.567) == "1,234.57");
    CHECK(inPounds({194000}) == "£1,940");
    CHECK(inPounds({194050}) == "£1,940.50");
    CHECK(inPounds({-5}) == "−£0.05");
}

TEST_CASE("fields in words") {
    Plan plan;
    plan.put(Organisation{.id = 40, .name = "Avon and Somerset Police"});
    plan.put(Organisation{.id = 41, .name = "Curo"});
    Mechanism forum{.id = 1, .name = "Forum"};
    forum.kind = MechanismKind::liaisonMeeting;
    forum.setUp = Date{2014, 7, 1};
    forum.attending = {Attendance{.organisation = {40}, .people = 2, .paid = true, .role = AttendsAs::chair},
                       Attendance{.organisation = {41}}};
    forum.spending = {SpendingLine{.kind = SpendingKind::hire, .amount = Money{48000}}};
    forum.leadOrganisation = {99};
    const auto words = [&](const FieldInfo& field) { return inWords(plan, field, &forum); };
    CHECK(words(fieldFor<&Mechanism::kind>()) == "Liaison meeting");
    CHECK(words(fieldFor<&Mechanism::setUp>()) == "1 July 2014");
    CHECK(words(fieldFor<&Mechanism::attending>()) ==
          "Avon and Somerset Police (people 2, paid, chair), Curo");
    CHECK(words(fieldFor<&Mechanism::spending>()) == "Hire of rooms (£480)");
    CHECK(words(fieldFor<&Mechanism::leadOrganisation>()) == "a deleted organisation");
    CHECK(words(fieldFor<&Mechanism::wholePlan>()).empty());
}
