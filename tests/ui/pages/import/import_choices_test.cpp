#include "core/exchange/reading/read_file.h"
#include "tests/core/exchange/matching/tables.h"
#include "tests/ui/pages/import/importing.h"

#include <QCheckBox>
#include <QLineEdit>
#include <QListWidget>
#include <QSpinBox>
#include <QTabWidget>
#include <QTableWidget>

#include <algorithm>

using namespace wardmote;
using namespace wardmote::ui;
using namespace wardmote::tests;
using plan::RecordKind;

namespace {

/// A reader for which every file is a workbook of these sheets.
ImportJob::ReadFile workbook(const std::vector<std::pair<std::string, Rows>>& sheets) {
    return [sheets](const std::filesystem::path&, const exchange::ReadOptions&,
                    const Progress&) -> Result<exchange::FileContents> {
        exchange::FileContents contents;
        contents.kind = exchange::FileKind::xlsx;
        for (const auto& [name, rows] : sheets) {
            contents.sheets.push_back({name, false, rows.size(), {}, {}});
            contents.tables.push_back(tableOf(rows, name));
        }
        return contents;
    };
}

std::string serviceOf(const plan::Plan& plan, std::string_view mechanism) {
    const auto* found = named<plan::Mechanism>(plan, mechanism);
    REQUIRE(found);
    return plan::nameOf(plan, RecordKind::organisation, found->service.id);
}

} // namespace

TEST_CASE("several sheets come in one run, each with its own matching and its own constant") {
    Importing importing(workbook({{"Housing", {{"Meeting", "How often"}, {"Tenants' panel", "monthly"}}},
                                  {"Roads", {{"Title", "Frequency"}, {"Bus users' forum", "quarterly"}}},
                                  {"Old", {{"Meeting", "How often"}, {"Market panel", "yearly"}}}}));
    importing.page.openFile(QStringLiteral("services.xlsx"));
    REQUIRE(importing.proposed());
    CHECK(accessibilityProblems(importing.page).isEmpty());

    // The last sheet is left out, by mouse.
    auto& sheets = importing.find<QListWidget>("import_sheets");
    REQUIRE(sheets.isVisible());
    REQUIRE(sheets.count() == 3);
    sheets.setFocus();
    sheets.setCurrentRow(2);
    QTest::keyClick(&sheets, Qt::Key_Space);
    importing.click("import_next");
    auto& tabs = importing.find<QTabWidget>("import_sheet_tabs");
    CHECK(tabs.isTabVisible(1));
    CHECK_FALSE(tabs.isTabVisible(2));

    // The second sheet's name says another service than it should.
    QTest::mouseClick(tabs.tabBar(), Qt::LeftButton, {}, tabs.tabBar()->tabRect(1).center());
    REQUIRE(tabs.currentIndex() == 1);
    importing.choose(importing.visible<QComboBox>("import_constant_field"), QStringLiteral("Service"));
    auto& words = importing.visible<QLineEdit>("import_constant_words");
    words.setFocus();
    QTest::keyClicks(&words, QStringLiteral("Highways"));
    QTest::mouseClick(&importing.visible<QPushButton>("import_constant_add"), Qt::LeftButton);
    CHECK(importing.page.job().setup().sheets[1].constants ==
          std::vector<exchange::ImportConstant>{{"service", "Highways"}});
    CHECK(accessibilityProblems(importing.page).isEmpty());
    REQUIRE(importing.imports());

    const auto& plan = *importing.session.plan();
    CHECK(serviceOf(plan, "Tenants' panel") == "Housing");
    CHECK(serviceOf(plan, "Bus users' forum") == "Highways");
    CHECK_FALSE(named<plan::Mechanism>(plan, "Market panel"));
}

