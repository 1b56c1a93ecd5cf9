#include "core/plan/change.h"

#include "tests/support/properties.h"
#include <set>

using namespace wardmote::plan;

namespace {

struct SmallPlan {
    Plan plan;
    Id keynsham = 10;
    Id saltford = 11;
    Id arrangement = 20;
    Id cluster = 30;
    Id police = 40;
    Id forum = 50;

    SmallPlan() {
        plan.put(Settings{.name = "Test"});
        plan.put(Area{.id = keynsham, .name = "Keynsham"});
        plan.put(Area{.id = saltford, .name = "Saltford"});
        plan.put(Arrangement{.id = arrangement, .name = "As now"});
        plan.put(Organisation{.id = police, .name = "Police"});
        Cluster c{.id = cluster, .name = "Keynsham Area"};
        c.arrangement = {arrangement};
        c.areas = {{{keynsham}, true}, {{saltford}, true}};
        plan.put(c);
        Mechanism m{.id = forum, .name = "Keynsham Area Forum"};
        m.leadOrganisation = {police};
        m.areas = {{{keynsham}}, {{saltford}}};
        m.attending = {Attendance{.organisation = {police}, .people = 2}};
        plan.put(m);
    }
};

} // namespace

TEST_CASE("an insert lists what is recorded, an update what differs") {
    Changes changes;
    changes.insert(Area{.id = 5, .name = "Corston", .residents = 491});
    REQUIRE(changes.size() == 1);
    CHECK(changes.list()[0].fields.size() == 2);

    const Area before{.id = 5, .name = "Corston", .residents = 491};
    Area after = before;
    changes.update(before, after);
    CHECK(changes.size() == 1);
    after.residents = 500;
    changes.update(before, after);
    REQUIRE(changes.size() == 2);
    CHECK(changes.list()[1].fields.size() == 1);
    CHECK(changes.list()[1].fields[0].field == &fieldFor<&Area::residents>());
}

TEST_CASE("what is erased takes with it what cannot stand alone") {
    const SmallPlan small;
    SECTION("links and references to it") {
        Changes changes;
        changes.erase<Area>(small.saltford);
        changes.erase<Organisation>(small.police);
        const auto after = applied(small.plan, changes);
        REQUIRE(after.has_value());
        CHECK(after->find<Cluster>(small.cluster)->areas.size() == 1);
        const auto* forum = after->find<Mechanism>(small.forum);
        CHECK(forum->areas.size() == 1);
        CHECK_FALSE(forum->leadOrganisation);
        CHECK(forum->attending.empty());
    }
    SECTION("the clusters of an arrangement") {
        Changes changes;
        changes.erase<Arrangement>(small.arrangement);
        const auto after = applied(small.plan, changes);
        REQUIRE(after.has_value());
        CHECK(after->all<Cluster>().empty());
        CHECK(after->all<Area>().size() == 2);
    }
}

TEST_CASE("what can't be is refused with a sentence that says what and where") {
    const SmallPlan small;
    Changes changes;
    SECTION("a name taken away") {
        changes.set<&Area::name>(small.saltford, Value{});
        const auto found = complaints(small.plan, changes);
        REQUIRE(found.size() == 1);
        CHECK(found[0].message == "The area “Saltford” needs “Name”.");
    }
    SECTION("fewer than no residents") {
        changes.set<&Area::residents>(small.saltford, Value{std::int64_t{-1}});
        CHECK(complaints(small.plan, changes).size() == 1);
    }
    SECTION("money is measured in pounds") {
        changes.set<&Mechanism::roomValue>(small.forum, Value{std::int64_t{-1}});
        CHECK(complaints(small.plan, changes).size() == 1);
    }
    SECTION("a reference to nothing") {
        changes.set<&Cluster::arrangement>(small.cluster, Value{Id{999}});
        CHECK(complaints(small.plan, changes).size() == 1);
        CHECK_FALSE(applied(small.plan, changes).has_value());
    }
    SECTION("a reference to what the same changes add") {
        changes.insert(Arrangement{.id = 999, .name = "Option A"});
        changes.set<&Cluster::arrangement>(small.cluster, Value{Id{999}});
        CHECK(complaints(small.plan, changes).empty());
    }
    SECTION("text that is not text") {
        for (const auto* bytes : {"\xC3\x28", "\xE2\x82", "\xED\xA0\x80", "\xC0\xAF", "\xF5\x80\x80\x80"}) {
            Changes one;
            one.set<&Area::notes>(small.saltford, Value{std::string(bytes)});
            CHECK(complaints(small.plan, one).size() == 1);
        }
        Changes good;
        good.set<&Area::notes>(small.saltford, Value{std::string("Ŵ £ 𝔸 é")});
        CHECK(complaints(small.plan, good).empty());
    }
    SECTION("the same record twice, and one that is gone") {
        changes.insert(Area{.id = small.saltford, .name = "Again"});
        changes.erase<Area>(12345);
        CHECK(complaints(small.plan, changes).size() == 2);
    }
}

