#pragma once
#include <QString>

class QDialog;
class QWidget;

namespace wardmote::ui {

class Actions;

/// How to work with the program and what its figures mean. Not modal: it stays beside the work.
QDialog* showHelp(QWidget& window);
/// Every key that the window knows, from its actions and those of its pages.
QDialog* showShortcuts(QWidget& window, const Actions& actions);
/// Version, licence and whose work the program rests on.
QDialog* showAbout(QWidget& window, const QString& version);

} // namespace wardmote::ui
