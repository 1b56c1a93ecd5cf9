#pragma once
#include "app/context.h"
#include "core/exchange/matching/import_proposal.h"
#include "core/exchange/reading/table.h"

namespace wardmote::app {

/// What the import command knows when it has worked out what would happen.
struct ImportOutcome {
    const exchange::FileContents& contents;
    const exchange::ImportSetup& setup;
    const exchange::ImportProposal& proposal;
    bool dryRun = false;
    bool done = false;

    /// Not one row was taken, though the file has some or none was understood: bad input.
    bool nothingTaken() const;
};

/// Why nothing of the file could be taken, on one line: what is wrong with each sheet, the first refused
/// rows.
Error whyNothing(const ImportOutcome& outcome);

/// One document: counts, every row with its outcome, questions, warnings.
Json importJson(const ImportOutcome& outcome);

/// The same for a person: where something was refused or left out, with sheet, row and column; then the
/// counts.
std::string importWords(const ImportOutcome& outcome);

} // namespace wardmote::app
