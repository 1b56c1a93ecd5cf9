#pragma once
#include "core/plan/cluster.h"

namespace wardmote::plan {

/// A breach of a rule that a person accepts, with the reason. It holds for the same rule and the same
/// records; when others are concerned, the question is open again.
struct Acceptance {
    Id id = 0;
    std::string name;    ///< what the rule said when it was accepted
    std::string rule;    ///< the rule's id, which never changes
    std::string subject; ///< the records concerned: see analysis::subjectOf
    Ref<Arrangement> arrangement;
    std::string reason;
    std::string acceptedBy;
    std::optional<Date> acceptedOn;
    bool operator==(const Acceptance&) const = default;
};
template<>
struct Schema<Acceptance> {
    using R = Acceptance;
    static constexpr std::string_view table = "acceptance";
    static constexpr std::array fields{
        field<&R::name>("name", "What was accepted", {.required = true}),
        field<&R::rule>("rule", "Rule", {.required = true}),
        field<&R::subject>("subject", "Records concerned", {.hidden = true}),
        field<&R::arrangement>("arrangement", "Arrangement"),
        field<&R::reason>("reason", "Reason", {.required = true, .longText = true}),
        field<&R::acceptedBy>("accepted_by", "Accepted by"),
        field<&R::acceptedOn>("accepted_on", "Accepted on"),
    };
    static_assert(describesEveryMember<R>());
};

} // namespace wardmote::plan
