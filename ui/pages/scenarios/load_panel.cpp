#include "ui/pages/scenarios/load_panel.h"

#include "core/plan/wording.h"
#include "ui/charts/bars_view.h"
#include "ui/widgets/card.h"
#include "ui/widgets/plain_table.h"
#include "ui/widgets/record_cell.h"
#include "ui/widgets/scrolled_column.h"
#include "ui/widgets/style.h"

#include <QHeaderView>
#include <QScrollArea>
#include <QTableWidget>
#include <QVBoxLayout>

#include <cmath>

namespace wardmote::ui {
namespace {

using analysis::LoadChange;
using analysis::LoadSide;

constexpr std::size_t barsShown = 12;
constexpr int limitColumn = 6;

/// A year's hours without the word, which the heading says.
std::string hoursText(const analysis::Hours& hours) {
    if (!hours.value) {
        return "not recorded";
    }
    const auto number = plan::inDigits(*hours.value, *hours.value < 100 ? 1 : 0);
    return hours.atLeast ? "at least " + number : number;
}

/// "12 → 6", "12" where nothing changes; read out as "now 12, afterwards 6".
QTableWidgetItem* bothItem(const QString& before, const QString& after) {
    if (before == after) {
        return figureItem(before);
    }
    auto* item = figureItem(LoadPanel::tr("%1 → %2").arg(before, after));
    item->setData(Qt::AccessibleTextRole, LoadPanel::tr("now %1, afterwards %2").arg(before, after));
    return item;
}

template<class Words>
QTableWidgetItem* bothItem(const LoadChange& change, Words words) {
    return bothItem(qtext(words(change.before)), qtext(words(change.after)));
}

} // namespace

LoadPanel::LoadPanel(QWidget* parent) : QWidget(parent) {
    auto* outer = new QVBoxLayout(this);
    outer->setContentsMargins(0, 0, 0, 0);
    const auto [scroll, inside, column] =
        makeScrolledColumn(*this, QStringLiteral("loadScroll"), tr("Who is asked to meetings"));
    scroll->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    column->setContentsMargins(0, 8, 0, 8);
    summary_ = makeParagraph({}, TextRole::body);
    summary_->setObjectName(QStringLiteral("loadSummary"));
    column->addWidget(summary_);
    chart_ = new charts::BarsView;
    chartCard_ = new Card(tr("Meetings a year that they are asked to"), this);
    chartCard_->content().addWidget(chart_);
    column->addWidget(chartCard_);
    table_ =
        makePlainTable({tr("Organisation or role"), tr("Meetings a year"), tr("Difference"),
                        tr("By topic, more"), tr("Paid hours"), tr("Unpaid hours"), tr("The plan’s limit")},
                       QStringLiteral("scenarioLoad"), tr("Who is asked to meetings, now and afterwards"));
    column->addWidget(table_);
    notes_ = makeParagraph({}, TextRole::caption);
    column->addWidget(notes_);
    column->addStretch(1);
    outer->addWidget(scroll);
    connect(table_, &QTableWidget::cellActivated, this, [this](int row) {
        const auto& change = answer_->load.bodies[static_cast<std::size_t>(row)];
        Q_EMIT recordsAsked(change.kind, {change.body}, tr("Asked to meetings"));
    });
}

QString LoadPanel::nameOf(const LoadChange& change) const {
    const auto name = qtext(plan::nameOf(*answer_->plan, change.kind, change.body));
    return change.kind == plan::RecordKind::role ? tr("%1 (role)").arg(name) : name;
}

void LoadPanel::show(const ScenariosRef& answer) {
    answer_ = answer;
    showSummary();
    showChart();
    showTable();
}

void LoadPanel::showSummary() {
    const auto& load = answer_->load;
    QStringList said;
    if (load.bodies.empty()) {
        said << tr("Nobody is recorded as attending a mechanism in force.");
    } else if (load.changed == 0) {
        said << tr("Nobody would be asked to more or fewer meetings than now.");
    } else {
        said << tr("For %1 of %2 organisations and roles something changes.")
                    .arg(load.changed)
                    .arg(load.bodies.size());
    }
    if (load.weekLimit || load.monthLimit) {
        said << tr("Over the plan’s limit in some week or month: %1 now, %2 afterwards.")
                    .arg(load.overBefore)
                    .arg(load.overAfter);
    }
    if (const auto open = answer_->shown->notCounted(); open > 0) {
        said << tr("Of %1 changes nothing is claimed yet: they count as things are now.").arg(open);
    }
    summary_->setText(said.join(QLatin1Char(' ')));
    notes_->setText(qtext(analysis::limitNote(load)) + QLatin1Char(' ') +
                    tr("Paid and unpaid hours are never added to one another.") + QLatin1Char(' ') +
                    qtext(analysis::sharedMeetingNote()));
}

void LoadPanel::showChart() {
    report::BarChart chart;
    chart.unit = tr("Meetings a year").toStdString();
    chart.series = {tr("Now").toStdString(), tr("Afterwards").toStdString()};
    chart.grouped = true;
    for (const auto& change : answer_->load.bodies) {
        const auto meetings = change.meetingsChange();
        if (chart.categories.size() < barsShown && meetings && std::abs(*meetings) >= 0.05) {
            chart.categories.push_back(
                {nameOf(change).toStdString(), {change.before.meetings, change.after.meetings}});
        }
    }
    chartCard_->setVisible(!chart.categories.empty());
    chart_->setChart(std::move(chart));
    chart_->setAccessibleName(tr("Meetings a year now and afterwards, by organisation and role"));
}

void LoadPanel::showTable() {
    const auto& load = answer_->load;
    table_->setRowCount(static_cast<int>(load.bodies.size()));
    int row = 0;
    for (const auto& change : load.bodies) {
        table_->setItem(row, 0, wordsItem(nameOf(change)));
        table_->setItem(row, 1, bothItem(change, analysis::meetingsInWords));
        const auto difference = qtext(analysis::meetingsChangeInWords(change));
        table_->setItem(row, 2, figureItem(difference.isEmpty() ? notRecorded() : difference));
        const auto hours = [](auto line) {
            return [line](const LoadSide& side) { return hoursText(side.*line); };
        };
        table_->setItem(row, 3, bothItem(change, analysis::byTopicInWords));
        table_->setItem(row, 4, bothItem(change, hours(&LoadSide::paid)));
        table_->setItem(row, 5, bothItem(change, hours(&LoadSide::unpaid)));
        table_->setItem(row, limitColumn, bothItem(change, [&](const LoadSide& side) {
                            return analysis::limitInWords(load, side);
                        }));
        ++row;
    }
    // With a limit the table may be wider than the page; names stay whole either way.
    const bool limited = load.weekLimit || load.monthLimit;
    table_->setColumnHidden(limitColumn, !limited);
    table_->horizontalHeader()->setSectionResizeMode(0, limited ? QHeaderView::ResizeToContents
                                                                : QHeaderView::Stretch);
    table_->setVisible(!load.bodies.empty());
    fitRows(*table_, 14);
}

} // namespace wardmote::ui
