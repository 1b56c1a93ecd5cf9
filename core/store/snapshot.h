#pragma once
#include "core/store/changeset.h"
#include "core/store/record_rows.h"

namespace wardmote::store {

/// Writes changes, with what follows from deletions, into the tables. Throws a Refusal with the first
/// complaint. Only what differs in the end is written.
void writeChanges(RecordRows& rows, const plan::Plan& plan, const plan::Changes& changes);

struct Patched {
    plan::PlanRef plan;
    plan::ChangeSummary summary;
};
/// The snapshot with the touched records read anew; it shares all others with the old one.
Patched patched(const plan::Plan& before, RecordRows& rows, const std::set<RecordKey>& touched);

} // namespace wardmote::store
