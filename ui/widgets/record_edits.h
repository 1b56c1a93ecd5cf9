#pragma once
#include "core/plan/change.h"

#include <QString>

#include <functional>
#include <vector>

/// Edits of records as tables and forms ask for them: from a plan, changes and a label for the history. They
/// change nothing themselves.
namespace wardmote::ui {

/// A cell that was not taken, and why, in words.
struct Refusal {
    QString where; ///< "Keynsham, Residents"
    QString why;
    plan::Id record = 0; ///< where something must be filled in first, and its field
    const plan::FieldInfo* fillIn = nullptr;
};

struct RecordEdit {
    QString label;
    plan::Changes changes;
    std::vector<Refusal> refused;
};

using NewId = std::function<plan::Id()>;

/// Records one value in a field of some records. Records that already hold it are left out. `also` are
/// records that are made on the way because the value refers to them.
RecordEdit setField(const plan::Plan& plan, plan::RecordKind kind, const std::vector<plan::Id>& ids,
                    const plan::FieldInfo& field, const plan::Value& value, const plan::Changes& also = {});

/// Each field's content of the first record goes to the others.
RecordEdit fillDown(const plan::Plan& plan, plan::RecordKind kind, const std::vector<plan::Id>& ids,
                    const std::vector<const plan::FieldInfo*>& fields);

/// Fields become "not recorded"; required ones are refused.
RecordEdit clearFields(const plan::Plan& plan, plan::RecordKind kind, const std::vector<plan::Id>& ids,
                       const std::vector<const plan::FieldInfo*>& fields);

/// Copies under the names "... (copy)"; the source's own id is not copied. `made` gets the new ids.
RecordEdit duplicateRecords(const plan::Plan& plan, plan::RecordKind kind, const std::vector<plan::Id>& ids,
                            const NewId& newId, std::vector<plan::Id>& made);

RecordEdit eraseRecords(const plan::Plan& plan, plan::RecordKind kind, const std::vector<plan::Id>& ids);

/// What else an edit brings with it: "It also leaves 3 mechanisms and 1 cluster. 4 roles are deleted too."
/// Empty if nothing.
QString consequencesInWords(const plan::Plan& plan, const plan::Changes& changes);

/// A new record with a name that no other has: "New mechanism", "New mechanism 2".
RecordEdit addRecord(const plan::Plan& plan, plan::RecordKind kind, plan::Id id, const QString& name = {});

/// A block of text over the cells of `ids` x `fields`, from the top left; rows beyond the last id become new
/// records if `newId` is given, else are refused. A block of one cell fills the whole of ids x fields.
/// `made` gets the ids of new records.
RecordEdit pasteBlock(const plan::Plan& plan, plan::RecordKind kind, const std::vector<plan::Id>& ids,
                      const std::vector<const plan::FieldInfo*>& fields,
                      const std::vector<std::vector<QString>>& block, const NewId& newId,
                      std::vector<plan::Id>& made);

/// Takes out of an edit what would mark the ending or merging of a mechanism agreed before the equality
/// screening, who was consulted and what they said are written, and refuses it by name. All edits here have
/// been through it; the rule is analysis::unreadyDecisions().
void holdBackUnready(const plan::Plan& plan, RecordEdit& edit);

/// The refusals as a list for a message, the first `most` of them.
QString refusalsInWords(const std::vector<Refusal>& refused, std::size_t most = 8);

} // namespace wardmote::ui