TEST_CASE("a constant can be taken away again") {
    Importing importing(workbook({{"Housing", {{"Meeting", "How often"}, {"Tenants' panel", "monthly"}}},
                                  {"Roads", {{"Meeting", "How often"}, {"Bus forum", "quarterly"}}}}));
    importing.page.openFile(QStringLiteral("services.xlsx"));
    REQUIRE(importing.proposed());
    importing.click("import_next");
    QTest::mouseClick(&importing.visible<QPushButton>("import_constant_remove_0"), Qt::LeftButton);
    CHECK(importing.page.job().setup().sheets[0].constants.empty());
    CHECK(importing.page.job().setup().sheets[1].constants.size() == 1);
}

TEST_CASE("only the rows that are wanted come") {
    Importing importing;
    importing.page.openFile(importing.written("areas.csv",
                                              "Code,Name,Kind\nE04000990,Clutton,parish\n"
                                              "E05000001,Abbey,ward\nE04000991,Publow,parish\n"));
    CHECK(importing.proposal().rows.size() == 3);
    importing.choose(importing.visible<QComboBox>("import_filter_column"), QStringLiteral("Kind"));
    auto& words = importing.visible<QLineEdit>("import_filter_words");
    CHECK(words.placeholderText() == QStringLiteral("parish; ward"));
    words.setFocus();
    QTest::keyClicks(&words, QStringLiteral("Parish"));
    QTest::keyClick(&words, Qt::Key_Return);
    CHECK(importing.proposal().rows.size() == 2);
}

TEST_CASE("a column given another meaning is remembered for the next file of that shape") {
    Importing importing;
    importing.page.openFile(importing.written(
        "first.csv", "Thing,How often,Where held\nEstate walkabout,quarterly,Saltford Hall\n"));
    REQUIRE(importing.proposed());
    importing.choose(importing.visible<QComboBox>("import_kind"), QStringLiteral("Mechanism"));
    importing.choose(importing.visible<QComboBox>("import_use_0"), QStringLiteral("Name"));
    importing.choose(importing.visible<QComboBox>("import_use_2"), QStringLiteral("Venue"));
    REQUIRE(importing.imports());
    REQUIRE(named<plan::Mechanism>(*importing.session.plan(), "Estate walkabout"));
    CHECK(named<plan::Mechanism>(*importing.session.plan(), "Estate walkabout")->venue == "Saltford Hall");

    importing.click("import_another");
    importing.page.openFile(importing.written(
        "second.csv", "Thing,How often,Where held\nGarage tenants' panel,yearly,Guildhall\n"));
    CHECK(importing.proposal().counts.added == 1);
    CHECK(importing.visible<QComboBox>("import_use_2").currentText() == QStringLiteral("Venue"));
    const auto& columns = importing.page.job().setup().sheets[0].columns;
    CHECK(columns[0].by == exchange::MatchedBy::remembered);
    CHECK(importing.visible<QTableWidget>("import_columns").item(2, 3)->text() ==
          QStringLiteral("as last time"));
    REQUIRE(importing.imports());
    CHECK(named<plan::Mechanism>(*importing.session.plan(), "Garage tenants' panel")->venue == "Guildhall");
}

TEST_CASE("a use taken by one column leaves another, and arrow keys take none on their way") {
    Importing importing;
    importing.page.openFile(importing.written("list.csv", "Meeting,Title,How often\nA,B,monthly\n"));
    REQUIRE(importing.proposed());
    const auto& columns = importing.page.job().setup().sheets[0].columns;
    REQUIRE(columns[0].use == "name");
    auto& second = importing.visible<QComboBox>("import_use_1");
    second.setFocus();
    QTest::keyClick(&second, Qt::Key_Down); // opens the list, and chooses nothing yet
    QTest::keyClick(second.view(), Qt::Key_Down);
    QTest::keyClick(second.view(), Qt::Key_Escape);
    CHECK(columns[0].use == "name");
    importing.choose(second, QStringLiteral("Name"));
    CHECK(columns[1].use == "name");
    CHECK(columns[0].use.empty());
}

