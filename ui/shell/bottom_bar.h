#pragma once
#include <QWidget>

class QLabel;
class QPushButton;

namespace wardmote::ui {

class Actions;
class Session;

/// What the last edit did, with Undo beside it, and whether everything is in the file.
class BottomBar : public QWidget {
    Q_OBJECT
public:
    BottomBar(Session& session, Actions& actions, QWidget* parent = nullptr);

    /// What the program is busy with; empty: nothing.
    void setBusy(const QString& what);

private:
    void showEdit();
    void showState();

    Session& session_;
    QString busy_;
    QLabel* edit_ = nullptr;
    QPushButton* undo_ = nullptr;
    QPushButton* redo_ = nullptr;
    QLabel* state_ = nullptr;
};

/// "13:40" for today, "21 Nov 13:40" for this year, else with the year; local time from the history's UTC.
QString timeOfEdit(const QString& utc, const QDateTime& now);

} // namespace wardmote::ui
