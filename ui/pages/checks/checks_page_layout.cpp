#include "ui/charts/map_widget.h"
#include "ui/pages/checks/breach_model.h"
#include "ui/pages/checks/checks_page.h"
#include "ui/session/session.h"
#include "ui/widgets/empty_state.h"
#include "ui/widgets/filter_bar.h"
#include "ui/widgets/plain_table.h"
#include "ui/widgets/record_cell.h"
#include "ui/widgets/style.h"

#include <QButtonGroup>
#include <QComboBox>
#include <QHeaderView>
#include <QLabel>
#include <QLineEdit>
#include <QListWidget>
#include <QPushButton>
#include <QSplitter>
#include <QStackedLayout>
#include <QStackedWidget>
#include <QTableView>
#include <QTableWidget>
#include <QVBoxLayout>

namespace wardmote::ui {

ChecksPage::ChecksPage(Session& session, Prompts& prompts, QString author, QWidget* parent)
    : AnalysisPage(session, WhileHidden::keepsUp, parent), prompts_(prompts), author_(std::move(author)) {
    setObjectName(QStringLiteral("checksPage"));
    stack_ = new QStackedLayout(this);
    auto* content = new QWidget(this);
    content->setProperty("page", true);
    auto* column = new QVBoxLayout(content);
    setPageMargins(*column);
    auto* tabs = new QHBoxLayout;
    views_ = new QButtonGroup(this);
    const QStringList names{QStringLiteral("checksOpen"), QStringLiteral("checksAccepted"),
                            QStringLiteral("checksIdle")};
    for (int i = 0; i < 3; ++i) {
        auto* button = makeButton({}, names[i], content);
        button->setCheckable(true);
        views_->addButton(button, i);
        tabs->addWidget(button);
    }
    tabs->addStretch(1);
    views_->button(0)->setChecked(true);
    column->addLayout(tabs);
    addState(*column, tr("Checking the plan"));
    auto* split = new QSplitter(Qt::Horizontal, content);
    split->setObjectName(QStringLiteral("checksSplit"));
    split->setChildrenCollapsible(false);
    lists_ = new QStackedWidget(split);
    lists_->addWidget(makeFindings());
    lists_->addWidget(makeIdle());
    side_ = makeSide();
    split->addWidget(side_);
    split->setStretchFactor(0, 3);
    split->setStretchFactor(1, 2);
    split->setSizes({460, 320});
    column->addWidget(split, 1);
    makeEmptyState();
    stack_->addWidget(content);
    stack_->addWidget(empty_);
    connectAll();
    showView(View::open);
}

ChecksPage::~ChecksPage() = default;

QWidget* ChecksPage::makeFindings() {
    auto* box = new QWidget(this);
    auto* column = new QVBoxLayout(box);
    column->setContentsMargins(0, 0, 0, 0);
    bar_ = new FilterBar(tr("findings"), box);
    bar_->filter().setMinimumWidth(120);
    auto* choices = new QHBoxLayout;
    severities_ = new QComboBox(box);
    setNames(*severities_, QStringLiteral("checksSeverity"), tr("Severity shown"));
    severities_->addItem(tr("All severities"), -1);
    for (const auto severity :
         {analysis::Severity::problem, analysis::Severity::warning, analysis::Severity::note}) {
        severities_->addItem(severityText(severity), int(severity));
    }
    rules_ = new QComboBox(box);
    setNames(*rules_, QStringLiteral("checksRule"), tr("Rule shown"));
    rules_->setSizeAdjustPolicy(QComboBox::AdjustToMinimumContentsLengthWithIcon);
    rules_->setMinimumContentsLength(14);
    choices->addWidget(severities_);
    choices->addWidget(rules_, 1);

    model_ = new BreachModel(this);
    filter_ = new BreachFilter(this);
    filter_->setSourceModel(model_);
    table_ = new QTableView(box);
    dressTable(*table_, QStringLiteral("checksFindings"), tr("Findings, the worst first"), 3);
    table_->setModel(filter_);
    table_->setSelectionMode(QAbstractItemView::ExtendedSelection);
    table_->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    auto* header = table_->horizontalHeader();
    header->setSectionResizeMode(BreachModel::what, QHeaderView::Stretch);
    const int em = fontMetrics().averageCharWidth();
    table_->setColumnWidth(BreachModel::severity, em * 15);
    table_->setColumnWidth(BreachModel::reason, em * 22);
    table_->setColumnWidth(BreachModel::accepted, em * 17);
    nothing_ = makeParagraph({}, TextRole::body, box);
    nothing_->setObjectName(QStringLiteral("checksNothing"));

    auto* buttons = new QHBoxLayout;
    accept_ = makePrimaryButton(tr("&Accept with a reason…"), QStringLiteral("checksAccept"), box);
    withdraw_ = makePrimaryButton(tr("&Withdraw acceptance"), QStringLiteral("checksWithdraw"), box);
    withdraw_->hide(); // stands in place of the other among what is accepted
    link_ = makeButton(tr("&Link to…"), QStringLiteral("checksLink"), box);
    link_->setToolTip(tr("Record that the area counts as next to another, with a reason: a bridge, a ferry"));
    toMap_ = makeButton(tr("Show on &map"), QStringLiteral("checksToMap"), box);
    buttons->addWidget(accept_);
    buttons->addWidget(withdraw_);
    buttons->addWidget(link_);
    open_ = makeButton(tr("&Open record"), QStringLiteral("checksOpenRecord"), box);
    buttons->addWidget(toMap_);
    buttons->addWidget(open_);
    buttons->addStretch(1);
    column->addWidget(bar_);
    column->addLayout(choices);
    column->addWidget(nothing_);
    column->addWidget(table_, 1);
    column->addLayout(buttons);
    return box;
}

QWidget* ChecksPage::makeIdle() {
    auto* box = new QWidget(this);
    auto* column = new QVBoxLayout(box);
    column->setContentsMargins(0, 0, 0, 0);
    column->addWidget(makeParagraph(tr("These were accepted once, but the plan no longer needs it: what they "
                                       "are about was mended, or stands differently now and is open again."),
                                    TextRole::body, box));
    idle_ = makePlainTable({tr("What was accepted"), tr("Reason"), tr("Accepted by")},
                           QStringLiteral("checksIdleTable"), tr("Acceptances that nothing needs any more"));
    idle_->horizontalHeader()->setSectionResizeMode(1, QHeaderView::Stretch);
    column->addWidget(idle_, 1);
    auto* buttons = new QHBoxLayout;
    removeOne_ = makeButton(tr("&Remove"), QStringLiteral("checksRemoveIdle"), box);
    removeAll_ = makeButton(tr("Remove a&ll"), QStringLiteral("checksRemoveAllIdle"), box);
    buttons->addWidget(removeOne_);
    buttons->addWidget(removeAll_);
    buttons->addStretch(1);
    column->addLayout(buttons);
    return box;
}

QWidget* ChecksPage::makeSide() {
    auto* box = new QWidget(this);
    auto* column = new QVBoxLayout(box);
    column->setContentsMargins(8, 0, 0, 0);
    map_ = new charts::MapWidget(box);
    setNames(*map_, QStringLiteral("checksMap"), tr("Where it is"));
    map_->setMinimumHeight(140);
    ruleTitle_ = makeParagraph({}, TextRole::section, box);
    ruleTitle_->setObjectName(QStringLiteral("checksRuleTitle"));
    ruleExplains_ = makeParagraph({}, TextRole::body, box);
    ruleExplains_->setObjectName(QStringLiteral("checksRuleExplains"));
    records_ = new QListWidget(box);
    setNames(*records_, QStringLiteral("checksRecords"), tr("Records that it is about; Enter opens one"));
    records_->setMaximumHeight(fontMetrics().lineSpacing() * 6);
    records_->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    records_->setTextElideMode(Qt::ElideRight);
    column->addWidget(map_, 1);
    column->addWidget(ruleTitle_);
    column->addWidget(ruleExplains_);
    column->addWidget(records_);
    return box;
}

void ChecksPage::makeEmptyState() {
    empty_ =
        new EmptyState(QStringLiteral("checks"), tr("Nothing to check yet"),
                       tr("Once the plan holds places or mechanisms, this page shows what breaks its "
                          "rules: areas left out, clusters in pieces, statutory mechanisms about to end, "
                          "facts that comparisons need."),
                       this);
    connect(empty_->addButton(tr("Import a list or boundaries…"), QStringLiteral("checksImport")),
            &QPushButton::clicked, this, [this] { Q_EMIT pageRequested(QStringLiteral("import")); });
}

} // namespace wardmote::ui
