#include "ui/pages/duplication/duplication_page.h"

#include "core/plan/wording.h"
#include "ui/pages/duplication/pair_delegate.h"
#include "ui/pages/duplication/pair_inspector.h"
#include "ui/pages/duplication/pair_model.h"
#include "ui/pages/duplication/pair_scope.h"
#include "ui/pages/duplication/pair_words.h"
#include "ui/pages/duplication/review_form.h"
#include "ui/pages/duplication/weights_panel.h"
#include "ui/session/selection.h"
#include "ui/session/session.h"
#include "ui/widgets/empty_state.h"
#include "ui/widgets/filter_bar.h"
#include "ui/widgets/plain_table.h"
#include "ui/widgets/record_cell.h"
#include "ui/widgets/style.h"

#include <QButtonGroup>
#include <QComboBox>
#include <QHeaderView>
#include <QPushButton>
#include <QStackedLayout>
#include <QStackedWidget>
#include <QTableView>
#include <QTableWidget>
#include <QVBoxLayout>

#include <cmath>
#include <utility>

namespace wardmote::ui {
namespace {

using analysis::PairClass;

} // namespace

DuplicationPage::DuplicationPage(Session& session, Prompts&, QWidget* parent)
    : AnalysisPage(session, WhileHidden::keepsUp, parent) {
    stack_ = new QStackedLayout(this);
    makeEmptyState();
    auto* content = new QWidget(this);
    content->setProperty("page", true);
    auto* column = new QVBoxLayout(content);
    setPageMargins(*column);
    makeTabs(*column);
    addState(*column, tr("Comparing mechanisms"));
    makeFilters(*column);
    makeViews(*column);
    stack_->addWidget(content);
    stack_->addWidget(empty_);
    filterKinds();
    showView(pairsView);
}

DuplicationPage::~DuplicationPage() = default;

void DuplicationPage::makeTabs(QBoxLayout& column) {
    auto* tabs = new QHBoxLayout;
    views_ = new QButtonGroup(this);
    const QStringList names{QStringLiteral("showPairs"), QStringLiteral("showFamilies"),
                            QStringLiteral("showNetwork"), QStringLiteral("showMatrix"),
                            QStringLiteral("showGaps")};
    for (int view = 0; view < viewCount; ++view) {
        auto* button = makeButton({}, QStringLiteral("duplication-") + names[view], this);
        button->setCheckable(true);
        views_->addButton(button, view);
        tabs->addWidget(button);
    }
    views_->button(networkView)->setText(tr("Network"));
    views_->button(matrixView)->setText(tr("Matrix"));
    connect(views_, &QButtonGroup::idClicked, this, &DuplicationPage::showView);
    tabs->addStretch(1);
    auto* weights = makeButton(tr("Weights"), QStringLiteral("duplicationWeights"), this);
    weights->setCheckable(true);
    weights->setToolTip(tr("Try other weights and another threshold, and see what follows."));
    tabs->addWidget(weights);
    column.addLayout(tabs);
    weights_ = new WeightsPanel(session(), this);
    weights_->hide();
    column.addWidget(weights_);
    connect(weights, &QPushButton::toggled, weights_, &QWidget::setVisible);
    connect(weights_, &WeightsPanel::tried, this, &DuplicationPage::askAnew);
}

void DuplicationPage::makeFilters(QBoxLayout& column) {
    bar_ = new FilterBar(tr("pairs"), this);
    kinds_ = new QComboBox(bar_);
    setNames(*kinds_, QStringLiteral("duplicationKinds"), tr("Findings shown"));
    kinds_->addItem(tr("Duplication and overlap"));
    kinds_->addItem(tr("All findings"));
    for (std::size_t kind = 0; kind < analysis::pairClassCount; ++kind) {
        kinds_->addItem(qtext(analysis::labelOf(static_cast<PairClass>(kind))));
    }
    decided_ = new QComboBox(bar_);
    setNames(*decided_, QStringLiteral("duplicationDecided"), tr("Decided or not"));
    decided_->addItems({tr("Undecided"), tr("Decided"), tr("Undecided and decided"), tr("No longer fits")});
    decided_->setItemData(PairFilter::outdated, tr("Decisions that no longer fit the facts"),
                          Qt::ToolTipRole);
    bar_->addTool(kinds_);
    bar_->addTool(decided_);
    scope_ = new PairScopeBar(this);
    column.addWidget(bar_);
    column.addWidget(scope_);
    model_ = new PairModel(this);
    filter_ = new PairFilter(this);
    filter_->setSourceModel(model_);
    connect(bar_, &FilterBar::filterChanged, this, [this](const QString& words) {
        filter_->setWords(words);
        filtersChanged();
    });
    connect(bar_, &FilterBar::showAllRequested, this, [this] { showOnly({}, false, {}); });
    connect(bar_, &FilterBar::leftDownwards, this, &DuplicationPage::goToPairs);
    connect(kinds_, &QComboBox::currentIndexChanged, this, &DuplicationPage::filterKinds);
    connect(decided_, &QComboBox::currentIndexChanged, this, [this](int index) {
        filter_->setDecided(static_cast<PairFilter::Decided>(index));
        filtersChanged();
    });
    connect(scope_, &PairScopeBar::scopeChanged, this, [this] {
        filter_->setScope(scope_->scope());
        filtersChanged();
    });
}

void DuplicationPage::makeViews(QBoxLayout& column) {
    view_ = new QStackedWidget(this);
    view_->addWidget(makePairs());
    view_->addWidget(makeFamilies());
    view_->addWidget(makeNetwork());
    view_->addWidget(makeMatrix());
    view_->addWidget(makeGaps());
    column.addWidget(view_, 1);
}

QWidget* DuplicationPage::makePairs() {
    pairs_ = new QTableView(this);
    // Names are read whole, over two lines where they must be; the figures take what they need.
    dressTable(*pairs_, QStringLiteral("duplicationPairs"), tr("Pairs of mechanisms, most alike first"), 2);
    pairs_->setModel(filter_);
    pairs_->setItemDelegate(new PairDelegate(pairs_));
    pairs_->setProperty("sorts", true);
    pairs_->setSortingEnabled(true);
    pairs_->sortByColumn(PairModel::score, Qt::DescendingOrder);
    auto* header = pairs_->horizontalHeader();
    header->setSectionResizeMode(PairModel::first, QHeaderView::Stretch);
    header->setSectionResizeMode(PairModel::second, QHeaderView::Stretch);
    const int em = fontMetrics().averageCharWidth();
    pairs_->setColumnWidth(PairModel::score, em * 8);
    pairs_->setColumnWidth(PairModel::restsOn, em * 7);
    pairs_->setColumnWidth(PairModel::parts, 110);
    pairs_->setColumnWidth(PairModel::finding, PairDelegate::widestFinding(*pairs_));
    pairs_->setColumnWidth(PairModel::spending, em * 10);
    pairs_->setColumnWidth(PairModel::hours, em * 9);
    connect(pairs_->selectionModel(), &QItemSelectionModel::currentRowChanged, this,
            &DuplicationPage::choosePair);
    return pairs_;
}

void DuplicationPage::makeEmptyState() {
    empty_ = new EmptyState(QStringLiteral("duplication"), tr("No mechanisms to compare"),
                            tr("Once the plan holds two or more mechanisms with the areas they cover and "
                               "their themes, this page shows which are alike, why, and what they cost."),
                            this);
    empty_->addImport(tr("Import a list of mechanisms…"), QStringLiteral("duplicationImport"),
                      plan::RecordKind::mechanism);
    connect(empty_, &EmptyState::importRequested, this, &Page::importRequested);
    connect(empty_->addButton(tr("Add one by hand"), QStringLiteral("duplicationAdd")), &QPushButton::clicked,
            this, [this] { Q_EMIT pageRequested(QStringLiteral("mechanisms")); });
}

void DuplicationPage::filterKinds() {
    const int index = kinds_->currentIndex();
    if (index == 0) {
        filter_->setKinds({PairClass::recordedTwice, PairClass::possibleDuplicate, PairClass::nested,
                           PairClass::overlapping});
    } else if (index == 1) {
        filter_->setKinds({});
    } else {
        filter_->setKinds({static_cast<PairClass>(index - 2)});
    }
    filtersChanged();
}

void DuplicationPage::filtersChanged() {
    showCounts();
    showFamilies();
    showDrawing();
}

void DuplicationPage::resizeEvent(QResizeEvent* event) {
    Page::resizeEvent(event);
    // In a narrow window names come first; what a score rests on is in its tip and in the inspector too.
    pairs_->setColumnHidden(PairModel::restsOn, width() < 860);
}

void DuplicationPage::ask() {
    answerWith(
        [day = today(), tried = weights_->triedNow()](const plan::PlanRef& plan, const Progress& progress) {
            return duplicationAnswerOf(plan, day, tried, progress);
        },
        [this](DuplicationAnswer answer) { present(std::move(answer)); });
}

QString DuplicationPage::refusal(const QString& why) const {
    return tr("The mechanisms could not be compared: %1").arg(why);
}

void DuplicationPage::present(DuplicationAnswer answer) {
    answer_ = std::make_shared<const DuplicationAnswer>(std::move(answer));
    const auto a = chosenA_;
    const auto b = chosenB_;
    {
        const QSignalBlocker quiet(pairs_->selectionModel());
        model_->setAnswer(answer_);
    }
    stack_->setCurrentIndex(answer_->plan->all<plan::Mechanism>().size() < 2 ? 1 : 0);
    if (!answer_->tried) {
        undecided_ = answer_->undecided;
    }
    scope_->setAnswer(*answer_);
    filter_->setScope(scope_->scope());
    weights_->setAnswer(*answer_);
    showGaps();
    filtersChanged();
    chosenA_ = a;
    chosenB_ = b;
    keepPair();
    moveOn();
    explainGap();
    Q_EMIT headlineChanged();
    Q_EMIT badgeChanged();
}

/// After an edit the same pair stays chosen, also where a filter now leaves its row out.
void DuplicationPage::keepPair() {
    const auto& mechanisms = answer_->plan->all<plan::Mechanism>();
    if (!mechanisms.find(chosenA_) || !mechanisms.find(chosenB_)) {
        chosenA_ = chosenB_ = 0;
        if (inspector_) {
            inspector_->clear();
        }
        if (filter_->rowCount() > 0) {
            pairs_->selectRow(0);
        }
        return;
    }
    if (inspector_) {
        inspector_->setPair(answer_, chosenA_, chosenB_);
    }
    for (int row = 0; row < filter_->rowCount(); ++row) {
        if (isChosen(row)) {
            pairs_->selectRow(row);
            return;
        }
    }
}

/// A pair whose review has been recorded and that so leaves the list makes room for the next, to which the
/// keyboard goes: another press of the form's button would be meant for the pair that was there.
void DuplicationPage::moveOn() {
    const int row = std::min(std::exchange(rowReviewed_, -1), filter_->rowCount() - 1);
    const auto index = pairs_->currentIndex();
    if (row < 0 || (index.isValid() && isChosen(index.row()))) {
        return;
    }
    pairs_->selectRow(row);
    choosePair();
    pairs_->setFocus();
}

bool DuplicationPage::isChosen(int row) const {
    const auto& pair = model_->at(filter_->mapToSource(filter_->index(row, 0)).row()).pair;
    return pair.a == chosenA_ && pair.b == chosenB_;
}

void DuplicationPage::choosePair() {
    const auto index = pairs_->currentIndex();
    if (!index.isValid() || !answer_) {
        return;
    }
    const auto& pair = model_->at(filter_->mapToSource(index).row()).pair;
    chosenA_ = pair.a;
    chosenB_ = pair.b;
    if (inspector_) {
        inspector_->setPair(answer_, chosenA_, chosenB_);
    }
    if (isVisible()) { // else nobody chose it: the answer came while another page is looked at
        session().selection().select(plan::RecordKind::mechanism, {chosenA_, chosenB_});
    }
}

void DuplicationPage::showCounts() {
    const auto count = [](std::size_t number) { return numberText(qint64(number)); };
    const int shown = filter_->rowCount();
    views_->button(pairsView)->setText(tr("Pairs %1").arg(shown));
    views_->button(gapsView)->setText(
        tr("Not enough recorded %1").arg(answer_ ? count(answer_->duplication.gaps.size()) : QString()));
    if (answer_) {
        const auto all = answer_->duplication.inPairs();
        auto words = tr("%1 of %2 pairs").arg(numberText(shown), count(all));
        if (answer_->duplication.pairs.size() < all) {
            words = tr("%1 of the first %2 of %3 pairs")
                        .arg(numberText(shown), count(answer_->duplication.pairs.size()), count(all));
        }
        bar_->setCounts(words);
    }
}

std::vector<HeadlineFigure> DuplicationPage::headline() const {
    if (!answer_) {
        return {};
    }
    const auto& totals = answer_->totals;
    const auto atLeast = [](bool open, const QString& figure) {
        return open ? tr("%1 or more").arg(figure) : figure;
    };
    return {{numberText(qint64(totals.mechanisms)), tr("mechanisms")},
            {totals.meetings ? atLeast(totals.meetingsUnknown > 0, numberText(std::llround(*totals.meetings)))
                             : notRecorded(),
             tr("meetings a year")},
            {totals.spending.value
                 ? atLeast(totals.spending.atLeast, qtext(plan::inPounds(*totals.spending.value)))
                 : notRecorded(),
             tr("spending a year")},
            {totals.staffHours.value
                 ? atLeast(totals.staffHours.atLeast, numberText(std::llround(*totals.staffHours.value)))
                 : notRecorded(),
             tr("paid hours a year")}};
}

int DuplicationPage::badge() const {
    return undecided_;
}

QWidget* DuplicationPage::inspector() {
    if (!inspector_) {
        inspector_ = new PairInspector(session());
        connect(&inspector_->review(), &ReviewForm::recorded, this, [this] {
            const auto index = pairs_->currentIndex();
            rowReviewed_ = index.isValid() && isChosen(index.row()) ? index.row() : -1;
        });
        if (answer_ && chosenA_ != 0) {
            inspector_->setPair(answer_, chosenA_, chosenB_);
        }
    }
    return inspector_;
}

} // namespace wardmote::ui
