#pragma once
#include "core/plan/acceptance.h"
#include "core/plan/asset.h"
#include "core/plan/local_issue.h"
#include "core/plan/local_response.h"
#include "core/plan/move.h"
#include "core/plan/partner_list.h"
#include "core/plan/scenario.h"
#include "core/plan/settings.h"

#include <memory>
#include <span>
#include <tuple>

namespace wardmote::plan {

/// Every record type, in the order of RecordKind. To add a kind of record: its struct and Schema, an
/// enumerator in record_kind.h, a line here, its words in record_info.cpp and a migration in core/store.
using AllRecords =
    std::tuple<Settings, Theme, Audience, Organisation, Role, Area, PlaceName, Asset, FootprintSet, Footprint,
               Arrangement, Cluster, Move, LocalResponse, Acceptance, Mechanism, Meeting, LocalIssue, Review,
               Scenario, ProposedChange, PartnerList, ImportMatching>;
static_assert(std::tuple_size_v<AllRecords> == recordKindCount);

/// What generic code needs to know of one record type. Records go by const void* and are of the kind's
/// struct.
struct RecordInfo {
    RecordKind kind;
    std::string_view table; ///< table in the plan file; also the kind's name on the command line and in JSON
    std::string_view singular; ///< "mechanism", as within a sentence
    std::string_view plural;
    std::span<const FieldInfo> fields; ///< without the id; the first is always the name
    std::shared_ptr<void> (*make)();
    std::shared_ptr<void> (*copy)(const void*);
    Id (*id)(const void*);
    void (*setId)(void*, Id);
    bool (*equal)(const void*, const void*);
};

const RecordInfo& recordInfo(RecordKind kind);
std::span<const RecordInfo> allRecordInfos();

/// By table name ("mechanism") or plural ("mechanisms"), null if there is none.
const RecordInfo* findRecordInfo(std::string_view name);

/// Field of a record type by key, null if there is none.
const FieldInfo* findField(const RecordInfo& info, std::string_view key);
/// Field that must be there.
const FieldInfo& fieldOf(RecordKind kind, std::string_view key);

/// The field that describes a member: fieldFor<&Mechanism::areas>().
template<auto Member>
constexpr const FieldInfo& fieldFor() {
    using R = typename detail::MemberOf<decltype(Member)>::Record;
    for (const auto& candidate : Schema<R>::fields) {
        if (candidate.member == &detail::memberTag<Member>) {
            return candidate;
        }
    }
    return Schema<R>::fields.front(); // not reached: describesEveryMember
}

} // namespace wardmote::plan
