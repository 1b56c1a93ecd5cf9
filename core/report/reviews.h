#pragma once
#include "core/report/scope.h"

/// What people decided about mechanisms, in words.
namespace wardmote::report {

/// Reviews that say what to do with a mechanism in scope, by title.
std::vector<const plan::Review*> reviewsOf(const Scope& scope);
/// The review of these two that counts: the last one decided, else any; null: none.
const plan::Review* reviewOf(const Scope& scope, const analysis::Pair& pair);

/// By its status; where that is not recorded, what has a date of decision counts as agreed.
bool isProposal(const plan::Review& review);
bool isAgreed(const plan::Review& review); ///< and not yet recorded as done

/// "Merge the Tenant panel into the Housing forum"; the review must have a decision.
std::string whatToDo(const Scope& scope, const plan::Review& review);
/// "Share a meeting (Proposed)", "none yet"; for a table. Null: no review.
std::string decisionInBrief(const plan::Review* review);
/// " by Cabinet on 4 March 2026"; empty where neither is recorded.
std::string byWhomAndWhen(const plan::Review& review);
/// Reach, travel and duties that would be lost, as sentences; empty where none are recorded.
std::string lossesInWords(const plan::Review& review);

} // namespace wardmote::report
