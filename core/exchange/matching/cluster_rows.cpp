#include "core/exchange/matching/other_rows.h"

#include "core/text/words.h"

#include <algorithm>
#include <fmt/format.h>

namespace wardmote::exchange {

using plan::Id;
using plan::RecordKind;

namespace {

/// "area_forums_2024" as a person would write it: "Area forums 2024".
std::string nameFromFile(std::string source) {
    std::ranges::replace(source, '_', ' ');
    source = text::tidied(source);
    if (!source.empty() && source.front() >= 'a' && source.front() <= 'z') {
        source.front() = static_cast<char>(source.front() - 'a' + 'A');
    }
    return source;
}

} // namespace

Id ClusterRows::arrangementOf(const std::string& name) {
    if (const auto found = work_.named(RecordKind::arrangement, name)) {
        return *found;
    }
    const auto id = work_.idFor("arrangement/" + text::folded(name));
    auto& draft = work_.add(RecordKind::arrangement, id);
    static_cast<plan::Arrangement*>(draft.record.get())->name = name;
    work_.index(RecordKind::arrangement).add({name}, id);
    work_.alsoCreated(RecordKind::arrangement, id, name);
    // A plan's first arrangement is in force at once, as when it is drawn by hand.
    const auto& settings = work_.plan.all<plan::Settings>();
    if (work_.plan.all<plan::Arrangement>().empty() && !settings.empty()) {
        auto& inForce = work_.edit<plan::Settings>(settings[0].id).arrangementInForce;
        inForce = inForce ? inForce : plan::Ref<plan::Arrangement>{id};
    }
    return id;
}

Id ClusterRows::clusterOf(const std::string& name, Id arrangement) {
    for (const auto id : work_.index(RecordKind::cluster).find(name)) {
        if (work_.find<plan::Cluster>(id)->arrangement.id == arrangement) {
            return id;
        }
    }
    const auto id = work_.idFor(fmt::format("cluster/{}/{}", arrangement, text::folded(name)));
    auto& draft = work_.add(RecordKind::cluster, id);
    auto& cluster = *static_cast<plan::Cluster*>(draft.record.get());
    cluster.name = name;
    cluster.arrangement.id = arrangement;
    work_.index(RecordKind::cluster).add({name}, id);
    return id;
}

bool ClusterRows::takesMain(Id arrangement, Id area) {
    if (!known_) {
        known_ = true;
        for (const auto& planned : work_.plan.all<plan::Cluster>()) {
            const auto* cluster = work_.find<plan::Cluster>(planned.id);
            for (const auto& link : cluster->areas) {
                if (link.main) {
                    mains_.emplace(cluster->arrangement.id, link.area.id);
                }
            }
        }
    }
    return mains_.emplace(arrangement, area).second;
}

void ClusterRows::write(const SheetReader& sheet, std::size_t tableRow, const RowContext& context) {
    auto& row = context.proposed();
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
    auto read = places_.readCodes(code, false);
    if (read.areas.empty()) {
        read = places_.read(name, false);
    }
    if (read.areas.empty()) {
        refuse(code.empty() ? fmt::format("There is no area called “{}”.", name)
                            : fmt::format("There is no area with the code {} or the name “{}”.", code, name));
        return;
    }
    auto scheme = text::tidied(sheet.words(tableRow, column_uses::arrangement));
    if (text::meansNothing(scheme)) {
        scheme = nameFromFile(sheet.setup.source);
    }
    const auto arrangement = arrangementOf(scheme);
    row.id = clusterOf(row.name, arrangement);
    auto& draft = work_.draft(RecordKind::cluster, row.id);
    if (!draft.fromRow) {
        draft.fromRow = true;
        draft.row = context.row;
    } else {
        row.reason = fmt::format("Gathered with row {}.", work_.proposal.rows[draft.row].number);
    }
    auto& areas = static_cast<plan::Cluster*>(draft.record.get())->areas;
    for (const auto area : read.areas) {
        if (std::ranges::none_of(areas,
                                 [&](const plan::ClusterArea& link) { return link.area.id == area; })) {
            areas.push_back({plan::Ref<plan::Area>{area}, takesMain(arrangement, area)});
        }
    }
    std::ranges::sort(areas, {}, [](const plan::ClusterArea& link) { return link.area.id; });
}

} // namespace wardmote::exchange
