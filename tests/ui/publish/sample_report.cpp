#include "tests/ui/publish/sample_report.h"

namespace wardmote::tests {

namespace {

report::Map sampleMap() {
    report::Map map;
    map.groups = {{"North", 1}, {"South", 5}};
    for (int i = 0; i < 6; ++i) {
        report::Map::Area area;
        area.name = "Parish " + std::to_string(i + 1);
        const double east = 360000 + 3000.0 * (i % 3);
        const double north = 160000 + 4000.0 * (i / 3);
        if (i < 4) {
            area.boundary = std::make_shared<plan::Shape>(plan::Shape{{{{{east, north},
                                                                         {east + 3000, north},
                                                                         {east + 3000, north + 4000},
                                                                         {east, north + 4000}}}}});
        } else {
            area.point = plan::Point{east + 1500, north + 2000};
        }
        area.group = i == 5 ? std::nullopt : std::optional<std::size_t>(static_cast<std::size_t>(i / 3));
        map.areas.push_back(std::move(area));
    }
    map.attribution = {"Contains invented data for a test"};
    return map;
}

} // namespace

report::Document sampleReport(std::size_t rows) {
    report::Document document;
    document.title = "Keynsham Area: how services and communities talk";
    document.subtitle = "A report with every kind of block";
    document.organisation = "Somewhere Council";
    document.subject = "What a test writes.";
    document.lines = {"Prepared 22 November 2026", "For the Cabinet"};
    document.date = {2026, 11, 22};
    document.heading(1, "Headline figures");
    document.add(report::KeyFigures{{{"24,310", "residents", "2021 census"},
                                     {"17", "mechanisms", ""},
                                     {"not recorded", "spending a year", ""},
                                     {"1,204 hours", "paid staff time a year", "of 12 of 17 mechanisms"}}});
    std::string words;
    for (int i = 0; i < 60; ++i) {
        words +=
            "Sentence number " + std::to_string(i + 1) + " of a paragraph that runs on over a page break. ";
    }
    document.paragraph(words);
    document.heading(2, "What this means");
    document.paragraph({{"Services hold ", false, {}},
                        {"seventeen", true, {}},
                        {" mechanisms; see ", false, {}},
                        {"the council's page", false, "https://www.example.org/forums"},
                        {".", false, {}}});
    document.add(report::List{false, {{{"First point", false, {}}}, {{"Second point", false, {}}}}});
    document.add(report::List{true, {{{"Step one", false, {}}}, {{"Step two", false, {}}}}});
    document.add(report::Note{"A caution", {{"Figures rest on what is recorded.", false, {}}}});
    document.heading(1, "Areas");
    report::Table table;
    table.caption = "Areas with their residents";
    table.columns = {{"Area", report::Align::left, 0},
                     {"Kind", report::Align::left, 0},
                     {"Residents", report::Align::right, 0}};
    for (std::size_t i = 0; i < rows; ++i) {
        table.rows.push_back(
            {{"Parish number " + std::to_string(i + 1), "Parish", std::to_string(300 + i)}, false});
    }
    table.rows.push_back({{"All areas", "", "24,310"}, true});
    document.add(std::move(table));
    document.heading(1, "Overlap");
    report::BarChart chart;
    chart.unit = "paid hours a year";
    chart.series = {"In mechanisms that overlap another service's", "Not shared"};
    chart.categories = {{"Community safety", {210, 180}},
                        {"Housing and homelessness prevention service", {95, 70}},
                        {"Health", {std::nullopt, 150}}};
    document.add(report::Figure("Community safety shares 210 of 390 hours, housing 95 of 165.",
                                "Hours shared between services", chart));
    report::Matrix matrix{
        {"Police", "Housing"}, {"Police", "Housing"}, {{std::nullopt, 7}, {7, std::nullopt}}};
    document.add(report::Figure("Police and housing share seven pairs.", "Overlapping pairs", matrix));
    document.add(report::PageBreak{});
    document.heading(1, "Map");
    document.add(report::Figure("Six areas in two groups.", "The areas on a map", sampleMap()));
    report::Table empty;
    empty.caption = "Possible duplicates";
    empty.columns = {{"Mechanism", report::Align::left, 0}};
    empty.whenEmpty = "none found.";
    document.add(std::move(empty));
    return document;
}

} // namespace wardmote::tests
