#include "ui/pages/streamlining/streamlining_page.h"

#include "ui/pages/streamlining/hours_by_organisation.h"
#include "ui/pages/streamlining/saving_cards.h"
#include "ui/pages/streamlining/streamlining_form.h"
#include "ui/pages/streamlining/streamlining_words.h"
#include "ui/session/selection.h"
#include "ui/session/session.h"
#include "ui/widgets/empty_state.h"
#include "ui/widgets/plain_table.h"
#include "ui/widgets/prompts.h"
#include "ui/widgets/style.h"

#include <QHeaderView>
#include <QPushButton>
#include <QScrollArea>
#include <QSplitter>
#include <QStackedLayout>
#include <QTableWidget>
#include <QVBoxLayout>

namespace wardmote::ui {
namespace {

using plan::RecordKind;

constexpr int mostRows = 7; ///< of a list before it scrolls

QString meetingsText(const analysis::MechanismCost& cost) {
    return cost.meetings.value ? numberText(qRound64(*cost.meetings.value)) : notRecorded();
}

/// Names of mechanisms and their reasons are long: two lines each.
void giveTwoLines(QTableWidget& table) {
    table.setWordWrap(true);
    table.verticalHeader()->setDefaultSectionSize(2 * table.fontMetrics().lineSpacing() + 12);
}

QScrollArea* scrolling(QWidget* content, const QString& name, const QString& accessibleName) {
    auto* scroll = new QScrollArea;
    scroll->setWidget(content);
    scroll->setWidgetResizable(true);
    scroll->setFrameShape(QFrame::NoFrame);
    scroll->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    setNames(*scroll, name, accessibleName);
    return scroll;
}

} // namespace

StreamliningPage::StreamliningPage(Session& session, Prompts& prompts, QWidget* parent)
    : AnalysisPage(session, WhileHidden::waits, parent), prompts_(prompts) {
    setObjectName(QStringLiteral("streamliningPage"));
    build();
    connect(form_, &StreamliningForm::changed, this, &StreamliningPage::askAnew);
    connect(&session, &Session::planChanged, this, &StreamliningPage::planChanged);
    connect(&session, &Session::writableChanged, this, &StreamliningPage::planChanged);
    watch_.setInterval(150);
    connect(&watch_, &QTimer::timeout, this, &StreamliningPage::showBest);
    planChanged();
}

StreamliningPage::~StreamliningPage() {
    if (stopSource_) {
        stopSource_->request_stop();
    }
}

void StreamliningPage::build() {
    pages_ = new QStackedLayout(this);
    auto* split = new QSplitter(Qt::Horizontal);
    split->setChildrenCollapsible(false);
    split->addWidget(buildQuestion());
    split->addWidget(buildAnswer());
    split->setStretchFactor(1, 1);
    split->setSizes({245, 700});
    auto* content = new QWidget;
    auto* column = new QVBoxLayout(content);
    setPageMargins(*column);
    column->addWidget(split);
    auto* empty = new EmptyState(QStringLiteral("streamlining"), tr("No mechanisms yet"),
                                 tr("Once mechanisms name the areas, themes and audiences they cover and "
                                    "what they cost, this page finds "
                                    "the smallest set of them that covers the same."));
    empty->addImport(tr("Import a list of mechanisms…"), QStringLiteral("streamliningImport"),
                     plan::RecordKind::mechanism);
    connect(empty, &EmptyState::importRequested, this, &Page::importRequested);
    connect(empty->addButton(tr("Go to mechanisms"), QStringLiteral("streamliningMechanisms")),
            &QPushButton::clicked, this, [this] { Q_EMIT pageRequested(QStringLiteral("mechanisms")); });
    pages_->addWidget(content);
    pages_->addWidget(empty);
}

QWidget* StreamliningPage::buildQuestion() {
    auto* panel = new QWidget;
    auto* column = new QVBoxLayout(panel);
    column->setContentsMargins(0, 0, 12, 0);
    form_ = new StreamliningForm(session(), prompts_);
    column->addWidget(scrolling(form_, QStringLiteral("streamliningQuestion"), tr("What is asked")), 1);
    stop_ = makeButton(tr("&Stop, keep the best"), QStringLiteral("stopStreamlining"));
    stop_->setEnabled(false);
    connect(stop_, &QPushButton::clicked, this, &StreamliningPage::stop);
    column->addWidget(stop_);
    return panel;
}

QWidget* StreamliningPage::buildAnswer() {
    auto* content = new QWidget;
    content->setProperty("page", true);
    auto* column = new QVBoxLayout(content);
    column->setContentsMargins(12, 0, 4, 0);
    question_ = makeParagraph({}, TextRole::body);
    proof_ = makeParagraph({}, TextRole::section);
    proof_->setObjectName(QStringLiteral("streamliningProof"));
    auto* caution = makeParagraph(
        tr("The answer to a question, and no recommendation: it knows what is recorded and nothing else."),
        TextRole::caption);
    sofar_ = makeParagraph({}, TextRole::caption);
    sofar_->hide();
    column->addWidget(question_);
    addState(*column, tr("Looking for the smallest set"));
    for (auto* label : {sofar_, proof_, caution}) {
        column->addWidget(label);
    }
    saving_ = new SavingCards;
    column->addWidget(saving_);
    endTitle_ = makeLabel({}, TextRole::section);
    end_ = makePlainTable({tr("Mechanism"), tr("Meetings"), tr("Staff hours"), tr("Spending")},
                          QStringLiteral("streamliningEnd"),
                          tr("Mechanisms that end, and what each costs a year"));
    giveTwoLines(*end_);
    column->addWidget(endTitle_);
    column->addWidget(end_);
    keepTitle_ = makeLabel({}, TextRole::section);
    keep_ = makePlainTable({tr("Mechanism"), tr("Because only it covers")},
                           QStringLiteral("streamliningKeep"), tr("Mechanisms that are kept, and why"));
    keep_->horizontalHeader()->setSectionResizeMode(1, QHeaderView::Stretch);
    giveTwoLines(*keep_);
    column->addWidget(keepTitle_);
    column->addWidget(keep_);
    makeScenario_ = makePrimaryButton(tr("Make a s&cenario of this…"), QStringLiteral("makeScenario"));
    connect(makeScenario_, &QPushButton::clicked, this, &StreamliningPage::makeScenario);
    column->addWidget(makeScenario_, 0, Qt::AlignRight);
    hours_ = new HoursByOrganisation;
    column->addWidget(hours_);
    column->addWidget(makeLabel(tr("The next best"), TextRole::section));
    runnerUp_ = makeParagraph({}, TextRole::body);
    runnerUp_->setObjectName(QStringLiteral("streamliningRunnerUp"));
    notes_ = makeParagraph({}, TextRole::caption);
    notes_->setObjectName(QStringLiteral("streamliningNotes"));
    column->addWidget(runnerUp_);
    column->addWidget(notes_);
    column->addStretch(1);
    connectTables();
    return scrolling(content, QStringLiteral("streamliningAnswer"), tr("The answer"));
}

void StreamliningPage::connectTables() {
    for (auto* table : {keep_, end_}) {
        const auto idAt = [table](int row) {
            return static_cast<plan::Id>(table->item(row, 0)->data(Qt::UserRole).toLongLong());
        };
        connect(table, &QTableWidget::currentCellChanged, this, [this, table, idAt](int row) {
            if (row >= 0 && table->hasFocus()) {
                session().selection().select(RecordKind::mechanism, {idAt(row)});
            }
        });
        connect(table, &QTableWidget::cellActivated, this, [this, table, idAt](int row) {
            session().selection().requestShow(
                RecordKind::mechanism, {idAt(row)},
                tr("From the streamlining: %1").arg(table->item(row, 0)->text()));
        });
    }
    connect(hours_, &HoursByOrganisation::organisationOpened, this, [this](plan::Id organisation) {
        session().selection().requestShow(
            RecordKind::organisation, {organisation},
            QString::fromStdString(plan::nameOf(*answer_->plan, RecordKind::organisation, organisation)));
    });
}

void StreamliningPage::planChanged() {
    const auto plan = session().plan();
    form_->setPlan(*plan);
    pages_->setCurrentIndex(plan->all<plan::Mechanism>().empty() ? 1 : 0);
    makeScenario_->setEnabled(session().isWritable() && answer_ && answer_->plan == plan);
}

void StreamliningPage::ask() {
    if (stopSource_) {
        stopSource_->request_stop();
    }
    stopSource_ = std::make_shared<std::stop_source>();
    best_ = std::make_shared<Best>();
    stop_->setEnabled(true);
    watch_.start();
    auto options = form_->options(*session().plan());
    options.today = today();
    answerWith(
        [options, stop = stopSource_, best = best_](const plan::PlanRef& plan,
                                                    const Progress& progress) -> Result<Answer> {
            // Stopped by its button, the search answers with the best so far; stopped by the task, its answer
            // is dropped.
            const std::stop_callback forward(progress.stop, [stop] { stop->request_stop(); });
            auto found = analysis::streamlined(*plan, options, {progress.report, stop->get_token()},
                                               [&](const analysis::StreamliningSoFar& so) {
                                                   const std::lock_guard lock(best->mutex);
                                                   best->latest = so;
                                               });
            if (!found) {
                return Failure(found.error());
            }
            return Answer{plan, options, std::move(*found)};
        },
        [this](Answer answer) { present(std::move(answer)); });
}

QString StreamliningPage::refusal(const QString& why) const {
    return tr("The smallest set could not be found: %1").arg(why);
}

void StreamliningPage::showBest() {
    std::optional<analysis::StreamliningSoFar> latest;
    {
        const std::lock_guard lock(best_->mutex);
        latest = best_->latest;
    }
    if (latest) {
        const auto by = form_->options(*session().plan()).objective;
        sofar_->setText(tr("Looking. The best so far keeps %1 mechanisms with %2.")
                            .arg(numberText(qint64(latest->kept)), objectiveText(by, latest->objective)));
        sofar_->show();
    }
}

void StreamliningPage::stop() {
    if (stopSource_) {
        stopSource_->request_stop();
    }
}

void StreamliningPage::present(Answer answer) {
    answer_ = std::make_shared<const Answer>(std::move(answer));
    watch_.stop();
    sofar_->hide();
    stop_->setEnabled(false);
    const auto& found = answer_->found;
    const auto by = answer_->options.objective;
    question_->setText(form_->question(*answer_->plan));
    proof_->setText(verdictText(found, by));
    saving_->show(found.saving);
    showLists();
    hours_->show(*answer_->plan, found);
    runnerUp_->setText(runnerUpText(*answer_->plan, found, by));
    const auto notes = notesText(*answer_->plan, found);
    notes_->setText(notes);
    notes_->setVisible(!notes.isEmpty());
    makeScenario_->setEnabled(session().isWritable());
    Q_EMIT headlineChanged();
}

void StreamliningPage::showLists() {
    const auto& plan = *answer_->plan;
    const auto& found = answer_->found;
    const auto named = [&](plan::Id id) {
        auto* item = wordsItem(QString::fromStdString(plan::nameOf(plan, RecordKind::mechanism, id)));
        item->setData(Qt::UserRole, qlonglong(id));
        return item;
    };
    endTitle_->setText(tr("May end: %1").arg(numberText(qint64(found.end.size()))));
    end_->setRowCount(static_cast<int>(found.end.size()));
    end_->setVisible(!found.end.empty());
    for (int row = 0; row < end_->rowCount(); ++row) {
        const auto& cost = found.ended[static_cast<std::size_t>(row)];
        end_->setItem(row, 0, named(cost.mechanism));
        end_->setItem(row, 1, figureItem(meetingsText(cost)));
        end_->setItem(row, 2, figureItem(hoursText(cost.staffHours)));
        end_->setItem(row, 3, figureItem(poundsText(cost.spending)));
    }
    fitRows(*end_, mostRows);
    keepTitle_->setText(tr("Kept: %1").arg(numberText(qint64(found.keep.size()))));
    keep_->setRowCount(static_cast<int>(found.keep.size()));
    for (int row = 0; row < keep_->rowCount(); ++row) {
        const auto& kept = found.keep[static_cast<std::size_t>(row)];
        keep_->setItem(row, 0, named(kept.mechanism));
        auto* reason = wordsItem(reasonText(plan, kept, false));
        reason->setToolTip(reasonText(plan, kept, true));
        keep_->setItem(row, 1, reason);
    }
    fitRows(*keep_, mostRows);
}

void StreamliningPage::makeScenario() {
    const auto answer = answer_;
    const auto preset =
        tr("Streamlined by %1").arg(QString::fromUtf8(analysis::labelOf(answer->options.objective).data()));
    const auto name = prompts_.text(this, tr("Make a scenario of this"), tr("Name"), preset);
    if (!name || name->trimmed().isEmpty() || answer != answer_) {
        return;
    }
    plan::IdSource ids;
    session().perform(
        tr("Make the scenario “%1” of the streamlining").arg(name->trimmed()),
        analysis::scenarioOf(*answer->plan, answer->found, name->trimmed().toStdString(),
                             (question_->text() + QStringLiteral(" ") + proof_->text()).toStdString(), ids));
}

std::vector<HeadlineFigure> StreamliningPage::headline() const {
    if (!answer_) {
        return {};
    }
    return {{numberText(qint64(answer_->found.keep.size())), tr("kept")},
            {numberText(qint64(answer_->found.end.size())), tr("may end")}};
}

} // namespace wardmote::ui
