#include "core/exchange/matching/column_matching.h"

#include <algorithm>

namespace wardmote::exchange {

std::vector<ColumnChoice> columnChoices(ImportForm form, plan::RecordKind kind) {
    namespace uses = column_uses;
    std::vector<ColumnChoice> choices{{"", "Not imported", ""}};
    const auto add = [&](std::string_view use, std::string label) {
        choices.push_back({ColumnUse(use), std::move(label), "Special"});
    };
    switch (form) {
    case ImportForm::skip:
        return choices;
    case ImportForm::clusterAreas:
        add(uses::cluster, "Cluster");
        add(uses::arrangement, "Arrangement");
        add(uses::areaCode, "Code of the area");
        add(uses::areaName, "Name of the area");
        return choices;
    case ImportForm::relations:
        add(uses::fromId, "First mechanism: source's own id");
        add(uses::fromName, "First mechanism: name");
        add(uses::toId, "Second mechanism: source's own id");
        add(uses::toName, "Second mechanism: name");
        add(uses::relation, "Relation");
        add(uses::reason, "Why");
        return choices;
    case ImportForm::footprints:
        add(uses::footprintCode, "Code of the footprint");
        add(uses::footprintName, "Name of the footprint");
        add(uses::areaCode, "Code of the area");
        add(uses::areaName, "Name of the area");
        add(uses::share, "Share of the area in the footprint");
        add(uses::footprintSet, "Footprint set");
        add(uses::footprintKind, "Kind of footprints");
        add(uses::codeVintage, "Year of the codes");
        return choices;
    case ImportForm::datedMeetings:
        add(uses::meetingDate, "Date of the meeting");
        kind = plan::RecordKind::mechanism;
        break;
    case ImportForm::records:
        break;
    }
    for (const auto& field : plan::recordInfo(kind).fields) {
        if (!field.rules.hidden) {
            choices.push_back(
                {ColumnUse(field.key), std::string(field.label), std::string(field.rules.group)});
        }
    }
    if (kind == plan::RecordKind::mechanism) {
        add(uses::areaCodes, "Codes of the areas covered");
        add(uses::period, "Period (from, to, last met)");
        add(uses::councilArea, "Council whose area it is");
    }
    if (kind == plan::RecordKind::meeting) {
        add(uses::series, "UID of its series in a calendar");
    }
    const bool hasNotes = plan::findField(plan::recordInfo(kind), "notes") != nullptr;
    if (hasNotes) {
        add(uses::note, "Kept in the notes");
    }
    add(uses::id, "Id of an export from this program");
    return choices;
}

void setUse(SheetSetup& sheet, std::size_t column, const ColumnUse& use) {
    if (column >= sheet.columns.size()) {
        return;
    }
    if (!mayRepeat(use)) {
        for (auto& other : sheet.columns) {
            if (other.use == use) {
                other.use.clear();
                other.by = MatchedBy::nothing;
            }
        }
    }
    sheet.columns[column].use = use;
    sheet.columns[column].by = MatchedBy::person;
}

std::string columnLetter(std::size_t column) {
    std::string letters;
    for (auto n = column + 1; n > 0; n = (n - 1) / 26) {
        letters.insert(letters.begin(), static_cast<char>('A' + (n - 1) % 26));
    }
    return letters;
}

} // namespace wardmote::exchange
