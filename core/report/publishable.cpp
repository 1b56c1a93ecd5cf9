#include "core/report/publishable.h"

#include "core/plan/local_issue.h"

namespace wardmote::report {
namespace {

plan::Mechanism withoutWords(plan::Mechanism mechanism) {
    mechanism.notes.clear();
    mechanism.testEvidence.clear();
    mechanism.sourceKey.clear();
    mechanism.source = sourceWithheld;
    return mechanism;
}

plan::Meeting withoutWords(plan::Meeting meeting) {
    for (auto* words : {&meeting.name, &meeting.venue, &meeting.topics, &meeting.outcome, &meeting.link,
                        &meeting.notes, &meeting.source, &meeting.sourceKey}) {
        words->clear();
    }
    return meeting;
}

template<class R>
std::vector<const R*> marked(const plan::Plan& plan) {
    std::vector<const R*> records;
    for (const auto& record : plan.all<R>()) {
        if (record.notForPublication == true) {
            records.push_back(&record);
        }
    }
    return records;
}

} // namespace

plan::PlanRef publishable(const plan::PlanRef& plan) {
    const auto issues = marked<plan::LocalIssue>(*plan);
    const auto meetings = marked<plan::Meeting>(*plan);
    const auto mechanisms = marked<plan::Mechanism>(*plan);
    if (issues.empty() && meetings.empty() && mechanisms.empty()) {
        return plan;
    }
    auto left = std::make_shared<plan::Plan>(*plan);
    for (const auto* issue : issues) {
        left->remove(plan::RecordKind::localIssue, issue->id);
    }
    for (const auto* meeting : meetings) {
        left->put(withoutWords(*meeting));
    }
    for (const auto* mechanism : mechanisms) {
        left->put(withoutWords(*mechanism));
    }
    return left;
}

} // namespace wardmote::report
