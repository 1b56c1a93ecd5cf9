#include "core/plan/publishable.h"

#include "core/plan/local_issue.h"

namespace wardmote::plan {
namespace {

Mechanism withoutWords(Mechanism mechanism, std::string_view instead) {
    mechanism.notes.clear();
    mechanism.testEvidence.clear();
    mechanism.sourceKey.clear();
    mechanism.source = instead;
    return mechanism;
}

Meeting withoutWords(Meeting meeting) {
    for (auto* words : {&meeting.name, &meeting.venue, &meeting.topics, &meeting.outcome, &meeting.link,
                        &meeting.notes, &meeting.source, &meeting.sourceKey}) {
        words->clear();
    }
    return meeting;
}

template<class R>
std::vector<const R*> marked(const Plan& plan) {
    std::vector<const R*> records;
    for (const auto& record : plan.all<R>()) {
        if (record.notForPublication == true) {
            records.push_back(&record);
        }
    }
    return records;
}

} // namespace

PlanRef publishable(const PlanRef& plan, std::string_view instead) {
    const auto issues = marked<LocalIssue>(*plan);
    const auto meetings = marked<Meeting>(*plan);
    const auto mechanisms = marked<Mechanism>(*plan);
    if (issues.empty() && meetings.empty() && mechanisms.empty()) {
        return plan;
    }
    auto left = std::make_shared<Plan>(*plan);
    for (const auto* issue : issues) {
        left->remove(RecordKind::localIssue, issue->id);
    }
    for (const auto* meeting : meetings) {
        left->put(withoutWords(*meeting));
    }
    for (const auto* mechanism : mechanisms) {
        left->put(withoutWords(*mechanism, instead));
    }
    return left;
}

bool isWithheld(const Plan& plan, RecordKind kind, Id id) {
    const auto* field = findField(recordInfo(kind), "not_for_publication");
    const auto record = field ? plan.record(kind, id) : nullptr;
    const auto value = record ? field->get(record.get()) : Value{};
    const auto* marked = std::get_if<bool>(&value);
    return marked && *marked;
}

} // namespace wardmote::plan
