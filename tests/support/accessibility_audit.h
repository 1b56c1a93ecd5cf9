#pragma once
#include <QAbstractButton>
#include <QAccessible>
#include <QAction>
#include <QKeySequence>
#include <QLabel>
#include <QMap>
#include <QMenu>
#include <QMenuBar>
#include <QStringList>
#include <QWidget>

#include <set>

namespace wardmote::tests {

/// Parts that Qt puts inside its own widgets: their owner is audited instead.
inline bool isInnerPart(const QWidget& widget) {
    return widget.objectName().startsWith(QStringLiteral("qt_")) ||
           (widget.parentWidget() && (widget.parentWidget()->inherits("QComboBox") ||
                                      widget.parentWidget()->inherits("QAbstractSpinBox") ||
                                      widget.parentWidget()->inherits("QHeaderView"))) ||
           widget.inherits("QHeaderView") || widget.inherits("QTabBar") || widget.inherits("QMenuBar") ||
           widget.inherits("QTableCornerButton") || widget.inherits("QScrollBar") ||
           widget.inherits("QComboBoxPrivateContainer");
}

inline QList<QWidget*> focusableIn(const QWidget& root) {
    QList<QWidget*> found;
    for (auto* widget : root.findChildren<QWidget*>()) {
        if (widget->isVisibleTo(&root) && widget->isEnabled() &&
            (widget->focusPolicy() & Qt::TabFocus) != 0 && !widget->isWindow() && !isInnerPart(*widget)) {
            found << widget;
        }
    }
    return found;
}

inline QString described(const QWidget& widget) {
    return QStringLiteral("%1 \"%2\" in %3")
        .arg(QString::fromLatin1(widget.metaObject()->className()), widget.objectName(),
             widget.parentWidget() ? widget.parentWidget()->objectName() : QString());
}

/// What keeps people who use the keyboard or a screen reader from using what is shown in `root`: focusable
/// controls without an accessible name or an object name, controls that Tab never reaches, a mnemonic that
/// two visible controls claim, or a control and a menu of the window. Empty if all is well. `root` must be
/// shown.
inline QStringList accessibilityProblems(QWidget& root) {
    QStringList problems;
    const auto focusable = focusableIn(root);
    for (const auto* widget : focusable) {
        auto* interface = QAccessible::queryAccessibleInterface(const_cast<QWidget*>(widget));
        if (!interface || interface->text(QAccessible::Name).trimmed().isEmpty()) {
            problems << QStringLiteral("no accessible name: ") + described(*widget);
        }
        if (widget->objectName().isEmpty()) {
            problems << QStringLiteral("no object name: ") + described(*widget);
        }
    }

    std::set<const QWidget*> reached;
    const auto* start = root.window();
    const QWidget* at = start;
    do {
        reached.insert(at);
        at = at->nextInFocusChain();
    } while (at && at != start);
    for (const auto* widget : focusable) {
        if (!reached.contains(widget)) {
            problems << QStringLiteral("Tab never comes to: ") + described(*widget);
        }
    }

    QMap<QString, QString> mnemonics;
    const auto claim = [&](const QString& text, const QWidget& widget) {
        const auto key = QKeySequence::mnemonic(text).toString();
        if (key.isEmpty()) {
            return;
        }
        if (mnemonics.contains(key)) {
            problems
                << QStringLiteral("%1 is claimed by %2 and %3").arg(key, mnemonics[key], described(widget));
        }
        mnemonics[key] = described(widget);
    };
    for (const auto* button : root.findChildren<QAbstractButton*>()) {
        if (button->isVisibleTo(&root)) {
            claim(button->text(), *button);
        }
    }
    for (const auto* bar : root.findChildren<QMenuBar*>()) {
        for (const auto* menu : bar->actions()) {
            claim(menu->text(), *bar);
        }
    }
    for (const auto* label : root.findChildren<QLabel*>()) {
        if (label->isVisibleTo(&root) && label->buddy()) {
            claim(label->text(), *label);
        }
    }
    return problems;
}

/// Mnemonics that two entries of one menu claim.
inline QStringList menuProblems(const QMenu& menu) {
    QStringList problems;
    std::set<QString> keys;
    for (const auto* action : menu.actions()) {
        const auto key = QKeySequence::mnemonic(action->text()).toString();
        if (!key.isEmpty() && !keys.insert(key).second) {
            problems << QStringLiteral("%1 twice in %2: %3").arg(key, menu.title(), action->text());
        }
    }
    return problems;
}

} // namespace wardmote::tests
