#include "ui/pages/scenarios/effects_panel.h"

#include "core/plan/wording.h"
#include "ui/charts/bars_view.h"
#include "ui/widgets/chart_card.h"
#include "ui/widgets/plain_table.h"
#include "ui/widgets/record_cell.h"
#include "ui/widgets/scrolled_column.h"
#include "ui/widgets/style.h"

#include <QGridLayout>
#include <QHeaderView>
#include <QScrollArea>
#include <QScrollBar>
#include <QTableWidget>
#include <QVBoxLayout>

#include <algorithm>
#include <array>
#include <cmath>

namespace wardmote::ui {
namespace {

using analysis::LineChange;
using analysis::LineChanges;
using analysis::WeighedLine;
using plan::Id;
using plan::RecordKind;

constexpr std::size_t barsShown = 12;
constexpr int cardsInARow = 3;

QString qlabel(WeighedLine line) {
    return qtext(analysis::labelOf(line));
}

QString oneOffText(const std::optional<plan::Money>& cost, const std::optional<double>& hours) {
    QStringList parts;
    if (cost) {
        parts << QString::fromStdString(plan::inPounds(*cost));
    }
    if (hours) {
        parts << QString::fromStdString(analysis::amountInWords(WeighedLine::staffHours, *hours));
    }
    return parts.isEmpty() ? notRecorded() : parts.join(QStringLiteral("; "));
}

/// "£1,940", without pence that say nothing; a sign where it goes up or down.
QString signedText(WeighedLine line, double amount) {
    const auto words = QString::fromStdString(analysis::amountInWords(line, amount));
    return amount > 0 ? QStringLiteral("+") + words : words;
}

report::BarChart beforeAfterChart() {
    report::BarChart chart;
    chart.unit = EffectsPanel::tr("Paid hours a year").toStdString();
    chart.series = {EffectsPanel::tr("Now").toStdString(), EffectsPanel::tr("Afterwards").toStdString()};
    chart.grouped = true;
    return chart;
}

void setLine(QTableWidget& table, int row, int column, WeighedLine line, const LineChange& change) {
    table.setItem(row, column, figureItem(amountText(line, change.before, change.beforeAtLeast)));
    table.setItem(row, column + 1, figureItem(amountText(line, change.after, change.afterAtLeast)));
}

/// The lines of the tables by organisation and by place, with their headings, from the left.
struct TableLine {
    WeighedLine line;
    const char* heading;
};
constexpr std::array tableLines{
    TableLine{WeighedLine::staffHours, QT_TRANSLATE_NOOP("wardmote::ui::EffectsPanel", "Staff time now")},
    TableLine{WeighedLine::spending, QT_TRANSLATE_NOOP("wardmote::ui::EffectsPanel", "Spending now")},
    TableLine{WeighedLine::unpaidHours, QT_TRANSLATE_NOOP("wardmote::ui::EffectsPanel", "Unpaid hours now")},
    TableLine{WeighedLine::rooms, QT_TRANSLATE_NOOP("wardmote::ui::EffectsPanel", "Rooms used free now")},
    TableLine{WeighedLine::staffValue,
              QT_TRANSLATE_NOOP("wardmote::ui::EffectsPanel", "Value of staff time now")}};
constexpr int lastColumn = 1 + 2 * static_cast<int>(tableLines.size());

QStringList beforeAfterHeadings(const QString& first, const QString& last) {
    QStringList headings{first};
    for (const auto& each : tableLines) {
        headings << EffectsPanel::tr(each.heading) << EffectsPanel::tr("Afterwards");
    }
    return headings << last;
}

/// Lines of which the plan has nothing to say are out of the way. The rest may be wider than the page: names
/// stay whole, and there is room for the scroll bar below the rows.
void showColumns(QTableWidget& table, const analysis::WhatIf& weighed) {
    table.horizontalHeader()->setSectionResizeMode(0, QHeaderView::ResizeToContents);
    for (std::size_t i = 0; i < tableLines.size(); ++i) {
        const bool shown = std::ranges::find(weighed.shown, tableLines[i].line) != weighed.shown.end();
        table.setColumnHidden(1 + 2 * static_cast<int>(i), !shown);
        table.setColumnHidden(2 + 2 * static_cast<int>(i), !shown);
    }
    table.setFixedHeight(table.height() + table.horizontalScrollBar()->sizeHint().height());
}

void setLines(QTableWidget& table, int row, const QString& name, const LineChanges& lines) {
    table.setItem(row, 0, wordsItem(name));
    for (std::size_t i = 0; i < tableLines.size(); ++i) {
        setLine(table, row, 1 + 2 * static_cast<int>(i), tableLines[i].line, lines.at(tableLines[i].line));
    }
}

} // namespace

EffectsPanel::EffectsPanel(QWidget* parent) : QWidget(parent) {
    auto* outer = new QVBoxLayout(this);
    outer->setContentsMargins(0, 0, 0, 0);
    const auto [scroll, inside, column] =
        makeScrolledColumn(*this, QStringLiteral("effectsScroll"), tr("Before and after"));
    scroll->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    column->setContentsMargins(0, 8, 8, 8);
    cards_ = new QGridLayout;
    column->addLayout(cards_);
    addFall(*column, WeighedLine::staffHours, tr("Staff time by change: paid hours a year"),
            QStringLiteral("Hours"));
    addFall(*column, WeighedLine::spending, tr("Spending by change: pounds a year"),
            QStringLiteral("Spending"));
    bearersChart_ = new charts::BarsView;
    bearers_ = makePlainTable(beforeAfterHeadings(tr("Organisation"), tr("One-off")),
                              QStringLiteral("effectsBearers"), tr("Before and after by organisation"));
    column->addWidget(makeChartCard(tr("Staff time by the organisation that bears it"),
                                    QStringLiteral("effectsShowBearers"), bearersChart_, bearers_, this));
    clustersChart_ = new charts::BarsView;
    clusters_ = makePlainTable(beforeAfterHeadings(tr("Name"), tr("Mechanisms")),
                               QStringLiteral("effectsClusters"), tr("Before and after by place"));
    column->addWidget(makeChartCard(tr("Staff time by where mechanisms operate"),
                                    QStringLiteral("effectsShowClusters"), clustersChart_, clusters_, this));
    clustersNote_ = makeParagraph({}, TextRole::caption);
    column->addWidget(clustersNote_);
    notes_ = makeParagraph({}, TextRole::caption);
    column->addWidget(notes_);
    column->addStretch(1);
    outer->addWidget(scroll);
}

void EffectsPanel::addFall(QVBoxLayout& column, WeighedLine line, const QString& title, const QString& name) {
    Fall fall;
    fall.line = line;
    fall.view = new charts::WaterfallView;
    fall.table = makePlainTable({tr("Change"), tr("Now"), tr("Afterwards"), tr("Difference")},
                                QStringLiteral("effectsFall") + name, title);
    column.addWidget(makeChartCard(title, QStringLiteral("effectsShow") + name, fall.view, fall.table, this));
    falls_.push_back(fall);
    const auto index = falls_.size() - 1;
    const auto open = [this, index](int step) {
        const auto mechanism = falls_[index].mechanisms[static_cast<std::size_t>(step)];
        if (mechanism != 0) {
            Q_EMIT mechanismAsked(mechanism);
        }
    };
    connect(fall.view, &charts::WaterfallView::stepOpened, this, open);
    connect(fall.table, &QTableWidget::cellActivated, this, open);
}

void EffectsPanel::show(const ScenariosRef& answer) {
    answer_ = answer;
    showCards();
    for (auto& fall : falls_) {
        showFall(fall);
    }
    showBearers();
    showClusters();
    showNotes();
}

void EffectsPanel::showCards() {
    clearLayout(*cards_);
    const auto& weighed = *answer_->shown;
    int place = 0;
    const auto add = [&](const QString& title, const QString& before, const QString& after,
                         const QString& difference) {
        auto* card = new Card(title, this);
        auto* line =
            makeLabel(before == after ? before : tr("%1 → %2").arg(before, after), TextRole::section, card);
        line->setWordWrap(true);
        line->setAccessibleName(tr("%1: now %2, afterwards %3").arg(title, before, after));
        card->content().addWidget(line);
        card->content().addWidget(makeParagraph(difference, TextRole::caption, card));
        card->content().addStretch(1); // cards of one row are as high as the highest
        cards_->addWidget(card, place / cardsInARow, place % cardsInARow);
        ++place;
    };
    for (const auto line : weighed.shown) {
        const auto& change = weighed.total.at(line);
        auto difference = savedText(line, change);
        const auto unknown = weighed.unknownBefore[static_cast<std::size_t>(line)];
        if (unknown > 0) {
            difference += (difference.isEmpty() ? QString() : QStringLiteral("; ")) +
                          tr("not recorded for %1 of %2").arg(unknown).arg(weighed.mechanismsBefore);
        }
        add(qlabel(line), amountText(line, change.before), amountText(line, change.after), difference);
    }
    auto* oneOff = new Card(tr("One-off, to make the changes"), this);
    oneOff->content().addWidget(
        makeLabel(oneOffText(weighed.oneOffCost, weighed.oneOffHours), TextRole::section, oneOff));
    oneOff->content().addWidget(
        makeParagraph(weighed.oneOffUnknown > 0 ? tr("not recorded for %1 changes").arg(weighed.oneOffUnknown)
                                                : tr("beside the yearly figures, not set against them"),
                      TextRole::caption, oneOff));
    oneOff->content().addStretch(1);
    cards_->addWidget(oneOff, place / cardsInARow, place % cardsInARow);
    for (int column = 0; column < cardsInARow; ++column) {
        cards_->setColumnStretch(column, 1);
    }
}

void EffectsPanel::showFall(Fall& fall) {
    const auto& weighed = *answer_->shown;
    const auto& total = weighed.total.at(fall.line);
    charts::Waterfall chart;
    fall.mechanisms.clear();
    fall.table->setRowCount(0);
    const auto addRow = [&](const QString& name, const QString& before, const QString& after,
                            const QString& difference) {
        const int row = fall.table->rowCount();
        fall.table->setRowCount(row + 1);
        fall.table->setItem(row, 0, wordsItem(name));
        fall.table->setItem(row, 1, figureItem(before));
        fall.table->setItem(row, 2, figureItem(after));
        fall.table->setItem(row, 3, figureItem(difference));
    };
    const double scale = analysis::isMoney(fall.line) ? 0.01 : 1;
    const auto addStep = [&](const QString& label, double amount, bool isTotal) {
        chart.steps.push_back({label, amount * scale, isTotal,
                               isTotal ? amountText(fall.line, amount) : signedText(fall.line, amount)});
    };
    addStep(tr("As now"), total.before.value_or(0), true);
    addRow(tr("As now"), amountText(fall.line, total.before), {}, {});
    fall.mechanisms.push_back(0);
    for (const auto& effect : weighed.changes) {
        const auto& line = effect.lines.at(fall.line);
        const double amount = line.after.value_or(0) - line.before.value_or(0);
        if (!effect.counted || !line.after || std::abs(amount) < 1e-9) {
            continue;
        }
        const auto name = mechanismName(*answer_->plan, effect.step.mechanism);
        addStep(name, amount, false);
        addRow(name, amountText(fall.line, line.before, line.beforeAtLeast),
               amountText(fall.line, line.after, line.afterAtLeast), signedText(fall.line, amount));
        fall.mechanisms.push_back(effect.step.mechanism);
    }
    addStep(tr("Afterwards"), total.after.value_or(0), true);
    addRow(tr("Afterwards"), {}, amountText(fall.line, total.after), savedText(fall.line, total));
    fall.mechanisms.push_back(0);
    fall.view->parentWidget()->setVisible(chart.steps.size() > 2); // else there is nothing to see
    fall.view->setChart(std::move(chart));
    fall.view->setAccessibleName(qlabel(fall.line));
    fitRows(*fall.table, 12);
}

void EffectsPanel::showBearers() {
    const auto& bearers = answer_->shown->bearers;
    auto chart = beforeAfterChart();
    std::vector<std::size_t> order;
    for (std::size_t i = 0; i < bearers.size(); ++i) {
        if (std::abs(bearers[i].lines.at(WeighedLine::staffHours).saved().value_or(0)) >= 0.05) {
            order.push_back(i);
        }
    }
    std::ranges::stable_sort(order, std::greater{}, [&](std::size_t i) {
        return std::abs(bearers[i].lines.at(WeighedLine::staffHours).saved().value_or(0));
    });
    bearers_->setRowCount(static_cast<int>(bearers.size()));
    const auto nameOf = [&](Id bearer) {
        return bearer == 0 ? tr("Not recorded who")
                           : qtext(plan::nameOf(*answer_->plan, RecordKind::organisation, bearer));
    };
    for (std::size_t k = 0; k < std::min(order.size(), barsShown); ++k) {
        const auto& bearer = bearers[order[k]];
        const auto& line = bearer.lines.at(WeighedLine::staffHours);
        chart.categories.push_back({nameOf(bearer.bearer).toStdString(), {line.before, line.after}});
    }
    int row = 0;
    for (const auto& bearer : bearers) {
        setLines(*bearers_, row, nameOf(bearer.bearer), bearer.lines);
        bearers_->setItem(row, lastColumn,
                          figureItem(bearer.oneOffCost || bearer.oneOffHours
                                         ? oneOffText(bearer.oneOffCost, bearer.oneOffHours)
                                         : QStringLiteral("–")));
        ++row;
    }
    bearersChart_->setChart(std::move(chart));
    bearersChart_->setAccessibleName(tr("Staff time before and after by organisation"));
    bearersChart_->parentWidget()->setVisible(!bearers.empty());
    fitRows(*bearers_, 12);
    showColumns(*bearers_, *answer_->shown);
}

void EffectsPanel::showClusters() {
    const auto& clusters = answer_->shown->clusters;
    auto chart = beforeAfterChart();
    clusters_->setRowCount(static_cast<int>(clusters.size()));
    int row = 0;
    for (const auto& cluster : clusters) {
        const auto name = qtext(plan::nameOf(*answer_->plan, RecordKind::cluster, cluster.cluster));
        const auto& line = cluster.lines.at(WeighedLine::staffHours);
        chart.categories.push_back({name.toStdString(), {line.before, line.after}});
        setLines(*clusters_, row, name, cluster.lines);
        clusters_->setItem(
            row, lastColumn,
            figureItem(tr("%1 → %2").arg(cluster.mechanismsBefore).arg(cluster.mechanismsAfter)));
        ++row;
    }
    clustersChart_->setChart(std::move(chart));
    clustersChart_->setAccessibleName(tr("Staff time before and after by place"));
    clustersChart_->parentWidget()->setVisible(!clusters.empty());
    clustersNote_->setVisible(!clusters.empty());
    clustersNote_->setText(
        tr("A mechanism counts in full in every %1 where it operates, so these do not add up to the whole.")
            .arg(QString::fromStdString(answer_->plan->settings().clusterWord)));
    fitRows(*clusters_, 12);
    showColumns(*clusters_, *answer_->shown);
}

void EffectsPanel::showNotes() {
    const auto& weighed = *answer_->shown;
    QStringList notes;
    if (const auto open = weighed.notCounted(); open > 0) {
        notes << (open == 1
                      ? tr("Nothing is claimed of 1 mechanism yet: it counts as it is now.")
                      : tr("Nothing is claimed of %1 mechanisms yet: they count as they are now.").arg(open));
    }
    notes << tr("The lines are shown apart and never added up: freed hours are not saved cash, and no "
                "organisation can claim another's.")
          << qtext(analysis::sharedMeetingNote());
    for (const auto& assumption : weighed.assumptions) {
        notes << qtext(assumption.text);
    }
    notes_->setText(notes.join(QLatin1Char(' ')));
}

} // namespace wardmote::ui
