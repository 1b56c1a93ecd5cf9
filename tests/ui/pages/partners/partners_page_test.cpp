#include "ui/pages/partners/partners_page.h"

#include "tests/support/accessibility_audit.h"
#include "tests/support/catch.h"
#include "tests/support/open_plan.h"
#include "tests/support/scripted_prompts.h"
#include "ui/pages/partners/differences_table.h"
#include "ui/widgets/empty_state.h"

#include <QComboBox>
#include <QFile>
#include <QLabel>
#include <QPushButton>

using namespace wardmote;
using namespace wardmote::ui;

namespace {

struct Fixture {
    tests::TemporaryFolder folder;
    Session session;
    tests::ScriptedPrompts prompts;
    PartnersPage page{session, prompts, {}};

    Fixture() {
        page.setToday({2014, 9, 1});
        session.adopt(tests::examplePlanFile(folder / "example.wardmote"));
        page.resize(1000, 700);
        page.show();
    }
    template<class W>
    W& widget(const char* name) {
        auto* found = page.findChild<W*>(QString::fromLatin1(name));
        REQUIRE(found);
        return *found;
    }
    QString file() const { return QString::fromStdString((folder / "list.xlsx").string()); }
    void click(const char* name) { QTest::mouseClick(&widget<QPushButton>(name), Qt::LeftButton); }
    /// Writes the list of the partner chosen.
    void write() {
        prompts.filesToSave.push_back(file());
        click("partnerWrite");
        REQUIRE(tests::eventually([&] { return session.plan()->all<plan::PartnerList>().size() == 1; }));
        REQUIRE(tests::settled(session));
    }
    void readBack() {
        prompts.filesToOpen.push_back(file());
        click("partnerRead");
        REQUIRE(tests::eventually([&] { return page.shown() != nullptr && !page.isWorking(); }));
    }
};

} // namespace

TEST_CASE("The partners page writes a list, remembers it, and finds nothing changed when it comes back") {
    Fixture fixture;
    REQUIRE(fixture.widget<QComboBox>("partner").count() > 0);
    fixture.write();
    CHECK(QFile::exists(fixture.file()));
    const auto& sent = fixture.session.plan()->all<plan::PartnerList>()[0];
    CHECK(sent.partner.id == fixture.page.partner());
    CHECK(sent.sentOn == plan::Date{2014, 9, 1});
    fixture.readBack();
    CHECK(fixture.page.shown()->differences() == 0);
    fixture.click("partnerSave");
    REQUIRE(tests::eventually(
        [&] { return fixture.session.plan()->all<plan::PartnerList>()[0].receivedOn.has_value(); }));
}

TEST_CASE("What changed here since is not ticked; ticked by the keyboard it is taken as one edit") {
    Fixture fixture;
    fixture.write();
    const auto id = fixture.session.plan()->all<plan::PartnerList>()[0].rows.at(0).mechanism.id;
    const auto length = fixture.session.plan()->find<plan::Mechanism>(id)->lengthHours;
    REQUIRE(length); // the list says how long it is
    plan::Changes changes;
    changes.set<&plan::Mechanism::lengthHours>(id, 7.5);
    fixture.session.perform("Make it longer", changes);
    REQUIRE(tests::settled(fixture.session));
    fixture.readBack();
    auto& table = fixture.widget<DifferencesTable>("partnerDifferences");
    REQUIRE(table.rowCount() == 1);
    CHECK(table.item(0, DifferencesTable::changedByColumn)->text() == QStringLiteral("us"));
    CHECK(table.item(0, DifferencesTable::takeColumn)->checkState() == Qt::Unchecked);
    table.setFocus();
    table.setCurrentCell(0, DifferencesTable::takeColumn);
    QTest::keyClick(&table, Qt::Key_Space);
    CHECK(table.choice().fields.size() == 1);
    fixture.click("partnerKeepAll");
    CHECK(table.choice().fields.empty());
    fixture.click("partnerTakeAll");
    CHECK(table.choice().fields.size() == 1);
    fixture.click("partnerSave");
    REQUIRE(tests::settled(fixture.session));
    CHECK(fixture.session.plan()->find<plan::Mechanism>(id)->lengthHours == length);
    CHECK_FALSE(fixture.page.shown());
}

TEST_CASE("A file that is no list is refused in words and leaves the page as it was") {
    Fixture fixture;
    const auto path = QString::fromStdString((fixture.folder / "notes.xlsx").string());
    QFile notes(path);
    REQUIRE(notes.open(QIODevice::WriteOnly));
    notes.write("not a workbook");
    notes.close();
    CHECK(fixture.page.takeFile(path)); // dropped on the page
    REQUIRE(tests::eventually([&] { return !fixture.page.isWorking(); }));
    CHECK(fixture.widget<QLabel>("partnersMessage").text().startsWith(QStringLiteral("⚠")));
    CHECK_FALSE(fixture.page.shown());
    CHECK_FALSE(fixture.page.takeFile(QStringLiteral("/tmp/picture.png")));
}

TEST_CASE("The partners page can be used without a mouse, with a list and with what came back") {
    Fixture fixture;
    CHECK(tests::accessibilityProblems(fixture.page) == QStringList());
    fixture.write();
    fixture.readBack();
    CHECK(tests::accessibilityProblems(fixture.page) == QStringList());
}
