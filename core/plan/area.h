#pragma once
#include "core/plan/organisation.h"

namespace wardmote::plan {

enum class AreaKind : std::uint8_t { parish, unparished, ward, other };
template<>
inline constexpr auto choicesOf<AreaKind> = std::to_array<Choice>({
    {"parish", "Parish"},
    {"unparished", "Unparished area"},
    {"ward", "Ward"},
    {"other", "Other"},
});

enum class LocalCouncilKind : std::uint8_t {
    parishCouncil,
    townCouncil,
    cityCouncil,
    communityCouncil,
    groupedParishCouncil,
    parishMeeting,
    charterTrustees,
    none
};
template<>
inline constexpr auto choicesOf<LocalCouncilKind> = std::to_array<Choice>({
    {"parish_council", "Parish council"},
    {"town_council", "Town council"},
    {"city_council", "City council"},
    {"community_council", "Community council"},
    {"grouped_parish_council", "Grouped parish council"},
    {"parish_meeting", "Parish meeting"},
    {"charter_trustees", "Charter trustees"},
    {"none", "None"},
});

/// "Counts as next to": given by hand where boundaries do not touch (islands, a bridge), with the reason.
struct NeighbourLink {
    Ref<Area> area;
    std::string reason;
    bool operator==(const NeighbourLink&) const = default;
};
template<>
struct Schema<NeighbourLink> {
    static constexpr std::array fields{
        field<&NeighbourLink::area>("area", "Area", {.required = true}),
        field<&NeighbourLink::reason>("reason", "Reason"),
    };
    static_assert(describesEveryCell<NeighbourLink>());
};

/// The smallest unit that is planned with: a parish, an unparished area, or a ward that stands for a part of
/// one.
struct Area {
    Id id = 0;
    std::string name;
    std::string code;
    std::optional<AreaKind> kind;
    std::vector<Words> otherNames;
    std::optional<int> residents;
    std::string residentsSource;
    std::string residentsVintage;
    std::optional<int> electorate;
    std::optional<LocalCouncilKind> localCouncilKind;
    std::string localCouncilName;
    std::string clerkContact;
    std::string localAuthority;
    std::optional<double> deprivationScore;
    std::optional<double> mostDeprivedFifthShare;
    std::string deprivationVintage;
    std::optional<double> landAreaHectares;
    std::optional<double> easting;
    std::optional<double> northing;
    ShapeRef boundary;
    std::string codeVintage;
    std::vector<NeighbourLink> neighbours;
    std::string partOf;
    std::optional<bool> outside;
    std::string notes;
    std::string source;
    std::string sourceKey;
    std::optional<Date> dateChecked;
    bool operator==(const Area&) const = default;
};
template<>
struct Schema<Area> {
    using R = Area;
    static constexpr std::string_view table = "area";
    static constexpr std::array fields{
        field<&R::name>(
            "name", "Name",
            {.aliases = "area|area name|parish|parish name|ward|ward name|place", .required = true}),
        field<&R::code>("code", "GSS code",
                        {.help = "Nine characters, for example E04000988.",
                         .aliases = "area code|gss|ons code|geography code"}),
        field<&R::kind>("kind", "Kind", {.aliases = "type|area kind|area type"}),
        field<&R::otherNames>("other_names", "Other names", {.aliases = "also known as|welsh name"}),
        field<&R::residents>(
            "residents", "Residents",
            {.group = "People",
             .aliases = "population|total population|total|usual residents|all persons|all ages",
             .minimum = 0}),
        field<&R::residentsSource>(
            "residents_source", "Source of residents",
            {.group = "People", .aliases = "population source|population basis|population_basis"}),
        field<&R::residentsVintage>("residents_vintage", "Year of residents",
                                    {.group = "People", .aliases = "population year|population_year"}),
        field<&R::electorate>("electorate", "Electorate",
                              {.group = "People", .aliases = "electors|registered electors", .minimum = 0}),
        field<&R::localCouncilKind>("local_council_kind", "Kind of local council",
                                    {.group = "Local council"}),
        field<&R::localCouncilName>("local_council_name", "Local council",
                                    {.group = "Local council", .aliases = "parish council|town council"}),
        field<&R::clerkContact>("clerk_contact", "Clerk's public contact",
                                {.group = "Local council", .aliases = "clerk"}),
        field<&R::localAuthority>("local_authority", "Local authority",
                                  {.group = "Local council",
                                   .aliases = "district|council area|parent name|parent_name|lad|authority"}),
        field<&R::deprivationScore>(
            "deprivation_score", "Deprivation score",
            {.help = "Population-weighted score of the Indices of Deprivation; ranks and deciles are never "
                     "averaged.",
             .group = "Deprivation",
             .aliases =
                 "imd score|imd|imd2025_score_popw|imd2019_score|index of multiple deprivation (imd) score",
             .minimum = 0}),
        field<&R::mostDeprivedFifthShare>(
            "most_deprived_fifth_share", "Share in the most deprived fifth",
            {.help = "Share of residents who live in the most deprived fifth of England, 0 to 1.",
             .group = "Deprivation",
             .minimum = 0,
             .maximum = 1}),
        field<&R::deprivationVintage>("deprivation_vintage", "Year of the index", {.group = "Deprivation"}),
        field<&R::landAreaHectares>(
            "land_area_ha", "Land area",
            {.unit = "ha", .group = "Place", .aliases = "area_ha|area ha|hectares|area (ha)", .minimum = 0}),
        field<&R::easting>("easting", "Easting",
                           {.help = "Of a point inside, British National Grid.",
                            .unit = "m",
                            .group = "Place",
                            .aliases = "x|grid easting|geox"}),
        field<&R::northing>("northing", "Northing",
                            {.help = "Of a point inside, British National Grid.",
                             .unit = "m",
                             .group = "Place",
                             .aliases = "y|grid northing|geoy"}),
        field<&R::boundary>("boundary", "Boundary", {.group = "Place"}),
        field<&R::codeVintage>(
            "code_vintage", "Year of the code",
            {.help = "The year of the boundary set that the code belongs to.", .group = "Place"}),
        field<&R::neighbours>("neighbours", "Counts as next to",
                              {.help = "Areas that count as neighbours though their boundaries do not touch.",
                               .group = "Place"}),
        field<&R::partOf>(
            "part_of", "Part of",
            {.help = "The parish or unparished area that a ward part belongs to, by name or code.",
             .group = "Place",
             .aliases = "parish of the ward|whole parish"}),
        field<&R::outside>(
            "outside", "Outside the council",
            {.help = "Belongs to a neighbouring council: shown, and may join a cluster, but left out "
                     "of the totals.",
             .group = "Place",
             .aliases = "neighbouring council|outside area"}),
        field<&R::notes>("notes", "Notes",
                         {.group = "Notes and source", .aliases = "comments|comment|note", .longText = true}),
        field<&R::source>("source", "Source", {.group = "Notes and source"}),
        field<&R::sourceKey>("source_key", "Source's own id",
                             {.group = "Notes and source", .aliases = "id|identifier"}),
        field<&R::dateChecked>("date_checked", "Date checked", {.group = "Notes and source"}),
    };
    static_assert(describesEveryMember<R>());
};

/// A name that means several areas ("Chew Valley"), learnt once at import.
struct PlaceName {
    Id id = 0;
    std::string name;
    std::vector<AreaLink> areas;
    std::string notes;
    bool operator==(const PlaceName&) const = default;
};
template<>
struct Schema<PlaceName> {
    using R = PlaceName;
    static constexpr std::string_view table = "place_name";
    static constexpr std::array fields{
        field<&R::name>("name", "Name", {.required = true}),
        field<&R::areas>("areas", "Areas it means"),
        field<&R::notes>("notes", "Notes", {.longText = true}),
    };
    static_assert(describesEveryMember<R>());
};

enum class FootprintKind : std::uint8_t {
    wards,
    divisions,
    policeBeats,
    primaryCareNetworks,
    fireStations,
    schoolCatchments,
    partnerships,
    other
};
template<>
inline constexpr auto choicesOf<FootprintKind> = std::to_array<Choice>({
    {"wards", "Wards"},
    {"divisions", "County electoral divisions"},
    {"police_beats", "Police beats"},
    {"primary_care_networks", "Primary care networks"},
    {"fire_stations", "Fire station grounds"},
    {"school_catchments", "School catchments"},
    {"partnerships", "Existing partnerships"},
    {"other", "Other"},
});

/// Another body's geography to compare with.
struct FootprintSet {
    Id id = 0;
    std::string name;
    std::optional<FootprintKind> kind;
    Ref<Organisation> owner;
    std::string notes;
    std::string codeVintage;
    std::string source;
    std::optional<Date> dateChecked;
    bool operator==(const FootprintSet&) const = default;
};
template<>
struct Schema<FootprintSet> {
    using R = FootprintSet;
    static constexpr std::string_view table = "footprint_set";
    static constexpr std::array fields{
        field<&R::name>("name", "Name", {.required = true}),
        field<&R::kind>("kind", "Kind"),
        field<&R::owner>("owner", "Owner"),
        field<&R::notes>("notes", "Notes", {.longText = true}),
        field<&R::codeVintage>(
            "code_vintage", "Year of the codes",
            {.help = "The year of the boundary set that the footprints' codes belong to."}),
        field<&R::source>("source", "Source"),
        field<&R::dateChecked>("date_checked", "Date checked"),
    };
    static_assert(describesEveryMember<R>());
};

/// An area that a footprint takes in, wholly or in part.
struct FootprintArea {
    Ref<Area> area;
    std::optional<double> share; ///< of the area's residents, 0..1; not recorded counts as all
    bool operator==(const FootprintArea&) const = default;
};
template<>
struct Schema<FootprintArea> {
    static constexpr std::array fields{
        field<&FootprintArea::area>("area", "Area", {.required = true}),
        field<&FootprintArea::share>("share", "Share of residents", {.minimum = 0, .maximum = 1}),
    };
    static_assert(describesEveryCell<FootprintArea>());
};

struct Footprint {
    Id id = 0;
    std::string name;
    std::string code;
    Ref<FootprintSet> set;
    std::vector<FootprintArea> areas;
    ShapeRef boundary;
    std::string notes;
    std::string sourceKey;
    bool operator==(const Footprint&) const = default;
};
template<>
struct Schema<Footprint> {
    using R = Footprint;
    static constexpr std::string_view table = "footprint";
    static constexpr std::array fields{
        field<&R::name>("name", "Name", {.required = true}),
        field<&R::code>("code", "Code"),
        field<&R::set>("footprint_set", "Footprint set"),
        field<&R::areas>("areas", "Areas"),
        field<&R::boundary>("boundary", "Boundary"),
        field<&R::notes>("notes", "Notes", {.longText = true}),
        field<&R::sourceKey>("source_key", "Source's own id"),
    };
    static_assert(describesEveryMember<R>());
};

} // namespace wardmote::plan
