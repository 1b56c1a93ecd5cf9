#include "ui/pages/scenarios/scenarios_page.h"

#include "ui/pages/scenarios/change_form.h"
#include "ui/pages/scenarios/effects_panel.h"
#include "ui/pages/scenarios/load_panel.h"
#include "ui/pages/scenarios/losses_panel.h"
#include "ui/pages/scenarios/mechanism_list.h"
#include "ui/pages/scenarios/scenario_tables.h"
#include "ui/session/selection.h"
#include "ui/session/session.h"
#include "ui/widgets/empty_state.h"
#include "ui/widgets/record_cell.h"
#include "ui/widgets/style.h"
#include "ui/widgets/wheel.h"

#include <QComboBox>
#include <QHBoxLayout>
#include <QLabel>
#include <QMenu>
#include <QPushButton>
#include <QStackedLayout>
#include <QTabWidget>

#include <algorithm>

namespace wardmote::ui {
namespace {

using plan::Id;
using plan::RecordKind;

} // namespace

ScenariosPage::ScenariosPage(Session& session, Prompts& prompts, QWidget* parent)
    : AnalysisPage(session, WhileHidden::waits, parent), prompts_(prompts) {
    setObjectName(QStringLiteral("scenariosPage"));
    stack_ = new QStackedLayout(this);
    build();
    makeEmptyState();
    connect(&session, &Session::planChanged, this, &ScenariosPage::fillScenarios);
    connect(&session, &Session::editFailed, this, [this] {
        coming_ = 0;
        fillScenarios();
    });
    connect(scenarios_, &QComboBox::currentIndexChanged, this, &ScenariosPage::scenarioChosen);
    connect(status_, &QComboBox::activated, this, &ScenariosPage::statusChosen);
    connect(reviews_, &QPushButton::clicked, this, &ScenariosPage::takeFromReviews);
    connect(list_, &MechanismList::chosenChanged, this, [this] {
        showForm();
        if (isVisible() && !list_->chosen().empty()) {
            this->session().selection().select(RecordKind::mechanism, list_->chosen());
        }
    });
    connect(list_, &MechanismList::markAsked, this, &ScenariosPage::mark);
    connect(list_, &MechanismList::decideAsked, this,
            [this](plan::ReviewStatus status) { decide(list_->chosen(), status); });
    connect(list_, &MechanismList::takeBackAsked, this, &ScenariosPage::takeBack);
    connect(effects_, &EffectsPanel::mechanismAsked, this, &ScenariosPage::goTo);
    const auto showRecords = [this](RecordKind kind, const std::vector<Id>& ids, const QString& because) {
        this->session().selection().requestShow(kind, ids, because);
    };
    connect(losses_, &LossesPanel::recordsAsked, this, showRecords);
    connect(asked_, &LoadPanel::recordsAsked, this, showRecords);
    fillScenarios();
}

ScenariosPage::~ScenariosPage() = default;

void ScenariosPage::build() {
    auto* content = new QWidget;
    auto* column = new QVBoxLayout(content);
    setPageMargins(*column);
    addState(*column, tr("Weighing scenarios"));
    column->addWidget(buildBar());
    tabs_ = new QTabWidget;
    setNames(*tabs_, QStringLiteral("scenarioTabs"), tr("Ways to look at the scenario"));
    list_ = new MechanismList;
    tabs_->addTab(list_, tr("Mechanisms"));
    effects_ = new EffectsPanel;
    tabs_->addTab(effects_, tr("Before and after"));
    losses_ = new LossesPanel;
    tabs_->addTab(losses_, tr("What is lost"));
    asked_ = new LoadPanel;
    tabs_->addTab(asked_, tr("Asked to meetings"));
    tabs_->setTabToolTip(tabs_->indexOf(asked_), tr("Who is asked to meetings, now and afterwards"));
    comparison_ = new ComparisonTable;
    tabs_->addTab(comparison_, tr("Side by side"));
    tabs_->setTabToolTip(tabs_->indexOf(comparison_), tr("Scenarios side by side"));
    achieved_ = new AchievedPanel;
    tabs_->addTab(achieved_, tr("Decided and achieved"));
    column->addWidget(tabs_, 1);
    stack_->addWidget(content);
}

QWidget* ScenariosPage::buildBar() {
    auto* bar = new QWidget;
    auto* row = new QHBoxLayout(bar);
    row->setContentsMargins(0, 0, 0, 0);
    scenarios_ = new QComboBox;
    setNames(*scenarios_, QStringLiteral("scenarioChooser"), tr("Scenario"));
    scenarios_->setMinimumContentsLength(20);
    scenarios_->setSizeAdjustPolicy(QComboBox::AdjustToMinimumContentsLengthWithIcon);
    letWheelPass(*scenarios_);
    row->addWidget(scenarios_, 1);
    status_ = new QComboBox;
    setNames(*status_, QStringLiteral("scenarioStatus"), tr("Status of the scenario"));
    letWheelPass(*status_);
    for (const auto& choice : plan::choicesOf<plan::ScenarioStatus>) {
        status_->addItem(qtext(choice.label));
    }
    row->addWidget(status_);
    auto* manage = makeButton(tr("&Scenario"), QStringLiteral("scenarioMenu"));
    menu_ = giveMenu(*manage);
    fillMenu();
    row->addWidget(manage);
    reviews_ = makeButton(tr("F&rom reviews"), QStringLiteral("scenarioFromReviews"));
    reviews_->setToolTip(tr("Makes changes of the decisions in reviews that are agreed."));
    row->addWidget(reviews_);
    row->addStretch();
    return bar;
}

void ScenariosPage::makeEmptyState() {
    empty_ =
        new EmptyState(QStringLiteral("scenarios"), tr("No scenario yet"),
                       tr("A scenario says of some mechanisms what might be done: merge, share a meeting, "
                          "meet less often, re-scope, end. This page then shows what that would save, "
                          "cost and lose, before anybody decides."),
                       this);
    connect(empty_->addButton(tr("New scenario…"), QStringLiteral("scenarioFirst")), &QPushButton::clicked,
            this, &ScenariosPage::addAsked);
    connect(empty_->addButton(tr("Go to mechanisms"), QStringLiteral("scenarioMechanisms")),
            &QPushButton::clicked, this, [this] { Q_EMIT pageRequested(QStringLiteral("mechanisms")); });
    stack_->addWidget(empty_);
}

Id ScenariosPage::scenario() const {
    return session().plan()->find<plan::Scenario>(chosen_) ? chosen_ : 0;
}

void ScenariosPage::fillScenarios() {
    const auto plan = session().plan();
    filling_ = true;
    scenarios_->clear();
    const auto ids = scenariosOf(*plan);
    for (const auto id : ids) {
        scenarios_->addItem(qtext(plan::nameOf(*plan, RecordKind::scenario, id)),
                            QVariant::fromValue<qlonglong>(id));
    }
    if (std::ranges::find(ids, chosen_) != ids.end()) {
        coming_ = 0;
    } else if (chosen_ != coming_ || chosen_ == 0) {
        chosen_ = ids.empty() ? 0 : ids.front();
    }
    scenarios_->setCurrentIndex(scenarios_->findData(QVariant::fromValue<qlonglong>(chosen_)));
    const auto* shown = plan->find<plan::Scenario>(chosen_);
    status_->setCurrentIndex(shown ? static_cast<int>(shown->status.value_or(plan::ScenarioStatus::draft))
                                   : 0);
    const bool writable = session().isWritable();
    status_->setEnabled(writable);
    reviews_->setEnabled(writable);
    for (auto* action : menu_->actions()) {
        action->setEnabled(writable);
    }
    filling_ = false;
    stack_->setCurrentIndex(ids.empty() ? 1 : 0);
}

void ScenariosPage::scenarioChosen() {
    if (!filling_ && scenarios_->currentIndex() >= 0) {
        chosen_ = scenarios_->currentData().toLongLong();
        fillScenarios();
        askAnew();
    }
}

void ScenariosPage::ask() {
    fillScenarios(); // the plan may have changed, and with it which scenario there is to ask about
    answerWith(
        [shown = scenario(), day = today()](const plan::PlanRef& plan, const Progress& progress) {
            return scenariosAnswerOf(plan, shown, day, progress);
        },
        [this](ScenariosAnswer answer) { present(std::move(answer)); });
}

QString ScenariosPage::refusal(const QString& why) const {
    return tr("The scenarios could not be weighed: %1").arg(why);
}

void ScenariosPage::present(ScenariosAnswer answer) {
    answer_ = std::make_shared<const ScenariosAnswer>(std::move(answer));
    if (answer_->shown) {
        list_->show(answer_, session().isWritable());
        effects_->show(answer_);
        losses_->show(answer_);
        asked_->show(answer_);
        comparison_->show(answer_);
        achieved_->show(answer_);
        if (wanted_ != 0) {
            list_->choose(wanted_);
            wanted_ = 0;
        }
    }
    showForm();
    Q_EMIT headlineChanged();
}

void ScenariosPage::showForm() {
    if (form_ && answer_) {
        form_->show(answer_, list_->current());
    }
}

QWidget* ScenariosPage::inspector() {
    if (!form_) {
        form_ = new ChangeForm(session());
        connect(form_, &ChangeForm::mechanismWanted, this, &ScenariosPage::goTo);
        connect(form_, &ChangeForm::doneAsked, this,
                [this](Id mechanism) { decide({mechanism}, plan::ReviewStatus::done); });
        showForm();
    }
    return form_;
}

void ScenariosPage::goTo(Id mechanism) {
    tabs_->setCurrentWidget(list_);
    list_->choose(mechanism);
}

bool ScenariosPage::showRecords(RecordKind kind, const std::vector<Id>& ids, const QString&) {
    const auto plan = session().plan();
    const bool one = ids.size() == 1;
    const auto* change =
        kind == RecordKind::proposedChange && one ? plan->find<plan::ProposedChange>(ids.front()) : nullptr;
    const auto scenario = change                                ? change->scenario.id
                          : kind == RecordKind::scenario && one ? ids.front()
                                                                : Id{0};
    if (!plan->find<plan::Scenario>(scenario)) {
        return false;
    }
    chosen_ = scenario;
    wanted_ = change ? change->mechanism.id : 0;
    if (change) {
        tabs_->setCurrentWidget(list_);
    }
    fillScenarios();
    askAnew();
    return true;
}

std::vector<HeadlineFigure> ScenariosPage::headline() const {
    if (!answer_ || !answer_->shown) {
        return {};
    }
    const auto& total = answer_->shown->total;
    const auto figure = [&](analysis::WeighedLine line) {
        const auto words = savedText(line, total.at(line));
        return words.isEmpty() ? notRecorded() : words;
    };
    return {{figure(analysis::WeighedLine::staffHours), tr("staff time a year")},
            {figure(analysis::WeighedLine::spending), tr("spending a year")}};
}

} // namespace wardmote::ui
