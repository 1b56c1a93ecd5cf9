#include "tests/support/catch.h"
#include "tests/ui/publish/sample_report.h"
#include "ui/publish/compose.h"
#include "ui/publish/paginate.h"
#include "ui/publish/publish.h"

using namespace wardmote;

TEST_CASE("contents show the second level while they stay on the first page") {
    report::Document document;
    for (int i = 0; i < 8; ++i) {
        document.heading(1, "Part");
        document.heading(2, "Section");
        document.heading(3, "Never listed");
    }
    CHECK(publish::deepestInContents(document) == 2); // sixteen lines
    document.heading(2, "One more");
    CHECK(publish::deepestInContents(document) == 1);
}

TEST_CASE("a compact report is set closer on A3, in letters as large, and elsewhere as any other") {
    auto document = tests::sampleReport(60);
    document.contents = false;
    const auto usual = publish::paginate(std::make_shared<const report::Document>(document));
    const auto page = publish::render(document, publish::Format::html);
    document.compact = true;
    const auto compact = publish::paginate(std::make_shared<const report::Document>(document));
    REQUIRE(usual);
    REQUIRE(compact);
    CHECK(compact->pages.size() * 3 <= usual->pages.size() * 2);
    CHECK(compact->width == usual->height);
    CHECK(compact->height == Approx(2 * usual->width).epsilon(0.001));
    CHECK(*publish::render(document, publish::Format::html) == *page);
}

TEST_CASE("in a compact report a figure stands beside its table where both are low") {
    const auto documentOf = [](int rows, bool compact) {
        report::Document document;
        document.title = "Profile";
        document.date = {2026, 1, 1};
        document.compact = compact;
        document.heading(1, "Hours");
        report::BarChart chart;
        chart.series = {"Paid"};
        chart.categories = {{"Housing", {3.0}}, {"Police", {5.0}}};
        document.add(report::Figure("Hours of two services.", "Hours", std::move(chart)));
        report::Table table;
        table.columns = {{"Service", report::Align::left, 0}, {"Hours", report::Align::right, 0}};
        for (int i = 0; i < rows; ++i) {
            table.rows.push_back({{"Row number " + std::to_string(i), "5"}});
        }
        document.add(std::move(table));
        document.paragraph("What follows.");
        return std::make_shared<const report::Document>(std::move(document));
    };
    struct Places {
        QRectF drawing;
        QPointF row;
        QPointF after;
    };
    const auto placesIn = [](const publish::PagedReport& report) {
        Places places;
        for (const auto& page : report.pages) {
            for (const auto& item : page.items) {
                if (const auto* drawing = std::get_if<publish::Drawing>(&item)) {
                    places.drawing = drawing->place;
                }
                const auto* text = std::get_if<publish::Text>(&item);
                if (text && text->text.startsWith(QStringLiteral("Row number 0"))) {
                    places.row = text->baseline;
                }
                if (text && text->text.startsWith(QStringLiteral("What follows"))) {
                    places.after = text->baseline;
                }
            }
        }
        return places;
    };
    const auto beside = placesIn(*publish::paginate(documentOf(4, true)));
    CHECK(beside.row.x() > beside.drawing.right());
    CHECK(beside.row.y() < beside.drawing.bottom());
    CHECK(beside.after.y() > beside.drawing.bottom());
    CHECK(beside.after.y() > beside.row.y() + 3 * 160);                              // below all of the table
    for (const auto& [rows, compact] : {std::pair(4, false), std::pair(60, true)}) { // published; too high
        const auto below = placesIn(*publish::paginate(documentOf(rows, compact)));
        CHECK(below.row.x() < below.drawing.right());
        CHECK(below.row.y() > below.drawing.bottom());
    }
}
