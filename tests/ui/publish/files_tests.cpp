#include "tests/support/catch.h"
#include "tests/support/folders.h"
#include "tests/ui/publish/sample_report.h"
#include "ui/publish/figures.h"
#include "ui/publish/paginate.h"
#include "ui/publish/pdf.h"
#include "ui/publish/publish.h"
#include "ui/publish/whole_file.h"

#include <QFile>
#include <QPainter>
#include <QProcess>
#include <QStandardPaths>

#include <algorithm>
#include <fstream>
#include <set>
#ifdef __unix__
#include <csignal>
#include <sys/resource.h>
#include <sys/wait.h>
#include <unistd.h>
#endif

using namespace wardmote;

namespace {

std::string fileText(const std::filesystem::path& path) {
    std::ifstream file(path, std::ios::binary);
    return {std::istreambuf_iterator<char>(file), {}};
}

/// What a program of poppler-utils says; nothing where it is not installed.
std::optional<std::string> asked(const char* program, const QStringList& arguments) {
    const QString found = QStandardPaths::findExecutable(QString::fromLatin1(program));
    if (found.isEmpty()) {
        WARN(program << " is not installed: tags are not read back");
        return std::nullopt;
    }
    QProcess process;
    process.start(found, arguments);
    process.waitForFinished(60000);
    return process.readAllStandardOutput().toStdString();
}

std::size_t countOf(const std::string& text, const std::string& what) {
    std::size_t count = 0;
    for (auto at = text.find(what); at != std::string::npos; at = text.find(what, at + what.size())) {
        ++count;
    }
    return count;
}

} // namespace

TEST_CASE("a single sheet of any size is tagged too") {
    const tests::TemporaryFolder folder;
    const auto path = folder / "sheet.pdf";
    report::Document document;
    document.title = "Forums 2014";
    const auto line = [](const char* words) {
        return
            [words](QPainter& painter) { painter.drawText(QPointF(300, 300), QString::fromLatin1(words)); };
    };
    const auto written = publish::pdfOfSheet(
        {23840, 16840}, document,
        {{"H1", {}, {}, line("Forums 2014")},
         {"Figure", QStringLiteral("Map of six forums"), QRectF(0, 1000, 23840, 15000), line("Keynsham")}});
    REQUIRE(written);
    std::ofstream(path, std::ios::binary) << *written;
    const auto name = QString::fromStdString(path.string());
    const auto info = asked("pdfinfo", {name});
    if (!info) {
        return;
    }
    CHECK(info->find("Tagged:          yes") != std::string::npos);
    CHECK(info->find("2384 x 1684 pts") != std::string::npos);
    const auto tags = *asked("pdfinfo", {QStringLiteral("-struct-text"), name});
    for (const auto* tag : {"Document", "H1 (block)", "Forums 2014", "Figure:"}) {
        INFO(tag);
        CHECK(tags.find(tag) != std::string::npos);
    }
}

TEST_CASE("the tags of the PDF read back as the report's structure") {
    const tests::TemporaryFolder folder;
    const auto path = folder / "report.pdf";
    REQUIRE(publish::writeReport(tests::sampleReport(), path));
    const auto name = QString::fromStdString(path.string());
    const auto info = asked("pdfinfo", {name});
    if (!info) {
        return;
    }
    CHECK(info->find("Tagged:          yes") != std::string::npos);
    CHECK(info->find("PDF version:     1.7") != std::string::npos);
    CHECK(info->find("Title:           Keynsham Area") != std::string::npos);
    const auto tags = *asked("pdfinfo", {QStringLiteral("-struct-text"), name});
    for (const auto* tag :
         {"Document", "H1 (block)", "H2 (block)", "H3 (block)", "TOC", "TOCI", "Link (inline)", "THead",
          "TBody", "Caption", "/Scope /Column", "/Scope /Row", "LBody (block)", "Lbl (block)",
          "/ListNumbering /Decimal", "Figure:", "\"Keynsham Area: how services and"}) {
        INFO(tag);
        CHECK(tags.find(tag) != std::string::npos);
    }
    CHECK(countOf(tags, "Figure:") == 3);
    // A paragraph over a page break is one P in two pieces; page numbers and running titles are no content.
    CHECK(tags.find("Sentence number 60") != std::string::npos);
    CHECK(tags.find("Page 2 of") == std::string::npos);
    CHECK(tags.find('\t') == std::string::npos);
}

