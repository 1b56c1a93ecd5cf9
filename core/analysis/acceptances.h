#pragma once
#include "core/analysis/checks.h"

#include <map>

namespace wardmote::analysis {

/// The records that a breach concerns, as text that an acceptance keeps: "cluster:12,area:345", in order of
/// kind and id. Two breaches of one rule with the same subject are the same breach, whatever their figures.
std::string subjectOf(const Breach& breach);
/// The same subject with clusters exchanged: what was accepted in an arrangement, in a copy of it.
std::string subjectWith(const std::string& subject, const std::map<plan::Id, plan::Id>& clusters);

/// The acceptance that covers a breach in an arrangement, null if there is none. One without an arrangement
/// holds in all.
const plan::Acceptance* acceptanceOf(const plan::Plan& plan, const Breach& breach, plan::Id arrangement);

/// Why a breach is accepted, by whom and when.
struct AcceptanceReason {
    std::string reason; ///< not empty
    std::string by;
    std::optional<plan::Date> on;
};
/// The record that accepts a breach: in the arrangement, or in all where the rule is of the plan's records.
plan::Acceptance acceptanceFor(const Breach& breach, plan::Id arrangement, const AcceptanceReason& reason,
                               plan::Id id);

/// A breach together with its acceptance.
struct JudgedBreach {
    Breach breach;
    const plan::Acceptance* accepted = nullptr; ///< of the plan that was asked; null: open
};
/// checks() with what people accepted: open ones first, each part in the order of checks().
std::vector<JudgedBreach> judgedChecks(const plan::Plan& plan, const Neighbours* neighbours,
                                       const CheckOptions& options);
/// What is open about each cluster, problems and warnings alone, in the order given: messages by cluster.
std::map<plan::Id, std::vector<std::string>> openByCluster(const std::vector<JudgedBreach>& judged);
/// Acceptances of this arrangement that no breach needs any more, or that stand for other records by now.
std::vector<plan::Id> idleAcceptances(const plan::Plan& plan, const std::vector<JudgedBreach>& judged,
                                      plan::Id arrangement);

} // namespace wardmote::analysis
