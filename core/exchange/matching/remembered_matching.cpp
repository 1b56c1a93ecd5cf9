#include "core/exchange/matching/remembered_matching.h"

#include "core/exchange/matching/column_matching.h"

#include <algorithm>
#include <array>
#include <nlohmann/json.hpp>

namespace wardmote::exchange {
namespace {

using nlohmann::json;

constexpr std::array<std::string_view, 6> forms{"skip",          "records",   "dated_meetings",
                                                "cluster_areas", "relations", "footprints"};

bool isUse(const std::string& use, ImportForm form, plan::RecordKind kind) {
    return std::ranges::any_of(columnChoices(form, kind),
                               [&](const ColumnChoice& choice) { return choice.use == use; });
}

} // namespace

std::string toJson(const SheetSetup& sheet) {
    json columns = json::array();
    for (const auto& column : sheet.columns) {
        columns.push_back({{"heading", normalisedHeading(column.heading)}, {"use", column.use}});
    }
    json constants = json::array();
    for (const auto& constant : sheet.constants) {
        constants.push_back({{"use", constant.use}, {"words", constant.words}});
    }
    json all{{"form", forms[static_cast<std::size_t>(sheet.form)]},
             {"kind", plan::recordInfo(sheet.kind).table},
             {"columns", columns},
             {"constants", constants},
             {"source", sheet.source},
             {"month_first", sheet.dateOrder == text::DateOrder::monthFirst}};
    if (sheet.filter) {
        all["filter"] = {{"column", sheet.filter->column}, {"keep", sheet.filter->keep}};
    }
    return all.dump(-1, ' ', false, json::error_handler_t::replace);
}

void applyRemembered(const plan::ImportMatching& record, SheetSetup& sheet) {
    const auto all = json::parse(record.matching, nullptr, false);
    if (!all.is_object()) {
        return;
    }
    try {
        auto changed = sheet;
        const auto form = std::ranges::find(forms, all.at("form").get<std::string>());
        const auto* kind = plan::findRecordInfo(all.at("kind").get<std::string>());
        if (form == forms.end() || !kind) {
            return;
        }
        changed.form = static_cast<ImportForm>(form - forms.begin());
        changed.kind = kind->kind;
        const auto& columns = all.at("columns");
        for (std::size_t c = 0; c < changed.columns.size() && c < columns.size(); ++c) {
            const auto use = columns[c].at("use").get<std::string>();
            const bool fits = columns[c].at("heading").get<std::string>() ==
                                  normalisedHeading(changed.columns[c].heading) &&
                              isUse(use, changed.form, changed.kind);
            changed.columns[c].use = fits ? use : ColumnUse{};
            changed.columns[c].by = fits && !use.empty() ? MatchedBy::remembered : MatchedBy::nothing;
        }
        changed.constants.clear();
        for (const auto& constant : all.at("constants")) {
            const auto use = constant.at("use").get<std::string>();
            if (isUse(use, changed.form, changed.kind)) {
                changed.constants.push_back({use, constant.at("words").get<std::string>()});
            }
        }
        if (all.contains("filter")) {
            changed.filter = RowFilter{all["filter"].at("column").get<std::size_t>(),
                                       all["filter"].at("keep").get<std::vector<std::string>>()};
        }
        changed.source = all.at("source").get<std::string>();
        changed.dateOrder =
            all.at("month_first").get<bool>() ? text::DateOrder::monthFirst : text::DateOrder::dayFirst;
        changed.remembered = record.id;
        sheet = std::move(changed);
    } catch (const json::exception&) {
        // Written by a later version or by hand: what was found stands.
    }
}

std::string shapeOf(const SheetSetup& sheet) {
    std::string shape;
    if (!sheet.headerRow) {
        return shape;
    }
    for (const auto& column : sheet.columns) {
        shape += normalisedHeading(column.heading) + "|";
    }
    return shape;
}

const plan::ImportMatching* findRemembered(const plan::Plan& plan, const std::string& shape) {
    if (shape.empty()) {
        return nullptr;
    }
    for (const auto& record : plan.all<plan::ImportMatching>()) {
        if (record.shape == shape) {
            return &record;
        }
    }
    return nullptr;
}

} // namespace wardmote::exchange
