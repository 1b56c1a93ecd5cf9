#include "ui/pages/import/deliberate_choice.h"

#include <QAbstractItemView>
#include <QCoreApplication>
#include <QKeyEvent>
#include <QWheelEvent>

namespace wardmote::ui {

DeliberateChoice::DeliberateChoice(QWidget* parent) : QComboBox(parent) {
    setFocusPolicy(Qt::StrongFocus);
}

void DeliberateChoice::keyPressEvent(QKeyEvent* event) {
    switch (event->key()) {
    case Qt::Key_Up:
    case Qt::Key_Down:
    case Qt::Key_PageUp:
    case Qt::Key_PageDown:
    case Qt::Key_Home:
    case Qt::Key_End:
        showPopup();
        return;
    default:
        break;
    }
    const bool typed = !event->text().isEmpty() && event->text().front().isLetterOrNumber() &&
                       (event->modifiers() & ~Qt::ShiftModifier) == 0;
    if (typed) {
        showPopup();
        QCoreApplication::sendEvent(view(), event); // finds what begins so
        return;
    }
    QComboBox::keyPressEvent(event);
}

void DeliberateChoice::wheelEvent(QWheelEvent* event) {
    event->ignore();
}

} // namespace wardmote::ui
