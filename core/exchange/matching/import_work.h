#pragma once
#include "core/exchange/matching/import_proposal.h"
#include "core/exchange/reading/places.h"
#include "core/text/name_index.h"

#include <array>
#include <memory>
#include <set>
#include <unordered_map>

namespace wardmote::exchange {

/// A record as it will be: a copy that the rows write into.
struct Draft {
    plan::RecordKind kind = plan::RecordKind::mechanism;
    plan::Id id = 0;
    std::shared_ptr<void> record;
    std::shared_ptr<const void> before; ///< null: a new record
    std::size_t row = 0;                ///< place in the proposal's rows of the first that wrote it
    bool fromRow = false;               ///< false: made beside the rows
};

/// Records of one kind by their names: those of the plan and the new ones.
class RecordIndex {
public:
    void add(const std::vector<std::string>& names, plan::Id id);
    /// Those with exactly this name but for case, else with the same normalised name.
    const std::vector<plan::Id>& find(std::string_view name) const;
    std::vector<text::NameIndex::Found> near(std::string_view name, double atLeast, std::size_t limit) const {
        return names_.near(name, atLeast, limit);
    }

private:
    std::unordered_map<std::string, std::vector<plan::Id>> folded_;
    std::unordered_map<std::string, std::vector<plan::Id>> normalised_;
    mutable std::unordered_map<std::string, std::string> plain_; ///< folded -> normalised
    text::NameIndex names_;
};

/// Everything that is known while an import is worked out: drafts, names, questions, in one place, so that
/// the readers of rows stay free functions.
class ImportWork {
public:
    ImportWork(const plan::Plan& plan, const ImportOptions& options, const Answers& answers);

    const plan::Plan& plan;
    const ImportOptions& options;
    ImportProposal proposal;
    std::size_t currentRow = 0; ///< place in the proposal's rows of the one being read
    WktPlaces degrees;          ///< brings points in longitude and latitude to the grid

    /// An id that depends on nothing but the seed and the key, so that answers do not move other records'
    /// ids.
    plan::Id idFor(const std::string& key);
    /// The draft of a record of the plan, or one made before.
    Draft& draft(plan::RecordKind kind, plan::Id id);
    Draft* findDraft(plan::RecordKind kind, plan::Id id);
    Draft& add(plan::RecordKind kind, plan::Id id);
    /// The record as drafted or planned; null if there is none.
    const void* record(plan::RecordKind kind, plan::Id id);
    template<class R>
    R& edit(plan::Id id) {
        return *static_cast<R*>(draft(plan::recordKind<R>, id).record.get());
    }
    template<class R>
    const R* find(plan::Id id) {
        return static_cast<const R*>(record(plan::recordKind<R>, id));
    }
    /// Says that a new record is made beside the rows.
    void alsoCreated(plan::RecordKind kind, plan::Id id, const std::string& name);
    std::string nameOf(plan::RecordKind kind, plan::Id id);

    RecordIndex& index(plan::RecordKind kind);
    /// The one record with this name; nothing if none or several.
    std::optional<plan::Id> named(plan::RecordKind kind, std::string_view name);

    /// The answer given to a question that a row asks; the question is made when first asked. `row` counts
    /// once for each row.
    Answer ask(QuestionKind kind, const std::string& words, std::size_t row,
               const std::function<void(Question&)>& describe);
    const Answer* answered(const std::string& key) const;

    /// Writes the edit and what it does to each row.
    void finish();

private:
    const Answers& answers_;
    std::vector<std::unique_ptr<Draft>> drafts_;
    std::unordered_map<plan::Id, std::vector<Draft*>> byId_;
    std::array<std::unique_ptr<RecordIndex>, plan::recordKindCount> indexes_;
    std::unordered_map<std::string, std::size_t> questions_;
    std::unordered_map<std::string, std::size_t> lastRow_;
    std::set<plan::Id> taken_;
};

std::string keyOf(QuestionKind kind, std::string_view words);

} // namespace wardmote::exchange
