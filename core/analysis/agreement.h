#pragma once
#include "core/plan/change.h"

#include <optional>
#include <string>
#include <vector>

/// What has to be written before it is agreed to end or merge a mechanism: one rule for reviews and for the
/// changes of scenarios, for every screen that records them and for the checks.
namespace wardmote::analysis {

/// Agreed, or done since.
bool isAgreed(std::optional<plan::ReviewStatus> status);

/// What a decision lacks before it may be marked agreed: one to end or merge needs the equality screening,
/// who was consulted, and what they said; white space says nothing. A review that found one thing recorded
/// twice ends no mechanism and lacks nothing. Fields of the record, in its order; none: all is there.
std::vector<const plan::FieldInfo*> missingForAgreement(const plan::Review& review);
std::vector<const plan::FieldInfo*> missingForAgreement(const plan::ProposedChange& change);

/// "Before ending or merging can be agreed, write: equality screening, who was consulted." Empty for none.
std::string missingInWords(const std::vector<const plan::FieldInfo*>& missing);

/// A review or a scenario's change that an edit would mark agreed before it may be.
struct UnreadyDecision {
    plan::RecordKind kind = plan::RecordKind::review;
    plan::Id id = 0;
    std::vector<const plan::FieldInfo*> missing; ///< not empty
    std::vector<const plan::FieldInfo*> because; ///< fields whose new content makes it so: without them the
                                                 ///< edit may be made
};

/// The decisions that an edit would mark agreed or done while something is missing, make another decision of,
/// or take something needed away from. One that was agreed without before (an import may bring such a one)
/// may be filled in step by step. Ascending by kind and id.
std::vector<UnreadyDecision> unreadyDecisions(const plan::Plan& plan, const plan::Changes& changes);

} // namespace wardmote::analysis
