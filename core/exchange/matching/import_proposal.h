#pragma once
#include "core/base/progress.h"
#include "core/base/result.h"
#include "core/exchange/matching/import_setup.h"
#include "core/plan/change.h"

#include <map>
#include <span>

/// The second half of an import: what would happen to the plan, row by row, with what a person is asked, as
/// one edit. Pure: the same input gives the same proposal, ids included.
///
///     auto setup = proposeSetup(contents.tables, "meetings.xlsx", plan);   // shown, changed
///     auto proposal = proposeImport(contents.tables, setup, plan, options); // shown; answers, options
///     changed session.perform(proposal->label, proposal->changes);
namespace wardmote::exchange {

enum class QuestionKind : std::uint8_t {
    organisation, ///< words like the name of an organisation that is there: the same, or new?
    theme,        ///< a word that is no theme: which does it mean?
    audience,
    place,  ///< words that are no area: which areas do they mean?
    sameAs, ///< a row like a record of another source: the same?
    choice, ///< a word that is none of a field's choices
};

struct Candidate {
    plan::Id id = 0;
    std::string name;
    double similarity = 0;
    std::string side{}; ///< what else is recorded of it, to tell it from others; may be empty
    bool operator==(const Candidate&) const = default;
};

enum class AnswerKind : std::uint8_t {
    undecided, ///< what happens then stands in Question::otherwise
    these,     ///< the records with `ids`
    create,    ///< a new record (organisation, theme, audience; sameAs: a record of its own)
    wholePlan, ///< place: the whole area of the plan
    leaveOut,  ///< nothing is linked, nothing kept
    choice,    ///< the choice with `key`
};

struct Answer {
    AnswerKind kind = AnswerKind::undecided;
    std::vector<plan::Id> ids;
    std::string key;
    bool operator==(const Answer&) const = default;
};

/// Answers by Question::key; kept while the setup changes.
using Answers = std::map<std::string, Answer>;

/// Something to ask once for all the rows that need it. Answers to theme, audience, organisation and place
/// questions are learnt: the next import knows the word.
struct Question {
    std::string key; ///< stable: "theme:fire safety"
    QuestionKind kind = QuestionKind::theme;
    std::string words;                     ///< as the file has them
    std::string text;                      ///< "What does “fire safety” mean?"
    std::string otherwise;                 ///< "Without an answer it stays in the notes."
    std::vector<Candidate> candidates;     ///< the likeliest first
    std::span<const plan::Choice> choices; ///< of a choice question
    std::vector<AnswerKind> allowed;
    std::size_t rows = 0; ///< how many rows use the words
    Answer answer;        ///< as given
};

struct ImportOptions {
    std::optional<plan::Date> today; ///< meetings after it have not taken place yet
    bool createOrganisations = true; ///< names that no organisation has become organisations
    bool addStarterThemes = true;    ///< to a plan that has no themes; audiences likewise
    bool rememberMatching = true;    ///< keep the matching for the next file of this shape
    /// A list of more rows is refused as a whole: each takes a few kilobytes until it is in the plan.
    std::size_t mostRows = 100'000;
    std::uint64_t seed = 1; ///< of the new records' ids; the screen takes a random one for each file
};

enum class RowOutcome : std::uint8_t { added, updated, unchanged, refused };

/// Something to know of a cell or row.
struct Notice {
    std::size_t column = 0; ///< from 1; 0: the row
    bool lost = false;      ///< the cell was not imported; otherwise it was, in the way the message says
    std::string message;
    bool operator==(const Notice&) const = default;
};

struct ProposedRow {
    std::size_t sheet = 0;  ///< place in ImportSetup::sheets
    std::size_t row = 0;    ///< place in the table
    std::size_t number = 0; ///< as a person sees it in the sheet, from 1
    RowOutcome outcome = RowOutcome::unchanged;
    plan::RecordKind kind = plan::RecordKind::mechanism;
    plan::Id id = 0; ///< 0 where refused
    std::string name;
    std::string reason; ///< of refused; of gathered rows, with which row
    std::vector<Notice> notices;
    std::vector<plan::FieldValue> fields; ///< what is added or changed, for the preview
};

struct ImportCounts {
    std::size_t added = 0;
    std::size_t updated = 0;
    std::size_t unchanged = 0;
    std::size_t refused = 0;
    bool operator==(const ImportCounts&) const = default;
};

/// A record made beside those of the rows: an organisation named in a list, a starter theme, a meeting.
struct AlsoCreated {
    plan::RecordKind kind = plan::RecordKind::organisation;
    plan::Id id = 0;
    std::string name;
    bool operator==(const AlsoCreated&) const = default;
};

struct ImportProposal {
    std::vector<ProposedRow> rows;   ///< in the order of sheets and rows
    std::vector<Question> questions; ///< most rows first
    std::vector<AlsoCreated> alsoCreated;
    std::vector<Warning> warnings;
    ImportCounts counts;
    std::string label;     ///< of the edit: "Import 110 mechanisms from engagement_mechanisms.csv"
    plan::Changes changes; ///< empty where nothing would change: importing the same file twice

    /// False where no record comes or changes: the way the columns were matched is then no edit worth a line
    /// in the history.
    bool isWorthwhile() const { return counts.added + counts.updated > 0 || !alsoCreated.empty(); }
};

/// An Error only if stopped or beyond mostRows; whatever is wrong with a row is said with that row.
Result<ImportProposal> proposeImport(std::span<const Table> tables, const ImportSetup& setup,
                                     const plan::Plan& plan, const ImportOptions& options = {},
                                     const Answers& answers = {}, const Progress& progress = {});

} // namespace wardmote::exchange