TEST_CASE("a head is repeated on every page of a table and tagged once") {
    const tests::TemporaryFolder folder;
    const auto path = folder / "report.pdf";
    REQUIRE(publish::writeReport(tests::sampleReport(200), path));
    const auto name = QString::fromStdString(path.string());
    const auto text = asked("pdftotext", {QStringLiteral("-layout"), name, QStringLiteral("-")});
    if (!text) {
        return;
    }
    const auto tags = *asked("pdfinfo", {QStringLiteral("-struct-text"), name});
    CHECK(text->find("Parish number 200") != std::string::npos);
    // 200 rows of 12 pt need seven pages or more.
    CHECK(countOf(*text, "Residents\n") >= 7);
    CHECK(countOf(tags, "\"Residents\"") == 1);
    CHECK(countOf(tags, "TR\n") >= 202);
}

TEST_CASE("every label of a chart and of the map is text in the PDF and in the SVG of the page") {
    const tests::TemporaryFolder folder;
    const auto pdf = folder / "report.pdf";
    const auto html = folder / "report.html";
    REQUIRE(publish::writeReport(tests::sampleReport(), pdf));
    REQUIRE(publish::writeReport(tests::sampleReport(), html));
    const auto page = fileText(html);
    for (const auto* label : {"Community safety", "210 + 180 = 390", "not recorded + 150",
                              "paid hours a year", "North", "Contains invented data"}) {
        INFO(label);
        CHECK(page.find(label) != std::string::npos);
    }
    CHECK(page.find("homelessness") != std::string::npos);
    const auto text = asked("pdftotext", {QString::fromStdString(pdf.string()), QStringLiteral("-")});
    if (text) {
        for (const auto* label : {"Community safety", "210 + 180 = 390", "homelessness", "North", " km\n"}) {
            INFO(label);
            CHECK(text->find(label) != std::string::npos);
        }
    }
}

TEST_CASE("a web page has its headings, scopes, language, and fetches nothing") {
    const auto page = publish::render(tests::sampleReport(), publish::Format::html);
    REQUIRE(page);
    for (const auto* part :
         {"<html lang=\"en-GB\">", "<h1>", "<h2 id=\"section-1\">", "scope=\"col\"", "scope=\"row\"",
          "<caption>", "role=\"img\"", "class=\"skip\"", "<main id=\"main\"", "<figcaption>"}) {
        INFO(part);
        CHECK(page->find(part) != std::string::npos);
    }
    CHECK(page->find("<script") == std::string::npos);
    CHECK(page->find("src=") == std::string::npos);
}

TEST_CASE("the same report gives the same bytes") {
    for (const auto format : {publish::Format::pdf, publish::Format::html, publish::Format::odt}) {
        const auto one = publish::render(tests::sampleReport(), format);
        const auto other = publish::render(tests::sampleReport(), format);
        REQUIRE(one);
        REQUIRE(other);
        CHECK(*one == *other);
        CHECK(one->size() > 5000);
    }
    CHECK(publish::render(tests::sampleReport(), publish::Format::odt)->substr(30, 8) == "mimetype");
}

TEST_CASE("long words, huge tables and huge cells stay within the page and within bounds") {
    report::Document document;
    document.title = std::string(300, 'W');
    document.date = {2026, 1, 1};
    report::Table table;
    table.columns = {{std::string(90, 'h'), report::Align::left, 0}, {"Words", report::Align::left, 0}};
    table.rows.push_back({{std::string(500, 'x'), std::string(200000, 'y')}});
    for (int i = 0; i < 5000; ++i) {
        table.rows.push_back({{"row", "cell"}});
    }
    document.add(std::move(table));
    const auto pages = publish::paginate(std::make_shared<const report::Document>(document));
    REQUIRE(pages);
    CHECK(pages->pages.size() < 120);
    for (const auto& page : pages->pages) {
        for (const auto& item : page.items) {
            if (const auto* text = std::get_if<publish::Text>(&item)) {
                REQUIRE(text->baseline.y() < pages->height);
                REQUIRE(text->baseline.x() >= 500);
            }
        }
    }
    CHECK(publish::render(document, publish::Format::html)->find("3001 more are left out") !=
          std::string::npos);
}

