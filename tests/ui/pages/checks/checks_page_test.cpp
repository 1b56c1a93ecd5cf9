#include "ui/pages/checks/checks_page.h"

#include "tests/support/accessibility_audit.h"
#include "tests/support/catch.h"
#include "tests/support/open_plan.h"
#include "tests/support/scripted_prompts.h"
#include "ui/charts/map_widget.h"
#include "ui/session/selection.h"

#include <QComboBox>
#include <QLabel>
#include <QLineEdit>
#include <QListWidget>
#include <QPushButton>
#include <QSignalSpy>
#include <QTableView>
#include <QTableWidget>

using namespace wardmote;
using namespace wardmote::ui;
using plan::RecordKind;

namespace {

/// The page on the example plan, whose areas 111 and 112 are in no cluster.
struct Fixture {
    tests::TemporaryFolder folder;
    Session session;
    tests::ScriptedPrompts prompts;
    ChecksPage page{session, prompts, QStringLiteral("Ada")};

    explicit Fixture(bool open = true) {
        page.setToday({2014, 9, 1});
        if (open) {
            session.adopt(tests::examplePlanFile(folder / "example.wardmote"));
        }
        page.resize(1000, 640);
        page.show();
        page.activated();
        REQUIRE(ready());
    }
    bool ready() {
        return tests::eventually([&] { return !session.isSaving() && page.isReady(); });
    }
    template<class W>
    W& part(const char* name) {
        auto* found = page.findChild<W*>(QString::fromLatin1(name));
        REQUIRE(found);
        return *found;
    }
    QTableView& table() { return part<QTableView>("checksFindings"); }
    QString cell(int row, int column) { return table().model()->index(row, column).data().toString(); }
    void click(const char* name) { QTest::mouseClick(&part<QPushButton>(name), Qt::LeftButton); }
    /// Chooses the first finding with these words.
    bool choose(const QString& words) {
        for (int row = 0; row < table().model()->rowCount(); ++row) {
            if (cell(row, 1).contains(words)) {
                clickRow(row);
                return true;
            }
        }
        return false;
    }
    void clickRow(int row) {
        const auto index = table().model()->index(row, 1);
        table().scrollTo(index);
        QTest::mouseClick(table().viewport(), Qt::LeftButton, {}, table().visualRect(index).center());
    }
    bool lists(const QString& words) {
        for (int row = 0; row < table().model()->rowCount(); ++row) {
            if (cell(row, 1).contains(words)) {
                return true;
            }
        }
        return false;
    }
    void edit(const QString& label, plan::Changes changes) {
        session.perform(label, std::move(changes));
        REQUIRE(ready());
    }
};

const auto leftOver = QStringLiteral("is in no cluster");

} // namespace

TEST_CASE("Findings stand worst first, with their rule, what it means and their place on the map") {
    Fixture f;
    CHECK(f.cell(0, 0).contains(QStringLiteral("Problem")));
    CHECK(f.cell(0, 1).startsWith(QStringLiteral("Area in no cluster\n")));
    CHECK(f.session.selection().isEmpty()); // nobody has chosen anything yet
    f.table().setFocus();
    f.clickRow(0);
    REQUIRE(f.session.selection().kind() == RecordKind::area);
    REQUIRE_FALSE(f.session.selection().isEmpty());
    const auto area = f.session.selection().ids().front();
    CHECK((area == 111 || area == 112));
    CHECK(f.part<charts::MapWidget>("checksMap").selected() == std::set<plan::Id>{area});
    CHECK(f.part<QLabel>("checksRuleTitle").text() == QStringLiteral("Area in no cluster"));
    CHECK(f.part<QLabel>("checksRuleExplains").text().contains(QStringLiteral("conversation")));
    CHECK(f.part<QListWidget>("checksRecords").count() == 1);
    REQUIRE(f.page.headline().size() == 3);
    CHECK(f.page.headline()[0].value == QStringLiteral("2"));
    CHECK(f.page.badge() >= 2);
    CHECK(f.page.badgeNeedsAttention());
    QTest::keyClick(&f.table(), Qt::Key_Down);
    CHECK(f.session.selection().ids().front() != area);
}

