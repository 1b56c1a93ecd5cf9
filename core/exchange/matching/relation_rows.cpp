#include "core/exchange/matching/other_rows.h"

#include "core/text/words.h"

#include <algorithm>
#include <fmt/format.h>

namespace wardmote::exchange {
namespace {

using plan::Id;
using plan::RecordKind;

bool speaksOfSubGroup(std::string_view words) {
    const auto plain = text::folded(words);
    return std::ranges::any_of(std::initializer_list<std::string_view>{"sub-group", "sub group", "subgroup",
                                                                       "working group", "task group",
                                                                       "sub-committee", "setting group"},
                               [&](std::string_view part) { return plain.find(part) != std::string::npos; });
}

std::optional<Id> mechanismOf(const SheetReader& sheet, std::size_t row, RowIdentities& identities,
                              ImportWork& work, std::string_view idUse, std::string_view nameUse) {
    const auto ownId = text::tidied(sheet.words(row, idUse));
    if (!ownId.empty()) {
        if (const auto found = identities.byOwnId(RecordKind::mechanism, ownId)) {
            return found;
        }
    }
    return work.named(RecordKind::mechanism, sheet.words(row, nameUse));
}

} // namespace

void writeRelationRow(const SheetReader& sheet, std::size_t tableRow, const RowContext& context,
                      RowIdentities& identities) {
    auto& work = context.work;
    auto& row = context.proposed();
    const auto refuse = [&](std::string why) {
        row.outcome = RowOutcome::refused;
        row.reason = std::move(why);
    };
    const auto from =
        mechanismOf(sheet, tableRow, identities, work, column_uses::fromId, column_uses::fromName);
    const auto to = mechanismOf(sheet, tableRow, identities, work, column_uses::toId, column_uses::toName);
    const auto fromName = text::tidied(sheet.words(tableRow, column_uses::fromName));
    const auto toName = text::tidied(sheet.words(tableRow, column_uses::toName));
    row.name = fmt::format("{} – {}", fromName, toName);
    if (!from || !to || *from == *to) {
        refuse(fmt::format("There is no mechanism “{}” in the plan.", from ? toName : fromName));
        return;
    }
    const auto relation = text::folded(sheet.words(tableRow, column_uses::relation));
    const auto reason = sheet.words(tableRow, column_uses::reason);
    const auto takes = [&](Id id) -> plan::Mechanism& {
        auto& draft = work.draft(RecordKind::mechanism, id);
        if (!draft.fromRow) {
            draft.fromRow = true;
            draft.row = context.row;
        }
        row.id = id;
        return *static_cast<plan::Mechanism*>(draft.record.get());
    };
    // Why stays readable beside the record, whatever of it is a field; the row may come again.
    const auto noteWhy = [&](Id id, const std::string& other) {
        const auto why = text::tidied(reason);
        if (!why.empty()) {
            addNote(work.edit<plan::Mechanism>(id).notes,
                    fmt::format("{}, {}: {}", text::tidied(sheet.words(tableRow, column_uses::relation)),
                                other, why));
        }
    };
    if (relation.starts_with("succeeded") || relation.starts_with("replaced") ||
        relation.starts_with("superseded")) {
        auto& replaced = takes(*from).replacedBy;
        const auto extent =
            relation.find("part") != std::string::npos ? plan::Extent::inPart : plan::Extent::wholly;
        if (std::ranges::none_of(replaced,
                                 [&](const plan::Replacement& other) { return other.mechanism.id == *to; })) {
            replaced.push_back({plan::Ref<plan::Mechanism>{*to}, extent});
            std::ranges::sort(replaced, {}, [](const plan::Replacement& link) { return link.mechanism.id; });
        }
        noteWhy(*from, toName);
        return;
    }
    if (relation == "reports to" || relation == "sub-group of") {
        takes(*from).reportsTo.id = *to;
        noteWhy(*from, toName);
        return;
    }
    if (relation == "nested" && (speaksOfSubGroup(reason) || speaksOfSubGroup(toName))) {
        auto& sub = takes(*to);
        if (!sub.reportsTo) {
            sub.reportsTo.id = *from;
        }
        noteWhy(*to, fromName);
        return;
    }
    takes(*from);
    noteWhy(*from, toName);
    noteWhy(*to, fromName);
    row.reason = fmt::format("A mechanism has no field for “{}”{}.",
                             text::tidied(sheet.words(tableRow, column_uses::relation)),
                             text::tidied(reason).empty() ? "" : "; why is kept in the notes of both");
}

} // namespace wardmote::exchange
