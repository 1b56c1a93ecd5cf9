#include "ui/shell/theme_control.h"

#include "ui/session/preferences.h"
#include "ui/shell/actions.h"
#include "ui/widgets/theme.h"

#include <QActionGroup>
#include <QApplication>
#include <QStyleHints>

namespace wardmote::ui {

ThemeControl::ThemeControl(Preferences& preferences, Actions& actions, QObject* parent)
    : QObject(parent), preferences_(preferences), actions_(actions), desktop_(QApplication::palette()) {
    auto* group = new QActionGroup(this);
    for (const auto& [id, choice] :
         {std::pair(ActionId::followSystem, ThemeChoice::system),
          std::pair(ActionId::light, ThemeChoice::light), std::pair(ActionId::dark, ThemeChoice::dark)}) {
        auto& action = actions.at(id);
        group->addAction(&action);
        action.setChecked(preferences.theme() == choice);
        connect(&action, &QAction::triggered, this,
                [this, choice = choice] { preferences_.setTheme(choice); });
    }
    connect(&preferences, &Preferences::changed, this, [this](const QString& key) {
        if (key == preference::theme.key) {
            apply();
        }
    });
#if QT_VERSION >= QT_VERSION_CHECK(6, 5, 0)
    connect(QApplication::styleHints(), &QStyleHints::colorSchemeChanged, this, &ThemeControl::apply);
#endif
    apply();
}

bool ThemeControl::wantsDark() const {
    switch (preferences_.theme()) {
    case ThemeChoice::light:
        return false;
    case ThemeChoice::dark:
        return true;
    case ThemeChoice::system:
        break;
    }
#if QT_VERSION >= QT_VERSION_CHECK(6, 5, 0)
    return QApplication::styleHints()->colorScheme() == Qt::ColorScheme::Dark;
#else
    return isDark(desktop_);
#endif
}

void ThemeControl::apply() {
    if (auto* application = qobject_cast<QApplication*>(QCoreApplication::instance())) {
        applyTheme(*application, wantsDark() ? darkTheme() : lightTheme());
    }
}

} // namespace wardmote::ui
