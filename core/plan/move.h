#pragma once
#include "core/plan/cluster.h"

namespace wardmote::plan {

/// Why an area was moved from one cluster to another: a line of an arrangement's rationale log. The move
/// itself is in the clusters; a move without a reason leaves no record here, only in the history.
struct Move {
    Id id = 0;
    std::string
        name; ///< what moved, in words that outlive the clusters: "Saltford from Keynsham to Chew Valley"
    Ref<Arrangement> arrangement;
    Ref<Area> area;
    Ref<Cluster> fromCluster;
    Ref<Cluster> toCluster;
    std::string reason;
    std::string movedBy;
    std::optional<Date> movedOn;
    bool operator==(const Move&) const = default;
};
template<>
struct Schema<Move> {
    using R = Move;
    static constexpr std::string_view table = "move";
    static constexpr std::array fields{
        field<&R::name>("name", "Move", {.required = true}),
        field<&R::arrangement>("arrangement", "Arrangement"),
        field<&R::area>("area", "Area"),
        field<&R::fromCluster>("from_cluster", "From"),
        field<&R::toCluster>("to_cluster", "To"),
        field<&R::reason>("reason", "Reason", {.longText = true}),
        field<&R::movedBy>("moved_by", "By"),
        field<&R::movedOn>("moved_on", "Date"),
    };
    static_assert(describesEveryMember<R>());
};

} // namespace wardmote::plan
