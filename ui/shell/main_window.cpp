#include "ui/shell/main_window.h"

#include "ui/session/preferences.h"
#include "ui/session/selection.h"
#include "ui/session/session.h"
#include "ui/shell/actions.h"
#include "ui/shell/bottom_bar.h"
#include "ui/shell/find_anything.h"
#include "ui/shell/help_window.h"
#include "ui/shell/message_bar.h"
#include "ui/shell/navigation.h"
#include "ui/shell/plan_opener.h"
#include "ui/shell/start_page.h"
#include "ui/shell/theme_control.h"
#include "ui/shell/workspace.h"
#include "ui/widgets/page.h"
#include "ui/widgets/prompts.h"
#include "ui/widgets/style.h"

#include <QCloseEvent>
#include <QFileInfo>
#include <QMenuBar>
#include <QMimeData>
#include <QPushButton>
#include <QStackedWidget>
#include <QVBoxLayout>

namespace wardmote::ui {
namespace {

constexpr QSize usualSize(1360, 860);
constexpr QSize smallestSize(900, 560);

bool isPlanFile(const QString& path) {
    return QFileInfo(path).suffix().compare(QStringLiteral("wardmote"), Qt::CaseInsensitive) == 0;
}

QString droppedFile(const QMimeData& data) {
    const auto urls = data.urls();
    return urls.size() == 1 && urls.front().isLocalFile() ? urls.front().toLocalFile() : QString();
}

} // namespace

MainWindow::MainWindow(const ShellServices& services) : services_(services) {
    setObjectName(QStringLiteral("mainWindow"));
    setWindowIcon(QIcon(QStringLiteral(":/wardmote/icons/wardmote.svg")));
    setMinimumSize(smallestSize);
    setAcceptDrops(true);
    session_ = new Session(this);
    actions_ = new Actions(*session_, *this);
    new ThemeControl(services_.preferences, *actions_, this);
    opener_ = new PlanOpener(*session_, services_, *this);
    buildParts();
    connectActions();
    connectSession();
    showPlan();
}

MainWindow::~MainWindow() {
    // Pages hear of the plan's end while they are still there.
    session_->close();
}

void MainWindow::buildParts() {
    menuBar()->setObjectName(QStringLiteral("menuBar"));
    actions_->fill(*menuBar());
    auto* corner = new QWidget(this);
    auto* cornerRow = new QHBoxLayout(corner);
    cornerRow->setContentsMargins(4, 3, 10, 3);
    auto* find = makeButton(tr("Find anything (Ctrl+K)"), QStringLiteral("findAnythingButton"), corner);
    cornerRow->addWidget(find);
    find->setIcon(icon(QStringLiteral("search")));
    find->setToolTip(actions_->at(ActionId::findAnything).toolTip());
    connect(find, &QPushButton::clicked, this, &MainWindow::findAnything);
    menuBar()->setCornerWidget(corner);

    auto* centre = new QWidget(this);
    auto* column = new QVBoxLayout(centre);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);
    messages_ = new MessageBar(centre);
    views_ = new QStackedWidget(centre);
    start_ = new StartPage(services_, *actions_, *opener_, views_);
    workspace_ = new Workspace(*session_, services_.preferences, views_);
    views_->addWidget(start_);
    views_->addWidget(workspace_);
    bottom_ = new BottomBar(*session_, *actions_, centre);
    column->addWidget(messages_);
    column->addWidget(views_, 1);
    column->addWidget(bottom_);
    setCentralWidget(centre);

    connect(opener_, &PlanOpener::started, bottom_, &BottomBar::setBusy);
    connect(opener_, &PlanOpener::ended, bottom_, [this] { bottom_->setBusy({}); });
}

