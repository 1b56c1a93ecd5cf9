#pragma once
#include <QObject>
#include <QPalette>

namespace wardmote::ui {

class Actions;
class Preferences;

/// Dresses the program as the person chose, at once and whenever the choice or the desktop changes.
class ThemeControl : public QObject {
    Q_OBJECT
public:
    ThemeControl(Preferences& preferences, Actions& actions, QObject* parent);

private:
    bool wantsDark() const;
    void apply();

    Preferences& preferences_;
    Actions& actions_;
    QPalette desktop_; ///< as it was before we set ours: how Qt before 6.5 shows a dark desktop
};

} // namespace wardmote::ui
