#include "ui/pages/reports/reports_page.h"

#include "core/analysis/clusters.h"
#include "ui/pages/reports/committee_dialog.h"
#include "ui/pages/reports/page_view.h"
#include "ui/session/preferences.h"
#include "ui/session/session.h"
#include "ui/session/today.h"
#include "ui/widgets/empty_state.h"
#include "ui/widgets/prompts.h"
#include "ui/widgets/style.h"

#include <QApplication>
#include <QComboBox>
#include <QDesktopServices>
#include <QDir>
#include <QFileInfo>
#include <QHBoxLayout>
#include <QLabel>
#include <QMenu>
#include <QPointer>
#include <QProgressBar>
#include <QPushButton>
#include <QStackedLayout>
#include <QStandardPaths>
#include <QThreadPool>
#include <QToolButton>
#include <QUrl>
#include <QVBoxLayout>

#include <algorithm>

namespace wardmote::ui {
namespace {

QString filterOf(publish::Format format) {
    switch (format) {
    case publish::Format::html:
        return ReportsPage::tr("Web page (*.html)");
    case publish::Format::odt:
        return ReportsPage::tr("Text document (*.odt)");
    case publish::Format::pdf:
        break;
    }
    return ReportsPage::tr("PDF document (*.pdf)");
}

} // namespace

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
    connect(&preparing_, &BackgroundTask::runningChanged, this, &ReportsPage::updateEnabled);
    connect(&preparing_, &BackgroundTask::progressed, this,
            [this](double fraction, const QString&) { busy_->setValue(static_cast<int>(fraction * 100)); });
    connect(&preparing_, &BackgroundTask::failed, this,
            [this](const QString& message) { say(message, false); });
    fillChoices();
}

ReportsPage::~ReportsPage() = default;

std::vector<HeadlineFigure> ReportsPage::headline() const {
    if (!prepared_.pages) {
        return {};
    }
    return {{QString::number(prepared_.pages->pages.size()), tr("pages")}};
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
    column->addWidget(makeBar());
    column->addWidget(makeMessageBar());
    view_ = new PageView;
    column->addWidget(view_, 1);
    stack_->addWidget(content);
    connect(view_, &PageView::currentPageChanged, this, [this](int page) {
        pageLabel_->setText(page < 0 ? QString() : tr("Page %1 of %2").arg(page + 1).arg(view_->pageCount()));
    });
}

