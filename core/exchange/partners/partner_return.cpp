#include "core/exchange/partners/partner_return.h"

#include "core/exchange/cell_text.h"
#include "core/exchange/matching/import_proposal.h"
#include "core/exchange/partners/partner_cells.h"
#include "core/exchange/partners/partner_workbook.h"
#include "core/exchange/partners/returned_sheet.h"
#include "core/text/words.h"

#include <algorithm>
#include <charconv>
#include <fmt/format.h>
#include <map>

namespace wardmote::exchange {
namespace {

using plan::FieldInfo;
using plan::Id;
using plan::Mechanism;
using plan::RecordKind;
using plan::Value;

const FieldInfo& fieldOf(std::string_view key) {
    return *plan::findField(plan::recordInfo(RecordKind::mechanism), key);
}

std::optional<double> numberIn(const std::string& words) {
    double number = 0;
    const auto* end = words.data() + words.size();
    const auto [at, error] = std::from_chars(words.data(), end, number);
    return error == std::errc{} && at == end ? std::optional(number) : std::nullopt;
}

/// A workbook gives 12.50 back as 12.5.
bool same(std::string_view a, std::string_view b) {
    const auto left = text::tidied(a);
    const auto right = text::tidied(b);
    const auto number = numberIn(left);
    return left == right || (number && number == numberIn(right));
}

/// The list that a return answers: the one its hidden sheet names, else the partner's latest.
const plan::PartnerList* listOf(const plan::Plan& plan, Id list, Id partner) {
    if (const auto* found = plan.find<plan::PartnerList>(list); found && found->partner.id == partner) {
        return found;
    }
    const plan::PartnerList* latest = nullptr;
    const auto day = [](const plan::PartnerList& one) { return std::max(one.receivedOn, one.sentOn); };
    for (const auto& one : plan.all<plan::PartnerList>()) {
        if (one.partner.id == partner && (!latest || day(*latest) < day(one))) {
            latest = &one;
        }
    }
    return latest;
}

class Comparer {
public:
    Comparer(const plan::Plan& plan, Id partner, ReturnedSheet sheet, const ReturnOptions& options)
        : plan_(plan), sheet_(std::move(sheet)), options_(options), list_(listOf(plan, sheet_.list, partner)),
          set_(sheet_.footprintSet ? sheet_.footprintSet
               : list_             ? list_->footprintSet.id
                                   : 0),
          cells_(plan, set_), hers_(mechanismsOfPartner(plan, partner)) {
        back_.partner = partner;
        back_.footprintSet = set_;
        back_.warnings = sheet_.warnings;
        if (list_) {
            back_.sent = *list_;
            for (const auto& row : list_->rows) {
                const auto cells = cellsOf(row);
                last_[row.mechanism.id] = {cells.begin(), cells.end()};
            }
        }
    }

    Result<PartnerReturn> compare() {
        for (auto& row : sheet_.rows) {
            identify(row);
        }
        const auto proposal = understood();
        if (!proposal) {
            return Failure(proposal.error());
        }
        for (std::size_t i = 0; i < sheet_.rows.size(); ++i) {
            compareRow(sheet_.rows[i], proposal->rows[i]);
            remember(sheet_.rows[i], proposal->rows[i].id);
        }
        for (const auto& also : proposal->changes.list()) {
            if (also.action == plan::Change::Action::insert) {
                back_.made.push_back(also);
            }
        }
        findMissing();
        return std::move(back_);
    }

private:
    /// Which of the plan's mechanisms a row is; 0: a new one.
    void identify(ReturnedSheet::Row& row) {
        const auto& name = row.cells["name"];
        const bool known = row.id != 0 && plan_.find<Mechanism>(row.id);
        if (known && taken_.insert(row.id).second) {
            return;
        }
        if (row.id != 0 || row.idUnreadable) {
            back_.warnings.push_back(fmt::format("Row {}: its hidden id {}; it was looked for by its name.",
                                                 row.number,
                                                 known ? "is that of an earlier row" : "was changed"));
        }
        row.id = 0;
        for (const auto id : hers_) {
            if (text::folded(plan_.find<Mechanism>(id)->name) == text::folded(name) &&
                taken_.insert(id).second) {
                row.id = id;
                return;
            }
        }
    }

    /// The plan with nothing recorded of the fields in her list, so that what the importer would add is what
    /// she says, entries that she took out left out.
    plan::Plan barePlan() const {
        auto bare = plan_;
        for (const auto& row : sheet_.rows) {
            if (row.id == 0) {
                continue;
            }
            auto record = *plan_.find<Mechanism>(row.id);
            for (const auto* field : sheet_.fields) {
                if (field->key != "name") {
                    field->set(&record, {});
                }
            }
            record.wholePlan.reset();
            bare.put(std::move(record));
        }
        return bare;
    }

