#include "ui/pages/responses/responses_page.h"

#include "ui/charts/map_places.h"
#include "ui/pages/responses/response_edits.h"
#include "ui/pages/responses/responses_summary.h"
#include "ui/pages/responses/responses_table.h"
#include "ui/session/selection.h"
#include "ui/session/session.h"
#include "ui/widgets/empty_state.h"
#include "ui/widgets/prompts.h"
#include "ui/widgets/record_cell.h"
#include "ui/widgets/record_form.h"
#include "ui/widgets/style.h"

#include <QComboBox>
#include <QHBoxLayout>
#include <QLabel>
#include <QPushButton>
#include <QSplitter>
#include <QStackedLayout>
#include <QVBoxLayout>

#include <algorithm>
#include <map>
#include <set>

namespace wardmote::ui {

using analysis::Answer;
using plan::RecordKind;

namespace {

/// Room for the totals, so that the rows below have the rest.
constexpr int summaryHeight = 214;

/// The arrangement that people are most likely asked about: the one shown everywhere, unless all responses
/// are to others.
plan::Id likelyArrangement(const plan::Plan& plan) {
    const auto shown = analysis::arrangementShown(plan);
    std::map<plan::Id, std::size_t> responses;
    for (const auto& response : plan.all<plan::LocalResponse>()) {
        if (plan.find(response.arrangement)) {
            ++responses[response.arrangement.id];
        }
    }
    if (responses.empty() || responses.contains(shown)) {
        return shown;
    }
    return std::ranges::max_element(responses, {}, [](const auto& each) { return each.second; })->first;
}

std::set<plan::Id> areasOf(const std::vector<analysis::AskedBody>& bodies) {
    std::set<plan::Id> areas;
    for (const auto& body : bodies) {
        areas.insert(body.areas.begin(), body.areas.end());
    }
    return areas;
}

} // namespace

ResponsesPage::ResponsesPage(Session& session, Prompts& prompts, QWidget* parent)
    : AnalysisPage(session, WhileHidden::waits, parent), prompts_(prompts), placesTask_(session),
      form_(new RecordForm(session, RecordKind::localResponse)) {
    setObjectName(QStringLiteral("responsesPage"));
    build();
    const auto writable = [this] { add_->setEnabled(this->session().isWritable()); };
    connect(&session, &Session::planChanged, this, [this, writable] {
        fillArrangements();
        writable();
    });
    connect(&session, &Session::writableChanged, this, writable);
    connect(&session.selection(), &Selection::changed, this, &ResponsesPage::takeSelection);
    fillArrangements();
    writable();
}

ResponsesPage::~ResponsesPage() {
    if (!form_->parent()) {
        delete form_; // no window took it as its inspector
    }
}

QWidget* ResponsesPage::inspector() {
    return form_;
}

const ResponsesAnswerRef& ResponsesPage::answer() const {
    return table_->model().answer();
}

plan::Id ResponsesPage::arrangement() const {
    return arrangement_->currentData().toLongLong();
}

std::vector<HeadlineFigure> ResponsesPage::headline() const {
    if (!answer() || answer()->all.bodies.empty()) {
        return {};
    }
    const auto& all = answer()->all;
    const auto councils = all.localCouncils();
    const auto silent = all.of(Answer::noneYet).localCouncils;
    const auto figure = [&](Answer which) {
        return numberText(static_cast<qint64>(all.of(which).localCouncils));
    };
    return {{tr("%1 of %2").arg(councils - silent).arg(councils), tr("local councils answered")},
            {figure(Answer::supports), tr("support")},
            {figure(Answer::objects), tr("object")}};
}

void ResponsesPage::build() {
    stack_ = new QStackedLayout(this);
    empty_ = new EmptyState(QStringLiteral("check"), tr("Nobody to ask yet"), QString());
    connect(empty_->addButton(tr("Import areas or responses…"), QStringLiteral("responsesImport")),
            &QPushButton::clicked, this, [this] { Q_EMIT pageRequested(QStringLiteral("import")); });
    connect(empty_->addButton(tr("Go to clusters"), QStringLiteral("responsesClusters")),
            &QPushButton::clicked, this, [this] { Q_EMIT pageRequested(QStringLiteral("clusters")); });
    stack_->addWidget(empty_);
    stack_->addWidget(buildContent());
}

QWidget* ResponsesPage::buildContent() {
    auto* content = new QWidget;
    auto* column = new QVBoxLayout(content);
    setPageMargins(*column);
    auto* bar = new QHBoxLayout;
    auto* label = new QLabel(tr("&Arrangement"));
    arrangement_ = new QComboBox;
    setNames(*arrangement_, QStringLiteral("responsesArrangement"), tr("Responses to the arrangement"));
    arrangement_->setSizeAdjustPolicy(QComboBox::AdjustToMinimumContentsLengthWithIcon);
    arrangement_->setMinimumContentsLength(24);
    label->setBuddy(arrangement_);
    bar->addWidget(label);
    bar->addWidget(arrangement_);
    summary_ = new ResponsesSummary;
    bar->addWidget(&summary_->ways());
    bar->addStretch(1);
    add_ = makeButton(tr("Add another body…"), QStringLiteral("addBody"));
    add_->setToolTip(tr("A residents' group or another body that is asked, beside the local councils"));
    bar->addWidget(add_);
    column->addLayout(bar);
    addState(*column, tr("Counting responses"));

    lost_ = new QWidget;
    auto* lostRow = new QHBoxLayout(lost_);
    lostRow->setContentsMargins(0, 0, 0, 0);
    lostText_ = makeParagraph({});
    setTextTone(*lostText_, Tone::attention);
    auto* count = makeButton(tr("Count them here"), QStringLiteral("countLost"));
    lostRow->addWidget(lostText_, 1);
    lostRow->addWidget(count);
    lost_->hide();
    column->addWidget(lost_);

    auto* split = new QSplitter(Qt::Vertical);
    split->setObjectName(QStringLiteral("responsesSplit"));
    split->setChildrenCollapsible(false);
    table_ = new ResponsesTable(session(), prompts_);
    split->addWidget(summary_);
    split->addWidget(table_);
    split->setStretchFactor(0, 0);
    split->setStretchFactor(1, 1);
    split->setSizes({summaryHeight, 2 * summaryHeight});
    column->addWidget(split, 1);

    connect(arrangement_, &QComboBox::currentIndexChanged, this, &ResponsesPage::askAnew);
    connect(add_, &QPushButton::clicked, this, &ResponsesPage::addBody);
    connect(count, &QPushButton::clicked, this, &ResponsesPage::countLost);
    connect(summary_, &ResponsesSummary::answerOpened, this, [this](Answer answer) {
        table_->showAll();
        table_->setAnswer(answer);
    });
    connect(summary_, &ResponsesSummary::clusterOpened, this, &ResponsesPage::openCluster);
    connect(summary_, &ResponsesSummary::areasSelected, this, [this](const std::vector<plan::Id>& areas) {
        session().selection().select(RecordKind::area, areas);
    });
    connect(table_, &ResponsesTable::currentChanged, this, [this] {
        const auto* body = table_->currentBody();
        form_->setRecord(body ? body->response : 0);
    });
    connect(table_, &ResponsesTable::selectedByPerson, this, &ResponsesPage::shareSelection);
    return content;
}

void ResponsesPage::fillArrangements() {
    const auto plan = session().plan();
    const auto before = arrangement();
    const QSignalBlocker quiet(arrangement_);
    arrangement_->clear();
    for (const auto& each : plan->all<plan::Arrangement>()) {
        arrangement_->addItem(qtext(each.name), QVariant::fromValue<qlonglong>(each.id));
    }
    const auto shown = plan->find<plan::Arrangement>(before) ? before : likelyArrangement(*plan);
    arrangement_->setCurrentIndex(arrangement_->findData(QVariant::fromValue<qlonglong>(shown)));
    const bool areas = !plan->all<plan::Area>().empty();
    empty_->setTexts(areas ? tr("No arrangement to respond to") : tr("Nobody to ask yet"),
                     areas
                         ? tr("Local councils respond to an arrangement: one complete way of drawing the %1. "
                              "Draw one, then record here what each council says of it.")
                               .arg(qtext(plan->settings().clusterWordPlural))
                         : tr("Once the plan has areas, their parish and town councils are listed here, to "
                              "record what each says of an arrangement."));
    stack_->setCurrentIndex(areas && shown != 0 ? 1 : 0);
    if (shown != before) {
        askAnew();
    }
}

void ResponsesPage::ask() {
    if (!havePlaces_ || placesKey_ != analysis::neighboursKey(*session().plan())) {
        findPlaces();
    }
    answerWith(
        [id = arrangement()](const plan::PlanRef& plan, const Progress&) -> Result<ResponsesAnswerRef> {
            return std::make_shared<const ResponsesAnswer>(
                ResponsesAnswer{plan, analysis::localResponses(*plan, id)});
        },
        [this](ResponsesAnswerRef answer) { present(std::move(answer)); });
}

QString ResponsesPage::refusal(const QString& why) const {
    return tr("The responses could not be counted: %1").arg(why);
}

void ResponsesPage::findPlaces() {
    placesTask_.run(
        [shared = session().shared()](const plan::PlanRef& plan, const Progress& progress) {
            return charts::placesIn(*plan, *shared, progress);
        },
        [this](Result<charts::MapPlaces> found) {
            if (found) {
                placesKey_ = found->key;
                havePlaces_ = true;
                summary_->setGeometryOfAreas(found->geometry);
            }
        });
}

void ResponsesPage::present(ResponsesAnswerRef answer) {
    const auto lost = answer->all.withoutArrangement.size();
    lostText_->setText(tr("%1 in this plan name no arrangement, so they count for none.")
                           .arg(countOf(RecordKind::localResponse, lost)));
    lost_->setVisible(lost > 0 && session().isWritable());
    summary_->show(answer);
    table_->show(std::move(answer));
    if (wanted_) {
        const auto wanted = std::move(*wanted_);
        wanted_.reset();
        showRecords(RecordKind::localResponse, wanted.responses, wanted.because);
    } else {
        takeSelection();
    }
    Q_EMIT headlineChanged();
}

void ResponsesPage::takeSelection() {
    const auto& selection = session().selection();
    if (sharing_ || !answer()) {
        return;
    }
    if (selection.kind() == RecordKind::area) {
        summary_->setSelectedAreas(selection.ids());
        const std::set<plan::Id> areas(selection.ids().begin(), selection.ids().end());
        // What is chosen here already, a block of cells perhaps, stays as it is.
        if (!areas.empty() && areas != areasOf(table_->selectedBodies())) {
            table_->selectWhere([&](const analysis::AskedBody& body) {
                return std::ranges::any_of(body.areas, [&](plan::Id id) { return areas.contains(id); });
            });
        }
    } else if (selection.kind() == RecordKind::localResponse && !selection.isEmpty()) {
        table_->selectWhere([&](const analysis::AskedBody& body) {
            return body.response != 0 && selection.contains(RecordKind::localResponse, body.response);
        });
    }
}

void ResponsesPage::shareSelection() {
    const auto chosen = areasOf(table_->selectedBodies());
    const std::vector<plan::Id> areas(chosen.begin(), chosen.end());
    sharing_ = true;
    session().selection().select(RecordKind::area, areas);
    sharing_ = false;
    summary_->setSelectedAreas(areas);
}

void ResponsesPage::addBody() {
    const auto who = prompts_.text(this, tr("Add another body"),
                                   tr("Who is asked, for example a residents' group:"), QString());
    if (!who || who->trimmed().isEmpty()) {
        return;
    }
    const auto* body = table_->currentBody();
    const auto area = body && !body->areas.empty() ? body->areas.front() : 0;
    const auto id = session().newId();
    const auto edit = addResponse(arrangement(), area, id, who->trimmed());
    session().perform(edit.label, edit.changes);
    table_->revealResponse(id);
}

void ResponsesPage::countLost() {
    const auto edit = giveArrangement(*session().plan(), arrangement(), answer()->all.withoutArrangement);
    session().perform(edit.label, edit.changes);
}

void ResponsesPage::openCluster(plan::Id cluster) {
    const auto& all = answer()->all;
    const auto found = std::ranges::find(all.clusters, cluster, &analysis::ClusterAnswers::cluster);
    std::set<int> rows;
    for (const auto& total : found == all.clusters.end() ? analysis::AnswerTotals{} : found->totals) {
        for (const auto body : total.bodies) {
            rows.insert(static_cast<int>(body));
        }
    }
    const auto word = qtext(session().plan()->settings().clusterWord);
    table_->showOnly(
        std::move(rows),
        cluster ? tr("Asked in %1").arg(qtext(plan::nameOf(*answer()->plan, RecordKind::cluster, cluster)))
                : tr("Asked in no %1").arg(word));
}

bool ResponsesPage::showRecords(RecordKind kind, const std::vector<plan::Id>& ids, const QString& because) {
    if (kind != RecordKind::localResponse || ids.empty()) {
        return false;
    }
    const auto* first = session().plan()->find<plan::LocalResponse>(ids.front());
    const auto of = first ? first->arrangement.id : 0;
    const bool ready = isReady() && answer() && answer()->plan == session().plan();
    if (of != 0 && of != arrangement()) {
        wanted_ = Wanted{ids, because};
        arrangement_->setCurrentIndex(arrangement_->findData(QVariant::fromValue<qlonglong>(of)));
        return true;
    }
    if (!ready) {
        wanted_ = Wanted{ids, because};
        return true;
    }
    std::set<int> rows;
    for (const auto id : ids) {
        if (const int row = table_->model().rowOfResponse(id); row >= 0) {
            rows.insert(row);
        }
    }
    if (ids.size() > 1) {
        table_->showOnly(std::move(rows), because);
    }
    table_->revealResponse(ids.front());
    return true;
}

} // namespace wardmote::ui
