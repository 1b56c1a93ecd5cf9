#pragma once
#include "core/plan/meeting.h"

namespace wardmote::plan {

enum class ScenarioStatus : std::uint8_t { draft, option, agreed };
template<>
inline constexpr auto choicesOf<ScenarioStatus> = std::to_array<Choice>({
    {"draft", "Draft"},
    {"option", "Option"},
    {"agreed", "Agreed"},
});

/// What if: one set of proposed changes to mechanisms, weighed as a whole. A plan holds several, as it does
/// arrangements. Its changes are ProposedChange records.
struct Scenario {
    Id id = 0;
    std::string name;
    std::optional<ScenarioStatus> status;
    Ref<Arrangement> arrangement; ///< the clusters it is looked at by; not recorded: the one in force
    std::string rationale;
    std::optional<Date> dateAgreed;
    std::string notes;
    bool operator==(const Scenario&) const = default;
};
template<>
struct Schema<Scenario> {
    using R = Scenario;
    static constexpr std::string_view table = "scenario";
    static constexpr std::array fields{
        field<&R::name>("name", "Name", {.aliases = "scenario|option", .required = true}),
        field<&R::status>("status", "Status"),
        field<&R::arrangement>("arrangement", "Arrangement",
                               {.help = "The clusters it is looked at by, if not those in force."}),
        field<&R::rationale>("rationale", "Rationale", {.longText = true}),
        field<&R::dateAgreed>("date_agreed", "Date agreed"),
        field<&R::notes>("notes", "Notes", {.longText = true}),
    };
    static_assert(describesEveryMember<R>());
};

/// What a scenario does to one mechanism, and how it is decided. A scenario has at most one for each
/// mechanism; one that it does not name stays as it is.
///
/// "After" fields say how the mechanism is to be from then on, where that differs from now; what is not
/// recorded there stays. A merge is two records: the mechanism that goes (mergeInto, with `into`), and the
/// one that takes it up, whose after fields say how often, how long and who attends. Without those nothing
/// may be claimed of a merge. The same holds for a shared meeting and its host.
struct ProposedChange {
    Id id = 0;
    std::string name; ///< "End Chew Valley PACT": in words that outlive the records
    Ref<Scenario> scenario;
    Ref<Mechanism> mechanism;
    std::optional<WhatToDo> action;
    Ref<Mechanism> into; ///< merged into, or whose meeting is shared
    Recurrence patternAfter;
    std::optional<double> meetingsAfter;
    std::optional<double> lengthAfter;
    std::optional<double> organisingAfter;
    std::vector<Attendance> attendingAfter;
    std::vector<AreaLink> areasAfter;
    std::vector<ThemeLink> themesAfter;
    std::vector<AudienceLink> audiencesAfter;
    std::vector<SpendingLine> spendingAfter;
    std::optional<bool> noSpendingAfter;
    std::optional<Money> oneOffCost;
    std::optional<double> oneOffHours;
    Ref<Organisation> oneOffBearer;
    std::string reason;
    std::string equalityScreening;
    std::string consulted;
    std::string consultationOutcome;
    std::optional<ReviewStatus> status;
    std::string decidedBy;
    std::optional<Date> decidedOn;
    std::optional<double> hoursWhenDecided;
    std::optional<double> hoursExpected;
    std::optional<Money> spendingWhenDecided;
    std::optional<Money> spendingExpected;
    std::string notes;
    bool operator==(const ProposedChange&) const = default;
};
template<>
struct Schema<ProposedChange> {
    using R = ProposedChange;
    static constexpr std::string_view table = "proposed_change";
    static constexpr std::array fields{
        field<&R::name>("name", "Change", {.required = true}),
        field<&R::scenario>("scenario", "Scenario"),
        field<&R::mechanism>("mechanism", "Mechanism"),
        field<&R::action>("action", "What to do"),
        field<&R::into>("into_mechanism", "Into or with",
                        {.help = "The mechanism it is merged into, or whose meeting it shares."}),
        field<&R::patternAfter>("pattern_after", "Meets, from then on", {.group = "From then on"}),
        field<&R::meetingsAfter>(
            "meetings_after", "Meetings a year",
            {.help = "Where no pattern says it.", .group = "From then on", .minimum = 0, .maximum = 400}),
        field<&R::lengthAfter>("length_after", "Length",
                               {.unit = "hours", .group = "From then on", .minimum = 0, .maximum = 48}),
        field<&R::organisingAfter>("organising_after", "Organising",
                                   {.help = "Staff hours of organising, minuting and papers a meeting.",
                                    .unit = "hours",
                                    .group = "From then on",
                                    .minimum = 0,
                                    .maximum = 1000}),
        field<&R::attendingAfter>("attending_after", "Who attends", {.group = "From then on"}),
        field<&R::areasAfter>("areas_after", "Areas covered", {.group = "From then on"}),
        field<&R::themesAfter>("themes_after", "Themes", {.group = "From then on"}),
        field<&R::audiencesAfter>("audiences_after", "Audiences", {.group = "From then on"}),
        field<&R::spendingAfter>("spending_after", "Spending a year", {.group = "From then on"}),
        field<&R::noSpendingAfter>("no_spending_after", "No spending from then on",
                                   {.group = "From then on"}),
        field<&R::oneOffCost>("one_off_cost", "One-off cost",
                              {.unit = "£", .group = "One-off", .minimum = 0}),
        field<&R::oneOffHours>("one_off_hours", "One-off staff time",
                               {.unit = "hours", .group = "One-off", .minimum = 0}),
        field<&R::oneOffBearer>("one_off_bearer", "Borne by", {.group = "One-off"}),
        field<&R::reason>("reason", "Reason", {.group = "Decision", .longText = true}),
        field<&R::equalityScreening>("equality_screening", "Equality screening",
                                     {.help = "What the screening found, and where it is kept.",
                                      .group = "Decision",
                                      .longText = true}),
        field<&R::consulted>("consulted", "Who was consulted", {.group = "Decision", .longText = true}),
        field<&R::consultationOutcome>("consultation_outcome", "What they said",
                                       {.group = "Decision", .longText = true}),
        field<&R::status>("status", "Status", {.group = "Decision"}),
        field<&R::decidedBy>("decided_by", "Decided by", {.help = "A body or a role.", .group = "Decision"}),
        field<&R::decidedOn>("decided_on", "Decided on", {.group = "Decision"}),
        field<&R::hoursWhenDecided>("hours_when_decided", "Staff hours a year when decided",
                                    {.unit = "hours", .group = "Achieved", .minimum = 0}),
        field<&R::hoursExpected>("hours_expected", "Staff hours a year expected",
                                 {.unit = "hours", .group = "Achieved", .minimum = 0}),
        field<&R::spendingWhenDecided>("spending_when_decided", "Spending a year when decided",
                                       {.unit = "£", .group = "Achieved", .minimum = 0}),
        field<&R::spendingExpected>("spending_expected", "Spending a year expected",
                                    {.unit = "£", .group = "Achieved", .minimum = 0}),
        field<&R::notes>("notes", "Notes", {.longText = true}),
    };
    static_assert(describesEveryMember<R>());
};

} // namespace wardmote::plan
