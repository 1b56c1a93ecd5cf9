#include "ui/pages/streamlining/hours_by_organisation.h"

#include "ui/charts/bars_view.h"
#include "ui/widgets/chart_card.h"
#include "ui/widgets/plain_table.h"
#include "ui/widgets/style.h"

#include <QTableWidget>
#include <QVBoxLayout>

#include <algorithm>
#include <cmath>
#include <map>

namespace wardmote::ui {
namespace {

constexpr std::size_t mostBars = 12;

QString hours(const std::optional<double>& value) {
    return value ? numberText(std::llround(*value)) : QStringLiteral("–");
}

void add(std::optional<double>& to, const std::optional<double>& hours) {
    if (hours) {
        to = to.value_or(0) + *hours;
    }
}

} // namespace

HoursByOrganisation::HoursByOrganisation(QWidget* parent) : QWidget(parent) {
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    const auto title = tr("Staff hours a year, by the organisation that bears them");
    chart_ = new charts::BarsView(this);
    chart_->setObjectName(QStringLiteral("streamliningHours"));
    table_ = makePlainTable({tr("Organisation"), tr("Hours kept"), tr("Hours ended")},
                            QStringLiteral("streamliningHoursTable"), title);
    column->addWidget(makeChartCard(title, QStringLiteral("streamliningShowHours"), chart_, table_, this));
    const auto open = [this](int row) {
        const auto organisation = bearers_[static_cast<std::size_t>(row)].organisation;
        if (organisation != 0) {
            Q_EMIT organisationOpened(organisation);
        }
    };
    connect(chart_, &charts::BarsView::categoryOpened, this, open);
    connect(table_, &QTableWidget::cellActivated, this, open);
}

void HoursByOrganisation::show(const plan::Plan& plan, const analysis::Streamlining& answer) {
    std::map<plan::Id, Bearer> bearers;
    for (const auto& [costs, hoursOf] :
         {std::pair{&answer.kept, &Bearer::kept}, {&answer.ended, &Bearer::ended}}) {
        for (const auto& cost : *costs) {
            for (const auto& bearer : cost.bearers) {
                add(bearers[bearer.bearer].*hoursOf, bearer.staffHours);
            }
        }
    }
    bearers_.clear();
    for (auto& [id, bearer] : bearers) {
        if (bearer.kept || bearer.ended) {
            bearer.organisation = id;
            bearer.name =
                id == 0 ? tr("Who bears it is not recorded")
                        : QString::fromStdString(plan::nameOf(plan, plan::RecordKind::organisation, id));
            bearers_.push_back(std::move(bearer));
        }
    }
    std::ranges::stable_sort(bearers_, std::greater{}, [](const Bearer& bearer) {
        return bearer.kept.value_or(0) + bearer.ended.value_or(0);
    });
    setVisible(!bearers_.empty());
    showChart();
    showTable();
}

void HoursByOrganisation::showChart() {
    report::BarChart chart;
    chart.unit = tr("hours a year").toStdString();
    chart.series = {tr("Kept").toStdString(), tr("Ended").toStdString()};
    for (std::size_t i = 0; i < std::min(bearers_.size(), mostBars); ++i) {
        const auto& bearer = bearers_[i];
        chart.categories.push_back(
            {bearer.name.toStdString(), {bearer.kept.value_or(0), bearer.ended.value_or(0)}});
    }
    chart_->setChart(std::move(chart));
}

void HoursByOrganisation::showTable() {
    table_->setRowCount(static_cast<int>(bearers_.size()));
    for (int row = 0; row < table_->rowCount(); ++row) {
        const auto& bearer = bearers_[static_cast<std::size_t>(row)];
        table_->setItem(row, 0, wordsItem(bearer.name));
        table_->setItem(row, 1, figureItem(hours(bearer.kept)));
        table_->setItem(row, 2, figureItem(hours(bearer.ended)));
    }
    fitRows(*table_, 12);
}

} // namespace wardmote::ui
