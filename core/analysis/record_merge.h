#pragma once
#include "core/plan/change.h"

#include <map>
#include <string>
#include <vector>

namespace wardmote::analysis {

/// Whose content a field of the merged record has. `both` joins lists and texts.
enum class MergeTake : std::uint8_t { first, second, both };

/// One field of two records that are one thing recorded twice.
struct MergeField {
    const plan::FieldInfo* field = nullptr;
    plan::Value first;
    plan::Value second;
    MergeTake take = MergeTake::first; ///< what is proposed: lists joined, else the fuller of the two
    /// Both record something and not the same, so a person has a choice to make.
    bool differs() const;
    bool canJoin() const;
};

/// Two records of one kind side by side. The first is the one that stays.
struct MergePair {
    plan::RecordKind kind = plan::RecordKind::mechanism;
    plan::Id stays = 0;
    plan::Id goes = 0;
    std::vector<MergeField> fields; ///< every field, in order of the description
};

/// The one of two records of which more is recorded (more fields; then more in its lists; then the smaller
/// id): the one to keep.
plan::Id fullerOf(const plan::Plan& plan, plan::RecordKind kind, plan::Id a, plan::Id b);

/// The two records side by side, the fuller one first. Both must be in the plan, and not the same.
MergePair mergePair(const plan::Plan& plan, plan::RecordKind kind, plan::Id a, plan::Id b);

/// The changes that make one record of two, as one edit: the one that stays takes the fields as chosen; every
/// reference in the plan to the one that goes, of any kind of record and also within lists, leads to the one
/// that stays; the one that goes is erased.
///
/// Its name is kept among the other names (in the notes of a kind that has none). Where a list held both, its
/// two rows become one, blanks of the first filled from the second; shares of a shared meeting add up, to at
/// most 1. A reference of the merged record to itself goes. A scenario keeps one proposed change for each
/// mechanism: of two, the other's words are kept in the notes of the one that stays.
plan::Changes mergedRecords(const plan::Plan& plan, const MergePair& pair);

} // namespace wardmote::analysis