TEST_CASE("a web page breaks no word but those that no column holds") {
    report::Document document;
    document.title = "Words";
    document.date = {2026, 1, 1};
    report::Table table;
    table.columns = {{"Area", report::Align::left, 0}, {"Reference", report::Align::left, 0}};
    table.rows.push_back({{"Temple Cloud with Cameley", std::string(45, 'x') + "é" + std::string(20, 'y')}});
    document.add(std::move(table));
    const auto page = publish::render(document, publish::Format::html);
    REQUIRE(page);
    CHECK(page->find("Temple Cloud with Cameley") != std::string::npos);
    CHECK(page->find("anywhere") == std::string::npos);
    CHECK(page->find(std::string(30, 'x') + "<wbr>" + std::string(15, 'x') + "é") != std::string::npos);
}

TEST_CASE("headings stay with what follows and no page ends in one") {
    report::Document document;
    document.title = "Headings";
    document.date = {2026, 1, 1};
    for (int i = 0; i < 40; ++i) {
        document.heading(1, "Heading " + std::to_string(i));
        document.paragraph(std::string(static_cast<std::size_t>(40 + 137 * (i % 7)), 'a') + " end.");
    }
    const auto pages = publish::paginate(std::make_shared<const report::Document>(document));
    REQUIRE(pages);
    for (std::size_t i = 1; i < pages->pages.size(); ++i) {
        const publish::Text* last = nullptr;
        for (const auto& item : pages->pages[i].items) {
            const auto* text = std::get_if<publish::Text>(&item);
            last = text && text->element != publish::artifact ? text : last;
        }
        REQUIRE(last);
        CHECK(last->face == publish::Face::body);
    }
}

TEST_CASE("a section's last word does not stand alone at the top of a page") {
    // Whatever the height above, the page that opens with a word of decision has the line before it as well.
    for (int lines = 20; lines < 60; ++lines) {
        report::Document document;
        document.title = "Decisions";
        document.date = {2026, 1, 1};
        document.heading(1, "Pairs");
        for (int i = 0; i < lines; ++i) {
            document.paragraph("A line about the pair.");
        }
        document.paragraph("Decision: none.");
        document.heading(1, "Next");
        document.paragraph("More.");
        const auto pages = publish::paginate(std::make_shared<const report::Document>(document));
        REQUIRE(pages);
        for (const auto& page : pages->pages) {
            const auto first = std::ranges::find_if(page.items, [](const publish::Item& item) {
                const auto* text = std::get_if<publish::Text>(&item);
                return text && text->element != publish::artifact;
            });
            REQUIRE(first != page.items.end());
            CHECK(std::get<publish::Text>(*first).text != QStringLiteral("Decision: none."));
        }
    }
}

TEST_CASE("a chart that nearly fits is drawn lower rather than leave the page blank") {
    std::set<double> heights;
    for (int lines = 10; lines < 50; ++lines) {
        report::Document document;
        document.title = "Charts";
        document.date = {2026, 1, 1};
        document.heading(1, "Hours");
        for (int i = 0; i < lines; ++i) {
            document.paragraph("A line about hours.");
        }
        report::BarChart chart;
        chart.series = {"Shared", "Not shared"};
        for (int i = 0; i < 9; ++i) {
            chart.categories.push_back({"Service " + std::to_string(i), {3.0 * i, 5.0}});
        }
        document.add(report::Figure("Hours of nine services.", "Hours", std::move(chart)));
        const auto pages = publish::paginate(std::make_shared<const report::Document>(document));
        REQUIRE(pages);
        for (const auto& page : pages->pages) {
            for (const auto& item : page.items) {
                if (const auto* drawing = std::get_if<publish::Drawing>(&item)) {
                    heights.insert(drawing->place.height());
                    CHECK(drawing->place.bottom() <= 7700.5);
                    CHECK(drawing->place.height() >=
                          publish::leastFigureHeight(*drawing->picture, drawing->place.width(), 6000) - 0.5);
                }
            }
        }
    }
    CHECK(heights.size() > 1);
}

