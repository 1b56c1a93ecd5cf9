#include "ui/pages/scenarios/scenario_tables.h"

#include "core/plan/wording.h"
#include "ui/charts/bars_view.h"
#include "ui/widgets/plain_table.h"
#include "ui/widgets/record_cell.h"
#include "ui/widgets/style.h"

#include <QHeaderView>
#include <QVBoxLayout>

namespace wardmote::ui {
namespace {

using analysis::WeighedLine;
using analysis::WhatIf;
using plan::RecordKind;

template<class Figure>
QStringList figuresOf(const ScenariosAnswer& answer, Figure figure) {
    QStringList figures{figure(answer.asNow)};
    for (const auto& each : answer.all) {
        figures << figure(*each);
    }
    return figures;
}

/// Whether it has ended, of what was to end or be merged.
QString overText(const analysis::Achievement& each) {
    if (!each.over) {
        return each.done ? AchievedPanel::tr("done") : QStringLiteral("–");
    }
    if (!*each.over) {
        return AchievedPanel::tr("not yet");
    }
    return each.endedOn ? AchievedPanel::tr("yes, %1").arg(QString::fromStdString(each.endedOn->words()))
                        : AchievedPanel::tr("yes");
}

/// People of the public who usually come to what ends or is merged, at its meetings together.
QString attendanceText(const WhatIf& weighed) {
    const auto& attendance = weighed.losses.attendance;
    double people = 0;
    std::size_t known = 0;
    for (const auto& each : attendance) {
        people += each.publicUsually.value_or(0);
        known += each.publicUsually ? 1 : 0;
    }
    if (known == 0) {
        return attendance.empty() ? QStringLiteral("0") : notRecorded();
    }
    const auto number = qtext(plan::inDigits(people, 0));
    return known < attendance.size() ? ComparisonTable::tr("at least %1").arg(number) : number;
}

QString count(std::size_t number) {
    return numberText(static_cast<qint64>(number));
}

} // namespace

ComparisonTable::ComparisonTable(QWidget* parent) : QTableWidget(parent) {
    dressTable(*this, QStringLiteral("scenarioComparison"), tr("Scenarios side by side"));
}

void ComparisonTable::addRow(const QString& label, const QStringList& figures) {
    const int row = rowCount();
    setRowCount(row + 1);
    setItem(row, 0, wordsItem(label));
    for (int column = 0; column < figures.size(); ++column) {
        setItem(row, column + 1, figureItem(figures[column]));
    }
}

void ComparisonTable::show(const ScenariosRef& answer) {
    clear();
    setRowCount(0);
    QStringList headings{tr("Measure"), tr("As now")};
    for (const auto& each : answer->all) {
        headings << qtext(plan::nameOf(*answer->plan, RecordKind::scenario, each->scenario));
    }
    setColumnCount(static_cast<int>(headings.size()));
    setHorizontalHeaderLabels(headings);
    for (int column = 1; column < columnCount(); ++column) {
        horizontalHeaderItem(column)->setTextAlignment(Qt::AlignRight | Qt::AlignVCenter); // as its figures
    }
    horizontalHeader()->setSectionResizeMode(QHeaderView::Stretch);
    horizontalHeader()->setSectionResizeMode(0, QHeaderView::ResizeToContents);
    addRow(tr("Mechanisms in force"),
           figuresOf(*answer, [](const WhatIf& each) { return count(each.mechanismsAfter); }));
    for (const auto line : answer->asNow.shown) {
        addRow(qtext(analysis::labelOf(line)), figuresOf(*answer, [line](const WhatIf& each) {
                   const auto& change = each.total.at(line);
                   return amountText(line, change.after, change.afterAtLeast);
               }));
    }
    addRow(tr("One-off cost"), figuresOf(*answer, [](const WhatIf& each) {
               return each.oneOffCost          ? qtext(plan::inPounds(*each.oneOffCost))
                      : each.oneOffUnknown > 0 ? notRecorded()
                                               : QStringLiteral("–");
           }));
    addRow(tr("One-off staff time"), figuresOf(*answer, [](const WhatIf& each) {
               return each.oneOffHours         ? amountText(WeighedLine::staffHours, each.oneOffHours)
                      : each.oneOffUnknown > 0 ? notRecorded()
                                               : QStringLiteral("–");
           }));
    addRow(tr("Areas that lose coverage"),
           figuresOf(*answer, [](const WhatIf& each) { return count(each.losses.areasAffected.size()); }));
    addRow(tr("Residents there"), figuresOf(*answer, [](const WhatIf& each) {
               return each.losses.areasAffected.empty()     ? QStringLiteral("0")
                      : each.losses.residentsAffected.value ? numberText(*each.losses.residentsAffected.value)
                                                            : notRecorded();
           }));
    addRow(tr("Public who come to what goes, a meeting"), figuresOf(*answer, attendanceText));
    addRow(tr("Furthest journey to a meeting place"), figuresOf(*answer, [](const WhatIf& each) {
               const auto& furthest = each.losses.furthestAfter;
               return furthest ? tr("%1 km").arg(QString::number(*furthest, 'f', 1)) : notRecorded();
           }));
    addRow(tr("Statutory mechanisms that go"),
           figuresOf(*answer, [](const WhatIf& each) { return count(each.losses.statutory.size()); }));
    addRow(tr("Possible duplicates left"),
           figuresOf(*answer, [](const WhatIf& each) { return count(each.losses.duplicatesAfter.size()); }));
    addRow(tr("Mechanisms of which nothing is claimed yet"),
           figuresOf(*answer, [](const WhatIf& each) { return count(each.notCounted()); }));
}

AchievedPanel::AchievedPanel(QWidget* parent) : QWidget(parent) {
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(0, 8, 0, 0);
    none_ = makeParagraph(tr("No change of this scenario is agreed yet. Once one is, this shows whether the "
                             "mechanism has ended and which hours have been released, against what was "
                             "decided."),
                          TextRole::body);
    none_->setAlignment(Qt::AlignTop | Qt::AlignLeft);
    column->addWidget(none_);
    chart_ = new charts::BarsView;
    column->addWidget(chart_);
    table_ = makePlainTable({tr("Decision"), tr("Over?"), tr("Hours to release"), tr("Hours released"),
                             tr("Spending to avoid"), tr("Spending avoided"), tr("Status")},
                            QStringLiteral("scenarioAchieved"), tr("Decided against achieved"));
    table_->horizontalHeader()->setSectionResizeMode(0, QHeaderView::ResizeToContents); // whole names
    column->addWidget(table_, 1);
}

void AchievedPanel::show(const ScenariosRef& answer) {
    const auto& achievements = answer->achievements;
    none_->setVisible(achievements.empty());
    table_->setVisible(!achievements.empty());
    report::BarChart chart;
    chart.unit = tr("Paid hours a year released").toStdString();
    chart.series = {tr("Decided").toStdString(), tr("Achieved").toStdString()};
    chart.grouped = true;
    table_->setRowCount(static_cast<int>(achievements.size()));
    int row = 0;
    for (const auto& each : achievements) {
        const auto name = qtext(plan::nameOf(*answer->plan, RecordKind::proposedChange, each.change));
        if (each.hoursToRelease() || each.hoursReleased()) {
            chart.categories.push_back({name.toStdString(), {each.hoursToRelease(), each.hoursReleased()}});
        }
        table_->setItem(row, 0, wordsItem(name));
        table_->setItem(row, 1, wordsItem(overText(each)));
        table_->setItem(row, 2, figureItem(amountText(WeighedLine::staffHours, each.hoursToRelease())));
        table_->setItem(row, 3, figureItem(amountText(WeighedLine::staffHours, each.hoursReleased())));
        table_->setItem(row, 4, figureItem(amountText(WeighedLine::spending, each.penceToAvoid())));
        table_->setItem(row, 5, figureItem(amountText(WeighedLine::spending, each.penceAvoided())));
        const auto* change = answer->plan->find<plan::ProposedChange>(each.change);
        auto* status = wordsItem(each.done ? tr("Done") : tr("Agreed"));
        status->setToolTip(change ? decisionText(*change) : status->text());
        status->setData(Qt::AccessibleTextRole, status->toolTip());
        table_->setItem(row, 6, status);
        ++row;
    }
    chart_->setVisible(!chart.categories.empty());
    chart_->setChart(std::move(chart));
    chart_->setAccessibleName(tr("Hours decided and achieved"));
}

} // namespace wardmote::ui
