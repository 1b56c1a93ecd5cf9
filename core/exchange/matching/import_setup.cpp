#include "core/exchange/matching/import_setup.h"

#include "core/exchange/matching/column_matching.h"
#include "core/exchange/matching/footprint_columns.h"
#include "core/exchange/matching/remembered_matching.h"
#include "core/exchange/matching/sheet_layout.h"
#include "core/text/names.h"
#include "core/text/words.h"

#include <algorithm>
#include <array>
#include <fmt/format.h>
#include <unordered_set>

namespace wardmote::exchange {
namespace {

using plan::RecordKind;

std::vector<std::string> headingsOf(const SheetSetup& sheet, const Table& table) {
    std::vector<std::string> headings(table.columnCount());
    for (std::size_t c = 0; c < headings.size(); ++c) {
        headings[c] = sheet.headerRow ? text::tidied(table.text(*sheet.headerRow, c)) : std::string{};
    }
    return headings;
}

/// Fills in what a person wants to see of each column, and names those without a heading.
void describeColumns(SheetSetup& sheet, const Table& table) {
    for (std::size_t c = 0; c < sheet.columns.size(); ++c) {
        auto& column = sheet.columns[c];
        column.example.clear();
        for (auto row = sheet.firstRow; row < sheet.endRow && column.example.empty(); ++row) {
            column.example = text::tidied(table.text(row, c).substr(0, 200));
        }
        column.blank = column.example.empty();
        if (column.heading.empty()) {
            column.heading = fmt::format("Column {}", columnLetter(c));
        }
    }
}

double scoreOf(std::span<const std::string> headings, ImportForm form, RecordKind kind) {
    double score = 0;
    std::unordered_set<std::string> uses;
    for (const auto& heading : headings) {
        const auto match = matchHeading(heading, form, kind);
        if (match.weight > 0 && uses.insert(match.use).second) {
            score += match.weight;
        }
    }
    return score;
}

bool hasHeading(std::span<const std::string> headings, std::initializer_list<std::string_view> wanted) {
    return std::ranges::any_of(headings, [&](const std::string& heading) {
        return std::ranges::find(wanted, normalisedHeading(heading)) != wanted.end();
    });
}

/// "Mechanisms 2024.xlsx", sheet "Parishes": words that say what the rows are.
double nameHint(std::string_view name, RecordKind kind) {
    static const std::unordered_set<std::string_view> areas{"areas",  "parishes", "wards",
                                                            "parish", "ward",     "boundaries"};
    static const std::unordered_set<std::string_view> organisations{
        "organisations", "organisation", "groups", "charities", "vcs", "contacts"};
    static const std::unordered_set<std::string_view> mechanisms{
        "mechanisms", "mechanism", "meetings", "forums", "boards", "partnerships", "engagement"};
    for (const auto& word : text::wordsOf(name)) {
        if ((kind == RecordKind::area && areas.contains(word)) ||
            (kind == RecordKind::organisation && organisations.contains(word)) ||
            (kind == RecordKind::mechanism && mechanisms.contains(word))) {
            return 1.5;
        }
    }
    return 0;
}

/// Share of the first cells of a column that are GSS codes.
bool hasGssCodes(const SheetSetup& sheet, const Table& table, std::size_t column) {
    std::size_t seen = 0;
    std::size_t codes = 0;
    for (auto row = sheet.firstRow; row < sheet.endRow && seen < 20; ++row) {
        const auto cell = text::tidied(table.text(row, column).substr(0, 40));
        if (cell.empty()) {
            continue;
        }
        ++seen;
        codes +=
            cell.size() >= 9 && (cell.starts_with("E0") || cell.starts_with("W0") ||
                                 cell.starts_with("E43") || cell.starts_with("S") || cell.starts_with("N0"))
                ? 1
                : 0;
    }
    return seen > 0 && codes * 2 > seen;
}

/// True where the column that would name an area holds the same few places again and again: the rows are
/// grants, polling stations or admissions *in* areas. A list of areas has a row for each.
bool repeatsItsPlaces(const SheetSetup& sheet, const Table& table, std::span<const std::string> headings) {
    constexpr std::size_t looked = 400;
    constexpr std::size_t enough = 5;
    bool repeats = false;
    for (std::size_t c = 0; c < headings.size(); ++c) {
        const auto use = matchHeading(headings[c], ImportForm::records, RecordKind::area).use;
        if (use != "name" && use != "code") {
            continue;
        }
        std::unordered_set<std::string> places;
        std::size_t filled = 0;
        for (auto row = sheet.firstRow; row < sheet.endRow && filled < looked; ++row) {
            const auto cell = text::folded(text::tidied(table.text(row, c).substr(0, 200)));
            filled += cell.empty() ? 0 : 1;
            if (!cell.empty()) {
                places.insert(cell);
            }
        }
        if (filled >= enough && places.size() * 10 >= filled * 7) {
            return false; // this one tells the rows apart
        }
        repeats = repeats || filled >= enough;
    }
    return repeats;
}

/// True where a date column stands beside names that come again and again.
bool looksDated(const SheetSetup& sheet, const Table& table, std::span<const std::string> headings) {
    std::optional<std::size_t> date;
    std::optional<std::size_t> name;
    for (std::size_t c = 0; c < headings.size(); ++c) {
        const auto use = matchHeading(headings[c], ImportForm::datedMeetings, RecordKind::mechanism).use;
        date = use == column_uses::meetingDate && !date ? c : date;
        name = use == "name" && !name ? c : name;
    }
    if (!date || !name) {
        return false;
    }
    std::size_t dates = 0;
    std::size_t rows = 0;
    for (auto row = sheet.firstRow; row < sheet.endRow && rows < 50; ++row, ++rows) {
        const auto read = text::readDate(table.text(row, *date).substr(0, 60));
        dates += read && *read ? 1 : 0;
    }
    return rows > 0 && dates * 2 > rows;
}

void chooseForm(SheetSetup& sheet, const Table& table, std::span<const std::string> headings,
                const std::string& fileName, std::optional<RecordKind> wanted) {
    sheet.form = ImportForm::records;
    if (hasHeading(headings, {"relation"}) && hasHeading(headings, {"a id", "a", "from", "from id"})) {
        sheet.form = ImportForm::relations;
        sheet.kind = RecordKind::mechanism;
        return;
    }
    if (const auto* info = plan::findRecordInfo(text::folded(table.name));
        info && hasHeading(headings, {"wardmote id"})) {
        sheet.kind = info->kind;
        return;
    }
    if (wanted && hasHeading(headings, {"wardmote id"})) {
        sheet.kind = *wanted; // an export, whatever the file is called by now
        return;
    }
    if (wanted == RecordKind::footprint || wanted == RecordKind::footprintSet) {
        sheet.form = ImportForm::footprints;
        sheet.kind = RecordKind::footprint;
        return;
    }
    bool codes = false;
    for (std::size_t c = 0; c < headings.size(); ++c) {
        const auto use = matchHeading(headings[c], ImportForm::records, RecordKind::area).use;
        codes = codes || (use == "code" && hasGssCodes(sheet, table, c));
    }
    const bool clusterColumn = hasHeading(headings, {"cluster", "cluster name"});
    if (clusterColumn && (codes || hasHeading(headings, {"area code", "area name", "parish", "ward"})) &&
        (!wanted || *wanted == RecordKind::cluster)) {
        sheet.form = ImportForm::clusterAreas;
        sheet.kind = RecordKind::cluster;
        return;
    }
    if (wanted) {
        sheet.kind = *wanted;
    } else {
        double best = 2.4; // a name and nothing else says little
        const bool areas = !repeatsItsPlaces(sheet, table, headings);
        std::optional<RecordKind> kind;
        for (const auto& info : plan::allRecordInfos()) {
            if (info.kind == RecordKind::settings || info.kind == RecordKind::importMatching ||
                (info.kind == RecordKind::area && !areas)) {
                continue;
            }
            const bool main = info.kind == RecordKind::area || info.kind == RecordKind::organisation ||
                              info.kind == RecordKind::mechanism;
            auto score = scoreOf(headings, ImportForm::records, info.kind) + nameHint(fileName, info.kind) +
                         nameHint(table.name, info.kind) + (main ? 0.5 : -1);
            score += info.kind == RecordKind::area && (codes || table.hasPlaces()) ? 4 : 0;
            if (text::folded(table.name) == info.plural) {
                score += 3;
            }
            if (score > best) {
                best = score;
                kind = info.kind;
            }
        }
        if (!kind) {
            sheet.form = ImportForm::skip;
            sheet.warnings.push_back(
                {table.name, 0, 0,
                 "None of the columns tells what the rows are. Choose what they are, or leave the "
                 "sheet out."});
            return;
        }
        sheet.kind = *kind;
        // Rows of dates are meetings of mechanisms that the list does not name apart.
        if (*kind == RecordKind::meeting && looksDated(sheet, table, headings) &&
            !hasHeading(headings, {"wardmote id", "uid", "calendar uid", "mechanisms", "mechanism"})) {
            sheet.kind = RecordKind::mechanism;
        }
    }
    if (sheet.kind == RecordKind::mechanism && looksDated(sheet, table, headings)) {
        sheet.form = ImportForm::datedMeetings;
    }
}

void matchSheet(SheetSetup& sheet, const Table& table, const std::vector<std::string>& headings) {
    sheet.columns = sheet.form == ImportForm::footprints
                        ? matchFootprintColumns(headings, table.hasPlaces())
                        : matchColumns(headings, sheet.form, sheet.kind, sheet.warnings);
    for (const auto& heading : headings) {
        const auto ons = readOnsHeading(heading);
        const bool isCode =
            ons && ons->code && ons->year > 0 && matchHeading(heading, sheet.form, sheet.kind).use == "code";
        if (isCode && sheet.form == ImportForm::records && sheet.kind == RecordKind::area &&
            std::ranges::none_of(sheet.constants,
                                 [](const ImportConstant& c) { return c.use == "code_vintage"; })) {
            sheet.constants.push_back({"code_vintage", std::to_string(ons->year)});
        }
    }
    describeFootprints(sheet, headings);
    sheet.shape = sheet.headerRow ? shapeOf(sheet) : std::string{};
    describeColumns(sheet, table);
}

std::string withoutEnding(const std::string& fileName) {
    const auto dot = fileName.rfind('.');
    return text::tidied(dot == std::string::npos || dot == 0 ? fileName : fileName.substr(0, dot));
}

/// Several sheets that look alike and are named apart: each is a service's list.
void constantsFromNames(std::vector<SheetSetup>& sheets, std::span<const Table> tables) {
    std::size_t alike = 0;
    for (const auto& sheet : sheets) {
        alike += sheet.form != ImportForm::skip && sheet.kind == RecordKind::mechanism ? 1 : 0;
    }
    if (alike < 2) {
        return;
    }
    for (auto& sheet : sheets) {
        const auto& name = tables[sheet.table].name;
        const auto plain = text::folded(name);
        const bool generic = plain.starts_with("sheet") || plain.starts_with("tab") ||
                             nameHint(name, RecordKind::mechanism) > 0;
        const bool hasService = std::ranges::any_of(sheet.columns, [](const ColumnMatching& column) {
            return column.use == "service" && !column.blank;
        });
        if (sheet.form != ImportForm::skip && sheet.kind == RecordKind::mechanism && !generic &&
            !hasService && sheet.remembered == 0) {
            sheet.constants.push_back({"service", text::tidied(name)});
        }
    }
}

/// Layers of one file show the same land divided in different ways, and a plan covers each place once: the
/// layer with the most codes of the plan is taken, else the first.
void chooseLayer(std::vector<SheetSetup>& sheets, std::span<const Table> tables, const plan::Plan& plan) {
    std::unordered_set<std::string> codes;
    for (const auto& area : plan.all<plan::Area>()) {
        codes.insert(area.code);
    }
    SheetSetup* best = nullptr;
    std::size_t most = 0;
    std::size_t layers = 0;
    for (auto& sheet : sheets) {
        const auto& table = tables[sheet.table];
        if (!table.hasPlaces() || sheet.form != ImportForm::records || sheet.kind != RecordKind::area) {
            continue;
        }
        ++layers;
        const auto column = std::ranges::find(sheet.columns, "code", &ColumnMatching::use);
        std::size_t known = 0;
        for (auto row = sheet.firstRow; column != sheet.columns.end() && row < sheet.endRow; ++row) {
            const auto at = static_cast<std::size_t>(column - sheet.columns.begin());
            known += codes.contains(text::tidied(table.text(row, at))) ? 1 : 0;
        }
        if (!best || known > most) {
            best = &sheet;
            most = known;
        }
    }
    for (auto& sheet : sheets) {
        if (layers > 1 && &sheet != best && tables[sheet.table].hasPlaces() &&
            sheet.form == ImportForm::records && sheet.kind == RecordKind::area) {
            sheet.form = ImportForm::skip;
            sheet.warnings.push_back(
                {sheet.name, 0, 0,
                 fmt::format("Left out, since a plan covers each place once and “{}” is taken. "
                             "Choose this layer instead if it divides the land as you plan.",
                             best->name)});
        }
    }
}

} // namespace

SheetSetup rematched(const SheetSetup& sheet, const Table& table, const plan::Plan&) {
    auto changed = sheet;
    auto layout = layoutBelow(table, sheet.headerRow);
    changed.firstRow = layout.firstRow;
    changed.endRow = layout.endRow;
    changed.warnings = std::move(layout.warnings);
    changed.remembered = 0;
    const auto choices = columnChoices(changed.form, changed.kind);
    std::erase_if(changed.constants, [&](const ImportConstant& constant) {
        return std::ranges::find(choices, constant.use, &ColumnChoice::use) == choices.end();
    });
    matchSheet(changed, table, headingsOf(changed, table));
    if (const auto mark = sheet.shape.rfind('#'); mark != std::string::npos && !changed.shape.empty()) {
        changed.shape += sheet.shape.substr(mark);
    }
    return changed;
}

ImportSetup proposeSetup(std::span<const Table> tables, const std::string& fileName, const plan::Plan& plan,
                         std::optional<RecordKind> wanted) {
    ImportSetup setup;
    setup.fileName = fileName;
    for (std::size_t t = 0; t < tables.size(); ++t) {
        const auto& table = tables[t];
        SheetSetup sheet;
        sheet.table = t;
        sheet.name = table.name;
        sheet.source = withoutEnding(fileName);
        if (tables.size() > 1 && text::folded(table.name) != text::folded(sheet.source)) {
            sheet.source += " " + text::tidied(table.name);
        }
        auto layout = findLayout(table);
        sheet.headerRow = layout.headerRow;
        sheet.firstRow = layout.firstRow;
        sheet.endRow = layout.endRow;
        sheet.warnings = std::move(layout.warnings);
        const auto headings = headingsOf(sheet, table);
        if (table.hidden || sheet.firstRow >= sheet.endRow) {
            sheet.form = ImportForm::skip;
            sheet.warnings.push_back(
                {table.name, 0, 0,
                 table.hidden ? "The sheet is hidden and is left out unless you choose what it holds."
                              : "The sheet has no rows below its headings."});
        } else {
            chooseForm(sheet, table, headings, fileName, wanted);
        }
        matchSheet(sheet, table, headings);
        if (tables.size() > 1 && !sheet.shape.empty()) {
            sheet.shape += "#" + text::folded(table.name); // sheets of one file may look alike
        }
        if (const auto* remembered = findRemembered(plan, sheet.shape)) {
            if (!wanted || remembered->matching.find(plan::recordInfo(*wanted).table) != std::string::npos) {
                applyRemembered(*remembered, sheet);
            }
        }
        setup.sheets.push_back(std::move(sheet));
    }
    constantsFromNames(setup.sheets, tables);
    leaveOutOwnLayers(setup.sheets, tables, plan);
    chooseLayer(setup.sheets, tables, plan);
    return setup;
}

} // namespace wardmote::exchange
