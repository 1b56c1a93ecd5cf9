#include "core/analysis/record_merge.h"

#include "core/analysis/references.h"
#include "core/base/contract.h"
#include "core/text/words.h"

#include <algorithm>
#include <set>

namespace wardmote::analysis {
namespace {

using plan::FieldInfo;
using plan::FieldKind;
using plan::Links;
using plan::RecordKind;
using plan::Value;

std::size_t rowsIn(const Value& value) {
    const auto* links = std::get_if<Links>(&value);
    return links ? links->size() : 0;
}

std::string textOf(const Value& value) {
    const auto* text = std::get_if<std::string>(&value);
    return text ? *text : std::string{};
}

/// Of two descriptions the longer says more; of two single answers the first stands.
MergeTake proposedFor(const FieldInfo& field, const Value& first, const Value& second) {
    if (!isRecorded(second)) {
        return MergeTake::first;
    }
    if (!isRecorded(first)) {
        return MergeTake::second;
    }
    if (field.kind == FieldKind::links) {
        return MergeTake::both;
    }
    const bool longer = field.kind == FieldKind::longText && textOf(second).size() > textOf(first).size();
    return longer ? MergeTake::second : MergeTake::first;
}

Value joined(const FieldInfo& field, const Value& first, const Value& second) {
    if (!isRecorded(first) || !isRecorded(second)) {
        return isRecorded(first) ? first : second;
    }
    const auto* a = std::get_if<Links>(&first);
    const auto* b = std::get_if<Links>(&second);
    if (a && b) {
        auto rows = *a;
        rows.insert(rows.end(), b->begin(), b->end());
        return rowsByKey(std::move(rows), field);
    }
    const auto words = textOf(first);
    const auto more = textOf(second);
    if (words.find(more) != std::string::npos) {
        return first;
    }
    return more.find(words) != std::string::npos ? second : Value{words + "\n\n" + more};
}

Value taken(const MergeField& field) {
    switch (field.take) {
    case MergeTake::first:
        return field.first;
    case MergeTake::second:
        return field.second;
    default:
        return joined(*field.field, field.first, field.second);
    }
}

/// The names that no longer head the record, so that the next list that uses one finds it.
void keepName(const plan::RecordInfo& info, void* record, const std::string& name) {
    const auto& heading = info.fields.front();
    if (name.empty() || name == textOf(heading.get(record))) {
        return;
    }
    if (const auto* others = plan::findField(info, "other_names")) {
        auto rows = others->get(record);
        Links links = rowsIn(rows) > 0 ? std::get<Links>(rows) : Links{};
        links.push_back({{Value{name}}});
        others->set(record, links);
        return;
    }
    if (const auto* notes = plan::findField(info, "notes")) {
        const auto before = textOf(notes->get(record));
        notes->set(record, before + (before.empty() ? "" : "\n") + "Also recorded as " + name + ".");
    }
}

std::string words(const plan::ProposedChange& change) {
    auto text = "Also proposed: " + change.name + ".";
    for (const auto* more :
         {&change.reason, &change.equalityScreening, &change.consulted, &change.consultationOutcome}) {
        text += more->empty() ? "" : " " + *more;
    }
    return text;
}

class Merger {
public:
    Merger(const plan::Plan& plan, const MergePair& pair)
        : plan_(plan), pair_(pair), info_(plan::recordInfo(pair.kind)) {}

    plan::Changes changes() {
        keepOneProposedChangeEach();
        for (const auto& info : plan::allRecordInfos()) {
            for (const auto id : plan_.ids(info.kind)) {
                const bool isOneOfBoth = info.kind == pair_.kind && (id == pair_.stays || id == pair_.goes);
                if (!isOneOfBoth && !erased_.contains({info.kind, id})) {
                    repoint(info, id);
                }
            }
        }
        takeFields();
        for (const auto& [kind, id] : erased_) {
            changes_.erase(kind, id);
        }
        changes_.erase(pair_.kind, pair_.goes);
        return std::move(changes_);
    }

private:
    Repointing repointing() const { return {pair_.kind, pair_.goes, pair_.stays}; }

