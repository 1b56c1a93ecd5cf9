#include "ui/pages/duplication/duplication_page.h"

#include "core/plan/wording.h"
#include "ui/pages/duplication/pair_delegate.h"
#include "ui/pages/duplication/pair_inspector.h"
#include "ui/pages/duplication/pair_model.h"
#include "ui/pages/duplication/pair_words.h"
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
#include <QLineEdit>
#include <QPushButton>
#include <QStackedLayout>
#include <QStackedWidget>
#include <QTableView>
#include <QTableWidget>
#include <QVBoxLayout>

#include <cmath>

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
    auto* tabs = new QHBoxLayout;
    views_ = new QButtonGroup(this);
    const QStringList names{QStringLiteral("showPairs"), QStringLiteral("showFamilies"),
                            QStringLiteral("showGaps")};
    for (int i = 0; i < 3; ++i) {
        auto* button = makeButton({}, QStringLiteral("duplication-") + names[i], content);
        button->setCheckable(true);
        views_->addButton(button, i);
        tabs->addWidget(button);
    }
    tabs->addStretch(1);
    view_ = new QStackedWidget(content);
    view_->addWidget(makePairs());
    view_->addWidget(makeFamilies());
    view_->addWidget(makeGaps());
    views_->button(0)->setChecked(true);
    connect(views_, &QButtonGroup::idClicked, view_, &QStackedWidget::setCurrentIndex);
    column->addLayout(tabs);
    addState(*column, tr("Comparing mechanisms"));
    column->addWidget(view_, 1);
    stack_->addWidget(content);
    stack_->addWidget(empty_);
    showCounts();
}

DuplicationPage::~DuplicationPage() = default;

QWidget* DuplicationPage::makePairs() {
    auto* box = new QWidget(this);
    auto* column = new QVBoxLayout(box);
    column->setContentsMargins(0, 0, 0, 0);
    bar_ = new FilterBar(tr("pairs"), box);
    kinds_ = new QComboBox(bar_);
    setNames(*kinds_, QStringLiteral("duplicationKinds"), tr("Findings shown"));
    kinds_->addItem(tr("Duplication and overlap"));
    kinds_->addItem(tr("All findings"));
    for (std::size_t kind = 0; kind < analysis::pairClassCount; ++kind) {
        kinds_->addItem(qtext(analysis::labelOf(static_cast<PairClass>(kind))));
    }
    decided_ = new QComboBox(bar_);
    setNames(*decided_, QStringLiteral("duplicationDecided"), tr("Decided or not"));
    decided_->addItems({tr("Undecided"), tr("Decided"), tr("Undecided and decided")});
    bar_->addTool(kinds_);
    bar_->addTool(decided_);
    model_ = new PairModel(this);
    filter_ = new PairFilter(this);
    filter_->setSourceModel(model_);
    pairs_ = new QTableView(box);
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
    pairs_->setColumnWidth(PairModel::finding, em * 24);
    pairs_->setColumnWidth(PairModel::spending, em * 10);
    pairs_->setColumnWidth(PairModel::hours, em * 9);
    column->addWidget(bar_);
    column->addWidget(pairs_, 1);
    filterKinds();

    connect(bar_, &FilterBar::filterChanged, filter_, &PairFilter::setWords);
    connect(bar_, &FilterBar::showAllRequested, this, [this] {
        filter_->setOnly({});
        bar_->setOnly({});
    });
    connect(bar_, &FilterBar::leftDownwards, this, [this] {
        pairs_->setFocus();
        if (filter_->rowCount() > 0 && !pairs_->currentIndex().isValid()) {
            pairs_->selectRow(0);
        }
    });
    connect(kinds_, &QComboBox::currentIndexChanged, this, &DuplicationPage::filterKinds);
    connect(decided_, &QComboBox::currentIndexChanged, this,
            [this](int index) { filter_->setDecided(static_cast<PairFilter::Decided>(index)); });
    connect(pairs_->selectionModel(), &QItemSelectionModel::currentRowChanged, this,
            &DuplicationPage::choosePair);
    for (const auto signal : {&QAbstractItemModel::rowsInserted, &QAbstractItemModel::rowsRemoved}) {
        connect(filter_, signal, this, &DuplicationPage::showCounts);
    }
    return box;
}

QWidget* DuplicationPage::makeFamilies() {
    families_ = makePlainTable({tr("Mechanisms"), tr("How many"), tr("Weakest pair")},
                               QStringLiteral("duplicationFamilies"),
                               tr("Families: groups in which every pair overlaps"));
    connect(families_, &QTableWidget::cellActivated, this, [this](int row) {
        const auto& family = answer_->duplication.families[static_cast<std::size_t>(row)];
        filter_->setOnly({family.mechanisms.begin(), family.mechanisms.end()});
        bar_->setOnly(tr("Only the pairs of one family"));
        decided_->setCurrentIndex(2);
        kinds_->setCurrentIndex(1);
        views_->button(0)->setChecked(true);
        view_->setCurrentIndex(0);
        showCounts();
    });
    return families_;
}

