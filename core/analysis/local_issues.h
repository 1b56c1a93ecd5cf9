#pragma once
#include "core/analysis/figure.h"

#include <span>

namespace wardmote::analysis {

/// What became of one local issue.
struct IssueStanding {
    plan::Id issue = 0;
    std::vector<plan::Id> mechanisms;  ///< at which it was raised, by id, each once
    std::size_t occasions = 0;         ///< meetings, and mechanisms where the meeting is not recorded
    std::optional<plan::Date> raised;  ///< first raised; else the first meeting at which it was
    bool answered = false;             ///< a date, an answer or an outcome is recorded
    std::optional<int> daysToAnswer;   ///< from raised to answered; nothing unless both days are recorded
    std::optional<int> daysUnanswered; ///< from raised to today; nothing if answered or the day is unknown
};

/// How long answers take.
struct AnswerTimes {
    plan::Id of = 0; ///< a theme or an organisation; 0: none is recorded, or all issues together
    std::size_t issues = 0;
    std::size_t unanswered = 0;
    std::size_t timed = 0;            ///< answered issues of which both days are recorded
    std::optional<double> medianDays; ///< of the timed ones
};

/// Two mechanisms at which the same issues were raised.
struct IssuesShared {
    plan::Id a = 0; ///< below b
    plan::Id b = 0;
    std::vector<plan::Id> issues; ///< by id
};

struct LocalIssues {
    std::vector<IssueStanding> issues; ///< by id
    std::vector<plan::Id> unanswered;  ///< oldest first; those of unknown age last, by id
    AnswerTimes all;
    std::vector<AnswerTimes> byTheme;        ///< by name; those of no theme recorded last
    std::vector<AnswerTimes> byTaker;        ///< by name; those taken by nobody recorded last
    std::vector<plan::Id> raisedAtSeveral;   ///< at two or more mechanisms, most first, then by id
    std::vector<IssuesShared> sharedBetween; ///< most issues first, then by ids

    const IssueStanding* find(plan::Id issue) const; ///< null if it is not one of them
};

LocalIssues findLocalIssues(const plan::Plan& plan, plan::Date today);

/// The issues that people raised at both mechanisms, by id: evidence that the two do the same work, beside
/// their score and no part of it. One joint meeting of both is one occasion and so no evidence: the issue
/// must have been raised on two occasions, one of each.
std::vector<plan::Id> issuesRaisedAtBoth(const plan::Plan& plan, plan::Id a, plan::Id b);

/// The middle of the numbers; of an even count, the mean of the middle two. Nothing of none.
std::optional<double> median(std::span<const int> numbers);

} // namespace wardmote::analysis
