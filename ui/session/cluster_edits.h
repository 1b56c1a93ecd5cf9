#pragma once
#include "core/plan/change.h"

#include <QString>

#include <functional>
#include <vector>

/// What pages do to clusters and arrangements, as changes with a label for the history. Pure functions.
namespace wardmote::ui {

struct ClusterEdit {
    QString label;
    plan::Changes changes; ///< empty: nothing to do
    QString refusal;       ///< why it is not done: something is locked. Then there are no changes.
};

/// Who gives a reason for a move, and when.
struct MoveReason {
    QString reason; ///< empty: none is recorded
    QString by;
    plan::Date on;
};

/// Makes a cluster the main one of the areas: they leave the arrangement's other clusters as main ones, and
/// stay where they were also. "Move Saltford to Keynsham Area".
ClusterEdit moveAreas(const plan::Plan& plan, plan::Id cluster, const std::vector<plan::Id>& areas);
/// The same, with a line for each area in the arrangement's rationale log.
ClusterEdit moveAreas(const plan::Plan& plan, plan::Id arrangement, plan::Id cluster,
                      const std::vector<plan::Id>& areas, const MoveReason& why,
                      const std::function<plan::Id()>& newId);
/// Adds areas to a cluster beside their main one. "Add Saltford to Keynsham Area as well".
ClusterEdit shareAreas(const plan::Plan& plan, plan::Id cluster, const std::vector<plan::Id>& areas);
/// Takes areas out of one cluster of an arrangement, or out of all (0).
ClusterEdit takeOut(const plan::Plan& plan, plan::Id arrangement, plan::Id cluster,
                    const std::vector<plan::Id>& areas);

/// With the first colour that no other cluster of the arrangement has, and the areas as its main ones.
ClusterEdit addCluster(const plan::Plan& plan, plan::Id arrangement, plan::Id id, const QString& name,
                       const std::vector<plan::Id>& areas = {});
ClusterEdit renameCluster(const plan::Plan& plan, plan::Id cluster, const QString& name);
ClusterEdit recolourCluster(const plan::Plan& plan, plan::Id cluster, int colour);
ClusterEdit eraseCluster(const plan::Plan& plan, plan::Id cluster);

/// Locks, or unlocks: the place of areas in their main clusters, a cluster's list of areas, everything.
ClusterEdit lockAreas(const plan::Plan& plan, plan::Id arrangement, const std::vector<plan::Id>& areas,
                      bool locked);
ClusterEdit lockCluster(const plan::Plan& plan, plan::Id cluster, bool locked);
ClusterEdit lockArrangement(const plan::Plan& plan, plan::Id arrangement, bool locked);
bool isLockedIn(const plan::Plan& plan, plan::Id arrangement, plan::Id area); ///< by any of the three

/// The first arrangement of a plan is in force from the start.
ClusterEdit addArrangement(const plan::Plan& plan, plan::Id id, const QString& name);
/// With copies of its clusters, of the reasons of its moves and of what was accepted; a draft and unlocked,
/// whatever the original is. What local councils said of the original they have not said of the copy.
ClusterEdit copyArrangement(const plan::Plan& plan, plan::Id arrangement, plan::Id id, const QString& name,
                            const std::function<plan::Id()>& newId);
ClusterEdit renameArrangement(const plan::Plan& plan, plan::Id arrangement, const QString& name);
ClusterEdit putInForce(const plan::Plan& plan, plan::Id arrangement);
/// As now, draft, option, agreed. Agreed takes the date; of those "as now" there is one.
ClusterEdit setArrangementStatus(const plan::Plan& plan, plan::Id arrangement, plan::ArrangementStatus status,
                                 plan::Date today);
ClusterEdit eraseArrangement(const plan::Plan& plan, plan::Id arrangement);

/// Fill number from 0 of a cluster: its colour, or its place by name among those without one.
int fillOf(const plan::Plan& plan, const plan::Cluster& cluster);
/// "Saltford", "Saltford and Kelston", "5 areas".
QString areasInWords(const plan::Plan& plan, const std::vector<plan::Id>& areas);

} // namespace wardmote::ui
