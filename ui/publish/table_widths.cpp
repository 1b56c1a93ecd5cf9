#include "ui/publish/table_widths.h"

#include "ui/publish/text_lines.h"

#include <algorithm>
#include <numeric>

namespace wardmote::publish {

namespace {

constexpr std::size_t rowsMeasured = 3000;

} // namespace

std::vector<double> columnWidths(const report::Table& table, double width) {
    const auto count = table.columns.size();
    std::vector<double> widths(count);
    double asked = 0;
    for (const auto& column : table.columns) {
        asked += column.width;
    }
    if (asked > 0) {
        for (std::size_t i = 0; i < count; ++i) {
            widths[i] = width * table.columns[i].width / asked;
        }
        return widths;
    }
    std::vector<double> least(count);
    std::vector<double> natural;
    std::vector<double> largest(count);
    std::vector<double> usual(count);
    const auto measure = [&](std::size_t i, const std::string& text, Face face) {
        const QString words = QString::fromStdString(text).left(400);
        least[i] = std::max(least[i], std::min(widestWord(words, face), width * 0.3) + 2 * cellPadding + 4);
        natural.push_back(std::min(naturalWidth(words, face), width * 0.9) + 2 * cellPadding + 4);
    };
    for (std::size_t i = 0; i < count; ++i) {
        measure(i, table.columns[i].heading, Face::strong);
        // A heading may wrap: it asks for its words only.
        natural.clear();
        for (std::size_t r = 0; r < std::min(table.rows.size(), rowsMeasured); ++r) {
            const auto& row = table.rows[r];
            if (i < row.cells.size() && !row.group) {
                measure(i, row.cells[i], i == 0 || row.summary ? Face::strong : Face::body);
            }
        }
        std::ranges::sort(natural);
        largest[i] = natural.empty() ? least[i] : std::max(least[i], natural.back());
        usual[i] = natural.empty() ? least[i] : std::max(least[i], natural[natural.size() * 17 / 20]);
    }
    // Where not all fits, the few longest wrap, so that most lines need not.
    const auto& wanted = std::accumulate(largest.begin(), largest.end(), 0.0) <= width ? largest : usual;
    const double leastSum = std::accumulate(least.begin(), least.end(), 0.0);
    const double wantedSum = std::accumulate(wanted.begin(), wanted.end(), 0.0);
    for (std::size_t i = 0; i < count; ++i) {
        if (wantedSum <= width) {
            widths[i] = wanted[i] + (width - wantedSum) * wanted[i] / wantedSum;
        } else if (leastSum < width) {
            widths[i] = least[i] + (width - leastSum) * (wanted[i] - least[i]) / (wantedSum - leastSum);
        } else {
            widths[i] = width * least[i] / leastSum;
        }
    }
    return widths;
}

} // namespace wardmote::publish