    std::string areasCell(const ReturnedSheet::Row& row) const {
        const auto at = row.cells.find("areas");
        const auto words = at == row.cells.end() ? std::string() : at->second;
        if (words.empty() || text::folded(words) == text::folded(wholeAreaWords)) {
            return words;
        }
        std::set<Id> now;
        if (row.id != 0) {
            for (const auto& link : plan_.find<Mechanism>(row.id)->areas) {
                now.insert(link.area.id);
            }
        }
        const auto places = cells_.areasOf(itemsOf(words), now);
        std::vector<WrittenLink> written;
        for (const auto id : places.areas) {
            written.push_back(
                {writtenReference(plan::nameOf(plan_, RecordKind::area, id), std::to_string(id)), {}});
        }
        auto cell = writtenLinks(written);
        for (const auto& other : places.others) {
            cell += (cell.empty() ? "" : "; ") + other;
        }
        return cell;
    }

    /// What the ordinary importer makes of her rows.
    Result<ImportProposal> understood() const {
        std::vector<Table> tables(1);
        auto& table = tables.front();
        table.name = "list";
        table.startRow();
        table.addCell(idHeading);
        for (const auto* field : sheet_.fields) {
            table.addCell(field->key);
        }
        for (const auto& row : sheet_.rows) {
            table.startRow(row.number);
            table.addCell(row.id ? std::to_string(row.id) : std::string());
            for (const auto* field : sheet_.fields) {
                table.addCell(field->key == "areas" ? areasCell(row) : row.cells.at(field->key));
            }
        }
        const auto bare = barePlan();
        ImportSetup setup;
        setup.fileName = "list";
        auto& sheet = setup.sheets.emplace_back();
        sheet.headerRow = 0;
        sheet.firstRow = 1;
        sheet.endRow = table.rowCount();
        sheet.source = plan::nameOf(plan_, RecordKind::organisation, back_.partner) + ", own list";
        sheet.columns.push_back(
            {std::string(idHeading), ColumnUse(column_uses::id), MatchedBy::key, {}, false});
        for (const auto* field : sheet_.fields) {
            sheet.columns.push_back(
                {std::string(field->key), ColumnUse(field->key), MatchedBy::key, {}, false});
        }
        ImportOptions options;
        options.today = options_.today;
        options.seed = options_.seed;
        options.addStarterThemes = false;
        options.rememberMatching = false;
        auto proposal = proposeImport(tables, setup, bare, options);
        if (proposal && proposal->rows.size() != sheet_.rows.size()) {
            return failure("The rows of this list could not be told apart.");
        }
        return proposal;
    }

    void compareRow(const ReturnedSheet::Row& row, const ProposedRow& proposed) {
        RowDifference difference;
        difference.mechanism = proposed.id;
        difference.isNew = row.id == 0;
        difference.row = row.number;
        difference.name = row.cells.at("name");
        for (const auto& notice : proposed.notices) {
            difference.notices.push_back(notice.message);
        }
        if (proposed.outcome == RowOutcome::refused) {
            back_.warnings.push_back(fmt::format("Row {}: {}", row.number, proposed.reason));
            return;
        }
        const auto* ours = plan_.find<Mechanism>(row.id);
        if (ours) {
            difference.name = ours->name;
        }
        for (std::size_t i = 0; i < sheet_.fields.size(); ++i) {
            compareField(difference, row, proposed, *sheet_.fields[i], i + 2);
        }
        if (ours) {
            compareWholePlan(difference, row, *ours);
        }
        if (difference.fields.empty()) {
            ++back_.same;
        } else {
            back_.rows.push_back(std::move(difference));
        }
    }

    void compareField(RowDifference& difference, const ReturnedSheet::Row& row, const ProposedRow& proposed,
                      const FieldInfo& field, std::size_t column) {
        const auto* ours = plan_.find<Mechanism>(row.id);
        FieldDifference found;
        found.field = &field;
        found.hers = row.cells.at(field.key);
        found.ours = ours ? cells_.text(field, *ours) : std::string();
        noteSinceLast(row, field, found.hers);
        if (same(found.hers, found.ours) || (found.hers.empty() && field.rules.required)) {
            return;
        }
        for (const auto& value : proposed.fields) {
            if (value.field == &field) {
                found.value = withOurWords(field, value.value, ours);
            }
        }
        if (field.key == "name") {
            found.value = text::tidied(found.hers);
        }
        const bool whole = field.key == "areas" && text::folded(found.hers) == text::folded(wholeAreaWords);
        if (!found.hers.empty() && !plan::isRecorded(found.value) && !whole) {
            found.problem = "This could not be read.";
            for (const auto& notice : proposed.notices) {
                found.problem = notice.column == column ? notice.message : found.problem;
            }
        } else if (ours && found.value == field.get(ours) && !whole) {
            return; // other words for the same
        }
        found.last = lastOf(row.id, field);
        found.changedBy = changedBy(found);
        difference.fields.push_back(std::move(found));
    }

