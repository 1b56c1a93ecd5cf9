#include "tests/support/catch.h"
#include "tests/ui/shell/shell_fixture.h"
#include "ui/shell/actions.h"
#include "ui/shell/bottom_bar.h"
#include "ui/shell/message_bar.h"
#include "ui/shell/navigation.h"
#include "ui/widgets/page.h"
#include "ui/widgets/theme.h"

#include <QComboBox>
#include <QDateTime>
#include <QFile>
#include <QLabel>
#include <QPushButton>
#include <QStackedWidget>
#include <QWheelEvent>

using namespace wardmote;
using namespace wardmote::tests;
using ui::ActionId;

TEST_CASE("a new plan is made where the person says, and never over a file") {
    ShellFixture shell;
    shell.prompts.filesToSave.push_back(shell.path("mine"));
    shell.window->actions().at(ActionId::newPlan).trigger();
    REQUIRE(shell.idle());
    REQUIRE(shell.session().isOpen());
    CHECK(QFile::exists(shell.path("mine.wardmote")));
    CHECK(shell.session().plan()->settings().name == "mine");
    CHECK(shell.preferences.recentPlans() == QStringList{shell.path("mine.wardmote")});
    shell.window->actions().at(ActionId::closePlan).trigger();
    CHECK_FALSE(shell.session().isOpen());

    shell.prompts.filesToSave.push_back(shell.path("mine.wardmote"));
    shell.window->actions().at(ActionId::newPlan).trigger();
    REQUIRE(shell.idle());
    CHECK_FALSE(shell.session().isOpen());
    REQUIRE(shell.prompts.warned.size() == 1);
    CHECK(shell.prompts.warned[0].contains(QStringLiteral("never replaces")));
}

TEST_CASE("a file that is no plan is refused with a reason and the window stays as it was") {
    ShellFixture shell;
    QFile file(shell.path("not a plan.wardmote"));
    REQUIRE(file.open(QIODevice::WriteOnly));
    file.write("just words");
    file.close();
    shell.window->openFile(file.fileName());
    REQUIRE(shell.idle());
    REQUIRE(shell.prompts.warned.size() == 1);
    CHECK(shell.prompts.warned[0].size() > 20);
    CHECK_FALSE(shell.session().isOpen());
    CHECK(shell.preferences.recentPlans().isEmpty());
}

TEST_CASE("the start page lists plans, marks the missing ones and forgets on request") {
    ShellFixture shell;
    { auto made = examplePlanFile(shell.folder / "here.wardmote"); }
    shell.preferences.noteRecentPlan(shell.path("gone.wardmote"));
    shell.preferences.noteRecentPlan(shell.path("here.wardmote"));
    auto* here = shell.window->findChild<QPushButton*>(QStringLiteral("recent_0"));
    auto* gone = shell.window->findChild<QPushButton*>(QStringLiteral("recent_1"));
    REQUIRE(here);
    REQUIRE(gone);
    CHECK(here->isEnabled());
    CHECK_FALSE(gone->isEnabled());
    here->click();
    REQUIRE(shell.idle());
    CHECK(shell.session().isOpen());
}

TEST_CASE("a sample opens as the person's own copy") {
    ShellFixture shell;
    shell.prompts.filesToSave.push_back(shell.path("copy.wardmote"));
    auto* sample = shell.window->findChild<QPushButton*>(QStringLiteral("sample_bathnes"));
    REQUIRE(sample);
    sample->click();
    REQUIRE(shell.idle());
    CHECK(shell.session().path() == shell.path("copy.wardmote"));
    CHECK(shell.session().plan()->count(plan::RecordKind::mechanism) > 0);
}

TEST_CASE("the bottom line says what the last edit did, and its Undo takes it back") {
    ShellFixture shell;
    shell.openExample();
    plan::Changes changes;
    changes.set<&plan::Area::name>(101, plan::Value{std::string("Elsewhere")});
    shell.session().perform(QStringLiteral("Rename the area"), std::move(changes));
    REQUIRE(shell.idle());
    auto* text = shell.window->findChild<QLabel*>(QStringLiteral("lastEdit"));
    auto* state = shell.window->findChild<QLabel*>(QStringLiteral("savedState"));
    CHECK(text->text().contains(QStringLiteral("Rename the area")));
    CHECK(state->text() == QStringLiteral("Everything is saved"));
    shell.window->findChild<QPushButton*>(QStringLiteral("undoLastEdit"))->click();
    CHECK(state->text() == QStringLiteral("Saving…"));
    REQUIRE(shell.idle());
    CHECK(plan::nameOf(*shell.session().plan(), plan::RecordKind::area, 101) != "Elsewhere");
}

