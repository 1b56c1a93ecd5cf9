#include "core/exchange/matching/import_proposal.h"

#include "core/exchange/matching/footprint_rows.h"
#include "core/exchange/matching/other_rows.h"
#include "core/exchange/matching/remembered_matching.h"
#include "core/plan/starter_vocabulary.h"
#include "core/plan/wording.h"
#include "core/text/words.h"

#include <algorithm>
#include <fmt/format.h>

namespace wardmote::exchange {
namespace {

using plan::Id;
using plan::RecordKind;

/// Areas first, for others name them; then in the order of the kinds; what joins records last.
int orderOf(const SheetSetup& sheet) {
    switch (sheet.form) {
    case ImportForm::clusterAreas:
        return 90;
    case ImportForm::footprints: // they are found by the areas
        return 95;
    case ImportForm::relations:
        return 100;
    default:
        return sheet.kind == RecordKind::area ? -1 : static_cast<int>(sheet.kind);
    }
}

void addStarters(ImportWork& work, const ImportSetup& setup) {
    const bool mechanisms = std::ranges::any_of(setup.sheets, [](const SheetSetup& sheet) {
        return sheet.form != ImportForm::skip && sheet.form != ImportForm::relations &&
               sheet.kind == RecordKind::mechanism;
    });
    if (!mechanisms || !work.options.addStarterThemes) {
        return;
    }
    const auto add = [&](RecordKind kind, std::span<const plan::StarterWord> words, const auto& make) {
        if (work.plan.count(kind) > 0) {
            return;
        }
        for (const auto& word : words) {
            const auto id = work.idFor(fmt::format("{}/{}", plan::recordInfo(kind).table, word.name));
            auto record = make(word, id);
            std::vector<std::string> names{record.name};
            for (const auto& other : record.words) {
                names.push_back(other.text);
            }
            std::ranges::sort(record.words, {}, &plan::Words::text);
            auto& draft = work.add(kind, id);
            *static_cast<decltype(record)*>(draft.record.get()) = std::move(record);
            work.index(kind).add(names, id);
            work.alsoCreated(kind, id, std::string(word.name));
        }
    };
    add(RecordKind::theme, plan::starterThemes(), plan::themeOf);
    add(RecordKind::audience, plan::starterAudiences(), plan::audienceOf);
}

/// Place names answered by areas are there for the next list.
void learnPlaces(ImportWork& work) {
    for (const auto& question : work.proposal.questions) {
        if (question.kind != QuestionKind::place || question.answer.kind != AnswerKind::these ||
            question.answer.ids.empty() || !work.index(RecordKind::placeName).find(question.words).empty()) {
            continue;
        }
        const auto id = work.idFor("place/" + text::folded(question.words));
        auto& draft = work.add(RecordKind::placeName, id);
        auto& place = *static_cast<plan::PlaceName*>(draft.record.get());
        place.name = question.words;
        for (const auto area : std::set<Id>(question.answer.ids.begin(), question.answer.ids.end())) {
            place.areas.push_back({plan::Ref<plan::Area>{area}});
        }
        work.alsoCreated(RecordKind::placeName, id, place.name);
    }
}

void remember(ImportWork& work, const ImportSetup& setup) {
    if (!work.options.rememberMatching) {
        return;
    }
    for (const auto& sheet : setup.sheets) {
        const auto& shape = sheet.shape;
        if (sheet.form == ImportForm::skip || shape.empty()) {
            continue;
        }
        const auto matching = toJson(sheet);
        if (const auto* known = findRemembered(work.plan, shape)) {
            work.edit<plan::ImportMatching>(known->id).matching = matching;
            continue;
        }
        const auto id = work.idFor("matching/" + shape);
        auto& record =
            *static_cast<plan::ImportMatching*>(work.add(RecordKind::importMatching, id).record.get());
        record.name =
            setup.sheets.size() > 1 ? fmt::format("{}, {}", setup.fileName, sheet.name) : setup.fileName;
        record.shape = shape;
        record.matching = matching;
    }
}

/// Parishes and the wards over them in one list: a plan covers each place once.
void warnOfLayers(ImportWork& work) {
    std::size_t wards = 0;
    std::size_t parishes = 0;
    for (const auto& row : work.proposal.rows) {
        const auto* area =
            row.kind == RecordKind::area && row.id != 0 ? work.find<plan::Area>(row.id) : nullptr;
        if (area && area->kind == plan::AreaKind::ward && area->code.size() == 9) {
            ++wards;
        } else if (area &&
                   (area->kind == plan::AreaKind::parish || area->kind == plan::AreaKind::unparished)) {
            ++parishes;
        }
    }
    if (wards > 0 && parishes > 0) {
        work.proposal.warnings.push_back(
            {{},
             0,
             0,
             fmt::format(
                 "The list has {} parishes and unparished areas and {} whole wards. A plan covers each place "
                 "once: take only the rows of one of the two, or see afterwards which overlap.",
                 parishes, wards)});
    }
}

std::string labelOf(const ImportWork& work, const ImportSetup& setup) {
    std::map<RecordKind, std::size_t> counts;
    for (const auto& row : work.proposal.rows) {
        if (row.outcome == RowOutcome::added || row.outcome == RowOutcome::updated) {
            ++counts[row.kind];
        }
    }
    std::string what;
    for (const auto& [kind, count] : counts) {
        const auto& info = plan::recordInfo(kind);
        what +=
            fmt::format("{}{} {}", what.empty() ? "" : ", ", count, count == 1 ? info.singular : info.plural);
    }
    return fmt::format("Import {} from {}", what.empty() ? "what is new" : what, setup.fileName);
}

struct PendingRow {
    const SheetReader* sheet;
    std::size_t tableRow;
    std::size_t row;
    bool gathered;
};

class Proposer {
public:
    Proposer(std::span<const Table> tables, const ImportSetup& setup, const plan::Plan& plan,
             const ImportOptions& options, const Answers& answers, const Progress& progress)
        : setup_(setup), progress_(progress), work_(plan, options, answers), places_(work_), calendar_(work_),
          identities_(work_, places_, calendar_) {
        for (std::size_t s = 0; s < setup.sheets.size(); ++s) {
            const auto& sheet = setup.sheets[s];
            work_.proposal.warnings.insert(work_.proposal.warnings.end(), sheet.warnings.begin(),
                                           sheet.warnings.end());
            if (sheet.form != ImportForm::skip && sheet.table < tables.size()) {
                readers_.push_back(std::make_unique<SheetReader>(sheet, tables[sheet.table], s));
            }
        }
        for (const auto& reader : readers_) {
            total_ += reader->wantedRows();
        }
    }

