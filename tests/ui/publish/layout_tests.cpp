#include "tests/support/catch.h"
#include "ui/charts/unbroken.h"
#include "ui/publish/paginate.h"
#include "ui/publish/table_widths.h"
#include "ui/publish/text_lines.h"

#include <algorithm>
#include <numeric>
#include <set>

using namespace wardmote;

namespace {

report::Document documentOf(const char* title) {
    report::Document document;
    document.title = title;
    document.date = {2026, 1, 1};
    return document;
}

publish::PagedReport pagesOf(report::Document document) {
    auto pages = publish::paginate(std::make_shared<const report::Document>(std::move(document)));
    REQUIRE(pages);
    return std::move(*pages);
}

/// The pieces of text on a page that are no margin.
std::vector<const publish::Text*> textsOn(const publish::Page& page) {
    std::vector<const publish::Text*> texts;
    for (const auto& item : page.items) {
        if (const auto* text = std::get_if<publish::Text>(&item);
            text && text->element != publish::artifact) {
            texts.push_back(text);
        }
    }
    return texts;
}

/// Heights at which text stands on a page.
std::size_t linesOn(const publish::Page& page) {
    std::set<double> lines;
    for (const auto* text : textsOn(page)) {
        lines.insert(text->baseline.y());
    }
    return lines.size();
}

} // namespace

TEST_CASE("a column that is given too little gets what its longest word takes") {
    report::Table table;
    table.columns = {{"Area", report::Align::left, 1},
                     {"From", report::Align::left, 3},
                     {"Reason", report::Align::left, 3}};
    table.rows = {{{"Farmborough", "Keynsham Area Forum", "One ward with Clutton."}}};
    const double width = 4000;
    const auto widths = publish::columnWidths(table, width);
    const auto least =
        publish::widestWord(QStringLiteral("Farmborough"), publish::Face::strong) + 2 * publish::cellPadding;
    CHECK(width / 7 < least); // else nothing is tried
    CHECK(widths[0] >= least);
    CHECK(widths[1] == Approx(widths[2])); // the others share the rest as asked
    CHECK(std::accumulate(widths.begin(), widths.end(), 0.0) == Approx(width));
    table.rows = {{{std::string(80, 'x'), std::string(80, 'y'), std::string(80, 'z')}}};
    const auto narrow = publish::columnWidths(table, 800); // no width keeps these whole
    CHECK(std::accumulate(narrow.begin(), narrow.end(), 0.0) == Approx(800));
}

TEST_CASE("a heading and the lines below it stay with the table or figure that they are about") {
    for (int lines = 10; lines < 45; ++lines) {
        for (const bool drawn : {false, true}) {
            auto document = documentOf("Introductions");
            document.heading(1, "Before");
            for (int i = 0; i < lines; ++i) {
                document.paragraph("A line before.");
            }
            document.heading(1, "How services overlap");
            document.paragraph("It introduces what stands below.");
            if (drawn) {
                report::BarChart chart;
                chart.series = {"Shared"};
                for (int i = 0; i < 9; ++i) {
                    chart.categories.push_back({"Service " + std::to_string(i), {3.0 * i}});
                }
                document.add(report::Figure("Hours of nine services.", "Hours", std::move(chart)));
            } else {
                report::Table table;
                table.columns = {{"Service", report::Align::left, 0}};
                for (int i = 0; i < 30; ++i) {
                    table.rows.push_back({{"Row"}});
                }
                document.add(std::move(table));
            }
            const auto pages = pagesOf(std::move(document));
            for (const auto& page : pages.pages) {
                const auto texts = textsOn(page);
                REQUIRE_FALSE(texts.empty());
                const bool more = drawn && std::ranges::any_of(page.items, [](const publish::Item& item) {
                                      return std::holds_alternative<publish::Drawing>(item);
                                  });
                CHECK((more || texts.back()->text != QStringLiteral("It introduces what stands below.")));
            }
        }
    }
}

TEST_CASE("no page holds a line or two because a part or the report ends there") {
    for (int paragraphs = 20; paragraphs < 80; ++paragraphs) {
        auto document = documentOf("Ends");
        for (int i = 0; i < paragraphs; ++i) {
            document.paragraph("A paragraph of one line.");
        }
        const auto pages = pagesOf(std::move(document));
        CHECK(linesOn(pages.pages.back()) > 2);
        for (const auto& page : pages.pages) {
            for (const auto* text : textsOn(page)) {
                REQUIRE(text->baseline.y() < 7700);
            }
        }
    }
    for (int parts = 10; parts < 45; ++parts) {
        auto document = documentOf("Contents");
        for (int i = 0; i < parts; ++i) {
            document.heading(1, "Part " + std::to_string(i));
            document.paragraph("Words.");
        }
        const auto pages = pagesOf(std::move(document));
        CHECK(linesOn(pages.pages[1]) > 2);
    }
}

TEST_CASE("headline figures are all of one size") {
    for (const char* longest : {"4,664 hours", "at least 4,664,664 hours"}) {
        auto document = documentOf("Figures");
        document.add(report::KeyFigures{{{"197", "meetings a year", ""}, {longest, "paid staff time", ""}}});
        const auto pages = pagesOf(std::move(document));
        std::set<publish::Face> faces;
        for (const auto* text : textsOn(pages.pages.front())) {
            if (text->text.startsWith(QStringLiteral("197")) ||
                text->text.contains(QStringLiteral("hours"))) {
                faces.insert(text->face);
            }
        }
        CHECK(faces.size() == 1);
    }
}

TEST_CASE("a licence's version is not broken over two lines") {
    const auto words = QStringLiteral("Licensed under the Open Government Licence v.3.0");
    for (double width = 900; width < 3200; width += 20) {
        QString joined;
        for (const auto& line : publish::breakLines(words, publish::Face::body, width)) {
            REQUIRE_FALSE(line.runs.empty());
            CHECK_FALSE(line.runs.front().text.startsWith(QStringLiteral("3.0")));
            joined += line.runs.front().text;
        }
        CHECK(joined == words); // what joins the two is not in the text
    }
    CHECK(charts::unbroken(QStringLiteral("a.b 1.5 v.3")).size() == 12);
}
