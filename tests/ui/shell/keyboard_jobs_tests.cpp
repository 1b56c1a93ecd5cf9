/// The main jobs of the program, each done from one end to the other with the keyboard alone.
#include "core/plan/change.h"
#include "tests/support/catch.h"
#include "tests/ui/shell/shell_fixture.h"
#include "ui/session/selection.h"
#include "ui/widgets/page.h"

#include <QAction>
#include <QApplication>
#include <QClipboard>
#include <QComboBox>
#include <QLineEdit>
#include <QPlainTextEdit>
#include <QPushButton>
#include <QTableView>
#include <QTreeWidget>

using namespace wardmote;
using namespace wardmote::tests;
using plan::RecordKind;

namespace {

/// The window with the example plan, worked with the keyboard alone: every key goes to what has the focus.
struct Keyboard : ShellFixture {
    Keyboard() {
        window->resize(1280, 720);
        window->show();
        window->activateWindow();
        REQUIRE(QTest::qWaitForWindowActive(window.get()));
        openExample();
        REQUIRE(idle());
    }

    void press(Qt::Key key, Qt::KeyboardModifiers modifiers = Qt::NoModifier) {
        REQUIRE(QApplication::focusWidget());
        QTest::keyClick(QApplication::focusWidget(), key, modifiers);
    }
    void type(const QString& text) { QTest::keyClicks(QApplication::focusWidget(), text); }
    QString focused() const {
        for (QWidget* widget = QApplication::focusWidget(); widget; widget = widget->parentWidget()) {
            if (!widget->objectName().isEmpty() && !widget->objectName().startsWith(QStringLiteral("qt_"))) {
                return widget->objectName();
            }
        }
        return {};
    }
    /// Tab, or Shift+Tab, until the control of this name has the focus; false if it is never reached.
    bool tabTo(const char* name, bool backwards = false) {
        for (int i = 0; i < 80 && focused() != QLatin1String(name); ++i) {
            press(backwards ? Qt::Key_Backtab : Qt::Key_Tab, backwards ? Qt::ShiftModifier : Qt::NoModifier);
        }
        INFO("the focus is at " << focused().toStdString());
        CHECK(focused() == QLatin1String(name));
        return focused() == QLatin1String(name);
    }
    /// Until a dialog has come and has the keyboard.
    bool inDialog() const {
        return eventually([] {
            const auto* dialog = QApplication::activeModalWidget();
            return dialog && QApplication::focusWidget() && dialog->isAncestorOf(QApplication::focusWidget());
        });
    }
    /// By its key, from wherever the focus is.
    void goToPage(const char* pageId) {
        const auto* action = window->findChild<QAction*>(QStringLiteral("goTo_") + QLatin1String(pageId));
        REQUIRE(action);
        const auto keys = action->shortcut();
        REQUIRE(keys.count() == 1);
        press(keys[0].key(), keys[0].keyboardModifiers());
        REQUIRE(window->workspace().current()->pageId() == QLatin1String(pageId));
    }
    const plan::Mechanism* mechanismNamed(std::string_view name) const {
        for (const auto& each : session().plan()->all<plan::Mechanism>()) {
            if (each.name == name) {
                return &each;
            }
        }
        return nullptr;
    }
};

} // namespace

TEST_CASE("keys alone add a mechanism by the short form, take it back and bring it again") {
    Keyboard keys;
    keys.goToPage("mechanisms");
    REQUIRE(keys.tabTo("records"));
    keys.press(Qt::Key_Insert);
    REQUIRE(keys.inDialog());
    keys.type(QStringLiteral("Canal forum"));
    keys.press(Qt::Key_Tab); // kind
    keys.press(Qt::Key_Down);
    keys.press(Qt::Key_Return, Qt::ControlModifier);
    if (QApplication::activeModalWidget()) {
        REQUIRE(keys.tabTo("accept"));
        keys.press(Qt::Key_Space);
    }
    REQUIRE(keys.idle());
    REQUIRE(keys.mechanismNamed("Canal forum"));
    CHECK(keys.mechanismNamed("Canal forum")->kind.has_value());
    keys.window->activateWindow(); // as a desktop does when a dialog closes
    REQUIRE(QTest::qWaitForWindowActive(keys.window.get()));
    REQUIRE(eventually([&] { return keys.focused() == QStringLiteral("records"); })); // where the new one is

    keys.press(Qt::Key_Z, Qt::ControlModifier);
    REQUIRE(keys.idle());
    CHECK_FALSE(keys.mechanismNamed("Canal forum"));
    keys.press(Qt::Key_Y, Qt::ControlModifier);
    REQUIRE(keys.idle());
    CHECK(keys.mechanismNamed("Canal forum"));
}

