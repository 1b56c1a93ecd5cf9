#include "core/analysis/local_issues.h"

#include "core/text/names.h"

#include <algorithm>
#include <map>
#include <set>

namespace wardmote::analysis {
namespace {

using plan::Id;
using plan::LocalIssue;

/// The mechanisms of each occasion on which the issue was raised: a meeting may serve several.
std::vector<std::vector<Id>> occasionsOf(const plan::Plan& plan, const LocalIssue& issue) {
    std::vector<std::vector<Id>> occasions;
    for (const auto& link : issue.raisedAt) {
        const auto* meeting = plan.find(link.meeting);
        if (!meeting) {
            continue;
        }
        auto& mechanisms = occasions.emplace_back();
        for (const auto& served : meeting->mechanisms) {
            if (plan.find(served.mechanism)) {
                mechanisms.push_back(served.mechanism.id);
            }
        }
    }
    for (const auto& link : issue.raisedIn) {
        if (plan.find(link.mechanism)) {
            occasions.push_back({link.mechanism.id});
        }
    }
    return occasions;
}

bool raisedAtBoth(const std::vector<std::vector<Id>>& occasions, Id a, Id b) {
    for (std::size_t i = 0; i < occasions.size(); ++i) {
        if (std::ranges::find(occasions[i], a) == occasions[i].end()) {
            continue;
        }
        for (std::size_t j = 0; j < occasions.size(); ++j) {
            if (i != j && std::ranges::find(occasions[j], b) != occasions[j].end()) {
                return true;
            }
        }
    }
    return false;
}

std::optional<plan::Date> firstRaised(const plan::Plan& plan, const LocalIssue& issue) {
    if (issue.firstRaised) {
        return issue.firstRaised;
    }
    std::optional<plan::Date> first;
    for (const auto& link : issue.raisedAt) {
        const auto* meeting = plan.find(link.meeting);
        if (meeting && meeting->date && (!first || *meeting->date < *first)) {
            first = meeting->date;
        }
    }
    return first;
}

std::optional<int> daysBetween(std::optional<plan::Date> from, std::optional<plan::Date> to) {
    if (!from || !to || *to < *from) {
        return std::nullopt; // an answer before the question is a slip, not a time
    }
    return to->daysSinceEpoch() - from->daysSinceEpoch();
}

class Finder {
public:
    Finder(const plan::Plan& plan, plan::Date today) : plan_(plan), today_(today) {}

    LocalIssues find() {
        for (const auto& issue : plan_.all<LocalIssue>()) {
            add(issue);
        }
        orderUnanswered();
        orderShared();
        answer_.all = timesOf(0, all_);
        answer_.byTheme = grouped<plan::Theme>(byTheme_);
        answer_.byTaker = grouped<plan::Organisation>(byTaker_);
        return std::move(answer_);
    }

private:
    using Places = std::vector<std::size_t>; ///< in answer_.issues

    void add(const LocalIssue& issue) {
        const auto occasions = occasionsOf(plan_, issue);
        IssueStanding standing{issue.id, {}, occasions.size(), firstRaised(plan_, issue), false, {}, {}};
        standing.answered = issue.answeredOn || !issue.answer.empty() || !issue.outcome.empty();
        standing.daysToAnswer = daysBetween(standing.raised, issue.answeredOn);
        if (!standing.answered) {
            standing.daysUnanswered = daysBetween(standing.raised, today_);
        }
        std::set<Id> mechanisms;
        for (const auto& occasion : occasions) {
            mechanisms.insert(occasion.begin(), occasion.end());
        }
        standing.mechanisms.assign(mechanisms.begin(), mechanisms.end());
        addPairs(issue.id, standing.mechanisms, occasions);
        all_.push_back(answer_.issues.size());
        byTheme_[plan_.find(issue.theme) ? issue.theme.id : 0].push_back(answer_.issues.size());
        byTaker_[plan_.find(issue.takenBy) ? issue.takenBy.id : 0].push_back(answer_.issues.size());
        answer_.issues.push_back(std::move(standing));
    }

