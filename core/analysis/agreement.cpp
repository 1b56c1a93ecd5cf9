#include "core/analysis/agreement.h"

#include "core/text/words.h"

#include <algorithm>
#include <array>
#include <map>

namespace wardmote::analysis {
namespace {

using plan::FieldInfo;
using plan::Id;
using plan::ProposedChange;
using plan::RecordKind;
using plan::Review;
using plan::WhatToDo;

/// Fields that say what is decided; another content there is another decision.
const auto& decidingFields(RecordKind kind) {
    static const std::array ofReview{&plan::fieldFor<&Review::decision>(),
                                     &plan::fieldFor<&Review::finding>(),
                                     &plan::fieldFor<&Review::mergeInto>()};
    static const std::array ofChange{&plan::fieldFor<&ProposedChange::action>(),
                                     &plan::fieldFor<&ProposedChange::into>(),
                                     &plan::fieldFor<&ProposedChange::mechanism>()};
    return kind == RecordKind::review ? ofReview : ofChange;
}

template<class R>
std::vector<const FieldInfo*> unwritten(const R& record) {
    std::vector<const FieldInfo*> missing;
    const auto ask = [&](const std::string& words, const FieldInfo& field) {
        if (text::trimmed(words).empty()) {
            missing.push_back(&field);
        }
    };
    ask(record.equalityScreening, plan::fieldFor<&R::equalityScreening>());
    ask(record.consulted, plan::fieldFor<&R::consulted>());
    ask(record.consultationOutcome, plan::fieldFor<&R::consultationOutcome>());
    return missing;
}

bool endsIt(std::optional<WhatToDo> what) {
    return what == WhatToDo::end || what == WhatToDo::mergeInto;
}

/// How a decision stands before or after an edit.
struct Standing {
    bool agreed = false;
    std::vector<const FieldInfo*> missing;
};

Standing standingOf(RecordKind kind, const void* record) {
    if (!record) {
        return {};
    }
    if (kind == RecordKind::review) {
        const auto& review = *static_cast<const Review*>(record);
        return {isAgreed(review.status), missingForAgreement(review)};
    }
    const auto& change = *static_cast<const ProposedChange*>(record);
    return {isAgreed(change.status), missingForAgreement(change)};
}

const FieldInfo& statusOf(RecordKind kind) {
    return kind == RecordKind::review ? plan::fieldFor<&Review::status>()
                                      : plan::fieldFor<&ProposedChange::status>();
}

using Records = std::map<std::pair<RecordKind, Id>, std::shared_ptr<void>>;

/// The decisions that an edit touches, as it would leave them.
Records decisionsAfter(const plan::Plan& plan, const plan::Changes& changes) {
    Records after;
    for (const auto& change : changes.list()) {
        const bool decides = change.kind == RecordKind::review || change.kind == RecordKind::proposedChange;
        if (!decides) {
            continue;
        }
        const auto& info = plan::recordInfo(change.kind);
        auto& record = after[{change.kind, change.id}];
        if (change.action == plan::Change::Action::erase) {
            record.reset();
            continue;
        }
        if (!record) {
            const auto before = plan.record(change.kind, change.id);
            record = before ? info.copy(before.get()) : info.make();
            info.setId(record.get(), change.id);
        }
        for (const auto& [field, value] : change.fields) {
            field->set(record.get(), value);
        }
    }
    std::erase_if(after, [](const auto& item) { return !item.second; });
    return after;
}

} // namespace

bool isAgreed(std::optional<plan::ReviewStatus> status) {
    return status == plan::ReviewStatus::agreed || status == plan::ReviewStatus::done;
}

std::vector<const FieldInfo*> missingForAgreement(const Review& review) {
    const bool endsOne = endsIt(review.decision) && review.finding != plan::Finding::recordedTwice;
    return endsOne ? unwritten(review) : std::vector<const FieldInfo*>{};
}

std::vector<const FieldInfo*> missingForAgreement(const ProposedChange& change) {
    return endsIt(change.action) ? unwritten(change) : std::vector<const FieldInfo*>{};
}

std::string missingInWords(const std::vector<const FieldInfo*>& missing) {
    std::string labels;
    for (const auto* field : missing) {
        labels += labels.empty() ? "" : ", ";
        labels += static_cast<char>(field->label.front() | 0x20); // lower case within a sentence
        labels += field->label.substr(1);
    }
    return labels.empty() ? labels : "Before ending or merging can be agreed, write: " + labels + ".";
}

std::vector<UnreadyDecision> unreadyDecisions(const plan::Plan& plan, const plan::Changes& changes) {
    std::vector<UnreadyDecision> unready;
    for (const auto& [key, record] : decisionsAfter(plan, changes)) {
        const auto [kind, id] = key;
        const auto after = standingOf(kind, record.get());
        if (!after.agreed || after.missing.empty()) {
            continue;
        }
        const auto held = plan.record(kind, id);
        const auto before = standingOf(kind, held.get());
        const auto differs = [&, record = record.get()](const FieldInfo* field) {
            return !held || field->get(held.get()) != field->get(record);
        };
        UnreadyDecision found{kind, id, after.missing, {}};
        if (differs(&statusOf(kind))) {
            found.because.push_back(&statusOf(kind));
        }
        if (before.agreed) { // without a new status its decision and what it rests on must stay
            std::ranges::copy_if(decidingFields(kind), std::back_inserter(found.because), differs);
            std::ranges::copy_if(after.missing, std::back_inserter(found.because), [&](const auto* field) {
                return std::ranges::find(before.missing, field) == before.missing.end() && differs(field);
            });
        }
        if (!found.because.empty()) {
            unready.push_back(std::move(found));
        }
    }
    return unready;
}

} // namespace wardmote::analysis
