#include "core/exchange/matching/field_writer.h"

#include "core/text/lists.h"
#include "core/text/quantities.h"
#include "core/text/values.h"
#include "core/text/words.h"

#include <algorithm>
#include <fmt/format.h>

namespace wardmote::exchange {

using plan::FieldInfo;
using plan::FieldKind;
using plan::Id;
using plan::RecordKind;
using plan::Value;

plan::Links linksTo(const std::set<Id>& ids) {
    plan::Links links;
    for (const auto target : ids) {
        links.push_back({{Value{target}}});
    }
    return links;
}

void FieldWriter::differs(const FieldInfo& field) const {
    context.notice(sheet.columnOf(field.key), true,
                   fmt::format("{} differs from an earlier row of this {}; the first stands.", field.label,
                               plan::recordInfo(kind).singular));
}

void FieldWriter::join(const FieldInfo& field, plan::Links links) const {
    if (links.empty()) {
        return;
    }
    const auto before = field.get(record());
    plan::Links all =
        std::holds_alternative<plan::Links>(before) ? std::get<plan::Links>(before) : plan::Links{};
    for (auto& link : links) {
        link.cells.resize(field.linkFields.size());
        const auto same = std::ranges::find_if(
            all, [&](const plan::Link& other) { return other.cells.front() == link.cells.front(); });
        if (same == all.end()) {
            all.push_back(std::move(link));
            continue;
        }
        for (std::size_t c = 1; c < link.cells.size(); ++c) {
            if (!plan::isRecorded(link.cells[c]) || link.cells[c] == same->cells[c]) {
                continue;
            }
            if (filled && plan::isRecorded(same->cells[c])) {
                differs(field);
            } else {
                same->cells[c] = link.cells[c];
            }
        }
    }
    field.set(record(), Value{std::move(all)});
}

ReadPlaces FieldWriter::readAreas(const FieldInfo& field, std::string_view words) {
    const bool own = places.isOwnCouncil(sheet.words(row, column_uses::councilArea));
    auto read = places.read(words, own);
    for (const auto& sentence : read.understood) {
        context.notice(sheet.columnOf(field.key), false, sentence);
    }
    for (const auto& unknown : read.unknown) {
        const auto column = sheet.columnOf(field.key);
        if (!own) {
            context.notice(column, true, fmt::format("“{}” is outside the plan's area.", unknown));
        } else if (places.ask(unknown).kind == AnswerKind::undecided) {
            context.notice(column, true, fmt::format("“{}” is not the name of an area or cluster.", unknown));
        }
    }
    if (!read.unknown.empty() && !text::meansNothing(words)) {
        notes.push_back(fmt::format("{}: {}", field.label, text::tidied(words)));
    }
    return read;
}

void FieldWriter::readPlaces(const FieldInfo& field, std::string_view words) {
    ReadPlaces read;
    if (kind == RecordKind::mechanism) {
        const bool own = places.isOwnCouncil(sheet.words(row, column_uses::councilArea));
        read = places.readCodes(sheet.words(row, column_uses::areaCodes), own);
    }
    if (read.areas.empty() && !read.wholePlan) {
        // Codes of places that the plan divides otherwise: the words may still be known.
        read = readAreas(field, words);
    } else if (!read.unknown.empty()) {
        context.notice(sheet.columnOf(column_uses::areaCodes), true,
                       fmt::format("{} of the codes are not in the plan, the first is {}.",
                                   read.unknown.size(), read.unknown.front()));
        if (!text::meansNothing(words)) {
            notes.push_back(fmt::format("{}: {}", field.label, text::tidied(words)));
        }
    }
    if (read.wholePlan && kind == RecordKind::mechanism) {
        put(plan::fieldFor<&plan::Mechanism::wholePlan>(), Value{true});
    } else {
        join(field, linksTo(read.areas));
    }
}

void FieldWriter::readVocabularyList(const FieldInfo& field, std::string_view words) {
    const auto target = field.linkFields.front().target;
    const auto read = readVocabulary(context, target, words);
    join(field, linksTo({read.ids.begin(), read.ids.end()}));
    for (const auto& unknown : read.unknown) {
        context.notice(sheet.columnOf(field.key), true,
                       fmt::format("“{}” is no {} of the plan.", unknown, plan::recordInfo(target).singular));
        notes.push_back(fmt::format("{}: {}", field.label, unknown));
    }
}

void FieldWriter::readAttendanceList(const FieldInfo& field, std::string_view words) {
    const auto read = readAttendance(context, words);
    plan::Mechanism made;
    made.attending = read.attending;
    if (auto value = plan::fieldFor<&plan::Mechanism::attending>().get(&made); plan::isRecorded(value)) {
        join(field, std::get<plan::Links>(std::move(value)));
    }
    if (kind == RecordKind::mechanism) {
        join(plan::fieldFor<&plan::Mechanism::audiences>(),
             linksTo({read.audiences.begin(), read.audiences.end()}));
    }
    if (read.general) {
        notes.push_back(fmt::format("Membership: {}", text::tidied(words)));
    }
}

void FieldWriter::readList(const FieldInfo& field, std::string_view words) {
    const auto& key = field.linkFields.front();
    if (key.kind == FieldKind::text) {
        plan::Links links;
        for (auto& entry : text::splitList(words)) {
            links.push_back({{Value{std::move(entry)}}});
        }
        join(field, std::move(links));
        return;
    }
    if (key.kind == FieldKind::choice) { // spending by line; a bare amount is of no stated kind
        const auto money = text::readMoney(words);
        if (money && *money) {
            join(field, {{{Value{std::string("other")}, Value{(*money)->pence}, Value{}}}});
        } else if (!money) {
            lost(field, words, money.error().text());
        }
        return;
    }
    switch (key.target) {
    case RecordKind::area:
        readPlaces(field, words);
        return;
    case RecordKind::theme:
    case RecordKind::audience:
        readVocabularyList(field, words);
        return;
    case RecordKind::organisation:
        readAttendanceList(field, words);
        return;
    default: {
        std::set<Id> found;
        for (const auto& entry : text::splitList(words)) {
            if (const auto known = context.work.named(key.target, entry)) {
                found.insert(*known);
            } else {
                lost(
                    field, entry,
                    fmt::format("There is no {} called “{}”.", plan::recordInfo(key.target).singular, entry));
            }
        }
        join(field, linksTo(found));
        return;
    }
    }
}

std::vector<Value> FieldWriter::keysOf(const FieldInfo& field, const WrittenItem& item) {
    const auto& key = field.linkFields.front();
    if (key.kind == FieldKind::choice) {
        const auto choice = text::readChoice(key.choices, item.name);
        return choice ? std::vector<Value>{Value{*choice}} : std::vector<Value>{};
    }
    if (key.kind != FieldKind::reference) {
        return item.name.empty() ? std::vector<Value>{} : std::vector<Value>{Value{item.name}};
    }
    if (const auto known = resolved(key.target, {item.name, item.id})) {
        return {Value{*known}};
    }
    if (key.target == RecordKind::organisation) {
        const auto named = readOrganisation(context, item.name);
        return named == 0 ? std::vector<Value>{} : std::vector<Value>{Value{named}};
    }
    std::vector<Value> keys;
    if (key.target == RecordKind::area) {
        for (const auto area : readAreas(field, item.name).areas) {
            keys.emplace_back(area);
        }
    }
    return keys;
}

Value FieldWriter::readAttribute(const FieldInfo& cell, std::string_view words) const {
    if (cell.kind == FieldKind::reference) {
        if (const auto known = resolved(cell.target, exchange::readReference(words))) {
            return Value{*known};
        }
        const auto named = cell.target == RecordKind::organisation ? readOrganisation(context, words) : Id{0};
        return named == 0 ? Value{} : Value{named};
    }
    const auto value = text::readValue(context.work.plan, cell, words);
    return value ? *value : Value{};
}

void FieldWriter::readItem(const FieldInfo& field, const WrittenItem& item) {
    plan::Link link{{Value{}}};
    std::string unread;
    for (const auto& cell : field.linkFields.subspan(1)) {
        const auto said =
            std::ranges::find(item.attributes, &cell, [](const auto& one) { return one.first; });
        link.cells.push_back(said == item.attributes.end() ? Value{} : readAttribute(cell, said->second));
        if (said != item.attributes.end() && !plan::isRecorded(link.cells.back())) {
            unread += fmt::format("{}{}={}", unread.empty() ? "" : ", ", cell.key, said->second);
        }
    }
    const auto keys = keysOf(field, item);
    for (const auto& key : keys) {
        link.cells.front() = key;
        join(field, {link});
    }
    const auto& key = field.linkFields.front();
    if (!unread.empty()) {
        lost(field, item.asRead, fmt::format("“{}” could not be read.", unread));
    } else if (keys.empty() && (key.kind != FieldKind::reference || key.target != RecordKind::area)) {
        const auto what = key.kind == FieldKind::reference ? plan::recordInfo(key.target).singular
                                                           : std::string_view(key.label);
        lost(field, item.asRead,
             fmt::format("“{}” is no {} that is known here.", item.name, text::folded(what)));
    }
}

} // namespace wardmote::exchange