void MainWindow::connectActions() {
    const auto on = [this](ActionId id, auto run) {
        connect(&actions_->at(id), &QAction::triggered, this, run);
    };
    const auto page = [this](const char* pageId) {
        return [this, id = QString::fromLatin1(pageId)] { workspace_->goTo(id); };
    };
    on(ActionId::newPlan, [this] { opener_->askForNew(); });
    on(ActionId::openPlan, [this] { opener_->askForPlan(); });
    on(ActionId::saveCopy, [this] { opener_->askForCopy(); });
    on(ActionId::closePlan, [this] { session_->close(); });
    on(ActionId::quit, [this] { close(); });
    on(ActionId::undo, [this] { session_->undo(); });
    on(ActionId::redo, [this] { session_->redo(); });
    on(ActionId::findAnything, [this] { findAnything(); });
    on(ActionId::importFile, page("import"));
    on(ActionId::writeReport, page("reports"));
    on(ActionId::planSettings, page("settings"));
    on(ActionId::history, page("history"));
    on(ActionId::nextPage, [this] { workspace_->navigation().moveBy(1); });
    on(ActionId::previousPage, [this] { workspace_->navigation().moveBy(-1); });
    on(ActionId::nextPane, [this] { workspace_->focusNextPane(); });
    on(ActionId::fullScreen,
       [this](bool full) { setWindowState(windowState().setFlag(Qt::WindowFullScreen, full)); });
    on(ActionId::help, [this] { showHelp(*this); });
    on(ActionId::shortcuts, [this] { showShortcuts(*this, *actions_); });
    on(ActionId::about, [this] { showAbout(*this, services_.version); });

    auto& inspector = actions_->at(ActionId::showInspector);
    const bool shown = services_.preferences.get(preference::inspectorShown);
    inspector.setChecked(shown);
    workspace_->setInspectorShown(shown);
    connect(&inspector, &QAction::toggled, this, [this](bool checked) {
        workspace_->setInspectorShown(checked);
        services_.preferences.set(preference::inspectorShown, checked);
    });
}

void MainWindow::connectSession() {
    connect(session_, &Session::opened, this, &MainWindow::showPlan);
    connect(session_, &Session::closed, this, &MainWindow::showPlan);
    connect(session_, &Session::planChanged, this, &MainWindow::showTitle);
    connect(session_, &Session::editFailed, this, [this](const QString& label, const QString& message) {
        messages_->tell(tr("Not done: %1. %2").arg(label, message));
    });
    connect(session_, &Session::writableChanged, this, [this] {
        if (session_->isOpen() && !session_->isWritable()) {
            const bool late = session_->lateEdits() > 0;
            messages_->tell(
                tr("Another program has taken this plan over: from now on it can only be read here. "
                   "Everything that you saw saved is in the file."),
                late ? tr("Save a copy with your last edit…") : tr("Save a copy…"), [this, late] {
                    if (late) {
                        opener_->askForCopyWithLateEdits();
                    } else {
                        opener_->askForCopy();
                    }
                });
        }
        showTitle();
    });
    connect(workspace_, &Workspace::pageShown, this,
            [this](const QString& pageId) { services_.preferences.set(preference::page, pageId); });
}

void MainWindow::addPage(Page* page, const PagePlace& place) {
    workspace_->addPage(page, place);
    auto& action = actions_->addPageAction(page->pageId(), page->title(), icon(place.sign));
    connect(&action, &QAction::triggered, this, [this, id = page->pageId()] {
        workspace_->goTo(id);
        workspace_->focusPage();
    });
    connect(page, &Page::headlineChanged, &action, [page, &action] { action.setText(page->title()); });
}

void MainWindow::showPlan() {
    messages_->clear();
    const bool open = session_->isOpen();
    views_->setCurrentWidget(open ? static_cast<QWidget*>(workspace_) : start_);
    if (open) {
        if (!workspace_->current() && !workspace_->goTo(services_.preferences.get(preference::page)) &&
            !workspace_->pages().empty()) {
            workspace_->goTo(workspace_->pages().front()->pageId());
        }
        workspace_->navigation().setFocus();
        showNotices();
        if (!waitingImport_.isEmpty()) {
            openFile(std::exchange(waitingImport_, {}));
        }
    } else {
        start_->setFocus();
    }
    showTitle();
}

