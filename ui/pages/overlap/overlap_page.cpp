#include "ui/pages/overlap/overlap_page.h"

#include "ui/charts/combinations_view.h"
#include "ui/charts/matrix_view.h"
#include "ui/pages/overlap/hours_chart.h"
#include "ui/session/selection.h"
#include "ui/session/session.h"
#include "ui/widgets/chart_card.h"
#include "ui/widgets/empty_state.h"
#include "ui/widgets/figure_words.h"
#include "ui/widgets/plain_table.h"
#include "ui/widgets/scrolled_column.h"
#include "ui/widgets/style.h"

#include <QHeaderView>
#include <QPushButton>
#include <QScrollArea>
#include <QStackedLayout>
#include <QTableWidget>
#include <QVBoxLayout>

#include <algorithm>
#include <cmath>

namespace wardmote::ui {
namespace {

using plan::RecordKind;

QString hoursText(const analysis::Hours& hours) {
    if (!hours.value) {
        return notRecorded();
    }
    const auto number = numberText(std::llround(*hours.value));
    return hours.atLeast ? OverlapPage::tr("at least %1").arg(number) : number;
}

QString mechanisms(std::size_t number) {
    return number == 1 ? OverlapPage::tr("1 mechanism")
                       : OverlapPage::tr("%1 mechanisms").arg(numberText(qint64(number)));
}

} // namespace

OverlapPage::OverlapPage(Session& session, QWidget* parent)
    : AnalysisPage(session, WhileHidden::waits, parent) {
    stack_ = new QStackedLayout(this);
    makeEmptyState();
    const auto [scroll, content, column] =
        makeScrolledColumn(*this, QStringLiteral("overlapScroll"), tr("Overlap between services"));
    addState(*column, tr("Comparing services"));

    hours_ = new HoursChart(content);
    hoursTable_ = makePlainTable({tr("Service"), tr("Mechanisms"), tr("Shared hours"), tr("Hours not shared"),
                                  tr("Hours not recorded for")},
                                 QStringLiteral("overlapHoursTable"), tr("Paid hours a year by service"));
    column->addWidget(makeChartCard(tr("Paid hours a year, by service: shared with another service or not"),
                                    QStringLiteral("overlapShowHours"), hours_, hoursTable_, content));
    matrix_ = new charts::MatrixView(content);
    setNames(*matrix_, QStringLiteral("overlapMatrix"), tr("Overlapping pairs, service by service"));
    matrixTable_ =
        makePlainTable({tr("Service"), tr("and"), tr("Overlapping pairs"), tr("Residents where both are"),
                        tr("Hours of the first"), tr("Hours of the second")},
                       QStringLiteral("overlapMatrixTable"), tr("Overlapping pairs of services"));
    matrixTable_->horizontalHeader()->setSectionResizeMode(1, QHeaderView::Stretch);
    column->addWidget(makeChartCard(tr("Overlapping pairs, service by service"),
                                    QStringLiteral("overlapShowMatrix"), matrix_, matrixTable_, content));
    combinationChart_ = new charts::CombinationsView(content);
    setNames(*combinationChart_, QStringLiteral("overlapCombinationChart"),
             tr("Areas by the combination of services that operates there"));
    combinations_ =
        makePlainTable({tr("Exactly these services"), tr("Services"), tr("Areas"), tr("Residents")},
                       QStringLiteral("overlapCombinations"),
                       tr("Areas by the combination of services that operates there"));
    column->addWidget(
        makeChartCard(tr("Where services meet: areas by exactly the services that operate there"),
                      QStringLiteral("overlapShowCombinations"), combinationChart_, combinations_, content));
    notes_ = makeParagraph({}, TextRole::caption, content);
    column->addWidget(notes_);
    column->addStretch(1);
    stack_->addWidget(scroll);
    stack_->addWidget(empty_);

    connect(hours_, &HoursChart::barOpened, this, &OverlapPage::openService);
    connect(hoursTable_, &QTableWidget::cellActivated, this,
            [this](int row, int cell) { openService(row, cell == 2); });
    connect(matrix_, &charts::MatrixView::cellOpened, this, [this](int row, int cell) {
        openPair(inMatrix_[static_cast<std::size_t>(row)], inMatrix_[static_cast<std::size_t>(cell)]);
    });
    connect(matrixTable_, &QTableWidget::cellActivated, this, [this](int row) {
        const auto index = matrixTable_->item(row, 0)->data(Qt::UserRole).toULongLong();
        openPair(answer_->overlap.pairs[index].first, answer_->overlap.pairs[index].second);
    });
    const auto openCombination = [this](int row) {
        const auto& combination = answer_->overlap.combinations[static_cast<std::size_t>(row)];
        this->session().selection().requestShow(
            RecordKind::area, combination.areas,
            tr("Where exactly these services operate: %1").arg(combinations_->item(row, 0)->text()));
    };
    connect(combinations_, &QTableWidget::cellActivated, this, openCombination);
    connect(combinationChart_, &charts::CombinationsView::combinationOpened, this, openCombination);
}

void OverlapPage::makeEmptyState() {
    empty_ =
        new EmptyState(QStringLiteral("overlap"), tr("No service-based mechanisms yet"),
                       tr("Once mechanisms name the service or organisation that runs them and the areas "
                          "they cover, this page shows where services engage the same people."),
                       this);
    empty_->addImport(tr("Import a list of mechanisms…"), QStringLiteral("overlapImport"),
                      plan::RecordKind::mechanism);
    connect(empty_, &EmptyState::importRequested, this, &Page::importRequested);
    connect(empty_->addButton(tr("Go to mechanisms"), QStringLiteral("overlapMechanisms")),
            &QPushButton::clicked, this, [this] { Q_EMIT pageRequested(QStringLiteral("mechanisms")); });
}

void OverlapPage::ask() {
    answerWith(
        [day = today()](const plan::PlanRef& plan, const Progress& progress) -> Result<Answer> {
            auto overlap = analysis::findOverlap(*plan, day, progress);
            if (!overlap) {
                return tl::unexpected(overlap.error());
            }
            return Answer{plan, std::move(*overlap)};
        },
        [this](Answer answer) { present(std::move(answer)); });
}

QString OverlapPage::refusal(const QString& why) const {
    return tr("The services could not be compared: %1").arg(why);
}

void OverlapPage::present(Answer answer) {
    answer_ = std::make_shared<const Answer>(std::move(answer));
    stack_->setCurrentIndex(answer_->overlap.services.empty() ? 1 : 0);
    showHours();
    showMatrix();
    showCombinations();
    showNotes();
    Q_EMIT headlineChanged();
}

QString OverlapPage::nameOf(std::size_t service) const {
    return QString::fromStdString(
        plan::nameOf(*answer_->plan, RecordKind::organisation, answer_->overlap.services[service].service));
}

void OverlapPage::showHours() {
    const auto& services = answer_->overlap.services;
    hours_->setOverlap(*answer_->plan, answer_->overlap);
    hours_->setFixedHeight(hours_->sizeHint().height());
    hoursTable_->setRowCount(static_cast<int>(services.size()));
    QStringList sentences;
    for (std::size_t i = 0; i < services.size(); ++i) {
        const auto& service = services[i];
        const int row = static_cast<int>(i);
        const auto none = [](const analysis::Hours& hours, bool any) {
            return any ? hoursText(hours) : numberText(0);
        };
        const bool anyShared = !service.shared.empty();
        const bool anyOther = service.shared.size() < service.mechanisms.size();
        hoursTable_->setItem(row, 0, wordsItem(nameOf(i)));
        hoursTable_->setItem(row, 1, figureItem(numberText(qint64(service.mechanisms.size()))));
        hoursTable_->setItem(row, 2, figureItem(none(service.hoursShared, anyShared)));
        hoursTable_->setItem(row, 3, figureItem(none(service.hoursNotShared, anyOther)));
        hoursTable_->setItem(row, 4, figureItem(numberText(qint64(service.hoursUnknown))));
        sentences << tr("%1: %2 shared, %3 not shared")
                         .arg(nameOf(i), none(service.hoursShared, anyShared),
                              none(service.hoursNotShared, anyOther));
    }
    hours_->setAccessibleName(
        tr("Paid hours a year by service. %1").arg(sentences.join(QStringLiteral("; "))));
    fitRows(*hoursTable_, 12);
}

void OverlapPage::showMatrix() {
    const auto& overlap = answer_->overlap;
    // Services that overlap with none would be rows of zeros; the note says how many they are.
    std::vector<std::size_t> rowOf(overlap.services.size(), overlap.services.size());
    inMatrix_.clear();
    for (const auto& pair : overlap.pairs) {
        if (pair.pairs > 0) {
            rowOf[pair.first] = rowOf[pair.second] = 0;
        }
    }
    for (std::size_t service = 0; service < rowOf.size(); ++service) {
        if (rowOf[service] == 0) {
            rowOf[service] = inMatrix_.size();
            inMatrix_.push_back(service);
        }
    }
    const auto size = inMatrix_.size();
    report::Matrix matrix;
    std::vector<std::vector<QString>> sentences(size, std::vector<QString>(size));
    matrix.cells.assign(size, std::vector<std::optional<double>>(size));
    for (std::size_t i = 0; i < size; ++i) {
        const auto name = nameOf(inMatrix_[i]);
        matrix.rows.push_back(name.toStdString());
        matrix.columns.push_back(name.toStdString());
        sentences[i][i] = tr("%1 with itself is not counted").arg(name);
    }
    matrixTable_->setRowCount(0);
    for (std::size_t index = 0; index < overlap.pairs.size(); ++index) {
        const auto& pair = overlap.pairs[index];
        if (rowOf[pair.first] >= size || rowOf[pair.second] >= size) {
            continue;
        }
        const auto words = tr("%1 and %2: %3 overlapping pairs; %4 residents where both operate")
                               .arg(nameOf(pair.first), nameOf(pair.second), numberText(qint64(pair.pairs)),
                                    figureWords(pair.residents));
        const auto first = rowOf[pair.first];
        const auto second = rowOf[pair.second];
        for (const auto& [row, column] : {std::pair{first, second}, {second, first}}) {
            matrix.cells[row][column] = static_cast<double>(pair.pairs);
            sentences[row][column] = words;
        }
        if (pair.pairs == 0) {
            continue;
        }
        const int row = matrixTable_->rowCount();
        matrixTable_->insertRow(row);
        matrixTable_->setItem(row, 0, wordsItem(nameOf(pair.first)));
        matrixTable_->item(row, 0)->setData(Qt::UserRole, qulonglong(index));
        matrixTable_->setItem(row, 1, wordsItem(nameOf(pair.second)));
        matrixTable_->setItem(row, 2, figureItem(numberText(qint64(pair.pairs))));
        matrixTable_->setItem(row, 3, figureItem(figureWords(pair.residents)));
        matrixTable_->setItem(row, 4, figureItem(hoursText(pair.hoursFirst)));
        matrixTable_->setItem(row, 5, figureItem(hoursText(pair.hoursSecond)));
    }
    matrix_->setMatrix(std::move(matrix), std::move(sentences));
    matrix_->setFixedHeight(qMin(matrix_->sizeHint().height(), 520));
    matrix_->parentWidget()->setVisible(size > 0);
    fitRows(*matrixTable_, 12);
}

void OverlapPage::showCombinations() {
    const auto& combinations = answer_->overlap.combinations;
    combinations_->setRowCount(static_cast<int>(combinations.size()));
    int row = 0;
    for (const auto& combination : combinations) {
        QStringList names;
        for (const auto service : combination.services) {
            names << nameOf(service);
        }
        combinations_->setItem(row, 0,
                               wordsItem(names.isEmpty() ? tr("None") : names.join(QStringLiteral(", "))));
        combinations_->setItem(row, 1, figureItem(numberText(qint64(combination.services.size()))));
        combinations_->setItem(row, 2, figureItem(numberText(qint64(combination.areas.size()))));
        combinations_->setItem(row, 3, figureItem(figureWords(combination.residents)));
        ++row;
    }
    fitRows(*combinations_, 10);
    showCombinationChart();
}

void OverlapPage::showCombinationChart() {
    charts::CombinationChart chart;
    const auto& overlap = answer_->overlap;
    for (std::size_t service = 0; service < overlap.services.size(); ++service) {
        chart.sets.push_back(nameOf(service));
    }
    for (const auto& combination : overlap.combinations) {
        chart.combinations.push_back(
            {combination.services, static_cast<int>(combination.areas.size()),
             tr("%1 areas, %2 residents")
                 .arg(numberText(qint64(combination.areas.size())), figureWords(combination.residents))});
    }
    combinationChart_->setChart(std::move(chart));
}

void OverlapPage::showNotes() {
    const auto& overlap = answer_->overlap;
    QStringList notes{tr(
        "Two mechanisms overlap if they share a place and a purpose (where purpose is not recorded: audience "
        "or attendance). Enter or a click on a bar, a cell or a row opens the records behind it.")};
    if (!combinationChart_->everywhere().empty()) {
        QStringList names;
        for (const auto service : combinationChart_->everywhere()) {
            names << nameOf(service);
        }
        notes << tr("Services that operate in every area and so have no dots: %1.")
                     .arg(names.join(QStringLiteral(", ")));
    }
    if (const auto alone = overlap.services.size() - inMatrix_.size(); alone > 0) {
        notes << tr("Services that overlap with no other and so have no row in the matrix: %1.").arg(alone);
    }
    if (overlap.basisNotRecorded > 0) {
        notes << tr("Counted as service-based though their basis is not recorded: %1.")
                     .arg(mechanisms(overlap.basisNotRecorded));
    }
    if (!overlap.placeNotRecorded.empty()) {
        notes << tr("In no place, because no areas are recorded: %1.")
                     .arg(mechanisms(overlap.placeNotRecorded.size()));
    }
    if (!overlap.serviceNotRecorded.empty()) {
        notes << tr("Left out, because neither service nor lead is recorded: %1.")
                     .arg(mechanisms(overlap.serviceNotRecorded.size()));
    }
    notes_->setText(notes.join(QStringLiteral("\n")));
}

void OverlapPage::openService(int index, bool shared) {
    const auto& service = answer_->overlap.services[static_cast<std::size_t>(index)];
    std::vector<plan::Id> ids;
    for (const auto id : service.mechanisms) {
        if (shared == std::ranges::binary_search(service.shared, id)) {
            ids.push_back(id);
        }
    }
    if (!ids.empty()) {
        session().selection().requestShow(
            RecordKind::mechanism, ids,
            (shared ? tr("%1: overlapping those of another service") : tr("%1: overlapping no other service"))
                .arg(nameOf(static_cast<std::size_t>(index))));
    }
}

void OverlapPage::openPair(std::size_t first, std::size_t second) {
    if (first == second) {
        return;
    }
    const auto& pair = answer_->overlap.between(first, second);
    session().selection().requestShow(
        RecordKind::mechanism, pair.mechanisms,
        tr("Overlap of %1 and %2").arg(nameOf(pair.first), nameOf(pair.second)));
}

std::vector<HeadlineFigure> OverlapPage::headline() const {
    if (!answer_) {
        return {};
    }
    std::size_t pairs = 0;
    for (const auto& pair : answer_->overlap.pairs) {
        pairs += pair.pairs;
    }
    return {{numberText(qint64(answer_->overlap.services.size())), tr("services")},
            {numberText(qint64(pairs)), tr("overlapping pairs")}};
}

} // namespace wardmote::ui