    void repoint(const plan::RecordInfo& info, plan::Id id) {
        const auto before = plan_.record(info.kind, id);
        const auto after = info.copy(before.get());
        for (const auto& field : info.fields) {
            const auto value = field.get(after.get());
            auto repointed = repointing().in(field, value);
            if (repointed != value) {
                field.set(after.get(), repointed);
            }
        }
        if (info.kind == RecordKind::proposedChange) {
            auto& change = *static_cast<plan::ProposedChange*>(after.get());
            if (change.into == change.mechanism) {
                change.into = {};
            }
            if (const auto at = kept_.find(id); at != kept_.end()) {
                change.notes += (change.notes.empty() ? "" : "\n") + at->second;
            }
        }
        changes_.update(info.kind, id, before.get(), after.get());
    }

    void takeFields() {
        const auto before = plan_.record(pair_.kind, pair_.stays);
        const auto after = info_.copy(before.get());
        for (const auto& field : pair_.fields) {
            const auto value = repointing().in(*field.field, taken(field));
            field.field->set(after.get(), withoutReferenceTo(*field.field, value, pair_.kind, pair_.stays));
        }
        const auto& name = info_.fields.front();
        keepName(info_, after.get(), textOf(name.get(before.get())));
        keepName(info_, after.get(), textOf(name.get(plan_.record(pair_.kind, pair_.goes).get())));
        changes_.update(pair_.kind, pair_.stays, before.get(), after.get());
    }

    void keepOneProposedChangeEach() {
        if (pair_.kind != RecordKind::mechanism) {
            return;
        }
        std::map<plan::Id, plan::Id> ofStays; // by scenario
        const auto& all = plan_.all<plan::ProposedChange>();
        for (const auto& change : all) {
            if (change.mechanism.id == pair_.stays) {
                ofStays.emplace(change.scenario.id, change.id);
            }
        }
        for (const auto& change : all) {
            const auto at = ofStays.find(change.scenario.id);
            if (change.mechanism.id == pair_.goes && at != ofStays.end()) {
                kept_[at->second] = words(change);
                erased_.insert({RecordKind::proposedChange, change.id});
            }
        }
    }

    const plan::Plan& plan_;
    const MergePair& pair_;
    const plan::RecordInfo& info_;
    plan::Changes changes_;
    std::set<std::pair<RecordKind, plan::Id>> erased_;
    std::map<plan::Id, std::string> kept_; ///< by proposed change, the words of the one that goes
};

} // namespace

bool MergeField::canJoin() const {
    return field->kind == FieldKind::links || field->kind == FieldKind::longText;
}

bool MergeField::differs() const {
    return isRecorded(first) && isRecorded(second) && first != second;
}

plan::Id fullerOf(const plan::Plan& plan, RecordKind kind, plan::Id a, plan::Id b) {
    const auto fullness = [&](plan::Id id) {
        std::pair<std::size_t, std::size_t> recorded{0, 0};
        for (const auto& field : plan::recordInfo(kind).fields) {
            const auto value = field.get(plan.record(kind, id).get());
            recorded.first += isRecorded(value) ? 1 : 0;
            recorded.second += rowsIn(value);
        }
        return recorded;
    };
    const auto [lower, upper] = std::minmax(a, b);
    return fullness(upper) > fullness(lower) ? upper : lower;
}

MergePair mergePair(const plan::Plan& plan, RecordKind kind, plan::Id a, plan::Id b) {
    contract(a != b && plan.contains(kind, a) && plan.contains(kind, b),
             "two different records of the plan are merged");
    MergePair pair{kind, fullerOf(plan, kind, a, b), 0, {}};
    pair.goes = pair.stays == a ? b : a;
    const auto first = plan.record(kind, pair.stays);
    const auto second = plan.record(kind, pair.goes);
    for (const auto& field : plan::recordInfo(kind).fields) {
        MergeField side{&field, field.get(first.get()), field.get(second.get()), MergeTake::first};
        side.take = proposedFor(field, side.first, side.second);
        pair.fields.push_back(std::move(side));
    }
    return pair;
}

plan::Changes mergedRecords(const plan::Plan& plan, const MergePair& pair) {
    return Merger(plan, pair).changes();
}

} // namespace wardmote::analysis
