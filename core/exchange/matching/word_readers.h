#pragma once
#include "core/exchange/matching/import_work.h"

namespace wardmote::exchange {

/// Reads the words of one row for what they mean in the plan: asks, makes new records, and collects what goes
/// into the notes.
struct RowContext {
    ImportWork& work;
    std::size_t row = 0; ///< place in the proposal's rows
    std::string source;  ///< of new records

    ProposedRow& proposed() const { return work.proposal.rows[row]; }
    void notice(std::size_t column, bool lost, std::string message) const;
};

/// The organisation that a name means: one that is there, the answer given, or (if the options say so) a new
/// one; 0 where none. Names like that of another are asked about.
plan::Id readOrganisation(const RowContext& context, std::string_view name,
                          std::optional<plan::OrganisationKind> kind = {}, plan::Id parent = 0);

/// A lead organisation's cell: "A and partners", "A with B": the first that is known, or the whole.
struct ReadLead {
    plan::Id lead = 0;
    std::vector<plan::Id> others;
};
ReadLead readLead(const RowContext& context, std::string_view words);

/// Themes or audiences; words that mean none are asked about and returned for the notes.
struct ReadVocabulary {
    std::vector<plan::Id> ids;
    std::vector<std::string> unknown;
};
ReadVocabulary readVocabulary(const RowContext& context, plan::RecordKind kind, std::string_view words);

/// A membership cell. General words (residents, partners, parish councils) are nobody in particular: those
/// that are an audience's words are returned as audiences, all of them as words for the notes, none becomes
/// an organisation. Names in brackets that are a part ("(chair)") go to the role.
struct ReadAttendance {
    std::vector<plan::Attendance> attending;
    std::vector<plan::Id> audiences;
    bool general = false; ///< some words were general or no name: keep the cell in the notes
};
ReadAttendance readAttendance(const RowContext& context, std::string_view words);

} // namespace wardmote::exchange