void MainWindow::showNotices() {
    for (const auto& notice : session_->notices()) {
        messages_->tell(notice);
    }
    if (session_->readOnlyReason() == store::ReadOnlyReason::inUse) {
        const auto takeOver = [this] {
            const bool sure = services_.prompts.confirm(this, tr("Take over this plan"),
                                                        tr("Whoever is working on this plan will only be "
                                                           "able to read it from then on. What they have "
                                                           "saved stays; what they are just typing is lost "
                                                           "to the plan. Do this when their program no "
                                                           "longer answers."),
                                                        tr("Take over"));
            if (sure) {
                opener_->open(session_->path(), true);
            }
        };
        messages_->tell(tr("Someone else is working on this plan, so you can read it but not change it."),
                        tr("Take over…"), takeOver);
    }
}

void MainWindow::showTitle() {
    if (!session_->isOpen()) {
        setWindowTitle(tr("Wardmote"));
        return;
    }
    const auto name = QString::fromStdString(session_->plan()->settings().name);
    const auto file = QFileInfo(session_->path()).fileName();
    auto title = name.isEmpty() ? file : QStringLiteral("%1 — %2").arg(name, file);
    if (!session_->isWritable()) {
        title = tr("%1 (read-only)").arg(title);
    }
    setWindowTitle(title);
}

void MainWindow::openFile(const QString& path) {
    if (isPlanFile(path)) {
        opener_->open(path);
    } else if (!session_->isOpen()) {
        waitingImport_ = path;
        services_.prompts.inform(
            this, tr("Import"),
            tr("%1 can be imported into a plan. Make a new plan or open one: the import then "
               "begins by itself.")
                .arg(QFileInfo(path).fileName()));
    } else if (!workspace_->takeFile(path)) {
        services_.prompts.warn(
            this, tr("Import"),
            tr("Wardmote can't use %1. It opens plans (.wardmote) and imports spreadsheets, CSV "
               "files and boundary files.")
                .arg(QFileInfo(path).fileName()));
    }
}

void MainWindow::restore() {
    if (!restoreGeometry(services_.preferences.get(preference::geometry))) {
        resize(usualSize);
    }
    workspace_->restoreFolds();
}

void MainWindow::findAnything() {
    FindIndex index;
    for (auto* page : workspace_->pages()) {
        if (session_->isOpen()) {
            index.add(
                {page->title(), tr("page"), {}, {}, [this, id = page->pageId()] { workspace_->goTo(id); }});
        }
    }
    for (auto* action : actions_->all()) {
        if (action->isEnabled() && !action->objectName().startsWith(QStringLiteral("goTo_"))) {
            index.add({action->text().remove(u'&'), tr("command"), action->toolTip(),
                       action->shortcut().toString(QKeySequence::NativeText),
                       [action] { action->trigger(); }});
        }
    }
    auto* dialog = new FindAnything(
        std::move(index), *session_,
        [this](plan::RecordKind kind, plan::Id id) { workspace_->openRecord(kind, id); }, this);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setModal(true);
    dialog->open();
}

void MainWindow::closeEvent(QCloseEvent* event) {
    services_.preferences.set(preference::geometry, saveGeometry());
    session_->close();
    event->accept();
}

void MainWindow::dragEnterEvent(QDragEnterEvent* event) {
    if (!droppedFile(*event->mimeData()).isEmpty()) {
        event->acceptProposedAction();
    }
}

void MainWindow::dropEvent(QDropEvent* event) {
    const auto path = droppedFile(*event->mimeData());
    if (!path.isEmpty()) {
        event->acceptProposedAction();
        // Later: a dialog within a drop would block the program that the file came from.
        QMetaObject::invokeMethod(
            this, [this, path] { openFile(path); }, Qt::QueuedConnection);
    }
}

} // namespace wardmote::ui