QWidget* DuplicationPage::makeGaps() {
    auto* box = new QWidget(this);
    auto* column = new QVBoxLayout(box);
    column->setContentsMargins(0, 0, 0, 0);
    gapsSummary_ = makeParagraph({}, TextRole::body, box);
    column->addWidget(gapsSummary_);
    gaps_ = makePlainTable({tr("Mechanism"), tr("Fill in"), tr("Pairs waiting")},
                           QStringLiteral("duplicationGaps"), tr("Mechanisms that can't be compared yet"));
    gaps_->horizontalHeader()->setSectionResizeMode(1, QHeaderView::Stretch);
    column->addWidget(gaps_, 1);
    connect(gaps_, &QTableWidget::cellActivated, this, [this](int row) {
        const auto& gap = answer_->duplication.gaps[static_cast<std::size_t>(row)];
        session().selection().requestShow(plan::RecordKind::mechanism, {gap.mechanism},
                                          tr("Not enough is recorded to compare it"));
    });
    return box;
}

void DuplicationPage::makeEmptyState() {
    empty_ = new EmptyState(QStringLiteral("duplication"), tr("No mechanisms to compare"),
                            tr("Once the plan holds two or more mechanisms with the areas they cover and "
                               "their themes, this page shows which are alike, why, and what they cost."),
                            this);
    connect(empty_->addButton(tr("Import a list of mechanisms…"), QStringLiteral("duplicationImport")),
            &QPushButton::clicked, this, [this] { Q_EMIT pageRequested(QStringLiteral("import")); });
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
    showCounts();
}

void DuplicationPage::resizeEvent(QResizeEvent* event) {
    Page::resizeEvent(event);
    // In a narrow window names come first; what a score rests on is in its tip and in the inspector too.
    pairs_->setColumnHidden(PairModel::restsOn, width() < 860);
}

void DuplicationPage::ask() {
    answerWith([day = today()](const plan::PlanRef& plan,
                               const Progress& progress) { return duplicationAnswerOf(plan, day, progress); },
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
    showFamilies();
    showGaps();
    showCounts();
    chosenA_ = a;
    chosenB_ = b;
    keepPair();
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
        const auto& pair = model_->at(filter_->mapToSource(filter_->index(row, 0)).row()).pair;
        if (pair.a == chosenA_ && pair.b == chosenB_) {
            pairs_->selectRow(row);
            return;
        }
    }
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

void DuplicationPage::showFamilies() {
    const auto& families = answer_->duplication.families;
    families_->setRowCount(static_cast<int>(families.size()));
    int row = 0;
    for (const auto& family : families) {
        QStringList names;
        for (const auto id : family.mechanisms) {
            names << QString::fromStdString(plan::nameOf(*answer_->plan, plan::RecordKind::mechanism, id));
        }
        families_->setItem(row, 0, wordsItem(names.join(QStringLiteral(", "))));
        families_->setItem(row, 1, figureItem(numberText(qint64(family.mechanisms.size()))));
        families_->setItem(row, 2, figureItem(QString::number(family.weakest, 'f', 2)));
        ++row;
    }
}

void DuplicationPage::showGaps() {
    const auto& duplication = answer_->duplication;
    gapsSummary_->setText(
        duplication.notEnoughInAll == 0
            ? tr("Every two mechanisms can be compared.")
            : tr("%1 of %2 pairs can't be compared yet. No score is given unless place and one other part "
                 "are "
                 "recorded on both; those at the top hold up most pairs. Enter opens the mechanism.")
                  .arg(numberText(qint64(duplication.notEnoughInAll)),
                       numberText(qint64(duplication.compared))));
    gaps_->setRowCount(static_cast<int>(duplication.gaps.size()));
    int row = 0;
    for (const auto& gap : duplication.gaps) {
        QStringList fields;
        for (const auto* field : gap.missing) {
            fields << qtext(field->label);
        }
        gaps_->setItem(row, 0,
                       wordsItem(QString::fromStdString(
                           plan::nameOf(*answer_->plan, plan::RecordKind::mechanism, gap.mechanism))));
        gaps_->setItem(row, 1, wordsItem(fields.join(QStringLiteral(", "))));
        gaps_->setItem(row, 2, figureItem(numberText(qint64(gap.pairs))));
        ++row;
    }
}

void DuplicationPage::showCounts() {
    if (!filter_) {
        return;
    }
    const auto count = [](std::size_t number) { return numberText(qint64(number)); };
    const int shown = filter_->rowCount();
    if (views_->button(2)) {
        views_->button(0)->setText(tr("Pairs %1").arg(shown));
        views_->button(1)->setText(
            tr("Families %1").arg(answer_ ? count(answer_->duplication.families.size()) : QString()));
        views_->button(2)->setText(
            tr("Not enough recorded %1").arg(answer_ ? count(answer_->duplication.gaps.size()) : QString()));
    }
    if (answer_) {
        const auto all = answer_->duplication.inPairs();
        auto words = tr("%1 of %2 pairs").arg(numberText(shown), count(all));
        if (answer_->pairs.size() < all) {
            words = tr("%1 of the first %2 of %3 pairs")
                        .arg(numberText(shown), count(answer_->pairs.size()), count(all));
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
    return answer_ ? answer_->undecided : -1;
}

QWidget* DuplicationPage::inspector() {
    if (!inspector_) {
        inspector_ = new PairInspector(session());
        if (answer_ && chosenA_ != 0) {
            inspector_->setPair(answer_, chosenA_, chosenB_);
        }
    }
    return inspector_;
}

} // namespace wardmote::ui