QWidget* ReportsPage::makeBar() {
    auto* bar = new QWidget;
    auto* column = new QVBoxLayout(bar);
    column->setContentsMargins(0, 0, 0, 0);
    auto* first = new QHBoxLayout;
    auto* whatLabel = new QLabel(tr("&Report on"));
    what_ = new QComboBox;
    setNames(*what_, QStringLiteral("reportOn"), tr("Report on"));
    what_->setSizeAdjustPolicy(QComboBox::AdjustToMinimumContentsLengthWithIcon);
    what_->setMinimumContentsLength(24);
    whatLabel->setBuddy(what_);
    arrangementLabel_ = new QLabel(tr("&Arrangement"));
    arrangement_ = new QComboBox;
    setNames(*arrangement_, QStringLiteral("reportArrangement"), tr("Arrangement"));
    arrangement_->setMinimumContentsLength(16);
    arrangement_->setSizeAdjustPolicy(QComboBox::AdjustToMinimumContentsLengthWithIcon);
    arrangementLabel_->setBuddy(arrangement_);
    first->addWidget(whatLabel);
    first->addWidget(what_);
    first->addWidget(arrangementLabel_);
    first->addWidget(arrangement_);
    first->addStretch(1);
    exportPdf_ = makePrimaryButton(tr("Export &PDF…"), QStringLiteral("exportPdf"));
    first->addWidget(exportPdf_);
    exportOther_ = new QToolButton;
    exportOther_->setText(tr("&Other formats"));
    setNames(*exportOther_, QStringLiteral("exportOther"), tr("Other formats"));
    exportOther_->setPopupMode(QToolButton::InstantPopup);
    exportOther_->setFocusPolicy(Qt::StrongFocus);
    auto* menu = new QMenu(exportOther_);
    const auto addFormat = [this, menu](const QString& text, const char* name, publish::Format format) {
        auto* action = menu->addAction(text);
        action->setObjectName(QString::fromLatin1(name));
        connect(action, &QAction::triggered, this, [this, format] { exportAs(format); });
    };
    addFormat(tr("&Web page (HTML)…"), "exportHtml", publish::Format::html);
    addFormat(tr("&Text document (ODT)…"), "exportOdt", publish::Format::odt);
    exportOther_->setMenu(menu);
    first->addWidget(exportOther_);
    column->addLayout(first);

    auto* second = new QHBoxLayout;
    pageLabel_ = makeLabel({}, TextRole::caption);
    busy_ = new QProgressBar;
    setNames(*busy_, QStringLiteral("reportProgress"), tr("Preparing the report"));
    busy_->setMaximumWidth(180);
    busy_->setTextVisible(false);
    auto* smaller = makeIconButton(QStringLiteral("remove"), tr("Smaller"), QStringLiteral("previewSmaller"));
    auto* larger = makeIconButton(QStringLiteral("add"), tr("Larger"), QStringLiteral("previewLarger"));
    auto* fit = makeLinkButton(tr("&Fit width"), QStringLiteral("previewFit"));
    committee_ = makeButton(tr("For a &committee…"), QStringLiteral("forCommittee"));
    committee_->setToolTip(tr("Meeting, implications, consultation: the headings that a committee expects"));
    second->addWidget(committee_);
    second->addWidget(pageLabel_);
    second->addWidget(busy_);
    second->addStretch(1);
    second->addWidget(smaller);
    second->addWidget(larger);
    second->addWidget(fit);
    column->addLayout(second);

    connect(what_, &QComboBox::currentIndexChanged, this, &ReportsPage::choiceChanged);
    connect(arrangement_, &QComboBox::currentIndexChanged, this, &ReportsPage::choiceChanged);
    connect(committee_, &QPushButton::clicked, this, &ReportsPage::editPaper);
    connect(exportPdf_, &QPushButton::clicked, this, [this] { exportAs(publish::Format::pdf); });
    connect(smaller, &QToolButton::clicked, this, [this] { view_->setZoom(view_->zoom() / 1.2); });
    connect(larger, &QToolButton::clicked, this, [this] { view_->setZoom(view_->zoom() * 1.2); });
    connect(fit, &QPushButton::clicked, this, [this] { view_->fitWidth(); });
    return bar;
}

QWidget* ReportsPage::makeMessageBar() {
    messageBar_ = new QWidget;
    messageBar_->setObjectName(QStringLiteral("reportMessageBar"));
    auto* row = new QHBoxLayout(messageBar_);
    row->setContentsMargins(12, 8, 12, 8);
    message_ = makeParagraph({});
    message_->setObjectName(QStringLiteral("reportMessage"));
    open_ = makeButton(tr("Op&en"), QStringLiteral("openReport"));
    auto* close = makeLinkButton(tr("&Dismiss"), QStringLiteral("dismissReportMessage"));
    row->addWidget(message_, 1);
    row->addWidget(open_);
    row->addWidget(close);
    messageBar_->hide();
    connect(open_, &QPushButton::clicked, this,
            [this] { QDesktopServices::openUrl(QUrl::fromLocalFile(lastFile_)); });
    connect(close, &QPushButton::clicked, messageBar_, &QWidget::hide);
    return messageBar_;
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
    what_->setAccessibleDescription(
        tr("The whole plan, or one %1").arg(QString::fromStdString(plan->settings().clusterWord)));
    const auto same = what_->findData(QVariant::fromValue<qlonglong>(before.cluster));
    // A person who opens the page most likely wants a cluster's report.
    what_->setCurrentIndex(same > 0 || (same == 0 && prepared_.document) ? same
                                                                         : (what_->count() > 1 ? 1 : 0));
    arrangementLabel_->setVisible(arrangement_->count() > 1);
    arrangement_->setVisible(arrangement_->count() > 1);
    filling_ = false;
    const bool something = session_.isOpen() && (plan->count(plan::RecordKind::area) > 0 ||
                                                 plan->count(plan::RecordKind::mechanism) > 0);
    stack_->setCurrentIndex(something ? 1 : 0);
    updateEnabled();
}

