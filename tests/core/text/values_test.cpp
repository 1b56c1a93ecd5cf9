#include "core/plan/wording.h"
#include "core/text/values.h"

#include "tests/support/catch.h"

using namespace wardmote;
using plan::fieldFor;
using plan::Mechanism;
using plan::Value;

namespace {

plan::Plan somePlan() {
    plan::Plan plan;
    plan.put(plan::Settings{});
    const auto organisation = [&](plan::Id id, const char* name) {
        plan::Organisation record;
        record.id = id;
        record.name = name;
        plan.put(record);
    };
    organisation(10, "Avon and Somerset Police");
    organisation(11, "Curo");
    plan::Area area;
    area.id = 20;
    area.name = "Keynsham";
    area.code = "E04000975";
    plan.put(area);
    plan::Theme theme;
    theme.id = 30;
    theme.name = "Community safety";
    theme.words = {{"policing"}};
    plan.put(theme);
    return plan;
}

} // namespace

TEST_CASE("values of any field are read") {
    const auto plan = somePlan();
    const auto read = [&](const plan::FieldInfo& field, std::string_view words) {
        return text::readValue(plan, field, words);
    };
    CHECK(*read(fieldFor<&Mechanism::name>(), "  A  forum ") == Value{std::string("A forum")});
    CHECK(*read(fieldFor<&Mechanism::name>(), " ") == Value{});
    CHECK(*read(fieldFor<&Mechanism::kind>(), "Sub Group") == Value{std::string("working_group")});
    CHECK(*read(fieldFor<&Mechanism::lengthHours>(), "90 mins") == Value{1.5});
    CHECK_FALSE(read(fieldFor<&Mechanism::lengthHours>(), "90 hours"));
    CHECK(*read(fieldFor<&Mechanism::roomValue>(), "\xC2\xA3"
                                                   "45") == Value{std::int64_t{4500}});
    CHECK(*read(fieldFor<&Mechanism::setUp>(), "8/5/13") == Value{std::string("2013-05-08")});
    CHECK(*read(fieldFor<&Mechanism::statutory>(), "no") == Value{false});
    CHECK(*read(fieldFor<&Mechanism::leadOrganisation>(), "avon & somerset police") ==
          Value{std::int64_t{10}});
    const auto missing = read(fieldFor<&Mechanism::leadOrganisation>(), "Avon and Somerset Polce");
    REQUIRE_FALSE(missing);
    CHECK(missing.error().text().find("Did you mean") != std::string::npos);
    CHECK(*read(fieldFor<&Mechanism::areas>(), "E04000975") ==
          Value{plan::Links{{{Value{std::int64_t{20}}}}}});
    CHECK(*read(fieldFor<&Mechanism::themes>(), "Policing") ==
          Value{plan::Links{{{Value{std::int64_t{30}}}}}});
    CHECK(*read(fieldFor<&Mechanism::pattern>(), "FREQ=MONTHLY") == Value{std::string("FREQ=MONTHLY")});
    CHECK_FALSE(read(fieldFor<&Mechanism::pattern>(), "monthly"));
    CHECK_FALSE(read(fieldFor<&Mechanism::decisionsRaised>(), "-3"));
}

TEST_CASE("what screens write is read back") {
    const auto plan = somePlan();
    Mechanism mechanism;
    mechanism.attending = {
        {plan::Ref<plan::Organisation>{10}, 3, true, plan::AttendsHow::byTopic, plan::AttendsAs::chair, ""},
        {plan::Ref<plan::Organisation>{11}, {}, false, {}, {}, ""}};
    const auto& field = fieldFor<&Mechanism::attending>();
    const auto words = plan::inWords(plan, field, &mechanism);
    CAPTURE(words);
    const auto read = text::readValue(plan, field, words);
    REQUIRE(read);
    CHECK(*read == field.get(&mechanism));
}