TEST_CASE("A finding is accepted with a reason, listed apart, and open again when that is withdrawn") {
    Fixture f;
    REQUIRE(f.choose(leftOver));
    const auto area = f.session.selection().ids().front();
    f.click("checksAccept"); // the prompt is cancelled
    CHECK_FALSE(f.session.isSaving());
    f.prompts.texts = {QStringLiteral("  ")};
    f.click("checksAccept");
    CHECK(f.prompts.informed.size() == 1);
    CHECK_FALSE(f.session.isSaving());

    f.prompts.texts = {QStringLiteral("It is a military base.")};
    f.click("checksAccept");
    REQUIRE(f.ready());
    const auto& acceptances = f.session.plan()->all<plan::Acceptance>();
    REQUIRE(acceptances.size() == 1);
    CHECK(acceptances[0].rule == "area-in-no-cluster");
    CHECK(acceptances[0].subject == "area:" + std::to_string(area));
    CHECK(acceptances[0].reason == "It is a military base.");
    CHECK(acceptances[0].acceptedBy == "Ada");
    CHECK(acceptances[0].acceptedOn == plan::Date{2014, 9, 1});
    CHECK(f.page.headline()[0].value == QStringLiteral("1"));

    f.click("checksAccepted");
    REQUIRE(f.table().model()->rowCount() == 1);
    CHECK(f.cell(0, 2) == QStringLiteral("It is a military base."));
    CHECK(f.cell(0, 3) == QStringLiteral("Ada, 1 September 2014"));
    CHECK_FALSE(f.part<QPushButton>("checksAccept").isVisible());
    f.table().selectRow(0);
    f.click("checksWithdraw");
    REQUIRE(f.ready());
    CHECK(f.session.plan()->all<plan::Acceptance>().empty());
    CHECK(f.part<QLabel>("checksNothing").isVisible());
    CHECK(f.page.headline()[0].value == QStringLiteral("2"));
    f.session.undo();
    REQUIRE(f.ready());
    CHECK(f.table().model()->rowCount() == 1);
}

TEST_CASE("Several findings are accepted with one reason as one edit") {
    Fixture f;
    f.part<QLineEdit>("filter").setText(leftOver);
    REQUIRE(f.table().model()->rowCount() == 2);
    f.table().setFocus();
    f.table().selectAll();
    f.prompts.texts = {QStringLiteral("To be drawn later.")};
    f.click("checksAccept");
    REQUIRE(f.ready());
    CHECK(f.session.plan()->all<plan::Acceptance>().size() == 2);
    CHECK(f.session.undoLabel() == QStringLiteral("Accept 2 findings"));
    CHECK_FALSE(f.page.badgeNeedsAttention());
}

TEST_CASE("What was accepted and is mended is offered for removal") {
    Fixture f;
    REQUIRE(f.choose(leftOver));
    const auto area = f.session.selection().ids().front();
    f.prompts.texts = {QStringLiteral("For now.")};
    f.click("checksAccept");
    REQUIRE(f.ready());
    auto cluster = *f.session.plan()->find<plan::Cluster>(501);
    cluster.areas.push_back({{area}, true});
    plan::Changes changes;
    changes.update(*f.session.plan()->find<plan::Cluster>(501), cluster);
    f.edit(QStringLiteral("Move"), std::move(changes));
    f.click("checksIdle");
    auto& idle = f.part<QTableWidget>("checksIdleTable");
    REQUIRE(idle.rowCount() == 1);
    CHECK(idle.item(0, 1)->text() == QStringLiteral("For now."));
    f.click("checksRemoveAllIdle");
    REQUIRE(f.ready());
    CHECK(f.session.plan()->all<plan::Acceptance>().empty());
    CHECK(idle.rowCount() == 0);
    CHECK_FALSE(f.part<QPushButton>("checksRemoveIdle").isEnabled());
}

