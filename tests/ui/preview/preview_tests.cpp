#include "tests/support/accessibility_audit.h"
#include "tests/support/catch.h"
#include "tests/support/folders.h"
#include "tests/support/scripted_prompts.h"
#include "ui/preview/page_view.h"
#include "ui/preview/print_pages.h"
#include "ui/preview/report_preview.h"

#include <QHBoxLayout>
#include <QLabel>
#include <QPushButton>
#include <QTest>

#include <fstream>
#include <iterator>

using namespace wardmote;
using namespace wardmote::tests;

namespace {

ui::PreparedReport threePages() {
    report::Document document;
    document.title = "North hub";
    document.date = {2026, 11, 22};
    for (const auto* part : {"First part", "Second part", "Third part"}) {
        document.heading(1, part);
        document.paragraph("Words of the " + std::string(part));
        document.add(report::PageBreak{});
    }
    document.heading(1, "Last");
    auto made = ui::prepared(std::move(document), {});
    REQUIRE(made);
    return *made;
}

std::string contentOf(const std::filesystem::path& path) {
    std::ifstream in(path, std::ios::binary);
    return {std::istreambuf_iterator<char>(in), {}};
}

/// How often a page object stands in a PDF.
int pagesIn(const std::string& pdf) {
    int pages = 0;
    for (auto at = pdf.find("/Type /Page\n"); at != std::string::npos;
         at = pdf.find("/Type /Page\n", at + 1)) {
        ++pages;
    }
    return pages;
}

struct Shown {
    TemporaryFolder folder;
    ScriptedPrompts prompts;
    QWidget window;
    ui::ReportPreview* preview = nullptr;

    Shown() {
        auto* column = new QVBoxLayout(&window);
        auto* row = new QHBoxLayout;
        preview = new ui::ReportPreview(prompts, nullptr, QStringLiteral("profile"));
        preview->addActions(*row);
        column->addLayout(row);
        column->addWidget(preview);
        window.resize(900, 700);
        window.show();
    }
    QPushButton* button(const char* name) {
        return window.findChild<QPushButton*>(QString::fromLatin1(name));
    }
};

} // namespace

TEST_CASE("pages go to the printer, all of them or the ones asked for") {
    const TemporaryFolder folder;
    const auto report = threePages();
    const auto all = static_cast<int>(report.pages->pages.size());
    REQUIRE(all >= 4);
    for (const auto& [first, last, expected] :
         {std::tuple{1, all, all}, {2, 3, 2}, {4, 4, 1}, {1, 99, all}, {0, 1, 1}}) {
        const auto path = folder / ("out" + std::to_string(first) + std::to_string(last) + ".pdf");
        {
            QPdfWriter writer(QString::fromStdString(path.string()));
            writer.setPageSize(QPageSize(QPageSize::A4));
            writer.setPageMargins({});
            CHECK(ui::printPages(*report.pages, writer, first, last));
        }
        CAPTURE(first, last);
        CHECK(pagesIn(contentOf(path)) == expected);
    }
    QPdfWriter nowhere(QString::fromStdString((folder / "gone" / "out.pdf").string()));
    const auto refused = ui::printPages(*report.pages, nowhere, 1, 1);
    REQUIRE_FALSE(refused);
    CHECK_FALSE(refused.error().remedy.empty());
}

TEST_CASE("nothing is written or printed before there is a report, then each in two clicks") {
    Shown shown;
    for (const auto* name : {"exportPdf", "printReport"}) {
        CHECK_FALSE(shown.button(name)->isEnabled());
    }
    shown.preview->setReport(threePages());
    CHECK(shown.preview->view().pageCount() >= 4);
    const auto message = [&] { return shown.window.findChild<QLabel*>(QStringLiteral("reportMessage")); };

    const auto file = shown.folder / "profile.pdf";
    shown.prompts.filesToSave.push_back(QString::fromStdString(file.string()));
    QTest::mouseClick(shown.button("exportPdf"), Qt::LeftButton);
    REQUIRE(QTest::qWaitFor([&] { return message()->isVisible(); }, 10'000));
    CHECK(contentOf(file).starts_with("%PDF-"));
    CHECK(message()->text().contains(QStringLiteral("profile.pdf")));

    const auto printed = shown.folder / "printed.pdf";
    shown.prompts.filesToPrintTo.push_back(QString::fromStdString(printed.string()));
    QTest::mouseClick(shown.button("printReport"), Qt::LeftButton);
    REQUIRE(QTest::qWaitFor([&] { return message()->text().contains(QStringLiteral("printer")); }, 10'000));
    CHECK(pagesIn(contentOf(printed)) == shown.preview->view().pageCount());
    CHECK(shown.button("printReport")->isEnabled());

    // Whoever thinks better of it has changed nothing.
    QTest::mouseClick(shown.button("printReport"), Qt::LeftButton);
    CHECK(shown.prompts.warned.isEmpty());
}

TEST_CASE("a preview can be used by keyboard and by screen reader") {
    Shown shown;
    shown.preview->setReport(threePages());
    shown.preview->say(QStringLiteral("Written"), true);
    CHECK(accessibilityProblems(shown.window).join(u'\n').toStdString() == "");
}