TEST_CASE("keys alone change one column of many rows") {
    Keyboard keys;
    keys.goToPage("mechanisms");
    REQUIRE(keys.tabTo("records"));
    keys.press(Qt::Key_Home, Qt::ControlModifier);
    for (int column = 0; column < 2; ++column) {
        keys.press(Qt::Key_Right); // kind, status
    }
    auto* view = qobject_cast<QTableView*>(QApplication::focusWidget());
    REQUIRE(view);
    REQUIRE(view->model()->headerData(view->currentIndex().column(), Qt::Horizontal).toString() ==
            QStringLiteral("Status"));
    keys.press(Qt::Key_Down, Qt::ShiftModifier);
    keys.press(Qt::Key_Down, Qt::ShiftModifier);
    keys.press(Qt::Key_E, Qt::ControlModifier);
    REQUIRE(keys.inDialog());
    auto* choices = qobject_cast<QComboBox*>(QApplication::focusWidget());
    REQUIRE(choices);
    keys.type(QStringLiteral("Pau"));
    CHECK(choices->currentText() == QStringLiteral("Paused"));
    REQUIRE(keys.tabTo("accept"));
    keys.press(Qt::Key_Return);
    REQUIRE(keys.idle());
    int paused = 0;
    for (const auto& each : keys.session().plan()->all<plan::Mechanism>()) {
        paused += each.status == plan::MechanismStatus::paused ? 1 : 0;
    }
    CHECK(paused == 3);
    CHECK(keys.session().undoLabel().contains(QStringLiteral("3 mechanisms")));
}

TEST_CASE("keys alone assign an area to a cluster, by its key and by the menu") {
    Keyboard keys;
    keys.goToPage("clusters");
    REQUIRE(eventually([&] { return keys.window->findChild<QTreeWidget*>(QStringLiteral("areaTable")); }));
    auto* areas = keys.window->findChild<QTreeWidget*>(QStringLiteral("areaTable"));
    REQUIRE(eventually([&] { return areas->topLevelItemCount() == 12; }));
    REQUIRE(keys.tabTo("areaTable"));
    keys.press(Qt::Key_Home);
    keys.press(Qt::Key_Down, Qt::ShiftModifier);
    REQUIRE(keys.session().selection().ids().size() == 2);
    const auto chosen = keys.session().selection().ids();
    keys.press(Qt::Key_2);
    REQUIRE(keys.idle());
    const auto undo = keys.session().undoLabel();
    CHECK(undo.startsWith(QStringLiteral("Move ")));

    keys.press(Qt::Key_Return);
    REQUIRE(eventually([] { return QApplication::activePopupWidget() != nullptr; }));
    QTest::keyClick(QApplication::activePopupWidget(), Qt::Key_3); // by its mnemonic
    REQUIRE(keys.idle());
    REQUIRE(eventually([&] { return keys.session().undoLabel() != undo; }));
    CHECK(keys.session().undoLabel().startsWith(QStringLiteral("Move ")));
    CHECK(keys.session().selection().ids() == chosen);
}

