#include "core/plan/plan.h"

#include "tests/support/properties.h"
#include <set>
#include <string>

using namespace wardmote::plan;

namespace {

/// A value that fits the field, drawn by RapidCheck; references point to made-up ids.
Value drawValue(const FieldInfo& field) {
    switch (field.kind) {
    case FieldKind::text:
    case FieldKind::longText:
    case FieldKind::recurrence:
        return *rc::gen::nonEmpty(rc::gen::string<std::string>());
    case FieldKind::integer:
    case FieldKind::money:
        return static_cast<std::int64_t>(*rc::gen::inRange(0, 1'000'000));
    case FieldKind::number:
        return static_cast<double>(*rc::gen::inRange(0, 100)) / 8;
    case FieldKind::flag:
        return *rc::gen::arbitrary<bool>();
    case FieldKind::date:
        return Date::fromDaysSinceEpoch(*rc::gen::inRange(0, 40'000)).iso();
    case FieldKind::time:
        return Time{*rc::gen::inRange(0, 1440)}.iso();
    case FieldKind::choice:
        return std::string(field
                               .choices[static_cast<std::size_t>(
                                   *rc::gen::inRange(0, static_cast<int>(field.choices.size())))]
                               .key);
    case FieldKind::reference:
        return static_cast<Id>(*rc::gen::inRange(1, 1'000'000));
    case FieldKind::shape:
        return std::make_shared<const Shape>();
    case FieldKind::links: {
        Link link;
        for (const auto& cell : field.linkFields) {
            link.cells.push_back(drawValue(cell));
        }
        return Links{link};
    }
    }
    return {};
}

} // namespace

TEST_CASE("every record type is described in full") {
    std::set<std::string_view> tables;
    for (const auto& info : allRecordInfos()) {
        INFO(info.table);
        CHECK(tables.insert(info.table).second);
        CHECK(info.fields.front().key == "name");
        CHECK(info.fields.front().rules.required);
        CHECK(findRecordInfo(info.table) == &info);
        CHECK(findRecordInfo(info.plural) != nullptr);
        std::set<std::string_view> keys;
        for (const auto& field : info.fields) {
            INFO(field.key);
            CHECK(keys.insert(field.key).second);
            CHECK(field.key != "id");
            CHECK_FALSE(field.label.empty());
            CHECK((field.kind != FieldKind::choice || !field.choices.empty()));
            CHECK((field.kind != FieldKind::links || field.linkFields.front().rules.required));
            if (field.rules.personal) {
                CHECK(info.kind == RecordKind::role);
            }
        }
    }
}

TEST_CASE("choices have distinct keys and words") {
    for (const auto& info : allRecordInfos()) {
        for (const auto& field : info.fields) {
            std::set<std::string_view> keys;
            for (const auto& choice : field.choices) {
                CHECK(keys.insert(choice.key).second);
                CHECK_FALSE(choice.label.empty());
            }
        }
    }
}

TEST_CASE("what a field is given, it gives back") {
    for (const auto& info : allRecordInfos()) {
        wardmote::tests::holds(std::string(info.table), [&info] {
            const auto record = info.make();
            for (const auto& field : info.fields) {
                const auto value = drawValue(field);
                RC_ASSERT(field.set(record.get(), value));
                RC_ASSERT(field.get(record.get()) == value);
            }
            const auto copy = info.copy(record.get());
            RC_ASSERT(info.equal(copy.get(), record.get()));
        });
    }
}

TEST_CASE("a value of the wrong kind changes nothing") {
    Area area;
    area.residents = 4131;
    const auto& residents = fieldFor<&Area::residents>();
    CHECK(residents.key == "residents");
    CHECK_FALSE(residents.set(&area, Value{std::string("many")}));
    CHECK(area.residents == 4131);
    CHECK(residents.set(&area, Value{}));
    CHECK_FALSE(area.residents.has_value());

    const auto& kind = fieldFor<&Area::kind>();
    CHECK_FALSE(kind.set(&area, Value{std::string("county")}));
    CHECK(kind.set(&area, Value{std::string("unparished")}));
    CHECK(area.kind == AreaKind::unparished);
}

TEST_CASE("nothing recorded is one value, whatever the kind") {
    for (const auto& info : allRecordInfos()) {
        if (info.kind == RecordKind::settings) {
            continue; // its defaults are recorded
        }
        const auto record = info.make();
        for (const auto& field : info.fields) {
            INFO(info.table << "." << field.key);
            CHECK_FALSE(isRecorded(field.get(record.get())));
        }
    }
}

TEST_CASE("lists inside a record are sets in the order of their key") {
    Cluster cluster;
    cluster.areas = {{{30}, false}, {{10}, true}, {{30}, true}};
    const auto value = fieldFor<&Cluster::areas>().get(&cluster);
    const auto& links = std::get<Links>(value);
    REQUIRE(links.size() == 2);
    CHECK(std::get<Id>(links[0].cells[0]) == 10);
    CHECK(std::get<Id>(links[1].cells[0]) == 30);
    CHECK(std::get<bool>(links[1].cells[1]) == false);
}
