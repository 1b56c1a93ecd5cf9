#include "ui/pages/scenarios/losses_panel.h"

#include "core/plan/wording.h"
#include "ui/widgets/card.h"
#include "ui/widgets/plain_table.h"
#include "ui/widgets/record_cell.h"
#include "ui/widgets/scrolled_column.h"
#include "ui/widgets/style.h"

#include <QHeaderView>
#include <QScrollArea>
#include <QTableWidget>
#include <QVBoxLayout>

namespace wardmote::ui {
namespace {

using plan::Id;
using plan::RecordKind;

QString namesOf(const plan::Plan& plan, RecordKind kind, const std::vector<Id>& ids) {
    QStringList names;
    for (const auto id : ids) {
        names << qtext(plan::nameOf(plan, kind, id));
    }
    return names.join(QStringLiteral(", "));
}

QString residentsText(const analysis::Figure<int>& residents) {
    if (!residents.value) {
        return notRecorded();
    }
    return residents.atLeast ? LossesPanel::tr("at least %1").arg(numberText(*residents.value))
                             : numberText(*residents.value);
}

QString kilometresText(const std::optional<double>& kilometres) {
    return kilometres ? LossesPanel::tr("%1 km").arg(QString::number(*kilometres, 'f', 1)) : notRecorded();
}

} // namespace

LossesPanel::LossesPanel(QWidget* parent) : QWidget(parent) {
    auto* outer = new QVBoxLayout(this);
    outer->setContentsMargins(0, 0, 0, 0);
    const auto [scroll, inside, column] =
        makeScrolledColumn(*this, QStringLiteral("lossesScroll"), tr("What would be lost"));
    scroll->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    column->setContentsMargins(0, 8, 8, 8);
    summary_ = makeParagraph({}, TextRole::body);
    column->addWidget(summary_);
    statutory_ = makeParagraph({}, TextRole::body);
    setTextTone(*statutory_, Tone::attention);
    column->addWidget(statutory_);
    coverage_ =
        makePlainTable({tr("Theme or audience"), tr("What becomes of it"), tr("Areas"), tr("Residents")},
                       QStringLiteral("lossesCoverage"), tr("Coverage that would be lost"));
    addSection(*column, tr("Coverage lost"), coverage_);
    attendance_ = makePlainTable({tr("Mechanism"), tr("Public, usually")}, QStringLiteral("lossesAttendance"),
                                 tr("Attendance at risk"));
    addSection(*column, tr("Attendance at risk: who comes to what ends or is merged"), attendance_);
    journeys_ = makePlainTable({tr("Area"), tr("Nearest now"), tr("Afterwards")},
                               QStringLiteral("lossesJourneys"), tr("Longer journeys"));
    addSection(*column, tr("Longer journeys to the nearest meeting place"), journeys_);
    journeysNote_ = makeParagraph({}, TextRole::caption);
    column->addWidget(journeysNote_);
    duplicates_ = makePlainTable({tr("Mechanism"), tr("and"), tr("Finding")},
                                 QStringLiteral("lossesDuplicates"), tr("Possible duplicates left"));
    duplicates_->horizontalHeader()->setSectionResizeMode(1, QHeaderView::Stretch);
    addSection(*column, tr("Possible duplicates left"), duplicates_);
    column->addStretch(1);
    outer->addWidget(scroll);

    connect(coverage_, &QTableWidget::cellActivated, this, [this](int row) {
        Q_EMIT recordsAsked(RecordKind::area,
                            answer_->shown->losses.coverage[static_cast<std::size_t>(row)].areas,
                            tr("Where coverage would be lost: %1").arg(coverage_->item(row, 0)->text()));
    });
    connect(attendance_, &QTableWidget::cellActivated, this, [this](int row) {
        Q_EMIT recordsAsked(RecordKind::mechanism,
                            {answer_->shown->losses.attendance[static_cast<std::size_t>(row)].mechanism},
                            tr("Attendance at risk"));
    });
    connect(journeys_, &QTableWidget::cellActivated, this, [this](int row) {
        Q_EMIT recordsAsked(RecordKind::area,
                            {answer_->shown->losses.longer[static_cast<std::size_t>(row)].area},
                            tr("A longer journey"));
    });
    connect(duplicates_, &QTableWidget::cellActivated, this, [this](int row) {
        const auto& pair = answer_->shown->losses.duplicatesAfter[static_cast<std::size_t>(row)];
        Q_EMIT recordsAsked(RecordKind::mechanism, {pair.a, pair.b}, tr("A possible duplicate that is left"));
    });
}

void LossesPanel::addSection(QVBoxLayout& column, const QString& title, QTableWidget* table) {
    auto* card = new Card(title, this);
    card->content().addWidget(table);
    column.addWidget(card);
}

void LossesPanel::show(const ScenariosRef& answer) {
    answer_ = answer;
    const auto& losses = answer->shown->losses;
    QStringList summary;
    if (losses.coverage.empty()) {
        summary << tr("No coverage that is recorded would be lost.");
    } else {
        summary << tr("%1 areas with %2 residents would lose engagement on some theme or for some audience.")
                       .arg(losses.areasAffected.size())
                       .arg(residentsText(losses.residentsAffected));
    }
    if (!losses.areasWithout.empty()) {
        summary << tr("No mechanism would be left for %1.")
                       .arg(namesOf(*answer->plan, RecordKind::area, losses.areasWithout));
    }
    summary_->setText(summary.join(QLatin1Char(' ')));
    showStatutory();
    showCoverage();
    showAttendance();
    showJourneys();
    showDuplicates();
}

void LossesPanel::showStatutory() {
    const auto& losses = answer_->shown->losses;
    QStringList said;
    for (const auto id : losses.statutory) {
        const auto& mechanism = *answer_->plan->find<plan::Mechanism>(id);
        const auto law = QString::fromStdString(mechanism.law);
        said << tr("%1 is statutory (%2): check how the duty would be met.")
                    .arg(qtext(mechanism.name), law.isEmpty() ? tr("law not recorded") : law);
    }
    if (!losses.statutoryNotRecorded.empty()) {
        said << tr("Not recorded whether statutory: %1.")
                    .arg(namesOf(*answer_->plan, RecordKind::mechanism, losses.statutoryNotRecorded));
    }
    statutory_->setVisible(!said.isEmpty());
    statutory_->setText(QStringLiteral("⚠ ") + said.join(QLatin1Char(' ')));
}

void LossesPanel::showCoverage() {
    const auto& coverage = answer_->shown->losses.coverage;
    coverage_->setRowCount(static_cast<int>(coverage.size()));
    int row = 0;
    for (const auto& loss : coverage) {
        const auto name = qtext(plan::nameOf(
            *answer_->plan, loss.audience ? RecordKind::audience : RecordKind::theme, loss.column));
        coverage_->setItem(row, 0, wordsItem(loss.audience ? tr("%1 (audience)").arg(name) : name));
        coverage_->setItem(row, 1, wordsItem(loss.toNominal ? tr("left in name only") : tr("none left")));
        auto* areas = figureItem(numberText(qint64(loss.areas.size())));
        areas->setToolTip(namesOf(*answer_->plan, RecordKind::area, loss.areas));
        areas->setData(Qt::AccessibleTextRole, tr("%1: %2").arg(areas->text(), areas->toolTip()));
        coverage_->setItem(row, 2, areas);
        coverage_->setItem(row, 3, figureItem(residentsText(loss.residents)));
        ++row;
    }
    coverage_->parentWidget()->setVisible(!coverage.empty());
    fitRows(*coverage_, 10);
}

void LossesPanel::showAttendance() {
    const auto& attendance = answer_->shown->losses.attendance;
    attendance_->setRowCount(static_cast<int>(attendance.size()));
    int row = 0;
    for (const auto& each : attendance) {
        attendance_->setItem(row, 0, wordsItem(mechanismName(*answer_->plan, each.mechanism)));
        attendance_->setItem(
            row, 1,
            figureItem(each.publicUsually ? qtext(plan::inDigits(*each.publicUsually, 1)) : notRecorded()));
        ++row;
    }
    attendance_->parentWidget()->setVisible(!attendance.empty());
    fitRows(*attendance_, 8);
}

void LossesPanel::showJourneys() {
    const auto& losses = answer_->shown->losses;
    journeys_->setRowCount(static_cast<int>(losses.longer.size()));
    int row = 0;
    for (const auto& each : losses.longer) {
        journeys_->setItem(row, 0,
                           wordsItem(qtext(plan::nameOf(*answer_->plan, RecordKind::area, each.area))));
        journeys_->setItem(row, 1, figureItem(kilometresText(each.kilometresBefore)));
        journeys_->setItem(row, 2,
                           figureItem(each.kilometresAfter ? kilometresText(each.kilometresAfter)
                                                           : tr("no place recorded")));
        ++row;
    }
    journeys_->parentWidget()->setVisible(!losses.longer.empty());
    fitRows(*journeys_, 8);
    journeysNote_->setText(
        losses.journeysKnown == 0
            ? tr("Journeys are not recorded: no venue of a mechanism is an asset with coordinates.")
            : tr("Furthest: %1 now, %2 afterwards, in a straight line from the middle of an area to the "
                 "nearest "
                 "recorded meeting place; known for %3 areas.")
                  .arg(kilometresText(losses.furthestBefore), kilometresText(losses.furthestAfter))
                  .arg(losses.journeysKnown));
}

void LossesPanel::showDuplicates() {
    const auto& losses = answer_->shown->losses;
    duplicates_->setRowCount(static_cast<int>(losses.duplicatesAfter.size()));
    int row = 0;
    for (const auto& pair : losses.duplicatesAfter) {
        duplicates_->setItem(row, 0, wordsItem(mechanismName(*answer_->plan, pair.a)));
        duplicates_->setItem(row, 1, wordsItem(mechanismName(*answer_->plan, pair.b)));
        duplicates_->setItem(row, 2, wordsItem(qtext(analysis::labelOf(pair.kind))));
        ++row;
    }
    static_cast<Card*>(duplicates_->parentWidget())
        ->setTitle(tr("Possible duplicates left: %1 of %2")
                       .arg(losses.duplicatesAfter.size())
                       .arg(losses.duplicatesBefore));
    duplicates_->setVisible(!losses.duplicatesAfter.empty());
    fitRows(*duplicates_, 8);
}

} // namespace wardmote::ui
