#include "ui/preview/report_preview.h"

#include "ui/preview/page_view.h"
#include "ui/preview/print_pages.h"
#include "ui/session/preferences.h"
#include "ui/widgets/prompts.h"
#include "ui/widgets/style.h"

#include <QApplication>
#include <QDesktopServices>
#include <QDir>
#include <QFileInfo>
#include <QHBoxLayout>
#include <QLabel>
#include <QMenu>
#include <QPointer>
#include <QProgressBar>
#include <QPushButton>
#include <QStandardPaths>
#include <QThreadPool>
#include <QToolButton>
#include <QUrl>
#include <QVBoxLayout>

namespace wardmote::ui {
namespace {

QString filterOf(publish::Format format) {
    switch (format) {
    case publish::Format::html:
        return ReportPreview::tr("Web page (*.html)");
    case publish::Format::odt:
        return ReportPreview::tr("Text document (*.odt)");
    case publish::Format::pdf:
        break;
    }
    return ReportPreview::tr("PDF document (*.pdf)");
}

/// Does the work on another thread and then tells the widget, if it is still there. Not a BackgroundTask: an
/// edit that comes meanwhile must not stop what a person asked for.
template<class Work, class Done>
void elsewhere(ReportPreview* widget, Work work, Done done) {
    const QPointer<ReportPreview> owner(widget);
    QThreadPool::globalInstance()->start([owner, work = std::move(work), done = std::move(done)]() mutable {
        Result<void> result = failure("That was not done.", "Try again.");
        try {
            result = work();
        } catch (const std::exception& problem) {
            result = failure("That was not done.", "Try another format.", problem.what());
        }
        QMetaObject::invokeMethod(
            qApp,
            [owner, result, done = std::move(done)] {
                if (owner) {
                    done(result);
                }
            },
            Qt::QueuedConnection);
    });
}

} // namespace

ReportPreview::ReportPreview(Prompts& prompts, Preferences* preferences, const QString& what, QWidget* parent)
    : QWidget(parent), prompts_(prompts), preferences_(preferences), what_(what) {
    setObjectName(QStringLiteral("reportPreview"));
    makeActions();
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->addWidget(makeViewBar());
    column->addWidget(makeMessageBar());
    view_ = new PageView;
    column->addWidget(view_, 1);
    connect(view_, &PageView::currentPageChanged, this, &ReportPreview::showPageNumber);
    updateEnabled();
}

ReportPreview::~ReportPreview() = default;

void ReportPreview::makeActions() {
    print_ = makeButton(tr("Pr&int…"), QStringLiteral("printReport"), this);
    exportPdf_ = makePrimaryButton(tr("E&xport PDF…"), QStringLiteral("exportPdf"), this);
    exportOther_ = new QToolButton(this);
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
    connect(exportPdf_, &QPushButton::clicked, this, [this] { exportAs(publish::Format::pdf); });
    connect(print_, &QPushButton::clicked, this, &ReportPreview::print);
}

void ReportPreview::addActions(QHBoxLayout& row) {
    row.addWidget(exportPdf_);
    row.addWidget(exportOther_);
    row.addWidget(print_);
}

QWidget* ReportPreview::makeViewBar() {
    auto* bar = new QWidget;
    auto* row = new QHBoxLayout(bar);
    row->setContentsMargins(0, 0, 0, 0);
    tools_ = new QHBoxLayout;
    pageLabel_ = makeLabel({}, TextRole::caption);
    progress_ = new QProgressBar;
    setNames(*progress_, QStringLiteral("reportProgress"), tr("Preparing the %1").arg(what_));
    progress_->setMaximumWidth(180);
    progress_->setTextVisible(false);
    auto* smaller = makeIconButton(QStringLiteral("remove"), tr("Smaller"), QStringLiteral("previewSmaller"));
    auto* larger = makeIconButton(QStringLiteral("add"), tr("Larger"), QStringLiteral("previewLarger"));
    auto* fit = makeLinkButton(tr("Fi&t width"), QStringLiteral("previewFit"));
    row->addLayout(tools_);
    row->addWidget(pageLabel_);
    row->addWidget(progress_);
    row->addStretch(1);
    row->addWidget(smaller);
    row->addWidget(larger);
    row->addWidget(fit);
    connect(smaller, &QToolButton::clicked, this, [this] { view_->setZoom(view_->zoom() / 1.2); });
    connect(larger, &QToolButton::clicked, this, [this] { view_->setZoom(view_->zoom() * 1.2); });
    connect(fit, &QPushButton::clicked, this, [this] { view_->fitWidth(); });
    return bar;
}

QWidget* ReportPreview::makeMessageBar() {
    messageBar_ = new QWidget;
    messageBar_->setObjectName(QStringLiteral("reportMessageBar"));
    auto* row = new QHBoxLayout(messageBar_);
    row->setContentsMargins(12, 8, 12, 8);
    message_ = makeParagraph({});
    message_->setObjectName(QStringLiteral("reportMessage"));
    open_ = makeButton(tr("Ope&n"), QStringLiteral("openReport"));
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

void ReportPreview::addTool(QWidget* tool) {
    tools_->addWidget(tool);
}

void ReportPreview::setReport(PreparedReport report) {
    report_ = std::move(report);
    view_->setReport(report_.pages);
    showPageNumber();
    updateEnabled();
}

void ReportPreview::showPageNumber() {
    pageLabel_->setText(view_->pageCount() == 0
                            ? QString()
                            : tr("Page %1 of %2").arg(view_->currentPage() + 1).arg(view_->pageCount()));
}

void ReportPreview::setPreparing(bool preparing) {
    preparing_ = preparing;
    updateEnabled();
}

void ReportPreview::setProgress(double fraction) {
    progress_->setValue(static_cast<int>(fraction * 100));
}

void ReportPreview::exportAs(publish::Format format) {
    if (!report_.document) {
        return;
    }
    QString folder = lastFolder_;
    if (folder.isEmpty()) {
        folder = preferences_ ? preferences_->folder(QStringLiteral("report"))
                              : QStandardPaths::writableLocation(QStandardPaths::DocumentsLocation);
    }
    const QString preset = QDir(folder).filePath(
        QString::fromStdString(fileNameFor(*report_.document, what_.toStdString(), format)));
    auto path = prompts_.saveFile(this, tr("Export %1").arg(what_), preset, filterOf(format));
    if (!path || path->isEmpty()) {
        return;
    }
    if (QFileInfo(*path).suffix().isEmpty()) {
        *path += QLatin1Char('.') + QFileInfo(preset).suffix();
    }
    lastFolder_ = QFileInfo(*path).absolutePath();
    dismissMessage();
    busy_ = true;
    updateEnabled();
    elsewhere(
        this,
        [document = report_.document, target = *path, format] {
            publish::Options options;
            options.format = format;
            return publish::writeReport(*document, std::filesystem::path(target.toStdU16String()), options);
        },
        [this, target = *path](const Result<void>& result) { written(target, result); });
}

void ReportPreview::written(const QString& path, const Result<void>& result) {
    busy_ = false;
    updateEnabled();
    if (!result) {
        prompts_.warn(this, tr("Not written"), QString::fromStdString(result.error().text()));
        return;
    }
    lastFile_ = path;
    if (preferences_) {
        preferences_->noteFolderOf(QStringLiteral("report"), path);
    }
    say(tr("Written: %1").arg(QDir::toNativeSeparators(path)), true);
}

void ReportPreview::print() {
    if (!report_.pages) {
        return;
    }
    auto choice = prompts_.printer(this, tr("Print %1").arg(what_), view_->pageCount());
    if (!choice || !choice->device) {
        return;
    }
    dismissMessage();
    busy_ = true;
    updateEnabled();
    const auto printing = std::make_shared<PrintChoice>(std::move(*choice));
    elsewhere(
        this,
        [pages = report_.pages, printing] {
            return printPages(*pages, *printing->device, printing->first, printing->last);
        },
        [this](const Result<void>& result) {
            busy_ = false;
            updateEnabled();
            if (result) {
                say(tr("Sent to the printer."));
            } else {
                prompts_.warn(this, tr("Not printed"), QString::fromStdString(result.error().text()));
            }
        });
}

void ReportPreview::say(const QString& message, bool canOpen) {
    message_->setText(message);
    open_->setVisible(canOpen);
    messageBar_->show();
}

void ReportPreview::dismissMessage() {
    messageBar_->hide();
}

void ReportPreview::updateEnabled() {
    const bool ready = report_.document && !busy_ && !preparing_;
    for (auto* button : std::initializer_list<QWidget*>{exportPdf_, exportOther_, print_}) {
        button->setEnabled(ready);
    }
    progress_->setVisible(preparing_ || busy_);
    progress_->setRange(0, busy_ ? 0 : 100);
}

} // namespace wardmote::ui