    void addPairs(Id issue, const std::vector<Id>& mechanisms,
                  const std::vector<std::vector<Id>>& occasions) {
        bool several = false;
        for (std::size_t i = 0; i < mechanisms.size(); ++i) {
            for (std::size_t j = i + 1; j < mechanisms.size(); ++j) {
                if (raisedAtBoth(occasions, mechanisms[i], mechanisms[j])) {
                    shared_[{mechanisms[i], mechanisms[j]}].push_back(issue);
                    several = true;
                }
            }
        }
        if (several) {
            answer_.raisedAtSeveral.push_back(issue);
        }
    }

    void orderUnanswered() {
        for (const auto& standing : answer_.issues) {
            if (!standing.answered) {
                answer_.unanswered.push_back(standing.issue);
            }
        }
        std::ranges::stable_sort(answer_.unanswered, std::greater{},
                                 [&](Id issue) { return answer_.find(issue)->daysUnanswered.value_or(-1); });
    }

    void orderShared() {
        std::ranges::stable_sort(answer_.raisedAtSeveral, std::greater{},
                                 [&](Id issue) { return answer_.find(issue)->mechanisms.size(); });
        for (auto& [pair, issues] : shared_) {
            answer_.sharedBetween.push_back({pair.first, pair.second, std::move(issues)});
        }
        std::ranges::stable_sort(answer_.sharedBetween, std::greater{},
                                 [](const IssuesShared& shared) { return shared.issues.size(); });
    }

    AnswerTimes timesOf(Id of, const Places& places) const {
        AnswerTimes times{of, places.size(), 0, 0, {}};
        std::vector<int> days;
        for (const auto place : places) {
            const auto& standing = answer_.issues[place];
            times.unanswered += standing.answered ? 0 : 1;
            if (standing.daysToAnswer) {
                days.push_back(*standing.daysToAnswer);
            }
        }
        times.timed = days.size();
        times.medianDays = median(days);
        return times;
    }

    template<class R>
    std::vector<AnswerTimes> grouped(const std::map<Id, Places>& groups) const {
        std::vector<AnswerTimes> list;
        for (const auto& [of, places] : groups) {
            list.push_back(timesOf(of, places));
        }
        std::ranges::stable_sort(list, {}, [&](const AnswerTimes& times) {
            const auto* record = plan_.find<R>(times.of);
            return std::pair(record == nullptr, record ? text::normalisedName(record->name) : std::string());
        });
        return list;
    }

    const plan::Plan& plan_;
    plan::Date today_;
    LocalIssues answer_;
    Places all_;
    std::map<Id, Places> byTheme_;
    std::map<Id, Places> byTaker_;
    std::map<std::pair<Id, Id>, std::vector<Id>> shared_;
};

} // namespace

const IssueStanding* LocalIssues::find(Id issue) const {
    const auto at = std::ranges::lower_bound(issues, issue, {}, &IssueStanding::issue);
    return at != issues.end() && at->issue == issue ? &*at : nullptr;
}

LocalIssues findLocalIssues(const plan::Plan& plan, plan::Date today) {
    return Finder(plan, today).find();
}

std::vector<Id> issuesRaisedAtBoth(const plan::Plan& plan, Id a, Id b) {
    std::vector<Id> issues;
    for (const auto& issue : plan.all<LocalIssue>()) {
        if (a != b && raisedAtBoth(occasionsOf(plan, issue), a, b)) {
            issues.push_back(issue.id);
        }
    }
    return issues;
}

std::optional<double> median(std::span<const int> numbers) {
    if (numbers.empty()) {
        return std::nullopt;
    }
    std::vector<int> sorted(numbers.begin(), numbers.end());
    std::ranges::sort(sorted);
    const auto middle = sorted.size() / 2;
    return sorted.size() % 2 == 1 ? sorted[middle] : (sorted[middle - 1] + sorted[middle]) / 2.0;
}

} // namespace wardmote::analysis
