#include "core/plan/wording.h"
#include "tests/support/catch.h"
#include "tests/support/example_plan.h"
#include "tests/support/properties.h"
#include "ui/widgets/record_cell.h"
#include "ui/widgets/record_clipboard.h"
#include "ui/widgets/record_edits.h"

using namespace wardmote;
using namespace wardmote::tests;
using plan::RecordKind;

namespace {

const plan::FieldInfo& mechanismField(std::string_view key) {
    return plan::fieldOf(RecordKind::mechanism, key);
}

ui::NewId newIds(plan::Id first) {
    return [next = std::make_shared<plan::Id>(first)] { return (*next)++; };
}

plan::Plan after(const plan::Plan& plan, const ui::RecordEdit& edit) {
    auto result = plan::applied(plan, edit.changes);
    REQUIRE(result.has_value());
    return *result;
}

} // namespace

TEST_CASE("blocks of cells survive the clipboard whatever they hold") {
    holds("any cells", [](const std::vector<std::vector<std::string>>& texts) {
        ui::TextBlock block;
        for (const auto& row : texts) {
            std::vector<QString> cells;
            for (const auto& cell : row) {
                // The clipboard knows one kind of line break.
                cells.push_back(QString::fromLatin1(cell.c_str()).remove(u'\r').remove(QChar(0)));
            }
            if (!cells.empty()) {
                block.push_back(std::move(cells));
            }
        }
        RC_ASSERT(ui::fromTabText(ui::toTabText(block)) == block);
    });
}

TEST_CASE("what a spreadsheet puts on the clipboard is read") {
    CHECK(ui::fromTabText(QStringLiteral("a\tb\r\nc\td\r\n")) == ui::TextBlock{{"a", "b"}, {"c", "d"}});
    CHECK(ui::fromTabText(QStringLiteral("\"two\r\nlines\"\t\"say \"\"hello\"\"\"\r\n")) ==
          ui::TextBlock{{"two\nlines", "say \"hello\""}});
    CHECK(ui::fromTabText(QStringLiteral("6\" pipe\t")) == ui::TextBlock{{"6\" pipe", ""}});
    CHECK(ui::fromTabText(QStringLiteral("\n")) == ui::TextBlock{{""}});
    CHECK(ui::fromTabText({}).empty());
}

TEST_CASE("every recorded field of the example reads back from its copied text") {
    const auto plan = examplePlan();
    for (const auto& info : plan::allRecordInfos()) {
        for (const auto id : plan.ids(info.kind)) {
            const auto record = plan.record(info.kind, id);
            for (const auto* field : ui::shownFields(info.kind)) {
                const auto value = field->get(record.get());
                const auto text = ui::copiedText(plan, *field, value);
                CAPTURE(std::string(field->key), text.toStdString());
                const auto again = ui::readTyped(plan, *field, text);
                REQUIRE(again.has_value());
                CHECK(*again == value);
            }
        }
    }
}

TEST_CASE("one value for many records is one edit that leaves out those that hold it") {
    const auto plan = examplePlan();
    const auto edit = ui::setField(plan, RecordKind::mechanism, {601, 602, 623}, mechanismField("status"),
                                   plan::Value{std::string("paused")});
    CHECK(edit.changes.size() == 3);
    CHECK(edit.label == QStringLiteral("Change “Status” of 3 mechanisms"));
    const auto again = ui::setField(after(plan, edit), RecordKind::mechanism, {601, 602, 623},
                                    mechanismField("status"), plan::Value{std::string("paused")});
    CHECK(again.changes.empty());
}

TEST_CASE("values that the rules refuse are refused with the record's name") {
    const auto plan = examplePlan();
    const auto edit =
        ui::setField(plan, RecordKind::mechanism, {601}, mechanismField("length_hours"), plan::Value{99.0});
    CHECK(edit.changes.empty());
    REQUIRE(edit.refused.size() == 1);
    CHECK(edit.refused.front().where.contains(QStringLiteral("Keynsham Area Forum")));
    const auto cleared = ui::clearFields(plan, RecordKind::mechanism, {601},
                                         {&mechanismField("name"), &mechanismField("kind")});
    CHECK(cleared.refused.size() == 1);
    CHECK(cleared.changes.size() == 1);
}

TEST_CASE("filling down copies the first record's fields to the others") {
    const auto plan = examplePlan();
    const auto edit = ui::fillDown(plan, RecordKind::mechanism, {601, 622, 625}, {&mechanismField("themes")});
    const auto filled = after(plan, edit);
    CHECK(filled.find<plan::Mechanism>(622)->themes == plan.find<plan::Mechanism>(601)->themes);
    CHECK(filled.find<plan::Mechanism>(625)->themes == plan.find<plan::Mechanism>(601)->themes);
    CHECK(edit.label == QStringLiteral("Fill down “Themes” in 2 mechanisms"));
}

TEST_CASE("a copy has a name of its own and no source's id") {
    auto plan = examplePlan();
    auto mechanism = *plan.find<plan::Mechanism>(601);
    mechanism.sourceKey = "BNES-1";
    plan.put(mechanism);
    std::vector<plan::Id> made;
    const auto edit = ui::duplicateRecords(plan, RecordKind::mechanism, {601}, newIds(9001), made);
    const auto copied = after(plan, edit);
    REQUIRE(made == std::vector<plan::Id>{9001});
    const auto* copy = copied.find<plan::Mechanism>(9001);
    CHECK(copy->name == "Keynsham Area Forum (copy)");
    CHECK(copy->sourceKey.empty());
    CHECK(copy->attending == mechanism.attending);
}

