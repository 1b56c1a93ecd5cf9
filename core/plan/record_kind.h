#pragma once
#include <cstdint>

namespace wardmote::plan {

/// Identity of a record: random, positive, below 10^15 (a spreadsheet keeps 15 digits). 0 stands for none.
using Id = std::int64_t;
inline constexpr Id idLimit = 1'000'000'000'000'000;

/// Every kind of record that a plan holds, in the order in which screens and exports list them.
enum class RecordKind : std::uint8_t {
    settings,
    theme,
    audience,
    organisation,
    role,
    area,
    placeName,
    asset,
    footprintSet,
    footprint,
    arrangement,
    cluster,
    move,
    localResponse,
    acceptance,
    mechanism,
    meeting,
    localIssue,
    review,
    scenario,
    proposedChange,
    partnerList,
    importMatching,
};
inline constexpr int recordKindCount = 23;

struct Settings;
struct Theme;
struct Audience;
struct Organisation;
struct Role;
struct Area;
struct PlaceName;
struct Asset;
struct FootprintSet;
struct Footprint;
struct Arrangement;
struct Cluster;
struct Move;
struct LocalResponse;
struct Acceptance;
struct Mechanism;
struct Meeting;
struct LocalIssue;
struct Review;
struct Scenario;
struct ProposedChange;
struct PartnerList;
struct ImportMatching;

template<class R>
inline constexpr RecordKind recordKind = RecordKind::settings;
template<>
inline constexpr RecordKind recordKind<Theme> = RecordKind::theme;
template<>
inline constexpr RecordKind recordKind<Audience> = RecordKind::audience;
template<>
inline constexpr RecordKind recordKind<Organisation> = RecordKind::organisation;
template<>
inline constexpr RecordKind recordKind<Role> = RecordKind::role;
template<>
inline constexpr RecordKind recordKind<Area> = RecordKind::area;
template<>
inline constexpr RecordKind recordKind<PlaceName> = RecordKind::placeName;
template<>
inline constexpr RecordKind recordKind<Asset> = RecordKind::asset;
template<>
inline constexpr RecordKind recordKind<FootprintSet> = RecordKind::footprintSet;
template<>
inline constexpr RecordKind recordKind<Footprint> = RecordKind::footprint;
template<>
inline constexpr RecordKind recordKind<Arrangement> = RecordKind::arrangement;
template<>
inline constexpr RecordKind recordKind<Cluster> = RecordKind::cluster;
template<>
inline constexpr RecordKind recordKind<Move> = RecordKind::move;
template<>
inline constexpr RecordKind recordKind<LocalResponse> = RecordKind::localResponse;
template<>
inline constexpr RecordKind recordKind<Acceptance> = RecordKind::acceptance;
template<>
inline constexpr RecordKind recordKind<Mechanism> = RecordKind::mechanism;
template<>
inline constexpr RecordKind recordKind<Meeting> = RecordKind::meeting;
template<>
inline constexpr RecordKind recordKind<LocalIssue> = RecordKind::localIssue;
template<>
inline constexpr RecordKind recordKind<Review> = RecordKind::review;
template<>
inline constexpr RecordKind recordKind<Scenario> = RecordKind::scenario;
template<>
inline constexpr RecordKind recordKind<ProposedChange> = RecordKind::proposedChange;
template<>
inline constexpr RecordKind recordKind<PartnerList> = RecordKind::partnerList;
template<>
inline constexpr RecordKind recordKind<ImportMatching> = RecordKind::importMatching;

/// A reference from one record to another; 0 while nothing is recorded.
template<class R>
struct Ref {
    Id id = 0;
    explicit operator bool() const { return id != 0; }
    bool operator==(const Ref&) const = default;
    auto operator<=>(const Ref&) const = default;
};

} // namespace wardmote::plan