TEST_CASE("times of edits are short") {
    const auto noon = QDateTime(QDate(2026, 11, 22), QTime(12, 0), Qt::UTC);
    CHECK(ui::timeOfEdit(QStringLiteral("2026-11-22T11:30:00Z"), noon.toLocalTime()).size() == 5);
    CHECK(ui::timeOfEdit(QStringLiteral("2026-03-10T12:30:00Z"), noon).startsWith(QStringLiteral("10 Mar,")));
    CHECK(ui::timeOfEdit(QStringLiteral("2024-03-10T12:30:00Z"), noon).contains(QStringLiteral("2024")));
    CHECK(ui::timeOfEdit(QString(), noon).isEmpty());
}

TEST_CASE("a plan that someone else has open is read-only, says so and can be taken over") {
    ShellFixture shell;
    auto theirs = std::make_unique<store::PlanFile>(examplePlanFile(shell.folder / "shared.wardmote"));
    shell.window->show();
    shell.window->openFile(shell.path("shared.wardmote"));
    REQUIRE(shell.idle());
    REQUIRE(shell.session().isOpen());
    CHECK_FALSE(shell.session().isWritable());
    CHECK(shell.window->windowTitle().contains(QStringLiteral("read-only")));
    auto* state = shell.window->findChild<QLabel*>(QStringLiteral("savedState"));
    CHECK(state->text().contains(QStringLiteral("someone else")));
    CHECK(shell.window->messages().isVisible());

    shell.prompts.confirmations.push_back(true);
    shell.window->findChild<QPushButton*>(QStringLiteral("messageAction"))->click();
    CHECK(shell.prompts.asked.size() == 1);
    REQUIRE(shell.idle());
    REQUIRE(shell.session().isOpen());
    CHECK(shell.session().isWritable());
}

TEST_CASE("a failed edit is told in the message bar") {
    ShellFixture shell;
    shell.openExample();
    plan::Changes bad;
    bad.set<&plan::Area::name>(101, plan::Value{});
    shell.session().perform(QStringLiteral("Take the name away"), std::move(bad));
    REQUIRE(shell.idle());
    CHECK(shell.window->messages().message().contains(QStringLiteral("Take the name away")));
}

TEST_CASE("the arrangement in force is chosen at the top, as an edit") {
    ShellFixture shell;
    shell.openExample();
    plan::Changes changes;
    plan::Arrangement option;
    option.id = shell.session().newId();
    option.name = "Option B";
    changes.insert(option);
    shell.session().perform(QStringLiteral("Add Option B"), std::move(changes));
    REQUIRE(shell.idle());
    auto* chooser = shell.window->findChild<QComboBox*>(QStringLiteral("arrangementInForce"));
    const int index = chooser->findText(QStringLiteral("Option B"));
    REQUIRE(index >= 0);
    QWheelEvent wheel({5, 5}, chooser->mapToGlobal(QPointF(5, 5)), {}, {0, -120}, Qt::NoButton,
                      Qt::NoModifier, Qt::NoScrollPhase, false);
    const int before = chooser->currentIndex();
    QCoreApplication::sendEvent(chooser, &wheel);
    CHECK(chooser->currentIndex() == before); // a wheel that passes over it changes nothing

    chooser->setCurrentIndex(index);
    Q_EMIT chooser->activated(index);
    REQUIRE(shell.idle());
    CHECK(shell.session().plan()->settings().arrangementInForce.id == option.id);
    CHECK(shell.session().lastEditLabel() == QStringLiteral("Put Option B in force"));
}

TEST_CASE("keys go through the pages, and the page is remembered") {
    ShellFixture shell;
    shell.window->show();
    shell.openExample();
    auto& navigation = shell.window->workspace().navigation();
    const auto pages = navigation.pages();
    REQUIRE(pages.size() >= 2);
    navigation.setCurrent(pages.front());
    QTest::keyClick(&navigation, Qt::Key_Down);
    CHECK(navigation.current() == pages[1]);
    shell.window->actions().at(ActionId::previousPage).trigger();
    CHECK(navigation.current() == pages[0]);
    shell.window->actions().at(ActionId::previousPage).trigger();
    CHECK(navigation.current() == pages[0]);
    for (const auto& id : pages) {
        CHECK(shell.window->workspace().goTo(id));
        CHECK(shell.window->workspace().current()->pageId() == id);
        CHECK(shell.window->findChild<QLabel*>(QStringLiteral("pageTitle"))->text() ==
              shell.window->workspace().current()->title());
    }
    CHECK_FALSE(shell.window->workspace().goTo(QStringLiteral("no such page")));
    CHECK(shell.preferences.get(ui::preference::page) == pages.back());

    shell.session().close();
    shell.window.reset();
    shell.makeWindow();
    shell.session().adopt(*store::PlanFile::open(shell.folder / "example.wardmote", {}));
    CHECK(shell.window->workspace().navigation().current() == pages.back());
}