TEST_CASE("a snapshot never changes") {
    const SmallPlan small;
    const Plan before = small.plan;
    Changes changes;
    changes.set<&Area::name>(small.saltford, Value{std::string("Saltford village")});
    const auto after = applied(small.plan, changes);
    REQUIRE(after.has_value());
    CHECK(small.plan == before);
    CHECK_FALSE(*after == before);
    CHECK(after->find<Area>(small.saltford)->name == "Saltford village");
    // Records that no change touched are the same object in both.
    CHECK(after->find<Area>(small.keynsham) == small.plan.find<Area>(small.keynsham));
}

TEST_CASE("ids are random, below 10^15, and repeat with their seed") {
    IdSource one(7);
    IdSource two(7);
    for (int i = 0; i < 1000; ++i) {
        const auto id = one.next();
        CHECK(id > 1);
        CHECK(id < idLimit);
        CHECK(id == two.next());
    }
    CHECK(IdSource(8).next() != IdSource(7).next());
}

TEST_CASE("records stay in order of id whatever the order of arrival") {
    wardmote::tests::holds("put, replace and remove", [](const std::vector<std::uint16_t>& ids) {
        Records<Theme> records;
        std::set<Id> expected;
        for (const auto id : ids) {
            const Id key = id % 50 + 1;
            if (id % 3 == 0) {
                records.remove(key);
                expected.erase(key);
            } else {
                records.put(std::make_shared<const Theme>(Theme{.id = key}));
                expected.insert(key);
            }
        }
        std::vector<Id> found;
        for (const auto& theme : records) {
            found.push_back(theme.id);
        }
        RC_ASSERT(found == std::vector<Id>(expected.begin(), expected.end()));
    });
}

TEST_CASE("Plans are equal if all that they record is") {
    const auto square = [](double side) {
        return std::make_shared<const Shape>(Shape{{{{{0, 0}, {side, 0}, {side, side}, {0, side}}}}});
    };
    const auto withBoundary = [&](double side) {
        Plan plan;
        plan.put(Area{.id = 7, .name = "Saltford", .boundary = square(side)});
        return plan;
    };
    CHECK(withBoundary(100) == withBoundary(100)); // other points in memory, the same boundary
    CHECK_FALSE(withBoundary(100) == withBoundary(101));
    CHECK_FALSE(withBoundary(100) == Plan{});
}

TEST_CASE("Many records put at once stand where they would if put one by one") {
    wardmote::tests::holds("the new in the place of the old",
                           [](const std::set<std::uint8_t>& before, const std::set<std::uint8_t>& after) {
                               Plan one;
                               for (const auto key : before) {
                                   one.put(Theme{.id = key + 1, .name = "before"});
                               }
                               Plan many = one;
                               std::vector<std::shared_ptr<const void>> records;
                               for (const auto key : after) {
                                   const Theme theme{.id = key + 1, .name = "after"};
                                   one.put(theme);
                                   records.push_back(std::make_shared<const Theme>(theme));
                               }
                               many.putAll(RecordKind::theme, records);
                               RC_ASSERT(many == one);
                           });
}
