#include "tests/support/accessibility_audit.h"
#include "tests/support/catch.h"
#include "tests/ui/shell/shell_fixture.h"
#include "ui/shell/actions.h"
#include "ui/widgets/page.h"
#include "ui/widgets/theme.h"

#include <QMenuBar>

#include <map>
#include <set>

using namespace wardmote;
using namespace wardmote::tests;

TEST_CASE("the table of actions has each name, text and key once, and a tip for each") {
    std::set<std::string> names;
    std::set<std::string> texts;
    std::map<QKeySequence, std::string> keys;
    for (const auto& info : ui::actionInfos()) {
        CAPTURE(info.name);
        CHECK(names.insert(info.name).second);
        CHECK(texts.insert(info.text).second);
        CHECK(*info.tip != '\0');
        const auto written = QString::fromLatin1(info.keys);
        for (const auto& key :
             written.isEmpty() ? QList<QKeySequence>() : QKeySequence::listFromString(written)) {
            CHECK_FALSE(key.isEmpty());
            CHECK(keys.emplace(key, info.name).second);
        }
        if (*info.icon != '\0') {
            CHECK_FALSE(ui::icon(QString::fromLatin1(info.icon)).isNull());
        }
    }
}

TEST_CASE("no two actions of the window, its pages and tables want the same key at the same time") {
    ShellFixture shell;
    // Keys of the window always count; those of a page or table only while it has the focus, so they must
    // not be the window's.
    std::map<QKeySequence, const QAction*> ofWindow;
    for (const auto* action : shell.window->actions().all()) {
        for (const auto& key : action->shortcuts()) {
            CAPTURE(key.toString().toStdString(), action->text().toStdString());
            CHECK(ofWindow.emplace(key, action).second);
        }
    }
    for (const auto* page : shell.window->workspace().pages()) {
        for (const auto* action : page->findChildren<QAction*>()) {
            for (const auto& key : action->shortcuts()) {
                CAPTURE(key.toString().toStdString(), action->text().toStdString(),
                        page->objectName().toStdString());
                CHECK_FALSE(ofWindow.contains(key));
                CHECK(action->shortcutContext() != Qt::ApplicationShortcut);
            }
        }
    }
}

TEST_CASE("every action stands in a menu, and mnemonics do not clash") {
    ShellFixture shell;
    shell.openExample();
    std::set<const QAction*> inMenus;
    std::set<QString> titles;
    for (auto* entry : shell.window->menuBar()->actions()) {
        REQUIRE(entry->menu());
        CHECK(titles.insert(QKeySequence::mnemonic(entry->text()).toString()).second);
        const auto problems = menuProblems(*entry->menu());
        CAPTURE(problems.join(u'\n').toStdString());
        CHECK(problems.isEmpty());
        for (const auto* action : entry->menu()->actions()) {
            inMenus.insert(action);
        }
    }
    for (const auto* action : shell.window->actions().all()) {
        CAPTURE(action->objectName().toStdString());
        CHECK(inMenus.contains(action));
    }
}

TEST_CASE("actions are possible when what they need is there") {
    ShellFixture shell;
    const auto enabled = [&](ui::ActionId id) { return shell.window->actions().at(id).isEnabled(); };
    CHECK(enabled(ui::ActionId::newPlan));
    CHECK_FALSE(enabled(ui::ActionId::importFile));
    CHECK_FALSE(enabled(ui::ActionId::undo));
    shell.openExample();
    REQUIRE(eventually([&] { return enabled(ui::ActionId::undo); }));
    CHECK(enabled(ui::ActionId::importFile));
    CHECK_FALSE(enabled(ui::ActionId::redo));
    CHECK(shell.window->actions().at(ui::ActionId::undo).text().contains(QStringLiteral("Add the example")));
    shell.window->actions().at(ui::ActionId::undo).trigger();
    REQUIRE(eventually([&] { return enabled(ui::ActionId::redo); }));
    shell.session().close();
    CHECK_FALSE(enabled(ui::ActionId::redo));
    CHECK_FALSE(enabled(ui::ActionId::closePlan));
}
