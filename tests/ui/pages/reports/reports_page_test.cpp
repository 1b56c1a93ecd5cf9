#include "tests/support/accessibility_audit.h"
#include "tests/support/catch.h"
#include "tests/support/open_plan.h"
#include "tests/support/scripted_prompts.h"
#include "ui/pages/reports/committee_dialog.h"
#include "ui/pages/reports/reports_page.h"
#include "ui/preview/page_view.h"

#include <QAction>
#include <QComboBox>
#include <QLabel>
#include <QLineEdit>
#include <QPlainTextEdit>
#include <QPushButton>
#include <QToolButton>

#include <fstream>

using namespace wardmote;
using namespace wardmote::tests;

namespace {

struct Shown {
    TemporaryFolder folder;
    ui::Session session;
    ScriptedPrompts prompts;
    ui::ReportsPage page{session, prompts};

    Shown() {
        session.adopt(examplePlanFile(folder / "plan.wardmote"));
        page.resize(1000, 700);
        page.show();
        page.activated();
    }
    ui::PageView* view() { return page.findChild<ui::PageView*>(); }
    QPushButton* pdf() { return page.findChild<QPushButton*>(QStringLiteral("exportPdf")); }
    bool ready() {
        return eventually([this] { return pdf()->isEnabled() && view()->pageCount() > 1; });
    }
};

std::string start(const std::filesystem::path& path) {
    std::ifstream file(path, std::ios::binary);
    std::string bytes(5, '\0');
    file.read(bytes.data(), 5);
    return bytes;
}

} // namespace

TEST_CASE("the preview shows the report's pages, drawn as they come into view") {
    Shown shown;
    REQUIRE(shown.ready());
    CHECK(eventually([&] { return shown.view()->isDrawn(0); }));
    CHECK(
        shown.view()->accessibleDescription().contains(QStringLiteral("how services and communities talk")));
    QTest::keyClick(shown.view(), Qt::Key_PageDown);
    CHECK(shown.view()->currentPage() == 1);
    QTest::keyClick(shown.view(), Qt::Key_End);
    CHECK(shown.view()->currentPage() >= shown.view()->pageCount() - 2);
    const double zoom = shown.view()->zoom();
    QTest::keyClick(shown.view(), Qt::Key_Plus);
    CHECK(shown.view()->zoom() > zoom);
}

TEST_CASE("a report is written in two clicks and a failure is said") {
    Shown shown;
    REQUIRE(shown.ready());
    const auto path = shown.folder / "out.pdf";
    shown.prompts.filesToSave.push_back(QString::fromStdString(path.string()));
    QTest::mouseClick(shown.pdf(), Qt::LeftButton);
    auto* message = shown.page.findChild<QLabel*>(QStringLiteral("reportMessage"));
    REQUIRE(eventually([&] { return message->isVisible(); }));
    CHECK(message->text().contains(QStringLiteral("out.pdf")));
    CHECK(shown.page.findChild<QPushButton*>(QStringLiteral("openReport"))->isVisible());
    CHECK(start(path) == "%PDF-");

    // A name without an ending gets the format's.
    shown.prompts.filesToSave.push_back(QString::fromStdString((shown.folder / "page").string()));
    shown.page.findChild<QAction*>(QStringLiteral("exportHtml"))->trigger();
    REQUIRE(eventually([&] { return std::filesystem::exists(shown.folder / "page.html"); }));

    REQUIRE(eventually([&] { return shown.pdf()->isEnabled(); }));
    shown.prompts.filesToSave.push_back(QString::fromStdString((shown.folder / "gone" / "out.pdf").string()));
    QTest::mouseClick(shown.pdf(), Qt::LeftButton);
    REQUIRE(eventually([&] { return !shown.prompts.warned.isEmpty(); }));
    CHECK(shown.prompts.warned.front().contains(QStringLiteral("no folder")));
}

TEST_CASE("an edit makes the preview anew, and a choice of report changes it") {
    Shown shown;
    REQUIRE(shown.ready());
    const auto before = shown.view()->accessibleDescription();
    auto* what = shown.page.findChild<QComboBox*>(QStringLiteral("reportOn"));
    REQUIRE(what->count() > 1);
    what->setCurrentIndex(what->currentIndex() == 0 ? 1 : 0);
    REQUIRE(eventually([&] { return shown.view()->accessibleDescription() != before; }));
    REQUIRE(shown.ready());

    const auto cluster = shown.session.plan()->ids(plan::RecordKind::cluster).front();
    CHECK(shown.page.showRecords(plan::RecordKind::cluster, {cluster}, {}));
    REQUIRE(shown.ready());
    shown.session.perform(QStringLiteral("Rename"), [cluster](const plan::Plan&) {
        plan::Changes changes;
        changes.set(plan::RecordKind::cluster, cluster, plan::fieldOf(plan::RecordKind::cluster, "name"),
                    std::string("Renamed place"));
        return changes;
    });
    CHECK(eventually(
        [&] { return shown.view()->accessibleDescription().contains(QStringLiteral("Renamed place")); }));
}

TEST_CASE("what its author adds for a committee stands in the report, and is there the next time") {
    Shown shown;
    REQUIRE(shown.ready());
    auto* button = shown.page.findChild<QPushButton*>(QStringLiteral("forCommittee"));
    const auto dialog = [&shown] { return shown.page.findChild<ui::CommitteeDialog*>(); };
    QTest::mouseClick(button, Qt::LeftButton);
    REQUIRE(dialog());
    CHECK(accessibilityProblems(*dialog()) == QStringList());
    QTest::keyClicks(dialog()->findChild<QLineEdit*>(QStringLiteral("paper_meeting")),
                     QStringLiteral("Cabinet"));
    QTest::keyClicks(dialog()->findChild<QPlainTextEdit*>(QStringLiteral("paper_legal")),
                     QStringLiteral("None known"));
    QTest::mouseClick(dialog()->findChild<QPushButton*>(QStringLiteral("committeeAccept")), Qt::LeftButton);
    CHECK(eventually(
        [&] { return shown.view()->accessibleDescription().contains(QStringLiteral("Meeting: Cabinet")); }));
    CHECK(button->text().contains(QStringLiteral("2")));
    CHECK(eventually([&] { return !dialog(); }));

    QTest::mouseClick(button, Qt::LeftButton);
    REQUIRE(dialog());
    CHECK(dialog()->findChild<QLineEdit*>(QStringLiteral("paper_meeting"))->text() ==
          QStringLiteral("Cabinet"));
    QTest::keyClicks(dialog()->findChild<QLineEdit*>(QStringLiteral("paper_meeting")), QStringLiteral("!"));
    QTest::keyClick(dialog(), Qt::Key_Escape);
    CHECK(eventually([&] { return !dialog(); }));
    CHECK(shown.page.choice().paper.meeting == "Cabinet");

    // Another report's words are its own.
    auto* what = shown.page.findChild<QComboBox*>(QStringLiteral("reportOn"));
    what->setCurrentIndex(what->currentIndex() == 0 ? 1 : 0);
    CHECK(shown.page.choice().paper == report::CommitteePaper{});
}
