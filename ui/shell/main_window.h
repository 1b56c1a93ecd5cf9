#pragma once
#include "ui/shell/shell_services.h"

#include <QMainWindow>

class QStackedWidget;

namespace wardmote::ui {

class Actions;
class BottomBar;
class FindAnything;
class MessageBar;
class Page;
class PlanOpener;
class Session;
class StartPage;
class Workspace;
struct PagePlace;

/// The window. It puts the parts together and connects them; each part does its own work.
class MainWindow : public QMainWindow {
    Q_OBJECT
public:
    explicit MainWindow(const ShellServices& services);
    ~MainWindow() override;

    Session& session() const { return *session_; }
    Actions& actions() const { return *actions_; }
    Workspace& workspace() const { return *workspace_; }
    PlanOpener& opener() const { return *opener_; }
    MessageBar& messages() const { return *messages_; }
    const ShellServices& services() const { return services_; }

    void addPage(Page* page, const PagePlace& place);
    /// Opens a plan, or begins to import any other file. What a drop and the command line do.
    void openFile(const QString& path);
    /// Size, place and page of last time. After the pages have been added.
    void restore();
    void findAnything();

protected:
    void closeEvent(QCloseEvent* event) override;
    void dragEnterEvent(QDragEnterEvent* event) override;
    void dropEvent(QDropEvent* event) override;

private:
    void buildParts();
    void connectActions();
    void connectSession();
    void showPlan();
    void showTitle();
    void showNotices();

    ShellServices services_;
    Session* session_ = nullptr;
    Actions* actions_ = nullptr;
    PlanOpener* opener_ = nullptr;
    MessageBar* messages_ = nullptr;
    QStackedWidget* views_ = nullptr;
    StartPage* start_ = nullptr;
    Workspace* workspace_ = nullptr;
    BottomBar* bottom_ = nullptr;
    QString waitingImport_; ///< a file dropped before a plan was there to import it into
};

} // namespace wardmote::ui
