#pragma once
#include <QAction>
#include <QObject>
#include <QPointer>
#include <QString>

#include <cstdint>
#include <map>
#include <span>
#include <vector>

class QMenu;
class QMenuBar;

namespace wardmote::ui {

class Session;

enum class ActionId : std::uint8_t {
    newPlan,
    openPlan,
    importFile,
    saveCopy,
    writeReport,
    closePlan,
    quit,
    undo,
    redo,
    findAnything,
    planSettings,
    history,
    nextPage,
    previousPage,
    nextPane,
    showInspector,
    followSystem,
    light,
    dark,
    fullScreen,
    help,
    shortcuts,
    about,
};

enum class MenuId : std::uint8_t { file, edit, view, plan, help };

/// What must be so for an action to be possible.
enum class Needs : std::uint8_t { nothing, plan, writablePlan, somethingToUndo, somethingToRedo };

/// One row of the table from which menus, tooltips, the shortcuts page and the test for clashes come.
struct ActionInfo {
    ActionId id;
    const char* name; ///< "undo"; object name and key in tests
    const char* text; ///< with its mnemonic
    const char* tip;
    const char* icon; ///< file in resources/icons; empty: none
    const char* keys; ///< in Qt's portable form, several separated by "; "
    MenuId menu;
    Needs needs = Needs::nothing;
    bool checkable = false;
    bool startsSection = false; ///< a line above it in its menu
};
std::span<const ActionInfo> actionInfos();
QString menuTitle(MenuId menu);

/// The actions of one window. Text of undo and redo says what they would do.
class Actions : public QObject {
    Q_OBJECT
public:
    Actions(Session& session, QWidget& window);

    QAction& at(ActionId id) const { return *byId_.at(id); }
    /// An action beside the table's: going to a page, made when the page is added.
    QAction& addPageAction(const QString& pageId, const QString& title, const QIcon& sign);
    void fill(QMenuBar& bar);
    /// Every action, in the order of the menus.
    const std::vector<QAction*>& all() const { return all_; }
    /// Menu under which the shortcuts page lists an action.
    QString menuOf(const QAction& action) const;

private:
    void enable();
    /// What the table that has the keyboard can do, in the Edit menu for those who look for it there.
    void addTableMenu(QMenu& edit);

    Session& session_;
    QWidget& window_;
    std::map<ActionId, QAction*> byId_;
    std::vector<QAction*> all_;
    std::map<MenuId, QMenu*> menus_;
    QAction* beforePages_ = nullptr;
    int pages_ = 0;
    QPointer<QWidget> focused_; ///< what had the keyboard before a menu took it
};

} // namespace wardmote::ui