TEST_CASE("another row can be the headings") {
    Importing importing;
    importing.page.openFile(
        importing.written("list.csv", "Name,Frequency\nour list,\nMeeting,How often\nA,monthly\n"));
    REQUIRE(importing.proposed());
    auto& header = importing.visible<QSpinBox>("import_header_row");
    REQUIRE(header.value() == 1);
    auto& preview = importing.visible<QTableWidget>("import_preview");
    preview.setFocus();
    preview.setCurrentCell(2, 0);
    QTest::keyClick(&preview, Qt::Key_Return);
    CHECK(header.value() == 3);
    CHECK(importing.page.job().setup().sheets[0].columns[0].heading == "Meeting");
    CHECK(importing.proposal().rows.size() == 1);
}

TEST_CASE("another delimiter and encoding can be asked for") {
    Importing importing;
    importing.page.openFile(importing.written("list.csv", "Meeting;How often\nCaf\xE9, Bath;monthly\n"));
    REQUIRE(importing.proposed());
    importing.click("import_back");
    auto& delimiter = importing.find<QComboBox>("import_delimiter");
    auto& encoding = importing.find<QComboBox>("import_encoding");
    CHECK(delimiter.currentText() == QStringLiteral("Semicolon"));
    CHECK(encoding.currentText() == QStringLiteral("Windows-1252"));
    auto& preview = importing.find<QTableWidget>("import_file_preview");
    CHECK(preview.item(1, 0)->text() == QStringLiteral("Café, Bath"));
    importing.choose(delimiter, QStringLiteral("Comma"));
    REQUIRE(eventually([&] {
        return preview.rowCount() == 2 && preview.item(1, 0) &&
               preview.item(1, 0)->text() == QStringLiteral("Café");
    }));
    CHECK(delimiter.currentText() == QStringLiteral("Comma"));
}

TEST_CASE("a near match that is answered is the same organisation from then on") {
    Importing importing;
    const auto before = importing.count(RecordKind::organisation);
    importing.page.openFile(importing.written(
        "list.csv", "Meeting,Lead,How often\nBeat surgery,Avon and Somerset Constabulary Police,monthly\n"));
    REQUIRE(importing.proposed());
    importing.click("import_next");
    REQUIRE(importing.proposal().questions.size() == 1);
    auto& box = importing.find<QComboBox>("import_answer_0");
    box.setFocus();
    const auto police = QString::fromStdString(importing.proposal().questions[0].candidates.front().name);
    importing.choose(box, police);
    REQUIRE(eventually([&] {
        const auto* proposal = importing.page.job().proposal();
        return proposal && proposal->questions.front().answer.kind == exchange::AnswerKind::these;
    }));
    // Who answers by keyboard goes on from the same question.
    CHECK(importing.page.window()->focusWidget() == &importing.find<QComboBox>("import_answer_0"));
    CHECK(importing.find<QComboBox>("import_answer_0").currentText() == police);
    importing.click("import_next");
    REQUIRE(eventually([&] { return importing.find<QLabel>("import_done").isVisible(); }));
    REQUIRE(settled(importing.session));
    CHECK(importing.count(RecordKind::organisation) == before);
    const auto* surgery = named<plan::Mechanism>(*importing.session.plan(), "Beat surgery");
    REQUIRE(surgery);
    CHECK(plan::nameOf(*importing.session.plan(), RecordKind::organisation, surgery->leadOrganisation.id) ==
          police.toStdString());

    importing.click("import_another");
    importing.page.openFile(importing.written(
        "next.csv", "Meeting,Lead,How often\nBike marking,Avon and Somerset Constabulary Police,yearly\n"));
    CHECK(importing.proposal().questions.empty()); // learnt
}

