#include "core/exchange/matching/footprint_rows.h"

#include "core/geography/land_shares.h"
#include "core/geography/measures.h"
#include "core/geography/mend.h"
#include "core/geography/outline.h"
#include "core/geography/schematic.h"
#include "core/plan/wording.h"
#include "core/text/quantities.h"
#include "core/text/words.h"

#include <algorithm>
#include <cmath>
#include <fmt/format.h>

namespace wardmote::exchange {
namespace {

using plan::Id;
using plan::RecordKind;

void refuse(const RowContext& context, std::string why) {
    context.proposed().outcome = RowOutcome::refused;
    context.proposed().reason = std::move(why);
}

/// Stands for a footprint that can't be told from others of its name.
constexpr Id several = -1;

/// "0.25", "25%", "25": of one, or of a hundred where the words or the size say so. Nothing where the words
/// are no share.
std::optional<double> shareIn(std::string_view words) {
    const auto read = text::readNumber(words);
    if (!read || !*read) {
        return std::nullopt;
    }
    const double value = (*read)->value;
    const bool percent = words.find('%') != std::string_view::npos || value > 1.005;
    const double share = percent ? value / 100 : value;
    return share >= 0 && share <= 1.005 ? std::optional(std::min(1.0, share)) : std::nullopt;
}

/// Whole areas need no share; others are kept to a hundredth of a per cent.
std::optional<double> kept(double share) {
    const double rounded = std::round(share * 10'000) / 10'000;
    return rounded >= 1 ? std::nullopt : std::optional(rounded);
}

} // namespace

void FootprintRows::know(Id set, const plan::Footprint& footprint) {
    if (!footprint.code.empty()) {
        byCode_.emplace(std::pair(set, text::folded(footprint.code)), footprint.id);
    }
    if (!footprint.name.empty()) {
        byName_[{set, text::folded(footprint.name)}].push_back(footprint.id);
    }
}

/// By its code; by its name where either has no code, for many places share a name.
Id FootprintRows::known(Id set, const std::string& code, const std::string& name) {
    if (!indexed_) {
        indexed_ = true;
        for (const auto& footprint : work_.plan.all<plan::Footprint>()) {
            know(footprint.set.id, footprint);
        }
    }
    const auto coded = byCode_.find({set, text::folded(code)});
    if (!code.empty() && coded != byCode_.end()) {
        return coded->second;
    }
    const auto named = byName_.find({set, text::folded(name)});
    if (name.empty() || named == byName_.end()) {
        return 0;
    }
    if (code.empty()) {
        return named->second.size() == 1 ? named->second.front() : several;
    }
    for (const auto id : named->second) {
        if (work_.find<plan::Footprint>(id)->code.empty()) {
            work_.edit<plan::Footprint>(id).code = code;
            byCode_.emplace(std::pair(set, text::folded(code)), id);
            return id;
        }
    }
    return 0;
}

Id FootprintRows::setOf(const SheetReader& sheet, std::size_t tableRow) {
    auto name = text::tidied(sheet.words(tableRow, column_uses::footprintSet));
    if (text::meansNothing(name)) {
        name = sheet.setup.source;
    }
    if (const auto found = work_.named(RecordKind::footprintSet, name)) {
        return *found;
    }
    const auto id = work_.idFor("footprint_set/" + text::folded(name));
    auto& set = *static_cast<plan::FootprintSet*>(work_.add(RecordKind::footprintSet, id).record.get());
    set.name = name;
    set.codeVintage = text::tidied(sheet.words(tableRow, column_uses::codeVintage));
    set.source = sheet.setup.source;
    const auto kind = sheet.words(tableRow, column_uses::footprintKind);
    const auto& choices = plan::choicesOf<plan::FootprintKind>;
    for (std::size_t c = 0; c < choices.size(); ++c) {
        const auto words = text::folded(kind);
        if (words == text::folded(choices[c].label) || words == text::folded(choices[c].key)) {
            set.kind = static_cast<plan::FootprintKind>(c);
        }
    }
    work_.index(RecordKind::footprintSet).add({name}, id);
    work_.alsoCreated(RecordKind::footprintSet, id, name);
    return id;
}

Id FootprintRows::footprintOf(Id set, const std::string& code, const std::string& name) {
    if (const auto found = known(set, code, name); found != 0) {
        return found;
    }
    const auto key = text::folded(code.empty() ? name : code);
    const auto id = work_.idFor(fmt::format("footprint/{}/{}", set, key));
    auto& footprint = *static_cast<plan::Footprint*>(work_.add(RecordKind::footprint, id).record.get());
    footprint.name = name.empty() ? code : name;
    footprint.code = code;
    footprint.set = {set};
    know(set, footprint);
    return id;
}

void FootprintRows::write(const SheetReader& sheet, std::size_t tableRow, const RowContext& context) {
    auto& row = context.proposed();
    row.kind = RecordKind::footprint;
    auto code = text::tidied(sheet.words(tableRow, column_uses::footprintCode));
    auto name = text::tidied(sheet.words(tableRow, column_uses::footprintName));
    code = text::meansNothing(code) ? std::string{} : code;
    name = text::meansNothing(name) ? std::string{} : name;
    row.name = name.empty() ? code : name;
    if (row.name.empty()) {
        return refuse(context, "It names no footprint.");
    }
    const auto boundary = sheet.table.place(tableRow).shape;
    std::optional<geography::Mended> mended;
    if (sheet.table.hasPlaces()) {
        if (!boundary) {
            return refuse(context, "It has no boundary, so that the areas it takes in can't be found.");
        }
        auto made = geography::mended(*boundary);
        if (!made) {
            return refuse(context, "The boundary can't be used: " + made.error().message);
        }
        if (!made->note.empty()) {
            context.notice(0, false, fmt::format("The boundary {} and was mended.", made->note));
        }
        mended = std::move(*made);
    } else if (!sheet.has(column_uses::areaCode) && !sheet.has(column_uses::areaName)) {
        return refuse(context, "No column says which area the footprint takes in.");
    }
    const auto id = footprintOf(setOf(sheet, tableRow), code, name);
    if (id == several) {
        return refuse(context,
                      fmt::format("Several footprints are called “{}”: give the code as well.", name));
    }
    row.id = id;
    auto& draft = work_.draft(RecordKind::footprint, row.id);
    if (!draft.fromRow) {
        draft.fromRow = true;
        draft.row = context.row;
    } else {
        row.reason = fmt::format("Gathered with row {}.", work_.proposal.rows[draft.row].number);
    }
    mended ? takeBoundary(std::move(mended->shape), context) : takeArea(sheet, tableRow, context);
}

void FootprintRows::takeArea(const SheetReader& sheet, std::size_t tableRow, const RowContext& context) {
    const auto code = text::tidied(sheet.words(tableRow, column_uses::areaCode));
    const auto name = text::tidied(sheet.words(tableRow, column_uses::areaName));
    auto read = places_.readCodes(code, false);
    if (read.areas.empty() && !name.empty()) {
        read = places_.read(name, false);
    }
    if (read.areas.empty()) {
        return context.notice(
            0, true,
            code.empty() ? fmt::format("There is no area called “{}”.", name)
                         : fmt::format("There is no area with the code {} or the name “{}”.", code, name));
    }
    std::optional<double> share = 1;
    const auto words = sheet.words(tableRow, column_uses::share);
    if (!text::meansNothing(words)) {
        share = shareIn(words);
        if (!share) {
            context.notice(
                sheet.columnOf(column_uses::share), true,
                fmt::format("“{}” is no share between 0 and 1 or 0% and 100%.", text::tidied(words)));
            return;
        }
    }
    if (*share == 0) {
        return;
    }
    auto& areas = work_.edit<plan::Footprint>(context.proposed().id).areas;
    for (const auto area : read.areas) {
        const auto there = std::ranges::find_if(
            areas, [&](const plan::FootprintArea& held) { return held.area.id == area; });
        if (there != areas.end()) {
            there->share = kept(*share);
        } else {
            areas.push_back({{area}, kept(*share)});
        }
    }
    std::ranges::sort(areas, {}, [](const plan::FootprintArea& held) { return held.area.id; });
}

void FootprintRows::takeBoundary(plan::Shape boundary, const RowContext& context) {
    auto& drawn = drawn_[context.proposed().id];
    drawn.row = drawn.parts.empty() ? context.row : drawn.row;
    drawn.parts.push_back(std::make_shared<const plan::Shape>(std::move(boundary)));
}

void FootprintRows::giveAreas(Id id, const Drawn& drawn, const std::vector<std::pair<Id, double>>& in) {
    const RowContext context{work_, drawn.row, {}};
    auto& footprint = work_.edit<plan::Footprint>(id);
    std::vector<std::string> partly;
    double covered = 0;
    std::vector<plan::FootprintArea> areas;
    for (const auto& [area, share] : in) {
        areas.push_back({{area}, kept(share)});
        const auto* record = work_.find<plan::Area>(area);
        covered += record->boundary ? share * geography::areaOf(*record->boundary) : 0;
        if (share < 1) {
            partly.push_back(fmt::format("{} ({:.0f}%)", record->name, 100 * share));
        }
    }
    footprint.areas = std::move(areas);
    if (in.empty()) {
        context.notice(0, false, "No area of the plan lies in it.");
        return;
    }
    if (!partly.empty()) {
        std::string list;
        for (const auto& each : partly) {
            list += (list.empty() ? "" : ", ") + each;
        }
        context.notice(0, false, fmt::format("Takes in parts of areas, by their land: {}.", list));
    }
    const double land = geography::areaOf(*footprint.boundary);
    if (covered > 0 && covered < 0.95 * land) {
        context.notice(
            0, false,
            fmt::format("{:.0f}% of its land lies in no area of the plan.", 100 * (1 - covered / land)));
    }
}

bool FootprintRows::finish(const Progress& progress) {
    if (drawn_.empty()) {
        return true;
    }
    std::vector<plan::ShapeRef> regions;
    for (const auto& [id, drawn] : drawn_) {
        auto region = drawn.parts.front();
        if (drawn.parts.size() > 1) {
            if (auto one = geography::dissolved(drawn.parts, {}, progress)) {
                region = std::make_shared<const plan::Shape>(std::move(*one));
            }
        }
        auto& footprint = work_.edit<plan::Footprint>(id);
        footprint.boundary = footprint.boundary == region ? footprint.boundary : region;
        regions.push_back(region);
    }
    const auto places = geography::placesOf(work_.plan);
    const auto found = geography::landShares(regions, places, {}, progress);
    if (!found) {
        return false;
    }
    std::size_t at = 0;
    for (const auto& [id, drawn] : drawn_) {
        std::vector<std::pair<Id, double>> in;
        for (const auto& share : (*found)[at++]) {
            in.emplace_back(share.place, share.share);
        }
        giveAreas(id, drawn, in);
    }
    return true;
}

} // namespace wardmote::exchange
