#pragma once
#include "core/plan/meeting.h"

namespace wardmote::plan {

struct MeetingLink {
    Ref<Meeting> meeting;
    bool operator==(const MeetingLink&) const = default;
};
template<>
struct Schema<MeetingLink> {
    static constexpr std::array fields{
        field<&MeetingLink::meeting>("meeting", "Meeting", {.required = true})};
    static_assert(describesEveryCell<MeetingLink>());
};

/// What people raised in a place, and what came of it. One issue raised at several mechanisms is evidence
/// that they do the same work. Individual casework is not recorded here.
struct LocalIssue {
    Id id = 0;
    std::string name;
    std::vector<AreaLink> areas;
    Ref<Theme> theme;
    std::optional<Date> firstRaised;
    std::vector<MeetingLink> raisedAt;
    std::vector<MechanismLink> raisedIn; ///< where the mechanism is known but not the meeting
    Ref<Organisation> takenBy;
    Ref<Role> takenByRole;
    std::optional<Date> answeredOn;
    std::string answer;
    std::string outcome;
    std::optional<bool> notForPublication;
    std::string notes;
    std::string source;
    std::string sourceKey;
    bool operator==(const LocalIssue&) const = default;
};
template<>
struct Schema<LocalIssue> {
    using R = LocalIssue;
    static constexpr std::string_view table = "local_issue";
    static constexpr std::array fields{
        field<&R::name>("name", "What was raised",
                        {.aliases = "issue|local issue|concern|question", .required = true}),
        field<&R::areas>("areas", "Where", {.aliases = "area|parish|ward|place"}),
        field<&R::theme>("theme", "Theme", {.aliases = "topic|subject"}),
        field<&R::firstRaised>("first_raised", "First raised",
                               {.aliases = "date|raised|date raised|raised on"}),
        field<&R::raisedAt>("raised_at", "Raised at meetings",
                            {.help = "Each dated meeting at which it was raised.", .aliases = "meetings"}),
        field<&R::raisedIn>("raised_in", "Raised at",
                            {.help = "Each mechanism at which it was raised, where no meeting is recorded.",
                             .aliases = "mechanism|mechanisms|forum|forums|raised at forum"}),
        field<&R::takenBy>("taken_by", "Taken by",
                           {.help = "The organisation or service that took it on.",
                            .group = "What came of it",
                            .aliases = "owner|organisation|service"}),
        field<&R::takenByRole>("taken_by_role", "Role that took it", {.group = "What came of it"}),
        field<&R::answeredOn>("answered_on", "Answered on",
                              {.group = "What came of it", .aliases = "answered|date answered|closed"}),
        field<&R::answer>("answer", "Answer",
                          {.group = "What came of it", .aliases = "response", .longText = true}),
        field<&R::outcome>("outcome", "Outcome",
                           {.group = "What came of it", .aliases = "result", .longText = true}),
        field<&R::notForPublication>("not_for_publication", "Not for publication",
                                     {.help = "Left out of reports.", .group = "Notes and source"}),
        field<&R::notes>("notes", "Notes", {.group = "Notes and source", .longText = true}),
        field<&R::source>("source", "Source", {.group = "Notes and source"}),
        field<&R::sourceKey>("source_key", "Source's own id", {.group = "Notes and source", .aliases = "id"}),
    };
    static_assert(describesEveryMember<R>());
};

} // namespace wardmote::plan
