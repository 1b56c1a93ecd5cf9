#pragma once
#include "core/plan/field.h"

/// The fixed answers in a mechanism's record.
namespace wardmote::plan {

enum class MechanismKind : std::uint8_t {
    forum,
    areaBoard,
    board,
    partnership,
    panel,
    onlinePanel,
    network,
    hub,
    liaisonMeeting,
    pact,
    publicMeeting,
    annualEvent,
    steeringGroup,
    workingGroup,
    advisoryGroup,
    userGroup,
    tenantPanel,
    patientParticipationGroup,
    youthPanel,
    neighbourhoodPlanningForum,
    committee,
    surveyPanel,
    dropIn,
    digitalPlatform,
    actionGroup,
    other
};
template<>
inline constexpr auto choicesOf<MechanismKind> = std::to_array<Choice>({
    {"forum", "Forum"},
    {"area_board", "Area board"},
    {"board", "Board"},
    {"partnership", "Partnership"},
    {"panel", "Panel"},
    {"online_panel", "Online panel"},
    {"network", "Network"},
    {"hub", "Hub"},
    {"liaison_meeting", "Liaison meeting"},
    {"pact", "PACT (Partners and Communities Together)"},
    {"public_meeting", "Public meeting"},
    {"annual_event", "Annual or one-off event"},
    {"steering_group", "Steering group"},
    {"working_group", "Working group"},
    {"advisory_group", "Advisory or reference group"},
    {"user_group", "User group"},
    {"tenant_panel", "Tenant panel"},
    {"patient_participation_group", "Patient participation group"},
    {"youth_panel", "Youth panel"},
    {"neighbourhood_planning_forum", "Neighbourhood planning forum"},
    {"committee", "Committee"},
    {"survey_panel", "Residents' survey panel"},
    {"drop_in", "Drop-in"},
    {"digital_platform", "Digital platform"},
    {"action_group", "Action group"},
    {"other", "Other"},
});

enum class MechanismBasis : std::uint8_t { serviceBased, placeBased, communityOfInterest, democratic };
template<>
inline constexpr auto choicesOf<MechanismBasis> = std::to_array<Choice>({
    {"service_based", "Service-based"},
    {"place_based", "Place-based"},
    {"community_of_interest", "Community of interest"},
    {"democratic", "Democratic"},
});

enum class Tier : std::uint8_t { wholeArea, neighbourhood, wardOrCommunity };
template<>
inline constexpr auto choicesOf<Tier> = std::to_array<Choice>({
    {"whole_area", "Whole area"},
    {"neighbourhood", "Neighbourhood (cluster)"},
    {"ward_or_community", "Ward or community"},
});

enum class ParticipationLevel : std::uint8_t { inform, consult, involve, collaborate, empower };
template<>
inline constexpr auto choicesOf<ParticipationLevel> = std::to_array<Choice>({
    {"inform", "Inform"},
    {"consult", "Consult"},
    {"involve", "Involve"},
    {"collaborate", "Collaborate"},
    {"empower", "Empower"},
});

enum class Powers : std::uint8_t { advisory, awardsGrants, delegatedDecisions };
template<>
inline constexpr auto choicesOf<Powers> = std::to_array<Choice>({
    {"advisory", "Advisory"},
    {"awards_grants", "Awards grants"},
    {"delegated_decisions", "Delegated decisions"},
});

enum class AttendsHow : std::uint8_t { always, byTopic, papersOnly };
template<>
inline constexpr auto choicesOf<AttendsHow> = std::to_array<Choice>({
    {"always", "Always"},
    {"by_topic", "By topic"},
    {"papers_only", "Papers only"},
});

enum class AttendsAs : std::uint8_t { chair, coChair, member, secretariat, adviser };
template<>
inline constexpr auto choicesOf<AttendsAs> = std::to_array<Choice>({
    {"chair", "Chair"},
    {"co_chair", "Co-chair"},
    {"member", "Member"},
    {"secretariat", "Secretariat"},
    {"adviser", "Adviser"},
});

enum class MeetingFormat : std::uint8_t { inPerson, online, both };
template<>
inline constexpr auto choicesOf<MeetingFormat> = std::to_array<Choice>({
    {"in_person", "In person"},
    {"online", "Online"},
    {"both", "In person and online"},
});

enum class MechanismStatus : std::uint8_t { active, proposed, paused, ended };
template<>
inline constexpr auto choicesOf<MechanismStatus> = std::to_array<Choice>({
    {"active", "Active"},
    {"proposed", "Proposed"},
    {"paused", "Paused"},
    {"ended", "Ended"},
});

enum class TestAnswer : std::uint8_t { yes, partly, no };
template<>
inline constexpr auto choicesOf<TestAnswer> = std::to_array<Choice>({
    {"yes", "Yes"},
    {"partly", "Partly"},
    {"no", "No"},
});

enum class Extent : std::uint8_t { wholly, inPart };
template<>
inline constexpr auto choicesOf<Extent> = std::to_array<Choice>({
    {"wholly", "Wholly"},
    {"in_part", "In part"},
});

enum class SpendingKind : std::uint8_t { hire, catering, printing, chairsFee, expenses, other };
template<>
inline constexpr auto choicesOf<SpendingKind> = std::to_array<Choice>({
    {"hire", "Hire of rooms"},
    {"catering", "Catering"},
    {"printing", "Printing and post"},
    {"chairs_fee", "Chair's fee"},
    {"expenses", "Expenses and interpreters"},
    {"other", "Other"},
});

} // namespace wardmote::plan
