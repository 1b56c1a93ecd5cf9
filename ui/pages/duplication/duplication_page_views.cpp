#include "ui/pages/duplication/duplication_page.h"

#include "ui/pages/duplication/pair_inspector.h"
#include "ui/pages/duplication/pair_matrix.h"
#include "ui/pages/duplication/pair_model.h"
#include "ui/pages/duplication/pair_network.h"
#include "ui/pages/duplication/pair_scope.h"
#include "ui/pages/duplication/pair_words.h"
#include "ui/session/selection.h"
#include "ui/session/session.h"
#include "ui/widgets/filter_bar.h"
#include "ui/widgets/plain_table.h"
#include "ui/widgets/record_cell.h"
#include "ui/widgets/style.h"

#include <QButtonGroup>
#include <QComboBox>
#include <QHeaderView>
#include <QPushButton>
#include <QStackedWidget>
#include <QTableView>
#include <QTableWidget>
#include <QVBoxLayout>

/// The views of the Duplication page beside the list of pairs.
namespace wardmote::ui {

QWidget* DuplicationPage::makeFamilies() {
    families_ = makePlainTable({tr("Mechanisms"), tr("Family"), tr("How many"), tr("Weakest pair")},
                               QStringLiteral("duplicationFamilies"),
                               tr("Families: groups in which every pair overlaps"));
    families_->setWordWrap(true);
    families_->verticalHeader()->setSectionResizeMode(QHeaderView::ResizeToContents);
    connect(families_, &QTableWidget::cellActivated, this, [this](int row) {
        const auto& family = answer_->duplication.families[familyOfRow_[static_cast<std::size_t>(row)]];
        decided_->setCurrentIndex(PairFilter::all);
        kinds_->setCurrentIndex(1);
        showOnly({family.mechanisms.begin(), family.mechanisms.end()}, false,
                 tr("Only the pairs of one family"));
        showView(pairsView);
        goToPairs();
    });
    return families_;
}

QWidget* DuplicationPage::makeNetwork() {
    network_ = new PairNetwork(this);
    connect(network_, &PairNetwork::pairOpened, this, &DuplicationPage::openPair);
    connect(network_, &PairNetwork::mechanismChosen, this, &DuplicationPage::chooseMechanism);
    connect(network_, &PairNetwork::mechanismOpened, this, [this](plan::Id mechanism) {
        showOnly({mechanism}, true,
                 tr("Only the pairs of %1")
                     .arg(qtext(plan::nameOf(*answer_->plan, plan::RecordKind::mechanism, mechanism))));
        showView(pairsView);
        goToPairs();
    });
    return network_;
}

QWidget* DuplicationPage::makeMatrix() {
    matrix_ = new PairMatrix(this);
    connect(matrix_, &PairMatrix::pairOpened, this, &DuplicationPage::openPair);
    return matrix_;
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
    connect(gaps_, &QTableWidget::currentCellChanged, this, &DuplicationPage::explainGap);
    connect(gaps_, &QTableWidget::cellActivated, this, [this](int row) {
        const auto& gap = answer_->duplication.gaps[static_cast<std::size_t>(row)];
        session().selection().requestShow(plan::RecordKind::mechanism, {gap.mechanism},
                                          tr("Not enough is recorded to compare it"));
    });
    return box;
}

void DuplicationPage::showView(int view) {
    views_->button(view)->setChecked(true);
    view_->setCurrentIndex(view);
    bar_->setVisible(view != gapsView);
    scope_->setVisible(view != gapsView);
    showDrawing();
    if (answer_) {
        explainGap();
    }
}

/// Beside what can't be compared stands what it lacks, not a pair that was looked at elsewhere.
void DuplicationPage::explainGap() {
    if (!inspector_ || !answer_) {
        return;
    }
    if (view_->currentIndex() != gapsView) {
        if (chosenA_ != 0) {
            inspector_->setPair(answer_, chosenA_, chosenB_);
        }
        return;
    }
    const auto row = static_cast<std::size_t>(gaps_->currentRow());
    if (gaps_->currentRow() < 0 || row >= answer_->duplication.gaps.size()) {
        inspector_->say(tr("Choose a mechanism to see what it lacks."));
        return;
    }
    const auto& gap = answer_->duplication.gaps[row];
    QStringList fields;
    for (const auto* field : gap.missing) {
        fields << qtext(field->label);
    }
    inspector_->say(
        tr("%1 can’t be compared yet.\n\nNot recorded: %2.\n\n%3 pairs wait for it. Enter opens the "
           "mechanism, to fill it in.")
            .arg(qtext(plan::nameOf(*answer_->plan, plan::RecordKind::mechanism, gap.mechanism)),
                 fields.join(QStringLiteral(", ")), numberText(qint64(gap.pairs))));
}

/// To the list, on the pair chosen or its first: what led here may be hidden now.
void DuplicationPage::goToPairs() {
    if (!pairs_->currentIndex().isValid() && filter_->rowCount() > 0) {
        pairs_->selectRow(0);
    }
    pairs_->setFocus();
}

std::vector<const ListedPair*> DuplicationPage::shownPairs() const {
    std::vector<const ListedPair*> shown;
    for (std::size_t row = 0; row < answer_->pairs.size(); ++row) {
        if (filter_->mapFromSource(model_->index(static_cast<int>(row), 0)).isValid()) {
            shown.push_back(&answer_->pairs[row]);
        }
    }
    return shown;
}

void DuplicationPage::showDrawing() {
    if (!answer_) {
        return;
    }
    if (view_->currentIndex() == networkView) {
        network_->setPairs(*answer_, shownPairs());
    } else if (view_->currentIndex() == matrixView) {
        matrix_->setPairs(*answer_, shownPairs());
    }
}

void DuplicationPage::showOnly(std::set<plan::Id> mechanisms, bool touching, const QString& because) {
    filter_->setOnly(std::move(mechanisms), touching);
    bar_->setOnly(because);
    filtersChanged();
}

/// The mechanism is what is chosen; beside it stands the pair in which it is most alike.
void DuplicationPage::chooseMechanism(plan::Id mechanism) {
    for (const auto* listed : shownPairs()) {
        if (listed->pair.a == mechanism || listed->pair.b == mechanism) {
            chosenA_ = listed->pair.a;
            chosenB_ = listed->pair.b;
            keepPair();
            break;
        }
    }
    session().selection().select(plan::RecordKind::mechanism, {mechanism});
}

/// The pair explained beside what it was opened from.
void DuplicationPage::openPair(plan::Id a, plan::Id b) {
    chosenA_ = std::min(a, b);
    chosenB_ = std::max(a, b);
    keepPair();
    session().selection().select(plan::RecordKind::mechanism, {chosenA_, chosenB_});
}

void DuplicationPage::showFamilies() {
    familyOfRow_.clear();
    if (answer_) {
        const auto& families = answer_->duplication.families;
        for (std::size_t family = 0; family < families.size(); ++family) {
            if (scope_->scope().accepts(*answer_, families[family].mechanisms)) {
                familyOfRow_.push_back(family);
            }
        }
    }
    views_->button(familiesView)
        ->setText(tr("Families %1").arg(answer_ ? numberText(qint64(familyOfRow_.size())) : QString()));
    families_->setRowCount(static_cast<int>(familyOfRow_.size()));
    int row = 0;
    for (const auto at : familyOfRow_) {
        const auto& family = answer_->duplication.families[at];
        QStringList names;
        for (const auto id : family.mechanisms) {
            names << qtext(plan::nameOf(*answer_->plan, plan::RecordKind::mechanism, id));
        }
        families_->setItem(row, 0, wordsItem(names.join(QStringLiteral("; "))));
        families_->setItem(row, 1, figureItem(numberText(qint64(at + 1))));
        families_->setItem(row, 2, figureItem(numberText(qint64(family.mechanisms.size()))));
        families_->setItem(row, 3, figureItem(scoreWords(family.weakest)));
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

} // namespace wardmote::ui