ReportChoice ReportsPage::choice() const {
    return {what_->currentData().toLongLong(), arrangement_->currentData().toLongLong(), paper()};
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
        messageBar_->hide();
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
    messageBar_->hide();
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
        prepared_ = {};
        view_->setReport(nullptr);
        Q_EMIT headlineChanged();
        return;
    }
    stale_ = false;
    busy_->setValue(0);
    preparing_.run(
        [choice = choice(), day = today()](const plan::PlanRef& plan, const Progress& progress) {
            return prepareReport(plan, choice, day, progress);
        },
        [this](Result<PreparedReport> result) {
            if (result) {
                display(*result);
            } else {
                stale_ = true;
                say(QString::fromStdString(result.error().text()), false);
            }
        });
}

void ReportsPage::display(const PreparedReport& prepared) {
    prepared_ = prepared;
    view_->setReport(prepared_.pages);
    pageLabel_->setText(tr("Page %1 of %2").arg(view_->currentPage() + 1).arg(view_->pageCount()));
    updateEnabled();
    Q_EMIT headlineChanged();
}

void ReportsPage::exportAs(publish::Format format) {
    if (!prepared_.document) {
        return;
    }
    QString folder = lastFolder_;
    if (folder.isEmpty()) {
        folder = preferences_ ? preferences_->folder(QStringLiteral("report"))
                              : QStandardPaths::writableLocation(QStandardPaths::DocumentsLocation);
    }
    const QString preset =
        QDir(folder).filePath(QString::fromStdString(fileNameFor(*prepared_.document, format)));
    auto path = prompts_.saveFile(this, tr("Export report"), preset, filterOf(format));
    if (!path || path->isEmpty()) {
        return;
    }
    if (QFileInfo(*path).suffix().isEmpty()) {
        *path += QLatin1Char('.') + QFileInfo(preset).suffix();
    }
    lastFolder_ = QFileInfo(*path).absolutePath();
    messageBar_->hide();
    writing_ = true;
    updateEnabled();
    // Not a BackgroundTask: an edit that comes meanwhile must not stop a report that a person asked for.
    const QPointer<ReportsPage> page(this);
    QThreadPool::globalInstance()->start([page, document = prepared_.document, target = *path, format] {
        publish::Options options;
        options.format = format;
        Result<void> result = failure("The report was not written.", "Try again.");
        try {
            result = publish::writeReport(*document, std::filesystem::path(target.toStdU16String()), options);
        } catch (const std::exception& problem) {
            result = failure("The report was not written.", "Try another format.", problem.what());
        }
        QMetaObject::invokeMethod(
            qApp,
            [page, target, result] {
                if (page) {
                    page->written(target, result);
                }
            },
            Qt::QueuedConnection);
    });
}

void ReportsPage::written(const QString& path, const Result<void>& result) {
    writing_ = false;
    updateEnabled();
    if (!result) {
        prompts_.warn(this, tr("Report not written"), QString::fromStdString(result.error().text()));
        return;
    }
    lastFile_ = path;
    if (preferences_) {
        preferences_->noteFolderOf(QStringLiteral("report"), path);
    }
    say(tr("Written: %1").arg(QDir::toNativeSeparators(path)), true);
}

void ReportsPage::say(const QString& message, bool canOpen) {
    message_->setText(message);
    open_->setVisible(canOpen);
    messageBar_->show();
}

void ReportsPage::updateEnabled() {
    const bool ready = prepared_.document && !writing_ && !preparing_.isRunning();
    exportPdf_->setEnabled(ready);
    exportOther_->setEnabled(ready);
    const int parts = partsWritten(paper());
    committee_->setText(parts > 0 ? tr("For a &committee (%1)…").arg(parts) : tr("For a &committee…"));
    busy_->setVisible(preparing_.isRunning() || writing_);
    if (writing_) {
        busy_->setRange(0, 0);
    } else {
        busy_->setRange(0, 100);
    }
}

} // namespace wardmote::ui
