#pragma once
#include "core/plan/area.h"
#include "core/plan/mechanism_choices.h"

namespace wardmote::plan {

struct ThemeLink {
    Ref<Theme> theme;
    bool operator==(const ThemeLink&) const = default;
};
template<>
struct Schema<ThemeLink> {
    static constexpr std::array fields{field<&ThemeLink::theme>("theme", "Theme", {.required = true})};
    static_assert(describesEveryCell<ThemeLink>());
};

struct AudienceLink {
    Ref<Audience> audience;
    bool operator==(const AudienceLink&) const = default;
};
template<>
struct Schema<AudienceLink> {
    static constexpr std::array fields{
        field<&AudienceLink::audience>("audience", "Audience", {.required = true})};
    static_assert(describesEveryCell<AudienceLink>());
};

/// An organisation that attends a mechanism.
struct Attendance {
    Ref<Organisation> organisation;
    std::optional<int> people; ///< at each meeting; not recorded is not 1
    std::optional<bool> paid;  ///< in its staff's paid time; no: councillors and volunteers
    std::optional<AttendsHow> how;
    std::optional<AttendsAs> role;
    std::string grade; ///< names a grade of the plan's settings, to value paid time
    bool operator==(const Attendance&) const = default;
};
template<>
struct Schema<Attendance> {
    using R = Attendance;
    static constexpr std::array fields{
        field<&R::organisation>("organisation", "Organisation", {.required = true}),
        field<&R::people>("people", "People", {.help = "How many come to a meeting.", .minimum = 0}),
        field<&R::paid>("paid", "Paid",
                        {.help = "In paid working time; councillors and volunteers are not."}),
        field<&R::how>("how", "Attends"),
        field<&R::role>("role", "As"),
        field<&R::grade>("grade", "Grade"),
    };
    static_assert(describesEveryCell<R>());
};

struct Replacement {
    Ref<Mechanism> mechanism;
    std::optional<Extent> extent;
    bool operator==(const Replacement&) const = default;
};
template<>
struct Schema<Replacement> {
    static constexpr std::array fields{
        field<&Replacement::mechanism>("successor", "Replaced by", {.required = true}),
        field<&Replacement::extent>("extent", "Extent"),
    };
    static_assert(describesEveryCell<Replacement>());
};

/// Spending of one kind in a year: cash that would stop with the mechanism.
struct SpendingLine {
    SpendingKind kind = SpendingKind::other;
    std::optional<Money> amount;
    Ref<Organisation> bearer; ///< who pays; not recorded: the lead organisation
    bool operator==(const SpendingLine&) const = default;
};
template<>
struct Schema<SpendingLine> {
    static constexpr std::array fields{
        field<&SpendingLine::kind>("kind", "For", {.required = true}),
        field<&SpendingLine::amount>("amount", "A year", {.unit = "£", .minimum = 0}),
        field<&SpendingLine::bearer>("bearer", "Paid by"),
    };
    static_assert(describesEveryCell<SpendingLine>());
};

/// Another mechanism that meets in the same meeting, with the share of that meeting's cost that stays here.
struct SharedMeeting {
    Ref<Mechanism> mechanism;
    std::optional<double> share; ///< 0..1 of the shared meeting's cost that the other mechanism bears
    bool operator==(const SharedMeeting&) const = default;
};
template<>
struct Schema<SharedMeeting> {
    static constexpr std::array fields{
        field<&SharedMeeting::mechanism>("other_mechanism", "Shared with", {.required = true}),
        field<&SharedMeeting::share>("share", "Share it bears", {.minimum = 0, .maximum = 1}),
    };
    static_assert(describesEveryCell<SharedMeeting>());
};

/// A standing way in which a public service talks with people.
struct Mechanism {
    Id id = 0;
    std::string name;
    std::vector<Words> otherNames;
    std::optional<MechanismKind> kind;
    std::optional<MechanismBasis> basis;
    std::optional<Tier> tier;
    std::optional<MechanismStatus> status;
    Ref<Organisation> leadOrganisation;
    Ref<Organisation> service;
    Ref<Role> responsibleOfficer;
    std::string purpose;
    std::string outOfScope;
    std::vector<ThemeLink> themes;
    std::vector<AudienceLink> audiences;
    std::optional<ParticipationLevel> participation;
    std::optional<Powers> powers;
    std::optional<bool> statutory;
    std::string law;
    std::optional<bool> wholePlan;
    std::vector<AreaLink> areas;
    std::vector<Attendance> attending;
    std::vector<RoleLink> rolesAttending;
    std::string represents;
    Ref<Mechanism> reportsTo;
    std::vector<Replacement> replacedBy;
    Recurrence pattern;
    std::string patternWords;
    std::optional<Date> patternStart;
    std::optional<double> meetingsAYear;
    std::optional<Time> startTime;
    std::optional<double> lengthHours;
    std::optional<MeetingFormat> format;
    std::string venue;
    std::vector<SharedMeeting> sharedMeetings;
    std::optional<double> attendancePublic;
    std::optional<double> attendanceMembers;
    std::optional<double> attendanceOfficers;
    std::vector<SpendingLine> spending;
    std::optional<double> travelHours;
    std::optional<double> readingHours;
    std::optional<double> organisingHours;
    std::string organisingGrade;
    std::optional<bool> roomFree;
    std::optional<Money> roomValue;
    std::optional<Money> grantsAwarded;
    std::optional<int> decisionsRaised;
    std::optional<int> decisionsClosed;
    std::optional<int> actionsRaised;
    std::optional<int> actionsClosed;
    std::optional<TestAnswer> testLocalSolutions;
    std::optional<TestAnswer> testNoDuplication;
    std::optional<TestAnswer> testEngagesPeople;
    std::string testEvidence;
    std::optional<Date> setUp;
    std::optional<Date> ended;
    std::optional<Date> lastMet;
    std::optional<Date> nextReview;
    std::string howItWouldEnd;
    std::string calendarUid;
    std::optional<bool> notForPublication;
    std::string notes;
    std::string source;
    std::string sourceKey;
    std::optional<Date> dateChecked;
    bool operator==(const Mechanism&) const = default;
};
template<>
struct Schema<Mechanism> {
    using R = Mechanism;
    static constexpr std::string_view table = "mechanism";
    static constexpr std::array fields{
        field<&R::name>("name", "Name",
                        {.aliases = "mechanism|meeting|meeting name|title|forum|group|engagement mechanism",
                         .required = true}),
        field<&R::otherNames>("other_names", "Other names",
                              {.help = "Other names it goes by.", .aliases = "also known as|aka"}),
        field<&R::kind>("kind", "Kind", {.aliases = "type|meeting type|kind of meeting"}),
        field<&R::basis>("basis", "Basis",
                         {.help = "Service-based: set up for one service, issue or national initiative."}),
        field<&R::tier>("tier", "Tier"),
        field<&R::status>("status", "Status", {.aliases = "state"}),
        field<&R::leadOrganisation>(
            "lead_organisation", "Lead organisation",
            {.group = "Who runs it",
             .aliases =
                 "lead|organisation|organiser|lead body|owner|run by|organised by|lead organisation name"}),
        field<&R::service>("service", "Service",
                           {.help = "The directorate or service that runs it.",
                            .group = "Who runs it",
                            .aliases = "lead service|directorate|department|team|division"}),
        field<&R::responsibleOfficer>("responsible_officer", "Responsible officer",
                                      {.help = "A role, not a person's name.",
                                       .group = "Who runs it",
                                       .aliases = "lead officer|officer|contact"}),
        field<&R::purpose>("purpose", "Purpose",
                           {.group = "What it is for",
                            .aliases = "aim|aims|terms of reference|remit|description",
                            .longText = true}),
        field<&R::outOfScope>("out_of_scope", "Out of scope", {.group = "What it is for", .longText = true}),
        field<&R::themes>("themes", "Themes",
                          {.group = "What it is for", .aliases = "theme|topic|topics|subject|subjects"}),
        field<&R::audiences>(
            "audiences", "Audiences",
            {.help = "The communities engaged.",
             .group = "What it is for",
             .aliases = "audience|who for|engages|target audience|community engaged|communities engaged"}),
        field<&R::participation>("participation", "Level of participation",
                                 {.group = "What it is for", .aliases = "level|iap2"}),
        field<&R::powers>("powers", "Powers", {.group = "What it is for"}),
        field<&R::statutory>("statutory", "Statutory",
                             {.group = "What it is for", .aliases = "is statutory|statutory?"}),
        field<&R::law>(
            "law", "Law",
            {.help = "The law that requires it.", .group = "What it is for", .aliases = "legislation|act"}),
        field<&R::wholePlan>("whole_plan", "Covers the whole area",
                             {.group = "Where", .aliases = "district wide|borough wide|whole area"}),
        field<&R::areas>("areas", "Areas covered",
                         {.group = "Where",
                          .aliases = "area|area covered|area_covered|area_codes|area codes|parishes|parishes "
                                     "covered|places|geography|coverage|location|locality"}),
        field<&R::attending>(
            "attending", "Organisations attending",
            {.group = "Who attends",
             .aliases = "attendees|attendance|membership|members|organisation attending|partners|who "
                        "attends|invitees|organisations|attending organisations"}),
        field<&R::rolesAttending>("roles_attending", "Roles attending",
                                  {.help = "The people who sit on it by their roles, to find who is asked to "
                                           "be in two places at once.",
                                   .group = "Who attends",
                                   .aliases = "officers attending|roles"}),
        field<&R::represents>("represents", "Whom it represents", {.group = "Who attends"}),
        field<&R::attendancePublic>("attendance_public", "Public, usually",
                                    {.group = "Who attends",
                                     .aliases = "public attendance|members of the public|public",
                                     .minimum = 0}),
        field<&R::attendanceMembers>("attendance_members", "Members, usually",
                                     {.group = "Who attends",
                                      .aliases = "member count|member_count|councillors attending",
                                      .minimum = 0}),
        field<&R::attendanceOfficers>(
            "attendance_officers", "Officers, usually",
            {.group = "Who attends", .aliases = "officers|officers attending|staff attending", .minimum = 0}),
        field<&R::reportsTo>("reports_to", "Reports to",
                             {.group = "Links", .aliases = "parent|parent body|reports into"}),
        field<&R::replacedBy>("replaced_by", "Replaced by",
                              {.group = "Links", .aliases = "successor|superseded by"}),
        field<&R::sharedMeetings>("shared_meetings", "Shares a meeting with", {.group = "Links"}),
        field<&R::pattern>("pattern", "Meeting pattern",
                           {.help = "How often it meets, for example \"2nd Tuesday of the month\".",
                            .group = "Meetings",
                            .aliases = "frequency|how often|schedule|when|meets|meeting "
                                       "pattern|recurrence|meeting frequency|dates"}),
        field<&R::patternWords>(
            "pattern_words", "Pattern as imported",
            {.help = "The words of the list, kept where they could not be read as a pattern.",
             .group = "Meetings"}),
        field<&R::patternStart>("pattern_start", "Pattern counts from",
                                {.help = "A day on which it met: says which weeks “every six weeks” means.",
                                 .group = "Meetings",
                                 .aliases = "first meeting|starts on"}),
        field<&R::meetingsAYear>(
            "meetings_a_year", "Meetings a year",
            {.help = "Where no pattern is recorded.",
             .group = "Meetings",
             .aliases = "meetings per year|number of meetings|no of meetings|meetings/year",
             .minimum = 0,
             .maximum = 1000}),
        field<&R::startTime>("start_time", "Starts at", {.group = "Meetings", .aliases = "time|start"}),
        field<&R::lengthHours>("length_hours", "Length",
                               {.unit = "hours",
                                .group = "Meetings",
                                .aliases = "length|duration|hours|length (hours)|duration (hours)",
                                .minimum = 0,
                                .maximum = 48}),
        field<&R::format>("format", "In person or online", {.group = "Meetings", .aliases = "online"}),
        field<&R::venue>("venue", "Venue", {.group = "Meetings", .aliases = "place|meeting place|where"}),
        field<&R::lastMet>("last_met", "Last met",
                           {.group = "Meetings", .aliases = "last meeting|date of last meeting"}),
        field<&R::spending>("spending", "Spending a year",
                            {.group = "Cost", .aliases = "cost|annual cost|budget|spend"}),
        field<&R::travelHours>("travel_hours", "Travel",
                               {.help = "For each person and meeting, there and back.",
                                .unit = "hours",
                                .group = "Cost",
                                .minimum = 0,
                                .maximum = 48}),
        field<&R::readingHours>("reading_hours", "Reading",
                                {.help = "For each person and meeting.",
                                 .unit = "hours",
                                 .group = "Cost",
                                 .aliases = "preparation|preparation hours",
                                 .minimum = 0,
                                 .maximum = 48}),
        field<&R::organisingHours>(
            "organising_hours", "Organising",
            {.help = "Staff hours of organising, minuting and papers for each meeting.",
             .unit = "hours",
             .group = "Cost",
             .aliases = "admin hours|officer hours|staff hours",
             .minimum = 0,
             .maximum = 1000}),
        field<&R::organisingGrade>("organising_grade", "Organiser's grade", {.group = "Cost"}),
        field<&R::roomFree>("room_free", "Room used free", {.group = "Cost"}),
        field<&R::roomValue>("room_value", "What the room would cost",
                             {.help = "Price of hiring outside, for each meeting.",
                              .unit = "£",
                              .group = "Cost",
                              .minimum = 0}),
        field<&R::grantsAwarded>("grants_awarded", "Grants it awards a year",
                                 {.unit = "£", .group = "Cost", .minimum = 0}),
        field<&R::decisionsRaised>("decisions_raised", "Decisions raised",
                                   {.group = "What comes of it", .minimum = 0}),
        field<&R::decisionsClosed>("decisions_closed", "Decisions closed",
                                   {.group = "What comes of it", .minimum = 0}),
        field<&R::actionsRaised>("actions_raised", "Actions raised",
                                 {.group = "What comes of it", .minimum = 0}),
        field<&R::actionsClosed>("actions_closed", "Actions closed",
                                 {.group = "What comes of it", .minimum = 0}),
        field<&R::testLocalSolutions>("test_local_solutions", "Contributes to local solutions",
                                      {.group = "The three tests"}),
        field<&R::testNoDuplication>("test_no_duplication", "Creates no duplication",
                                     {.group = "The three tests"}),
        field<&R::testEngagesPeople>("test_engages_people", "Fully engages local people",
                                     {.group = "The three tests"}),
        field<&R::testEvidence>("test_evidence", "What the answers rest on",
                                {.group = "The three tests", .longText = true}),
        field<&R::setUp>("set_up", "Set up",
                         {.group = "Life", .aliases = "started|since|established|start date"}),
        field<&R::ended>("ended", "Ended", {.group = "Life", .aliases = "end date|closed"}),
        field<&R::nextReview>("next_review", "Next review",
                              {.group = "Life", .aliases = "review date|review"}),
        field<&R::howItWouldEnd>("how_it_would_end", "How it would end", {.group = "Life", .longText = true}),
        field<&R::calendarUid>("calendar_uid", "Calendar UID",
                               {.help = "Of its series in the calendar it came from.",
                                .group = "Notes and source",
                                .aliases = "uid"}),
        field<&R::notForPublication>(
            "not_for_publication", "Not for publication",
            {.help = "What its source says stays out of reports.", .group = "Notes and source"}),
        field<&R::notes>("notes", "Notes",
                         {.group = "Notes and source", .aliases = "comments|comment|note", .longText = true}),
        field<&R::source>("source", "Source", {.group = "Notes and source", .aliases = "url|link|web page"}),
        field<&R::sourceKey>("source_key", "Source's own id",
                             {.group = "Notes and source", .aliases = "id|identifier|ref|reference"}),
        field<&R::dateChecked>("date_checked", "Date checked",
                               {.group = "Notes and source", .aliases = "checked|last checked"}),
    };
    static_assert(describesEveryMember<R>());
};

} // namespace wardmote::plan