TEST_CASE("what follows a deletion is said") {
    const auto plan = examplePlan();
    const auto arrangement = ui::eraseRecords(plan, RecordKind::arrangement, {551});
    CHECK(ui::consequencesInWords(plan, arrangement.changes)
              .startsWith(QStringLiteral("This also deletes 3 clusters.")));
    const auto themed = ui::eraseRecords(plan, RecordKind::theme, {307});
    CHECK(ui::consequencesInWords(plan, themed.changes) ==
          QStringLiteral("It is taken out of 2 mechanisms."));
    const auto meeting = ui::eraseRecords(plan, RecordKind::meeting, {701});
    CHECK(ui::consequencesInWords(plan, meeting.changes).isEmpty());
}

TEST_CASE("a block pasted over cells changes them, adds rows on request and lists what it refuses") {
    const auto plan = examplePlan();
    const std::vector<const plan::FieldInfo*> fields{&mechanismField("name"), &mechanismField("kind"),
                                                     &mechanismField("length_hours"),
                                                     &mechanismField("areas")};
    const ui::TextBlock block{{"Keynsham Forum", "panel", "1.5", "Saltford; Keynsham"},
                              {"PACT, Keynsham and Saltford", "no such kind", "1.5", "Nowhere"},
                              {"A new one", "Forum", "2", "Paulton"},
                              {"", "Forum", "2", ""}};
    std::vector<plan::Id> made;
    const auto edit =
        ui::pasteBlock(plan, RecordKind::mechanism, {601, 602}, fields, block, newIds(9001), made);
    REQUIRE(made == std::vector<plan::Id>{9001});
    const auto pasted = after(plan, edit);
    const auto* first = pasted.find<plan::Mechanism>(601);
    CHECK(first->name == "Keynsham Forum");
    CHECK(first->kind == plan::MechanismKind::panel);
    CHECK(first->lengthHours == 1.5);
    CHECK(first->areas.size() == 2);
    CHECK(pasted.find<plan::Mechanism>(602)->kind == plan::MechanismKind::pact);
    CHECK(pasted.find<plan::Mechanism>(9001)->name == "A new one");
    // The kind and the place that nobody knows, and the row without a name.
    CHECK(edit.refused.size() == 3);
    CHECK(edit.label == QStringLiteral("Paste into Keynsham Area Forum and add 1 mechanism"));

    made.clear();
    const auto without = ui::pasteBlock(plan, RecordKind::mechanism, {601, 602}, fields, block, {}, made);
    CHECK(made.empty());
    CHECK(without.refused.size() == 4);
}

TEST_CASE("one copied cell fills the selection") {
    const auto plan = examplePlan();
    std::vector<plan::Id> made;
    const auto edit = ui::pasteBlock(plan, RecordKind::mechanism, {601, 602, 603}, {&mechanismField("venue")},
                                     {{"Fry Club"}}, {}, made);
    const auto pasted = after(plan, edit);
    for (const auto id : {601, 602, 603}) {
        CHECK(pasted.find<plan::Mechanism>(id)->venue == "Fry Club");
    }
}

TEST_CASE("an edit that marks an ending agreed waits for what has to be written, whatever made it") {
    auto plan = examplePlan();
    auto review = *plan.find<plan::Review>(801);
    review.decision = plan::WhatToDo::end;
    review.finding = plan::Finding::duplicate;
    review.status = plan::ReviewStatus::proposed;
    review.equalityScreening = review.consulted = review.consultationOutcome = "";
    plan.put(review);
    auto agreed = review;
    agreed.id = 802;
    agreed.name = "Agreed in an old list";
    agreed.status = plan::ReviewStatus::agreed;
    plan.put(agreed);
    const auto& status = plan::fieldFor<&plan::Review::status>();
    const auto kind = plan::RecordKind::review;

    const auto set = ui::setField(plan, kind, {801}, status, plan::Value{std::string("agreed")});
    CHECK(set.changes.empty());
    REQUIRE(set.refused.size() == 1);
    CHECK(set.refused[0].record == 801);
    CHECK(set.refused[0].fillIn == &plan::fieldFor<&plan::Review::equalityScreening>());
    CHECK(ui::fillDown(plan, kind, {802, 801}, {&status}).changes.empty());

    // The same row may bring everything at once; one cell short, the rest is taken.
    const std::vector<const plan::FieldInfo*> fields{
        &status, &plan::fieldFor<&plan::Review::equalityScreening>(),
        &plan::fieldFor<&plan::Review::consulted>(), &plan::fieldFor<&plan::Review::consultationOutcome>()};
    std::vector<plan::Id> made;
    const auto all =
        ui::pasteBlock(plan, kind, {801}, fields, {{"Agreed", "On file", "Chairs", "Yes"}}, {}, made);
    CHECK(all.refused.empty());
    CHECK(after(plan, all).find<plan::Review>(801)->status == plan::ReviewStatus::agreed);
    const auto some =
        ui::pasteBlock(plan, kind, {801}, fields, {{"Agreed", "On file", "Chairs", ""}}, {}, made);
    CHECK(some.refused.size() == 1);
    const auto pasted = after(plan, some);
    CHECK(pasted.find<plan::Review>(801)->status == plan::ReviewStatus::proposed);
    CHECK(pasted.find<plan::Review>(801)->consulted == "Chairs");

    // A copy of one that an import brought in is not agreed by being copied.
    const auto copied = ui::duplicateRecords(
        plan, kind, {802}, [] { return plan::Id{899}; }, made);
    CHECK_FALSE(after(plan, copied).find<plan::Review>(899)->status);
    CHECK(ui::setField(plan, kind, {802}, plan::fieldFor<&plan::Review::consulted>(),
                       plan::Value{std::string("Chairs")})
              .refused.empty());
}
