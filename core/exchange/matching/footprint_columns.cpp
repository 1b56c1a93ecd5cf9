#include "core/exchange/matching/footprint_columns.h"

#include "core/exchange/matching/column_matching.h"
#include "core/plan/wording.h"
#include "core/text/words.h"

#include <algorithm>
#include <array>
#include <unordered_set>

namespace wardmote::exchange {
namespace {

/// What a heading says: of which geography, and whether its code or its name.
struct Heading {
    std::string geography; ///< "ward", "parish"; "" where it says none
    bool code = false;
    bool share = false;
    bool known = false; ///< it says anything at all
};

bool has(const std::vector<std::string>& words, std::initializer_list<std::string_view> wanted) {
    return std::ranges::any_of(
        words, [&](const std::string& word) { return std::ranges::find(wanted, word) != wanted.end(); });
}

std::string geographyOf(const std::vector<std::string>& words) {
    static constexpr std::array<std::string_view, 16> names{
        "footprint", "ward",    "division",   "beat",   "pcn",  "network",  "ground", "catchment",
        "polling",   "cluster", "catchments", "parish", "area", "parishes", "place",  "unit"};
    for (const auto name : names) {
        if (std::ranges::find(words, name) != words.end()) {
            return std::string(name);
        }
    }
    return {};
}

/// Areas of the plan are called so; everything else that is named is another body's.
bool meansArea(std::string_view geography) {
    return geography == "area" || geography == "parish" || geography == "parishes" || geography == "place" ||
           geography == "unit" || geography == "PAR" || geography == "PARNCP" || geography == "NCP";
}

Heading read(const std::string& text) {
    Heading heading;
    if (const auto ons = readOnsHeading(text)) {
        if (ons->welsh || ons->geography == "LAD" || ons->geography == "UTLA") {
            return heading;
        }
        return {ons->geography == "WD"    ? "ward"
                : ons->geography == "CED" ? "division"
                                          : ons->geography,
                ons->code, false, true};
    }
    auto plain = normalisedHeading(text);
    std::ranges::replace(plain, '-', ' ');
    const auto words = text::wordsOf(plain);
    heading.share = has(words, {"share", "proportion", "percent", "percentage", "weight", "overlap"});
    heading.geography = geographyOf(words);
    heading.code = has(words, {"code", "gss", "ons", "cd", "ref", "reference", "id"});
    heading.known =
        heading.share || !heading.geography.empty() || has(words, {"code", "gss", "name", "nm", "title"});
    // "ward population", "area ha": figures of a place, not the place.
    static constexpr std::array<std::string_view, 10> figures{
        "population", "residents", "people", "ha", "hectares", "count", "kind", "type", "year", "electorate"};
    if (!heading.share && std::ranges::any_of(words, [](const std::string& word) {
            return std::ranges::find(figures, word) != figures.end();
        })) {
        return {};
    }
    return heading;
}

/// Gives columns their uses, each use once.
class Uses {
public:
    explicit Uses(std::vector<ColumnMatching>& columns) : columns_(columns) {}
    bool give(std::size_t column, std::string_view use) {
        const bool taken =
            std::ranges::any_of(columns_, [&](const ColumnMatching& other) { return other.use == use; });
        if (taken || !columns_[column].use.empty()) {
            return false;
        }
        columns_[column].use = use;
        columns_[column].by = MatchedBy::alias;
        return true;
    }
    bool has(std::string_view use) const {
        return std::ranges::any_of(columns_, [&](const ColumnMatching& other) { return other.use == use; });
    }

private:
    std::vector<ColumnMatching>& columns_;
};

void matchBoundaries(const std::vector<Heading>& headings, Uses& uses) {
    // A bare "code" or "name" first, then those of a geography.
    for (const bool bare : {true, false}) {
        for (std::size_t c = 0; c < headings.size(); ++c) {
            const auto& heading = headings[c];
            if (heading.known && !heading.share && heading.geography.empty() == bare) {
                uses.give(c, heading.code ? column_uses::footprintCode : column_uses::footprintName);
            }
        }
    }
}

/// The geography that stands for areas where no column is called so: the first of several.
std::string standingForAreas(const std::vector<Heading>& headings) {
    std::vector<std::string> found;
    for (const auto& heading : headings) {
        if (!heading.known || heading.share) {
            continue;
        }
        if (heading.geography.empty() || meansArea(heading.geography)) {
            return {};
        }
        if (std::ranges::find(found, heading.geography) == found.end()) {
            found.push_back(heading.geography);
        }
    }
    return found.size() > 1 && found.front() != "footprint" ? found.front() : std::string{};
}

void matchTable(const std::vector<Heading>& headings, Uses& uses) {
    namespace to = column_uses;
    const auto areas = standingForAreas(headings);
    for (std::size_t c = 0; c < headings.size(); ++c) {
        const auto& heading = headings[c];
        if (heading.share) {
            uses.give(c, to::share);
        } else if (heading.known) {
            const bool area =
                heading.geography.empty() || meansArea(heading.geography) || heading.geography == areas;
            uses.give(c, area ? (heading.code ? to::areaCode : to::areaName)
                              : (heading.code ? to::footprintCode : to::footprintName));
        }
    }
}

} // namespace

std::vector<ColumnMatching> matchFootprintColumns(std::span<const std::string> headings, bool hasPlaces) {
    std::vector<ColumnMatching> columns(headings.size());
    std::vector<Heading> read;
    for (std::size_t c = 0; c < headings.size(); ++c) {
        columns[c].heading = headings[c];
        read.push_back(exchange::read(headings[c]));
    }
    Uses uses(columns);
    hasPlaces ? matchBoundaries(read, uses) : matchTable(read, uses);
    return columns;
}

std::optional<plan::FootprintKind> footprintKindIn(std::string_view text) {
    using Kind = plan::FootprintKind;
    const auto ons = readOnsHeading(text);
    if (ons && (ons->geography == "WD" || ons->geography == "CED")) {
        return ons->geography == "WD" ? Kind::wards : Kind::divisions;
    }
    auto plain = std::string(text);
    std::ranges::replace(plain, '_', ' ');
    const auto words = text::wordsOf(plain);
    if (has(words, {"ward", "wards"})) {
        return Kind::wards;
    }
    if (has(words, {"division", "divisions"})) {
        return Kind::divisions;
    }
    if (has(words, {"beat", "beats", "police"})) {
        return Kind::policeBeats;
    }
    if (has(words, {"pcn", "pcns", "care"})) {
        return Kind::primaryCareNetworks;
    }
    if (has(words, {"fire"})) {
        return Kind::fireStations;
    }
    if (has(words, {"school", "schools", "catchment", "catchments"})) {
        return Kind::schoolCatchments;
    }
    return has(words, {"forum", "forums", "partnership", "partnerships"}) ? std::optional(Kind::partnerships)
                                                                          : std::nullopt;
}

void describeFootprints(SheetSetup& sheet, const std::vector<std::string>& headings) {
    if (sheet.form != ImportForm::footprints) {
        return;
    }
    const auto add = [&](std::string_view use, std::string words) {
        const bool there = std::ranges::any_of(
            sheet.constants, [&](const ImportConstant& constant) { return constant.use == use; });
        if (!there && !words.empty()) {
            sheet.constants.push_back({ColumnUse(use), std::move(words)});
        }
    };
    auto kind = footprintKindIn(sheet.source);
    for (std::size_t c = 0; c < headings.size(); ++c) {
        const auto& use = sheet.columns[c].use;
        const bool named = use == column_uses::footprintCode || use == column_uses::footprintName;
        if (const auto ons = named ? readOnsHeading(headings[c]) : std::nullopt; ons && ons->year > 0) {
            add(column_uses::codeVintage, std::to_string(ons->year));
        }
        kind = kind || !named ? kind : footprintKindIn(headings[c]);
    }
    if (kind) {
        add(column_uses::footprintKind, plan::labelOf(*kind));
    }
}

void leaveOutOwnLayers(std::vector<SheetSetup>& sheets, std::span<const Table> tables,
                       const plan::Plan& plan) {
    std::unordered_set<std::string> codes;
    for (const auto& area : plan.all<plan::Area>()) {
        codes.insert(area.code);
    }
    for (auto& sheet : sheets) {
        const auto column =
            std::ranges::find(sheet.columns, ColumnUse(column_uses::footprintCode), &ColumnMatching::use);
        if (sheets.size() < 2 || sheet.form != ImportForm::footprints || column == sheet.columns.end()) {
            continue;
        }
        std::size_t known = 0;
        for (auto row = sheet.firstRow; row < sheet.endRow; ++row) {
            const auto at = static_cast<std::size_t>(column - sheet.columns.begin());
            known += codes.contains(text::tidied(tables[sheet.table].text(row, at))) ? 1 : 0;
        }
        if (2 * known > sheet.endRow - sheet.firstRow) {
            sheet.form = ImportForm::skip;
            sheet.warnings.push_back(
                {sheet.name, 0, 0, "Left out, since it holds the plan's own areas, not footprints."});
        }
    }
}

} // namespace wardmote::exchange
