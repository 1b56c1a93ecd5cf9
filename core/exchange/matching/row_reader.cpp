#include "core/exchange/matching/field_writer.h"

#include "core/plan/wording.h"
#include "core/recurrence/words.h"
#include "core/text/lists.h"
#include "core/text/quantities.h"
#include "core/text/values.h"
#include "core/text/words.h"

#include <algorithm>
#include <fmt/format.h>

namespace wardmote::exchange {
namespace {

using plan::FieldInfo;
using plan::FieldKind;
using plan::Id;
using plan::RecordKind;
using plan::Value;

} // namespace

void FieldWriter::put(const FieldInfo& field, const Value& value) const {
    if (!plan::isRecorded(value)) {
        return;
    }
    const auto before = field.get(record());
    if (filled && plan::isRecorded(before)) {
        if (!(before == value)) {
            differs(field);
        }
        return;
    }
    field.set(record(), value);
}

void FieldWriter::lost(const FieldInfo& field, std::string_view words, const std::string& why) {
    context.notice(sheet.columnOf(field.key), true, why);
    if (plan::findField(plan::recordInfo(kind), "notes") && !words.empty() && words.size() < 2000) {
        notes.push_back(fmt::format("{}: {}", field.label, text::tidied(words)));
    }
}

std::optional<Id> FieldWriter::resolved(RecordKind target, const WrittenReference& reference) const {
    if (reference.id != 0 && context.work.record(target, reference.id)) {
        return reference.id;
    }
    return context.work.named(target, reference.name);
}

void FieldWriter::readReference(const FieldInfo& field, std::string_view words) {
    if (const auto written = exchange::readReference(words); written.id != 0) {
        if (const auto known = resolved(field.target, written)) {
            put(field, Value{*known});
            return;
        }
    }
    if (field.target == RecordKind::organisation) {
        if (field.key == "lead_organisation") {
            const auto lead = readLead(context, words);
            put(field, lead.lead == 0 ? Value{} : Value{lead.lead});
            join(plan::fieldFor<&plan::Mechanism::attending>(),
                 linksTo({lead.others.begin(), lead.others.end()}));
            return;
        }
        const bool service = field.key == "service";
        const auto parent = service ? context.work.plan.settings().ownCouncil.id : 0;
        const auto named = readOrganisation(
            context, words, service ? std::optional(plan::OrganisationKind::service) : std::nullopt, parent);
        put(field, named == 0 ? Value{} : Value{named});
        return;
    }
    if (text::meansNothing(words)) {
        return;
    }
    if (const auto found = context.work.named(field.target, words)) {
        put(field, Value{*found});
    } else {
        context.notice(sheet.columnOf(field.key), true,
                       fmt::format("There is no {} called “{}”.", plan::recordInfo(field.target).singular,
                                   text::tidied(words).substr(0, 80)));
    }
}

void FieldWriter::readFrequency(const FieldInfo& field, std::string_view words) {
    if (text::meansNothing(words)) {
        return;
    }
    const auto pattern = recurrence::readPattern(words);
    if (kind != RecordKind::mechanism) {
        pattern && !pattern->rule.empty() ? put(field, Value{pattern->rule})
                                          : lost(field, words, "It is no pattern.");
        return;
    }
    const auto kept = Value{text::tidied(words)};
    if (!pattern) {
        put(plan::fieldFor<&plan::Mechanism::patternWords>(), kept);
        context.notice(sheet.columnOf(field.key), false, pattern.error().message + " It is kept as words.");
        return;
    }
    if (pattern->rule.empty() || pattern->about) {
        put(plan::fieldFor<&plan::Mechanism::patternWords>(), kept);
    }
    if (!pattern->rule.empty()) {
        put(field, Value{pattern->rule});
    }
    if (pattern->meetingsAYear) {
        put(plan::fieldFor<&plan::Mechanism::meetingsAYear>(), Value{*pattern->meetingsAYear});
    }
    if (pattern->startTime && !sheet.has("start_time")) {
        put(plan::fieldFor<&plan::Mechanism::startTime>(), Value{pattern->startTime->iso()});
    }
    if (pattern->lengthHours && !sheet.has("length_hours")) {
        put(plan::fieldFor<&plan::Mechanism::lengthHours>(), Value{*pattern->lengthHours});
    }
}

void FieldWriter::readPlain(const FieldInfo& field, std::string_view words) {
    const bool wordsOnly = field.kind == FieldKind::text || field.kind == FieldKind::longText;
    if (wordsOnly && text::meansNothing(words)) {
        return;
    }
    text::ReadOptions options;
    options.dateOrder = sheet.setup.dateOrder;
    const auto value = text::readValue(context.work.plan, field, words, options);
    if (!value) {
        if (field.kind == FieldKind::choice) {
            const auto tidy = text::tidied(words);
            const auto answer =
                context.work.ask(QuestionKind::choice, fmt::format("{} = {}", field.label, tidy), context.row,
                                 [&](Question& question) {
                                     question.text =
                                         fmt::format("{}: which does “{}” mean?", field.label, tidy);
                                     question.otherwise = "Without an answer it is kept in the notes.";
                                     question.choices = field.choices;
                                     question.allowed = {AnswerKind::choice, AnswerKind::leaveOut};
                                 });
            if (answer.kind == AnswerKind::choice && text::readChoice(field.choices, answer.key)) {
                put(field, Value{answer.key});
                return;
            }
            if (answer.kind == AnswerKind::leaveOut) {
                return;
            }
        }
        lost(field, words, value.error().text());
        return;
    }
    if (field.kind == FieldKind::date && plan::isRecorded(*value)) {
        const auto read = text::readDate(words, options.dateOrder);
        if (read && *read && (*read)->otherOrder) {
            context.notice(sheet.columnOf(field.key), false,
                           fmt::format("“{}” was read with the month first.", text::tidied(words)));
        }
    }
    if (field.key == "notes") {
        for (const auto& line : {std::get<std::string>(*value)}) {
            notes.insert(notes.begin(), line);
        }
        return;
    }
    put(field, *value);
}

/// A cell as an export of this program wrote it.
bool FieldWriter::readExact(const FieldInfo& field, std::string_view words) const {
    const auto value = fromCell(field, words, [this](RecordKind target, const WrittenReference& reference) {
        return resolved(target, reference);
    });
    return value && (!plan::isRecorded(*value) || field.set(record(), *value));
}

void FieldWriter::read(const FieldInfo& field, std::string_view words) {
    if (field.key == "source_key" && !sheet.isExport()) {
        return; // written with the row's identity
    }
    const bool codesOnly = field.key == "areas" && kind == RecordKind::mechanism &&
                           !text::meansNothing(sheet.words(row, column_uses::areaCodes));
    if (text::tidied(words).empty() && !codesOnly) {
        return;
    }
    if (sheet.isExport() && readExact(field, words)) {
        return;
    }
    switch (field.kind) {
    case FieldKind::links:
        if (const auto items = readWrittenItems(field, words)) {
            for (const auto& item : *items) {
                item.plain ? readList(field, item.name) : readItem(field, item);
            }
        } else {
            readList(field, words);
        }
        return;
    case FieldKind::reference:
        readReference(field, words);
        return;
    case FieldKind::recurrence:
        readFrequency(field, words);
        return;
    case FieldKind::shape:
        lost(field, {}, "A boundary is read from exports and layers only.");
        return;
    default:
        readPlain(field, words);
    }
}

/// Uses that fill several fields.
void FieldWriter::readSpecials() {
    if (kind != RecordKind::mechanism) {
        return;
    }
    if (const auto words = sheet.words(row, column_uses::period); !text::meansNothing(words)) {
        const auto period = text::readPeriod(words);
        const auto date = [&](const FieldInfo& field, const std::optional<plan::Date>& value) {
            if (value) {
                put(field, Value{value->iso()});
            }
        };
        date(plan::fieldFor<&plan::Mechanism::setUp>(), period.setUp);
        date(plan::fieldFor<&plan::Mechanism::ended>(), period.ended);
        date(plan::fieldFor<&plan::Mechanism::lastMet>(), period.lastMet);
        if (period.proposed) {
            put(plan::fieldFor<&plan::Mechanism::status>(), Value{std::string("proposed")});
        }
        notes.push_back(fmt::format("Period: {}", text::tidied(words)));
    }
    if (const auto council = sheet.words(row, column_uses::councilArea);
        !text::meansNothing(council) && !places.isOwnCouncil(council)) {
        notes.push_back(fmt::format("Council area: {}", text::tidied(council)));
    }
    const auto& areas = plan::fieldFor<&plan::Mechanism::areas>();
    if (!sheet.has("areas") && sheet.has(column_uses::areaCodes)) {
        readPlaces(areas, {});
    }
}

void addNote(std::string& notes, const std::string& line) {
    if (line.empty() || notes.find(line) != std::string::npos) {
        return;
    }
    notes += (notes.empty() ? "" : "\n") + line;
}

void writeRow(const SheetReader& sheet, std::size_t tableRow, const RowContext& context, PlaceReader& places,
              RecordKind kind, Id id, bool filled) {
    FieldWriter writer{sheet, tableRow, context, places, kind, id, filled, {}};
    for (const auto* field : sheet.fields()) {
        writer.read(*field, sheet.words(tableRow, field->key));
    }
    writer.readSpecials();
    if (kind == RecordKind::area) {
        writePlace(sheet, tableRow, context, id, filled);
    }
    for (auto& line : sheet.noteLines(tableRow)) {
        writer.notes.push_back(std::move(line));
    }
    const auto* field = plan::findField(plan::recordInfo(kind), "notes");
    if (field && !writer.notes.empty()) {
        const auto before = field->get(writer.record());
        auto notes =
            std::holds_alternative<std::string>(before) ? std::get<std::string>(before) : std::string{};
        for (const auto& line : writer.notes) {
            addNote(notes, line);
        }
        field->set(writer.record(), Value{notes});
    }
    const auto* source = plan::findField(plan::recordInfo(kind), "source");
    if (source && !sheet.isExport() && !plan::isRecorded(source->get(writer.record()))) {
        source->set(writer.record(), Value{context.source});
    }
}

} // namespace wardmote::exchange
