#include "ui/pages/local_issues/issues_summary.h"

#include "ui/charts/bars_view.h"
#include "ui/widgets/plain_table.h"
#include "ui/widgets/record_cell.h"
#include "ui/widgets/style.h"

#include <QComboBox>
#include <QHeaderView>
#include <QLocale>
#include <QScrollArea>
#include <QStackedWidget>
#include <QTableWidget>
#include <QVBoxLayout>

#include <cmath>

namespace wardmote::ui {
namespace {

using analysis::AnswerTimes;
using plan::RecordKind;

QString daysText(const std::optional<double>& days) {
    return days ? QLocale(QLocale::English, QLocale::UnitedKingdom)
                      .toString(*days, 'f', *days == std::floor(*days) ? 0 : 1)
                : notRecorded();
}

QString dayText(const std::optional<plan::Date>& day) {
    return day ? qtext(day->words()) : notRecorded();
}

void setRow(QTableWidget& table, const QList<QTableWidgetItem*>& items) {
    const int row = table.rowCount();
    table.insertRow(row);
    for (int column = 0; column < items.size(); ++column) {
        table.setItem(row, column, items[column]);
    }
}

} // namespace

IssuesSummary::IssuesSummary(QWidget* parent) : QWidget(parent) {
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    ways_ = new QComboBox;
    setNames(*ways_, QStringLiteral("issuesInBrief"), tr("How local issues are summed up"));
    stack_ = new QStackedWidget;
    column->addWidget(stack_);
    addWaiting();
    addTimes(byTheme_, QStringLiteral("issuesByTheme"), tr("Theme"), tr("Days to an answer by theme: chart"),
             tr("Days to an answer by theme: table"), true);
    addTimes(byTaker_, QStringLiteral("issuesByTaker"), tr("Taken by"),
             tr("Days to an answer by who took it: chart"), tr("Days to an answer by who took it: table"),
             false);
    addShared();
    connect(ways_, &QComboBox::currentIndexChanged, stack_, &QStackedWidget::setCurrentIndex);
}

void IssuesSummary::addWaiting() {
    waiting_ = makePlainTable(
        {tr("Waiting for an answer"), tr("Raised"), tr("Days"), tr("Taken by"), tr("Mechanisms")},
        QStringLiteral("issuesWaiting"), tr("Issues without an answer, oldest first"));
    ways_->addItem(tr("Waiting longest"));
    stack_->addWidget(waiting_);
    connect(waiting_, &QTableWidget::cellActivated, this, [this](int row) {
        Q_EMIT issuesOpened({found_->unanswered[static_cast<std::size_t>(row)]}, {});
    });
}

void IssuesSummary::addTimes(Times& times, const QString& name, const QString& heading, const QString& chart,
                             const QString& table, bool byTheme) {
    times.chart = new charts::BarsView;
    times.chart->setObjectName(name + QStringLiteral("Chart"));
    times.chart->setProperty("page", true);
    auto* scroll = new QScrollArea;
    setNames(*scroll, name + QStringLiteral("Scroll"), chart);
    scroll->setFrameShape(QFrame::NoFrame);
    scroll->setWidgetResizable(true);
    scroll->setWidget(times.chart);
    times.table = makePlainTable(
        {heading, tr("Issues"), tr("Unanswered"), tr("Answered, both days recorded"), tr("Median days")},
        name, table);
    ways_->addItem(chart);
    stack_->addWidget(scroll);
    ways_->addItem(table);
    stack_->addWidget(times.table);
    const auto open = [this, byTheme](int row) { openGroup(byTheme, row); };
    connect(times.table, &QTableWidget::cellActivated, this, open);
    connect(times.chart, &charts::BarsView::categoryOpened, this, open);
}

void IssuesSummary::addShared() {
    shared_ = makePlainTable({tr("Mechanism"), tr("and"), tr("Issues raised at both")},
                             QStringLiteral("issuesShared"), tr("Mechanisms that hear the same issues"));
    shared_->horizontalHeader()->setSectionResizeMode(1, QHeaderView::Stretch);
    ways_->addItem(tr("Raised at several mechanisms"));
    stack_->addWidget(shared_);
    lastStop_ = shared_;
    connect(shared_, &QTableWidget::cellActivated, this, [this](int row) {
        const auto& pair = found_->sharedBetween[static_cast<std::size_t>(row)];
        Q_EMIT issuesOpened(
            pair.issues,
            tr("Raised at both %1 and %2").arg(shared_->item(row, 0)->text(), shared_->item(row, 1)->text()));
    });
}

void IssuesSummary::show(const plan::PlanRef& plan, std::shared_ptr<const analysis::LocalIssues> found) {
    plan_ = plan;
    found_ = std::move(found);
    showWaiting();
    showTimes(byTheme_, found_->byTheme, RecordKind::theme);
    showTimes(byTaker_, found_->byTaker, RecordKind::organisation);
    showShared();
}

void IssuesSummary::showWaiting() {
    waiting_->setRowCount(0);
    for (const auto id : found_->unanswered) {
        const auto& standing = *found_->find(id);
        const auto& issue = *plan_->find<plan::LocalIssue>(id);
        setRow(*waiting_,
               {wordsItem(qtext(issue.name)), wordsItem(dayText(standing.raised)),
                figureItem(standing.daysUnanswered ? numberText(*standing.daysUnanswered) : notRecorded()),
                wordsItem(plan_->find(issue.takenBy)
                              ? qtext(plan::nameOf(*plan_, RecordKind::organisation, issue.takenBy.id))
                              : tr("nobody recorded")),
                figureItem(numberText(qint64(standing.mechanisms.size())))});
    }
}

void IssuesSummary::showTimes(const Times& times, const std::vector<AnswerTimes>& groups, RecordKind kind) {
    report::BarChart chart;
    chart.unit = "median days from raised to answered";
    chart.series = {"Days"};
    times.table->setRowCount(0);
    for (const auto& group : groups) {
        const auto name = group.of != 0               ? qtext(plan::nameOf(*plan_, kind, group.of))
                          : kind == RecordKind::theme ? tr("No theme recorded")
                                                      : tr("Taken by nobody recorded");
        chart.categories.push_back({name.toStdString(), {group.medianDays}});
        setRow(*times.table,
               {wordsItem(name), figureItem(numberText(qint64(group.issues))),
                figureItem(numberText(qint64(group.unanswered))), figureItem(numberText(qint64(group.timed))),
                figureItem(daysText(group.medianDays))});
    }
    times.chart->setChart(std::move(chart));
}

void IssuesSummary::showShared() {
    shared_->setRowCount(0);
    for (const auto& pair : found_->sharedBetween) {
        setRow(*shared_, {wordsItem(qtext(plan::nameOf(*plan_, RecordKind::mechanism, pair.a))),
                          wordsItem(qtext(plan::nameOf(*plan_, RecordKind::mechanism, pair.b))),
                          figureItem(numberText(qint64(pair.issues.size())))});
    }
}

void IssuesSummary::openGroup(bool byTheme, int row) {
    const auto& groups = byTheme ? found_->byTheme : found_->byTaker;
    const auto of = groups[static_cast<std::size_t>(row)].of;
    std::vector<plan::Id> issues;
    for (const auto& issue : plan_->all<plan::LocalIssue>()) {
        const bool known =
            byTheme ? plan_->find(issue.theme) != nullptr : plan_->find(issue.takenBy) != nullptr;
        const auto id = byTheme ? issue.theme.id : issue.takenBy.id;
        if ((known ? id : 0) == of) {
            issues.push_back(issue.id);
        }
    }
    Q_EMIT issuesOpened(issues, (byTheme ? byTheme_ : byTaker_).table->item(row, 0)->text());
}

} // namespace wardmote::ui
