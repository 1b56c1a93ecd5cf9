#pragma once
#include "ui/shell/shell_services.h"

#include <QWidget>

class QLabel;
class QProgressBar;
class QVBoxLayout;

namespace wardmote::ui {

class Actions;
class PlanOpener;

/// What the window shows while no plan is open: plans opened before, new, open, samples.
class StartPage : public QWidget {
    Q_OBJECT
public:
    StartPage(const ShellServices& services, Actions& actions, PlanOpener& opener, QWidget* parent = nullptr);

private:
    void showRecent();
    QWidget* recentRow(const QString& path, int number);
    QWidget* beginnings(Actions& actions);
    QWidget* samples();

    const ShellServices& services_;
    PlanOpener& opener_;
    QWidget* recent_ = nullptr;
    QVBoxLayout* recentRows_ = nullptr;
    QWidget* busy_ = nullptr;
    QLabel* busyText_ = nullptr;
    QProgressBar* progress_ = nullptr;
};

} // namespace wardmote::ui
