#include "ui/pages/reports/reports_page.h"

#include "core/analysis/clusters.h"
#include "ui/pages/reports/committee_dialog.h"
#include "ui/preview/report_preview.h"
#include "ui/session/preferences.h"
#include "ui/session/session.h"
#include "ui/session/today.h"
#include "ui/widgets/empty_state.h"
#include "ui/widgets/style.h"

#include <QComboBox>
#include <QHBoxLayout>
#include <QLabel>
#include <QPushButton>
#include <QStackedLayout>
#include <QVBoxLayout>

#include <algorithm>

namespace wardmote::ui {

ReportsPage::ReportsPage(Session& session, Prompts& prompts, Preferences* preferences, QWidget* parent)
    : Page(parent), session_(session), prompts_(prompts), preferences_(preferences), preparing_(session) {
    setObjectName(QStringLiteral("reportsPage"));
    build();
    const auto changed = [this] {
        stale_ = true;
        fillChoices();
        if (isVisible()) {
            prepare();
        }
    };
    connect(&session_, &Session::planChanged, this, changed);
    connect(&session_, &Session::opened, this, changed);
    connect(&session_, &Session::closed, this, changed);
    connect(&preparing_, &BackgroundTask::runningChanged, preview_, &ReportPreview::setPreparing);
    connect(&preparing_, &BackgroundTask::progressed, preview_, &ReportPreview::setProgress);
    connect(&preparing_, &BackgroundTask::failed, this,
            [this](const QString& message) { preview_->say(message); });
    fillChoices();
}

ReportsPage::~ReportsPage() = default;

std::vector<HeadlineFigure> ReportsPage::headline() const {
    if (!preview_->report().pages) {
        return {};
    }
    return {{QString::number(preview_->report().pages->pages.size()), tr("pages")}};
}

void ReportsPage::build() {
    stack_ = new QStackedLayout(this);
    auto* empty =
        new EmptyState(QStringLiteral("reports"), tr("Nothing to report yet"),
                       tr("Open a plan that has areas or mechanisms: its report then stands here, as it "
                          "will be printed."));
    stack_->addWidget(empty);
    auto* content = new QWidget;
    auto* column = new QVBoxLayout(content);
    setPageMargins(*column);
    preview_ = new ReportPreview(prompts_, preferences_, tr("report"));
    column->addLayout(makeBar());
    column->addWidget(preview_, 1);
    stack_->addWidget(content);
}

QLayout* ReportsPage::makeBar() {
    auto* bar = new QHBoxLayout;
    auto* whatLabel = new QLabel(tr("&Report on"));
    what_ = new QComboBox;
    setNames(*what_, QStringLiteral("reportOn"), tr("Report on"));
    what_->setSizeAdjustPolicy(QComboBox::AdjustToMinimumContentsLengthWithIcon);
    what_->setMinimumContentsLength(12);
    whatLabel->setBuddy(what_);
    arrangementLabel_ = new QLabel(tr("&Arrangement"));
    arrangement_ = new QComboBox;
    setNames(*arrangement_, QStringLiteral("reportArrangement"), tr("Arrangement"));
    arrangement_->setMinimumContentsLength(10);
    arrangement_->setSizeAdjustPolicy(QComboBox::AdjustToMinimumContentsLengthWithIcon);
    arrangementLabel_->setBuddy(arrangement_);
    bar->addWidget(whatLabel);
    bar->addWidget(what_, 2);
    bar->addWidget(arrangementLabel_);
    bar->addWidget(arrangement_, 2);
    bar->addStretch(1);
    preview_->addActions(*bar);
    committee_ = makeButton(tr("For a &committee…"), QStringLiteral("forCommittee"));
    committee_->setToolTip(tr("Meeting, implications, consultation: the headings that a committee expects"));
    preview_->addTool(committee_);
    connect(what_, &QComboBox::currentIndexChanged, this, &ReportsPage::choiceChanged);
    connect(arrangement_, &QComboBox::currentIndexChanged, this, &ReportsPage::choiceChanged);
    connect(committee_, &QPushButton::clicked, this, &ReportsPage::editPaper);
    return bar;
}

void ReportsPage::fillChoices() {
    const auto plan = session_.plan();
    const auto before = choice();
    filling_ = true;
    what_->clear();
    arrangement_->clear();
    what_->addItem(tr("The whole plan"), QVariant::fromValue<qlonglong>(0));
    const auto shown = analysis::arrangementShown(*plan);
    for (const auto& arrangement : plan->all<plan::Arrangement>()) {
        arrangement_->addItem(QString::fromStdString(arrangement.name),
                              QVariant::fromValue<qlonglong>(arrangement.id));
    }
    const auto wanted = arrangement_->findData(QVariant::fromValue<qlonglong>(before.arrangement));
    arrangement_->setCurrentIndex(
        wanted >= 0 ? wanted : arrangement_->findData(QVariant::fromValue<qlonglong>(shown)));
    const auto chosen = arrangement_->currentData().toLongLong();
    std::vector<const plan::Cluster*> clusters;
    for (const auto& cluster : plan->all<plan::Cluster>()) {
        if (cluster.arrangement.id == chosen) {
            clusters.push_back(&cluster);
        }
    }
    std::ranges::sort(clusters, {},
                      [](const auto* cluster) { return std::pair(cluster->name, cluster->id); });
    for (const auto* cluster : clusters) {
        what_->addItem(QString::fromStdString(cluster->name), QVariant::fromValue<qlonglong>(cluster->id));
    }
    for (const auto& scenario : plan->all<plan::Scenario>()) {
        what_->addItem(tr("Scenario: %1").arg(QString::fromStdString(scenario.name)),
                       QVariant::fromValue<qlonglong>(scenario.id));
    }
    what_->setAccessibleDescription(tr("The whole plan, one %1, or a scenario of mechanisms")
                                        .arg(QString::fromStdString(plan->settings().clusterWord)));
    const auto wasOn = before.scenario != 0 ? before.scenario : before.cluster;
    const auto same = what_->findData(QVariant::fromValue<qlonglong>(wasOn));
    // A person who opens the page most likely wants a cluster's report.
    what_->setCurrentIndex(
        same > 0 || (same == 0 && preview_->report().document) ? same : (what_->count() > 1 ? 1 : 0));
    arrangementLabel_->setVisible(arrangement_->count() > 1);
    arrangement_->setVisible(arrangement_->count() > 1);
    filling_ = false;
    const bool something = session_.isOpen() && (plan->count(plan::RecordKind::area) > 0 ||
                                                 plan->count(plan::RecordKind::mechanism) > 0);
    stack_->setCurrentIndex(something ? 1 : 0);
    showParts();
}

ReportChoice ReportsPage::choice() const {
    const auto on = what_->currentData().toLongLong();
    const bool isScenario = session_.plan()->find<plan::Scenario>(on) != nullptr;
    return {isScenario ? 0 : on, arrangement_->currentData().toLongLong(), paper(), isScenario ? on : 0};
}

QString ReportsPage::paperKey() const {
    const auto cluster = what_->currentData().toLongLong();
    const auto id = cluster != 0 ? cluster : arrangement_->currentData().toLongLong();
    // Ids are random, so that those of one plan are no other plan's.
    return QStringLiteral("report/committee/") +
           (id != 0 ? QString::number(id) : QString::number(qHash(session_.path(), 0)));
}

report::CommitteePaper ReportsPage::paper() const {
    const auto key = paperKey();
    std::string written;
    if (preferences_) {
        written = preferences_->get(preference::choice.of(key)).toStdString();
    } else if (const auto found = papers_.find(key); found != papers_.end()) {
        written = found->second;
    }
    return written.empty() ? report::CommitteePaper{}
                           : report::readPaper(written).value_or(report::CommitteePaper{});
}

void ReportsPage::setPaper(const report::CommitteePaper& paper) {
    const auto written = report::writtenPaper(paper);
    if (preferences_) {
        preferences_->set(preference::choice.of(paperKey()), QString::fromStdString(written));
    } else {
        papers_[paperKey()] = written;
    }
}

void ReportsPage::editPaper() {
    auto* dialog = new CommitteeDialog(paper(), this);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    connect(dialog, &QDialog::accepted, this, [this, dialog] {
        setPaper(dialog->paper());
        stale_ = true;
        preview_->dismissMessage();
        prepare();
    });
    dialog->open();
}

void ReportsPage::choiceChanged() {
    if (filling_) {
        return;
    }
    stale_ = true;
    if (sender() == arrangement_) {
        fillChoices();
    }
    preview_->dismissMessage();
    prepare();
}

bool ReportsPage::showRecords(plan::RecordKind kind, const std::vector<plan::Id>& ids, const QString&) {
    if (kind != plan::RecordKind::cluster || ids.size() != 1) {
        return false;
    }
    const auto at = what_->findData(QVariant::fromValue<qlonglong>(ids.front()));
    if (at >= 0) {
        what_->setCurrentIndex(at);
    }
    return at >= 0;
}

void ReportsPage::activated() {
    if (stale_) {
        prepare();
    }
}

void ReportsPage::prepare() {
    if (stack_->currentIndex() == 0) {
        preview_->setReport({});
        Q_EMIT headlineChanged();
        return;
    }
    stale_ = false;
    preview_->setProgress(0);
    preparing_.run(
        [choice = choice(), day = today()](const plan::PlanRef& plan, const Progress& progress) {
            return prepareReport(plan, choice, day, progress);
        },
        [this](Result<PreparedReport> result) {
            if (result) {
                display(*result);
            } else {
                stale_ = true;
                preview_->say(QString::fromStdString(result.error().text()));
            }
        });
}

void ReportsPage::display(const PreparedReport& prepared) {
    preview_->setReport(prepared);
    showParts();
    Q_EMIT headlineChanged();
}

void ReportsPage::showParts() {
    committee_->setVisible(choice().scenario == 0); // its report has no such parts
    const int parts = partsWritten(paper());
    committee_->setText(parts > 0 ? tr("For a &committee (%1)…").arg(parts) : tr("For a &committee…"));
}

} // namespace wardmote::ui
