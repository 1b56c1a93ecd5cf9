#pragma once
#include "core/plan/cluster.h"
#include "core/plan/mechanism.h"

namespace wardmote::plan {

struct MechanismLink {
    Ref<Mechanism> mechanism;
    bool operator==(const MechanismLink&) const = default;
};
template<>
struct Schema<MechanismLink> {
    static constexpr std::array fields{
        field<&MechanismLink::mechanism>("mechanism", "Mechanism", {.required = true})};
    static_assert(describesEveryCell<MechanismLink>());
};

struct ClusterLink {
    Ref<Cluster> cluster;
    bool operator==(const ClusterLink&) const = default;
};
template<>
struct Schema<ClusterLink> {
    static constexpr std::array fields{
        field<&ClusterLink::cluster>("cluster", "Cluster", {.required = true})};
    static_assert(describesEveryCell<ClusterLink>());
};

enum class MeetingStatus : std::uint8_t { planned, held, cancelled };
template<>
inline constexpr auto choicesOf<MeetingStatus> = std::to_array<Choice>({
    {"planned", "Planned"},
    {"held", "Held"},
    {"cancelled", "Cancelled"},
});

/// One dated occurrence. It may serve several mechanisms and clusters; its cost is counted once.
struct Meeting {
    Id id = 0;
    std::string name;
    std::vector<MechanismLink> mechanisms;
    std::vector<ClusterLink> clusters;
    std::optional<Date> date;
    std::optional<Time> startTime;
    std::optional<double> lengthHours;
    std::string venue;
    std::string topics;
    std::optional<int> attendancePublic;
    std::optional<int> attendanceMembers;
    std::optional<int> attendanceOfficers;
    std::string outcome;
    std::optional<MeetingStatus> status;
    std::string calendarUid;
    std::string link;
    std::optional<bool> notForPublication;
    std::string notes;
    std::string source;
    std::string sourceKey;
    bool operator==(const Meeting&) const = default;
};
template<>
struct Schema<Meeting> {
    using R = Meeting;
    static constexpr std::string_view table = "meeting";
    static constexpr std::array fields{
        field<&R::name>("name", "Title", {.aliases = "title|meeting|summary", .required = true}),
        field<&R::mechanisms>("mechanisms", "Mechanisms", {.aliases = "mechanism|forum|group"}),
        field<&R::clusters>("clusters", "Clusters", {.aliases = "cluster"}),
        field<&R::date>("date", "Date", {.aliases = "meeting date|when|day"}),
        field<&R::startTime>("start_time", "Starts at", {.aliases = "time|start"}),
        field<&R::lengthHours>("length_hours", "Length",
                               {.unit = "hours", .aliases = "duration", .minimum = 0, .maximum = 48}),
        field<&R::venue>("venue", "Venue", {.aliases = "place|location"}),
        field<&R::topics>("topics", "Agenda topics", {.aliases = "agenda|topics", .longText = true}),
        field<&R::attendancePublic>("attendance_public", "Public counted",
                                    {.group = "Attendance", .aliases = "public", .minimum = 0}),
        field<&R::attendanceMembers>("attendance_members", "Members counted",
                                     {.group = "Attendance", .aliases = "members", .minimum = 0}),
        field<&R::attendanceOfficers>("attendance_officers", "Officers counted",
                                      {.group = "Attendance", .aliases = "officers", .minimum = 0}),
        field<&R::outcome>("outcome", "Outcome", {.longText = true}),
        field<&R::status>("status", "Status", {.help = "Planned, held or cancelled."}),
        field<&R::calendarUid>("calendar_uid", "Calendar UID",
                               {.group = "Notes and source", .aliases = "uid"}),
        field<&R::link>("link", "Link", {.group = "Notes and source", .aliases = "url"}),
        field<&R::notForPublication>("not_for_publication", "Not for publication",
                                     {.help = "Left out of reports.", .group = "Notes and source"}),
        field<&R::notes>("notes", "Notes", {.group = "Notes and source", .longText = true}),
        field<&R::source>("source", "Source", {.group = "Notes and source"}),
        field<&R::sourceKey>("source_key", "Source's own id", {.group = "Notes and source", .aliases = "id"}),
    };
    static_assert(describesEveryMember<R>());
};

enum class Finding : std::uint8_t { recordedTwice, duplicate, nested, overlapping, complementary };
template<>
inline constexpr auto choicesOf<Finding> = std::to_array<Choice>({
    {"recorded_twice", "Recorded twice"},
    {"duplicate", "Duplicate"},
    {"nested", "Nested"},
    {"overlapping", "Overlapping"},
    {"complementary", "Complementary"},
});

enum class WhatToDo : std::uint8_t { keep, mergeInto, shareAMeeting, meetLessOften, reScope, end };
template<>
inline constexpr auto choicesOf<WhatToDo> = std::to_array<Choice>({
    {"keep", "Keep"},
    {"merge_into", "Merge into"},
    {"share_a_meeting", "Share a meeting"},
    {"meet_less_often", "Meet less often"},
    {"re_scope", "Re-scope"},
    {"end", "End"},
});

enum class ReviewStatus : std::uint8_t { open, proposed, agreed, done, rejected };
template<>
inline constexpr auto choicesOf<ReviewStatus> = std::to_array<Choice>({
    {"open", "Open"},
    {"proposed", "Proposed"},
    {"agreed", "Agreed"},
    {"done", "Done"},
    {"rejected", "Rejected"},
});

/// What people found and decided about a pair or family of mechanisms.
struct Review {
    Id id = 0;
    std::string name;
    std::vector<MechanismLink> mechanisms;
    std::optional<Finding> finding;
    std::optional<WhatToDo> decision;
    Ref<Mechanism> mergeInto;
    std::string reason;
    std::string lostReach;
    std::string lostTravel;
    std::string lostStatutoryDuty;
    std::string equalityScreening;
    std::string consulted;
    std::string consultationOutcome;
    std::string decidedBy;
    std::optional<Date> decidedOn;
    std::optional<ReviewStatus> status;
    std::string
        factsWhenDecided; ///< what the decision rested on, so that it can be asked whether it still holds
    std::string notes;
    bool operator==(const Review&) const = default;
};
template<>
struct Schema<Review> {
    using R = Review;
    static constexpr std::string_view table = "review";
    static constexpr std::array fields{
        field<&R::name>("name", "Title", {.required = true}),
        field<&R::mechanisms>("mechanisms", "Mechanisms"),
        field<&R::finding>("finding", "Finding"),
        field<&R::decision>("decision", "What to do"),
        field<&R::mergeInto>("merge_into", "Merge into"),
        field<&R::reason>("reason", "Reason", {.longText = true}),
        field<&R::lostReach>("lost_reach", "Reach lost", {.group = "What would be lost", .longText = true}),
        field<&R::lostTravel>("lost_travel", "Travel added",
                              {.group = "What would be lost", .longText = true}),
        field<&R::lostStatutoryDuty>("lost_statutory_duty", "Statutory duty affected",
                                     {.group = "What would be lost", .longText = true}),
        field<&R::equalityScreening>("equality_screening", "Equality screening",
                                     {.help = "What the screening found, and where it is kept.",
                                      .group = "Before it is agreed",
                                      .longText = true}),
        field<&R::consulted>("consulted", "Who was consulted",
                             {.group = "Before it is agreed", .longText = true}),
        field<&R::consultationOutcome>("consultation_outcome", "What they said",
                                       {.group = "Before it is agreed", .longText = true}),
        field<&R::decidedBy>("decided_by", "Decided by", {.help = "A body or a role."}),
        field<&R::decidedOn>("decided_on", "Decided on"),
        field<&R::status>("status", "Status"),
        field<&R::factsWhenDecided>("facts_when_decided", "Facts when decided", {.hidden = true}),
        field<&R::notes>("notes", "Notes", {.longText = true}),
    };
    static_assert(describesEveryMember<R>());
};

} // namespace wardmote::plan
