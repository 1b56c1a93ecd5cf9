#include "core/plan/record_info.h"

#include "core/base/contract.h"

#include <algorithm>
#include <array>
#include <string>

namespace wardmote::plan {
namespace {

template<class R>
constexpr RecordInfo describe(std::string_view singular, std::string_view plural) {
    return {
        recordKind<R>,
        Schema<R>::table,
        singular,
        plural,
        Schema<R>::fields,
        []() -> std::shared_ptr<void> { return std::make_shared<R>(); },
        [](const void* record) -> std::shared_ptr<void> {
            return std::make_shared<R>(*static_cast<const R*>(record));
        },
        [](const void* record) { return static_cast<const R*>(record)->id; },
        [](void* record, Id id) { static_cast<R*>(record)->id = id; },
        [](const void* a, const void* b) { return *static_cast<const R*>(a) == *static_cast<const R*>(b); }};
}

constexpr std::array registry{
    describe<Settings>("plan", "plan"),
    describe<Theme>("theme", "themes"),
    describe<Audience>("audience", "audiences"),
    describe<Organisation>("organisation", "organisations"),
    describe<Role>("role", "roles"),
    describe<Area>("area", "areas"),
    describe<PlaceName>("place name", "place names"),
    describe<Asset>("asset", "assets"),
    describe<FootprintSet>("footprint set", "footprint sets"),
    describe<Footprint>("footprint", "footprints"),
    describe<Arrangement>("arrangement", "arrangements"),
    describe<Cluster>("cluster", "clusters"),
    describe<Move>("move", "moves"),
    describe<LocalResponse>("local response", "local responses"),
    describe<Acceptance>("acceptance", "acceptances"),
    describe<Mechanism>("mechanism", "mechanisms"),
    describe<Meeting>("meeting", "meetings"),
    describe<LocalIssue>("local issue", "local issues"),
    describe<Review>("review", "reviews"),
    describe<Scenario>("scenario", "scenarios"),
    describe<ProposedChange>("proposed change", "proposed changes"),
    describe<PartnerList>("partner list", "partner lists"),
    describe<ImportMatching>("import matching", "import matchings"),
};

constexpr bool inOrderOfKind() {
    for (std::size_t i = 0; i < registry.size(); ++i) {
        if (registry[i].kind != static_cast<RecordKind>(i)) {
            return false;
        }
    }
    return registry.size() == recordKindCount;
}
static_assert(inOrderOfKind());

} // namespace

const RecordInfo& recordInfo(RecordKind kind) {
    return registry[static_cast<std::size_t>(kind)];
}

std::span<const RecordInfo> allRecordInfos() {
    return registry;
}

const RecordInfo* findRecordInfo(std::string_view name) {
    std::string plural(name); // "local_responses" and "local-responses" need no quotes on a command line
    std::ranges::replace_if(
        plural, [](char c) { return c == '_' || c == '-'; }, ' ');
    const auto found = std::ranges::find_if(
        registry, [&](const RecordInfo& info) { return info.table == name || info.plural == plural; });
    return found == registry.end() ? nullptr : &*found;
}

const FieldInfo* findField(const RecordInfo& info, std::string_view key) {
    const auto found = std::ranges::find(info.fields, key, &FieldInfo::key);
    return found == info.fields.end() ? nullptr : &*found;
}

const FieldInfo& fieldOf(RecordKind kind, std::string_view key) {
    const auto* field = findField(recordInfo(kind), key);
    contract(field != nullptr, "a field that its record does not have");
    return *field;
}

} // namespace wardmote::plan
