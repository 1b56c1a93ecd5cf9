#include "ui/charts/bars_view.h"
#include "ui/charts/matrix_view.h"
#include "ui/pages/load/load_page.h"
#include "ui/widgets/card.h"
#include "ui/widgets/empty_state.h"
#include "ui/widgets/filter_bar.h"
#include "ui/widgets/lines_model.h"
#include "ui/widgets/lines_table.h"
#include "ui/widgets/plain_table.h"
#include "ui/widgets/scrolled_column.h"
#include "ui/widgets/style.h"

#include <QComboBox>
#include <QPushButton>
#include <QScrollArea>
#include <QStackedLayout>
#include <QTableWidget>
#include <QVBoxLayout>

namespace wardmote::ui {

LoadPage::LoadPage(Session& session, Prompts& prompts, QWidget* parent)
    : AnalysisPage(session, WhileHidden::waits, parent), prompts_(prompts) {
    setObjectName(QStringLiteral("loadPage"));
    stack_ = new QStackedLayout(this);
    const auto [scroll, content, column] =
        makeScrolledColumn(*this, QStringLiteral("loadScroll"), tr("Meeting load"));
    addState(*column, tr("Counting who is asked to what"));
    bar_ = new FilterBar(tr("organisations and roles"), content);
    kinds_ = new QComboBox(bar_);
    setNames(*kinds_, QStringLiteral("loadKind"), tr("Organisations or roles"));
    kinds_->addItems({tr("Organisations"), tr("Roles")});
    limits_ = makeButton(tr("Set a &limit…"), QStringLiteral("loadLimits"), bar_);
    bar_->addTool(kinds_);
    bar_->addTool(limits_);
    column->addWidget(bar_);
    makeRanking(*content);
    makeChosen(*content);
    makeMatrix(*content);
    notes_ = makeParagraph({}, TextRole::caption, content);
    column->addWidget(rankingCard_);
    column->addWidget(monthsCard_);
    column->addWidget(matrixCard_);
    column->addWidget(notes_);
    column->addStretch(1);
    makeEmptyState();
    stack_->addWidget(scroll);
    stack_->addWidget(empty_);
    connectAll();
}

void LoadPage::makeRanking(QWidget& content) {
    lines_ = new LinesModel({tr("Who"), tr("Meetings"), tr("By topic"), tr("Paid hours"), tr("Unpaid hours"),
                             tr("Services"), tr("Clashes"), tr("Over limit"), tr("Paid staff")},
                            {1, 2, 3, 4, 5, 6, 7}, this);
    table_ = makeLinesTable(*lines_, QStringLiteral("loadTable"), tr("Meetings and hours a year"),
                            {0, 72, 66, 66, 70, 66, 62, 88, 80}, &content);
    table_->setFixedHeight(300);
    ranking_ = new charts::BarsView(&content);
    ranking_->setObjectName(QStringLiteral("loadBars"));
    ranking_->setAccessibleName(tr("Meetings a year, most first"));
    rankingCard_ = new Card(tr("Meetings a year"), &content);
    rankingCard_->addChart(tr("Meetings a year"), QStringLiteral("loadShowRanking"), ranking_, table_);
}

void LoadPage::makeChosen(QWidget& content) {
    months_ = new charts::BarsView(&content);
    months_->setObjectName(QStringLiteral("loadMonths"));
    months_->setAccessibleName(tr("Meetings by month"));
    monthsTable_ = makePlainTable({tr("Month"), tr("Meetings")}, QStringLiteral("loadMonthsTable"),
                                  tr("Meetings by month, as a table"));
    monthsCard_ = new Card(tr("By month"), &content);
    monthsCard_->addChart(tr("By month"), QStringLiteral("loadShowMonths"), months_, monthsTable_);
    words_ = makeParagraph({}, TextRole::body, monthsCard_);
    words_->setObjectName(QStringLiteral("loadWords"));
    open_ = makeButton(tr("Show what it &attends"), QStringLiteral("loadOpen"), monthsCard_);
    monthsCard_->content().insertWidget(0, words_);
    monthsCard_->content().addWidget(open_, 0, Qt::AlignLeft);
}

void LoadPage::makeMatrix(QWidget& content) {
    matrix_ = new charts::MatrixView(&content);
    setNames(*matrix_, QStringLiteral("loadMatrix"),
             tr("Meetings a year that services ask of organisations"));
    askLines_ =
        new LinesModel({tr("Service"), tr("asks"), tr("Meetings a year"), tr("Hours a year")}, {2, 3}, this);
    asksTable_ = makeLinesTable(*askLines_, QStringLiteral("loadMatrixTable"),
                                tr("Who asks most of whom, as a table"), {240, 0, 120, 100}, &content);
    matrixCard_ = new Card(tr("Who asks most of whom: meetings a year"), &content);
    matrixCard_->addChart(tr("Who asks most of whom: meetings a year"), QStringLiteral("loadShowMatrix"),
                          matrix_, asksTable_);
}

void LoadPage::makeEmptyState() {
    empty_ =
        new EmptyState(QStringLiteral("load"), tr("Nobody is recorded as attending yet"),
                       tr("Once mechanisms record the organisations or roles that attend, this page shows "
                          "who is asked to how many meetings, and by whom."),
                       this);
    empty_->addImport(tr("Import a list of mechanisms…"), QStringLiteral("loadImport"),
                      plan::RecordKind::mechanism);
    empty_->addWay(tr("Go to mechanisms"), QStringLiteral("loadMechanisms"), QStringLiteral("mechanisms"));
    connect(empty_, &EmptyState::pageRequested, this, &Page::pageRequested);
    connect(empty_, &EmptyState::importRequested, this, &Page::importRequested);
}

void LoadPage::connectAll() {
    connect(bar_, &FilterBar::filterChanged, this, &LoadPage::showBodies);
    connect(bar_, &FilterBar::leftDownwards, this,
            [this] { (table_->isVisible() ? static_cast<QWidget*>(table_) : open_)->setFocus(); });
    connect(kinds_, &QComboBox::activated, this, &LoadPage::showBodies);
    connect(ranking_, &charts::BarsView::categoryOpened, this, &LoadPage::choose);
    connect(table_->selectionModel(), &QItemSelectionModel::currentRowChanged, this,
            [this](const QModelIndex& index) { choose(index.row()); });
    connect(table_, &QTableView::activated, this, &LoadPage::openBody);
    connect(open_, &QPushButton::clicked, this, &LoadPage::openBody);
    connect(limits_, &QPushButton::clicked, this, &LoadPage::setLimits);
    connect(matrix_, &charts::MatrixView::cellOpened, this, [this](int row, int column) {
        openAsk(services_[static_cast<std::size_t>(row)], organisations_[static_cast<std::size_t>(column)]);
    });
    connect(asksTable_, &QTableView::activated, this, [this](const QModelIndex& index) {
        const auto& ask = answer_->load.asks[static_cast<std::size_t>(index.row())];
        openAsk(ask.service, ask.organisation);
    });
}

} // namespace wardmote::ui
