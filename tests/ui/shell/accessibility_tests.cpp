#include "tests/support/accessibility_audit.h"
#include "tests/support/catch.h"
#include "tests/ui/shell/shell_fixture.h"
#include "ui/shell/actions.h"
#include "ui/widgets/page.h"

#include <QDialog>
#include <QMenuBar>
#include <QPushButton>

using namespace wardmote;
using namespace wardmote::tests;
using ui::ActionId;

TEST_CASE("the audit finds what it is for") {
    QWidget root;
    auto* unnamed = new QPushButton(&root);
    unnamed->setObjectName(QStringLiteral("a"));
    auto* one = new QPushButton(QStringLiteral("&Save"), &root);
    auto* two = new QPushButton(QStringLiteral("&Send"), &root);
    one->setObjectName(QStringLiteral("one"));
    two->setObjectName(QStringLiteral("two"));
    root.show();
    CHECK(accessibilityProblems(root).size() == 2);
    (new QMenuBar(&root))->addMenu(QStringLiteral("&Share"));
    CHECK(accessibilityProblems(root).size() == 3); // Alt+S is a menu's, too
}

TEST_CASE("the start page can be used by keyboard and screen reader") {
    ShellFixture shell;
    shell.preferences.noteRecentPlan(shell.path("gone.wardmote"));
    shell.window->show();
    CHECK(accessibilityProblems(*shell.window).join(u'\n').toStdString() == "");
}

TEST_CASE("every page can be used by keyboard and screen reader, empty and with a plan") {
    ShellFixture shell;
    shell.window->resize(1280, 720);
    shell.window->show();
    shell.prompts.filesToSave.push_back(shell.path("empty.wardmote"));
    const bool empty = GENERATE(true, false);
    if (empty) {
        shell.window->actions().at(ActionId::newPlan).trigger();
    } else {
        shell.openExample();
        REQUIRE(shell.idle());
        plan::Changes longNames;
        for (const auto id : shell.session().plan()->ids(plan::RecordKind::arrangement)) {
            longNames.set<&plan::Arrangement::name>(
                id, plan::Value{std::string("Option B: area forums that follow wards and beats (example)")});
        }
        shell.session().perform(QStringLiteral("Give long names"), longNames);
    }
    REQUIRE(shell.idle());
    for (const auto* page : shell.window->workspace().pages()) {
        CAPTURE(page->pageId().toStdString(), empty);
        shell.window->workspace().goTo(page->pageId());
        QCoreApplication::processEvents();
        CHECK(accessibilityProblems(*shell.window).join(u'\n').toStdString() == "");
        CHECK(shell.window->width() <= 1280); // nothing pushes the window wider than a small screen
        CHECK(shell.window->height() <= 720);
        // The pages lie on one another: the widest would squeeze the inspector of them all.
        CHECK(page->minimumSizeHint().width() <= 770);
    }
}

TEST_CASE("dialogs can be used by keyboard and screen reader") {
    ShellFixture shell;
    shell.window->show();
    for (const auto& [id, name] : {std::pair(ActionId::help, QStringLiteral("helpDialog")),
                                   std::pair(ActionId::shortcuts, QStringLiteral("shortcutsDialog")),
                                   std::pair(ActionId::about, QStringLiteral("aboutDialog"))}) {
        shell.window->actions().at(id).trigger();
        auto* dialog = shell.window->findChild<QDialog*>(name);
        REQUIRE(dialog);
        CHECK(accessibilityProblems(*dialog).join(u'\n').toStdString() == "");
    }
}