    std::size_t rowCount() const { return total_; }

    bool run() {
        addStarters(work_, setup_);
        std::vector<const SheetReader*> inOrder;
        for (const auto& reader : readers_) {
            inOrder.push_back(reader.get());
        }
        std::ranges::stable_sort(inOrder, {},
                                 [](const SheetReader* reader) { return orderOf(reader->setup); });
        for (const auto* reader : inOrder) {
            if (!identify(*reader)) {
                return false;
            }
        }
        if (!write()) {
            return false;
        }
        if (!footprints_.finish(progress_)) {
            return false;
        }
        summariseMeetings(work_, dated_);
        learnPlaces(work_);
        remember(work_, setup_);
        work_.finish();
        warnOfLayers(work_);
        work_.proposal.label = labelOf(work_, setup_);
        std::ranges::stable_sort(work_.proposal.rows, {},
                                 [](const ProposedRow& row) { return std::pair(row.sheet, row.row); });
        return true;
    }
    ImportProposal take() { return std::move(work_.proposal); }

private:
    bool tick() {
        if ((++done_ & 0xFFU) == 0) {
            progress_.at(total_ == 0 ? 1 : static_cast<double>(done_) / (2.0 * static_cast<double>(total_)),
                         "Matching rows");
            return !progress_.stopped();
        }
        return true;
    }

    RowContext contextOf(const SheetReader& sheet, std::size_t row) {
        return {work_, row, sheet.setup.source};
    }

    /// First which record each row is, so that rows may name records of later rows.
    bool identify(const SheetReader& sheet) {
        const auto& setup = sheet.setup;
        for (auto tableRow = setup.firstRow; tableRow < std::min(setup.endRow, sheet.table.rowCount());
             ++tableRow) {
            if (!tick()) {
                return false;
            }
            if (!sheet.isWanted(tableRow)) {
                continue;
            }
            ProposedRow row;
            row.sheet = sheet.index;
            row.row = tableRow;
            row.number = sheet.table.rowNumber(tableRow);
            row.kind = setup.kind;
            const auto at = work_.proposal.rows.size();
            work_.proposal.rows.push_back(std::move(row));
            if (setup.form != ImportForm::records && setup.form != ImportForm::datedMeetings) {
                pending_.push_back({&sheet, tableRow, at, false});
                continue;
            }
            work_.currentRow = at;
            if (setup.kind == RecordKind::meeting && sheet.has("calendar_uid") && !sheet.isExport()) {
                if (const auto mechanism = calendar_.expectedOf(sheet, tableRow)) {
                    auto& expected = work_.proposal.rows[at];
                    expected.name = text::tidied(sheet.words(tableRow, "name"));
                    expected.reason = fmt::format("The plan expects it by the pattern of {}.",
                                                  work_.nameOf(RecordKind::mechanism, *mechanism));
                    continue;
                }
            }
            const auto identity = identities_.of(sheet, tableRow, contextOf(sheet, at));
            auto& proposed = work_.proposal.rows[at];
            proposed.name = text::tidied(sheet.words(tableRow, "name"));
            proposed.id = identity.id;
            proposed.reason = identity.reason;
            if (!identity.refusal.empty()) {
                proposed.outcome = RowOutcome::refused;
                proposed.reason = identity.refusal;
                proposed.id = 0;
                continue;
            }
            pending_.push_back({&sheet, tableRow, at, identity.gathered});
        }
        return true;
    }

