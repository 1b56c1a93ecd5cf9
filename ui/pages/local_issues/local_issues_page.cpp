#include "ui/pages/local_issues/local_issues_page.h"

#include "ui/pages/local_issues/issues_summary.h"
#include "ui/session/session.h"
#include "ui/session/today.h"
#include "ui/widgets/record_table.h"
#include "ui/widgets/style.h"

#include <QComboBox>
#include <QVBoxLayout>

#include <cmath>

namespace wardmote::ui {
namespace {

/// Room for about five lines, so that the records below have the rest.
constexpr int summaryHeight = 190;

} // namespace

LocalIssuesPage::LocalIssuesPage(Session& session, Prompts& prompts, Preferences* preferences,
                                 QWidget* parent)
    : RecordPage(session, prompts, preferences, plan::RecordKind::localIssue, QStringLiteral("localIssues"),
                 parent),
      found_(std::make_shared<const analysis::LocalIssues>()), summary_(new IssuesSummary(this)) {
    summary_->setFixedHeight(summaryHeight);
    static_cast<QVBoxLayout*>(layout())->insertWidget(0, summary_);
    table().addTool(&summary_->ways());
    table().putInTabOrderAfter(summary_->lastInTabOrder());
    table().model().addColumn(
        {"raised_at_in_all",
         tr("Mechanisms"),
         tr("At how many mechanisms it was raised, by its meetings and where no meeting is recorded."),
         [this](const plan::PlanRef& plan) -> ComputedColumn::Reader {
             return [found = analysis::findLocalIssues(*plan, day())](plan::Id id) -> plan::Value {
                 const auto* standing = found.find(id);
                 return standing ? plan::Value{std::int64_t(standing->mechanisms.size())} : plan::Value{};
             };
         },
         {plan::RecordKind::meeting, plan::RecordKind::mechanism},
         true});
    table().model().addColumn({"days_waiting",
                               tr("Days waiting"),
                               tr("From the day it was raised until today, where it is not answered."),
                               [this](const plan::PlanRef& plan) -> ComputedColumn::Reader {
                                   return [found = analysis::findLocalIssues(*plan, day())](
                                              plan::Id id) -> plan::Value {
                                       const auto* standing = found.find(id);
                                       return standing && standing->daysUnanswered
                                                  ? plan::Value{std::int64_t{*standing->daysUnanswered}}
                                                  : plan::Value{};
                                   };
                               },
                               {plan::RecordKind::meeting},
                               true});
    setColumns({"name", "areas", "first_raised", "answered_on", "days_waiting"});
    setEmptyText(
        tr("No local issues yet"),
        tr("A local issue is what people raised in a place and what came of it. One that was raised at "
           "several mechanisms is evidence that they do the same work. Individual casework is not "
           "recorded here."));
    connect(summary_, &IssuesSummary::issuesOpened, this,
            [this](const std::vector<plan::Id>& issues, const QString& because) {
                showRecords(plan::RecordKind::localIssue, issues, because);
            });
    sumUp();
}

plan::Date LocalIssuesPage::day() const {
    return today_.value_or(ui::today());
}

void LocalIssuesPage::setToday(plan::Date today) {
    today_ = today;
    table().model().readColumnsAgain();
    sumUp();
}

void LocalIssuesPage::activated() {
    sumUp();
}

void LocalIssuesPage::sumUp() {
    const auto plan = session().plan();
    found_ = std::make_shared<const analysis::LocalIssues>(plan ? analysis::findLocalIssues(*plan, day())
                                                                : analysis::LocalIssues{});
    const bool any = !found_->issues.empty();
    summary_->setVisible(any);
    summary_->ways().setVisible(any);
    if (any) {
        summary_->show(plan, found_);
    }
}

std::vector<HeadlineFigure> LocalIssuesPage::headline() const {
    if (found_->issues.empty()) {
        return {};
    }
    const auto& all = found_->all;
    return {{numberText(qint64(all.issues)), tr("local issues")},
            {numberText(qint64(all.unanswered)), tr("waiting for an answer")},
            {all.medianDays ? numberText(std::llround(*all.medianDays)) : notRecorded(),
             tr("days to an answer, median of %1").arg(all.timed)},
            {numberText(qint64(found_->raisedAtSeveral.size())), tr("raised at several mechanisms")}};
}

int LocalIssuesPage::badge() const {
    return found_->issues.empty() ? -1 : static_cast<int>(found_->all.unanswered);
}

} // namespace wardmote::ui
