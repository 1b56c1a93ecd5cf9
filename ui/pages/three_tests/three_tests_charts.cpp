#include "ui/charts/bars_view.h"
#include "ui/pages/three_tests/three_tests_page.h"
#include "ui/session/selection.h"
#include "ui/session/session.h"
#include "ui/widgets/card.h"
#include "ui/widgets/plain_table.h"
#include "ui/widgets/record_cell.h"
#include "ui/widgets/style.h"

#include <QHBoxLayout>
#include <QTableWidget>

#include <algorithm>

/// How all mechanisms stand, as charts with their tables.
namespace wardmote::ui {
namespace {

/// More bars than this are no picture any more; the table has them all.
constexpr std::size_t mostServices = 12;

} // namespace

void ThreeTestsPage::makeCharts(QBoxLayout& column) {
    charts_ = new QWidget(this);
    auto* row = new QHBoxLayout(charts_);
    row->setContentsMargins(0, 0, 0, 0);
    addChart(*row, tr("Answers to each test"), QStringLiteral("ByTest"), byTest_, byTestTable_,
             {tr("Test"), tr("Yes"), tr("Partly"), tr("No"), tr("Not answered")});
    addChart(
        *row, tr("Mechanisms by who runs them, most failing first"), QStringLiteral("ByService"), byService_,
        byServiceTable_,
        {tr("Service"), tr("Fail none"), tr("Fail one"), tr("Fail two or more"), tr("Not all answered")});
    column.addWidget(charts_);
    connect(byServiceTable_, &QTableWidget::cellActivated, byService_, &charts::BarsView::categoryOpened);
    connect(byService_, &charts::BarsView::categoryOpened, this, [this](int service) {
        session().selection().requestShow(
            plan::RecordKind::mechanism,
            answer_->tests.services[static_cast<std::size_t>(service)].mechanisms, tr("Run by one service"));
    });
}

void ThreeTestsPage::addChart(QBoxLayout& row, const QString& title, const QString& name,
                              charts::BarsView*& chart, QTableWidget*& table, const QStringList& headings) {
    auto* card = new Card(title, this);
    chart = new charts::BarsView(card);
    chart->setObjectName(QStringLiteral("threeTests") + name);
    chart->setAccessibleName(title);
    table = makePlainTable(headings, QStringLiteral("threeTestsTable") + name, title);
    card->addChart(title, QStringLiteral("threeTestsShow") + name, chart, table);
    card->content().addStretch(1);
    row.addWidget(card, 1);
}

void ThreeTestsPage::showByTest() {
    // While nobody has answered anything there is nothing to draw.
    charts_->setVisible(std::ranges::any_of(
        answer_->tests.mechanisms, [](const auto& tests) { return tests.unanswered < analysis::testCount; }));
    report::BarChart chart;
    chart.unit = tr("mechanisms").toStdString();
    chart.series = {tr("Yes").toStdString(), tr("Partly").toStdString(), tr("No").toStdString(),
                    tr("Not answered").toStdString()};
    byTestTable_->setRowCount(static_cast<int>(analysis::testCount));
    for (std::size_t test = 0; test < analysis::testCount; ++test) {
        const auto& counts = answer_->tests.byTest[test];
        const std::string label(analysis::labelOf(static_cast<analysis::Test>(test)));
        const std::array figures{counts.yes, counts.partly, counts.no, counts.unanswered};
        report::BarChart::Category category{label, {}};
        const int row = static_cast<int>(test);
        byTestTable_->setItem(row, 0, wordsItem(qtext(label)));
        for (std::size_t at = 0; at < figures.size(); ++at) {
            category.values.emplace_back(static_cast<double>(figures[at]));
            byTestTable_->setItem(row, static_cast<int>(at) + 1, figureItem(numberText(qint64(figures[at]))));
        }
        chart.categories.push_back(std::move(category));
    }
    byTest_->setChart(std::move(chart));
    fitRows(*byTestTable_, 3);
}

void ThreeTestsPage::showByService() {
    report::BarChart chart;
    chart.unit = tr("mechanisms").toStdString();
    // In the order of the answers in the other chart, so that a colour means much the same in both.
    chart.series = {tr("Fail none").toStdString(), tr("Fail one").toStdString(),
                    tr("Fail two or more").toStdString(), tr("Not all answered").toStdString()};
    const auto& services = answer_->tests.services;
    byServiceTable_->setRowCount(static_cast<int>(services.size()));
    for (std::size_t at = 0; at < services.size(); ++at) {
        const auto& service = services[at];
        const auto name = service.service == 0
                              ? tr("Who runs it is not recorded").toStdString()
                              : plan::nameOf(*answer_->plan, plan::RecordKind::organisation, service.service);
        const std::array figures{service.pass, service.failOne, service.failTwo, service.notAllAnswered};
        report::BarChart::Category category{name, {}};
        const int row = static_cast<int>(at);
        byServiceTable_->setItem(row, 0, wordsItem(qtext(name)));
        for (std::size_t figure = 0; figure < figures.size(); ++figure) {
            category.values.emplace_back(static_cast<double>(figures[figure]));
            byServiceTable_->setItem(row, static_cast<int>(figure) + 1,
                                     figureItem(numberText(qint64(figures[figure]))));
        }
        if (at < mostServices) {
            chart.categories.push_back(std::move(category));
        }
    }
    byService_->setChart(std::move(chart));
    fitRows(*byServiceTable_, 12);
}

} // namespace wardmote::ui
