#include "ui/pages/coverage/coverage_page.h"

#include "ui/charts/bars_view.h"
#include "ui/charts/cluster_map.h"
#include "ui/charts/map_places.h"
#include "ui/charts/map_widget.h"
#include "ui/charts/matrix_view.h"
#include "ui/session/cluster_edits.h"
#include "ui/session/selection.h"
#include "ui/session/session.h"
#include "ui/widgets/chart_card.h"
#include "ui/widgets/empty_state.h"
#include "ui/widgets/plain_table.h"
#include "ui/widgets/scrolled_column.h"
#include "ui/widgets/style.h"

#include <QComboBox>
#include <QHBoxLayout>
#include <QPushButton>
#include <QScrollArea>
#include <QStackedLayout>
#include <QTableWidget>
#include <QToolTip>
#include <QVBoxLayout>

namespace wardmote::ui {

using analysis::CoverageGridKind;
using plan::RecordKind;

namespace {

constexpr int mapHeight = 300;

} // namespace

CoveragePage::CoveragePage(Session& session, QWidget* parent)
    : AnalysisPage(session, WhileHidden::waits, parent), geometryTask_(session) {
    setObjectName(QStringLiteral("coveragePage"));
    stack_ = new QStackedLayout(this);
    const auto [scroll, content, column] =
        makeScrolledColumn(*this, QStringLiteral("coverageScroll"), tr("Coverage"));
    build(*column);
    stack_->addWidget(scroll);
    makeEmptyState();
}

void CoveragePage::build(QVBoxLayout& column) {
    auto* bar = new QHBoxLayout;
    auto* label = makeLabel(tr("&Grid"), TextRole::body);
    grids_ = new QComboBox;
    setNames(*grids_, QStringLiteral("coverageGrid"), tr("What is set against what"));
    label->setBuddy(grids_);
    bar->addWidget(label);
    bar->addWidget(grids_);
    bar->addStretch(1);
    column.addLayout(bar);
    nameGrids();
    addState(column, tr("Finding what is covered"));
    column.addWidget(buildGrid());
    column.addWidget(buildGaps());
    column.addWidget(buildCharacteristics());
    column.addWidget(buildPlaces());
    notes_ = makeParagraph({}, TextRole::caption);
    column.addWidget(notes_);
    column.addStretch(1);
    connect(grids_, &QComboBox::currentIndexChanged, this, &CoveragePage::askAnew);
}

QWidget* CoveragePage::buildGrid() {
    matrix_ = new charts::MatrixView;
    setNames(*matrix_, QStringLiteral("coverageMatrix"), tr("Mechanisms by place or audience"));
    matrixTable_ = makePlainTable({tr("Row"), tr("Column"), tr("Covered by"), tr("In name only"),
                                   tr("Areas without"), tr("Residents without")},
                                  QStringLiteral("coverageMatrixTable"), tr("The grid's cells as a table"));
    connect(matrix_, &charts::MatrixView::cellOpened, this,
            [this](int row, int column) { turned_ ? openCell(column, row) : openCell(row, column); });
    connect(matrixTable_, &QTableWidget::cellActivated, this, [this](int row) {
        const auto columns = static_cast<int>(answer_->grid.columns.size());
        openCell(row / columns, row % columns);
    });
    return makeChartCard(tr("Mechanisms that cover, and in brackets those that do so in name only"),
                         QStringLiteral("coverageShowMatrix"), matrix_, matrixTable_, this);
}

QWidget* CoveragePage::buildGaps() {
    auto* card = new Card(tr("Gaps, by the residents they leave out"), this);
    gapsWord_ = makeParagraph({});
    gaps_ = makePlainTable({tr("Theme or audience"), tr("Residents without"), tr("Areas without"),
                            tr("Residents in name"), tr("Areas in name"), tr("Covered")},
                           QStringLiteral("coverageGaps"), tr("Gaps, by the residents they leave out"));
    gaps_->horizontalHeaderItem(3)->setToolTip(tr("Of areas that are reached in name only."));
    gaps_->horizontalHeaderItem(4)->setToolTip(tr("Areas that are reached in name only."));
    gaps_->horizontalHeaderItem(5)->setToolTip(tr("Areas that are covered."));
    onMap_ = makeButton(tr("Mark these areas on the &map page"), QStringLiteral("coverageOnMap"));
    onMap_->setToolTip(tr("Marks the areas that the chosen theme or audience does not cover."));
    card->content().addWidget(gapsWord_);
    card->content().addWidget(gaps_);
    card->content().addWidget(onMap_, 0, Qt::AlignLeft);
    mapWords_ = makeParagraph({});
    card->content().addWidget(mapWords_);
    map_ = new charts::MapWidget;
    setNames(*map_, QStringLiteral("coverageMap"), tr("Map of what is covered"));
    map_->setFixedHeight(mapHeight);
    card->content().addWidget(map_);
    connect(map_, &charts::MapWidget::selectionChanged, this, [this](const std::vector<plan::Id>& areas) {
        session().selection().select(RecordKind::area, areas);
    });
    connect(gaps_, &QTableWidget::cellActivated, this,
            [this](int row) { openGap(answer_->gaps[static_cast<std::size_t>(row)]); });
    connect(gaps_, &QTableWidget::itemSelectionChanged, this, [this] {
        onMap_->setEnabled(gaps_->currentRow() >= 0);
        showMap();
    });
    connect(onMap_, &QPushButton::clicked, this, &CoveragePage::showGapOnMap);
    return card;
}

QWidget* CoveragePage::buildCharacteristics() {
    characteristicsCard_ = new Card(tr("Protected characteristics of the Equality Act 2010"), this);
    characteristicsWord_ = makeParagraph({});
    characteristics_ =
        makePlainTable({tr("Audience"), tr("Named by"), tr("Areas covered"), tr("Areas in name only"),
                        tr("Areas with none")},
                       QStringLiteral("coverageCharacteristics"), tr("Protected characteristics reached"));
    characteristicsCard_->content().addWidget(characteristicsWord_);
    characteristicsCard_->content().addWidget(characteristics_);
    connect(characteristics_, &QTableWidget::cellActivated, this, [this](int row) {
        const auto& reach = answer_->protectedOnes[static_cast<std::size_t>(row)];
        if (!reach.mechanisms.empty()) {
            session().selection().requestShow(RecordKind::mechanism, reach.mechanisms,
                                              tr("Mechanisms that name %1").arg(nameOf(reach)));
        } else {
            openGap(reach);
        }
    });
    return characteristicsCard_;
}

QWidget* CoveragePage::buildPlaces() {
    places_ = new charts::BarsView;
    places_->setObjectName(QStringLiteral("coveragePlacesChart"));
    placesTable_ =
        makePlainTable({tr("Places"), tr("Areas"), tr("Residents"), tr("Mechanisms"), tr("For every 10,000"),
                        tr("Without local councils' own"), tr("For every 10,000, without")},
                       QStringLiteral("coveragePlacesTable"), tr("Parished against unparished places"));
    placesCard_ = makeChartCard(tr("Parished against unparished: mechanisms for every 10,000 residents"),
                                QStringLiteral("coverageShowPlaces"), places_, placesTable_, this);
    return placesCard_;
}

void CoveragePage::makeEmptyState() {
    auto* empty = new EmptyState(
        QStringLiteral("coverage"), tr("Nothing to cover yet"),
        tr("Once areas, and mechanisms with their themes and audiences, are recorded, this page shows who is "
           "reached where, and who is not."),
        this);
    empty->addImport(tr("Import a list of mechanisms…"), QStringLiteral("coverageImport"),
                     plan::RecordKind::mechanism);
    connect(empty, &EmptyState::importRequested, this, &Page::importRequested);
    connect(empty->addButton(tr("Go to mechanisms"), QStringLiteral("coverageMechanisms")),
            &QPushButton::clicked, this, [this] { Q_EMIT pageRequested(QStringLiteral("mechanisms")); });
    stack_->addWidget(empty);
}

void CoveragePage::nameGrids() {
    const auto plan = session().plan();
    auto word = QString::fromStdString(plan ? plan->settings().clusterWord : std::string("cluster"));
    if (!word.isEmpty()) {
        word[0] = word[0].toUpper();
    }
    const std::pair<CoverageGridKind, QString> named[] = {
        {CoverageGridKind::clusterTheme, tr("%1 by theme").arg(word)},
        {CoverageGridKind::clusterAudience, tr("%1 by audience").arg(word)},
        {CoverageGridKind::audienceParticipation, tr("Audience by level of participation")},
        {CoverageGridKind::areaTheme, tr("Area by theme")},
        {CoverageGridKind::areaAudience, tr("Area by audience")},
    };
    int at = 0;
    for (const auto& [kind, name] : named) {
        if (at < grids_->count()) {
            grids_->setItemText(at, name);
        } else {
            grids_->addItem(name, static_cast<int>(kind));
        }
        ++at;
    }
}

void CoveragePage::ask() {
    findGeometry();
    const auto kind = static_cast<CoverageGridKind>(grids_->currentData().toInt());
    answerWith(
        [day = today(), kind](const plan::PlanRef& plan, const Progress&) -> Result<Answer> {
            Answer answer;
            answer.plan = plan;
            answer.coverage = analysis::findCoverage(*plan, day);
            answer.grid = analysis::coverageGrid(*plan, answer.coverage, kind);
            answer.gaps = analysis::coverageGaps(*plan, answer.coverage);
            answer.protectedOnes = analysis::protectedCharacteristics(*plan, answer.coverage);
            answer.map =
                charts::clusterMap(*plan, analysis::measuredClusters(*plan, 0, nullptr), {},
                                   [&](const plan::Cluster& cluster) { return fillOf(*plan, cluster); });
            return answer;
        },
        [this](Answer answer) { present(std::move(answer)); });
}

QString CoveragePage::refusal(const QString& why) const {
    return tr("What is covered could not be found: %1").arg(why);
}

std::vector<HeadlineFigure> CoveragePage::headline() const {
    if (!answer_ || answer_->coverage.themes.areas.empty()) {
        return {};
    }
    std::size_t unreached = 0;
    for (const auto& reach : answer_->protectedOnes) {
        unreached += reach.mechanisms.empty() ? 1 : 0;
    }
    std::vector<HeadlineFigure> figures{
        {numberText(qint64(answer_->gaps.size())), tr("themes and audiences with gaps")},
        {numberText(qint64(answer_->coverage.areasWithout.size())), tr("areas with no mechanism")}};
    if (!answer_->protectedOnes.empty()) {
        figures.push_back({tr("%1 of %2").arg(unreached).arg(answer_->protectedOnes.size()),
                           tr("protected characteristics not reached")});
    }
    return figures;
}

namespace {

/// Of a list that holds both, which are those that the cell counts: by name while they are few.
QString whichCover(const plan::Plan& plan, const analysis::CoverageGridCell& cell, const QString& of) {
    if (cell.nominal.empty()) {
        return CoveragePage::tr("Mechanisms for %1").arg(of);
    }
    const auto inName = numberText(qint64(cell.nominal.size()));
    if (cell.covered.empty()) {
        return CoveragePage::tr("In name only for %1").arg(of);
    }
    constexpr std::size_t few = 2;
    if (cell.covered.size() > few) {
        return CoveragePage::tr("%1: %2 cover, %3 in name only")
            .arg(of, numberText(qint64(cell.covered.size())), inName);
    }
    QStringList names;
    for (const auto id : cell.covered) {
        names << QString::fromStdString(plan::nameOf(plan, plan::RecordKind::mechanism, id));
    }
    return CoveragePage::tr("%1: covered by %2; %3 more in name only")
        .arg(of, names.join(CoveragePage::tr(" and ")), inName);
}

} // namespace

void CoveragePage::openCell(int row, int column) {
    const auto r = static_cast<std::size_t>(row);
    const auto c = static_cast<std::size_t>(column);
    const auto& cell = answer_->grid.at(r, c);
    auto ids = cell.covered;
    ids.insert(ids.end(), cell.nominal.begin(), cell.nominal.end());
    const auto of =
        tr("%1, %2").arg(QString::fromStdString(analysis::rowName(*answer_->plan, answer_->grid, r)),
                         QString::fromStdString(analysis::columnName(*answer_->plan, answer_->grid, c)));
    if (!ids.empty()) {
        session().selection().requestShow(RecordKind::mechanism, ids, whichCover(*answer_->plan, cell, of));
    } else if (!cell.areasNone.empty()) {
        session().selection().requestShow(RecordKind::area, cell.areasNone,
                                          tr("No mechanism for %1").arg(of));
    } else {
        QToolTip::showText(QCursor::pos(), tr("No mechanism for %1, not even in name.").arg(of), matrix_);
    }
}

void CoveragePage::openGap(const analysis::CoverageReach& gap) {
    const bool none = !gap.areasNone.empty();
    session().selection().requestShow(
        RecordKind::area, none ? gap.areasNone : gap.areasNominal,
        (none ? tr("No mechanism for %1") : tr("Reached in name only for %1")).arg(nameOf(gap)));
}

void CoveragePage::showGapOnMap() {
    const int row = gaps_->currentRow();
    if (row < 0) {
        return;
    }
    const auto& gap = answer_->gaps[static_cast<std::size_t>(row)];
    session().selection().select(RecordKind::area, gap.areasNone.empty() ? gap.areasNominal : gap.areasNone);
    Q_EMIT pageRequested(QStringLiteral("map"));
}

QString CoveragePage::nameOf(const analysis::CoverageReach& reach) const {
    return QString::fromStdString(plan::nameOf(*answer_->plan, reach.kind, reach.of));
}

} // namespace wardmote::ui
