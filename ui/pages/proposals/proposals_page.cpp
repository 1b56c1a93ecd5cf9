#include "ui/pages/proposals/proposals_page.h"

#include "ui/charts/map_widget.h"
#include "ui/pages/proposals/proposal_form.h"
#include "ui/session/cluster_edits.h"
#include "ui/session/selection.h"
#include "ui/session/session.h"
#include "ui/widgets/empty_state.h"
#include "ui/widgets/prompts.h"
#include "ui/widgets/style.h"

#include <QHBoxLayout>
#include <QHeaderView>
#include <QLabel>
#include <QProgressBar>
#include <QPushButton>
#include <QScrollArea>
#include <QSplitter>
#include <QStackedLayout>
#include <QTreeWidget>
#include <QVBoxLayout>

#include <algorithm>
#include <cmath>
#include <map>
#include <set>

namespace wardmote::ui {
namespace {

enum Column { name, number, deviation, compactness, moves, footprints, columnCount };

struct Answer {
    charts::MapPlaces places;
    analysis::Proposals proposals;
};

Result<Answer>
answered(const plan::Plan& plan, const charts::MapPlaces& known, SharedAnswers& shared,
         const analysis::ProposalOptions& options, const Progress& progress, const std::stop_token& enough,
         const std::function<void(const charts::MapPlaces&, const analysis::ProposedArrangement&)>& better) {
    Answer answer{known, {}};
    if (!known.neighbours || known.key != analysis::neighboursKey(plan)) {
        auto places = charts::placesIn(plan, shared, progress);
        if (!places) {
            return Failure(places.error());
        }
        answer.places = *places;
    }
    auto found =
        analysis::proposed(plan, *answer.places.neighbours, options, {progress.report, enough},
                           [&](const analysis::ProposedArrangement& best) { better(answer.places, best); });
    if (!found) {
        return Failure(found.error());
    }
    answer.proposals = std::move(*found);
    return answer;
}

/// Everything that a proposal is made of is the same record in both: nothing else makes it old.
bool sameGround(const plan::Plan& before, const plan::Plan& after, plan::Id arrangement) {
    const auto same = [&](plan::RecordKind kind, const auto& counts) {
        const auto differs = [&](const plan::Plan& one, const plan::Plan& other) {
            return std::ranges::any_of(one.ids(kind), [&](plan::Id id) {
                return counts(one, id) && one.record(kind, id) != other.record(kind, id);
            });
        };
        return !differs(before, after) && !differs(after, before);
    };
    const auto always = [](const plan::Plan&, plan::Id) { return true; };
    const auto inArrangement = [arrangement](const plan::Plan& plan, plan::Id id) {
        return plan.find<plan::Cluster>(id)->arrangement.id == arrangement;
    };
    using plan::RecordKind;
    return same(RecordKind::area, always) && same(RecordKind::footprint, always) &&
           same(RecordKind::footprintSet, always) && same(RecordKind::cluster, inArrangement) &&
           before.settings() == after.settings() &&
           analysis::neighboursKey(before) == analysis::neighboursKey(after);
}

constexpr int whichRole = Qt::UserRole; ///< position of the proposal; -1: what exists

QString percent(double value) {
    return QLocale().toString(value, 'f', 1) + QStringLiteral(" %");
}

} // namespace

ProposalsPage::ProposalsPage(Session& session, Prompts& prompts, QWidget* parent)
    : Page(parent), session_(session), prompts_(prompts), search_(session) {
    build();
    connect(&session_, &Session::planChanged, this, &ProposalsPage::planChanged);
    connect(&session_, &Session::writableChanged, this, &ProposalsPage::showChosen);
    connect(&search_, &BackgroundTask::progressed, this, [this](double fraction, const QString&) {
        progress_->setValue(static_cast<int>(std::lround(fraction * 100)));
    });
    connect(&search_, &BackgroundTask::failed, state_, &QLabel::setText);
    connect(&search_, &BackgroundTask::runningChanged, this, [this](bool running) {
        propose_->setEnabled(!running);
        stop_->setEnabled(running);
        progress_->setVisible(running);
        running ? watch_.start() : watch_.stop();
    });
    watch_.setInterval(150);
    connect(&watch_, &QTimer::timeout, this, &ProposalsPage::showBest);
    planChanged();
}

ProposalsPage::~ProposalsPage() {
    if (stopSource_) {
        stopSource_->request_stop();
    }
}

QString ProposalsPage::words() const {
    return QString::fromStdString(session_.plan()->settings().clusterWordPlural);
}

std::vector<HeadlineFigure> ProposalsPage::headline() const {
    if (answer_.arrangements.empty()) {
        return {};
    }
    return {{numberText(static_cast<qint64>(answer_.arrangements.size())), tr("proposals")},
            {percent(answer_.arrangements.front().measures.maxDeviationPercent),
             tr("largest deviation of the first")}};
}

void ProposalsPage::build() {
    setObjectName(QStringLiteral("proposalsPage"));
    pages_ = new QStackedLayout(this);
    auto* noAreas =
        new EmptyState(QStringLiteral("areas"), tr("No areas yet"),
                       tr("Import the council’s parishes and wards first: they are what is grouped here."));
    auto* import = noAreas->addButton(tr("Import…"), QStringLiteral("proposalsImport"));
    connect(import, &QPushButton::clicked, this, [this] { Q_EMIT importRequested(plan::RecordKind::area); });
    auto* split = new QSplitter(Qt::Horizontal);
    split->setChildrenCollapsible(false);
    split->addWidget(buildQuestion());
    split->addWidget(buildAnswer());
    split->setStretchFactor(1, 1);
    split->setSizes({300, 700});
    auto* content = new QWidget;
    auto* column = new QVBoxLayout(content);
    setPageMargins(*column);
    column->addWidget(split);
    pages_->addWidget(noAreas);
    pages_->addWidget(content);
}

QWidget* ProposalsPage::buildQuestion() {
    auto* panel = new QWidget;
    auto* column = new QVBoxLayout(panel);
    column->setContentsMargins(0, 0, 12, 0);
    form_ = new ProposalForm(session_);
    auto* scroll = new QScrollArea;
    scroll->setWidget(form_);
    scroll->setWidgetResizable(true);
    scroll->setFrameShape(QFrame::NoFrame);
    scroll->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    setNames(*scroll, QStringLiteral("proposalQuestion"), tr("What is wanted"));
    column->addWidget(scroll, 1);
    propose_ = makePrimaryButton(tr("P&ropose"), QStringLiteral("propose"));
    stop_ = makeButton(tr("&Stop, keep the best"), QStringLiteral("stopProposing"));
    stop_->setEnabled(false);
    auto* buttons = new QHBoxLayout;
    buttons->addWidget(propose_);
    buttons->addWidget(stop_);
    buttons->addStretch(1);
    column->addLayout(buttons);
    progress_ = new QProgressBar;
    progress_->setTextVisible(false);
    setNames(*progress_, QStringLiteral("proposalProgress"), tr("How far the search is"));
    progress_->hide();
    column->addWidget(progress_);
    connect(propose_, &QPushButton::clicked, this, &ProposalsPage::propose);
    connect(stop_, &QPushButton::clicked, this, &ProposalsPage::stop);
    return panel;
}

QWidget* ProposalsPage::buildAnswer() {
    auto* panel = new QWidget;
    auto* column = new QVBoxLayout(panel);
    column->setContentsMargins(12, 0, 0, 0);
    state_ =
        makeParagraph(tr("Say what is wanted and press Propose. Proposals answer a question; they are no "
                         "recommendation."),
                      TextRole::caption);
    column->addWidget(state_);
    table_ = new QTreeWidget;
    table_->setRootIsDecorated(false);
    table_->setUniformRowHeights(true);
    table_->setColumnCount(columnCount);
    table_->setHeaderLabels({tr("Arrangement"), tr("How\nmany"), tr("Largest\ndeviation"),
                             tr("Mean com-\npactness"), tr("Areas that\nmove"), tr("Footprints\nwhole")});
    table_->headerItem()->setData(compactness, Qt::AccessibleTextRole, tr("Mean compactness"));
    for (int figure = number; figure < columnCount; ++figure) {
        table_->headerItem()->setTextAlignment(figure, Qt::AlignRight | Qt::AlignVCenter);
    }
    table_->header()->setSectionResizeMode(QHeaderView::ResizeToContents);
    table_->header()->setStretchLastSection(false);
    table_->setMaximumHeight(190);
    table_->hide();
    setNames(*table_, QStringLiteral("proposalTable"), tr("Proposals and their measures"));
    column->addWidget(table_);
    obstacles_ = makeParagraph({}, TextRole::body);
    obstacles_->setObjectName(QStringLiteral("obstacles"));
    setTextTone(*obstacles_, Tone::attention);
    obstacles_->hide();
    column->addWidget(obstacles_);
    map_ = new charts::MapWidget;
    setNames(*map_, QStringLiteral("proposalMap"), tr("Map of the chosen proposal"));
    column->addWidget(map_, 1);
    accept_ = makeButton(tr("Accept as a new arran&gement…"), QStringLiteral("acceptProposal"));
    auto* row = new QHBoxLayout;
    compare_ = makeButton(tr("&Compare arrangements"), QStringLiteral("compareAccepted"));
    compare_->hide();
    row->addStretch(1);
    row->addWidget(compare_);
    row->addWidget(accept_);
    connect(compare_, &QPushButton::clicked, this,
            [this] { Q_EMIT pageRequested(QStringLiteral("compare")); });
    column->addLayout(row);
    connect(table_, &QTreeWidget::currentItemChanged, this, &ProposalsPage::showChosen);
    connect(map_, &charts::MapWidget::selectionChanged, this, [this](const std::vector<plan::Id>& areas) {
        session_.selection().select(plan::RecordKind::area, areas);
    });
    connect(accept_, &QPushButton::clicked, this, &ProposalsPage::accept);
    return panel;
}

void ProposalsPage::planChanged() {
    const auto plan = session_.plan();
    pages_->setCurrentIndex(plan->all<plan::Area>().empty() ? 0 : 1);
    form_->setPlan(*plan);
    const bool old =
        answeredFor_ && answeredFor_ != plan && !sameGround(*answeredFor_, *plan, asked_.arrangement);
    if (looking_ || old) {
        looking_ = false;
        // The proposals are about the plan as it was; its areas and clusters may be others now.
        answer_ = {};
        answeredFor_ = nullptr;
        state_->setText(tr("The plan has changed since: propose again."));
        compare_->hide();
        showAnswer();
    } else if (!accepting_.empty()) {
        tellOfAccepted();
    }
    showChosen();
}

/// The new arrangement is what is chosen in the window now, and one press from being compared.
void ProposalsPage::tellOfAccepted() {
    const auto& all = session_.plan()->all<plan::Arrangement>();
    const auto made = std::ranges::find_if(all, [this](const plan::Arrangement& each) {
        return each.name == accepting_ && !answeredFor_->find<plan::Arrangement>(each.id);
    });
    if (made != all.end()) {
        state_->setText(tr("“%1” is a draft arrangement now. The proposals are still here.")
                            .arg(QString::fromStdString(accepting_)));
        accepting_.clear();
        compare_->show();
        session_.selection().select(plan::RecordKind::arrangement, {(*made).id});
    }
}

void ProposalsPage::propose() {
    asked_ = form_->options();
    stopSource_ = std::make_shared<std::stop_source>();
    state_->setText(tr("Looking… the best so far is on the map."));
    progress_->setValue(0);
    looking_ = true;
    best_ = std::make_shared<Best>();
    auto better = [best = best_](const charts::MapPlaces& places,
                                 const analysis::ProposedArrangement& found) {
        const std::lock_guard lock(best->mutex);
        best->latest.emplace(places, found);
    };
    search_.run(
        [options = asked_, known = places_, shared = session_.shared(), stop = stopSource_,
         better](const plan::PlanRef& plan, const Progress& progress) {
            // Stopped by its button, the search answers with the best so far; stopped by the task, with
            // nothing.
            const std::stop_callback forward(progress.stop, [stop] { stop->request_stop(); });
            return answered(*plan, known, *shared, options, progress, stop->get_token(), better);
        },
        [this](Result<Answer> answer) {
            looking_ = false;
            if (!answer) {
                state_->setText(QString::fromStdString(answer.error().text()));
                return;
            }
            places_ = answer->places;
            answer_ = std::move(answer->proposals);
            answeredFor_ = session_.plan();
            asked_.arrangement =
                asked_.arrangement != 0 ? asked_.arrangement : analysis::arrangementShown(*answeredFor_);
            compare_->hide();
            state_->setText(
                stopSource_->stop_requested()
                    ? tr("Stopped after %1 s: the best so far.").arg(answer_.seconds, 0, 'f', 1)
                    : tr("Found in %1 s. Proposals answer a question; they are no recommendation.")
                          .arg(answer_.seconds, 0, 'f', 1));
            showAnswer();
        });
}

void ProposalsPage::showBest() {
    std::optional<std::pair<charts::MapPlaces, analysis::ProposedArrangement>> latest;
    {
        const std::lock_guard lock(best_->mutex);
        latest.swap(best_->latest);
    }
    if (latest) {
        places_ = latest->first;
        showOnMap(&latest->second);
    }
}

void ProposalsPage::stop() {
    if (stopSource_) {
        stopSource_->request_stop();
    }
}

QTreeWidgetItem* ProposalsPage::addRow(const analysis::ProposedArrangement& arrangement, const QString& title,
                                       int which) {
    const auto& measures = arrangement.measures;
    auto* item = new QTreeWidgetItem(table_);
    item->setData(name, whichRole, which);
    item->setText(name, arrangement.withinBand ? title : tr("%1 (outside the band)").arg(title));
    item->setText(number, numberText(static_cast<qint64>(arrangement.clusters.size())));
    item->setText(deviation, percent(measures.maxDeviationPercent));
    item->setText(compactness, measures.meanCompactness
                                   ? QLocale().toString(*measures.meanCompactness, 'f', 2)
                                   : notRecorded());
    item->setText(footprints, measures.footprints > 0
                                  ? tr("%1 of %2").arg(measures.wholeFootprints).arg(measures.footprints)
                                  : tr("none chosen"));
    for (int column = number; column < columnCount; ++column) {
        item->setTextAlignment(column, Qt::AlignRight | Qt::AlignVCenter);
    }
    return item;
}

void ProposalsPage::showAnswer() {
    table_->clear();
    if (answer_.present) { // always among the options
        auto* item = addRow(*answer_.present, tr("As it is"), -1);
        item->setText(moves, tr("none"));
    }
    for (std::size_t i = 0; i < answer_.arrangements.size(); ++i) {
        const auto& proposal = answer_.arrangements[i];
        auto* item = addRow(proposal, tr("Proposal %1").arg(i + 1), static_cast<int>(i));
        item->setText(moves, asked_.improve
                                 ? tr("%1 (%2)")
                                       .arg(proposal.moved.size())
                                       .arg(numberText(std::llround(proposal.measures.residentsMoved)))
                                 : tr("drawn anew"));
    }
    QString text;
    for (const auto& obstacle : answer_.obstacles) {
        text += (text.isEmpty() ? QStringLiteral("⚠ ") : QStringLiteral("\n⚠ ")) +
                QString::fromStdString(obstacle.message);
    }
    obstacles_->setText(text);
    obstacles_->setVisible(!text.isEmpty());
    // Without any chosen there is nothing to say of footprints, and the room is wanted.
    table_->setColumnHidden(footprints, asked_.keepWhole.empty() && asked_.prefer.empty());
    table_->setVisible(table_->topLevelItemCount() > 0);
    if (!answer_.arrangements.empty()) {
        table_->setCurrentItem(table_->topLevelItem(answer_.present ? 1 : 0));
    }
    showChosen();
    Q_EMIT headlineChanged();
}

void ProposalsPage::showChosen() {
    const auto* item = table_->currentItem();
    const int which = item ? item->data(name, whichRole).toInt() : -1;
    accept_->setEnabled(which >= 0 && session_.isWritable());
    if (which >= 0) {
        showOnMap(&answer_.arrangements[static_cast<std::size_t>(which)]);
    } else if (item) {
        showOnMap(&*answer_.present);
    } else if (!search_.isRunning()) {
        showOnMap(nullptr);
    }
}

void ProposalsPage::showOnMap(const analysis::ProposedArrangement* proposal) {
    const auto plan = session_.plan();
    charts::MapSpec spec;
    spec.geometry = places_.geometry;
    spec.noCluster = tr("In none");
    spec.empty = tr("The proposals are drawn here.");
    std::map<plan::Id, int> clusterOf;
    if (proposal) {
        // What exists keeps the fill that it has on every map; what is new takes those that are left.
        std::set<int> taken;
        for (const auto& cluster : proposal->clusters) {
            if (const auto* source = plan->find<plan::Cluster>(cluster.cluster)) {
                taken.insert(fillOf(*plan, *source));
            }
        }
        auto newFill = [&taken, next = 0]() mutable {
            while (taken.size() < charts::categoricalCount && taken.contains(next)) {
                ++next;
            }
            taken.insert(next);
            return next++ % charts::categoricalCount;
        };
        for (std::size_t i = 0; i < proposal->clusters.size(); ++i) {
            const auto& cluster = proposal->clusters[i];
            const auto* source = plan->find<plan::Cluster>(cluster.cluster);
            spec.clusters.push_back(
                {cluster.cluster, source ? QString::fromStdString(source->name) : tr("New %1").arg(i + 1),
                 source ? fillOf(*plan, *source) : newFill(),
                 tr("%1 residents, %2%3 %")
                     .arg(numberText(std::llround(cluster.residents)),
                          cluster.deviationPercent < 0 ? "−" : "+",
                          QLocale().toString(std::abs(cluster.deviationPercent), 'f', 0))});
            for (const auto area : cluster.areas) {
                clusterOf.emplace(area, static_cast<int>(i));
            }
        }
    }
    for (const auto& area : plan->all<plan::Area>()) {
        const auto at = clusterOf.find(area.id);
        spec.areas.push_back({area.id, QString::fromStdString(area.name),
                              at == clusterOf.end() ? -1 : at->second,
                              area.residents ? tr("%1 residents").arg(numberText(*area.residents))
                                             : tr("residents not recorded")});
    }
    for (const auto& line : plan->settings().attributions) {
        spec.attribution << QString::fromStdString(line.text);
    }
    map_->setSpec(std::move(spec));
    map_->setSelected(proposal ? std::set<plan::Id>{proposal->moved.begin(), proposal->moved.end()}
                               : std::set<plan::Id>{});
}

void ProposalsPage::accept() {
    const auto* item = table_->currentItem();
    const int row = item ? item->data(name, whichRole).toInt() : -1;
    if (row < 0) {
        return;
    }
    const auto name =
        prompts_.text(this, tr("Accept as a new arrangement"), tr("Name"), tr("Proposal %1").arg(row + 1));
    if (!name || name->trimmed().isEmpty()) {
        return;
    }
    plan::IdSource ids;
    accepting_ = name->trimmed().toStdString();
    session_.perform(tr("Accept the proposal “%1”").arg(name->trimmed()),
                     analysis::accepted(*session_.plan(), answer_.arrangements[static_cast<std::size_t>(row)],
                                        asked_, name->trimmed().toStdString(), ids));
}

} // namespace wardmote::ui