TEST_CASE("a file is written whole or not at all") {
    const tests::TemporaryFolder folder;
    const auto path = folder / "report.pdf";
    REQUIRE(publish::writeWhole(path, "before"));
    std::stop_source stop;
    stop.request_stop();
    Progress progress;
    progress.stop = stop.get_token();
    CHECK(!publish::writeReport(tests::sampleReport(), path, {}, progress));
    CHECK(fileText(path) == "before");

    const auto nowhere = publish::writeReport(tests::sampleReport(), folder / "no" / "such" / "report.pdf");
    REQUIRE(!nowhere);
    CHECK(nowhere.error().message.find("no folder") != std::string::npos);
    const auto odd = publish::writeReport(tests::sampleReport(), folder / "report.docx");
    REQUIRE(!odd);
    CHECK(odd.error().remedy.find(".pdf") != std::string::npos);
    if (std::filesystem::exists("/dev/null")) {
        CHECK(!publish::writeWhole("/dev/null", "x")); // and it stays what it is
        CHECK(std::filesystem::is_character_file("/dev/null"));
    }
    std::size_t files = 0;
    for ([[maybe_unused]] const auto& entry : std::filesystem::directory_iterator(folder.path())) {
        ++files;
    }
    CHECK(files == 1);
}

#ifdef __unix__
TEST_CASE("a disk that fills up leaves the file that was there") {
    const tests::TemporaryFolder folder;
    const auto path = folder / "report.html";
    REQUIRE(publish::writeWhole(path, "before"));
    // A limit on the size of files stands for the full disk: writing fails half way in the same manner.
    rlimit before{};
    getrlimit(RLIMIT_FSIZE, &before);
    const auto handler = std::signal(SIGXFSZ, SIG_IGN);
    rlimit small = before;
    small.rlim_cur = 10000;
    setrlimit(RLIMIT_FSIZE, &small);
    const auto result = publish::writeWhole(path, std::string(50000, 'x'));
    setrlimit(RLIMIT_FSIZE, &before);
    std::signal(SIGXFSZ, handler);
    REQUIRE(!result);
    CHECK(result.error().message.find("not written") != std::string::npos);
    CHECK(!result.error().remedy.empty());
    CHECK(fileText(path) == "before");
}

TEST_CASE("a writer that is killed leaves the file that was there, or the new one whole") {
    const tests::TemporaryFolder folder;
    const auto path = folder / "report.pdf";
    const std::string first(3'000'000, 'a');
    const std::string second(3'500'000, 'b');
    REQUIRE(publish::writeWhole(path, first));
    for (int round = 0; round < 25; ++round) {
        int begun[2] = {-1, -1};
        REQUIRE(pipe(begun) == 0);
        const pid_t child = fork();
        if (child == 0) {
            for (int i = 0;; ++i) {
                const char sign = 'x';
                if (write(begun[1], &sign, 1) != 1) {
                    _exit(1);
                }
                static_cast<void>(publish::writeWhole(path, i % 2 == 0 ? second : first));
            }
        }
        REQUIRE(child > 0);
        // Killed in the middle of one write after another: as many as the round counts have begun.
        char sign = 0;
        for (int i = 0; i <= round % 5; ++i) {
            REQUIRE(read(begun[0], &sign, 1) == 1);
        }
        kill(child, SIGKILL);
        waitpid(child, nullptr, 0);
        close(begun[0]);
        close(begun[1]);
        const auto found = fileText(path);
        CHECK((found == first || found == second));
    }
}
#endif
