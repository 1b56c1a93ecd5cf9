#pragma once
#include "ui/widgets/theme.h"

#include <QLabel>
#include <QString>

class QLayout;
class QMenu;
class QPushButton;
class QToolButton;

/// Small makers of widgets in the window's look, so that pages agree without styling anything themselves. The
/// style sheet finds the roles by the property "role".
namespace wardmote::ui {

/// Text roles of labels.
enum class TextRole {
    pageTitle,
    title,    ///< 16 px bold: a record's name in the inspector
    section,  ///< 13 px bold: a heading within a page
    overline, ///< small capitals: a group in the navigation
    body,
    caption, ///< smaller and muted
    figure   ///< a headline number
};

void setTextRole(QLabel& label, TextRole role);
/// Attention and good have a colour; the words must say it too.
void setTextTone(QLabel& label, Tone tone);
QLabel* makeLabel(const QString& text, TextRole role, QWidget* parent = nullptr);
/// The same, wrapping at the width that it gets.
QLabel* makeParagraph(const QString& text, TextRole role = TextRole::body, QWidget* parent = nullptr);

/// Names a control for tests and for assistive technology; every focusable control needs both.
void setNames(QWidget& widget, const QString& objectName, const QString& accessibleName);

/// The one button of a page that does its main thing.
void makePrimary(QPushButton& button);
QPushButton* makeButton(const QString& text, const QString& objectName, QWidget* parent = nullptr);
QPushButton* makePrimaryButton(const QString& text, const QString& objectName, QWidget* parent = nullptr);
/// Opens a menu, which it owns, and shows that it does.
QMenu* giveMenu(QPushButton& button);
/// Looks like a link; does what a button does.
QPushButton* makeLinkButton(const QString& text, const QString& objectName, QWidget* parent = nullptr);
/// Icon only; the name is the tooltip and the accessible name.
QToolButton* makeIconButton(const QString& iconName, const QString& name, const QString& objectName,
                            QWidget* parent = nullptr);

/// The margins of a page's content, so that pages line up.
void setPageMargins(QLayout& layout);
/// Takes everything out of a layout. Widgets go at once from sight and from the window, and are deleted when
/// the loop comes round: one of them may be the button whose click asks for this.
void clearLayout(QLayout& layout);
/// Draws the widget as a card: raised ground, thin border.
void makeCard(QWidget& widget);
/// A bar of the window: "top", "bottom", "side", "inspector", "message".
void makeBar(QWidget& widget, const QString& which);

/// "193,400".
QString numberText(qint64 number);
/// What stands where nothing is recorded; never a zero.
QString notRecorded();

} // namespace wardmote::ui