TEST_CASE("groups of pages fold by keys and by mouse, and stay so") {
    ShellFixture shell;
    shell.window->show();
    shell.openExample();
    auto& navigation = shell.window->workspace().navigation();
    const auto pages = navigation.pages();
    navigation.setCurrent(pages.front());
    navigation.setFocus();
    QTest::keyClick(&navigation, Qt::Key_Left); // to the name of its group
    CHECK(navigation.current() == pages.front());
    QTest::keyClick(&navigation, Qt::Key_Left);
    REQUIRE(navigation.folded().size() == 1);
    CHECK(navigation.item(1)->isHidden());
    QTest::keyClick(&navigation, Qt::Key_Right);
    CHECK(navigation.folded().isEmpty());

    const auto* last = navigation.item(navigation.count() - 1);
    auto* heading = navigation.item(navigation.count() - 1);
    for (int row = navigation.row(last); heading->data(Qt::UserRole).toString().size() > 0; --row) {
        heading = navigation.item(row);
    }
    navigation.scrollToItem(heading);
    QTest::mouseClick(navigation.viewport(), Qt::LeftButton, {}, navigation.visualItemRect(heading).center());
    CHECK(last->isHidden());
    const auto folded = navigation.folded();

    shell.session().close();
    shell.window.reset();
    shell.makeWindow();
    auto& again = shell.window->workspace().navigation();
    CHECK(again.folded() == folded);
    CHECK(shell.window->workspace().goTo(again.pages().back())); // a page asked for is shown
    CHECK(again.folded().isEmpty());
}

TEST_CASE("size and inspector are remembered, the theme is applied at once") {
    ShellFixture shell;
    shell.window->show();
    shell.window->resize(1111, 700);
    shell.window->actions().at(ActionId::showInspector).setChecked(false);
    shell.window->actions().at(ActionId::dark).trigger();
    CHECK(ui::isDark(QApplication::palette()));
    shell.window->close();
    shell.window.reset();
    shell.makeWindow();
    CHECK(shell.window->width() == 1111);
    CHECK_FALSE(shell.window->actions().at(ActionId::showInspector).isChecked());
    CHECK(shell.window->actions().at(ActionId::dark).isChecked());
    shell.window->actions().at(ActionId::light).trigger();
    CHECK_FALSE(ui::isDark(QApplication::palette()));
}

TEST_CASE("a spreadsheet waits for a plan to be imported into") {
    ShellFixture shell;
    shell.window->openFile(shell.path("list.xlsx"));
    CHECK(shell.prompts.informed.size() == 1);
    CHECK_FALSE(shell.session().isOpen());
}

TEST_CASE("a copy is made beside the plan while it stays open") {
    ShellFixture shell;
    shell.openExample();
    shell.prompts.filesToSave.push_back(shell.path("copy.wardmote"));
    shell.window->actions().at(ActionId::saveCopy).trigger();
    REQUIRE(eventually([&] { return shell.prompts.informed.size() == 1; }));
    CHECK(shell.session().path() == shell.path("example.wardmote"));
    const auto copy = store::PlanFile::open(shell.folder / "copy.wardmote", {});
    REQUIRE(copy);
    CHECK(*copy->snapshot() == *shell.session().plan());
}

TEST_CASE("a page that asks for an import opens it with the kind chosen") {
    ShellFixture shell;
    shell.openExample();
    REQUIRE(shell.idle());
    for (const auto& [button, kind] :
         {std::pair("footprintsImport", "Footprints"), std::pair("partnersImport", "Mechanisms"),
          std::pair("mapImport", "Areas")}) {
        CAPTURE(button);
        auto* asked = shell.window->findChild<QPushButton*>(QString::fromLatin1(button));
        REQUIRE(asked);
        asked->click();
        CHECK(shell.window->findChild<QStackedWidget*>(QStringLiteral("pageStack"))
                  ->currentWidget()
                  ->objectName() == QStringLiteral("page_import"));
        CHECK(shell.window->findChild<QComboBox*>(QStringLiteral("import_wanted"))->currentText() ==
              QString::fromLatin1(kind));
    }
}
