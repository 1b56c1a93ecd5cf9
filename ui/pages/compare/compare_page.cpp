#include "ui/pages/compare/compare_page.h"

#include "ui/pages/compare/difference_panel.h"
#include "ui/pages/compare/measures_table.h"
#include "ui/pages/compare/residents_chart.h"
#include "ui/session/selection.h"
#include "ui/session/session.h"
#include "ui/widgets/empty_state.h"
#include "ui/widgets/plain_table.h"
#include "ui/widgets/style.h"

#include <QHeaderView>
#include <QListWidget>
#include <QPushButton>
#include <QScrollArea>
#include <QSignalBlocker>
#include <QStackedLayout>
#include <QTabWidget>
#include <QTableWidget>
#include <QTimer>
#include <QVBoxLayout>

#include <algorithm>
#include <cmath>

namespace wardmote::ui {
namespace {

using plan::Id;
using plan::RecordKind;

constexpr int idRole = Qt::UserRole;

/// By name, the status quo first.
std::vector<const plan::Arrangement*> arrangementsOf(const plan::Plan& plan) {
    std::vector<const plan::Arrangement*> all;
    for (const auto& each : plan.all<plan::Arrangement>()) {
        all.push_back(&each);
    }
    const auto statusQuo = analysis::statusQuoOf(plan);
    std::ranges::sort(all, {}, [&](const plan::Arrangement* each) {
        return std::tuple(each->id != statusQuo, std::string_view(each->name), each->id);
    });
    return all;
}

QString deviationText(const std::optional<double>& deviation) {
    if (!deviation) {
        return QStringLiteral("–");
    }
    const auto rounded = std::lround(*deviation);
    const auto sign = rounded > 0 ? QStringLiteral("+") : rounded < 0 ? QStringLiteral("−") : QString();
    return QStringLiteral("%1%2%").arg(sign).arg(std::abs(rounded));
}

} // namespace

ComparePage::ComparePage(Session& session, QWidget* parent)
    : AnalysisPage(session, WhileHidden::waits, parent) {
    setObjectName(QStringLiteral("comparePage"));
    stack_ = new QStackedLayout(this);
    build();
    makeEmptyState();
    connect(&session, &Session::planChanged, this, &ComparePage::fillChoices);
    connect(&session, &Session::opened, this, [this] { left_.clear(); });
    fillChoices();
}

void ComparePage::build() {
    auto* content = new QWidget;
    auto* column = new QVBoxLayout(content);
    setPageMargins(*column);
    addState(*column, tr("Comparing arrangements"));
    choices_ = new QListWidget;
    setNames(*choices_, QStringLiteral("arrangementChoices"), tr("Arrangements to compare"));
    choices_->setAccessibleDescription(tr("Space adds an arrangement to the comparison or takes it out."));
    choices_->setFlow(QListView::LeftToRight);
    choices_->setWrapping(true);
    choices_->setResizeMode(QListView::Adjust);
    choices_->setSpacing(3);
    choices_->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    column->addWidget(choices_);
    note_ = makeParagraph({}, TextRole::caption);
    column->addWidget(note_);
    tabs_ = new QTabWidget;
    setNames(*tabs_, QStringLiteral("compareTabs"), tr("Ways to look at the comparison"));
    measures_ = new MeasuresTable;
    tabs_->addTab(measures_, tr("Side by side"));
    tabs_->addTab(buildResidents(), tr("Residents"));
    difference_ = new DifferencePanel(session());
    tabs_->addTab(difference_, tr("What moves"));
    column->addWidget(tabs_, 1);
    stack_->addWidget(content);
    connect(choices_, &QListWidget::itemChanged, this, &ComparePage::choiceChanged);
    connect(measures_, &MeasuresTable::recordsRequested, this,
            [this](RecordKind kind, const std::vector<Id>& ids, const QString& because) {
                session().selection().requestShow(kind, ids, because);
            });
}

QWidget* ComparePage::buildResidents() {
    auto* place = new QWidget;
    auto* column = new QVBoxLayout(place);
    column->setContentsMargins(0, 8, 0, 0);
    chart_ = new ResidentsChart;
    auto* scroll = new QScrollArea;
    setNames(*scroll, QStringLiteral("residentsScroll"), tr("Residents by arrangement, as bars"));
    scroll->setWidgetResizable(true);
    scroll->setFrameShape(QFrame::NoFrame);
    scroll->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    scroll->setWidget(chart_);
    chartPlace_ = scroll;
    residents_ =
        makePlainTable({tr("Arrangement"), {}, tr("Residents"), tr("Deviation"), tr("Within the band")},
                       QStringLiteral("residentsTable"), tr("Residents by arrangement, as a table"));
    residents_->horizontalHeader()->setSectionResizeMode(1, QHeaderView::Stretch);
    residents_->hide();
    auto* toggle = makeLinkButton(tr("Show as table"), QStringLiteral("residentsAsTable"));
    toggle->setAccessibleName(tr("Show residents as a table"));
    toggle->setCheckable(true);
    connect(toggle, &QPushButton::toggled, this, [this, toggle](bool asTable) {
        chartPlace_->setVisible(!asTable);
        residents_->setVisible(asTable);
        toggle->setText(asTable ? tr("Show as chart") : tr("Show as table"));
        toggle->setAccessibleName(asTable ? tr("Show residents as a chart")
                                          : tr("Show residents as a table"));
    });
    column->addWidget(chartPlace_, 1);
    column->addWidget(residents_, 1);
    column->addWidget(toggle, 0, Qt::AlignRight);
    const auto choose = [this](Id cluster) { session().selection().select(RecordKind::cluster, {cluster}); };
    connect(chart_, &ResidentsChart::clusterChosen, this, choose);
    connect(residents_, &QTableWidget::itemSelectionChanged, this, [this, choose] {
        const auto* item = residents_->item(residents_->currentRow(), 0);
        if (item && item->isSelected()) {
            choose(item->data(idRole).toLongLong());
        }
    });
    return place;
}

void ComparePage::makeEmptyState() {
    empty_ = new EmptyState(QStringLiteral("compare"), QString(), QString(), this);
    connect(empty_->addButton(tr("Go to the arrangements"), QStringLiteral("compareClusters")),
            &QPushButton::clicked, this, [this] { Q_EMIT pageRequested(QStringLiteral("clusters")); });
    connect(empty_->addButton(tr("Ask for proposals"), QStringLiteral("compareProposals")),
            &QPushButton::clicked, this, [this] { Q_EMIT pageRequested(QStringLiteral("proposals")); });
    stack_->addWidget(empty_);
}

void ComparePage::fillChoices() {
    const auto plan = session().plan();
    const auto statusQuo = analysis::statusQuoOf(*plan);
    const auto all = arrangementsOf(*plan);
    const QSignalBlocker blocker(choices_);
    const int kept = choices_->currentRow();
    choices_->clear();
    for (const auto* each : all) {
        auto name = QString::fromStdString(each->name);
        if (each->id == statusQuo) {
            name = tr("%1 (status quo)").arg(name);
        }
        auto* item = new QListWidgetItem(name, choices_);
        item->setData(idRole, QVariant::fromValue<qlonglong>(each->id));
        item->setFlags(Qt::ItemIsEnabled | Qt::ItemIsSelectable |
                       (each->id == statusQuo ? Qt::NoItemFlags : Qt::ItemIsUserCheckable));
        item->setCheckState(each->id == statusQuo || !left_.contains(each->id) ? Qt::Checked : Qt::Unchecked);
    }
    choices_->setCurrentRow(std::min(std::max(kept, 0), choices_->count() - 1));
    note_->setText(
        statusQuo != 0
            ? tr("Each is compared with the status quo. Figures are no judgement: which way is better is for "
                 "people to say.")
            : tr("No arrangement is marked as now or put in force, so each is compared with the first."));
    stack_->setCurrentIndex(all.size() >= 2 ? 0 : 1);
    QTimer::singleShot(0, this, &ComparePage::fitChoices);
    empty_->setTexts(
        all.empty() ? tr("No arrangements yet") : tr("There is one arrangement"),
        all.empty()
            ? tr("An arrangement is one complete way of drawing the %1. Two or more can be compared.")
                  .arg(QString::fromStdString(plan->settings().clusterWordPlural))
            : tr("Copy it and change the copy, or ask for proposals: then they stand here side by side, "
                 "with what moves between them."));
}

void ComparePage::fitChoices() {
    if (choices_->count() == 0) {
        return;
    }
    const auto first = choices_->visualItemRect(choices_->item(0));
    const auto last = choices_->visualItemRect(choices_->item(choices_->count() - 1));
    const int line = first.height() + 2 * choices_->spacing();
    const int lines = (last.bottom() - first.top()) / std::max(line, 1) + 1;
    choices_->setFixedHeight(std::min(lines, 3) * line + 2 * choices_->frameWidth() + 4);
}

void ComparePage::resizeEvent(QResizeEvent* event) {
    AnalysisPage::resizeEvent(event);
    QTimer::singleShot(0, this, &ComparePage::fitChoices); // when the list is laid out
}

void ComparePage::showEvent(QShowEvent* event) {
    AnalysisPage::showEvent(event);
    QTimer::singleShot(0, this, &ComparePage::fitChoices);
}

std::vector<Id> ComparePage::chosen() const {
    std::vector<Id> ids;
    for (const auto* each : arrangementsOf(*session().plan())) {
        if (!left_.contains(each->id)) {
            ids.push_back(each->id);
        }
    }
    return ids;
}

void ComparePage::choiceChanged() {
    left_.clear();
    for (int row = 0; row < choices_->count(); ++row) {
        const auto* item = choices_->item(row);
        if (item->checkState() != Qt::Checked) {
            left_.insert(item->data(idRole).toLongLong());
        }
    }
    ask();
}

void ComparePage::ask() {
    answerWith(
        [wanted = chosen(), known = places_, shared = session().shared(),
         day = today()](const plan::PlanRef& plan, const Progress& progress) {
            return comparisonOf(plan, wanted, known, *shared, day, progress);
        },
        [this](ComparisonAnswer answer) { present(std::move(answer)); });
}

QString ComparePage::refusal(const QString& why) const {
    return tr("The arrangements could not be compared: %1").arg(why);
}

void ComparePage::present(ComparisonAnswer answer) {
    places_ = answer.places;
    answer_ = std::make_shared<const ComparisonAnswer>(std::move(answer));
    measures_->show(answer_);
    chart_->show(answer_);
    showResidents();
    difference_->show(answer_);
    Q_EMIT headlineChanged();
}

void ComparePage::showResidents() {
    const QSignalBlocker blocker(residents_);
    const auto& comparison = answer_->comparison;
    auto word = QString::fromStdString(answer_->plan->settings().clusterWord);
    if (!word.isEmpty()) {
        word[0] = word[0].toUpper();
    }
    residents_->horizontalHeaderItem(1)->setText(word);
    residents_->horizontalHeaderItem(3)->setText(comparison.fromTarget ? tr("Of target") : tr("Of mean"));
    residents_->setRowCount(0);
    for (const auto& arrangement : comparison.arrangements) {
        for (const auto& cluster : arrangement.clusters) {
            const int row = residents_->rowCount();
            residents_->insertRow(row);
            residents_->setItem(row, 0, wordsItem(QString::fromStdString(arrangement.name)));
            residents_->item(row, 0)->setData(idRole, QVariant::fromValue<qlonglong>(cluster.id));
            residents_->setItem(row, 1, wordsItem(QString::fromStdString(cluster.name)));
            const auto number = cluster.residents ? numberText(*cluster.residents) : notRecorded();
            residents_->setItem(row, 2,
                                figureItem(cluster.residents && !cluster.areasWithoutResidents.empty()
                                               ? tr("at least %1").arg(number)
                                               : number));
            residents_->setItem(
                row, 3,
                figureItem(deviationText(comparison.fromTarget ? cluster.deviationPercent
                                                               : cluster.deviationFromMeanPercent)));
            residents_->setItem(row, 4,
                                wordsItem(!cluster.withinBand   ? QStringLiteral("–")
                                          : *cluster.withinBand ? tr("yes")
                                                                : tr("no")));
        }
    }
}

std::vector<HeadlineFigure> ComparePage::headline() const {
    if (!answer_ || stack_->currentIndex() != 0) {
        return {};
    }
    return {{numberText(static_cast<qint64>(answer_->comparison.arrangements.size())),
             tr("arrangements side by side")}};
}

} // namespace wardmote::ui
