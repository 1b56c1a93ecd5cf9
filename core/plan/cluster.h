#pragma once
#include "core/plan/area.h"

namespace wardmote::plan {

enum class ArrangementStatus : std::uint8_t { asNow, draft, option, agreed };
template<>
inline constexpr auto choicesOf<ArrangementStatus> = std::to_array<Choice>({
    {"as_now", "As now"},
    {"draft", "Draft"},
    {"option", "Option"},
    {"agreed", "Agreed"},
});

/// One complete way of drawing the clusters.
struct Arrangement {
    Id id = 0;
    std::string name;
    std::optional<ArrangementStatus> status;
    std::string rationale;
    std::optional<Date> dateAgreed;
    std::optional<bool> locked;
    std::string notes;
    std::string source;
    bool operator==(const Arrangement&) const = default;
};
template<>
struct Schema<Arrangement> {
    using R = Arrangement;
    static constexpr std::string_view table = "arrangement";
    static constexpr std::array fields{
        field<&R::name>("name", "Name", {.aliases = "scheme|option", .required = true}),
        field<&R::status>("status", "Status"),
        field<&R::rationale>("rationale", "Rationale", {.longText = true}),
        field<&R::dateAgreed>("date_agreed", "Date agreed"),
        field<&R::locked>(
            "locked", "Locked",
            {.help = "Nothing of it is moved until it is unlocked. What is agreed is always locked."}),
        field<&R::notes>("notes", "Notes", {.longText = true}),
        field<&R::source>("source", "Source"),
    };
    static_assert(describesEveryMember<R>());
};

enum class ClusterStatus : std::uint8_t { proposed, inPreparation, active, ended };
template<>
inline constexpr auto choicesOf<ClusterStatus> = std::to_array<Choice>({
    {"proposed", "Proposed"},
    {"in_preparation", "In preparation"},
    {"active", "Active"},
    {"ended", "Ended"},
});

/// An area in a cluster. Of the clusters of one arrangement that hold an area, one is its main one.
struct ClusterArea {
    Ref<Area> area;
    bool main = true;
    bool locked = false; ///< the area stays here: neither a hand nor a proposal moves it
    bool operator==(const ClusterArea&) const = default;
};
template<>
struct Schema<ClusterArea> {
    static constexpr std::array fields{
        field<&ClusterArea::area>("area", "Area", {.required = true}),
        field<&ClusterArea::main>("main", "Main cluster"),
        field<&ClusterArea::locked>("locked", "Locked"),
    };
    static_assert(describesEveryCell<ClusterArea>());
};

/// An officer in the virtual team that supports a cluster.
struct TeamMember {
    Ref<Role> role;
    bool operator==(const TeamMember&) const = default;
};
template<>
struct Schema<TeamMember> {
    static constexpr std::array fields{field<&TeamMember::role>("role", "Role", {.required = true})};
    static_assert(describesEveryCell<TeamMember>());
};

/// An organisation whose people belong to a cluster's virtual team.
struct OrganisationLink {
    Ref<Organisation> organisation;
    bool operator==(const OrganisationLink&) const = default;
};
template<>
struct Schema<OrganisationLink> {
    static constexpr std::array fields{
        field<&OrganisationLink::organisation>("organisation", "Organisation", {.required = true})};
    static_assert(describesEveryCell<OrganisationLink>());
};

/// How far one of the plan's principles is lived, 0 (not yet) to 4 (fully), with what shows it.
struct PrincipleScore {
    std::string principle;
    std::optional<int> score;
    std::string evidence;
    std::optional<Date> scoredOn;
    bool operator==(const PrincipleScore&) const = default;
};
template<>
struct Schema<PrincipleScore> {
    static constexpr std::array fields{
        field<&PrincipleScore::principle>("principle", "Principle", {.required = true}),
        field<&PrincipleScore::score>("score", "Score", {.minimum = 0, .maximum = 4}),
        field<&PrincipleScore::evidence>("evidence", "Evidence"),
        field<&PrincipleScore::scoredOn>("scored_on", "Date"),
    };
    static_assert(describesEveryCell<PrincipleScore>());
};

/// Areas grouped so that services hold one conversation with them. Each plan has its own word for it.
struct Cluster {
    Id id = 0;
    std::string name;
    Ref<Arrangement> arrangement;
    std::optional<int> colour;
    std::string phase;
    std::optional<ClusterStatus> status;
    std::vector<ClusterArea> areas;
    Ref<Role> leadOfficer;
    Ref<Role> singlePointOfContact;
    std::vector<TeamMember> virtualTeam;
    std::vector<OrganisationLink> teamOrganisations;
    std::optional<bool> locked;
    std::string priorities;
    std::vector<PrincipleScore> principleScores;
    std::string naturalCommunities;
    std::string notes;
    std::string sourceKey;
    bool operator==(const Cluster&) const = default;
};
template<>
struct Schema<Cluster> {
    using R = Cluster;
    static constexpr std::string_view table = "cluster";
    static constexpr std::array fields{
        field<&R::name>("name", "Name", {.aliases = "cluster|forum|network", .required = true}),
        field<&R::arrangement>("arrangement", "Arrangement"),
        field<&R::colour>("colour", "Colour",
                          {.help = "Number in the palette, 1 to 12.", .minimum = 1, .maximum = 12}),
        field<&R::phase>("phase", "Phase"),
        field<&R::status>("status", "Status"),
        field<&R::areas>("areas", "Areas"),
        field<&R::leadOfficer>("lead_officer", "Lead officer", {.group = "People"}),
        field<&R::singlePointOfContact>("single_point_of_contact", "Single point of contact",
                                        {.group = "People"}),
        field<&R::virtualTeam>("virtual_team", "Virtual team", {.group = "People"}),
        field<&R::teamOrganisations>("team_organisations", "Organisations in the virtual team",
                                     {.group = "People"}),
        field<&R::locked>(
            "locked", "Locked",
            {.help = "No area joins or leaves it until it is unlocked, by hand or by a proposal."}),
        field<&R::priorities>("priorities", "Priorities", {.group = "Purpose", .longText = true}),
        field<&R::principleScores>("principle_scores", "Principle scores", {.group = "Purpose"}),
        field<&R::naturalCommunities>("natural_communities", "Natural communities",
                                      {.group = "Purpose", .longText = true}),
        field<&R::notes>("notes", "Notes", {.longText = true}),
        field<&R::sourceKey>("source_key", "Source's own id"),
    };
    static_assert(describesEveryMember<R>());
};

} // namespace wardmote::plan
