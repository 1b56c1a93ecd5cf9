#pragma once
#include "core/plan/record_info.h"

namespace wardmote::analysis {

/// Rows of a list with each key once, in the order in which the keys first come: blanks of the first row are
/// filled from later ones with its key; shares (cells called "share") add up, to at most 1.
plan::Value rowsByKey(plan::Links rows, const plan::FieldInfo& field);

/// Leads what refers to one record to another.
struct Repointing {
    plan::RecordKind kind;
    plan::Id from = 0;
    plan::Id to = 0;
    /// The value with its references so led, in lists too. What does not refer to it comes back as it is.
    plan::Value in(const plan::FieldInfo& field, const plan::Value& value) const;
};

/// The value without references to a record: a row whose key it is goes, another cell is cleared.
plan::Value withoutReferenceTo(const plan::FieldInfo& field, const plan::Value& value, plan::RecordKind kind,
                               plan::Id id);

/// True if a field's value refers to the record, in lists too.
bool refersTo(const plan::FieldInfo& field, const plan::Value& value, plan::RecordKind kind, plan::Id id);

} // namespace wardmote::analysis
