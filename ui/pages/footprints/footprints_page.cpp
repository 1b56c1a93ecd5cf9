#include "ui/pages/footprints/footprints_page.h"

#include "core/plan/wording.h"
#include "ui/charts/cluster_map.h"
#include "ui/charts/map_widget.h"
#include "ui/charts/matrix_view.h"
#include "ui/session/cluster_edits.h"
#include "ui/session/selection.h"
#include "ui/session/session.h"
#include "ui/widgets/card.h"
#include "ui/widgets/plain_table.h"
#include "ui/widgets/record_cell.h"
#include "ui/widgets/record_form.h"
#include "ui/widgets/style.h"

#include <QComboBox>
#include <QHeaderView>
#include <QLabel>
#include <QPushButton>
#include <QSet>
#include <QSignalBlocker>
#include <QStackedLayout>
#include <QStackedWidget>
#include <QTableWidget>

#include <algorithm>
#include <cmath>

namespace wardmote::ui {

using analysis::Fit;
using plan::RecordKind;

void FootprintsPage::ask() {
    answerWith(
        [set = set_, known = places_](const plan::PlanRef& plan, const Progress& progress) {
            return footprintsAnswerOf(plan, set, known, progress);
        },
        [this](FootprintsAnswer answer) { present(std::move(answer)); });
}

QString FootprintsPage::refusal(const QString& why) const {
    return tr("The footprints could not be compared: %1").arg(why);
}

void FootprintsPage::present(FootprintsAnswer answer) {
    const auto kept = wanted_ != 0 ? wanted_ : chosenFootprint();
    wanted_ = 0;
    places_ = answer.places;
    answer_ = std::make_shared<const FootprintsAnswer>(std::move(answer));
    set_ = answer_->fit.set;
    stack_->setCurrentIndex(answer_->plan->all<plan::FootprintSet>().empty() ? 1 : 0);
    fillSets();
    showWords();
    showList();
    showMatrix();
    showMap();
    setForm_->setRecord(set_);
    selectFootprint(kept);
    takeSelection();
    Q_EMIT headlineChanged();
}

void FootprintsPage::fillSets() {
    const QSignalBlocker quiet(sets_);
    sets_->clear();
    for (const auto* set : footprintSets(*answer_->plan)) {
        const auto kind = plan::labelOf(set->kind);
        sets_->addItem(kind ? tr("%1 (%2)").arg(qtext(set->name), qtext(*kind).toLower()) : qtext(set->name),
                       QVariant::fromValue<qint64>(set->id));
    }
    sets_->setCurrentIndex(sets_->findData(QVariant::fromValue<qint64>(set_)));
}

QString FootprintsPage::clusterName(plan::Id cluster) const {
    return cluster == 0 ? tr("In no %1").arg(qtext(answer_->plan->settings().clusterWord))
                        : qtext(plan::nameOf(*answer_->plan, RecordKind::cluster, cluster));
}

void FootprintsPage::showWords() {
    const auto& fit = answer_->fit;
    const auto& plan = *answer_->plan;
    if (fit.arrangement == 0) {
        words_->setText(tr("No %1 are drawn yet: footprints are compared with them once they are.")
                            .arg(qtext(plan.settings().clusterWordPlural)));
    } else if (fit.footprints.empty()) {
        words_->setText(tr("The set has no footprints yet. Import them, or choose areas on the map and make "
                           "one of them."));
    } else {
        words_->setText(qtext(analysis::coterminosityInWords(plan, fit)));
    }
    QStringList notes;
    const auto named = [&](const std::vector<plan::Id>& areas) {
        QStringList names;
        for (std::size_t i = 0; i < areas.size() && i < 8; ++i) {
            names << qtext(plan::nameOf(plan, RecordKind::area, areas[i]));
        }
        return areas.size() > 8
                   ? tr("%1 and %2 more").arg(names.join(QStringLiteral(", "))).arg(areas.size() - 8)
                   : names.join(QStringLiteral(", "));
    };
    if (!fit.footprints.empty() && !fit.uncovered.empty()) {
        notes << tr("In no footprint of the set: %1.").arg(named(fit.uncovered));
    }
    if (!fit.coveredTwice.empty()) {
        notes << tr("In several footprints by more than the whole of it, so that its residents count more "
                    "than once: %1.")
                     .arg(named(fit.coveredTwice));
    }
    notes << tr("An area lies in its main %1. Figures follow the shares recorded on each footprint.")
                 .arg(qtext(plan.settings().clusterWord));
    notes_->setText(notes.join(QStringLiteral("\n")));
}

/// What is not whole comes first: that is what a person looks for.
void FootprintsPage::showList() {
    const auto& fit = answer_->fit;
    listCard_->setTitle(fit.ofCouncillors
                            ? tr("Each councillor's ward or division: %1 of %2 in one %3")
                                  .arg(fit.count(Fit::whole))
                                  .arg(fit.footprints.size())
                                  .arg(qtext(answer_->plan->settings().clusterWord))
                            : tr("%1 of %2 whole").arg(fit.count(Fit::whole)).arg(fit.footprints.size()));
    std::vector<const analysis::FittedFootprint*> order;
    for (const auto& each : fit.footprints) {
        order.push_back(&each);
    }
    std::ranges::stable_sort(
        order, {}, [](const analysis::FittedFootprint* each) { return each->fit == Fit::whole ? 1 : 0; });
    const QSignalBlocker quiet(list_);
    list_->setRowCount(static_cast<int>(order.size()));
    int row = 0;
    for (const auto* each : order) {
        auto* name = wordsItem(qtext(plan::nameOf(*answer_->plan, RecordKind::footprint, each->footprint)));
        name->setData(Qt::UserRole, QVariant::fromValue<qint64>(each->footprint));
        const auto* sign = each->fit == Fit::whole ? "✓" : each->fit == Fit::noAreas ? "–" : "⚠";
        list_->setItem(row, 0, name);
        list_->setItem(row, 1,
                       wordsItem(QStringLiteral("%1 %2").arg(
                           QString::fromUtf8(sign), qtext(analysis::inWords(*answer_->plan, *each)))));
        ++row;
    }
    // A sentence about many parts takes the lines that it needs; of thousands of rows nobody reads the end.
    constexpr int mostFitted = 500;
    if (row <= mostFitted) {
        list_->resizeRowsToContents();
        for (int r = 0; r < row; ++r) {
            list_->setRowHeight(r, list_->rowHeight(r) + 12);
        }
    }
    fitRows(*list_, 5);
    listCard_->setVisible(row > 0 && fit.arrangement != 0);
}

void FootprintsPage::showMatrix() {
    const auto& fit = answer_->fit;
    columns_ = fit.clusters;
    if (std::ranges::any_of(fit.footprints,
                            [](const analysis::FittedFootprint& each) { return each.part(0) != nullptr; })) {
        columns_.push_back(0);
    }
    matrixCard_->setTitle(tr("Where each footprint lies, in per cent of its residents"));
    report::Matrix matrix;
    std::vector<std::vector<QString>> sentences;
    for (const auto cluster : columns_) {
        matrix.columns.push_back(clusterName(cluster).toStdString());
    }
    matrixTable_->setRowCount(0);
    for (const auto& each : fit.footprints) {
        const auto name = qtext(plan::nameOf(*answer_->plan, RecordKind::footprint, each.footprint));
        matrix.rows.push_back(name.toStdString());
        std::vector<std::optional<double>> cells;
        std::vector<QString> said;
        for (const auto cluster : columns_) {
            const auto percent = percentIn(each, cluster);
            cells.push_back(percent);
            said.push_back(percent ? tr("%1: %2% in %3%4")
                                         .arg(name)
                                         .arg(std::lround(*percent))
                                         .arg(clusterName(cluster),
                                              each.residents ? QString() : tr(", by number of areas"))
                                   : tr("%1: nothing in %2").arg(name, clusterName(cluster)));
            if (const auto* part = each.part(cluster)) {
                const int row = matrixTable_->rowCount();
                matrixTable_->insertRow(row);
                matrixTable_->setItem(row, 0, wordsItem(name));
                matrixTable_->setItem(row, 1, wordsItem(clusterName(cluster)));
                matrixTable_->setItem(row, 2,
                                      figureItem(numberText(static_cast<qint64>(part->areas.size()))));
                const auto residents =
                    part->residents ? numberText(std::llround(*part->residents)) : notRecorded();
                matrixTable_->setItem(row, 3,
                                      figureItem(part->residents && !part->areasWithoutResidents.empty()
                                                     ? tr("%1 or more").arg(residents)
                                                     : residents));
                matrixTable_->setItem(row, 4, figureItem(tr("%1%").arg(std::lround(*percent))));
            }
        }
        matrix.cells.push_back(std::move(cells));
        sentences.push_back(std::move(said));
    }
    matrix_->setMatrix(std::move(matrix), std::move(sentences));
    // Half a window wide: names give way, so that the usual handful of clusters needs no scrolling.
    matrix_->verticalHeader()->setFixedWidth(qMin(matrix_->verticalHeader()->width(), 148));
    matrix_->horizontalHeader()->setMinimumSectionSize(44);
    matrix_->setFixedHeight(qMin(matrix_->sizeHint().height(), 420));
    fitRows(*matrixTable_, 10);
    matrixCard_->setVisible(!fit.footprints.empty() && !fit.clusters.empty());
}

void FootprintsPage::showMap() {
    const auto& plan = *answer_->plan;
    auto spec = charts::clusterMap(plan, answer_->measures, answer_->places.geometry,
                                   [&plan](const plan::Cluster& cluster) { return fillOf(plan, cluster); });
    // A small map has room for the lines of what is not whole; the list beside it has the names.
    QSet<QString> whole;
    for (const auto& each : answer_->fit.footprints) {
        if (each.fit == Fit::whole) {
            whole.insert(qtext(plan::nameOf(plan, RecordKind::footprint, each.footprint)));
        }
    }
    for (const auto& footprint : answer_->footprints) {
        if (!whole.contains(footprint.name)) {
            spec.footprints.push_back({{}, footprint.outlines, footprint.inside});
        }
    }
    map_->setSpec(std::move(spec));
}

void FootprintsPage::takeSelection() {
    const auto& selection = session().selection();
    const bool areas = selection.kind() == RecordKind::area && !selection.isEmpty();
    make_->setEnabled(areas && session().isWritable());
    make_->setText(areas
                       ? tr("&Make a footprint of %1…").arg(areasInWords(*session().plan(), selection.ids()))
                       : tr("&Make a footprint of the selection…"));
    if (areas) {
        map_->setSelected({selection.ids().begin(), selection.ids().end()});
    }
}

std::vector<plan::Id> FootprintsPage::areasOf(const analysis::FittedFootprint& footprint) const {
    auto areas = footprint.outside;
    for (const auto& part : footprint.parts) {
        areas.insert(areas.end(), part.areas.begin(), part.areas.end());
    }
    return areas;
}

plan::Id FootprintsPage::chosenFootprint() const {
    const auto* item = list_->currentRow() < 0 ? nullptr : list_->item(list_->currentRow(), 0);
    return item ? item->data(Qt::UserRole).toLongLong() : 0;
}

void FootprintsPage::selectFootprint(plan::Id footprint) {
    const QSignalBlocker quiet(list_);
    list_->setCurrentCell(-1, -1);
    for (int row = 0; row < list_->rowCount(); ++row) {
        if (list_->item(row, 0)->data(Qt::UserRole).toLongLong() == footprint && footprint != 0) {
            list_->setCurrentCell(row, 0);
        }
    }
    const auto chosen = chosenFootprint();
    footprintForm_->setRecord(chosen);
    forms_->setCurrentIndex(chosen == 0 ? 0 : 1);
    erase_->setEnabled(chosen != 0 && session().isWritable());
}

std::vector<HeadlineFigure> FootprintsPage::headline() const {
    if (!answer_ || answer_->fit.footprints.empty() || answer_->fit.arrangement == 0) {
        return {};
    }
    const auto& fit = answer_->fit;
    const auto share =
        fit.coterminosity ? tr("%1%").arg(std::lround(100 * *fit.coterminosity)) : notRecorded();
    return {{share, fit.byResidents ? tr("of residents in whole footprints") : tr("of footprints whole")},
            {numberText(static_cast<qint64>(fit.count(Fit::split))), tr("split")},
            {numberText(static_cast<qint64>(fit.footprints.size())), tr("footprints")}};
}

} // namespace wardmote::ui
