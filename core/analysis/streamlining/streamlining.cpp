#include "core/analysis/streamlining/streamlining.h"

#include "core/analysis/streamlining/question.h"

#include <algorithm>
#include <chrono>
#include <cmath>
#include <utility>

namespace wardmote::analysis {
namespace {

using streamlining::Column;
using streamlining::CoverAnswer;
using streamlining::CoverOptions;
using streamlining::CoverProblem;
using streamlining::Fixed;
using streamlining::Question;
using Because = KeptMechanism::Because;

class Streamliner {
public:
    Streamliner(const plan::Plan& plan, const StreamliningOptions& options, const Progress& progress,
                const std::function<void(const StreamliningSoFar&)>& better)
        : options_(options), progress_(progress), better_(better),
          question_(streamlining::questionOf(plan, options)) {}

    Result<Streamlining> answer() {
        auto found = solve(question_.problem);
        if (!found && !question_.problem.limits.empty() && !progress_.stopped()) {
            answer_.limitNotKept = true;
            unkept_ = std::exchange(question_.problem.limits, {});
            found = solve(question_.problem);
        }
        if (!found) {
            return Failure(found.error());
        }
        in_.assign(question_.mechanisms.size(), 0);
        for (const auto column : found->chosen) {
            in_[column] = 1;
        }
        tell(*found);
        if (options_.runnerUp && !progress_.stopped()) {
            askForRunnerUp(*found);
        }
        return std::move(answer_);
    }

private:
    /// The time left; the runner-up has at most a quarter of all.
    CoverOptions coverOptions() const {
        CoverOptions options;
        if (options_.seconds) {
            const std::chrono::duration<double> spent = std::chrono::steady_clock::now() - began_;
            options.seconds = std::max(*options_.seconds - spent.count(), 0.05);
        }
        return options;
    }

    Result<CoverAnswer> solve(const CoverProblem& problem) const {
        return streamlining::solved(problem, coverOptions(), progress_, [&](const CoverAnswer& so) {
            if (better_) {
                const auto kept = std::ranges::count_if(
                    so.chosen, [&](Column column) { return bool(question_.asked[column]); });
                better_({static_cast<std::size_t>(kept), so.cost, so.gap()});
            }
        });
    }

    void tell(const CoverAnswer& found) {
        answer_.objective = found.cost;
        answer_.bound = found.bound;
        answer_.optimal = found.optimal;
        answer_.stoppedEarly = found.stoppedEarly;
        answer_.cells = question_.cells.size();
        answer_.lost = question_.lost;
        const auto only = cellsOnlyCoveredBy();
        for (Column column = 0; column < in_.size(); ++column) {
            if (!question_.asked[column]) {
                continue;
            }
            const auto id = question_.mechanisms[column]->id;
            answer_.today += question_.problem.costs[column];
            if (in_[column]) {
                answer_.keep.push_back({id, question_.because[column], only[column]});
                answer_.kept.push_back(question_.costs[column]);
            } else {
                answer_.end.push_back(id);
                answer_.ended.push_back(question_.costs[column]);
            }
        }
        answer_.saving = totalOf(answer_.ended);
        tellLimits();
    }

    std::vector<std::vector<StreamliningCell>> cellsOnlyCoveredBy() const {
        std::vector<std::vector<StreamliningCell>> only(in_.size());
        for (std::size_t row = 0; row < question_.cells.size(); ++row) {
            const auto& columns = question_.problem.rows[row];
            const auto keeps = [&](Column column) { return in_[column] != 0; };
            if (std::ranges::count_if(columns, keeps) == 1) {
                only[*std::ranges::find_if(columns, keeps)].push_back(question_.cells[row]);
            }
        }
        return only;
    }

    void tellLimits() {
        if (!options_.meetingsAMonth) {
            return;
        }
        answer_.over = question_.overByFixed;
        for (std::size_t limit = 0; limit < unkept_.size(); ++limit) {
            double sum = 0;
            for (const auto& [column, weight] : unkept_[limit].weights) {
                sum += in_[column] ? weight : 0;
            }
            if (sum > unkept_[limit].most) {
                answer_.over.push_back({question_.limited[limit], sum, false});
            }
        }
        for (Column column = 0; column < in_.size(); ++column) {
            if (in_[column] && !question_.costs[column].meetings.value) {
                answer_.meetingsNotRecorded.push_back(question_.mechanisms[column]->id);
            }
        }
    }

    /// A different set leaves out at least one of those kept freely: otherwise it is the answer and more.
    void askForRunnerUp(const CoverAnswer& found) {
        auto problem = question_.problem;
        streamlining::Limit notAll;
        for (const auto column : found.chosen) {
            if (problem.fixed[column] == Fixed::free) {
                notAll.weights.emplace_back(column, 1.0);
            }
        }
        if (notAll.weights.empty()) {
            answer_.noOther = true;
            return;
        }
        notAll.most = static_cast<double>(notAll.weights.size()) - 1;
        problem.limits.push_back(std::move(notAll));
        auto options = coverOptions();
        if (options.seconds) {
            *options.seconds = std::min(*options.seconds, std::max(1.0, *options_.seconds / 4));
        }
        const auto second = streamlining::solved(problem, options, progress_);
        if (!second) {
            answer_.noOther = second.error().message != streamlining::stopped;
            return;
        }
        RunnerUp runnerUp{.objective = second->cost, .optimal = second->optimal};
        for (Column column = 0; column < in_.size(); ++column) {
            const bool inSecond = std::ranges::binary_search(second->chosen, column);
            const auto id = question_.mechanisms[column]->id;
            if (inSecond && !in_[column]) {
                runnerUp.keptInstead.push_back(id);
            } else if (!inSecond && in_[column]) {
                runnerUp.endedInstead.push_back(id);
            }
        }
        answer_.runnerUp = std::move(runnerUp);
    }

    const StreamliningOptions& options_;
    const Progress& progress_;
    const std::function<void(const StreamliningSoFar&)>& better_;
    const std::chrono::steady_clock::time_point began_ = std::chrono::steady_clock::now();
    Question question_;
    std::vector<streamlining::Limit> unkept_; ///< that no set keeps
    std::vector<char> in_;
    Streamlining answer_;
};

} // namespace

Result<Streamlining> streamlined(const plan::Plan& plan, const StreamliningOptions& options,
                                 const Progress& progress,
                                 const std::function<void(const StreamliningSoFar&)>& better) {
    return Streamliner(plan, options, progress, better).answer();
}

} // namespace wardmote::analysis
