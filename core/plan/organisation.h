#pragma once
#include "core/plan/vocabulary.h"

namespace wardmote::plan {

enum class OrganisationKind : std::uint8_t {
    council,
    service,
    parishCouncil,
    residentsAssociation,
    vcsInfrastructure,
    police,
    fire,
    health,
    housing,
    education,
    vcs,
    faith,
    business,
    other
};
template<>
inline constexpr auto choicesOf<OrganisationKind> = std::to_array<Choice>({
    {"council", "Council"},
    {"service", "Directorate or service of a council"},
    {"parish_council", "Parish or town council"},
    {"residents_association", "Residents' association"},
    {"vcs_infrastructure", "VCS infrastructure body"},
    {"police", "Police"},
    {"fire", "Fire and rescue"},
    {"health", "Health"},
    {"housing", "Housing"},
    {"education", "Education"},
    {"vcs", "Voluntary and community sector"},
    {"faith", "Faith"},
    {"business", "Business"},
    {"other", "Other"},
});

enum class VcsType : std::uint8_t {
    registeredCharity,
    communityInterestCompany,
    communityBenefitSociety,
    socialEnterprise,
    faithGroup,
    unincorporatedGroup,
    microProvider
};
template<>
inline constexpr auto choicesOf<VcsType> = std::to_array<Choice>({
    {"registered_charity", "Registered charity"},
    {"community_interest_company", "Community interest company"},
    {"community_benefit_society", "Community benefit society"},
    {"social_enterprise", "Social enterprise"},
    {"faith_group", "Faith group"},
    {"unincorporated_group", "Unincorporated group"},
    {"micro_provider", "Micro-provider"},
});

enum class RepresentsKind : std::uint8_t { members, sector, protectedCharacteristic };
template<>
inline constexpr auto choicesOf<RepresentsKind> = std::to_array<Choice>({
    {"members", "Its members"},
    {"sector", "A sector"},
    {"protected_characteristic", "A protected characteristic"},
});

enum class StaffBand : std::uint8_t { none, oneToFive, sixToTwenty, twentyOneToHundred, overHundred };
template<>
inline constexpr auto choicesOf<StaffBand> = std::to_array<Choice>({
    {"none", "No paid staff"},
    {"1_to_5", "1 to 5"},
    {"6_to_20", "6 to 20"},
    {"21_to_100", "21 to 100"},
    {"over_100", "Over 100"},
});

enum class OrganisationStatus : std::uint8_t { active, dormant, closed };
template<>
inline constexpr auto choicesOf<OrganisationStatus> = std::to_array<Choice>({
    {"active", "Active"},
    {"dormant", "Dormant"},
    {"closed", "Closed"},
});

struct AreaLink {
    Ref<Area> area;
    bool operator==(const AreaLink&) const = default;
};
template<>
struct Schema<AreaLink> {
    static constexpr std::array fields{field<&AreaLink::area>("area", "Area", {.required = true})};
    static_assert(describesEveryCell<AreaLink>());
};

struct Organisation {
    Id id = 0;
    std::string name;
    std::vector<Words> otherNames;
    std::optional<OrganisationKind> kind;
    std::optional<VcsType> vcsType;
    Ref<Organisation> parent;
    std::string offers;
    std::string whoFor;
    std::vector<AreaLink> areasServed;
    std::string website;
    std::string charityNumber;
    std::string companyNumber;
    std::string publicContact;
    std::optional<RepresentsKind> representsKind;
    std::string represents;
    std::optional<StaffBand> staffBand;
    std::optional<int> volunteers;
    std::optional<OrganisationStatus> status;
    std::string notes;
    std::string source;
    std::string sourceKey;
    std::optional<Date> dateChecked;
    bool operator==(const Organisation&) const = default;
};
template<>
struct Schema<Organisation> {
    using R = Organisation;
    static constexpr std::string_view table = "organisation";
    static constexpr std::array fields{
        field<&R::name>("name", "Name",
                        {.aliases = "organisation|organization|organisation name|group|recipient org:name",
                         .required = true}),
        field<&R::otherNames>("other_names", "Other names", {.aliases = "also known as|aka|alias"}),
        field<&R::kind>("kind", "Kind", {.aliases = "type|organisation type|org type|sector"}),
        field<&R::vcsType>("vcs_type", "Type of voluntary organisation", {.aliases = "legal form"}),
        field<&R::parent>("parent", "Part of",
                          {.help = "The body it belongs to: a service's council, a branch's charity.",
                           .aliases = "parent organisation|directorate|division"}),
        field<&R::offers>("offers", "What it offers",
                          {.group = "What it does", .aliases = "description|activities", .longText = true}),
        field<&R::whoFor>("who_for", "Who for", {.group = "What it does", .aliases = "beneficiaries"}),
        field<&R::areasServed>("areas_served", "Areas served",
                               {.group = "What it does", .aliases = "area served|areas|parishes served"}),
        field<&R::website>("website", "Website", {.group = "Contact", .aliases = "web|url|web site"}),
        field<&R::charityNumber>(
            "charity_number", "Charity number",
            {.group = "Contact", .aliases = "charity no|charity reg|recipient org:charity number"}),
        field<&R::companyNumber>(
            "company_number", "Company number",
            {.group = "Contact",
             .aliases = "company no|companies house number|recipient org:company number"}),
        field<&R::publicContact>("public_contact", "Public contact",
                                 {.help = "A published address or number, not a private one.",
                                  .group = "Contact",
                                  .aliases = "contact|email|telephone|phone"}),
        field<&R::representsKind>("represents_kind", "Speaks for", {.group = "Whom it represents"}),
        field<&R::represents>("represents", "Whom it represents", {.group = "Whom it represents"}),
        field<&R::staffBand>("staff_band", "Paid staff", {.group = "Size", .aliases = "staff"}),
        field<&R::volunteers>("volunteers", "Volunteers", {.group = "Size", .minimum = 0}),
        field<&R::status>("status", "Status", {.group = "Size"}),
        field<&R::notes>("notes", "Notes",
                         {.group = "Notes and source", .aliases = "comments|comment", .longText = true}),
        field<&R::source>("source", "Source",
                          {.help = "Where these facts come from.", .group = "Notes and source"}),
        field<&R::sourceKey>(
            "source_key", "Source's own id",
            {.help = "The id by which the source knows it, so that its next list finds this record.",
             .group = "Notes and source",
             .aliases = "id|identifier|org_id|ref|reference"}),
        field<&R::dateChecked>("date_checked", "Date checked",
                               {.group = "Notes and source", .aliases = "checked|last checked"}),
    };
    static_assert(describesEveryMember<R>());
};

/// A part somebody plays (chair, clerk, lead officer). The only record that may name a person.
struct Role {
    Id id = 0;
    std::string name;
    Ref<Organisation> organisation;
    std::string personName;
    std::string contact;
    std::string basis;
    std::optional<Date> reviewDate;
    std::string notes;
    bool operator==(const Role&) const = default;
};
template<>
struct Schema<Role> {
    using R = Role;
    static constexpr std::string_view table = "role";
    static constexpr std::array fields{
        field<&R::name>("name", "Role",
                        {.help = "The part played, for example clerk or lead officer.",
                         .aliases = "job title|post",
                         .required = true}),
        field<&R::organisation>("organisation", "Organisation"),
        field<&R::personName>("person_name", "Person's name",
                              {.help = "Only where needed; left out of stripped copies.",
                               .group = "Person",
                               .aliases = "person|contact name|officer",
                               .personal = true}),
        field<&R::contact>("contact", "Contact",
                           {.group = "Person", .aliases = "email|telephone|phone", .personal = true}),
        field<&R::basis>(
            "basis", "Basis for keeping it",
            {.help = "Why personal data may be kept, for example public task.", .group = "Person"}),
        field<&R::reviewDate>("review_date", "Review by", {.group = "Person"}),
        field<&R::notes>("notes", "Notes", {.longText = true}),
    };
    static_assert(describesEveryMember<R>());
};

struct RoleLink {
    Ref<Role> role;
    bool operator==(const RoleLink&) const = default;
};
template<>
struct Schema<RoleLink> {
    static constexpr std::array fields{field<&RoleLink::role>("role", "Role", {.required = true})};
    static_assert(describesEveryCell<RoleLink>());
};

} // namespace wardmote::plan
