#pragma once
#include "ui/session/cluster_edits.h"

/// What pages do about arrangements beside drawing them: phases and reasons, as changes with a label for the
/// history. Pure functions.
namespace wardmote::ui {

/// Puts clusters into a phase; an empty one takes them out of theirs. "Put Keynsham Area in phase 1".
ClusterEdit setPhase(const plan::Plan& plan, const std::vector<plan::Id>& clusters, const QString& phase);

/// A line of the rationale log for each area, saying why it is in the cluster where it is: for moves that
/// were made without a reason. Areas in none get their line too. `newId` is called once for each area.
ClusterEdit giveReason(const plan::Plan& plan, plan::Id arrangement, const std::vector<plan::Id>& areas,
                       const MoveReason& why, const std::function<plan::Id()>& newId);

/// Gives out ids that were taken before: what an edit's turn may use on another thread, the same each time.
std::function<plan::Id()> idsFrom(std::vector<plan::Id> ids);

/// Who is at the keyboard, as the history shows it.
QString personAtKeyboard();

} // namespace wardmote::ui