TEST_CASE("keys alone record a review on a pair") {
    Keyboard keys;
    const auto reviews = keys.session().plan()->all<plan::Review>().size();
    keys.goToPage("duplication");
    auto* pairs = keys.window->findChild<QTableView*>(QStringLiteral("duplicationPairs"));
    REQUIRE(pairs);
    REQUIRE(eventually([&] { return pairs->model()->rowCount() > 0; }));
    REQUIRE(keys.tabTo("duplicationPairs"));
    keys.press(Qt::Key_Home);
    keys.press(Qt::Key_F6); // to the inspector
    REQUIRE(keys.tabTo("reviewFinding"));
    keys.type(QStringLiteral("Dup"));
    REQUIRE(keys.tabTo("reviewReason"));
    keys.type(QStringLiteral("The same people"));
    REQUIRE(keys.tabTo("reviewRecord"));
    keys.press(Qt::Key_Space);
    REQUIRE(eventually([&] { return keys.session().plan()->all<plan::Review>().size() == reviews + 1; }));
    keys.press(Qt::Key_Z, Qt::ControlModifier);
    CHECK(eventually([&] { return keys.session().plan()->all<plan::Review>().size() == reviews; }));
}

TEST_CASE("keys alone go back to a point of the history") {
    Keyboard keys;
    const auto rename = [&](const char* name) {
        plan::Changes changes;
        changes.set<&plan::Mechanism::name>(601, plan::Value{std::string(name)});
        keys.session().perform(QStringLiteral("Rename to %1").arg(QLatin1String(name)), changes);
        REQUIRE(keys.idle());
    };
    rename("One");
    rename("Two");
    rename("Three");
    keys.goToPage("history");
    auto* rows = keys.window->findChild<QTableView*>(QStringLiteral("historyRows"));
    REQUIRE(rows);
    REQUIRE(eventually([&] { return rows->model()->rowCount() >= 4; }));
    REQUIRE(keys.tabTo("historyRows"));
    keys.press(Qt::Key_Home);
    keys.press(Qt::Key_Down);
    keys.press(Qt::Key_Down); // "Rename to One"
    keys.prompts.confirmations.push_back(true);
    keys.press(Qt::Key_Return);
    REQUIRE(eventually([&] { return keys.mechanismNamed("One") != nullptr; }));
    CHECK(keys.prompts.asked.size() == 1);
    CHECK_FALSE(keys.mechanismNamed("Three"));
}

TEST_CASE("keys alone write a report") {
    Keyboard keys;
    const auto target = keys.folder / "out.pdf";
    keys.press(Qt::Key_P, Qt::ControlModifier);
    REQUIRE(keys.window->workspace().current()->pageId() == QStringLiteral("reports"));
    const auto* reports = keys.window->workspace().current(); // the profile has such a button too
    auto* pdf = reports->findChild<QPushButton*>(QStringLiteral("exportPdf"));
    REQUIRE(pdf);
    REQUIRE(eventually([&] { return pdf->isEnabled(); }));
    REQUIRE(keys.tabTo("exportPdf"));
    keys.prompts.filesToSave.push_back(QString::fromStdString(target.string()));
    keys.press(Qt::Key_Space);
    CHECK(eventually([&] { return std::filesystem::exists(target); }));
}

TEST_CASE("the key of a page brings the keyboard into it, and F6 back to where it was") {
    Keyboard keys;
    const auto inPage = [&] {
        return keys.window->workspace().current()->isAncestorOf(QApplication::focusWidget());
    };
    REQUIRE_FALSE(inPage()); // a plan opens with the navigation
    keys.goToPage("mechanisms");
    CHECK(inPage());
    REQUIRE(keys.tabTo("records"));
    keys.press(Qt::Key_Down);
    keys.press(Qt::Key_F6);
    REQUIRE_FALSE(inPage()); // the inspector
    keys.press(Qt::Key_F6);
    keys.press(Qt::Key_F6);
    CHECK(keys.focused() == QStringLiteral("records"));
    keys.press(Qt::Key_F6);
    keys.goToPage("organisations"); // from the inspector
    CHECK(inPage());
    keys.press(Qt::Key_F6);
    REQUIRE_FALSE(inPage());
    keys.goToPage("mechanisms");
    CHECK(keys.focused() == QStringLiteral("records"));
}