    /// Leads that stand alone are known before "A and B" is taken apart, so that the order of rows says
    /// nothing.
    void readPlainLeads() {
        for (const auto& pending : pending_) {
            const auto& sheet = *pending.sheet;
            const auto lead = sheet.words(pending.tableRow, "lead_organisation");
            const auto plain = text::folded(lead);
            const bool joined =
                plain.find(" with ") != std::string::npos || plain.find(" and ") != std::string::npos ||
                plain.find(" & ") != std::string::npos || plain.find(" / ") != std::string::npos ||
                plain.ends_with(')') || plain.ends_with(']');
            if (!joined && sheet.setup.kind == RecordKind::mechanism && !sheet.isExport()) {
                readOrganisation(contextOf(sheet, pending.row), lead);
            }
        }
    }

    bool write() {
        readPlainLeads();
        for (const auto& pending : pending_) {
            if (!tick()) {
                return false;
            }
            const auto& sheet = *pending.sheet;
            const auto context = contextOf(sheet, pending.row);
            work_.currentRow = pending.row;
            if (sheet.setup.form == ImportForm::clusterAreas) {
                clusters_.write(sheet, pending.tableRow, context);
                continue;
            }
            if (sheet.setup.form == ImportForm::footprints) {
                footprints_.write(sheet, pending.tableRow, context);
                continue;
            }
            if (sheet.setup.form == ImportForm::relations) {
                writeRelationRow(sheet, pending.tableRow, context, identities_);
                continue;
            }
            const auto id = work_.proposal.rows[pending.row].id;
            const auto kind = sheet.setup.kind;
            if (auto key = RowIdentities::sourceKeyOf(sheet, pending.tableRow);
                !key.empty() && !sheet.isExport()) {
                const auto* field = plan::findField(plan::recordInfo(kind), "source_key");
                auto* record = work_.draft(kind, id).record.get();
                if (field && !plan::isRecorded(field->get(record))) {
                    field->set(record, plan::Value{std::move(key)});
                }
            }
            writeRow(sheet, pending.tableRow, context, places_, kind, id, pending.gathered);
            if (kind == RecordKind::meeting && sheet.has("calendar_uid") && !sheet.isExport()) {
                calendar_.link(sheet, pending.tableRow, context, id);
            }
            if (sheet.setup.form == ImportForm::datedMeetings) {
                meetings_.write(sheet, pending.tableRow, context, id);
                dated_.insert(id);
            }
        }
        return true;
    }

    const ImportSetup& setup_;
    const Progress& progress_;
    ImportWork work_;
    PlaceReader places_;
    CalendarRows calendar_;
    RowIdentities identities_;
    ClusterRows clusters_{work_, places_};
    FootprintRows footprints_{work_, places_};
    MeetingRows meetings_{work_};
    std::vector<std::unique_ptr<SheetReader>> readers_;
    std::vector<PendingRow> pending_;
    std::set<Id> dated_;
    std::size_t done_ = 0;
    std::size_t total_ = 0;
};

} // namespace

Result<ImportProposal> proposeImport(std::span<const Table> tables, const ImportSetup& setup,
                                     const plan::Plan& plan, const ImportOptions& options,
                                     const Answers& answers, const Progress& progress) {
    Proposer proposer(tables, setup, plan, options, answers, progress);
    if (proposer.rowCount() > options.mostRows) {
        return failure(
            fmt::format("The file {} has {} rows, more than the {} that can be imported at once.",
                        setup.fileName, plan::withThousands(static_cast<std::int64_t>(proposer.rowCount())),
                        plan::withThousands(static_cast<std::int64_t>(options.mostRows))),
            "Take only the rows that are needed, by what one of the columns says, or split the file.");
    }
    if (!proposer.run()) {
        return failure("Stopped.");
    }
    return proposer.take();
}

} // namespace wardmote::exchange
