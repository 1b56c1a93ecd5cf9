#include "core/plan/plan.h"

#include <fmt/format.h>
#include <utility>

namespace wardmote::plan {
namespace {

/// Calls visit with the Records of a kind.
template<class Tuple, class Visit>
auto withRecords(Tuple& records, RecordKind kind, const Visit& visit) {
    using Answer = decltype(visit(std::get<0>(records)));
    return [&]<std::size_t... I>(std::index_sequence<I...>) {
        if constexpr (std::is_void_v<Answer>) {
            ((static_cast<std::size_t>(kind) == I ? visit(std::get<I>(records)) : void()), ...);
        } else {
            Answer answer{};
            ((static_cast<std::size_t>(kind) == I ? void(answer = visit(std::get<I>(records))) : void()),
             ...);
            return answer;
        }
    }
    (std::make_index_sequence<recordKindCount>{});
}

template<class R>
R recordTypeOf(const Records<R>&);

} // namespace

const Settings& Plan::settings() const {
    static const Settings defaults;
    const auto& all = std::get<Records<Settings>>(records_);
    return all.empty() ? defaults : all[0];
}

std::shared_ptr<const void> Plan::record(RecordKind kind, Id id) const {
    return withRecords(records_, kind,
                       [&](const auto& all) -> std::shared_ptr<const void> { return all.share(id); });
}

std::vector<Id> Plan::ids(RecordKind kind) const {
    return withRecords(records_, kind, [](const auto& all) {
        std::vector<Id> ids;
        ids.reserve(all.size());
        for (const auto& record : all) {
            ids.push_back(record.id);
        }
        return ids;
    });
}

std::size_t Plan::count(RecordKind kind) const {
    return withRecords(records_, kind, [](const auto& all) { return all.size(); });
}

bool Plan::contains(RecordKind kind, Id id) const {
    return withRecords(records_, kind, [&](const auto& all) { return all.find(id) != nullptr; });
}

void Plan::put(RecordKind kind, std::shared_ptr<const void> record) {
    withRecords(records_, kind, [&](auto& all) {
        using R = decltype(recordTypeOf(all));
        all.put(std::static_pointer_cast<const R>(record));
    });
}

void Plan::putAll(RecordKind kind, const std::vector<std::shared_ptr<const void>>& records) {
    withRecords(records_, kind, [&](auto& all) {
        using R = decltype(recordTypeOf(all));
        std::vector<std::shared_ptr<const R>> typed;
        typed.reserve(records.size());
        for (const auto& record : records) {
            typed.push_back(std::static_pointer_cast<const R>(record));
        }
        all.putAll(std::move(typed));
    });
}

void Plan::remove(RecordKind kind, Id id) {
    withRecords(records_, kind, [&](auto& all) { all.remove(id); });
}

bool Plan::operator==(const Plan& other) const {
    for (const auto& info : allRecordInfos()) {
        const auto mine = ids(info.kind);
        if (mine != other.ids(info.kind)) {
            return false;
        }
        for (const auto id : mine) {
            if (!info.equal(record(info.kind, id).get(), other.record(info.kind, id).get())) {
                return false;
            }
        }
    }
    return true;
}

std::string nameOf(const Plan& plan, RecordKind kind, Id id) {
    const auto& info = recordInfo(kind);
    const auto record = plan.record(kind, id);
    if (!record) {
        return fmt::format("a deleted {}", info.singular);
    }
    const auto name = info.fields.front().get(record.get());
    const auto* text = std::get_if<std::string>(&name);
    return text ? *text : fmt::format("Unnamed {}", info.singular);
}

} // namespace wardmote::plan
