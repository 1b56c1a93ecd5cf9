#include "ui/charts/bars_view.h"
#include "ui/charts/map_places.h"
#include "ui/charts/map_widget.h"
#include "ui/charts/matrix_view.h"
#include "ui/pages/coverage/coverage_map.h"
#include "ui/pages/coverage/coverage_page.h"
#include "ui/session/session.h"
#include "ui/widgets/card.h"
#include "ui/widgets/figure_words.h"
#include "ui/widgets/plain_table.h"
#include "ui/widgets/style.h"

#include <QComboBox>
#include <QHeaderView>
#include <QLabel>
#include <QLocale>
#include <QPushButton>
#include <QStackedLayout>
#include <QTableWidget>

#include <algorithm>

namespace wardmote::ui {
namespace {

using analysis::CoverageGridKind;
using analysis::CoverageRate;

constexpr int tallestMatrix = 760;
constexpr std::size_t columnsThatFit = 8; ///< in a window of 1280 pixels

QString count(std::size_t number) {
    return numberText(static_cast<qint64>(number));
}

QString rateText(const std::optional<double>& rate) {
    return rate ? QLocale(QLocale::English, QLocale::UnitedKingdom).toString(*rate, 'f', 1) : notRecorded();
}

/// Of no areas it is nobody, not unknown.
QString residentsWords(const analysis::Figure<int>& residents, bool anyArea) {
    return anyArea ? figureWords(residents) : numberText(0);
}

/// What a cell says when it is read aloud and in its tip.
QString sentence(const QString& row, const QString& column, const analysis::CoverageGridCell& cell) {
    auto words = CoveragePage::tr("%1, %2: covered by %3, in name only by %4")
                     .arg(row, column, count(cell.covered.size()), count(cell.nominal.size()));
    const auto areas = cell.areasCovered.size() + cell.areasNominal.size() + cell.areasNone.size();
    if (areas > 0) {
        words += CoveragePage::tr("; %1 of %2 areas covered, %3 with none, residents there: %4")
                     .arg(count(cell.areasCovered.size()), count(areas), count(cell.areasNone.size()),
                          residentsWords(cell.residentsNone, !cell.areasNone.empty()));
    }
    return words;
}

void addRow(QTableWidget& table, const QString& name, const QStringList& figures) {
    const int row = table.rowCount();
    table.insertRow(row);
    const QuietFill quiet(table);
    table.setItem(row, 0, wordsItem(name));
    for (int column = 0; column < figures.size(); ++column) {
        table.setItem(row, column + 1, figureItem(figures[column]));
    }
}

} // namespace

void CoveragePage::present(Answer answer) {
    answer_ = std::make_shared<const Answer>(std::move(answer));
    const auto& coverage = answer_->coverage;
    const bool any = !coverage.themes.areas.empty() && !answer_->plan->all<plan::Mechanism>().empty();
    stack_->setCurrentIndex(any ? 0 : 1);
    nameGrids();
    showGrid();
    showGaps();
    showCharacteristics();
    showPlaces();
    showNotes();
    Q_EMIT headlineChanged();
}

void CoveragePage::showGrid() {
    const auto& grid = answer_->grid;
    turned_ = grid.columns.size() > columnsThatFit && grid.rows.size() < grid.columns.size();
    report::Matrix matrix;
    for (std::size_t row = 0; row < grid.rows.size(); ++row) {
        matrix.rows.push_back(analysis::rowName(*answer_->plan, grid, row));
    }
    for (std::size_t column = 0; column < grid.columns.size(); ++column) {
        matrix.columns.push_back(analysis::columnName(*answer_->plan, grid, column));
    }
    const auto rows = turned_ ? matrix.columns.size() : matrix.rows.size();
    const auto columns = turned_ ? matrix.rows.size() : matrix.columns.size();
    matrix.cells.assign(rows, std::vector<std::optional<double>>(columns));
    std::vector<std::vector<QString>> sentences(rows, std::vector<QString>(columns));
    std::vector<std::vector<int>> nominal(rows, std::vector<int>(columns));
    for (std::size_t row = 0; row < grid.rows.size(); ++row) {
        for (std::size_t column = 0; column < grid.columns.size(); ++column) {
            const auto& cell = grid.at(row, column);
            const auto r = turned_ ? column : row;
            const auto c = turned_ ? row : column;
            matrix.cells[r][c] = static_cast<double>(cell.covered.size());
            nominal[r][c] = static_cast<int>(cell.nominal.size());
            sentences[r][c] = sentence(QString::fromStdString(matrix.rows[row]),
                                       QString::fromStdString(matrix.columns[column]), cell);
        }
    }
    showGridTable(matrix);
    if (turned_) {
        std::swap(matrix.rows, matrix.columns);
    }
    matrix_->setMatrix(std::move(matrix), std::move(sentences));
    matrix_->setNominal(std::move(nominal));
    matrix_->setAccessibleName(tr("%1: mechanisms in each cell").arg(grids_->currentText()));
    matrix_->setFixedHeight(qMin(matrix_->sizeHint().height(), tallestMatrix));
}

void CoveragePage::showGridTable(const report::Matrix& names) {
    const auto& grid = answer_->grid;
    const bool places = grid.kind != CoverageGridKind::audienceParticipation;
    matrixTable_->setColumnHidden(4, !places);
    matrixTable_->setColumnHidden(5, !places);
    matrixTable_->setRowCount(0);
    for (std::size_t row = 0; row < grid.rows.size(); ++row) {
        for (std::size_t column = 0; column < grid.columns.size(); ++column) {
            const auto& cell = grid.at(row, column);
            addRow(*matrixTable_, QString::fromStdString(names.rows[row]),
                   {QString::fromStdString(names.columns[column]), count(cell.covered.size()),
                    count(cell.nominal.size()), count(cell.areasNone.size()),
                    residentsWords(cell.residentsNone, !cell.areasNone.empty())});
            matrixTable_->item(matrixTable_->rowCount() - 1, 1)
                ->setTextAlignment(Qt::AlignLeft | Qt::AlignVCenter);
        }
    }
    fitRows(*matrixTable_, 12);
}

void CoveragePage::showGaps() {
    gaps_->setRowCount(0);
    for (const auto& gap : answer_->gaps) {
        addRow(*gaps_, nameOf(gap),
               {residentsWords(gap.residentsNone, !gap.areasNone.empty()), count(gap.areasNone.size()),
                residentsWords(gap.residentsNominal, !gap.areasNominal.empty()),
                count(gap.areasNominal.size()), count(gap.areasCovered.size())});
    }
    gaps_->setVisible(!answer_->gaps.empty());
    onMap_->setVisible(!answer_->gaps.empty());
    onMap_->setEnabled(gaps_->currentRow() >= 0);
    gapsWord_->setText(answer_->gaps.empty()
                           ? tr("Every theme and audience is covered in every area.")
                           : tr("Most residents without any mechanism first, then most reached in name only. "
                                "What is not recorded may exist all the same."));
    fitRows(*gaps_, 10);
    showMap();
}

void CoveragePage::findGeometry() {
    const auto key = analysis::neighboursKey(*session().plan());
    if (geometry_ && key == geometryKey_) {
        return;
    }
    geometryTask_.run(
        [shared = session().shared()](const plan::PlanRef& plan, const Progress& progress) {
            return charts::geometryIn(*plan, *shared, progress);
        },
        [this, key](Result<charts::MapGeometryRef> found) {
            if (found) {
                geometry_ = *found;
                geometryKey_ = key;
                showMap();
            }
        });
}

std::size_t CoveragePage::chosenGap() const {
    return static_cast<std::size_t>(qMax(0, gaps_->currentRow()));
}

void CoveragePage::showMap() {
    const bool any = answer_ && chosenGap() < answer_->gaps.size();
    map_->setVisible(any);
    mapWords_->setVisible(any);
    if (!any) {
        return;
    }
    auto base = answer_->map;
    base.geometry = geometry_;
    if (!geometry_) {
        base.empty.clear(); // it is on its way
    }
    const auto& gap = answer_->gaps[chosenGap()];
    map_->setSpec(coverageMap(*answer_->plan, std::move(base), gap));
    mapWords_->setText(
        tr("%1 on the map: strong tone, no mechanism (%2); middle tone, in name only (%3); pale, covered "
           "(%4). A row chosen above changes the map.")
            .arg(nameOf(gap), count(gap.areasNone.size()), count(gap.areasNominal.size()),
                 count(gap.areasCovered.size())));
    map_->setAccessibleName(tr("Map of what is covered for %1").arg(nameOf(gap)));
}

void CoveragePage::showCharacteristics() {
    characteristics_->setRowCount(0);
    QStringList unreached;
    for (const auto& reach : answer_->protectedOnes) {
        addRow(*characteristics_, nameOf(reach),
               {reach.mechanisms.empty() ? tr("none") : count(reach.mechanisms.size()),
                count(reach.areasCovered.size()), count(reach.areasNominal.size()),
                count(reach.areasNone.size())});
        if (reach.mechanisms.empty()) {
            unreached << nameOf(reach);
        }
    }
    characteristicsCard_->setVisible(!answer_->protectedOnes.empty());
    characteristicsWord_->setText(
        unreached.isEmpty()
            ? tr("Some mechanism in force names each of them.")
            : tr("No mechanism in force names: %1. Engaging everyone reaches them in name only.")
                  .arg(unreached.join(QStringLiteral(", "))));
    fitRows(*characteristics_, 12);
}

void CoveragePage::showPlaces() {
    const auto& coverage = answer_->coverage;
    placesTable_->setRowCount(0);
    report::BarChart chart;
    chart.unit = "mechanisms for every 10,000 residents";
    chart.series = {"All mechanisms", "Without local councils' own"};
    chart.grouped = true;
    chart.decimals = 1;
    const auto add = [&](const QString& name, const CoverageRate& rate) {
        chart.categories.push_back(
            {name.toStdString(), {rate.perTenThousand, rate.perTenThousandWithoutLocalCouncils}});
        addRow(*placesTable_, name,
               {count(rate.areas), residentsWords(rate.residents, rate.areas > 0), count(rate.mechanisms),
                rateText(rate.perTenThousand), count(rate.withoutLocalCouncils),
                rateText(rate.perTenThousandWithoutLocalCouncils)});
    };
    add(tr("Parished"), coverage.parished);
    add(tr("Unparished"), coverage.unparished);
    places_->setChart(std::move(chart));
    placesCard_->setVisible(coverage.parished.areas + coverage.unparished.areas > 0);
    fitRows(*placesTable_, 2);
}

void CoveragePage::showNotes() {
    const auto& coverage = answer_->coverage;
    QStringList notes{tr(
        "Covered: by an active mechanism that has met within twelve months and names its audience. "
        "Anything less that is in force covers in name only: brackets on a hatched ground. A framed 0 is a "
        "gap. Enter or a click opens what is behind a cell or row.")};
    if (!coverage.areasWithout.empty()) {
        notes << tr("Areas with no mechanism at all: %1.").arg(count(coverage.areasWithout.size()));
    }
    if (!coverage.placeNotRecorded.empty()) {
        notes << tr("Mechanisms left out because no areas are recorded for them: %1.")
                     .arg(count(coverage.placeNotRecorded.size()));
    }
    notes_->setText(notes.join(QStringLiteral("\n")));
}

} // namespace wardmote::ui
