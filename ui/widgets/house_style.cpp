#include "ui/widgets/house_style.h"

#include <QAbstractItemView>
#include <QAbstractSpinBox>
#include <QComboBox>
#include <QHelpEvent>
#include <QKeyEvent>
#include <QPainter>
#include <QPushButton>
#include <QScreen>
#include <QScrollBar>
#include <QSlider>
#include <QStyleFactory>
#include <QStyleOptionComboBox>
#include <QToolButton>
#include <QToolTip>

#include <algorithm>

namespace wardmote::ui {
namespace {

bool pressesByEnter(const QObject* widget) {
    return qobject_cast<const QPushButton*>(widget) || qobject_cast<const QToolButton*>(widget);
}

bool changesByWheel(const QObject* widget) {
    return qobject_cast<const QComboBox*>(widget) || qobject_cast<const QAbstractSpinBox*>(widget) ||
           qobject_cast<const QSlider*>(widget);
}

/// The window that Qt opens a list of choices in; it has no public type.
bool isListOfChoices(const QObject* widget) {
    return widget->inherits("QComboBoxPrivateContainer");
}

bool isEnter(const QEvent& event) {
    if (event.type() != QEvent::KeyPress) {
        return false;
    }
    const auto& key = static_cast<const QKeyEvent&>(event);
    return (key.key() == Qt::Key_Return || key.key() == Qt::Key_Enter) && !key.isAutoRepeat() &&
           !(key.modifiers() & ~Qt::KeypadModifier);
}

/// As wide as its longest entry, where the screen has room, and not beyond the screen's edge.
void widen(QWidget& list) {
    const auto* box = qobject_cast<QComboBox*>(list.parentWidget());
    if (!box) {
        return;
    }
    auto* view = box->view();
    const int frame = list.width() - view->viewport()->width();
    const auto screen = list.screen()->availableGeometry();
    const int width = std::min(view->sizeHintForColumn(box->modelColumn()) + frame, screen.width());
    if (width > list.width()) {
        list.resize(width, list.height());
        list.move(std::min(list.x(), screen.right() + 1 - width), list.y());
    }
}

bool fits(const QComboBox& box) {
    QStyleOptionComboBox option;
    option.initFrom(&box);
    option.editable = box.isEditable();
    const auto room =
        box.style()->subControlRect(QStyle::CC_ComboBox, &option, QStyle::SC_ComboBoxEditField, &box);
    return box.fontMetrics().horizontalAdvance(box.currentText()) <= room.width() - 2;
}

/// The words in full, and what the choice is for.
bool tipInFull(const QComboBox& box, const QHelpEvent& help) {
    if (box.isEditable() || fits(box)) {
        return false;
    }
    const auto words =
        box.toolTip().isEmpty() ? box.currentText() : box.currentText() + u'\n' + box.toolTip();
    QToolTip::showText(help.globalPos(), words, const_cast<QComboBox*>(&box));
    return true;
}

} // namespace

HouseStyle::HouseStyle() : QProxyStyle(QStyleFactory::create(QStringLiteral("Fusion"))) {}

void HouseStyle::polish(QWidget* widget) {
    QProxyStyle::polish(widget);
    if ((widget->focusPolicy() & Qt::WheelFocus) == Qt::WheelFocus) {
        widget->setFocusPolicy(Qt::StrongFocus);
    }
    if (pressesByEnter(widget) || changesByWheel(widget) || isListOfChoices(widget)) {
        widget->installEventFilter(this);
    }
}

void HouseStyle::unpolish(QWidget* widget) {
    widget->removeEventFilter(this);
    QProxyStyle::unpolish(widget);
}

QPixmap HouseStyle::generatedIconPixmap(QIcon::Mode mode, const QPixmap& pixmap,
                                        const QStyleOption* option) const {
    return mode == QIcon::Selected ? pixmap : QProxyStyle::generatedIconPixmap(mode, pixmap, option);
}

void HouseStyle::drawItemText(QPainter* painter, const QRect& rect, int flags, const QPalette& palette,
                              bool enabled, const QString& text, QPalette::ColorRole role) const {
    const auto* widget = dynamic_cast<QWidget*>(painter->device());
    const bool choice = qobject_cast<const QComboBox*>(widget) != nullptr;
    QProxyStyle::drawItemText(
        painter, rect, flags, palette, enabled,
        choice ? painter->fontMetrics().elidedText(text, Qt::ElideRight, rect.width()) : text, role);
}

bool HouseStyle::eventFilter(QObject* watched, QEvent* event) {
    if (isEnter(*event) && pressesByEnter(watched)) {
        static_cast<QAbstractButton*>(watched)->click();
        return true;
    }
    if (event->type() == QEvent::Wheel && changesByWheel(watched) &&
        !static_cast<QWidget*>(watched)->hasFocus()) {
        event->ignore(); // so it goes to what the control stands in
        return true;
    }
    if (event->type() == QEvent::Show && isListOfChoices(watched)) {
        widen(*static_cast<QWidget*>(watched));
    }
    if (const auto* box = qobject_cast<QComboBox*>(watched); box && event->type() == QEvent::ToolTip) {
        return tipInFull(*box, *static_cast<QHelpEvent*>(event));
    }
    return QProxyStyle::eventFilter(watched, event);
}

} // namespace wardmote::ui