TEST_CASE("Findings are filtered by words, severity and rule") {
    Fixture f;
    const int all = f.table().model()->rowCount();
    REQUIRE(all > 3);
    QTest::keyClicks(&f.part<QLineEdit>("filter"), QStringLiteral("no cluster"));
    CHECK(f.table().model()->rowCount() == 2);
    QTest::keyClicks(&f.part<QLineEdit>("filter"), QStringLiteral(" zzz"));
    CHECK(f.table().model()->rowCount() == 0);
    CHECK(f.part<QLabel>("checksNothing").text() == QStringLiteral("None matches the filter."));
    f.part<QLineEdit>("filter").clear();
    f.part<QComboBox>("checksSeverity").setCurrentIndex(3);
    CHECK_FALSE(f.lists(leftOver));
    CHECK(f.cell(0, 0).contains(QStringLiteral("Note")));
    f.part<QComboBox>("checksSeverity").setCurrentIndex(0);
    auto& rules = f.part<QComboBox>("checksRule");
    rules.setCurrentIndex(rules.findData(QStringLiteral("area-in-no-cluster")));
    CHECK(rules.currentText() == QStringLiteral("Area in no cluster (2)"));
    CHECK(f.table().model()->rowCount() == 2);
}

TEST_CASE("An island is linked by hand, with the reason, and is an island no longer") {
    Fixture f;
    auto island = tests::example::named<plan::Area>(199, "Steep Holm");
    const plan::Ring ring{{300'000, 160'000}, {301'000, 160'000}, {301'000, 161'000}, {300'000, 161'000}};
    island.boundary = std::make_shared<const plan::Shape>(plan::Shape{{{ring}}});
    plan::Changes changes;
    changes.insert(island);
    f.edit(QStringLiteral("Add an island"), std::move(changes));
    REQUIRE(f.choose(QStringLiteral("Steep Holm touches no other area")));
    CHECK(f.part<QPushButton>("checksLink").isVisible());
    f.prompts.choices = {QStringLiteral("Keynsham")};
    f.prompts.texts = {QStringLiteral("The ferry lands there.")};
    f.click("checksLink");
    REQUIRE(f.ready());
    const auto& links = f.session.plan()->find<plan::Area>(199)->neighbours;
    REQUIRE(links.size() == 1);
    CHECK(plan::nameOf(*f.session.plan(), RecordKind::area, links[0].area.id) == "Keynsham");
    CHECK(links[0].reason == "The ferry lands there.");
    CHECK_FALSE(f.lists(QStringLiteral("Steep Holm touches no other area")));
    CHECK(f.session.undoLabel() == QStringLiteral("Count Steep Holm as next to Keynsham"));
}

TEST_CASE("A finding leads to its records and to the map") {
    Fixture f;
    REQUIRE(f.choose(leftOver));
    QSignalSpy shown(&f.session.selection(), &Selection::showRequested);
    QSignalSpy pages(&f.page, &Page::pageRequested);
    f.table().setFocus();
    QTest::keyClick(&f.table(), Qt::Key_Return);
    REQUIRE(shown.count() == 1);
    CHECK(shown[0][0].value<RecordKind>() == RecordKind::area);
    f.click("checksOpenRecord");
    CHECK(shown.count() == 2);
    f.click("checksToMap");
    REQUIRE(pages.count() >= 1);
    CHECK(pages[0][0].toString() == QStringLiteral("map"));
    auto& records = f.part<QListWidget>("checksRecords");
    records.setFocus();
    records.setCurrentRow(0);
    QTest::keyClick(&records, Qt::Key_Return);
    CHECK(shown.count() == 3);
}

TEST_CASE("The checks page says what would be here and can be used by everyone") {
    {
        Fixture f(false);
        CHECK(f.part<QPushButton>("checksImport").isVisible());
    }
    Fixture f;
    CHECK(tests::accessibilityProblems(f.page).join(u'\n').toStdString() == "");
    for (const auto* view : {"checksAccepted", "checksIdle"}) {
        f.click(view);
        CHECK(tests::accessibilityProblems(f.page).join(u'\n').toStdString() == "");
    }
}
