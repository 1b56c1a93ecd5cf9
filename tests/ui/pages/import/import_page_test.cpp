#include "tests/ui/pages/import/importing.h"

#include "core/exchange/reading/read_file.h"

#include <QTableView>

#include <atomic>
#include <condition_variable>
#include <mutex>

using namespace wardmote;
using namespace wardmote::ui;
using namespace wardmote::tests;

namespace {

/// A list of two mechanisms below a title row.
constexpr const char* housing =
    "Housing meetings 2026\n\nMeeting,Lead,How often,Venue\n"
    "Estate walkabout,Curo Housing,quarterly,Saltford Hall\n"
    "Leaseholder panel,Curo Housing,\"2nd Tues monthly, 7pm\",Keynsham Civic Centre\n";

QString shownRows(const QTableView& table) {
    QString words;
    for (int row = 0; row < table.model()->rowCount(); ++row) {
        for (int column = 0; column < table.model()->columnCount(); ++column) {
            words += table.model()->index(row, column).data().toString() + u'\n';
        }
    }
    return words;
}

} // namespace

TEST_CASE("a list goes through the steps and is one edit that Undo takes back") {
    Importing importing;
    const auto before = importing.count(plan::RecordKind::mechanism);
    importing.page.openFile(importing.written("housing.csv", housing));
    CHECK(importing.proposal().counts.added == 2);
    CHECK(accessibilityProblems(importing.page).isEmpty());
    importing.click("import_next"); // to Check
    CHECK(accessibilityProblems(importing.page).isEmpty());
    CHECK(importing.count(plan::RecordKind::mechanism) == before); // nothing has happened yet
    importing.click("import_next");                                // Import
    REQUIRE(eventually([&] { return importing.count(plan::RecordKind::mechanism) == before + 2; }));
    REQUIRE(eventually([&] { return importing.find<QLabel>("import_done").isVisible(); }));

    CHECK(importing.find<QLabel>("import_done").text() ==
          QStringLiteral("Imported from housing.csv: 2 new, 0 updated, 0 unchanged, 0 refused."));

    importing.click("import_undo");
    CHECK(eventually([&] { return importing.count(plan::RecordKind::mechanism) == before; }));
}

TEST_CASE("what would be imported is said in words, with the names of what is new") {
    Importing importing;
    importing.page.openFile(importing.written("housing.csv", housing));
    REQUIRE(importing.proposed());
    importing.click("import_next");
    const auto words = shownRows(importing.find<QTableView>("import_rows"));
    CHECK(words.contains(QStringLiteral("2nd Tuesday of the month")));
    CHECK(words.contains(QStringLiteral("Curo Housing")));
    CHECK_FALSE(words.contains(QStringLiteral("FREQ=")));
    CHECK_FALSE(words.contains(QStringLiteral("deleted")));
}

TEST_CASE("the same file again has nothing to import") {
    Importing importing;
    const auto file = importing.written("housing.csv", housing);
    importing.page.openFile(file);
    REQUIRE(importing.proposed());
    REQUIRE(importing.imports());
    importing.click("import_another");
    importing.page.openFile(file);
    CHECK(importing.proposal().counts == exchange::ImportCounts{0, 0, 2, 0});
    importing.click("import_next");
    CHECK_FALSE(importing.button("import_next").isEnabled());
    CHECK(importing.button("import_next").text() == QStringLiteral("Nothing to import"));
}

TEST_CASE("a file that can't be read is refused in words, and the plan is untouched") {
    Importing importing;
    const auto before = importing.session.plan();
    importing.page.openFile(importing.written("notes.xlsx", "PK\x03\x04 a workbook cut off"));
    auto& problem = importing.find<QLabel>("import_problem");
    REQUIRE(eventually([&] { return !problem.text().isEmpty(); }));
    CHECK(problem.isVisible());
    CHECK(importing.session.plan() == before);
    CHECK_FALSE(importing.button("import_next").isEnabled());
}

TEST_CASE("a read in progress can be stopped, and another file read after it") {
    // Stands for a long read: it ends when it is told to, and only then.
    struct Reads {
        std::atomic<int> begun = 0;
        std::atomic<bool> told = false;
    };
    const auto reads = std::make_shared<Reads>();
    Importing importing([reads](const std::filesystem::path& file, const exchange::ReadOptions& options,
                                const Progress& progress) -> Result<exchange::FileContents> {
        if (reads->begun++ > 0) {
            return exchange::FileReader({}).read(file, options, progress);
        }
        std::mutex mutex;
        std::unique_lock lock(mutex);
        std::condition_variable_any told;
        told.wait(lock, progress.stop, [] { return false; });
        reads->told = true;
        return failure("Stopped.");
    });
    const auto before = importing.session.plan();
    const auto file = importing.written("housing.csv", housing);
    importing.page.openFile(file);
    REQUIRE(eventually([&] { return reads->begun == 1; }));
    REQUIRE(importing.button("import_cancel").isVisible());
    CHECK_FALSE(importing.button("import_next").isEnabled());
    importing.click("import_cancel");
    CHECK(importing.find<QLabel>("import_problem").text().contains(QStringLiteral("Stopped")));
    CHECK_FALSE(importing.button("import_cancel").isVisible());
    CHECK_FALSE(importing.page.job().hasFile());
    CHECK(eventually([&] { return reads->told.load(); }));
    CHECK(importing.session.plan() == before);

    importing.page.openFile(file);
    CHECK(importing.proposal().counts.added == 2);
    CHECK(importing.find<QLabel>("import_problem").text().isEmpty());
}
