#include "ui/pages/responses/responses_summary.h"

#include "core/analysis/clusters_membership.h"
#include "ui/charts/bars_view.h"
#include "ui/charts/map_widget.h"
#include "ui/session/cluster_edits.h"
#include "ui/widgets/plain_table.h"
#include "ui/widgets/record_cell.h"
#include "ui/widgets/style.h"

#include <QComboBox>
#include <QHBoxLayout>
#include <QHeaderView>
#include <QPainter>
#include <QScrollArea>
#include <QStackedWidget>
#include <QTableWidget>

#include <algorithm>
#include <map>

namespace wardmote::ui {
namespace {

using analysis::Answer;

constexpr Answer inOrder[] = {Answer::supports, Answer::objects, Answer::noView, Answer::viewNotRecorded,
                              Answer::noneYet};

QIcon swatchOf(Answer answer) {
    QPixmap pixmap(44, 28);
    pixmap.setDevicePixelRatio(2);
    pixmap.fill(Qt::transparent);
    QPainter painter(&pixmap);
    QPainterPath box;
    box.addRect(1, 1, 20, 12);
    const int fill = analysis::colourOf(answer) - 1;
    charts::fillPatterned(painter, box, charts::categorical(fill), charts::patternOf(fill), 5,
                          charts::inksOf(charts::Medium::light).text, 0.8);
    return QIcon(pixmap);
}

QString residentsText(const analysis::AnswerTotal& total) {
    if (total.localCouncils == 0) {
        return QStringLiteral("–");
    }
    if (!total.residents.value) {
        return notRecorded();
    }
    const auto number = numberText(*total.residents.value);
    return total.residents.atLeast ? ResponsesSummary::tr("%1 or more").arg(number) : number;
}

QScrollArea* scrolled(QWidget* widget, const QString& objectName, const QString& name) {
    auto* scroll = new QScrollArea;
    setNames(*scroll, objectName, name);
    scroll->setFrameShape(QFrame::NoFrame);
    scroll->setWidgetResizable(true);
    scroll->setWidget(widget);
    widget->setProperty("page", true);
    return scroll;
}

} // namespace

ResponsesSummary::ResponsesSummary(QWidget* parent) : QWidget(parent) {
    auto* row = new QHBoxLayout(this);
    row->setContentsMargins(0, 0, 0, 0);
    ways_ = new QComboBox(this);
    setNames(*ways_, QStringLiteral("responsesInBrief"), tr("How responses are summed up"));
    ways_->addItems({tr("Totals"), tr("Chart"), tr("Table")});
    stack_ = new QStackedWidget;
    totals_ = makePlainTable({tr("Response"), tr("Local councils"), tr("Residents"), tr("Others")},
                             QStringLiteral("responseTotals"), tr("Responses in total"));
    totals_->horizontalHeaderItem(2)->setToolTip(tr("Of the areas of those local councils."));
    totals_->horizontalHeaderItem(3)->setToolTip(
        tr("Residents' groups and other bodies; whom they speak for is not known."));
    totals_->setIconSize({22, 14});
    chart_ = new charts::BarsView;
    chart_->setObjectName(QStringLiteral("responsesChart"));
    clusters_ = makePlainTable({tr("Cluster")}, QStringLiteral("responsesByCluster"),
                               tr("Local councils by cluster"));
    stack_->addWidget(totals_);
    stack_->addWidget(scrolled(chart_, QStringLiteral("responsesChartScroll"),
                               tr("Chart of local councils by cluster and response")));
    stack_->addWidget(clusters_);
    row->addWidget(stack_, 5);
    map_ = new charts::MapWidget;
    setNames(*map_, QStringLiteral("responsesMap"), tr("Map of responses"));
    row->addWidget(map_, 5);

    connect(ways_, &QComboBox::currentIndexChanged, stack_, &QStackedWidget::setCurrentIndex);
    connect(totals_, &QTableWidget::cellActivated, this, [this](int at) {
        if (at < static_cast<int>(totalRows_.size())) {
            Q_EMIT answerOpened(totalRows_[static_cast<std::size_t>(at)]);
        }
    });
    const auto open = [this](int at) {
        Q_EMIT clusterOpened(answer_->all.clusters[static_cast<std::size_t>(at)].cluster);
    };
    connect(clusters_, &QTableWidget::cellActivated, this, open);
    connect(chart_, &charts::BarsView::categoryOpened, this, open);
    connect(map_, &charts::MapWidget::selectionChanged, this, &ResponsesSummary::areasSelected);
}

void ResponsesSummary::show(const ResponsesAnswerRef& answer) {
    answer_ = answer;
    const auto word = qtext(answer->plan->settings().clusterWord);
    ways_->setItemText(1, tr("Chart by %1").arg(word));
    ways_->setItemText(2, tr("Table by %1").arg(word));
    showTotals();
    showClusters();
    showMap();
}

void ResponsesSummary::setGeometryOfAreas(charts::MapGeometryRef geometry) {
    geometry_ = std::move(geometry);
    if (answer_) {
        showMap();
    }
}

void ResponsesSummary::setSelectedAreas(const std::vector<plan::Id>& areas) {
    map_->setSelected({areas.begin(), areas.end()});
}

void ResponsesSummary::showTotals() {
    totalRows_.clear();
    totals_->setRowCount(0);
    const auto add = [this](QTableWidgetItem* first, const QStringList& figures) {
        const int row = totals_->rowCount();
        totals_->insertRow(row);
        totals_->setItem(row, 0, first);
        for (int column = 0; column < figures.size(); ++column) {
            totals_->setItem(row, column + 1, figureItem(figures[column]));
        }
    };
    std::size_t councils = 0;
    std::size_t others = 0;
    for (const auto answer : inOrder) {
        const auto& total = answer_->all.of(answer);
        councils += total.localCouncils;
        others += total.otherBodies;
        if (answer == Answer::viewNotRecorded && total.bodies.empty()) {
            continue;
        }
        auto* first = wordsItem(qtext(analysis::labelOf(answer)));
        first->setIcon(swatchOf(answer));
        totalRows_.push_back(answer);
        add(first, {numberText(qint64(total.localCouncils)), residentsText(total),
                    numberText(qint64(total.otherBodies))});
    }
    add(wordsItem(tr("All who are asked")),
        {numberText(qint64(councils)), QString(), numberText(qint64(others))});
    const auto& without = answer_->all.residentsWithoutCouncil;
    if (!answer_->all.withoutLocalCouncil.empty()) {
        auto* first = wordsItem(tr("No local council to ask"));
        add(first, {QString(),
                    !without.value    ? notRecorded()
                    : without.atLeast ? tr("%1 or more").arg(numberText(*without.value))
                                      : numberText(*without.value),
                    QString()});
    }
}

void ResponsesSummary::showClusters() {
    const auto& all = answer_->all;
    std::vector<Answer> shown;
    for (const auto answer : inOrder) {
        if (answer != Answer::viewNotRecorded || !all.of(answer).bodies.empty()) {
            shown.push_back(answer);
        }
    }
    report::BarChart chart;
    chart.unit = tr("Local councils").toStdString();
    const auto word = qtext(answer_->plan->settings().clusterWord);
    QStringList headings{capitalised(word)};
    for (const auto answer : shown) {
        headings << qtext(analysis::labelOf(answer));
        chart.series.emplace_back(analysis::labelOf(answer));
        chart.colours.push_back(analysis::colourOf(answer));
    }
    clusters_->setColumnCount(static_cast<int>(headings.size()));
    clusters_->setHorizontalHeaderLabels(headings);
    for (std::size_t i = 0; i < shown.size(); ++i) {
        clusters_->horizontalHeaderItem(static_cast<int>(i) + 1)->setIcon(swatchOf(shown[i]));
    }
    clusters_->horizontalHeader()->setSectionResizeMode(QHeaderView::ResizeToContents);
    clusters_->horizontalHeader()->setSectionResizeMode(0, QHeaderView::Stretch);
    clusters_->setRowCount(static_cast<int>(all.clusters.size()));
    int row = 0;
    for (const auto& each : all.clusters) {
        const auto name = each.cluster ? plan::nameOf(*answer_->plan, plan::RecordKind::cluster, each.cluster)
                                       : tr("In no %1").arg(word).toStdString();
        clusters_->setItem(row, 0, wordsItem(qtext(name)));
        report::BarChart::Category bar{name, {}};
        int column = 1;
        for (const auto answer : shown) {
            const auto number = each.totals[static_cast<std::size_t>(answer)].localCouncils;
            clusters_->setItem(row, column++, figureItem(numberText(qint64(number))));
            bar.values.push_back(static_cast<double>(number));
        }
        chart.categories.push_back(std::move(bar));
        ++row;
    }
    chart_->setAccessibleName(tr("Local councils by %1 and response").arg(word));
    chart_->setChart(std::move(chart));
}

void ResponsesSummary::showMap() {
    const auto& plan = *answer_->plan;
    const auto membership = analysis::membershipOf(plan, answer_->all.arrangement);
    const auto answers = analysis::answersByArea(answer_->all);
    charts::MapSpec spec;
    spec.geometry = geometry_;
    spec.empty = geometry_ ? tr("No boundaries and no points are recorded.") : QString();
    spec.shadedBy = tr("Response");
    spec.noValue = tr("Nobody to ask");
    for (const auto answer : inOrder) {
        charts::MapShade shade;
        shade.name = qtext(analysis::labelOf(answer));
        shade.colour = analysis::colourOf(answer) - 1;
        spec.shades.push_back(std::move(shade));
    }
    std::map<plan::Id, int> clusterAt;
    for (const auto* cluster : membership.clusters) {
        clusterAt[cluster->id] = static_cast<int>(spec.clusters.size());
        charts::MapCluster outlined;
        outlined.id = cluster->id;
        outlined.name = qtext(cluster->name);
        outlined.colour = fillOf(plan, *cluster);
        spec.clusters.push_back(std::move(outlined));
    }
    for (const auto& area : plan.all<plan::Area>()) {
        charts::MapArea drawn;
        drawn.id = area.id;
        drawn.name = qtext(area.name);
        drawn.outside = area.outside == true;
        const auto cluster = clusterAt.find(membership.mainCluster(area.id));
        drawn.cluster = cluster == clusterAt.end() ? -1 : cluster->second;
        const auto said = answers.find(area.id);
        if (said != answers.end()) {
            drawn.shade = static_cast<int>(std::ranges::find(inOrder, said->second) - inOrder);
        }
        drawn.figure = said == answers.end() ? tr("nobody to ask") : qtext(analysis::labelOf(said->second));
        spec.areas.push_back(std::move(drawn));
    }
    for (const auto& line : plan.settings().attributions) {
        spec.attribution << qtext(line.text);
    }
    map_->setSpec(std::move(spec));
}

} // namespace wardmote::ui