TEST_CASE("a place name that means several areas is asked once and learnt") {
    Importing importing;
    importing.page.openFile(
        importing.written("list.csv", "Meeting,Area covered,How often\nRiver watch,Two Rivers,monthly\n"));
    REQUIRE(importing.proposed());
    importing.click("import_next");
    REQUIRE(importing.proposal().questions.size() == 1);
    CHECK(importing.proposal().questions[0].kind == exchange::QuestionKind::place);
    importing.prompts.severalChoices.push_back({0, 1});
    importing.choose(importing.find<QComboBox>("import_answer_0"), QStringLiteral("Choose areas"));
    REQUIRE(importing.prompts.asked.size() == 1);
    CHECK(importing.prompts.asked.front().contains(QStringLiteral("Two Rivers")));
    CHECK(std::is_sorted(importing.prompts.offered.begin(), importing.prompts.offered.end()));
    REQUIRE(importing.proposed());
    importing.click("import_next");
    REQUIRE(eventually([&] { return importing.find<QLabel>("import_done").isVisible(); }));
    REQUIRE(settled(importing.session));
    CHECK(named<plan::Mechanism>(*importing.session.plan(), "River watch")->areas.size() == 2);
    CHECK(named<plan::PlaceName>(*importing.session.plan(), "Two Rivers"));

    importing.click("import_another");
    importing.page.openFile(
        importing.written("next.csv", "Meeting,Area covered,How often\nFlood forum,two rivers,yearly\n"));
    CHECK(importing.proposal().questions.empty());
    REQUIRE(importing.imports());
    CHECK(named<plan::Mechanism>(*importing.session.plan(), "Flood forum")->areas.size() == 2);
}

TEST_CASE("new organisations come only if they are wanted") {
    Importing importing;
    importing.page.openFile(
        importing.written("list.csv", "Meeting,Attendees,How often\nA,Curo; Zebra Rescue Trust,monthly\n"));
    REQUIRE(importing.proposed());
    importing.click("import_next");
    const auto isMade = [&](const char* name) {
        const auto& made = importing.proposal().alsoCreated;
        return std::ranges::find(made, name, &exchange::AlsoCreated::name) != made.end();
    };
    CHECK(isMade("Zebra Rescue Trust"));
    auto& box = importing.find<QCheckBox>("import_new_organisations");
    box.setFocus();
    QTest::keyClick(&box, Qt::Key_Space);
    CHECK_FALSE(isMade("Zebra Rescue Trust"));
    CHECK(importing.proposal().rows.front().notices.front().lost);
}

TEST_CASE(
    "a kind asked for beforehand is chosen for the next file, can be changed, and is for that file alone") {
    Importing importing;
    auto& wanted = importing.find<QComboBox>("import_wanted");
    CHECK(wanted.currentText() == QStringLiteral("Found out from the file"));
    CHECK(importing.page.beginImport(plan::RecordKind::footprint));
    CHECK(wanted.currentText() == QStringLiteral("Footprints"));
    CHECK(accessibilityProblems(importing.page).isEmpty());
    // Ward and area: without the wish it is a list of areas.
    const auto file = importing.written("lookup.csv", "Parish name,Ward name\nAshby,North\nBexley,North\n");
    importing.page.openFile(file);
    REQUIRE(importing.proposed());
    CHECK(importing.page.job().setup().sheets.front().form == exchange::ImportForm::footprints);
    // A file on its way is left alone.
    CHECK(importing.page.beginImport(plan::RecordKind::organisation));
    CHECK(wanted.currentText() == QStringLiteral("Footprints"));
    CHECK(importing.page.job().hasFile());
    importing.click("import_back");
    importing.choose(wanted, QStringLiteral("Organisations"));
    REQUIRE(eventually([&] {
        const auto& sheets = importing.page.job().setup().sheets;
        return !sheets.empty() && sheets.front().kind == plan::RecordKind::organisation;
    }));
    importing.page.job().clear();
    CHECK(importing.page.beginImport(plan::RecordKind::mechanism));
    importing.page.openFile(importing.written("list.csv", "Name,Lead\nA wholly new panel,Curo\n"));
    REQUIRE(importing.proposed());
    REQUIRE(importing.imports());
    CHECK(wanted.currentText() == QStringLiteral("Found out from the file"));
}
