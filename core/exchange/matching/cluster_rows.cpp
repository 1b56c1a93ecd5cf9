#include "core/exchange/matching/other_rows.h"

#include "core/text/words.h"

#include <algorithm>
#include <fmt/format.h>

namespace wardmote::exchange {
namespace {

using plan::Id;
using plan::RecordKind;

Id arrangementOf(const RowContext& context, const std::string& name) {
    auto& work = context.work;
    if (const auto found = work.named(RecordKind::arrangement, name)) {
        return *found;
    }
    const auto id = work.idFor("arrangement/" + text::folded(name));
    auto& draft = work.add(RecordKind::arrangement, id);
    static_cast<plan::Arrangement*>(draft.record.get())->name = name;
    work.index(RecordKind::arrangement).add({name}, id);
    work.alsoCreated(RecordKind::arrangement, id, name);
    return id;
}

Id clusterOf(const RowContext& context, const std::string& name, Id arrangement) {
    auto& work = context.work;
    for (const auto id : work.index(RecordKind::cluster).find(name)) {
        if (work.find<plan::Cluster>(id)->arrangement.id == arrangement) {
            return id;
        }
    }
    const auto id = work.idFor(fmt::format("cluster/{}/{}", arrangement, text::folded(name)));
    auto& draft = work.add(RecordKind::cluster, id);
    auto& cluster = *static_cast<plan::Cluster*>(draft.record.get());
    cluster.name = name;
    cluster.arrangement.id = arrangement;
    work.index(RecordKind::cluster).add({name}, id);
    return id;
}

/// True where another cluster of the arrangement has the area as its main one.
bool hasMain(ImportWork& work, Id arrangement, Id cluster, Id area) {
    const auto holds = [&](const plan::Cluster& other) {
        return other.id != cluster && other.arrangement.id == arrangement &&
               std::ranges::any_of(other.areas, [&](const plan::ClusterArea& link) {
                   return link.area.id == area && link.main;
               });
    };
    std::set<Id> ids;
    for (const auto& other : work.plan.all<plan::Cluster>()) {
        ids.insert(other.id);
    }
    for (const auto& row : work.proposal.rows) {
        if (row.kind == RecordKind::cluster && row.id != 0) {
            ids.insert(row.id);
        }
    }
    return std::ranges::any_of(ids, [&](Id id) {
        const auto* other = work.find<plan::Cluster>(id);
        return other && holds(*other);
    });
}

} // namespace

void writeClusterRow(const SheetReader& sheet, std::size_t tableRow, const RowContext& context,
                     PlaceReader& places) {
    auto& row = context.proposed();
    auto& work = context.work;
    row.kind = RecordKind::cluster;
    const auto refuse = [&](std::string why) {
        row.outcome = RowOutcome::refused;
        row.reason = std::move(why);
    };
    row.name = text::tidied(sheet.words(tableRow, column_uses::cluster));
    if (text::meansNothing(row.name)) {
        refuse("It names no cluster.");
        return;
    }
    const auto code = text::tidied(sheet.words(tableRow, column_uses::areaCode));
    const auto name = text::tidied(sheet.words(tableRow, column_uses::areaName));
    auto read = places.readCodes(code, false);
    if (read.areas.empty()) {
        read = places.read(name, false);
    }
    if (read.areas.empty()) {
        refuse(code.empty() ? fmt::format("There is no area called “{}”.", name)
                            : fmt::format("There is no area with the code {} or the name “{}”.", code, name));
        return;
    }
    auto scheme = text::tidied(sheet.words(tableRow, column_uses::arrangement));
    if (text::meansNothing(scheme)) {
        scheme = sheet.setup.source;
    }
    const auto arrangement = arrangementOf(context, scheme);
    row.id = clusterOf(context, row.name, arrangement);
    auto& draft = work.draft(RecordKind::cluster, row.id);
    if (!draft.fromRow) {
        draft.fromRow = true;
        draft.row = context.row;
    } else {
        row.reason = fmt::format("Gathered with row {}.", work.proposal.rows[draft.row].number);
    }
    auto& areas = static_cast<plan::Cluster*>(draft.record.get())->areas;
    for (const auto area : read.areas) {
        if (std::ranges::none_of(areas,
                                 [&](const plan::ClusterArea& link) { return link.area.id == area; })) {
            areas.push_back({plan::Ref<plan::Area>{area}, !hasMain(work, arrangement, row.id, area)});
        }
    }
    std::ranges::sort(areas, {}, [](const plan::ClusterArea& link) { return link.area.id; });
}

} // namespace wardmote::exchange
