#include "ui/shell/actions.h"

#include "ui/session/session.h"
#include "ui/widgets/theme.h"

#include <QAbstractItemView>
#include <QApplication>
#include <QMenu>
#include <QMenuBar>
#include <QWidget>

#include <array>

namespace wardmote::ui {
namespace {

constexpr auto infos = std::to_array<ActionInfo>({
    {ActionId::newPlan, "newPlan", QT_TRANSLATE_NOOP("Actions", "&New plan…"),
     QT_TRANSLATE_NOOP("Actions", "Make an empty plan file"), "new", "Ctrl+Shift+N", MenuId::file},
    {ActionId::openPlan, "openPlan", QT_TRANSLATE_NOOP("Actions", "&Open plan…"),
     QT_TRANSLATE_NOOP("Actions", "Open a plan file"), "open", "Ctrl+O", MenuId::file},
    {ActionId::importFile, "importFile", QT_TRANSLATE_NOOP("Actions", "&Import…"),
     QT_TRANSLATE_NOOP("Actions", "Bring in areas, organisations or mechanisms from a file"), "import",
     "Ctrl+I", MenuId::file, Needs::plan, false, true},
    {ActionId::writeReport, "writeReport", QT_TRANSLATE_NOOP("Actions", "Write a &report…"),
     QT_TRANSLATE_NOOP("Actions", "Preview a report and save it as PDF"), "reports", "Ctrl+P", MenuId::file,
     Needs::plan},
    {ActionId::saveCopy, "saveCopy", QT_TRANSLATE_NOOP("Actions", "Save a &copy…"),
     QT_TRANSLATE_NOOP("Actions", "Copy the plan as it is now to another file; you stay in this one"), "save",
     "Ctrl+Shift+S", MenuId::file, Needs::plan},
    {ActionId::closePlan, "closePlan", QT_TRANSLATE_NOOP("Actions", "C&lose plan"),
     QT_TRANSLATE_NOOP("Actions", "Close the plan and go back to the start page"), "close", "Ctrl+W",
     MenuId::file, Needs::plan, false, true},
    {ActionId::quit, "quit", QT_TRANSLATE_NOOP("Actions", "&Quit"),
     QT_TRANSLATE_NOOP("Actions", "Close the program; everything is saved already"), "", "Ctrl+Q",
     MenuId::file},
    {ActionId::undo, "undo", QT_TRANSLATE_NOOP("Actions", "&Undo"),
     QT_TRANSLATE_NOOP("Actions", "Take back the last edit"), "undo", "Ctrl+Z", MenuId::edit,
     Needs::somethingToUndo},
    {ActionId::redo, "redo", QT_TRANSLATE_NOOP("Actions", "&Redo"),
     QT_TRANSLATE_NOOP("Actions", "Make the edit again that was taken back"), "redo", "Ctrl+Y; Ctrl+Shift+Z",
     MenuId::edit, Needs::somethingToRedo},
    {ActionId::findAnything, "findAnything", QT_TRANSLATE_NOOP("Actions", "&Find anything…"),
     QT_TRANSLATE_NOOP("Actions", "Find a record, a page or a command by name"), "search", "Ctrl+K",
     MenuId::edit, Needs::nothing, false, true},
    {ActionId::previousPage, "previousPage", QT_TRANSLATE_NOOP("Actions", "P&revious page"),
     QT_TRANSLATE_NOOP("Actions", "Go to the page above in the navigation"), "chevron-up", "Ctrl+PgUp",
     MenuId::view, Needs::plan},
    {ActionId::nextPage, "nextPage", QT_TRANSLATE_NOOP("Actions", "Ne&xt page"),
     QT_TRANSLATE_NOOP("Actions", "Go to the page below in the navigation"), "chevron-down", "Ctrl+PgDown",
     MenuId::view, Needs::plan},
    {ActionId::nextPane, "nextPane", QT_TRANSLATE_NOOP("Actions", "Next p&art of the window"),
     QT_TRANSLATE_NOOP("Actions", "Move between navigation, page and inspector"), "", "F6", MenuId::view,
     Needs::plan},
    {ActionId::showInspector, "showInspector", QT_TRANSLATE_NOOP("Actions", "&Inspector"),
     QT_TRANSLATE_NOOP("Actions", "Show or hide what explains the selection, at the right"), "inspector",
     "F4", MenuId::view, Needs::plan, true, true},
    {ActionId::followSystem, "followSystem", QT_TRANSLATE_NOOP("Actions", "As the &system"),
     QT_TRANSLATE_NOOP("Actions", "Light or dark as the desktop is"), "", "", MenuId::view, Needs::nothing,
     true, true},
    {ActionId::light, "light", QT_TRANSLATE_NOOP("Actions", "&Light"),
     QT_TRANSLATE_NOOP("Actions", "Dark text on a light ground"), "", "", MenuId::view, Needs::nothing, true},
    {ActionId::dark, "dark", QT_TRANSLATE_NOOP("Actions", "&Dark"),
     QT_TRANSLATE_NOOP("Actions", "Light text on a dark ground"), "", "", MenuId::view, Needs::nothing, true},
    {ActionId::fullScreen, "fullScreen", QT_TRANSLATE_NOOP("Actions", "&Full screen"),
     QT_TRANSLATE_NOOP("Actions", "Use the whole screen, or leave it"), "fit", "F11", MenuId::view,
     Needs::nothing, true, true},
    {ActionId::planSettings, "planSettings", QT_TRANSLATE_NOOP("Actions", "&Settings of the plan"),
     QT_TRANSLATE_NOOP("Actions", "Words, assumptions, weights and targets"), "settings", "Ctrl+,",
     MenuId::plan, Needs::plan},
    {ActionId::history, "history", QT_TRANSLATE_NOOP("Actions", "&History"),
     QT_TRANSLATE_NOOP("Actions", "Who changed what and when; go back to any point"), "history", "Ctrl+H",
     MenuId::plan, Needs::plan},
    {ActionId::help, "help", QT_TRANSLATE_NOOP("Actions", "&Help"),
     QT_TRANSLATE_NOOP("Actions", "How to work with Wardmote, and what its figures mean"), "help", "F1",
     MenuId::help},
    {ActionId::shortcuts, "shortcuts", QT_TRANSLATE_NOOP("Actions", "&Keyboard shortcuts"),
     QT_TRANSLATE_NOOP("Actions", "Every key of the program"), "keyboard", "Ctrl+F1", MenuId::help},
    {ActionId::about, "about", QT_TRANSLATE_NOOP("Actions", "&About Wardmote"),
     QT_TRANSLATE_NOOP("Actions", "Version, licence and whose work it rests on"), "info", "", MenuId::help,
     Needs::nothing, false, true},
});

QString words(const char* text) {
    return QCoreApplication::translate("Actions", text);
}

} // namespace

std::span<const ActionInfo> actionInfos() {
    return infos;
}

QString menuTitle(MenuId menu) {
    switch (menu) {
    case MenuId::file:
        return Actions::tr("&File");
    case MenuId::edit:
        return Actions::tr("&Edit");
    case MenuId::view:
        return Actions::tr("&View");
    case MenuId::plan:
        return Actions::tr("&Plan");
    case MenuId::help:
        break;
    }
    return Actions::tr("&Help");
}

Actions::Actions(Session& session, QWidget& window) : QObject(&window), session_(session), window_(window) {
    for (const auto& info : infos) {
        auto* action = new QAction(words(info.text), this);
        action->setObjectName(QString::fromLatin1(info.name));
        action->setToolTip(words(info.tip));
        action->setStatusTip(words(info.tip));
        action->setCheckable(info.checkable);
        if (*info.keys != '\0') {
            action->setShortcuts(QKeySequence::listFromString(QString::fromLatin1(info.keys)));
        }
        // Also while an editor in a page has the focus; editors take Ctrl+Z for their own text first.
        action->setShortcutContext(Qt::WindowShortcut);
        if (*info.icon != '\0') {
            action->setIcon(icon(QString::fromLatin1(info.icon)));
        }
        action->setMenuRole(info.id == ActionId::quit    ? QAction::QuitRole
                            : info.id == ActionId::about ? QAction::AboutRole
                                                         : QAction::NoRole);
        window.addAction(action);
        byId_[info.id] = action;
        all_.push_back(action);
    }
    connect(&session, &Session::opened, this, &Actions::enable);
    connect(&session, &Session::closed, this, &Actions::enable);
    connect(&session, &Session::historyChanged, this, &Actions::enable);
    connect(&session, &Session::writableChanged, this, &Actions::enable);
    enable();
}

QAction& Actions::addPageAction(const QString& pageId, const QString& title, const QIcon& sign) {
    auto* action = new QAction(sign, title, this);
    action->setObjectName(QStringLiteral("goTo_") + pageId);
    action->setToolTip(tr("Go to the page %1").arg(title));
    ++pages_;
    // The first ten by Ctrl, the next by Alt, the next by both; any by its name in Find anything.
    const QStringList modifiers{QStringLiteral("Ctrl+%1"), QStringLiteral("Alt+%1"),
                                QStringLiteral("Ctrl+Alt+%1")};
    if (constexpr int keys = 10; pages_ <= keys * modifiers.size()) {
        action->setShortcut(QKeySequence(modifiers[(pages_ - 1) / keys].arg(pages_ % keys)));
    }
    action->setEnabled(session_.isOpen());
    window_.addAction(action);
    all_.push_back(action);
    if (const auto menu = menus_.find(MenuId::view); menu != menus_.end()) {
        menu->second->insertAction(beforePages_, action);
    }
    return *action;
}

void Actions::fill(QMenuBar& bar) {
    for (const auto& info : infos) {
        auto*& menu = menus_[info.menu];
        if (!menu) {
            menu = bar.addMenu(menuTitle(info.menu));
            menu->setObjectName(QStringLiteral("menu%1").arg(int(info.menu)));
            menu->setToolTipsVisible(true);
        }
        if (info.startsSection) {
            menu->addSeparator();
        }
        menu->addAction(byId_.at(info.id));
        if (info.id == ActionId::previousPage) {
            beforePages_ = menu->insertSeparator(byId_.at(info.id));
        }
        if (info.id == ActionId::redo) {
            addTableMenu(*menu);
        }
    }
}

void Actions::addTableMenu(QMenu& edit) {
    auto* rows = edit.addMenu(tr("Rows and &cells"));
    rows->setObjectName(QStringLiteral("menuOfTable"));
    // A menu that is opened by key takes the focus itself.
    connect(qApp, &QApplication::focusChanged, this, [this](QWidget*, QWidget* now) {
        if (now && !qobject_cast<QMenuBar*>(now)) {
            focused_ = now;
        }
    });
    connect(&edit, &QMenu::aboutToShow, this, [this, rows] {
        rows->clear();
        if (qobject_cast<QAbstractItemView*>(focused_)) {
            rows->addActions(focused_->actions());
        }
        rows->setEnabled(!rows->isEmpty());
    });
}

QString Actions::menuOf(const QAction& action) const {
    for (const auto& info : infos) {
        if (byId_.at(info.id) == &action) {
            return menuTitle(info.menu).remove(u'&');
        }
    }
    return tr("Pages");
}

void Actions::enable() {
    const auto can = [this](Needs needs) {
        switch (needs) {
        case Needs::plan:
            return session_.isOpen();
        case Needs::writablePlan:
            return session_.isWritable();
        case Needs::somethingToUndo:
            return session_.isWritable() && !session_.undoLabel().isEmpty();
        case Needs::somethingToRedo:
            return session_.isWritable() && !session_.redoLabel().isEmpty();
        case Needs::nothing:
            break;
        }
        return true;
    };
    for (const auto& info : infos) {
        byId_.at(info.id)->setEnabled(can(info.needs));
    }
    for (auto i = infos.size(); i < all_.size(); ++i) {
        all_[i]->setEnabled(session_.isOpen());
    }
    const auto named = [](const QString& verb, const QString& label) {
        auto safe = label;
        return label.isEmpty() ? verb
                               : QStringLiteral("%1: %2").arg(
                                     verb, safe.replace(QStringLiteral("&"), QStringLiteral("&&")));
    };
    at(ActionId::undo).setText(named(tr("&Undo"), session_.undoLabel()));
    at(ActionId::redo).setText(named(tr("&Redo"), session_.redoLabel()));
}

} // namespace wardmote::ui