    /// Places in place of the whole area, or the other way round.
    void compareWholePlan(RowDifference& difference, const ReturnedSheet::Row& row, const Mechanism& ours) {
        const auto at = std::ranges::find(difference.fields, &fieldOf("areas"), &FieldDifference::field);
        if (at == difference.fields.end() || at->hers.empty()) {
            return;
        }
        const bool hers = text::folded(row.cells.at("areas")) == text::folded(wholeAreaWords);
        if (hers == (ours.wholePlan == true)) {
            return;
        }
        FieldDifference found;
        found.field = &fieldOf("whole_plan");
        found.ours = cells_.text(*found.field, ours);
        found.hers = hers ? "Yes" : "No";
        found.value = hers ? Value(true) : Value(false);
        found.changedBy = at->changedBy;
        difference.fields.push_back(std::move(found));
    }

    /// Her list says who attends, not how many and how: of those who stay, what is recorded stays.
    static Value withOurWords(const FieldInfo& field, const Value& value, const Mechanism* ours) {
        const auto* hers = std::get_if<plan::Links>(&value);
        const auto now = ours ? field.get(ours) : Value{};
        const auto* links = std::get_if<plan::Links>(&now);
        if (!hers || !links) {
            return value;
        }
        plan::Links kept;
        for (const auto& link : *links) { // in the order recorded, then the new ones
            if (std::ranges::any_of(*hers, [&](const auto& one) { return one.cells[0] == link.cells[0]; })) {
                kept.push_back(link);
            }
        }
        for (const auto& link : *hers) {
            if (std::ranges::none_of(*links,
                                     [&](const auto& one) { return one.cells[0] == link.cells[0]; })) {
                kept.push_back(link);
            }
        }
        return kept;
    }

    std::optional<std::string> lastOf(Id mechanism, const FieldInfo& field) const {
        const auto row = last_.find(mechanism);
        if (mechanism == 0 || row == last_.end()) {
            return std::nullopt;
        }
        const auto cell = row->second.find(std::string(field.key));
        return cell == row->second.end() ? std::nullopt : std::optional(cell->second);
    }

    static ChangedBy changedBy(const FieldDifference& found) {
        if (!found.last) {
            return ChangedBy::unknown;
        }
        return same(*found.last, found.hers)   ? ChangedBy::us
               : same(*found.last, found.ours) ? ChangedBy::her
                                               : ChangedBy::both;
    }

    void noteSinceLast(const ReturnedSheet::Row& row, const FieldInfo& field, const std::string& hers) {
        const auto last = lastOf(row.id, field);
        if (last && !same(*last, hers)) {
            const auto quoted = [](const std::string& words) {
                return words.empty() ? std::string("blank") : "“" + words + "”";
            };
            back_.sinceLast.push_back(fmt::format("{}, {}: {} was {}.",
                                                  plan::nameOf(plan_, RecordKind::mechanism, row.id),
                                                  field.label, quoted(hers), quoted(*last)));
        }
    }

    void remember(const ReturnedSheet::Row& row, Id id) {
        std::vector<std::pair<std::string, std::string>> cells;
        for (const auto* field : sheet_.fields) {
            cells.emplace_back(field->key, row.cells.at(field->key));
        }
        auto key = row.id ? std::to_string(row.id) : row.cells.at("name");
        for (int copy = 2; !keys_.insert(key).second; ++copy) {
            key = fmt::format("{} ({})", row.cells.at("name"), copy);
        }
        if (!key.empty()) {
            back_.written.push_back({std::move(key), {row.id ? row.id : id}, rowContent(cells)});
        }
    }

    void findMissing() {
        for (const auto id : hers_) {
            if (!taken_.contains(id) && (!list_ || last_.contains(id))) {
                back_.missing.push_back(id);
            }
        }
    }

    const plan::Plan& plan_;
    ReturnedSheet sheet_;
    ReturnOptions options_;
    const plan::PartnerList* list_;
    Id set_;
    PartnerCells cells_;
    std::vector<Id> hers_;
    std::set<Id> taken_;
    std::set<std::string> keys_;
    std::map<Id, std::map<std::string, std::string>> last_;
    PartnerReturn back_;
};

} // namespace

std::size_t PartnerReturn::differences() const {
    std::size_t count = 0;
    for (const auto& row : rows) {
        count += row.isNew ? 0 : row.fields.size();
    }
    return count;
}

Result<PartnerReturn> readPartnerReturn(std::span<const Table> tables, const std::string& fileName,
                                        const plan::Plan& plan, Id partner, const ReturnOptions& options) {
    auto sheet = readReturnedSheet(tables);
    if (!sheet) {
        return Failure(sheet.error());
    }
    if (sheet->partner != 0 && sheet->partner != partner) {
        return failure(fmt::format("This list was made for {}, not for {}.",
                                   plan::nameOf(plan, RecordKind::organisation, sheet->partner),
                                   plan::nameOf(plan, RecordKind::organisation, partner)),
                       "Choose the partner whose list it is.");
    }
    if (sheet->rows.empty()) {
        return failure("The list that came back has no rows.", "Nothing was changed.");
    }
    auto back = Comparer(plan, partner, std::move(*sheet), options).compare();
    if (back) {
        back->fileName = fileName;
    }
    return back;
}

} // namespace wardmote::exchange
