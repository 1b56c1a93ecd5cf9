#include "core/report/blocks.h"

#include "core/base/contract.h"

#include <algorithm>

namespace wardmote::report {

namespace {

void check(const Table& table, std::vector<std::string>& problems) {
    if (table.columns.empty()) {
        problems.push_back("The table \"" + table.caption + "\" has no columns.");
    }
    for (const auto& row : table.rows) {
        if (row.cells.size() != table.columns.size() && !(row.group && row.cells.size() == 1)) {
            problems.push_back("A row of the table \"" + table.caption + "\" has " +
                               std::to_string(row.cells.size()) + " cells for " +
                               std::to_string(table.columns.size()) + " columns.");
        }
    }
}

void check(const BarChart& chart, const std::string& caption, std::vector<std::string>& problems) {
    for (const auto& category : chart.categories) {
        if (category.values.size() != chart.series.size()) {
            problems.push_back("The bar \"" + category.label + "\" of \"" + caption + "\" has " +
                               std::to_string(category.values.size()) + " values for " +
                               std::to_string(chart.series.size()) + " series.");
        }
    }
}

void check(const Matrix& matrix, const std::string& caption, std::vector<std::string>& problems) {
    const bool whole =
        matrix.cells.size() == matrix.rows.size() && std::ranges::all_of(matrix.cells, [&](const auto& row) {
            return row.size() == matrix.columns.size();
        });
    if (!whole) {
        problems.push_back("The matrix \"" + caption + "\" lacks cells.");
    }
}

void check(const Map& map, const std::string& caption, std::vector<std::string>& problems) {
    for (const auto& area : map.areas) {
        if (area.group && *area.group >= map.groups.size()) {
            problems.push_back("The area " + area.name + " of the map \"" + caption +
                               "\" is in a group that is not there.");
        }
    }
}

} // namespace

std::string plainText(const Spans& spans) {
    std::string text;
    for (const auto& span : spans) {
        text += span.text;
    }
    return text;
}

Figure::Figure(std::string alternative, std::string caption, Picture picture)
    : alternative_(std::move(alternative)), caption_(std::move(caption)), picture_(std::move(picture)) {
    contract(alternative_.find_first_not_of(" \t\r\n") != std::string::npos,
             "a figure says in words what it shows");
}

void Document::heading(int level, std::string text) {
    blocks.emplace_back(Heading{level, std::move(text)});
}

void Document::paragraph(std::string text) {
    blocks.emplace_back(Paragraph{{Span{std::move(text), false, {}}}});
}

void Document::paragraph(Spans spans) {
    blocks.emplace_back(Paragraph{std::move(spans)});
}

void Document::add(Block block) {
    blocks.push_back(std::move(block));
}

std::vector<std::string> Document::problems() const {
    std::vector<std::string> found;
    if (title.empty()) {
        found.emplace_back("The report has no title.");
    }
    if (language.empty()) {
        found.emplace_back("The report does not say its language.");
    }
    int level = 0;
    for (const auto& block : blocks) {
        if (const auto* heading = std::get_if<Heading>(&block)) {
            if (heading->level < 1 || heading->level > 3 || heading->level > level + 1) {
                found.push_back("The heading \"" + heading->text + "\" skips a level.");
            }
            level = std::clamp(heading->level, 1, 3);
        } else if (const auto* table = std::get_if<Table>(&block)) {
            check(*table, found);
        } else if (const auto* figure = std::get_if<Figure>(&block)) {
            std::visit([&](const auto& picture) { check(picture, figure->caption(), found); },
                       figure->picture());
        }
    }
    return found;
}

} // namespace wardmote::report
