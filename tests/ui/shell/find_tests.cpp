#include "tests/support/accessibility_audit.h"
#include "tests/support/catch.h"
#include "tests/ui/shell/shell_fixture.h"
#include "ui/session/selection.h"
#include "ui/shell/find_anything.h"

#include <QLineEdit>
#include <QListWidget>

using namespace wardmote;
using namespace wardmote::tests;
using ui::FindIndex;

namespace {

QStringList names(const std::vector<const ui::Findable*>& found) {
    QStringList list;
    for (const auto* findable : found) {
        list << findable->name;
    }
    return list;
}

} // namespace

TEST_CASE("every word must be found, in any order, whatever the case, accents and signs") {
    FindIndex index;
    for (const auto* name : {"Keynsham Area Forum", "Forum of Keynsham", "St. Catherine", "Café society",
                             "Parish clerks' meeting"}) {
        index.add({QString::fromUtf8(name), QStringLiteral("mechanism"), {}, {}, {}, {}});
    }
    CHECK(names(index.find(QStringLiteral("FORUM keyn"))).size() == 2);
    CHECK(names(index.find(QStringLiteral("keynsham"))).front() == QStringLiteral("Keynsham Area Forum"));
    CHECK(names(index.find(QStringLiteral("st catherine"))) == QStringList{QStringLiteral("St. Catherine")});
    CHECK(names(index.find(QStringLiteral("cafe"))).size() == 1);
    CHECK(names(index.find(QStringLiteral("clerks meeting"))).size() == 1);
    CHECK(index.find(QStringLiteral("keynsham harbour")).empty());
    CHECK(index.find(QString()).size() == 5);
    CHECK(index.find(QStringLiteral("mechanism")).size() == 5); // by what it is
}

TEST_CASE("the whole name comes before names that only begin with it") {
    FindIndex index;
    for (const auto* name : {"Bath Forum of everyone", "The Bath Forum", "Bath Forum"}) {
        index.add({QString::fromUtf8(name), {}, {}, {}, {}, {}});
    }
    const auto found = names(index.find(QStringLiteral("bath forum")));
    REQUIRE(found.size() == 3);
    CHECK(found[0] == QStringLiteral("Bath Forum"));
    CHECK(found[1] == QStringLiteral("Bath Forum of everyone"));
}

TEST_CASE("find anything: type, arrow, Enter goes to the record") {
    ShellFixture shell;
    shell.openExample();
    shell.window->show();
    shell.window->findAnything();
    auto* dialog = shell.window->findChild<ui::FindAnything*>(QStringLiteral("findAnythingDialog"));
    REQUIRE(dialog);
    CHECK(accessibilityProblems(*dialog).join(u'\n').toStdString() == "");
    const auto wanted =
        QString::fromStdString(plan::nameOf(*shell.session().plan(), plan::RecordKind::mechanism, 605));
    QTest::keyClicks(&dialog->question(), wanted);
    REQUIRE(dialog->answers().count() >= 1);
    CHECK(dialog->answers().item(0)->text() == wanted);
    QTest::keyClick(&dialog->question(), Qt::Key_Return);
    CHECK(shell.session().selection().contains(plan::RecordKind::mechanism, 605));
}

TEST_CASE("find anything offers commands") {
    ShellFixture shell;
    shell.window->findAnything();
    auto* dialog = shell.window->findChild<ui::FindAnything*>(QStringLiteral("findAnythingDialog"));
    REQUIRE(dialog);
    QTest::keyClicks(&dialog->question(), QStringLiteral("keyboard short"));
    REQUIRE(dialog->answers().count() == 1);
    QTest::keyClick(&dialog->question(), Qt::Key_Return);
    CHECK(shell.window->findChild<QDialog*>(QStringLiteral("shortcutsDialog")));
}
