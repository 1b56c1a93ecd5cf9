#include "ui/pages/overview/overview_page.h"

#include "core/plan/wording.h"
#include "ui/session/selection.h"
#include "ui/session/session.h"
#include "ui/widgets/badge.h"
#include "ui/widgets/card.h"
#include "ui/widgets/empty_state.h"
#include "ui/widgets/plain_table.h"
#include "ui/widgets/record_cell.h"
#include "ui/widgets/style.h"

#include <QHeaderView>
#include <QPushButton>
#include <QScrollArea>
#include <QStackedLayout>
#include <QTableWidget>
#include <QVBoxLayout>

#include <algorithm>

namespace wardmote::ui {
namespace {

constexpr int linesShown = 14;

Tone toneOf(analysis::Severity severity) {
    return severity == analysis::Severity::note ? Tone::neutral : Tone::attention;
}

} // namespace

OverviewPage::OverviewPage(Session& session, QWidget* parent)
    : AnalysisPage(session, WhileHidden::keepsUp, parent) {
    stack_ = new QStackedLayout(this);
    makeEmptyState();
    auto* scroll = new QScrollArea(this);
    setNames(*scroll, QStringLiteral("overviewScroll"), tr("Overview"));
    scroll->setWidgetResizable(true);
    auto* content = new QWidget;
    content->setProperty("page", true);
    auto* column = new QVBoxLayout(content);
    setPageMargins(*column);
    attention_ = new Card(tr("What needs attention"), content);
    clusters_ = new Card({}, content);
    table_ = makePlainTable({{}, tr("Areas"), tr("Residents"), tr("From the mean"), tr("In parishes")},
                            QStringLiteral("overviewClusters"), tr("Clusters of the arrangement in force"));
    for (int figure = 1; figure < table_->columnCount(); ++figure) {
        table_->horizontalHeaderItem(figure)->setTextAlignment(Qt::AlignRight | Qt::AlignVCenter);
    }
    table_->setVerticalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    clusters_->content().addWidget(table_);
    addState(*column, tr("Looking through the plan"));
    column->addWidget(attention_);
    column->addWidget(clusters_);
    column->addStretch(1);
    scroll->setWidget(content);
    stack_->addWidget(scroll);
    stack_->addWidget(empty_);

    connect(table_, &QTableWidget::cellActivated, this, [this](int row) {
        const auto id = table_->item(row, 0)->data(Qt::UserRole).toLongLong();
        this->session().selection().requestShow(plan::RecordKind::cluster, {id},
                                                tr("Chosen in the overview"));
    });
    connect(&session, &Session::opened, this, [this] { known_ = false; });
}

void OverviewPage::makeEmptyState() {
    empty_ = new EmptyState(
        QStringLiteral("import"), tr("This plan is empty"),
        tr("Begin with the lists you have: parishes and wards with their residents, then "
           "organisations and the meetings that services hold. Importing changes nothing until "
           "you say so, and can be undone."),
        this);
    connect(empty_->addButton(tr("Import a file…"), QStringLiteral("overviewImport")), &QPushButton::clicked,
            this, [this] { Q_EMIT pageRequested(QStringLiteral("import")); });
    connect(empty_->addButton(tr("Set the plan's words and council"), QStringLiteral("overviewSettings")),
            &QPushButton::clicked, this, [this] { Q_EMIT pageRequested(QStringLiteral("settings")); });
}

void OverviewPage::ask() {
    answerWith(
        [day = today(), shared = session().shared()](const plan::PlanRef& plan, const Progress& progress)
            -> Result<OverviewFigures> { return overviewOf(*plan, day, *shared, progress); },
        [this](const OverviewFigures& figures) { showFigures(figures); });
}

QString OverviewPage::refusal(const QString& why) const {
    return tr("The plan could not be looked through: %1").arg(why);
}

void OverviewPage::showFigures(const OverviewFigures& figures) {
    figures_ = figures;
    known_ = true;
    const bool empty = figures.areas + figures.mechanisms + figures.organisations == 0 &&
                       figures.arrangement.clusters.empty();
    stack_->setCurrentIndex(empty ? 1 : 0);
    showAttention();
    showClusters();
    Q_EMIT headlineChanged();
    Q_EMIT badgeChanged();
}

std::vector<HeadlineFigure> OverviewPage::headline() const {
    if (!known_ || figures_.areas + figures_.mechanisms + figures_.organisations == 0) {
        return {};
    }
    const auto count = [](std::size_t number) { return numberText(qint64(number)); };
    const auto& settings = session().plan()->settings();
    std::vector<HeadlineFigure> shown;
    const auto residents = figures_.areasWithResidents == 0 ? notRecorded() : numberText(figures_.residents);
    shown.push_back(
        {residents, figures_.areasWithResidents == figures_.areas || figures_.areasWithResidents == 0
                        ? tr("residents")
                        : tr("residents, of %1 of %2 areas")
                              .arg(count(figures_.areasWithResidents), count(figures_.areas))});
    shown.push_back({count(figures_.areas), qtext(settings.areaWords)});
    shown.push_back({count(figures_.arrangement.clusters.size()), qtext(settings.clusterWordPlural)});
    shown.push_back({count(figures_.mechanisms), tr("mechanisms")});
    return shown;
}

int OverviewPage::badge() const {
    if (!known_) {
        return -1;
    }
    const auto urgent = std::ranges::count_if(
        figures_.attention, [](const Attention& line) { return line.severity != analysis::Severity::note; });
    return urgent > 0 ? int(urgent) : -1;
}

void OverviewPage::showAttention() {
    auto& lines = attention_->content();
    clearLayout(lines);
    attention_->setTitle(tr("What needs attention"));
    int number = 0;
    for (const auto& line : figures_.attention) {
        if (number == linesShown) {
            lines.addWidget(makeParagraph(tr("and %1 more").arg(figures_.attention.size() - linesShown),
                                          TextRole::caption, attention_));
            break;
        }
        addLine(line, number++);
    }
    if (figures_.attention.empty()) {
        lines.addWidget(makeParagraph(tr("Nothing that the checks know of."), TextRole::body, attention_));
    }
}

void OverviewPage::addLine(const Attention& attention, int number) {
    auto* row = new QWidget(attention_);
    auto* line = new QHBoxLayout(row);
    line->setContentsMargins(0, 0, 0, 0);
    auto* badge =
        new Badge(qtext(analysis::labelOf(attention.severity)).toLower(), toneOf(attention.severity), row);
    badge->setFixedWidth(badgeSize(badge->fontMetrics(), tr("problem")).width() + 14);
    line->addWidget(badge, 0, Qt::AlignVCenter);
    auto* words = makeParagraph(qtext(attention.text), TextRole::body, row);
    line->addWidget(words, 1);
    if (!attention.records.empty() || !attention.page.empty()) {
        auto* go = makeLinkButton(attention.severity != analysis::Severity::note && !attention.page.empty()
                                      ? tr("Decide")
                                      : tr("Show"),
                                  QStringLiteral("attention_%1").arg(number), row);
        go->setAccessibleName(tr("%1: %2").arg(go->text(), qtext(attention.text)));
        connect(go, &QPushButton::clicked, this, [this, attention] { follow(attention); });
        line->addWidget(go, 0, Qt::AlignVCenter);
    }
    attention_->content().addWidget(row);
}

void OverviewPage::follow(const Attention& attention) {
    if (!attention.page.empty()) {
        Q_EMIT pageRequested(qtext(attention.page));
    } else {
        session().selection().requestShow(attention.kind, attention.records, qtext(attention.text));
    }
}

void OverviewPage::showClusters() {
    const auto& arrangement = figures_.arrangement;
    clusters_->setVisible(!arrangement.clusters.empty());
    const auto word = qtext(session().plan()->settings().clusterWord);
    auto heading = word;
    clusters_->setTitle(arrangement.name.empty() ? qtext(session().plan()->settings().clusterWordPlural)
                                                 : qtext(arrangement.name));
    table_->horizontalHeaderItem(0)->setText(heading.left(1).toUpper() + heading.mid(1));
    table_->setRowCount(int(arrangement.clusters.size()));
    const QuietFill quiet(*table_);
    int row = 0;
    for (const auto& cluster : arrangement.clusters) {
        auto* name = new QTableWidgetItem(qtext(cluster.name));
        name->setData(Qt::UserRole, QVariant::fromValue<qint64>(cluster.id));
        table_->setItem(row, 0, name);
        table_->setItem(row, 1, figureItem(numberText(qint64(cluster.areas.size()))));
        auto residents = cluster.residents ? numberText(*cluster.residents) : notRecorded();
        if (cluster.residents && !cluster.areasWithoutResidents.empty()) {
            residents = tr("at least %1").arg(residents);
        }
        table_->setItem(row, 2, figureItem(residents));
        const auto from = cluster.deviationFromMeanPercent;
        table_->setItem(row, 3,
                        figureItem(from ? QStringLiteral("%1%2%")
                                              .arg(*from > 0   ? QStringLiteral("+")
                                                   : *from < 0 ? QString(QChar(0x2212))
                                                               : QString())
                                              .arg(qAbs(qRound(*from)))
                                        : notRecorded()));
        const auto parished = cluster.parishedShareOfResidents;
        table_->setItem(
            row, 4,
            figureItem(parished ? QStringLiteral("%1%").arg(qRound(*parished * 100)) : notRecorded()));
        ++row;
    }
    int height = table_->horizontalHeader()->sizeHint().height() + 4;
    for (int r = 0; r < table_->rowCount(); ++r) {
        height += table_->rowHeight(r);
    }
    table_->setFixedHeight(height);
}

} // namespace wardmote::ui
