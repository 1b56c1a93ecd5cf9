#include "core/store/snapshot.h"

#include <fmt/format.h>
#include <map>

namespace wardmote::store {
namespace {

using Action = plan::Change::Action;

/// A record before an edit and as its changes leave it.
struct Draft {
    std::shared_ptr<const void> before;
    std::shared_ptr<void> after;
};

std::map<RecordKey, Draft> draftsOf(const plan::Plan& plan, const plan::Changes& changes) {
    std::map<RecordKey, Draft> drafts;
    for (const auto& change : changes.list()) {
        const auto& info = plan::recordInfo(change.kind);
        const auto [found, isNew] = drafts.try_emplace({change.kind, change.id});
        auto& draft = found->second;
        if (isNew) {
            draft.before = plan.record(change.kind, change.id);
            draft.after = draft.before ? info.copy(draft.before.get()) : nullptr;
        }
        if (change.action == Action::erase) {
            draft.after = nullptr;
            continue;
        }
        if (change.action == Action::insert) {
            draft.after = info.make();
            info.setId(draft.after.get(), change.id);
        }
        for (const auto& [field, value] : change.fields) {
            if (!field->set(draft.after.get(), value)) {
                throw Refusal(
                    {fmt::format("The {} “{}” has something in “{}” that does not fit there.", info.singular,
                                 plan::nameOf(plan, change.kind, change.id), field->label),
                     {},
                     {}});
            }
        }
    }
    return drafts;
}

} // namespace

void writeChanges(RecordRows& rows, const plan::Plan& plan, const plan::Changes& changes) {
    const auto all = plan::withConsequences(plan, changes);
    const auto wrong = plan::complaints(plan, all);
    if (!wrong.empty()) {
        throw Refusal({wrong.front().message, {}, {}});
    }
    for (const auto& [key, draft] : draftsOf(plan, all)) {
        const auto [kind, id] = key;
        if (kind == plan::RecordKind::settings && !draft.after) {
            throw Refusal({"A plan can’t be without its settings.", {}, {}});
        }
        if (draft.before && draft.after) {
            rows.update(kind, draft.before.get(), draft.after.get());
        } else if (draft.after) {
            rows.insert(kind, draft.after.get());
        } else if (draft.before) {
            rows.erase(kind, id);
        }
    }
}

Patched patched(const plan::Plan& before, RecordRows& rows, const std::set<RecordKey>& touched) {
    Patched result;
    auto next = std::make_shared<plan::Plan>(before);
    std::map<plan::RecordKind, std::vector<std::shared_ptr<const void>>> put; // in order of id, as touched is
    for (const auto& [kind, id] : touched) {
        const bool was = before.contains(kind, id);
        auto record = rows.read(kind, id);
        if (record) {
            result.summary.records.push_back({kind, id, was ? Action::update : Action::insert});
            put[kind].push_back(std::move(record));
        } else if (was) {
            result.summary.records.push_back({kind, id, Action::erase});
            next->remove(kind, id);
        }
    }
    for (const auto& [kind, records] : put) {
        next->putAll(kind, records);
    }
    result.plan = std::move(next);
    return result;
}

} // namespace wardmote::store
