#pragma once
#include "core/plan/area.h"

namespace wardmote::plan {

enum class AssetKind : std::uint8_t {
    communityBuilding,
    hub,
    library,
    hall,
    school,
    placeOfWorship,
    healthCentre,
    greenSpace,
    other
};
template<>
inline constexpr auto choicesOf<AssetKind> = std::to_array<Choice>({
    {"community_building", "Community building"},
    {"hub", "Hub"},
    {"library", "Library"},
    {"hall", "Hall"},
    {"school", "School"},
    {"place_of_worship", "Place of worship"},
    {"health_centre", "Health centre"},
    {"green_space", "Green space"},
    {"other", "Other"},
});

/// A place that a community uses: where meetings are held, where people go. A mechanism meets at one when its
/// venue bears the asset's name.
struct Asset {
    Id id = 0;
    std::string name;
    std::optional<AssetKind> kind;
    Ref<Organisation> owner;
    Ref<Area> area;
    std::vector<AreaLink> areasServed;
    std::string use;
    std::string address;
    std::optional<double> easting;
    std::optional<double> northing;
    std::string notes;
    std::string source;
    std::string sourceKey;
    std::optional<Date> dateChecked;
    bool operator==(const Asset&) const = default;
};
template<>
struct Schema<Asset> {
    using R = Asset;
    static constexpr std::string_view table = "asset";
    static constexpr std::array fields{
        field<&R::name>("name", "Name", {.aliases = "asset|building|venue|hall", .required = true}),
        field<&R::kind>("kind", "Kind", {.aliases = "type"}),
        field<&R::owner>("owner", "Owner"),
        field<&R::area>("area", "Area it stands in", {.aliases = "parish|ward"}),
        field<&R::areasServed>("areas_served", "Areas served"),
        field<&R::use>("use", "Use", {.longText = true}),
        field<&R::address>("address", "Address", {.group = "Place"}),
        field<&R::easting>("easting", "Easting",
                           {.help = "British National Grid.",
                            .unit = "m",
                            .group = "Place",
                            .aliases = "x|grid easting|geox"}),
        field<&R::northing>("northing", "Northing",
                            {.help = "British National Grid.",
                             .unit = "m",
                             .group = "Place",
                             .aliases = "y|grid northing|geoy"}),
        field<&R::notes>("notes", "Notes", {.group = "Notes and source", .longText = true}),
        field<&R::source>("source", "Source", {.group = "Notes and source"}),
        field<&R::sourceKey>("source_key", "Source's own id", {.group = "Notes and source"}),
        field<&R::dateChecked>("date_checked", "Date checked", {.group = "Notes and source"}),
    };
    static_assert(describesEveryMember<R>());
};

} // namespace wardmote::plan
