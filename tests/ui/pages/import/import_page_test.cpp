#include "tests/support/accessibility_audit.h"
#include "tests/support/catch.h"
#include "tests/support/open_plan.h"
#include "tests/support/scripted_prompts.h"
#include "ui/pages/import/import_page.h"

#include <QLabel>
#include <QPushButton>

#include <fstream>

using namespace wardmote;
using namespace wardmote::ui;

namespace {

/// The page over an open plan, with a list of two mechanisms below a title row.
struct Importing {
    tests::TemporaryFolder folder;
    Session session;
    tests::ScriptedPrompts prompts;
    ImportPage page{session, prompts, {}}; // an empty program reads in this process
    QString list;

    Importing() {
        session.adopt(tests::examplePlanFile(folder / "plan.wardmote"));
        const auto path = folder / "housing.csv";
        std::ofstream(path)
            << "Housing meetings 2026\n\nMeeting,Lead,How often,Venue\n"
               "Estate walkabout,Curo Housing,quarterly,Saltford Hall\n"
               "Leaseholder panel,Curo Housing,\"2nd Tues monthly, 7pm\",Keynsham Civic Centre\n";
        list = QString::fromStdString(path.string());
        page.resize(1080, 700);
        page.show();
        REQUIRE(tests::eventually([this] { return session.isOpen(); }));
    }

    QPushButton& button(const char* name) {
        auto* found = page.findChild<QPushButton*>(QString::fromUtf8(name));
        REQUIRE(found != nullptr);
        return *found;
    }
    bool proposed() {
        return tests::eventually([this] { return page.job().proposal() != nullptr; });
    }
    std::size_t mechanisms() const { return session.plan()->count(plan::RecordKind::mechanism); }
};

} // namespace

TEST_CASE("a list goes through the steps and is one edit that Undo takes back") {
    Importing importing;
    const auto before = importing.mechanisms();
    importing.page.openFile(importing.list);
    REQUIRE(importing.proposed());
    CHECK(importing.page.job().proposal()->counts.added == 2);
    CHECK(tests::accessibilityProblems(importing.page).isEmpty());
    QTest::mouseClick(&importing.button("import_next"), Qt::LeftButton); // to Check
    CHECK(tests::accessibilityProblems(importing.page).isEmpty());
    CHECK(importing.mechanisms() == before); // nothing has happened yet
    REQUIRE(importing.button("import_next").isEnabled());
    QTest::mouseClick(&importing.button("import_next"), Qt::LeftButton); // Import
    REQUIRE(tests::eventually([&] { return importing.mechanisms() == before + 2; }));
    auto* done = importing.page.findChild<QLabel*>(QStringLiteral("import_done"));
    REQUIRE(tests::eventually([&] { return done->isVisible(); }));

    QTest::mouseClick(&importing.button("import_undo"), Qt::LeftButton);
    CHECK(tests::eventually([&] { return importing.mechanisms() == before; }));
}

TEST_CASE("a file that can't be read is refused in words, and the plan is untouched") {
    Importing importing;
    const auto before = importing.session.plan();
    const auto path = importing.folder / "notes.xlsx";
    std::ofstream(path) << "PK\x03\x04 a workbook cut off";
    importing.page.openFile(QString::fromStdString(path.string()));
    auto* problem = importing.page.findChild<QLabel*>(QStringLiteral("import_problem"));
    REQUIRE(tests::eventually([&] { return !problem->text().isEmpty(); }));
    CHECK(problem->isVisible());
    CHECK(importing.session.plan() == before);
    CHECK_FALSE(importing.button("import_next").isEnabled());
}
